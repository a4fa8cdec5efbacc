"""What the families may look at: rules, calendar and certificate lists, as shipped or as a ledger has them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from mingbai.desk.catalogues import CATALOGUES
from mingbai.desk.certificates import counter
from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES, AllowedPlaque
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.certificate_type import Answer
from mingbai.domain.holiday import HOLIDAYS, Holiday, HolidayKind
from mingbai.domain.rule import RULES, Rule
from mingbai.domain.words import Words
from mingbai.rules.counter.counter import Counter
from mingbai.rules.flags.matter import Around, Certified, Matter, Rulebooks


def around_shipped(day: date, history: Sequence[Matter] = ()) -> Around:
    """What is shipped, for a matter of that day without a ledger."""
    return Around(
        rules=_books().of(day),
        working=shipped_calendar(),
        history=history,
        certificate=_certified_shipped,
        plaques=_shipped_plaques(),
    )


def certified(book: Counter, text: str) -> Certified | None:
    """The certificate that a text surely means, by a catalogue."""
    best = book.meant(text).best
    if best is None:
        return None
    kind = best.kind
    return Certified(
        Words(kind.name, kind.name_en or kind.name), kind.answer is Answer.NOT_TO_ISSUE and kind.in_use
    )


def _certified_shipped(text: str) -> Certified | None:
    return certified(counter(), text)


@cache
def shipped_calendar() -> WorkingDays:
    """The shipped public holidays and shifted working days."""
    days: list[Holiday] = [_shipped(HOLIDAYS.code).record(row) for row in _shipped(HOLIDAYS.code).rows()]
    return WorkingDays(
        [one.day for one in days if one.kind is HolidayKind.HOLIDAY],
        [one.day for one in days if one.kind is not HolidayKind.HOLIDAY],
    )


@cache
def _books() -> Rulebooks:
    return Rulebooks(shipped_rules())


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """The shipped rules, those that are switched off too."""
    return tuple(_shipped(RULES.code).record(row) for row in _shipped(RULES.code).rows())


@cache
def _shipped_plaques() -> tuple[AllowedPlaque, ...]:
    return tuple(_shipped(ALLOWED_PLAQUES.code).record(row) for row in _shipped(ALLOWED_PLAQUES.code).rows())


def _shipped(code: str):  # type: ignore[no-untyped-def]
    return next(one for one in CATALOGUES if one.register.code == code)
