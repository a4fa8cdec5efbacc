"""A period on paper: bars above, cards beside, files out; worked out off the window's thread, always current."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mingbai.domain.month import Month
from mingbai.domain.period import ReportPeriod
from mingbai.domain.sheet import Workbook
from mingbai.domain.words import Mistake, Trouble, Words
from mingbai.ui.command import Command
from mingbai.ui.inline import Inline
from mingbai.ui.later import later
from mingbai.ui.look.icons import icon, put_icon
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.beside import Beside
from mingbai.ui.pages.page import Page
from mingbai.ui.pages.paper_bars import PeriodBar, SheetBar
from mingbai.ui.pages.paper_files import PDF, PaperFiles
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.paper.printing import print_pages
from mingbai.ui.paper.view import PaperView
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session

DEBOUNCE_MS = 300
CALM_MS = 300
TOP, BETWEEN = 20, 14

EXCEL = Words("Excel", "Excel")
PDF_WORDS = Words("PDF", "PDF")
PRINT = Words("打印", "Print")
MORE = Words("更多", "More")
PREVIOUS_SHEET = Words("上一张表", "Previous sheet")
NEXT_SHEET = Words("下一张表", "Next sheet")

Made = TypeVar("Made")
"""What a period is worked out to."""
Shown = TypeVar("Shown", Month, ReportPeriod)
"""Whether a page shows months only."""


class PaperPage(Page, Generic[Made, Shown]):
    """One month, or a longer period, on paper. What stands on it, and what opens from it, a page says itself."""

    hint: ClassVar[Words]
    longer: ClassVar[bool] = False
    """Whether quarters and years are shown as well."""
    cards_words: ClassVar[Words]
    """What brings the cards where there is room for the paper alone."""
    making: ClassVar[Words]
    """What is said while the period is worked out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        styled(self, "page")
        self._period: Shown | None = None
        self._sheets: tuple[PaperSheet, ...] = ()
        self._sheet = self._shown = 0
        """The sheet to come back to, and the one that stands there now."""
        self._working = self._again = False
        self._stale = True
        self._debounce = later(self, DEBOUNCE_MS, self._refresh)
        self._calm = later(self, CALM_MS, self._show_working)
        self._state = styled(QLabel(), "secondary")
        self.notice = Inline(session.look)
        self.files = self._files()
        self._build()

    # What a page says itself

    def _files(self) -> PaperFiles:
        """What writes the files of this page."""
        return PaperFiles(self.session, self, self.words, self._tell)

    def _before(self) -> Sequence[QPushButton]:
        """Buttons before those that every paper has."""
        return ()

    @abstractmethod
    def _fill_more(self, menu: Menu) -> None:
        """Puts the rarer deeds into the menu beside the buttons."""

    def _main(self) -> QWidget:
        """What stands beside the cards."""
        return self.paper

    @abstractmethod
    def _cards(self) -> Sequence[QWidget]:
        """What stands beside the paper."""

    @abstractmethod
    def _first_period(self) -> Shown:
        """The period shown at first."""

    @abstractmethod
    def _work(self) -> Callable[[Progress], Made]:
        """What works the period out: runs off the window's thread, so all it needs is read here."""

    @abstractmethod
    def _show_made(self, made: Made) -> None:
        """Shows what was worked out, on the window's thread."""

    @abstractmethod
    def show_sheet(self, number: int) -> None:
        """Shows one sheet of the period."""

    @property
    @abstractmethod
    def book(self) -> Workbook | None:
        """What is shown, once it is worked out."""

    @abstractmethod
    def _open(self, row: int, column: int) -> None:
        """Opens what is behind a figure of the sheet that is shown."""

    @abstractmethod
    def save_excel(self) -> None:
        """Saves the period as a workbook."""

    @abstractmethod
    def _read(self, text: str) -> Shown:
        """The period that a text names. Raises `Mistake` when it names none."""

    def _show_working(self) -> None:
        """Says that the period is being worked out, once that takes long enough to be wondered at."""

    def _begin_period(self) -> None:
        """Another period is going to be shown."""

    # The parts

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_SIDE, TOP, PAGE_SIDE, BETWEEN)
        column.setSpacing(BETWEEN)
        column.addLayout(self._head())
        self.periods = PeriodBar(self.session, longer=self.longer)
        self.periods.picked.connect(self.show_period)
        self.tabs = SheetBar(self.session)
        self.tabs.picked.connect(self.show_sheet)
        self.paper = PaperView(self.session)
        self.paper.figure_picked.connect(self._open)
        self.body = Beside(self.session, self._main(), self._cards(), self.cards_words)
        self.body.turned.connect(self._show_hint)
        self.body.turned.connect(self._show_room)
        # Beside the title it would take the buttons' room at the largest text.
        self._state.setWordWrap(True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._when = when = QHBoxLayout()
        when.addWidget(self.periods)
        when.setSpacing(10)
        when.addWidget(self._state, 1)
        when.addWidget(self.body.chip)
        column.addLayout(when)
        column.addWidget(self.tabs)
        column.addWidget(self.notice)
        column.addWidget(self.body, 1)
        self._hint = styled(QLabel(self.session.word(self.hint)), "caption")
        self._hint.setWordWrap(True)
        column.addWidget(self._hint)

    def _head(self) -> QHBoxLayout:
        word, look = self.session.word, self.session.look
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(styled(QLabel(word(self.words)), "title"), 1)
        before: Sequence[QPushButton] = self._before()
        self.excel: QPushButton = self._button("export", EXCEL, self.save_excel, "Ctrl+E")
        self.pdf: QPushButton = self._button("doc", PDF_WORDS, self.save_pdf)
        self.print: QPushButton = self._button("print", PRINT, self.print_all, "Ctrl+P")
        more = styled(QPushButton(icon(look, "chev"), ""), "icon")
        more.setAccessibleName(word(MORE))
        more.setToolTip(word(MORE))
        menu = Menu(look, more)
        self._fill_more(menu)
        more.setMenu(menu)
        for button in (*before, self.excel, self.pdf, self.print, more):
            line.addWidget(button)
        return line

    def _button(self, name: str, words: Words, run: Callable[[], object], keys: str = "") -> QPushButton:
        button = styled(QPushButton(self.session.word(words)), "plain")
        put_icon(button, self.session.look, name)
        button.clicked.connect(lambda _checked: run())
        if keys:
            button.setToolTip(keys)
        return button

    def _show_room(self, both: bool) -> None:
        """In a narrow window the line of periods has fewer of them."""
        self.periods.few = not both
        self._show_periods()

    def _show_hint(self) -> None:
        """Where the paper stands alone it has the room of the hint too."""
        self._hint.setVisible(self.body.both)

    # What is shown

    @property
    def period(self) -> Shown:
        """The period shown."""
        if self._period is None:
            self._period = self._first_period()
        return self._period

    def show_period(self, period: Shown) -> None:
        """Shows another period, on the same sheet."""
        if period != self.period:
            self._begin_period()
            self._period = period
        self._show_periods()
        self._refresh()

    def _show_periods(self) -> None:
        self.periods.show_periods(self.period, ())

    def _grown_old(self) -> None:
        """What is shown may no longer hold: worked out anew at once if it is looked at, else when it is."""
        self._stale = True
        if self.isVisible():
            self._debounce.start()

    def _refresh(self) -> None:
        """Works the period out off the window's thread; a change meanwhile makes it do so once more."""
        self._stale = False
        if self._working:
            self._again = True
            return
        self._working = True
        self._calm.start()
        wanted = self._wanted()

        def made(what: Made) -> None:
            if self._ended() and wanted == self._wanted():
                self._show_made(what)

        self.session.runner.job(
            self.session.word(self.making),
            self._work(),
            made,
            owner=self,
            refused=self._not_made,
            stopped=self._not_finished,
        )

    def _wanted(self) -> object:
        """What is worked out: when it is another one by then, nobody waits for it any more."""
        return self.period

    def _ended(self) -> bool:
        """Whether the work just ended is still wanted."""
        self._working = False
        self._calm.stop()
        again, self._again = self._again, False
        if again:
            self._refresh()
        return not again

    def _not_made(self, trouble: Trouble) -> None:
        if self._ended():
            self._tell(trouble.words)

    def _not_finished(self) -> None:
        if self._ended():
            self._stale = True

    def _tell(self, words: Words) -> None:
        self.notice.say(self.session.word(words))

    # Files, printing

    def save_pdf(self) -> None:
        """Saves the pages as they are shown."""
        book = self.book
        path = self.files.ask(self.files.place(book.caption, PDF)) if book is not None else None
        if path is not None and book is not None:
            self.notice.say("")
            self.files.save_pdf(path, self._sheets, book)

    def print_all(self) -> None:
        """Prints the period."""
        self._print(self._sheets)

    def print_this(self) -> None:
        """Prints the sheet that is shown."""
        self._print(self._sheets[self._shown : self._shown + 1])

    def _print(self, sheets: Sequence[PaperSheet]) -> None:
        if self.book is not None:
            print_pages(self.session, sheets, self.book.language, self)

    # Commands and state

    def _paper_commands(self) -> tuple[Command, ...]:
        """What can be done with every period on paper."""
        detail, made, code = self.period.words, self._is_made, self.code
        called = self.period.kind.called

        def go(back: int) -> None:
            self.show_period(self.period.shifted(-back))

        def turn(step: int) -> None:
            self.show_sheet(self._shown + step)

        def past() -> bool:
            return self.period.end < self.session.today

        return (
            Command(
                f"{code}.excel", EXCEL, self.save_excel, "Ctrl+E", "export", detail, self.excel.isEnabled
            ),
            Command(f"{code}.pdf", PDF_WORDS, self.save_pdf, "", "doc", detail, made),
            Command(f"{code}.print", PRINT, self.print_all, "Ctrl+P", "print", detail, made),
            Command(f"{code}.month_before", called.previous, lambda: go(1), "Alt+Left", "chevl"),
            Command(f"{code}.month_after", called.next, lambda: go(-1), "Alt+Right", "chevr", None, past),
            Command(f"{code}.sheet_before", PREVIOUS_SHEET, lambda: turn(-1), "Ctrl+PgUp", "", None, made),
            Command(f"{code}.sheet_after", NEXT_SHEET, lambda: turn(1), "Ctrl+PgDown", "", None, made),
        )

    def _is_made(self) -> bool:
        return self.book is not None

    def state(self) -> dict[str, Any]:
        """The period and the sheet."""
        return {"month": str(self.period), "sheet": max(0, self._sheet)}

    def restore(self, state: dict[str, Any]) -> None:
        """Shows them again."""
        with suppress(Mistake):
            self._period = self._read(str(state.get("month", "")))
        sheet = state.get("sheet")
        self._sheet = sheet if isinstance(sheet, int) and sheet >= 0 else 0
