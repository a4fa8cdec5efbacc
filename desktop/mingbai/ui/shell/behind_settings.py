"""What stood open when the settings were gone to: back from there, in another language too, it stands there again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from mingbai.domain.registers import REGISTERS
from mingbai.ledger.ledger import Entry
from mingbai.ui.pages.page import Page
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.ui.panel.panel import RecordPanel
    from mingbai.ui.shell.figure_rows import FigureRows

SETTINGS = "settings"
BEHIND = "behind"


class Left(Protocol):
    """The window, as far as it is left for the settings and come back to."""

    session: Session
    figure_rows: FigureRows

    @property
    def page(self) -> Page: ...
    @property
    def panel(self) -> RecordPanel: ...
    @property
    def panel_open(self) -> bool: ...
    def open_entry(self, entry: Entry) -> None: ...


class BehindSettings:
    """The page that was left for the settings, with the entry that was open and the rows of a figure."""

    def __init__(self, frame: Left, state: dict[str, Any]) -> None:
        self._frame = frame
        kept = state.get(BEHIND)
        self._kept: dict[str, Any] = kept if isinstance(kept, dict) else {}

    def leave(self, code: str) -> None:
        """Another page than the one shown is gone to."""
        frame = self._frame
        if code == SETTINGS and frame.page.code != SETTINGS:
            entry = frame.panel.entry if frame.panel_open else None
            opened = None if entry is None else [entry.register.code, entry.uid]
            self._kept = {"page": frame.page.code, "entry": opened, **frame.figure_rows.state()}

    def come(self, code: str) -> None:
        """A page is shown: all is open again where it is the one that was left; any other one forgets it."""
        if code == SETTINGS:
            return
        kept, self._kept = self._kept, {}
        if kept.get("page") != code:
            return
        if "rows" in kept:
            self._frame.figure_rows.show_again(kept["rows"])
        match kept.get("entry"):
            case [str(register), str(uid)] if register in REGISTERS:
                entry = self._frame.session.ledger.entry(REGISTERS[register], uid)
                if entry is not None:
                    self._frame.open_entry(entry)

    def state(self) -> dict[str, Any]:
        """What to come back to."""
        return {BEHIND: self._kept} if self._kept else {}
