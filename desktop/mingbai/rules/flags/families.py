"""All families of reasons, and what they say together of one matter."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.domain.rule import Family
from mingbai.rules.flags import (
    admission,
    came_back,
    forbidden_ask,
    inspection_limit,
    meeting_limit,
    negative_list,
    no_document,
    plaque,
    reception,
    repeated_report,
    same_data,
    short_notice,
)
from mingbai.rules.flags.matter import Around, Matter, Need, Suggestion

FAMILIES = {
    Family.NO_DOCUMENT: no_document,
    Family.SAME_DATA: same_data,
    Family.REPEATED_REPORT: repeated_report,
    Family.FORBIDDEN_ASK: forbidden_ask,
    Family.SHORT_NOTICE: short_notice,
    Family.NEGATIVE_LIST: negative_list,
    Family.INSPECTION_LIMIT: inspection_limit,
    Family.MEETING_LIMIT: meeting_limit,
    Family.RECEPTION: reception,
    Family.PLAQUE: plaque,
    Family.ADMISSION: admission,
    Family.CAME_BACK: came_back,
}


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Everything that speaks against a matter, family by family."""
    for family in FAMILIES.values():
        yield from family.judge(matter, around)


def needed(matter: Matter) -> Iterator[Need]:
    """The earlier rows that the families look at for this matter."""
    for family in FAMILIES.values():
        yield from family.needs(matter)
