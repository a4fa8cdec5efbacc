"""Notices that a person wanted recorded and that wait for an answer behind a later one, kept among the drafts."""

from __future__ import annotations

import json
from collections.abc import Mapping

from mingbai.desk.pasting import Pasted, draft_kept
from mingbai.ledger.drafts import drop_draft, keep_draft
from mingbai.ui.quick.words import NOTICES_WAITING
from mingbai.ui.session import Session


class WaitingNotices:
    """Those of one page, the one that comes back first at the end."""

    def __init__(self, session: Session, page: str, register: str) -> None:
        self._session = session
        self._place = NOTICES_WAITING.format(page=page)
        self._register = register
        self._waiting: list[Pasted] = []

    def __bool__(self) -> bool:
        return bool(self._waiting)

    @property
    def next(self) -> Pasted:
        """The one that comes back first."""
        return self._waiting[-1]

    def add(self, pasted: Pasted) -> None:
        """One more waits."""
        self._waiting.append(pasted)
        self._keep()

    def forget_next(self) -> None:
        """The next one is shown, and kept as what is shown: before that it is not forgotten here."""
        self._waiting.pop()
        self._keep()

    def restore(self, kept: Mapping[str, str]) -> None:
        """Those that were kept wait again."""
        self._waiting = [draft_kept(json.loads(kept[at])) for at in sorted(kept, key=int)]

    def _keep(self) -> None:
        ledger, place, register = self._session.ledger, self._place, self._register
        kept = {str(at): json.dumps(one.kept, ensure_ascii=False) for at, one in enumerate(self._waiting)}
        if kept:
            self._session.do(lambda: keep_draft(ledger, place, register, kept))
        else:
            self._session.do(lambda: drop_draft(ledger, place))
