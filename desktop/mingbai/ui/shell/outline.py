"""What the window shows while it gets ready: its rail, the title of the page, and where things will stand."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mingbai.desk.day_title import day_title
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.shell import stops
from mingbai.ui.shell.rail import Rail

QUICK_HEIGHT = 46
FOOT_HEIGHT = 32


class Outline(QWidget):
    """The window before its ledger is open. Nothing in it can be used yet."""

    painted = Signal()
    """It stands on the screen."""

    def __init__(
        self, look: Look, place: str, town: str, page: str, today: date, groups: Collection[str] = ()
    ) -> None:
        """`groups` are those the rail showed last."""
        super().__init__()
        styled(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = Rail(look, place, town, stops.FIRST, stops.BELOW, stops.GROUPS)
        self.rail.show_groups(groups)
        self.rail.show_chosen(page)
        quick = styled(QFrame(), "quick")
        quick.setFixedHeight(look.px(QUICK_HEIGHT))
        foot = styled(QFrame(), "status")
        foot.setFixedHeight(look.px(FOOT_HEIGHT))
        inside = QVBoxLayout()
        inside.setContentsMargins(28, 20, 28, 18)
        inside.setSpacing(14)
        inside.addWidget(styled(QLabel(look.word(_title(page, today))), "title"))
        inside.addWidget(quick)
        inside.addWidget(styled(QFrame(), "card"), 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addLayout(inside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(middle, 1)
        whole.addWidget(foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # Told when all the others are painted too and the picture is handed over.
        QTimer.singleShot(0, self.painted.emit)


def _title(page: str, today: date) -> Words:
    if page == stops.FIRST[0].code:
        return day_title(today)
    every = (*stops.FIRST, *stops.REST, *stops.BELOW)
    return next((stop.words for stop in every if page in (stop.code, *stop.also)), NO_WORDS)
