"""Figures of earlier periods that were typed in from paper, with where they come from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Month
from mingbai.domain.report import PAST_FIGURES, PastFigure
from mingbai.domain.text import fold
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class PastFigures:
    """Typed figures by figure code and month (2025-11)."""

    numbers: Mapping[tuple[str, str], Decimal]
    came_from: Mapping[tuple[str, str], str]

    def of(self, code: str) -> dict[str, Decimal]:
        """One figure's typed values by month."""
        return {month: number for (figure, month), number in self.numbers.items() if figure == code}

    def sources(self, codes: Collection[str], months: Collection[Month]) -> tuple[str, ...]:
        """Where the typed values of these figures and months come from, each source once."""
        wanted = {(code, str(month)) for code in codes for month in months}
        found = (source for key, source in self.came_from.items() if key in wanted and source)
        return tuple(dict.fromkeys(found))


def past_figures(ledger: Ledger) -> PastFigures:
    """What was typed; a line that names no known figure or month is left out."""
    numbers: dict[tuple[str, str], Decimal] = {}
    came_from: dict[tuple[str, str], str] = {}
    known = _codes_by_name()
    for entry in ledger.entries(PAST_FIGURES):
        past: PastFigure = entry.record
        code = known.get(fold(past.figure))
        try:
            month = str(Month.parse(past.period))
        except Mistake:
            continue
        if code is not None:
            numbers[code, month] = past.value
            came_from[code, month] = past.source
    return PastFigures(numbers, came_from)


def _codes_by_name() -> dict[str, str]:
    """Figures by their code and, where only one has it, by their name in either language."""
    codes: dict[str, str] = {}
    for figure in FIGURES.values():
        for name in (figure.words.zh.removeprefix("其中："), figure.words.zh, figure.words.en):
            codes.setdefault(fold(name), figure.code)
    return codes | {fold(code): code for code in FIGURES}
