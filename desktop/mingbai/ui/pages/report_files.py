"""A report's files: the submission, the full copy, and what is frozen with its sending."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mingbai.domain.period import ReportPeriod
from mingbai.domain.words import Language, Trouble, Words
from mingbai.ui.folders import free_path
from mingbai.ui.pages.paper_files import PaperFiles
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.month.as_sent import AsSent
    from mingbai.desk.month.overview import Frozen, Overview
    from mingbai.domain.report import SentReport

REPORT = Words("月报", "Report")
LAST = "report/exported"
"""Under this name the place and the content of the report exported last are remembered."""
SENDING = Words("正在上报", "Sending")


class MonthFiles(PaperFiles):
    """Writes a report's files, and freezes the period with the one that is sent."""

    def __init__(self, session: Session, owner: QWidget, tell: Callable[[Words], None]) -> None:
        super().__init__(session, owner, REPORT, tell)
        self._known: tuple[tuple[str, int] | None, Overview] | None = None

    def know(self, overview: Overview) -> None:
        """A period that is shown: until something is written, what its report is called need not be asked again."""
        self._known = (self._session.ledger.version(), overview)

    def suggested(self, period: ReportPeriod, ending: str, *, full: bool = False) -> Path:
        """Where a report's file would go."""
        from mingbai.desk.month.sent import latest_sent

        # The file of the version that was sent may stand under this very name, and is not written over.
        place = self.named(period, ending, full=full)
        return place if latest_sent(self._session.ledger, period) is None else free_path(place)

    def named(self, period: ReportPeriod, ending: str, *, full: bool = False) -> Path:
        """The same under its own name, whether or not a file stands there."""
        from mingbai.desk.month.report import report_caption

        session, known = self._session, self._known
        ledger, language = session.ledger, session.look.language
        # To tell which version it is takes its tables, and the window would stand still meanwhile.
        if known is not None and known[0] == ledger.version() and known[1].period == period:
            return self.place(known[1].captions[full], ending)
        caption = report_caption(ledger, period, language=language, full=full, today=session.today)
        return self.place(caption, ending)

    def save_excel(self, path: Path, period: ReportPeriod, *, full: bool) -> None:
        """Writes the workbook: the submission, or the full copy that stays here."""
        ledger, today = self._session.ledger, self._session.today
        language: Language = self._session.look.language

        def work(progress: Progress) -> str:
            from mingbai.desk.month.report import write_report

            written = write_report(
                ledger, period, path, language=language, full=full, today=today, told=progress
            )
            return written.sha256

        self.write(path, work, lambda digest: self._session.memory.keep(LAST, [str(path), digest]))

    def is_last(self, path: Path) -> bool:
        """Whether a file is what was exported last, and nobody changed it since."""
        with suppress(OSError):
            digest = sha256(path.read_bytes()).hexdigest()
            return bool(self._session.memory.get(LAST) == [str(path), digest])
        return False

    def save_comparison(self, path: Path, first: ReportPeriod, second: ReportPeriod) -> None:
        """Writes two periods side by side."""
        ledger, today = self._session.ledger, self._session.today
        language: Language = self._session.look.language

        def work(progress: Progress) -> None:
            from mingbai.desk.month.comparison import write_comparison

            write_comparison(ledger, first, second, path, language=language, today=today, told=progress)

        self.write(path, work)

    def save_as_sent(self, path: Path, sent: AsSent) -> None:
        """Writes the sheets of a version as it was sent."""
        ledger = self._session.ledger

        def work(_progress: Progress) -> None:
            from mingbai.desk.month.as_sent import write_as_sent

            write_as_sent(ledger, sent, path)

        self.write(path, work)

    def send(
        self,
        path: Path,
        period: ReportPeriod,
        receiver: str,
        sent: Callable[[SentReport, list[Frozen]], None],
        refused: Callable[[Trouble], None],
        stopped: Callable[[], None],
    ) -> None:
        """Writes the workbook and freezes the period; `sent` hears what it became, among all that was sent."""
        ledger, today = self._session.ledger, self._session.today
        language: Language = self._session.look.language

        def work(progress: Progress) -> tuple[SentReport, list[Frozen]]:
            from mingbai.desk.month.overview import frozen_periods
            from mingbai.desk.month.report import send

            entry = send(
                ledger, period, path, sent_to=receiver, language=language, today=today, told=progress
            )
            return entry.record, frozen_periods(ledger)

        label = self._session.word(SENDING)
        self._session.runner.job(
            label, work, lambda told: sent(*told), owner=self._owner, refused=refused, stopped=stopped
        )
