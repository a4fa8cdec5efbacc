"""What a person brings from elsewhere: pasted or dropped, told apart by what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from mingbai.desk.pasted_text import Sort, sort_of
from mingbai.desk.pasting import Pasted
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.file import SUFFIX
from mingbai.ui.pages.importing import FIRST_OF_SEVERAL, ImportPage
from mingbai.ui.pages.page import Page
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.words import NO_CLIPBOARD, PICTURE
from mingbai.ui.session import Session
from mingbai.ui.shell.files import Files
from mingbai.ui.shell.ledgers import Ledgers

if TYPE_CHECKING:
    from mingbai.ui.panel.panel import RecordPanel

TAKES = frozenset({".txt", ".docx", ".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv", ""})
"""Files that are looked into; what else is dropped goes the way of an import, which says what is wrong with it."""

ROWS_ALONE = Words(
    "这里只接收表格里的几行：请在 Excel 里连同表头一起复制",
    "Only rows of a sheet are taken here: copy them in Excel, with their headings",
)


class Places(Protocol):
    """The window, as far as something can be brought into it."""

    @property
    def files(self) -> Files: ...

    @property
    def page(self) -> Page: ...
    @property
    def line(self) -> QuickLine | None: ...
    @property
    def panel(self) -> RecordPanel: ...
    @property
    def panel_open(self) -> bool: ...
    @property
    def ledgers(self) -> Ledgers: ...
    def show_page(self, code: str) -> None: ...
    def show_import(self) -> ImportPage: ...


class Bringing:
    """Takes the clipboard, or dropped files, to where they belong on the page that is shown."""

    def __init__(self, session: Session, places: Places) -> None:
        self._session = session
        self._places = places

    def paste(self) -> None:
        """Ctrl+V on a page: cells are imported, anything else becomes an entry or what the page makes of it."""
        text = self._text()
        if text is None:
            return
        line = self._line()
        if sort_of(text) is Sort.CELLS:
            self._import_cells(text)
        elif self._places.page.take_pasted(text):
            return
        elif line is None and isinstance(self._places.page, RegisterPage):
            self._say(ROWS_ALONE)
        else:
            if line is None or (sort_of(text) is Sort.NOTICE and not line.takes_notices):
                # It is looked at where assignments are recorded.
                self._places.show_page(TASKS.code)
                line = self._line()
            if line is not None:
                self._places.page.show_quick_add()
                line.paste(text)

    def paste_notice(self) -> None:
        """The button: whatever text there is, it is one notice."""
        text = self._text()
        if text is None:
            return
        if (line := self._notice_line()) is not None:
            line.take_notice(text)

    def drop(self, paths: list[Path], at: QPoint | None = None) -> None:
        """Files were dropped on the window: on an open entry, on a page that takes notices, or to be imported."""
        places = self._places
        ledger = next((path for path in paths if path.suffix.lower() == SUFFIX), None)
        if ledger is not None:
            places.ledgers.offer_dropped(ledger)
            return
        if not paths:
            return
        first = paths[0]
        if at is not None and places.panel_open and places.panel.takes_files:
            spot = places.panel.mapFrom(places.panel.window(), at)
            if places.panel.rect().contains(spot):
                places.panel.take_files(paths)
                return
        line = self._line()
        if line is not None and line.takes_notices and first.suffix.lower() in TAKES:
            places.page.show_quick_add()
            line.take_file(first)
            self._say_first(paths)
            return
        page = places.page
        register = page.register if isinstance(page, RegisterPage) else REGISTERS["issue"]
        places.files.begin_import(register, *paths)

    def _say_first(self, paths: list[Path]) -> None:
        if paths[1:]:
            self._session.said.emit(FIRST_OF_SEVERAL.format(name=paths[0].name))

    def _line(self) -> QuickLine | None:
        return self._places.line

    def _notice_line(self) -> QuickLine | None:
        """The line that takes a notice: of this page, or else where assignments are recorded."""
        line = self._line()
        if line is None or not line.takes_notices:
            self._places.show_page(TASKS.code)
            line = self._line()
        if line is not None:
            self._places.page.show_quick_add()
        return line

    def _text(self) -> str | None:
        """The text on the clipboard; files on it go their own way, and a sentence says where there is none."""
        held = QApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
        if paths:
            self.drop(paths)
            return None
        text = held.text() if held.hasText() else ""
        if text.strip():
            return text
        if held.hasImage() and self._places.panel_open and self._places.panel.take_copied():
            return None
        self._say(PICTURE if held.hasImage() else NO_CLIPBOARD)
        return None

    def _say(self, words: Words) -> None:
        self._session.said.emit(words)

    def _import_cells(self, text: str) -> None:
        page = self._places.page
        register = page.register if isinstance(page, RegisterPage) else TASKS
        self._places.show_import().start_paste(register, text)

    def take_up(self, pasted: object) -> None:
        """Shows a draft that was put down."""
        assert isinstance(pasted, Pasted)
        if (line := self._notice_line()) is not None:
            line.take_up(pasted)
