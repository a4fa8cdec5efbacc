"""The entries that belong to the open one: clickable lines."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mingbai.desk.whole import Linked
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.session import Session

ALL = Words("全部", "All")
ROOM = 286
"""For a line's text, at 100 %."""


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
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
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
        day = str(entry.stored.get(entry.register.dated) or "")[5:10]
        text = "  ".join(part for part in (day, title) if part)
        button = styled(QPushButton(), "quiet")
        put_icon(button, session.look, "link", "text3")
        metrics = button.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, session.look.px(ROOM))
        button.setText(shown.replace("&", "&&"))
        button.setToolTip(as_typed(f"{entry.number}  {text}".strip()))
        button.setAccessibleName(f"{entry.number} {title}".strip())
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: session.open(entry))
        self.buttons.append(button)
        return button
