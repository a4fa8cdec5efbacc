"""A pill that says how something stands by a shape, a few words and a colour."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import as_typed, retoned, styled

HEIGHT = 24
SHAPE = 14
WIDEST = 200
"""What a person wrote may be a sentence; a pill is a word or two."""


class Pill(QFrame):
    """A verdict, or how sure one is of something."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        styled(self, "verdict_pill")
        self._shape = QLabel(self)
        self._words = styled(QLabel(self), "cell")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(5)
        row.addWidget(self._shape)
        row.addWidget(self._words)
        self.setFixedHeight(look.px(HEIGHT))

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str, tone: str, shape: str, *, outlined: bool = False) -> None:
        """Says these words with an icon, both in a colour; a quieter one is outlined only."""
        self._shape.setPixmap(pixmap(self._look, shape, tone, SHAPE))
        self._words.setText(words)
        retoned(self._words, tone)
        retoned(self, f"outline_{tone}" if outlined else tone)


def checked(look: Look, words: str) -> Pill:
    """A quiet one: somebody looked it up."""
    made = Pill(look)
    made.say(words, "green", "check", outlined=True)
    return made


def worded(look: Look, words: str, tone: str) -> QLabel:
    """Words alone in a colour; what is longer than a pill is told whole by a tip."""
    font = look.font(Size.CAPTION)
    fits = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, look.px(WIDEST))
    pill = styled(QLabel(fits), "pill", tone)
    pill.setTextFormat(Qt.TextFormat.PlainText)
    pill.setFont(font)
    pill.setAccessibleName(words)
    pill.setToolTip(as_typed(words) if fits != words else "")
    return pill
