"""What stands in place of a list with nothing in it: one sentence, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session


class EmptyList(QWidget):
    """Says why there is nothing, and what one can do about it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = session.word
        self._run: Callable[[], object] | None = None
        self.title = styled(QLabel(), "name")
        self.text = styled(QLabel(), "secondary")
        self.button = styled(QPushButton(), "primary")
        self.button.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        for label in (self.title, self.text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(
        self,
        title: Words,
        text: Words | None = None,
        button: Words | None = None,
        run: Callable[[], object] | None = None,
    ) -> None:
        """Shows a sentence, and a button where something can be done."""
        self._run = run
        self.title.setText(self._word(title))
        self.text.setText("" if text is None else self._word(text))
        self.text.setVisible(text is not None)
        self.button.setText("" if button is None else self._word(button))
        self.button.setVisible(button is not None)

    def _clicked(self) -> None:
        if self._run is not None:
            self._run()
