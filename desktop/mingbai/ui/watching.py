"""Flags stay current: what is saved is held against the rules behind the window, and everything when a list changed.

A save or an export never waits for it. What was stopped, or cut short by closing, is taken up at the next start.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.registers import REVIEWED
from mingbai.domain.review import DECISIONS
from mingbai.domain.rule import RULES
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Change
from mingbai.ledger.undo import NOTICED
from mingbai.ui.later import later
from mingbai.ui.runner import Job, Lane, Progress
from mingbai.ui.session import Session
from mingbai.ui.turns import Turns

if TYPE_CHECKING:
    from mingbai.desk.flagged import Flagged
    from mingbai.desk.live_flags import Refreshed
    from mingbai.desk.watch import Watch

T = TypeVar("T")

LISTS = frozenset(register.code for register in (RULES, HOLIDAYS, CERTIFICATE_TYPES, ALLOWED_PLAQUES))
"""What they say holds for every entry: after a change all are held against them anew."""
WATCHED = frozenset(register.code for register in (*REVIEWED, DECISIONS, DEPARTMENTS))
"""What is saved here may be flagged, or is what an entry was held against."""

HOLDING = Words("正在对照依据", "Checking against the rules")
HELD = Words("已重新对照依据：{told}", "Checked against the rules again: {told}")
NOTHING_NEW = Words("提示没有变化", "no flag changed")
NEW = Words("新提示 {n} 条", "{n} new")
CHANGED = Words("变动 {n} 条", "{n} changed")
GONE = Words("撤下 {n} 条", "{n} no longer hold")
STOPPED = Words(
    "对照依据已停止，已对照的保留；下次打开账本时接着做",
    "Checking was stopped; what was checked stays, and it goes on when the ledger is next opened",
)

DUE = "flags_due/{key}"
"""Under this name it is remembered what is owed."""
SOON_MS = 20
"""Acts that follow one another closely are taken together."""
SETTLED_MS = 1200
"""After a change of a list so long: whoever edits several rules is not held up by each."""
BEGIN_MS = 3000
FEW = 8
"""Of so many entries at most that were saved at once it is told what was noticed."""


class Watching(QObject):
    """Holds what is saved in one session against the rules."""

    def __init__(self, session: Session, key: str) -> None:
        """`key` names the ledger in the memory."""
        super().__init__(session)
        self._session = session
        self._due = DUE.format(key=key)
        self._watch: tuple[date, Watch] | None = None
        """Made and used by the lane of flags alone, with the day it is for."""
        self._changes: list[Change] = []
        self._jobs: list[Job] = []
        self._closed = False
        self._owed = session.memory.get(self._due) is True
        """Not everything was held against the rules as they stand."""
        self._soon = later(self, SOON_MS, self._hold_saved)
        self._settled = later(self, SETTLED_MS, self.hold_all)
        self._begin = later(self, BEGIN_MS, self._bring)
        session.changed.connect(self._heard)
        # From the start on, as much is loaded and read beside the window in its first seconds.
        Turns.of(session.runner)
        self._begin.start()

    def close(self) -> None:
        """Before the ledger closes: what was saved is still held against the rules, long work is cut short."""
        self._begin.stop()
        self._settled.stop()
        if self._soon.isActive():
            self._soon.stop()
            self._hold_saved()
        self._closed = True
        for job in self._jobs:
            job.progress.stop()

    def hold_all(self) -> None:
        """Holds every entry against the rules as they stand, with progress and a way to stop."""
        self._settled.stop()
        for job in self._jobs:
            job.progress.stop()
        self._changes.clear()
        self._owed = True
        session, turns = self._session, Turns.of(self._session.runner)

        def work(progress: Progress) -> Refreshed:
            from mingbai.desk.live_flags import refresh_all
            from mingbai.desk.watch import Watch

            progress(0)
            told = turns.between(progress)
            self._watch = None
            watch = Watch(session.ledger, session.today, told)
            self._watch = (session.today, watch)
            return refresh_all(
                session.ledger,
                today=session.today,
                language=session.look.language,
                progress=told,
                watch=watch,
            )

        self._run(work, self._all_held)

    def _hold_saved(self) -> None:
        changes, self._changes = self._changes, []
        session, turns = self._session, Turns.of(self._session.runner)
        if not changes:
            return

        def work(progress: Progress) -> list[tuple[str, tuple[Flagged, ...]]]:
            from mingbai.desk.live_flags import open_flags, refresh, touched

            told = turns.between(progress)
            watch = self._current(changes, told)
            few: list[str] = []
            for change in changes:
                for some in touched(session.ledger, change, session.today):
                    refresh(
                        session.ledger,
                        watch,
                        some,
                        today=session.today,
                        language=session.look.language,
                        before_each=lambda: told(0, 0),
                    )
                    few += [entry.uid for entry in some[: FEW + 1]]
                    told(0, 0)
            if len(few) > FEW:
                return []
            return [(uid, open_flags(session.ledger, uid, session.today)) for uid in dict.fromkeys(few)]

        if sum(len(uids) for change in changes for uids in change.uids.values()) > FEW:
            self._run(work, self._saved_held)
        else:
            untold = Progress(lambda *_: None)
            session.runner.do(lambda: work(untold), self._saved_held, owner=self, lane=Lane.FLAGS)

    def _run(self, work: Callable[[Progress], T], then: Callable[[T], None]) -> None:
        """A job that is shown and can be stopped; cut short, all is held against the rules another time."""

        def ended(answer: T) -> None:
            self._jobs.remove(job)
            then(answer)
            self._remember()

        def stopped() -> None:
            self._jobs.remove(job)
            self._owed = True
            if not self._jobs:
                session.said.emit(STOPPED)

        session = self._session
        job = session.runner.job(
            session.word(HOLDING), work, ended, owner=self, stopped=stopped, lane=Lane.FLAGS
        )
        self._jobs.append(job)
        self._remember()

    # In the lane of flags.

    def _current(self, changes: list[Change], progress: Callable[[int, int], None]) -> Watch:
        from mingbai.desk.watch import Watch

        session = self._session
        if self._watch is None or self._watch[0] != session.today:
            self._watch = (session.today, Watch(session.ledger, session.today, progress))
        watch = self._watch[1]
        for change in changes:
            watch.heard(change)
        return watch

    # In the window.

    def _heard(self, change: Change) -> None:
        if change.deed == NOTICED or self._closed:
            return
        if LISTS & change.uids.keys():
            self._owed = True
            self._remember()
            self._settled.start()
        if WATCHED & change.uids.keys():
            self._changes.append(change)
            self._soon.start()

    def _bring(self) -> None:
        """A newer program has newer lists; what was owed is taken up; the first save need not wait for the forms."""
        session, turns = self._session, Turns.of(self._session.runner)

        def brought(_: object) -> None:
            if self._owed and not self._settled.isActive():
                self.hold_all()

        def bring() -> None:
            from mingbai.desk.catalogues import bring_catalogues

            bring_catalogues(session.ledger)
            if not self._owed:
                self._current([], turns.between(lambda *_: None))

        session.runner.do(bring, brought, owner=self, lane=Lane.FLAGS)

    def _all_held(self, done: Refreshed) -> None:
        self._owed = self._settled.isActive()
        counts = ((NEW, done.new), (CHANGED, done.changed), (GONE, done.gone))
        parts = [words.format(n=n) for words, n in counts if n] or [NOTHING_NEW]
        told = Words("，".join(part.zh for part in parts), ", ".join(part.en for part in parts))
        self._session.added.emit(HELD.format(told=told))

    def _saved_held(self, found: list[tuple[str, tuple[Flagged, ...]]]) -> None:
        for uid, flags in found:
            if flags:
                self._session.noticed.emit(uid, flags)

    def _remember(self) -> None:
        memory, due = self._session.memory, self._owed or bool(self._jobs)
        if (memory.get(self._due) is True) != due:
            memory.keep(self._due, due)
            memory.write()
