"""The slip as it will print, on white paper in either theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mingbai.desk.certificate_slip import Slip
from mingbai.domain.words import Words
from mingbai.ui.look.look import Look, Size
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.paper.painter import paint
from mingbai.ui.paper.slip import HALF, WIDTH, slip_sheet

PAPER = QColor("#ffffff")
"""White in either theme."""
NOTHING = Words(
    "选中一项证明，这里就是给居民的半页纸",
    "Choose a certificate; its half-page slip appears here",
)


class SlipView(QWidget):
    """Shows one slip; its height follows its width."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._slip: Slip | None = None
        self._sheet: PaperSheet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name(None)

    @property
    def slip(self) -> Slip | None:
        """What is shown."""
        return self._slip

    def show_slip(self, slip: Slip | None) -> None:
        """Shows a slip; an empty paper for none."""
        if slip == self._slip:
            return
        self._slip = slip
        self._sheet = None if slip is None else slip_sheet(slip)
        self._name(slip)
        self.update()

    def _name(self, slip: Slip | None) -> None:
        self.setAccessibleName(self._look.word(NOTHING) if slip is None else slip.title)
        self.setAccessibleDescription("" if slip is None else slip.text)

    def sheet(self) -> PaperSheet | None:
        """The page to print."""
        return self._sheet

    def sizeHint(self) -> QSize:
        """Wide enough to be read."""
        width = self._look.px(420)
        return QSize(width, _height(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Half a page of A4 at any width."""
        super().resizeEvent(event)
        self.setFixedHeight(_height(self.width()))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paper, then what stands on it."""
        with QPainter(self) as painter:
            paper = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(self._look.colour("line2"))
            blank = self._sheet is None or self._slip is None
            painter.setBrush(self._look.colour("surface") if blank else PAPER)
            painter.drawRect(paper)
            if self._sheet is None or self._slip is None:
                painter.setPen(self._look.colour("text2"))
                painter.setFont(self._look.font(Size.CELL))
                room = self.rect().adjusted(24, 0, -24, 0)
                wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
                painter.drawText(room, wrapped, self._look.word(NOTHING))
                return
            painter.setClipRect(paper.adjusted(1, 1, -1, -1))
            painter.scale(self.width() / WIDTH, self.width() / WIDTH)
            paint(painter, self._sheet.pages[0], self._slip.language)


def _height(width: int) -> int:
    return round(width * HALF / WIDTH)
