"""Paints heads and rows: a shape, a title, what stands aside, the last words or the keys of the chosen row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mingbai.ui.agenda.model import AgendaModel
from mingbai.ui.agenda.rows import Head, Hint, Link, Row
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size, Weight

SIDE = 17
"""Left and right of a row; the icon stands here, the title after it."""
ICON = 18
GAP = 11
ROW, TWO_LINES, HEAD = 40, 62, 33
EDGE = 3
KEY_HEIGHT, PILL_HEIGHT = 19, 22
LEAST_TITLE = 60
ROOM_BESIDE = 150
"""So much of a title is seen where last words and keys both stand."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
PILLS = {"amber": ("amber_soft", "amber"), "green": ("green_soft", "green"), "plain": ("hover", "text2")}
"""Behind and in a pill, by its tone."""
BLOCK, BLOCK_GAP = 14, 3
MOST_BLOCKS = 6
SHAPES = ("late", "open")


class AgendaDelegate(QStyledItemDelegate):
    """Paints one list; fonts and colours are taken from the look once."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._title, self._strong = look.font(), look.font(Size.CELL, Weight.STRONG)
        self._cell, self._caption = look.font(Size.CELL), look.font(Size.CAPTION)
        self._group, self._key = look.font(Size.CELL, Weight.STRONG), look.font(Size.CAPTION)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Heights grow with the text."""
        item = _item(index)
        if isinstance(item, Head):
            return QSize(0, self._look.px(HEAD))
        return QSize(0, self._look.px(TWO_LINES if item is not None and item.two_lines else ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A head or a row."""
        item = _item(index)
        if item is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        if isinstance(item, Head):
            self._paint_head(painter, rect, item)
        else:
            state = QStyle.StateFlag(option.state)
            self._paint_row(painter, rect, item, state, option.widget)
        painter.restore()

    # Where things are, for painting and for the mouse.

    def links(self, rect: QRect, head: Head) -> list[tuple[QRect, Link]]:
        """The links of a head and where they stand, right to left."""
        found, right = [], rect.right() - SIDE
        for link in reversed(head.links):
            width = self._width(self._group, link.text)
            if right - width < self.words(rect, head).right() + GAP:
                # The words of the head open the same.
                break
            found.append((QRect(right - width, rect.top(), width + 1, rect.height()), link))
            right -= width + 16
        return found

    def words(self, rect: QRect, head: Head) -> QRect:
        """Where the words and the count of a head stand."""
        width = self._width(self._group, head.text) + 8 + self._width(self._cell, head.count)
        return QRect(rect.left() + SIDE, rect.top(), width, rect.height())

    def hints(self, rect: QRect, row: Row) -> list[tuple[QRect, Hint]]:
        """The keys of a chosen row and where they stand."""
        found, right = [], rect.right() - SIDE
        for hint in reversed(row.hints):
            width = self._width(self._cell, hint.text) + 8 + self._cap_width(hint.cap)
            found.append((QRect(right - width, rect.top(), width + 1, rect.height()), hint))
            right -= width + 16
        return found

    def is_cut(self, rect: QRect, row: Row, *, chosen: bool) -> bool:
        """Whether there is no room for all the words of a row."""
        if chosen and row.hints and row.trailing and not self._keeps_trailing(rect, row):
            return True
        room = self._room(rect, row, chosen=chosen)
        title, aside = self._width(self._title, row.title), self._width(self._caption, row.aside)
        free = 0 if chosen and row.hints else self._free(rect, row)
        if self._whole_trailing(row) > self._trailing_width(row, free):
            return True
        return max(title, aside) > room if row.two_lines else title + (aside and aside + 12) > room

    # Painting.

    def _paint_head(self, painter: QPainter, rect: QRect, head: Head) -> None:
        colour = self._look.colour
        line = rect.adjusted(SIDE, self._look.px(5), -SIDE, 0)
        painter.setFont(self._group)
        painter.setPen(colour(head.ink))
        painter.drawText(line, LEFT, head.text)
        x = line.left() + self._width(self._group, head.text) + 8
        painter.setFont(self._cell)
        painter.setPen(colour("text2"))
        painter.drawText(line.adjusted(x - line.left(), 0, 0, 0), LEFT, head.count)
        x += self._width(self._cell, head.count) + 16
        right = line.right()
        for place, link in self.links(rect, head):
            painter.setFont(self._group)
            painter.setPen(colour("accent"))
            painter.drawText(place.adjusted(0, self._look.px(5), 0, 0), RIGHT, link.text)
            right = place.left() - 16
        if head.hint and not head.links and right > x:
            painter.setFont(self._caption)
            painter.setPen(colour("text3"))
            hint = self._cut(self._caption, head.hint, right - x)
            painter.drawText(QRect(x, line.top(), right - x, line.height()), RIGHT, hint)

    def _paint_row(
        self, painter: QPainter, rect: QRect, row: Row, state: QStyle.StateFlag, widget: QWidget | None
    ) -> None:
        colour, px = self._look.colour, self._look.px
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, colour("accent_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), EDGE, rect.height()), colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour("sunken"))
        if row.two_lines and not chosen:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line"))
        top = QRect(rect)
        if row.two_lines:
            top = QRect(rect.left(), rect.top() + px(8), rect.width(), px(24))
        self._paint_icon(painter, top, row, widget)
        if chosen and row.hints:
            self._paint_hints(painter, rect, row)
            if self._keeps_trailing(rect, row):
                beside = min(place.left() for place, _ in self.hints(rect, row)) - 16
                kept = rect.adjusted(0, 0, beside + SIDE - rect.right(), 0)
                self._paint_trailing(painter, kept, row, self._trailing_width(row))
        else:
            width = self._trailing_width(row, self._free(rect, row))
            self._paint_trailing(painter, top if row.foot or row.blocks else rect, row, width)
            if row.two_lines and row.foot:
                self._paint_foot(painter, top, row)
        self._paint_words(painter, top, rect, row, chosen=chosen)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(EDGE + 2, 1.5, -2, -2.5), 6, 6)

    def _paint_words(self, painter: QPainter, top: QRect, rect: QRect, row: Row, *, chosen: bool) -> None:
        colour, left = self._look.colour, self._left(rect, row)
        room = self._room(rect, row, chosen=chosen)
        title = self._cut(self._title, row.title, room)
        painter.setFont(self._title)
        painter.setPen(colour("text2" if row.quiet else "text"))
        painter.drawText(QRect(left, top.top(), room, top.height()), LEFT, title)
        painter.setFont(self._caption)
        painter.setPen(colour("text2"))
        if row.two_lines:
            if row.foot or row.blocks:
                room = rect.right() - SIDE - self._width(self._caption, row.foot) - 14 - left
            below = QRect(left, top.bottom() + 1, room, self._look.px(20))
            painter.drawText(below, LEFT, self._cut(self._caption, row.aside, room))
            return
        used = self._width(self._title, title) + 12
        if room - used > self._look.px(24):
            aside = QRect(left + used, top.top(), room - used, top.height())
            painter.drawText(aside, LEFT, self._cut(self._caption, row.aside, room - used))

    def _paint_icon(self, painter: QPainter, top: QRect, row: Row, widget: QWidget | None) -> None:
        side = self._look.px(ICON)
        box = QRectF(top.left() + SIDE, top.center().y() - side / 2 + 0.5, side, side)
        if row.icon in SHAPES:
            radius = self._look.px(4.5)
            painter.setPen(QPen(self._look.colour(row.ink), 1.6))
            late = row.icon == "late"
            painter.setBrush(self._look.colour(row.ink) if late else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.center(), radius, radius)
        elif row.icon:
            ratio = widget.devicePixelRatioF() if widget is not None else 1.0
            painter.drawPixmap(box.topLeft(), pixmap(self._look, row.icon, row.ink, ICON, ratio))

    def _paint_trailing(self, painter: QPainter, rect: QRect, row: Row, width: int) -> None:
        colour = self._look.colour
        right = rect.right() - SIDE
        if not row.pill:
            font = self._strong if row.strong else self._cell
            painter.setFont(font)
            painter.setPen(colour(row.ink if row.ink in ("amber", "danger") else "text2"))
            words = self._cut(font, row.trailing, width)
            painter.drawText(QRect(right - width, rect.top(), width, rect.height()), RIGHT, words)
            self._paint_blocks(painter, right - width - 6, rect.center().y(), row)
            return
        if row.trailing:
            height = self._look.px(PILL_HEIGHT)
            box = QRectF(right - width, rect.center().y() - height / 2, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(PILLS[row.pill][0]))
            painter.drawRoundedRect(box, height / 2, height / 2)
            painter.setFont(self._caption)
            painter.setPen(colour(PILLS[row.pill][1]))
            painter.drawText(box, CENTRE, self._cut(self._caption, row.trailing, width - 16))

    def _paint_foot(self, painter: QPainter, top: QRect, row: Row) -> None:
        painter.setFont(self._caption)
        painter.setPen(self._look.colour("text2"))
        place = QRect(top.left(), top.bottom() + 1, top.width() - SIDE, self._look.px(20))
        painter.drawText(place, RIGHT, row.foot)

    def _paint_blocks(self, painter: QPainter, right: int, middle: int, row: Row) -> None:
        width, height = self._look.px(BLOCK), self._look.px(8)
        blocks = min(row.blocks, MOST_BLOCKS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(row.ink))
        for at in range(blocks):
            x = right - (blocks - at) * (width + BLOCK_GAP)
            painter.drawRoundedRect(QRectF(x, middle - height / 2, width, height), 3, 3)

    def _paint_hints(self, painter: QPainter, rect: QRect, row: Row) -> None:
        colour, height = self._look.colour, self._look.px(KEY_HEIGHT)
        for place, hint in self.hints(rect, row):
            width = self._cap_width(hint.cap)
            cap = QRectF(place.left() + 0.5, place.center().y() - height / 2 + 0.5, width, height)
            painter.setPen(QPen(colour("line2"), 1))
            painter.setBrush(colour("surface"))
            painter.drawRoundedRect(cap, 5, 5)
            painter.setFont(self._key)
            painter.setPen(colour("text2"))
            painter.drawText(cap, CENTRE, hint.cap)
            painter.setFont(self._cell)
            painter.setPen(colour("text"))
            painter.drawText(place, RIGHT, hint.text)

    def _room(self, rect: QRect, row: Row, *, chosen: bool) -> int:
        """For title and what stands aside of it."""
        left = self._left(rect, row)
        if chosen and row.hints:
            right = min(place.left() for place, _ in self.hints(rect, row))
            if self._keeps_trailing(rect, row):
                right -= 16 + self._trailing_width(row)
        else:
            trailing = self._trailing_width(row, self._free(rect, row))
            right = rect.right() - SIDE - trailing - self._blocks_width(row)
        return max(right - 14 - left, self._look.px(LEAST_TITLE))

    def _keeps_trailing(self, rect: QRect, row: Row) -> bool:
        """Whether the last words of a chosen row have room beside its keys: two keys leave none."""
        if not row.trailing or len(row.hints) != 1:
            return False
        left = min(place.left() for place, _ in self.hints(rect, row)) - 16 - self._trailing_width(row)
        return left - self._left(rect, row) >= self._look.px(ROOM_BESIDE)

    def _trailing_width(self, row: Row, free: int = 0) -> int:
        """The last words have their share of a row, and what title and aside leave free of it."""
        return min(self._whole_trailing(row), max(self._look.px(130 if row.pill else 190), free))

    def _whole_trailing(self, row: Row) -> int:
        if not row.trailing:
            return 0
        if row.pill:
            return self._width(self._caption, row.trailing) + 20
        return self._width(self._strong if row.strong else self._cell, row.trailing)

    def _free(self, rect: QRect, row: Row) -> int:
        """What a row without keys has beside title and aside."""
        used = self._width(self._title, row.title)
        if row.aside and not row.two_lines:
            used += 12 + self._width(self._caption, row.aside)
        return rect.right() - SIDE - self._blocks_width(row) - 14 - self._left(rect, row) - used

    def _blocks_width(self, row: Row) -> int:
        return min(row.blocks, MOST_BLOCKS) * (self._look.px(BLOCK) + BLOCK_GAP) + (6 if row.blocks else 0)

    def _left(self, rect: QRect, row: Row) -> int:
        """Where the words begin: after the icon, or where it would stand."""
        return rect.left() + SIDE + (self._look.px(ICON) + GAP if row.icon else 0)

    def _cap_width(self, cap: str) -> int:
        return self._width(self._key, cap) + 12

    @staticmethod
    def _width(font: QFont, text: str) -> int:
        return QFontMetrics(font).horizontalAdvance(text) + 1 if text else 0

    @staticmethod
    def _cut(font: QFont, text: str, room: int) -> str:
        return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _item(index: QModelIndex | QPersistentModelIndex) -> Head | Row | None:
    model = index.model()
    return model.item(index) if isinstance(model, AgendaModel) else None
