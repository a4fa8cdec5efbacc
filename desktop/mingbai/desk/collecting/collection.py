"""One month of all villages: who handed in what, in which version, and what it adds up to.

Of a village's reports of a month the highest version stands; of two with the same version the one filed
later. That two with one version and one day differ is said, and then their text decides, so that the order
in which files come never matters. Villages stand in the order of their codes and are never ranked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from mingbai.desk.places import place_of
from mingbai.domain.data_sheet import NUMBERS, Line, digits
from mingbai.domain.figure import Duration, Figure, Ratio, Top, ratio, rounded
from mingbai.domain.figures import FIGURES
from mingbai.domain.filter import equals
from mingbai.domain.month import Month
from mingbai.domain.submission import SUBMISSIONS, VILLAGES
from mingbai.ledger.asking import condition
from mingbai.ledger.blocks import values
from mingbai.ledger.ledger import Entry, Ledger

PAPER = 0
"""The version of what was typed in from paper."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One number of a village that another version says otherwise."""

    figure: str
    column: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Handed:
    """One report of a village for a month."""

    entry: Entry
    lines: Mapping[str, Line]

    @property
    def version(self) -> int:
        """Its version; 0 for paper."""
        return int(str(self.entry.stored["version"]))

    @property
    def order(self) -> tuple[int, str, str]:
        """Of several, the last in this order stands."""
        stored = self.entry.stored
        return self.version, str(stored["made_on"] or ""), str(stored["figures"] or "")


@dataclass(frozen=True, slots=True)
class Place:
    """One village with its reports of the month, the one that stands last."""

    uid: str
    code: str
    name: str
    expected: bool
    handed: tuple[Handed, ...] = ()

    @property
    def order(self) -> tuple[bool, str, str]:
        """By code; those without one last, by name."""
        return not self.code, self.code, self.name

    @property
    def standing(self) -> Handed | None:
        """The report that counts."""
        return self.handed[-1] if self.handed else None

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What the report that stands says otherwise than the one before it."""
        if len(self.handed) < 2:
            return ()
        return differences(self.handed[-2].lines, self.handed[-1].lines)

    @property
    def doubtful(self) -> bool:
        """Whether two different reports of one version and day came in."""
        if len(self.handed) < 2:
            return False
        before, last = self.handed[-2:]
        return before.order[:2] == last.order[:2]


@dataclass(frozen=True, slots=True)
class Sum:
    """What a figure adds up to; None where villages cannot be added or none says anything."""

    number: Decimal | None
    villages: int
    """How many villages are in it."""
    part: Decimal | None = None
    whole: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """A month of all villages."""

    month: Month
    places: tuple[Place, ...]
    codes: tuple[str, ...]
    """The figures that any village speaks of, or every printed one, in the order of the month report."""
    other_days: tuple[Place, ...] = field(default=())
    """Villages whose month is cut otherwise."""

    @property
    def here(self) -> tuple[Place, ...]:
        """Those that handed in."""
        return tuple(place for place in self.places if place.handed)

    @property
    def missing(self) -> tuple[Place, ...]:
        """Those that should have and did not."""
        return tuple(place for place in self.places if place.expected and not place.handed)

    def line(self, place: Place, code: str) -> Line | None:
        """What a village says of a figure."""
        return place.standing.lines.get(code) if place.standing is not None else None

    def sum(self, code: str, *, year: bool = False) -> Sum:
        """All villages together, for the month or the year to date."""
        lines = [line for place in self.here if (line := self.line(place, code)) is not None]
        return added(FIGURES[code], lines, year=year)


def added(figure: Figure, lines: Iterable[Line], *, year: bool = False) -> Sum:
    """Figures of several villages as one. Medians and largest groups cannot be added, and shares only
    by their parts: as soon as one village gives none, there is no sum."""
    numbers = [
        (line.year, line.year_part, line.year_whole) if year else (line.now, line.part, line.whole)
        for line in lines
    ]
    said = [each for each in numbers if each[0] is not None or None not in each[1:]]
    if isinstance(figure, Duration | Top) or not said:
        return Sum(None, len(said))
    if isinstance(figure, Ratio):
        parts = [(part, whole) for _, part, whole in said if part is not None and whole is not None]
        if len(parts) != len(said):
            return Sum(None, len(said))
        part, whole = sum((p for p, _ in parts), Decimal()), sum((w for _, w in parts), Decimal())
        return Sum(ratio(part, whole, figure.scale, figure.decimals), len(said), part, whole)
    found = [number for number, _, _ in said if number is not None]
    if not found:
        return Sum(None, 0)
    # Each rounded first, so that the column adds up by hand.
    return Sum(sum((rounded(number, figure.unit.decimals) for number in found), Decimal()), len(found))


def differences(before: Mapping[str, Line], now: Mapping[str, Line]) -> tuple[Difference, ...]:
    """What is not the same; what only one of them knows counts as new or gone."""
    found = []
    for code in dict.fromkeys((*before, *now)):
        old, new = before.get(code), now.get(code)
        for column in ("now", "year", "label"):
            a, b = (_shown(getattr(line, column)) if line is not None else "" for line in (old, new))
            if a != b:
                found.append(Difference(code, column, a, b))
    return tuple(found)


def _shown(value: Decimal | str | None) -> str:
    return value if isinstance(value, str) else digits(value)


def as_text(lines: Sequence[Line]) -> str:
    """Figures as a submission keeps them: equal ones give equal text."""
    kept = {
        line.figure: {
            **{name: digits(number) for name in NUMBERS if (number := getattr(line, name)) is not None},
            **({"label": line.label} if line.label else {}),
        }
        for line in lines
    }
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> dict[str, Line]:
    """The figures that `as_text` was given; of such as this program no longer declares nothing is said."""
    found: dict[str, Line] = {}
    for code, kept in json.loads(text or "{}").items():
        if code in FIGURES:
            numbers = {name: Decimal(kept[name]) for name in NUMBERS if name in kept}
            found[code] = Line(
                figure=code, unit=FIGURES[code].unit.code, label=kept.get("label", ""), **numbers
            )
    return found


def handed_in(ledger: Ledger, month: Month) -> dict[str, list[Handed]]:
    """Every report of a month by its village, the one that stands last."""
    where = condition(SUBMISSIONS, equals("period", str(month)), month.end)
    found: dict[str, list[Handed]] = {}
    for entry in ledger.entries(SUBMISSIONS, where.text, where.parameters):
        lines = from_text(str(entry.stored["figures"] or ""))
        found.setdefault(str(entry.stored["village"]), []).append(Handed(entry, lines))
    for handed in found.values():
        handed.sort(key=lambda one: one.order)
    return found


def collection(ledger: Ledger, month: Month) -> Collection:
    """A month of all villages as the ledger stands now."""
    from mingbai.desk.month.figures import printed_codes

    handed = handed_in(ledger, month)
    places = []
    for entry in ledger.entries(VILLAGES, binned=True):
        own = handed.get(entry.uid, [])
        expected = bool(entry.record.in_use) and entry.binned_at is None
        if own or expected:
            stored = entry.stored
            places.append(
                Place(entry.uid, str(stored["code"] or ""), str(stored["name"]), expected, tuple(own))
            )
    places.sort(key=lambda place: place.order)
    said = {code for own in handed.values() for code in own[-1].lines}
    printed = printed_codes()
    codes = (*printed, *(code for code in FIGURES if code in said and code not in printed))
    other = tuple(place for place in places if place.standing is not None and _other_days(place, month))
    return Collection(month, tuple(places), codes, other)


def _other_days(place: Place, month: Month) -> bool:
    assert place.standing is not None
    record = place.standing.entry.record
    return place.standing.version != PAPER and (record.starts_on, record.ends_on) != (month.start, month.end)


def months_collected(ledger: Ledger) -> tuple[Month, ...]:
    """The months of which anything came in, the latest first."""
    cutoff = place_of(ledger).month_end.cutoff
    found = values(ledger, SUBMISSIONS, "period")
    return tuple(sorted((Month.parse(str(period), cutoff) for period in found), reverse=True))
