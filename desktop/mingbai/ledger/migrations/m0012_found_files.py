"""Files are found by their names.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0012_found_files"

STATEMENTS = (
    """
    CREATE VIRTUAL TABLE "attachment_find"
    USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')
    """,
    # Where files are attached already the index is made anew at this opening, and only there: it takes its time.
    "DELETE FROM fact WHERE name = 'index_edition' AND EXISTS (SELECT 1 FROM attachment)",
)


def apply(execute: Callable[[str], object]) -> None:
    """One more search index; no entry changes."""
    for statement in STATEMENTS:
        execute(statement)
