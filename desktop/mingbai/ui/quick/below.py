"""What stands below the typed line: one sentence with buttons, and the calm remarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mingbai.desk.quick_noticing import Notice
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.emptying import empty
from mingbai.ui.flow import Flow, growing
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.one_line import OneLine
from mingbai.ui.look.roles import styled

SHOW = Words("查看", "Show")
GAP = 16
ENOUGH = 0.4
"""A remark that leaves more than the rest of a line has its detail there, cut if need be."""


class Sentence(QWidget):
    """One sentence, with an icon, and buttons that answer it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._icon = QLabel(self)
        self._icon.setContentsMargins(0, look.px(3), 0, 0)
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setFont(look.font(Size.CELL))
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.label, 1)
        self.buttons: list[QPushButton] = []
        self.hide()

    def say(
        self, words: Words | None, tone: str = "", answers: Sequence[tuple[Words, Callable[[], object]]] = ()
    ) -> None:
        """Says a sentence, with its answers; None takes it away."""
        for button in self.buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self.buttons = []
        if words is None:
            self.label.clear()
            self.hide()
            return
        look = self._look
        styled(self.label, "secondary", tone)
        self.label.style().unpolish(self.label)
        self.label.style().polish(self.label)
        self.label.setText(look.word(words))
        self.label.setAccessibleName(self.label.text())
        self._icon.setPixmap(
            pixmap(look, {"danger": "warn", "green": "check"}.get(tone, "info"), tone or "text2", 15)
        )
        for answer, act in answers:
            button = styled(QPushButton(look.word(answer), self), "link")
            button.setAccessibleName(button.text())
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(act)
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            # Beside a sentence that is seen already a layout shows it a moment later: until then it takes no focus.
            button.show()
            self.buttons.append(button)
        self.show()


class Remarks(QWidget):
    """The calm remarks about a line, in one row that wraps."""

    def __init__(
        self, look: Look, open_entry: Callable[[Entry], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._open = open_entry
        self._notices: tuple[Notice, ...] = ()
        self.links: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        line = styled(QFrame(self), "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        self._box = QWidget(self)
        self._box.setSizePolicy(growing())
        self.setSizePolicy(growing())
        self._flow = Flow(GAP, self._box)
        column.addWidget(self._box)
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is shown."""
        return self._notices

    def tell(self, notices: Sequence[Notice]) -> None:
        """Shows these remarks."""
        if tuple(notices) == self._notices:
            return
        self._notices = tuple(notices)
        self.links = []
        empty(self._flow)
        for notice in self._notices:
            detail = self._detail(notice)
            self._flow.addWidget(self._remark(notice, detail))
            if detail is not None and detail.parent() is None:
                detail.setParent(self._box)
                self._flow.addWidget(detail)
                detail.show()
        self.setVisible(bool(self._notices))
        self._box.updateGeometry()
        self.updateGeometry()

    def _remark(self, notice: Notice, detail: QWidget | None) -> QWidget:
        """With its detail where there is room for both, or for enough of it."""
        look = self._look
        remark = QWidget(self._box)
        row = QHBoxLayout(remark)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(7)
        sign = QLabel(remark)
        icon = "warn" if notice.same else "flag" if notice.flag else "info" if notice.entry else "list"
        ink = "danger" if notice.same else "amber" if notice.flag else "accent"
        sign.setPixmap(pixmap(look, icon, ink, 15))
        row.addWidget(sign)
        said = styled(OneLine(look.word(notice.words)), "caption", "danger" if notice.same else "text")
        said.setFont(look.font(Size.CAPTION))
        said.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(said)
        around = self.parentWidget()
        room = around.width() if around is not None else self.width()
        wide = said.sizeHint().width()
        if detail is not None and (
            wide < room * ENOUGH or wide + detail.sizeHint().width() + 2 * GAP < room - look.px(GAP)
        ):
            # The detail is cut where there is too little room, never what it belongs to.
            said.setMinimumWidth(wide)
            row.addSpacing(3)
            row.addWidget(detail, 1)
        if (entry := notice.entry) is not None:
            link = styled(QPushButton(look.word(SHOW), remark), "link")
            link.setAccessibleName(f"{look.word(SHOW)} {entry.number}")
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(lambda: self._open(entry))
            row.addWidget(link)
            self.links.append(link)
        remark.show()
        return remark

    def _detail(self, notice: Notice) -> QWidget | None:
        look = self._look
        if look.word(notice.detail) in ("", look.word(notice.words)):
            return None
        detail = styled(OneLine(look.word(notice.detail)), "caption")
        detail.setFont(self._look.font(Size.CAPTION))
        detail.setTextFormat(Qt.TextFormat.PlainText)
        return detail
