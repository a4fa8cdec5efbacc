"""How many columns of a form were reported before, to whom and when: one sentence, and the entry behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mingbai.desk.earlier_forms import EarlierForms
from mingbai.domain.words import Words
from mingbai.rules.columns import ENOUGH, FEWEST, compared, meaning, telling
from mingbai.rules.flags.matter import Matter
from mingbai.rules.flags.same_data import YEAR
from mingbai.rules.flags.sameness import same_return
from mingbai.rules.flags.saying import day_told

SAID = Words("这 {all} 栏中有 {n} 栏{day}已报{unit}", "{n} of these {all} columns went to {unit} {day}")
ALL_SAID = Words("这 {all} 栏{day}都已报{unit}", "All of these {all} columns went to {unit} {day}")
ANOTHER = Words("其他单位", "another unit")


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """The earlier form that has most in common with a new one."""

    form: Matter
    all: int
    shared: tuple[str, ...]
    """Columns of the new form that were in the earlier one, who-and-where ones too."""

    def words(self, unit: Words | None = None) -> Words:
        """The sentence; `unit` is what the earlier form's unit is called."""
        said = ALL_SAID if len(self.shared) == self.all else SAID
        day = day_told(self.form.day)
        if self.form.day is not None:
            day = Words(f" {self.form.day.month} 月 {self.form.day.day} 日", day.en)
        name = unit or (
            Words(self.form.department, self.form.department) if self.form.department else ANOTHER
        )
        return said.format(all=self.all, n=len(self.shared), day=day, unit=name)


def asked_before(forms: EarlierForms, matter: Matter) -> AskedBefore | None:
    """The earlier form of the last year that asked for most of the same; an earlier period of one return is none."""
    new = telling(matter.form_columns)
    if len(new) < FEWEST:
        return None
    best: tuple[int, Matter] | None = None
    for form in forms.before(matter):
        if form.void or same_return(matter, form):
            continue
        if form.day and matter.day and matter.day - form.day > YEAR:
            continue
        like = compared(new, telling(form.form_columns))
        if len(like.shared) < FEWEST or like.of_new < ENOUGH:
            continue
        if best is None or len(like.shared) > best[0]:
            best = (len(like.shared), form)
    if best is None:
        return None
    form = best[1]
    columns = tuple(dict.fromkeys(matter.form_columns))
    shared = compared(_held(columns), _held(form.form_columns)).shared
    return AskedBefore(form, len(_held(columns)), shared)


def _held(columns: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for column in columns:
        if column.strip():
            found.setdefault(meaning(column), column.strip())
    return found
