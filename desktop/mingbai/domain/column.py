"""What Python's types cannot say about a field: its labels, and how it is found, sorted and masked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NewType

from mingbai.domain.text import mask_address, mask_name, mask_phone
from mingbai.domain.words import Words

Uid = NewType("Uid", str)
"""Names an entry in every ledger it may ever be merged into (UUIDv7, or UUIDv5 for shipped rows)."""

ANY = "*"
"""The target of a reference that may point into every register."""

PLANNED_AHEAD = 31
"""The `past` of what is also written down before it happens: meetings and visits of the coming month."""


class Personal(Enum):
    """What kind of personal data a column holds, which decides how it is masked."""

    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    STORY = "story"

    def mask(self, text: str) -> str:
        """The text as lists, search hits, exports and prints show it."""
        match self:
            case Personal.NAME:
                return mask_name(text)
            case Personal.PHONE:
                return mask_phone(text)
            case Personal.ADDRESS:
                return mask_address(text)
            case Personal.STORY:
                return "***" if text else ""


@dataclass(frozen=True, slots=True)
class Column:
    """Written beside a field's type: `Annotated[date, Column("接收日期", "Received", sort=True)]`."""

    zh: str
    en: str
    also: tuple[str, ...] = ()
    """Other names seen at the head of this column in spreadsheets."""
    find: bool = False
    """Searched by text."""
    sort: bool = False
    """Indexed, for lists sorted by it and figures dated by it."""
    long: bool = False
    """Several lines."""
    personal: Personal | None = None
    to: str = ""
    """The register that a reference points into; `ANY` for all."""
    english: str = ""
    """The field that holds this text in English, for shipped lists."""
    instead: str = ""
    """The field that stands for this one where it is empty."""
    now: bool = False
    """The day on which a list is taken over stands for this one, where the list tells no day at all."""
    offers: str = ""
    """The list whose names are offered for this text, which may say something else as well."""
    deadline: bool = False
    """The day or moment until which something may be done: 周五 is the coming one, 三天内 is understood."""
    hour: str = ""
    """The field that holds the time of day of this day."""
    past: int | None = None
    """Tells what has happened: without a year the latest such day is meant, at most so many days from today."""
    plain: bool = False
    """A number that is no money: written without decimals that say nothing."""
    leaves: bool = True
    """May stand in what is handed in (上报版) and in an export that leaves."""
    period: bool = False
    """The key of a period (2026-W47, 2026-10), told and understood in words."""
    day: bool = False
    """A text that is often a day, and is then told as one: a rule was issued on a day, or in a year."""
    due_day: bool = False
    """The day of its period on which something recurring is due: 周五 of a week, 每月5日."""
    about: str = ""
    """The field of which this one says something: where that is empty, this says nothing."""
    inner: bool = False
    """Kept for the program (stored figures, digests): neither forms nor lists show it."""
    special: Mapping[str, Words] = field(default_factory=dict, hash=False)
    """Codes that may stand in a text, with the words people see and type instead."""

    @property
    def words(self) -> Words:
        """The label in both languages."""
        return Words(self.zh, self.en)
