"""An open panel goes along with the row the keyboard is at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from mingbai.ledger.ledger import Entry
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.later import later
from mingbai.ui.session import Session

FOLLOW_MS = 60
"""Rows that are only passed by are not opened."""


class Following(QObject):
    """Opens another row that is chosen in some lists, while `on` and while the focus is in that list.

    A list that is read or laid out anew chooses the row it was at once more. That is no other row: what was opened
    from elsewhere meanwhile stays open.
    """

    def __init__(
        self,
        session: Session,
        lists: Sequence[AgendaList],
        entry_of: Callable[[object], Entry | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.on = False
        self._session = session
        self._lists = tuple(lists)
        self._entry_of = entry_of
        self._pause = later(self, FOLLOW_MS, self._open)
        self._at: dict[AgendaList, str] = {}
        self._stays = False
        for one in self._lists:
            one.chosen.connect(lambda _, one=one: self._moved(one))
            one.moved.connect(self._go_on)

    def stay(self) -> None:
        """Leaves open what was just done, though the list goes on: until somebody goes to another row."""
        self._stays = True
        self._pause.stop()

    def _go_on(self) -> None:
        self._stays = False
        self._pause.start()

    def _moved(self, one: AgendaList) -> None:
        row = one.current()
        key = row.key if row is not None else ""
        if key != self._at.get(one):
            self._at[one] = key
            if not self._stays:
                self._pause.start()

    def _open(self) -> None:
        # A row that moved because of what was typed in the panel must not take it away from there.
        focused = next((one for one in self._lists if one.hasFocus()), None)
        row = focused.current() if focused is not None else None
        entry = self._entry_of(row.what) if self.on and row is not None else None
        if entry is not None:
            self._session.open(entry)
