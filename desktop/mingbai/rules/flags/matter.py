"""What is judged: one entry of any reviewed register as a plain record, and what stands around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from mingbai.domain.allowed_plaque import AllowedPlaque
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.filter import Filter
from mingbai.domain.frequency import Frequency
from mingbai.domain.review import Method
from mingbai.domain.rule import Family, Rule, why_unusable
from mingbai.domain.words import Words

TASK, MEETING, INSPECTION, RECEPTION = "task", "meeting", "inspection", "reception"
PLAQUE, ADMISSION, CERTIFICATE, CUT = "plaque", "admission", "certificate", "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One entry; what its register has no field for stays empty, and empty means not known.

    `day` is the day it was received, held or hung, of a cut the day from which it counts.
    """

    register: str = TASK
    uid: str = ""
    written: str = ""
    """Its place in the order of recording; empty where that is not known, or it is not recorded yet."""
    title: str = ""
    content: str = ""
    note: str = ""
    department: str = ""
    department_en: str = ""
    day: date | None = None
    due_on: date | None = None
    period: Frequency | None = None
    period_key: str = ""
    demand: str = ""
    document: str | None = None
    channel: str = ""
    kind: str = ""
    asks: tuple[str, ...] = ()
    """What a person noted that it asks for, beside what the text says."""
    form_columns: tuple[str, ...] = ()
    form_file: str = ""
    admitted: bool | None = None
    admission: str = ""
    """The application it was linked with."""
    void: bool = False
    status: str = ""
    # Inspections
    level: str = ""
    planned: bool | None = None
    # Meetings
    speech_minutes: int | None = None
    minutes: int | None = None
    nested: bool | None = None
    groups: bool | None = None
    required: str = ""
    # Official visits
    letter: str | None = None
    guests: int | None = None
    hosts: int | None = None
    # Plaques
    removed_on: date | None = None
    rehung_on: date | None = None
    # Admissions
    agreed: bool | None = None
    exit_on: date | None = None
    # Cuts
    method: Method | None = None
    before: Frequency | None = None
    after: Frequency | None = None

    @property
    def unit(self) -> Words:
        """The department as evidence names it; nothing where nobody is known."""
        return Words(self.department, self.department_en or self.department)

    @property
    def text(self) -> str:
        """Title and content, a sentence each."""
        return "\n".join(part for part in (self.title, self.content) if part)

    def comes_before(self, other: Matter) -> bool:
        """Whether it came before another: by day, of one day by the order of recording."""
        if self.uid and self.uid == other.uid:
            return False
        if self.day is not None and other.day is not None and self.day != other.day:
            return self.day < other.day
        return not self.written or not other.written or self.written < other.written


@dataclass(frozen=True, slots=True)
class Need:
    """The earlier rows that a family looks at."""

    register: str
    filter: Filter


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What speaks against a matter; a person decides."""

    family: Family
    rule: str
    noticed: Words
    """What was noticed, in a few words; `reason` has the rule and where it is written too."""
    reason: Words
    evidence: Words
    other: str = ""
    """The uid of the earlier entry it was held against."""
    otherwise: tuple[Words, ...] = ()
    """The same evidence as it reads with another status of that entry: nothing new for whoever dismissed it."""


class Rulebook:
    """The rules that may speak on a day."""

    def __init__(self, rules: Sequence[Rule], day: date) -> None:
        speaking = [rule for rule in rules if rule.in_use and why_unusable(rule, day) is None]
        self._by_family = {
            family: tuple(rule for rule in speaking if family in rule.families) for family in Family
        }

    def of(self, family: Family) -> tuple[Rule, ...]:
        """The rules that a family can cite."""
        return self._by_family[family]

    def cite(self, family: Family, *wanted: str) -> Rule | None:
        """The first of the wanted rules that may speak, or else any other of the family; None keeps it silent."""
        rules = self._by_family[family]
        by_code = {rule.code: rule for rule in rules}
        return next((by_code[code] for code in wanted if code in by_code), rules[0] if rules else None)


class Rulebooks:
    """The rulebooks of all days, a new one only where a rule begins or ceases to hold."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = tuple(rules)
        begins = {rule.valid_from for rule in rules if rule.valid_from is not None}
        last = {rule.valid_to for rule in rules if rule.valid_to is not None and rule.valid_to < date.max}
        self._turns = sorted(begins | {day + timedelta(days=1) for day in last})
        self._made: dict[int, Rulebook] = {}

    def of(self, day: date) -> Rulebook:
        """The rules that may speak on a day."""
        turn = bisect_right(self._turns, day)
        if turn not in self._made:
            self._made[turn] = Rulebook(self._rules, day)
        return self._made[turn]


@dataclass(frozen=True, slots=True)
class Certified:
    """The certificate that a text surely means, and whether a list in use says not to issue it."""

    name: Words
    listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Everything a family may look at beside the matter itself."""

    rules: Rulebook
    working: WorkingDays
    history: Sequence[Matter] = ()
    certificate: Callable[[str], Certified | None] = field(default=lambda _: None)
    """The certificate that a text surely means."""
    plaques: Sequence[AllowedPlaque] = ()
    """The list of plaques."""

    def earlier(self, matter: Matter, *registers: str) -> list[Matter]:
        """The rows of some registers that came before the matter, the newest first."""
        return newest_first(
            one for one in self.history if one.register in registers and one.comes_before(matter)
        )


def newest_first(matters: Iterable[Matter]) -> list[Matter]:
    """By day, the newest first; of one day in the order in which they were written."""
    return sorted(sorted(matters, key=lambda one: one.uid), key=lambda one: one.day or date.min, reverse=True)
