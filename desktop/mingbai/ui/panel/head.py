"""The head of the side panel: which entry this is, what can be done with it, and its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.command import Command
from mingbai.ui.look.icons import icon
from mingbai.ui.look.look import Size, Weight
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.session import Session

PRINT = Words("打印", "Print")
MORE = Words("更多操作", "More")
CLOSE = Words("关闭", "Close")
BUTTON = 28


class PanelHead(QWidget):
    """Register and number, the buttons, and room for the name below."""

    close_asked = Signal()
    print_asked = Signal()

    def __init__(self, session: Session, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__()
        self._session = session
        self._commands = commands
        self._whole = ""
        self._which = styled(QLabel(), "caption")
        self._which.setFont(session.look.font(Size.CAPTION))
        self._which.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.print_button = self._button("print", PRINT)
        self.print_button.clicked.connect(self.print_asked)
        self.print_button.hide()
        self.more_button = self._button("more", MORE)
        self.more_button.clicked.connect(self._show_menu)
        self.close_button = self._button("x", CLOSE)
        self.close_button.clicked.connect(self.close_asked)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self._which, 1)
        for button in (self.print_button, self.more_button, self.close_button):
            self._line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._line)

    def tell(self, text: str, name: str = "") -> None:
        """Says which entry it is; with a `name`, by it, in one line."""
        look = self._session.look
        self._which.setToolTip(as_typed(f"{text}\n{name}" if name else ""))
        styled(self._which, "name" if name else "caption")
        self._which.setFont(look.font(Size.NAME, Weight.HEAVY) if name else look.font(Size.CAPTION))
        self._which.style().unpolish(self._which)
        self._which.style().polish(self._which)
        self._whole = name or text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What has no room is told by the tooltip."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 3 * self._session.look.px(BUTTON) - 8
        metrics = self._which.fontMetrics()
        self._which.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(room, 40)))

    def menu(self) -> Menu:
        """What can be done with the entry now."""
        menu = Menu(self._session.look, self)
        for command in self._commands():
            text = self._session.word(command.words).replace("&", "&&")
            action = menu.tell(text, command.keys, command.run)
            if command.icon:
                action.setIcon(icon(self._session.look, command.icon))
            action.setEnabled(command.can_run())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _show_menu(self) -> None:
        button = self.more_button
        self.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _button(self, name: str, words: Words) -> QPushButton:
        button = styled(QPushButton(), "icon")
        button.setIcon(icon(self._session.look, name))
        button.setAccessibleName(self._session.word(words))
        button.setToolTip(self._session.word(words))
        side = self._session.look.px(BUTTON)
        button.setFixedSize(side, side)
        return button
