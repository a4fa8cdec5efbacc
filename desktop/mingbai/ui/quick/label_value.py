"""What a field is called and what stands in it, as one small text: label in grey, value in bold."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from mingbai.ui.look.look import Look, Size, Weight

GAP = 6


class LabelValue:
    """Both texts as they are measured and drawn; there may be no value."""

    def __init__(self, look: Look, label: str, value: str) -> None:
        self._look, self._label, self._value = look, label, value

    @property
    def text(self) -> str:
        """Both in one line, as they are read out."""
        return f"{self._label} {self._value}".strip()

    @property
    def width(self) -> int:
        """What both need."""
        if not self._value:
            return self._label_width
        value = self._look.width(self._value, Size.CAPTION, Weight.STRONG) + 1
        return self._label_width + self._look.px(GAP) + value

    @property
    def _label_width(self) -> int:
        return self._look.width(self._label, Size.CAPTION)

    def draw(self, painter: QPainter, room: QRect, colour: str = "text2", *, struck: bool = False) -> None:
        """Draws them from the left of a room, the label in a colour; a value that is too long is shortened."""
        look, flags = self._look, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(_struck(look.font(Size.CAPTION), on=struck))
        painter.setPen(look.colour(colour))
        painter.drawText(QRect(room.left(), room.top(), self._label_width, room.height()), flags, self._label)
        if self._value:
            rest = room.adjusted(self._label_width + look.px(GAP), 0, 0, 0)
            painter.setFont(_struck(look.font(Size.CAPTION, Weight.STRONG), on=struck))
            painter.setPen(look.colour(colour if struck else "text"))
            metrics = QFontMetrics(painter.font())
            shown = metrics.elidedText(self._value, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, flags, shown)


def _struck(font: QFont, *, on: bool) -> QFont:
    font = QFont(font)
    font.setStrikeOut(on)
    return font
