"""At the counter: which certificate someone means, what the lists say of it, and what to tell the resident."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from mingbai.desk.catalogues import CATALOGUES
from mingbai.desk.records import found, usual_route
from mingbai.domain.certificate import Certificate, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer, CertificateType
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.resources import rows_of
from mingbai.rules.counter.clues import Clues, read_clues
from mingbai.rules.counter.counter import Counter
from mingbai.rules.counter.sayings import Sayings

QUESTIONS = Words(
    "两单之外：先问清谁要、凭哪条规定、能否用证件或承诺代替；需要时由村（居）民会议或负责人研究，据实出具",
    "On neither list: ask who wants it, under which rule, and whether a document or an undertaking would do; "
    "if it is needed, let the committee or its head decide, and write only what is known",
)
ELSEWHERE = Words(
    "这一项是{region}的清单所列，本地未启用，以当地清单为准",
    "This item is on a list of another place ({region}) and not in use here; your own list applies",
)


def counter(ledger: Ledger | None = None) -> Counter:
    """The counter over a ledger's certificate catalogue; without one, over the shipped catalogue."""
    if ledger is None:
        return _shipped()
    kinds = [entry.record for entry in ledger.entries(CERTIFICATE_TYPES)]
    return Counter(kinds, _clues(), _sayings(kinds))


@cache
def shipped_kinds() -> dict[str, CertificateType]:
    """The shipped catalogue by the number that stands on the list."""
    shipped = next(one for one in CATALOGUES if one.register is CERTIFICATE_TYPES)
    return {row["original_no"]: shipped.record(row) for row in shipped.rows()}


@cache
def numbers() -> dict[str, str]:
    """The number on its list of each shipped certificate, by our code."""
    return {kind.code: number for number, kind in shipped_kinds().items()}


@cache
def _shipped() -> Counter:
    kinds = tuple(shipped_kinds().values())
    return Counter(kinds, _clues(), _sayings(kinds))


@cache
def _clues() -> tuple[Clues, ...]:
    return read_clues(rows_of("words/certificate_clues.csv"))


def _sayings(kinds: Sequence[CertificateType]) -> Sayings:
    rows = rows_of("words/certificate_sayings.csv")
    said = ((row["codes"].split(";") if row["codes"] else (), row["saying"]) for row in rows)
    called = (
        ((kind.code,), name) for kind in kinds if kind.code for name in (kind.name, kind.name_en, *kind.also)
    )
    return Sayings(chain(said, called))


def answer_told(kind: CertificateType, answer: Answer | None = None) -> Iterator[Words]:
    """What the lists say of a kind of certificate, what serves instead, whom to ask, and where it is written.

    `answer` is what was recorded, where it was; a list that is not in use here answers nothing.
    """
    given = answer or (kind.answer if kind.in_use else Answer.NEITHER)
    if given is Answer.NEITHER:
        if not kind.in_use and kind.answer is not Answer.NEITHER:
            yield ELSEWHERE.format(region=region_of(kind))
        yield QUESTIONS
        return
    yield Words("{name}：{answer}", "{name}: {answer}").format(
        name=Words(kind.name, kind.name_en or kind.name), answer=given.words
    )
    if given is Answer.MAY_ISSUE:
        return
    if kind.alternative:
        alternative = Words(kind.alternative, kind.alternative_en or kind.alternative)
        yield Words("可以代替的：{text}", "What serves instead: {text}").format(text=alternative)
    if kind.authority:
        yield Words(usual_route(kind, "zh"), usual_route(kind, "en"))
    if kind.source:
        yield Words("依据：{source}", "Basis: {source}").format(source=source_of(kind))


def source_of(kind: CertificateType) -> Words:
    """Where it is written."""
    return Words(kind.source, kind.source_en or kind.source)


def region_of(kind: CertificateType) -> Words:
    """Where its list holds."""
    return Words(kind.region, kind.region_en or kind.region)


def advice(ledger: Ledger, entry: Entry) -> Iterator[Words]:
    """What the lists say of the certificate asked for, and what does not fit how the request ended."""
    record: Certificate = entry.record
    kind: CertificateType = found(ledger, CERTIFICATE_TYPES, record.certificate).record
    answer = record.answer or Answer.NEITHER
    yield from answer_told(kind, answer)
    if answer is Answer.NOT_TO_ISSUE and record.outcome is Outcome.STAMPED:
        yield Words(
            "这一项在不予出具清单上，却记为已出具，请核对",
            "This one is on the not-to-issue list but is recorded as stamped; please check",
        )
