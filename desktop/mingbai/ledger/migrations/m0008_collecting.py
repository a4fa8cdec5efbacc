"""Villages below a street or county, and the months they handed in.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0008_collecting"

FIND = "USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')"

STATEMENTS = (
    """
    CREATE TABLE "village" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "name" TEXT,
        "code" TEXT,
        "in_use" INTEGER
    ) STRICT
    """,
    'CREATE INDEX "by_village_code" ON "village"("code")',
    f'CREATE VIRTUAL TABLE "village_find" {FIND}',
    """
    CREATE TABLE "submission" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "village" TEXT,
        "period" TEXT,
        "starts_on" TEXT,
        "ends_on" TEXT,
        "version" INTEGER,
        "received_on" TEXT,
        "made_on" TEXT,
        "file" TEXT,
        "figures" TEXT,
        "sha256" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_submission_period" ON "submission"("period")',
    'CREATE INDEX "by_submission_received_on" ON "submission"("received_on")',
    'CREATE INDEX "by_submission_key" ON "submission"("village", "period", "version", "sha256")',
)


def apply(execute: Callable[[str], object]) -> None:
    """Two more registers; nothing of before changes."""
    for statement in STATEMENTS:
        execute(statement)
