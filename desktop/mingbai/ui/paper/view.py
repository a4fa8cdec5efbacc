"""Pages of paper one below the other, where a figure under mouse or keyboard opens its rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from mingbai.domain.words import Language, Words
from mingbai.ui.look.roles import as_typed
from mingbai.ui.look.tokens import colour
from mingbai.ui.paper.leaf import FittedText, PaperPage, PaperSheet, Spot
from mingbai.ui.paper.painter import paint
from mingbai.ui.session import Session

GAP = 14
"""Between two pages, in pixels."""
ZOOM_STEP = 1.1
SMALLEST, LARGEST = 0.4, 5.0
"""Pixels a point."""
READABLE = 0.9
"""The same for each time that somebody has the text larger than usual: a wide page is then scrolled across."""
LINE = 40

OPENS = Words("{figure}，点开明细", "{figure}, open its rows")
NOTHING = Words("没有内容", "Nothing here")

# Paper is white in every theme, so what marks a figure on it is of the light one.
MARK = QColor(colour("accent", "light"))
PAPER = QColor("#FFFFFF")


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure of the sheet: on which page, and where there."""

    page: int
    spot: Spot


class PaperView(QAbstractScrollArea):
    """Shows one sheet. As wide as there is room, or as large as text was chosen to be, unless a person zoomed."""

    figure_picked = Signal(int, int)
    """The row and column of a figure that was opened."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._language: Language = "zh"
        self._pages: tuple[PaperPage[FittedText], ...] = ()
        self._sheet: PaperSheet | None = None
        self._places: list[_Place] = []
        self._at: int | None = None
        """The figure the keyboard stands at."""
        self._over: _Place | None = None
        self._zoom: float | None = None
        """Pixels a point; None fits the width, or the size of the text."""
        self._pictures: dict[int, QPixmap] = {}
        self._drawn_at = (0.0, 0.0)
        self._background = session.look.colour("bg")
        self._edge = session.look.colour("line2")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(session.word(NOTHING))

    # What is shown

    def show_sheet(
        self, sheet: PaperSheet, language: Language, openable: Collection[tuple[int, int]] = ()
    ) -> None:
        """Shows a sheet; figures whose row and column are `openable` can be opened.

        Shown anew (its title is the same), it stays where it was scrolled to.
        """
        same = self._sheet is not None and (self._sheet.tab, self._sheet.title) == (sheet.tab, sheet.title)
        kept = self._current()
        self._sheet, self._pages, self._language = sheet, sheet.pages, language
        wanted = set(openable)
        self._places = [
            _Place(number, spot)
            for number, page in enumerate(sheet.pages)
            for spot in page.spots
            if (spot.row, spot.column) in wanted
        ]
        self._at = None
        if same and kept is not None:
            cell = (kept.spot.row, kept.spot.column)
            cells = [(place.spot.row, place.spot.column) for place in self._places]
            self._at = cells.index(cell) if cell in cells else None
        self._over = None
        self._pictures.clear()
        self.setAccessibleName(sheet.title)
        self.setAccessibleDescription("\n".join(sheet.lines))
        self._resize()
        if not same:
            self.verticalScrollBar().setValue(0)
            self.horizontalScrollBar().setValue(0)
        self.viewport().update()

    @property
    def scale(self) -> float:
        """Pixels a point."""
        if self._zoom is not None:
            return self._zoom
        widest = max((page.width for page in self._pages), default=595.0)
        larger = self._session.look.scale
        least = READABLE * larger if larger > 1 else SMALLEST
        return max(least, (self.viewport().width() - 2) / widest)

    def zoom(self, steps: int) -> None:
        """Larger or smaller by some steps; 0 fits the width again."""
        middle = self._middle()
        if steps == 0:
            self._zoom = None
        else:
            self._zoom = min(LARGEST, max(SMALLEST, self.scale * ZOOM_STEP**steps))
        self._resize()
        bar = self.verticalScrollBar()
        bar.setValue(round(middle * self._height()) - self.viewport().height() // 2)
        self.viewport().update()

    def _middle(self) -> float:
        height = self._height()
        return (self.verticalScrollBar().value() + self.viewport().height() / 2) / height if height else 0.0

    def _height(self) -> float:
        return sum(page.height * self.scale + GAP for page in self._pages) - GAP + 2 if self._pages else 0.0

    def _resize(self) -> None:
        view, scale = self.viewport().size(), self.scale
        wide = max((page.width * scale + 2 for page in self._pages), default=0.0)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self._height()) - view.height()))
        down.setPageStep(view.height())
        down.setSingleStep(LINE)
        across.setRange(0, max(0, round(wide) - view.width()))
        across.setPageStep(view.width())
        across.setSingleStep(LINE)

    def _page_rect(self, number: int) -> QRectF:
        """Where a page stands in the viewport."""
        scale, page = self.scale, self._pages[number]
        top = sum(before.height * scale + GAP for before in self._pages[:number])
        width = page.width * scale
        free = max(2.0, self.viewport().width() - width)
        x = round(free / 2) - self.horizontalScrollBar().value()
        return QRectF(x, round(top) + 1 - self.verticalScrollBar().value(), width, page.height * scale)

    def _spot_rect(self, place: _Place) -> QRectF:
        page, scale, box = self._page_rect(place.page), self.scale, place.spot.box
        return QRectF(
            page.x() + box.x * scale, page.y() + box.y * scale, box.width * scale, box.height * scale
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pages in view, each from its picture."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._background)
        seen = QRectF(self.viewport().rect())
        shown = {n for n in range(len(self._pages)) if self._page_rect(n).intersects(seen)}
        self._forget_others(shown)
        for number in sorted(shown):
            rect = self._page_rect(number)
            painter.setPen(QPen(self._edge, 1))
            painter.drawRect(rect.toAlignedRect().adjusted(-1, -1, 0, 0))
            painter.drawPixmap(rect.topLeft().toPoint(), self._picture(number))
        if self._over is not None:
            self._mark(painter, self._over)
        current = self._current()
        if current is not None and self.hasFocus():
            self._frame(painter, current)
        elif self.hasFocus():
            painter.setPen(QPen(self._session.look.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _forget_others(self, shown: Collection[int]) -> None:
        drawn_at = (self.scale, self.devicePixelRatioF())
        if drawn_at != self._drawn_at:
            self._pictures.clear()
            self._drawn_at = drawn_at
        for number in set(self._pictures) - set(shown):
            del self._pictures[number]

    def _picture(self, number: int) -> QPixmap:
        found = self._pictures.get(number)
        if found is None:
            page, scale, ratio = self._pages[number], self.scale, self.devicePixelRatioF()
            found = QPixmap(round(page.width * scale * ratio), round(page.height * scale * ratio))
            found.setDevicePixelRatio(ratio)
            found.fill(PAPER)
            painter = QPainter(found)
            painter.scale(scale, scale)
            paint(painter, page, self._language)
            painter.end()
            self._pictures[number] = found
        return found

    def _mark(self, painter: QPainter, place: _Place) -> None:
        """A line under the figure: it can be opened."""
        rect = self._spot_rect(place).adjusted(2, 0, -2, -3)
        soft = QColor(MARK)
        soft.setAlphaF(0.10)
        painter.fillRect(self._spot_rect(place).adjusted(1, 1, 0, 0), soft)
        painter.setPen(QPen(MARK, 1.5))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _frame(self, painter: QPainter, place: _Place) -> None:
        painter.setPen(QPen(MARK, 2))
        painter.drawRect(self._spot_rect(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page as wide as there is room stays so, with the same part in view."""
        middle = self._middle()
        super().resizeEvent(event)
        self._resize()
        if self._zoom is None and event.oldSize().width() > 0:
            self.verticalScrollBar().setValue(round(middle * self._height()) - self.viewport().height() // 2)
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Everything is painted where it now stands."""
        self._over = None
        self.viewport().update()

    # The mouse

    def _place_at(self, point: QPointF) -> _Place | None:
        scale = self.scale
        for number in range(len(self._pages)):
            rect = self._page_rect(number)
            if rect.contains(point):
                x, y = (point.x() - rect.x()) / scale, (point.y() - rect.y()) / scale
                return next((p for p in self._places if p.page == number and p.spot.box.holds(x, y)), None)
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A figure that can be opened shows it."""
        self._set_over(self._place_at(event.position()))

    def _set_over(self, place: _Place | None) -> None:
        if place == self._over:
            return
        self._over = place
        if place is None:
            self.viewport().unsetCursor()
            QToolTip.hideText()
        else:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            self.viewport().setToolTip(as_typed(self._session.word(OPENS.format(figure=self._named(place)))))
        if place is None:
            self.viewport().setToolTip("")
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """The mark goes when the mouse goes."""
        if event.type() == QEvent.Type.Leave:
            self._set_over(None)
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Taken, so that nothing below answers to a click on the paper."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the figure under the mouse."""
        place = self._place_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        if place is not None:
            self._go(self._places.index(place))
            self._open(place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    # The keyboard

    def _current(self) -> _Place | None:
        return self._places[self._at] if self._at is not None and self._at < len(self._places) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from figure to figure, Enter opens, Ctrl+plus, minus and 0 zoom."""
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        current = self._current()
        if ctrl and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif ctrl and key == Qt.Key.Key_Minus:
            self.zoom(-1)
        elif ctrl and key == Qt.Key.Key_0:
            self.zoom(0)
        elif current is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(current)
        elif current is not None and key == Qt.Key.Key_Escape:
            self._go(None)
        elif current is not None and (way := _WAYS.get(key)) is not None and not ctrl:
            self._step(current, *way)
        elif not self._scroll(key):
            super().keyPressEvent(event)

    def _scroll(self, key: int) -> bool:
        bar = self.verticalScrollBar()
        match key:
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep() - LINE)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep() + LINE)
            case _:
                return False
        return True

    def _step(self, current: _Place, across: int, down: int) -> None:
        """To the nearest figure in a direction."""
        row, column = current.spot.row, current.spot.column
        if across:
            ahead = [
                (abs(p.spot.column - column), i)
                for i, p in enumerate(self._places)
                if p.spot.row == row and (p.spot.column - column) * across > 0
            ]
            nearest = min(ahead, default=None)
            found = None if nearest is None else nearest[1]
        else:
            below = [
                (abs(p.spot.row - row), abs(p.spot.column - column), i)
                for i, p in enumerate(self._places)
                if (p.spot.row - row) * down > 0
            ]
            best = min(below, default=None)
            found = None if best is None else best[2]
        if found is not None:
            self._go(found)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Tab reaches every figure before it leaves the page."""
        count = len(self._places)
        if self.hasFocus() and count:
            at = (0 if ahead else count - 1) if self._at is None else self._at + (1 if ahead else -1)
            if 0 <= at < count and not (self._at is None and not ahead):
                self._go(at)
                return True
        return super().focusNextPrevChild(ahead)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes with the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _go(self, at: int | None) -> None:
        self._at = at
        place = self._current()
        if place is None:
            self.setAccessibleName("" if self._sheet is None else self._sheet.title)
        else:
            self._bring_into_view(self._spot_rect(place))
            self.setAccessibleName(self._named(place))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.viewport().update()

    def _named(self, place: _Place) -> str:
        """The figure in words: of what row, in which column."""
        if self._sheet is None:
            return ""
        row = self._sheet.row_names.get(place.spot.row, "").strip()
        head = self._sheet.heads[place.spot.column]
        return f"{row}，{head}" if self._language == "zh" else f"{row}, {head}"

    def _bring_into_view(self, rect: QRectF) -> None:
        room: QRect = self.viewport().rect()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        for bar, start, end, most in (
            (down, rect.top(), rect.bottom(), room.bottom()),
            (across, rect.left(), rect.right(), room.right()),
        ):
            if start < LINE:
                bar.setValue(bar.value() + int(start) - LINE)
            elif end > most - LINE:
                bar.setValue(bar.value() + int(end) - most + LINE)

    def _open(self, place: _Place) -> None:
        self.figure_picked.emit(place.spot.row, place.spot.column)

    def place_of(self, row: int, column: int) -> QPoint | None:
        """The middle of a figure in the viewport, where it can be opened."""
        for place in self._places:
            if (place.spot.row, place.spot.column) == (row, column):
                return self._spot_rect(place).center().toPoint()
        return None


_WAYS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
