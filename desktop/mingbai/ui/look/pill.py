"""A pill that says how something stands by a shape, a few words and a colour."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import retoned, styled

HEIGHT = 24
SHAPE = 14


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
