"""Asking for entries: a typed filter with free words beside it, or a search over every register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.domain.asking import read_filter
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.filter import ALL, Filter, both, equals
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.text import clean, fold
from mingbai.ledger.asking import BINNED
from mingbai.ledger.blocks import asked
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Entry, Ledger


def asked_blocks(
    ledger: Ledger,
    register: Register[Any],
    text: str,
    glossary: Glossary,
    *,
    binned: bool = False,
    beside: Filter = ALL,
) -> Iterator[list[Entry]]:
    """The entries that a typed filter asks for, in blocks; with `binned`, or if it names the bin, those in it.

    What cannot be typed is asked `beside` it.

    Raises `Mistake` naming a term that means nothing.
    """
    typed = read_filter(register, text, glossary.context())
    wanted = both(typed.filter, beside, equals(BINNED, 1) if binned else None)
    return asked(ledger, register, wanted, glossary.today, words=typed.words)


def find_everywhere(ledger: Ledger, text: str) -> list[Entry]:
    """Entries of every register that hold the words, those people speak of by number first.

    Of these, those whose title holds them stand before those that hold them in a note. A file is found by its name,
    and stands for the entry that it belongs to.
    """
    words = fold(clean(text)).split()

    def further(entry: Entry) -> tuple[bool, bool]:
        title = fold(str(entry.stored[entry.register.titled] or ""))
        return not entry.register.numbered, not all(word in title for word in words)

    found = find(ledger, text, sorted(REGISTERS.values(), key=lambda register: not register.numbered))
    owners = (_owner(ledger, entry) if entry.register is ATTACHMENTS else entry for entry in found)
    once = {(entry.register.code, entry.uid): entry for entry in owners if entry is not None}
    return sorted(once.values(), key=further)


def _owner(ledger: Ledger, file: Entry) -> Entry | None:
    """The entry a file belongs to, outside the bin."""
    owner = ledger.entry(REGISTERS[str(file.stored["register"])], str(file.stored["subject"]))
    return owner if owner is not None and owner.binned_at is None else None
