"""What letters say in a place's own words.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0010_letter_texts"

STATEMENTS = (
    """
    CREATE TABLE "letter_text" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "kind" TEXT,
        "language" TEXT,
        "opening" TEXT,
        "closing" TEXT,
        "sender" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_letter_text_key" ON "letter_text"("kind", "language")',
)


def apply(execute: Callable[[str], object]) -> None:
    """One more register; nothing of before changes."""
    for statement in STATEMENTS:
        execute(statement)
