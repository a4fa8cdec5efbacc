"""What the search index holds of a text, and what is asked of it.

Every Chinese character and every pair of neighbours is a token; of other words every sign, pair and
triple, and the longer stretches of one sign repeated. Titles and names add their pinyin initials in twos and threes, and an entry holds the uids of the
units and people it refers to. The index stores for a token only the rows it stands in (no positions):
longer words are asked as all their pairs or triples, so a word that stands nowhere is known at once, and
the few rows that hold the pieces but not in a row are sorted out by looking at the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from itertools import pairwise, product
from operator import add

from mingbai.domain.initials import initials_table, spells
from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.resources import resource

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\ue000-\uf8ff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters; rare names often come as private-use ones."""
RUNS = pattern(f"[{HAN}]+|[^\\W_{HAN}]+")
IS_HAN = pattern(f"[{HAN}]")
LETTERS = pattern("[a-z]{2,}")
REPEATED = pattern(r"(.)\1{2,}")
LONGEST_REPEAT = 12

INITIALS = "ǀ"
NAMED = "ǂ"
"""Marks before tokens that are initials or uids, so that they meet no real word."""

RULES = 1
"""Counted up when the tokens of a text change."""


@cache
def edition() -> str:
    """Names the rules by which tokens are made here; an index of another edition must be made anew."""
    table = sha256(resource("initials.tsv").read_bytes()).hexdigest()[:16]
    return f"{RULES}-{unicodedata.unidata_version}-{table}"


def tokens(short: Iterable[str], long: Iterable[str], uids: Iterable[str] = ()) -> str:
    """The tokens of an entry, each once, blank between them; initials are taken of the short texts only."""
    found: list[str] = []
    for text in short:
        for run in RUNS.findall(fold(text)):
            _add_run(found, run)
            if len(run) > 1 and IS_HAN.match(run):
                found.extend(_initials(run))
    for text in long:
        for run in RUNS.findall(fold(text)):
            _add_run(found, run)
    found.extend(uids)
    return " ".join(dict.fromkeys(found))


def named(uid: str) -> str:
    """The token of a reference."""
    return NAMED + uid.replace("-", "")


def _add_run(found: list[str], run: str) -> None:
    found.extend(run)
    found.extend(map(add, run, run[1:]))
    size = 2
    if not IS_HAN.match(run):
        size = 3
        found.extend(map("".join, zip(run, run[1:], run[2:], strict=False)))
    if len(run) > size:
        for sign, most in _repeats(run):
            found.extend(sign * times for times in range(size + 1, most + 1))


def _repeats(run: str) -> list[tuple[str, int]]:
    """Signs that are repeated in a row, and how often: 77777 would be asked as 777 only, which stands often."""
    return [
        (repeat[1], min(len(repeat[0]), LONGEST_REPEAT))
        for repeat in REPEATED.finditer(run)
        if len(repeat[0]) > _size(run)
    ]


@lru_cache(maxsize=5_000)
def _initials(run: str) -> tuple[str, ...]:
    triples = zip(run, run[1:], run[2:], strict=False)
    return tuple(spelling for window in (*pairwise(run), *triples) for spelling in _spelt(window))


def _spelt(characters: Sequence[str]) -> list[str]:
    table = initials_table()
    # By the alphabet, so that what every ledger holds stays as it was written.
    letters = [sorted(table.get(character, "")) for character in characters]
    return [INITIALS + "".join(spelling) for spelling in product(*letters)]


class Sought:
    """One typed word: what to ask the index, and whether a text really holds it."""

    def __init__(self, word: str) -> None:
        self.runs: list[str] = RUNS.findall(fold(word))

    @property
    def exact(self) -> bool:
        """Whether the index's answer needs no second look."""
        return len(self.runs) == 1 and len(self.runs[0]) <= _size(self.runs[0])

    def query(self) -> str:
        """The FTS5 expression; empty when there is nothing to look for."""
        return " AND ".join(f"({_asked(run)})" for run in self.runs)

    def stands_in(self, short: Iterable[str], long: Iterable[str]) -> bool:
        """Whether the word stands in one of the texts, as written or, in a short one, by its initials.

        Signs between characters do not count: 〔2026〕5号 is found by (2026)5号.
        """
        short = [*map(fold, short)]
        if any(_holds(self.runs, text) for text in (*short, *map(fold, long))):
            return True
        run = self.runs[0]
        return bool(
            len(self.runs) == 1
            and LETTERS.fullmatch(run)
            and any(spells(run, part) for text in short for part in RUNS.findall(text) if IS_HAN.match(part))
        )


def _holds(runs: Sequence[str], text: str) -> bool:
    if len(runs) == 1:
        return runs[0] in text
    return all(run in text for run in runs) and "".join(runs) in "".join(RUNS.findall(text))


def _asked(run: str) -> str:
    size = _size(run)
    pieces = [run[at : at + size] for at in range(max(1, len(run) - size + 1))]
    written = _all_of([*pieces, *(sign * times for sign, times in _repeats(run))])
    if not LETTERS.fullmatch(run):
        return written
    size = min(len(run), 3)
    return (
        f"({written}) OR ({_all_of([INITIALS + run[at : at + size] for at in range(len(run) - size + 1)])})"
    )


def _size(run: str) -> int:
    return 2 if IS_HAN.match(run) else 3


def _all_of(pieces: Iterable[str]) -> str:
    return " AND ".join(f'"{piece}"' for piece in dict.fromkeys(pieces))
