"""Saves the fields of the open entry one by one, and keeps on disk what is typed and not saved yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from mingbai.desk.fields import change_field
from mingbai.domain.field import Stored
from mingbai.domain.words import Trouble, Words
from mingbai.ledger.drafts import drafts, drop_draft, keep_draft
from mingbai.ledger.ledger import Entry
from mingbai.ui.later import later
from mingbai.ui.session import Session

KEPT_EVERY_MS = 300
CHANGED = Words("已修改“{label}”", "Changed: {label}")


def place_of_entry(uid: str) -> str:
    """Where the half-typed text of an entry is kept."""
    return f"panel/{uid}"


class Keeping(QObject):
    """Keeps what is typed into the open entry, at most every 0.3 s, off the window's thread."""

    def __init__(self, session: Session, typed: Callable[[], Mapping[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._typed = typed
        self._entry: Entry | None = None
        self._kept: dict[str, str] = {}
        self._timer = later(self, KEPT_EVERY_MS, self.keep)

    def begin(self, entry: Entry) -> dict[str, str]:
        """Turns to an entry and gives back what was typed into it and never saved."""
        self.end()
        self._entry = entry
        _, text = drafts(self._session.ledger).get(place_of_entry(entry.uid), ("", {}))
        self._kept = text
        return text

    def end(self) -> None:
        """Turns away from the entry; what is typed and not saved stays kept."""
        if self._timer.isActive():
            self._timer.stop()
            self.keep()
        self._entry = None

    def drop(self) -> None:
        """Turns away from the entry without keeping what is typed."""
        self._timer.stop()
        self._entry = None

    def note(self) -> None:
        """Something was typed, saved or given up."""
        if self._entry is not None and not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keeps what is typed now; forgets it when nothing is."""
        self._timer.stop()
        if self._entry is None:
            return
        typed = dict(self._typed())
        if typed == self._kept:
            return
        self._kept = typed
        ledger, place, code = self._session.ledger, place_of_entry(self._entry.uid), self._entry.register.code
        if typed:
            self._session.runner.do(lambda: keep_draft(ledger, place, code, typed))
        else:
            self._session.runner.do(lambda: drop_draft(ledger, place))


def save_field(
    session: Session,
    entry: Entry,
    name: str,
    text: str,
    before: Stored,
    then: Callable[[Entry], None],
    refused: Callable[[Trouble], None],
    owner: QObject,
) -> None:
    """Saves one field off the window's thread."""
    session.do(
        lambda: change_field(session.ledger, entry, name, text, before=before, today=session.today),
        then,
        owner=owner,
        refused=refused,
        done=CHANGED.format(label=entry.register.fields[name].words),
    )
