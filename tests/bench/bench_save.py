"""How long a durable save takes, against one durable append of 8 KB to a file, in turns in one run.

Limit: the median save takes at most three times the median append and one millisecond.

    PYTHONPATH=desktop python -m tests.bench.bench_save --records 100000 1000000
"""

from __future__ import annotations

import os
import random
import statistics
import time
from pathlib import Path

from tests.bench.big_ledger import arguments, big_ledger

from mingbai.domain.issue import ISSUES
from mingbai.ledger.ledger import Ledger

TURNS = 300
APPENDED = 8192


def measured(path: Path) -> tuple[list[float], list[float], list[float]]:
    """Seconds of every append, of every new record, and of every changed one."""
    rng = random.Random(1)
    appends, inserts, changes = [], [], []
    scratch = path.with_suffix(".append")
    file = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        with Ledger(path) as ledger:
            known = ledger.entries(ISSUES, "id % 1000 = 1")
            for turn in range(TURNS):
                block = rng.randbytes(APPENDED)
                began = time.perf_counter()
                os.write(file, block)
                os.fdatasync(file)
                appends.append(time.perf_counter() - began)

                stored = dict(known[turn % len(known)].stored, order_no=f"BENCH{time.time_ns()}")
                began = time.perf_counter()
                with ledger.act("add") as act:
                    act.insert_stored(ISSUES, stored)
                inserts.append(time.perf_counter() - began)

                entry = rng.choice(known)
                began = time.perf_counter()
                with ledger.act("change") as act:
                    act.change(ISSUES, entry.uid, {"result": f"已联系物业处理 {time.time_ns()}"})
                changes.append(time.perf_counter() - began)
    finally:
        os.close(file)
        scratch.unlink()
    return appends, inserts, changes


if __name__ == "__main__":
    given = arguments("Measures a durable save.")
    for records in given.records:
        appends, *saves = measured(big_ledger(given.folder, records))
        append = statistics.median(appends) * 1000
        limit = 3 * append + 1
        for name, times in zip(("new", "changed"), saves, strict=True):
            save = statistics.median(times) * 1000
            worst = statistics.quantiles(times, n=20)[-1] * 1000
            print(
                f"{records:>9,} records, {name:>7}: median {save:.2f} ms, 95 % {worst:.2f} ms; append "
                f"{append:.2f} ms; limit {limit:.2f} ms; {save / limit:.2f} of the limit"
            )
