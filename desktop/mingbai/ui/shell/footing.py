"""The keyboard always has a place: where the widget with the focus goes away, what stands nearest takes it.

Left to itself, Qt gives the focus to the first stop of the window, or to nobody when the widget was put out of
use or taken apart: then no key finds anyone until Tab is pressed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from mingbai.ui.later import later
from mingbai.ui.pages.page import Page
from mingbai.ui.reading_order import is_stop, stops

PANEL = "panel"
FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class Footing(QObject):
    """Watches the focus within a part of the window."""

    def __init__(self, within: QWidget, page: Callable[[], Page]) -> None:
        """`page` gives the page that is shown."""
        super().__init__(within)
        self._within, self._page = within, page
        self._above: list[QWidget] = []
        """Whoever had the focus last, and what it lies in, from the inside out."""
        self._box = QRect()
        self._pressing = False
        """Whether that was no field: then none gets the focus, as the next key would be written into it."""
        # Whoever takes something apart builds it anew in the same turn, and may know better where to go.
        self._soon = later(self, 0, self.regain)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def lost(self) -> bool:
        """Whether the focus is with someone who cannot be seen or used; then it is looked for soon."""
        focus = QApplication.focusWidget()
        if focus is None or _usable(focus):
            return False
        self._soon.start()
        return True

    def regain(self) -> None:
        """Gives the focus to what stands nearest, if nobody has it who can be seen and used."""
        window = self._within.window()
        focus: QWidget | None = window.focusWidget()
        if not window.isActiveWindow() or QApplication.activePopupWidget() is not None:
            return
        if focus is not None and focus is not window and focus is not self._within and _usable(focus):
            if QApplication.focusWidget() is None:
                # Closed over it, a menu did not give it back.
                focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
            return
        for widget in self._above:
            if not isValid(widget) or not widget.isVisible() or not self._within.isAncestorOf(widget):
                continue
            if isinstance(widget, Page) or widget.property("role") == PANEL:
                break
            found = self._nearest(widget)
            if found is not None:
                found.setFocus()
                return
        page = self._page()
        page.take_focus()
        now = QApplication.focusWidget()
        if now is None or not _usable(now) or not self._within.isAncestorOf(now):
            found = self._nearest(page) or self._nearest(self._within)
            if found is not None:
                found.setFocus()

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            # Also when the whole window is left; that is seen when it is looked for.
            self._soon.start()
        elif self._within.isAncestorOf(now):
            self._above = []
            self._pressing = not isinstance(now, FIELDS)
            self._box = QRect(now.mapTo(self._within, QPoint()), now.size())
            widget: QWidget | None = now
            while widget is not None and widget is not self._within:
                self._above.append(widget)
                if widget.property("role") == PANEL:
                    # What was ended beside a list leaves one in the list.
                    self._above = [widget]
                widget = widget.parentWidget()

    def _nearest(self, widget: QWidget) -> QWidget | None:
        if is_stop(widget):
            return widget
        found = [one for one in stops(widget) if not (self._pressing and isinstance(one, FIELDS))]
        return min(found, key=self._distance, default=None)

    def _distance(self, widget: QWidget) -> int:
        box = QRect(widget.mapTo(self._within, QPoint()), widget.size())
        return (box.center() - self._box.center()).manhattanLength()


def _usable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
