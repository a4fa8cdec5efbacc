"""One ledger open in one window: what every part of the window is handed.

Parts never know each other. They ask the session (open this entry, list those) and listen to it (this was
saved); the window decides what that means on screen. The session outlives the widgets: when the look
changes they are built anew around it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from mingbai.desk.bulk import MANY
from mingbai.desk.colleagues import colleagues
from mingbai.desk.deeds import deed_words
from mingbai.desk.glossary import Glossary
from mingbai.domain.column import Uid
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.registers import REGISTERS
from mingbai.domain.staff import STAFF
from mingbai.domain.words import Trouble, Words
from mingbai.domain.written_day import written_day
from mingbai.ledger import undo as undoing
from mingbai.ledger.ledger import Change, Entry, Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.runner import Runner

if TYPE_CHECKING:
    from mingbai.desk.naming import Naming
    from mingbai.desk.suggesting import Suggester

T = TypeVar("T")


class Go(Protocol):
    """Takes the last deed back, or does it again."""

    def __call__(self, ledger: Ledger, *, progress: Callable[[int, int], None] = ...) -> object: ...


UNDONE = Words("已撤销：{deed}", "Undone: {deed}")
OF_DAY = Words("{day}的{deed}", "{deed} of {day}")
REDONE = Words("已重做：{deed}", "Redone: {deed}")
STAYS = Words("{deed}，撤不回", "Cannot be undone: {deed}")
ONCE_MORE = Words(
    "{stays}；再按一次 Ctrl+Z，撤销之前的{deed}", "{stays}. Ctrl+Z once more undoes what was before: {deed}"
)
NOTHING_TO_UNDO = Words("没有可以撤销的了", "Nothing more to undo")
UNDOING = Words("正在撤销", "Undoing")
REDOING = Words("正在重做", "Doing it again")
STOPPED = Words("已停止，一件都没有动", "Stopped; nothing was changed")
STILL_AT_IT = Words("{doing}，请等它做完或先停止", "{doing}; wait until that is done, or stop it")
NOTHING_TO_REDO = Words("没有可以重做的了", "Nothing more to redo")


class Session(QObject):
    """The ledger, the look, the runner and the memory of one window, and what its parts tell each other."""

    changed = Signal(object)
    """A `Change`: an act was saved. Whoever shows some of its entries shows them anew."""
    entry_asked = Signal(object)
    """An `Entry` to open in the side panel, or None to close it."""
    field_asked = Signal(str, str)
    """A register's code and the name of a field: in the entries opened next, that one is to be filled in."""
    list_asked = Signal(str, str)
    """A register's code and a typed filter: show that register's page, asking this."""
    page_asked = Signal(str)
    """The code of a page to show."""
    part_asked = Signal(str, str)
    """The code of a page to show, and which part of it."""
    said = Signal(object)
    """`Words`: one calm line for the status bar."""
    added = Signal(object)
    """`Words`: one more calm line, said behind what was said a moment ago."""
    wrote = Signal(object, object)
    """`Words` and the `Path` of a file that was just written; the status bar offers to open it."""
    done = Signal(object)
    """`Words`: something was done that can be taken back; the undo bar says so."""
    noticed = Signal(str, object)
    """The uid of an entry that was just saved and its open flags, once it was held against the rules."""
    who_changed = Signal()
    """Someone else sits at the window now, or nobody says who."""
    filters_changed = Signal(str)
    """The code of a register whose saved filters are others now."""
    carry_out_asked = Signal(object)
    """The `Entry` of a suggestion that was really cut: ask by which way."""
    look_asked = Signal(object)
    """Another `Look` was chosen."""
    rows_asked = Signal(str, object, object, bool)
    """For what cannot be typed: a register's code, a `Filter`, the `Words` of what its rows are, whether they wait to be mended."""
    import_asked = Signal(str)
    """The code of a register: choose a file to import into it."""
    notice_asked = Signal(object)
    """A `Pasted` notice that was put down: take it up again."""
    restore_asked = Signal(object)
    """The `Path` of a backup to put in the ledger's place; it was asked whether that is meant."""
    ledger_asked = Signal(object)
    """The `Path` of another ledger to open."""
    other_asked = Signal()
    """Another ledger is to be chosen or made, as on the first day."""
    sample_asked = Signal()
    """The sample is to be opened, with nothing asked."""
    ledgers_asked = Signal()
    """Which other ledgers there are is to be shown."""

    def __init__(self, ledger: Ledger, look: Look, memory: Memory, *, today: date | None = None) -> None:
        """With `today` given, it stays that day (for the sample and for tests)."""
        super().__init__()
        self.ledger = ledger
        self.look = look
        self.memory = memory
        self.runner = Runner(self)
        self.written = False
        """Whether anything was saved since the ledger was opened."""
        self._today = today
        self._begun = datetime.now().astimezone().replace(microsecond=0)
        self._back: tuple[Words, Callable[[], None]] | None = None
        self._glossary: Glossary | None = None
        self._naming: Naming | None = None
        names = (code for code, register in REGISTERS.items() if register.naming)
        self._lists = frozenset((*names, HOLIDAYS.code))
        self._suggester: Suggester | None = None
        self._seat = f"who/{ledger.device.uuid}"
        self._ask_who()
        self._told_stays = 0
        """The act of which it was just said that it stays."""
        self._at_it: Words | None = None
        """What is being taken back or done again, where that takes a moment."""
        self.changed.connect(self._acted)
        self.changed.connect(self._forget_names)
        ledger.listeners.append(self._heard)

    def close(self) -> None:
        """Waits for all work, then closes the ledger; from now on nothing asks it anything."""
        self.runner.close()
        self.ledger.listeners.remove(self._heard)
        self.ledger.close()

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today or date.today()

    @property
    def now(self) -> datetime:
        """The time it is, on the day it is."""
        return datetime.combine(self.today, datetime.now().time())

    @property
    def who(self) -> str:
        """The name of whoever sits here, under which all that is done is put down; empty where nobody said."""
        return self.ledger.who

    def sits_down(self, uid: Uid) -> None:
        """One of the staff sits here from now on; this PC remembers it."""
        self.memory.keep(self._seat, uid)
        self._ask_who()
        self.who_changed.emit()

    def stands_up(self) -> None:
        """From now on no name is put down."""
        self.memory.forget(self._seat)
        self._ask_who()
        self.who_changed.emit()

    def _ask_who(self) -> None:
        """Whoever was remembered and still works here, by the name the list has now."""
        kept = self.memory.get(self._seat)
        known: dict[Uid, str] = colleagues(self.ledger, self.today) if kept else {}
        self.ledger.who = known.get(Uid(str(kept)), "")

    @property
    def glossary(self) -> Glossary:
        """What names mean now; kept until a list or the day changes."""
        if self._glossary is None or self._glossary.today != self.today:
            self._glossary = Glossary(self.ledger, self.today)
            self._naming = None
        return self._glossary

    @property
    def naming(self) -> Naming:
        """Which names may be meant by what is typed; kept as long as the glossary."""
        from mingbai.desk.naming import Naming

        glossary = self.glossary
        if self._naming is None:
            self._naming = Naming(self.ledger, glossary)
        return self._naming

    @property
    def suggester(self) -> Suggester:
        """What speaks against an entry that is being written; it is asked off the window's thread."""
        if self._suggester is None:
            from mingbai.desk.suggesting import Suggester

            self._suggester = Suggester(self.ledger)
        return self._suggester

    def word(self, words: Words) -> str:
        """A text in the window's language."""
        return self.look.word(words)

    def do(
        self,
        deed: Callable[[], T],
        then: Callable[[T], None] | None = None,
        *,
        owner: QObject | None = None,
        refused: Callable[[Trouble], None] | None = None,
        done: Words | None = None,
    ) -> None:
        """Runs a deed off the window's thread; see `Runner.do`. `done` is told in the undo bar afterwards."""

        def ended(answer: T) -> None:
            if done is not None:
                self.done.emit(done)
            if then is not None:
                then(answer)

        self.runner.do(deed, ended, owner=owner, refused=refused)

    def open(self, entry: Entry | None) -> None:
        """Asks for an entry in the side panel."""
        self.entry_asked.emit(entry)

    def ask(self, register: str, where: str = "") -> None:
        """Asks for a register's page, filtered."""
        self.list_asked.emit(register, where)

    def did(self, words: Words, deed: Words, back: Callable[[], None]) -> None:
        """Tells of something that is no deed of the ledger; until the next one, undoing calls `back`."""
        self.done.emit(words)
        self._back = (deed, back)

    def undo(self) -> None:
        """Takes the last deed back and says which."""
        if self._back is not None:
            words, back = self._back
            self._back = None
            back()
            self.said.emit(UNDONE.format(deed=words))
            return
        self.do(self._stays, self._undo_past)

    def _stays(self) -> tuple[int, Words] | None:
        """What was done last and stays: the act, and what is said before undo goes past it."""
        found = undoing.passed_over(self.ledger)
        if found is None:
            return None
        words, coming = STAYS.format(deed=self._deed_words(found)), undoing.next_undo(self.ledger)
        if coming is not None:
            words = ONCE_MORE.format(stays=words, deed=self._deed_words(coming))
        return found.act, words

    def _undo_past(self, stays: tuple[int, Words] | None) -> None:
        """Undoes the step before something that stays only for whoever was told of both."""
        if stays is not None and stays[0] != self._told_stays:
            self._told_stays = stays[0]
            self.said.emit(stays[1])
            return
        self._told_stays = 0
        self._go(undoing.next_undo, undoing.undo, UNDONE, NOTHING_TO_UNDO, UNDOING)

    def redo(self) -> None:
        """Does the deed taken back last again, and says which."""
        self._go(undoing.next_redo, undoing.redo, REDONE, NOTHING_TO_REDO, REDOING)

    def _go(
        self,
        upcoming: Callable[[Ledger], undoing.Deed | None],
        go: Go,
        said: Words,
        nothing: Words,
        doing: Words,
    ) -> None:
        """A deed on many entries is gone through with progress; stopped, it is as if nobody had asked."""
        at_it = self._at_it

        def deed() -> Words | None:
            coming = upcoming(self.ledger)
            if coming is None:
                return nothing
            if coming.entries >= MANY:
                return None
            words = said.format(deed=self._deed_words(coming))
            go(self.ledger)
            return words

        def told(words: Words | None) -> None:
            if words is None:
                self._go_through(upcoming, go, said, doing)
            else:
                self.said.emit(words)

        if at_it is None:
            self.do(deed, told)
        else:
            self.said.emit(STILL_AT_IT.format(doing=at_it))

    def _deed_words(self, coming: undoing.Deed) -> Words:
        """What is taken back; of an earlier session with its day, for nobody has just done it."""
        words, at = deed_words(self.ledger, coming), datetime.fromisoformat(coming.at).astimezone()
        if at >= self._begun:
            return words
        return OF_DAY.format(deed=words, day=written_day(at.date(), self.today))

    def _go_through(
        self, upcoming: Callable[[Ledger], undoing.Deed | None], go: Go, said: Words, doing: Words
    ) -> None:
        from mingbai.ui.turns import Turns

        if self._at_it is not None:
            return  # asked twice before it was known how long it takes
        self._at_it = doing
        turns = Turns.of(self.runner)

        def work(progress: Callable[[int, int], None]) -> Words:
            coming = upcoming(self.ledger)
            words = said.format(deed=self._deed_words(coming)) if coming is not None else said
            go(self.ledger, progress=turns.between(progress))
            return words

        def over(then: Callable[[T], None]) -> Callable[[T], None]:
            def ended(answer: T) -> None:
                self._at_it = None
                then(answer)

            return ended

        self.runner.job(
            self.word(doing),
            work,
            over(self.said.emit),
            refused=over(self.runner.troubled.emit),
            stopped=lambda: over(self.said.emit)(STOPPED),
        )

    def _heard(self, change: Change) -> None:
        # Told by the thread that saved; the signal carries it over to the window's.
        self.written = True
        if self._suggester is not None:
            self._suggester.heard(change)
        self.changed.emit(change)

    def _acted(self, _: Change) -> None:
        # What was done beside the ledger is taken back first only as long as it was the last.
        self._back = None
        self._told_stays = 0

    def _forget_names(self, change: Change) -> None:
        if self._lists & change.uids.keys():
            self._glossary = self._naming = None
        if STAFF.code in change.uids and self.memory.get(self._seat):
            self._ask_who()
            self.who_changed.emit()
