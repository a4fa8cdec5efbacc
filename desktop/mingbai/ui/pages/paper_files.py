"""Files made from pages: where they go, and writing them off the window's thread."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from mingbai.domain.sheet import Workbook
from mingbai.domain.words import Words
from mingbai.ui.folders import Purpose, keep_folder, last_folder
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.paper.printing import save_pages
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session

EXPORTING = Words("正在导出", "Exporting")
EXPORTED = Words("已导出 {name}", "Exported {name}")
NOT_WRITTEN = Words("已停止，“{name}”没有写", "Stopped; “{name}” was not written")

XLSX, PDF = ".xlsx", ".pdf"
KINDS = {XLSX: "Excel (*.xlsx)", PDF: "PDF (*.pdf)"}


Written = TypeVar("Written")


def untold(_: object) -> None:
    """Nobody need hear of it."""


class PaperFiles:
    """Asks where a page's files shall stand, and writes them there."""

    def __init__(self, session: Session, owner: QWidget, title: Words, tell: Callable[[Words], None]) -> None:
        """`title` stands over the question; `tell` hears in one sentence what stood in the way."""
        self._session, self._owner, self._title, self._tell = session, owner, title, tell

    def place(self, caption: str, ending: str) -> Path:
        """Where a file would go: the folder used last, under the name its pages carry."""
        plain = re.sub(r'[\\/:*?"<>|\s]+', " ", caption).strip()
        return last_folder(self._session.memory, Purpose.REPORTS) / (plain + ending)

    def ask(self, suggested: Path, title: Words | None = None) -> Path | None:
        """Asks where a file shall stand, and remembers the folder."""
        ending = suggested.suffix
        over = self._session.word(title or self._title)
        chosen, _ = QFileDialog.getSaveFileName(self._owner, over, str(suggested), KINDS[ending])
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
        keep_folder(self._session.memory, Purpose.REPORTS, path.parent)
        return path

    def save_pdf(self, path: Path, sheets: Sequence[PaperSheet], book: Workbook) -> None:
        """Writes the pages as they are shown."""
        self.write(path, lambda told: save_pages(sheets, book.language, book.caption, path, told))

    def write(
        self, path: Path, work: Callable[[Progress], Written], then: Callable[[Written], None] = untold
    ) -> None:
        """Runs what writes a file; the window says where it stands, or why it does not, and `then` hears of it."""
        session = self._session

        def written(answer: Written) -> None:
            session.wrote.emit(EXPORTED.format(name=path.name), path)
            then(answer)

        session.runner.job(
            session.word(EXPORTING),
            work,
            written,
            owner=self._owner,
            refused=lambda trouble: self._tell(trouble.words),
            stopped=lambda: self._tell(NOT_WRITTEN.format(name=path.name)),
        )
