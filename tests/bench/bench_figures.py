"""How long all figures of a month take: alone, with the months they are compared with, and of its neighbour.

The neighbour shares all but one of those months, and they are kept until something is written.

Limits: 25 ms at 100,000 records, 150 ms at 1,000,000, on a slower computer (`reference`) as much longer; the
ratio to the smaller ledger is printed too.

    PYTHONPATH=desktop python -m tests.bench.bench_figures --records 100000 1000000
"""

from __future__ import annotations

import statistics
import time
from datetime import date
from pathlib import Path

from tests.bench.big_ledger import arguments, big_ledger
from tests.bench.reference import slowness

from mingbai.desk.month.counted import counted_in
from mingbai.desk.places import working_days
from mingbai.domain.figures import FIGURES
from mingbai.domain.month import Month
from mingbai.domain.reckoning import months_of_report
from mingbai.ledger.counting import tallies
from mingbai.ledger.ledger import Ledger

TURNS = 9
MONTH, TODAY = Month(2026, 10), date(2026, 11, 2)
LIMITS = {100_000: 25.0, 1_000_000: 150.0}


def measured(path: Path) -> tuple[float, float, float]:
    """Median milliseconds for the month alone, with every month of its comparison columns, and of its neighbour."""
    figures = tuple(FIGURES.values())
    with Ledger(path) as ledger:
        working = working_days(ledger)
        medians = []
        for months in ((MONTH,), months_of_report(MONTH)):
            times = []
            for _ in range(TURNS):
                began = time.perf_counter()
                tallies(ledger.rows, figures, months, working, TODAY)
                times.append((time.perf_counter() - began) * 1000)
            medians.append(statistics.median(times))
        counted_in(ledger, months_of_report(MONTH), TODAY)
        began = time.perf_counter()
        counted_in(ledger, months_of_report(MONTH.next), TODAY)
        return medians[0], medians[1], (time.perf_counter() - began) * 1000


def main() -> None:
    """Measures and prints."""
    given = arguments(__doc__ or "")
    first = None
    for records in given.records:
        alone, compared, neighbour = measured(big_ledger(given.folder, records))
        first = first or compared
        limit = LIMITS.get(records, 0) * slowness()
        print(
            f"{records:>9,} records, {len(FIGURES)} figures: month alone {alone:6.1f} ms, "
            f"with comparisons {compared:6.1f} ms (limit here {limit:.0f}), next month {neighbour:6.1f} ms, "
            f"{compared / first:.1f} x the first"
        )


if __name__ == "__main__":
    main()
