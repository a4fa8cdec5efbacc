"""What is kept of a request (记一笔): who wants it, for whom, how it ended, how long it took. Enter records it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import floor
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.called import Named
from mingbai.desk.counter import CounterAnswer, Request, name_in
from mingbai.domain.certificate import Outcome
from mingbai.domain.words import Words
from mingbai.rules.counter.asker import asker_in
from mingbai.ui.form.completion import Completion
from mingbai.ui.form.line_box import LineBox
from mingbai.ui.inline import Inline
from mingbai.ui.look.look import Look
from mingbai.ui.look.offered_view import with_list
from mingbai.ui.look.roles import styled

NOTE = Words("记一笔", "Record the request")
RECORD = Words("记下", "Record")
NAME = Words("证明名称", "Certificate")
HANDLER = Words("经办人", "Handled by")
HINTS = {
    "certificate": Words("写它的名称", "what it is called"),
    "demanded_by": Words("哪个单位要的", "which unit wants it"),
    "applicant": Words("可以不写", "may stay empty"),
    "phone": Words("可以不写", "may stay empty"),
    "minutes": Words("不写就按计时", "timed if left empty"),
    "handler": Words("也印在告知单上", "also printed on the slip"),
}
LABELS = {
    "certificate": NAME,
    "demanded_by": Words("要求方", "Demanded by"),
    "applicant": Words("申请人", "Applicant"),
    "phone": Words("电话", "Phone"),
    "outcome": Words("办理结果", "Outcome"),
    "minutes": Words("用时（分钟）", "Minutes"),
    "handler": HANDLER,
}
BESIDE = {"phone": "applicant"}
"""A field that stands in the line of another: all of them shall be in sight on a small screen."""
OPEN = Words("还没定", "Not decided")
MASKED = Words("姓名电话在列表里自动打码", "Names and phones are masked in lists")
MOST_MINUTES = 999


class Note(QFrame):
    """The card with the fields of the request."""

    record_asked = Signal()
    told = Signal()
    """What the slip shows too was changed: applicant, handler, the name of the certificate."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._answer: CounterAnswer | None = None
        self._began: float | None = None
        self._asker = ""
        """Who wants it, as it was read: what a person wrote instead stays."""
        styled(self, "card")
        self.fields = {name: self._field(name) for name in LABELS if name != "outcome"}
        self.fields["minutes"].setValidator(QIntValidator(0, MOST_MINUTES, self))
        self.outcome = styled(with_list(QComboBox(), look), "quiet")
        self.outcome.setAccessibleName(look.word(LABELS["outcome"]))
        self.outcome.addItem(look.word(OPEN), None)
        for one in Outcome:
            self.outcome.addItem(look.word(one.words), one)
        self.outcome.installEventFilter(self)
        self.button = styled(QPushButton(look.word(RECORD)), "primary")
        self.button.setAccessibleName(look.word(RECORD))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.record_asked)
        self.refusal = Inline(look)
        self._lay_out()
        for name in ("applicant", "handler", "certificate"):
            self.fields[name].textChanged.connect(self.told)

    def _field(self, name: str) -> LineBox:
        field = styled(LineBox(), "quiet")
        field.setPlaceholderText(self._look.word(HINTS[name]))
        field.setToolTip(self._look.word(HINTS[name]))
        field.setAccessibleName(self._look.word(LABELS[name]))
        field.entered.connect(self.record_asked)
        return field

    def _lay_out(self) -> None:
        look = self._look
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._labels: dict[str, QLabel] = {}
        row = -1
        for name, words in LABELS.items():
            beside = name in BESIDE
            row += not beside
            label = self._labels[name] = styled(QLabel(look.word(words)), "label")
            field = self.outcome if name == "outcome" else self.fields[name]
            grid.addWidget(label, row, 2 if beside else 0)
            grid.addWidget(field, row, 3 if beside else 1, 1, 1 if beside or name in BESIDE.values() else 3)
        self._make_foot()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 14)
        inside.setSpacing(8)
        inside.addWidget(styled(QLabel(look.word(NOTE)), "heading"))
        inside.addLayout(grid)

    def _make_foot(self) -> None:
        look = self._look
        foot = QHBoxLayout()
        foot.setSpacing(10)
        masked = styled(QLabel(look.word(MASKED)), "caption")
        masked.setWordWrap(True)
        masked.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        foot.addWidget(masked, 1)
        foot.addWidget(styled(QLabel("Enter"), "key"))
        foot.addWidget(self.button)
        self.foot = QWidget()
        """The button and what speaks against it: the page keeps it in sight where the fields scroll."""
        below = QVBoxLayout(self.foot)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addWidget(self.refusal)
        below.addLayout(foot)

    def offer_handlers(self, offered: Callable[[str], Sequence[Named]]) -> None:
        """Offers names for who handles it, by name or initials."""
        field = self.fields["handler"]

        def others(text: str) -> Sequence[Named]:
            names = offered(text)
            # A name that stands there whole needs no choosing: Enter records.
            return () if [self._look.word(one.name) for one in names] == [text.strip()] else names

        completion = Completion(self._look, field, others)
        completion.taken.connect(lambda named: field.setText(self._look.word(named.name)))
        field.textEdited.connect(completion.offer)
        field.pointed.connect(lambda: completion.offer(""))
        self.handlers = completion

    # What it is about.

    def begin(self) -> None:
        """Somebody asks: from here on the time is taken."""
        if self._began is None:
            self._began = monotonic()

    def show_answer(self, answer: CounterAnswer | None, text: str) -> None:
        """Shows what is chosen: its usual outcome, and a field for the name where no list has it."""
        self.refusal.say("")
        for part in (self, self.foot):
            part.setEnabled(answer is not None)
        if answer != self._answer:
            usual = None if answer is None else answer.outcome
            self.outcome.setCurrentIndex(self.outcome.findData(usual))
            self._answer = answer
        unlisted = answer is not None and answer.kind is None
        for widget in (self._labels["certificate"], self.fields["certificate"]):
            widget.setVisible(unlisted)
        if unlisted:
            self.fields["certificate"].setText(name_in(text))

    def take_asker(self, text: str) -> None:
        """Writes down who wants it, where the words say so and nobody wrote another."""
        read, field = asker_in(text), self.fields["demanded_by"]
        if field.text() in ("", self._asker) and field.text() != read:
            field.setText(read)
        self._asker = read

    def first_field(self) -> LineBox:
        """Where one begins to write."""
        return next(field for field in self.fields.values() if not field.isHidden())

    def request(self) -> Request:
        """What is to be recorded."""
        kind = self._answer.kind if self._answer is not None else None
        typed = {name: field.text() for name, field in self.fields.items() if name != "certificate"}
        name = kind.name if kind is not None else self.fields["certificate"].text()
        typed["minutes"] = typed["minutes"].strip() or self._timed()
        return Request(name, outcome=self.outcome.currentData(), **typed)

    def refuse(self, text: str, name: str = "") -> None:
        """Says what would be right, and goes to the field."""
        self.refusal.say(text)
        if name:
            self.fields[name].setFocus()

    def clear(self) -> None:
        """Forgets the request; who handles it stays."""
        self._began = None
        self._asker = ""
        for name, field in self.fields.items():
            if name != "handler":
                field.clear()
        self.refusal.say("")

    def _timed(self) -> str:
        """Whole minutes since somebody asked; less than one says nothing of how long it took."""
        whole = 0 if self._began is None else floor((monotonic() - self._began) / 60)
        return str(min(whole, MOST_MINUTES)) if whole else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list of outcomes records too, as long as the list is closed."""
        if watched is self.outcome and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            closed = not self.outcome.view().isVisible()
            if closed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.record_asked.emit()
                return True
        return super().eventFilter(watched, event)
