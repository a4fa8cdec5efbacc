"""One entry whole: its fields, what speaks against it, what was decided, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from mingbai.cli.showing import Showing
from mingbai.cli.table import width
from mingbai.desk.attachments import size_words
from mingbai.desk.deeds import DEEDS
from mingbai.desk.flagged import Flagged
from mingbai.desk.spoken_days import day_words
from mingbai.desk.whole import verdict_words, whole
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.field import Field, Stored
from mingbai.domain.issue import PROGRESS
from mingbai.domain.masking import masked_beside
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.words import Language, Words
from mingbai.ledger.history import Step
from mingbai.ledger.ledger import Entry

IN_BIN = Words("在回收站", "in the bin")
DONE_BEFORE = Words("办理经过", "What happened")
NOTHING = Words("（空）", "(empty)")
ERASED = Words("个人信息已清除", "personal data was erased")
COLON = Words("：", ": ")
EVIDENCE = Words("证据", "evidence")
INDENT = "  "


def whole_lines(entry: Entry, showing: Showing) -> Iterator[str]:
    """Everything the ledger knows of an entry, in words."""
    language = showing.language
    binned = f"  {IN_BIN.into(language)}" if entry.binned_at else ""
    yield f"{entry.number}  {entry.register.words.into(language)}{binned}".strip()
    yield from _field_lines(entry, showing)
    known = whole(showing.ledger, entry, showing.glossary.today)
    told: tuple[tuple[Words, list[Iterator[str]]], ...] = (
        (FLAGS.words, [_flag_lines(one, showing) for one in known.flags]),
        (DECISIONS.words, [_decision_lines(one, showing) for one in known.decisions]),
        (PROGRESS.words, [_progress_lines(one, showing) for one in known.progress]),
        (ATTACHMENTS.words, [_file_lines(one, entry, showing) for one in known.attached]),
    )
    for words, entries in told:
        if entries:
            yield ""
            yield words.into(language)
            for lines in entries:
                yield from (INDENT + line for line in lines)
    yield ""
    yield DONE_BEFORE.into(language)
    for step in known.steps:
        yield from (INDENT + line for line in _step_lines(step, entry.register, showing))


def whole_object(entry: Entry, showing: Showing) -> dict[str, Any]:
    """The same for programs."""
    known = whole(showing.ledger, entry, showing.glossary.today)
    return {
        "register": entry.register.code,
        "in_bin": entry.binned_at is not None,
        **showing.object(entry),
        "flags": [
            showing.object(one.entry) | {"citation": [words.into(showing.language) for words in one.told]}
            for one in known.flags
        ],
        "decisions": [showing.object(one) for one in known.decisions],
        "progress": [showing.object(one) for one in known.progress],
        "attachments": [
            showing.object(one) | {"name": _file_name(one, entry, showing)} for one in known.attached
        ],
        "history": [
            {"at": step.at, "who": step.who, "deed": step.deed, "new": step.born, "changes": step.patch}
            for step in known.steps
        ],
    }


def _field_lines(entry: Entry, showing: Showing) -> Iterator[str]:
    fields = entry.register.fields.values()
    filled = [(field.words.into(showing.language), showing.said(entry, field)) for field in fields]
    filled = [(label, text) for label, text in filled if text]
    room = max(width(label) for label, _ in filled)
    for label, text in filled:
        first, *more = text.splitlines()
        yield f"{label}{' ' * (room - width(label))}  {first}"
        yield from (" " * (room + 2) + line for line in more)


def _flag_lines(flagged: Flagged, showing: Showing) -> Iterator[str]:
    flag = flagged.entry
    fields = flag.register.fields
    yield f"{showing.said(flag, fields['flagged_on'])}  {showing.said(flag, fields['state'])}"
    for words in flagged.told:
        yield from (INDENT + line for line in words.into(showing.language).splitlines())
    if evidence := showing.said(flag, fields["evidence"]):
        yield f"{INDENT}{EVIDENCE.into(showing.language)}{COLON.into(showing.language)}{evidence}"


def _decision_lines(decided: Entry, showing: Showing) -> Iterator[str]:
    day = showing.said(decided, decided.register.fields["decided_on"])
    yield f"{day}  {verdict_words(decided.record).into(showing.language)}"
    for name in ("basis", "note", "came_back_on"):
        field = decided.register.fields[name]
        if text := showing.said(decided, field):
            yield f"{INDENT}{field.words.into(showing.language)}{COLON.into(showing.language)}{text}"


def _progress_lines(note: Entry, showing: Showing) -> Iterator[str]:
    fields = note.register.fields
    first, *more = showing.said(note, fields["text"]).splitlines()
    yield f"{showing.said(note, fields['noted_at'])}  {first}"
    yield from (INDENT + line for line in more)


def _file_lines(file: Entry, entry: Entry, showing: Showing) -> Iterator[str]:
    day = showing.said(file, file.register.fields["added_on"])
    size = size_words(int(file.stored["size"] or 0)).into(showing.language)
    yield f"{day}  {_file_name(file, entry, showing)}  {size}"


def _file_name(file: Entry, entry: Entry, showing: Showing) -> str:
    name = str(file.stored["name"])
    if showing.full:
        return name
    return masked_beside(entry.register, name, entry.stored)


def _step_lines(step: Step, register: Register[Any], showing: Showing) -> Iterator[str]:
    language = showing.language
    who = f"  {step.who}" if step.who else ""
    yield f"{_moment(step.at, language)}  {DEEDS[step.deed].into(language)}{who}"
    if not step.patch:
        yield INDENT + ERASED.into(language)
    if step.born:
        return
    for name, (old, new) in step.patch.items():
        field = register.fields.get(name)
        if field is None:
            continue
        before, after = (_value(value, field, showing) for value in (old, new))
        yield f"{INDENT}{field.words.into(language)}{COLON.into(language)}{before} → {after}"


def _value(stored: Stored, field: Field, showing: Showing) -> str:
    text = field.show(stored, showing.language, showing.glossary.show)
    return text.replace("\n", " / ") or NOTHING.into(showing.language)


def _moment(at: str, language: Language) -> str:
    moment = datetime.fromisoformat(at)
    return f"{day_words(moment.date()).into(language)} {moment:%H:%M}"
