"""What can be done to the open entry: by a key, by a button, by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mingbai.desk import records, review
from mingbai.desk.cuts import any_cut
from mingbai.desk.endings import Ending, endings
from mingbai.desk.erasing import says_of_a_person
from mingbai.desk.record_paper import print_words, record_workbook
from mingbai.desk.review import Verdict
from mingbai.desk.reviewing import suggested
from mingbai.desk.timeline import timeline_sheet
from mingbai.domain.review import DECISIONS, Assessment
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.command import Command
from mingbai.ui.letters import WRITE, is_void
from mingbai.ui.panel.cut_choice import CUT_AND_BACK, choose_cut
from mingbai.ui.panel.saving import Keeping
from mingbai.ui.panel.verdict_keys import MARK_AS_CUT, VERDICTS
from mingbai.ui.session import Session

FLAG_IT = Words("提示这一条", "Flag this entry")
DECIDED = Words("已研判：{assessment}", "Assessed: {assessment}")
BIN = Words("删除", "Delete")
BINNED = Words("已删除 {number}", "Deleted: {number}")
ERASE = Words("清除个人信息", "Erase personal data")
TAKE_OUT = Words("从回收站取回", "Restore from the bin")
TAKEN_OUT = Words("已取回 {number}", "Restored: {number}")
COPY = Words("复制编号", "Copy the number")
PRINT = Words("打印办理经过", "Print its history")


class EntryDeeds:
    """The deeds of one panel; without an open entry each of them does nothing."""

    def __init__(
        self,
        session: Session,
        panel: QWidget,
        opened: Callable[[], Entry | None],
        keeping: Keeping,
        begin_flagging: Callable[[], None],
    ) -> None:
        """`opened` gives the open entry; `begin_flagging` opens the line in which a reason is typed."""
        self._session = session
        self._panel = panel
        self._opened = opened
        self._keeping = keeping
        self._begin_flagging = begin_flagging

    def commands(self) -> Iterator[Command]:
        """What can be done with the entry as it is now."""
        entry = self._opened()
        if entry is None:
            return
        if entry.register.reviewed and entry.binned_at is None:
            yield Command("panel.flag", FLAG_IT, self._begin_flagging, "", "flag")
            for digit, assessment in VERDICTS.items():
                yield Command(
                    f"panel.decide.{digit}",
                    assessment.words,
                    partial(self.decide, assessment),
                    f"Ctrl+{digit}",
                    "scale",
                )
            if not is_void(entry):
                yield Command("panel.letter", WRITE, self.write_letter, "", "doc")
            yield Command(
                "panel.back",
                CUT_AND_BACK,
                self.link_with_cut,
                "Alt+B",
                "repeat",
                enabled=lambda: any_cut(self._session.ledger, entry, self._session.today),
            )
        if entry.register.reviewed or entry.register is DECISIONS:
            yield Command(
                "panel.cut",
                MARK_AS_CUT,
                self.carry_out,
                "",
                "scale",
                enabled=lambda: self._suggestion() is not None,
            )
        for way in endings(entry).ways:
            yield Command(f"panel.end.{way.code}", way.words, partial(self.end, way), "", "check")
        yield Command("panel.paper", print_words(entry), self.print_record, "", "print")
        yield Command("panel.print", PRINT, self.print_history, "", "print")
        if entry.number:
            yield Command("panel.copy", COPY, self._copy_number, "", "text")
        if entry.binned_at is not None:
            yield Command("panel.unbin", TAKE_OUT, self._take_out, "", "undo")
        elif not entry.register.deeds_only:
            yield Command("panel.bin", BIN, self._bin, "", "x")
        if says_of_a_person(entry):
            yield Command("panel.erase", ERASE, self.erase, "", "erase")

    def decide(self, assessment: Assessment) -> None:
        """One verdict about the open entry."""
        entry, session = self._opened(), self._session
        if entry is None or not entry.register.reviewed or entry.binned_at is not None:
            return
        verdict, language = Verdict(assessment=assessment), session.look.language
        session.do(
            lambda: review.decide(session.ledger, entry, verdict, today=session.today, language=language),
            owner=self._panel,
            done=DECIDED.format(assessment=assessment.words),
        )

    def carry_out(self) -> None:
        """Asks on the page Review by which way the suggestion about the open entry was carried out."""
        found = self._suggestion()
        if found is not None:
            self._session.carry_out_asked.emit(found)

    def _suggestion(self) -> Entry | None:
        entry, session = self._opened(), self._session
        return suggested(session.ledger, entry, session.today) if entry is not None else None

    def end(self, way: Ending) -> None:
        """Ends the open entry in one of its ways."""
        entry, session = self._opened(), self._session
        if entry is not None:
            now = session.now
            session.do(
                lambda: way.write(session.ledger, entry, now, session.look.language),
                owner=self._panel,
                done=way.done,
            )

    def erase(self) -> None:
        """Asks, as nothing brings it back, and erases what the entry says of a person."""
        entry = self._opened()
        if entry is None:
            return
        from mingbai.ui.panel.erasing import EraseDialog, erase

        asked = EraseDialog(self._session, entry, self._panel)
        if asked.exec():
            # Half-typed text must not be kept once more after it was erased.
            self._keeping.drop()
            erase(self._session, asked.entries)
        asked.deleteLater()

    def write_letter(self) -> None:
        """Opens a letter about the entry, to be edited and saved."""
        entry = self._opened()
        if entry is not None:
            from mingbai.ui.letters.dialog import write_letter

            write_letter(self._session, entry, self._panel)

    def link_with_cut(self) -> None:
        """Asks which of the cuts came back as the entry."""
        entry = self._opened()
        if entry is not None and entry.register.reviewed and entry.binned_at is None:
            choose_cut(self._session, entry, self._panel)

    def print_history(self) -> None:
        """Prints what happened to the entry (办理经过)."""
        entry, session = self._opened(), self._session
        if entry is not None:
            from mingbai.ui.paper.printing import print_sheets

            sheet = timeline_sheet(session.ledger, entry, session.look.language)
            print_sheets(session, (sheet,), self._panel.window())

    def print_record(self) -> None:
        """Prints the entry: an opinion sheet, the list of a visit, or its fields."""
        entry, session = self._opened(), self._session
        if entry is not None:
            from mingbai.ui.paper.printing import print_sheets

            book = record_workbook(session.ledger, entry, session.glossary, session.look.language)
            print_sheets(session, book.sheets, self._panel.window(), caption=book.caption)

    def _bin(self) -> None:
        entry, session = self._opened(), self._session
        if entry is not None:
            session.do(
                lambda: records.put_into_bin(session.ledger, entry),
                owner=self._panel,
                done=BINNED.format(number=entry.number),
            )

    def _take_out(self) -> None:
        entry, session = self._opened(), self._session
        if entry is not None:
            session.do(
                lambda: records.take_out_of_bin(session.ledger, entry),
                owner=self._panel,
                done=TAKEN_OUT.format(number=entry.number),
            )

    def _copy_number(self) -> None:
        entry = self._opened()
        if entry is not None:
            QGuiApplication.clipboard().setText(entry.number)
