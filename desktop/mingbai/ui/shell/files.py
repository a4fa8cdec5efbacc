"""Files in and out: which one, asked with the system's dialog; the work itself off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from mingbai.domain.filter import ALL, Filter
from mingbai.domain.register import Register
from mingbai.domain.words import Words
from mingbai.ui.folders import Purpose, keep_folder, last_folder
from mingbai.ui.importing.choosing import choose_table
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session
from mingbai.ui.turns import Turns

if TYPE_CHECKING:
    from mingbai.ui.pages.importing import ImportPage

EXPORT = Words("导出到", "Export to")
WORKBOOK = Words("Excel 工作簿 (*.xlsx)", "Excel workbook (*.xlsx)")
EXPORTING = Words("正在导出{register}", "Exporting {register}")
EXPORTED = Words("已导出 {name}", "Exported {name}")


class Files(QObject):
    """Asks for files and starts what is done with them."""

    def __init__(self, session: Session, over: QWidget, show_import: Callable[[], ImportPage]) -> None:
        """Dialogs lie `over` a widget; `show_import` shows the page that takes a file in."""
        super().__init__(over)
        self._session = session
        self._over = over
        self._show_import = show_import

    def choose_import(self, register: Register[Any]) -> None:
        """Asks which file, then shows what importing it would do."""
        path = choose_table(self._session.look, self._session.memory, self._over)
        if path is not None:
            self.begin_import(register, path)

    def begin_import(self, register: Register[Any], *paths: Path) -> None:
        """Shows what importing a file would do; of several the first."""
        self._show_import().start_first(register, paths)

    def export(self, register: Register[Any], where: str, beside: Filter = ALL) -> None:
        """Asks where to, then writes what a filter asks for; personal data masked."""
        word, session = self._session.word, self._session
        name = (
            last_folder(session.memory, Purpose.EXPORTS)
            / f"{word(register.words)}-{session.today.isoformat()}.xlsx"
        )
        path, _ = QFileDialog.getSaveFileName(self._over, word(EXPORT), str(name), word(WORKBOOK))
        if path:
            self.write_export(register, where, Path(path).with_suffix(".xlsx"), beside)

    def write_export(self, register: Register[Any], where: str, out: Path, beside: Filter = ALL) -> None:
        """Writes a workbook and says where it is."""
        session = self._session
        keep_folder(session.memory, Purpose.EXPORTS, out.parent)

        def work(progress: Progress) -> Path:
            from mingbai.desk.exports import export_register

            export_register(
                session.ledger,
                register,
                out,
                where=where,
                beside=beside,
                language=session.look.language,
                today=session.today,
                progress=turns.between(progress),
            )
            return out

        turns = Turns.of(session.runner)
        label = session.word(EXPORTING.format(register=register.words))
        session.runner.job(
            label, work, lambda path: session.wrote.emit(EXPORTED.format(name=path.name), path)
        )
