"""The page and, once an entry is opened, the panel beside it; under it where the window is narrow."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QStackedWidget

from mingbai.ui.later import later
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.page import Page
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.ui.panel.panel import RecordPanel

NARROW = 1100
"""Below this, at 100 % text, the panel lies under the page."""
PANEL, STRIP = 364, 130
LEAST_PAGE = 320
PANEL_MS = 450
"""So long after the start the panel is loaded, unless an entry is opened before; later while a page is read.
It is there when the rules are loaded beside the window: at once both would hold it up twice as long."""
PANEL_STEP_MS = 60
PANEL_PARTS = ("mingbai.ui.panel.deeds", "mingbai.ui.form.form", "mingbai.ui.panel.panel")
"""Loaded one after another, so that a key pressed meanwhile comes between."""


class PageAndPanel(QSplitter):
    """Shares the room between the two, and makes the panel when it is first needed."""

    panel_made = Signal(object)
    """The `RecordPanel`, hidden until an entry is opened."""

    def __init__(self, session: Session) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session = session
        self.pages = QStackedWidget()
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.addWidget(self.pages)
        self.setStretchFactor(0, 1)
        self._panel_parts = iter(PANEL_PARTS)
        self._soon = later(self, PANEL_MS, self._load_panel)
        self._soon.start()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    @cached_property
    def panel(self) -> RecordPanel:
        """The side panel, hidden until an entry is opened."""
        from mingbai.ui.panel.panel import RecordPanel

        panel = styled(RecordPanel(self._session), "panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel.hide()
        self.panel_made.emit(panel)
        self.addWidget(panel)
        return panel

    @property
    def panel_open(self) -> bool:
        """Whether the panel stands beside the page."""
        return "panel" in vars(self) and not self.panel.isHidden()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nobody nearer took. Esc: the panel goes first, then what was opened in the page.

        A digit from the row of what is open decides as it does in the panel, and a key of the page that the panel
        has no use for does there what it does in the page.
        """
        if event.key() != Qt.Key.Key_Escape:
            entry = self.panel.entry if self.panel_open else None
            decided = entry is not None and self.page.is_at(entry) and self.panel.flags.keys.take(event)
            if not decided and not self._run_of_page(event):
                super().keyPressEvent(event)
        elif self.panel_open:
            self.panel.close_asked.emit()
        elif not self.page.put_away():
            super().keyPressEvent(event)

    def _run_of_page(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        meant = next((one for one in self.page.keyed() if QKeySequence(one.keys) == pressed), None)
        if meant is not None and meant.can_run():
            meant.run()
        return meant is not None

    def place_panel(self, width: int, height: int) -> None:
        """Beside the page in a window of this size, or under it."""
        look = self._session.look
        lying = width < look.px(NARROW)
        way = Qt.Orientation.Vertical if lying else Qt.Orientation.Horizontal
        self.panel.set_lying(lying)
        # A page folds what it can do without; asked how little it needs, it would tell of the unfolded one.
        self.pages.setMinimumWidth(0 if lying else look.px(LEAST_PAGE))
        if self.orientation() != way:
            self.setOrientation(way)
        if lying:
            low = min(look.px(STRIP), height // 2)
            self.setSizes([max(1, self.height() - low), low])
        else:
            self.setSizes([max(1, self.width() - look.px(PANEL)), look.px(PANEL)])

    def _load_panel(self) -> None:
        if self.page.waiting:
            # A slow PC shows its first lines before it prepares for what may be opened.
            self._soon.start(PANEL_STEP_MS)
        elif (part := next(self._panel_parts, None)) is not None:
            import_module(part)
            self._soon.start(PANEL_STEP_MS)
        else:
            self.panel  # noqa: B018 - built by being asked for
