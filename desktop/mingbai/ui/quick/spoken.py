"""What speaks against an assignment, calmly: each with where that is written, and the earlier entry one key away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.quick.below import SHOW

if TYPE_CHECKING:
    from mingbai.desk.suggesting import Spoken

MOST = 3
LOW = 560
"""In a window lower than this, at 100 %, what cannot scroll takes one line."""
MORE = Words("另有 {n} 条提示，登记后在记录里看", "{n} more flags stand in the entry once it is recorded")
ONE_MORE = Words("另有 1 条提示，登记后在记录里看", "One more flag stands in the entry once it is recorded")


class SpokenLines(QWidget):
    """At most three lines, each with its clause."""

    def __init__(
        self,
        look: Look,
        open_entry: Callable[[Entry], None],
        parent: QWidget | None = None,
        *,
        scrolls: bool = False,
    ) -> None:
        super().__init__(parent)
        self._scrolls = scrolls
        self._look = look
        self._open = open_entry
        self._spoken: tuple[Spoken, ...] = ()
        self.links: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """What is shown."""
        return self._spoken

    def tell(self, spoken: Sequence[Spoken]) -> None:
        """Shows these; nothing without any."""
        if tuple(spoken) == self._spoken:
            return
        self._spoken = tuple(spoken)
        self.links = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        low = not self._scrolls and self.window().height() < self._look.px(LOW)
        most = 1 if low else MOST
        for one in self._spoken[:most]:
            self._column.addWidget(self._line(one))
        left = len(self._spoken) - most
        if left > 0:
            self._column.addWidget(self._label(ONE_MORE if left == 1 else MORE.format(n=left), "caption"))
        self.setVisible(bool(self._spoken))

    def _line(self, one: Spoken) -> QWidget:
        look = self._look
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        sign = QLabel(line)
        sign.setContentsMargins(0, look.px(2), 0, 0)
        sign.setPixmap(pixmap(look, "flag", "amber", 15, self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(1)
        said.addWidget(self._label(one.words, "text"))
        if look.word(one.clause):
            said.addWidget(self._label(one.clause, "caption"))
        row.addLayout(said, 1)
        if (entry := one.other) is not None:
            link = styled(QPushButton(look.word(SHOW), line), "link")
            link.setAccessibleName(f"{look.word(SHOW)} {entry.number}")
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(lambda: self._open(entry))
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
            self.links.append(link)
        line.show()
        return line

    def _label(self, words: Words, role: str) -> QLabel:
        look = self._look
        label = styled(QLabel(look.word(words)), role)
        label.setFont(look.font(Size.CAPTION if role == "caption" else Size.CELL))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setToolTip(as_typed(label.text()))
        return label
