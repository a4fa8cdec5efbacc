"""One line that adds something to the open entry: Enter saves, Esc leaves it, what is typed is kept."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.form.typing_box import TypingBox
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import retoned, styled
from mingbai.ui.session import Session


class AddingLine(QWidget):
    """A bordered field with a hint in it, and room for a sentence below."""

    entered = Signal(str)
    typed = Signal()
    given_up = Signal()
    """Esc was pressed; whatever the line stands in hears of it too, unless the `box` takes it."""

    def __init__(self, session: Session, words: Words, hint: Words) -> None:
        """`words` is what the field is called, `hint` stands in it while it is empty."""
        super().__init__()
        self._session = session
        self._saving = False
        self.box = TypingBox(session.look, "field")
        self.box.setAccessibleName(session.word(words))
        self.box.setPlaceholderText(session.word(hint))
        self.box.entered.connect(self._entered)
        self.box.edited.connect(self._edited)
        self.box.given_up.connect(self.given_up)
        self._note = styled(QLabel(), "caption", "danger")
        self._note.setFont(session.look.font(Size.CAPTION))
        self._note.setWordWrap(True)
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        line = QHBoxLayout()
        line.addWidget(self.box)
        layout.addLayout(line)
        layout.addWidget(self._note)
        self.setFocusProxy(self.box)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.box.toPlainText()

    @property
    def note(self) -> str:
        """The sentence below."""
        return "" if self._note.isHidden() else self._note.text()

    def bring_back(self, text: str) -> None:
        """Shows text that was typed before and never saved."""
        self.box.tell(text)

    def empty(self) -> None:
        """It was saved, or belongs to another entry."""
        self._saving = False
        self.calm()
        self.box.tell("")
        self.typed.emit()

    def wrong(self, words: Words) -> None:
        """Why it could not be saved; the text stays."""
        self._saving = False
        retoned(self.box, "error")
        self._note.setText(self._session.word(words))
        self._note.show()

    def calm(self) -> None:
        """Nothing to say."""
        retoned(self.box, "")
        self._note.hide()

    def _entered(self) -> None:
        if self.text.strip() and not self._saving:
            # Two quick Enters are one note.
            self._saving = True
            self.entered.emit(self.text)

    def _edited(self) -> None:
        self.calm()
        self.typed.emit()
