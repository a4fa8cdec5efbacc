"""A start of the real program: what is loaded before it is seen, and that the rail needs no register for its words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mingbai.domain.registers import REGISTERS
from mingbai.ledger.ledger import Ledger
from mingbai.ui.shell import stops

LATER_LIBRARIES = frozenset(
    {
        *("openpyxl", "sqlite_utils", "python_calamine", "rapidfuzz"),
        *("PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSvg"),
    }
)
LATER = LATER_LIBRARIES | {
    "mingbai.domain.registers",
    "mingbai.ledger.ledger",
    "mingbai.ui.shell.frame",
    "mingbai.ui.shell.saved_stops",
    "html",
    "sqlite3",
}
"""What the outline does without."""

UNSEEN = LATER_LIBRARIES | {
    "mingbai.ui.panel.panel",
    "mingbai.ui.panel.adding",
    "mingbai.ui.paper.printing",
    "mingbai.ui.shell.commands",
    "mingbai.ui.pages.register",
    "mingbai.ui.quick.notice_card",
    "mingbai.desk.exports",
    "mingbai.desk.attachments",
    "mingbai.ledger.contents",
    "mingbai.desk.merging",
    "mingbai.desk.pasting",
    "mingbai.desk.sample.sample",
    "mingbai.rules.flags",
    "mingbai.rules.hours",
    "mingbai.rules.notice",
}
"""What the first page does without too."""

MOST_EARLY, MOST_OPEN = 40, 245
"""Modules of ours that an outline and a first page may take. One more costs half a millisecond or so, a
register five: whoever lifts a number has measured (`tests/bench/bench_start.py`)."""

START = """
import linecache, os, sys
from pathlib import Path
from mingbai import app
from PySide6.QtCore import QTimer
from mingbai.ui.memory import Memory
from mingbai.ui.shell.window import Window

class Watched(Window):
    def show_outline(self):
        super().show_outline()
        print("outline", self.isVisible(), self.windowTitle(), *sorted(sys.modules), flush=True)
    def open(self):
        super().open()
        print("open", self.frame.page.code, self.windowTitle(), *sorted(sys.modules), flush=True)
        print("read", *[name for name in linecache.cache if "mingbai" in name], flush=True)
        QTimer.singleShot(0, self.close)

app.Window = Watched
app.Memory = lambda: Memory(Path(sys.argv[2]))
sys.exit(app.main([sys.argv[1]]))
"""

REFUSED = """
import sys
from pathlib import Path
from mingbai import app
from mingbai.ui.memory import Memory

app.Program._say = lambda _, trouble: print(trouble.words.en)
app.Memory = lambda: Memory(Path(sys.argv[2]))
sys.exit(app.main([sys.argv[1]]))
"""


def started(ledger: Path, memory: Path) -> list[list[str]]:
    """What a start of the program tells: its outline with all loaded modules, then the open window."""
    done = run(START, ledger, memory)
    done.check_returncode()
    return [line.split() for line in done.stdout.splitlines()]


def _ours(modules: list[str]) -> int:
    return sum(name.startswith("mingbai.") for name in modules)


def run(program: str, ledger: Path, memory: Path) -> subprocess.CompletedProcess[str]:
    """Runs a start of the program to its end."""
    return subprocess.run(
        [sys.executable, "-c", program, str(ledger), str(memory)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_window_is_seen_before_the_ledger_and_the_large_libraries_are_loaded(
    ledger: Ledger, tmp_path: Path
) -> None:
    path = ledger.path
    ledger.close()
    (_, seen, *outline), opened, read = started(path, tmp_path / "memory.ini")
    assert seen == "True"
    assert 30 < _ours(outline) <= MOST_EARLY
    assert "mingbai.ui.shell.outline" in outline
    assert not LATER & set(outline)
    assert opened[:2] == ["open", "today"]
    assert "mingbai.ui.shell.frame" in opened
    assert not UNSEEN & set(opened)
    assert 100 < _ours(opened) <= MOST_OPEN
    assert read == ["read"], "the sources are read at a start"
    # The second start knows the place before it reads the ledger.
    (_, _, *outline), opened, _ = started(path, tmp_path / "memory.ini")
    assert outline[0] == opened[2] == "新湖社区"


def test_the_panel_is_built_without_workbooks_and_rules() -> None:
    """It is built a second after the start, on the window's thread: what it loads holds up whoever types."""
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys, mingbai.ui.panel.panel; print(*sys.modules)"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=120,
    ).stdout.split()
    rules = {"mingbai.rules.flags", "mingbai.rules.notice", "mingbai.desk.dropped", "multiprocessing"}
    assert not (LATER_LIBRARIES | rules) & set(loaded)


def test_a_name_that_is_no_utf_8_is_refused_in_a_sentence(ledger: Ledger, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xd0\xc2.mingbai"))
    ledger.close()
    try:
        ledger.path.rename(path)
    except OSError:
        pytest.skip("this disk has no such names")
    done = run(REFUSED, path, tmp_path / "memory.ini")
    assert done.returncode == 1
    assert "rename the file" in done.stdout


def test_the_rail_calls_registers_what_they_are_called() -> None:
    """The first six may drop a word where there is little room."""
    for stop in stops.FIRST:
        if stop.code not in stops.PAGES:
            assert stop.words.zh == REGISTERS[stop.code].words.zh
            assert stop.words.en.lower().removesuffix("s") in REGISTERS[stop.code].words.en.lower()
    for stop in stops.REST:
        if stop.code not in stops.PAGES:
            assert stop.words == REGISTERS[stop.code].words
