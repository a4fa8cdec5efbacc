"""How long 200 real month workbooks take to be taken in, beside reading their two sheets with nothing else.

    python tests/bench/bench_collect.py [HOW_MANY]

Making the workbooks takes two or three minutes. The limit of 60 s is longer on a slower computer (`reference`).
The ratio is one of work of the processors, that of the process which reads the files included: busy neighbours
change it less than the clock.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for way in (ROOT, ROOT / "desktop"):
    if str(way) not in sys.path:
        sys.path.insert(0, str(way))

from python_calamine import CalamineWorkbook  # noqa: E402
from tests.bench.reference import seconds, slowness  # noqa: E402

from mingbai.desk.collecting.collection import collection  # noqa: E402
from mingbai.desk.collecting.sheets import collection_book  # noqa: E402
from mingbai.desk.collecting.taking import collect  # noqa: E402
from mingbai.desk.month.report import write_report  # noqa: E402
from mingbai.desk.places import new_ledger  # noqa: E402
from mingbai.desk.records import change  # noqa: E402
from mingbai.desk.sample.sample import sample_place, write_sample  # noqa: E402
from mingbai.domain.data_sheet import DATA_TAB, TABLE1_TAB  # noqa: E402
from mingbai.domain.month import Month  # noqa: E402
from mingbai.domain.place import PLACES  # noqa: E402

FILED = date(2026, 12, 2)
NOVEMBER = Month(2026, 11)
MOST_SECONDS, MOST_TIMES = 60.0, 16.0


def reports(folder: Path, count: int) -> list[Path]:
    """The sample month as so many villages would hand it in."""
    found = []
    with new_ledger(folder / "village.mingbai", sample_place("zh", FILED), today=FILED) as ledger:
        write_sample(ledger, "zh", FILED)
        for number in range(count):
            (place,) = ledger.entries(PLACES)
            change(ledger, place, {"name": f"村{number:03}", "code": f"9901{number:08}"}, today=FILED)
            found.append(folder / f"{number:03}.xlsx")
            write_report(ledger, NOVEMBER, found[-1], today=FILED, language="zh")
    return found


def read_plainly(paths: list[Path]) -> None:
    """Both sheets, and nothing of it looked at."""
    for path in paths:
        with CalamineWorkbook.from_path(path) as book:
            for tab in (DATA_TAB, TABLE1_TAB):
                list(book.get_sheet_by_name(tab.zh).iter_rows())


def main(count: int) -> int:
    """Measures and says so; 1 when a limit is passed."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        files = reports(folder, count)
        with new_ledger(folder / "street.mingbai", {"name": "东风街道"}, today=FILED) as street:
            began, work = time.perf_counter(), worked()
            done = collect(street, files, today=FILED)
            took, work = time.perf_counter() - began, worked() - work
            assert (len(done.taken), len(done.refused)) == (count, 0)
            again = seconds(lambda: collect(street, files, today=FILED))
            found = collection(street, NOVEMBER)
            book = seconds(lambda: collection_book(found, "东风街道", language="zh", today=FILED))
        before = worked()
        read_plainly(files)
        plain = worked() - before
    slow = slowness()
    print(
        f"{count} workbooks: {took:.1f} s, again {again:.1f} s, sheets {book:.2f} s; "
        f"work {work:.2f} s, read plainly {plain:.2f} s, ratio {work / plain:.1f} (limit {MOST_TIMES}); "
        f"computer x{slow:.2f}"
    )
    return int(took > MOST_SECONDS * slow or work > plain * MOST_TIMES)


def worked() -> float:
    """Seconds that the processors worked for this process and those it started."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
