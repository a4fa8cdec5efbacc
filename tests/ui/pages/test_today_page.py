"""The page Today: one walk over what waits, two keys for what was expected, numbers that open their rows."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.pages.waiting import heads, press, shown, task, titles
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk import records, recurring, review
from mingbai.domain.absence import ABSENCES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.agenda.rows import Head
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.look.look import Look
from mingbai.ui.pages.today import TodayPage
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session
from mingbai.ui.shell.keys import keys_told


@pytest.fixture
def weekly(ledger: Ledger, today: date) -> Entry:
    draft = {
        "title": "环境周报",
        "department": "民政局",
        "period": "每周",
        "due_day": "3",
        "starts_on": "2026-11-23",
    }
    return records.add(ledger, DEMANDS, draft, today=today)


def test_the_day_is_the_title(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    task(ledger, today, "摸底表", due_on="2026-11-23")
    task(ledger, today, "小结", due_on="2026-11-24")
    page = shown(session, qtbot)
    assert page.title.text() == "11月24日 星期二"
    assert page.said.text() == "1 件逾期，1 件今天到期"


def test_it_speaks_english(ledger: Ledger, today: date, session: Session, qtbot: QtBot) -> None:
    task(ledger, today, "Form", due_on="2026-11-23")
    wear(session, Look(language="en"))
    page = shown(session, qtbot)
    assert page.title.text() == "Tuesday 24 November"
    assert page.said.text() == "1 overdue"
    assert heads(page.list) == ["Overdue 1"]


def test_the_keyboard_walks_over_all_groups(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    task(ledger, today, "摸底表", due_on="2026-11-23")
    task(ledger, today, "小结", due_on="2026-11-24")
    page = shown(session, qtbot)
    walked = []
    for _ in range(4):
        row = page.list.current()
        assert row is not None
        walked.append(row.title)
        press(page.list, Qt.Key.Key_Down)
    assert walked == ["摸底表", "小结", f"{weekly.stored['title']}（第48周）", "环境周报（第48周）"]
    press(page.list, Qt.Key.Key_Home)
    assert page.list.current() == page.list.rows.items[1]


def test_enter_opens_the_entry(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    entry = task(ledger, today, "摸底表", due_on="2026-11-23")
    page = shown(session, qtbot)
    with qtbot.waitSignal(session.entry_asked, timeout=PATIENCE_MS) as asked:
        press(page.list, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].uid == entry.uid


def test_enter_records_that_an_expected_one_came(
    session: Session, ledger: Ledger, weekly: Entry, qtbot: QtBot
) -> None:
    page = shown(session, qtbot)
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        press(page.list, Qt.Key.Key_Return)
    settled(page)
    assert done.args is not None
    assert done.args[0].zh == "来了：环境周报（第48周）"
    (came,) = ledger.entries(TASKS)
    assert (came.stored["demand"], came.stored["period_key"]) == (weekly.uid, "2026-W48")
    assert heads(page.list)[-1] == "这周该来的 "
    undo(ledger)
    settled(page)
    assert heads(page.list) == ["这周该来的 1"]


def test_delete_records_that_it_did_not_come_and_deletes_nothing_else(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    task(ledger, today, "摸底表", due_on="2026-11-23")
    page = shown(session, qtbot)
    press(page.list, Qt.Key.Key_Delete)
    settled(page)
    assert titles(page.list)[0] == "摸底表"
    press(page.list, Qt.Key.Key_Down)
    press(page.list, Qt.Key.Key_Delete)
    settled(page)
    (absence,) = ledger.entries(ABSENCES)
    assert absence.stored["demand"] == weekly.uid
    assert len(ledger.entries(TASKS)) == 1


def test_a_save_is_shown_and_the_chosen_line_stays(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    for title in ("甲", "乙"):
        task(ledger, today, title, due_on="2026-11-24")
    page = shown(session, qtbot)
    press(page.list, Qt.Key.Key_Down)
    task(ledger, today, "迟", due_on="2026-11-20")
    settled(page)
    assert titles(page.list) == ["迟", "甲", "乙"]
    row = page.list.current()
    assert row is not None
    assert row.title == "乙"


def test_when_the_chosen_line_goes_the_next_one_is_chosen(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    first = task(ledger, today, "甲", due_on="2026-11-24")
    task(ledger, today, "乙", due_on="2026-11-24")
    page = shown(session, qtbot)
    records.put_into_bin(ledger, first)
    settled(page)
    row = page.list.current()
    assert row is not None
    assert row.title == "乙"


def test_a_count_opens_its_rows(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    task(ledger, today, "迟", due_on="2026-11-20")
    records.add(
        ledger,
        ISSUES,
        {"accepted_at": "2026-11-10 9:00", "title": "电梯", "due_at": "2026-11-20"},
        today=today,
    )
    page = shown(session, qtbot)
    head = page.list.rows.items[0]
    assert isinstance(head, Head)
    rect = page.list.visualRect(page.list.rows.index(0))
    places: list[tuple[QRect, object]] = [
        (place, link.what) for place, link in page.list._delegate.links(rect, head)
    ]
    assert [link.text for link in head.links] == ["上级交办 1", "居民诉求 1"]
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS) as asked:
        click(page.list, places[0][0].center())
    assert asked.args == ["issue", "overdue"]
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS) as asked:
        press(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["task", "overdue"]


def click(found: AgendaList, at: QPoint) -> None:
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_what_waits_to_be_assessed_leads_to_the_review(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    review.flag(ledger, task(ledger, today, "安装统计"), "与上月相同", today=today)
    page = shown(session, qtbot)
    assert heads(page.beside) == ["等您研判 1"]
    rect = page.beside.visualRect(page.beside.rows.index(0))
    with qtbot.waitSignal(session.part_asked, timeout=PATIENCE_MS) as asked:
        click(page.beside, QPoint(rect.right() - 20, rect.center().y() + 2))
    assert asked.args == ["review", "waiting"]


def test_in_a_narrow_window_everything_is_one_list(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    review.flag(ledger, task(ledger, today, "安装统计"), "与上月相同", today=today)
    page = shown(session, qtbot, width=600)
    assert heads(page.list) == ["等您研判 1"]
    page.resize(1076, 768)
    assert heads(page.beside) == ["等您研判 1"]
    assert heads(page.list) == []


def test_a_long_group_ends_in_a_row_that_opens_the_rest(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    for at in range(11):
        task(ledger, today, f"迟 {at}", due_on="2026-11-20")
    page = shown(session, qtbot)
    assert titles(page.list)[-1] == "还有 3 件，看全部"
    press(page.list, Qt.Key.Key_End)
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS) as asked:
        press(page.list, Qt.Key.Key_Return)
    assert asked.args == ["task", "overdue"]


def test_a_column_opens_its_day(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    task(ledger, today, "总结", due_on="2026-11-25")
    page = shown(session, qtbot)
    place = page.chart_card.columns._place(1)
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS) as asked:
        QTest.mouseClick(
            page.chart_card.columns,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(place.center().x(), page.chart_card.columns._base() - 3),
        )
    assert asked.args == ["task", "open due_on=2026-11-25"]
    page.chart_card.columns.setFocus()
    QTest.keyClick(page.chart_card.columns, Qt.Key.Key_Right)
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS):
        QTest.keyClick(page.chart_card.columns, Qt.Key.Key_Return)


def test_a_meeting_stands_in_the_chart_and_opens(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    records.add(
        ledger, MEETINGS, {"held_on": "2026-11-25", "department": "民政局", "title": "例会"}, today=today
    )
    page = shown(session, qtbot)
    columns = page.chart_card.columns
    place = columns._place(1)
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS) as asked:
        QTest.mouseClick(
            columns,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(place.center().x(), columns._base() - 3),
        )
    assert asked.args == ["meeting", "held_on=2026-11-25"]
    assert columns._load is not None
    assert columns._said(columns._load.days[1]) == "25 日：交办 0 件，诉求 0 件，会议 1 个"


def test_a_jammed_day_is_told_with_a_way_there(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    for at in range(5):
        task(ledger, today, f"周五 {at}", due_on="2026-11-27")
    page = shown(session, qtbot)
    assert page.chart_card.jam.text() == "27 日挤了 5 件，可商量错开"
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS) as asked:
        page.chart_card.jam_link.click()
    assert asked.args == ["task", "open due_on=2026-11-27"]


def test_an_empty_ledger_says_what_to_do_first(session: Session, qtbot: QtBot) -> None:
    page = TodayPage(session)
    qtbot.addWidget(page)
    quick = QuickLine(session)
    page.place_quick_add(quick)
    page.show()
    page.arrive()
    settled(page)
    assert page.begin is not None
    assert page.begin.isVisible()
    assert not page.chart_card.isVisible()
    with qtbot.waitActive(page, timeout=PATIENCE_MS):
        page.activateWindow()
    page.begin.click()
    assert quick.line.hasFocus()


def test_another_day_is_read_anew(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    task(ledger, today, "小结", due_on="2026-11-24")
    page = shown(session, qtbot)
    assert heads(page.list) == ["今天到期 1"]
    session._today = date(2026, 11, 25)
    page._midnight.timeout.emit()
    settled(page)
    assert page.title.text() == "11月25日 星期三"
    assert heads(page.list) == ["已逾期 1"]
    assert page._midnight.isActive()


def test_it_comes_back_to_the_chosen_line(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    for title in ("甲", "乙"):
        task(ledger, today, title, due_on="2026-11-24")
    page = shown(session, qtbot)
    press(page.list, Qt.Key.Key_Down)
    again = TodayPage(session)
    qtbot.addWidget(again)
    again.restore(page.state())
    again.show()
    again.arrive()
    settled(again)
    row = again.list.current()
    assert row is not None
    assert row.title == "乙"


def test_commands_do_what_the_keys_do(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    page = shown(session, qtbot)
    commands = {command.code: command for command in page.commands()}
    told = dict(keys_told(session.look, page.commands()))
    assert {"Enter", "Delete", "D"} <= told.keys()
    assert commands["today.stayed_away"].can_run()
    commands["today.stayed_away"].run()
    settled(page)
    assert len(ledger.entries(ABSENCES)) == 1
    assert not commands["today.came"].can_run()
    with pytest.raises(Exception, match="recorded already"):
        recurring.did_not_come(ledger, weekly, "2026-W48", today=today)


def test_an_open_panel_goes_along_with_the_keys(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    first = task(ledger, today, "摸底表", due_on="2026-11-23")
    second = task(ledger, today, "小结", due_on="2026-11-24")
    page = shown(session, qtbot)
    page.activateWindow()
    until(page.list.hasFocus)
    opened: list[str] = []
    session.entry_asked.connect(lambda entry: opened.append(entry.uid))
    press(page.list, Qt.Key.Key_Home)
    press(page.list, Qt.Key.Key_Down)
    settled(page)
    assert opened == []
    page.follow(follows=True)
    press(page.list, Qt.Key.Key_Up)
    until(lambda: opened == [first.uid])
    press(page.list, Qt.Key.Key_Down)
    until(lambda: opened == [first.uid, second.uid])
    page.list.clearFocus()
    page.list.choose(f"{first.uid}")
    settled(page)
    assert len(opened) == 2


def test_d_marks_what_waits_as_done_and_goes_on(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    first = task(ledger, today, "摸底表", due_on="2026-11-23")
    second = task(ledger, today, "小结", due_on="2026-11-24")
    page = shown(session, qtbot)
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        press(page.list, Qt.Key.Key_D)
    assert done.args is not None
    assert done.args[0] == Words("已办结：摸底表", "Marked as done: 摸底表")
    settled(page)
    row = page.list.current()
    assert row is not None
    assert row.key == second.uid, "the keyboard is at the next thing that waits"
    closed = ledger.entry(TASKS, first.uid)
    assert closed is not None
    assert (closed.stored["status"], closed.stored["done_on"]) == ("done", "2026-11-24")
    undo(ledger)
    settled(page)
    again = ledger.entry(TASKS, first.uid)
    assert again is not None
    assert again.stored["done_on"] is None


def test_d_is_offered_only_where_it_does_something(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    task(ledger, today, "摸底表", due_on="2026-11-23")
    page = shown(session, qtbot)
    command = next(one for one in page.commands() if one.keys == "D")
    row = page.list.current()
    assert row is not None
    assert [hint.text for hint in row.hints] == ["办结"]
    assert command.can_run()
    press(page.list, Qt.Key.Key_Down)
    row = page.list.current()
    assert row is not None
    assert [hint.cap for hint in row.hints] == ["Enter", "Delete"]
    assert not command.can_run()
    before = ledger.entries(TASKS)
    press(page.list, Qt.Key.Key_D)
    settled(page)
    assert ledger.entries(TASKS) == before


def test_a_click_on_the_key_of_a_row_marks_it_as_done(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    entry = task(ledger, today, "摸底表", due_on="2026-11-23")
    page = shown(session, qtbot)
    rect = page.list.visualRect(page.list.currentIndex())
    row = page.list.current()
    assert row is not None
    ((place, _),) = page.list._delegate.hints(rect, row)
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    settled(page)
    closed = ledger.entry(TASKS, entry.uid)
    assert closed is not None
    assert closed.stored["status"] == "done"


def test_a_click_on_the_row_that_is_chosen_already_opens_it(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    first = task(ledger, today, "摸底表", due_on="2026-11-24")
    second = task(ledger, today, "小结", due_on="2026-11-24")
    page = shown(session, qtbot)
    opened: list[Entry] = []
    session.entry_asked.connect(opened.append)
    at = page.list.visualRect(page.list.rows.index(page.list.rows.row_of(second.uid))).topLeft() + QPoint(
        60, 12
    )
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened == []
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [entry.uid for entry in opened] == [second.uid]
    assert first.uid != second.uid
