"""The foot of a dialog that saves what is typed in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel

from mingbai.domain.words import Words
from mingbai.ui.keys import set_key
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.pressing import Dialog, dialog_button

SAVE = Words("保存", "Save")
CLOSE = Words("关闭", "Close")
SAVE_KEY = "Ctrl+S"


class SavingFoot(QHBoxLayout):
    """Closing and saving, with the key that saves."""

    def __init__(self, dialog: Dialog, look: Look, save: Callable[[], None]) -> None:
        super().__init__()
        self.setSpacing(8)
        self.addStretch(1)
        close = dialog_button(look.word(CLOSE), "plain")
        close.clicked.connect(dialog.reject)
        self.save_button = dialog_button(look.word(SAVE), "primary")
        self.save_button.setToolTip(SAVE_KEY)
        self.save_button.clicked.connect(lambda _: save())
        set_key(dialog, SAVE_KEY, save)
        self.addWidget(close)
        self.addWidget(styled(QLabel(SAVE_KEY), "key"))
        self.addWidget(self.save_button)
