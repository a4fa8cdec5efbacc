"""What is half typed into a quick-add line, kept among the drafts until it is saved."""

from __future__ import annotations

from typing import Any

from mingbai.ledger.drafts import drop_draft, keep_draft
from mingbai.ui.later import later
from mingbai.ui.quick.pasted_lines import PastedLines
from mingbai.ui.quick.typed_line import TypedLine
from mingbai.ui.session import Session

PLACE = "quick/{page}"
"""Where the half-typed line of a page is kept among the drafts."""
PAUSE_MS = 300
"""It is kept at most so often."""


class LineDraft:
    """The line of one page, with the pasted lines that wait for their turn behind it."""

    def __init__(
        self, session: Session, page: str, register: str, line: TypedLine, pasted: PastedLines
    ) -> None:
        self._session = session
        self._place = PLACE.format(page=page)
        self._register = register
        self._line = line
        self._pasted = pasted
        self._pause = later(line, PAUSE_MS, self._keep)

    def keep_soon(self) -> None:
        """Something was typed."""
        if not self._pause.isActive():
            self._pause.start()

    def keep_now(self) -> None:
        """Keeps what was typed a moment ago, before the line goes away."""
        if self._pause.isActive():
            self._pause.stop()
            self._keep()

    def restore(self, kept: dict[str, Any]) -> None:
        """Brings the line back, if one is among the drafts and nothing was typed since."""
        draft = kept.get(self._place)
        if draft is None or self._line.text():
            return
        text, _, waiting = draft[1].get("text", "").partition("\n")
        self._pasted.waiting = waiting.split("\n") if waiting else []
        self._line.write(text)

    def _keep(self) -> None:
        text = "\n".join([self._line.text(), *self._pasted.waiting]).rstrip("\n")
        ledger, register, place = self._session.ledger, self._register, self._place
        if text.strip():
            self._session.do(lambda: keep_draft(ledger, place, register, {"text": text}))
        else:
            self._session.do(lambda: drop_draft(ledger, place))
