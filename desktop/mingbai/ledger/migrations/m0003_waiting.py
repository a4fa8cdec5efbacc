"""What waits is found without walking over everything that was done in all the years.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0003_waiting"

WAITING = (
    'CREATE INDEX "waiting_task" ON "task"("due_on") '
    """WHERE "binned_at" IS NULL AND ("status" = 'todo' OR "status" = 'doing')""",
    # Empty in every row of it: with the same value in front SQLite takes it rather than a larger one.
    'CREATE INDEX "waiting_issue" ON "issue"("closed_at", "due_at") '
    'WHERE "binned_at" IS NULL AND "closed_at" IS NULL',
    'CREATE INDEX "waiting_certificate" ON "certificate"("asked_on") '
    'WHERE "binned_at" IS NULL AND "outcome" IS NULL',
)


def apply(execute: Callable[[str], object]) -> None:
    """Three small indexes, each of what is not in the bin and not finished."""
    for statement in WAITING:
        execute(statement)
