"""Erasing what the ledger knows of a person: the only way in which anything leaves it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from mingbai.domain.register import Register
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.schema import TABLES

DEED = "erase"


def erase(ledger: Ledger, uids: Iterable[str], *, drafts_of: Collection[str] = ()) -> int:
    """Blanks these entries, all that the journal holds of them and their words in the search index.

    The half-typed text of the registers in `drafts_of` goes with them, and what stands in attached files that
    no other attachment has in common with them.

    Each stays as a tombstone in the bin with nothing but its number, and cannot be written into again.
    Backups made before still hold the person. Answers the number of entries; raises `Mistake` when one of
    the uids is unknown, and then erases nothing.
    """
    wanted = tuple(dict.fromkeys(uids))
    found = [(register, uid) for uid in wanted for register in _registers(ledger, uid)]
    if len(found) != len(wanted):
        raise Mistake(
            "要清除的记录有 {n} 条找不到，没有清除任何内容。请刷新列表后重试",
            "{n} of the entries to erase were not found and nothing was erased; refresh the list and try again",
            n=len(wanted) - len(found),
        )
    try:
        with ledger.storing, ledger.act(DEED) as act:
            for register, uid in found:
                act.erase(register, uid)
            act.drop_contents()
            act.drop_drafts(drafts_of)
            act.wipe_index()
    finally:
        # Also when a listener failed after the save.
        ledger.forget_replaced()
    return len(found)


def _registers(ledger: Ledger, uid: str) -> list[Register[Any]]:
    return [
        table.register
        for table in TABLES.values()
        if ledger.rows(f'SELECT 1 FROM "{table.code}" WHERE uid = ?', (uid,))
    ]
