"""The row below the title of the page Review: which of four lists is shown, and the keys that work there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from mingbai.desk.lists import count_words
from mingbai.desk.reviewing import Review
from mingbai.domain.words import Words
from mingbai.ui.letters import WRITE
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

CHIPS: dict[str, Words] = {
    "waiting": Words("待研判", "Undecided"),
    "suggestions": Words("建议待执行", "Suggested, not cut yet"),
    "rechecks": Words("复查到期", "Rechecks due"),
    "decided": Words("已研判", "Assessed"),
}
LETTER = "L"
"""The key that opens a letter about what is open."""
ASIDE = "← →"
OTHER_LIST = Words("换列表", "list")
OTHER_LIST_KEYS = Words("{keys} 换列表", "{keys} for another list")
STEPS: Mapping[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
WALK = Words("换一条", "entry")
SEVERAL = Words("多选", "select several")


def held(event: QKeyEvent) -> bool:
    """Whether Ctrl, Alt or the like is held with a key."""
    plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    return bool(event.modifiers() & ~plain)


class ReviewChips(QHBoxLayout):
    """One chip for each list, with how much is in it."""

    chosen = Signal(str)
    letter_asked = Signal()

    def __init__(self, session: Session, shown: str, parent: QWidget) -> None:
        super().__init__()
        self._session = session
        self.setSpacing(8)
        self.chips: dict[str, QPushButton] = {}
        group = QButtonGroup(parent)
        for code, words in CHIPS.items():
            chip = styled(QPushButton(session.word(words)), "chip")
            chip.setCheckable(True)
            chip.setChecked(code == shown)
            chip.setToolTip(session.word(OTHER_LIST_KEYS.format(keys=ASIDE)))
            chip.clicked.connect(lambda _=False, chosen=code: self.chosen.emit(chosen))
            chip.installEventFilter(self)
            group.addButton(chip)
            self.addWidget(chip)
            self.chips[code] = chip
        self.addStretch(1)
        self.keys = self._keys()
        self.addWidget(self.keys)

    def go_by(self, key: int) -> bool:
        """Chooses the chip beside the chosen one, by an arrow key; whether the key was one."""
        step = STEPS.get(key)
        if step is None:
            return False
        codes = list(self.chips)
        at = next(at for at, code in enumerate(codes) if self.chips[code].isChecked()) + step
        if 0 <= at < len(codes):
            self.chosen.emit(codes[at])
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a chip the arrow keys do as they do in the list; Qt would only move the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not held(event):
            return self.go_by(event.key())
        return super().eventFilter(watched, event)

    def _keys(self) -> QWidget:
        word, keys = self._session.word, QWidget()
        row = QHBoxLayout(keys)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for cap, words in (("↑ ↓", WALK), (ASIDE, OTHER_LIST), ("Shift+↓", SEVERAL)):
            row.addWidget(styled(QLabel(cap), "key"))
            row.addWidget(styled(QLabel(word(words)), "caption"))
            row.addSpacing(8)
        write = styled(QPushButton(word(WRITE)), "link")
        write.setAccessibleName(word(WRITE))
        write.clicked.connect(lambda _=False: self.letter_asked.emit())
        row.addWidget(styled(QLabel(LETTER), "key"))
        row.addWidget(write)
        return keys

    def show_counts(self, found: Review) -> None:
        """Says how much each list has; nothing where it has none."""
        counts: Mapping[str, int] = {
            "waiting": len(found.waiting),
            "suggestions": len(found.suggestions),
            "rechecks": len(found.rechecks),
            "decided": found.decided_count,
        }
        for code, count in counts.items():
            words = self._session.word(CHIPS[code])
            self.chips[code].setText(f"{words}  {count_words(count)}" if count else words)
