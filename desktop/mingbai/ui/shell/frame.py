"""The window's content: rail, pages, side panel, status bar, and who asks whom.

Built for one look. When another is chosen it is thrown away and built anew with `state()`. What is not
seen at first is imported and built when it is: panel, command bar, keys, cover, prints.
"""

from __future__ import annotations

from datetime import datetime
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mingbai.domain.filter import Filter
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Change, Entry
from mingbai.ui.command import Command
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.page import Page
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.reading_order import go_on
from mingbai.ui.session import Session
from mingbai.ui.shell import stops
from mingbai.ui.shell.rail import Rail
from mingbai.ui.shell.saved_stops import SavedStops
from mingbai.ui.shell.shortcuts import everywhere, set_keys
from mingbai.ui.shell.status import StatusBar
from mingbai.ui.shell.whose import place_told
from mingbai.ui.table.saved import every_filter
from mingbai.ui.table.saved_deeds import name_filter, remove_filter, shift_filter

if TYPE_CHECKING:
    from mingbai.domain.register import Register
    from mingbai.ui.pages.importing import ImportPage
    from mingbai.ui.pages.register import RegisterPage
    from mingbai.ui.panel.panel import RecordPanel
    from mingbai.ui.shell.bringing import Bringing
    from mingbai.ui.shell.files import Files
    from mingbai.ui.shell.ledgers import Ledgers
    from mingbai.ui.shell.lock import Cover
    from mingbai.ui.shell.prints import Prints

NARROW = 1100
"""Below this, at 100 % text, the panel lies under the page."""
FOLDED = 820
"""Below this the rail shows icons alone."""
PANEL, STRIP = 364, 130
LEAST_PAGE = 320
COUNT_MS = 400
PANEL_MS = 450
"""So long after the start the panel is loaded, unless an entry is opened before; later while a page is read.
It is there when the rules are loaded beside the window: at once both would hold it up twice as long."""
PANEL_STEP_MS = 60
PANEL_PARTS = ("mingbai.ui.panel.deeds", "mingbai.ui.panel.form", "mingbai.ui.panel.panel")
"""Loaded one after another, so that a key pressed meanwhile comes between."""
SAVED_DEEDS = ("create", "catalogue")


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
        self._cover: Cover | None = None
        self._shown = False
        self._rows: tuple[str, Filter, Words] | None = None
        self._meant = ("", "")
        styled(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.saved = SavedStops(session.look)
        self.rail = Rail(
            session.look, *place_told(session), stops.FIRST, stops.BELOW, stops.GROUPS, self.saved
        )
        self._used: frozenset[str] = frozenset()
        self._left_at = stops.kept_pages(state)
        self.rail.show_groups(stops.kept_groups(state))
        self.stack = QStackedWidget()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        self.split.addWidget(self.stack)
        self.split.setStretchFactor(0, 1)
        self.status = StatusBar(session.look)
        self._lay_out()
        self._connect()
        self.everywhere = everywhere(self)
        set_keys(self, self.everywhere)
        self._show_filters()
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(COUNT_MS)
        self._recount.timeout.connect(self._count)
        self._recount.start()
        self._panel_parts = iter(PANEL_PARTS)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._load_panel)
        self._soon.start(PANEL_MS)
        self.show_page(str(state.get("page") or stops.FIRST[0].code))
        if "rows" in state:
            self._show_rows_again(state["rows"])

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
        self.rail.chosen.connect(self._go)
        self.saved.chosen.connect(self.ask)
        self.saved.rename_asked.connect(partial(name_filter, session))
        self.saved.remove_asked.connect(partial(remove_filter, session))
        self.saved.move_asked.connect(partial(shift_filter, session))
        session.filters_changed.connect(self._filters_changed)
        self.status.undo_asked.connect(session.undo)
        session.changed.connect(self._saved)
        session.entry_asked.connect(self.open_entry)
        session.field_asked.connect(self._mean_field)
        session.list_asked.connect(self.ask)
        session.rows_asked.connect(self.show_rows)
        session.page_asked.connect(self.show_page)
        session.import_asked.connect(self._import_into)
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
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def show_page(self, code: str) -> None:
        """Shows a page; an unknown one is the first."""
        if code not in stops.PAGES and code not in REGISTERS:
            code = stops.FIRST[0].code
        page = self._pages.get(code) or self._made(code)
        if page is not self.stack.currentWidget() and self.panel_open:
            self.close_panel()
        if code != self._meant[0]:
            self._mean_nothing()
        self.stack.setCurrentWidget(page)
        self._left_at |= stops.left_at(code)
        self.rail.show_chosen(code)
        self._show_status()
        self.moved.emit()
        if self._shown:
            page.arrive()

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

    def _made(self, code: str) -> Page:
        page = self._pages[code] = stops.page_of(code)(self.session)
        self.stack.addWidget(page)
        self._wire(page)
        page.follow(self.panel_open)
        set_keys(page, [command for command in page.commands() if "+" in command.keys or command.global_keys])
        kept = self._kept.pop(code, None)
        if isinstance(kept, dict):
            page.restore(kept)
        return page

    def _wire(self, page: Page) -> None:
        page.deciding.connect(self._share_keys)
        rows = page.of_register
        register = rows.register if rows is not None else None
        if page.takes_quick_add:
            line = QuickLine(
                self.session, None if register is None or register.deeds_only else register, page.code
            )
            page.place_quick_add(line)
            line.restore()
            line.paste_asked.connect(self.paste_notice)
            line.import_asked.connect(self._import_dropped)
            line.left.connect(rows.view.setFocus if rows is not None else page.arrive)
            self._lines[page.code] = line
        if rows is not None:
            self._wire_rows(rows)

    def _wire_rows(self, page: RegisterPage) -> None:
        page.chips.chosen.connect(self._mean_nothing)
        page.export_asked.connect(lambda *asked: self.files.export(page.register, *asked))
        page.print_asked.connect(self._print)
        page.print_button.clicked.connect(lambda: self.prints.offer(page))
        page.everywhere_asked.connect(self.show_commands)
        page.pdf_asked.connect(lambda: self.prints.save_list(page))
        page.status_changed.connect(self._show_status)

    def _go(self, code: str) -> None:
        if code != stops.MORE:
            self.show_page(stops.opened_by(code, self._used, self._left_at))
            return
        self.rail.show_chosen(self.page.code)
        from mingbai.ui.pages.register_commands import BIN

        menu = Menu(self.session.look, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in stops.REST_GROUPS:
            if menu.actions():
                menu.addSection(self.session.word(group.words))
            for stop in group.stops:
                menu.addAction(self.session.word(stop.words), partial(self.show_page, stop.code))
        menu.addSeparator()
        menu.addAction(self.session.word(BIN), self.show_bin)
        foot = self.rail.mapToGlobal(self.rail.rect().bottomRight())
        menu.popup(foot - QPoint(0, menu.sizeHint().height()))

    def ask(self, code: str, where: str = "", name: str = "") -> None:
        """Shows a register's page, asking for what a typed filter says."""
        self.show_page(code)
        page = self._pages[code].of_register
        if page is not None:
            page.ask(where, name)

    def show_rows(self, code: str, wanted: Filter, title: Words) -> None:
        """Shows the rows of a figure that no typed filter can ask for."""
        self.show_page(code)
        page = self._pages[code].of_register
        if page is not None:
            self._rows = code, wanted, title
            page.ask("", self.session.word(title), wanted)

    @property
    def rows_shown(self) -> tuple[str, Filter, Words] | None:
        """The figure whose rows are shown now, which no typed filter can ask for."""
        page, rows = self.page.of_register, self._rows
        if rows is None or page is None:
            return None
        return rows if (page.code, page.chips.beside) == rows[:2] else None

    def _show_rows_again(self, kept: object) -> None:
        from mingbai.desk.kept_rows import rows_again

        rows = rows_again(kept, self.session.today)
        if rows is not None and rows[0] == self.page.code:
            self.show_rows(*rows)

    def show_bin(self) -> None:
        """What lies in the bin of the register that is shown, or of the first one."""
        if self.page.of_register is None:
            self.show_page("task")
        page = self.page.of_register
        assert page is not None
        page.show_bin(True)

    def begin_adding(self) -> None:
        """Ctrl+N: the quick-add line of this page, or of the first register's."""
        if self.page.begin_recording():
            return
        if self.page.code not in self._lines:
            self.show_page(self.page.adds)
        self._lines[self.page.code].begin()

    def begin_search(self) -> None:
        """Ctrl+F: the search of this page, or over everything."""
        page = self.page.of_register
        if page is not None:
            page.begin_search()
        else:
            self.show_commands()

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

    def choose_ledger(self) -> None:
        """Ctrl+O."""
        self.ledgers.choose()

    def _import_into(self, code: str) -> None:
        self.files.choose_import(REGISTERS[code])

    def _offer_ledgers(self) -> None:
        self.ledgers.offer()

    def _print(self) -> None:
        self.prints.ask()

    # The panel.

    @cached_property
    def panel(self) -> RecordPanel:
        """The side panel, hidden until an entry is opened."""
        from mingbai.ui.panel.attached import ADD_NAMED as ATTACH_COPIED
        from mingbai.ui.panel.head import PRINT
        from mingbai.ui.panel.panel import RecordPanel

        panel = styled(RecordPanel(self.session), "panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel.hide()
        panel.close_asked.connect(self.close_panel)
        panel.left.connect(self._go_back)
        set_keys(panel, [Command("print", PRINT, self._print, "Ctrl+P")])
        set_keys(panel, [Command("panel.paste", ATTACH_COPIED, self._paste_into_panel, "Ctrl+V")])
        self.split.addWidget(panel)
        return panel

    def _load_panel(self) -> None:
        if self.page.waiting:
            # A slow PC shows its first lines before it prepares for what may be opened.
            self._soon.start(PANEL_STEP_MS)
        elif (part := next(self._panel_parts, None)) is not None:
            import_module(part)
            self._soon.start(PANEL_STEP_MS)
        else:
            self.panel  # noqa: B018 - built by being asked for

    def _paste_into_panel(self) -> None:
        """Files and pictures are attached to what is open; anything else goes where it does elsewhere."""
        if not self.panel.take_copied() and self.takes_notices:
            self.paste()

    @property
    def panel_open(self) -> bool:
        """Whether the panel stands beside the page."""
        return "panel" in vars(self) and not self.panel.isHidden()

    def open_entry(self, entry: Entry | None) -> None:
        """Opens an entry beside the page, or closes the panel."""
        if entry is None:
            self.close_panel()
            return
        hidden = not self.panel_open
        self.panel.show_entry(entry)
        self.panel.show()
        if hidden:
            self._place_panel()
        code, name = self._meant
        if code == entry.register.code:
            # Rows that were only passed by keep the keyboard in the list.
            self.panel.reveal(name, begin=hidden)
        self._follow(follows=True)
        self._share_keys()

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

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Tab, of whatever lies inside: where the eye goes next."""
        over = self._cover if self._cover is not None else self
        return go_on(over, ahead=ahead)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        look = self.session.look
        self.rail.fold(self.width() < look.px(FOLDED))
        if self.panel_open:
            self._place_panel()

    def _place_panel(self) -> None:
        look = self.session.look
        lying = self.width() < look.px(NARROW)
        way = Qt.Orientation.Vertical if lying else Qt.Orientation.Horizontal
        self.panel.set_lying(lying)
        # A page folds what it can do without; asked how little it needs, it would tell of the unfolded one.
        self.stack.setMinimumWidth(0 if lying else look.px(LEAST_PAGE))
        if self.split.orientation() != way:
            self.split.setOrientation(way)
        if lying:
            low = min(look.px(STRIP), self.height() // 2)
            self.split.setSizes([max(1, self.split.height() - low), low])
        else:
            self.split.setSizes([max(1, self.split.width() - look.px(PANEL)), look.px(PANEL)])

    # What is told.

    def _saved(self, change: Change) -> None:
        if change.deed not in SAVED_DEEDS:
            self.status.saved(datetime.now())
        self._recount.start()

    def _count(self) -> None:
        """How much waits at each stop of the rail, and which have rows, off the window's thread."""
        session = self.session

        def counted() -> tuple[dict[str, int], frozenset[str]]:
            from mingbai.desk.lists import used_registers
            from mingbai.desk.today import waiting_counts

            used = used_registers(session.ledger, stops.COUNTED_BY)
            return waiting_counts(session.ledger, session.today), used

        session.runner.do(counted, self._show_counted, owner=self)

    def _show_counted(self, counted: tuple[dict[str, int], frozenset[str]]) -> None:
        waiting, self._used = counted
        self.rail.show_counts(waiting)
        self.rail.show_groups(stops.groups_with(self._used))

    def _show_status(self) -> None:
        rows = self.page.of_register
        told = rows.status() if rows is not None else Words("", "")
        self.status.detail(self.session.word(told))

    def _kept_filters(self) -> list[tuple[str, str, str]]:
        return [(code, one.name, one.where) for code, one in every_filter(self.session.memory)]

    def _filters_changed(self, _: str) -> None:
        # A method of ours: it is let go with this frame, while the session goes on with another one.
        self._show_filters()

    def _show_filters(self) -> None:
        self.saved.show_filters(self._kept_filters())

    # Over everything.

    def show_commands(self, typed: str = "") -> None:
        """Ctrl+K; with what is `typed` already."""
        from mingbai.ui.shell.commands import CommandBar

        focus = QApplication.focusWidget()
        panel = self.panel.commands() if self.panel_open else ()
        commands = [*self.page.commands(), *panel, *self.everywhere, *self.ledgers.commands()]
        bar = CommandBar(self.session, commands, self._kept_filters(), self)
        bar.write(typed)
        if focus is not None:
            bar.closed.connect(focus.setFocus)

    def show_keys(self) -> None:
        """F1."""
        from mingbai.ui.shell.keys import KeysPage

        page = KeysPage(self.session.look, self.everywhere, self.page.commands(), self)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.open()

    def lock(self) -> None:
        """Ctrl+L."""
        from mingbai.ui.shell.lock import Cover

        if self._cover is None:
            self._cover = Cover(self.session.look, self)
            self._cover.lifted.connect(self._uncover)

    def _uncover(self) -> None:
        self._cover = None
        QTimer.singleShot(0, self.page.arrive)

    @property
    def locked(self) -> bool:
        """Whether the cover lies over the window."""
        return self._cover is not None

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
        state = {
            "page": self.page.code,
            "pages": {**self._kept, **pages},
            "groups": list(self.rail.groups),
            "left_at": self._left_at,
        }
        if (rows := self.rows_shown) is not None:
            from mingbai.desk.kept_rows import kept_rows

            state["rows"] = kept_rows(rows)
        return state
