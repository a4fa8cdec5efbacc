"""How a notice shares its height: what speaks against it, its chips and its text, as its page has room for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mingbai.ui.later import later
from mingbai.ui.look.look import Look
from mingbai.ui.quick.fitted_column import FittedColumn
from mingbai.ui.quick.notice_room import room_on_page
from mingbai.ui.quick.notice_text import NoticeText
from mingbai.ui.quick.spoken import SpokenLines

FEW = 4
"""So many lines of the text come before the list below."""
LEAST = 70
"""At 100 %: lower it is never, or nothing could be done in it."""


class NoticeFit(QObject):
    """First chips and what speaks against it have their room, then where that is written, then the text.

    Only one of the two scrolls: the text, or in very little room all but what speaks against it.
    """

    def __init__(
        self,
        look: Look,
        card: QWidget,
        column: QVBoxLayout,
        scroll: FittedColumn,
        text: NoticeText,
        spoken: SpokenLines,
    ) -> None:
        """`column` is that of the card; `scroll` holds its text and chips, `spoken` stands below."""
        super().__init__(card)
        self._least = look.px(LEAST)
        self._card = card
        self._column = column
        self._scroll = scroll
        self._text = text
        self._spoken = spoken
        self._page: QWidget | None = None
        self.soon = later(self, 0, self._fit)
        scroll.unfit.connect(self.soon.start)

    def follow(self) -> None:
        """The page the card stands on tells of its height from now on."""
        line = self._card.parentWidget()
        page = line.parentWidget() if line is not None else None
        if page is not None and page is not self._page:
            self._page = page
            page.installEventFilter(self)
        self.soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A higher page, or one that gives way, has more room for it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self._card.isVisible():
            self.soon.start()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room, text = room_on_page(self._card), self._text
        others = self._scroll.needed - text.height()
        chrome = self._around()
        few = others + text.height_of(FEW)
        chips = others + text.height_of(1)
        self._spoken.fit(room.most - chrome - few, room.most - chrome - max(self._least, chips))
        left = room.most - chrome - self._spoken.needed
        fair = room.fair - chrome - self._spoken.needed
        text.fit(max(text.lines_in(fair - others), min(FEW, text.lines_in(left - others))))
        self._scroll.fit(max(left, self._least))

    def _around(self) -> int:
        """What head, foot and the gaps between the parts take."""
        column, last = self._column, self._column.count() - 1
        margins = column.contentsMargins()
        ends = sum(item.sizeHint().height() for at in (0, last) if (item := column.itemAt(at)) is not None)
        gaps = 2 + bool(self._spoken.spoken)
        return margins.top() + margins.bottom() + ends + gaps * column.spacing()
