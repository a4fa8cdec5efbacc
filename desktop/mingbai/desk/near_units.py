"""The unit of the list that a new name may mean: Civil Affairs beside Civil Affairs Office, 城管办 beside 城管局."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mingbai.desk.called import Called, Named, called_entry
from mingbai.desk.glossary import Glossary
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.pattern import pattern
from mingbai.domain.text import clean, fold
from mingbai.domain.unit_name import taken_apart
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Ledger

NEAR = Words(
    "“{said}”不在单位名单里；如果就是“{name}”，请写成它，免得多出一个单位",
    "“{said}” is not on the list of departments. If it is “{name}”, write that, or there will be two",
)
LEAST = 2
"""Fewer signs say nothing of what a unit does."""
WHOLE = 3
"""So long is a known name at least that is looked for within a longer one: 人大 stands in many."""
_KIND_ZH = pattern(
    "(?:工作|管理)*(?:委员会|办公室|领导小组|服务中心|中心|大队|支队|分局|[局办委厅部处科股所站])$"
)
_KIND_EN = frozenset(
    [
        "office",
        "bureau",
        "department",
        "dept",
        "commission",
        "committee",
        "centre",
        "center",
        "station",
        "team",
        "section",
        "division",
        "unit",
        "county",
        "district",
        "township",
        "subdistrict",
        "city",
        "town",
        "village",
        "municipal",
        "people's",
        "government",
        "local",
        "the",
        "of",
        "for",
        "and",
    ]
)


def near_unit(said: str, known: Iterable[Called]) -> Named | None:
    """The unit whose name is nearly this one, or contains it, or is contained in it; None for one that stands alone."""
    text, core = fold(clean(said)), _core(said)
    if len(core) < LEAST:
        return None
    found: list[tuple[int, int, Named]] = []
    for one in known:
        if any(_core(name) == core for name in (*one.first, *one.others)):
            rank = 0
        elif any(_holds(name, text) or (len(name) >= WHOLE and _holds(text, name)) for name in one.first):
            rank = 1
        else:
            continue
        found.append((rank, len(one.first[0]), one.named))
    return min(found, key=lambda one: one[:2])[2] if found else None


def near_new_unit(ledger: Ledger, said: str, today: date) -> tuple[Named, Words] | None:
    """The unit that a name no list holds may mean, and how that is told."""
    if not said or Glossary(ledger, today).find(DEPARTMENTS.code, said) is not None:
        return None
    near = near_unit(said, map(called_entry, ledger.entries(DEPARTMENTS)))
    return None if near is None else (near, NEAR.format(said=Words(said, said), name=near.name))


def _core(name: str) -> str:
    """What a name says beside its place and which kind of office it is: 民政 of 岳麓区民政局."""
    text = fold(clean(name))
    if text.isascii():
        return " ".join(word for word in text.split() if word not in _KIND_EN)
    return _KIND_ZH.sub("", taken_apart(text).rest)


def _holds(name: str, part: str) -> bool:
    """Whether a name holds another one, in English as whole words."""
    if name == part or not part:
        return False
    return f" {part} " in f" {name} " if part.isascii() else part in name
