"""By what people say a certificate is meant: the shipped clues, each with a weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mingbai.domain.clue import clue_pattern

OUTRIGHT = 4.0
"""The weight of a clue that says outright what is wanted."""


ENGLISH = re.compile("[a-z%]")
"""Every English clue has one of these signs: most texts need not be read for them."""


@dataclass(frozen=True, slots=True)
class Clues:
    """All clues of one weight for one certificate, and where in a text they are met."""

    code: str
    weight: float
    zh: re.Pattern[str] | None
    en: re.Pattern[str] | None

    def met(self, text: str) -> list[tuple[int, int]]:
        """The spans that say it, without overlap."""
        en = self.en if ENGLISH.search(text) else None
        patterns = [pattern for pattern in (self.zh, en) if pattern is not None]
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
    return re.compile("|".join(clue_pattern(clue, groups) for clue in ordered))
