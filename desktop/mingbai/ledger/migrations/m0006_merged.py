"""A flag names the entry it was held against, and what was merged the entry that stays.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0006_merged"

NEW = (("flag", "other"), ("decision", "merged_into"))


def apply(execute: Callable[[str], object]) -> None:
    """Two references, found from both ends. Flags learn theirs when they are next held against the rules."""
    for table, name in NEW:
        execute(f'ALTER TABLE "{table}" ADD COLUMN "{name}" TEXT')
        execute(f'CREATE INDEX "by_{table}_{name}" ON "{table}"("{name}")')
