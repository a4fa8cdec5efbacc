"""Figures of earlier periods that were typed in from paper, with where they come from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal

from mingbai.domain.figures import FIGURES
from mingbai.domain.period import ReportPeriod, parse_period
from mingbai.domain.report import PAST_FIGURES, PastFigure
from mingbai.domain.text import fold
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class PastFigures:
    """Typed figures by figure code and period (2025-11, 2025-Q4, 2025)."""

    numbers: Mapping[tuple[str, str], Decimal]
    came_from: Mapping[tuple[str, str], str]

    def of(self, code: str) -> dict[str, Decimal]:
        """One figure's typed values by period."""
        return {period: number for (figure, period), number in self.numbers.items() if figure == code}

    def sources(self, codes: Collection[str], periods: Collection[ReportPeriod]) -> tuple[str, ...]:
        """Where the typed values of these figures and periods come from, each source once."""
        wanted = {(code, str(period)) for code in codes for period in periods}
        found = (source for key, source in self.came_from.items() if key in wanted and source)
        return tuple(dict.fromkeys(found))


def past_figures(ledger: Ledger) -> PastFigures:
    """What was typed; a line that names no known figure or period is left out."""
    numbers: dict[tuple[str, str], Decimal] = {}
    came_from: dict[tuple[str, str], str] = {}
    known = _codes_by_name()
    for entry in ledger.entries(PAST_FIGURES):
        past: PastFigure = entry.record
        code = known.get(fold(past.figure))
        try:
            period = str(parse_period(past.period))
        except Mistake:
            continue
        if code is not None:
            numbers[code, period] = past.value
            came_from[code, period] = past.source
    return PastFigures(numbers, came_from)


def _codes_by_name() -> dict[str, str]:
    """Figures by their code and, where only one has it, by their name in either language."""
    codes: dict[str, str] = {}
    for figure in FIGURES.values():
        for name in (figure.words.zh.removeprefix("其中："), figure.words.zh, figure.words.en):
            codes.setdefault(fold(name), figure.code)
    return codes | {fold(code): code for code in FIGURES}
