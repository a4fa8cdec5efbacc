"""The strip over a list while it shows what lies in the bin."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from mingbai.domain.register import Register
from mingbai.domain.words import Words
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.register_commands import BACK
from mingbai.ui.session import Session
from mingbai.ui.table.deeds import TAKE_OUT

IN_BIN = Words("回收站里的{register}，不计入统计", "{register} in the bin are not counted in any figure")


class BinStrip(QFrame):
    """Says that nothing here counts, and leads out of it."""

    take_out_asked = Signal()
    back_asked = Signal()

    def __init__(self, session: Session, register: Register[Any]) -> None:
        super().__init__()
        word = session.word
        styled(self, "sunken")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        said = styled(QLabel(word(IN_BIN.format(register=register.words))), "text")
        said.setWordWrap(True)
        self.take_out_button = styled(QPushButton(word(TAKE_OUT)), "plain")
        self.take_out_button.clicked.connect(self.take_out_asked)
        self.back_button = styled(QPushButton(word(BACK)), "quiet")
        self.back_button.clicked.connect(self.back_asked)
        row.addWidget(said, 1)
        row.addWidget(self.take_out_button)
        row.addWidget(self.back_button)
        self.hide()
