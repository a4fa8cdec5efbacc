"""What speaks against an assignment while it is being written: asked between two keys, kept between two questions."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from mingbai.desk.asked_before import AskedBefore, asked_before
from mingbai.desk.catalogues import bring_catalogues
from mingbai.desk.deeds import LANGUAGES
from mingbai.desk.pasting import Pasted
from mingbai.desk.quick import missing
from mingbai.desk.quick_noticing import called_alike, recorded_already
from mingbai.desk.short_reasons import BY_FAMILY, says_itself
from mingbai.desk.watch import Watch
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import LIST_MARK
from mingbai.domain.frequency import Frequency
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.rule import RULES, Family
from mingbai.domain.task import TASKS
from mingbai.domain.text import capital
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.ledger import Change, Entry, Ledger
from mingbai.rules.flags.matter import Matter, Suggestion
from mingbai.rules.quick.quick import Quick

LISTS = frozenset(register.code for register in (RULES, HOLIDAYS, CERTIFICATE_TYPES))
"""What every answer depends on: changed, all is read anew."""
NOTICED = Words("{noticed}：{evidence}", "{noticed}: {evidence}")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing that speaks against it: what, where that is written, and the earlier entry."""

    words: Words
    clause: Words
    other: Entry | None = None
    calm: bool = False
    """It is no flag: only to be known."""
    same: bool = False
    """It says that the very same is recorded."""


class Suggester:
    """Answers what speaks against a draft. Asked by one thread; told of changes by any."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: tuple[date, Watch] | None = None
        self._changes: deque[Change] = deque()
        self._units: dict[str, Words] = {}

    def heard(self, change: Change) -> None:
        """Something was saved: it is taken in when the next question comes."""
        self._changes.append(change)

    def watch(self, today: date) -> Watch:
        """The rules, lists and forms as they stand now."""
        kept = self._kept
        changes = [self._changes.popleft() for _ in range(len(self._changes))]
        if kept is None or kept[0] != today or any(LISTS & change.uids.keys() for change in changes):
            bring_catalogues(self._ledger)  # an older ledger's rules do not say yet what they are cited for
            kept = self._kept = (today, Watch(self._ledger, today))
            self._units = {}
        else:
            for change in changes:
                kept[1].heard(change)
        if not self._units or any(DEPARTMENTS.code in change.uids for change in changes):
            departments = self._ledger.entries(DEPARTMENTS, binned=True)
            self._units = {str(entry.stored["name"]): _called(entry) for entry in departments}
        return kept[1]

    def against(self, matter: Matter, today: date) -> tuple[Spoken, ...]:
        """What speaks against a matter, named and ordered as its flags will be; each said once."""
        watch = self.watch(today)
        suggestions = sorted(watch.against(matter), key=watch.weight)
        before, words, entry = self._before(matter, watch, today)
        words = NOTICED.format(noticed=BY_FAMILY[Family.SAME_DATA.code], evidence=words)
        found = []
        if before is not None and not any(one.family is Family.SAME_DATA for one in suggestions):
            found.append(Spoken(words, NO_WORDS, entry))
        for one in suggestions:
            if one.family is not Family.SAME_DATA:
                found.append(self._spoken(one, watch))
            elif before is not None:
                found.append(Spoken(words, watch.clause(one.rule), entry))
        return tuple({(one.words, one.clause): one for one in found}.values())

    def against_line(self, quick: Quick, today: date) -> tuple[Spoken, ...]:
        """What speaks against a typed line.

        That it may be recorded already comes first, and then nobody is said to have sent it twice.
        """
        matter = None if missing(quick) else matter_of_line(quick, today)
        spoken = () if matter is None else self.against(matter, today)
        there = recorded_already(self._ledger, quick, today)
        if there is None:
            return spoken
        same = Spoken(there.words, NO_WORDS, there.entry, same=True)
        return (same, *(one for one in spoken if not called_alike(one.other, there.entry)))

    def asked_before(self, entry: Entry, today: date) -> tuple[AskedBefore | None, Words, Entry | None]:
        """How much of an entry's form was reported before, in a sentence, and in which entry.

        Of one day any other counts, whichever was written down first: a form may be attached to either of them first.
        """
        watch = self.watch(today)
        matter = watch.matter(entry)
        if matter is None:
            return None, NO_WORDS, None
        return self._before(replace(matter, written=""), watch, today)

    def _before(
        self, matter: Matter, watch: Watch, today: date
    ) -> tuple[AskedBefore | None, Words, Entry | None]:
        before = asked_before(watch.forms, matter)
        if before is None:
            return None, NO_WORDS, None
        words = before.words(today, self._units.get(before.form.department))
        return before, words, self._ledger.entry(TASKS, Uid(before.form.uid))

    def _spoken(self, one: Suggestion, watch: Watch) -> Spoken:
        other = self._ledger.entry(TASKS, Uid(one.other)) if one.other else None
        short = watch.short(one)
        return Spoken(said_as(short, one.evidence), watch.clause(one.rule), other)


def said_as(short: Words, evidence: Words) -> Words:
    """What was noticed and the evidence, in each language without saying a thing twice."""
    both = NOTICED.format(noticed=short, evidence=evidence)
    told = (evidence if says_itself(evidence.into(each), short) else both for each in LANGUAGES)
    return Words(*(capital(words.into(each)) for words, each in zip(told, LANGUAGES, strict=True)))


def _called(department: Entry) -> Words:
    stored = department.stored
    zh = str(stored["short"] or stored["name"])
    return Words(zh, str(stored["short_en"] or stored["name_en"] or zh))


def matter_of(pasted: Pasted) -> Matter:
    """A draft as what is judged; empty means not known."""
    if pasted.into is not TASKS:
        held = pasted.value("held_on")
        return Matter(
            register=pasted.into.code,
            title=pasted.value("title"),
            note=pasted.text,
            department=pasted.value("department"),
            day=date.fromisoformat(held) if held else None,
        )
    return Matter(
        title=pasted.value("title"),
        note=pasted.text,
        department=pasted.value("department"),
        day=pasted.received_on,
        # The day of what recurs is known long before it comes.
        due_on=pasted.due_on if pasted.period is None else None,
        period=pasted.period,
        document=pasted.value("document") or None,
        kind=pasted.value("kind"),
        asks=tuple(_parts(pasted.value("asks"))),
        form_columns=tuple(_parts(pasted.value("form_columns"))),
    )


def matter_of_line(quick: Quick, today: date) -> Matter | None:
    """A typed line as what is judged, what recurs as a pasted one is; None where it is no assignment."""
    if quick.register not in (TASKS.code, DEMANDS.code) or not quick.title:
        return None
    due, period = quick.value("due_on"), quick.value("period")
    return Matter(
        title=quick.title,
        department=quick.value("department"),
        day=today,
        due_on=date.fromisoformat(due[:10]) if due else None,
        period=Frequency.of(period) if period else None,
        kind=quick.value("kind"),
        channel=quick.value("channel"),
        asks=tuple(_parts(quick.value("asks"))),
    )


def _parts(stored: str) -> Iterable[str]:
    return (part for part in stored.split(LIST_MARK) if part)
