"""Which columns of a list are shown, as a person chose them, and how wide each is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mingbai.desk.list_columns import FILES, FLAGS
from mingbai.desk.lists import BY_FLAGS
from mingbai.domain.register import Register
from mingbai.ui.session import Session
from mingbai.ui.table.columns import FIRST_PADDING, PADDING, ListColumn, column_names, columns_of, fitted
from mingbai.ui.table.delegate import RowDelegate
from mingbai.ui.table.header import ListHeader
from mingbai.ui.table.model import RowsModel

MEASURED = 40
"""Rows whose words say how wide the columns are: about as many as are seen at once."""


class ShownColumns:
    """The choice for one register; it is remembered."""

    def __init__(self, session: Session, register: Register[Any]) -> None:
        self._session = session
        self._register = register
        self._memory_name = f"columns/{register.code}"
        self._reached = ""
        """The column that was gone to last where it had no room; another one folds away for it."""

    def choose(self, names: Iterable[str] | None) -> None:
        """Shows these columns from now on; the usual ones for None."""
        self._reached = ""
        if names is None:
            self._session.memory.forget(self._memory_name)
        else:
            self._session.memory.keep(self._memory_name, list(names))

    def chosen(self) -> list[ListColumn]:
        """The columns to show."""
        return columns_of(self._register, self._names(), self._session.look)

    def _names(self) -> Iterable[str]:
        kept = self._session.memory.get(self._memory_name)
        if isinstance(kept, list) and all(isinstance(name, str) for name in kept):
            return kept
        return column_names(self._register)

    def reach(self, at: int, rows: RowsModel, head: ListHeader) -> bool:
        """Whether a column had no room and is shown with the next sharing."""
        if not 0 <= at < len(rows.columns) or not head.isSectionHidden(at):
            return False
        self._reached = rows.columns[at].name
        return True

    def share(self, room: int, rows: RowsModel, head: ListHeader, delegate: RowDelegate) -> None:
        """Shares the room among the columns."""
        asked = {*rows.question.where.lower().split()}
        # Where flags are asked for, what each is flagged with is what the list is about.
        kept = (self._reached, *((FLAGS,) if asked & BY_FLAGS.keys() else ()))
        end = FIRST_PADDING - PADDING
        widths = fitted(rows.columns, room - end, self._session.look, _needed(rows, delegate), kept)
        shown = [at for at, width in enumerate(widths) if width]
        if shown:
            # The last one ends as far from the edge as the first one begins.
            widths[shown[-1]] += end
        head.first_column = delegate.first_column = shown[0] if shown else 0
        for at, width in enumerate(widths):
            head.setSectionHidden(at, not width)
            if width:
                head.resizeSection(at, width)


def _needed(rows: RowsModel, delegate: RowDelegate) -> list[int | None]:
    """How wide each column has to be for what stands in the first rows; not known of what costs a question."""
    measured = range(min(len(rows.rows), MEASURED))
    return [
        None if column.name == FILES or not measured else max(delegate.needed(row, at) for row in measured)
        for at, column in enumerate(rows.columns)
    ]
