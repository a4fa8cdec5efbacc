"""Buttons in one row, each with the key that does the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from mingbai.domain.words import Words
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.session import Session

GAP = 6


class KeyRow(QWidget):
    """Buttons in one row, each with its key; in two where there is too little room: the page never gets wider by it."""

    pressed = Signal(str)

    def __init__(self, session: Session, keys: Mapping[str, Words]) -> None:
        super().__init__()
        self._height = session.look.px(32)
        # Placed by hand: a layout would answer for the height at a width, and know of one row only.
        self._buttons = [self._button(session, cap, session.word(words)) for cap, words in keys.items()]
        for button in self._buttons:
            button.setParent(self)
        # Fixed, it would never get more than its one row: that is the height it wants at its widest.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All in one row."""
        return QSize(_wide(self._buttons), self._height)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of two rows."""
        half = self._half
        return QSize(max(_wide(self._buttons[:half]), _wide(self._buttons[half:])), self._height)

    def hasHeightForWidth(self) -> bool:
        """Narrower it has two rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        return self._height if _wide(self._buttons) <= width else 2 * self._height + GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where all fit into it."""
        super().resizeEvent(event)
        one = _wide(self._buttons) <= self.width()
        half = len(self._buttons) if one else self._half
        self._place(self._buttons[:half], 0)
        self._place(self._buttons[half:], self._height + GAP)

    @property
    def _half(self) -> int:
        return (len(self._buttons) + 1) // 2

    def _place(self, buttons: Sequence[QPushButton], top: int) -> None:
        """Each as much wider than its word as the others."""
        own = sum(button.minimumWidth() for button in buttons)
        room = self.width() - GAP * max(0, len(buttons) - 1)
        left = 0
        for at, button in enumerate(buttons):
            width = room * button.minimumWidth() // max(1, own)
            if at == len(buttons) - 1:
                width = self.width() - left
            button.setGeometry(left, top, width, self._height)
            left += width + GAP

    def _button(self, session: Session, cap: str, text: str) -> QPushButton:
        button = styled(QPushButton(), "verdict")
        button.setAccessibleName(f"{cap} {text}")
        button.setToolTip(as_typed(text))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(button)
        layout.setContentsMargins(6, 0, 7, 0)
        layout.setSpacing(6)
        for role, said in (("key", cap), ("cell", text)):
            label = styled(QLabel(said), role)
            label.setFont(session.look.font(Size.CELL if role == "cell" else Size.CAPTION))
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label, 1 if role == "cell" else 0)
        button.setFixedHeight(session.look.px(32))
        button.setMinimumWidth(layout.minimumSize().width())
        button.clicked.connect(lambda: self.pressed.emit(cap))
        return button


def _wide(buttons: Sequence[QPushButton]) -> int:
    return sum(button.minimumWidth() for button in buttons) + GAP * max(0, len(buttons) - 1)
