"""Other ledgers: those that were open lately, one from a file, a new one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QWidget

from mingbai.domain.words import Words
from mingbai.ledger.file import SUFFIX
from mingbai.ui.command import Command
from mingbai.ui.look.icons import icon
from mingbai.ui.look.roles import as_typed
from mingbai.ui.product import NAME
from mingbai.ui.recent import recent_ledgers
from mingbai.ui.session import Session

CHOOSE = Words("选一个账本文件", "Choose a ledger file")
NEW = Words("新建账本", "Create a new ledger")
OPEN = Words("打开账本：{name}", "Open ledger: {name}")
DROPPED = Words(
    "“{name}”是一个账本。要打开它吗？现在这本“{here}”已保存，会关上。",
    "“{name}” is a ledger. Open it? The one in use, “{here}”, is saved and will be closed.",
)
OPEN_ALREADY = Words("“{name}”就是现在打开的账本", "“{name}” is the ledger that is open now")
YES = Words("打开这个账本", "Open this ledger")
NO = Words("不打开", "Leave it")
KIND = Words("账本 (*{suffix})", "Ledgers (*{suffix})").format(suffix=SUFFIX)


class Ledgers(QObject):
    """Asks which other ledger; opening it is the program's."""

    def __init__(self, session: Session, over: QWidget) -> None:
        """Dialogs and menus lie `over` a widget."""
        super().__init__(over)
        self._session = session
        self._over = over

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
        path, _ = QFileDialog.getOpenFileName(self._over, word(CHOOSE), str(folder), word(KIND))
        if path and Path(path).resolve() != self._session.ledger.path.resolve():
            self._session.ledger_asked.emit(Path(path))

    def offer_dropped(self, path: Path) -> None:
        """Asks whether the ledger that was dropped on the window shall be opened; it takes this one's place."""
        word, here = self._session.word, self._session.ledger.path
        if path.resolve() == here.resolve():
            self._session.said.emit(OPEN_ALREADY.format(name=path.stem))
            return
        asked = word(DROPPED.format(name=path.stem, here=here.stem))
        box = QMessageBox(QMessageBox.Icon.NoIcon, word(NAME), asked, parent=self._over)
        box.setTextFormat(Qt.TextFormat.PlainText)
        yes = box.addButton(word(YES), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(word(NO), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(yes)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes.clicked.connect(lambda: QTimer.singleShot(0, self, lambda: self._session.ledger_asked.emit(path)))
        box.open()

    def menu(self) -> QMenu:
        """Lately opened ones first, then a file, then a new one."""
        session, menu = self._session, QMenu(self._over)
        menu.setToolTipsVisible(True)
        for path in self.recent():
            action = menu.addAction(icon(session.look, "folder"), path.stem.replace("&", "&&"))
            action.setToolTip(as_typed(str(path)))
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
        asked = QApplication.focusWidget() or self._over
        self.menu().popup(asked.mapToGlobal(asked.rect().bottomLeft()))


def _run(run: Callable[[], object], _checked: bool = False) -> None:
    run()
