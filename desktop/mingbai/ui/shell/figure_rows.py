"""The rows of a figure or of a doubt, shown in their register's list until one goes back to where they were opened."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QObject

from mingbai.domain.filter import Filter
from mingbai.domain.words import Words
from mingbai.ui.pages.page import Page
from mingbai.ui.session import Session


class Pages(Protocol):
    """The window, as far as rows are shown in it."""

    @property
    def page(self) -> Page: ...
    def show_page(self, code: str) -> None: ...


class FigureRows(QObject):
    """Leads to the rows of a figure, and back."""

    def __init__(self, session: Session, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._pages = pages
        self._rows: tuple[str, Filter, Words, bool] | None = None
        self._opened_on = "report"

    @property
    def shown(self) -> tuple[str, Filter, Words, bool] | None:
        """The figure whose rows are shown now."""
        page, rows = self._pages.page.of_register, self._rows
        if rows is None or page is None:
            return None
        return rows if (page.code, page.chips.beside) == rows[:2] else None

    def show(self, code: str, wanted: Filter, title: Words, waits: bool) -> None:
        """Shows them; they are left for the page on which they were opened."""
        if self._pages.page.of_register is None:
            self._opened_on = self._pages.page.code
        self._pages.show_page(code)
        page = self._pages.page.of_register
        if page is not None:
            self._rows = code, wanted, title, waits
            page.ask("", self._session.word(title), wanted, waits=waits)

    def show_again(self, kept: object) -> None:
        """Shows those that were kept, where their page is the one that is shown."""
        from mingbai.desk.kept_rows import rows_again

        rows = rows_again(kept, self._session.today)
        if rows is not None and rows[0] == self._pages.page.code:
            self.show(*rows)

    def leave(self) -> None:
        """Back to where the rows were opened; their list is as it usually is from then on."""
        rows = self._pages.page.of_register
        if rows is not None:
            rows.leave_rows()
        self._pages.show_page(self._opened_on)

    def state(self) -> dict[str, Any]:
        """What to come back to."""
        if (rows := self.shown) is None:
            return {}
        from mingbai.desk.kept_rows import kept_rows

        return {"rows": kept_rows(rows)}
