"""The ways the rail offers: what waits at each stop, which groups have rows and where each was left, and all the rest."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from mingbai.ui.later import later
from mingbai.ui.look.menu import Menu
from mingbai.ui.session import Session
from mingbai.ui.shell import stops
from mingbai.ui.shell.rail import Rail

if TYPE_CHECKING:
    from mingbai.desk.today import WaitingThere

COUNT_MS = 400


class Ways(QObject):
    """Keeps the rail's counts and groups, and tells which page is meant by a press on it."""

    page_asked = Signal(str)
    bin_asked = Signal()

    def __init__(self, session: Session, rail: Rail, state: Mapping[str, object]) -> None:
        super().__init__(rail)
        self._session, self._rail = session, rail
        self._used: frozenset[str] = frozenset()
        self._page = ""
        self._left_at = stops.kept_pages(state)
        rail.show_groups(stops.kept_groups(state))
        rail.chosen.connect(self.go)
        self._recount = later(self, COUNT_MS, self._count)
        self._recount.start()

    def go(self, code: str) -> None:
        """Where a press on a stop leads to: a page, or the menu of all that is not in sight."""
        if code != stops.MORE:
            self.page_asked.emit(stops.opened_by(code, self._used, self._left_at))
            return
        self._rail.show_chosen(self._page)
        from mingbai.ui.pages.register_commands import BIN

        menu = Menu(self._session.look, self._rail.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in stops.REST_GROUPS:
            if menu.actions():
                menu.addSection(self._session.word(group.words))
            for stop in group.stops:
                menu.addAction(self._session.word(stop.words), partial(self.page_asked.emit, stop.code))
        menu.addSeparator()
        menu.addAction(self._session.word(BIN), self.bin_asked.emit)
        foot = self._rail.mapToGlobal(self._rail.rect().bottomRight())
        menu.popup(foot - QPoint(0, menu.sizeHint().height()))

    def arrived(self, code: str) -> None:
        """A page is shown now; its group was left at it."""
        self._page = code
        self._left_at |= stops.left_at(code)
        self._rail.show_chosen(code)

    def count_soon(self) -> None:
        """Something was saved."""
        self._recount.start()

    def state(self) -> dict[str, object]:
        """What to come back to."""
        return {"groups": list(self._rail.groups), "left_at": self._left_at}

    def _count(self) -> None:
        """How much waits at each stop of the rail, and which have rows, off the window's thread."""
        session = self._session

        def counted() -> tuple[dict[str, WaitingThere], frozenset[str]]:
            from mingbai.desk.lists import used_registers
            from mingbai.desk.today import waiting_there

            used = used_registers(session.ledger, stops.COUNTED_BY)
            return waiting_there(session.ledger, session.today), used

        session.runner.do(counted, self._show_counted, owner=self)

    def _show_counted(self, counted: tuple[dict[str, WaitingThere], frozenset[str]]) -> None:
        waiting, self._used = counted
        self._rail.show_counts(waiting)
        self._rail.show_groups(stops.groups_with(self._used))
