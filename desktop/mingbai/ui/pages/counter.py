"""The certificate counter: somebody asks for a stamp, and the clerk sees at once what the lists say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.certificate_slip import Slip, slip_of
from mingbai.desk.certificates import counter
from mingbai.desk.counter import (
    NO_LIST,
    answers_to,
    fits_well,
    month_told,
    record_request,
    requests_of,
)
from mingbai.desk.places import place_of
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.field import Refused
from mingbai.domain.month import Month
from mingbai.domain.place import PLACES
from mingbai.domain.staff import STAFF
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.ledger import Change, Entry
from mingbai.rules.counter.counter import Counter
from mingbai.ui.column import BAR, Column
from mingbai.ui.command import Command
from mingbai.ui.counter.asking import PRINT, RECORD, Asking
from mingbai.ui.counter.cards import Cards, spoken
from mingbai.ui.counter.draft import Draft
from mingbai.ui.counter.faces import COUNTER, LIST, Faces
from mingbai.ui.counter.requests import Requests, slip_again, told_by
from mingbai.ui.counter.slip_side import SAVE_PDF, SlipSide
from mingbai.ui.later import later
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.look import PAGE_SIDE, UNBOUNDED
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.pages.page import Page
from mingbai.ui.quick.words import RECORDED
from mingbai.ui.session import Session

TITLE = Words("证明事项", "Certificate requests")
FOUND, ONE_FOUND = (
    Words("找到 {n} 项，最像的在前", "{n} found, most likely first"),
    Words("就是这一项", "Best match"),
)
SIMILAR = Words("没有对上的，下面的只是有点像", "No match; those below are only similar")
NONE_FOUND = Words("清单上没有对上的", "No match on the lists")
READING = Words("正在读清单", "Reading the lists")
SHOW_SLIP, BACK = Words("告知单", "Slip"), Words("返回", "Back")
FIND, ALL = Words("查一项证明", "Look up a certificate"), Words("看全部记录", "Show all requests")
CLEAR = Words("清空", "Clear")
CLEARED, CLEARING = Words("已清空", "Cleared"), Words("清空", "clearing")
WIDE, SIDE = 860, 432
"""From this width on the slip stands beside the cards; how wide it is."""
LOW = 330
HEAD_GAP = 10
MAKE_MS, KEEP_MS = 250, 800
BLANK = "＿＿＿＿＿＿"
"""What has no name yet is written in by hand."""
HANDLER = "counter_handler"
"""Under which name this PC remembers who handles requests here."""


class CounterPage(Page):
    """A line to ask in, cards that answer, the slip, the note, and what was recorded today."""

    code: ClassVar[str] = COUNTER
    words: ClassVar[Words] = TITLE
    icon: ClassVar[str] = "stamp"
    adds: ClassVar[str] = CERTIFICATES.code

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        styled(self, "page")
        self._counter: Counter | None = None
        self._place = place_of(session.ledger)
        self._saving = False
        self._side_shown = False
        self.asking = Asking(session.look)
        self.line = self.asking.line
        self.cards = Cards(session.look)
        self.requests = Requests(session.look)
        self.side = SlipSide(session, self._called)
        self.slip, self.note = self.side.slip, self.side.note
        self._lay_out()
        self._make = later(self, MAKE_MS, self._make_counter)
        self._draft = Draft(session, self.line, self.note)
        self._keep = later(self, KEEP_MS, self._draft.keep)
        self._connect()
        self._show_meant()
        self._draft.restore()
        self._make.start()

    # What the window does with it.

    def arrive(self) -> None:
        """Reads what was recorded today; the focus is where one types."""
        self._read_requests()
        self._offer_handler()
        self.line.setFocus()

    def _offer_handler(self) -> None:
        """Whoever sits here, or handled the last request on this PC, if of the staff; or the only one there is."""
        field, naming = self.note.fields["handler"], self.session.naming
        if field.text():
            return
        last = self.session.who or str(self.session.memory.get(HANDLER, "") or "")
        staff = naming.offered(STAFF.code, "")
        if last and not naming.is_unknown(STAFF.code, last):
            field.setText(last)
        elif len(staff) == 1:
            field.setText(self.session.word(staff[0].name))

    def commands(self) -> Sequence[Command]:
        """What can be done at the counter."""
        return (
            Command("counter.find", FIND, self._begin, "Ctrl+F", "search"),
            Command("counter.record", RECORD, self.record, "Enter", "check", enabled=self._has_chosen),
            Command("counter.print", PRINT, self.side.print_slip, "Ctrl+P", "print", enabled=self._has_slip),
            Command("counter.pdf", SAVE_PDF, self.side.save_slip, "", "doc", enabled=self._has_slip),
            Command("counter.clear", CLEAR, self.clear, "Esc", "x"),
            Command("counter.all", ALL, lambda: self.session.page_asked.emit(LIST), "Ctrl+R", "list"),
        )

    def _has_chosen(self) -> bool:
        return self.cards.chosen is not None

    def _has_slip(self) -> bool:
        return self.slip.slip is not None

    def keep_typed(self) -> None:
        """Keeps what was typed a moment ago."""
        if self._keep.isActive():
            self._keep.stop()
            self._draft.keep()

    # Asking.

    def begin_recording(self) -> bool:
        """Here a request is recorded from the line one asks in."""
        self._begin()
        return True

    def _begin(self) -> None:
        self._show_side(shown=False)
        self.line.setFocus()

    def _make_counter(self) -> None:
        """Half a second of work, and again when the catalogue changes."""
        ledger = self.session.ledger
        self.session.runner.do(lambda: counter(ledger), self._take_counter, owner=self)

    def _take_counter(self, made: Counter) -> None:
        self._counter = made
        self._show_meant()

    def _typed(self) -> None:
        if self.line.text().strip():
            self.note.begin()
        self.note.take_asker(self.line.text())
        self._keep.start()
        self._show_meant()

    def _show_meant(self) -> None:
        text = self.line.text()
        asked = bool(text.strip())
        if not asked or self._counter is None:
            self.cards.tell((), -1)
            self.asking.say(READING if asked else None)
            return
        meant = self._counter.meant(text)
        answers = answers_to(meant)
        if not fits_well(meant):
            words = SIMILAR if meant.matches else NONE_FOUND
        elif len(answers) == 1:
            words = ONE_FOUND
        else:
            words = FOUND.format(n=sum(one.kind is not None for one in answers))
        self.asking.say(words)
        self.cards.tell(answers, 0)
        self._scroll.verticalScrollBar().setValue(0)

    def _show_chosen(self) -> None:
        """The slip and the note follow the chosen card; beside it no recorded request is chosen."""
        chosen = self.cards.chosen
        if chosen is not None:
            self.requests.choose(None)
        self.line.setAccessibleDescription("" if chosen is None else spoken(self.session.look, chosen))
        self.note.show_answer(chosen, self.line.text())
        self._show_slip()
        if chosen is not None:
            QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        place = self.cards.place_of_chosen()
        self._scroll.ensureVisible(0, place.bottom(), 0, 8)
        self._scroll.ensureVisible(0, place.top(), 0, 8)

    def _show_slip(self) -> None:
        self.side.show_slip(self._slip())

    def _slip(self) -> Slip | None:
        chosen = self.cards.chosen
        if chosen is None:
            told = self.requests.chosen
            return None if told is None else slip_again(self.session, told, self._place)
        fields = self.note.fields
        return slip_of(
            chosen,
            self._place,
            self.session.today,
            self.session.look.language,
            applicant=fields["applicant"].text(),
            name="" if chosen.kind is not None else fields["certificate"].text().strip() or BLANK,
            handler=fields["handler"].text(),
        )

    def clear(self) -> None:
        """Nobody asks any more."""
        self.requests.choose(None)
        self.line.write("")
        self.note.clear()
        self._show_slip()
        self._show_side(shown=False)
        self.line.setFocus()

    def _key(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self.cards.answers:
            return False
        self.cards.go(step)
        return True

    # Recording.

    def _entered(self) -> None:
        """Enter where one asks: records what a list has; what none has is named first."""
        chosen = self.cards.chosen
        if chosen is None:
            self.cards.choose(0)
            return
        if chosen.kind is None:
            self._show_side(shown=True)
            self.note.fields["certificate"].setFocus()
            self.note.fields["certificate"].selectAll()
            return
        self.record()

    def record(self) -> None:
        """Records the request as the note has it."""
        if self.cards.chosen is None or self._saving:
            return
        request = self.note.request()
        if not request.certificate.strip():
            self.note.refuse(self.session.word(NO_LIST), "certificate")
            return
        self._saving = True
        session = self.session
        ledger, today, language = session.ledger, session.today, session.look.language
        name = (
            self.cards.chosen.name
            if self.cards.chosen.kind
            else Words(request.certificate, request.certificate)
        )
        session.memory.keep(HANDLER, request.handler)
        session.do(
            lambda: record_request(ledger, request, today=today, language=language),
            self._recorded,
            owner=self,
            refused=self._refused,
            done=RECORDED.format(title=name),
        )

    def _recorded(self, entry: Entry) -> None:
        """The line is free for the next one; the slip stays, the resident is still waiting for it."""
        self._saving = False
        self.clear()
        self._show_recorded(entry)

    def _show_recorded(self, entry: Entry) -> None:
        """One thing is chosen at a time: a card, or a recorded request with its slip."""
        self.cards.choose(-1)
        self.requests.choose(entry.uid)
        self._show_slip()

    def _refused(self, trouble: Trouble) -> None:
        self._saving = False
        self._show_side(shown=True)
        problems = trouble.problems if isinstance(trouble, Refused) else []
        field = next((problem.field for problem in problems if problem.field in self.note.fields), "")
        self.note.refuse(self.session.word(trouble.words), field)

    def _called(self) -> str:
        """The certificate that the slip speaks of."""
        chosen = self.cards.chosen
        if chosen is not None and chosen.kind is not None:
            return self.session.word(chosen.name)
        if chosen is None and (told := self.requests.chosen) is not None:
            return told.name
        return self.note.fields["certificate"].text()

    # What was recorded.

    def _heard(self, change: Change) -> None:
        if CERTIFICATE_TYPES.code in change.uids:
            self._make.start()
        if {CERTIFICATES.code, CERTIFICATE_TYPES.code} & change.uids.keys():
            self._read_requests()
        if PLACES.code in change.uids:
            self._place = place_of(self.session.ledger)
            self._show_slip()

    def _read_requests(self) -> None:
        session = self.session
        ledger, today = session.ledger, session.today
        month = Month.containing(today, self._place.month_end.cutoff)

        def read() -> tuple[list[Entry], Words]:
            return requests_of(ledger, today), month_told(ledger, month, today)

        session.runner.do(read, lambda found: self._tell(*found), owner=self)

    def _tell(self, entries: list[Entry], month: Words) -> None:
        text = self.session.word(month)
        self._count.setText(text)
        self._count.setToolTip(as_typed(text))
        self._fit_count()
        self.requests.tell([told_by(self.session, entry) for entry in entries])
        self._show_slip()

    # Built once.

    def _connect(self) -> None:
        self.line.keys = self._key
        self.note.offer_handlers(lambda text: self.session.naming.offered(STAFF.code, text))
        self.line.typed.connect(self._typed)
        self.line.entered.connect(self._entered)
        self.line.put_down.connect(self.put_away)
        self.line.pasted.connect(lambda text: self.line.write(" ".join(text.split())))
        self.cards.chosen_changed.connect(self._show_chosen)
        self.note.record_asked.connect(self.record)
        self.note.told.connect(self._show_slip)
        for field in self.note.fields.values():
            field.textEdited.connect(self._keep.start)
        self.requests.opened.connect(self._show_recorded)
        self.requests.opened.connect(self.session.open)
        self.side_button.clicked.connect(self._turn)
        self.session.changed.connect(self._heard)

    def put_away(self) -> bool:
        """Clears from wherever one is on the page; undoing brings back what was typed."""
        typed = self._draft.typed
        self.clear()
        if any(typed.values()):
            self.session.did(CLEARED, CLEARING, partial(self._draft.bring_back, typed))
        return True

    def _lay_out(self) -> None:
        self._left, self._right = self._answers_side(), self.side
        self._middle = QHBoxLayout()
        self._middle.setSpacing(24 - BAR)
        self._middle.addWidget(self._left, 1)
        self._middle.addWidget(self._right)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(PAGE_SIDE, 20, PAGE_SIDE - BAR, 0)
        self._whole.setSpacing(14)
        self._whole.addLayout(self._head())
        self._whole.addLayout(self._middle, 1)

    def _head(self) -> QHBoxLayout:
        session, word = self.session, self.session.word
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, BAR, 0)
        head.setSpacing(HEAD_GAP)
        self._count = styled(QLabel(), "secondary")
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title = styled(QLabel(word(TITLE)), "title")
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        # Takes the room of a count that is left away.
        head.addStretch(0)
        self.faces = Faces(session, COUNTER)
        head.addWidget(self.faces)
        self.side_button = self._button(SHOW_SLIP, "doc")
        head.addWidget(self.side_button)
        return head

    def _button(self, words: Words, icon: str) -> QPushButton:
        button = styled(QPushButton(self.session.word(words)), "plain")
        put_icon(button, self.session.look, icon)
        button.setAccessibleName(button.text())
        return button

    def _answers_side(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(14)
        column.addWidget(self.cards)
        column.addWidget(self.requests)
        column.addStretch(1)
        self._scroll = Column(inside)
        side = QWidget()
        whole = QVBoxLayout(side)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.asking)
        whole.addWidget(self._scroll, 1)
        return side

    # Room.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the slip lies behind a button."""
        super().resizeEvent(event)
        self._place_sides()

    def _show_side(self, *, shown: bool) -> None:
        self._side_shown = shown
        self._place_sides()

    def _turn(self) -> None:
        """The other side, with the focus where one goes on there."""
        self._show_side(shown=not self._side_shown)
        if not self._side_shown:
            self.line.setFocus()
        elif self._has_chosen():
            self.note.first_field().setFocus()
        else:
            self.side.print_button.setFocus()

    def _place_sides(self) -> None:
        look, word = self.session.look, self.session.word
        narrow = self.width() < look.px(WIDE)
        swapped = narrow and self._side_shown
        self._left.setVisible(not swapped)
        self._right.setVisible(swapped or not narrow)
        self._right.setMinimumWidth(0 if narrow else look.px(SIDE) + BAR)
        self._right.setMaximumWidth(UNBOUNDED if narrow else look.px(SIDE) + BAR)
        self.side_button.setVisible(narrow)
        self.side_button.setText(word(BACK if swapped else SHOW_SLIP))
        self.side_button.setAccessibleName(self.side_button.text())
        self.asking.show_caps(shown=self.width() >= look.px(620))
        self._fit_count()
        low = self.height() < look.px(LOW)
        self._whole.setContentsMargins(PAGE_SIDE, 12 if low else 20, PAGE_SIDE - BAR, 0)

    def _fit_count(self) -> None:
        """A count that has no room is left away rather than cut."""
        beside = [self._title, self.faces, *([] if self.side_button.isHidden() else [self.side_button])]
        taken = sum(part.sizeHint().width() + HEAD_GAP for part in beside)
        self._count.setVisible(self._count.sizeHint().width() <= self.width() - 2 * 28 - taken)
