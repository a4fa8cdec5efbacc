"""Pictures of the main pages of a ledger, made without a display."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from mingbai.domain.words import Language, Words
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.shell.window import Window

PAGES = ("today", "task", "review", "report")
NAME = Words("示例画面-{page}", "sample-page-{page}")
MADE = Words("画面（{page}）：{path}", "Picture of {page}: {path}")
SIZE = (1280, 800)
CALM_MS = 400
"""A page is whole when nothing was going on for so long."""
LONGEST_MS = 60_000


def picture_pages(ledger: Path, language: Language, today: date) -> Iterator[Words]:
    """Pictures beside a ledger, told one by one. The ledger itself is only copied."""
    app = QApplication.instance() or QApplication([])
    failed: list[object] = []
    with TemporaryDirectory() as folder:
        copy = Path(shutil.copy(ledger, folder))
        memory = Memory(Path(folder) / "memory.ini")
        window = Window(copy, Look("light", language), memory, today=today, failed=failed.append)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*SIZE)
        window.show()
        for code in PAGES:
            window.frame.show_page(code)
            _calm_down(window)
            page = window.session.word(window.frame.page.words)
            out = ledger.parent / f"{NAME.into(language).format(page=page)}.png"
            window.grab().save(str(out))
            yield MADE.format(page=window.frame.page.words, path=out)
        window.close()
        app.processEvents()
    for error in failed:
        if isinstance(error, BaseException):
            raise error


def _calm_down(window: Window) -> None:
    loop, look = QEventLoop(), QTimer()
    look.setInterval(CALM_MS // 4)
    quiet = 0

    def looked() -> None:
        nonlocal quiet
        quiet = 0 if window.session.runner.busy else quiet + look.interval()
        if quiet >= CALM_MS:
            loop.quit()

    look.timeout.connect(looked)
    look.start()
    QTimer.singleShot(LONGEST_MS, loop, loop.quit)
    loop.exec()
