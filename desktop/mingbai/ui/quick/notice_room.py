"""What a page has left for the notice that is being looked through on it: the rest of the page gives way."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QBoxLayout, QLayoutItem, QWidget

KEPT = 0.24
"""Of its page a list keeps so much for as long as the notice has its few lines of text all the same."""


@dataclass(frozen=True, slots=True)
class Room:
    """Heights a card may have."""

    most: int
    """With nothing left below it but what cannot be less."""
    fair: int
    """With some of the list in sight."""


def room_on_page(card: QWidget) -> Room:
    """What there is for a card in the quick-add line of a page."""
    line = card.parentWidget()
    page = line.parentWidget() if line is not None else None
    layout = page.layout() if page is not None else None
    if line is None or page is None or not isinstance(layout, QBoxLayout):
        height = card.window().height()
        return Room(height, height)
    margins = layout.contentsMargins()
    around = margins.top() + margins.bottom() + line.height() - card.height()
    least = page.height() - around - _needed_beside(layout, line)
    listed = max((_least(item, line.width()) for item in _stretching(layout)), default=0)
    return Room(least, least - max(0, round(page.height() * KEPT) - listed))


def _stretching(layout: QBoxLayout) -> list[QLayoutItem]:
    items = ((layout.itemAt(at), layout.stretch(at)) for at in range(layout.count()))
    return [item for item, stretch in items if stretch and item is not None]


def _needed_beside(layout: QBoxLayout, line: QWidget) -> int:
    """How much of a column's height all needs but the line, which may stand in a column within it."""
    needed = 0
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None or item.widget() is line or item.isEmpty():
            continue
        inside = item.layout()
        if isinstance(inside, QBoxLayout) and inside.indexOf(line) >= 0:
            upright = inside.direction() in (
                QBoxLayout.Direction.TopToBottom,
                QBoxLayout.Direction.BottomToTop,
            )
            needed += _needed_beside(inside, line) if upright else 0
            continue
        # A title has no less than its words; a list may have less than it would like.
        needed += _height(item, stretches=bool(layout.stretch(at)), width=line.width()) + layout.spacing()
    return needed


def _height(item: QLayoutItem, *, stretches: bool, width: int) -> int:
    if stretches:
        return _least(item, width)
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _least(item: QLayoutItem, width: int) -> int:
    """What a layout leaves it at least: of what wraps, Qt takes all that it would like at this width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.minimumSize().height()
