"""汇总: drop the villages' month reports, see who is missing, hand in the sums."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mingbai.domain.month import Month
from mingbai.domain.words import Mistake, Trouble, Words
from mingbai.ledger.ledger import Change
from mingbai.ui.collecting.cards import MissingCard, OutcomeCard
from mingbai.ui.command import Command
from mingbai.ui.folders import keep_folder, last_folder
from mingbai.ui.inline import Inline
from mingbai.ui.look.icons import icon, put_icon
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.empty_list import EmptyList
from mingbai.ui.pages.page import Page
from mingbai.ui.pages.paper_bars import MonthBar, SheetBar
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.paper.printing import print_pages, save_pages
from mingbai.ui.paper.view import PaperView
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session
from mingbai.ui.turns import Turns

if TYPE_CHECKING:
    from mingbai.desk.collecting import Collected, Collection, CollectionBook, Place
    from mingbai.desk.collecting.sheets import Opening
    from mingbai.desk.lists_down import ListsTaken

DEBOUNCE_MS = 300
CARDS, NARROW = 268, 300
MARGIN, TOP, BETWEEN = 28, 20, 14

CHOOSE = Words("选择各村月报", "Choose reports")
EXCEL = Words("Excel", "Excel")
PDF = Words("PDF", "PDF")
PRINT = Words("打印", "Print")
MORE = Words("更多", "More")
LISTS_OUT = Words("导出下发清单", "Write lists for villages")
LISTS_IN = Words("接收下发清单", "Take over lists from above")
PAPER = Words("补录纸质月报", "Type in a paper report")
COLLECTING = Words("正在收各村月报", "Taking in reports")
ADDING = Words("正在汇总", "Adding up")
WRITING = Words("正在导出", "Exporting")
WRITTEN = Words("已导出 {name}", "Exported {name}")
TAKING_OVER = Words("正在接收清单", "Taking over lists")
TAKEN_OVER = Words(
    "清单：新增 {new}，更新 {updated}，相同 {same}，保留本地 {kept}",
    "Lists: {new} new, {updated} brought up to date, {same} the same, {kept} left as they are here",
)
STOPPED = Words("已停止，一份也没有收", "Stopped; nothing was taken in")
STATE = Words("应报 {expected} 个，已报 {here} 个", "{here} of {expected} in")
HINT = Words(
    "把文件或文件夹拖到这里就会收；点合计看是哪些村，点村里的数看该村全部",
    "Drop files or folders here; a sum opens its villages, a village's figure opens all of it",
)
EMPTY = Words("把各村的月报 Excel 拖到这里", "Drop the villages' month reports here")
EMPTY_MORE = Words(
    "文件、整个文件夹都可以，一次 10 到 200 份。同一份再拖一次不会重复，对不上的会说明原因。",
    "Files or whole folders, 10 to 200 at once. The same one twice changes nothing, and what does not tie is told with its reason.",
)
MONTHS_REPORTS = Words("月报 (*.xlsx)", "Month reports (*.xlsx)")
PREVIOUS_MONTH = Words("上个月", "Month before")
NEXT_MONTH = Words("下个月", "Month after")
PREVIOUS_SHEET = Words("上一张表", "Sheet before")
NEXT_SHEET = Words("下一张表", "Sheet after")

XLSX, PDF_SUFFIX = ".xlsx", ".pdf"
KINDS = {XLSX: "Excel (*.xlsx)", PDF_SUFFIX: "PDF (*.pdf)"}

Made = tuple["Collection", "CollectionBook", tuple[PaperSheet, ...]]


class CollectionPage(Page):
    """One month of all villages on paper, with what came and what is missing beside it."""

    code: ClassVar[str] = "collection"
    words: ClassVar[Words] = Words("汇总", "Collection")
    icon: ClassVar[str] = "grid"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        styled(self, "page")
        self.setAcceptDrops(True)
        self._month: Month | None = None
        self._shown_month: Month | None = None
        self._found: Collection | None = None
        self._book: CollectionBook | None = None
        self._sheets: tuple[PaperSheet, ...] = ()
        self._sheet = self._shown = 0
        self._opened: Opening | None = None
        self._working = self._again = False
        self._stale = True
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._debounce.timeout.connect(self._refresh)
        self._build()
        session.changed.connect(self._changed)

    # The parts

    def _build(self) -> None:
        session = self.session
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, TOP, MARGIN, BETWEEN)
        column.setSpacing(BETWEEN)
        column.addLayout(self._head())
        self.months = MonthBar(session)
        self.months.picked.connect(self.show_month)
        self.tabs = SheetBar(session)
        self.tabs.picked.connect(self.show_sheet)
        self.notice = Inline(session.look)
        self._state = styled(QLabel(), "secondary")
        when = QHBoxLayout()
        when.addWidget(self.months, 1)
        when.addWidget(self._state)
        column.addLayout(when)
        column.addWidget(self.tabs)
        column.addWidget(self.notice)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(20)
        self.empty = EmptyList(session)
        self.empty.say(EMPTY, EMPTY_MORE, CHOOSE, self.choose)
        self.empty.hide()
        self.paper = PaperView(session)
        self.paper.figure_picked.connect(self._open)
        self._body.addWidget(self.empty, 1)
        self._body.addWidget(self.paper, 1)
        self._body.addWidget(self._cards())
        column.addLayout(self._body, 1)
        self._hint = styled(QLabel(session.word(HINT)), "caption")
        self._hint.setWordWrap(True)
        column.addWidget(self._hint)

    def _head(self) -> QHBoxLayout:
        word, look = self.session.word, self.session.look
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(styled(QLabel(word(self.words)), "title"))
        line.addStretch(1)
        self.choose_button = self._button("import", CHOOSE, self.choose)
        self.excel = self._button("export", EXCEL, self.save_excel, "Ctrl+E")
        self.pdf = self._button("doc", PDF, self.save_pdf)
        self.print = self._button("print", PRINT, self.print_all, "Ctrl+P")
        more = styled(QPushButton(icon(look, "chev"), ""), "icon")
        more.setAccessibleName(word(MORE))
        more.setToolTip(word(MORE))
        menu = Menu(look, more)
        menu.addAction(word(PAPER), self.type_in)
        menu.addSeparator()
        menu.addAction(word(LISTS_OUT), self.write_lists)
        menu.addAction(word(LISTS_IN), self.take_lists)
        more.setMenu(menu)
        for button in (self.choose_button, self.excel, self.pdf, self.print, more):
            line.addWidget(button)
        return line

    def _button(self, name: str, words: Words, run: Callable[[], object], keys: str = "") -> QPushButton:
        button = styled(QPushButton(self.session.word(words)), "plain")
        put_icon(button, self.session.look, name)
        button.clicked.connect(lambda _checked: run())
        if keys:
            button.setToolTip(keys)
        return button

    def _cards(self) -> QWidget:
        holder = styled(QWidget(), "page")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN - 2)
        self.outcome = OutcomeCard(self.session)
        self.missing = MissingCard(self.session)
        self.missing.paper_asked.connect(self.type_in)
        self.missing.list_asked.connect(lambda: self.session.ask("village"))
        column.addWidget(self.outcome)
        column.addWidget(self.missing)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self._card_area = area
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards stand beside the paper as long as enough is left for it."""
        super().resizeEvent(event)
        wide = self.session.look.px(CARDS)
        under = self.width() - 2 * MARGIN - wide < self.session.look.px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        if self._body.direction() != direction:
            self._body.setDirection(direction)
        if under:
            self._card_area.setMinimumWidth(0)
            self._card_area.setMaximumWidth(16_777_215)
            self._card_area.setMaximumHeight(max(120, self.height() // 3))
        else:
            self._card_area.setFixedWidth(wide)
            self._card_area.setMaximumHeight(16_777_215)

    # Files come in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders are welcome."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes in what is dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def choose(self) -> None:
        """Asks for files and takes them in."""
        word, memory = self.session.word, self.session.memory
        names, _ = QFileDialog.getOpenFileNames(
            self, word(CHOOSE), str(last_folder(memory)), word(MONTHS_REPORTS)
        )
        if names:
            keep_folder(memory, Path(names[0]).parent)
            self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Takes in reports off the window's thread; the status bar shows how far it is, and stops it."""
        session = self.session
        turns = Turns.of(session.runner)
        self.notice.say("")

        def work(progress: Progress) -> Collected:
            from mingbai.desk.collecting import collect

            return collect(session.ledger, paths, today=session.today, progress=turns.between(progress))

        session.runner.job(
            session.word(COLLECTING),
            work,
            self._taken,
            owner=self,
            refused=lambda trouble: self.notice.say(session.word(trouble.words)),
            stopped=lambda: self.notice.say(session.word(STOPPED), "blue"),
        )

    def _taken(self, done: Collected) -> None:
        if done.months and self.month not in done.months:
            self._month = done.months[0]
        self.outcome.show_outcome(done, self.month)
        self._show_months()
        self._refresh()

    # What is shown

    def arrive(self) -> None:
        """Shows the month as it stands now."""
        if self._stale:
            self._refresh()
        self._take_focus()

    def _take_focus(self) -> None:
        (self.choose_button if self.empty.isHidden() else self.empty.button).setFocus()

    def _changed(self, change: Change) -> None:
        if {"submission", "village"} & change.uids.keys():
            self._stale = True
            if self.isVisible():
                self._debounce.start()

    @property
    def month(self) -> Month:
        """The month shown: at first the latest that came in, or the one that villages hand in now."""
        if self._month is None:
            from mingbai.desk.collecting import months_collected

            cutoff = self.session.glossary.context().cutoff
            now = Month.containing(self.session.today, cutoff)
            came = months_collected(self.session.ledger)
            self._month = came[0] if came else now if self.session.today.day > 20 else now.previous
        return self._month

    def show_month(self, month: Month) -> None:
        """Shows another month, on the same sheet."""
        self._month, self._opened = month, None
        self._show_months()
        self._refresh()

    def _show_months(self) -> None:
        if self._shown_month != self.month:
            self._shown_month = self.month
            self.months.show_months(self.month, ())

    def _refresh(self) -> None:
        """Adds the month up off the window's thread; a change meanwhile makes it do so once more."""
        self._stale = False
        if self._working:
            self._again = True
            return
        self._working = True
        session, month, opened = self.session, self.month, self._opened
        language = session.look.language

        def work(progress: Progress) -> Made:
            from mingbai.desk.collecting import collection, collection_book
            from mingbai.desk.places import place_of
            from mingbai.ui.paper.layout import laid_out

            found = collection(session.ledger, month)
            place = place_of(session.ledger).name
            book = collection_book(found, place, language=language, today=session.today, opened=opened)
            return found, book, laid_out(book.workbook, progress)

        session.runner.job(
            session.word(ADDING),
            work,
            self._show_made,
            owner=self,
            refused=self._not_made,
            stopped=self._not_finished,
        )

    def _ended(self) -> bool:
        self._working = False
        again, self._again = self._again, False
        if again:
            self._refresh()
        return not again

    def _not_made(self, trouble: Trouble) -> None:
        if self._ended():
            self.notice.say(self.session.word(trouble.words))

    def _not_finished(self) -> None:
        if self._ended():
            self._stale = True

    def _show_made(self, made: Made) -> None:
        if not self._ended() or made[0].month != self.month:
            return
        self._found, self._book, self._sheets = made
        anything = bool(self._found.places)
        focused = self.choose_button.hasFocus() or self.empty.button.hasFocus()
        self.empty.setVisible(not anything)
        for widget in (self.paper, self.tabs, self.choose_button, self._hint):
            widget.setVisible(anything)
        if focused:
            self._take_focus()
        for button in (self.excel, self.pdf, self.print):
            button.setEnabled(anything)
        here, missing = len(self._found.here), len(self._found.missing)
        state = STATE.format(expected=here + missing, here=here)
        self._state.setText(self.session.word(state) if anything else "")
        self._show_months()
        self.missing.show_missing(self._found)
        self.tabs.show_sheets([sheet.tab for sheet in self._sheets])
        last = len(self._sheets) - 1
        self.show_sheet(last if self._opened is not None else min(self._sheet, last))

    def show_sheet(self, number: int) -> None:
        """Shows one sheet of the month."""
        if not 0 <= number < len(self._sheets) or self._book is None:
            return
        if self._opened is None or number < len(self._sheets) - 1:
            self._sheet = number
        self.paper.show_sheet(self._sheets[number], self._book.workbook.language, self._book.openings[number])
        self._shown = number
        self.tabs.choose(number)

    def _open(self, row: int, column: int) -> None:
        opening = self._book.openings[self._shown].get((row, column)) if self._book is not None else None
        if opening is not None:
            self._opened = opening
            self._refresh()

    # A paper village, the list, lists for villages

    def type_in(self, place: Place | None = None) -> None:
        """Asks for the figures of a paper report."""
        from mingbai.ui.collecting.paper import PaperDialog

        dialog = PaperDialog(self.session, self.month, place, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write_lists(self) -> None:
        """Writes the lists that travel down."""
        session = self.session
        path = self._ask_where(
            session.word(LISTS_OUT), f"{session.word(LISTS_OUT)} {session.today.isoformat()}{XLSX}"
        )
        if path is None:
            return

        def work(_progress: Progress) -> None:
            from mingbai.desk.lists_down import write_lists

            write_lists(session.ledger, path, language=session.look.language, today=session.today)

        self._write(path, work)

    def take_lists(self) -> None:
        """Asks for a workbook of lists and takes it over."""
        word, memory = self.session.word, self.session.memory
        name, _ = QFileDialog.getOpenFileName(self, word(LISTS_IN), str(last_folder(memory)), KINDS[XLSX])
        if name:
            keep_folder(memory, Path(name).parent)
            self.take_lists_of(Path(name))

    def take_lists_of(self, path: Path) -> None:
        """Takes over the lists of a workbook."""
        session = self.session

        def work(progress: Progress) -> ListsTaken:
            from mingbai.desk.lists_down import take_lists

            return take_lists(session.ledger, path, today=session.today, progress=progress)

        def taken(done: ListsTaken) -> None:
            words = TAKEN_OVER.format(new=done.new, updated=done.updated, same=done.same, kept=done.kept)
            self.notice.say(session.word(words), "green")

        session.runner.job(
            session.word(TAKING_OVER),
            work,
            taken,
            owner=self,
            refused=lambda trouble: self.notice.say(session.word(trouble.words)),
        )

    # Files go out

    def _ask_where(self, title: str, name: str) -> Path | None:
        memory, ending = self.session.memory, Path(name).suffix
        plain = re.sub(r'[\\/:*?"<>|\s]+', " ", name).strip()
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(last_folder(memory) / plain), KINDS[ending])
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
        keep_folder(memory, path.parent)
        return path

    def _ask_out(self, ending: str) -> Path | None:
        if self._book is None:
            return None
        return self._ask_where(self.session.word(self.words), self._book.workbook.caption + ending)

    def save_excel(self) -> None:
        """Saves the collected month as a workbook."""
        path = self._ask_out(XLSX)
        if path is not None:
            self.write_excel(path)

    def write_excel(self, path: Path) -> None:
        """Writes the workbook off the window's thread."""
        session, month = self.session, self.month

        def work(_progress: Progress) -> None:
            from mingbai.desk.collecting import collection, write_collection
            from mingbai.desk.places import place_of

            found, place = collection(session.ledger, month), place_of(session.ledger).name
            write_collection(found, place, path, language=session.look.language, today=session.today)

        self._write(path, work)

    def save_pdf(self) -> None:
        """Saves the pages as they are shown."""
        path, book, sheets = self._ask_out(PDF_SUFFIX), self._book, self._sheets
        if path is not None and book is not None:
            workbook = book.workbook
            self._write(
                path, lambda told: save_pages(sheets, workbook.language, workbook.caption, path, told)
            )

    def print_all(self) -> None:
        """Prints the month."""
        if self._book is not None:
            print_pages(self.session, self._sheets, self._book.workbook.language, self)

    def _write(self, path: Path, work: Callable[[Progress], None]) -> None:
        session = self.session
        self.notice.say("")
        session.runner.job(
            session.word(WRITING),
            work,
            lambda _: session.wrote.emit(WRITTEN.format(name=path.name), path),
            owner=self,
            refused=lambda trouble: self.notice.say(session.word(trouble.words)),
        )

    # Commands and state

    def commands(self) -> Sequence[Command]:
        """What can be done with the month."""

        def made() -> bool:
            return self._found is not None and bool(self._found.places)

        def go(back: int) -> None:
            self.show_month(self.month.shifted(-back))

        def turn(step: int) -> None:
            self.show_sheet(self._shown + step)

        def past() -> bool:
            return self.month.end < self.session.today

        detail = self.month.words
        return (
            Command("collection.choose", CHOOSE, self.choose, "", "import", detail),
            Command("collection.paper", PAPER, self.type_in, "", "plus", detail),
            Command("collection.excel", EXCEL, self.save_excel, "Ctrl+E", "export", detail, made),
            Command("collection.pdf", PDF, self.save_pdf, "", "doc", detail, made),
            Command("collection.print", PRINT, self.print_all, "Ctrl+P", "print", detail, made),
            Command("collection.lists_out", LISTS_OUT, self.write_lists, "", "export"),
            Command("collection.lists_in", LISTS_IN, self.take_lists, "", "import"),
            Command("collection.month_before", PREVIOUS_MONTH, lambda: go(1), "Alt+Left", "chevl"),
            Command("collection.month_after", NEXT_MONTH, lambda: go(-1), "Alt+Right", "chevr", None, past),
            Command("collection.sheet_before", PREVIOUS_SHEET, lambda: turn(-1), "Ctrl+PgUp", "", None, made),
            Command("collection.sheet_after", NEXT_SHEET, lambda: turn(1), "Ctrl+PgDown", "", None, made),
        )

    def state(self) -> dict[str, Any]:
        """The month and the sheet."""
        return {"month": str(self.month), "sheet": self._sheet}

    def restore(self, state: dict[str, Any]) -> None:
        """Shows them again."""
        with suppress(Mistake):
            self._month = Month.parse(str(state.get("month", "")), self.month.cutoff)
        sheet = state.get("sheet")
        self._sheet = sheet if isinstance(sheet, int) and sheet >= 0 else 0
