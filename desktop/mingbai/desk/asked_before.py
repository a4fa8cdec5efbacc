"""How many columns of a form were reported before, to whom and when: one sentence, and the entry behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mingbai.desk.earlier_forms import EarlierForms
from mingbai.domain.words import NO_WORDS, Words
from mingbai.rules.columns import in_common
from mingbai.rules.flags.matter import Matter, newest_first
from mingbai.rules.flags.same_data import ANOTHER, NOT_REPORTED, nearest
from mingbai.rules.flags.saying import bare_day, day_told

SAID = Words("这 {all} 栏中有 {n} 栏{day}已报{unit}", "{n} of these {all} columns went to {unit} {day}")
ALL_SAID = Words("这 {all} 栏{day}都已报{unit}", "All of these {all} columns went to {unit} {day}")
ASKED = Words(
    "这 {all} 栏中有 {n} 栏已由{unit}要过（{day}，{stands}）",
    "{n} of these {all} columns were already asked for by {unit} ({day}, {stands})",
)
ALL_ASKED = Words(
    "这 {all} 栏都已由{unit}要过（{day}，{stands}）",
    "All of these {all} columns were already asked for by {unit} ({day}, {stands})",
)


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """The earlier form that has most in common with a new one."""

    form: Matter
    all: int
    shared: tuple[str, ...]
    """Columns of the new form that were in the earlier one, who-and-where ones too."""

    def words(self, today: date, unit: Words | None = None) -> Words:
        """The sentence; `unit` is what the earlier form's unit is called."""
        every, stands = len(self.shared) == self.all, NOT_REPORTED.get(self.form.status)
        if stands is None:
            said, day, stands = ALL_SAID if every else SAID, day_told(self.form.day, today), NO_WORDS
        else:
            said, day = ALL_ASKED if every else ASKED, bare_day(self.form.day, today)
        name = unit or (
            Words(self.form.department, self.form.department) if self.form.department else ANOTHER
        )
        return said.format(all=self.all, n=len(self.shared), day=day, stands=stands, unit=name)


def asked_before(forms: EarlierForms, matter: Matter) -> AskedBefore | None:
    """The earlier form of the last year that asked for most of the same; an earlier period of one return is none."""
    form = nearest(matter, newest_first(forms.before(matter)))
    if form is None:
        return None
    columns, shared = in_common(matter.form_columns, form.form_columns)
    return AskedBefore(form, len(columns), shared)
