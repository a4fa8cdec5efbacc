"""A recheck is noted beside the day it was due on, which stays.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0002_rechecked"


def apply(execute: Callable[[str], object]) -> None:
    """One more column; a decision of before has not been rechecked."""
    execute('ALTER TABLE "decision" ADD COLUMN "rechecked_on" TEXT')
