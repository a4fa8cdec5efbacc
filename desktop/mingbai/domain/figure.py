"""What can be counted: seven kinds of figures, each declared, each able to open its rows.

A figure is counted month by month into a tally that can be added up, so that a year to date is worked
out anew from all its records: a flow adds numbers, a duration adds day counts, a top adds groups.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from mingbai.domain.choice import Choice
from mingbai.domain.filter import ALL, Filter
from mingbai.domain.text import capital
from mingbai.domain.words import Words


class Unit(Choice):
    """What a figure is counted in, with the decimals it is shown with."""

    ITEM = "item", "件", "no."
    MATTER = "matter", "项", "items"
    TIMES = "times", "次", "times"
    HOURS = "hours", "小时", "hours"
    PERCENT = "percent", "%", "%"
    WORKING_DAYS = "working_days", "工作日", "wk days"
    PERSONS = "persons", "人", "persons"
    ATTENDANCES = "attendances", "人次", "times"
    PERSON_DAYS = "person_days", "人日", "days"
    YUAN = "yuan", "元", "yuan"
    COPIES = "copies", "份", "papers"

    @property
    def decimals(self) -> int:
        """Places after the point."""
        return {Unit.HOURS: 1, Unit.WORKING_DAYS: 1, Unit.PERCENT: 2, Unit.YUAN: 2}.get(self, 0)


@dataclass(frozen=True, slots=True)
class Needed:
    """A list that a figure is counted against: as long as it is empty there is no base, and zero would be wrong."""

    register: str
    lacking: Words
    """Why there is no number, in few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What all figures have: a code that submissions carry, words, unit, and how it is counted in words."""

    code: str
    words: Words
    unit: Unit
    note: Words
    needs: Needed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Figure):
    """Entries of the period, or the sum of one of their fields."""

    register: str
    dated: str
    where: Filter = ALL
    of: str = ""
    """The field to sum; entries without it are left out. Empty: the entries are counted."""
    less: str = ""
    """A field to take away from it, nothing where it is empty."""
    times: str = ""
    """A field to multiply it by, one where it is empty (minutes of so many people)."""
    per: int = 1
    """The sum is divided by this (60: minutes to hours)."""
    within: tuple[str, int] | None = None
    """A date and a number of days: counts only entries whose date comes sooner than that many working
    days after `dated`."""
    not_yet: str = ""
    """A date: counts only entries where it is empty or after the end of the month they are counted in."""


def flow(
    code: str,
    zh: str,
    en: str,
    note: Words,
    unit: Unit = Unit.TIMES,
    where: Filter = ALL,
    *,
    dated: str,
    of: str = "",
    times: str = "",
    per: int = 1,
) -> Flow:
    """A flow of the register that its code begins with."""
    return Flow(
        code=code,
        words=Words(zh, en),
        unit=unit,
        note=note,
        register=code.partition(".")[0],
        dated=dated,
        where=where,
        of=of,
        times=times,
        per=per,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock(Figure):
    """Entries standing at the period's end: begun by then and not over by then.

    What ends on the last day is over at its end. Entries that end before they begin never stand.
    """

    register: str
    since: str
    """An empty date, or no field, means it has always been so."""
    until: str = ""
    """An empty date, or no field, means it goes on."""
    again: str = ""
    """A date not before `until`, from which it stands once more."""
    where: Filter = ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Figure):
    """The median working days from one date to another of entries of the period.

    The first day is not counted. Entries that end before they begin are left out and counted apart.
    """

    register: str
    dated: str
    start: str
    end: str
    where: Filter = ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap(Figure):
    """Days of the period that entries were in effect, first and last day included.

    Entries that end before they begin were never in effect.
    """

    register: str
    since: str
    until: str
    where: Filter = ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio(Figure):
    """One figure over another, times a scale (100 for percent).

    Either may be a sum: `with_part` and `with_whole` are added to it, those that are known.
    """

    part: str
    whole: str
    with_part: tuple[str, ...] = ()
    with_whole: tuple[str, ...] = ()
    scale: int = 100
    decimals: int = 2


class Of(Enum):
    """What is said of the groups that a period's entries fall into."""

    LARGEST = "largest"
    """The largest group: its name, and its count or share."""
    DIFFERENT = "different"
    """How many different ones there are: persons, however often each of them came."""
    REPEATED = "repeated"
    """The entries of groups of three or more."""


REPEATED_FROM = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Top(Figure):
    """The largest group of the period's entries by one field: its name and its count or share in percent;
    or what else `of` says about the groups."""

    register: str
    dated: str
    by: str
    through: str = ""
    """A field of the entry that `by` refers to, to group by instead (the class of a category)."""
    share: bool = False
    of: Of = Of.LARGEST
    where: Filter = ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Figure):
    """A value nobody counts: typed into the place, or worked out by a rule and handed in for each month.

    What the place says holds as of the period's end; what is handed in adds up over the months.
    """

    place_field: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted of one figure in one month, addable over months.

    `number` serves flows and overlaps, `days` durations (days to entries), `groups` tops (key to entries,
    with `number` all entries, those in no group included), `backwards` the entries that ended before they
    began. A stock's `number` is the value at the month's end and is not added up.
    """

    number: int = 0
    days: Mapping[int, int] | None = None
    groups: Mapping[str, int] | None = None
    backwards: int = 0


@dataclass(frozen=True, slots=True)
class Value:
    """A figure's value; None is nothing to say (no base, nothing counted), never zero.

    `part` and `whole` are the counts behind a ratio or a share, `label` names the top group.
    """

    number: Decimal | None
    part: Decimal | None = None
    whole: Decimal | None = None
    label: str = ""
    typed: bool = False
    """A typed figure of an earlier period is in it."""
    missing: int = 0
    """Months of the period of which nothing is known."""


NOTHING = Value(None)


def total(tallies: Iterable[Tally]) -> Tally:
    """The tallies of several months as one."""
    number = backwards = 0
    days: dict[int, int] = {}
    groups: dict[str, int] = {}
    for tally in tallies:
        number += tally.number
        backwards += tally.backwards
        for key, count in (tally.days or {}).items():
            days[key] = days.get(key, 0) + count
        for group, count in (tally.groups or {}).items():
            groups[group] = groups.get(group, 0) + count
    return Tally(number, days, groups, backwards)


def median(days: Mapping[int, int]) -> Decimal | None:
    """The median of days counted as `{days: entries}`; the mean of the two middle ones when even."""
    entries = sum(days.values())
    if not entries:
        return None
    lower = upper = None
    seen = 0
    for value in sorted(days):
        seen += days[value]
        if lower is None and seen >= (entries + 1) // 2:
            lower = value
        if seen >= entries // 2 + 1:
            upper = value
            break
    return (Decimal(lower or 0) + Decimal(upper or 0)) / 2


def ratio(part: Decimal | None, whole: Decimal | None, scale: int = 100, decimals: int = 2) -> Decimal | None:
    """part / whole x scale, rounded half up; None where there is no base."""
    if part is None or not whole:
        return None
    return rounded(part * scale / whole, decimals)


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Rounded half up, as people and Excel do."""
    # Adding nothing turns -0.00 into 0.00.
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0


def change(now: Decimal | None, base: Decimal | None, unit: Unit) -> Decimal | None:
    """The change against a base: percent, or percentage points for a percentage; None where there is no base."""
    if now is None or base is None:
        return None
    if unit is Unit.PERCENT:
        return rounded(now - base, 2)
    return None if base == 0 else rounded((now - base) * 100 / base, 2)


def alone(title: Words) -> Words:
    """A part's name where the whole does not stand above it."""
    return Words(title.zh.removeprefix("其中："), capital(title.en.removeprefix("of which ")))
