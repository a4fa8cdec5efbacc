"""The forms of a ledger by their columns: which earlier ones can have anything in common with a new one.

What has a period stands beside them: the same return of the same period may have come before.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from mingbai.rules.columns import telling
from mingbai.rules.flags.matter import Matter
from mingbai.rules.flags.sameness import core, period_of


@dataclass(slots=True)
class _Kind:
    """The occurrences of one form of one unit, oldest first."""

    found: list[tuple[date, str, Matter]] = field(default_factory=list)


_Key = tuple[str, str, tuple[str, ...]]
"""Unit, name and columns."""


class EarlierForms:
    """Remembers forms; a return that comes every week is one kind, so that few need a comparison."""

    def __init__(self, forms: Iterable[Matter] = ()) -> None:
        self._kinds: dict[_Key, _Kind] = {}
        self._by_column: dict[str, set[_Key]] = {}
        self._by_period: dict[str, dict[str, Matter]] = {}
        self._known: dict[str, Matter] = {}
        for form in forms:
            self.add(form)

    def add(self, form: Matter) -> None:
        """Remembers one more form, or what became of one."""
        if form.day is None or self._known.get(form.uid) == form:
            return
        self.forget(form.uid)
        if form.period_key:
            self._by_period.setdefault(period_of(form.period_key), {})[form.uid] = form
        if form.form_columns:
            key = _key(form)
            kind = self._kinds.get(key)
            if kind is None:
                kind = self._kinds[key] = _Kind()
                for held in telling(form.form_columns):
                    self._by_column.setdefault(held, set()).add(key)
            insort(kind.found, (form.day, form.uid, form), key=lambda one: one[:2])
        if form.period_key or form.form_columns:
            self._known[form.uid] = form

    def forget(self, uid: str) -> None:
        """Lets one go that lies in the bin or says something else now."""
        form = self._known.pop(uid, None)
        if form is None:
            return
        if form.period_key:
            self._by_period[period_of(form.period_key)].pop(uid, None)
        if form.form_columns:
            kind = self._kinds[_key(form)]
            kind.found = [one for one in kind.found if one[1] != uid]

    def before(self, matter: Matter) -> list[Matter]:
        """Of each form that shares a column the latest before that day, and what came for the same period."""
        keys = {key for held in telling(matter.form_columns) for key in self._by_column.get(held, ())}
        found = {}
        for key in sorted(keys):
            for day, uid, form in reversed(self._kinds[key].found):
                if uid != matter.uid and (matter.day is None or day <= matter.day):
                    found[uid] = form
                    break
        if matter.period_key:
            found |= self._by_period.get(period_of(matter.period_key), {})
        return list(found.values())


def _key(form: Matter) -> _Key:
    return form.department, core(form.title), form.form_columns
