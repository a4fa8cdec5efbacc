"""The head of a notice's card: what it is, how long, and what else the text may be."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from mingbai.desk.pasting import Pasted
from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.quick.words import FILE_NOTICE, PASTED_NOTICE, SIGNS


class NoticeHead(QHBoxLayout):
    """One line; at its end a link that says the text is no notice."""

    otherwise = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__()
        self._look = look
        sign = QLabel(parent)
        sign.setPixmap(pixmap(look, "doc", "accent", 18))
        self._said = styled(QLabel(parent), "group")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._signs = styled(QLabel(parent), "caption")
        self._signs.setFont(look.font(Size.CAPTION))
        self.link = styled(QPushButton(parent), "link")
        self.link.clicked.connect(self.otherwise)
        self.setSpacing(8)
        self.addWidget(sign)
        self.addWidget(self._said, 1)
        self.addWidget(self._signs)
        self.addWidget(self.link)

    def await_draft(self) -> None:
        """Nothing is read yet: nothing is known but that it was pasted."""
        self._said.setText(self._look.word(PASTED_NOTICE))
        self._signs.clear()

    def tell(self, pasted: Pasted, other: Words | None) -> None:
        """Shows what a draft was made of, and what else that may be."""
        word = self._look.word
        told = FILE_NOTICE if pasted.file else PASTED_NOTICE
        self._said.setText(word(told))
        self._said.setToolTip(as_typed(pasted.file or word(told)))
        self._signs.setText(word(SIGNS.format(n=f"{len(pasted.text):,}")) if pasted.text else "")
        self.link.setVisible(other is not None)
        if other is not None:
            self.link.setText(word(other))
            self.link.setAccessibleName(word(other))
