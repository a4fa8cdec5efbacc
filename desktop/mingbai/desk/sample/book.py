"""The records of the sample, gathered first and then written in the order of their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from mingbai.domain.column import Uid
from mingbai.domain.register import Register
from mingbai.ledger.clock import named_uid
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import SAMPLED

LISTS = ("staff", "duty", "certificate_type", "demand")
"""Written before what refers to them; all else that has a number follows by day, so numbers rise with days."""


def sample_uid(register: Register[Any], key: str) -> Uid:
    """The uid of a sample record, the same on every PC and in both languages."""
    return named_uid(register.code, f"sample {key}")


@dataclass(frozen=True, slots=True)
class _Written:
    register: Register[Any]
    uid: Uid
    record: Any
    day: date
    place: int


class Book:
    """Records waiting to be written."""

    def __init__(self) -> None:
        self._waiting: list[_Written] = []

    def add(self, register: Register[Any], key: str, record: Any, day: date) -> Uid:
        """Takes a record, with a key of its own within the register and the day it is sorted by."""
        uid = sample_uid(register, key)
        self._waiting.append(_Written(register, uid, record, day, len(self._waiting)))
        return uid

    def write(self, ledger: Ledger, today: date) -> None:
        """Writes everything: lists, what people speak of by number, what belongs to it."""
        with ledger.act(SAMPLED, today=today) as act:
            for one in sorted(self._waiting, key=_order):
                act.insert(one.register, one.record, uid=one.uid)
        self._waiting.clear()


def _order(one: _Written) -> tuple[int, date, int]:
    code = one.register.code
    stage = LISTS.index(code) if code in LISTS else len(LISTS) + (0 if one.register.numbered else 1)
    return stage, one.day, one.place
