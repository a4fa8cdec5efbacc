"""One field of an entry, changed in place."""

from __future__ import annotations

from datetime import date

from mingbai.desk.records import change, found
from mingbai.domain.field import Stored
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Changed

MOVED_ON = Words(
    "这一栏刚在别处改过，没有覆盖。按 Enter 用这里写的，按 Esc 用新的",
    "This field was just changed elsewhere and was not overwritten. Enter keeps what is written here, Esc takes the new value",
)


def change_field(
    ledger: Ledger, entry: Entry, name: str, given: object, *, before: Stored, today: date
) -> Entry:
    """Saves one field, which held `before` when the person began. Raises `Refused`, or `Changed` if it no longer does.

    Other fields may have moved on meanwhile: two fields left one after the other are two saves.
    """
    current = found(ledger, entry.register, entry.uid)
    if current.stored[name] != before:
        raise Changed(MOVED_ON.zh, MOVED_ON.en)
    return change(ledger, current, {name: given}, today=today, rev=current.rev)
