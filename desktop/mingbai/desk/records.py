"""Recording: a draft becomes an entry, an entry changes, goes into the bin, comes out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mingbai.desk.catalogues import default_minutes
from mingbai.desk.glossary import Glossary
from mingbai.domain.certificate import Certificate, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer, CertificateType
from mingbai.domain.demand import Demand, MinutesSource
from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Field, Minutes, Problem, Refused, Register, Stored
from mingbai.domain.task import TASKS, Status, Task
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
    glossary = Glossary(ledger, today)
    record = completed(ledger, register.parse(draft, glossary.context()), glossary, language)
    with ledger.act("add", who=who, today=today) as act:
        glossary.write_planned(act)
        uid = act.insert(register, record)
    return found(ledger, register, uid)


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
    glossary = Glossary(ledger, today)
    changes: dict[str, Stored] = {}
    problems: list[Problem] = []
    for name, given in draft.items():
        field = entry.register.fields.get(name)
        try:
            if field is None:
                entry.register.parse({name: given}, glossary.context())
                continue
            changes[name] = field.store(field.read(given, glossary.context()))
        except Refused as refused:
            problems.extend(p for p in refused.problems if p.field == name)
        except Mistake as mistake:
            problems.append(Problem(name, mistake.words))
    if problems:
        raise Refused(problems)
    with ledger.act("change", who=who, today=today) as act:
        glossary.write_planned(act)
        act.change(entry.register, entry.uid, changes | _following(entry, changes, today), rev=rev)
    return found(ledger, entry.register, entry.uid)


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
    with ledger.act("bin", who=who) as act:
        act.bin(entry.register, entry.uid)


def take_out_of_bin(ledger: Ledger, entry: Entry, *, who: str = "") -> None:
    """Takes an entry out of the bin."""
    with ledger.act("unbin", who=who) as act:
        act.take_out(entry.register, entry.uid)


def by_number(ledger: Ledger, number: str) -> Entry:
    """The entry people know by this number. Raises `Mistake` when there is none."""
    entry = ledger.numbered(number)
    if entry is None:
        raise Mistake(
            "没有编号“{number}”的记录，请用列表或检索核对编号",
            "There is no entry {number}; look the number up in a list or by search",
            number=number[:40],
        )
    return entry


def found(ledger: Ledger, register: Register[Any], uid: str) -> Entry:
    """An entry that is known to exist."""
    entry = ledger.entry(register, uid)
    if entry is None:
        raise KeyError(f"{register.code} {uid}")
    return entry


def completed(ledger: Ledger, record: Any, glossary: Glossary, language: Language) -> Any:
    """The record with what follows from the rest: a person types only what nothing else tells."""
    match record:
        case Task():
            return _completed_task(record)
        case Certificate():
            return _completed_certificate(ledger, record, glossary, language)
        case Demand():
            return _completed_demand(record)
        case _:
            return record


def shown(entry: Entry, field: Field, glossary: Glossary, language: Language, *, masked: bool = True) -> str:
    """A field of an entry in words; personal ones masked unless the record itself is open."""
    text = field.show(entry.stored[field.name], language, glossary.show)
    personal = field.column.personal
    return personal.mask(text) if masked and personal is not None else text


def _completed_task(task: Task) -> Task:
    if task.done_on is not None and task.status in (Status.TODO, Status.DOING):
        return replace(task, status=Status.DONE)
    if task.status is Status.DONE and task.done_on is None:
        return replace(task, done_on=max(task.received_on, task.due_on or task.received_on))
    return task


def _completed_certificate(
    ledger: Ledger, certificate: Certificate, glossary: Glossary, language: Language
) -> Certificate:
    planned = glossary.planned.get(certificate.certificate)
    kind: CertificateType = (
        planned[1] if planned else found(ledger, CERTIFICATE_TYPES, certificate.certificate).record
    )
    if certificate.answer is None:
        certificate = replace(certificate, answer=kind.answer if kind.in_use else Answer.NEITHER)
    if certificate.outcome is Outcome.DECLINED and not certificate.route and kind.authority:
        certificate = replace(certificate, route=usual_route(kind, language))
    return certificate


def usual_route(kind: CertificateType, language: Language) -> str:
    """Whom to ask instead, as far as the catalogue knows: never as a certainty."""
    if language == "en":
        return f"Usually ask at {kind.authority_en or kind.authority}; local rules apply"
    return f"一般可向{kind.authority}咨询，以当地为准"


def _completed_demand(demand: Demand) -> Demand:
    if demand.minutes is None and demand.kind is not None:
        minutes = default_minutes().get(demand.kind.code)
        if minutes:
            return replace(demand, minutes=Minutes(minutes), minutes_source=MinutesSource.DEFAULT)
    if demand.minutes is not None and demand.minutes_source is MinutesSource.DEFAULT:
        return replace(demand, minutes_source=MinutesSource.ASKED)
    return demand


def _following(entry: Entry, changes: Mapping[str, Stored], today: date) -> dict[str, Stored]:
    """What a change of some fields brings with it in others that were left alone."""
    if entry.register is TASKS:
        if (
            changes.get("status") == Status.DONE.code
            and not entry.stored["done_on"]
            and "done_on" not in changes
        ):
            return {"done_on": today.isoformat()}
        if changes.get("done_on") and "status" not in changes:
            return {"status": Status.DONE.code}
    return {}
