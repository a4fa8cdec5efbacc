"""How long a start takes, against a process that does nothing but `import PySide6.QtWidgets`.

Limit: from the start of the process to the painted window at most 1.6 times that. "Painted" is the frame in
which the window stands on the screen with its rail, the page's title and the places of its parts, drawn by
the program's own widgets; the list is not in it yet. "Rows" is the frame that shows entries of the ledger,
after which keys are answered; what is typed between the two waits and is not lost. Processes run in turn,
so that all meet the same weather; told are medians, by the clock and by the work of the processors,
which busy neighbours change less. No library for workbooks, for migrations or for
comparing texts is loaded before the window is painted, nor any part of Qt but the widgets.

    PYTHONPATH=desktop python -m tests.bench.bench_start --records 100000
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.big_ledger import arguments, big_ledger

TURNS = 11
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
import gc, os, sys, time
gc.disable()  # as `mingbai` does
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


@dataclass(frozen=True, slots=True)
class Run:
    """One process: milliseconds until the mark it told (or its end), those the processors worked, its modules."""

    passed: float
    worked: float
    loaded: tuple[str, ...]


def run(code: str, platform: str, *given: str) -> Run:
    """Runs a process that tells `MARK time` and ends there, or tells nothing."""
    worked, began = _worked(), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, *given],
        env=environment(platform),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    ended = time.monotonic()
    loaded: tuple[str, ...] = ()
    for line in done.stdout.splitlines():
        name, *rest = line.split()
        if name == "loaded":
            loaded = tuple(rest)
        else:
            ended = float(rest[0])
    return Run((ended - began) * 1000, (_worked() - worked) * 1000, loaded)


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def remember(settings: Path, ledger: Path, page: str) -> None:
    """What a start finds after an earlier day's work on that page."""
    from mingbai.ui.memory import Memory

    memory = Memory(settings)
    key = ledger.resolve().as_posix().replace("/", "_")
    memory.keep("look", {"theme": "light", "language": "zh", "scale": 1.0})
    memory.keep(f"state/{key}", {"page": page})
    memory.write()


def compared(runs: list[Run], base: list[Run]) -> str:
    """How many times as long as something else, turn by turn: by the clock, and by the processors' work."""
    pairs = list(zip(runs, base, strict=True))
    passed = statistics.median(one.passed / other.passed for one, other in pairs)
    worked = statistics.median(one.worked / other.worked for one, other in pairs)
    return f"{passed:.2f} x (work {worked:.2f} x)"


def measure(ledger: Path, settings: Path, platform: str, page: str) -> None:
    """Prints the figures of one page on one platform."""
    remember(settings, ledger, page)
    given = (str(ledger), str(settings), page)
    kept: tuple[list[Run], ...] = ([], [], [], [])
    bare, empty, painted, rows = kept
    for turn in range(TURNS + 1):
        runs = (
            run(BARE, platform),
            run(EMPTY, platform),
            run(START, platform, *given, "painted"),
            run(START, platform, *given, "rows"),
        )
        if turn:  # the first fills the caches
            for several, one in zip(kept, runs, strict=True):
                several.append(one)
    print(f"{platform}, page {page}:")
    for name, runs_of in (
        ("bare import", bare),
        ("empty window", empty),
        ("painted", painted),
        ("rows", rows),
    ):
        passed, worked = [one.passed for one in runs_of], [one.worked for one in runs_of]
        print(
            f"  {name:12} {statistics.median(passed):5.0f} ms (least {min(passed):.0f}), "
            f"work {statistics.median(worked):.0f} ms (least {min(worked):.0f})"
        )
    print(
        f"  painted: {compared(painted, bare)} the bare import (limit {LIMIT}), {compared(painted, empty)} the empty window"
    )
    print(f"  rows:    {compared(rows, bare)} the bare import, {compared(rows, empty)} the empty window")
    loaded = painted[-1].loaded
    own = sum(name.startswith("mingbai") for name in loaded)
    early = [name for name in (*LATER, *LATER_QT) if name in loaded]
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
