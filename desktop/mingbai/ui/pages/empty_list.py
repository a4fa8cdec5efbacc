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
        self._go: Callable[[], object] | None = None
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
        self.elsewhere = styled(QPushButton(), "link")
        self.elsewhere.clicked.connect(self._went)
        self.elsewhere.hide()
        column.addWidget(self.elsewhere, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(
        self,
        title: Words,
        text: Words | None = None,
        button: Words | None = None,
        run: Callable[[], object] | None = None,
        *,
        elsewhere: Words | None = None,
        go: Callable[[], object] | None = None,
    ) -> None:
        """Shows a sentence, a button where something can be done, and a line that leads `elsewhere`."""
        self._run, self._go = run, go
        self.elsewhere.setText("" if elsewhere is None else self._word(elsewhere).replace("&", "&&"))
        self.elsewhere.setAccessibleName("" if elsewhere is None else self._word(elsewhere))
        self.elsewhere.setVisible(elsewhere is not None)
        self.title.setText(self._word(title))
        self.text.setText("" if text is None else self._word(text))
        self.text.setVisible(text is not None)
        self.button.setText("" if button is None else self._word(button))
        self.button.setVisible(button is not None)

    def _went(self) -> None:
        if self._go is not None:
            self._go()

    def _clicked(self) -> None:
        if self._run is not None:
            self._run()
