"""What ended before it began gets indexes of its own, so that figures need not ask it of every entry.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0011_figures"

BACKWARDS = (
    (
        "backwards_task_received",
        '"task"("received_on", "done_on", "binned_at", "status") WHERE "done_on" < "received_on"',
    ),
    (
        "backwards_task_done",
        '"task"("done_on", "received_on", "binned_at", "status") WHERE "done_on" < "received_on"',
    ),
    (
        "backwards_issue_accepted",
        '"issue"("accepted_at", "closed_at", "binned_at") WHERE "closed_at" < "accepted_at"',
    ),
    (
        "backwards_issue_closed",
        '"issue"("closed_at", "accepted_at", "binned_at") WHERE "closed_at" < "accepted_at"',
    ),
)

WITHOUT_THE_END = (
    (
        "figures_task_received",
        '"task"("received_on", "due_on", "binned_at", "status", "kind", "listing", "channel", "asks", "minutes", '
        '"document", "admission")',
    ),
    (
        "figures_issue_accepted",
        '"issue"("accepted_at", "binned_at", "urgency", "channel", "demand_type", "place")',
    ),
)
"""Those counted by the beginning read the end for that question only."""


def apply(execute: Callable[[str], object]) -> None:
    """Four small indexes, and two that become smaller; no entry changes."""
    for name, columns in BACKWARDS:
        execute(f'CREATE INDEX "{name}" ON {columns}')
    for name, columns in WITHOUT_THE_END:
        execute(f'DROP INDEX "{name}"')
        execute(f'CREATE INDEX "{name}" ON {columns}')
