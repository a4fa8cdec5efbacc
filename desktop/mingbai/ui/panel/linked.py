"""The entries that belong to the open one: clickable lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mingbai.desk.spoken_days import short_day
from mingbai.desk.whole import Linked
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.emptying import empty
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.session import Session

ALL = Words("全部", "All")
SIDES, GAP = 8, 8
"""What stands beside a line's text at 100 %, and the gap after the icon."""


class LinkedEntries(QWidget):
    """Groups of other entries; a click opens one in the panel."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.buttons: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def tell(self, groups: Iterable[Linked]) -> None:
        """Shows these groups."""
        empty(self._layout)
        self.buttons = []
        for group in groups:
            self._layout.addWidget(self._head(group))
            for entry in group.entries:
                self._layout.addWidget(self._line(entry))
        self.setVisible(bool(self.buttons))

    def _head(self, group: Linked) -> QWidget:
        session = self._session
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(0, 6, 0, 0)
        label = styled(QLabel(session.word(group.words)), "label")
        label.setFont(session.look.font(Size.CELL))
        layout.addWidget(label, 1)
        if group.where:
            code = group.entries[0].register.code
            all_of_them = styled(QPushButton(session.word(ALL)), "link")
            all_of_them.setAccessibleName(f"{session.word(ALL)} {session.word(group.words)}")
            all_of_them.clicked.connect(lambda: session.ask(code, group.where))
            layout.addWidget(all_of_them)
        return head

    def _line(self, entry: Entry) -> QPushButton:
        session = self._session
        title = session.glossary.show(entry.uid, session.look.language)
        stored = entry.stored.get(entry.register.dated)
        day = session.word(short_day(date.fromisoformat(str(stored)[:10]), session.today)) if stored else ""
        button = _Line(session, "  ".join(part for part in (day, title) if part), entry.number)
        button.setAccessibleName(f"{entry.number} {title}".strip())
        button.clicked.connect(lambda: session.open(entry))
        self.buttons.append(button)
        return button


class _Line(QPushButton):
    """A text cut where there is no room, whole in its tooltip."""

    def __init__(self, session: Session, text: str, number: str) -> None:
        super().__init__()
        styled(self, "quiet")
        put_icon(self, session.look, "link", "text3")
        self._text = text
        self._around = 2 * session.look.px(SIDES) + GAP
        self.setToolTip(as_typed(f"{number}  {text}".strip()))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(" ")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width cuts elsewhere."""
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - self._around
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))
