"""A window over the ledger of a test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from tests.ui.waiting import settled

from mingbai.desk.beginning import Beginning, begin
from mingbai.domain.words import Language
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.shell.window import Window

DAY = date(2026, 11, 24)
"""The Tuesday that tests take place on."""
PLACES = {"zh": "新湖社区", "en": "Xinhu Community"}


def new_book(path: Path, language: Language) -> Path:
    """A ledger in which nothing is recorded yet."""
    begin(Beginning(path, PLACES[language]), today=DAY, language=language)
    return path


@contextmanager
def opened_window(book: Path, folder: Path, look: Look, size: tuple[int, int]) -> Iterator[Window]:
    """The window over a copy of a ledger; a bug it meets is raised at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / book.name
    shutil.copy(book, path)
    bugs: list[object] = []
    window = Window(path, look, Memory(folder / "memory.ini"), today=DAY, failed=bugs.append)
    window.resize(*size)
    window.show()
    window.activateWindow()
    settled(window)
    try:
        yield window
    finally:
        window.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for bug in bugs:
        assert isinstance(bug, BaseException)
        raise bug
