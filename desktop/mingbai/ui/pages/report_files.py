"""A month's files: where they go, and writing them off the window's thread."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mingbai.domain.month import Month
from mingbai.domain.sheet import Workbook
from mingbai.domain.words import Language, Trouble, Words
from mingbai.ui.folders import keep_folder, last_folder
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.paper.printing import save_pages
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session

REPORT = Words("月报", "Report")
EXPORTING = Words("正在导出", "Exporting")
EXPORTED = Words("已导出 {name}", "Exported {name}")
SENDING = Words("正在上报", "Sending")
NOT_WRITTEN = Words("已停止，“{name}”没有写", "Stopped; “{name}” was not written")

XLSX, PDF = ".xlsx", ".pdf"
KINDS = {XLSX: "Excel (*.xlsx)", PDF: "PDF (*.pdf)"}


class MonthFiles:
    """Asks where a month's files shall stand, and writes them there."""

    def __init__(self, session: Session, owner: QWidget, tell: Callable[[Words], None]) -> None:
        """`tell` hears in one sentence what stood in the way."""
        self._session, self._owner, self._tell = session, owner, tell

    def suggested(self, month: Month, ending: str, *, full: bool = False) -> Path:
        """Where a file would go: the folder used last, under the name its pages carry."""
        from mingbai.desk.month import report_caption

        session = self._session
        language = session.look.language
        caption = report_caption(session.ledger, month, language=language, full=full, today=session.today)
        return last_folder(session.memory) / (re.sub(r'[\\/:*?"<>|\s]+', " ", caption).strip() + ending)

    def ask(self, suggested: Path) -> Path | None:
        """Asks where a file shall stand, and remembers the folder."""
        ending = suggested.suffix
        title = self._session.word(REPORT)
        chosen, _ = QFileDialog.getSaveFileName(self._owner, title, str(suggested), KINDS[ending])
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
        keep_folder(self._session.memory, path.parent)
        return path

    def save_excel(self, path: Path, month: Month, *, full: bool) -> None:
        """Writes the workbook: the submission, or the full copy that stays here."""
        ledger, today = self._session.ledger, self._session.today
        language: Language = self._session.look.language

        def work(progress: Progress) -> None:
            from mingbai.desk.month import write_report

            write_report(ledger, month, path, language=language, full=full, today=today, told=progress)

        self._job(path, work)

    def save_pdf(self, path: Path, sheets: Sequence[PaperSheet], book: Workbook) -> None:
        """Writes the pages as they are shown."""
        self._job(path, lambda told: save_pages(sheets, book.language, book.caption, path, told))

    def _job(self, path: Path, work: Callable[[Progress], None]) -> None:
        session = self._session
        session.runner.job(
            session.word(EXPORTING),
            work,
            lambda _: session.wrote.emit(EXPORTED.format(name=path.name), path),
            owner=self._owner,
            refused=lambda trouble: self._tell(trouble.words),
            stopped=lambda: self._tell(NOT_WRITTEN.format(name=path.name)),
        )

    def send(
        self,
        path: Path,
        month: Month,
        receiver: str,
        sent: Callable[[int], None],
        refused: Callable[[Trouble], None],
        stopped: Callable[[], None],
    ) -> None:
        """Writes the workbook and freezes the month; `sent` hears which version it became."""
        ledger, today = self._session.ledger, self._session.today
        language: Language = self._session.look.language

        def work(progress: Progress) -> int:
            from mingbai.desk.month import send

            entry = send(ledger, month, path, sent_to=receiver, language=language, today=today, told=progress)
            return int(entry.record.version)

        label = self._session.word(SENDING)
        self._session.runner.job(label, work, sent, owner=self._owner, refused=refused, stopped=stopped)
