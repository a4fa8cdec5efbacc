"""The list of time limits becomes one that a place can edit.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0014_time_limits"

LIST = (
    """
    CREATE TABLE "time_limit" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "item" TEXT,
        "applies_to" TEXT,
        "value" INTEGER,
        "unit" TEXT,
        "item_en" TEXT,
        "region" TEXT,
        "region_en" TEXT,
        "counted_from" TEXT,
        "counted_from_en" TEXT,
        "extension" TEXT,
        "extension_en" TEXT,
        "source" TEXT,
        "source_en" TEXT,
        "in_use" INTEGER,
        "code" TEXT,
        "edition" TEXT,
        "confidence" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_time_limit_code" ON "time_limit"("code")',
    'CREATE INDEX "by_time_limit_key" ON "time_limit"("applies_to", "region", "item")',
    """
    CREATE VIRTUAL TABLE "time_limit_find"
    USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')
    """,
)


def apply(execute: Callable[[str], object]) -> None:
    """One empty list; the shipped rows come when lists are next brought up to date."""
    for statement in LIST:
        execute(statement)
