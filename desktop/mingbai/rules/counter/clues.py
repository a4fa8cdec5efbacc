"""By what people say a certificate is meant: the shipped clues, each with a weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mingbai.domain.beginning import begun
from mingbai.domain.clue import clue_pattern

OUTRIGHT = 4.0
"""The weight of a clue that says outright what is wanted."""


_ENGLISH = re.compile("[a-z%]")


def has_english(text: str) -> bool:
    """Whether a text has one of the signs that every English clue has: most need not be read for them."""
    return _ENGLISH.search(text) is not None


@dataclass(frozen=True, slots=True)
class Clues:
    """All clues of one weight for one certificate, and where in a text they are met."""

    code: str
    weight: float
    zh: re.Pattern[str] | None
    en: re.Pattern[str] | None

    def met(self, text: str, *, english: bool | None = None) -> list[tuple[int, int]]:
        """The spans that say it, without overlap; whoever reads many clues knows whether the text has English."""
        spans = [found.span() for found in self.zh.finditer(text)] if self.zh is not None else []
        if self.en is not None and (has_english(text) if english is None else english):
            spans += [found.span() for found in self.en.finditer(text)]
        return spans


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
    either = "|".join(clue_pattern(clue, groups) for clue in ordered)
    # English is looked for in few texts: there it would cost a start more than it saves.
    return re.compile(either if either.isascii() else begun(either))
