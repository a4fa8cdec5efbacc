"""Admissions whose clock presses, as lines of an agenda."""

from __future__ import annotations

from datetime import date

from mingbai.desk.clocks import pressing
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Group, Line, Names, Opening, Shape, Tone, aside_of, title_of
from mingbai.desk.spoken_days import Nearness
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.filter import equals
from mingbai.domain.words import Words
from mingbai.ledger.blocks import Order, asked_condition, block
from mingbai.ledger.ledger import Ledger

WAITING = Words("准入申请快到审批期限", "Admissions near their decision")
TONES = {Nearness.NEAR: Tone.SOON, Nearness.LATE: Tone.LATE, Nearness.FAR: Tone.PLAIN}


def admission_group(ledger: Ledger, today: date, names: Names, glossary: Glossary) -> Group:
    """Applications nobody decided that are near their fifteen working days or past them, the nearest first."""
    condition = asked_condition(ledger, ADMISSIONS, equals("waiting", 1), today)
    found = block(ledger, ADMISSIONS, condition, Order("applied_on"))
    lines = []
    for entry in found.entries:
        clock = pressing(entry.record, today, glossary.working_days)
        if clock is not None and clock.nearness is not Nearness.FAR:
            tone = TONES[clock.nearness]
            shape = Shape.LATE if tone is Tone.LATE else Shape.RECHECK
            title, aside = title_of(entry, names), aside_of(entry, names)
            lines.append(Line(f"admission {entry.uid}", shape, title, aside, clock.short, tone, entry=entry))
    opening = Opening(ADMISSIONS.words, len(lines), ADMISSIONS.code, "waiting")
    return Group("admissions", WAITING, tuple(lines), (opening,) if lines else (), len(lines))
