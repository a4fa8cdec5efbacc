"""Recording: a draft becomes an entry, an entry changes, goes into the bin, comes out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from mingbai.desk.catalogues import default_minutes
from mingbai.desk.glossary import TYPED, WITH_PEOPLE, Glossary, GrowingGlossary
from mingbai.desk.time_limits import due_of, due_with
from mingbai.desk.town import bring_town_office
from mingbai.domain.certificate import CERTIFICATES, Certificate, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer, CertificateType
from mingbai.domain.demand import DEMANDS, Demand, MinutesSource
from mingbai.domain.due_day import due_day_words
from mingbai.domain.field import Field, Minutes, Problem, Refused, Stored
from mingbai.domain.filter import both, empty, equals
from mingbai.domain.frequency import Frequency
from mingbai.domain.issue import ISSUES, Issue, Satisfaction
from mingbai.domain.masking import masked_text
from mingbai.domain.place import PLACES
from mingbai.domain.register import Register
from mingbai.domain.report import REPORTS, SENT_SHEETS
from mingbai.domain.review import DECISIONS, IS_CUT
from mingbai.domain.task import TASKS, Status
from mingbai.domain.text import fold
from mingbai.domain.words import Language, Mistake, Words
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act

BY_ITS_DEED = Words(
    "这一栏由相应的操作生成，不能直接填写", "This is written by its own command and cannot be filled in"
)


def add(
    ledger: Ledger,
    register: Register[Any],
    draft: Mapping[str, object],
    *,
    today: date,
    language: Language = "zh",
) -> Entry:
    """Saves a draft as a new entry. Raises `Refused` naming each field that cannot stand."""
    return add_all(ledger, [(register, draft)], today=today, language=language)[0]


def add_all(
    ledger: Ledger,
    drafts: Sequence[tuple[Register[Any], Mapping[str, object]]],
    *,
    today: date,
    language: Language = "zh",
    new_people: bool = False,
) -> list[Entry]:
    """Saves drafts as new entries, in one act. Raises `Refused` for the first that cannot stand; saves none then.

    With `new_people` a person said that colleagues the list does not hold are new ones.
    """
    glossary = GrowingGlossary(ledger, today, WITH_PEOPLE if new_people else TYPED)
    read: list[tuple[Register[Any], dict[str, Stored]]] = []
    for register, draft in drafts:
        refuse_deeds_only(register)
        record = completed(ledger, register.parse(draft, glossary.context()), glossary, language)
        stored = register.store(record)
        read.append((register, stored | following(register, {}, stored, today)))
    with ledger.act("add", today=today) as act:
        glossary.write_planned(act)
        added = [(register, act.insert_stored(register, stored)) for register, stored in read]
    return [found(ledger, register, uid) for register, uid in added]


def check_typed(ledger: Ledger, field: Field, typed: str, *, today: date) -> None:
    """Raises `Mistake` where a field of a draft cannot stand as typed; a name that saving would add may stand."""
    field.read(typed, GrowingGlossary(ledger, today, TYPED).context())


def change(
    ledger: Ledger,
    entry: Entry,
    draft: Mapping[str, object],
    *,
    today: date,
    rev: int | None = None,
) -> Entry:
    """Saves changed fields of an entry. Raises `Refused`, or `Changed` when it moved on since `rev`."""
    if not any(map(entry.register.is_typed, draft)):
        refuse_deeds_only(entry.register)
    glossary = GrowingGlossary(ledger, today, TYPED)
    context = replace(glossary.context(), since=_began(entry))
    changes: dict[str, Stored] = {}
    problems: list[Problem] = []
    for name, given in entry.register.with_hours(draft, context).items():
        field = entry.register.fields.get(name)
        if field is None:
            problems.append(entry.register.unknown(name))
            continue
        if not entry.register.is_typed(name):
            problems.append(Problem(name, BY_ITS_DEED))
            continue
        try:
            changes[name] = field.store(field.read(given, context))
        except Mistake as mistake:
            problems.append(Problem(name, mistake.words))
    problems = problems or _lost(entry, changes)
    if problems:
        raise Refused(problems)
    changes |= following(entry.register, entry.stored, changes, today)
    changes |= due_with(ledger, entry.register, entry.stored, changes, glossary)
    if entry.register is CERTIFICATES and "certificate" in changes:
        changes |= _answered_anew(ledger, entry, changes, glossary)
    with ledger.act("change", today=today) as act:
        glossary.write_planned(act)
        act.change(entry.register, entry.uid, changes, rev=rev)
        if entry.register is DEMANDS and changes.get("minutes"):
            _tell_cuts(ledger, act, entry.uid, {**entry.stored, **changes}, today)
        if entry.register is PLACES and "town" in changes:
            bring_town_office(ledger, act, str(changes["town"] or ""), before=str(entry.stored["town"] or ""))
    return found(ledger, entry.register, entry.uid)


def _tell_cuts(ledger: Ledger, act: Act, uid: str, stored: Mapping[str, Stored], today: date) -> None:
    """Cuts of which nobody knew the minutes learn them from what they cut; what they knew stays as it was decided."""
    minutes = {"minutes_before": stored["minutes"], "minutes_source": stored["minutes_source"]}
    for cut in asked_entries(
        ledger, DECISIONS, both(IS_CUT, equals("subject", uid), empty("minutes_before")), today
    ):
        act.change(DECISIONS, cut.uid, minutes)


def _began(entry: Entry) -> date | None:
    """The day an entry belongs to: its deadlines come after it."""
    stored = entry.stored.get(entry.register.dated)
    return date.fromisoformat(str(stored)[:10]) if stored else None


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


def close_task(ledger: Ledger, entry: Entry, on: date) -> Entry:
    """Marks an assignment done on a day."""
    with ledger.act("close", today=on) as act:
        act.change(TASKS, entry.uid, {"status": Status.DONE.code, "done_on": on.isoformat()})
    return found(ledger, TASKS, entry.uid)


def put_into_bin(ledger: Ledger, entry: Entry) -> None:
    """Puts an entry into the bin, where it stays in view and out of every figure."""
    refuse_unbinnable(entry.register)
    with ledger.act("bin") as act:
        act.bin(entry.register, entry.uid)


def refuse_unbinnable(register: Register[Any]) -> None:
    """Raises `Mistake` for a register whose entries always stay (the place itself, sent reports)."""
    if register in (PLACES, REPORTS, SENT_SHEETS):
        raise Mistake(
            "“{register}”不能放入回收站", "{register} cannot be put into the bin", register=register.words
        )


def take_out_of_bin(ledger: Ledger, entry: Entry) -> None:
    """Takes an entry out of the bin."""
    with ledger.act("unbin") as act:
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


def completed(ledger: Ledger, record: Any, glossary: GrowingGlossary, language: Language) -> Any:
    """The record with what follows from other entries: a person types only what nothing else tells."""
    match record:
        case Certificate():
            return _completed_certificate(ledger, record, glossary, language)
        case Demand():
            return _completed_demand(ledger, record)
        case Issue(due_at=None) if record.limit_used:
            return replace(record, due_at=due_of(ledger, record, glossary))
        case _:
            return record


def following(
    register: Register[Any], before: Mapping[str, Stored], changes: Mapping[str, Stored], said_on: date | None
) -> dict[str, Stored]:
    """What a change of some fields brings with it in others: an assignment's status and its day of being done.

    Minutes that a person said of what was cut are no usual ones of its kind any more; a resident who says
    how satisfied they are was told.

    `said_on` is the day a person says so; without one (a file) no day is made up.
    """
    if register is DECISIONS and "minutes_before" in changes and "minutes_source" not in changes:
        said = changes["minutes_before"] is not None
        return {"minutes_source": (MinutesSource.ASKED if said else MinutesSource.DEFAULT).code}
    if register is DEMANDS and "minutes" in changes and "minutes_source" not in changes:
        said = changes["minutes"] is not None
        return {"minutes_source": (MinutesSource.ASKED if said else MinutesSource.DEFAULT).code}
    if register is ISSUES:
        return _told_too({**before, **changes}, changes, said_on)
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


def _told_too(
    stored: Mapping[str, Stored], changes: Mapping[str, Stored], said_on: date | None
) -> dict[str, Stored]:
    rated = changes.get("satisfaction") not in (None, Satisfaction.UNRATED.code)
    if rated and said_on is not None and stored.get("closed_at") and not stored.get("told_on"):
        return {"told_on": said_on.isoformat()}
    return {}


def shown(entry: Entry, field: Field, glossary: Glossary, language: Language, *, masked: bool = True) -> str:
    """A field of an entry in words; personal ones masked unless the record itself is open."""
    text = told(field, entry.stored[field.name], entry.stored, glossary, language)
    return masked_text(entry.register, field, text, entry.stored) if masked else text


def told(
    field: Field, stored: Stored, beside: Mapping[str, Stored], glossary: Glossary, language: Language
) -> str:
    """A value of a field in words, unmasked; `beside` are the other values of its entry."""
    if field.column.due_day and stored is not None:
        return due_day_words(Frequency.of(str(beside["period"])), int(stored)).into(language)
    return field.show(stored, language, glossary.show)


def _completed_certificate(
    ledger: Ledger, certificate: Certificate, glossary: GrowingGlossary, language: Language
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
    ledger: Ledger, entry: Entry, changes: Mapping[str, Stored], glossary: GrowingGlossary
) -> dict[str, Stored]:
    """Another certificate has another answer, and the usual route of the old one no longer fits."""
    draft = {**entry.stored, "answer": None, **changes}
    if "route" not in changes and str(entry.stored["route"] or "").startswith(USUAL):
        draft["route"] = None
    language: Language = "en" if str(entry.stored["route"] or "").startswith(USUAL[1]) else "zh"
    stored = CERTIFICATES.store(_completed_certificate(ledger, CERTIFICATES.load(draft), glossary, language))
    return {"answer": stored["answer"], "route": stored["route"]}
