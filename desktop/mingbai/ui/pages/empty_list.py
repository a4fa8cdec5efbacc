"""What stands in place of a list with nothing in it: a picture of one, one sentence, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

TALL = 330
"""Below this, at 100 %, there is no room for a picture."""
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
SIDE, EDGE = 12, 6
ABOVE_TEXT, ABOVE_BUTTON, ABOVE_ELSEWHERE = 6, 20, 10


class EmptyList(QWidget):
    """Says why there is nothing, and what one can do about it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._look = session.word, session.look
        self._run: Callable[[], object] | None = None
        self._cards = _Cards(session.look)
        self._go: Callable[[], object] | None = None
        self.title = styled(QLabel(), "name")
        self.text = styled(QLabel(), "secondary")
        self.button = styled(QPushButton(), "primary")
        self.button.clicked.connect(self._clicked)
        self.elsewhere = styled(QPushButton(), "link")
        self.elsewhere.clicked.connect(self._went)
        for button in (self.button, self.elsewhere):
            button.installEventFilter(self)
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        gaps = [QSpacerItem(0, 0) for _ in range(3)]
        self._parts = (
            (self.button, gaps[1], ABOVE_BUTTON),
            (self.elsewhere, gaps[2], ABOVE_ELSEWHERE),
            (self.text, gaps[0], ABOVE_TEXT),
        )
        """What can be done before what explains."""
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, EDGE, SIDE, EDGE)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._cards, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        column.addItem(gaps[0])
        column.addWidget(self.text)
        for gap, button in zip(gaps[1:], (self.button, self.elsewhere), strict=True):
            column.addItem(gap)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An arrow goes from one way on to the other and, as in a list, no further: Qt would take it to the next widget."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ARROWS:
            other = self.elsewhere if watched is self.button else self.button
            if other.isVisible():
                other.setFocus()
            return True
        return super().eventFilter(watched, event)

    def say(
        self,
        title: Words,
        text: Words | None = None,
        button: Words | None = None,
        run: Callable[[], object] | None = None,
        *,
        icon: str = "",
        elsewhere: Words | None = None,
        go: Callable[[], object] | None = None,
    ) -> None:
        """A sentence, a button where something can be done, a line that leads `elsewhere`; with an icon, a picture."""
        self._run, self._go = run, go
        self._cards.icon = icon
        self._cards.update()
        self.elsewhere.setText("" if elsewhere is None else self._word(elsewhere).replace("&", "&&"))
        self.elsewhere.setAccessibleName("" if elsewhere is None else self._word(elsewhere))
        self.title.setText(self._word(title))
        self.text.setText("" if text is None else self._word(text))
        self.button.setText("" if button is None else self._word(button))
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """What wraps in it asks for no height: it shows what it has room for."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Its sentence: a draft above it may have the rest."""
        return QSize(0, self._needed(self.title) + 2 * EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps elsewhere, another height has room for more or less."""
        super().resizeEvent(event)
        self._fit()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _fit(self) -> None:
        """Shows what there is room for: first the picture goes, then what explains, then what can be done."""
        self._cards.setVisible(bool(self._cards.icon) and self.height() >= self._look.px(TALL))
        room = self.height() - 2 * EDGE - self._needed(self.title)
        for part, gap, above in self._parts:
            needed = above + self._needed(part)
            shown = bool(part.text()) and needed <= room
            part.setVisible(shown)
            gap.changeSize(0, above if shown else 0)
            room -= needed if shown else 0
        self._column.invalidate()

    def _needed(self, part: QLabel | QPushButton) -> int:
        part.ensurePolished()
        if isinstance(part, QLabel):
            return part.heightForWidth(self.width() - 2 * SIDE)
        return part.sizeHint().height()

    def _went(self) -> None:
        if self._go is not None:
            self._go()

    def _clicked(self) -> None:
        if self._run is not None:
            self._run()


class _Cards(QWidget):
    """Three entries on each other, of which the first is seen."""

    WIDTH, HEIGHT, STEP, NARROWER = 270, 56, 24, 30
    BELOW = 32

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.icon = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as its cards, with room below."""
        return QSize(self.WIDTH + 1, self.HEIGHT + 2 * self.STEP + self.BELOW) * self._look.scale

    def paintEvent(self, _: QPaintEvent) -> None:
        """From the last to the first."""
        look, colour = self._look, self._look.colour
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(look.scale, look.scale)
            card = QRectF()
            for at, edge in enumerate(("line", "line", "line2")):
                inset = (2 - at) * self.NARROWER / 2
                card = QRectF(inset, at * self.STEP, self.WIDTH - 2 * inset, self.HEIGHT)
                painter.setPen(QPen(colour(edge), 1))
                painter.setBrush(colour("surface"))
                painter.drawRoundedRect(card.translated(0.5, 0.5), 12, 12)
            painter.setPen(Qt.PenStyle.NoPen)
            top = card.top()
            for bar, ink in ((QRectF(48, top + 17, 120, 7), "bar"), (QRectF(48, top + 33, 74, 7), "line2")):
                painter.setBrush(colour(ink))
                painter.drawRoundedRect(bar, 3.5, 3.5)
            painter.setBrush(colour("accent_soft"))
            painter.drawRoundedRect(QRectF(self.WIDTH - 60, top + 18, 44, 20), 10, 10)
            painter.scale(1 / look.scale, 1 / look.scale)
            drawn = pixmap(look, self.icon or "list", "accent", 18, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(18, top + 19) * look.scale, drawn)
