"""What happened to an entry (办理经过): its acts, flags, decisions and notes, in plain words, in order.

The window shows it plain, as the opened record does; a print masks what is personal unless asked in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from mingbai.desk.deeds import DEEDS
from mingbai.desk.glossary import Glossary
from mingbai.desk.records import told
from mingbai.desk.spoken_days import moment_words
from mingbai.desk.whole import Whole, referred, verdict_words, whole
from mingbai.domain.column import ANY
from mingbai.domain.field import Field, Stored
from mingbai.domain.issue import PROGRESS
from mingbai.domain.masking import masked_beside, masked_text
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.sheet import Page, Row, Sheet, SheetColumn
from mingbai.domain.words import Language, Words
from mingbai.ledger.history import Step, history
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.schema import BINNED

EMPTY = Words("（空）", "(empty)")
ERASED = Words("个人信息已清除", "Personal data was erased")
FLAGGED = Words("提示：{told}", "Flagged: {told}")
DECIDED = Words("研判：{told}", "Assessed: {told}")
NOTED = Words("进展：{told}", "Progress: {told}")
MERGED = Words("并入：{told}", "Merged into this one: {told}")
INTO = Words("并入 {other}", "Merged into {other}")
ATTACHED = Words("附件：{name}", "Attached: {name}")
DETACHED = Words("移除附件：{name}", "Attachment removed: {name}")
ATTACHED_AGAIN = Words("取回附件：{name}", "Attachment brought back: {name}")
TITLE = Words("办理经过", "What happened")
WHEN = Words("时间", "When")
WHAT = Words("事项", "What")
WHO = Words("记录人", "Recorded by")
NUMBER = Words("编号：{number}", "Number: {number}")


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, in one language."""

    at: date
    """A moment, or a day alone where nobody knows the hour."""
    text: str
    details: tuple[str, ...] = ()
    who: str = ""


def noted(ledger: Ledger, known: Whole, glossary: Glossary, language: Language) -> list[Happening]:
    """The progress notes of an entry alone, oldest first."""
    told = _Telling(ledger, glossary, language, masked=False).progress(known)
    return sorted(told, key=lambda one: _moment(one.at))


def timeline(
    ledger: Ledger, known: Whole, glossary: Glossary, language: Language, *, masked: bool = False
) -> list[Happening]:
    """What happened to an entry, oldest first."""
    telling = _Telling(ledger, glossary, language, masked)
    found = [
        *telling.steps(known),
        *telling.flags(known),
        *telling.decisions(known),
        # Among the others a note says that it is one.
        *(replace(one, text=NOTED.format(told=one.text).into(language)) for one in telling.progress(known)),
        *telling.merged(known),
        *telling.attachments(known),
    ]
    return sorted(found, key=lambda one: _moment(one.at))


def timeline_sheet(ledger: Ledger, entry: Entry, language: Language) -> Sheet:
    """The same for printing, with what is personal masked."""
    # Only names are looked up, for which the day does not matter.
    glossary = Glossary(ledger, date.max)
    found = timeline(ledger, whole(ledger, entry, date.max), glossary, language, masked=True)
    titled = entry.register.title_in(entry.stored, language)
    name = titled.show(entry.stored[titled.name], language, glossary.show)
    name = masked_text(entry.register, titled, name, entry.stored)
    # Where nobody is named a column of blanks would only ask to be filled in.
    named = any(one.who for one in found)
    return Sheet(
        tab=TITLE.into(language),
        title=f"{name} {TITLE.into(language)}".strip(),
        columns=(
            SheetColumn(WHEN.into(language), 24),
            SheetColumn(WHAT.into(language), 58 if named else 72),
            *([SheetColumn(WHO.into(language), 14)] if named else ()),
        ),
        rows=[
            Row(
                (
                    moment_words(one.at).into(language),
                    "\n".join((one.text, *one.details)),
                    *([one.who] if named else ()),
                )
            )
            for one in found
        ],
        left=entry.register.words.into(language),
        right=NUMBER.format(number=entry.number).into(language) if entry.number else "",
        page=Page(portrait=True, one_page=False),
    )


class _Telling:
    """Tells the things of one entry in one language."""

    def __init__(self, ledger: Ledger, glossary: Glossary, language: Language, masked: bool) -> None:
        self._ledger = ledger
        self._glossary = glossary
        self._language = language
        self._masked = masked

    def steps(self, known: Whole) -> Iterator[Happening]:
        """What the journal has of the entry itself."""
        register = known.entry.register
        dated = known.entry.stored.get(register.dated) if register.dated else None
        for step in known.steps:
            text = DEEDS[step.deed].into(self._language)
            if not step.patch:
                yield Happening(_local(step.at), text, (ERASED.into(self._language),), step.who)
            elif step.born:
                at = _when(step, dated if step.deed == "sample" else None)
                yield Happening(at, text, (), step.who)
            else:
                yield Happening(_local(step.at), text, tuple(self._changes(step, known.entry)), step.who)

    def flags(self, known: Whole) -> Iterator[Happening]:
        """What was flagged."""
        for flag in known.flags:
            told = flag.told[0].into(self._language)
            if flag.rule is None:
                told = self._shown(told, FLAGS.fields["reason"], FLAGS)
            yield self._born(flag.entry, "flagged_on", FLAGGED, told)

    def decisions(self, known: Whole) -> Iterator[Happening]:
        """What was decided."""
        for decision in known.decisions:
            told = verdict_words(decision.record).into(self._language)
            details: tuple[str, ...] = ()
            if decision.stored["basis"]:
                details = (self._shown(str(decision.stored["basis"]), DECISIONS.fields["basis"], DECISIONS),)
            if decision.stored["merged_into"]:
                into = INTO.format(other=self._named(decision, "merged_into")).into(self._language)
                details = (into, *details)
            yield self._born(decision, "decided_on", DECIDED, told, details)

    def merged(self, known: Whole) -> Iterator[Happening]:
        """What was merged into it."""
        for decision in known.merged:
            yield self._born(decision, "decided_on", MERGED, self._named(decision, "subject"))

    def _named(self, decision: Entry, field: str) -> str:
        """Another entry by its number and title."""
        other = referred(self._ledger, decision, ANY, str(decision.stored[field]))
        if other is None:
            return "—"
        titled = other.register.title_in(other.stored, self._language)
        shown = titled.show(other.stored[titled.name], self._language, self._glossary.show)
        return f"{other.number} {self._shown(shown, titled, other.register)}".strip()

    def progress(self, known: Whole) -> Iterator[Happening]:
        """What was noted."""
        for note in known.progress:
            told = self._shown(str(note.stored["text"] or ""), PROGRESS.fields["text"], PROGRESS)
            yield Happening(datetime.fromisoformat(str(note.stored["noted_at"])), told, (), self._who(note))

    def attachments(self, known: Whole) -> Iterator[Happening]:
        """Which files were added and removed; what was erased of them is told by the entry's own erasure."""
        for file in known.attachments:
            name = str(file.stored["name"] or "")
            if self._masked:
                name = masked_beside(known.entry.register, name, known.entry.stored)
            for step in history(self._ledger, file.uid):
                words = _attached(step)
                if words is not None and name:
                    yield Happening(
                        _local(step.at), words.format(name=name).into(self._language), (), step.who
                    )

    def _born(
        self, entry: Entry, dated: str, words: Words, told: str, details: tuple[str, ...] = ()
    ) -> Happening:
        steps = history(self._ledger, entry.uid)
        said = str(entry.stored[dated])
        at = _when(steps[0], said) if steps else date.fromisoformat(said)
        return Happening(at, words.format(told=told).into(self._language), details, self._who(entry))

    def _who(self, entry: Entry) -> str:
        return next((step.who for step in history(self._ledger, entry.uid) if step.born), "")

    def _changes(self, step: Step, entry: Entry) -> Iterator[str]:
        register = entry.register
        colon = "：" if self._language == "zh" else ": "
        for name, (old, new) in step.patch.items():
            field = register.fields.get(name)
            if field is not None and not field.column.inner:
                label = field.words.into(self._language)
                before, after = (self._value(value, field, entry) for value in (old, new))
                yield f"{label}{colon}{before} → {after}"

    def _value(self, stored: Stored, field: Field, entry: Entry) -> str:
        text = told(field, stored, entry.stored, self._glossary, self._language).replace("\n", " / ")
        return self._shown(text, field, entry.register) or EMPTY.into(self._language)

    def _shown(self, text: str, field: Field, register: Register[Any]) -> str:
        return masked_text(register, field, text) if self._masked else text


def _attached(step: Step) -> Words | None:
    """What a step did to a file: added, removed, brought back."""
    if step.born:
        return ATTACHED
    if BINNED not in step.patch:
        return None
    return DETACHED if step.patch[BINNED][1] is not None else ATTACHED_AGAIN


def _local(at: str) -> datetime:
    moment = datetime.fromisoformat(at)
    return moment.astimezone().replace(tzinfo=None)


def _when(step: Step, said: Stored) -> date:
    """The moment of writing; a day alone where it was written for another day."""
    at = _local(step.at)
    if said is None or str(said)[:10] == at.date().isoformat():
        return at
    text = str(said)
    return datetime.fromisoformat(text) if len(text) > len("2026-11-24") else date.fromisoformat(text)


def _moment(at: date) -> datetime:
    return at if isinstance(at, datetime) else datetime.combine(at, time.min)
