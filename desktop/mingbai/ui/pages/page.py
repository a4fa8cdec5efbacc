"""What every screen of the window is: a widget with a code, its commands and a state to come back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.command import Command
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.ui.pages.register import RegisterPage


class Page(QWidget):
    """One screen. Built with a session, whose look and language stay the same while it lives."""

    code: ClassVar[str] = ""
    words: ClassVar[Words] = NO_WORDS
    icon: ClassVar[str] = ""
    takes_quick_add: ClassVar[bool] = False
    """Whether the quick-add line has a place on it."""
    adds: ClassVar[str] = "task"
    """The register whose quick-add line Ctrl+N leads to, where the page has none of its own."""

    deciding = Signal()
    """Something else may be what `decides` answers for."""
    paste_asked = Signal()
    """What is on the clipboard is to be brought in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session

    @property
    def of_register(self) -> RegisterPage | None:
        """This page, if it is that of one register: asked instead of its class, which only some starts need."""
        return None

    @property
    def waiting(self) -> bool:
        """Whether its first rows are still being read: what can wait waits for them."""
        return False

    def come(self, part: str = "") -> None:
        """One comes here on purpose, for a `part` of the page or for what one comes for most; then it arrives."""

    def arrive(self) -> None:
        """The page is shown now: reads what it shows and takes the focus where a person would begin."""

    def begin_recording(self) -> bool:
        """Ctrl+N on a page that records in a way of its own; False where the quick-add line is to take it."""
        return False

    def show_quick_add(self) -> None:
        """The quick-add line is about to take something: it has to be seen."""

    def take_focus(self) -> None:
        """Takes the focus back, from a panel or a dialog: to where it was among the rows."""
        self.arrive()

    def place_quick_add(self, line: QWidget) -> None:
        """Puts the quick-add line in, where the page takes one."""

    def give_way(self, on: bool) -> None:
        """Says whether a notice is being looked through in the quick-add line, which then needs the room."""

    def commands(self) -> Sequence[Command]:
        """What can be done on this page."""
        return ()

    def keyed(self) -> list[Command]:
        """What is done by a key that no text and no list wants: the same wherever the focus is."""
        return [one for one in self.commands() if "+" in one.keys or one.global_keys]

    def follow(self, follows: bool) -> None:
        """Says whether a panel is open, which then goes along with the current row."""

    def carry_on(self, decision: str) -> None:
        """Asks how a suggestion was carried out, on the page where all of them stand."""

    def put_away(self) -> bool:
        """Esc that nothing on the page took: leaves what was opened in it last; False where it is as it usually is."""
        return False

    def mark(self, entry: Entry) -> None:
        """An entry is open beside it, from wherever: its row is the chosen one."""

    def is_at(self, entry: Entry) -> bool:  # noqa: ARG002
        """Whether the keyboard is at the row of an entry, and at no other one as well."""
        return False

    def decides(self, entry: Entry) -> bool:  # noqa: ARG002
        """Whether the page itself shows the keys that decide about an entry."""
        return False

    def take_pasted(self, text: str) -> bool:  # noqa: ARG002
        """Takes a pasted text in a way of its own; False where it goes the way it goes everywhere."""
        return False

    def keep_typed(self) -> None:
        """Keeps what is half typed, before the page goes away."""

    def state(self) -> dict[str, Any]:
        """What to come back to after a restart or a change of look: plain values."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Shows the page as `state` says; what no longer holds is passed over."""
