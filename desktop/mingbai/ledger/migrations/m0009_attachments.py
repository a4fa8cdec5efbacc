"""Attachments of entries, and what stands in their files: once, by its digest, in pieces.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0009_attachments"

STATEMENTS = (
    """
    CREATE TABLE "attachment" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "register" TEXT,
        "subject" TEXT,
        "name" TEXT,
        "added_on" TEXT,
        "size" INTEGER,
        "sha256" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_attachment_key" ON "attachment"("subject", "sha256")',
    'CREATE INDEX "by_attachment_sha256" ON "attachment"("sha256")',
    # A content is whole when its last piece is there: it is written bit by bit, so that nobody waits long.
    """
    CREATE TABLE content (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        size INTEGER NOT NULL,
        whole INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE content_piece (
        id INTEGER PRIMARY KEY,
        content INTEGER NOT NULL REFERENCES content(id),
        part INTEGER NOT NULL,
        bytes BLOB NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX content_piece_part ON content_piece(content, part)",
)


def apply(execute: Callable[[str], object]) -> None:
    """One more register and the contents beside it; nothing of before changes."""
    for statement in STATEMENTS:
        execute(statement)
