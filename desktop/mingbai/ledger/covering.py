"""The indexes from which figures are counted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Covering:
    """An index that holds all that a pass reads, so that it never visits the table."""

    register: str
    columns: tuple[str, ...]
    where: str = ""
    """What its entries have in common, if they are not all of them."""

    def sql(self, name: str) -> str:
        """The statement that makes it."""
        columns = ", ".join(f'"{column}"' for column in self.columns)
        where = f" WHERE {self.where}" if self.where else ""
        return f'CREATE INDEX "{name}" ON "{self.register}"({columns}){where}'


COVERING: dict[str, Covering] = {
    name: Covering(register, tuple(columns.split()), where)
    for name, register, columns, where in (
        (
            "figures_task_received",
            "task",
            "received_on due_on binned_at status kind listing channel asks minutes document admission demand",
            "",
        ),
        ("figures_task_done", "task", "done_on received_on due_on binned_at status", ""),
        ("figures_certificate_asked", "certificate", "asked_on binned_at outcome answer minutes", ""),
        ("figures_certificate_type", "certificate", "certificate asked_on binned_at", ""),
        ("figures_issue_accepted", "issue", "accepted_at binned_at urgency channel demand_type place", ""),
        ("figures_issue_category", "issue", "category accepted_at binned_at", ""),
        (
            "figures_issue_closed",
            "issue",
            "closed_at accepted_at due_at binned_at solved satisfaction told_on minutes helping expert",
            "",
        ),
        (
            "backwards_task_received",
            "task",
            "received_on done_on binned_at status",
            '"done_on" < "received_on"',
        ),
        ("backwards_task_done", "task", "done_on received_on binned_at status", '"done_on" < "received_on"'),
        (
            "backwards_issue_accepted",
            "issue",
            "accepted_at closed_at binned_at",
            '"closed_at" < "accepted_at"',
        ),
        ("backwards_issue_closed", "issue", "closed_at accepted_at binned_at", '"closed_at" < "accepted_at"'),
    )
}
"""Indexes of the large registers, by name. Without them every figure is the same and slower.

Those of what ended before it began hold next to nothing, and spare every other entry the question. The others
carry `binned_at` and are whole: without what is in the bin they spare a thirtieth of the time, and the bin could
no longer be listed by them."""
