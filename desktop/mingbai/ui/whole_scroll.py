"""A part that scrolls and ends after a whole line, wherever it is scrolled to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from mingbai.ui.later import later
from mingbai.ui.whole_lines import Span, lines_of, uncut_height

ENDS = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
"""Keys that Qt leaves alone in a part that scrolls, though it pages by others."""


class WholeScroll(QScrollArea):
    """Leaves free at its foot what has room for less than a line."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        self._lines: list[Span] = []
        self._wanted: QWidget | None = None
        self._ending = later(self, 0, self._look_anew)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(self._end)
        self.verticalScrollBar().actionTriggered.connect(lambda _: self.let_go())
        inside.installEventFilter(self)

    def hold_in_sight(self, wanted: QWidget) -> None:
        """Brings a part into sight, and again as what stands above it grows, until a person scrolls or goes elsewhere."""
        self._wanted = wanted
        self._see_wanted()

    def let_go(self) -> None:
        """Nothing is held in sight any more."""
        self._wanted = None

    def _see_wanted(self) -> None:
        wanted, focus = self._wanted, QApplication.focusWidget()
        if wanted is None or not isValid(wanted):
            self._wanted = None
            return
        if focus is not None and self._inside.isAncestorOf(focus) and not wanted.isAncestorOf(focus):
            self._wanted = None
            return
        self.ensureWidgetVisible(wanted)

    def _look_anew(self) -> None:
        self._lines = lines_of(self._inside)
        self._end()
        self._see_wanted()

    def _end(self) -> None:
        """The room is that of both together: the one gets what the other gives."""
        room = self.viewport().height() + self.viewportMargins().bottom()
        top = self.verticalScrollBar().value()
        free = 0
        if top + room < self._inside.height():
            free = top + room - uncut_height(self._lines, top + room)
        # What is as high as all there is in sight is cut all the same.
        free = free if free < room // 2 else 0
        if free != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, free)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another room it ends after another line."""
        super().resizeEvent(event)
        self._ending.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go as far as there is."""
        end = ENDS.get(Qt.Key(event.key()))
        if end is None:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(end)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever turns the wheel wants to see something else."""
        self.let_go()
        super().wheelEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is laid out anew ends elsewhere."""
        if watched is self._inside and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._ending.start()
        return super().eventFilter(watched, event)
