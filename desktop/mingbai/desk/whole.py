"""Everything the ledger knows of one entry, as a value: the side panel, the command line and prints show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingbai.desk.cuts import MINUTES
from mingbai.desk.flagged import Flagged, flagged
from mingbai.desk.recurring import series_of
from mingbai.desk.spoken_days import day_words
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.column import ANY
from mingbai.domain.demand import DEMANDS, MinutesSource
from mingbai.domain.field import Kind
from mingbai.domain.filter import Filter, Some, both, equals, filled, one_of
from mingbai.domain.issue import PROGRESS
from mingbai.domain.point import POINTS
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS, REVIEWED
from mingbai.domain.review import DECISIONS, FLAGS, LIGHTENING, Decision
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day
from mingbai.ledger.asking import BINNED
from mingbai.ledger.blocks import Order, asked_condition, asked_entries, block
from mingbai.ledger.history import Step, history
from mingbai.ledger.ledger import Entry, Ledger

LATEST = 5
"""So many occurrences of a recurring assignment are named; the rest is a list of its own."""

OPEN = "open"
"""The computed field by which a register tells what still waits."""

TIMES_A_YEAR = Words("每年 {before} 次 → {after} 次", "{before} → {after} times a year")
TIMES = Words("{before} 次 → {after} 次", "{before} → {after} times")
"""Of what does not recur."""
USUAL_MINUTES = Words("每次按默认 {n} 分钟", "{n} minutes each time by default")
FOLLOWED_BY = Words("之后改为", "Followed by")
MERGED_INTO = Words("已并入", "Merged into")
MERGED_HERE = Words("并入本件的", "Merged into this one")


@dataclass(frozen=True, slots=True)
class Linked:
    """Other entries that belong to one, by what they are to it; `where` asks for all of them in a list."""

    words: Words
    entries: tuple[Entry, ...]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """One entry with what speaks against it, what was decided, how it went on and what happened to it."""

    entry: Entry
    flags: tuple[Flagged, ...]
    decisions: tuple[Entry, ...]
    progress: tuple[Entry, ...]
    steps: tuple[Step, ...]
    merged: tuple[Entry, ...] = ()
    """Decisions by which others were merged into it."""
    attachments: tuple[Entry, ...] = ()
    """Its files, those removed too."""

    @property
    def suggestion(self) -> Entry | None:
        """What was decided of it last, where that only suggests a cut."""
        return suggestion_among(self.decisions)

    @property
    def attached(self) -> tuple[Entry, ...]:
        """The files it has now."""
        return tuple(file for file in self.attachments if file.binned_at is None)

    @property
    def detached(self) -> tuple[Entry, ...]:
        """The files that were removed from it and are still there."""
        return tuple(file for file in self.attachments if file.binned_at is not None)


def suggestion_among(decisions: Iterable[Entry]) -> Entry | None:
    """The latest of the decisions on one matter, where it only suggests and can be noted as cut."""
    last = max(decisions, key=lambda one: one.id, default=None)
    return last if last is not None and last.record.suggestion and last.binned_at is None else None


def whole(ledger: Ledger, entry: Entry, today: date) -> Whole:
    """Reads all that belongs to an entry; what was decided of a recurring assignment holds for its occurrences.

    A flag stands where lists and the review show it: once, at the one that it was raised for.
    """
    return Whole(
        entry,
        tuple(flagged(ledger, asked_entries(ledger, FLAGS, equals("subject", entry.uid), today))),
        _decisions(ledger, entry, today),
        tuple(asked_entries(ledger, PROGRESS, equals("issue", entry.uid), today)),
        tuple(history(ledger, entry.uid)),
        tuple(asked_entries(ledger, DECISIONS, equals("merged_into", entry.uid), today)),
        tuple(_attached(ledger, entry, today)) if entry.register.numbered else (),
    )


def is_open(ledger: Ledger, entry: Entry, today: date) -> bool:
    """Whether an entry still waits; one whose register cannot tell waits until it lies in the bin."""
    if entry.binned_at is not None:
        return False
    if OPEN not in entry.register.computed:
        return True
    return bool(asked_entries(ledger, entry.register, both(equals("uid", entry.uid), equals(OPEN, 1)), today))


def links(ledger: Ledger, entry: Entry, today: date) -> Iterator[Linked]:
    """The entries this one refers to, and of a recurring assignment its latest occurrences."""
    for field in entry.register.fields.values():
        stored = entry.stored[field.name]
        if field.kind is not Kind.REFERENCE or stored is None:
            continue
        other = referred(ledger, entry, field.column.to, str(stored))
        if other is not None and (other.register.numbered or other.register is RULES):
            yield Linked(field.words, (other,))
    yield from _merged(ledger, entry, today)
    if entry.register.reviewed:
        raised = _latest(ledger, POINTS, equals("subject", entry.uid), today)
        if raised:
            yield Linked(POINTS.words, raised)
    if entry.register is DEMANDS:
        occurrences = _latest(ledger, TASKS, equals("demand", entry.uid), today)
        if occurrences:
            yield Linked(TASKS.words, occurrences, f"demand={entry.number}")
        following = _latest(ledger, DEMANDS, equals("follows", entry.uid), today)
        if following:
            yield Linked(FOLLOWED_BY, following)


def referred(ledger: Ledger, entry: Entry, to: str, uid: str) -> Entry | None:
    """What a field of an entry points to; into every register it is mostly that which the entry names."""
    if to != ANY:
        return ledger.entry(REGISTERS[to], uid)
    named = REGISTERS.get(str(entry.stored.get("register") or ""))
    others = [one for one in (*REVIEWED, DECISIONS) if one is not named]
    for register in others if named is None else (named, *others):
        found = ledger.entry(register, uid)
        if found is not None:
            return found
    return None


def _merged(ledger: Ledger, entry: Entry, today: date) -> Iterator[Linked]:
    """What an entry was merged into, and what was merged into it."""
    if not entry.register.reviewed:
        return
    into = asked_entries(ledger, DECISIONS, both(equals("subject", entry.uid), filled("merged_into")), today)
    stays = [referred(ledger, one, ANY, str(one.stored["merged_into"])) for one in into]
    if found := tuple(one for one in stays if one is not None):
        yield Linked(MERGED_INTO, found)
    here = asked_entries(ledger, DECISIONS, equals("merged_into", entry.uid), today)
    gone = [referred(ledger, one, ANY, str(one.stored["subject"])) for one in here]
    if found := tuple(one for one in gone if one is not None):
        yield Linked(MERGED_HERE, found)


def verdict_words(decision: Decision) -> Words:
    """Whether something was only suggested or really cut, from what to what, and when to look again."""
    parts = [_standing(decision), *_load(decision)]
    if decision.recheck_on is not None:
        parts.append(Words("复查日 {day}", "recheck {day}").format(day=day_words(decision.recheck_on)))
    if decision.rechecked_on is not None:
        parts.append(Words("已复查 {day}", "rechecked {day}").format(day=day_words(decision.rechecked_on)))
    return Words("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def _decisions(ledger: Ledger, entry: Entry, today: date) -> tuple[Entry, ...]:
    uids = dict.fromkeys((entry.uid, series_of(ledger, entry).uid))
    return tuple(asked_entries(ledger, DECISIONS, one_of("subject", *uids), today))


def _attached(ledger: Ledger, entry: Entry, today: date) -> list[Entry]:
    """The files of an entry in the order in which they were added, those removed too."""
    ever = Some((equals(BINNED, 0), equals(BINNED, 1)))
    found = asked_entries(ledger, ATTACHMENTS, both(equals("subject", entry.uid), ever), today)
    return sorted(found, key=lambda file: file.id)


def _latest(ledger: Ledger, register: Register[Any], wanted: Filter, today: date) -> tuple[Entry, ...]:
    order = Order(register.dated, descending=True)
    return tuple(block(ledger, register, asked_condition(ledger, register, wanted, today), order).entries)[
        :LATEST
    ]


def _standing(decision: Decision) -> Words:
    assessment = decision.thought
    if decision.assessment not in LIGHTENING:
        return assessment
    if decision.effective_from is None:
        return Words("{assessment}（尚未执行）", "{assessment} (not carried out yet)").format(
            assessment=assessment
        )
    day = decision.effective_from
    cut = DECISIONS.computed["cut"].words
    weekday = day_words(day).zh[10:]
    words = Words(f"{cut.zh}，自{written_day(day).zh}{weekday}起", f"{cut.en} from {day_words(day).en}")
    if decision.method is None:
        return words
    return Words("{words}，{method}", "{words}, {method}").format(
        words=words, method=Words(decision.method.words.zh, decision.method.words.en.lower())
    )


def _load(decision: Decision) -> Iterator[Words]:
    if decision.assessment not in LIGHTENING:
        return
    if decision.times_before is not None and decision.times_after is not None:
        yield (TIMES if decision.about_once else TIMES_A_YEAR).format(
            before=decision.times_before, after=decision.times_after
        )
    before, after = decision.minutes_before, decision.minutes_after
    if before is not None and after is not None and before != after:
        yield Words("每次 {before} 分钟 → {after} 分钟", "{before} → {after} minutes each time").format(
            before=before, after=after
        )
    elif before is not None:
        usual = decision.minutes_source is MinutesSource.DEFAULT
        yield (USUAL_MINUTES if usual else MINUTES).format(n=before)
    if decision.people > 1:
        yield Words("每次 {n} 人", "{n} people each time").format(n=decision.people)
