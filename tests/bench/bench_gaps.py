"""How long the window stands still while 10,000 rows are imported, exported, searched, deleted and brought back,
40 reports collected and a backup made.

    python tests/bench/bench_gaps.py

A timer fires every few milliseconds in the event loop; ten times a second a block of the list is read and a
table painted, as the window does when someone scrolls; the longest time between two firings is what a person would feel. "nothing" is the
same in a quiet program. The limit of 50 ms is longer on a slower computer (`reference`). Told beside it is how
much this program worked between two firings: what a gap has beyond that, busy neighbours or the disk took.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

ROWS, MOST_MS, EVERY_MS, LIST_EACH = 10_000, 50.0, 5, 20
WORDS, SEARCHES = ("路灯", "小区", "1", "0002", "ld", "灯泡 小区", "龘"), 15
ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
HEAD = (
    "工单编号",
    "受理时间",
    "诉求标题",
    "诉求内容",
    "诉求人姓名",
    "联系电话",
    "承办单位",
    "办结时间",
    "处理结果",
    "满意度",
)


def write_file(path: Path, rows: int, *, closed: bool) -> None:
    """A hotline's export of made-up orders."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    page = book.create_sheet()
    page.append(HEAD)
    first = datetime(2024, 1, 2, 9)
    for n in range(rows):
        at = first + timedelta(hours=n % 17_000)
        page.append(
            (
                f"HX{n:08}",
                at,
                f"{n % 90 + 1} 栋路灯不亮",
                f"第 {n} 次反映：小区 {n % 90 + 1} 栋前路灯不亮，夜里看不清路，请安排维修。",
                "王小红",
                f"130{n:08}",
                ("城管局", "住建局", "民政局", "水务局")[n % 4],
                at + timedelta(days=2) if closed else None,
                "已派人更换灯泡，现已恢复照明。" if closed else None,
                "满意" if closed else None,
            )
        )
    book.save(path)


def main() -> int:
    """Print the gaps; say by the exit code whether they hold."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path[:0] = [str(ROOT / "desktop"), str(ROOT)]
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtGui import QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QApplication, QTableView
    from tests.bench.reference import slowness
    from tests.desk.villages import write_month

    from mingbai.desk.bulk import put_all_into_bin
    from mingbai.desk.collecting.taking import collect
    from mingbai.desk.exports import export_register
    from mingbai.desk.glossary import Glossary
    from mingbai.desk.imports import plan, read_file, write
    from mingbai.desk.lists import Question, Walk
    from mingbai.desk.places import new_ledger
    from mingbai.domain.filter import ALL
    from mingbai.domain.issue import ISSUES
    from mingbai.domain.registers import REGISTERS
    from mingbai.ledger.backups import back_up, backup_folder
    from mingbai.ledger.blocks import asked_condition, block
    from mingbai.ledger.finding import find
    from mingbai.ledger.undo import undo
    from mingbai.ui.garbage import Collector
    from mingbai.ui.look.look import Look
    from mingbai.ui.memory import Memory
    from mingbai.ui.session import Session
    from mingbai.ui.turns import Turns

    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    app.setProperty("collector", Collector(app))
    held, limit = True, MOST_MS * slowness()
    print(f"limit here {limit:.0f} ms")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = Session(
            new_ledger(folder / "a.mingbai", {"name": "新湖社区"}, today=TODAY),
            Look(),
            Memory(folder / "memory.ini"),
            today=TODAY,
        )
        ledger = session.ledger
        every_list = sorted(REGISTERS.values(), key=lambda register: not register.numbered)
        turns = Turns(session.runner)
        everything = asked_condition(ledger, ISSUES, ALL, TODAY)
        model = QStandardItemModel(0, 8)
        view = QTableView()
        view.setModel(model)
        view.resize(1000, 800)
        view.show()
        beats: list[tuple[float, float]] = []

        def beat() -> None:
            beats.append((time.perf_counter(), time.process_time()))
            if len(beats) % LIST_EACH:
                return
            show(
                [
                    list(entry.stored.values())
                    for entry in block(ledger, ISSUES, everything, last=True).entries
                ]
            )

        def show(rows: list[list[Any]]) -> None:
            for row, values in enumerate(rows[:20]):
                for column, value in enumerate(values[:8]):
                    model.setItem(row, column, QStandardItem(str(value)))
            view.viewport().repaint()

        # A window has its fonts before anybody imports.
        show([list(HEAD)] * 20)
        timer = QTimer()
        timer.timeout.connect(beat)
        timer.start(EVERY_MS)

        def measured(what: str, work: Callable[..., Any]) -> Any:
            nonlocal held
            answers: list[object] = []
            beats.clear()
            start = time.perf_counter()
            loop = QEventLoop()

            def ended(answer: object) -> None:
                answers.append(answer)
                loop.quit()

            session.runner.job(what, lambda progress: work(turns.between(progress)), ended)
            loop.exec()
            seconds = time.perf_counter() - start
            passed, worked = (
                sorted((after[clock] - before[clock]) * 1000 for before, after in pairwise(beats))
                for clock in (0, 1)
            )
            held = held and passed[-1] <= limit
            longest, most = (" ".join(f"{gap:.0f}" for gap in gaps[:-6:-1]) for gaps in (passed, worked))
            print(
                f"{what:14} {seconds:5.1f} s, longest gaps {longest} ms (work {most} ms), "
                f"median {statistics.median(passed):.1f} ms"
            )
            return answers[0]

        session.runner.failed.connect(lambda error: sys.exit(repr(error)))
        for closed in (False, True):
            file = folder / f"{closed}.xlsx"
            write_file(file, ROWS, closed=closed)
            table = measured("read", lambda told, file=file: read_file(file, ISSUES, progress=told))
            planned = measured(
                "plan", lambda told, table=table: plan(ledger, table, ISSUES, today=TODAY, progress=told)
            )
            measured("write", lambda told, planned=planned: write(ledger, planned, progress=told))
        out = folder / "b.xlsx"
        measured(
            "export",
            lambda told: export_register(ledger, ISSUES, out, today=TODAY, progress=told, language="zh"),
        )
        measured(
            "search", lambda told: [find(ledger, word, every_list) for _ in range(SEARCHES) for word in WORDS]
        )
        files = [
            write_month(folder / f"{n:02}.xlsx", f"{n:02}", f"村{n}", {"task.received": n}) for n in range(40)
        ]
        measured("collect", lambda told: collect(ledger, files, today=TODAY, progress=told))
        every = Walk(ledger, ISSUES, Question(), Glossary(ledger, TODAY))
        measured("delete", lambda told: put_all_into_bin(ledger, every.entries(), progress=told))
        measured("undo", lambda told: undo(ledger, progress=told))
        measured("back up", lambda told: back_up(ledger, backup_folder(ledger.path)))
        measured("nothing", lambda told: time.sleep(1))
        timer.stop()
        session.close()
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
