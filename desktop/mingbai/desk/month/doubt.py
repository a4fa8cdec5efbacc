"""What is to be looked at before a report is sent."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.domain.filter import ALL, Filter
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at: what, how many, where, and what to do about it."""

    code: str
    what: Words
    count: int
    verb: Words
    register: str
    filter: Filter = ALL
    uid: str = ""
    """The one entry meant, where it is only one."""
    field: str = ""
    """The field in which it is mended."""
    page: str = ""
    """The page on which several of them are mended, where that is not the list of the entries."""
