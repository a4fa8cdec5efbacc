"""A rule says when it was issued and holds, what it is cited for and speaks to; a flag, of what family it is.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0004_rules"

NEW = ("families", "asks", "words", "excluded", "issued", "valid_from", "valid_to")


def apply(execute: Callable[[str], object]) -> None:
    """Columns that the shipped list fills when it is next brought; a place's own rows keep what they say."""
    for name in NEW:
        execute(f'ALTER TABLE "rule" ADD COLUMN "{name}" TEXT')
    execute('ALTER TABLE "flag" ADD COLUMN "family" TEXT')
