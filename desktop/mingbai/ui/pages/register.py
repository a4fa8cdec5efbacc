"""The page of one register: what is in it, narrowed by chips and a search, and ways in and out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.chips import chips_of, order_of
from mingbai.desk.lists import Question, highest_id, spelled_out, told_where
from mingbai.domain.filter import ALL, Filter
from mingbai.domain.place import PLACES
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import FLAGS
from mingbai.domain.words import NO_WORDS, Mistake, Words
from mingbai.ledger.blocks import ID, Order
from mingbai.ledger.ledger import Change, Entry
from mingbai.ledger.schema import NUMBER
from mingbai.ui.command import Command
from mingbai.ui.later import later
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.belongs import ICONS
from mingbai.ui.pages.bin_strip import BinStrip
from mingbai.ui.pages.page import Page
from mingbai.ui.pages.register_commands import commands_of
from mingbai.ui.pages.register_empty import RegisterEmpty
from mingbai.ui.pages.register_head import RegisterHead
from mingbai.ui.quick.words import BY_LINE_ALONE, EXAMPLES
from mingbai.ui.session import Session
from mingbai.ui.table.chips import ChipsRow
from mingbai.ui.table.chosen_strip import ChosenStrip, chosen_words
from mingbai.ui.table.filter_line import FilterLine
from mingbai.ui.table.view import ListView

ENTRIES = Words("{n} 条", "{n} entries")
SHOWN = Words("{all} 条，显示 {shown} 条", "{shown} of {all} shown")
FOUND = Words("找到 {n} 条", "{n} found")
TYPING_MS = 150
COUNT_MS = 300
COMPACT_WIDTH = 640
LOW = 330
"""Below these, at 100 %, the head is one line and the chips go."""


class RegisterPage(Page):
    """Shows the register with a code."""

    export_asked = Signal(str, object)
    """A typed filter and a `Filter` that ask for what is shown."""
    print_asked = Signal()
    pdf_asked = Signal()
    everywhere_asked = Signal(str)
    """What was not found here is to be looked for in all registers."""
    status_changed = Signal()
    """What `status` says is another now."""

    def __init__(self, session: Session, code: str, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.register = REGISTERS[code]
        # One class serves every register, so what else belongs to a class of pages belongs to this one.
        vars(self).update(code=code, words=self.register.words, icon=ICONS.get(code, "list"))
        # The entries of a list are no line; what is typed above one would go elsewhere.
        vars(self).update(takes_quick_add=code in EXAMPLES)
        self.by_form = not self.register.deeds_only and code not in (*BY_LINE_ALONE, PLACES.code)
        """A form asks for the fields of its entries, beside the line where it has one."""
        self._order: Order | None = None
        self._binned = False
        self._asked_on: date | None = None
        self._compact = False
        self._quick: QWidget | None = None
        styled(self, "page")
        self.view = ListView(session, self.register)
        self.chips = ChipsRow(session, self.register)
        self.filter_line = FilterLine(session, self.register)
        self.filter_line.hide()
        self.bin_strip = BinStrip(session, self.register)
        self.empty = RegisterEmpty(session, self.register, self.icon, by_form=self.by_form)
        self._typing = later(self, TYPING_MS, self._ask)
        self._recount = later(self, COUNT_MS, self.chips.count_anew)
        self._build()
        self._connect()

    # What the window does with it.

    def arrive(self) -> None:
        """Shows the list and takes the focus into it."""
        if self._asked_on != self.session.today:
            self._ask()
            self.chips.count_anew()
        self.take_focus()

    def take_focus(self) -> None:
        """To the list; where it is empty, to what can be done about that."""
        shown = self._stack.currentWidget()
        (self.empty.button if shown is self.empty else self.view).setFocus()

    def place_quick_add(self, line: QWidget) -> None:
        """Puts the quick-add line above the list."""
        self._quick = line
        line.installEventFilter(self)
        self._place_quick()

    def place_beside_title(self, widget: QWidget) -> None:
        """Puts something between title and search."""
        self._head.place_beside_title(widget)

    def ask(self, where: str, name: str = "", beside: Filter = ALL, *, waits: bool = False) -> None:
        """Shows what a filter asks for, typed or `beside`; with a `name` its chip is called so.

        What `waits` is to be mended: once none is left, it is done.
        """
        self._binned = False
        self._forget_search()
        self.chips.choose(where, name, beside, waits=waits)
        self._ask()

    def follow(self, follows: bool) -> None:
        """Says whether a panel is open, which then goes along with the current row."""
        self.view.follows = follows

    def mark(self, entry: Entry) -> None:
        """One of another list is none of this one's."""
        if entry.register is self.register:
            self.view.mark(entry.uid)

    def is_at(self, entry: Entry) -> bool:
        """Of several rows that are chosen none is meant alone."""
        return self.view.hasFocus() and self.view.is_alone(entry.uid)

    def status(self) -> Words:
        """How much there is and is shown, or chosen: for the status bar; empty while nobody counted."""
        chosen = self.view.chosen_count()
        if chosen is None or chosen > 1:
            return chosen_words(chosen)
        if self.view.question.words.strip() and self.search.text().strip():
            rows = self.view.rows
            more = rows.has_before or rows.has_after
            return FOUND.format(n=f"{len(rows.rows)}+" if more else str(len(rows.rows)))
        everything, shown = self.chips.count_of(""), self.chips.count
        if self._binned or not everything or not shown:
            return NO_WORDS
        if everything == shown:
            return ENTRIES.format(n=shown)
        return SHOWN.format(all=everything, shown=shown)

    def state(self) -> dict[str, Any]:
        """Filter, search, order, the chosen entry, the bin."""
        current = self.view.current()
        return {
            "where": self.chips.where,
            "called": self.chips.called,
            "words": self.search.text(),
            "order": None if self._order is None else [self._order.column, self._order.descending],
            "uid": None if current is None else current.uid,
            "binned": self._binned,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Shows what `state` says; a filter or an order that no longer holds is passed over."""
        self._order = self._order_in(state.get("order"))
        self._binned = bool(state.get("binned"))
        self.search.setText(str(state.get("words") or ""))
        where = str(state.get("where") or "")
        if where != self.chips.where:
            self.chips.choose(where, str(state.get("called") or ""))
        self._ask()
        self.chips.count_anew()
        uid = state.get("uid")
        if isinstance(uid, str):
            self.view.show_entry(uid)

    @property
    def shows_rows(self) -> bool:
        """Whether the rows of a figure are shown."""
        return self.chips.beside != ALL

    def leave_rows(self) -> None:
        """Shows the list as it usually is, where the rows of a figure are shown."""
        if self.chips.leave_rows():
            self._chip_chosen()

    def put_away(self) -> bool:
        """Leaves the rows of a figure, or the bin."""
        if self.shows_rows:
            self.chips.back_asked.emit()
        elif self._binned:
            self.show_bin(False)
        else:
            return False
        return True

    def commands(self) -> Sequence[Command]:
        """Ways in and out, deeds on what is chosen, filters, orders, the bin."""
        return commands_of(self)

    def begin_recording(self) -> bool:
        """Ctrl+N: where no line stands above the list, its form."""
        if self.takes_quick_add or not self.by_form:
            return False
        self.begin_adding()
        return True

    def show_quick_add(self) -> None:
        """Back from the bin, where nothing is recorded."""
        if self._binned:
            self.show_bin(False)

    def show_bin(self, shown: bool) -> None:
        """Shows what lies in the bin, or the list again."""
        self._binned = shown
        self._ask()
        self.view.setFocus()

    # Building.

    def _build(self) -> None:
        self._head = RegisterHead(self.session, self.register, by_form=self.by_form)
        self.title, self.count, self.search = self._head.title, self._head.counted, self._head.search
        self.add_button = self._head.add_button
        self.import_button = self._head.import_button
        self.export_button = self._head.export_button
        self.print_button = self._head.print_button
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(PAGE_SIDE, 20, PAGE_SIDE, 16)
        self._whole.setSpacing(14)
        self._whole.addLayout(self._head)
        self._whole.addWidget(self.chips)
        self._whole.addWidget(self.filter_line)
        self._whole.addWidget(self.bin_strip)
        self._whole.addWidget(self._card(), 1)

    def _card(self) -> QFrame:
        card = styled(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 8)
        self._stack = QStackedLayout()
        # First of all: what is put into it is shown at once, where it stands or else as a window of its own.
        inside.addLayout(self._stack)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        inside.addWidget(ChosenStrip(self.session, self.view))
        return card

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typing.start)
        self.search.downwards.connect(self._leave_search)
        self.add_button.clicked.connect(self.begin_adding)
        self.import_button.clicked.connect(self.begin_import)
        self.export_button.clicked.connect(self.export)
        self.chips.chosen.connect(lambda _: self._chip_chosen())
        self.chips.typing_asked.connect(self.type_filter)
        self.chips.counted.connect(self._show_count)
        self.chips.counted.connect(self.status_changed)
        self.chips.chosen.connect(lambda _: self.status_changed.emit())
        self.view.chosen_changed.connect(self.status_changed)
        self.filter_line.asked.connect(self._typed_filter)
        self.filter_line.named.connect(self._save_filter)
        self.filter_line.put_away.connect(self._put_filter_away)
        self.filter_line.left_below.connect(self.view.setFocus)
        self.view.order_chosen.connect(self.sort)
        self.view.rows.answered.connect(self._show_empty_or_list)
        self.view.rows.answered.connect(self.status_changed)
        for told in (self.view.rows.rowsInserted, self.view.rows.rowsRemoved):
            told.connect(lambda *_: self._show_empty_or_list())
        self.bin_strip.take_out_asked.connect(self.view.deeds.take_out_of_bin)
        self.bin_strip.back_asked.connect(lambda: self.show_bin(False))
        self.empty.list_asked.connect(lambda: self.show_bin(False))
        self.empty.whole_asked.connect(lambda: self.ask(""))
        self.empty.in_all_asked.connect(self._search_all)
        self.empty.clear_asked.connect(self._clear_search)
        self.empty.everywhere_asked.connect(self.everywhere_asked)
        self.empty.add_asked.connect(self.begin_adding)
        self.empty.import_asked.connect(self.begin_import)
        self.session.changed.connect(self._heard)

    # Asking.

    def _ask(self) -> None:
        self._typing.stop()
        self._asked_on = self.session.today
        where = "" if self._binned else self.chips.where
        question = Question(
            where,
            self.search.text(),
            self._order or order_of(self.register, where, self.session.glossary.context()),
            self._binned,
            ALL if self._binned else self.chips.beside,
        )
        try:
            self.view.ask(question)
        except Mistake:
            # A kept filter no longer means anything: the line says why, and the list stays as it was.
            self.filter_line.show()
            self.filter_line.begin(self.chips.where)
            self.filter_line.ask()
        self.bin_strip.setVisible(self._binned)
        if self._quick is not None:
            self._quick.setVisible(not self._binned)
        self._show_chips()

    def _chip_chosen(self) -> None:
        self._order = None
        self._binned = False
        self._ask()

    def sort(self, order: Order) -> None:
        """Shows the list in another order."""
        self._order = order
        self._ask()

    def _typed_filter(self, where: str) -> None:
        self.chips.choose(where)
        self._ask()

    def _save_filter(self, name: str, where: str) -> None:
        self.chips.save(name, where)
        self.filter_line.hide()

    def type_filter(self) -> None:
        """Opens the line in which a filter is typed, with what may be added to the one in force."""
        self.filter_line.show()
        self.filter_line.begin(self.chips.where)
        self.filter_line.offer()

    def _put_filter_away(self) -> None:
        self.filter_line.hide()
        self.view.setFocus()

    def _forget_search(self) -> None:
        # Not by blocking its signals: the field's own cross listens to them too.
        self.search.clear()
        self._typing.stop()

    def begin_search(self) -> None:
        """Takes the focus into the search field."""
        self.search.setVisible(True)
        self.search.setFocus()
        self.search.selectAll()

    @property
    def of_register(self) -> RegisterPage:
        return self

    def begin_adding(self) -> None:
        """Opens the form of a new entry; the list then shows it."""
        from mingbai.ui.panel.adding import add_to

        add_to(self.session, self.register, self).added.connect(lambda entry: self.view.show_entry(entry.uid))

    def begin_import(self) -> None:
        """Asks for a file to import."""
        self.session.import_asked.emit(self.register.code)

    def export(self) -> None:
        """Asks for an export of what is shown."""
        where = spelled_out(self.session.ledger, self.register, self.view.question.where, self.session.today)
        words = self.view.question.words.strip()
        parts = (where, words, "binned=1" if self._binned else "")
        self.export_asked.emit(" ".join(part for part in parts if part), self.view.question.beside)

    def choose_columns(self) -> None:
        """Opens the menu of columns."""
        menu = self.view.head.column_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.head.mapToGlobal(QPoint(0, self.view.head.height())))

    def _order_in(self, kept: Any) -> Order | None:
        match kept:
            case [str(column), bool(descending)] if column in self.register.fields or column in self._plain():
                return Order(column, descending=descending)
        return None

    def _plain(self) -> tuple[str, ...]:
        return (ID, NUMBER) if self.register.numbered else (ID,)

    # Showing.

    def _heard(self, change: Change) -> None:
        if self.register.code in change.uids or (self.register.reviewed and FLAGS.code in change.uids):
            self._recount.start()
            if self._stack.currentIndex() == 1:
                self._say_empty()  # what is no longer true: that nothing was ever written here

    def _show_count(self) -> None:
        said = next((chip for chip in chips_of(self.register.code) if chip.said is not None), None)
        if said is not None and said.said is not None:
            n = self.chips.count_of(said.where)
            words = said.said.format(n=n)
        else:
            n = self.chips.count_of("")
            words = ENTRIES.format(n=n)
        self._head.show_count(self.session.word(words) if n not in ("", "0") else "")

    def _show_empty_or_list(self) -> None:
        rows = self.view.rows
        empty = not rows.rows and not rows.busy and not rows.has_after and not rows.has_before
        self.export_button.setEnabled(not empty)
        # Of two that lie on each other the hidden one may not ask for room.
        self.empty.setMinimumHeight(0 if empty else 1)
        self.print_button.setEnabled(not empty)
        if not empty:
            self._stack.setCurrentIndex(0)
            return
        had_focus = self.view.hasFocus()
        self._say_empty()
        self._stack.setCurrentIndex(1)
        if had_focus and self.empty.button.isVisible():
            self.empty.button.setFocus()

    def _say_empty(self) -> None:
        if self._binned:
            self.empty.say_bin()
        elif self.view.question.words.strip():
            self.empty.say_not_found(self.search.text().strip(), self._within)
        elif highest_id(self.session.ledger, self.register):
            self.empty.say_none_such(self.chips.called, waits=self.chips.waits)
        else:
            self.empty.say_first(below_line=self._quick is not None)

    @property
    def _within(self) -> str:
        """What the list is narrowed to, as its chip or the typed filter says; empty for all of it."""
        chips, session = self.chips, self.session
        if not chips.where and chips.beside == ALL:
            return ""
        return chips.called or told_where(self.register, chips.where, session.glossary, session.look.language)

    def _search_all(self) -> None:
        """Looks for the same words among all entries."""
        self._order = None
        self._binned = False
        self.chips.choose("")
        self._ask()
        self.search.setFocus()

    def _leave_search(self) -> None:
        """Down or Enter goes to what was found; where nothing was, it looks for that in all."""
        typed, asked = self.search.text().strip(), self.view.question.words.strip()
        if typed and typed == asked and self._stack.currentIndex() == 1 and self._within:
            self._search_all()
        else:
            self.view.setFocus()

    def _clear_search(self) -> None:
        self._forget_search()
        self._ask()

    # Room.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the head is one line and the chips go; their commands stay."""
        super().resizeEvent(event)
        fits = self._head.spell(self.width() - 2 * PAGE_SIDE)
        compact = not fits or self.width() < self.session.look.px(COMPACT_WIDTH)
        if compact != self._compact:
            self._compact = compact
            self._place_quick()
        self._head.fit(compact=compact, with_quick=compact and self._quick is not None and not self._binned)
        self._show_chips()
        around = 12 if self._is_low() else 20
        self._whole.setContentsMargins(PAGE_SIDE, around, PAGE_SIDE, 12 if self._is_low() else 16)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is being typed may need the room of the chips."""
        if watched is self._quick and event.type() == QEvent.Type.Resize:
            self._show_chips()
        return super().eventFilter(watched, event)

    def _show_chips(self) -> None:
        crowded = self._compact and self._quick is not None and self._quick.height() > self.height() // 3
        self.chips.setVisible(not self._binned and not self._is_low() and not crowded)

    def _is_low(self) -> bool:
        return self.height() < self.session.look.px(LOW)

    def _place_quick(self) -> None:
        if self._quick is None:
            return
        if self._compact:
            self._whole.removeWidget(self._quick)
        self._head.place_quick(self._quick, inside=self._compact)
        if not self._compact:
            self._whole.insertWidget(1, self._quick)
        self._quick.setVisible(not self._binned)
