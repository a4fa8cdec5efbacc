"""By what people say a certificate is meant: the shipped clues, each a small pattern with a weight.

In a clue `(a|b)` is either, `…` some signs or words between, `..` at most a few, `A&B` both in any order,
`<kin>` any word of that group; English clues are whole words. That is all: whoever knows the counter can add one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mingbai.domain.text import fold

OUTRIGHT = 4.0
"""The weight of a clue that says outright what is wanted."""

_GAP_ZH, _GAP_EN = r"[^。！？!?；;\n]{0,9}?", r"[^.!?;\n]{0,28}?"
_FEW = r"[^。！？!?；;\n，,]{0,4}?"
_ANYTHING = r"[\s\S]{0,200}?"
_GROUP = re.compile(r"<([a-z]+)>")
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Clues:
    """All clues of one weight for one certificate, and where in a text they are met."""

    code: str
    weight: float
    zh: re.Pattern[str] | None
    en: re.Pattern[str] | None

    def met(self, text: str) -> list[tuple[int, int]]:
        """The spans that say it, without overlap."""
        patterns = [pattern for pattern in (self.zh, self.en) if pattern is not None]
        return [found.span() for pattern in patterns for found in pattern.finditer(text)]


def read_clues(rows: Iterable[Mapping[str, str]]) -> tuple[Clues, ...]:
    """The clues of the shipped table, rows in its own order. Raises `ValueError` naming a row that cannot be read."""
    read = list(rows)
    groups = {
        row["code"].strip("<>"): (_listed(row["clues_zh"]), _listed(row["clues_en"]))
        for row in read
        if row["code"].startswith("<")
    }
    found = []
    for row in read:
        if row["code"].startswith("<"):
            continue
        try:
            found.append(
                Clues(
                    row["code"],
                    float(row["weight"]),
                    _compiled(_listed(row["clues_zh"]), {name: zh for name, (zh, _) in groups.items()}),
                    _compiled(_listed(row["clues_en"]), {name: en for name, (_, en) in groups.items()}),
                )
            )
        except (KeyError, ValueError, re.error) as error:
            raise ValueError(f"{row['code']} {row['about']}: {error}") from error
    return tuple(found)


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(clue.strip() for clue in cell.split(";") if clue.strip())


def _compiled(clues: tuple[str, ...], groups: Mapping[str, tuple[str, ...]]) -> re.Pattern[str] | None:
    if not clues:
        return None
    # What says more comes first, so that 出生证明 is not met as 出生证.
    ordered = sorted(clues, key=len, reverse=True)
    return re.compile("|".join(_pattern(clue, groups) for clue in ordered))


def _pattern(clue: str, groups: Mapping[str, tuple[str, ...]]) -> str:
    """The clue as a regular expression over folded text; only what the module names is special."""
    both = clue.partition("&")
    if both[1]:
        one, other = (_pattern(half, groups) for half in (both[0], both[2]))
        return f"(?:{one}){_ANYTHING}(?:{other})|(?:{other}){_ANYTHING}(?:{one})"
    parts: list[str] = []
    han = bool(_HAN.search(clue)) or _is_chinese(clue, groups)
    at = 0
    while at < len(clue):
        if (group := _GROUP.match(clue, at)) is not None:
            parts.append(_any_of(groups[group[1]], groups))
            at = group.end()
        elif clue.startswith("..", at):
            parts.append(_FEW if han else _GAP_EN)
            at += 2
        elif clue[at] == "…":
            parts.append(_GAP_ZH if han else _GAP_EN)
            at += 1
        elif clue[at] in "(|)?":
            parts.append({"(": "(?:"}.get(clue[at], clue[at]))
            at += 1
        elif clue.startswith(r"\d+", at):
            parts.append(r"\d+")
            at += 3
        else:
            parts.append(r"\s+" if clue[at] == " " else re.escape(fold(clue[at])))
            at += 1
    pattern = "".join(parts)
    return pattern if han else rf"\b(?:{pattern})\b"


def _is_chinese(clue: str, groups: Mapping[str, tuple[str, ...]]) -> bool:
    return any(_HAN.search("".join(groups[name])) for name in _GROUP.findall(clue))


def _any_of(words: tuple[str, ...], groups: Mapping[str, tuple[str, ...]]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    alternatives = "|".join(_pattern(word, groups) for word in ordered)
    return f"(?:{alternatives})"
