"""Which of the cuts came back as the open entry: chosen by hand where the program saw nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.desk import comebacks
from mingbai.desk.cuts import Cut, linkable
from mingbai.desk.lines import Names
from mingbai.domain.review import CAME_BACK
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.agenda.cut_row import cut_row
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.inline import Inline
from mingbai.ui.look.roles import styled
from mingbai.ui.pressing import Dialog
from mingbai.ui.session import Session

CUT_AND_BACK = Words("减过的又来了", "It was cut and came back")
WHICH = Words("它是以前减掉的哪一项", "Which earlier cut it is")
NONE = Words("近 12 个月没有减掉的事项可以对上", "Nothing was cut in the last 12 months that it could be")
NOTED = Words("{what}：{title}", "{what}: {title}")
"""What became of a cut, said once it is noted."""
LINK = Words("就是这一项", "This one")
CLOSE = Words("关闭", "Close")
WIDTH, HEIGHT = 520, 420


def choose_cut(session: Session, entry: Entry, parent: QWidget) -> CutChoice:
    """Opens the choice over the window of `parent`."""
    dialog = CutChoice(session, entry, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class CutChoice(Dialog):
    """The cuts of twelve months, those of the same unit first; Enter links."""

    def __init__(self, session: Session, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._entry = session, entry
        styled(self, "page")
        word, look = session.word, session.look
        self.setWindowTitle(word(CUT_AND_BACK))
        found = linkable(session.ledger, entry, session.today, Names(session.ledger, session.glossary))
        self.list = AgendaList(look, word(WHICH))
        self.list.put([cut_row(cut, session) for cut in found])
        self.list.entered.connect(self._link)
        self.list.opened.connect(self._link)
        self.list.setVisible(bool(found))
        none = styled(QLabel(word(NONE)), "text")
        none.setWordWrap(True)
        none.setVisible(not found)
        self.notice = Inline(look)
        self.link = styled(QPushButton(word(LINK)), "primary")
        self.link.setAccessibleName(word(LINK))
        self.link.setVisible(bool(found))
        self.link.clicked.connect(self._link_current)
        close = styled(QPushButton(word(CLOSE)), "plain")
        close.setAccessibleName(word(CLOSE))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        named = styled(QLabel(session.glossary.show(entry.uid, look.language)), "name")
        named.setWordWrap(True)
        column.addWidget(named)
        column.addWidget(styled(QLabel(word(WHICH)), "secondary"))
        column.addWidget(self.list, 1)
        column.addWidget(none)
        if not found:
            column.addStretch(1)
        column.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.link)
        column.addLayout(foot)
        self.resize(min(look.px(WIDTH), parent.width() - 40), min(look.px(HEIGHT), parent.height() - 40))
        (self.list if found else close).setFocus()

    def _link_current(self) -> None:
        row = self.list.current()
        if row is not None:
            self._link(row.what)

    def _link(self, what: object) -> None:
        if not isinstance(what, Cut):
            return
        session, entry = self._session, self._entry
        session.do(
            lambda: comebacks.link_back(session.ledger, what.decision, entry, today=session.today),
            lambda _: self.accept(),
            owner=self,
            refused=lambda trouble: self.notice.say(session.word(trouble.words)),
            done=NOTED.format(what=CAME_BACK, title=what.title),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, and Enter presses the button with the focus; nothing else acts by itself."""
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            self.enter.presses(event)
