"""Raising an entry with the joint office: the letter that is written makes the point that waits for its answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mingbai.desk.glossary import TYPED, GrowingGlossary
from mingbai.desk.records import found
from mingbai.desk.review import refuse_unreviewed
from mingbai.domain.column import Uid
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.filter import both, empty, one_of
from mingbai.domain.letter import Letter
from mingbai.domain.point import POINTS, Point, PointKind
from mingbai.domain.review import DECISIONS
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger

RAISED = Words("已记入反映事项：{title}", "Recorded as a raised point: {title}")
STANDS = Words("已在反映事项 {number} 里，等答复", "It already stands as raised point {number} and waits")


@dataclass(frozen=True, slots=True)
class Raised:
    """The point that a letter belongs to, and whether the letter made it."""

    point: Entry
    anew: bool


def points_about(ledger: Ledger, entry: Entry, today: date) -> list[Entry]:
    """What was raised about an entry or the recurring assignment it belongs to, earliest first."""
    return asked_entries(ledger, POINTS, one_of("subject", *_uids(entry)), today)


def raise_by_letter(ledger: Ledger, entry: Entry, letter: Letter, *, today: date) -> Raised:
    """Records that an entry was raised with whom the letter goes to, in one act with its link to what was decided.

    A point about it that still waits for its answer is the one: a second letter raises nothing anew.
    """
    refuse_unreviewed(entry)
    waiting = [one for one in points_about(ledger, entry, today) if one.stored["answered_on"] is None]
    if waiting:
        return Raised(waiting[-1], anew=False)
    glossary = GrowingGlossary(ledger, today, TYPED)
    to = letter.addressee.strip()
    raised_to = glossary.find(DEPARTMENTS.code, to) if to else None
    title = glossary.show(entry.uid, letter.language) or letter.title
    point = Point(
        raised_on=letter.day, title=title, kind=PointKind.JOINT, raised_to=raised_to, subject=entry.uid
    )
    unlinked = asked_entries(ledger, DECISIONS, both(one_of("subject", *_uids(entry)), empty("point")), today)
    with ledger.act("raise", today=today) as act:
        glossary.write_planned(act)
        uid = act.insert(POINTS, point)
        for decision in unlinked[-1:]:
            act.change(DECISIONS, decision.uid, {"point": uid})
    return Raised(found(ledger, POINTS, uid), anew=True)


def raised_words(raised: Raised) -> Words:
    """What became of the letter in the ledger."""
    if not raised.anew:
        return STANDS.format(number=raised.point.number)
    title = str(raised.point.stored["title"])
    return RAISED.format(title=Words(title, title))


def _uids(entry: Entry) -> tuple[Uid, ...]:
    demand = entry.stored.get("demand")
    return (entry.uid, Uid(str(demand))) if demand else (entry.uid,)
