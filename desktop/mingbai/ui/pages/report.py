"""The report of a month, quarter or year: always current, on paper, with what to look at beside it; sending
freezes it. Or two periods of one length side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from mingbai.desk.spoken_days import short_day
from mingbai.domain.filter import ALL, Filter
from mingbai.domain.month import Month
from mingbai.domain.period import ReportPeriod, parse_period
from mingbai.domain.registers import REGISTERS
from mingbai.domain.sheet import Workbook
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Change
from mingbai.ui.command import Command
from mingbai.ui.folders import free_path
from mingbai.ui.look.look import UNBOUNDED
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.beside import GAP as BETWEEN_CARDS
from mingbai.ui.pages.paper_files import XLSX
from mingbai.ui.pages.paper_page import PaperPage
from mingbai.ui.pages.period_label import period_label
from mingbai.ui.pages.report_comparing import COMPARE, Comparing
from mingbai.ui.pages.report_doubts_card import DoubtsCard
from mingbai.ui.pages.report_files import MonthFiles
from mingbai.ui.pages.report_frozen_card import FrozenCard
from mingbai.ui.pages.report_send_card import SendCard
from mingbai.ui.pages.report_sending import MonthSending
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.month.as_sent import AsSent
    from mingbai.desk.month.comparison import Beside
    from mingbai.desk.month.doubt import Doubt
    from mingbai.desk.month.opening import Opening
    from mingbai.desk.month.overview import Frozen, Overview
    from mingbai.domain.report import SentReport

CHANGES = -1
"""Where a sent month's differences stand among its sheets."""

NOT_SENT = Words("{period}，未上报", "{period}, not sent")
SENT = Words("{period}，第 {n} 版 {day} 上报", "{period}, version {n} sent {day}")
CHANGED_SINCE = Words(
    "{period}，第 {now} 版，未上报（第 {n} 版 {day} 上报）",
    "{period}, version {now}, not sent (version {n} sent {day})",
)
AS_SENT = Words("{period}，第 {n} 版 {day} 上报时的样子", "{period}, version {n} as sent on {day}")
SENT_SHORT = Words("第 {n} 版已上报", "v{n} sent")
CHANGED_SHORT = Words("第 {now} 版未上报", "v{now}, not sent")
AS_SENT_SHORT = Words("第 {n} 版，上报时的样子", "v{n}, as sent")
"""Beside the chip of their period, where there is room for no more: the whole is their tooltip."""
STANDS = Words(
    "这是上报时的各张表，不随记录更新；没有基期的写“—”，不写 0",
    "The sheets as they were sent; they no longer follow the records. “—” means there is no base",
)
STANDS_IN_PART = Words(
    "这是上报时的各张表；列有已清除记录的，不再保留",
    "The sheets as they were sent, but for those that listed what was erased since",
)
STANDS_IN_FIGURES = Words(
    "这是上报时的数；各张明细表当时没有留，请看上报的那份文件",
    "Figures as they were sent. The lists were not kept then; they are in the file that was sent",
)
TO_NOW = Words("看现在的", "Back to now")
COUNTING = Words("正在算 {period}", "Working out {period}")
COMPARING = Words("正在和上报的核对", "Comparing with what was sent")
FULL_COPY = Words("留存版 Excel（含单位和研判）", "Full copy as Excel (units, assessments)")
PRINT_THIS = Words("只打印这张表", "Print this sheet only")
SEND = Words("标记为已上报", "Mark as sent")
SENDING = "上报 报送 提交 交月报 send submit hand in"
"""By these one looks for it as well."""

Made = tuple["Overview | Beside | AsSent", tuple[PaperSheet, ...], list["Frozen"]]


class ReportPage(PaperPage[Made, ReportPeriod]):
    """One period on paper, or two compared."""

    code: ClassVar[str] = "report"
    words: ClassVar[Words] = Words("月报", "Report")
    icon: ClassVar[str] = "report"
    longer: ClassVar[bool] = True
    hint: ClassVar[Words] = Words(
        "数字随记录更新，点任一数字看明细；没有基期的写“—”，不写 0",
        "Figures follow the records; open one to see its rows. “—” means there is no base",
    )
    cards_words: ClassVar[Words] = Words("核对和上报", "Check and send")
    making: ClassVar[Words] = Words("正在算月报", "Working out the report")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._overview: Overview | None = None
        self._two: Beside | None = None
        self._as_sent: AsSent | None = None
        self._version: int | None = None
        """The version that is shown as it was sent; None for the report as it stands now."""
        self._other: ReportPeriod | None = None
        """The period that the one shown is compared with."""
        self._frozen: list[Frozen] = []
        super().__init__(session, parent)
        self.comparing = Comparing(session)
        self.comparing.picked.connect(self.compare_with)
        self._when.insertWidget(1, self.comparing)
        self.to_now = styled(QPushButton(session.word(TO_NOW)), "link")
        self.to_now.clicked.connect(lambda: self.show_version(self.period, None))
        self.to_now.hide()
        self._when.insertWidget(3, self.to_now)
        session.changed.connect(self._changed)
        self._room = 0
        self.body.roomed.connect(self._share)
        self.sending.grown.connect(lambda: self._share(self._room))

    def _share(self, room: int) -> None:
        """Of the cards the doubts give way: what is done at the end is seen beside them."""
        self._room = room
        self.doubts.limit(room - BETWEEN_CARDS - self.sending.needed if room else UNBOUNDED)

    # The parts

    def _files(self) -> MonthFiles:
        self.month_files = MonthFiles(self.session, self, self._tell)
        return self.month_files

    def _fill_more(self, menu: Menu) -> None:
        word = self.session.word
        self._full = menu.addAction(word(FULL_COPY), lambda: self.save_excel(full=True))
        menu.addAction(word(PRINT_THIS), self.print_this)

    def _cards(self) -> Sequence[QWidget]:
        self.doubts = DoubtsCard(self.session)
        self.doubts.picked.connect(self._mend)
        self.doubts.settled.connect(self._settle)
        self.doubts.again_asked.connect(self._raise_again)
        self.sending = SendCard(self.session)
        self.month_sending = MonthSending(
            self.session, self.sending, self.month_files, self.paper, lambda: self.period, self._went
        )
        self.frozen = FrozenCard(self.session)
        self.frozen.picked.connect(self.show_period)
        self.frozen.version_picked.connect(self.show_version)
        self.frozen.changes_picked.connect(self.show_changes)
        for picked in (self.frozen.picked, self.frozen.version_picked, self.frozen.changes_picked):
            picked.connect(self._begin_reading)
        return self.doubts, self.sending, self.frozen

    def _begin_reading(self, *_: object) -> None:
        # The card is made anew; left to itself the focus would pass on to what sends the report.
        self.paper.setFocus()

    # What is shown

    def arrive(self) -> None:
        """Shows the period as it stands now."""
        if self.book is None:
            self._show_periods()
        if self._stale:
            self._refresh()
        self.paper.setFocus()

    def _changed(self, _change: Change) -> None:
        self._grown_old()

    @property
    def book(self) -> Workbook | None:
        """What is shown, once it is worked out."""
        shown = self._overview or self._two or self._as_sent
        return shown.workbook if shown is not None else None

    def _read(self, text: str) -> ReportPeriod:
        return parse_period(text, self.period.cutoff)

    def _first_period(self) -> ReportPeriod:
        return Month.containing(self.session.today, self.session.glossary.context().cutoff)

    def _begin_period(self) -> None:
        self.month_sending.begin_period()
        self.doubts.begin_period()

    def show_period(self, period: ReportPeriod) -> None:
        """Shows another period, on the same sheet; one of another length, or the same, is compared with nothing."""
        if self._other is not None and (period.kind is not self._other.kind or period == self._other):
            self._end_comparison()
        self._version = None
        super().show_period(period)

    def show_version(self, period: ReportPeriod, version: int | None) -> None:
        """Shows a version as it was sent; None shows the report as it stands now again."""
        self._end_comparison()
        self.show_period(period)
        self._version = version
        self._refresh()

    def compare_with(self, other: ReportPeriod | None) -> None:
        """Shows another period beside the one that is shown; None shows the report again."""
        if other is None:
            self._end_comparison()
        else:
            self._other, self._sheet, self._version = other, 0, None
        self._show_periods()
        self._refresh()

    def _end_comparison(self) -> None:
        self._other, self._sheet = None, 0

    def _wanted(self) -> object:
        return self.period, self._other, self._version

    def show_changes(self, period: ReportPeriod) -> None:
        """Shows what differs from what was sent of a period: the sheet before the last."""
        self._sheet = CHANGES
        self.show_period(period)

    def _work(self) -> Callable[[Progress], Made]:
        ledger, period, today = self.session.ledger, self.period, self.session.today
        language, other, version = self.session.look.language, self._other, self._version

        def work(progress: Progress) -> Made:
            from mingbai.desk.month.as_sent import as_it_was_sent
            from mingbai.desk.month.comparison import beside
            from mingbai.desk.month.overview import frozen_periods, month_overview
            from mingbai.ui.paper.layout import laid_out

            if other is not None:
                two = beside(ledger, period, other, language, today)
                return two, laid_out(two.workbook, progress), frozen_periods(ledger)
            sent = None if version is None else as_it_was_sent(ledger, period, version, language)
            if sent is not None:
                return sent, laid_out(sent.paper, progress), frozen_periods(ledger)
            overview = month_overview(ledger, period, language, today, progress)
            return overview, laid_out(overview.workbook, progress), frozen_periods(ledger)

        return work

    def _not_finished(self) -> None:
        super()._not_finished()
        self._show_state()

    def _show_working(self) -> None:
        self._state.setText(self.session.word(COUNTING.format(period=self.period.words)))

    def _show_made(self, made: Made) -> None:
        from mingbai.desk.month.as_sent import AsSent
        from mingbai.desk.month.comparison import Beside
        from mingbai.desk.month.overview import Overview

        shown, self._sheets, frozen = made
        self._overview = shown if isinstance(shown, Overview) else None
        self._two = shown if isinstance(shown, Beside) else None
        self._as_sent = shown if isinstance(shown, AsSent) else None
        self._know_frozen(frozen)
        self.notice.say("")
        self._show_state()
        self._show_periods()
        self.tabs.show_sheets([sheet.tab for sheet in self._sheets])
        count = len(self._sheets)
        self.show_sheet(count + CHANGES if self._sheet == CHANGES else min(self._sheet, count - 1))
        self.body.show_alone(self._overview is None)
        self.to_now.setVisible(self._as_sent is not None)
        self._hint.setText(self.session.word(self._said_of(self._as_sent)))
        if isinstance(shown, Overview):
            self.month_files.know(shown)
            self.doubts.show_doubts(shown.doubts, shown.settled)
            self.body.count(len(shown.doubts))
            if not self.sending.asking:
                self._show_sending()
            self.frozen.show_periods(self._frozen)
            self._compare()

    def _know_frozen(self, frozen: Sequence[Frozen]) -> None:
        known = {each.period: each.differing for each in self._frozen}
        self._frozen = [replace(each, differing=known.get(each.period)) for each in frozen]

    def _went(self, period: ReportPeriod, report: SentReport, frozen: list[Frozen]) -> None:
        """It was sent: said at once, as until all is worked out anew the page would offer it once more."""
        self._know_frozen(frozen)
        shown = self._overview
        if shown is not None and shown.period == period:
            self._overview = replace(
                shown, sent=report, version=report.version, receiver=report.sent_to, differing=0, kept=True
            )
            self._show_state()
            self._show_sending()
        self._show_periods()
        self.frozen.show_periods(self._frozen)

    def _said_of(self, sent: AsSent | None) -> Words:
        if sent is None:
            return self.hint
        return STANDS if sent.whole else STANDS_IN_PART if sent.listed else STANDS_IN_FIGURES

    def _show_sending(self) -> None:
        if self._overview is None:
            return
        self.sending.show_version(
            self.period,
            self._overview.version,
            self._overview.receiver,
            unchanged=self._overview.sent is not None and not self._overview.differing,
            kept=self._overview.kept,
        )

    def _show_state(self) -> None:
        shown = self._overview
        unread = self._as_sent is None and (shown is None or shown.period != self.period)
        if self._other is not None or unread:
            self._state.clear()
            self._state.setToolTip("")
            return
        # In a narrow window it stands beside the chip of the period.
        wide, this_year = self.body.both, self.session.today.year
        period = self.period.words if wide else period_label(self.period, this_year)
        sent = (
            self._as_sent.report if self._as_sent is not None else shown.sent if shown is not None else None
        )
        if sent is None:
            short = whole = NOT_SENT.format(period=period)
        else:
            said, said_short = (
                (AS_SENT, AS_SENT_SHORT)
                if self._as_sent is not None
                else (SENT, SENT_SHORT)
                if shown is None or not shown.differing
                else (CHANGED_SINCE, CHANGED_SHORT)
            )
            day, now = short_day(sent.sent_on, self.session.today), 0 if shown is None else shown.version
            short, whole = (
                each.format(period=period, n=sent.version, day=day, now=now) for each in (said_short, said)
            )
        self._state.setText(self.session.word(whole if wide else short))
        self._state.setToolTip("" if wide else self.session.word(whole))

    def _show_room(self, both: bool) -> None:
        super()._show_room(both)
        self._show_state()

    def _show_periods(self) -> None:
        self.periods.show_periods(self.period, {each.period for each in self._frozen})
        self.comparing.show_periods(self.period, self._other)
        self._full.setEnabled(self._other is None and self._version is None)

    def show_sheet(self, number: int) -> None:
        """Shows one sheet of the period."""
        if not 0 <= number < len(self._sheets) or self.book is None:
            return
        if number != self._shown:
            self.body.show_paper()
        self._sheet = self._shown = number
        self.paper.show_sheet(self._sheets[number], self.book.language, self._openings(number))
        self.tabs.choose(number)

    def _openings(self, number: int) -> dict[tuple[int, int], Opening]:
        if self._two is not None:
            return self._two.openings[number]
        return self._overview.openings if self._overview is not None and number == 0 else {}

    def _compare(self) -> None:
        """Counts what differs from what was sent, after everything else is shown."""
        ledger, today = self.session.ledger, self.session.today
        periods = [each.period for each in self._frozen[: FrozenCard.MOST]]
        if not periods:
            return

        def work(progress: Progress) -> dict[ReportPeriod, int]:
            from mingbai.desk.month.overview import differing

            return differing(ledger, periods, today, progress)

        def compared(counts: dict[ReportPeriod, int]) -> None:
            self._frozen = [replace(each, differing=counts.get(each.period)) for each in self._frozen]
            self.frozen.show_periods(self._frozen)

        self.session.runner.job(self.session.word(COMPARING), work, compared, owner=self)

    # Figures and doubts

    def _open(self, row: int, column: int) -> None:
        opening = self._openings(self._shown).get((row, column))
        if opening is None:
            return
        from mingbai.desk.month.opening import rows_of

        behind = rows_of(
            self.session.ledger,
            opening.code,
            opening.months,
            group=opening.group,
            today=self.session.today,
        )
        if behind is not None:
            self._ask(behind.register, behind.filter, opening.title)

    def _mend(self, doubt: Doubt) -> None:
        """Opens what a doubt is about: the one entry in the panel, or the list of them."""
        register = REGISTERS[doubt.register]
        entry = self.session.ledger.entry(register, doubt.uid) if doubt.uid else None
        if doubt.page:
            self.session.page_asked.emit(doubt.page)
            return
        self.session.field_asked.emit(doubt.register, doubt.field)
        if entry is not None:
            self.session.open(entry)
        else:
            self._ask(doubt.register, doubt.filter, doubt.what, waits=True)

    def _settle(self, doubt: Doubt) -> None:
        from mingbai.desk.month.settled import settle

        ledger, period, today = self.session.ledger, self.period, self.session.today
        self.session.do(lambda: settle(ledger, period, doubt, today), lambda _: self._refresh(), owner=self)

    def _raise_again(self) -> None:
        from mingbai.desk.month.settled import raise_again

        ledger, period = self.session.ledger, self.period
        self.session.do(lambda: raise_again(ledger, period), lambda _: self._refresh(), owner=self)

    def _ask(self, register: str, asked: Filter, title: Words, *, waits: bool = False) -> None:
        if asked == ALL:
            self.session.ask(register, "")
        else:
            # By name and period: what was clicked says it better than what it asks of the ledger.
            self.session.rows_asked.emit(register, asked, title, waits)

    # Files, commands

    def save_excel(self, *, full: bool = False) -> None:
        """Saves the period's workbook: the submission, or the full copy that stays here; or the comparison."""
        files, other, sent = self.month_files, self._other, self._as_sent
        if sent is not None:
            place: Path | None = free_path(files.place(sent.workbook.caption, XLSX))
        elif other is not None:
            place = files.place(self.book.caption, XLSX) if self.book is not None else None
        else:
            place = files.suggested(self.period, XLSX, full=full)
        path = files.ask(place) if place is not None else None
        if path is None:
            return
        self.notice.say("")
        if sent is not None:
            files.save_as_sent(path, sent)
        elif other is not None:
            files.save_comparison(path, self.period, other)
        else:
            files.save_excel(path, self.period, full=full)

    def commands(self) -> Sequence[Command]:
        """What can be done with the period."""
        detail, made = self.period.words, self._is_made
        return (
            *self._paper_commands(),
            Command(
                "report.full",
                FULL_COPY,
                lambda: self.save_excel(full=True),
                "",
                "export",
                detail,
                self._full.isEnabled,
            ),
            Command("report.compare", COMPARE, self.comparing.button.showMenu, "", "", detail),
            Command("report.print_sheet", PRINT_THIS, self.print_this, "", "print", None, made),
            Command(
                "report.send",
                SEND,
                self._ask_to_send,
                "Ctrl+Shift+S",
                "send",
                detail,
                self._can_send,
                also=SENDING,
            ),
        )

    def put_away(self) -> bool:
        """From a version as it was sent, or from two periods side by side, back to how it stands now."""
        if self._version is None and self._other is None:
            return False
        if self._version is not None:
            self.show_version(self.period, None)
        else:
            self.compare_with(None)
        self.paper.setFocus()
        return True

    def _ask_to_send(self) -> None:
        self.body.show_cards()
        self.month_sending.ask()

    def _can_send(self) -> bool:
        return self._overview is not None and self.sending.send.isEnabled()
