"""Rows of the review page in the window's language."""

from __future__ import annotations

from mingbai.desk.lines import joined
from mingbai.desk.reviewing import Decided, Next, Waiting
from mingbai.desk.same_data import AskedByMany
from mingbai.desk.spoken_days import short_day
from mingbai.domain.words import Words
from mingbai.ui.agenda.rows import Row
from mingbai.ui.pages.belongs import ICONS
from mingbai.ui.session import Session

TO_RECHECK = Words("复查 {day}", "recheck {day}")
UNITS = Words("{n} 家", "{n} units")


def row_of(one: Waiting | Decided, session: Session) -> Row:
    """What waits, was suggested, is to be looked at again, or was decided."""
    return _waiting(one, session) if isinstance(one, Waiting) else _decided(one, session)


def many_row(one: AskedByMany, session: Session, *, first: bool) -> Row:
    """One kind of data and who asks for it."""
    word = session.word
    return Row(
        one.entries[0].uid,
        word(one.title),
        " ".join(word(unit) for unit in one.units)
        if session.look.language == "zh"
        else ", ".join(word(unit) for unit in one.units),
        word(UNITS.format(n=len(one.units))),
        ink="accent" if first else "bar",
        two_lines=True,
        blocks=len(one.units),
        what=one,
    )


def _waiting(one: Waiting, session: Session) -> Row:
    word, first = session.word, one.flags[0]
    # What matched may be no more than the title itself: that is read once.
    evidence = word(first.evidence)
    why = evidence if evidence not in ("", word(one.title)) else word(first.reason)
    return Row(
        one.entry.uid,
        word(one.title),
        why,
        word(first.short),
        ICONS.get(one.entry.register.code, "task"),
        pill="amber",
        two_lines=True,
        what=one,
    )


def _decided(one: Decided, session: Session) -> Row:
    word, record = session.word, one.record
    due = record.recheck_on if one.next is Next.RECHECK else None
    basis = record.basis.splitlines()[0] if record.basis else ""
    return Row(
        one.decision.uid,
        word(one.title),
        word(joined(one.aside, Words(basis, basis))),
        word(joined(record.verdict, short_day(record.stands_since, session.today))),
        ICONS.get(record.register, "task"),
        two_lines=True,
        foot="" if due is None else word(TO_RECHECK.format(day=short_day(due, session.today))),
        what=one,
    )
