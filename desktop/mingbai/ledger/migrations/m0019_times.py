"""The hour at which a meeting begins, and until which an assignment is due on its day.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0019_times"

TIMES = (("task", "due_time"), ("meeting", "start_time"))


def apply(execute: Callable[[str], object]) -> None:
    """A column more in two registers, empty: what a note says of an hour stays in the note."""
    for table, name in TIMES:
        execute(f'ALTER TABLE "{table}" ADD COLUMN "{name}" TEXT')
