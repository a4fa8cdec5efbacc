"""What a ledger remembers of itself that is no entry: no journal, no report, not undone."""

from __future__ import annotations

from mingbai.ledger.ledger import Ledger


def fact(ledger: Ledger, name: str) -> str:
    """What is remembered under a name; empty for nothing."""
    found = ledger.rows("SELECT value FROM fact WHERE name = ?", (name,))
    return str(found[0][0]) if found else ""


def keep_fact(ledger: Ledger, name: str, value: str) -> None:
    """Remembers something under a name, in place of what was remembered there."""
    ledger.execute_alone(
        "INSERT INTO fact (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )
