"""What a person answers to a flag: that it is not meant here, or that its rule is meant elsewhere too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mingbai.desk.flagged import Flagged
from mingbai.ledger.ledger import Entry
from mingbai.ui.panel.correcting import Correcting
from mingbai.ui.panel.flag_card import FlagCard
from mingbai.ui.panel.teaching import Teaching
from mingbai.ui.session import Session


class FlagAnswers(QObject):
    """Opens the line for the words below the flag it answers."""

    seen_asked = Signal(QWidget)
    """Below several flags the line would not be seen."""

    def __init__(self, session: Session, flags: FlagCard, entry: Callable[[], Entry | None]) -> None:
        super().__init__(flags)
        self._flags, self._entry = flags, entry
        self.correcting, self.teaching = Correcting(session), Teaching(session)
        for line in (self.correcting, self.teaching):
            line.setParent(flags)
            line.closed.connect(line.hide)
            line.hide()
        flags.set_aside.connect(self._correct)
        flags.meant_too.connect(self._teach)

    def put_away(self) -> None:
        """Another entry is open."""
        self.correcting.hide()
        self.teaching.hide()

    def _correct(self, flag: Flagged) -> None:
        entry = self._entry()
        if entry is not None:
            self._flags.put_below(flag, self.correcting)
            self.correcting.begin(flag, str(entry.stored[entry.register.titled] or ""))
            self._show(self.correcting)

    def _teach(self, flag: Flagged) -> None:
        entry = self._entry()
        if entry is not None:
            self._flags.put_below(flag, self.teaching)
            self.teaching.begin(flag, entry)
            self._show(self.teaching)

    def _show(self, line: QWidget) -> None:
        # Once it is laid out.
        QTimer.singleShot(0, self, lambda: self.seen_asked.emit(line))
