"""The half page a resident takes home: what was asked for, whom to ask instead, as plain values.

It says no more than is known. A list is named only where its wording was seen or where the place wrote it
down itself; a route is where one usually asks, never a promise; the only names are those typed for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.desk.certificates import region_of, source_of
from mingbai.desk.counter import CounterAnswer, alternative_of, name_of, number_on_list, route_of
from mingbai.desk.places import committee_of
from mingbai.domain.certificate_type import Answer, CertificateType, Confidence
from mingbai.domain.place import Place, PlaceKind
from mingbai.domain.text import capital
from mingbai.domain.words import Language, Words
from mingbai.domain.written_day import formal_day

TITLE = Words("证明事项一次性告知单", "Certificate request: what to do instead")
TITLE_MAY = Words("证明事项一次性告知单", "Certificate request: what to do")
TO = Words("{name}：", "{name},")
TO_ANYBODY = Words("居民您好：", "Dear resident,")
US = {
    PlaceKind.COMMUNITY: Words("本社区", "this community"),
    PlaceKind.VILLAGE: Words("本村", "this village"),
}
ON_THE_LIST = Words(
    "您要办的“{name}”已列入{source}第 {number} 项，{us}不予出具。",
    "“{name}”, which you asked for, is item {number} of {source}; {us} does not issue it.",
)
IN_A_LIST = Words(
    "您要办的“{name}”已列入{source}，{us}不予出具。",
    "“{name}”, which you asked for, is listed in {source}; {us} does not issue it.",
)
NOT_HERE = Words(
    "您要办的“{name}”，{us}一般不予出具，以当地清单为准。",
    "“{name}”, which you asked for, is usually not issued by {us}; the local list applies.",
)
ROUTE = Words("{route}。", "{route}.")
INSTEAD = Words("办理途径供参考，以当地为准：{text}。", "For reference, local rules apply: {text}.")
IF_STILL_ASKED = Words(
    "如对方单位仍要求{us}盖章，可请其注明所依据的文件，我们帮您沟通。",
    "If the unit still asks for a stamp of {us}, ask it to name the document it goes by; we will speak with it.",
)
MAY = Words(
    "您要办的“{name}”{us}可以出具。我们核实后据实写明，不写不了解的情况。",
    "“{name}”, which you asked for, can be issued by {us}. We check first and write only what is known.",
)
BASIS = Words("依据：{source}（{region}）。", "Basis: {source} ({region}).")
BRING = Words(
    "请带上本人证件，并说明由谁要、作什么用。",
    "Please bring your identity document and say who asks for it and what it is for.",
)
OPEN = Words(
    "您要办的“{name}”不在{us}已启用的清单上。", "“{name}”, which you asked for, is on no list in use in {us}."
)
ASK_FIRST = Words(
    "请先向要求方问清三件事：由谁要；依据哪一份文件；能否用证件或书面承诺代替。",
    "Please first ask three things: who wants it; under which document; whether an identity document or a written "
    "undertaking would do.",
)
THEN_HERE = Words(
    "仍需要的，请带着答复再来，由村（居）民会议或负责人研究，据实出具。",
    "If it is still needed, come back with the answer; the committee or its head decides and writes only what is known.",
)
HANDLER = Words("经办：{text}", "Handled by: {text}")


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip, ready to be painted or read out."""

    title: str
    to: str
    paragraphs: tuple[str, ...]
    contact: str
    """Who handled it and where to call; empty where neither is known."""
    signed: str
    on: str
    language: Language

    @property
    def text(self) -> str:
        """All of it, line by line."""
        lines = (self.title, self.to, *self.paragraphs, self.contact, self.signed, self.on)
        return "\n".join(line for line in lines if line)


def slip_of(
    answer: CounterAnswer,
    place: Place,
    today: date,
    language: Language,
    *,
    applicant: str = "",
    name: str = "",
    handler: str = "",
) -> Slip:
    """The slip for an answer; `name` is what a certificate that stands on no list is called."""
    kind = answer.kind
    called = Words(name.strip(), name.strip()) if name.strip() else answer.name
    paragraphs = _paragraphs(
        kind if kind is not None else CertificateType(name=""), answer, called, US[place.kind]
    )
    to = TO.format(name=applicant.strip()) if applicant.strip() else TO_ANYBODY
    return Slip(
        (TITLE if answer.answer is Answer.NOT_TO_ISSUE else TITLE_MAY).into(language),
        to.into(language),
        tuple(capital(words.into(language)) for words in paragraphs),
        HANDLER.format(text=handler.strip()).into(language) if handler.strip() else "",
        committee_of(place).into(language),
        formal_day(today).into(language),
        language,
    )


def citable(kind: CertificateType) -> bool:
    """Whether a paper may name its source: read in the original, or written down by the place itself."""
    return bool(kind.source) and kind.confidence in (None, Confidence.VERIFIED)


def _paragraphs(kind: CertificateType, answer: CounterAnswer, called: Words, us: Words) -> Iterator[Words]:
    match answer.answer:
        case Answer.NOT_TO_ISSUE:
            yield _declined(kind, us)
            if kind.authority:
                yield ROUTE.format(route=route_of(kind))
            if kind.alternative:
                yield INSTEAD.format(text=_unended(alternative_of(kind)))
            yield IF_STILL_ASKED.format(us=us)
        case Answer.MAY_ISSUE:
            yield MAY.format(name=name_of(kind), us=us)
            if citable(kind):
                yield BASIS.format(source=source_of(kind), region=region_of(kind))
            yield BRING
        case _:
            yield OPEN.format(name=called, us=us)
            yield ASK_FIRST
            yield THEN_HERE


def _declined(kind: CertificateType, us: Words) -> Words:
    if not citable(kind):
        return NOT_HERE.format(name=name_of(kind), us=us)
    number = number_on_list(kind)
    words = ON_THE_LIST if number else IN_A_LIST
    return words.format(name=name_of(kind), source=source_of(kind), number=number, us=us)


def _unended(words: Words) -> Words:
    return Words(words.zh.rstrip("。；. "), words.en.rstrip(".; "))
