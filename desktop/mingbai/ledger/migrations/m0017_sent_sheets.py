"""The sheets of a sent report are kept as they were handed in.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0017_sent_sheets"

STATEMENTS = (
    """
    CREATE TABLE "sent_sheet" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "report" TEXT,
        "place" INTEGER,
        "tab" TEXT,
        "content" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_sent_sheet_key" ON "sent_sheet"("report", "place")',
)


def apply(execute: Callable[[str], object]) -> None:
    """One more register; of what was sent before no sheet is known."""
    for statement in STATEMENTS:
        execute(statement)
