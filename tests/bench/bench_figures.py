"""How long the figures of a month take: alone, with the months they are compared with, and of its neighbour.

A report has all printed figures in all months of its columns; a fifth of the figures stands on no sheet, and is
asked for by the command line and kept with what is sent: every figure in all months is told besides. The neighbour shares most of those months, and they are kept until something is written. Counting is work of
one processor, so its time is told as well: of a computer that others use, the clock says less.

Limits: 25 ms at 100,000 records, 150 ms at 1,000,000 and there 25 ms for the median days, on a slower computer
(`reference`) as much longer; what is held against them is the time of the processor, as parts of the limit.

    PYTHONPATH=desktop python -m tests.bench.bench_figures --records 100000 1000000
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.bench.big_ledger import arguments, big_ledger
from tests.bench.reference import slowness

from mingbai.desk.month.counted import counted_in
from mingbai.desk.month.figures import CHARTED_FIGURES, printed_codes, worked_out_of
from mingbai.desk.places import working_days
from mingbai.domain.figure import Figure
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Month
from mingbai.domain.reckoning import charted_months, months_compared
from mingbai.ledger.counting import tallies
from mingbai.ledger.ledger import Ledger

TURNS = 9
MONTH, TODAY = Month(2026, 10), date(2026, 11, 2)
LIMITS = {100_000: 25.0, 1_000_000: 150.0}
EVERY = "every figure, with comparisons"
"""What no limit is set for."""
MEDIAN_LIMITS = {1_000_000: 25.0}
MEDIAN = (FIGURES["issue.days"],)
ALL = tuple(FIGURES.values())


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of some work, at the median of several turns."""

    clock: float
    processor: float

    def against(self, limit: float) -> str:
        """The work and, where there is one, how much of its limit it took."""
        said = f"{self.processor:.1f} ms of the processor ({self.clock:.1f} by the clock)"
        return f"{said}, {self.processor / limit:.2f} of the limit" if limit else said


def took(work: Callable[[], object], turns: int = TURNS) -> Took:
    """How long some work takes."""
    times = []
    for _ in range(turns):
        began, busy = time.perf_counter(), time.process_time()
        work()
        times.append((time.perf_counter() - began, time.process_time() - busy))
    clock, processor = (statistics.median(each) * 1000 for each in zip(*times, strict=True))
    return Took(clock, processor)


def measured(path: Path) -> dict[str, Took]:
    """The month alone, with every month of its columns and its chart, its neighbour, and the median days."""
    compared = months_compared(MONTH)
    only_charted = [month for month in charted_months(MONTH, TODAY) if month not in compared]
    charted = [FIGURES[code] for code in CHARTED_FIGURES]
    codes = worked_out_of(printed_codes())
    printed = [FIGURES[code] for code in codes]
    with Ledger(path) as ledger:
        working = working_days(ledger)

        def count(
            figures: tuple[Figure, ...] | list[Figure], months: tuple[Month, ...] | list[Month]
        ) -> None:
            tallies(ledger.rows, figures, months, working, TODAY)

        def report() -> None:
            count(printed, compared)
            count(charted, only_charted)

        found = {
            "month alone": took(lambda: count(ALL, [MONTH])),
            "with comparisons": took(report),
            EVERY: took(lambda: count(ALL, compared)),
            "median days of the month": took(lambda: count(MEDIAN, [MONTH])),
            "median days with comparisons": took(lambda: count(MEDIAN, compared)),
        }
        counted_in(ledger, compared, TODAY, codes)
        neighbours = months_compared(MONTH.next)
        found["next month"] = took(lambda: counted_in(ledger, neighbours, TODAY, codes), 1)
        return found


def main() -> int:
    """Measures and prints; 1 where a limit is not held."""
    given = arguments(__doc__ or "")
    held, first = True, None
    for records in given.records:
        found = measured(big_ledger(given.folder, records))
        slower = slowness(clock=time.process_time)
        print(f"{records:,} records, {len(FIGURES)} figures; this processor is {slower:.2f} x as slow")
        for name, each in found.items():
            limits = MEDIAN_LIMITS if name.startswith("median") else LIMITS
            limit = 0.0 if name == EVERY else limits.get(records, 0.0) * slower
            held = held and not (limit and each.processor > limit)
            print(f"  {name:<29} {each.against(limit)}")
        whole = found["with comparisons"].processor
        first = first or whole
        print(
            f"  with comparisons: {whole / found['month alone'].processor:.1f} x the month alone, "
            f"{whole / first:.1f} x the first ledger"
        )
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
