"""What the counter answers: each certificate that may be meant, in words; and the request it records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.desk import records
from mingbai.desk.certificates import ELSEWHERE, QUESTIONS, numbers, region_of, source_of
from mingbai.domain.certificate import CERTIFICATES, Certificate, Outcome
from mingbai.domain.certificate_type import Answer, CertificateType, Confidence
from mingbai.domain.filter import Op, Where, both, equals
from mingbai.domain.month import Month
from mingbai.domain.words import NO_WORDS, Language, Mistake, Words
from mingbai.ledger.blocks import ID, Order, asked_count, asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.counter.counter import Meant

NOT_HERE = Words("本地未启用", "Not in use here")
UNLISTED = Words("两张清单都没有", "On neither list")
WHO, INSTEAD, HOW, BASIS = (
    Words("该找谁", "Whom to ask"),
    Words("凭什么办", "What serves"),
    Words("怎么办", "What to do"),
    Words("依据", "Basis"),
)
WHAT_IS_KNOWN = Words("核实后据实出具，不写不了解的情况", "Check, then write what is known and nothing else")
ITEM = Words("{source}，第 {number} 项", "{source}, item {number}")
IN_REGION = Words("{source}（{region}）", "{source} ({region})")
NO_LIST = Words("请写是什么证明", "Say which certificate it is")
LISTS_SEEN = ("", "HB", "SX")
"""Before the numbers of lists that were seen with theirs; elsewhere the numbers are our own."""
SHORT = 20
"""A text up to this many signs may be the name of a certificate; a longer one is a story."""

OUTCOMES = {Answer.NOT_TO_ISSUE: Outcome.DECLINED, Answer.MAY_ISSUE: Outcome.STAMPED}
"""How a request usually ends, by what the lists say."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer."""

    label: Words
    text: Words


@dataclass(frozen=True, slots=True)
class CounterAnswer:
    """What the counter says of one certificate; without a `kind` of one that stands on no list."""

    kind: CertificateType | None
    name: Words
    answer: Answer
    said: Words
    """The answer in a few words, to be read from a metre away."""
    lines: tuple[Line, ...]
    sure: Words = NO_WORDS
    """How sure it is that the list has this item."""
    verified: bool = False

    @property
    def outcome(self) -> Outcome | None:
        """How the request usually ends; None where a person has to say."""
        return OUTCOMES.get(self.answer)


NONE_OF_THEM = CounterAnswer(
    None, Words("不在清单上的证明", "A certificate on neither list"), Answer.NEITHER, UNLISTED, (Line(HOW, QUESTIONS),)
)  # fmt: skip


WEAK = 0.3
"""A text that fits no better than this is only a little like what is shown: nobody shall take it by mistake."""
BESIDE = 3
"""So many are shown at most where one of them is rather sure."""


def answers_to(meant: Meant) -> tuple[CounterAnswer, ...]:
    """What is shown for a text, best first; the first one is what Enter takes.

    Beside one that is sure stands no other that is only a little like the text. Where none is sure there is one
    more for what stands on no list; it comes first where nothing fits well, so that nobody records by mistake what
    was only a little like the text.
    """
    if meant.best is not None:
        beside = (one for one in meant.matches[:BESIDE] if one is meant.best or one.score > WEAK)
        return tuple(answer_of(one.kind) for one in beside)
    found = tuple(answer_of(one.kind) for one in meant.matches)
    return (*found, NONE_OF_THEM) if fits_well(meant) else (NONE_OF_THEM, *found)


def fits_well(meant: Meant) -> bool:
    """Whether the first match is more than a little like the text."""
    return bool(meant.matches) and meant.matches[0].score > WEAK


def answer_of(kind: CertificateType) -> CounterAnswer:
    """What the counter says of a kind of certificate."""
    answer = kind.answer if kind.in_use else Answer.NEITHER
    elsewhere = not kind.in_use and kind.answer is not Answer.NEITHER
    said = NOT_HERE if elsewhere else UNLISTED if answer is Answer.NEITHER else answer.words
    sure = kind.confidence.words if kind.confidence is not None and kind.source else NO_WORDS
    verified = kind.confidence is Confidence.VERIFIED
    return CounterAnswer(kind, name_of(kind), answer, said, tuple(_lines(kind, answer)), sure, verified)


def _lines(kind: CertificateType, answer: Answer) -> Iterator[Line]:
    match answer:
        case Answer.NOT_TO_ISSUE:
            if kind.authority:
                yield Line(WHO, route_of(kind))
            if kind.alternative:
                yield Line(INSTEAD, alternative_of(kind))
        case Answer.MAY_ISSUE:
            yield Line(HOW, WHAT_IS_KNOWN)
        case _:
            if not kind.in_use and kind.answer is not Answer.NEITHER:
                yield Line(HOW, ELSEWHERE.format(region=region_of(kind)))
            else:
                yield Line(HOW, QUESTIONS)
    if kind.source:
        source = source_of(kind)
        if number := number_on_list(kind):
            source = ITEM.format(source=source, number=number)
        if kind.region:
            source = IN_REGION.format(source=source, region=region_of(kind))
        yield Line(BASIS, source)


def name_of(kind: CertificateType) -> Words:
    """What a certificate is called."""
    return Words(kind.name, kind.name_en or kind.name)


def route_of(kind: CertificateType) -> Words:
    """Whom to ask instead, never as a certainty."""
    return Words(records.usual_route(kind, "zh"), records.usual_route(kind, "en"))


def alternative_of(kind: CertificateType) -> Words:
    """What serves in its place."""
    return Words(kind.alternative, kind.alternative_en or kind.alternative)


def number_on_list(kind: CertificateType) -> str:
    """The number that stands on the list itself; empty where only we count."""
    prefix, _, number = numbers().get(kind.code, "").rpartition("-") if kind.code else ("", "", "")
    return number if prefix in LISTS_SEEN else ""


# --- Recording -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Request:
    """What a person told the counter of one request."""

    certificate: str
    """The name of the certificate; one that no list has is added to the catalogue."""
    outcome: Outcome | None = None
    demanded_by: str = ""
    applicant: str = ""
    phone: str = ""
    handler: str = ""
    minutes: str = ""


def record_request(ledger: Ledger, request: Request, *, today: date, language: Language = "zh") -> Entry:
    """Saves a request of today; the answer and the route follow from the lists. Raises `Mistake`."""
    if not request.certificate.strip():
        raise Mistake(NO_LIST.zh, NO_LIST.en)
    draft: dict[str, object] = {"asked_on": today, "certificate": request.certificate.strip()}
    if request.outcome is not None:
        draft["outcome"] = request.outcome.code
    for name in ("demanded_by", "applicant", "phone", "handler", "minutes"):
        if text := getattr(request, name).strip():
            draft[name] = text
    return records.add(ledger, CERTIFICATES, draft, today=today, language=language)


def name_in(text: str) -> str:
    """The name of a certificate that a typed text may be; nothing for a story."""
    name = text.strip().strip("，。,.;；?？!！")
    return name if len(name) <= SHORT else ""


def requests_of(ledger: Ledger, today: date) -> list[Entry]:
    """The requests of a day, the newest first."""
    of_the_day = Where("asked_on", Op.IS, today.isoformat())
    return asked_entries(ledger, CERTIFICATES, of_the_day, today, Order(ID, descending=True))


def month_told(ledger: Ledger, month: Month, today: date) -> Words:
    """How many were asked for in a month and how many of them declined; nothing where there was none."""
    days = month
    here = both(
        Where("asked_on", Op.AT_LEAST, days.start.isoformat()),
        Where("asked_on", Op.AT_MOST, days.end.isoformat()),
    )
    asked = asked_count(ledger, CERTIFICATES, here, today)
    if not asked:
        return NO_WORDS
    declined = asked_count(ledger, CERTIFICATES, both(here, equals("outcome", Outcome.DECLINED)), today)
    return Words(f"本月 {asked} 次，不予出具 {declined} 次", f"{asked} this month, {declined} declined")


def told_of(record: Certificate) -> Words:
    """How a request ended, as a short row says it."""
    return record.outcome.words if record.outcome is not None else Words("还没写结果", "No outcome yet")
