"""A pasted or dropped notice as a draft: its text, a chip for each guess, and what speaks against it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk import notice_recording, pasting
from mingbai.desk.already_there import alike_there, already_there
from mingbai.desk.notice_recording import RecordedAlready
from mingbai.desk.pasting import Guess, Pasted
from mingbai.desk.quick import lines_of
from mingbai.desk.quick_reader import Reader
from mingbai.desk.suggesting import Spoken, matter_of
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS
from mingbai.domain.text import shortened
from mingbai.domain.words import Trouble, Words, within_quotes
from mingbai.ledger.drafts import drop_draft, keep_draft
from mingbai.ledger.ledger import Entry
from mingbai.ui.flow import growing
from mingbai.ui.later import later
from mingbai.ui.look.roles import styled
from mingbai.ui.quick.below import SHOW, Sentence
from mingbai.ui.quick.fitted_column import FittedColumn
from mingbai.ui.quick.notice_chips import Chip, NoticeChips, chips_of
from mingbai.ui.quick.notice_field import NoticeField
from mingbai.ui.quick.notice_fit import NoticeFit
from mingbai.ui.quick.notice_head import NoticeHead
from mingbai.ui.quick.notice_text import NoticeText, digit_of
from mingbai.ui.quick.notice_waiting import WaitingNotices
from mingbai.ui.quick.spoken import SpokenLines, is_low
from mingbai.ui.quick.words import (
    ALL_THE_SAME,
    AS_IMPORT,
    AS_LINES,
    HOW_DUE_OPEN,
    HOW_DUE_TWO,
    HOW_DUE_UNSURE,
    NOTICE_HOW,
    NOTICE_PLACE,
    NOTICE_PUT_DOWN,
    NOTICE_WAITS,
    PASTED_NOTICE,
    PUT_DOWN,
    PUTTING_DOWN,
    READING,
    RECORD,
    RECORDED,
)
from mingbai.ui.session import Session

PAUSE_MS = 300
"""What is typed is kept at most so often."""


class NoticeCard(QWidget):
    """One notice on its way to become an assignment."""

    recorded = Signal(object, object)
    """An `Entry` that was saved, and `Words` on what was recorded beside it (None: nothing)."""
    closed = Signal()
    """It is put down or saved: whoever shows it shows something else."""
    opened = Signal()
    """A draft is read and shown."""
    lines_asked = Signal(str)
    """The text is no notice: its lines are an entry each."""
    import_asked = Signal(object, object)
    """The `Path` of a file whose rows are entries of a register (None: of whichever)."""

    def __init__(self, session: Session, reader: Reader, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._reader = reader
        self._place = NOTICE_PLACE.format(page=page)
        self._pasted: Pasted | None = None
        self._who = ""
        """Whoever sat here when it was shown."""
        self._file: Path | None = None
        self._unanswered = False
        """A person wanted it recorded, and was asked whether it is another one."""
        self.waiting = WaitingNotices(session, page, TASKS.code)
        """Drafts that were so asked about when the next notice came: they come back behind it."""
        self._saving = False
        self._asked = self._answered = 0
        """How often it was asked what speaks against it, and which of these questions was answered last."""
        self._wanted = False
        """A person wants it recorded, and that question is still open."""
        self._soon = later(self, PAUSE_MS, self._keep)
        session.who_changed.connect(self._sits_down)
        self.setSizePolicy(growing())
        self._build()

    # What others call.

    @property
    def pasted(self) -> Pasted | None:
        """The draft as it stands."""
        return self._pasted

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """What is said to speak against it."""
        return self._spoken.spoken

    def chips(self) -> list[Chip]:
        """The chips as they are shown."""
        return [chip.chip for chip in self._chips.chips()]

    def sentence(self) -> str:
        """The sentence below the chips; empty without one."""
        return self._sentence.label.text()

    def begin(self, text: str) -> None:
        """Reads a pasted text, off the window's thread."""
        session, reader, today = self._session, self._reader, self._session.today
        self._make_room()
        self.head.await_draft()
        self.text.tell(text, ())
        session.do(
            lambda: pasting.draft_of(reader, text, today),
            self._begun,
            owner=self,
            refused=self._refused,
        )

    def begin_file(self, path: Path) -> None:
        """Reads a dropped file; a table of entries is imported instead."""
        from mingbai.desk.dropped import draft_of_file

        session, reader, today = self._session, self._reader, self._session.today
        self._make_room()
        self._file = path
        label = session.word(READING.format(name=path.name))

        def read(found: Pasted | Register[object]) -> None:
            if isinstance(found, Pasted):
                self._begun(found)
            else:
                self.closed.emit()
                self.import_asked.emit(path, found)

        session.runner.job(
            label,
            lambda _: draft_of_file(reader, path, today),
            read,
            owner=self,
            refused=self._refused,
            stopped=self.closed.emit,
        )

    def _make_room(self) -> None:
        """Puts the draft that is there aside for another one."""
        former, self._pasted, self._file = self._pasted, None, None
        waits, self._unanswered = self._unanswered, False
        self.field.put_away()
        self._sentence.say(None)
        self._spoken.tell(())
        self._fit.soon.start()
        self._chips.show_chips(())
        self.head.link.hide()
        if former is not None and waits:
            self.waiting.add(former)
            title = shortened(former.value("title"))
            self._session.said.emit(NOTICE_WAITS.format(title=within_quotes(title)))
        elif former is not None:
            self._offer_back(former)

    def bring_waiting(self) -> None:
        """Shows the next of those that wait, if any does."""
        if self.waiting:
            self.bring_back(self.waiting.next)
            self.waiting.forget_next()

    def _offer_back(self, pasted: Pasted) -> None:
        # Asked of the session: by then the window may have been built anew.
        session = self._session
        session.did(NOTICE_PUT_DOWN, PUTTING_DOWN, lambda: session.notice_asked.emit(pasted))

    def bring_back(self, pasted: Pasted, typing: str = "", typed: str = "") -> None:
        """Shows a draft that was kept, with what was half typed into a field of it."""
        self._make_room()
        self._show(pasted)
        if typing in pasting.FIELDS:
            self.edit(typing)
            assert self.field.row is not None
            self.field.row.editor.bring_back(typed)

    def keep_now(self) -> None:
        """Keeps the draft, and what is half typed into a field of it, before the card goes away."""
        self._keep()

    def save(self, *, anew: bool = False) -> None:
        """Records the assignment; or says what is still needed and opens its editor.

        With `anew` a person said that it is another one than what is recorded already.
        """
        pasted = self._pasted
        if pasted is None or self._saving:
            return
        if self._answered != self._asked and not anew:
            # Nobody can have seen yet that it is recorded already.
            self._wanted = True
            return
        if (words := pasting.refusal(pasted)) is not None:
            self.edit(pasted.lacking[0])
            self._sentence.say(words, "danger")
            return
        self._saving = True
        session, place, file = self._session, self._place, self._file
        ledger, today, language = session.ledger, session.today, session.look.language
        record = partial(notice_recording.record_with, ledger, pasted, file)

        def deed() -> tuple[Entry, Words | None]:
            saved = record(today=today, language=language, anew=anew)
            drop_draft(ledger, place)
            return saved

        def saved(answer: tuple[Entry, Words | None]) -> None:
            entry, without_file = answer
            self._saving = False
            if without_file is not None:
                session.added.emit(without_file)
            self._pasted, self._unanswered = None, False
            self.closed.emit()
            self.recorded.emit(entry, notice_recording.also_words(pasted, today))
            self.bring_waiting()

        def refused(trouble: Trouble) -> None:
            self._saving = False
            known = trouble if isinstance(trouble, RecordedAlready) else None
            self._unanswered = known is not None
            self._sentence.say(trouble.words, "danger", self._answers(known) if known else ())
            if known is not None:
                self._sentence.buttons[0].setFocus()

        title = shortened(pasted.value("title"))
        done = RECORDED.format(title=Words(title, title))
        session.do(deed, saved, owner=self, refused=refused, done=done)

    def _answers(self, known: RecordedAlready) -> list[tuple[Words, Callable[[], object]]]:
        """What may be done where it is recorded already: it is another one, or that one is looked at."""
        return [
            (ALL_THE_SAME, lambda: self.save(anew=True)),
            (SHOW, lambda: self._session.open(known.entry)),
        ]

    def put_down(self) -> None:
        """Gives the draft up; the next undo brings it back."""
        pasted, session, place = self._pasted, self._session, self._place
        self._pasted, self._unanswered = None, False
        self.field.put_away()
        session.do(lambda: drop_draft(session.ledger, place))
        self.closed.emit()
        if pasted is not None:
            self._offer_back(pasted)
        self.bring_waiting()

    # Built once.

    def _build(self) -> None:
        look, word = self._session.look, self._session.word
        self.head = NoticeHead(look, self)
        self.head.otherwise.connect(self._otherwise)
        self.text = NoticeText(look, self)
        self.text.setAccessibleName(word(PASTED_NOTICE))
        self.text.setAccessibleDescription(word(NOTICE_HOW))
        self.text.setToolTip(word(NOTICE_HOW))
        self.text.entered.connect(self.save)
        self.text.put_down.connect(self.put_down)
        self.text.numbered.connect(self._choose)
        self._chips = NoticeChips(look, self)
        self._chips.opened.connect(self.edit)
        self._chips.chosen.connect(self._choose)
        self._chips.removed.connect(self._remove)
        self.field = NoticeField(self._session, self)
        self.field.typed.connect(self._soon.start)
        self.field.changed.connect(self._change)
        self.field.left.connect(self.setFocus)
        self._sentence = Sentence(look, self)
        self._spoken = SpokenLines(look, self._session.open, self, within=True)
        inside = QWidget(self)
        parts = QVBoxLayout(inside)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(8)
        for part in (self.text, self._chips, self.field, self._sentence):
            parts.addWidget(part)
        self._scroll = FittedColumn(inside)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, 2)
        column.setSpacing(8)
        column.addLayout(self.head)
        column.addWidget(self._scroll)
        column.addWidget(self._spoken)
        column.addLayout(self._foot())
        self._fit = NoticeFit(look, self, column, self._scroll, self.text, self._spoken)
        self.setFocusProxy(self.text)

    def _foot(self) -> QHBoxLayout:
        word = self._session.word
        self.record_button = styled(QPushButton(word(RECORD), self), "primary")
        self.record_button.clicked.connect(self.save)
        self.put_down_button = styled(QPushButton(word(PUT_DOWN), self), "plain")
        self.put_down_button.clicked.connect(self.put_down)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for key, button in (("Esc", self.put_down_button), ("Enter", self.record_button)):
            button.setToolTip(key)
            row.addWidget(styled(QLabel(key, self), "key"))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    # Showing.

    def _begun(self, pasted: Pasted) -> None:
        self._show(pasted.handled_by(self._session.who))

    def _show(self, pasted: Pasted) -> None:
        self._pasted, self._who = pasted, self._session.who
        self.head.tell(pasted, self._other_way(pasted))
        self._say_how()
        self._show_chips()
        self._keep()
        self._ask()
        self.opened.emit()

    def _other_way(self, pasted: Pasted) -> Words | None:
        if self._file is not None and not pasted.text:
            return AS_IMPORT
        return AS_LINES if not pasted.file and len(lines_of(pasted.text)) > 1 else None

    def _show_chips(self) -> None:
        pasted = self._pasted
        if pasted is None:
            return
        # A table has no text; then its name stands for it.
        offered = [Guess("due_on", "", one.spans) for one in pasted.offered]
        self.text.tell(pasted.text or pasted.file, [*pasted.guesses, *offered] if pasted.text else ())
        asked = [start for one in offered for start, _ in one.spans]
        self.text.keep_in_sight(min(asked) if asked and pasted.text else None)
        session = self._session
        low = is_low(self, session.look)
        chips = chips_of(pasted, self._reader, session.today, session.word, low=low)
        self._chips.show_chips(list(chips))

    def _refused(self, trouble: Trouble) -> None:
        self.closed.emit()
        self._session.runner.troubled.emit(trouble)

    def _otherwise(self) -> None:
        pasted, session, place = self._pasted, self._session, self._place
        if pasted is None:
            return
        self._pasted = None
        session.do(lambda: drop_draft(session.ledger, place))
        self.closed.emit()
        if self._file is not None:
            self.import_asked.emit(self._file, TASKS)
        else:
            self.lines_asked.emit(pasted.text)

    # What speaks against it.

    def _ask(self) -> None:
        pasted, session = self._pasted, self._session
        if pasted is None:
            return
        self._asked += 1
        self._wanted = False
        asked, today, suggester = self._asked, session.today, session.suggester

        def tell(spoken: tuple[Spoken, ...]) -> None:
            if asked == self._asked and self._pasted is not None:
                self._answered = asked
                self._spoken.tell(spoken)
                self._fit.soon.start()
                wanted, self._wanted = self._wanted, False
                if wanted and not any(one.same for one in spoken):
                    self.save()

        def refused(trouble: Trouble) -> None:
            session.runner.troubled.emit(trouble)
            tell(())

        def speak() -> tuple[Spoken, ...]:
            there = already_there(session.ledger, pasted, today)
            same = {one.other.uid for one in there if one.other}
            against = suggester.against(matter_of(pasted), today)
            told = (*there, *(one for one in against if one.other is None or one.other.uid not in same))
            return (*(() if there else alike_there(session.ledger, pasted, today, told)), *told)

        session.do(speak, tell, owner=self, refused=refused)

    def _say_how(self) -> None:
        """What is not in order with the text, how to take one of the days that are offered, or that it recurs."""
        pasted = self._pasted
        if pasted is None:
            return
        count = len(pasted.offered)
        digits = [str(at) for at in range(1, count + 1)]
        keys = Words("、".join(digits), " / ".join(digits))
        which = HOW_DUE_TWO if pasted.days_disagree else HOW_DUE_OPEN
        how = HOW_DUE_UNSURE if count == 1 else which.format(keys=keys) if count else None
        self._sentence.say(
            pasted.warning or how or notice_recording.recurring_words(pasted, self._session.today)
        )

    # Changing a guess.

    def _choose(self, number: int) -> None:
        """Takes one of the offered days as the due date; a number too many is none of them."""
        pasted = self._pasted
        if pasted is None or not 0 < number <= len(pasted.offered):
            return
        self.field.put_away()
        self._change(pasted.chosen(pasted.offered[number - 1]))

    def _change(self, changed: Pasted) -> None:
        self._pasted = changed
        self._say_how()
        self._show_chips()
        self._keep()
        self._ask()

    def _sits_down(self) -> None:
        """Whoever sits down now handles it, unless a person named another or said that nobody does."""
        pasted, before, who = self._pasted, self._who, self._session.who
        self._who = who
        if pasted is None or self._saving or who == before or pasted.value("owner") != before:
            return
        self._change(pasted.without("owner").handled_by(who))

    def edit(self, name: str) -> None:
        """Opens the editor of a field."""
        if self._pasted is not None:
            self.field.open(self._pasted, name)
            QTimer.singleShot(0, self.field, self._show_row)

    def _show_row(self) -> None:
        """The field that is open is in sight, also after its card got another height."""
        if self.field.row is not None:
            self._scroll.ensureWidgetVisible(self.field.row, 0, 0)

    def _remove(self, name: str) -> None:
        if self._pasted is None:
            return
        self.field.put_away()
        self._change(self._pasted.without(name))

    # The draft.

    def _keep(self) -> None:
        pasted, ledger, place = self._pasted, self._session.ledger, self._place
        if pasted is not None:
            kept = pasted.kept | self.field.kept
            self._session.do(lambda: keep_draft(ledger, place, TASKS.code, kept))

    # Qt's.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the draft down and a digit takes an offered day, wherever in it the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_down()
        elif (number := digit_of(event)) is not None:
            self._choose(number)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps elsewhere."""
        super().resizeEvent(event)
        self._fit.soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """The page it stands on may be another one."""
        super().showEvent(event)
        self._fit.follow()
