"""The text of a pasted notice, to be read: what was recognised in it is tinted."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from mingbai.desk.pasting import Guess
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import styled
from mingbai.ui.quick.typed_line import INKS

LINES = 12
"""At most so many lines are seen at once; the rest by scrolling."""
SHOWN = 20_000
"""So many characters are laid out: a longer text would take the window's time, and nobody reads it here."""


def digit_of(event: QKeyEvent) -> int | None:
    """The digit from 1 that a key writes by itself."""
    alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return int(event.text()) if alone and event.text() in tuple("123456789") else None


class NoticeText(QPlainTextEdit):
    """A text that is not typed in. Enter and Esc are the draft's."""

    entered = Signal()
    put_down = Signal()
    numbered = Signal(int)
    """A digit: that one of the days that are offered."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        styled(self, "bare")
        self._look = look
        self._in_sight: int | None = None
        self.setFont(look.font(Size.CELL))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)

    def tell(self, text: str, guesses: Iterable[Guess]) -> None:
        """Shows a text with the words of some guesses tinted."""
        if text[:SHOWN] != self.toPlainText():
            self.setPlainText(text[:SHOWN])
            self.fit()
        tints = []
        for guess in guesses:
            form = QTextCharFormat()
            form.setBackground(self._look.colour(f"{INKS.get(guess.field, 'accent')}_soft"))
            form.setForeground(self._look.colour(INKS.get(guess.field, "accent")))
            for start, end in guess.spans if guess.field != "title" else ():
                if end <= len(text[:SHOWN]):
                    tint = QTextEdit.ExtraSelection()
                    cursor = QTextCursor(self.document())
                    cursor.setPosition(start)
                    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                    tint.cursor = cursor
                    tint.format = form
                    tints.append(tint)
        self.setExtraSelections(tints)

    def keep_in_sight(self, start: int | None) -> None:
        """Shows the line in which something begins that is asked about, in whatever room; None shows the beginning."""
        if start == self._in_sight:
            return
        self._in_sight = start
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start or 0, len(self.toPlainText())))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another room another line is at the edge."""
        super().resizeEvent(event)
        if self._in_sight is not None:
            self.ensureCursorVisible()

    def fit(self, most: int = LINES) -> None:
        """As high as its text, at most so many lines."""
        height = self.height_of(most)
        lines = min(max(1, most), self._lines())
        # Beside one line there is no room for a bar to be pulled.
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if lines == 1 else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def height_of(self, lines: int) -> int:
        """How high so many lines are, or all it has."""
        all_lines = self._lines()
        lines = max(1, min(lines, all_lines))
        # What does not fit begins below the edge: nothing of its tints peeps out.
        return ceil(lines * QFontMetricsF(self.font()).lineSpacing()) + (6 if lines == all_lines else 2)

    def lines_in(self, height: int) -> int:
        """How many lines fit into a height, within what is seen at once."""
        fitting = (height - 6) / QFontMetricsF(self.font()).lineSpacing()
        return max(1, min(LINES, int(fitting)))

    def _lines(self) -> int:
        return max(1, int(self.document().documentLayout().documentSize().height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records, Esc puts down, a digit takes an offered day."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_down.emit()
        elif (number := digit_of(event)) is not None:
            self.numbered.emit(number)
        else:
            super().keyPressEvent(event)
