"""The upper row of a quick-add line: what is typed, the button for a notice, and the keys that work there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import retoned, styled
from mingbai.ui.quick.typed_line import TypedLine
from mingbai.ui.quick.words import ENTER, INTO, NAME, PASTE, PASTE_HOW, PUT_DOWN

PLUS = 20
"""How wide the sign before the line is, at 100 %."""
BESIDE = 72
"""Margins and gaps of a quick-add line that are neither sign, words nor hint."""


class LineRow(QWidget):
    """The hints give way first where it is narrow."""

    def __init__(self, look: Look, example: Words, parent: QWidget, *, takes_notices: bool) -> None:
        super().__init__(parent)
        self._look = look
        self._takes_notices = takes_notices
        self.line = self._typed_line(example)
        plus = QLabel(self)
        plus.setPixmap(pixmap(look, "plus", "accent", 18))
        plus.setFixedWidth(look.px(PLUS))
        self.paste_button = styled(QPushButton(look.word(PASTE), self), "link")
        self.paste_button.setAccessibleName(look.word(PASTE))
        self.paste_button.setToolTip(look.word(PASTE_HOW))
        self.paste_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._closed_hint = self._hint("Ctrl+N", None)
        self._enter_hint = self._hint("Enter", ENTER)
        self.into = self._enter_hint.findChildren(QLabel)[-1]
        self._elsewhere = False
        self._esc_hint = self._hint("Esc", PUT_DOWN)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(plus)
        row.addWidget(self.line, 1)
        row.addWidget(self.paste_button)
        for hint in (self._closed_hint, self._enter_hint, self._esc_hint):
            row.addWidget(hint)

    def say_into(self, register: Words | None, *, elsewhere: bool) -> None:
        """Says into which register Enter writes what is typed; louder where that is not the page's."""
        self._elsewhere = elsewhere and register is not None
        words = ENTER if register is None else INTO.format(register=register)
        self.into.setText(self._look.word(words))
        retoned(self.into, "accent" if self._elsewhere else "")

    def fit(self, width: int, *, opened: bool) -> None:
        """Shows what a quick-add line of that width has room for."""
        look = self._look
        chinese = look.language == "zh"
        self._closed_hint.setVisible(not opened)
        room = width >= look.px(420 if chinese else 560) and not self.line.text()
        self.paste_button.setVisible(self._takes_notices and room)
        enter = width >= look.px(360 if self._elsewhere else 520)
        typed = QFontMetrics(self.line.font()).horizontalAdvance(self.line.text())
        left = width - typed - look.px(PLUS) - BESIDE - self._enter_hint.sizeHint().width()
        # Where it would cover what is typed, the part below alone says into which register.
        self._enter_hint.setVisible(opened and enter and left >= 0)
        # English lines are longer, and Esc is the key one guesses.
        esc = width >= look.px(620 if chinese else 800)
        self._esc_hint.setVisible(opened and esc and left >= self._esc_hint.sizeHint().width())

    def _typed_line(self, example: Words) -> TypedLine:
        look = self._look
        line = TypedLine(look, self)
        line.offer(look.word(example), look.word(NAME))
        palette = line.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.colour("text3"))
        palette.setColor(QPalette.ColorRole.Text, look.colour("text"))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        line.setPalette(palette)
        line.setAccessibleName(look.word(NAME))
        line.setToolTip(look.word(example))
        line.setAccessibleDescription(look.word(example))
        return line

    def _hint(self, keys: str, words: Words | None) -> QWidget:
        look = self._look
        hint = QWidget(self)
        row = QHBoxLayout(hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(styled(QLabel(keys, hint), "key"), 0, Qt.AlignmentFlag.AlignVCenter)
        if words is not None:
            text = styled(QLabel(look.word(words), hint), "caption")
            text.setFont(look.font(Size.CAPTION))
            row.addWidget(text)
        return hint
