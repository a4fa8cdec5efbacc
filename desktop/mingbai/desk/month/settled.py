"""Doubts that a person looked at and found to be so: told again once one of their rows is another one.

Kept in the ledger, but no entry: nothing of a report depends on it, and nobody is asked for a reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from mingbai.desk.month.doubt import Doubt
from mingbai.domain.filter import ALL
from mingbai.domain.period import ReportPeriod
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.blocks import asked
from mingbai.ledger.facts import fact, keep_fact
from mingbai.ledger.ledger import Ledger

FACT = "doubts_settled"

Kept = dict[str, dict[str, str]]
"""Period to the doubts settled in it, each with the digest of the rows it was about."""


def settle(ledger: Ledger, period: ReportPeriod, doubt: Doubt, today: date) -> None:
    """A doubt of a period is so, as its rows are now."""
    kept = _kept(ledger)
    kept.setdefault(str(period), {})[doubt.code] = _digest(ledger, doubt, today)
    _keep(ledger, kept)


def raise_again(ledger: Ledger, period: ReportPeriod) -> None:
    """All doubts of a period are told again."""
    kept = _kept(ledger)
    kept.pop(str(period), None)
    _keep(ledger, kept)


def parted(
    ledger: Ledger, period: ReportPeriod, doubts: Iterable[Doubt], today: date
) -> tuple[list[Doubt], list[Doubt]]:
    """Doubts that wait, and those that were settled and whose rows are as they were."""
    settled = _kept(ledger).get(str(period), {})
    waiting: list[Doubt] = []
    known: list[Doubt] = []
    for doubt in doubts:
        same = doubt.code in settled and settled[doubt.code] == _digest(ledger, doubt, today)
        (known if same else waiting).append(doubt)
    return waiting, known


def _digest(ledger: Ledger, doubt: Doubt, today: date) -> str:
    """Of the rows a doubt is about, each in its present state; of one without rows, of its words."""
    made = sha256(f"{doubt.code} {doubt.count} {doubt.what.zh}".encode())
    if doubt.filter != ALL:
        for block in asked(ledger, REGISTERS[doubt.register], doubt.filter, today):
            for entry in block:
                made.update(f" {entry.uid} {entry.rev}".encode())
    return made.hexdigest()


def _kept(ledger: Ledger) -> Kept:
    found = fact(ledger, FACT)
    kept: Kept = json.loads(found) if found else {}
    return kept


def _keep(ledger: Ledger, kept: Kept) -> None:
    keep_fact(ledger, FACT, json.dumps(kept))
