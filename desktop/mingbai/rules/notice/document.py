"""The number a notice has itself; that of a paper it only cites is none of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold

READ = 1_500
"""So many signs of a text are its head, where its number stands."""

_GAP = r"[ \t\u3000\xa0]*"
_YEAR = r"[〔\[【（(]\s*(?:19|20)\d\d\s*[〕\]】）)]"
_CITES = "根据|依据|按照|按|据|见|详见|落实|贯彻|参照|关于|转发|印发|附"
_NUMBER = (
    rf"(?!{_CITES})[\u4e00-\u9fff][\u4e00-\u9fff·]{{0,19}}{_GAP}{_YEAR}{_GAP}第?{_GAP}\d{{1,5}}{_GAP}号"
    rf"|[A-Z][A-Za-z&./ -]{{0,39}}{_YEAR}{_GAP}(?:[Nn]o\.?{_GAP})?\d{{1,5}}"
)
_CODE = rf"(?:(?:[A-Z0-9][\w/.-]*|{_YEAR}) ?){{1,5}}"
_DASHED = r"[A-Z]{2,}[A-Z0-9]*(?:[-/.][A-Z0-9]+)+"
"""RCA-2026-118: no number of a house or a paragraph."""
_DATED = r"(?:19|20)\d\d[-/–]\d{1,5}"
"""2026-113: the year and the number in it."""
_LABELLED = (
    rf"(?:发文字号|文件编号|文号|字号|编号){_GAP}[:：]{_GAP}(?P<zh>[^\n，,。；;]*?\d[^\n，,。；;]*?)"
    rf"|(?i:document|doc|reference|ref|circular|notice|filing)\.?{_GAP}(?:(?i:number|no)\b\.?{_GAP}[:：]?|[:：]){_GAP}(?P<en>{_CODE})"
    rf"|(?i:document|doc|reference|ref)\b\.?{_GAP}(?P<dated>{_DATED})"
)
_UNIT = (
    r"(?:(?=[A-Z])(?:(?!\b(?i:order|hotline|tel|telephone|phone|contract|case|see|under)\b)[^\n,，。:：]){3,80}"
    r"|(?:(?!热线|电话|工单|合同)[\u4e00-\u9fff]){2,24}(?<=[局办委部院所站会处室府心道镇乡村区]))"
)
_BEHIND_UNIT = rf"(?:{_UNIT}{_GAP}[,，]{_GAP})?"
"""Lake Street Office, Doc. No. 2026-113: who sends it and its number in one line."""
_LINE = pattern(
    rf"^{_GAP}(?:{_BEHIND_UNIT}(?:{_LABELLED}|[Nn]o\.{_GAP}(?P<bare>{_DASHED}|{_DATED}))|(?:[\u4e00-\u9fff]{{2,20}}文件[ \t\u3000\xa0]+)?(?P<alone>{_NUMBER})){_GAP}(?:签发人[^\n]*)?\.?$",
    re.MULTILINE,
)
_IN_HEADING = pattern(
    rf"(?:通知|函|通报|公告|通告|方案|意见){_GAP}[（(](?P<number>{_NUMBER})[）)]{_GAP}$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Document:
    """A number and where it stands."""

    number: str
    start: int
    end: int
    line: tuple[int, int]
    """Where it stands with what only names it."""


def document_of(text: str) -> Document | None:
    """The number that stands in a line of its own, behind its name, or in brackets behind the heading."""
    head = text[:READ]
    for form in (_LINE, _IN_HEADING):
        for found in form.finditer(head):
            name, said = next((name, said) for name, said in found.groupdict().items() if said)
            number = said.strip().rstrip(".")
            if any(sign.isdigit() for sign in number):
                start = found.start(name)
                line = found.span() if form is _LINE else (start - 1, found.end(name) + 1)
                return Document(re.sub(r"\s+", " ", number), start, start + len(number), line)
    return None


def plain_number(number: str | None) -> str:
    """A number without what is only a way of writing it: brackets of another kind, gaps, 第."""
    return _WAYS.sub("", fold(number or ""))


_WAYS = pattern(r"[\s〔〕\[\]【】（）()第]+")
