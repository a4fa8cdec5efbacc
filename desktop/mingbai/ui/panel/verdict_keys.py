"""Six keys that decide: 1 needed, 2 merge, 3 simplify, 4 suggest cutting, 5 not ours, 0 undecided.

A seventh, C, says of a suggestion that it was carried out.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from mingbai.domain.review import Assessment
from mingbai.domain.words import Words
from mingbai.ui.look.look import Size
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

VERDICTS = {
    "1": Assessment.NEEDED,
    "2": Assessment.MERGE,
    "3": Assessment.SIMPLIFY,
    "4": Assessment.CUT,
    "5": Assessment.NOT_OURS,
    "0": Assessment.UNDECIDED,
}
"""What a digit decides."""


def verdict_of(event: QKeyEvent) -> Assessment | None:
    """What a press of a digit decides. One that is held down comes again and again, and then decides nothing."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return VERDICTS.get(event.text()) if plain and not event.isAutoRepeat() else None


CARRY = "C"
MARK_AS_CUT = Words("办成了，已核减", "Mark as cut")

HOW = Words("{digit}，在栏目里按 Ctrl+{digit}", "{digit}, in a field Ctrl+{digit}")
HEIGHT = 32
GAP = 6


class VerdictKeys(QWidget):
    """The six keys, as wide as there is room."""

    decided = Signal(object)
    """The `Assessment` that was chosen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        columns = 3 if session.look.language == "zh" else 2
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.buttons: dict[str, QPushButton] = {}
        for at, (digit, assessment) in enumerate(VERDICTS.items()):
            button = _key(session, digit, session.word(assessment.words))
            button.setToolTip(session.word(HOW.format(digit=digit)))
            button.clicked.connect(lambda _=False, chosen=assessment: self.decided.emit(chosen))
            self._grid.addWidget(button, at // columns, at % columns)
            self.buttons[digit] = button

    def take(self, event: QKeyEvent) -> bool:
        """Decides by a digit that nobody nearer took, as long as the keys are seen; whether it did."""
        verdict = None if self.visibleRegion().isEmpty() else verdict_of(event)
        if verdict is not None:
            self.decided.emit(verdict)
        return verdict is not None

    def set_columns(self, columns: int) -> None:
        """Puts the keys into so many columns."""
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // columns, at % columns)
            # In one row each is as much wider than its word as the others.
            self._grid.setColumnStretch(
                at, button.minimumWidth() if columns == len(self.buttons) else int(at < columns)
            )


def _key(session: Session, digit: str, text: str) -> QPushButton:
    button = styled(QPushButton(), "verdict")
    button.setAccessibleName(f"{digit} {text}")
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    layout = QHBoxLayout(button)
    layout.setContentsMargins(7, 0, 6, 0)
    layout.setSpacing(7)
    cap = styled(QLabel(digit), "key")
    word = styled(QLabel(text), "cell")
    word.setFont(session.look.font(Size.CELL))
    layout.addWidget(cap)
    layout.addWidget(word, 1)
    button.setFixedHeight(session.look.px(HEIGHT))
    button.setMinimumWidth(layout.minimumSize().width())
    return button
