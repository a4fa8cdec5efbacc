"""What a rule noticed is kept in both languages: whoever changes the window's language reads it in that one.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0020_evidence"


def apply(execute: Callable[[str], object]) -> None:
    """A column more, empty: what was noticed before is told in both once it is held against the rules again."""
    execute('ALTER TABLE "flag" ADD COLUMN "evidence_en" TEXT')
