"""What the ledger knows about a quick-add line, told below it while it is typed and once it is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mingbai.desk.quick_noticing import Notice, alike_to_saved, called_alike, flag_notice, noticed
from mingbai.desk.quick_reader import Reader
from mingbai.domain.review import FLAGS
from mingbai.ledger.ledger import Change, Entry
from mingbai.rules.quick.quick import Quick
from mingbai.ui.quick.below import Remarks
from mingbai.ui.quick.spoken import SpokenLines
from mingbai.ui.quick.typed_line import TypedLine
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.flagged import Flagged
    from mingbai.desk.suggesting import Spoken

MOST_FLAGS = 5
"""Of what speaks against a saved entry so much is told at once; the panel tells all."""


class Telling(QObject):
    """Asks off the window's thread; an answer about a line that is another by then is dropped."""

    def __init__(
        self,
        session: Session,
        reader: Reader,
        line: TypedLine,
        standing: Callable[[], Quick],
        spoken: SpokenLines,
        remarks: Remarks,
    ) -> None:
        """`standing` says how the line is read now."""
        super().__init__(line)
        self._session = session
        self._reader = reader
        self._line = line
        self._standing = standing
        self._spoken = spoken
        self._remarks = remarks
        self._entry: Entry | None = None
        """The entry that was told of last."""
        self._flags: tuple[Notice, ...] = ()
        self._found: tuple[Notice, ...] = ()
        """What else was found about it."""
        self._asked = 0

    def calm(self) -> None:
        """Tells nothing."""
        self._spoken.tell(())
        self._remarks.tell(())

    def look_around(self) -> None:
        """Asks what is alike already."""
        quick, session, reader = self._standing(), self._session, self._reader
        if not quick.text.strip():
            return
        self._asked += 1
        asked, ledger, today = self._asked, session.ledger, session.today

        def tell(found: list[Notice]) -> None:
            if asked == self._asked and self._standing() is quick:
                self._remarks.tell(found)

        session.do(lambda: noticed(ledger, reader, quick, today), tell, owner=self)

    def judge(self) -> None:
        """Asks what speaks against the line as it stands."""
        quick, session = self._standing(), self._session
        if not quick.text.strip():
            self._spoken.tell(())
            return
        today, suggester = session.today, session.suggester

        def tell(spoken: Sequence[Spoken]) -> None:
            if self._standing() is quick:
                self._spoken.tell(spoken)

        session.do(lambda: suggester.against_line(quick, today), tell, owner=self)

    def tell_of(self, entry: Entry | None) -> None:
        """From now on what comes up about this entry is told, and nothing about another one any more."""
        if entry is not None or self._entry is not None:
            self._entry, self._flags, self._found = entry, (), ()
            self.calm()

    def look_back(self, entry: Entry, quick: Quick | None = None) -> None:
        """Asks what is alike to an entry that was just saved, from a line or from a notice."""
        ledger, reader, today = self._session.ledger, self._reader, self._session.today

        def look() -> list[Notice]:
            if quick is None:
                return alike_to_saved(ledger, entry, today)
            return noticed(ledger, reader, quick, today, but=entry.uid)

        def tell(found: list[Notice]) -> None:
            if self._entry is entry and not self._line.text():
                self._found = tuple(found)
                self._remark()

        self._session.do(look, tell, owner=self)

    def _remark(self) -> None:
        """Tells what was found, then the flags; what a flag says of an earlier entry is said once.

        Beside what may have been recorded twice here nobody is said to have sent it twice.
        """
        twice = next((one.entry for one in self._found if one.same), None)
        flags = [one for one in self._flags if not called_alike(one.entry, twice)]
        flagged = {one.entry.uid for one in flags if one.entry is not None}
        others = (one for one in self._found if one.entry is None or one.entry.uid not in flagged)
        self._remarks.tell([*others, *flags])

    def add_flags(self, uid: str, flags: Sequence[Flagged]) -> bool:
        """Tells what speaks against the entry that was just saved, behind the other remarks about it."""
        entry = self._entry
        if entry is None or entry.uid != uid or self._line.text():
            return False
        alarms_first = sorted(flags, key=lambda flag: not flag.came_back)
        self._flags = tuple(map(flag_notice, alarms_first[:MOST_FLAGS]))
        self._remark()
        return True

    def forget(self, change: Change) -> bool:
        """Whether another deed was done since, on the entry or elsewhere: what was said of it is past, or no longer holds."""
        # Its flags come by themselves.
        if self._entry is None or change.uids.keys() <= {FLAGS.code}:
            return False
        self.tell_of(None)
        return True
