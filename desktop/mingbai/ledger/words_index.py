"""What the search index holds of a text, and what is asked of it.

Every Chinese character and every pair of neighbours is a token, every other word is one with its first
three beginnings; titles and names add their pinyin initials in twos and threes. The index stores for a
token only the rows it stands in (no positions): two characters or more are asked as pairs, so a word that
stands nowhere is known at once, and the few rows that hold all the pairs but not in a row are sorted out
by looking at the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from operator import add

from mingbai.domain.initials import initials_table, spells
from mingbai.domain.text import fold

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
RUNS = re.compile(f"[{HAN}]+|[^\\W_{HAN}]+")
IS_HAN = re.compile(f"[{HAN}]")
LETTERS = re.compile("[a-z]+")

INITIALS = "ǀ"
BEGINS = "ǁ"
"""Marks before tokens that are initials, and beginnings of words, so that they meet no real word."""
BEGINNINGS = 3
COMBINATIONS = 12
"""At most so many readings of one window; beyond that the first ones stand."""


def tokens(short: Iterable[str], long: Iterable[str]) -> str:
    """The tokens of an entry, blank between them; initials are taken of the short texts only."""
    found: list[str] = []
    for text in short:
        for run in RUNS.findall(fold(text)):
            _add_run(found, run)
            if len(run) > 1 and IS_HAN.match(run):
                found.extend(map(_pair_initials, run, run[1:]))
                found.extend(map(_triple_initials, run, run[1:], run[2:]))
    for text in long:
        for run in RUNS.findall(fold(text)):
            _add_run(found, run)
    return " ".join(found)


def _add_run(found: list[str], run: str) -> None:
    if IS_HAN.match(run):
        found.append(" ".join(run))
        found.extend(map(add, run, run[1:]))
    else:
        found.append(run)
        found.extend(BEGINS + run[:length] for length in range(1, min(BEGINNINGS, len(run)) + 1))


@lru_cache(maxsize=200_000)
def _pair_initials(first: str, second: str) -> str:
    return _spelt(first, second)


@lru_cache(maxsize=400_000)
def _triple_initials(first: str, second: str, third: str) -> str:
    return _spelt(first, second, third)


def _spelt(*characters: str) -> str:
    table = initials_table()
    letters = [table.get(character, "") for character in characters]
    spellings = [INITIALS + "".join(spelling) for spelling in product(*letters)]
    return " ".join(spellings[:COMBINATIONS])


class Sought:
    """One typed word: what to ask the index, and whether a text really holds it."""

    def __init__(self, word: str) -> None:
        self.runs = RUNS.findall(fold(word))

    @property
    def exact(self) -> bool:
        """Whether the index's answer needs no second look."""
        return all(len(run) <= 2 and IS_HAN.match(run) for run in self.runs)

    def query(self) -> str:
        """The FTS5 expression; empty when there is nothing to look for."""
        return " AND ".join(f"({_asked(run)})" for run in self.runs)

    def stands_in(self, texts: Iterable[str]) -> bool:
        """Whether every run of the word stands in one of the texts, as written or by its initials."""
        folded = [fold(text) for text in texts]
        return all(any(_stands(run, text) for text in folded) for run in self.runs)


def _asked(run: str) -> str:
    if IS_HAN.match(run):
        return " AND ".join(map(_quoted, map(add, run, run[1:]))) if len(run) > 1 else _quoted(run)
    begins = _quoted(BEGINS + run) if len(run) <= BEGINNINGS else f"{_quoted(run)}*"
    if not LETTERS.fullmatch(run) or len(run) == 1:
        return begins
    size = min(len(run), 3)
    spelt = " AND ".join(_quoted(INITIALS + run[i : i + size]) for i in range(len(run) - size + 1))
    return f"{begins} OR ({spelt})"


def _quoted(token: str) -> str:
    return f'"{token}"'


def _stands(run: str, text: str) -> bool:
    if run in text:
        return True
    return bool(
        len(run) > 1 and LETTERS.fullmatch(run) and any(spells(run, part) for part in RUNS.findall(text))
    )
