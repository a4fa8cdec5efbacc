"""Who handles what recurs, each time it comes.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0018_demand_owner"


def apply(execute: Callable[[str], object]) -> None:
    """One more column; what recurred before has nobody yet."""
    execute('ALTER TABLE "demand" ADD COLUMN "owner" TEXT')
