"""Which entries refer to which, read off the declarations of the registers."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mingbai.domain.column import ANY
from mingbai.domain.field import Kind
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.schema import TABLES

ASKED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry that refers to another one by a field."""

    register: str
    uid: str
    field: str
    to: str


REFERRING: dict[str, tuple[tuple[str, str], ...]] = {
    code: tuple(
        (table.code, field.name)
        for table in TABLES.values()
        for field in table.register.fields.values()
        if field.kind is Kind.REFERENCE and field.column.to in (code, ANY)
    )
    for code in TABLES
}
"""By register: the registers and fields that may refer to an entry of it."""


def references_to(
    ledger: Ledger, code: str, uids: Collection[str], *, binned: bool = False
) -> Iterator[Reference]:
    """The entries that refer to one of these entries of a register; those in the bin only if `binned`.

    A field without an index is looked through from end to end, once for each five hundred uids.
    """
    known = list(uids)
    narrowed = "" if binned else " AND binned_at IS NULL"
    for register, field in REFERRING[code]:
        for start in range(0, len(known), ASKED_AT_ONCE):
            some = known[start : start + ASKED_AT_ONCE]
            marks = ", ".join("?" * len(some))
            sql = f'SELECT uid, "{field}" FROM "{register}" WHERE "{field}" IN ({marks}){narrowed}'
            for uid, to in ledger.rows(sql, some):
                yield Reference(register, uid, field, to)
