"""At the counter: what the lists say of a certificate, and what to tell the resident."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.desk.records import found, usual_route
from mingbai.domain.certificate import Certificate, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer, CertificateType
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry, Ledger

QUESTIONS = Words(
    "两单之外：先问清谁要、凭哪条规定、能否用证件或承诺代替；需要时由村（居）民会议或负责人研究，据实出具",
    "On neither list: ask who wants it, under which rule, and whether a document or an undertaking would do; "
    "if it is needed, let the committee or its head decide, and write only what is known",
)


def advice(ledger: Ledger, entry: Entry) -> Iterator[Words]:
    """What the lists say of the certificate asked for, what serves instead, and whom to ask."""
    record: Certificate = entry.record
    kind: CertificateType = found(ledger, CERTIFICATE_TYPES, record.certificate).record
    answer = record.answer or Answer.NEITHER
    if answer is Answer.NEITHER:
        yield QUESTIONS
        return
    yield Words("{name}：{answer}", "{name}: {answer}").format(
        name=Words(kind.name, kind.name_en or kind.name), answer=answer.words
    )
    if answer is Answer.MAY_ISSUE:
        return
    if kind.alternative:
        alternative = Words(kind.alternative, kind.alternative_en or kind.alternative)
        yield Words("可以代替的：{text}", "What serves instead: {text}").format(text=alternative)
    if kind.authority:
        yield Words(usual_route(kind, "zh"), usual_route(kind, "en"))
    if kind.source:
        yield Words("依据：{source}", "Written in: {source}").format(source=kind.source)
    if record.outcome is Outcome.STAMPED:
        yield Words(
            "这一项在不予出具清单上，却记为已出具，请核对",
            "This one is on the not-to-issue list but is recorded as stamped; please check",
        )
