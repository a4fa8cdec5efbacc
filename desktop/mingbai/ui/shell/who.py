"""Who sits at the window, at the right end of the status bar: what is done is put down under that name.

One file is often used by several people at one computer. Nobody logs in: whoever sits down says so here, and
where nobody did no name is written.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from mingbai.desk.colleagues import colleagues
from mingbai.domain.staff import STAFF
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Change
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.session import Session

NOBODY = Words("谁在用？", "Who is here?")
WHO = Words("谁在用：{name}", "Who is here: {name}")
WRITTEN = Words(
    "您登记和修改的，记在{name}名下。换人时在这里改",
    "What you record and change carries the name {name}; change it when someone else sits down",
)
NOT_WRITTEN = Words(
    "选了名字，办理经过里就写明是谁记的；不选也可以",
    "Choose a name and each entry's history says who recorded it; you need not",
)
NO_NAME = Words("不写名字", "No name")
STAFF_LIST = Words("工作人员名单", "List of staff")


class Who(QPushButton):
    """The name, and a menu of all who work here; not there where one person works alone."""

    told = Signal()
    """Another name stands there, or none."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        styled(self, "quiet", "small")
        put_icon(self, session.look, "person", size=14)
        self.clicked.connect(self.choose)
        session.who_changed.connect(self._show)
        session.changed.connect(self._heard)
        self._look_anew()

    def choose(self) -> None:
        """Offers the names."""
        session = self._session
        menu = Menu(session.look, self.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for uid, name in colleagues(session.ledger, session.today).items():
            action = menu.addAction(_plain(name), partial(session.sits_down, uid))
            action.setCheckable(True)
            action.setChecked(name == session.who)
        menu.addSeparator()
        if session.who:
            menu.addAction(session.word(NO_NAME), session.stands_up)
        menu.addAction(session.word(STAFF_LIST), partial(session.ask, STAFF.code))
        corner = self.mapToGlobal(self.rect().topRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), menu.sizeHint().height()))

    def _heard(self, change: Change) -> None:
        if STAFF.code in change.uids:
            self._look_anew()

    def _look_anew(self) -> None:
        self.setVisible(bool(colleagues(self._session.ledger, self._session.today)))
        self._show()

    def _show(self) -> None:
        session, name = self._session, self._session.who
        self.setText(_plain(name) if name else session.word(NOBODY))
        self.setAccessibleName(session.word(WHO.format(name=name) if name else NOBODY))
        self.setToolTip(as_typed(session.word(WRITTEN.format(name=name) if name else NOT_WRITTEN)))
        self.told.emit()


def _plain(name: str) -> str:
    """A name as a button or a menu shows it: of an & it would make a key."""
    return name.replace("&", "&&")
