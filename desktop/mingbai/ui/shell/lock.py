"""Ctrl+L: a cover over the window while one is away from the desk."""

from __future__ import annotations

import hashlib
import os

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.inline import Inline
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import retoned, styled

LOCK = Words("遮住窗口", "Cover the window")
LOCKED = Words("窗口已遮住", "The window is covered")
CHOOSE = Words("设一个口令，也可以空着", "Choose a password, or leave it empty")
ONCE = Words(
    "口令只用一次，只遮屏幕，不加密账本；离开久请锁定电脑",
    "For this time only. It hides the screen and does not encrypt the ledger; lock the PC when you are away for long",
)
LIFT = Words("没有设口令，按 Enter 打开", "No password was set; press Enter to go on")
TYPE = Words("输入口令，按 Enter", "Type the password, then Enter")
WRONG = Words("口令不对，再试一次", "Wrong password; try again")
GO_ON = Words("继续", "Continue")
ROUNDS = 2**14


class Cover(QWidget):
    """Hides everything until the password chosen a moment ago is typed."""

    lifted = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._over = parent
        self._salt = os.urandom(16)
        self._secret: bytes | None = None
        self._open = False
        """Whether no password was chosen."""
        styled(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setGeometry(parent.rect())
        parent.installEventFilter(self)
        card = styled(QFrame(), "card")
        card.setMaximumWidth(look.px(420))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(12)
        self._title = styled(QLabel(look.word(LOCK)), "name")
        self._text = styled(QLabel(look.word(CHOOSE)), "text")
        self._once = styled(QLabel(look.word(ONCE)), "caption")
        for label in (self._text, self._once):
            label.setWordWrap(True)
        self._field = styled(QLineEdit(), "field")
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(look.word(CHOOSE))
        self._field.returnPressed.connect(self._entered)
        self._field.textEdited.connect(self._try_again)
        self._button = styled(QPushButton(look.word(LOCK)), "primary")
        self._button.setAccessibleName(look.word(LOCK))
        self._button.clicked.connect(self._entered)
        self._wrong = Inline(look)
        for widget in (self._title, self._text, self._wrong, self._field, self._once, self._button):
            inside.addWidget(widget)
        # Stretches, not an alignment: only so is the card as high as its words are at its width.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        self.show()
        self.raise_()
        self._field.setFocus()

    def _entered(self) -> None:
        typed = self._hashed(self._field.text())
        look = self._look
        self._field.clear()
        if self._secret is None:
            self._secret = typed
            self._open = typed == self._hashed("")
            asked = LIFT if self._open else TYPE
            self._title.setText(look.word(LOCKED))
            self._text.setText(look.word(asked))
            self._field.setAccessibleName(look.word(asked))
            self._field.setHidden(self._open)
            self._once.hide()
            self._button.setText(look.word(GO_ON))
            self._button.setAccessibleName(look.word(GO_ON))
        elif typed == self._secret:
            self._lift()
            return
        else:
            self._wrong.say(look.word(WRONG))
            retoned(self._field, "error")
        (self._button if self._open else self._field).setFocus()

    def _try_again(self) -> None:
        self._wrong.say("")
        retoned(self._field, "")

    def _lift(self) -> None:
        self.hide()
        self.lifted.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Before it is covered, Esc leaves all as it was."""
        if event.key() == Qt.Key.Key_Escape and self._secret is None:
            self._lift()
        else:
            super().keyPressEvent(event)

    def _hashed(self, text: str) -> bytes:
        return hashlib.scrypt(text.encode(), salt=self._salt, n=ROUNDS, r=8, p=1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False
