"""Where somebody sent the columns of a table, remembered on this PC for the next one with the same headings."""

from __future__ import annotations

from collections.abc import Mapping

from mingbai.domain.register import Register
from mingbai.exchange.mapping import signature
from mingbai.exchange.table import Table
from mingbai.ui.memory import Memory


class ColumnMemory:
    """What was chosen for headings of tables that came into one register."""

    def __init__(self, memory: Memory, register: Register[object]) -> None:
        self._memory, self._register = memory, register

    def knows(self, table: Table | None) -> bool:
        """Whether one with these headings came in before."""
        return table is not None and self._memory.get(self._name(table)) is not None

    def chosen(self, table: Table) -> dict[str, str]:
        """The field that each heading was sent to, where one was chosen."""
        kept = self._memory.get(self._name(table))
        if not isinstance(kept, list) or len(kept) != len(table.head):
            return {}
        return {name: field for name, field in zip(table.head, kept, strict=True) if isinstance(field, str)}

    def keep(self, table: Table, chosen: Mapping[str, str]) -> None:
        """Without the headings: where these were taken wrongly, they are what somebody said."""
        self._memory.keep(self._name(table), [chosen.get(name) for name in table.head])

    def _name(self, table: Table) -> str:
        return f"import/{self._register.code}/{signature(table.head)}"
