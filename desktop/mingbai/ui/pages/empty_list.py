"""What stands in place of a list with nothing in it: a picture of one, one sentence, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

TALL = 330
"""Below this, at 100 %, there is no room for a picture."""
LEAST = 100


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
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._cards, 0, Qt.AlignmentFlag.AlignHCenter)
        for label, above in ((self.title, 0), (self.text, 6)):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addSpacing(above)
            column.addWidget(label)
        column.addSpacing(20)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.elsewhere = styled(QPushButton(), "link")
        self.elsewhere.clicked.connect(self._went)
        self.elsewhere.hide()
        column.addSpacing(10)
        column.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

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
        self._show_cards()
        self.elsewhere.setText("" if elsewhere is None else self._word(elsewhere).replace("&", "&&"))
        self.elsewhere.setAccessibleName("" if elsewhere is None else self._word(elsewhere))
        self.elsewhere.setVisible(elsewhere is not None)
        self.title.setText(self._word(title))
        self.text.setText("" if text is None else self._word(text))
        self.text.setVisible(text is not None)
        self.button.setText("" if button is None else self._word(button))
        self.button.setVisible(button is not None)

    def minimumSizeHint(self) -> QSize:
        """Without its picture, its words in a line each: a draft above it may have the rest."""
        return QSize(0, min(super().minimumSizeHint().height(), self._look.px(LEAST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the picture goes."""
        super().resizeEvent(event)
        self._show_cards()

    def _show_cards(self) -> None:
        self._cards.setVisible(bool(self._cards.icon) and self.height() >= self._look.px(TALL))

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
