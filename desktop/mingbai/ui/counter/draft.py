"""What is half typed at the counter: kept on the disk, there again after a restart."""

from __future__ import annotations

from collections.abc import Mapping

from shiboken6 import isValid

from mingbai.domain.certificate import CERTIFICATES
from mingbai.ledger.drafts import drafts, drop_draft, keep_draft
from mingbai.ui.counter.note import Note
from mingbai.ui.quick.typed_line import TypedLine
from mingbai.ui.session import Session

PLACE = "counter"
"""Under which name it is kept among the drafts."""


class Draft:
    """The text of the line and of the note's fields; who handles requests here is no part of one."""

    def __init__(self, session: Session, line: TypedLine, note: Note) -> None:
        self._session, self._line, self._note = session, line, note

    @property
    def typed(self) -> dict[str, str]:
        """What stands there now."""
        typed = {name: field.text() for name, field in self._note.fields.items() if name != "handler"}
        return {"text": self._line.text(), **typed}

    def keep(self) -> None:
        """Writes it to the disk, or takes it off where nothing is asked."""
        ledger, typed = self._session.ledger, self.typed
        if typed["text"].strip():
            self._session.do(lambda: keep_draft(ledger, PLACE, CERTIFICATES.code, typed))
        else:
            self._session.do(lambda: drop_draft(ledger, PLACE))

    def restore(self) -> None:
        """Brings back what was kept."""
        kept = drafts(self._session.ledger).get(PLACE)
        if kept is not None:
            self.bring_back(kept[1])

    def bring_back(self, typed: Mapping[str, str]) -> None:
        """Writes it into the line and the fields again."""
        if not isValid(self._line):
            return  # the window was built anew since
        self._line.write(typed.get("text", ""))
        for name, field in self._note.fields.items():
            if name in typed:
                field.setText(typed[name])
