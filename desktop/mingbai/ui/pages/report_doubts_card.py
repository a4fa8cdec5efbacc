"""The card beside a report's paper that says what to look at before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mingbai.domain.words import Words
from mingbai.ui.card import GAP, Card
from mingbai.ui.emptying import empty
from mingbai.ui.later import later
from mingbai.ui.look.look import UNBOUNDED
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.month.doubt import Doubt


TO_LOOK_AT = Words("还有 {n} 处要看一眼", "{n} to check")
NOTHING_TO_LOOK_AT = Words("没有要看的", "Nothing to check")
IT_IS_SO = Words("看过，不用改", "Leave as is")
UNTIL_CHANGED = Words("不再列出，直到其中一条有改动", "Not listed again until one of its rows changes")
AGAIN = Words("{n} 处看过了，再列出来", "{n} seen; list again")
MORE = Words("还有 {n} 处，都列出来", "{n} more; show all")
AT_MOST = Words("最多列 10 处", "At most 10")
WORKING = Words("正在核对", "Checking")
MENDED = Words("{verb}，{what}", "{verb}: {what}")


class DoubtsCard(Card):
    """What to look at before sending; each line ends in what to do about it."""

    picked = Signal(object)
    """A `Doubt` whose remedy was asked for."""
    settled = Signal(object)
    """A `Doubt` that a person looked at and found to be so."""
    again_asked = Signal()
    """Those that were settled are to be told again."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.word(WORKING))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP + 2)
        self.column.addLayout(self._lines)
        # Amid a layout nothing tells how high it is going to be.
        self._fitting = later(self, 0, self._fit)
        self._most, self._all = UNBOUNDED, False
        self._held: list[QWidget] = []
        self.buttons: list[QPushButton] = []
        self.more = styled(QPushButton(), "link")
        self.more.clicked.connect(self._show_all)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()
        self._again = styled(QPushButton(), "link")
        self._again.clicked.connect(self.again_asked)
        self.column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self._again.hide()

    def limit(self, most: int) -> None:
        """From now on the card is at most so high: those that do not fit are told by their number."""
        # What is shown moves the cards below it, and these tell of their room again.
        if most != self._most:
            self._most = most
            self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start()

    def _fit(self) -> None:
        """Shows as many as there is room for, one at least; all of them once they were asked for."""
        for line in self._held:
            line.setVisible(True)
        self._lines.invalidate()
        self.more.hide()
        if self._all or self.needed <= self._most:
            return
        self.more.setText(self.session.word(MORE.format(n=len(self._held))))
        self.more.show()
        shown = len(self._held)
        while shown > 1 and self.needed > self._most:
            shown -= 1
            self._held[shown].hide()
            # A layout within another one hears of that later.
            self._lines.invalidate()
        self.more.setText(self.session.word(MORE.format(n=len(self._held) - shown)))
        self.more.setVisible(shown < len(self._held))

    def _show_all(self) -> None:
        first = next((at for at, line in enumerate(self._held) if line.isHidden()), 0)
        self._all = True
        self._fit()
        # The keyboard goes on to the first of those that came into sight.
        self.buttons[first].setFocus()

    def begin_period(self) -> None:
        """Of another period those are shown again that there is room for."""
        self._all = False

    def show_doubts(self, doubts: Sequence[Doubt], settled: int = 0) -> None:
        """Shows these; `settled` others were looked at and are so."""
        from mingbai.desk.month.doubts import MOST

        word = self.session.word
        empty(self._lines)
        self.buttons = []
        head = TO_LOOK_AT.format(n=len(doubts)) if doubts else NOTHING_TO_LOOK_AT
        self.head.setText(word(head))
        self.aside.setText(word(AT_MOST) if len(doubts) >= MOST else "")
        self._held = [self._line(doubt) for doubt in doubts]
        for line in self._held:
            self._lines.addWidget(line)
        self._again.setText(word(AGAIN.format(n=settled)))
        self._again.setVisible(bool(settled))
        self._fitting.start()

    def _line(self, doubt: Doubt) -> QWidget:
        word = self.session.word
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        text = styled(QLabel(word(doubt.what)), "cell")
        text.setWordWrap(True)
        button = styled(QPushButton(word(doubt.verb)), "link")
        button.setAccessibleName(word(MENDED.format(verb=doubt.verb, what=doubt.what)))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.picked.emit(doubt))
        self.buttons.append(button)
        so = styled(QPushButton(word(IT_IS_SO)), "link")
        so.setAccessibleName(word(MENDED.format(verb=IT_IS_SO, what=doubt.what)))
        so.setToolTip(word(UNTIL_CHANGED))
        so.setCursor(Qt.CursorShape.PointingHandCursor)
        so.clicked.connect(lambda: self.settled.emit(doubt))
        links = QHBoxLayout()
        links.setSpacing(GAP * 2)
        links.addWidget(button)
        links.addWidget(so)
        links.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(text)
        column.addLayout(links)
        line.addWidget(self.icon_label("warn", "amber"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        return holder
