"""Where one asks at the counter: the line, and below it what was found and which keys go on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.column import BAR
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import as_typed, retoned, styled
from mingbai.ui.quick.typed_line import TypedLine

ASK = Words("两个字、拼音首字母，或者居民的原话", "A few words of the certificate, or what the resident says")
NAME = Words("要什么证明", "Which certificate is wanted")
CHOOSE, RECORD, PRINT = (
    Words("选择", "Choose"),
    Words("记一笔", "Record"),
    Words("打印告知单", "Print the slip"),
)


class Asking(QWidget):
    """The line and the row below it, which is there while something is asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.line = TypedLine(look)
        self.line.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, BAR, 0)
        column.setSpacing(12)
        column.addWidget(self._field())
        column.addWidget(self._keys())

    def say(self, words: Words | None) -> None:
        """Says what was found; None while nothing is asked."""
        text = "" if words is None else self._look.word(words)
        self._found.setText(text)
        self._found.setToolTip(as_typed(text))
        self._below.setVisible(words is not None)

    def show_caps(self, *, shown: bool) -> None:
        """Whether there is room for the keys."""
        for cap in self._caps:
            cap.setVisible(shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame around the line shows that it has the focus."""
        if watched is self.line and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            retoned(self._box, "open" if event.type() == QEvent.Type.FocusIn else "")
        return super().eventFilter(watched, event)

    def _field(self) -> QFrame:
        look, line = self._look, self.line
        self._box = styled(QFrame(), "quick")
        self._box.setFixedHeight(look.px(46))
        palette = line.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.colour("text3"))
        palette.setColor(QPalette.ColorRole.Text, look.colour("text"))
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        line.setPalette(palette)
        line.offer(look.word(ASK), look.word(NAME))
        line.setToolTip(look.word(ASK))
        line.setAccessibleName(look.word(NAME))
        glass = QLabel()
        glass.setPixmap(pixmap(look, "search", "text2", 18))
        row = QHBoxLayout(self._box)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(glass)
        row.addWidget(line, 1)
        return self._box

    def _keys(self) -> QWidget:
        look = self._look
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._found = styled(QLabel(), "secondary")
        row.addWidget(self._found, 1)
        self._caps: list[QLabel] = []
        for keys, words in (("↑ ↓", CHOOSE), ("Enter", RECORD), ("Ctrl+P", PRINT)):
            cap, said = styled(QLabel(keys), "key"), styled(QLabel(look.word(words)), "caption")
            said.setContentsMargins(0, 0, 0 if words is PRINT else look.px(6), 0)
            self._caps += [cap, said]
            row.addWidget(cap)
            row.addWidget(said)
        return self._below
