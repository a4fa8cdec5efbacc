"""Default minutes by kind of work become a list that a place can edit.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0007_minutes"

LIST = (
    """
    CREATE TABLE "work_kind" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "name" TEXT,
        "minutes" INTEGER,
        "code" TEXT,
        "name_en" TEXT,
        "edition" TEXT,
        "source" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_work_kind_code" ON "work_kind"("code")',
)


def apply(execute: Callable[[str], object]) -> None:
    """One empty list; the shipped rows come when lists are next brought up to date."""
    for statement in LIST:
        execute(statement)
