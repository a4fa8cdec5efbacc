"""What speaks against the entries of a ledger, as its rules, lists and earlier forms stand now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from mingbai.desk.asked_once import AskedOnce
from mingbai.desk.certificates import counter
from mingbai.desk.earlier_forms import EarlierForms
from mingbai.desk.flagging import certified
from mingbai.desk.held import Held
from mingbai.desk.matters import Matters
from mingbai.desk.places import working_days
from mingbai.desk.short_reasons import short_reason, weight
from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES, AllowedPlaque
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.filter import Op, Some, Where, both, filled
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import DECISIONS
from mingbai.domain.rule import RULES, Rule
from mingbai.domain.task import TASKS
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.blocks import asked, asked_among
from mingbai.ledger.ledger import Change, Entry, Ledger
from mingbai.rules.flags.families import judge, needed
from mingbai.rules.flags.matter import (
    ADMISSION,
    INSPECTION,
    PLAQUE,
    TASK,
    Around,
    Certified,
    Matter,
    Need,
    Rulebooks,
    Suggestion,
)
from mingbai.rules.flags.repeated_report import is_once
from mingbai.rules.flags.same_data import YEAR
from mingbai.rules.flags.sameness import recorded_twice
from mingbai.rules.flags.saying import source_of

BESIDE = frozenset({INSPECTION, PLAQUE, ADMISSION})
"""Registers that are asked for what a matter is held against; forms and cuts are remembered."""

LAST = "~"
"""Stands for the uid of what is no entry yet: every entry was written before it."""

Progress = Callable[[int, int], None]
"""Told how many entries are done, of how many, and again before each; raises to stop."""


class Watch:
    """Everything that speaks against entries of a ledger, as its rules and lists stand now.

    Made anew when a list changed; `heard` takes in every other change. Forms are remembered, so that a
    second entry costs little.
    """

    def __init__(self, ledger: Ledger, today: date, progress: Progress | None = None) -> None:
        self._ledger = ledger
        self._today = today
        self._matters = Matters(ledger)
        self._working = working_days(ledger)
        entries = ledger.entries(RULES)
        self._rules: tuple[Rule, ...] = tuple(entry.record for entry in entries)
        self.rule_uids: Mapping[str, Uid] = {str(entry.stored["code"]): entry.uid for entry in entries}
        self._stored = {str(entry.stored["code"]): entry.stored for entry in entries}
        self.editions = {rule.code: rule.edition for rule in self._rules}
        self._by_code = {rule.code: rule for rule in self._rules}
        self._books = Rulebooks(self._rules)
        self._plaques: tuple[AllowedPlaque, ...] = tuple(
            entry.record for entry in ledger.entries(ALLOWED_PLAQUES)
        )
        self._counter = counter(ledger)
        self._named: dict[str, Certified | None] = {}
        self._rows: dict[Need, tuple[Matter, ...]] = {}
        self._cuts = tuple(self._matters.cuts(today))
        self._once = AskedOnce(ledger, today)
        self._since = today - 2 * YEAR
        """From here on forms are remembered."""
        self.held = Held(ledger)
        self._forms = EarlierForms(self._all_forms(self._since, None, progress))

    def heard(self, change: Change) -> None:
        """Takes in what an act wrote, apart from the lists."""
        self.held.heard(change)
        if change.uids.keys() & {DEPARTMENTS.code, DEMANDS.code}:
            self._matters = Matters(self._ledger)
        if change.uids.keys() & BESIDE:
            self._rows.clear()
        if change.uids.keys() & {DECISIONS.code, DEMANDS.code}:
            self._cuts = tuple(self._matters.cuts(self._today))
        written = sorted(change.uids.get(TASKS.code, ()))
        for uid in written:
            self._forms.forget(uid)
            self._once.forget(uid)
        for entries in asked_among(self._ledger, TASKS, "uid", written, self._today):
            for entry in entries:
                self._once.add(entry)
            for matter in filter(None, map(self._matters.of, entries)):
                self._forms.add(matter)

    @property
    def forms(self) -> EarlierForms:
        """The forms of the last two years, and those before that were asked for."""
        return self._forms

    def suggestions(self, entry: Entry) -> tuple[Suggestion, ...]:
        """What speaks against an entry."""
        matter = self._matters.of(entry)
        if matter is None:
            return ()
        if entry.register is TASKS:
            self._forms.add(matter)
        return self.against(matter)

    def matter(self, entry: Entry) -> Matter | None:
        """An entry as what is judged."""
        return self._matters.of(entry)

    def clause(self, code: str) -> Words:
        """Where a rule is written, and how sure that is where it is not; nothing for what cites none."""
        rule = self._by_code.get(code)
        return NO_WORDS if rule is None else source_of(rule)

    def short(self, one: Suggestion) -> Words:
        """What is said of it in a list."""
        return short_reason(self._stored.get(one.rule, one.reason.zh), one.family.code)

    def weight(self, one: Suggestion) -> tuple[int, int]:
        """Where it stands among what speaks against one entry."""
        rule = self._by_code.get(one.rule)
        return weight(rule.confidence if rule is not None else None, one.family.code)

    def against(self, matter: Matter) -> tuple[Suggestion, ...]:
        """What speaks against a matter, also against one that is no entry yet."""
        if matter.day is not None and (matter.form_columns or matter.period_key):
            self._reach_back(matter.day - YEAR)
        around = Around(
            rules=self._books.of(matter.day or self._today),
            working=self._working,
            history=(
                *self._forms.before(matter),
                *(self._cuts if matter.form_columns else ()),
                *self._beside(matter),
                *self._waiting(matter),
            ),
            certificate=self._certified,
            plaques=self._plaques,
        )
        return tuple(judge(matter, around))

    def _beside(self, matter: Matter) -> Iterator[Matter]:
        """The inspections, plaques and admissions that the families look at."""
        for need in needed(matter):
            if need.register not in BESIDE:
                continue
            if need not in self._rows:
                self._rows[need] = tuple(self._asked(need))
            yield from self._rows[need]

    def _waiting(self, matter: Matter) -> Iterator[Matter]:
        """What its unit asked for once before it and was not due yet: the newest, and before it what it records twice."""
        if matter.register != TASK or matter.day is None or not is_once(matter):
            return
        units = self._matters.units_like(matter.department)
        for uid in self._once.before(units, matter.title, matter.day, matter.uid or LAST):
            entry = self._ledger.entry(TASKS, Uid(uid))
            if entry is not None and (found := self._matters.of(entry)) is not None:
                yield found
                if not recorded_twice(matter, found):
                    return

    def _asked(self, need: Need) -> Iterator[Matter]:
        for some in asked(self._ledger, REGISTERS[need.register], need.filter, self._today):
            for entry in some:
                matter = self._matters.of(entry)
                if matter is not None:
                    yield matter

    def _reach_back(self, day: date) -> None:
        """What is judged long after it came is held against what came before it all the same."""
        if day < self._since:
            since, self._since = self._since, day - YEAR
            for form in self._all_forms(self._since, since, None):
                self._forms.add(form)

    def _all_forms(self, since: date, until: date | None, progress: Progress | None) -> Iterable[Matter]:
        wanted = both(
            Some((filled("form_columns"), filled("period_key"), filled("demand"))),
            Where("received_on", Op.AT_LEAST, since.isoformat()),
        )
        if until is not None:
            wanted = both(wanted, Where("received_on", Op.BELOW, until.isoformat()))
        for some in asked(self._ledger, TASKS, wanted, self._today):
            for entry in some:
                matter = self._matters.of(entry)
                if matter is not None:
                    yield matter
            if progress is not None:
                progress(0, 0)

    def _certified(self, text: str) -> Certified | None:
        if text not in self._named:
            self._named[text] = certified(self._counter, text)
        return self._named[text]
