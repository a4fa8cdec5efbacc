"""Where the window leads: to rows of a figure, to the field that is mended, to the row that is open, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from tests.ui.shell.conftest import TASK, Opening, rows
from tests.ui.waiting import settled

from mingbai.desk.records import add, change
from mingbai.desk.review import Verdict, decide
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.filter import Some, equals
from mingbai.domain.review import DECISIONS, Assessment
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.panel.decided import DecidedLine
from mingbai.ui.shell.commands import CommandBar


def test_the_rows_of_a_figure_are_left_for_where_they_were_opened(opened: Opening) -> None:
    window = opened()
    wanted = Some((equals("title", "另一件"), equals("title", "重点人群台账")))
    for leave in ("Esc", "Alt+Left", "x"):
        window.frame.show_page("report")
        window.session.rows_asked.emit(
            "task", wanted, Words("收到上级交办，2026年11月", "Received, November"), False
        )
        settled(window)
        page = window.frame.page
        assert isinstance(page, RegisterPage)
        assert page.chips.called == "收到上级交办，2026年11月"
        assert page.chips.back.isVisible()
        if leave == "x":
            QTest.mouseClick(page.chips.back, Qt.MouseButton.LeftButton)
        elif leave == "Esc":
            QTest.keyClick(page.view, Qt.Key.Key_Escape)
        else:
            (key,) = (one for one in page.findChildren(QShortcut) if one.key() == QKeySequence("Alt+Left"))
            key.activated.emit()
        assert window.frame.page.code == "report", leave
    for way in (lambda: window.frame.show_page("report"), lambda: None):
        window.session.rows_asked.emit("task", wanted, Words("几件", "Some"), False)
        way()
        window.frame.ways.page_asked.emit("task")
        settled(window)
        page = window.frame.page
        assert isinstance(page, RegisterPage)
        assert not page.shows_rows
        assert not page.chips.back.isVisible()
        assert window.frame.figure_rows.shown is None
    window.close()


def test_the_rows_of_a_figure_stay_under_another_look_and_after_a_restart(
    opened: Opening, today: date
) -> None:
    window = opened()
    for title in ("另一件", "又一件"):
        add(window.session.ledger, TASKS, {**TASK, "title": title, "status": "done"}, today=today)
    # No typed filter can say "or".
    wanted = Some((equals("title", "另一件"), equals("title", "重点人群台账")))
    window.session.rows_asked.emit("task", wanted, Words("两件", "Two"), False)
    settled(window)
    assert rows(window) == 2
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert (page.chips.called, page.chips.count) == ("两件", "2")
    with_or = page.view.question
    assert (with_or.where, with_or.beside) == ("", wanted)
    out = window.path.with_name("out.xlsx")
    window.frame.files.write_export(TASKS, with_or.where, out, with_or.beside)
    settled(window)
    sheet = load_workbook(out).worksheets[0]
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"另一件", "重点人群台账"} <= texts
    assert "又一件" not in texts
    window.session.look_asked.emit(replace(window.session.look, language="en"))
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert (rows(window), page.chips.called) == (2, "Two")
    window.close()
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert (rows(window), page.chips.called, page.view.question.beside) == (2, "两件", wanted)
    page.ask("")
    settled(window)
    assert rows(window) == 3
    window.close()
    window = opened()
    settled(window)
    assert rows(window) == 3
    window.remember()


def test_the_bin_is_found_from_everywhere(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_page("today")
    settled(window)
    command = next(one for one in window.frame.everywhere if one.code == "bin")
    command.run()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert page.view.question.binned


def test_a_filter_that_shows_nothing_does_not_look_like_the_first_day(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_page("issue")
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert "12345" in page.empty.title.text()
    line = window.frame._lines["issue"]
    line.write("路灯不亮 小区西门 已解决")
    line.submit()
    settled(window)
    assert page.empty.title.text() == "现在没有“未办结”的记录"
    page.ask("title=没有", "2026 年排查")
    settled(window)
    assert page.empty.title.text() == "现在没有“2026 年排查”的记录", (
        "a name of one's own may begin with a number"
    )
    doubt = Words("2 件没有期限的交办", "2 assignments without a due day")
    window.session.rows_asked.emit("issue", equals("title", "没有"), doubt, True)
    settled(window)
    assert page.empty.title.text() == "这里的都处理好了", "how many they were is over"
    window.session.look_asked.emit(replace(window.session.look, language="en"))
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert page.empty.title.text() == "Nothing is left here"
    page.empty.button.click()
    settled(window)
    assert rows(window) == 1


def test_the_panel_shows_what_was_opened_as_long_as_the_list_that_is_asked_for_has_it(
    opened: Opening, today: date
) -> None:
    window = opened()
    ledger = window.session.ledger
    for title, status in (("甲", "todo"), ("乙", "done"), ("丙", "done")):
        add(ledger, TASKS, {**TASK, "title": title, "status": status}, today=today)
    window.frame.show_page("task")
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)

    def beside() -> tuple[str | None, str | None]:
        settled(window, 300)
        entry, current = window.frame.panel.entry, page.view.current()
        shown = None if entry is None else str(entry.stored["title"])
        return shown, None if current is None else str(current.stored["title"])

    entries = {str(one.stored["title"]): one for one in ledger.entries(TASKS)}
    window.session.open(entries["甲"])
    page.ask("status=done")
    shown, current = beside()
    assert shown is None, "nobody opened another one"
    assert current in ("乙", "丙")
    assert not window.frame.panel_open
    window.session.open(entries["乙"])
    page.ask("")
    assert beside() == ("乙", "乙")
    page.ask("title=没有")
    assert beside() == (None, None)
    assert not window.frame.panel_open


def test_a_doubt_opens_the_field_in_which_it_is_mended(opened: Opening) -> None:
    window = opened()
    settled(window)
    frame = window.frame
    unit = window.session.ledger.entries(DEPARTMENTS)[0]
    frame.show_page("today")
    settled(window)
    window.activateWindow()
    window.session.field_asked.emit("department", "level")
    window.session.open(unit)
    settled(window)
    assert frame.panel._form is not None
    row = frame.panel._form.rows["level"]
    assert row.isVisible()
    assert row.editor.box.hasFocus()
    # Whoever goes on to other things opens entries as always.
    frame.show_page("task")
    settled(window)
    frame.show_page("department")
    settled(window)
    window.session.open(unit)
    settled(window)
    assert not row.editor.box.hasFocus()


def test_what_was_ended_in_the_panel_leaves_the_focus_in_the_list(opened: Opening) -> None:
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    window.activateWindow()
    window.session.open(page.view.rows.rows[0].entry)
    settled(window)
    foot = window.frame.panel.foot.findChildren(QPushButton)
    foot[0].setFocus()
    QTest.keyClick(foot[0], Qt.Key.Key_Space)
    settled(window, 400)
    assert window.session.ledger.entries(TASKS)[0].stored["status"] == "done"
    assert page.empty.button.hasFocus(), "the list of what is open is empty now"


def test_an_assessment_and_a_flag_leave_the_focus_in_the_list(opened: Opening) -> None:
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    window.activateWindow()
    session, panel = window.session, window.frame.panel
    session.open(page.view.rows.rows[0].entry)
    panel.begin_flagging()
    settled(window)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert panel.flagging.isAncestorOf(focus)
    panel.flagging.flag("没有文号")
    settled(window)
    assert page.view.hasFocus()
    button = panel.flags.keys.buttons["1"]
    assert button.isVisible()
    button.setFocus()
    button.click()
    settled(window)
    assert not button.isVisible(), "nothing is left to assess"
    assert page.view.hasFocus()


def test_a_search_without_hits_leads_to_the_one_over_everything(opened: Opening) -> None:
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    page.everywhere_asked.emit("台账")
    (bar,) = window.frame.findChildren(CommandBar)
    settled(window, 400)
    titles = [bar._model.item(at).text() for at in range(bar._model.rowCount())]
    assert "重点人群台账" in titles


def test_from_the_panel_of_any_page_a_suggestion_leads_to_where_it_is_cut(
    opened: Opening, today: date
) -> None:
    window = opened()
    settled(window)
    ledger = window.session.ledger
    (entry,) = ledger.entries(TASKS)
    window.session.open(entry)
    commands = {one.code: one for one in window.frame.panel.commands()}
    assert not commands["panel.cut"].can_run()
    decision = decide(ledger, entry, Verdict(assessment=Assessment.MERGE), today=today)
    settled(window)
    (line,) = window.frame.panel.findChildren(DecidedLine)
    line.cut.click()
    settled(window)
    page = window.frame.page
    assert isinstance(page, ReviewPage)
    row = page.list.current()
    assert row is not None
    assert (row.key, page.card.asks_method) == (decision.uid, True)
    QTest.keyClicks(page.list, "2")
    settled(window)
    assert [one.stored["method"] for one in ledger.entries(DECISIONS)] == ["merged"]
    window.session.open(ledger.entry(TASKS, entry.uid))
    commands = {one.code: one for one in window.frame.panel.commands()}
    assert not commands["panel.cut"].can_run()


@pytest.mark.parametrize("soon", [False, True])
def test_the_open_entry_is_the_marked_row_however_it_was_opened(
    opened: Opening, soon: bool, today: date
) -> None:
    window = opened()
    settled(window)
    entries = [
        add(window.session.ledger, TASKS, {**TASK, "title": title, "due_on": None}, today=today)
        for title in ("甲", "乙")
    ]
    settled(window)
    if soon:
        # Before the first rows of a list are there.
        window.frame.show_page("today")
        window.frame._pages.pop("task").deleteLater()
        window.frame.show_page("task")
        window.session.open(entries[1])
    settled(window, 300)
    page = window.frame.page
    assert isinstance(page, RegisterPage)

    def marked() -> list[str]:
        view = page.view
        return [view.rows.rows[index.row()].entry.uid for index in view.selectionModel().selectedRows()]

    for entry in entries[1:] if soon else entries:
        window.session.open(entry)
        settled(window)
        assert marked() == [entry.uid]
        change(window.session.ledger, entry, {"document": "〔2026〕3号"}, today=today)
        settled(window)
        assert (marked(), window.frame.panel_open) == ([entry.uid], True)
