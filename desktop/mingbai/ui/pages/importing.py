"""Import: a table of a file, or pasted cells, goes into a register.

The page itself is light; what reads tables is loaded when the first one comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mingbai.disk import file_there
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Words
from mingbai.ledger.file import SUFFIX
from mingbai.ui.command import Command
from mingbai.ui.folders import Purpose, keep_folder
from mingbai.ui.importing.choosing import CHOOSE, choose_table
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.look import PAGE_SIDE
from mingbai.ui.look.offered_view import with_list
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.page import Page
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.ui.importing.view import ImportView, Source

PASTE = Words("粘贴从 Excel 复制的内容", "Paste cells copied from Excel")
NOTHING_TO_PASTE = Words(
    "剪贴板里没有表格内容，请先在 Excel 里选中并复制",
    "There are no cells to paste; select and copy them in Excel first",
)
INTO = Words("导入到", "Import into")
EXPLAINED = Words(
    "Excel（.xlsx、.xls）和 .csv 都可以，把文件拖进来也行。先看清再导入，一步就能收回。",
    "Excel files (.xlsx, .xls) and .csv work; you can also drop them here. You see a preview first, and one step undoes it.",
)
FIRST_OF_SEVERAL = Words(
    "一次导入一个文件，先看“{name}”；其余的请随后再拖入",
    "One file is imported at a time, “{name}” first; drop the others afterwards",
)
GO = Words("导入", "Import")
HEAD_UP = Words("标题行上移", "Move the headings up")
HEAD_DOWN = Words("标题行下移", "Move the headings down")
CANCEL = Words("取消导入", "Cancel the import")


class ImportPage(Page):
    """Shows one import at a time; without one it asks for a file."""

    code: ClassVar[str] = "import"
    words: ClassVar[Words] = Words("导入", "Import")
    icon: ClassVar[str] = "import"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        styled(self, "page")
        self.setAcceptDrops(True)
        self.view: ImportView | None = None
        self.register: Register[Any] = next(iter(importable()))
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._start = self._starting()
        self._whole.addWidget(self._start)

    # --- Beginning --------------------------------------------------------------------------------

    def start(self, register: Register[Any], path: Path) -> None:
        """Begins to import a file into a register: reads it, plans, and waits for the person."""
        from mingbai.ui.importing.view import Source

        keep_folder(self.session.memory, Purpose.TABLES, path.parent)
        self._begin(register, Source(path=path))

    def start_first(self, register: Register[Any], paths: Sequence[Path]) -> None:
        """Begins with the first of the files that were dropped, and says so where there are several."""
        self.start(register, paths[0])
        if paths[1:]:
            self.session.said.emit(FIRST_OF_SEVERAL.format(name=paths[0].name))

    def start_paste(self, register: Register[Any], text: str) -> None:
        """Begins to import a block of cells copied from a spreadsheet."""
        from mingbai.ui.importing.view import Source

        self._begin(register, Source(text=text))

    def choose(self, register: Register[Any] | None = None) -> None:
        """Asks for a file and begins."""
        path = choose_table(self.session.look, self.session.memory, self)
        if path is not None:
            self.start(register or self.register, path)

    def paste(self) -> None:
        """Begins with what the clipboard holds."""
        text = QApplication.clipboard().text()
        if text.strip():
            self.start_paste(self.register, text)
        else:
            self.session.said.emit(NOTHING_TO_PASTE)

    # --- Being a page -----------------------------------------------------------------------------

    def arrive(self) -> None:
        """The focus goes to the button that goes on."""
        (self._file_button if self.view is None else self.view.go).setFocus()

    def commands(self) -> Sequence[Command]:
        """Choosing, pasting, moving the headings, importing, giving up."""

        def begun() -> bool:
            return self.view is not None

        def ready() -> bool:
            return self.view is not None and self.view.go.isEnabled()

        return (
            Command("import.go", GO, self._go, icon="import", enabled=ready),
            Command("import.file", CHOOSE, self.choose, icon="folder"),
            Command("import.paste", PASTE, self.paste, icon="grid"),
            Command("import.head_up", HEAD_UP, lambda: self._step_head(-1), "Alt+Up", enabled=begun),
            Command("import.head_down", HEAD_DOWN, lambda: self._step_head(1), "Alt+Down", enabled=begun),
            Command("import.cancel", CANCEL, self._give_up, icon="x", enabled=begun),
        )

    def state(self) -> dict[str, Any]:
        """The file, if there is one. Pasted cells are kept nowhere."""
        kept: dict[str, Any] = {"register": self.register.code}
        if self.view is not None and self.view.source.path is not None:
            kept["path"] = str(self.view.source.path)
            if self.view.table is not None:
                kept |= {"head_row": self.view.table.head_row, "sheet": self.view.table.sheet}
        return kept

    def restore(self, state: dict[str, Any]) -> None:
        """Begins again with the same file, if it is still there."""
        register = REGISTERS.get(str(state.get("register")))
        if register in importable():
            self.register = register
            self._registers.setCurrentIndex(self._registers.findData(register.code))
        path = Path(str(state.get("path") or ""))
        if state.get("path") and file_there(path):
            from mingbai.ui.importing.view import Source

            head_row, sheet = state.get("head_row"), state.get("sheet")
            self._begin(
                self.register,
                Source(path=path),
                head_row=head_row if isinstance(head_row, int) else None,
                sheet=sheet if isinstance(sheet, str) and path.suffix.lower().startswith(".xl") else None,
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome; a ledger is left to the window."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files and not any(path.suffix.lower() == SUFFIX for path in files):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file dropped is imported into the register shown."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.start_first(self.register, paths)

    # --- Inside -----------------------------------------------------------------------------------

    def _begin(
        self,
        register: Register[Any],
        source: Source,
        *,
        head_row: int | None = None,
        sheet: str | None = None,
    ) -> None:
        from mingbai.ui.importing.view import ImportView

        self._end()
        self.register = register
        view = self.view = ImportView(self.session, register, source)
        view.ended.connect(self._leave)
        view.other_asked.connect(self._choose)
        self._start.hide()
        self._whole.addWidget(view)
        view.read(head_row=head_row, sheet=sheet)

    def _end(self) -> None:
        view, self.view = self.view, None
        if view is not None:
            view.ended.disconnect(self._leave)
            view.give_up()
            self._whole.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._start.show()

    def _leave(self) -> None:
        self._end()
        self.session.ask(self.register.code)

    def _go(self) -> None:
        if self.view is not None:
            self.view.write()

    def _give_up(self) -> None:
        if self.view is not None:
            self.view.give_up()

    def _choose(self) -> None:
        self.choose()

    def _step_head(self, steps: int) -> None:
        if self.view is not None:
            self.view.preview.step_head(steps)

    def _starting(self) -> QWidget:
        word, look = self.session.word, self.session.look
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(PAGE_SIDE, 20, PAGE_SIDE, 20)
        column.setSpacing(12)
        column.addWidget(styled(QLabel(word(self.words)), "title"))
        explained = styled(QLabel(word(EXPLAINED)), "secondary")
        explained.setWordWrap(True)
        column.addWidget(explained)
        into = styled(QLabel(word(INTO)), "label")
        self._registers = styled(with_list(QComboBox(), look), "field")
        into.setBuddy(self._registers)
        self._registers.setAccessibleName(word(INTO))
        for register in importable():
            self._registers.addItem(word(register.words), register.code)
        self._registers.activated.connect(self._take_register)
        self._file_button = styled(QPushButton(word(CHOOSE)), "primary")
        put_icon(self._file_button, look, "folder", "on_accent")
        self._file_button.clicked.connect(self._choose)
        paste = styled(QPushButton(word(PASTE)), "plain")
        put_icon(paste, look, "grid")
        paste.clicked.connect(self.paste)
        for widget in (self._registers, self._file_button, paste):
            widget.setMinimumHeight(look.px(36))
        card = styled(QFrame(), "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 20)
        inside.setSpacing(6)
        inside.addWidget(into)
        inside.addWidget(self._registers, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addSpacing(14)
        ways = QHBoxLayout()
        ways.setSpacing(10)
        ways.addWidget(self._file_button)
        ways.addWidget(paste)
        ways.addStretch(1)
        inside.addLayout(ways)
        column.addWidget(card)
        column.addStretch(1)
        return box

    def _take_register(self) -> None:
        self.register = REGISTERS[str(self._registers.currentData())]


def importable() -> tuple[Register[Any], ...]:
    """The registers a table can go into."""
    return tuple(register for register in REGISTERS.values() if not register.deeds_only)
