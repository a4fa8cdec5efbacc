"""The window's content: rail, pages, side panel, status bar, and who asks whom.

Built for one look. When another is chosen it is thrown away and built anew with `state()`. What is not
seen at first is imported and built when it is: panel, command bar, keys, cover, prints.
"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.ledger import Change, Entry
from mingbai.ui.command import Command
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.page import Page
from mingbai.ui.pressing import Enter
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.reading_order import go_on
from mingbai.ui.session import Session
from mingbai.ui.shell import stops
from mingbai.ui.shell.behind_settings import BehindSettings
from mingbai.ui.shell.figure_rows import FigureRows
from mingbai.ui.shell.footing import Footing
from mingbai.ui.shell.page_and_panel import PageAndPanel
from mingbai.ui.shell.rail import Rail
from mingbai.ui.shell.saved_stops import SavedStops
from mingbai.ui.shell.shortcuts import everywhere, set_keys
from mingbai.ui.shell.status import StatusBar
from mingbai.ui.shell.ways import Ways
from mingbai.ui.shell.who import Who
from mingbai.ui.shell.whose import place_told

if TYPE_CHECKING:
    from mingbai.domain.register import Register
    from mingbai.ui.pages.importing import ImportPage
    from mingbai.ui.pages.register import RegisterPage
    from mingbai.ui.panel.panel import RecordPanel
    from mingbai.ui.shell.bringing import Bringing
    from mingbai.ui.shell.files import Files
    from mingbai.ui.shell.laid_over import LaidOver
    from mingbai.ui.shell.ledgers import Ledgers
    from mingbai.ui.shell.prints import Prints

FOLDED = 820
"""Below this the rail shows icons alone."""
SAVED_DEEDS = ("create", "catalogue")
HALF_TYPED = Words(
    "这一行还有写了一半的，请先登记或清空", "This line holds something half typed; record or clear it first"
)


class Frame(QWidget):
    """Everything inside the window."""

    moved = Signal()
    """Another page is shown."""

    def __init__(self, session: Session, state: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._pages: dict[str, Page] = {}
        self._lines: dict[str, QuickLine] = {}
        self._kept: dict[str, Any] = dict(state.get("pages") or {})
        self._shown = False
        self._enter = Enter()
        self._meant = ("", "")
        styled(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.saved = SavedStops(session)
        self.rail = Rail(
            session.look, *place_told(session), stops.FIRST, stops.BELOW, stops.GROUPS, self.saved
        )
        self.ways = Ways(session, self.rail, state)
        self.split = PageAndPanel(session)
        self.stack = self.split.pages
        self.status = StatusBar(session.look)
        self.who = Who(session, self.status)
        self.status.stand(self.who)
        self.footing = Footing(self, lambda: self.page)
        self.figure_rows = FigureRows(session, self, self)
        self.behind = BehindSettings(self, state)
        self._lay_out()
        self._connect()
        self.everywhere = everywhere(self)
        set_keys(self, self.everywhere)
        self.saved.show_kept()
        self.show_page(str(state.get("page") or stops.FIRST[0].code))
        if "rows" in state:
            self.figure_rows.show_again(state["rows"])

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.split, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.status)

    def _connect(self) -> None:
        session = self.session
        self.ways.page_asked.connect(self._show_from_rail)
        self.ways.bin_asked.connect(self.show_bin)
        self.split.panel_made.connect(self._wire_panel)
        self.saved.chosen.connect(self.ask)
        self.status.undo_asked.connect(session.undo)
        self.who.told.connect(self.status.make_room)
        session.changed.connect(self._saved)
        session.entry_asked.connect(self.open_entry)
        session.field_asked.connect(self._mean_field)
        session.list_asked.connect(self.ask)
        session.carry_out_asked.connect(self._carry_out)
        session.rows_asked.connect(self.figure_rows.show)
        session.page_asked.connect(self.show_page)
        session.part_asked.connect(self.show_page)
        session.import_asked.connect(self._choose_import)
        session.notice_asked.connect(self._take_up_notice)
        session.ledgers_asked.connect(self._offer_ledgers)
        session.said.connect(self.status.say)
        session.added.connect(self.status.add)
        session.wrote.connect(self.status.offer_file)
        session.done.connect(self.status.offer_undo)
        session.runner.troubled.connect(self.status.trouble)
        session.runner.job_began.connect(self.status.job_began)
        session.runner.job_told.connect(self.status.job_told)
        session.runner.job_ended.connect(self.status.job_ended)
        for job in session.runner.jobs:
            # Begun under another look.
            self.status.job_began(job)

    # Pages.

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.split.page

    def show_page(self, code: str, part: str = "") -> None:
        """Shows a page, or a `part` of it; an unknown one is the first."""
        if code not in stops.PAGES and code not in REGISTERS:
            code = stops.FIRST[0].code
        page = self._pages.get(code) or self._made(code)
        if page is not self.stack.currentWidget():
            self.behind.leave(code)
            if self.panel_open:
                self.close_panel()
            rows = page.of_register
            if rows is not None:
                rows.leave_rows()
        if code != self._meant[0]:
            self._mean_nothing()
        self.stack.setCurrentWidget(page)
        self.ways.arrived(code)
        self._show_status()
        self.moved.emit()
        if self._shown:
            page.come(part)
            page.arrive()
        self.behind.come(code)

    def show_import(self) -> ImportPage:
        """Shows the page of imports."""
        from mingbai.ui.pages.importing import ImportPage

        self.show_page("import")
        page = self.page
        assert isinstance(page, ImportPage)
        return page

    def showEvent(self, event: QShowEvent) -> None:
        """The first page is arrived at when it can take the focus: before, there is no window to have it."""
        super().showEvent(event)
        if not self._shown:
            self._shown = True
            self.page.arrive()
            if self.line is not None:
                # What was half typed when all ended goes on where it stopped.
                self.line.go_on()

    def _made(self, code: str) -> Page:
        page = self._pages[code] = stops.page_of(code)(self.session)
        self.stack.addWidget(page)
        self._wire(page)
        page.follow(self.panel_open)
        set_keys(page, page.keyed())
        kept = self._kept.pop(code, None)
        if isinstance(kept, dict):
            page.restore(kept)
        return page

    def _wire(self, page: Page) -> None:
        page.deciding.connect(self._share_keys)
        page.paste_asked.connect(self.paste)
        rows = page.of_register
        register = rows.register if rows is not None else None
        if page.takes_quick_add:
            line = QuickLine(self.session, register, page.code)
            page.place_quick_add(line)
            line.noticing.connect(page.give_way)
            line.restore()
            line.paste_asked.connect(self.paste_notice)
            line.import_asked.connect(self._import_dropped)
            line.left.connect(rows.view.setFocus if rows is not None else page.arrive)
            self._lines[page.code] = line
        if rows is not None:
            self._wire_rows(rows)

    def _wire_rows(self, page: RegisterPage) -> None:
        page.chips.chosen.connect(self._mean_nothing)
        page.chips.back_asked.connect(self.figure_rows.leave)
        page.export_asked.connect(lambda *asked: self.files.export(page.register, *asked))
        page.print_asked.connect(self._print)
        page.print_button.clicked.connect(lambda: self.prints.offer(page))
        page.everywhere_asked.connect(self.over.show_commands)
        page.pdf_asked.connect(lambda: self.prints.save_list(page))
        page.status_changed.connect(self._show_status)

    def ask(self, code: str, where: str = "", name: str = "") -> None:
        """Shows a register's page, asking for what a typed filter says."""
        self.show_page(code)
        page = self._pages[code].of_register
        if page is not None:
            page.ask(where, name)

    def _show_from_rail(self, code: str) -> None:
        """A page as it usually is, even where it stands there with the rows of a figure."""
        rows = self.page.of_register
        if rows is not None and self.page.code == code:
            rows.leave_rows()
        self.show_page(code)

    def show_bin(self) -> None:
        """What lies in the bin of the register that is shown, or of the first one."""
        if self.page.of_register is None:
            self.show_page("task")
        page = self.page.of_register
        assert page is not None
        page.show_bin(True)

    def begin_adding(self, text: str = "") -> None:
        """Ctrl+N: the quick-add line of this page, or of the first register's; with a text in it already."""
        if not text and self.page.begin_recording():
            return
        if self.page.code not in self._lines:
            self.show_page(self.page.adds)
        self.page.show_quick_add()
        line = self._lines[self.page.code]
        line.begin()
        if text and line.text():
            self.session.said.emit(HALF_TYPED)
        elif text:
            line.write(text)

    def begin_search(self) -> None:
        """Ctrl+F: the search of this page, or over everything."""
        page = self.page.of_register
        if page is not None:
            page.begin_search()
        else:
            self.over.show_commands(records=True)

    @property
    def line(self) -> QuickLine | None:
        """The quick-add line of the page that is shown."""
        return self._lines.get(self.page.code)

    def drop(self, paths: list[Path], at: QPoint | None = None) -> None:
        """Files were dropped on the window."""
        self.bringing.drop(paths, at)

    @cached_property
    def files(self) -> Files:
        """What asks for files, and takes them in or writes them."""
        from mingbai.ui.shell.files import Files

        return Files(self.session, self, self.show_import)

    @cached_property
    def bringing(self) -> Bringing:
        """What takes in what is pasted and dropped."""
        from mingbai.ui.shell.bringing import Bringing

        return Bringing(self.session, self)

    def paste_notice(self) -> None:
        """Makes a draft of the notice on the clipboard."""
        self.bringing.paste_notice()

    @property
    def takes_notices(self) -> bool:
        """Whether a notice can be pasted on the page that is shown."""
        return self.line is not None and self.line.takes_notices

    def paste(self) -> None:
        """Ctrl+V: what is on the clipboard goes where it belongs."""
        self.bringing.paste()

    def _take_up_notice(self, pasted: object) -> None:
        self.bringing.take_up(pasted)

    def _choose_import(self, code: str) -> None:
        self.files.choose_import(REGISTERS[code])

    def _import_dropped(self, path: Path, register: Register[Any]) -> None:
        self.files.begin_import(register, path)

    @cached_property
    def ledgers(self) -> Ledgers:
        """The other ledgers."""
        from mingbai.ui.shell.ledgers import Ledgers

        return Ledgers(self.session, self)

    @cached_property
    def prints(self) -> Prints:
        """What puts on paper what is shown."""
        from mingbai.ui.shell.prints import Prints

        return Prints(self.session, self)

    @cached_property
    def over(self) -> LaidOver:
        """What is laid over all of it."""
        from mingbai.ui.shell.laid_over import LaidOver

        return LaidOver(self, self)

    def show_commands(self) -> None:
        """Ctrl+K."""
        self.over.show_commands()

    def show_keys(self) -> None:
        """F1."""
        self.over.show_keys()

    def lock(self) -> None:
        """Ctrl+L."""
        self.over.lock()

    def choose_ledger(self) -> None:
        """Ctrl+O."""
        self.ledgers.choose()

    def _offer_ledgers(self) -> None:
        self.ledgers.offer()

    def _print(self) -> None:
        self.prints.ask()

    # The panel.

    @property
    def panel(self) -> RecordPanel:
        """The side panel, hidden until an entry is opened."""
        return self.split.panel

    def _wire_panel(self, panel: RecordPanel) -> None:
        from mingbai.ui.panel.attached import ADD_NAMED as ATTACH_COPIED
        from mingbai.ui.panel.head import PRINT

        panel.close_asked.connect(self.close_panel)
        panel.left.connect(self._go_back)
        set_keys(panel, [Command("print", PRINT, self._print, "Ctrl+P")])
        set_keys(panel, [Command("panel.paste", ATTACH_COPIED, self._paste_into_panel, "Ctrl+V")])

    def _paste_into_panel(self) -> None:
        """Files and pictures are attached to what is open; anything else goes where it does elsewhere."""
        if not self.panel.take_copied() and self.takes_notices:
            self.paste()

    @property
    def panel_open(self) -> bool:
        """Whether the panel stands beside the page."""
        return self.split.panel_open

    def open_entry(self, entry: Entry | None) -> None:
        """Opens an entry beside the page, or closes the panel."""
        if entry is None:
            self.close_panel()
            return
        hidden = not self.panel_open
        self.page.mark(entry)
        self.panel.show_entry(entry)
        self.panel.show()
        if hidden:
            self.split.place_panel(self.width(), self.height())
        code, name = self._meant
        if code == entry.register.code:
            # Rows that were only passed by keep the keyboard in the list.
            self.panel.reveal(name, begin=hidden)
        self._follow(follows=True)
        self._share_keys()

    def _carry_out(self, suggestion: Entry) -> None:
        """How a suggestion was carried out is asked where all of them stand."""
        self.show_page("review")
        self.page.carry_on(suggestion.uid)

    def _share_keys(self) -> None:
        """The keys that decide stand on the page or in the panel, never in both."""
        if self.panel_open:
            entry = self.panel.entry
            self.panel.flags.show_keys(entry is None or not self.page.decides(entry))

    def _mean_field(self, code: str, name: str) -> None:
        """From now on entries of a register are opened for one of their fields."""
        self._meant = (code, name)

    def _mean_nothing(self, _: str = "") -> None:
        self._meant = ("", "")

    def close_panel(self) -> None:
        """Closes the panel; the list gets the focus back."""
        focus = QApplication.focusWidget()
        left = self.panel_open and focus is not None and self.panel.isAncestorOf(focus)
        if self.panel_open:
            self.panel.hide()
            self.panel.show_entry(None)
        self._follow(follows=False)
        if left or self.page.of_register is not None:
            self._go_back()

    def _go_back(self) -> None:
        """The list gets the focus; the panel stays."""
        self.page.take_focus()

    def _follow(self, *, follows: bool) -> None:
        for page in self._pages.values():
            page.follow(follows)

    def event(self, event: QEvent) -> bool:
        """Every key of whatever lies inside comes by before it is one."""
        self._enter.hear(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, of whatever lies inside and has none of its own."""
        if not self._enter.presses(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Tab, of whatever lies inside: where the eye goes next. Qt also asks when the focus goes away."""
        if self.footing.lost():
            return True
        cover = self.over.cover
        # With a single stop left Qt would look for another one beneath the cover.
        return go_on(cover or self, ahead=ahead) or cover is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = self.session.look
        self.rail.fold(self.width() < look.px(FOLDED))
        if self.panel_open:
            self.split.place_panel(self.width(), self.height())

    # What is told.

    def _saved(self, change: Change) -> None:
        if change.deed not in SAVED_DEEDS:
            self.status.saved(datetime.now())
        self.ways.count_soon()

    def _show_status(self) -> None:
        rows = self.page.of_register
        told = rows.status() if rows is not None else NO_WORDS
        self.status.detail(self.session.word(told))

    def keep_typed(self) -> None:
        """Keeps all half-typed text; whoever comes next finds it once the deeds are done."""
        for line in self._lines.values():
            line.keep_now()
        for page in self._pages.values():
            page.keep_typed()
        if self.panel_open:
            self.panel.keep_now()

    def state(self) -> dict[str, Any]:
        """What to come back to."""
        pages = {code: page.state() for code, page in self._pages.items()}
        return {
            "page": self.page.code,
            "pages": {**self._kept, **pages},
            **self.ways.state(),
            **self.figure_rows.state(),
            **self.behind.state(),
        }
