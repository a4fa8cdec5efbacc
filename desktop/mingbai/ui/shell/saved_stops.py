"""The saved filters in the rail: a click or Enter shows one; F2 renames it, Delete removes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.look import Look
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import as_typed, retoned, styled
from mingbai.ui.shell.rail_button import RailButton
from mingbai.ui.table.saved import every_filter
from mingbai.ui.table.saved_deeds import (
    DOWN,
    FORGET,
    RENAME,
    UP,
    name_filter,
    remove_filter,
    shift_filter,
)

if TYPE_CHECKING:
    # The rail is seen before there is a session.
    from mingbai.ui.session import Session

NEW_NAME = Words("筛选的名称", "Name of the filter")
TAKEN = Words("已有叫“{name}”的筛选", "A filter named “{name}” already exists")

Kept = tuple[str, str, str]
"""A register's code, a name, the filter text."""


class SavedStops(QWidget):
    """Shows the filters that a person kept, and does with them what is asked."""

    chosen = Signal(str, str)
    """A register's code and the filter text that was kept for it."""
    told = Signal()
    """Others are shown now."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._look = session.look
        self.buttons: dict[Kept, RailButton] = {}
        self._renaming: _Name | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        session.filters_changed.connect(self._changed)

    def kept(self) -> list[Kept]:
        """The filters a person named."""
        return [(code, one.name, one.where) for code, one in every_filter(self._session.memory)]

    def show_kept(self) -> None:
        """Shows what is kept; the focus stays on its filter, or goes to the next one."""
        before = list(self.buttons)
        focused = next((at for at, one in enumerate(before) if self.buttons[one].hasFocus()), None)
        self._give_up()
        old = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                old.append(widget)
        self.buttons = {one: self._button(one) for one in self.kept()}
        for button in self.buttons.values():
            self._column.addWidget(button)
            button.show()
        self._column.addStretch(1)
        self.told.emit()
        if focused is not None and self.buttons:
            now = list(self.buttons)
            same = before[focused] in self.buttons
            self.buttons[before[focused] if same else now[min(focused, len(now) - 1)]].setFocus()
        # Last, or the focus would go astray with them.
        for widget in old:
            widget.hide()
            widget.deleteLater()

    def menu(self, kept: Kept) -> Menu:
        """What can be done with a filter."""
        code, name, _ = kept
        menu = Menu(self._look, self)
        for words, keys, run in (
            (RENAME, "F2", partial(self.rename, kept)),
            (UP, "Alt+Up", partial(shift_filter, self._session, code, name, -1)),
            (DOWN, "Alt+Down", partial(shift_filter, self._session, code, name, 1)),
            (FORGET, "Delete", partial(remove_filter, self._session, code, name)),
        ):
            menu.tell(self._look.word(words), keys, run)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def rename(self, kept: Kept) -> None:
        """Lets the name be typed in the place of the button."""
        self._give_up()
        button = self.buttons[kept]
        field = self._renaming = _Name(self._look, kept[1])
        field.left.connect(partial(self._end, kept))
        field.given_up.connect(lambda: self._put_back(kept))
        field.setFixedHeight(button.height())
        self._column.replaceWidget(button, field)
        field.show()
        field.setFocus()
        button.hide()
        field.selectAll()

    def _changed(self, _: str) -> None:
        # A method of ours: it is let go with this widget, while the session goes on with another one.
        self.show_kept()

    def _end(self, kept: Kept) -> None:
        field, (code, name, _) = self._renaming, kept
        if field is None:
            return
        new = " ".join(field.text().split())
        if new and new != name and any((code, new) == one[:2] for one in self.buttons):
            if field.hasFocus():
                field.say(self._look.word(TAKEN.format(name=new)))
                return
            new = ""
        self._put_back(kept)
        if new and new != name:
            name_filter(self._session, code, name, new)

    def _put_back(self, kept: Kept) -> None:
        field, button = self._renaming, self.buttons[kept]
        if field is None:
            return
        had_focus = field.hasFocus()
        self._renaming = None
        self._column.replaceWidget(field, button)
        button.show()
        if had_focus:
            button.setFocus()
        field.hide()
        field.deleteLater()

    def _give_up(self) -> None:
        if self._renaming is not None:
            field, self._renaming = self._renaming, None
            field.hide()
            field.deleteLater()

    def _button(self, kept: Kept) -> RailButton:
        code, name, where = kept
        button = RailButton(self._look, name, "")
        button.setCheckable(False)
        button.clicked.connect(lambda: self.chosen.emit(code, where))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(partial(self._show_menu, kept))
        button.installEventFilter(self)
        return button

    def _show_menu(self, kept: Kept, at: QPoint) -> None:
        self.menu(kept).popup(self.buttons[kept].mapToGlobal(at))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of a button."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        kept = next((one for one, button in self.buttons.items() if button is watched), None)
        if kept is None:
            return False
        code, name, _ = kept
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_F2:
                self.rename(kept)
            case Qt.Key.Key_Delete:
                remove_filter(self._session, code, name)
            case Qt.Key.Key_Up if alt:
                shift_filter(self._session, code, name, -1)
            case Qt.Key.Key_Down if alt:
                shift_filter(self._session, code, name, 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.chosen.emit(code, kept[2])
            case _:
                return False
        return True


class _Name(QLineEdit):
    """The field in which a filter gets another name: Enter or leaving it keeps, Esc does not."""

    left = Signal()
    given_up = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(name)
        styled(self, "quiet")
        self.setAccessibleName(look.word(NEW_NAME))
        self.editingFinished.connect(self.left)
        self.textEdited.connect(lambda _: retoned(self, ""))

    def say(self, text: str) -> None:
        """Why the name cannot be kept."""
        retoned(self, "error")
        self.setAccessibleDescription(text)
        QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), as_typed(text), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
