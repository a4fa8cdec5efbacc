"""Months, quarters and years on the page of the report: chosen, come back to, and side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.pages.reporting import NOVEMBER, arrived, choose, made_page, put
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk.records import put_into_bin
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.period import Quarter, Year
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.session import Session


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ReportPage:
    return made_page(session, qtbot)


def test_it_comes_back_to_the_same_month_and_sheet(page: ReportPage, session: Session, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    page.show_period(NOVEMBER.previous)
    settled(session)
    page.show_sheet(2)
    again = ReportPage(session)
    qtbot.addWidget(again)
    again.restore(page.state())
    arrived(again, qtbot)
    assert again.period == NOVEMBER.previous
    assert again.paper.accessibleName() == page.paper.accessibleName()


def test_what_no_longer_holds_is_passed_over(page: ReportPage) -> None:
    page.restore({"month": "soon", "sheet": -3})
    assert page.state() == {"month": "2026-11", "sheet": 0}


def test_a_quarter_and_a_year_stand_on_the_same_page(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(session)
    arrived(page, qtbot)
    page.periods.picked.emit(Quarter(2026, 4))
    settled(session)
    assert page.paper.accessibleName() == "减负情况季报表"
    assert page._state.text() == "2026年四季度，未上报"
    names = [button.accessibleName() for button in page.periods._group.buttons()]
    assert names == ["2026年一季度", "2026年二季度", "2026年三季度", "2026年四季度"]
    before = next(command for command in page.commands() if command.code == "report.month_before")
    assert before.words.zh == "上个季度"
    before.run()
    assert page.period == Quarter(2026, 3)
    page.show_period(Year(2026))
    settled(session)
    assert page.paper.accessibleName() == "减负情况年报表"
    offered = choose(monkeypatch, tmp_path / "a.xlsx")
    page.excel.click()
    settled(session)
    assert offered == ["新湖社区 2026年 上报版 第1版.xlsx"]
    assert (tmp_path / "a.xlsx").is_file()
    again = ReportPage(session)
    qtbot.addWidget(again)
    again.restore(page.state())
    assert again.period == Year(2026)


def test_the_length_is_chosen_around_what_is_shown(page: ReportPage, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    for wanted in (Quarter(2026, 4), NOVEMBER, Year(2026), NOVEMBER):
        chip = page.periods.findChildren(QPushButton)[0]
        menu = chip.menu()
        assert menu is not None
        (action,) = [action for action in menu.actions() if action.data() == wanted]
        page.periods.picked.emit(action.data())
        settled(page.session)
        assert page.period == wanted


def test_earlier_months_lie_a_year_further_in_and_are_chosen_there(page: ReportPage, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    for offered in (20, 23):
        page.show_period(NOVEMBER)
        settled(page.session)
        older = page.periods.findChildren(QPushButton)[-1].menu()
        menu = older if offered == 20 else page.comparing.menu
        assert menu is not None
        years = menu.findChildren(QMenu)
        plain = [action for action in menu.actions() if action.data() is not None]
        within = [action.data() for year in years for action in year.actions() if action.data()]
        assert len(plain) <= 8
        assert [year.title() for year in years][:2] == ["2026年", "2025年"]
        assert len(plain) + len(within) == offered
        menu.popup(page.mapToGlobal(page.rect().center()))
        picked: list[object] = []
        menu.triggered.connect(lambda action, picked=picked: picked.append(action.data()))
        menu.setActiveAction(years[-1].menuAction())
        first = years[-1].actions()[0].data()
        QTest.keyClick(menu, Qt.Key.Key_Right)
        until(years[-1].isVisible)
        QTest.keyClick(years[-1], Qt.Key.Key_Return)
        settled(page.session)
        assert picked == [first]


def test_what_may_be_compared_is_offered_once_however_often_it_is_looked_up(
    page: ReportPage, qtbot: QtBot
) -> None:
    arrived(page, qtbot)
    for _ in range(2):
        page.comparing.show_periods(NOVEMBER, None)
    years = [year.title() for year in page.comparing.menu.findChildren(QMenu)]
    assert years == list(dict.fromkeys(years))


def test_two_periods_stand_side_by_side_and_open_their_rows(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(session)
    put(session, received_on="2026-10-08", title="上月的")
    arrived(page, qtbot)
    choices = [action.data() for action in page.comparing.menu.actions() if action.data()]
    assert choices[:2] == [NOVEMBER.previous, NOVEMBER.same_last_year]
    assert NOVEMBER not in choices
    page.comparing.picked.emit(NOVEMBER.previous)
    settled(session)
    assert page.paper.accessibleName() == "两期比较表"
    assert page.body.cards.isHidden()
    assert page.comparing.end.isVisibleTo(page)
    assert not page._can_send()
    with qtbot.waitSignal(session.rows_asked, timeout=PATIENCE_MS) as asked:
        page.paper.figure_picked.emit(1, 4)
    assert asked.args is not None
    assert asked.args[0] == "task"
    assert asked.args[2].zh.endswith("，2026年10月")
    offered = choose(monkeypatch, tmp_path / "b.xlsx")
    page.excel.click()
    settled(session)
    assert offered == ["新湖社区 2026年11月与2026年10月比较.xlsx"]
    assert (tmp_path / "b.xlsx").is_file()
    page.show_sheet(1)
    assert page.paper.accessibleName() == "两期比较表：其他指标"
    page.comparing.end.click()
    settled(session)
    assert page.paper.accessibleName() == "减负情况月报表"
    assert not page.body.cards.isHidden()


def test_a_comparison_ends_where_the_other_period_is_no_other(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    arrived(page, qtbot)
    for shown in (NOVEMBER.previous, Quarter(2026, 4)):
        page.show_period(NOVEMBER)
        page.compare_with(NOVEMBER.previous)
        settled(session)
        page.show_period(shown)
        settled(session)
        assert page._other is None
        assert page.paper.accessibleName() != "两期比较表"
    page.show_period(NOVEMBER)
    page.compare_with(NOVEMBER.previous)
    page.show_period(NOVEMBER.next)
    settled(session)
    assert page.book is not None
    assert "2026年12月与2026年10月比较" in page.book.caption


def test_a_year_without_its_holidays_opens_their_list(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    for holiday in session.ledger.entries(HOLIDAYS):
        put_into_bin(session.ledger, holiday)
    arrived(page, qtbot)
    button = next(b for b in page.doubts.buttons if "日历未更新" in b.accessibleName())
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[:2] == ["holiday", ""]
