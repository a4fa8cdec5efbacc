"""How long a start takes, against a process that does nothing but `import PySide6.QtWidgets`.

Limit: from the start of the process to the painted window at most 1.6 times that. "Painted" is the frame in
which the window stands on the screen with its rail, the page's title and the places of its parts, drawn by
the program's own widgets; the list is not in it yet. "Rows" is the frame that shows entries of the ledger,
after which keys are answered; what is typed between the two waits and is not lost. Processes run in turn,
so that all meet the same weather, and the medians are told. No library for workbooks, for migrations or for
comparing texts is loaded before the window is painted, nor any part of Qt but the widgets.

    PYTHONPATH=desktop python -m tests.bench.bench_start --records 100000
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.big_ledger import arguments, big_ledger

TURNS = 5
LIMIT = 1.6
LATER = ("openpyxl", "sqlite_utils", "python_calamine", "rapidfuzz")
LATER_QT = ("PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSvg")

BARE = "import PySide6.QtWidgets"

EMPTY = """
import os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
def end():
    print("painted", time.monotonic(), flush=True)
    os._exit(0)
class Empty(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, end)
app = QApplication([])
window = Empty()
window.resize(1280, 800)
window.show()
app.exec()
"""

START = """
import os, sys, time
from mingbai import app
from mingbai.ui.memory import Memory
from PySide6.QtCore import QTimer
from pathlib import Path
path, settings, page, end_painted = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4] == "painted"
app.Memory = lambda: Memory(settings)
real = app.Window
def rows():
    view = program_window[0].frame.page
    view = getattr(view, "view", None) or view.list
    model = view.model()
    if model.rowCount() and not getattr(model, "busy", False):
        view.viewport().repaint()
        print("rows", time.monotonic(), flush=True)
        os._exit(0)
    QTimer.singleShot(1, rows)
program_window = []
class Watched(real):
    def show_outline(self):
        super().show_outline()
        print("painted", time.monotonic(), flush=True)
        print("loaded", *sorted(sys.modules), flush=True)
        if end_painted:
            os._exit(0)
    def open(self):
        super().open()
        program_window.append(self)
        QTimer.singleShot(0, rows)
app.Window = Watched
app.main([str(path)])
"""


def environment(platform: str) -> dict[str, str]:
    """That of a person: what Python compiles is kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": platform}


def run(code: str, platform: str, *given: str) -> tuple[float, dict[str, float], list[str]]:
    """Milliseconds that a process took and until each mark it told, and the modules it had loaded."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, *given],
        env=environment(platform),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    whole = (time.monotonic() - began) * 1000
    marks: dict[str, float] = {}
    loaded: list[str] = []
    for line in done.stdout.splitlines():
        name, *rest = line.split()
        if name == "loaded":
            loaded = rest
        else:
            marks[name] = (float(rest[0]) - began) * 1000
    return whole, marks, loaded


def remember(settings: Path, ledger: Path, page: str) -> None:
    """What a start finds after an earlier day's work on that page."""
    from mingbai.ui.memory import Memory

    memory = Memory(settings)
    key = ledger.resolve().as_posix().replace("/", "_")
    memory.keep("look", {"theme": "light", "language": "zh", "scale": 1.0})
    memory.keep(f"state/{key}", {"page": page})
    memory.write()


def measure(ledger: Path, settings: Path, platform: str, page: str) -> None:
    """Prints the figures of one page on one platform."""
    remember(settings, ledger, page)
    kept: tuple[list[float], ...] = ([], [], [], [])
    loaded: list[str] = []
    for turn in range(TURNS + 1):
        times = (
            run(BARE, platform)[0],
            run(EMPTY, platform)[1]["painted"],
            run(START, platform, str(ledger), str(settings), page, "painted")[1]["painted"],
        )
        _, marks, loaded = run(START, platform, str(ledger), str(settings), page, "rows")
        if turn:  # the first fills the caches
            for times_kept, one in zip(kept, (*times, marks["rows"]), strict=True):
                times_kept.append(one)
    base, floor, seen, listed = map(statistics.median, kept)
    own = sum(name.startswith("mingbai") for name in loaded)
    early = [name for name in (*LATER, *LATER_QT) if name in loaded]
    print(f"{platform}, page {page}: bare import {base:.0f} ms, an empty window painted {floor:.0f} ms")
    print(
        f"  painted {seen:.0f} ms: {seen / base:.2f} x the bare import (limit {LIMIT}), {seen / floor:.2f} x the empty window"
    )
    print(
        f"  rows    {listed:.0f} ms: {listed / base:.2f} x the bare import, {listed / floor:.2f} x the empty window"
    )
    print(f"  loaded before it is painted: {own} modules of ours; too early: {', '.join(early) or 'none'}")


if __name__ == "__main__":
    given = arguments("Measures a start.")
    with tempfile.TemporaryDirectory() as folder:
        for count in given.records:
            copy = Path(folder, f"{count}.mingbai")
            shutil.copy(big_ledger(given.folder, count), copy)
            for platform in ("offscreen", *(("xcb",) if os.environ.get("DISPLAY") else ())):
                for page in ("today", "task"):
                    measure(copy, Path(folder, "memory.ini"), platform, page)
