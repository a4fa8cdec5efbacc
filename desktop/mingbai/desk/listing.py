"""Asking for entries: a typed filter with free words beside it, or a search over every register."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.domain.asking import read_filter
from mingbai.domain.filter import ALL, Filter, both, equals
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.asking import BINNED
from mingbai.ledger.blocks import Order, asked
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Entry, Ledger


def asked_blocks(
    ledger: Ledger,
    register: Register[Any],
    text: str,
    glossary: Glossary,
    order: Order | None = None,
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
    return asked(ledger, register, wanted, glossary.today, order, words=typed.words)


def find_everywhere(ledger: Ledger, text: str) -> list[Entry]:
    """Entries of every register that hold the words, those people speak of by number first."""
    return find(ledger, text, sorted(REGISTERS.values(), key=lambda register: not register.numbered))
