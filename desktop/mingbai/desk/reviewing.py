"""What the review page shows: flagged entries with their evidence, suggestions not carried out, rechecks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from mingbai.desk.cuts import Cut, cuts
from mingbai.desk.flagged import Flagged, flagged
from mingbai.desk.glossary import Glossary
from mingbai.desk.hours_told import HoursTold, hours_told
from mingbai.desk.lines import Names, aside_of, joined, title_of
from mingbai.desk.occurrences import has_periods, series_of
from mingbai.desk.review_lines import OPEN, decided_title, subjects
from mingbai.desk.same_data import AskedByMany, asked_by_many
from mingbai.desk.spoken_days import short_day
from mingbai.desk.whole import suggestion_among
from mingbai.domain.demand import DEMANDS
from mingbai.domain.filter import ALL, both, empty, equals, one_of
from mingbai.domain.review import DECISIONS, FLAGS, IS_SUGGESTION, RECHECK_DUE, Decision
from mingbai.domain.rule import Family
from mingbai.domain.task import IS_OPEN, TASKS
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.blocks import Order, asked_among, asked_condition, asked_count, asked_entries, block
from mingbai.ledger.ledger import Entry, Ledger

STAYS = Words("只要一次的{title}留着", "Stays, wanted once: {title}")
STAYS_UNTIL = Words("只要一次的{title}留着，{day}到期", "Stays, wanted once: {title}, due {day}")
RECEIVED = Words("{day} 收到", "received {day}")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry with open flags."""

    entry: Entry
    title: Words
    aside: Words
    flags: tuple[Flagged, ...]


class Next(Enum):
    """What a decision waits for."""

    CARRY_OUT = "carry_out"
    """It is a suggestion, and the last word on its entry."""
    RECHECK = "recheck"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and what is to be done about it next."""

    decision: Entry
    entry: Entry | None
    """What it speaks of; None where that lies in the bin."""
    title: Words
    aside: Words
    next: Next
    stays: Words = NO_WORDS
    """What its notice wants once beside it, and is open: that stays where the rhythm is cut."""

    @property
    def record(self) -> Decision:
        """The decision as a value."""
        record: Decision = self.decision.record
        return record


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the page shows at one moment."""

    waiting: tuple[Waiting, ...]
    suggestions: tuple[Decided, ...]
    rechecks: tuple[Decided, ...]
    decided: tuple[Decided, ...]
    decided_count: int
    cuts: tuple[Cut, ...]
    asked_by_many: tuple[AskedByMany, ...]
    hours: HoursTold

    def since_cut(self, decided: Decided) -> Words:
        """What is known of a cut since then; nothing where it is none of the last twelve months."""
        found = next((cut for cut in self.cuts if cut.decision.uid == decided.decision.uid), None)
        if found is None:
            return NO_WORDS
        return found.evidence if found.evidence != NO_WORDS else found.state


def review_of(ledger: Ledger, today: date, glossary: Glossary) -> Review:
    """All of it, in some short reads."""
    names = Names(ledger, glossary)
    return Review(
        waiting(ledger, today, names),
        suggestions(ledger, today, names),
        rechecks(ledger, today, names),
        decided(ledger, today, names),
        asked_count(ledger, DECISIONS, ALL, today),
        cuts(ledger, today, names),
        asked_by_many(ledger, today, names),
        hours_told(ledger, today),
    )


def waiting(ledger: Ledger, today: date, names: Names) -> tuple[Waiting, ...]:
    """Entries with open flags, at most those of 256: what came back first, the most certain, then the latest."""
    condition = asked_condition(ledger, FLAGS, OPEN, today)
    latest = block(ledger, FLAGS, condition, Order("flagged_on", descending=True)).entries
    alarms = asked_entries(ledger, FLAGS, both(OPEN, equals("family", Family.CAME_BACK)), today)
    flags = list({flag.uid: flag for flag in (*alarms, *latest)}.values())
    entries = subjects(ledger, flags, today)
    about: dict[str, list[Flagged]] = {uid: [] for uid in entries}
    for one in flagged(ledger, (flag for flag in flags if flag.stored["subject"] in about)):
        about[str(one.entry.stored["subject"])].append(one)
    found = [
        Waiting(
            entry,
            title_of(entry, names),
            joined(aside_of(entry, names), _day_of(entry, today)),
            tuple(about[uid]),
        )
        for uid, entry in entries.items()
    ]
    return tuple(sorted(found, key=lambda one: min(flag.weight[0] for flag in one.flags)))


def suggestions(ledger: Ledger, today: date, names: Names) -> tuple[Decided, ...]:
    """What was suggested and not carried out, as far as nothing was decided on it since; the latest first."""
    condition = asked_condition(ledger, DECISIONS, IS_SUGGESTION, today)
    found = block(ledger, DECISIONS, condition, Order("decided_on", descending=True)).entries
    told = _told(ledger, found, today, names)
    return tuple(one for one in told if one.next is Next.CARRY_OUT)


def rechecks(ledger: Ledger, today: date, names: Names) -> tuple[Decided, ...]:
    """Cuts whose day of being looked at again has come, the latest first."""
    condition = asked_condition(ledger, DECISIONS, RECHECK_DUE, today)
    found = block(ledger, DECISIONS, condition, Order("recheck_on", descending=True)).entries
    return tuple(one for one in _told(ledger, found, today, names) if one.entry is not None)


def decided(ledger: Ledger, today: date, names: Names) -> tuple[Decided, ...]:
    """The latest decisions, with what stands now."""
    condition = asked_condition(ledger, DECISIONS, ALL, today)
    found = block(ledger, DECISIONS, condition, Order("decided_on", descending=True)).entries
    return _told(ledger, found, today, names)


def suggested(ledger: Ledger, entry: Entry, today: date) -> Entry | None:
    """The suggestion about an entry, or the decision itself, that can be noted as cut."""
    if entry.register is DECISIONS:
        subject = str(entry.stored["subject"])
        found = [entry] if _latest(ledger, [subject], today).get(subject) == entry.id else []
    else:
        about = one_of("subject", *{entry.uid, series_of(ledger, entry).uid})
        found = asked_entries(ledger, DECISIONS, about, today)
    return suggestion_among(found)


def _day_of(entry: Entry, today: date) -> Words:
    """The day it came; of a meeting, an inspection and the like their own day, which may lie ahead."""
    dated = entry.register.dated and entry.stored[entry.register.dated]
    if not dated:
        return NO_WORDS
    day = short_day(date.fromisoformat(str(dated)[:10]), today)
    return RECEIVED.format(day=day) if entry.register is TASKS else day


def _beside(ledger: Ledger, subjects: Iterable[Entry], today: date, names: Names) -> dict[str, Words]:
    """What is open and asked once beside some recurring assignments, by name and day."""
    recurring = {one.uid for one in subjects if one.register is DEMANDS and has_periods(one)}
    told: dict[str, list[Words]] = {}
    for some in asked_among(ledger, TASKS, "demand", recurring, today, both(IS_OPEN, empty("period_key"))):
        for one in some:
            due = one.record.due_on
            words = STAYS_UNTIL if due is not None else STAYS
            day = short_day(due, today) if due is not None else NO_WORDS
            told.setdefault(str(one.stored["demand"]), []).append(
                words.format(title=title_of(one, names).quoted, day=day)
            )
    return {
        uid: Words("；".join(one.zh for one in lines), "; ".join(one.en for one in lines))
        for uid, lines in told.items()
    }


def _latest(ledger: Ledger, uids: Sequence[str], today: date) -> dict[str, int]:
    """The latest decision on each of some entries."""
    latest: dict[str, int] = {}
    for some in asked_among(ledger, DECISIONS, "subject", uids, today):
        latest |= {str(one.stored["subject"]): one.id for one in some}
    return latest


def _told(ledger: Ledger, decisions: Sequence[Entry], today: date, names: Names) -> tuple[Decided, ...]:
    entries = subjects(ledger, decisions, today)
    latest = _latest(ledger, [str(one.stored["subject"]) for one in decisions], today)
    beside = _beside(ledger, entries.values(), today, names)
    found = []
    for one in decisions:
        subject = str(one.stored["subject"])
        entry = entries.get(subject)
        record: Decision = one.record
        step = Next.NOTHING
        if entry is not None and record.suggestion and latest[subject] == one.id:
            step = Next.CARRY_OUT
        elif entry is not None and record.recheck_due(today):
            step = Next.RECHECK
        aside = NO_WORDS if entry is None else aside_of(entry, names)
        found.append(
            Decided(one, entry, decided_title(one, names), aside, step, beside.get(subject, NO_WORDS))
        )
    return tuple(found)
