"""One entry of the rail, painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.roles import as_typed

WIDTH = 204
HEIGHT = 36
BADGE = 14
BADGE_PADDING = 2
RING = 1
"""So much of the ground is seen around the badge."""
AWAY = 7
"""From the middle of the icon to the badge."""
BADGES = {"rail": "surface", "hover": "surface", "surface": "accent_soft", "accent_soft": "surface"}
"""Of what colour the badge is on which ground."""
MOST_DIGITS = 2
"""The corner of an icon has room for so many."""
WAITING_OF = Words("{name}，{n} 件等着：{what}", "{name}, {n} waiting: {what}")
WAITING = Words("{name}，{n} 件等着", "{name}, {n} waiting")


class RailButton(QAbstractButton):
    """One entry of the rail: icon, word, and how much waits there."""

    def __init__(self, look: Look, text: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self._count = ""
        self._what = ""
        self._folded = False
        self.setText(text)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count(0)

    def sizeHint(self) -> QSize:
        return QSize(0, self._look.px(HEIGHT))

    def count(self, number: int, what: str = "") -> None:
        """Shows how much waits, and tells of what; nothing for none."""
        self._count = "" if not number else "999+" if number > 999 else str(number)
        name = self.text()
        if self._count:
            said = self._look.word(WAITING_OF if what else WAITING)
            name = said.format(name=name, n=self._count, what=what)
        self._what = what if self._count else ""
        self.setAccessibleName(name)
        self._tell()
        self.update()

    def fold(self, folded: bool) -> None:
        """Shows the icon alone; the word is told by the tooltip then."""
        self._folded = folded
        self._tell()
        self.update()

    def _tell(self) -> None:
        metrics = QFontMetrics(self._look.font(weight=Weight.STRONG))
        elided = metrics.horizontalAdvance(self.text()) > self._room()
        plain = self.accessibleName() if self._folded or elided else self._what
        self.setToolTip(as_typed(plain))

    def _room(self) -> int:
        look = self._look
        left = look.px(40) if self._icon else look.px(10)
        right = look.px(4)
        if self._count:
            right = look.px(10) + QFontMetrics(look.font(Size.CELL)).horizontalAdvance(self._count) + 6
        return max(self.width(), look.px(WIDTH) - 20) - left - right

    def paintEvent(self, _: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if chosen:
            soft = look.theme == "dark"
            painter.setPen(QPen(look.colour("accent_soft" if soft else "line"), 1))
            painter.setBrush(look.colour("accent_soft" if soft else "surface"))
            painter.drawRoundedRect(box, 8, 8)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("hover"))
            painter.drawRoundedRect(box, 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        self._draw_content(painter, chosen)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _draw_badge(self, painter: QPainter, ground: str) -> None:
        """How much waits, on a badge at the corner of the icon that stands alone; the icon gives way around it."""
        look, box = self._look, self.badge()
        height, ring_width = box.height(), look.px(RING)
        painter.setFont(look.font(Size.CAPTION, Weight.STRONG))
        painter.setPen(Qt.PenStyle.NoPen)
        for ink, ring in ((ground, ring_width), (BADGES[ground], 0)):
            painter.setBrush(look.colour(ink))
            painter.drawRoundedRect(
                box.adjusted(-ring, -ring, ring, ring), height / 2 + ring, height / 2 + ring
            )
        painter.setPen(look.colour("accent" if self.isChecked() else "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._badge_text)

    def badge(self) -> QRectF:
        """Where the badge stands: as far from the icon as the button's own edge lets it."""
        look = self._look
        metrics = QFontMetrics(look.font(Size.CAPTION, Weight.STRONG))
        height, ring_width = look.px(BADGE), look.px(RING)
        width = max(height, metrics.horizontalAdvance(self._badge_text) + look.px(BADGE_PADDING))
        left = min(self.width() // 2 + look.px(AWAY), self.width() - width - ring_width - 1)
        return QRectF(left, ring_width + 1, width, height)

    @property
    def _badge_text(self) -> str:
        return self._count if len(self._count) <= MOST_DIGITS else "99+"

    def _ground(self) -> str:
        """The colour behind the icon."""
        if self.isChecked():
            return "accent_soft" if self._look.theme == "dark" else "surface"
        return "hover" if self.underMouse() else "rail"

    def _draw_content(self, painter: QPainter, chosen: bool) -> None:
        look = self._look
        ink = "accent" if chosen else "text2"
        at = look.px(10)
        if self._icon:
            ratio = self.devicePixelRatioF()
            picture = pixmap(look, self._icon, ink, ratio=ratio)
            side = look.px(18)
            x = (self.width() - side) // 2 if self._folded else look.px(12)
            painter.drawPixmap(x, (self.height() - side) // 2, picture)
            at = look.px(40)
        if self._folded:
            if self._count:
                self._draw_badge(painter, self._ground())
            return
        small = not self._icon
        painter.setFont(
            look.font(Size.CELL if small else Size.TEXT, Weight.STRONG if chosen else Weight.NORMAL)
        )
        painter.setPen(look.colour("accent" if chosen else "text2" if small else "text"))
        right = self.width() - look.px(10 if self._count else 4)
        if self._count:
            metrics = QFontMetrics(look.font(Size.CELL))
            right -= metrics.horizontalAdvance(self._count) + 6
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, right - at)
        box = self.rect().adjusted(at, 0, 0, 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if self._count:
            painter.setFont(look.font(Size.CELL))
            painter.setPen(look.colour("accent" if chosen else "text2"))
            box = self.rect().adjusted(0, 0, -look.px(10), 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)
