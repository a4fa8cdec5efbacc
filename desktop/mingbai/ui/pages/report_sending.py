"""Sending a report: where its file goes, and what is said when it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mingbai.domain.period import ReportPeriod
from mingbai.domain.words import Trouble, Words
from mingbai.ui.folders import free_path
from mingbai.ui.pages.paper_files import XLSX
from mingbai.ui.pages.report_files import MonthFiles
from mingbai.ui.pages.report_send_card import SendCard
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.month.overview import Frozen
    from mingbai.domain.report import SentReport

NOT_SENT_NOW = Words("已停止，没有上报，也没有写文件", "Stopped; nothing was sent and no file was written")
SENT_NOW = Words("{period}第 {n} 版已标记为上报", "{period}, version {n}, marked as sent")


class MonthSending:
    """Marks the period that is shown as sent, and writes what was sent."""

    def __init__(
        self,
        session: Session,
        card: SendCard,
        files: MonthFiles,
        paper: QWidget,
        shown: Callable[[], ReportPeriod],
        went: Callable[[ReportPeriod, SentReport, list[Frozen]], None],
    ) -> None:
        """`shown` gives the period that is shown; `went` hears of one that was sent, and of all that were."""
        self._session = session
        self._card = card
        self._files = files
        self._paper = paper
        self._shown = shown
        self._went = went
        self._path: Path | None = None
        card.confirmed.connect(self._send)
        card.elsewhere.connect(self._choose_place)
        card.over_asked.connect(self._write_over)
        card.send.clicked.connect(self._show_place)

    def ask(self) -> None:
        """Asks to whom the report was sent."""
        self._show_place()
        self._card.ask()

    def begin_period(self) -> None:
        """Another period is shown: nothing was chosen for it yet, nor is it known whether it was sent."""
        self._forget_chosen()
        self._card.send.setEnabled(False)

    def _forget_chosen(self) -> None:
        self._path = None
        self._card.receiver.setModified(False)

    def _named(self) -> Path:
        return self._files.named(self._shown(), XLSX)

    def _place(self) -> Path:
        # Who chose a place by hand was asked about the file that stands there; nobody was asked about this one.
        named = self._named()
        return self._path or (named if self._files.is_last(named) else free_path(named))

    def _show_place(self) -> None:
        named, path = self._named(), self._place()
        # What can be sent was not sent yet: a file of this name is an earlier export of the same version.
        standing = "" if self._path or path == named else named.name
        self._card.show_place(str(path), standing, again=not self._path and self._files.is_last(path))

    def _write_over(self) -> None:
        self._path = self._named()
        self._show_place()

    def _choose_place(self) -> None:
        path = self._files.ask(self._files.suggested(self._shown(), XLSX))
        if path is not None:
            self._path = path
            self._show_place()

    def _send(self, receiver: str) -> None:
        card, period, path = self._card, self._shown(), self._place()
        card.setEnabled(False)
        # What was sent is read next; a button nearby would answer to one Enter too many.
        self._paper.setFocus()

        def sent(report: SentReport, frozen: list[Frozen]) -> None:
            card.setEnabled(True)
            self._forget_chosen()
            card.calm()
            self._went(period, report, frozen)
            self._session.wrote.emit(SENT_NOW.format(period=period.words, n=report.version), path)

        def refused(trouble: Trouble) -> None:
            not_sent(trouble.words)

        def stopped() -> None:
            not_sent(NOT_SENT_NOW)

        def not_sent(why: Words) -> None:
            card.setEnabled(True)
            card.tell(why)
            if self._paper.hasFocus() or not self._paper.isVisible():
                card.confirm.setFocus()

        self._files.send(path, period, receiver, sent, refused, stopped)
