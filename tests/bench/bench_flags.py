"""How long it takes to hold every record against the rules anew, and how long the window stands still meanwhile.

    python tests/bench/bench_flags.py [--records 100000]

Forms and periods are added to a tenth of the assignments, some are cut, and all is held against the rules twice:
at first every flag is new, then nothing changes. A timer fires every few milliseconds in the event loop and a list
is painted, as in `bench_gaps`; "nothing" is the same in a quiet program. In the end it is stopped halfway.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date
from itertools import islice, pairwise
from pathlib import Path

MOST_SECONDS, MOST_MS, EVERY_MS, LIST_EACH = 30.0, 50.0, 5, 20
STOP_AFTER_SECONDS, STOPPED_WITHIN = 0.7, 0.5
ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
COLUMNS = (
    "残疾类别",
    "残疾等级",
    "监护人",
    "就业情况",
    "健康状况",
    "自理能力",
    "帮扶人",
    "房屋性质",
    "租住人数",
    "用工单位",
    "参保类型",
    "收入来源",
)


def main() -> int:
    """Print the figures; say by the exit code whether they hold."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path[:0] = [str(ROOT / "desktop"), str(ROOT)]
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QTableView
    from tests.bench.big_ledger import arguments, big_ledger
    from tests.bench.reference import slowness

    from mingbai.desk.catalogues import bring_catalogues
    from mingbai.domain.field import LIST_MARK
    from mingbai.domain.filter import ALL
    from mingbai.domain.review import FLAGS
    from mingbai.domain.task import TASKS
    from mingbai.ledger.blocks import asked, asked_condition, asked_uids, block
    from mingbai.ledger.ledger import Ledger
    from mingbai.ui.garbage import Collector
    from mingbai.ui.look.look import Look
    from mingbai.ui.memory import Memory
    from mingbai.ui.session import Session
    from mingbai.ui.watching import Watching

    given = arguments(__doc__ or "")
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    app.setProperty("collector", Collector(app))
    slow = slowness()
    print(f"limits here {MOST_SECONDS * slow:.0f} s and {MOST_MS * slow:.0f} ms")

    def measure(records: int) -> bool:
        held = True
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            path = folder / "a.mingbai"
            shutil.copy(big_ledger(given.folder, records), path)
            ledger = Ledger(path)
            bring_catalogues(ledger)
            for some in asked(ledger, TASKS, ALL, TODAY):
                with ledger.act("change") as act:
                    for at, entry in enumerate(some):
                        if at % 10 == 0:
                            first = entry.id % len(COLUMNS)
                            columns = [*COLUMNS[first:], *COLUMNS[:first]][: 4 + entry.id % 5]
                            act.change(TASKS, entry.uid, {"form_columns": LIST_MARK.join(columns)})
            session = Session(ledger, Look(), Memory(folder / "memory.ini"), today=TODAY)
            session.runner.failed.connect(lambda error: sys.exit(repr(error)))
            watching = Watching(session, "bench")
            watching._begin.stop()
            everything = asked_condition(ledger, TASKS, ALL, TODAY)
            model = QStandardItemModel(0, 8)
            view = QTableView()
            view.setModel(model)
            view.resize(1000, 800)
            view.show()
            beats: list[float] = []

            def beat() -> None:
                beats.append(time.perf_counter())
                if len(beats) % LIST_EACH:
                    return
                entries = block(ledger, TASKS, everything, last=True).entries
                for row, entry in enumerate(entries[:20]):
                    for column, value in enumerate(islice(entry.stored.values(), 8)):
                        model.setItem(row, column, QStandardItem(str(value)))
                view.viewport().repaint()

            timer = QTimer()
            timer.timeout.connect(beat)
            timer.start(EVERY_MS)

            def measured(what: str, stop_after: float | None = None) -> float:
                nonlocal held
                beats.clear()
                start = time.perf_counter()
                loop = QEventLoop()
                session.runner.job_ended.connect(loop.quit)
                watching.hold_all()
                asked_at = [0.0]

                def stop() -> None:
                    asked_at[0] = time.perf_counter()
                    watching._jobs[-1].progress.stop()

                if stop_after is not None:
                    QTimer.singleShot(int(stop_after * 1000), stop)
                loop.exec()
                end = time.perf_counter()
                if stop_after is not None and not asked_at[0]:
                    sys.exit(f"it was done before it could be stopped, after {end - start:.1f} s")
                gaps = sorted((after - before) * 1000 for before, after in pairwise(beats))
                held = held and gaps[-1] <= max(MOST_MS * slow, 2 * idle)
                longest = " ".join(f"{gap:.0f}" for gap in gaps[:-6:-1])
                print(
                    f"{what:12} {end - start:5.1f} s, longest gaps {longest} ms, "
                    f"median {statistics.median(gaps):.1f} ms, {len(asked_uids(ledger, FLAGS, ALL, TODAY))} flags"
                )
                return end - (asked_at[0] or start)

            beats.clear()
            quiet = QEventLoop()
            QTimer.singleShot(2000, quiet.quit)
            quiet.exec()
            idle = max((after - before) * 1000 for before, after in pairwise(beats))
            print(f"nothing       longest gap {idle:.0f} ms")
            for what in ("all new", "nothing new"):
                seconds = measured(what)
                held = held and (records > 100_000 or seconds <= MOST_SECONDS * slow)
            stopped = measured("stopped", STOP_AFTER_SECONDS)
            print(f"stopped {stopped:.2f} s after it was asked to")
            held = held and stopped <= STOPPED_WITHIN * slow
            timer.stop()
            watching.close()
            session.close()
        return held

    return 0 if set(map(measure, given.records)) == {True} else 1


if __name__ == "__main__":
    sys.exit(main())
