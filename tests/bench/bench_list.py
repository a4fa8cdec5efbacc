"""How long a list takes: first paint, jump to the end, indexed sort, filter, memory, and a full repaint.

Limits: at 1,000,000 records the first paint takes at most twice that at 10,000; jump, sort and filter at most
100 ms each, on a slower computer (`reference`) as much longer; at most 50 MB are added; a full repaint takes at
most 1.7 times that of a trivial model with the plain delegate, measured here against one in Python and one in
C++ (`QStandardItemModel`).

    PYTHONPATH=desktop python -m tests.bench.bench_list --records 10000 1000000
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView
from tests.bench.big_ledger import arguments, big_ledger
from tests.bench.reference import slowness

from mingbai.desk.lists import Question
from mingbai.domain.task import TASKS
from mingbai.ledger.blocks import Order
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.session import Session
from mingbai.ui.table.view import ListView

TURNS = 7
MOST_MS = 100.0
REPAINTS = 40
ROOM = (1020, 620)
DAY = date(2026, 11, 24)
NEWEST = Question(order=Order("received_on", descending=True))
CONSTANT = ("重点人群台账", "民政局", "11-27 周五", "待办", "", "陈芳")


class Constant(QAbstractTableModel):
    """The least a model in Python can be."""

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 256

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return len(CONSTANT)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return CONSTANT[index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def constant_items() -> QStandardItemModel:
    """The same words in Qt's own model."""
    model = QStandardItemModel(256, len(CONSTANT))
    for row in range(256):
        for column, text in enumerate(CONSTANT):
            model.setItem(row, column, QStandardItem(text))
    return model


def plain_view(model: QAbstractItemModel, like: ListView) -> QTableView:
    """A table with the plain delegate, with rows and columns as large as in the list."""
    view = QTableView()
    view.setModel(model)
    view.setFont(like.session.look.font())
    view.setShowGrid(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(like.delegate.height)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.resize(*ROOM)
    for column in range(min(len(CONSTANT), len(like.rows.columns))):
        view.setColumnWidth(column, like.columnWidth(column) or 100)
    view.show()
    settle(like)
    return view


def settle(view: ListView) -> None:
    """Lets everything that waits be done and painted."""
    QApplication.processEvents()
    while view.rows.busy:
        view.session.runner.wait()
        QApplication.processEvents()
    QApplication.processEvents()


def took(view: ListView, deed: Callable[[], object]) -> float:
    """Milliseconds until a deed is done and to be seen."""
    began = time.perf_counter()
    deed()
    while view.rows.busy:
        view.session.runner.wait()
        QApplication.processEvents()
    view.viewport().repaint()
    return (time.perf_counter() - began) * 1000


def repaint_times(views: list[QTableView]) -> list[float]:
    """Median milliseconds of a full repaint of each; in turns, so that all meet the same weather."""
    times: list[list[float]] = [[] for _ in views]
    for _ in range(REPAINTS):
        for at, view in enumerate(views):
            began = time.perf_counter()
            view.viewport().repaint()
            times[at].append((time.perf_counter() - began) * 1000)
    return [statistics.median(one) for one in times]


def resident() -> float:
    """Megabytes this program holds now."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def fill(view: ListView) -> None:
    """Scrolls down until as many rows are loaded as are ever kept."""
    for _ in range(60):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        settle(view)


def medians(view: ListView, deeds: list[tuple[str, Callable[[], object]]]) -> dict[str, float]:
    """Median milliseconds of each deed, after a beginning that is always the same."""
    found = {}
    for name, deed in deeds:
        times = []
        for _ in range(TURNS):
            view.ask(NEWEST)
            settle(view)
            times.append(took(view, deed))
        found[name] = statistics.median(times)
    return found


def first_paint(session: Session) -> float:
    """Milliseconds from nothing to a painted list."""
    began = time.perf_counter()
    view = ListView(session, TASKS)
    view.resize(*ROOM)
    view.ask(NEWEST)
    view.show()
    QApplication.processEvents()
    view.viewport().repaint()
    ended = (time.perf_counter() - began) * 1000
    settle(view)
    view.close()
    view.deleteLater()
    QApplication.processEvents()
    return ended


def measure(path: Path) -> None:
    """Prints the figures of one ledger."""
    with tempfile.TemporaryDirectory() as folder:
        session = Session(Ledger(path), Look(), Memory(Path(folder, "memory.ini")), today=DAY)
        first_paint(session)
        paint = statistics.median(first_paint(session) for _ in range(TURNS))
        view = ListView(session, TASKS)
        view.resize(*ROOM)
        view.show()
        figures = medians(
            view,
            [
                ("jump to the end", view.go_last),
                ("indexed sort", lambda: view.ask(Question(order=Order("due_on")))),
                ("sort without an index", lambda: view.ask(Question(order=Order("title")))),
                ("filter open", lambda: view.ask(Question("open", order=Order("due_on")))),
                ("filter this month", lambda: view.ask(Question("received_on=2026-10", order=NEWEST.order))),
                ("filter rare", lambda: view.ask(Question("kind=VOT open", order=NEWEST.order))),
                ("filter a word", lambda: view.ask(Question(words="燃气", order=NEWEST.order))),
                ("next block", view.rows.fetch_after),
            ],
        )
        view.ask(NEWEST)
        settle(view)
        constant, items = Constant(), constant_items()
        ours, python, native = repaint_times([view, plain_view(constant, view), plain_view(items, view)])
        before = resident()
        fill(view)
        grown = resident() - before
        print(f"{path.stem}: first paint {paint:.1f} ms")
        limit = MOST_MS * slowness()
        for name, milliseconds in figures.items():
            print(f"  {name}: {milliseconds:.1f} ms, {milliseconds / limit:.2f} of the limit")
        print(f"  {len(view.rows.rows):,} rows loaded: + {grown:.1f} MB")
        print(
            f"  full repaint {ours:.2f} ms: {ours / python:.2f} x a trivial model in Python ({python:.2f} ms), "
            f"{ours / native:.2f} x one in C++ ({native:.2f} ms)"
        )
        view.close()
        session.close()


if __name__ == "__main__":
    given = arguments("Measures the list.")
    application = QApplication([])
    application.setStyle("Fusion")
    application.setFont(Look().font())
    for count in given.records:
        measure(big_ledger(given.folder, count))
