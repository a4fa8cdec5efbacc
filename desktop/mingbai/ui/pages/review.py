"""The page Review: what waits is decided by one key each; beside it, what was cut and who asks for the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mingbai.desk.cuts import was_cut_before
from mingbai.desk.reviewing import Decided, Next, Review, Waiting, review_of
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Change, Entry
from mingbai.ui.agenda.following import Following
from mingbai.ui.agenda.rows import Head, Row
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.command import Command
from mingbai.ui.letters import NOTHING_TO_WRITE, is_void
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.roles import styled
from mingbai.ui.pages import review_words as said
from mingbai.ui.pages.belongs import ICONS
from mingbai.ui.pages.page import Page
from mingbai.ui.pages.review_card import ACTS, RECHECK
from mingbai.ui.pages.review_chips import CHIPS, LETTER, ReviewChips, held
from mingbai.ui.pages.review_commands import commands
from mingbai.ui.pages.review_deeds import ReviewDeeds
from mingbai.ui.pages.review_head import ReviewHead
from mingbai.ui.pages.review_room import LOWEST, ReviewRoom
from mingbai.ui.pages.review_rows import row_of
from mingbai.ui.pages.review_went import Went
from mingbai.ui.panel.verdict_keys import CARRY, VERDICTS
from mingbai.ui.reading import Reading
from mingbai.ui.session import Session

CHANGED_MS = 80


class ReviewPage(Page):
    """What waits to be assessed, carried out or looked at again."""

    code: ClassVar[str] = "review"
    words: ClassVar[Words] = Words("减负研判", "Review")
    icon: ClassVar[str] = "scale"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        styled(self, "page")
        self.review: Review | None = None
        self._shown = "waiting"
        self._wanted = ""
        self._for_waiting = False
        """One came for what waits, if something does."""
        self._restored = False
        """The chip shown is of the last time: where nothing is in it now, what waits is shown."""
        self._asks = self._back = False
        """The entry wanted is to be noted as cut at once, and whoever did goes back to what waits."""
        self._carries_soon = False
        """What was assessed last is to be noted as cut, once it is read."""
        self._stands_in = False
        """The chip has the focus in the stead of the list."""
        self._told = self._slimmed = False
        """The card has something to show; and its list one line a row."""
        self._reading = Reading(session, review_of, self._show, self)
        self._build()
        self._changed = QTimer(self)
        self._changed.setSingleShot(True)
        self._changed.setInterval(CHANGED_MS)
        self._changed.timeout.connect(self.refresh)
        session.changed.connect(self._heard)

    # What the window does with it.

    def come(self, part: str = "") -> None:
        """For one of its lists, or for what waits, whichever one was at last."""
        if part in CHIPS:
            self.show_list(part)
        else:
            self._for_waiting = True
            self._show_waiting()

    def _show_waiting(self) -> None:
        waits = self.review is not None and bool(self.review.waiting)
        if self._for_waiting and waits and self._shown != "waiting":
            self.show_chip("waiting")

    def arrive(self) -> None:
        """Reads what waits and takes the focus into the list."""
        self.refresh()
        self.take_focus()

    def take_focus(self) -> None:
        """To the list; where nothing is in it, to its chip, so that the keys still lead somewhere."""
        self._stands_in = self.room.is_empty
        found = self.chips[self._shown] if self._stands_in else self.list
        (self.beside if self.room.cut_alone else found).setFocus()

    def commands(self) -> Sequence[Command]:
        """The keys of what is open, by name."""
        return commands(self)

    def says(self, key: str, kind: type) -> bool:
        """Whether a key says something about what is open, which is of that kind."""
        row = self.list.current()
        what = row.what if row is not None else None
        if self.room.cut_alone:
            return False
        if key == CARRY and not isinstance(what, Decided):
            return bool(self.went.suggested)
        return self._told and key in self.card.keys and isinstance(what, kind)

    def follow(self, follows: bool) -> None:
        """Says whether a panel is open, which then goes along with the current row."""
        self._following.on = follows
        self._show_card()

    def state(self) -> dict[str, Any]:
        """The chip and the open entry."""
        row = self.list.current()
        return {"chip": self._shown, "row": row.key if row is not None else self._wanted}

    def restore(self, state: dict[str, Any]) -> None:
        """Shows that chip, and that entry once it is read."""
        chip = str(state.get("chip") or "")
        self._wanted = str(state.get("row") or "")
        if chip in CHIPS:
            self._restored = True
            self.show_chip(chip)

    def _heard(self, _: Change) -> None:
        # A method of ours: it is let go with the page.
        self._changed.start()

    def refresh(self) -> None:
        """Reads what waits, off the window's thread; never twice at once."""
        self._reading.begin()

    def show_chip(self, code: str) -> None:
        """Shows what waits to be assessed, to be carried out, to be looked at again, or what was decided."""
        self._shown, self._back, self._carries_soon, self._for_waiting = code, False, False, False
        self._asks = self._asks and code == "suggestions"
        self.chips[code].setChecked(True)
        self._fill()

    def carry_on(self, decision: str, *, back: bool = False) -> None:
        """Asks how a suggestion was carried out; afterwards whoever came from what waits goes `back` there."""
        self._wanted, self._asks = decision, True
        self.show_chip("suggestions")
        self._back = back
        self.take_focus()

    def press(self, key: str) -> None:
        """Does what a key says about what is open; a key that says nothing is passed over."""
        row = self.list.current()
        what = row.what if row is not None else None
        if self.room.cut_alone:
            return
        if key == CARRY and not isinstance(what, Decided):
            self._carry_on_last()
        elif not self._told or key not in self.card.keys:
            self._say_silent()
        elif isinstance(what, Waiting):
            self.deeds.act(key) if key in ACTS else self.deeds.assess(VERDICTS[key])
        elif self.card.asks_method:
            self.card.choose_method(key)
        elif key in RECHECK:
            self.deeds.recheck(came_back=key == "2")
        else:
            self.card.ask_method()

    def _say_silent(self) -> None:
        if self.review is None:
            # What nobody has seen yet is not decided.
            self.session.said.emit(said.NOT_READ)
        elif not self.card.asks_method:
            self.session.said.emit(said.silent_words(self._shown, empty=self.list.rows.rowCount() == 0))

    def _carry_on_last(self) -> None:
        """What was assessed last was really cut: as long as that is being written and read, it is waited for."""
        if self.went.suggested:
            self.carry_on(self.went.suggested, back=True)
        elif self.deeds.underway or self.went.coming:
            self._carries_soon = True
        else:
            self.session.said.emit(said.ASSESS_FIRST)

    def _carried(self) -> None:
        if self._back:
            self.show_chip("waiting")
        self.take_focus()

    def write_letter(self) -> None:
        """Opens a letter about what is open, to be edited and saved."""
        row = self.list.current()
        entry = _entry_of(row.what) if row is not None else None
        if entry is not None and is_void(entry):
            self.session.said.emit(NOTHING_TO_WRITE)
        elif entry is not None:
            from mingbai.ui.letters.dialog import write_letter

            write_letter(self.session, entry, self)

    def has_letter(self) -> bool:
        """Whether something is open about which one can be written."""
        row = self.list.current()
        entry = _entry_of(row.what) if row is not None else None
        return entry is not None and not is_void(entry)

    # Building.

    def _build(self) -> None:
        word, look = self.session.word, self.session.look
        head = ReviewHead(self.session, self.words)
        self.beside = head.beside
        self.beside.toggled.connect(lambda _: self._share_room())
        self.list = AgendaList(look, word(said.WAIT_HERE), several=True)
        self.list.entered.connect(self._open)
        self.list.opened.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.list.chosen.connect(lambda _: self._show_chosen())
        self._following = Following(self.session, (self.list,), _entry_of, self)
        self.room = ReviewRoom(self.session, self.list, self.beside, self)
        self.card, self.side, self.empty = self.room.card, self.room.side, self.room.empty
        self.card.pressed.connect(self._pressed)
        self.card.given_up.connect(self.take_focus)
        self.card.opened.connect(self._open_current)
        self.deeds = ReviewDeeds(self.session, self.list, self.card, self)
        self.deeds.stepped.connect(self._fill)
        self.deeds.carried.connect(self._carried)
        self.went = Went(self.session)
        self.went.asked.connect(self._carry_on_last)
        self.deeds.went.connect(self.went.tell)
        self.card.method_chosen.connect(self.deeds.carry_out)
        self._chips = ReviewChips(self.session, self._shown, self)
        self._chips.chosen.connect(self.show_list)
        self._chips.letter_asked.connect(self.write_letter)
        self.chips = self._chips.chips
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAGE_SIDE, 20, PAGE_SIDE, 18)
        # A panel below may take its height, whatever is open here.
        self.setMinimumHeight(look.px(LOWEST))
        whole.setSpacing(14)
        whole.addLayout(head)
        whole.addLayout(self._chips)
        whole.addWidget(self.went)
        whole.addLayout(self.room, 1)

    # Showing.

    def _show(self, found: Review) -> None:
        self.review = found
        self.deeds.aside.clear()
        self.side.show_review(found)
        if self.went.show_review(found) and self.went.suggested and self.room.slim:
            self.session.added.emit(said.THEN_CUT)
        if self._restored and not getattr(found, self._shown):
            self.show_chip("waiting")
        else:
            self._fill()
        self._show_waiting()
        self._restored = self._for_waiting = False
        if self._carries_soon and self.went.suggested:
            self._carry_on_last()

    def _fill(self) -> None:
        found = self.review
        if found is None:
            return
        self._chips.show_counts(found)
        self._tell_went()
        shown: Sequence[Waiting | Decided] = getattr(found, self._shown)
        rows = (row_of(one, self.session) for one in shown)
        kept: list[Head | Row] = [self._lined(row) for row in rows if row.key not in self.deeds.aside]
        self.list.put(kept)
        asks = self._choose_wanted()
        # Asked before a sentence takes the place of the list: what is hidden gives the focus away.
        in_list = self.list.hasFocus() or (self._stands_in and self.chips[self._shown].hasFocus())
        self._slimmed = self.room.slim
        self.room.show_rows(said.EMPTY[self._shown], said.FLAG_IT if self._shown == "waiting" else None)
        self._show_chosen()
        if in_list:
            self.take_focus()
        if asks:
            self.card.ask_method()

    def _choose_wanted(self) -> bool:
        """Chooses the row that was asked for; whether it is to be asked at once how it was cut."""
        there = bool(self._wanted) and self.list.rows.row_of(self._wanted) >= 0
        asks = self._asks and there
        if there:
            self.list.choose(self._wanted)
        if there or not self._asks:
            # What was assessed a moment ago is waited for until it is read.
            self._wanted, self._asks = "", False
        return asks

    def _tell_went(self) -> None:
        """Where it went is told where it is not; in little room the status bar alone tells what was done."""
        self.went.setVisible(self.went.where not in ("", self._shown) and not self.room.slim)

    def _lined(self, row: Row) -> Row:
        """In little room on one line: what is next is seen too, and why it waits stands on the card."""
        return replace(row, two_lines=False) if self.room.slim else row

    def _show_chosen(self) -> None:
        row, rows = self.list.current(), self.list.chosen_rows()
        what = row.what if row is not None else None
        if self.review is None or row is None or not isinstance(what, Waiting | Decided):
            self._told = False
            self._show_card()
            return
        icon = ICONS.get(_register_of(what), "task")
        if isinstance(what, Waiting):
            if len(rows) > 1:
                registers = {row.what.entry.register.code for row in rows if isinstance(row.what, Waiting)}
                self.card.show_several(len(rows), mergeable=len(registers) == 1)
            else:
                self.card.show_waiting(
                    what,
                    icon,
                    cut_before=any(was_cut_before(cut.decision, what.entry) for cut in self.review.cuts),
                )
        elif what.next is Next.RECHECK:
            self.card.show_recheck(what, icon, self.review.since_cut(what))
        elif what.next is Next.NOTHING or not self.card.asks_about(what.decision):
            self.card.show_decided(what, icon)
        self._told = True
        self._show_card()

    def _show_card(self) -> None:
        """What is open stands above the list, or, where there is little room, in the panel."""
        rows, row = self.list.chosen_rows(), self.list.current()
        self.card.setVisible(self._told and not self._in_panel and not self.room.cut_alone)
        alone = [one.key for one in rows] == ([row.key] if row is not None else [])
        # Among others it keeps its place: rows that move under the eyes are read anew. Alone it need not stand twice.
        only = alone and self.list.rows.rowCount() == 1
        self.list.leave_out(row if only and not self.card.isHidden() else None)
        self._fit_card()
        # Where the card begins is known once it and the bars above it are laid out.
        QTimer.singleShot(0, self, self._settle)
        self.deciding.emit()

    def _settle(self) -> None:
        """Lays the card out at once: for a moment its keys would stand over what it says."""
        self._fit_card()
        layout = self.layout()
        if layout is not None:
            layout.activate()

    @property
    def _in_panel(self) -> bool:
        """Whether a panel below takes what waits and its keys: beside those there is no room for a card."""
        return (
            self.room.low
            and self._following.on
            and self._shown == "waiting"
            and len(self.list.chosen_rows()) < 2
        )

    def decides(self, entry: Entry) -> bool:
        """Whether the card shows the keys for an entry."""
        row = self.list.current()
        what = row.what if row is not None else None
        return isinstance(what, Waiting) and what.entry.uid == entry.uid and not self.card.isHidden()

    def show_list(self, code: str) -> None:
        """One of the lists, as if its chip was clicked."""
        self.beside.setChecked(False)
        self._wanted, self._asks = "", False
        self.show_chip(code)
        self.take_focus()

    def go_aside(self) -> None:
        """The list of the next chip; after the last one the first."""
        codes = list(CHIPS)
        self.show_list(codes[(codes.index(self._shown) + 1) % len(codes)])

    def _pressed(self, key: str) -> None:
        self.press(key)
        if self.card.line is None:
            self.take_focus()

    # Deeds.

    def _open(self, what: object) -> None:
        entry = _entry_of(what)
        if entry is not None:
            self.session.open(entry)

    def _open_current(self) -> None:
        row = self.list.current()
        if row is not None:
            self._open(row.what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field took: a digit or C decides, L writes a letter."""
        key = event.text().upper()
        # Where nothing that is open is seen, no key speaks of it.
        seen = not held(event) and not self.room.cut_alone
        speaks = bool(key) and seen and not event.isAutoRepeat()
        if speaks and (key in self.card.keys or key in said.KEYS):
            self.press(key)
        elif speaks and key == LETTER:
            self.write_letter()
        elif seen and self.list.hasFocus() and self._chips.go_by(event.key()):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.room.cut_alone:
            self.beside.setChecked(False)
            self.take_focus()
        elif event.key() == Qt.Key.Key_Escape and self.card.asks_method:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _give_up(self) -> None:
        """The question how it was cut is put away; whoever came from what waits is there again."""
        self.card.give_up()
        if self._back:
            self._carried()
        else:
            self._show_chosen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what waits is shown, or what was cut, each alone."""
        super().resizeEvent(event)
        self._chips.keys.setVisible(not self.room.resized())
        if self.room.slim is not self._slimmed:
            self._fill()
        self._share_room()

    def _share_room(self) -> None:
        self.room.share()
        self._show_card()

    def _fit_card(self) -> None:
        self.room.fit_card(self.session.word(said.ALONE[self._shown]))


def _register_of(what: Waiting | Decided) -> str:
    return what.entry.register.code if isinstance(what, Waiting) else what.record.register


def _entry_of(what: object) -> Entry | None:
    return what.entry if isinstance(what, Waiting | Decided) else None
