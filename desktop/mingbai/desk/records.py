"""Recording: a draft becomes an entry, an entry changes, goes into the bin, comes out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mingbai.desk.catalogues import default_minutes
from mingbai.desk.glossary import TYPED, Glossary
from mingbai.domain.certificate import CERTIFICATES, Certificate, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer, CertificateType
from mingbai.domain.demand import Demand, MinutesSource
from mingbai.domain.issue import ISSUES
from mingbai.domain.masking import masked_text
from mingbai.domain.place import PLACES
from mingbai.domain.register import Field, Minutes, Problem, Refused, Register, Stored
from mingbai.domain.report import REPORTS
from mingbai.domain.task import TASKS, Status
from mingbai.domain.text import fold
from mingbai.domain.words import Language, Mistake
from mingbai.ledger.ledger import Entry, Ledger


def add(
    ledger: Ledger,
    register: Register[Any],
    draft: Mapping[str, object],
    *,
    today: date,
    language: Language = "zh",
    who: str = "",
) -> Entry:
    """Saves a draft as a new entry. Raises `Refused` naming each field that cannot stand."""
    return add_all(ledger, [(register, draft)], today=today, language=language, who=who)[0]


def add_all(
    ledger: Ledger,
    drafts: Sequence[tuple[Register[Any], Mapping[str, object]]],
    *,
    today: date,
    language: Language = "zh",
    who: str = "",
) -> list[Entry]:
    """Saves drafts as new entries, in one act. Raises `Refused` for the first that cannot stand; saves none then."""
    glossary = Glossary(ledger, today)
    read: list[tuple[Register[Any], dict[str, Stored]]] = []
    for register, draft in drafts:
        refuse_deeds_only(register)
        record = completed(ledger, register.parse(draft, glossary.context(TYPED)), glossary, language)
        stored = register.store(record)
        read.append((register, stored | following(register, {}, stored, today)))
    with ledger.act("add", who=who, today=today) as act:
        glossary.write_planned(act)
        added = [(register, act.insert_stored(register, stored)) for register, stored in read]
    return [found(ledger, register, uid) for register, uid in added]


def change(
    ledger: Ledger,
    entry: Entry,
    draft: Mapping[str, object],
    *,
    today: date,
    rev: int | None = None,
    who: str = "",
) -> Entry:
    """Saves changed fields of an entry. Raises `Refused`, or `Changed` when it moved on since `rev`."""
    refuse_deeds_only(entry.register)
    glossary = Glossary(ledger, today)
    context = glossary.context(TYPED)
    changes: dict[str, Stored] = {}
    problems: list[Problem] = []
    for name, given in draft.items():
        field = entry.register.fields.get(name)
        if field is None:
            problems.append(entry.register.unknown(name))
            continue
        try:
            changes[name] = field.store(field.read(given, context))
        except Mistake as mistake:
            problems.append(Problem(name, mistake.words))
    problems = problems or _lost(entry, changes)
    if problems:
        raise Refused(problems)
    changes |= following(entry.register, entry.stored, changes, today)
    if entry.register is CERTIFICATES and "certificate" in changes:
        changes |= _answered_anew(ledger, entry, changes, glossary)
    with ledger.act("change", who=who, today=today) as act:
        glossary.write_planned(act)
        act.change(entry.register, entry.uid, changes, rev=rev)
    return found(ledger, entry.register, entry.uid)


def _lost(entry: Entry, changes: Mapping[str, Stored]) -> list[Problem]:
    """Why the entry could not stand after a change, said of a changed field; what it lacked before may wait."""
    register = entry.register
    before = {one.words for one in register.lacking(entry.record)}
    after = register.lacking(register.load({**entry.stored, **changes}))
    return [
        one if one.field in changes else Problem(next(iter(changes)), one.words)
        for one in after
        if one.words not in before
    ]


def close_task(ledger: Ledger, entry: Entry, on: date, *, who: str = "") -> Entry:
    """Marks an assignment done on a day."""
    with ledger.act("close", who=who, today=on) as act:
        act.change(TASKS, entry.uid, {"status": Status.DONE.code, "done_on": on.isoformat()})
    return found(ledger, TASKS, entry.uid)


def close_issue(ledger: Ledger, entry: Entry, at: datetime, *, who: str = "") -> Entry:
    """Marks a resident issue closed at a moment."""
    with ledger.act("close", who=who, today=at.date()) as act:
        act.change(ISSUES, entry.uid, {"closed_at": at.isoformat()})
    return found(ledger, ISSUES, entry.uid)


def put_into_bin(ledger: Ledger, entry: Entry, *, who: str = "") -> None:
    """Puts an entry into the bin, where it stays in view and out of every figure."""
    refuse_unbinnable(entry.register)
    with ledger.act("bin", who=who) as act:
        act.bin(entry.register, entry.uid)


def refuse_unbinnable(register: Register[Any]) -> None:
    """Raises `Mistake` for a register whose entries always stay (the place itself, sent reports)."""
    if register in (PLACES, REPORTS):
        raise Mistake(
            "“{register}”不能放入回收站", "{register} cannot be put into the bin", register=register.words
        )


def take_out_of_bin(ledger: Ledger, entry: Entry, *, who: str = "") -> None:
    """Takes an entry out of the bin."""
    with ledger.act("unbin", who=who) as act:
        act.take_out(entry.register, entry.uid)


def by_number(ledger: Ledger, number: str, *, binned: bool = False) -> Entry:
    """The entry people know by this number; the word `place` means the place this ledger belongs to.

    Raises `Mistake` when there is none, or when it lies in the bin and is not looked for there.
    """
    if fold(number) == PLACES.code:
        return ledger.entries(PLACES)[0]
    entry = ledger.numbered(number)
    if entry is None:
        raise Mistake(
            "没有编号“{number}”的记录，请用列表或检索核对编号",
            "There is no entry {number}; look the number up in a list or by search",
            number=number[:40],
        )
    if entry.binned_at is not None and not binned:
        raise Mistake(
            "{number} 在回收站里，请先取回再操作",
            "{number} is in the bin; restore it first",
            number=entry.number,
        )
    return entry


def refuse_deeds_only(register: Register[Any]) -> None:
    """Raises `Mistake` for a register that only its own deeds write (a decision, a sent report)."""
    if register.deeds_only:
        raise Mistake(
            "“{register}”由相应的操作生成，不能直接填写",
            "{register} are written by their own commands and cannot be filled in directly",
            register=register.words,
        )


def found(ledger: Ledger, register: Register[Any], uid: str) -> Entry:
    """An entry that is known to exist."""
    entry = ledger.entry(register, uid)
    if entry is None:
        raise KeyError(f"{register.code} {uid}")
    return entry


def completed(ledger: Ledger, record: Any, glossary: Glossary, language: Language) -> Any:
    """The record with what follows from other entries: a person types only what nothing else tells."""
    match record:
        case Certificate():
            return _completed_certificate(ledger, record, glossary, language)
        case Demand():
            return _completed_demand(ledger, record)
        case _:
            return record


def following(
    register: Register[Any], before: Mapping[str, Stored], changes: Mapping[str, Stored], said_on: date | None
) -> dict[str, Stored]:
    """What a change of some fields brings with it in others: an assignment's status and its day of being done.

    `said_on` is the day a person says so; without one (a file) no day is made up.
    """
    if register is not TASKS:
        return {}
    done = Status.DONE.code
    day_given = bool(changes.get("done_on"))
    if changes.get("status") == done and not day_given and not before.get("done_on") and said_on is not None:
        return {"done_on": max(said_on.isoformat(), str(changes.get("received_on") or ""))}
    if day_given and changes.get("status") in (None, Status.TODO.code, Status.DOING.code):
        return {"status": done}
    if changes.get("status") in (Status.TODO.code, Status.DOING.code) and before.get("done_on"):
        return {"done_on": None}
    return {}


def shown(entry: Entry, field: Field, glossary: Glossary, language: Language, *, masked: bool = True) -> str:
    """A field of an entry in words; personal ones masked unless the record itself is open."""
    text = field.show(entry.stored[field.name], language, glossary.show)
    return masked_text(entry.register, field, text, entry.stored) if masked else text


def _completed_certificate(
    ledger: Ledger, certificate: Certificate, glossary: Glossary, language: Language
) -> Certificate:
    planned = glossary.planned.get(certificate.certificate, (None, None))[1]
    kind: CertificateType = planned or found(ledger, CERTIFICATE_TYPES, certificate.certificate).record
    if certificate.answer is None:
        certificate = replace(certificate, answer=kind.answer if kind.in_use else Answer.NEITHER)
    if certificate.outcome is Outcome.DECLINED and not certificate.route and kind.authority:
        certificate = replace(certificate, route=usual_route(kind, language))
    return certificate


USUAL = ("一般可向", "Usually ask at")
"""How a route begins that the catalogue gave."""


def usual_route(kind: CertificateType, language: Language) -> str:
    """Whom to ask instead, as far as the catalogue knows: never as a certainty."""
    if language == "en":
        return f"{USUAL[1]} {kind.authority_en or kind.authority}; local rules apply"
    return f"{USUAL[0]}{kind.authority}咨询，以当地为准"


def _completed_demand(ledger: Ledger, demand: Demand) -> Demand:
    if demand.minutes is None and demand.kind is not None:
        minutes = default_minutes(ledger).get(demand.kind.code)
        if minutes:
            return replace(demand, minutes=Minutes(minutes), minutes_source=MinutesSource.DEFAULT)
    if demand.minutes is not None and demand.minutes_source is MinutesSource.DEFAULT:
        return replace(demand, minutes_source=MinutesSource.ASKED)
    return demand


def _answered_anew(
    ledger: Ledger, entry: Entry, changes: Mapping[str, Stored], glossary: Glossary
) -> dict[str, Stored]:
    """Another certificate has another answer, and the usual route of the old one no longer fits."""
    draft = {**entry.stored, "answer": None, **changes}
    if "route" not in changes and str(entry.stored["route"] or "").startswith(USUAL):
        draft["route"] = None
    language: Language = "en" if str(entry.stored["route"] or "").startswith(USUAL[1]) else "zh"
    stored = CERTIFICATES.store(_completed_certificate(ledger, CERTIFICATES.load(draft), glossary, language))
    return {"answer": stored["answer"], "route": stored["route"]}
