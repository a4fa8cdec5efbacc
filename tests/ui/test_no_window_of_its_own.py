"""Whatever a page is made of stands in it before it is shown.

Qt shows a part that stands nowhere yet as a window of its own: it flashes up, and takes the keyboard.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from tests.conftest import TUESDAY
from tests.ui.conftest import SampleBook
from tests.ui.waiting import settled

from mingbai.domain.registers import REGISTERS
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.shell import stops
from mingbai.ui.shell.window import Window

LISTS = ("task", "issue", "decision")


class Watch(QObject):
    """Notes what is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.property('role') or watched.objectName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_no_part_of_a_page_or_of_an_open_entry_is_ever_a_window(
    sample_book: SampleBook, tmp_path: Path, watch: Watch
) -> None:
    path = tmp_path / "book.mingbai"
    shutil.copy(sample_book("zh"), path)
    bugs: list[object] = []
    window = Window(path, Look(), Memory(tmp_path / "memory.ini"), today=TUESDAY, failed=bugs.append)
    window.resize(1366, 768)
    window.show()
    found: dict[str, list[str]] = {}
    for code in (*stops.PAGES, *LISTS):
        watch.shown.clear()
        window.frame.show_page(code)
        settled(window)
        if code in REGISTERS:
            for entry in window.session.ledger.entries(REGISTERS[code])[:1]:
                window.frame.open_entry(entry)
                settled(window)
            window.frame.close_panel()
        if watch.shown:
            found[code] = list(watch.shown)
    window.close()
    assert (found, bugs) == ({}, [])
