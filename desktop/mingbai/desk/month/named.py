"""Residents in the texts of a submission: a name that this ledger knows, or a number of anybody, typed into a title.

The columns of people never leave; what somebody wrote into a title, or as where one was sent, does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.desk.month.doubt import Doubt
from mingbai.domain.filter import ALL, Filter, Op, Some, Where, both, empty, one_of
from mingbai.domain.masking import parts_of
from mingbai.domain.named_residents import mask_residents
from mingbai.domain.pattern import pattern
from mingbai.domain.period import ReportPeriod
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.text import fold, mask_numbers
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked, values
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.quick.residents import names_somebody

MEND_TEXT = Words("改文字", "Change the text")
NAMED_MOST = 3
"""So many rows are told by their numbers."""
LONGEST, MOST_WORDS = 6, 3
"""A Chinese name with its form of address, and an English one, is at most so long."""

RESIDENTS = (("issue", "resident"), ("certificate", "applicant"), ("visit", "resident"))
SENT = {
    "task": ("title",),
    "certificate": ("demanded_by", "route"),
    "decision": ("title", "basis"),
    "demand": ("title",),
    "meeting": ("title",),
    "inspection": ("title",),
    "reception": ("title",),
    "plaque": ("title", "basis"),
    "activity": ("title",),
    "expert": ("title", "speciality"),
    "admission": ("title",),
    "point": ("title", "answer"),
    "certificate_type": ("name", "name_en", "authority", "authority_en"),
    "issue_category": ("group", "group_en"),
}
"""The typed texts that the sheets of a submission show, by register; a test reads them off the sheets."""
STANDING = frozenset(("decision", "demand", "plaque", "expert"))
"""Of these a sheet shows what began earlier as well, or nobody knows when."""


def named_residents(ledger: Ledger, period: ReportPeriod, today: date) -> Iterator[Doubt]:
    """The rows in whose texts somebody stands; each is told by its number, and nobody by name."""
    residents: _Residents | None = None
    for code, fields in SENT.items():
        register = REGISTERS[code]
        found: list[tuple[Entry, str]] = []
        for entry in _sent(ledger, register, period, today):
            texts = [(name, str(entry.stored[name] or "")) for name in fields]
            if not any(text for _, text in texts):
                continue
            residents = residents or _Residents.of(ledger)
            if (field := next((name for name, text in texts if residents.stand_in(text)), None)) is not None:
                found.append((entry, field))
        if found:
            yield _doubt(register, found)


def _sent(ledger: Ledger, register: Register[object], period: ReportPeriod, today: date) -> Iterator[Entry]:
    wanted: Filter = ALL
    if register.dated:
        wanted = Where(register.dated, Op.AT_MOST, min(period.end, today).isoformat())
        if register.code in STANDING:
            wanted = Some((wanted, empty(register.dated)))
        else:
            wanted = both(wanted, Where(register.dated, Op.AT_LEAST, period.start.isoformat()))
    for block in asked(ledger, register, wanted, today):
        yield from block


def _doubt(register: Register[object], found: list[tuple[Entry, str]]) -> Doubt:
    numbers = [entry.number for entry, _ in found if entry.number][:NAMED_MOST]
    more = len(found) > len(numbers)
    rows = Words(
        "、".join(numbers) + ("等" if more and numbers else ""),
        ", ".join(numbers) + (" …" if more and numbers else ""),
    )
    words = Words(
        f"{register.words.zh}{{rows}}的文字里像有居民姓名或电话、证件号，会随上报版报出去",
        f"{register.words.en} {{rows}}: the text seems to hold a resident's name, phone or ID number, and leaves with the submission",
    )
    first, field = found[0]
    return Doubt(
        f"{register.code}.resident_named",
        words.format(rows=rows),
        len(found),
        MEND_TEXT,
        register.code,
        one_of("uid", *sorted(str(entry.uid) for entry, _ in found)),
        str(first.uid) if len(found) == 1 else "",
        field,
    )


_HAN_RUN = pattern("[\u3400-\u4dbf\u4e00-\u9fff·]{2,}")
_WORD = pattern(r"[^\W\d_][\w'’.-]*")


@dataclass(frozen=True, slots=True)
class _Residents:
    """Everybody whom the registers of residents name."""

    names: dict[str, str]
    """As names are compared, and as they were typed."""

    @classmethod
    def of(cls, ledger: Ledger) -> _Residents:
        said = (value for code, name in RESIDENTS for value in values(ledger, REGISTERS[code], name))
        parts = (part for value in said if value for part in parts_of(str(value)))
        return cls({_plain(part): part for part in parts if part})

    def stand_in(self, text: str) -> bool:
        """Whether a text holds the name of one of them, somebody called by house and surname, or anybody's number."""
        if mask_numbers(text) != text or mask_residents(text) != text:
            return True
        met = (self.names.get(one) for one in _pieces(text))
        return any(one is not None and names_somebody(one) for one in met)


def _pieces(text: str) -> Iterator[str]:
    """Whatever in a text may be a name."""
    for run in _HAN_RUN.findall(text):
        for start in range(len(run) - 1):
            yield from (run[start:end] for end in range(start + 2, min(len(run), start + LONGEST) + 1))
    words = [_plain(word) for word in _WORD.findall(text)]
    for start in range(len(words)):
        yield from (
            " ".join(words[start:end]) for end in range(start + 1, min(len(words), start + MOST_WORDS) + 1)
        )


def _plain(name: str) -> str:
    return " ".join(word.strip(".") for word in fold(name).replace("’", "'").removesuffix("'s").split())
