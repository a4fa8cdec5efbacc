"""The forms of a ledger by their columns: which earlier ones a new one can have been asked for in.

What has a period stands beside them: the same return of the same period may have come before.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from mingbai.rules.columns import ENOUGH, FEWEST, compared, covered, near_to, telling
from mingbai.rules.flags.matter import Matter
from mingbai.rules.flags.same_data import too_old
from mingbai.rules.flags.sameness import another_period, period_of, same_unit


@dataclass(slots=True, eq=False)
class _Form:
    """All that asked for the same columns, oldest first."""

    telling: Mapping[str, str]
    found: list[tuple[date, str, Matter]] = field(default_factory=list)

    def newest(self, matter: Matter) -> Matter | None:
        """The newest before a matter that is no other period of the same return; of one day the first."""
        until = matter.day or date.max
        newest: Matter | None = None
        known: dict[tuple[object, ...], bool] = {}
        for at in range(bisect_right(self.found, until, key=_day) - 1, -1, -1):
            one = self.found[at][2]
            if too_old(one, matter) or (newest is not None and newest.day != one.day):
                break
            if one.void or not one.comes_before(matter):
                continue
            kind = (one.demand, one.department, one.title, one.due_on, one.period_key)
            if kind not in known:
                known[kind] = another_period(matter, one)
            if not known[kind]:
                newest = one
        return newest


class EarlierForms:
    """Remembers forms. Many ask for the same columns, and few of the others have enough in common."""

    def __init__(self, forms: Iterable[Matter] = ()) -> None:
        self._forms: dict[tuple[str, ...], _Form] = {}
        self._holding: dict[str, list[_Form]] = {}
        """The forms by what their columns hold."""
        self._near: dict[str, list[str]] = {}
        """What is held that says much the same; forgotten when something new is held."""
        self._by_period: dict[str, dict[tuple[str, str], dict[str, Matter]]] = {}
        """What came for a period, by recurring assignment and unit."""
        self._known: dict[str, Matter] = {}
        for form in forms:
            self.add(form)

    def add(self, form: Matter) -> None:
        """Remembers one more form, or what became of one."""
        if form.day is None or self._known.get(form.uid) == form:
            return
        self.forget(form.uid)
        if form.period_key:
            came = self._by_period.setdefault(period_of(form.period_key), {})
            came.setdefault(_return(form), {})[form.uid] = form
        if form.form_columns:
            insort(self._form(form.form_columns).found, (form.day, form.uid, form), key=_place)
        if form.period_key or form.form_columns:
            self._known[form.uid] = form

    def forget(self, uid: str) -> None:
        """Lets one go that lies in the bin or says something else now."""
        form = self._known.pop(uid, None)
        if form is None:
            return
        if form.period_key:
            self._by_period[period_of(form.period_key)][_return(form)].pop(uid, None)
        if form.form_columns:
            kept = self._forms[form.form_columns]
            kept.found = [one for one in kept.found if one[1] != uid]

    def before(self, matter: Matter) -> list[Matter]:
        """Of the forms that held most of its columns the newest before it, and what came before it for its period."""
        found = {}
        new = telling(matter.form_columns)
        met = Counter(chain.from_iterable(self._holding[held] for one in new for held in self._like(one)))
        for form, at_most in met.items():
            if at_most < FEWEST or at_most / len(new) < ENOUGH or not covered(compared(new, form.telling)):
                continue
            newest = form.newest(matter)
            if newest is not None:
                found[newest.uid] = newest
        if matter.period_key:
            came = self._by_period.get(period_of(matter.period_key), {})
            for (demand, department), some in came.items():
                if demand and matter.demand:
                    same = demand == matter.demand
                else:
                    same = same_unit(department, matter.department)
                if same:
                    found |= {uid: one for uid, one in some.items() if one.comes_before(matter)}
        return list(found.values())

    def _form(self, columns: tuple[str, ...]) -> _Form:
        form = self._forms.get(columns)
        if form is None:
            form = self._forms[columns] = _Form(telling(columns))
            for held in form.telling:
                if held not in self._holding:
                    self._holding[held] = []
                    self._near.clear()
                self._holding[held].append(form)
        return form

    def _like(self, one: str) -> list[str]:
        if one not in self._near:
            self._near[one] = [held for held in self._holding if held == one or near_to(one, held)]
        return self._near[one]


def _day(found: tuple[date, str, Matter]) -> date:
    return found[0]


def _place(found: tuple[date, str, Matter]) -> tuple[date, str]:
    return found[:2]


def _return(form: Matter) -> tuple[str, str]:
    return form.demand, form.department
