"""What a page shows, read off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from mingbai.desk.glossary import Glossary
from mingbai.domain.words import Trouble
from mingbai.ledger.ledger import Ledger
from mingbai.ui.session import Session

Found = TypeVar("Found")


class Reading(Generic[Found]):
    """Never reads twice at once: asked meanwhile, it reads once more and passes over the first answer."""

    def __init__(
        self,
        session: Session,
        read: Callable[[Ledger, date, Glossary], Found],
        then: Callable[[Found], None],
        owner: QObject,
    ) -> None:
        """`then` gets what was read, as long as `owner` is still there."""
        self._session = session
        self._read = read
        self._then = then
        self._owner = owner
        self._busy = False
        self._again = False

    def begin(self) -> None:
        """Reads as soon as it can."""
        if self._busy:
            self._again = True
            return
        self._busy = True
        session, read = self._session, self._read
        ledger, today, glossary = session.ledger, session.today, session.glossary
        session.runner.do(
            lambda: read(ledger, today, glossary), self._ended, owner=self._owner, refused=self._failed
        )

    def _ended(self, found: Found) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self.begin()
        else:
            self._then(found)

    def _failed(self, trouble: Trouble) -> None:
        self._busy = self._again = False
        self._session.runner.troubled.emit(trouble)
