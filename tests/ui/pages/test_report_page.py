"""The month report's page: always current, figures and doubts open, files are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.pages.reporting import arrived, choose, made_page, put
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.ui.folders import Purpose, last_folder
from mingbai.ui.pages.paper_bars import SheetBar
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.session import Session


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ReportPage:
    return made_page(session, qtbot)


def test_it_shows_the_month_that_goes_on(page: ReportPage, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    assert page.paper.accessibleName() == "减负情况月报表"
    assert page._state.text() == "2026年11月，未上报"


def test_it_follows_what_is_saved_while_it_is_shown(page: ReportPage, session: Session, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    put(session)
    until(lambda: "收到上级交办，件，1" in page.paper.accessibleDescription())
    settled(session)


def test_hidden_it_works_nothing_out_until_it_is_shown_again(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    arrived(page, qtbot)
    page.hide()
    before = page.paper.accessibleDescription()
    put(session)
    settled(page, 400)
    assert page.paper.accessibleDescription() == before
    page.show()
    page.arrive()
    settled(session)
    assert "收到上级交办，件，1" in page.paper.accessibleDescription()


def test_a_figure_opens_its_rows_by_its_name_and_period(page: ReportPage, qtbot: QtBot) -> None:
    put(page.session, due_on="2026-11-04")
    arrived(page, qtbot)
    with qtbot.waitSignal(page.session.rows_asked, timeout=PATIENCE_MS) as asked:
        page.paper.figure_picked.emit(3, 4)
    assert asked.args is not None
    assert (asked.args[0], asked.args[2].zh) == ("task", "不足2个工作日，2026年11月")


def test_a_doubt_about_one_entry_opens_it(page: ReportPage, session: Session, qtbot: QtBot) -> None:
    entry = put(session)
    arrived(page, qtbot)
    button = next(b for b in page.doubts.buttons if "没有期限" in b.accessibleName())
    with qtbot.waitSignal(session.entry_asked, timeout=PATIENCE_MS) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[0].uid == entry.uid


def test_a_doubt_about_several_entries_opens_those_that_wait(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    put(session)
    put(session)
    arrived(page, qtbot)
    button = next(b for b in page.doubts.buttons if "没有期限" in b.accessibleName())
    with qtbot.waitSignal(session.rows_asked, timeout=PATIENCE_MS) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert (asked.args[0], asked.args[3]) == ("task", True)
    with qtbot.waitSignal(session.rows_asked, timeout=PATIENCE_MS) as asked:
        page.paper.figure_picked.emit(3, 4)
    assert asked.args is not None
    assert asked.args[3] is False


def test_excel_is_written_where_a_person_says_and_the_folder_remembered(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived(page, qtbot)
    out = tmp_path / "handed" / "month"
    out.parent.mkdir()
    offered = choose(monkeypatch, out)
    with qtbot.waitSignal(page.session.wrote, timeout=PATIENCE_MS):
        page.save_excel()
    assert offered == ["新湖社区 2026年11月 上报版 第1版.xlsx"]
    assert out.with_suffix(".xlsx").is_file()
    assert last_folder(page.session.memory, Purpose.REPORTS) == out.parent


def test_a_pdf_is_written(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived(page, qtbot)
    out = tmp_path / "month.pdf"
    choose(monkeypatch, out)
    with qtbot.waitSignal(page.session.wrote, timeout=PATIENCE_MS):
        page.save_pdf()
    assert out.read_bytes().startswith(b"%PDF")


def test_trouble_with_a_file_is_told_on_the_page(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived(page, qtbot)
    choose(monkeypatch, tmp_path / "gone" / "month.xlsx")
    page.save_excel()
    settled(page.session)
    assert page.notice.isVisible()
    assert "gone" in page.notice.text


def test_a_doubt_says_in_which_field_it_is_mended(page: ReportPage, session: Session, qtbot: QtBot) -> None:
    put(session)
    arrived(page, qtbot)
    button = next(b for b in page.doubts.buttons if "没有期限" in b.accessibleName())
    with qtbot.waitSignal(session.field_asked, timeout=PATIENCE_MS) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["task", "due_on"]


def test_a_doubt_that_is_so_goes_and_can_be_listed_again(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    put(session)
    arrived(page, qtbot)

    def lines() -> list[str]:
        return [button.accessibleName() for button in page.doubts.buttons]

    before = lines()
    assert page.doubts.aside.text() == "", "that more are left out is said where some are"
    so = next(
        b
        for b in page.doubts.findChildren(QPushButton)
        if b.accessibleName() == "看过，不用改，1 件交办没有期限"
    )
    so.click()
    until(lambda: len(lines()) == len(before) - 1)
    again = next(b for b in page.doubts.findChildren(QPushButton) if b.text() == "1 处看过了，再列出来")
    again.click()
    until(lambda: lines() == before)
    settled(session)


def test_in_a_narrow_window_the_cards_take_the_place_of_the_paper(page: ReportPage, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    page.resize(1080, 700)
    assert page.paper.isVisible()
    assert page.body.cards.isVisible()
    assert not page.body.chip.isVisible()
    page.resize(640, 700)
    until(page.body.chip.isVisible)
    until(lambda: [chip.text() for chip in page.periods._group.buttons()] == ["11月"])
    assert page.paper.isVisible()
    assert not page.body.cards.isVisible()
    next(one for one in page.commands() if one.code == "report.send").run()
    assert page.body.cards.isVisible()
    assert not page.paper.isVisible()
    page.show_sheet(1)
    assert page.paper.isVisible()
    page.resize(1080, 700)
    until(page.body.cards.isVisible)
    assert page.paper.isVisible()


def test_the_chosen_sheet_is_never_under_a_fade(session: Session, qtbot: QtBot) -> None:
    bar = SheetBar(session)
    qtbot.addWidget(bar)
    bar.show_sheets([f"表{number} 居民诉求" for number in range(1, 9)])
    bar.resize(430, 36)
    bar.show()
    until(bar.all_button.isVisible)
    for number in (*range(8), *range(7, -1, -1)):
        bar.choose(number)
        tab = bar._group.button(number)
        at = QRect(tab.mapTo(bar, QPoint(0, 0)), tab.size())
        assert not any(fade.isVisible() and fade.geometry().intersects(at) for fade in bar._fades)
