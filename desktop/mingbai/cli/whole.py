"""One entry whole: its fields, what speaks against it, what was decided, and what happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from mingbai.cli.showing import Showing
from mingbai.cli.table import width
from mingbai.desk.deeds import DEEDS
from mingbai.desk.doubts import day_words
from mingbai.desk.review import citation
from mingbai.domain.filter import one_of
from mingbai.domain.issue import PROGRESS
from mingbai.domain.register import Field, Register, Stored
from mingbai.domain.review import DECISIONS, FLAGS, LIGHTENING, Decision
from mingbai.domain.words import Language, Words
from mingbai.ledger.asking import condition
from mingbai.ledger.history import Step, history
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
    for register, told in ((FLAGS, _flag_lines), (DECISIONS, _decision_lines), (PROGRESS, _progress_lines)):
        entries = list(_belonging(entry, register, showing))
        if entries:
            yield ""
            yield register.words.into(language)
            for one in entries:
                yield from (INDENT + line for line in told(one, showing))
    yield ""
    yield DONE_BEFORE.into(language)
    for step in history(showing.ledger, entry.uid):
        yield from (INDENT + line for line in _step_lines(step, entry.register, showing))


def whole_object(entry: Entry, showing: Showing) -> dict[str, Any]:
    """The same for programs."""
    return {
        "register": entry.register.code,
        "in_bin": entry.binned_at is not None,
        **showing.object(entry),
        "flags": [
            showing.object(one)
            | {"citation": [words.into(showing.language) for words in citation(showing.ledger, one)]}
            for one in _belonging(entry, FLAGS, showing)
        ],
        "decisions": [showing.object(one) for one in _belonging(entry, DECISIONS, showing)],
        "progress": [showing.object(one) for one in _belonging(entry, PROGRESS, showing)],
        "history": [
            {"at": step.at, "who": step.who, "deed": step.deed, "new": step.born, "changes": step.patch}
            for step in history(showing.ledger, entry.uid)
        ],
    }


def verdict_words(decision: Decision) -> Words:
    """Whether something was only suggested or really cut, from what to what, and when to look again."""
    parts = [_standing(decision), *_load(decision)]
    if decision.recheck_on is not None:
        parts.append(Words("复查日 {day}", "recheck {day}").format(day=day_words(decision.recheck_on)))
    return Words("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))


def _standing(decision: Decision) -> Words:
    assessment = decision.assessment.words
    if decision.assessment not in LIGHTENING:
        return assessment
    if decision.effective_from is None:
        return Words("{assessment}（尚未执行）", "{assessment} (not carried out yet)").format(
            assessment=assessment
        )
    day = decision.effective_from
    cut = DECISIONS.computed["cut"].words
    weekday = day_words(day).zh[10:]
    words = Words(
        f"{cut.zh}，自{day.year}年{day.month}月{day.day}日{weekday}起", f"{cut.en} from {day_words(day).en}"
    )
    if decision.method is None:
        return words
    return Words("{words}，{method}", "{words}, {method}").format(
        words=words, method=Words(decision.method.words.zh, decision.method.words.en.lower())
    )


def _load(decision: Decision) -> Iterator[Words]:
    if decision.assessment not in LIGHTENING:
        return
    if decision.times_before is not None and decision.times_after is not None:
        yield Words("每年 {before} 次 → {after} 次", "{before} → {after} times a year").format(
            before=decision.times_before, after=decision.times_after
        )
    before, after = decision.minutes_before, decision.minutes_after
    if before is not None and after is not None and before != after:
        yield Words("每次 {before} 分钟 → {after} 分钟", "{before} → {after} minutes each time").format(
            before=before, after=after
        )
    elif before is not None:
        yield Words("每次 {n} 分钟", "{n} minutes each time").format(n=before)
    if decision.people > 1:
        yield Words("每次 {n} 人", "{n} people each time").format(n=decision.people)


def _field_lines(entry: Entry, showing: Showing) -> Iterator[str]:
    fields = entry.register.fields.values()
    filled = [(field.words.into(showing.language), showing.said(entry, field)) for field in fields]
    filled = [(label, text) for label, text in filled if text]
    room = max(width(label) for label, _ in filled)
    for label, text in filled:
        first, *more = text.splitlines()
        yield f"{label}{' ' * (room - width(label))}  {first}"
        yield from (" " * (room + 2) + line for line in more)


def _belonging(entry: Entry, register: Register[Any], showing: Showing) -> Iterator[Entry]:
    """Entries about this one; what was decided of a recurring assignment holds for its occurrences."""
    if register is PROGRESS:
        asked = one_of("issue", entry.uid)
    else:
        uids = [str(uid) for uid in (entry.uid, entry.stored.get("demand")) if uid]
        asked = one_of("subject", *uids)
    where = condition(register, asked, showing.glossary.today)
    yield from showing.ledger.entries(register, where.text, where.parameters)


def _flag_lines(flagged: Entry, showing: Showing) -> Iterator[str]:
    fields = flagged.register.fields
    yield f"{showing.said(flagged, fields['flagged_on'])}  {showing.said(flagged, fields['state'])}"
    for words in citation(showing.ledger, flagged):
        yield from (INDENT + line for line in words.into(showing.language).splitlines())
    if evidence := showing.said(flagged, fields["evidence"]):
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
