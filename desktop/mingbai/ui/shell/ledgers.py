"""Other ledgers: those that were open lately, one from a file, a new one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from mingbai.domain.words import Words
from mingbai.ledger.file import SUFFIX
from mingbai.ui.command import Command
from mingbai.ui.look.icons import icon
from mingbai.ui.recent import recent_ledgers
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.ui.shell.frame import Frame

CHOOSE = Words("选一个账本文件", "Choose a ledger file")
NEW = Words("新建账本", "Create a new ledger")
OPEN = Words("打开账本：{name}", "Open ledger: {name}")
KIND = Words("账本 (*{suffix})", "Ledgers (*{suffix})").format(suffix=SUFFIX)


class Ledgers(QObject):
    """Asks which other ledger; opening it is the program's."""

    def __init__(self, session: Session, frame: Frame) -> None:
        super().__init__(frame)
        self._session = session
        self._frame = frame

    def recent(self) -> list[Path]:
        """The others that were open lately and are still there."""
        here = self._session.ledger.path.resolve()
        return [path for path in recent_ledgers(self._session.memory) if path.resolve() != here]

    def commands(self) -> list[Command]:
        """One for each of them."""
        return [
            Command(
                f"open.{path}",
                OPEN.format(name=path.stem),
                partial(self._session.ledger_asked.emit, path),
                icon="folder",
                detail=Words(str(path.parent), str(path.parent)),
            )
            for path in self.recent()
        ]

    def choose(self) -> None:
        """Ctrl+O: asks for a file."""
        word, folder = self._session.word, self._session.ledger.path.parent
        path, _ = QFileDialog.getOpenFileName(self._frame, word(CHOOSE), str(folder), word(KIND))
        if path and Path(path).resolve() != self._session.ledger.path.resolve():
            self._session.ledger_asked.emit(Path(path))

    def menu(self) -> QMenu:
        """Lately opened ones first, then a file, then a new one."""
        session, menu = self._session, QMenu(self._frame)
        menu.setToolTipsVisible(True)
        for path in self.recent():
            action = menu.addAction(icon(session.look, "folder"), path.stem.replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self._session.ledger_asked.emit, path))
        menu.addSeparator()
        more: tuple[tuple[Words, str, Callable[[], object]], ...] = (
            (CHOOSE, "doc", self.choose),
            (NEW, "plus", self._session.other_asked.emit),
        )
        for words, name, run in more:
            menu.addAction(icon(session.look, name), session.word(words)).triggered.connect(
                partial(_run, run)
            )
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def offer(self) -> None:
        """Shows the menu below the button that asked for it."""
        asked = QApplication.focusWidget() or self._frame
        self.menu().popup(asked.mapToGlobal(asked.rect().bottomLeft()))


def _run(run: Callable[[], object], _checked: bool = False) -> None:
    run()
