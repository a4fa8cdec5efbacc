"""What waits to be reviewed, as lines of an agenda: the latest flagged entries, rechecks that have come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mingbai.desk.lines import Group, Line, Names, Opening, Shape, Tone, title_of
from mingbai.desk.lists import open_reasons
from mingbai.desk.short_reasons import BY_FAMILY
from mingbai.desk.spoken_days import days_since
from mingbai.domain.filter import both, equals
from mingbai.domain.registers import REGISTERS, REVIEWED
from mingbai.domain.review import DECISIONS, FLAGS, RECHECK_DUE, FlagState
from mingbai.domain.rule import Family
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.blocks import Order, asked_among, asked_condition, asked_count, asked_entries, block
from mingbai.ledger.ledger import Entry, Ledger

WAITING = Words("等您研判", "Waiting for your assessment")
RECHECKS = Words("复查到期", "Rechecks due")
ALL = Words("全部", "All")
CUT_AGO = Words("减掉 {days}", "cut {days} ago")
CUT_TODAY = Words("今天减掉", "cut today")
REVIEW = "review"
"""The page where all of them are."""

MAY_BE_BACK = BY_FAMILY[Family.CAME_BACK.code]
FEW = 4

OPEN = equals("state", FlagState.OPEN)


def waiting_group(ledger: Ledger, today: date, names: Names) -> Group:
    """Entries with open flags: how many, and the latest few with their short reasons; what came back first."""
    condition = asked_condition(ledger, FLAGS, OPEN, today)
    found = block(ledger, FLAGS, condition, Order("flagged_on", descending=True))
    alarms = asked_entries(ledger, FLAGS, both(OPEN, equals("family", Family.CAME_BACK)), today)
    back = {str(flag.stored["subject"]) for flag in alarms}
    entries = subjects(ledger, (*alarms, *found.entries), today)
    count = asked_count(ledger, FLAGS, OPEN, today) if found.more else len(entries)
    few = dict(list(entries.items())[:FEW])
    reasons: dict[str, tuple[Words, ...]] = {}
    for register in REVIEWED:
        uids = [uid for uid, entry in few.items() if entry.register is register]
        if uids:
            reasons |= open_reasons(ledger, register, uids, today)
    lines = tuple(
        Line(
            f"flag {uid}",
            Shape.FLAG,
            title_of(entry, names),
            trailing=MAY_BE_BACK if uid in back else next(iter(reasons.get(uid, ())), NO_WORDS),
            tone=Tone.LATE if uid in back else Tone.SOON,
            entry=entry,
        )
        for uid, entry in few.items()
    )
    return Group("waiting", WAITING, lines, (Opening(ALL, count, page=REVIEW, where="waiting"),), count)


def recheck_group(ledger: Ledger, today: date, names: Names) -> Group:
    """Cuts whose day of being looked at again has come, the latest first."""
    condition = asked_condition(ledger, DECISIONS, RECHECK_DUE, today)
    found = block(ledger, DECISIONS, condition, Order("recheck_on", descending=True))
    count = asked_count(ledger, DECISIONS, RECHECK_DUE, today) if found.more else len(found.entries)
    lines = []
    for entry in found.entries[:FEW]:
        since = date.fromisoformat(str(entry.stored["effective_from"]))
        lines.append(
            Line(
                f"recheck {entry.uid}",
                Shape.RECHECK,
                decided_title(entry, names),
                trailing=CUT_AGO.format(days=days_since(since, today)) if since < today else CUT_TODAY,
                entry=subject_of(ledger, entry),
            )
        )
    return Group(
        "rechecks", RECHECKS, tuple(lines), (Opening(ALL, count, page=REVIEW, where="rechecks"),), count
    )


def subjects(ledger: Ledger, about: Iterable[Entry], today: date) -> dict[str, Entry]:
    """The entries that flags or decisions speak of, by uid, in their order; those in the bin are left out."""
    wanted: dict[str, str] = {str(one.stored["subject"]): str(one.stored["register"]) for one in about}
    found: dict[str, Entry] = {}
    for register in REVIEWED:
        uids = [uid for uid, code in wanted.items() if code == register.code]
        for some in asked_among(ledger, register, "uid", uids, today):
            found |= {entry.uid: entry for entry in some}
    return {uid: found[uid] for uid in wanted if uid in found}


def subject_of(ledger: Ledger, decision: Entry) -> Entry | None:
    """The entry a decision speaks of, if it is still there."""
    register = REGISTERS.get(str(decision.stored["register"]))
    return None if register is None else ledger.entry(register, str(decision.stored["subject"]))


def decided_title(decision: Entry, names: Names) -> Words:
    """What was decided on, as it was called then."""
    title = str(decision.stored["title"] or "")
    return Words(title, title) if title else names.of(decision.stored["subject"])
