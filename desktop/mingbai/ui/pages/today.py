"""The page Today: what waits, in the order of what hurts, and which day of the next two weeks is jammed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk import recurring
from mingbai.desk.bulk import CLOSE, close_all
from mingbai.desk.day_title import day_title
from mingbai.desk.expecting import STAYED_AWAY_SAID, came_said, expected_words
from mingbai.desk.lines import Line, Opening
from mingbai.desk.today import Agenda, agenda
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Change, Entry, Ledger
from mingbai.ui.agenda.calm import Calm
from mingbai.ui.agenda.following import Following
from mingbai.ui.agenda.load_card import LoadCard
from mingbai.ui.agenda.rows import Row
from mingbai.ui.agenda.so_far import MonthSoFar
from mingbai.ui.agenda.telling import More, told
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.command import Command
from mingbai.ui.later import later
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.pages.page import Page
from mingbai.ui.reading import Reading
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.glossary import Glossary
    from mingbai.desk.so_far import SoFar

WAITS = Words("今天的事", "Waiting today")
BESIDE = Words("等研判、复查的和本周来访", "To assess, to recheck, and visitors")
NOTHING_BESIDE = Words(
    "没有等研判、复查的，本周没有来访", "Nothing to assess or recheck, no visitors this week"
)
DUE_HERE = Words("今天要办的事，列在这里", "What is due is listed here")
FIRST = Words(
    "收到的交办、居民诉求和证明，记下来就会按时出现。",
    "Record an assignment, an issue or a certificate request, and it shows up in time.",
)
BEGIN = Words("登记第一件", "Record the first one")
ALL_CALM = Words("没有逾期、到期和要等的事", "Nothing is late, due or expected")

KEYS_CAME = Words("记为来了", "Record as come")
KEYS_STAYED_AWAY = Words("记为没来", "Record as not come")
OPEN = Words("打开选中的", "Open the selected row")

CLOSED = Words("已办结：{title}", "Marked as done: {title}")

BESIDE_GROUPS = ("waiting", "rechecks", "visitors")
CHANGED_MS = 120
FIGURES_MS = 150
"""So long after the lines the figures of the month are counted: the lines stand on the screen by then."""
LONGEST_WAIT_MS = 15 * 60_000
"""A PC that slept through midnight notices soon after."""
NARROW = 720
LIST, CALM, EMPTY = range(3)
"""What lies on each other."""
LOW, SO_FAR = 420, 560
"""Lower than this the chart goes; the month so far goes sooner, or both together keep a window from becoming low."""
NOTICE = 420
"""So much of the height a notice may want for itself, for as long as it is looked through."""


class TodayPage(Page):
    """What waits today."""

    code: ClassVar[str] = "today"
    words: ClassVar[Words] = Words("今日", "Today")
    icon: ClassVar[str] = "today"
    takes_quick_add: ClassVar[bool] = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        styled(self, "page")
        self.agenda: Agenda | None = None
        self._quick: QWidget | None = None
        self._wanted = ""
        self._reading = Reading(session, agenda, self._show, self)
        self._counting = Reading(session, _counted, self._tell_so_far, self)
        self._figures = later(self, FIGURES_MS, self._counting.begin)
        self._narrow = False
        self._noticing = False
        self.begin: QPushButton | None = None
        self._build()
        self._changed = later(self, CHANGED_MS, self.refresh)
        self._midnight = later(self, LONGEST_WAIT_MS, self._look_at_the_clock)
        session.changed.connect(self._heard)
        self._say_day()
        self._wait_for_midnight()

    # What the window does with it.

    def arrive(self) -> None:
        """Reads what waits and takes the focus into the list."""
        self._look_at_the_clock()
        self.refresh()
        self._focus()

    @property
    def waiting(self) -> bool:
        """Until the agenda is there."""
        return self.agenda is None

    def place_quick_add(self, line: QWidget) -> None:
        """Puts the quick-add line below the title."""
        self._quick = line
        self._whole.insertWidget(1, line)

    def give_way(self, on: bool) -> None:
        """To a notice the chart and the month so far give way; it may come with the page, before all stands."""
        self._noticing = on
        self._fit_height()

    def commands(self) -> Sequence[Command]:
        """What can be done with the chosen line; Enter and Delete do it as well."""
        return (
            Command(
                "today.open", OPEN, self._open_current, icon="arrow", enabled=self._has_entry, heard="Enter"
            ),
            Command(
                "today.came",
                KEYS_CAME,
                self._came_current,
                icon="check",
                enabled=self._is_expected,
                heard="Enter",
            ),
            Command(
                "today.stayed_away",
                KEYS_STAYED_AWAY,
                self._away_current,
                icon="x",
                enabled=self._is_expected,
                heard="Delete",
            ),
            Command("today.close", CLOSE, self._close_current, "D", "check", enabled=self._closes),
        )

    def follow(self, follows: bool) -> None:
        """Says whether a panel is open, which then goes along with the current row."""
        self._following.on = follows

    def mark(self, entry: Entry) -> None:
        """What is open is the chosen line, if it is one of the list."""
        for row in self.list.rows.items:
            if isinstance(row, Row) and (one := _entry_of(row.what)) is not None and one.uid == entry.uid:
                self.list.choose(row.key)
                return

    def is_at(self, entry: Entry) -> bool:
        """The one its focused list has chosen."""
        return self._following.at == entry.uid

    def state(self) -> dict[str, Any]:
        """The chosen line."""
        row = self.list.current()
        return {"line": row.key if row is not None else self._wanted}

    def restore(self, state: dict[str, Any]) -> None:
        """Chooses that line once it is read."""
        self._wanted = str(state.get("line") or "")
        self.list.choose(self._wanted)

    def _heard(self, _: Change) -> None:
        # A method of ours: it is let go with the page, while the session goes on with another one.
        self._changed.start()

    def refresh(self) -> None:
        """Reads what waits, off the window's thread; never twice at once."""
        self._reading.begin()

    # Building.

    def _build(self) -> None:
        word, look = self.session.word, self.session.look
        self.title = styled(QLabel(), "title")
        self.said = styled(QLabel(), "secondary")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.said, 1)
        self.list = AgendaList(look, word(WAITS))
        self.list.entered.connect(self._entered)
        self.list.opened.connect(self._open)
        self.list.put_aside.connect(self._put_aside)
        self.list.closed.connect(self._close)
        self.list.linked.connect(self._follow)
        self.beside = AgendaList(look, word(BESIDE), waits=True)
        self.beside.entered.connect(self._open)
        self.beside.opened.connect(self._open)
        self.beside.linked.connect(self._follow)
        self._following = Following(self.session, (self.list, self.beside), _entry_of, self)
        self._right = self._right_column()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(14)
        self._body.addWidget(self._left_card(), 61)
        self._body.addWidget(self._right, 39)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(PAGE_SIDE, 20, PAGE_SIDE, 18)
        self._whole.setSpacing(14)
        self._whole.addLayout(head)
        self._whole.addLayout(self._body, 1)

    def _left_card(self) -> QFrame:
        card = styled(QFrame(), "card")
        self._stack = _stack_in(card)
        self._stack.addWidget(self.list)
        self._stack.addWidget(Calm(self.session, "check", ALL_CALM))
        return card

    def _empty(self) -> int:
        """The place of what stands in an empty ledger. It is made then: most days there is none."""
        if self.begin is None:
            from mingbai.ui.pages.empty_list import EmptyList

            empty = EmptyList(self.session)
            empty.say(DUE_HERE, FIRST, BEGIN, self._begin, icon="today")
            self.begin = empty.button
            self._stack.addWidget(empty)
        return EMPTY

    def _right_column(self) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        self.chart_card = LoadCard(self.session)
        self.chart_card.asked.connect(self.session.ask)
        self.so_far = MonthSoFar(self.session)
        self.so_far.asked.connect(self.session.rows_asked)
        layout.addWidget(self.chart_card)
        layout.addWidget(self._beside_card(), 1)
        layout.addWidget(self.so_far)
        return column

    def _beside_card(self) -> QFrame:
        card = styled(QFrame(), "card")
        self._beside_stack = _stack_in(card)
        self._beside_stack.addWidget(self.beside)
        self._beside_stack.addWidget(Calm(self.session, "scale", NOTHING_BESIDE))
        return card

    # Showing.

    def _show(self, found: Agenda) -> None:
        if found.day != self.session.today:
            self.refresh()
            return
        self.agenda = found
        look = self.session.look
        at = next((one for one in (self.list, self.beside) if one.hasFocus()), None)
        row = at.current() if at is not None else None
        had_focus = at is self.list or (self.begin is not None and self.begin.hasFocus())
        beside = [] if self._narrow else [group for group in found.groups if group.code in BESIDE_GROUPS]
        left = [group for group in found.groups if group not in beside]
        self.list.put(list(told(left, look)))
        if self._wanted:
            self.list.choose(self._wanted)
            self._wanted = ""
        self.beside.put(list(told(beside, look)))
        _choose(self._stack, LIST if left else self._empty() if found.empty else CALM)
        _choose(self._beside_stack, 0 if beside else 1)
        self.chart_card.tell(found.load)
        self._right.setVisible(not self._narrow and not found.empty)
        self._say_day()
        stands = row is not None and self._stay_at(row.key)
        if had_focus and not stands:
            self._focus()
        self._figures.start()

    def _stay_at(self, key: str) -> bool:
        """The keyboard stays at a row that may stand in the other list now; whether it is in one of them."""
        found = next((one for one in (self.list, self.beside) if one.rows.row_of(key) >= 0), None)
        if found is not None:
            found.choose(key)
            found.setFocus()
        return found is not None

    def _tell_so_far(self, figures: tuple[SoFar, ...]) -> None:
        self.so_far.tell(figures)
        self._fit_height()

    def _say_day(self) -> None:
        word = self.session.word
        self.title.setText(word(day_title(self.session.today)))
        said = word(self.agenda.headline) if self.agenda is not None else ""
        self.said.setText(said)
        self.said.setToolTip(as_typed(said))

    # Deeds.

    def _entered(self, what: object) -> None:
        if isinstance(what, Line) and what.expected:
            self._came(what)
        else:
            self._open(what)

    def _open(self, what: object) -> None:
        if isinstance(what, More):
            self._follow(what.opening)
        elif isinstance(what, Line) and what.entry is not None:
            self.session.open(what.entry)

    def _follow(self, what: object) -> None:
        if not isinstance(what, Opening):
            return
        if what.page:
            self.session.part_asked.emit(what.page, what.where)
        else:
            self.session.ask(what.register, what.where)

    def _came(self, line: Line) -> None:
        if not line.expected:
            return
        last = line.expected[-1]
        ledger, today = self.session.ledger, self.session.today
        self.session.do(
            lambda: recurring.came(ledger, last.demand, last.occurrence.key, received_on=today, today=today),
            owner=self,
            done=came_said(last, today),
        )

    def _put_aside(self, what: object) -> None:
        waiting = what.expected if isinstance(what, Line) else ()
        if not waiting:
            return
        ledger, today, demand = self.session.ledger, self.session.today, waiting[0].demand
        periods = [one.occurrence.key for one in waiting]
        self.session.do(
            lambda: recurring.did_not_come(ledger, demand, *periods, today=today),
            owner=self,
            done=STAYED_AWAY_SAID.format(what=expected_words(waiting, today)),
        )

    def _close(self, what: object) -> None:
        entry = what.entry if isinstance(what, Line) and what.closes else None
        if entry is None or not isinstance(what, Line):
            return
        # What is done goes to the end of the day; whoever has the keyboard goes on to the next row.
        self._following.stay()
        self.list.go_on()
        ledger, at = self.session.ledger, self.session.now
        self.session.do(
            lambda: close_all(ledger, [entry], at), owner=self, done=CLOSED.format(title=what.title)
        )

    def _begin(self) -> None:
        if self._quick is not None:
            self._quick.setFocus()
        else:
            self.session.ask(TASKS.code)

    def _current(self) -> Line | None:
        row = self.list.current()
        return row.what if row is not None and isinstance(row.what, Line) else None

    def _has_entry(self) -> bool:
        line = self._current()
        return line is not None and line.entry is not None

    def _is_expected(self) -> bool:
        line = self._current()
        return line is not None and bool(line.expected)

    def _open_current(self) -> None:
        self._open(self._current())

    def _came_current(self) -> None:
        line = self._current()
        if line is not None:
            self._came(line)

    def _away_current(self) -> None:
        self._put_aside(self._current())

    def _closes(self) -> bool:
        line = self._current()
        return line is not None and line.closes

    def _close_current(self) -> None:
        self._close(self._current())

    def _focus(self) -> None:
        empty = self.agenda is not None and self.agenda.empty
        (self.begin if empty and self.begin is not None else self.list).setFocus()

    # The clock and the room.

    def _look_at_the_clock(self) -> None:
        if self.agenda is not None and self.agenda.day != self.session.today:
            self.agenda = None
            self._say_day()
            self.refresh()
        self._wait_for_midnight()

    def _wait_for_midnight(self) -> None:
        now = datetime.now()
        following = datetime.combine(now.date() + timedelta(days=1), datetime.min.time())
        left = int((following - now).total_seconds() * 1000) + 500
        self._midnight.start(min(left, LONGEST_WAIT_MS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the chart goes, and what stood beside the list goes into it."""
        super().resizeEvent(event)
        narrow = self.width() < self.session.look.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            if self.agenda is not None:
                self._show(self.agenda)
            else:
                self._right.setVisible(not narrow)
        self._fit_height()

    def _fit_height(self) -> None:
        low = self.height() < self.session.look.px(LOW)
        self._whole.setContentsMargins(PAGE_SIDE, 12 if low else 20, PAGE_SIDE, 12 if low else 18)
        height = self.height() - (self.session.look.px(NOTICE) if self._noticing else 0)
        self.chart_card.setVisible(height >= self.session.look.px(LOW))
        tall = height >= self.session.look.px(SO_FAR)
        self.so_far.setVisible(tall and bool(self.so_far.buttons))


def _counted(ledger: Ledger, today: date, _: Glossary) -> tuple[SoFar, ...]:
    from mingbai.desk.so_far import month_so_far

    return month_so_far(ledger, today)


def _choose(stack: QStackedLayout, at: int) -> None:
    """Shows one of those that lie on each other: the others ask for no room then."""
    stack.setCurrentIndex(at)
    for place in range(stack.count()):
        if (page := stack.widget(place)) is not None:
            page.setMinimumHeight(0 if place == at else 1)
    card = stack.parentWidget()
    if card is not None:
        # Of hidden ones nobody hears that they need less.
        stack.invalidate()
        card.updateGeometry()


def _entry_of(what: object) -> Entry | None:
    return what.entry if isinstance(what, Line) else None


def _stack_in(card: QFrame) -> QStackedLayout:
    """What lies on each other in a card, free of its round corners."""
    # Stacked layouts heed no margins of their own.
    card.setContentsMargins(0, 4, 0, 8)
    return QStackedLayout(card)
