"""The page Review: what waits is decided by one key each; beside it, what was cut and who asks for the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.cuts import Cut
from mingbai.desk.lines import NOTHING, Line
from mingbai.desk.reviewing import Decided, Review, Waiting, review_of
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Change, Entry
from mingbai.ui.agenda.following import Following
from mingbai.ui.agenda.rows import Head, Row
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.command import Command
from mingbai.ui.letters import WRITE
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.belongs import ICONS
from mingbai.ui.pages.empty_list import EmptyList
from mingbai.ui.pages.page import Page
from mingbai.ui.pages.review_card import ACTS, CARRY_OUT, RECHECK, ReviewCard
from mingbai.ui.pages.review_chips import CHIPS, LETTER, ReviewChips
from mingbai.ui.pages.review_deeds import ReviewDeeds
from mingbai.ui.pages.review_rows import row_of
from mingbai.ui.pages.review_side import ReviewSide
from mingbai.ui.panel.verdict_keys import VERDICTS
from mingbai.ui.reading import Reading
from mingbai.ui.session import Session

YOU_DECIDE = Words("系统只提示，由您来定", "Suggestions only; you decide")
WAIT_HERE = Words("等研判的事", "Waiting to be assessed")

NOTHING_ELSE = Words("没有其他待研判的", "Nothing else waits here")
EMPTY: dict[str, Words] = {
    "waiting": Words("没有等研判的", "Nothing is waiting to be assessed"),
    "suggestions": Words("没有待执行的建议", "No suggestion is waiting to be carried out"),
    "rechecks": Words("没有到期的复查", "No recheck is due"),
    "decided": Words("还没有研判过", "Nothing has been assessed yet"),
}
FLAG_IT = Words(
    "觉得哪件不该做，打开它，选“提示这一条”，就会到这里。",
    "Open an entry that seems needless and choose “Flag this entry” to have it here.",
)

ASSESS = Words("研判：{what}", "Assess: {what}")

WHAT_WAS_CUT = Words("看减掉的", "See what was cut")
BACK_TO_LIST = Words("回到列表", "Back to the list")
CHANGED_MS = 80
NARROW = 860
ONE_ROW, TWO_SLIM = 62, 80
SLIM = 360
"""In a page lower than this, at 100 %, each row of the list has one line."""
LOW, LOWEST = 300, 120
"""Below the one the list steps back; lower than the other the page never gets."""
BELOW = 34
"""Between the card and the foot of the page, when the list has stepped back."""
ALONE = 52
"""So high is the list while its only row stands open above it."""
CARD_PERCENT = 58
"""Of the height, at most, for what is open; below it one sees what comes next."""


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
        self._restored = False
        """The chip shown is of the last time: where nothing is in it now, what waits is shown."""
        self._stands_in = False
        """The chip has the focus in the stead of the list."""
        self._told = self._slimmed = False
        """The card has something to show."""
        self._reading = Reading(session, review_of, self._show, self)
        self._build()
        self._changed = QTimer(self)
        self._changed.setSingleShot(True)
        self._changed.setInterval(CHANGED_MS)
        self._changed.timeout.connect(self.refresh)
        session.changed.connect(self._heard)

    # What the window does with it.

    def arrive(self) -> None:
        """Reads what waits and takes the focus into the list."""
        self.refresh()
        self.take_focus()

    def take_focus(self) -> None:
        """To the list; where nothing is in it, to its chip, so that the keys still lead somewhere."""
        self._stands_in = self._stack.currentIndex() == 1
        found = self.chips[self._shown] if self._stands_in else self.list
        (self.beside if self._cut_alone else found).setFocus()

    def commands(self) -> Sequence[Command]:
        """The keys of what is open, by name."""
        if self._shown == "waiting":
            offered = {key: ASSESS.format(what=one.words) for key, one in VERDICTS.items()}
            offered |= {key: ASSESS.format(what=words) for key, words in ACTS.items()}
        elif self._shown == "suggestions":
            offered = dict(CARRY_OUT)
        else:
            offered = dict(RECHECK) if self._shown == "rechecks" else {}
        return [
            Command(
                f"review.{key}",
                words,
                partial(self.press, key),
                keys=key,
                icon="scale",
                enabled=lambda key=key: self._told and key in self.card.keys,  # type: ignore[misc]
            )
            for key, words in offered.items()
        ] + [
            Command(
                "review.letter",
                ASSESS.format(what=WRITE),
                self.write_letter,
                LETTER,
                "doc",
                enabled=self._has_letter,
            ),
        ]

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
        # A method of ours: it is let go with the page, while the session goes on with another one.
        self._changed.start()

    def refresh(self) -> None:
        """Reads what waits, off the window's thread; never twice at once."""
        self._reading.begin()

    def show_chip(self, code: str) -> None:
        """Shows what waits to be assessed, to be carried out, to be looked at again, or what was decided."""
        self._shown = code
        self.chips[code].setChecked(True)
        self._fill()

    def press(self, key: str) -> None:
        """Does what a key says about what is open; a key that says nothing is passed over."""
        if not self._told or self._cut_alone or key not in self.card.keys:
            return
        if self._shown == "waiting" and key in ACTS:
            self.deeds.act(key)
        elif self._shown == "waiting":
            self.deeds.assess(VERDICTS[key])
        elif self._shown == "rechecks":
            self.deeds.recheck(came_back=key == "2")
        elif self.card.asks_method:
            self.card.choose_method(key)
        else:
            self.card.ask_method()

    def write_letter(self) -> None:
        """Opens a letter about what is open, to be edited and saved."""
        row = self.list.current()
        entry = _entry_of(row.what) if row is not None else None
        if entry is not None:
            from mingbai.ui.letters.dialog import write_letter

            write_letter(self.session, entry, self)

    def _has_letter(self) -> bool:
        row = self.list.current()
        return row is not None and _entry_of(row.what) is not None

    # Building.

    def _build(self) -> None:
        word, look = self.session.word, self.session.look
        head = QHBoxLayout()
        head.setSpacing(12)
        title = styled(QLabel(word(self.words)), "title")
        # In little room the card and the list give way.
        title.ensurePolished()
        head.addStrut(title.sizeHint().height())
        head.addWidget(title)
        said = styled(QLabel(word(YOU_DECIDE)), "secondary")
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        said.setToolTip(word(YOU_DECIDE))
        head.addWidget(said, 1)
        self.beside = styled(QPushButton(word(WHAT_WAS_CUT)), "link")
        """Where there is no room beside: what was cut in place of what waits."""
        self.beside.setCheckable(True)
        self.beside.toggled.connect(lambda _: self._share_room())
        self.beside.hide()
        head.addWidget(self.beside)
        self.list = AgendaList(look, word(WAIT_HERE), several=True)
        self.list.entered.connect(self._open)
        self.list.opened.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.list.chosen.connect(lambda _: self._show_chosen())
        self._following = Following(self.session, (self.list,), _entry_of, self)
        self.card = ReviewCard(self.session)
        self.card.pressed.connect(self._pressed)
        self.card.given_up.connect(self.take_focus)
        self.card.opened.connect(self._open_current)
        self.deeds = ReviewDeeds(self.session, self.list, self.card, self)
        self.deeds.stepped.connect(self._fill)
        self.deeds.carried.connect(self.take_focus)
        self.card.method_chosen.connect(self.deeds.carry_out)
        self._chips = ReviewChips(self.session, self._shown, self)
        self._chips.chosen.connect(self._chip_clicked)
        self._chips.letter_asked.connect(self.write_letter)
        self.chips = self._chips.chips
        self.side = ReviewSide(self.session)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.card)
        self._list_frame = self._list_card()
        left.addWidget(self._list_frame, 1)
        left.addStretch(0)
        self._left = left
        body = self._body = QHBoxLayout()
        body.setSpacing(14)
        body.addLayout(left, 62)
        body.addWidget(self.side, 38)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAGE_SIDE, 20, PAGE_SIDE, 18)
        # A panel below may take its height, whatever is open here.
        self.setMinimumHeight(look.px(LOWEST))
        whole.setSpacing(14)
        whole.addLayout(head)
        whole.addLayout(self._chips)
        whole.addLayout(body, 1)

    def _list_card(self) -> QFrame:
        card = styled(QFrame(), "card")
        self._stack = QStackedLayout(card)
        self._stack.setContentsMargins(1, 6, 1, 6)
        self.empty = EmptyList(self.session)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        return card

    # Showing.

    def _show(self, found: Review) -> None:
        self.review = found
        self.deeds.aside.clear()
        self.side.show_review(found)
        if self._restored and not getattr(found, self._shown):
            self.show_chip("waiting")
        else:
            self._fill()
        self._restored = False

    def _fill(self) -> None:
        found = self.review
        if found is None:
            return
        self._chips.show_counts(found)
        shown: Sequence[Waiting | Decided | Line] = getattr(found, self._shown)
        rows = (row_of(one, self.session) for one in shown)
        kept: list[Head | Row] = [self._lined(row) for row in rows if row.key not in self.deeds.aside]
        self.list.put(kept)
        if self._wanted:
            self.list.choose(self._wanted)
            self._wanted = ""
        count, self._slimmed = self.list.rows.rowCount(), self._slim
        # The chosen row of the list is seen whole, in little room with the next one.
        least = TWO_SLIM if self._slimmed and count > 1 else ONE_ROW
        self.empty.setMinimumHeight(self.session.look.px(least))
        empty = count == 0
        how = FLAG_IT if self._shown == "waiting" else None
        self.empty.say(EMPTY[self._shown], how, icon="scale")
        in_list = self.list.hasFocus() or (self._stands_in and self.chips[self._shown].hasFocus())
        self._stack.setCurrentIndex(1 if empty else 0)
        self._show_chosen()
        if in_list:
            self.take_focus()

    def _lined(self, row: Row) -> Row:
        """In little room on one line: what is next is seen too, and why it waits stands on the card."""
        return replace(row, two_lines=False) if self._slim else row

    @property
    def _slim(self) -> bool:
        return self.height() < self.session.look.px(SLIM)

    def _show_chosen(self) -> None:
        row, rows = self.list.current(), self.list.chosen_rows()
        what = row.what if row is not None else None
        if row is None or not isinstance(what, Waiting | Decided):
            self._told = False
            self._show_card()
            return
        icon = ICONS.get(what.entry.register.code, "task")
        if isinstance(what, Waiting):
            if len(rows) > 1:
                registers = {row.what.entry.register.code for row in rows if isinstance(row.what, Waiting)}
                self.card.show_several(len(rows), mergeable=len(registers) == 1)
            else:
                self.card.show_waiting(what, icon, cut_before=bool(self.review and self.review.cuts))
        elif self._shown == "suggestions":
            self.card.show_suggestion(what, icon)
        else:
            self.card.show_recheck(what, icon, self._evidence(what))
        self._told = True
        self._show_card()

    def _show_card(self) -> None:
        """What is open stands above the list, or, where there is little room, in the panel."""
        rows, row = self.list.chosen_rows(), self.list.current()
        self.card.setVisible(self._told and not self._in_panel and not self._cut_alone)
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
        low = self.height() < self.session.look.px(LOW)
        return low and self._following.on and self._shown == "waiting" and len(self.list.chosen_rows()) < 2

    def decides(self, entry: Entry) -> bool:
        """Whether the card shows the keys for an entry."""
        row = self.list.current()
        what = row.what if row is not None else None
        return isinstance(what, Waiting) and what.entry.uid == entry.uid and not self.card.isHidden()

    def _evidence(self, what: Decided) -> Words:
        cuts: tuple[Cut, ...] = self.review.cuts if self.review is not None else ()
        found = next((cut for cut in cuts if cut.decision.uid == what.decision.uid), None)
        if found is None:
            return NOTHING
        return found.evidence if found.evidence != NOTHING else found.state

    def _chip_clicked(self, code: str) -> None:
        self.beside.setChecked(False)
        self.show_chip(code)
        self.take_focus()

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
        modified = (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        )
        # Where nothing that is open is seen, no key speaks of it.
        speaks = bool(key) and not modified and not event.isAutoRepeat() and not self._cut_alone
        if speaks and key in self.card.keys:
            self.press(key)
        elif speaks and key == LETTER:
            self.write_letter()
        elif event.key() == Qt.Key.Key_Escape and self._cut_alone:
            self.beside.setChecked(False)
            self.take_focus()
        elif event.key() == Qt.Key.Key_Escape and self.card.asks_method:
            self._show_chosen()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window what waits is shown, or what was cut, each alone."""
        super().resizeEvent(event)
        narrow = self.width() < self.session.look.px(NARROW)
        self.beside.setVisible(narrow)
        self._chips.keys.setVisible(not narrow)
        if self._slim is not self._slimmed:
            self._fill()
        self._share_room()

    @property
    def _cut_alone(self) -> bool:
        return self.beside.isChecked() and not self.beside.isHidden()

    def _share_room(self) -> None:
        alone = self._cut_alone
        self.beside.setText(self.session.word(BACK_TO_LIST if alone else WHAT_WAS_CUT))
        self.side.setVisible(alone or self.beside.isHidden())
        self._list_frame.setHidden(alone)
        self._body.setStretch(0, 0 if alone else 62)
        self._show_card()

    def _fit_card(self) -> None:
        """With a panel below in little room what is open takes all of it; the list keeps the keys."""
        low = self.height() < self.session.look.px(LOW) and not self.card.isHidden()
        alone = not self.card.isHidden() and self.list.rows.rowCount() == 1
        self.list.say(self.session.word(NOTHING_ELSE) if alone else "")
        self._list_frame.setMaximumHeight(1 if low else self.session.look.px(ALONE) if alone else 16_777_215)
        # What is not needed below a card stays the page's: a blank card looks as if something were missing.
        self._left.setStretch(1, 0 if alone else 1)
        self._left.setStretch(2, 1 if alone else 0)
        room = self.height() - self.card.y() - BELOW
        beside_list = room - self._list_frame.minimumSizeHint().height()
        self.card.fit_into(room if low else min(self.height() * CARD_PERCENT // 100, beside_list))


def _entry_of(what: object) -> Entry | None:
    return what.entry if isinstance(what, Line | Waiting | Decided) else None
