"""The forms of a ledger by their columns: which earlier ones can have anything in common with a new one."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from mingbai.rules.columns import telling
from mingbai.rules.flags.matter import Matter
from mingbai.rules.flags.sameness import core


@dataclass(slots=True)
class _Kind:
    """The occurrences of one form of one unit, oldest first."""

    found: list[tuple[date, str, Matter]] = field(default_factory=list)


class EarlierForms:
    """Remembers forms; a return that comes every week is one kind, so that few need a comparison."""

    def __init__(self, forms: Iterable[Matter] = ()) -> None:
        self._kinds: dict[tuple[str, str, tuple[str, ...]], _Kind] = {}
        self._kind_of: dict[str, tuple[str, str, tuple[str, ...]]] = {}
        self._by_column: dict[str, set[tuple[str, str, tuple[str, ...]]]] = {}
        for form in forms:
            self.add(form)

    def add(self, form: Matter) -> None:
        """Remembers one more form."""
        if not form.form_columns or form.day is None:
            return
        key = (form.department, core(form.title), form.form_columns)
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = _Kind()
            for held in telling(form.form_columns):
                self._by_column.setdefault(held, set()).add(key)
        insort(kind.found, (form.day, form.uid, form), key=lambda one: one[:2])
        self._kind_of[form.uid] = key

    def replace(self, form: Matter) -> None:
        """Remembers a form as it is now, instead of as it was."""
        self.forget(form.uid)
        self.add(form)

    def forget(self, uid: str) -> None:
        """Remembers a form no longer."""
        key = self._kind_of.pop(uid, None)
        if key is not None:
            kind = self._kinds[key]
            kind.found = [one for one in kind.found if one[1] != uid]

    def before(self, matter: Matter) -> list[Matter]:
        """Of each form that shares a column the latest before that day."""
        keys = {key for held in telling(matter.form_columns) for key in self._by_column.get(held, ())}
        found = []
        for key in sorted(keys):
            for day, uid, form in reversed(self._kinds[key].found):
                if uid != matter.uid and (matter.day is None or day <= matter.day):
                    found.append(form)
                    break
        return found
