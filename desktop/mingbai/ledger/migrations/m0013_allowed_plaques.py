"""The list of plaques becomes one that a place can edit.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0013_allowed_plaques"

LIST = (
    """
    CREATE TABLE "allowed_plaque" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "name" TEXT,
        "standing" TEXT,
        "name_en" TEXT,
        "position" TEXT,
        "region" TEXT,
        "region_en" TEXT,
        "note" TEXT,
        "note_en" TEXT,
        "source" TEXT,
        "source_en" TEXT,
        "in_use" INTEGER,
        "code" TEXT,
        "edition" TEXT,
        "confidence" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_allowed_plaque_code" ON "allowed_plaque"("code")',
    'CREATE INDEX "by_allowed_plaque_name" ON "allowed_plaque"("name")',
    """
    CREATE VIRTUAL TABLE "allowed_plaque_find"
    USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')
    """,
)


def apply(execute: Callable[[str], object]) -> None:
    """One empty list; the shipped rows come when lists are next brought up to date."""
    for statement in LIST:
        execute(statement)
