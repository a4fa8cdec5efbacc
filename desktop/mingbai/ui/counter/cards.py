"""The answers, best first, one of them chosen: the chosen one whole, the others in brief."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from mingbai.desk.counter import CounterAnswer
from mingbai.domain.certificate_type import Answer
from mingbai.domain.words import Words
from mingbai.ui.flow import growing
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.pill import Pill
from mingbai.ui.look.roles import retoned, styled

SPOKEN = Words("{name}，{said}", "{name}, {said}")
TONES = {Answer.NOT_TO_ISSUE: "amber", Answer.MAY_ISSUE: "green", Answer.NEITHER: "blue"}
ICONS = {Answer.NOT_TO_ISSUE: "arrow", Answer.MAY_ISSUE: "check", Answer.NEITHER: "info"}
LINES = 3
LABEL = 76
MOST = 6
"""So many cards there are at most: five that may be meant, and the one for none of them."""


class AnswerCard(QFrame):
    """One answer. It is filled anew instead of being made anew: that is done with each key."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.answer: CounterAnswer | None = None
        styled(self, "answer")
        self._name = QLabel(self)
        self._name.setFont(look.font(Size.TYPED, Weight.STRONG))
        self._name.setWordWrap(True)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._pill = Pill(look, self)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._name, 1)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, look.px(LABEL if look.language == "zh" else LABEL + 12))
        self._rows = [self._row(at) for at in range(LINES)]
        self._verified, self._sure = Pill(look, self), styled(QLabel(self), "caption")
        for sign in (self._verified, self._sure):
            self._grid.addWidget(sign, LINES, 1, Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addLayout(self._grid)
        self.setSizePolicy(growing())

    def _row(self, at: int) -> tuple[QLabel, QLabel]:
        label, text = styled(QLabel(self), "label"), styled(QLabel(self), "text" if at == 0 else "secondary")
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        label.setContentsMargins(0, 1, 0, 0)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text, at, 1)
        return label, text

    def fill(self, answer: CounterAnswer, *, chosen: bool) -> None:
        """Shows an answer, whole or (not `chosen`) its first line alone."""
        word = self._look.word
        self.answer = answer
        self._name.setText(word(answer.name))
        self._pill.say(word(answer.said), TONES[answer.answer], ICONS[answer.answer])
        for at, (label, text) in enumerate(self._rows):
            line = answer.lines[at] if at < len(answer.lines) else None
            shown = line is not None and (chosen or at == 0)
            label.setVisible(shown)
            text.setVisible(shown)
            if shown and line is not None:
                label.setText(word(line.label))
                text.setText(word(line.text))
        sure = word(answer.sure)
        self._verified.setVisible(chosen and answer.verified)
        self._verified.say(sure, "green", "check", outlined=True)
        self._sure.setVisible(chosen and bool(sure) and not answer.verified)
        self._sure.setText(sure)
        self.setAccessibleName(spoken(self._look, answer))
        retoned(self, "chosen" if chosen else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses it."""
        self.pressed.emit()
        event.accept()


class Cards(QWidget):
    """The cards below each other."""

    chosen_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._answers: tuple[CounterAnswer, ...] = ()
        self._at = -1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.cards = [AnswerCard(look, self) for _ in range(MOST)]
        for at, card in enumerate(self.cards):
            card.hide()
            card.pressed.connect(lambda at=at: self.choose(at))
            column.addWidget(card)
        self.setSizePolicy(growing())

    @property
    def answers(self) -> tuple[CounterAnswer, ...]:
        """What is shown, best first."""
        return self._answers

    @property
    def chosen(self) -> CounterAnswer | None:
        """The answer that Enter records; None where nothing is chosen."""
        return self._answers[self._at] if 0 <= self._at < len(self._answers) else None

    def place_of_chosen(self) -> QRect:
        """Where the chosen card lies."""
        return self.cards[max(0, self._at)].geometry()

    def tell(self, answers: Sequence[CounterAnswer], chosen: int) -> None:
        """Shows these answers, one of them chosen, none of no answers."""
        self._answers = tuple(answers[:MOST])
        self._at = chosen
        self._fill()
        self.chosen_changed.emit()

    def choose(self, at: int) -> None:
        """Chooses another card; -1 none."""
        if -1 <= at < len(self._answers) and at != self._at:
            self._at = at
            self._fill()
            self.chosen_changed.emit()

    def go(self, step: int) -> None:
        """Chooses the next card, or the one before."""
        self.choose(min(max(self._at + step, 0), len(self._answers) - 1))

    def _fill(self) -> None:
        for at, card in enumerate(self.cards):
            if at < len(self._answers):
                card.fill(self._answers[at], chosen=at == self._at)
            card.setVisible(at < len(self._answers))


def spoken(look: Look, answer: CounterAnswer) -> str:
    """An answer as it is read out."""
    word = look.word
    told = (f"{word(line.label)} {word(line.text)}" for line in answer.lines)
    return "\n".join((word(SPOKEN.format(name=answer.name, said=answer.said)), *told))
