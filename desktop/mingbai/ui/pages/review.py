"""The page Review: what waits is decided by one key each; beside it, what was cut and who asks for the same."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk import review
from mingbai.desk.cuts import Cut
from mingbai.desk.lines import NOTHING, Line
from mingbai.desk.lists import count_words
from mingbai.desk.merging import merge
from mingbai.desk.review import Verdict
from mingbai.desk.review_lines import subject_of
from mingbai.desk.reviewing import Decided, Review, Waiting, review_of
from mingbai.domain.reading import read_date
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.domain.words import Mistake, Trouble, Words
from mingbai.ledger.ledger import Change, Entry
from mingbai.ui.agenda.following import Following
from mingbai.ui.agenda.rows import Head, Row
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.command import Command
from mingbai.ui.letters import WRITE
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.belongs import ICONS
from mingbai.ui.pages.cut_choice import choose_cut
from mingbai.ui.pages.page import Page
from mingbai.ui.pages.review_card import ACTS, CARRY_OUT, MERGE, RECHECK, ReviewCard, acts_on
from mingbai.ui.pages.review_card import BACK as BACK_KEY
from mingbai.ui.pages.review_rows import row_of
from mingbai.ui.pages.review_side import ReviewSide
from mingbai.ui.panel.verdict_keys import VERDICTS
from mingbai.ui.session import Session

YOU_DECIDE = Words("系统只提示，由您来定", "Suggestions only; you decide")
WAIT_HERE = Words("等研判的事", "Waiting to be assessed")
LETTER = "L"
"""The key that opens a letter about what is open."""
WALK = Words("换一条", "next or previous")
SEVERAL = Words("多选", "select several")

CHIPS: dict[str, Words] = {
    "waiting": Words("待研判", "To assess"),
    "suggestions": Words("建议待执行", "Suggested, not cut yet"),
    "rechecks": Words("复查到期", "Rechecks due"),
    "decided": Words("已研判", "Assessed"),
}
EMPTY: dict[str, Words] = {
    "waiting": Words(
        "没有等研判的。觉得哪件不该做、重复了，打开那条记录，在面板里选“提示这一条”，就会到这里",
        "Nothing is waiting. If something seems needless or asked for twice, open the entry and choose “Flag this entry” in the panel; it then shows up here",
    ),
    "suggestions": Words("没有待执行的建议", "No suggestion is waiting to be carried out"),
    "rechecks": Words("没有到期的复查", "No recheck is due"),
    "decided": Words("还没有研判过", "Nothing has been assessed yet"),
}

ASSESSED = Words("研判为“{assessment}”：{title}", "Assessed as “{assessment}”: {title}")
ALL_ASSESSED = Words("{n} 条研判为“{assessment}”", "{n} assessed as “{assessment}”")
CARRIED_OUT = Words("已核减：{title}", "Cut: {title}")
GONE = Words("没再来：{title}", "Did not come back: {title}")
BACK = Words("又来了：{title}", "Came back: {title}")
MERGED = Words("{n} 条已并入 {number}", "{n} merged into {number}")
ASSESS = Words("研判：{what}", "Assess: {what}")

CHANGED_MS = 80
NARROW = 860
LOW, LOWEST = 300, 120
"""Below the one the list steps back; lower than the other the page never gets."""
BELOW = 34
"""Between the card and the foot of the page, when the list has stepped back."""
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
        self._answered: set[str] = set()
        """Rows whose key was pressed: they step aside at once, before the ledger says so."""
        self._wanted = ""
        self._reading = False
        self._stale = False
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
        self.list.setFocus()

    def commands(self) -> Sequence[Command]:
        """The keys of what is open, by name."""
        if self._shown == "waiting":
            offered = {key: ASSESS.format(what=words) for key, (_, words) in VERDICTS.items()}
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
                enabled=lambda key=key: key in self.card.keys and not self.card.isHidden(),  # type: ignore[misc]
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

    def state(self) -> dict[str, Any]:
        """The chip and the open entry."""
        row = self.list.current()
        return {"chip": self._shown, "row": row.key if row is not None else self._wanted}

    def restore(self, state: dict[str, Any]) -> None:
        """Shows that chip, and that entry once it is read."""
        chip = str(state.get("chip") or "")
        self._wanted = str(state.get("row") or "")
        if chip in CHIPS:
            self.show_chip(chip)

    def _heard(self, _: Change) -> None:
        # A method of ours: it is let go with the page, while the session goes on with another one.
        self._changed.start()

    def refresh(self) -> None:
        """Reads what waits, off the window's thread; never twice at once."""
        if self._reading:
            self._stale = True
            return
        self._reading = True
        session = self.session
        ledger, today, glossary = session.ledger, session.today, session.glossary
        session.runner.do(
            lambda: review_of(ledger, today, glossary), self._show, owner=self, refused=self._failed
        )

    def show_chip(self, code: str) -> None:
        """Shows what waits to be assessed, to be carried out, to be looked at again, or what was decided."""
        self._shown = code
        self.chips[code].setChecked(True)
        self._fill()

    def press(self, key: str) -> None:
        """Does what a key says about what is open; a key that says nothing is passed over."""
        if self.card.isHidden() or key not in self.card.keys:
            return
        if self._shown == "waiting" and key in ACTS:
            self._act(key)
        elif self._shown == "waiting":
            self._assess(VERDICTS[key][0])
        elif self._shown == "rechecks":
            self._recheck(came_back=key == "2")
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
        head.addWidget(styled(QLabel(word(self.words)), "title"))
        said = styled(QLabel(word(YOU_DECIDE)), "secondary")
        said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        said.setToolTip(word(YOU_DECIDE))
        head.addWidget(said, 1)
        self.list = AgendaList(look, word(WAIT_HERE), several=True)
        self.list.entered.connect(self._open)
        self.list.opened.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.list.chosen.connect(lambda _: self._show_chosen())
        self._following = Following(self.session, (self.list,), _entry_of, self)
        self.card = ReviewCard(self.session)
        self.card.pressed.connect(self._pressed)
        self.card.given_up.connect(self.list.setFocus)
        self.card.method_chosen.connect(self._carry_out)
        self.side = ReviewSide(self.session)
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.card)
        self._list_frame = self._list_card()
        left.addWidget(self._list_frame, 1)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addLayout(left, 62)
        body.addWidget(self.side, 38)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 20, 28, 18)
        # A panel below may take its height, whatever is open here.
        self.setMinimumHeight(look.px(LOWEST))
        whole.setSpacing(14)
        whole.addLayout(head)
        whole.addLayout(self._chips_row())
        whole.addLayout(body, 1)

    def _chips_row(self) -> QHBoxLayout:
        word = self.session.word
        row = QHBoxLayout()
        row.setSpacing(8)
        self.chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        for code, words in CHIPS.items():
            chip = styled(QPushButton(word(words)), "chip")
            chip.setCheckable(True)
            chip.setChecked(code == self._shown)
            chip.clicked.connect(lambda _=False, chosen=code: self._chip_clicked(chosen))
            group.addButton(chip)
            row.addWidget(chip)
            self.chips[code] = chip
        row.addStretch(1)
        self._walk_hint = QWidget()
        hint = QHBoxLayout(self._walk_hint)
        hint.setContentsMargins(0, 0, 0, 0)
        hint.setSpacing(6)
        for cap, words in (("↑ ↓", WALK), ("Shift+↓", SEVERAL)):
            hint.addWidget(styled(QLabel(cap), "key"))
            hint.addWidget(styled(QLabel(word(words)), "caption"))
            hint.addSpacing(8)
        write = styled(QPushButton(word(WRITE)), "link")
        write.setAccessibleName(word(WRITE))
        write.clicked.connect(self.write_letter)
        hint.addWidget(styled(QLabel(LETTER), "key"))
        hint.addWidget(write)
        row.addWidget(self._walk_hint)
        return row

    def _list_card(self) -> QFrame:
        card = styled(QFrame(), "card")
        self._stack = QStackedLayout(card)
        self._stack.setContentsMargins(1, 6, 1, 6)
        self.empty = styled(QLabel(), "text")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setMargin(40)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        return card

    # Showing.

    def _show(self, found: Review) -> None:
        self._reading = False
        if self._stale:
            self._stale = False
            self.refresh()
            return
        self.review = found
        self._answered.clear()
        self.side.show_review(found)
        self._fill()

    def _failed(self, trouble: object) -> None:
        self._reading = self._stale = False
        self.session.runner.troubled.emit(trouble)

    def _fill(self) -> None:
        found = self.review
        if found is None:
            return
        self._count(found)
        shown: Sequence[Waiting | Decided | Line] = getattr(found, self._shown)
        rows: list[Head | Row] = [row_of(one, self.session) for one in shown]
        self.list.put([row for row in rows if isinstance(row, Row) and row.key not in self._answered])
        if self._wanted:
            self.list.choose(self._wanted)
            self._wanted = ""
        empty = self.list.rows.rowCount() == 0
        self.empty.setText(self.session.word(EMPTY[self._shown]))
        self._stack.setCurrentIndex(1 if empty else 0)
        self._show_chosen()

    def _count(self, found: Review) -> None:
        counts = {
            "waiting": len(found.waiting),
            "suggestions": len(found.suggestions),
            "rechecks": len(found.rechecks),
            "decided": found.decided_count,
        }
        for code, count in counts.items():
            words = self.session.word(CHIPS[code])
            self.chips[code].setText(f"{words}  {count_words(count)}" if count else words)

    def _show_chosen(self) -> None:
        row, rows = self.list.current(), self.list.chosen_rows()
        what = row.what if row is not None else None
        if not isinstance(what, Waiting | Decided):
            self.card.hide()
            return
        icon = ICONS.get(what.entry.register.code, "task")
        if isinstance(what, Waiting):
            if len(rows) > 1:
                registers = {row.what.entry.register.code for row in rows if isinstance(row.what, Waiting)}
                self.card.show_several(len(rows), mergeable=len(registers) == 1)
            else:
                self.card.show_waiting(what, icon)
        elif self._shown == "suggestions":
            self.card.show_suggestion(what, icon)
        else:
            self.card.show_recheck(what, icon, self._evidence(what))
        self.card.show()

    def _evidence(self, what: Decided) -> Words:
        cuts: tuple[Cut, ...] = self.review.cuts if self.review is not None else ()
        found = next((cut for cut in cuts if cut.decision.uid == what.decision.uid), None)
        if found is None:
            return NOTHING
        return found.evidence if found.evidence != NOTHING else found.state

    def _chip_clicked(self, code: str) -> None:
        self.show_chip(code)
        self.list.setFocus()

    def _pressed(self, key: str) -> None:
        self.press(key)
        if self.card.line is None:
            self.list.setFocus()

    # Deeds.

    def _open(self, what: object) -> None:
        entry = _entry_of(what)
        if entry is not None:
            self.session.open(entry)

    def _assess(self, assessment: Assessment) -> None:
        chosen = [row.what for row in self.list.chosen_rows() if isinstance(row.what, Waiting)]
        if not chosen:
            return
        ledger, today, verdict = self.session.ledger, self.session.today, Verdict(assessment=assessment)
        entries = [one.entry for one in chosen]
        if len(entries) == 1:
            done = ASSESSED.format(assessment=assessment.words, title=chosen[0].title)
        else:
            done = ALL_ASSESSED.format(assessment=assessment.words, n=len(entries))
        stays = assessment is Assessment.UNDECIDED
        language = self.session.look.language
        self._do(
            lambda: review.decide_all(ledger, entries, verdict, today=today, language=language),
            done,
            entries,
            stays=stays,
        )

    def _act(self, key: str) -> None:
        """Opens what an entry resembles, merges them, or links it with what was cut."""
        chosen = [row.what for row in self.list.chosen_rows() if isinstance(row.what, Waiting)]
        if len(chosen) > 1:
            if key == MERGE:
                entries = sorted((one.entry for one in chosen), key=_age)
                self._merge(entries[0], entries[1:])
            return
        row = self.list.current()
        what = row.what if row is not None else None
        if not isinstance(what, Waiting):
            return
        other = acts_on(what).get(key)
        if other is None:
            if key == BACK_KEY:
                choose_cut(self.session, what.entry, self)
            return
        ledger, today = self.session.ledger, self.session.today
        if key == MERGE:
            self._merge(other, [what.entry])
        elif key == BACK_KEY:
            self._do(
                lambda: review.link_back(ledger, other, what.entry, today=today),
                BACK.format(title=what.title),
                [what.entry] if len(what.flags) == 1 else [],
            )
        else:
            self.session.open(subject_of(ledger, other) if other.register is DECISIONS else other)

    def _merge(self, kept: Entry, others: Sequence[Entry]) -> None:
        session = self.session
        ledger, today, language = session.ledger, session.today, session.look.language
        self._do(
            lambda: merge(ledger, kept, others, today=today, language=language),
            MERGED.format(n=len(others), number=kept.number),
            others,
        )

    def _carry_out(self, method: Method, left: int | None) -> None:
        what = self._decided()
        if what is None:
            return
        ledger, today = self.session.ledger, self.session.today
        try:
            since = read_date(self.card.since, today=today)
        except Mistake as mistake:
            self.card.say_problem(mistake.words)
            return
        verdict = Verdict(
            assessment=what.record.assessment,
            method=method,
            effective_from=since,
            note=self.card.note,
            times_after=left if method is Method.RARER else None,
            minutes_after=left if method is Method.THINNER else None,
        )
        self.session.do(
            lambda: review.carry_out(ledger, what.decision, verdict, today=today),
            lambda _: self.list.setFocus(),
            owner=self,
            refused=lambda trouble: self.card.say_problem(trouble.words),
            done=CARRIED_OUT.format(title=what.title),
        )

    def _recheck(self, *, came_back: bool) -> None:
        what = self._decided()
        if what is None:
            return
        ledger, today = self.session.ledger, self.session.today
        deed: Callable[[], object]
        if came_back:
            deed = lambda: review.came_back(ledger, what.decision, today, today=today)  # noqa: E731
        else:
            deed = lambda: review.still_gone(ledger, what.decision, today=today)  # noqa: E731
        done = (BACK if came_back else GONE).format(title=what.title)
        self._do(deed, done, [what.decision])

    def _do(
        self, deed: Callable[[], object], done: Words, entries: Sequence[Entry], *, stays: bool = False
    ) -> None:
        """Runs a deed on the open rows; they step aside at once, and the next one opens."""
        if stays:
            self.list.go_on()
        else:
            self._answered |= {entry.uid for entry in entries}
            self._fill()

        def refused(trouble: Trouble) -> None:
            self._answered -= {entry.uid for entry in entries}
            self._fill()
            self.card.say_problem(trouble.words)

        self.session.do(deed, owner=self, refused=refused, done=done)

    def _decided(self) -> Decided | None:
        row = self.list.current()
        return row.what if row is not None and isinstance(row.what, Decided) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no field took: a digit or C decides, L writes a letter."""
        key = event.text().upper()
        plain = (
            not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier
        )
        if plain and not event.isAutoRepeat() and key and key in self.card.keys:
            self.press(key)
        elif plain and not event.isAutoRepeat() and key == LETTER:
            self.write_letter()
        elif event.key() == Qt.Key.Key_Escape and self.card.asks_method:
            self._show_chosen()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window only what waits is shown."""
        super().resizeEvent(event)
        narrow = self.width() < self.session.look.px(NARROW)
        self.side.setVisible(not narrow)
        self._walk_hint.setVisible(not narrow)
        self._fit_card()
        # Where the card begins is known once the bars above it have their new width.
        QTimer.singleShot(0, self, self._fit_card)

    def _fit_card(self) -> None:
        """With a panel below in little room what is open takes all of it; the list keeps the keys."""
        low = self.height() < self.session.look.px(LOW)
        self._list_frame.setMaximumHeight(1 if low else 16_777_215)
        room = self.height() - self.card.y() - BELOW
        beside_list = room - self._list_frame.minimumSizeHint().height()
        self.card.fit_into(room if low else min(self.height() * CARD_PERCENT // 100, beside_list))


def _age(entry: Entry) -> tuple[str, int]:
    dated = entry.register.dated
    return str(entry.stored.get(dated) or "") if dated else "", entry.id


def _entry_of(what: object) -> Entry | None:
    return what.entry if isinstance(what, Line | Waiting | Decided) else None
