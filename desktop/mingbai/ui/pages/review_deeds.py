"""What is done with the rows that are open on the page Review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mingbai.desk import comebacks, review
from mingbai.desk.bulk import MANY
from mingbai.desk.cuts import GONE
from mingbai.desk.merging import merge, merged_words, unlike_words
from mingbai.desk.review import Verdict
from mingbai.desk.review_lines import subject_of
from mingbai.desk.reviewing import Decided, Waiting
from mingbai.domain.reading import read_date
from mingbai.domain.review import CAME_BACK, DECISIONS, Assessment, Method
from mingbai.domain.words import Mistake, Trouble, Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.meant import SecondPress
from mingbai.ui.pages.review_card import BACK, MERGE, ReviewCard, acts_on
from mingbai.ui.panel.cut_choice import NOTED, choose_cut
from mingbai.ui.session import STOPPED, Session
from mingbai.ui.turns import Turns

ASSESSED = Words("研判为“{assessment}”：{title}", "Assessed as “{assessment}”: {title}")
ALL_ASSESSED = Words("{n} 条研判为“{assessment}”", "{n} assessed as “{assessment}”")
ASSESSING = Words("正在记研判", "Recording the assessment")
CARRIED_OUT = Words("已核减：{title}", "Cut: {title}")


class ReviewDeeds(QObject):
    """One act for all rows that are open; they step aside at once, and the next one opens."""

    carried = Signal()
    """What was suggested is cut."""
    went = Signal(object)
    """Decisions that were just made: what they speak of stands in another list now."""
    stepped = Signal()
    """Other rows than before have stepped aside."""

    def __init__(self, session: Session, rows: AgendaList, card: ReviewCard, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._rows = rows
        self._card = card
        self._page = page
        self._underway = 0
        self._second = SecondPress()
        self.aside: set[str] = set()
        """Keys of rows that were answered: they step aside before the ledger says so."""

    def assess(self, assessment: Assessment) -> None:
        """Gives all that is open one verdict."""
        chosen = self._waiting()
        if not chosen:
            return
        session, verdict = self._session, Verdict(assessment=assessment)
        ledger, today, language = session.ledger, session.today, session.look.language
        entries = [one.entry for one in chosen]
        if len(entries) == 1:
            done = ASSESSED.format(assessment=assessment.words, title=chosen[0].title)
        else:
            done = ALL_ASSESSED.format(assessment=assessment.words, n=len(entries))

        def deed(told: Callable[[int, int], None]) -> list[Entry]:
            return review.decide_all(ledger, entries, verdict, today=today, language=language, progress=told)

        stays = assessment is Assessment.UNDECIDED
        if len(entries) < MANY:
            self._do(lambda: deed(lambda _done, _of: None), done, entries, stays=stays, tells=not stays)
        else:
            self._go_through(deed, done, entries, stays=stays)

    def act(self, key: str) -> None:
        """Opens what an entry resembles, merges them, or links it with what was cut."""
        chosen = self._waiting()
        if len(chosen) > 1:
            if key == MERGE:
                entries = sorted((one.entry for one in chosen), key=_age)
                self._merge(entries[0], entries[1:])
            return
        row = self._rows.current()
        what = row.what if row is not None else None
        if not isinstance(what, Waiting):
            return
        other = acts_on(what).get(key)
        if other is None:
            if key == BACK:
                choose_cut(self._session, what.entry, self._page)
            return
        ledger, today = self._session.ledger, self._session.today
        if key == MERGE:
            self._merge(other, [what.entry])
        elif key == BACK:
            self._do(
                lambda: comebacks.link_back(ledger, other, what.entry, today=today),
                NOTED.format(what=CAME_BACK, title=what.title),
                [what.entry] if len(what.flags) == 1 else [],
            )
        else:
            self._session.open(subject_of(ledger, other) if other.register is DECISIONS else other)

    def carry_out(self, method: Method, left: int | None) -> None:
        """Cuts what was suggested, in one of the ways; `left` is how much is left of it."""
        what = self._decided()
        if what is None:
            return
        ledger, today = self._session.ledger, self._session.today
        try:
            since = read_date(self._card.since, today=today)
        except Mistake as mistake:
            self._card.say_problem(mistake.words)
            return
        verdict = Verdict(
            assessment=what.record.assessment,
            method=method,
            effective_from=since,
            note=self._card.note,
            times_after=left if method is Method.RARER else None,
            minutes_after=left if method is Method.THINNER else None,
        )
        self._session.do(
            lambda: review.carry_out(ledger, what.decision, verdict, today=today),
            self._carried,
            owner=self._page,
            refused=lambda trouble: self._card.say_problem(trouble.words),
            done=CARRIED_OUT.format(title=what.title),
        )

    def _carried(self, decision: Entry) -> None:
        self.went.emit([decision])
        self.carried.emit()

    @property
    def underway(self) -> bool:
        """Whether an assessment is being written: it is not known yet where its entry goes."""
        return self._underway > 0

    def recheck(self, *, came_back: bool) -> None:
        """Notes whether what was cut came back."""
        what = self._decided()
        if what is None:
            return
        ledger, today, decision = self._session.ledger, self._session.today, what.decision
        if came_back:
            deed, found = partial(comebacks.came_back, ledger, decision, today, today=today), CAME_BACK
        else:
            deed, found = partial(comebacks.still_gone, ledger, decision, today=today), GONE
        self._do(deed, NOTED.format(what=found, title=what.title), [decision])

    def _merge(self, kept: Entry, others: Sequence[Entry]) -> None:
        session = self._session
        ledger, today, language = session.ledger, session.today, session.look.language
        asked = unlike_words(kept, others)
        if asked is not None and not self._second.is_meant([kept.uid, *(one.uid for one in others)]):
            session.said.emit(asked)
            return
        self._do(
            lambda: merge(ledger, kept, others, today=today, language=language),
            merged_words(ledger, kept, others, today),
            others,
        )

    def _do(
        self,
        deed: Callable[[], object],
        done: Words,
        entries: Sequence[Entry],
        *,
        stays: bool = False,
        tells: bool = False,
    ) -> None:
        self._underway += 1
        self._step_aside(entries, stays=stays)

        def then(made: object) -> None:
            self._underway -= 1
            self.went.emit(made if tells else [])

        def refused(trouble: Trouble) -> None:
            self._underway -= 1
            self._step_back(entries)
            self._card.say_problem(trouble.words)

        self._session.do(deed, then, owner=self._page, refused=refused, done=done)

    def _go_through(
        self,
        deed: Callable[[Callable[[int, int], None]], list[Entry]],
        done: Words,
        entries: Sequence[Entry],
        *,
        stays: bool,
    ) -> None:
        """The same for many, with progress; stopped, all of them wait again."""
        self._underway += 1
        self._step_aside(entries, stays=stays)
        session, turns = self._session, Turns.of(self._session.runner)

        def refused(trouble: Trouble) -> None:
            self._underway -= 1
            self._step_back(entries)
            self._card.say_problem(trouble.words)

        def then(made: list[Entry]) -> None:
            self._underway -= 1
            session.done.emit(done)
            self.went.emit([] if stays else made)

        def stopped() -> None:
            self._underway -= 1
            self._step_back(entries)
            session.said.emit(STOPPED)

        session.runner.job(
            session.word(ASSESSING),
            lambda progress: deed(turns.between(progress)),
            then,
            owner=self._page,
            refused=refused,
            stopped=stopped,
        )

    def _step_aside(self, entries: Sequence[Entry], *, stays: bool) -> None:
        if stays:
            self._rows.go_on()
        else:
            self.aside |= {entry.uid for entry in entries}
            self.stepped.emit()

    def _step_back(self, entries: Sequence[Entry]) -> None:
        self.aside -= {entry.uid for entry in entries}
        self.stepped.emit()

    def _waiting(self) -> list[Waiting]:
        return [row.what for row in self._rows.chosen_rows() if isinstance(row.what, Waiting)]

    def _decided(self) -> Decided | None:
        row = self._rows.current()
        return row.what if row is not None and isinstance(row.what, Decided) else None


def _age(entry: Entry) -> tuple[str, int]:
    dated = entry.register.dated
    return str(entry.stored.get(dated) or "") if dated else "", entry.id
