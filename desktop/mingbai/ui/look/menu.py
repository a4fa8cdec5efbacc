"""A menu with round corners, its keys at the right in a quieter ink than its words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from mingbai.ui.look.look import Look

BETWEEN = 18
"""Between a word and its key, beside what stands at the right of a word anyway."""
RIGHT = 14


class Menu(QMenu):
    """What can be chosen. Keys are only told here: whoever opened the menu listens for them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        # The first menu is opened long after the start.
        from mingbai.ui.look.rounded import rounded

        rounded(self)

    def tell(self, text: str, keys: str, run: Callable[[], object]) -> QAction:
        """Adds something that can be done, with the keys that do it too."""
        action = self.addAction(text)
        action.triggered.connect(partial(_run, run))
        self.tell_keys(action, keys)
        return action

    def tell_keys(self, action: QAction, keys: str) -> None:
        """Shows keys at the right of what they do."""
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        # By the style sheet they would stand at the left of their column, as strong as the words.
        action.setShortcutVisibleInContextMenu(False)
        told = [_told(one) for one in self.actions()]
        self.setMinimumWidth(0)
        width = max(self._look.width(text) for text in told)
        if width:
            self.setMinimumWidth(self.sizeHint().width() + BETWEEN + width)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The keys, beside what the style sheet draws."""
        super().paintEvent(event)
        look = self._look
        with QPainter(self) as painter:
            painter.setFont(look.font())
            for action in self.actions():
                chosen = action is self.activeAction() and action.isEnabled()
                painter.setPen(look.colour("text2" if chosen else "text3"))
                box = self.actionGeometry(action).adjusted(0, 0, -look.px(RIGHT), 0)
                painter.drawText(
                    box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _told(action)
                )


def _told(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _run(run: Callable[[], object], _checked: bool = False) -> None:
    run()
