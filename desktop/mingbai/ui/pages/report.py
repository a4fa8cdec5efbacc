"""The month report: always current, on paper, with what to look at beside it; sending freezes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mingbai.domain.filter import Filter
from mingbai.domain.month import Month
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Mistake, Trouble, Words
from mingbai.ledger.ledger import Change
from mingbai.ui.command import Command
from mingbai.ui.later import later
from mingbai.ui.look.icons import icon, put_icon
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.page import Page
from mingbai.ui.pages.paper_bars import MonthBar, SheetBar
from mingbai.ui.pages.report_cards import DoubtsCard, FrozenCard, SendCard
from mingbai.ui.pages.report_files import PDF, XLSX, MonthFiles
from mingbai.ui.pages.report_sending import MonthSending
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.paper.printing import print_pages
from mingbai.ui.paper.view import PaperView
from mingbai.ui.runner import Progress
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.month.doubts import Doubt
    from mingbai.desk.month.overview import Frozen, Overview

DEBOUNCE_MS = 300
CALM_MS = 300
CARDS, NARROW = 268, 300
"""Width of the cards; below this much left for the paper they stand under it."""
MARGIN, TOP, BETWEEN = 28, 20, 14
ALTERNATIVES = "|"
CHANGES = -2
"""Where a sent month's differences stand among its sheets."""

NOT_SENT = Words("{month}，未上报", "{month}, not sent")
SENT = Words("{month}，第 {n} 版 {day} 报出", "{month}, version {n} sent {day}")
COUNTING = Words("正在算 {month}", "Working out {month}")
MAKING = Words("正在算月报", "Working out the report")
COMPARING = Words("正在和报出的核对", "Comparing with what was sent")
HINT = Words(
    "数字随记录更新，点任一数字看明细；没有基期的写“—”，不写 0",
    "Figures follow the records; open one to see its rows. “—” means there is no base",
)
EXCEL = Words("Excel", "Excel")
FULL_COPY = Words("留存版 Excel（含单位和研判）", "Full copy as Excel (units, assessments)")
PDF_WORDS = Words("PDF", "PDF")
PRINT = Words("打印", "Print")
PRINT_THIS = Words("只打印这张表", "Print this sheet only")
MORE = Words("更多", "More")
SEND = Words("标记为已上报", "Mark as sent")
PREVIOUS_MONTH = Words("上个月", "Previous month")
NEXT_MONTH = Words("下个月", "Next month")
PREVIOUS_SHEET = Words("上一张表", "Previous sheet")
NEXT_SHEET = Words("下一张表", "Next sheet")

Made = tuple["Overview", tuple[PaperSheet, ...], list["Frozen"]]


class ReportPage(Page):
    """One month on paper."""

    code: ClassVar[str] = "report"
    words: ClassVar[Words] = Words("月报", "Report")
    icon: ClassVar[str] = "report"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        styled(self, "page")
        self._month: Month | None = None
        self._overview: Overview | None = None
        self._sheets: tuple[PaperSheet, ...] = ()
        self._frozen: list[Frozen] = []
        self._sheet = 0
        self._working = self._again = False
        self._stale = True
        self._debounce = later(self, DEBOUNCE_MS, self._refresh)
        self._calm = later(self, CALM_MS, self._show_working)
        self.files = MonthFiles(session, self, self._tell)
        self._build()
        session.changed.connect(self._changed)

    # The parts

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, TOP, MARGIN, BETWEEN)
        column.setSpacing(BETWEEN)
        column.addLayout(self._head())
        self.months = MonthBar(self.session)
        self.months.picked.connect(self.show_month)
        self.tabs = SheetBar(self.session)
        self.tabs.picked.connect(self.show_sheet)
        column.addWidget(self.months)
        column.addWidget(self.tabs)
        self._notice = styled(QLabel(), "text", "danger")
        self._notice.setWordWrap(True)
        self._notice.hide()
        column.addWidget(self._notice)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(20)
        self.paper = PaperView(self.session)
        self.paper.figure_picked.connect(self._open_figure)
        self._body.addWidget(self.paper, 1)
        self._body.addWidget(self._cards())
        column.addLayout(self._body, 1)
        hint = styled(QLabel(self.session.word(HINT)), "caption")
        hint.setWordWrap(True)
        column.addWidget(hint)

    def _head(self) -> QHBoxLayout:
        word, look = self.session.word, self.session.look
        line = QHBoxLayout()
        line.setSpacing(10)
        title = styled(QLabel(word(self.words)), "title")
        self._state = styled(QLabel(), "secondary")
        line.addWidget(title)
        line.addWidget(self._state, 1)
        self.excel = self._button("export", EXCEL, self.save_excel, "Ctrl+E")
        self.pdf = self._button("doc", PDF_WORDS, self.save_pdf)
        self.print = self._button("print", PRINT, self.print_all, "Ctrl+P")
        more = styled(QPushButton(icon(look, "chev"), ""), "icon")
        more.setAccessibleName(word(MORE))
        more.setToolTip(word(MORE))
        menu = Menu(look, more)
        menu.addAction(word(FULL_COPY), lambda: self.save_excel(full=True))
        menu.addAction(word(PRINT_THIS), self.print_this)
        more.setMenu(menu)
        for button in (self.excel, self.pdf, self.print, more):
            line.addWidget(button)
        return line

    def _button(self, name: str, words: Words, run: Callable[[], object], keys: str = "") -> QPushButton:
        button = styled(QPushButton(self.session.word(words)), "plain")
        put_icon(button, self.session.look, name)
        button.clicked.connect(lambda _checked: run())
        if keys:
            button.setToolTip(keys)
        return button

    def _cards(self) -> QWidget:
        holder = styled(QWidget(), "page")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BETWEEN - 2)
        self.doubts = DoubtsCard(self.session)
        self.doubts.picked.connect(self._mend)
        self.sending = SendCard(self.session)
        self.month_sending = MonthSending(self.session, self.sending, self.files, lambda: self.month)
        self.frozen = FrozenCard(self.session)
        self.frozen.picked.connect(self.show_month)
        self.frozen.changes_picked.connect(self.show_changes)
        for card in (self.doubts, self.sending, self.frozen):
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self._card_area = area
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards stand beside the paper as long as enough is left for it."""
        super().resizeEvent(event)
        wide = self.session.look.px(CARDS)
        under = self.width() - 2 * MARGIN - wide < self.session.look.px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if under else QBoxLayout.Direction.LeftToRight
        if self._body.direction() != direction:
            self._body.setDirection(direction)
        if under:
            self._card_area.setMinimumWidth(0)
            self._card_area.setMaximumWidth(16_777_215)
            self._card_area.setMaximumHeight(max(120, self.height() // 3))
        else:
            self._card_area.setFixedWidth(wide)
            self._card_area.setMaximumHeight(16_777_215)

    # What is shown

    def arrive(self) -> None:
        """Shows the month as it stands now."""
        if self._stale:
            self._refresh()
        self.paper.setFocus()

    def _changed(self, _change: Change) -> None:
        self._stale = True
        if self.isVisible():
            self._debounce.start()

    @property
    def month(self) -> Month:
        """The month shown: at first the one that goes on."""
        if self._month is None:
            self._month = Month.containing(self.session.today, self.session.glossary.context().cutoff)
        return self._month

    def show_month(self, month: Month) -> None:
        """Shows another month, on the same sheet."""
        if month != self.month:
            self._month = month
            self.month_sending.begin_month()
        self._show_months()
        self._refresh()

    def show_changes(self, month: Month) -> None:
        """Shows what differs from what was sent of a month: the sheet before the last."""
        self._sheet = CHANGES
        self.show_month(month)

    def _refresh(self) -> None:
        """Works the month out off the window's thread; a change meanwhile makes it do so once more."""
        self._stale = False
        if self._working:
            self._again = True
            return
        self._working = True
        self._calm.start()
        ledger, month, today = self.session.ledger, self.month, self.session.today
        language = self.session.look.language

        def work(progress: Progress) -> Made:
            from mingbai.desk.month.overview import frozen_months, month_overview
            from mingbai.ui.paper.layout import laid_out

            overview = month_overview(ledger, month, language, today, progress)
            return overview, laid_out(overview.workbook, progress), frozen_months(ledger)

        self.session.runner.job(
            self.session.word(MAKING),
            work,
            self._show_made,
            owner=self,
            refused=self._not_made,
            stopped=self._not_finished,
        )

    def _ended(self) -> bool:
        """Whether the work just ended is still wanted."""
        self._working = False
        self._calm.stop()
        again, self._again = self._again, False
        if again:
            self._refresh()
        return not again

    def _not_made(self, trouble: Trouble) -> None:
        if self._ended():
            self._tell(trouble.words)

    def _not_finished(self) -> None:
        if self._ended():
            self._stale = True
            self._show_state()

    def _show_working(self) -> None:
        self._state.setText(self.session.word(COUNTING.format(month=self.month.words)))

    def _show_made(self, made: Made) -> None:
        if not self._ended() or made[0].month != self.month:
            return
        self._overview, self._sheets, frozen = made
        known = {each.month: each.differing for each in self._frozen}
        self._frozen = [replace(each, differing=known.get(each.month)) for each in frozen]
        self._notice.hide()
        self._show_state()
        self._show_months()
        self.tabs.show_sheets([sheet.tab for sheet in self._sheets])
        count = len(self._sheets)
        self.show_sheet(count + CHANGES if self._sheet == CHANGES else min(self._sheet, count - 1))
        self.doubts.show_doubts(self._overview.doubts)
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
        self._sheet = number
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

    def _open_figure(self, row: int, column: int) -> None:
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

    # Files, printing

    def _suggested(self, ending: str, *, full: bool = False) -> Path:
        return self.files.suggested(self.month, ending, full=full)

    def save_excel(self, *, full: bool = False) -> None:
        """Saves the month's workbook: the submission, or the full copy that stays here."""
        path = self.files.ask(self._suggested(XLSX, full=full))
        if path is not None:
            self._notice.hide()
            self.files.save_excel(path, self.month, full=full)

    def save_pdf(self) -> None:
        """Saves the pages as they are shown."""
        path = self.files.ask(self._suggested(PDF)) if self._overview is not None else None
        if path is not None and self._overview is not None:
            self._notice.hide()
            self.files.save_pdf(path, self._sheets, self._overview.workbook)

    def _tell(self, words: Words) -> None:
        self._notice.setText(self.session.word(words))
        self._notice.show()

    def print_all(self) -> None:
        """Prints the month."""
        if self._overview is not None:
            print_pages(self.session, self._sheets, self._overview.workbook.language, self)

    def print_this(self) -> None:
        """Prints the sheet that is shown."""
        if self._overview is not None:
            sheets = self._sheets[self._sheet : self._sheet + 1]
            print_pages(self.session, sheets, self._overview.workbook.language, self)

    # Commands and state

    def commands(self) -> Sequence[Command]:
        """What can be done with the month."""
        made = self._is_made
        detail = self.month.words

        def go(back: int) -> None:
            self.show_month(self.month.shifted(-back))

        def turn(step: int) -> None:
            self.show_sheet(self._sheet + step)

        return (
            Command("report.excel", EXCEL, self.save_excel, "Ctrl+E", "export", detail),
            Command("report.full", FULL_COPY, lambda: self.save_excel(full=True), "", "export", detail),
            Command("report.pdf", PDF_WORDS, self.save_pdf, "", "doc", detail, made),
            Command("report.print", PRINT, self.print_all, "Ctrl+P", "print", detail, made),
            Command("report.print_sheet", PRINT_THIS, self.print_this, "", "print", None, made),
            Command("report.send", SEND, self.month_sending.ask, "", "send", detail, self._can_send),
            Command("report.month_before", PREVIOUS_MONTH, lambda: go(1), "Alt+Left", "chevl"),
            Command(
                "report.month_after", NEXT_MONTH, lambda: go(-1), "Alt+Right", "chevr", None, self._is_past
            ),
            Command("report.sheet_before", PREVIOUS_SHEET, lambda: turn(-1), "Ctrl+PgUp", "", None, made),
            Command("report.sheet_after", NEXT_SHEET, lambda: turn(1), "Ctrl+PgDown", "", None, made),
        )

    def _is_made(self) -> bool:
        return self._overview is not None

    def _is_past(self) -> bool:
        return self.month.end < self.session.today

    def _can_send(self) -> bool:
        return self.sending.send.isEnabled()

    def state(self) -> dict[str, Any]:
        """The month and the sheet."""
        return {"month": str(self.month), "sheet": max(0, self._sheet)}

    def restore(self, state: dict[str, Any]) -> None:
        """Shows them again."""
        with suppress(Mistake):
            self._month = Month.parse(str(state.get("month", "")), self.month.cutoff)
        sheet = state.get("sheet")
        self._sheet = sheet if isinstance(sheet, int) and sheet >= 0 else 0
