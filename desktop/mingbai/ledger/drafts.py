"""Half-typed text that must come back after a crash. Drafts are no entries: no journal, no report."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from mingbai.ledger.ledger import Ledger


def keep_draft(ledger: Ledger, place: str, register: str, typed: Mapping[str, str]) -> None:
    """Keeps what was typed at a place of the window (a form, the quick-add line), on disk when it returns."""
    text = json.dumps(dict(typed), ensure_ascii=False)
    ledger.execute_alone(
        "INSERT INTO draft (place, register, text, kept_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (place) DO UPDATE SET register = excluded.register, text = excluded.text, "
        "kept_at = excluded.kept_at",
        (place, register, text, datetime.now().astimezone().isoformat(timespec="seconds")),
    )


def drop_draft(ledger: Ledger, place: str) -> None:
    """Forgets a draft once it became an entry or was given up."""
    ledger.execute_alone("DELETE FROM draft WHERE place = ?", (place,))


def drafts(ledger: Ledger) -> dict[str, tuple[str, dict[str, str]]]:
    """Every kept draft: place to (register, typed text by field)."""
    found = ledger.rows("SELECT place, register, text FROM draft ORDER BY kept_at")
    return {place: (register, json.loads(text)) for place, register, text in found}
