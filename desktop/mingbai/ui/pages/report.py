"""The month report: always current, on paper, with what to look at beside it; sending freezes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from mingbai.domain.filter import Filter
from mingbai.domain.month import Month
from mingbai.domain.registers import REGISTERS
from mingbai.domain.sheet import Workbook
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Change
from mingbai.ui.command import Command
from mingbai.ui.look.menu import Menu
from mingbai.ui.pages.paper_files import XLSX
from mingbai.ui.pages.paper_page import PaperPage
from mingbai.ui.pages.report_cards import DoubtsCard, FrozenCard, SendCard
from mingbai.ui.pages.report_files import MonthFiles
from mingbai.ui.pages.report_sending import MonthSending
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.month.doubts import Doubt
    from mingbai.desk.month.overview import Frozen, Overview

ALTERNATIVES = "|"
CHANGES = -2
"""Where a sent month's differences stand among its sheets."""

NOT_SENT = Words("{month}，未上报", "{month}, not sent")
SENT = Words("{month}，第 {n} 版 {day} 报出", "{month}, version {n} sent {day}")
COUNTING = Words("正在算 {month}", "Working out {month}")
COMPARING = Words("正在和报出的核对", "Comparing with what was sent")
FULL_COPY = Words("留存版 Excel（含单位和研判）", "Full copy as Excel (units, assessments)")
PRINT_THIS = Words("只打印这张表", "Print this sheet only")
SEND = Words("标记为已上报", "Mark as sent")

Made = tuple["Overview", tuple[PaperSheet, ...], list["Frozen"]]


class ReportPage(PaperPage[Made]):
    """One month on paper."""

    code: ClassVar[str] = "report"
    words: ClassVar[Words] = Words("月报", "Report")
    icon: ClassVar[str] = "report"
    hint: ClassVar[Words] = Words(
        "数字随记录更新，点任一数字看明细；没有基期的写“—”，不写 0",
        "Figures follow the records; open one to see its rows. “—” means there is no base",
    )
    cards_words: ClassVar[Words] = Words("核对和上报", "Check and send")
    making: ClassVar[Words] = Words("正在算月报", "Working out the report")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._overview: Overview | None = None
        self._frozen: list[Frozen] = []
        super().__init__(session, parent)
        session.changed.connect(self._changed)

    # The parts

    def _files(self) -> MonthFiles:
        self.month_files = MonthFiles(self.session, self, self._tell)
        return self.month_files

    def _fill_more(self, menu: Menu) -> None:
        word = self.session.word
        menu.addAction(word(FULL_COPY), lambda: self.save_excel(full=True))
        menu.addAction(word(PRINT_THIS), self.print_this)

    def _cards(self) -> Sequence[QWidget]:
        self.doubts = DoubtsCard(self.session)
        self.doubts.picked.connect(self._mend)
        self.sending = SendCard(self.session)
        self.month_sending = MonthSending(self.session, self.sending, self.month_files, lambda: self.month)
        self.frozen = FrozenCard(self.session)
        self.frozen.picked.connect(self.show_month)
        self.frozen.changes_picked.connect(self.show_changes)
        return self.doubts, self.sending, self.frozen

    # What is shown

    def arrive(self) -> None:
        """Shows the month as it stands now."""
        if self._stale:
            self._refresh()
        self.paper.setFocus()

    def _changed(self, _change: Change) -> None:
        self._grown_old()

    @property
    def book(self) -> Workbook | None:
        """What is shown, once it is worked out."""
        return self._overview.workbook if self._overview is not None else None

    def _first_month(self) -> Month:
        return Month.containing(self.session.today, self.session.glossary.context().cutoff)

    def _begin_month(self) -> None:
        self.month_sending.begin_month()

    def show_changes(self, month: Month) -> None:
        """Shows what differs from what was sent of a month: the sheet before the last."""
        self._sheet = CHANGES
        self.show_month(month)

    def _work(self) -> Callable[[Progress], Made]:
        ledger, month, today = self.session.ledger, self.month, self.session.today
        language = self.session.look.language

        def work(progress: Progress) -> Made:
            from mingbai.desk.month.overview import frozen_months, month_overview
            from mingbai.ui.paper.layout import laid_out

            overview = month_overview(ledger, month, language, today, progress)
            return overview, laid_out(overview.workbook, progress), frozen_months(ledger)

        return work

    def _not_finished(self) -> None:
        super()._not_finished()
        self._show_state()

    def _show_working(self) -> None:
        self._state.setText(self.session.word(COUNTING.format(month=self.month.words)))

    def _show_made(self, made: Made) -> None:
        self._overview, self._sheets, frozen = made
        known = {each.month: each.differing for each in self._frozen}
        self._frozen = [replace(each, differing=known.get(each.month)) for each in frozen]
        self.notice.say("")
        self._show_state()
        self._show_months()
        self.tabs.show_sheets([sheet.tab for sheet in self._sheets])
        count = len(self._sheets)
        self.show_sheet(count + CHANGES if self._sheet == CHANGES else min(self._sheet, count - 1))
        self.doubts.show_doubts(self._overview.doubts)
        self.body.count(len(self._overview.doubts))
        if not self.sending.asking:
            self._show_sending()
        self.frozen.show_months(self._frozen)
        self._compare()

    def _show_sending(self) -> None:
        if self._overview is None:
            return
        today = self.session.today
        self.sending.show_version(
            self._overview.version,
            self._overview.receiver,
            begun=self.month.start <= today,
            unfinished=today < self.month.end,
            unchanged=self._overview.sent is not None and not self._overview.differing,
        )

    def _show_state(self) -> None:
        sent = self._overview.sent if self._overview is not None else None
        words = (
            NOT_SENT.format(month=self.month.words)
            if sent is None
            else SENT.format(month=self.month.words, n=sent.version, day=f"{sent.sent_on:%m-%d}")
        )
        self._state.setText(self.session.word(words))

    def _show_months(self) -> None:
        self.months.show_months(self.month, {each.month for each in self._frozen})

    def show_sheet(self, number: int) -> None:
        """Shows one sheet of the month."""
        if not 0 <= number < len(self._sheets) or self._overview is None:
            return
        if number != self._shown:
            self.body.show_paper()
        self._sheet = self._shown = number
        openable = self._overview.openings if number == 0 else {}
        self.paper.show_sheet(self._sheets[number], self._overview.workbook.language, openable)
        self.tabs.choose(number)

    def _compare(self) -> None:
        """Counts what differs from what was sent, after everything else is shown."""
        ledger, today = self.session.ledger, self.session.today
        months = [each.month for each in self._frozen[: FrozenCard.MOST]]
        if not months:
            return

        def work(progress: Progress) -> dict[Month, int]:
            from mingbai.desk.month.overview import differing

            return differing(ledger, months, today, progress)

        def compared(counts: dict[Month, int]) -> None:
            self._frozen = [replace(each, differing=counts.get(each.month)) for each in self._frozen]
            self.frozen.show_months(self._frozen)

        self.session.runner.job(self.session.word(COMPARING), work, compared, owner=self)

    # Figures and doubts

    def _open(self, row: int, column: int) -> None:
        opening = self._overview.openings.get((row, column)) if self._overview is not None else None
        if opening is None:
            return
        from mingbai.desk.month.opening import rows_of

        behind = rows_of(self.session.ledger, opening.code, opening.months, group=opening.group)
        if behind is not None:
            self._ask(behind.register, behind.filter, opening.title)

    def _mend(self, doubt: Doubt) -> None:
        """Opens what a doubt is about: the one entry in the panel, or the list of them."""
        register = REGISTERS[doubt.register]
        entry = self.session.ledger.entry(register, doubt.uid) if doubt.uid else None
        self.session.field_asked.emit(doubt.register, doubt.field)
        if entry is not None:
            self.session.open(entry)
        else:
            self._ask(doubt.register, doubt.filter, doubt.what)

    def _ask(self, register: str, asked: Filter, title: Words) -> None:
        from mingbai.desk.month.opening import typed

        text = typed(REGISTERS[register], asked, self.session.glossary, self.session.look.language)
        if text is None or ALTERNATIVES in text:
            # Words say it better than a row of alternatives.
            self.session.rows_asked.emit(register, asked, title)
        else:
            self.session.ask(register, text)

    # Files, commands

    def save_excel(self, *, full: bool = False) -> None:
        """Saves the month's workbook: the submission, or the full copy that stays here."""
        files = self.month_files
        path = files.ask(files.suggested(self.month, XLSX, full=full))
        if path is not None:
            self.notice.say("")
            files.save_excel(path, self.month, full=full)

    def commands(self) -> Sequence[Command]:
        """What can be done with the month."""
        detail, made = self.month.words, self._is_made
        return (
            *self._paper_commands(),
            Command("report.full", FULL_COPY, lambda: self.save_excel(full=True), "", "export", detail),
            Command("report.print_sheet", PRINT_THIS, self.print_this, "", "print", None, made),
            Command("report.send", SEND, self._ask_to_send, "", "send", detail, self._can_send),
        )

    def _ask_to_send(self) -> None:
        self.body.show_cards()
        self.month_sending.ask()

    def _can_send(self) -> bool:
        return self.sending.send.isEnabled()
