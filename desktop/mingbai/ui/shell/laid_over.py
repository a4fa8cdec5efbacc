"""What is laid over the window and taken off again: the command bar, the page of keys, the cover."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from mingbai.domain.words import Words
from mingbai.ui.command import Command
from mingbai.ui.pages.page import Page
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.ui.panel.panel import RecordPanel
    from mingbai.ui.shell.guide import GuideWindow
    from mingbai.ui.shell.ledgers import Ledgers
    from mingbai.ui.shell.lock import Cover
    from mingbai.ui.shell.saved_stops import SavedStops


STILL = Words(
    "现在记在{name}名下；换了人，在右下角改",
    "What you record carries the name {name}; change it at the lower right if you are someone else",
)


class Beneath(Protocol):
    """The window, as far as something is laid over it."""

    session: Session
    everywhere: tuple[Command, ...]

    @property
    def page(self) -> Page: ...
    @property
    def panel(self) -> RecordPanel: ...
    @property
    def panel_open(self) -> bool: ...
    @property
    def ledgers(self) -> Ledgers: ...
    @property
    def saved(self) -> SavedStops: ...
    def begin_adding(self, text: str = "") -> None: ...


class LaidOver(QObject):
    """Lays one thing over the frame at a time; each is imported when it is."""

    def __init__(self, frame: QWidget, beneath: Beneath) -> None:
        super().__init__(frame)
        self._frame = frame
        self._beneath = beneath
        self.cover: Cover | None = None
        self.guide: GuideWindow | None = None

    def show_commands(self, typed: str = "", *, records: bool = False) -> None:
        """Ctrl+K; with what is `typed` already. Where `records` are looked for, they come first."""
        from mingbai.ui.shell.commands import CommandBar

        focus, frame = QApplication.focusWidget(), self._beneath
        panel = frame.panel.commands() if frame.panel_open else ()
        commands = [*frame.page.commands(), *panel, *frame.everywhere, *frame.ledgers.commands()]
        bar = CommandBar(
            frame.session,
            commands,
            frame.saved.kept(),
            self._frame,
            record=frame.begin_adding,
            records=records,
        )
        bar.write(typed)
        if focus is not None:
            bar.closed.connect(focus.setFocus)

    def show_keys(self) -> None:
        """F1."""
        from mingbai.ui.shell.keys import KeysPage

        frame = self._beneath
        page = KeysPage(frame.session.look, frame.everywhere, frame.page.commands(), self._frame)
        page.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page.guide_asked.connect(self.show_guide)
        page.open()

    def show_guide(self) -> None:
        """What the guide says of the page that is shown; it stays open while one works."""
        from mingbai.ui.shell.guide import ABOUT, START, GuideWindow

        if self.guide is None or not isValid(self.guide):
            self.guide = GuideWindow(self._beneath.session.look, self._frame)
        self.guide.show_page(ABOUT.get(self._beneath.page.code, START))
        self.guide.show()
        self.guide.raise_()
        self.guide.activateWindow()

    def lock(self) -> None:
        """Ctrl+L."""
        from mingbai.ui.shell.lock import Cover

        if self.cover is None:
            self.cover = Cover(self._beneath.session.look, self._frame)
            self.cover.lifted.connect(self._uncover)

    def _uncover(self) -> None:
        self.cover = None
        session = self._beneath.session
        if session.who:
            # Another person may have come back than the one who went.
            session.said.emit(STILL.format(name=session.who))
        QTimer.singleShot(0, self._beneath.page.arrive)

    @property
    def locked(self) -> bool:
        """Whether the cover lies over the window."""
        return self.cover is not None
