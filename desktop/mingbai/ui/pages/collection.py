"""汇总: drop the villages' month reports, see who is missing, hand in the sums."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from mingbai.domain.month import Month
from mingbai.domain.sheet import Workbook
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Change
from mingbai.ui.collecting.cards import MissingCard, OutcomeCard
from mingbai.ui.command import Command
from mingbai.ui.folders import Purpose, keep_folder, last_folder
from mingbai.ui.look.menu import Menu
from mingbai.ui.pages.empty_list import EmptyList
from mingbai.ui.pages.paper_files import KINDS, XLSX
from mingbai.ui.pages.paper_page import PaperPage
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session
from mingbai.ui.turns import Turns

if TYPE_CHECKING:
    from mingbai.desk.collecting.collection import Collection, Place
    from mingbai.desk.collecting.sheets import CollectionBook, Opening
    from mingbai.desk.collecting.taking import Collected
    from mingbai.desk.lists_down import ListsTaken

CHOOSE = Words("选择各村月报", "Choose reports")
LISTS_OUT = Words("导出下发清单", "Write lists for villages")
LISTS_IN = Words("接收下发清单", "Take over lists from above")
PAPER = Words("补录纸质月报", "Type in a paper report")
COLLECTING = Words("正在收各村月报", "Taking in reports")
TAKING_OVER = Words("正在接收清单", "Taking over lists")
TAKEN_OVER = Words(
    "清单：新增 {new}，更新 {updated}，相同 {same}，保留本地 {kept}",
    "Lists: {new} new, {updated} brought up to date, {same} the same, {kept} left as they are here",
)
STOPPED = Words("已停止，一份也没有收", "Stopped; nothing was taken in")
STATE = Words("应报 {expected} 个，已报 {here} 个", "{here} of {expected} in")
EMPTY = Words("把各村的月报 Excel 拖到这里", "Drop the villages' month reports here")
EMPTY_MORE = Words(
    "文件、整个文件夹都可以，各村的一次放进来。同一份再拖一次不会重复，对不上的会说明原因。",
    "Files or whole folders, all villages at once. Reading one twice does no harm; what does not add up is listed with the reason.",
)
MONTHS_REPORTS = Words("月报 (*.xlsx)", "Month reports (*.xlsx)")


Made = tuple["Collection", "CollectionBook", tuple[PaperSheet, ...]]


class CollectionPage(PaperPage[Made, Month]):
    """One month of all villages on paper, with what came and what is missing beside it."""

    code: ClassVar[str] = "collection"
    words: ClassVar[Words] = Words("汇总", "Collection")
    icon: ClassVar[str] = "grid"
    hint: ClassVar[Words] = Words(
        "把文件或文件夹拖到这里就会收；点合计看是哪些村，点村里的数看该村全部",
        "Drop files or folders here; a sum opens its villages, a village's figure opens all of it",
    )
    cards_words: ClassVar[Words] = Words("未报", "Missing")
    making: ClassVar[Words] = Words("正在汇总", "Adding up")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._found: Collection | None = None
        self._book: CollectionBook | None = None
        self._opened: Opening | None = None
        super().__init__(session, parent)
        self.setAcceptDrops(True)
        self._allow_files(False)
        session.changed.connect(self._changed)

    # The parts

    def _before(self) -> Sequence[QPushButton]:
        self.choose_button = self._button("import", CHOOSE, self.choose)
        return (self.choose_button,)

    def _fill_more(self, menu: Menu) -> None:
        word = self.session.word
        menu.addAction(word(PAPER), self.type_in)
        menu.addSeparator()
        menu.addAction(word(LISTS_OUT), self.write_lists)
        menu.addAction(word(LISTS_IN), self.take_lists)

    def _main(self) -> QWidget:
        self.empty = EmptyList(self.session)
        self.empty.say(EMPTY, EMPTY_MORE, CHOOSE, self.choose)
        self.empty.hide()
        either = QWidget()
        column = QVBoxLayout(either)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty, 1)
        column.addWidget(self.paper, 1)
        return either

    def _cards(self) -> Sequence[QWidget]:
        self.outcome = OutcomeCard(self.session)
        self.missing = MissingCard(self.session)
        self.missing.paper_asked.connect(self.type_in)
        self.missing.list_asked.connect(lambda: self.session.ask("village"))
        return self.outcome, self.missing

    def _allow_files(self, allowed: bool) -> None:
        for button in (self.excel, self.pdf, self.print):
            button.setEnabled(allowed)

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
            self, word(CHOOSE), str(last_folder(memory, Purpose.COLLECTED)), word(MONTHS_REPORTS)
        )
        if names:
            keep_folder(memory, Purpose.COLLECTED, Path(names[0]).parent)
            self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Takes in reports off the window's thread; the status bar shows how far it is, and stops it."""
        session = self.session
        turns = Turns.of(session.runner)
        self.notice.say("")

        def work(progress: Progress) -> Collected:
            from mingbai.desk.collecting.taking import collect

            return collect(session.ledger, paths, today=session.today, progress=turns.between(progress))

        session.runner.job(
            session.word(COLLECTING),
            work,
            self._taken,
            owner=self,
            refused=lambda trouble: self._tell(trouble.words),
            stopped=lambda: self.notice.say(session.word(STOPPED), "blue"),
        )

    def _taken(self, done: Collected) -> None:
        if done.months and self.period not in done.months:
            self._period = done.months[0]
        self.outcome.show_outcome(done, self.period)
        self.body.show_cards()
        self._show_periods()
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
            self._grown_old()

    @property
    def book(self) -> Workbook | None:
        """What is shown, once it is worked out and villages are known."""
        known = self._book is not None and self._found is not None and bool(self._found.places)
        return self._book.workbook if self._book is not None and known else None

    def _first_period(self) -> Month:
        """The latest that came in, or the one that villages hand in now."""
        from mingbai.desk.collecting.collection import months_collected

        now = Month.containing(self.session.today, self.session.glossary.context().cutoff)
        came = months_collected(self.session.ledger)
        return came[0] if came else now if self.session.today.day > 20 else now.previous

    def _read(self, text: str) -> Month:
        return Month.parse(text, self.period.cutoff)

    def show_period(self, period: Month) -> None:
        """Shows another month, on the same sheet."""
        self._opened = None
        super().show_period(period)

    def _work(self) -> Callable[[Progress], Made]:
        session, month, opened = self.session, self.period, self._opened
        language = session.look.language

        def work(progress: Progress) -> Made:
            from mingbai.desk.collecting.collection import collection
            from mingbai.desk.collecting.sheets import collection_book
            from mingbai.desk.places import place_of
            from mingbai.ui.paper.layout import laid_out

            found = collection(session.ledger, month)
            place = place_of(session.ledger).name
            book = collection_book(found, place, language=language, today=session.today, opened=opened)
            return found, book, laid_out(book.workbook, progress)

        return work

    def _show_made(self, made: Made) -> None:
        self._found, self._book, self._sheets = made
        anything = bool(self._found.places)
        focused = self.choose_button.hasFocus() or self.empty.button.hasFocus()
        self.empty.setVisible(not anything)
        for widget in (self.paper, self.tabs, self.choose_button):
            widget.setVisible(anything)
        self._show_hint()
        if focused:
            self._take_focus()
        self._allow_files(anything)
        here, missing = len(self._found.here), len(self._found.missing)
        state = STATE.format(expected=here + missing, here=here)
        self._state.setText(self.session.word(state) if anything else "")
        self._show_periods()
        self.missing.show_missing(self._found)
        self.body.count(missing)
        self.tabs.show_sheets([sheet.tab for sheet in self._sheets])
        last = len(self._sheets) - 1
        self.show_sheet(last if self._opened is not None else min(self._sheet, last))

    def _show_hint(self) -> None:
        self._hint.setVisible(self.body.both and self.book is not None)

    def show_sheet(self, number: int) -> None:
        """Shows one sheet of the month."""
        if not 0 <= number < len(self._sheets) or self._book is None:
            return
        if self._opened is None or number < len(self._sheets) - 1:
            self._sheet = number
        self.paper.show_sheet(self._sheets[number], self._book.workbook.language, self._book.openings[number])
        if number != self._shown:
            self.body.show_paper()
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

        dialog = PaperDialog(self.session, self.period, place, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def write_lists(self) -> None:
        """Writes the lists that travel down."""
        session = self.session
        name = f"{session.word(LISTS_OUT)} {session.today.isoformat()}"
        path = self.files.ask(self.files.place(name, XLSX), LISTS_OUT)
        if path is None:
            return

        def work(_progress: Progress) -> None:
            from mingbai.desk.lists_down import write_lists

            write_lists(session.ledger, path, language=session.look.language, today=session.today)

        self.notice.say("")
        self.files.write(path, work)

    def take_lists(self) -> None:
        """Asks for a workbook of lists and takes it over."""
        word, memory = self.session.word, self.session.memory
        name, _ = QFileDialog.getOpenFileName(
            self, word(LISTS_IN), str(last_folder(memory, Purpose.COLLECTED)), KINDS[XLSX]
        )
        if name:
            keep_folder(memory, Purpose.COLLECTED, Path(name).parent)
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
            refused=lambda trouble: self._tell(trouble.words),
        )

    # Files go out

    def save_excel(self) -> None:
        """Saves the collected month as a workbook."""
        book = self.book
        path = self.files.ask(self.files.place(book.caption, XLSX)) if book is not None else None
        if path is not None:
            self.write_excel(path)

    def write_excel(self, path: Path) -> None:
        """Writes the workbook off the window's thread."""
        session, month = self.session, self.period

        def work(_progress: Progress) -> None:
            from mingbai.desk.collecting.collection import collection
            from mingbai.desk.collecting.sheets import write_collection
            from mingbai.desk.places import place_of

            found, place = collection(session.ledger, month), place_of(session.ledger).name
            write_collection(found, place, path, language=session.look.language, today=session.today)

        self.notice.say("")
        self.files.write(path, work)

    def commands(self) -> Sequence[Command]:
        """What can be done with the month."""
        detail = self.period.words
        return (
            Command("collection.choose", CHOOSE, self.choose, "", "import", detail),
            Command("collection.paper", PAPER, self.type_in, "", "plus", detail),
            *self._paper_commands(),
            Command("collection.lists_out", LISTS_OUT, self.write_lists, "", "export"),
            Command("collection.lists_in", LISTS_IN, self.take_lists, "", "import"),
        )
