"""The tests of the window hear what Qt complains about and what breaks in a slot: nobody has to look for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

CONFTEST = "from tests.ui.conftest import pytest_runtest_teardown\n"
CASES = """
import pytest
from PySide6.QtCore import QObject, Signal, qWarning
from PySide6.QtWidgets import QWidget


class Teller(QObject):
    told = Signal()


class Paints(QWidget):
    def paintEvent(self, _):
        raise ValueError


@pytest.fixture
def ends_badly(qtbot):
    yield
    qWarning("weak")


def fail():
    raise ValueError


def test_calm(qtbot):
    pass


def test_warning(qtbot):
    qWarning("weak")


def test_slot(qtbot):
    teller = Teller()
    teller.told.connect(fail)
    teller.told.emit()


def test_virtual(qtbot):
    widget = Paints()
    qtbot.addWidget(widget)
    widget.grab()


def test_warning_at_the_end(ends_badly):
    pass
"""


def test_what_qt_swallows_fails_a_test(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_cases.py").write_text(CASES)
    pytest_run = [sys.executable, "-m", "pytest", "-q", "-c", str(ROOT / "pyproject.toml"), str(tmp_path)]
    ran = subprocess.run(pytest_run, cwd=ROOT, capture_output=True, text=True, check=False)
    told = sorted(line for line in ran.stdout.splitlines() if line.startswith(("FAILED", "ERROR")))
    kinds = [f"{line.split()[0]} {line.split('::')[1].split()[0]}" for line in told]
    assert kinds == [
        "ERROR test_warning_at_the_end",
        "FAILED test_slot",
        "FAILED test_virtual",
        "FAILED test_warning",
    ], ran.stdout
    assert "3 failed, 2 passed, 1 error" in ran.stdout
