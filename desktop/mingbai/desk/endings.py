"""What one key does to bring an entry to its end: an assignment done, an issue solved and its
resident told, a certificate answered,
a plaque taken down, an admission decided, a point answered, a rule switched off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mingbai.desk.bulk import CLOSE
from mingbai.desk.records import change, close_task, found, usual_route
from mingbai.domain.admission import ADMISSIONS, AdmissionDecision
from mingbai.domain.certificate import CERTIFICATES, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.choice import Choice
from mingbai.domain.issue import ISSUES, Satisfaction, Solved
from mingbai.domain.plaque import PLAQUES, PlaqueState
from mingbai.domain.point import POINTS, PointResult
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS, Status
from mingbai.domain.visit import VISITS, VisitResult
from mingbai.domain.words import NO_WORDS, Language, Words
from mingbai.ledger.ledger import Entry, Ledger


@dataclass(frozen=True, slots=True)
class Ending:
    """One way to end an entry."""

    code: str
    words: Words
    done: Words
    """What the undo bar says afterwards."""
    write: Callable[[Ledger, Entry, datetime, Language], Entry]
    usual: bool = False
    """The way that most end."""


@dataclass(frozen=True, slots=True)
class Endings:
    """The ways in which an entry may end now, and the question they answer."""

    question: Words
    ways: tuple[Ending, ...]


NONE = Endings(NO_WORDS, ())


def endings(entry: Entry) -> Endings:
    """How an entry can be ended; nothing where it has ended or lies in the bin."""
    if entry.binned_at is not None:
        return NONE
    if entry.register is TASKS and entry.stored["status"] in (Status.TODO.code, Status.DOING.code):
        return Endings(NO_WORDS, (DONE,))
    if entry.register is ISSUES and not (entry.stored["closed_at"] and entry.stored["solved"]):
        # Closed from the list says only when: the month asks whether it was solved.
        return Endings(Words("解决了？", "Solved?"), SOLVED)
    if entry.register is ISSUES and entry.stored["told_on"] is None:
        return Endings(Words("告知居民了？", "Resident told?"), TOLD)
    if entry.register is CERTIFICATES and entry.stored["outcome"] is None:
        return Endings(Words("办理结果", "Outcome"), ANSWERED)
    if entry.register is PLAQUES and entry.stored["state"] in HANGING:
        return Endings(NO_WORDS, TAKEN_DOWN)
    if entry.register is ADMISSIONS and entry.stored["decision"] is None:
        return Endings(NO_WORDS, DECIDED)
    if entry.register is POINTS and entry.stored["answered_on"] is None:
        return Endings(NO_WORDS, ANSWERED_POINT)
    if entry.register is VISITS and entry.stored["result"] is None:
        return Endings(Words("走访结果", "What came of it"), VISITED)
    if entry.register in (RULES, CERTIFICATE_TYPES):
        return Endings(NO_WORDS, (SWITCH_OFF if entry.stored["in_use"] else SWITCH_ON,))
    return NONE


def _done(ledger: Ledger, entry: Entry, now: datetime, _: Language) -> Entry:
    return close_task(ledger, entry, now.date())


def _solved(how: Solved) -> Callable[[Ledger, Entry, datetime, Language], Entry]:
    def write(ledger: Ledger, entry: Entry, now: datetime, _: Language) -> Entry:
        draft: dict[str, object] = {"solved": how.code}
        if entry.stored["closed_at"] is None:
            draft["closed_at"] = now.replace(second=0, microsecond=0)
        return change(ledger, entry, draft, today=now.date())

    return write


def _told(ledger: Ledger, entry: Entry, now: datetime, _: Language) -> Entry:
    return change(ledger, entry, {"told_on": now.date()}, today=now.date())


def _answered(how: Outcome) -> Callable[[Ledger, Entry, datetime, Language], Entry]:
    def write(ledger: Ledger, entry: Entry, now: datetime, language: Language) -> Entry:
        draft: dict[str, object] = {"outcome": how.code}
        if how is Outcome.DECLINED and not entry.stored["route"]:
            kind = found(ledger, CERTIFICATE_TYPES, str(entry.stored["certificate"])).record
            if kind.authority:
                draft["route"] = usual_route(kind, language)
        return change(ledger, entry, draft, today=now.date())

    return write


def _set(name: str, member: Choice, dated: str = "") -> Callable[[Ledger, Entry, datetime, Language], Entry]:
    def write(ledger: Ledger, entry: Entry, now: datetime, _: Language) -> Entry:
        draft: dict[str, object] = {name: member.code}
        if dated:
            draft[dated] = now.date()
        return change(ledger, entry, draft, today=now.date())

    return write


def _switched(*, on: bool) -> Callable[[Ledger, Entry, datetime, Language], Entry]:
    def write(ledger: Ledger, entry: Entry, now: datetime, _: Language) -> Entry:
        return change(ledger, entry, {"in_use": on}, today=now.date())

    return write


def _way(
    member: Choice,
    zh: str,
    en: str,
    write: Callable[[Ledger, Entry, datetime, Language], Entry],
    *,
    usual: bool = False,
) -> Ending:
    done = Words("已记为“{words}”", "Recorded: {words}").format(words=member.words)
    return Ending(member.code, Words(zh, en), done, write, usual)


DONE = Ending("done", CLOSE, Words("已办结", "Marked as done"), _done)

SWITCH_OFF = Ending("off", Words("停用", "Switch off"), Words("已停用", "Switched off"), _switched(on=False))
SWITCH_ON = Ending("on", Words("启用", "Switch on"), Words("已启用", "Switched on"), _switched(on=True))

SOLVED = (
    _way(Solved.SOLVED, "已解决", "Solved", _solved(Solved.SOLVED), usual=True),
    _way(Solved.PARTLY, "部分", "Partly", _solved(Solved.PARTLY)),
    _way(Solved.EXPLAINED, "已解释", "Explained", _solved(Solved.EXPLAINED)),
)

TOLD = (
    _way(
        Satisfaction.SATISFIED, "满意", "Satisfied", _set("satisfaction", Satisfaction.SATISFIED, "told_on")
    ),
    _way(Satisfaction.NOT, "不满意", "Not satisfied", _set("satisfaction", Satisfaction.NOT, "told_on")),
    Ending("told", Words("只告知了", "Told only"), Words("已记为今天告知居民", "Resident told today"), _told),
    *(
        _way(one, one.words.zh, one.words.en, _set("satisfaction", one, "told_on"))
        for one in (Satisfaction.VERY, Satisfaction.FAIRLY, Satisfaction.UNRATED)
    ),
)
"""What a resident said when told how it ended."""

HANGING = (PlaqueState.HUNG.code, PlaqueState.TO_REMOVE.code, PlaqueState.REHUNG.code)

TAKEN_DOWN = (
    _way(
        PlaqueState.REMOVED,
        "摘下了",
        "Taken down",
        _set("state", PlaqueState.REMOVED, "removed_on"),
        usual=True,
    ),
    _way(PlaqueState.MERGED, "合并了", "Merged", _set("state", PlaqueState.MERGED, "removed_on")),
)

DECIDED = tuple(
    _way(one, one.words.zh, one.words.en, _set("decision", one, "decided_on"))
    for one in (AdmissionDecision.APPROVED, AdmissionDecision.REFUSED, AdmissionDecision.WITHDRAWN)
)

ANSWERED_POINT = tuple(
    _way(one, one.words.zh, en, _set("result", one, "answered_on"))
    for one, en in (
        (PointResult.DONE, "Carried out"),
        (PointResult.PARTLY, "Partly"),
        (PointResult.NOT_ADOPTED, "Not adopted"),
    )
)

VISITED = tuple(
    _way(one, one.words.zh, one.words.en, _set("result", one))
    for one in (VisitResult.HELPED, VisitResult.TALKED, VisitResult.NOT_HOME, VisitResult.NOTED)
)

ANSWERED = (
    _way(Outcome.DECLINED, "不予出具", "Decline", _answered(Outcome.DECLINED)),
    _way(Outcome.STAMPED, "出具", "Stamp", _answered(Outcome.STAMPED)),
    _way(Outcome.UNDERTAKING, "承诺代替", "Undertaking", _answered(Outcome.UNDERTAKING)),
    _way(Outcome.REFERRED, "转介", "Refer", _answered(Outcome.REFERRED)),
    _way(Outcome.DELIBERATED, "集体研究", "Decide together", _answered(Outcome.DELIBERATED)),
)
