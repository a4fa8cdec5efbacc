"""Ctrl+P: the list of a page as it is shown, or the history of the entry that is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from mingbai.desk.record_paper import has_form, print_words
from mingbai.domain.words import Language, Words
from mingbai.ui.look.icons import icon
from mingbai.ui.look.menu import Menu
from mingbai.ui.pages.page import Page
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.pages.register_commands import LIST_AS_PDF, PRINT_LIST
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.ui.panel.panel import RecordPanel

LAYING_OUT = Words("正在排版", "Laying out the pages")

Bring = Callable[[Session, Sequence[PaperSheet], Language, QWidget], None]


class Shown(Protocol):
    """The window, as far as it is put on paper."""

    @property
    def page(self) -> Page: ...
    @property
    def panel(self) -> RecordPanel: ...
    @property
    def panel_open(self) -> bool: ...


class Prints:
    """Puts on paper what the window shows."""

    def __init__(self, session: Session, shown: Shown) -> None:
        self._session = session
        self._shown = shown

    def ask(self) -> None:
        """Prints what there is; where both a list and an open entry are shown, asks which of them."""
        page, opened = self._shown.page, self._shown.panel_open
        if isinstance(page, RegisterPage):
            if opened:
                self.offer(page)
            else:
                self.print_list(page)
        elif opened:
            self._shown.panel.deeds.print_history()

    def offer(self, page: RegisterPage) -> None:
        """Shows the menu of what can be printed, below the button for it."""
        button = page.print_button
        at = button.rect().bottomLeft() if button.isVisible() else QPoint(0, 0)
        self.menu(page).popup((button if button.isVisible() else page).mapToGlobal(at))

    def menu(self, page: RegisterPage) -> Menu:
        """What can be printed now; what is open comes first."""
        from mingbai.ui.panel.deeds import PRINT as PRINT_HISTORY

        session = self._session
        menu = Menu(session.look, page)
        entry = self._shown.panel.entry if self._shown.panel_open else None
        if entry is not None:
            deeds = self._shown.panel.deeds
            ways = [(PRINT_HISTORY, deeds.print_history), (print_words(entry), deeds.print_record)]
            for words, run in reversed(ways) if has_form(entry) else ways:
                menu.addAction(session.word(words), run)
        menu.addAction(session.word(PRINT_LIST), lambda: self.print_list(page))
        menu.addAction(session.word(LIST_AS_PDF), lambda: self.save_list(page))
        actions = menu.actions()
        for action in actions[:-1]:
            action.setIcon(icon(session.look, "print"))
        actions[-1].setIcon(icon(session.look, "doc"))
        menu.setActiveAction(actions[0])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def print_list(self, page: RegisterPage) -> None:
        """Prints what the list shows."""
        from mingbai.ui.paper.printing import print_pages

        self._lay_out(page, print_pages)

    def save_list(self, page: RegisterPage) -> None:
        """Saves what the list shows as a PDF."""
        from mingbai.ui.paper.printing import save_sheets

        self._lay_out(page, save_sheets)

    def _lay_out(self, page: RegisterPage, bring: Bring) -> None:
        session, register = self._session, page.register
        question, called, glossary = page.view.question, page.chips.called, session.glossary
        names = tuple(column.name for column in page.view.rows.columns)
        language: Language = session.look.language

        def work(progress: Progress) -> Sequence[PaperSheet]:
            from mingbai.desk.list_paper import list_workbook
            from mingbai.ui.paper.layout import laid_out

            book = list_workbook(
                session.ledger, register, question, names, glossary, language, called=called, told=progress
            )
            return laid_out(book)

        def laid(sheets: Sequence[PaperSheet]) -> None:
            bring(session, sheets, language, page)

        session.runner.job(session.word(LAYING_OUT), work, laid, owner=page)
