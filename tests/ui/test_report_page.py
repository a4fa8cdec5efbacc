"""The month report's page: always current, figures and doubts open, files are written, sending asks first."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear

from mingbai.desk.month.sent import sent_versions
from mingbai.desk.records import add, change, put_into_bin
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.month import Month
from mingbai.domain.period import Quarter, Year
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Language
from mingbai.ui.folders import Purpose, keep_folder, last_folder
from mingbai.ui.look.look import Look
from mingbai.ui.pages.paper_bars import SheetBar
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.session import Session

NOVEMBER = Month(2026, 11)
TASK = {"received_on": "2026-11-03", "department": "民政局", "title": "报送台账", "kind": "报表"}


def put(session: Session, register: str = "task", **draft: Any) -> Any:
    given = TASK | draft if register == "task" else draft
    return add(session.ledger, REGISTERS[register], given, today=session.today)


def settle(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.runner.busy, timeout=20_000)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ReportPage:
    made = ReportPage(session)
    qtbot.addWidget(made)
    made.resize(1076, 768)
    return made


def arrived(page: ReportPage, qtbot: QtBot) -> ReportPage:
    page.show()
    qtbot.waitExposed(page)
    page.arrive()
    settle(page.session, qtbot)
    return page


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    offered: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kind: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return offered


def test_it_shows_the_month_that_goes_on(page: ReportPage, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    assert page.paper.accessibleName() == "减负情况月报表"
    assert page._state.text() == "2026年11月，未上报"


def test_it_follows_what_is_saved_while_it_is_shown(page: ReportPage, session: Session, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    put(session)
    qtbot.waitUntil(lambda: "收到上级交办，件，1" in page.paper.accessibleDescription(), timeout=10_000)
    settle(session, qtbot)


def test_hidden_it_works_nothing_out_until_it_is_shown_again(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    arrived(page, qtbot)
    page.hide()
    put(session)
    qtbot.wait(400)
    assert not session.runner.busy
    page.show()
    page.arrive()
    settle(session, qtbot)
    assert "收到上级交办，件，1" in page.paper.accessibleDescription()


def test_a_figure_opens_its_rows_by_its_name_and_period(page: ReportPage, qtbot: QtBot) -> None:
    put(page.session, due_on="2026-11-04")
    arrived(page, qtbot)
    with qtbot.waitSignal(page.session.rows_asked) as asked:
        page.paper.figure_picked.emit(3, 4)
    assert asked.args is not None
    assert (asked.args[0], asked.args[2].zh) == ("task", "不足2个工作日，2026年11月")


def test_a_doubt_about_one_entry_opens_it(page: ReportPage, session: Session, qtbot: QtBot) -> None:
    entry = put(session)
    arrived(page, qtbot)
    button = next(b for b in page.doubts.buttons if "没有期限" in b.accessibleName())
    with qtbot.waitSignal(session.entry_asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[0].uid == entry.uid


def test_excel_is_written_where_a_person_says_and_the_folder_remembered(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived(page, qtbot)
    out = tmp_path / "handed" / "month"
    out.parent.mkdir()
    offered = choose(monkeypatch, out)
    with qtbot.waitSignal(page.session.wrote, timeout=20_000):
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
    with qtbot.waitSignal(page.session.wrote, timeout=20_000):
        page.save_pdf()
    assert out.read_bytes().startswith(b"%PDF")


def test_trouble_with_a_file_is_told_on_the_page(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived(page, qtbot)
    choose(monkeypatch, tmp_path / "gone" / "month.xlsx")
    page.save_excel()
    settle(page.session, qtbot)
    assert page.notice.isVisible()
    assert "gone" in page.notice.text


def confirm(page: ReportPage, qtbot: QtBot) -> None:
    """As somebody who read what is asked."""
    qtbot.wait(QApplication.doubleClickInterval() + 20)
    qtbot.mouseClick(page.sending.confirm, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("by", ["mouse", "Enter"])
def test_two_presses_at_once_send_nothing(
    session: Session, qtbot: QtBot, tmp_path: Path, language: Language, by: str
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    wear(session, Look(language=language))
    page = ReportPage(session)
    qtbot.addWidget(page)
    page.resize(1076, 768)
    arrived(page, qtbot)
    sending = page.sending
    asked: list[str] = []
    sending.confirmed.connect(asked.append)
    if by == "Enter":
        sending.send.click()
        QTest.keyClick(sending.confirm, Qt.Key.Key_Space)
        QTest.keyClick(sending.confirm, Qt.Key.Key_Return)
    else:
        place = sending.send.mapTo(page, sending.send.rect().center())
        sending.send.click()
        qtbot.wait(20)
        for button in (sending.cancel, sending.confirm):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        box = QRect(sending.confirm.mapTo(page, QPoint()), sending.confirm.size())
        assert not (box.left() <= place.x() <= box.right()), "where one pressed is something else now"
    assert (sending.asking, asked) == (True, [])
    confirm(page, qtbot)
    assert asked == [""]
    settle(session, qtbot)


def test_sending_asks_first_then_freezes(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    arrived(page, qtbot)
    qtbot.mouseClick(page.sending.send, Qt.MouseButton.LeftButton)
    assert page.sending.asking
    assert page.sending.confirm.width() == page.sending.confirm.sizeHint().width()
    assert not sent_versions(session.ledger, NOVEMBER)
    qtbot.wait(QApplication.doubleClickInterval() + 20)
    qtbot.mouseClick(page.sending.cancel, Qt.MouseButton.LeftButton)
    assert page.sending.send.isVisible()
    qtbot.mouseClick(page.sending.send, Qt.MouseButton.LeftButton)
    page.sending.receiver.setText("清河街道")
    with qtbot.waitSignal(session.wrote, timeout=20_000):
        confirm(page, qtbot)
    (entry,) = sent_versions(session.ledger, NOVEMBER)
    assert entry.record.sent_to == "清河街道"
    assert (tmp_path / "新湖社区 2026年11月 上报版 第1版.xlsx").is_file()
    qtbot.waitUntil(lambda: "第 1 版 11-24 上报" in page._state.text(), timeout=10_000)
    assert not page.sending.send.isEnabled()
    assert page.sending.send.text() == "已上报"
    assert page.sending.text.text().startswith("第 1 版已上报，此后各张表都没有变")
    assert page.book is not None
    assert page.book.caption.endswith("第1版")
    put(session)
    qtbot.waitUntil(lambda: any(each.differing for each in page._frozen), timeout=20_000)
    settle(session, qtbot)
    qtbot.waitUntil(page.sending.send.isEnabled, timeout=20_000)
    differ = next(one for one in page.frozen.findChildren(QPushButton) if "不同" in one.text())
    differ.setFocus()
    QTest.keyClick(differ, Qt.Key.Key_Space)
    settle(session, qtbot)
    assert page.paper.accessibleName() == "与第1版的差异"
    assert page.paper.hasFocus()
    assert page._state.text() == "2026年11月，第 2 版，未上报（第 1 版 11-24 上报）"


@pytest.mark.parametrize(
    ("language", "said", "button"),
    [
        ("zh", ("2026年11月，第 1 版 11-24 上报", "第 1 版已上报"), "已上报"),
        ("en", ("November 2026, version 1 sent 24 Nov", "Version 1 was sent"), "Sent"),
    ],
)
def test_once_sent_it_says_so_before_it_is_worked_out_anew(
    session: Session, qtbot: QtBot, tmp_path: Path, language: Language, said: tuple[str, str], button: str
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    wear(session, Look(language=language))
    page = ReportPage(session)
    qtbot.addWidget(page)
    page.resize(1076, 768)
    arrived(page, qtbot)
    page.sending.send.click()
    told: list[tuple[str, str, str, bool, int]] = []
    session.wrote.connect(
        lambda *_: told.append(
            (
                page._state.text(),
                page.sending.text.text(),
                page.sending.send.text(),
                page.sending.send.isEnabled(),
                len(page.frozen.versions),
            )
        )
    )
    confirm(page, qtbot)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    state, text, shown, enabled, versions = told[0]
    assert (state, shown, enabled, versions) == (said[0], button, False, 1)
    assert text.startswith(said[1])
    settle(session, qtbot)


def test_what_is_not_read_yet_is_not_spoken_of(page: ReportPage, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitExposed(page)
    page.arrive()
    assert page.book is None
    assert page.comparing.button.text() == "比较"
    assert page.comparing.end.isHidden()
    assert page._state.text() == ""
    assert page.sending.text.text() == ""
    assert not page.sending.send.isEnabled()
    settle(page.session, qtbot)
    assert page.sending.text.text().startswith("上报后各张表冻结")
    page.show_period(NOVEMBER.previous)
    assert not page.sending.send.isEnabled()
    settle(page.session, qtbot)
    assert page.sending.send.isEnabled()


def test_a_version_is_seen_as_it_was_sent_and_left_again(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    put(session)
    arrived(page, qtbot)
    page.month_sending.ask()
    with qtbot.waitSignal(session.wrote, timeout=20_000):
        page.sending.confirm.click()
    put(session)
    qtbot.waitUntil(lambda: "第 2 版，未上报" in page._state.text(), timeout=20_000)
    settle(session, qtbot)
    (version,) = page.frozen.versions
    version.click()
    settle(session, qtbot)
    assert page._state.text() == "2026年11月，第 1 版 11-24 上报时的样子"
    page.resize(640, 768)
    qtbot.waitUntil(lambda: page._state.text() == "第 1 版，上报时的样子")
    assert page._state.toolTip() == "11月，第 1 版 11-24 上报时的样子"
    page.resize(1076, 768)
    qtbot.waitUntil(lambda: not page._state.toolTip())
    assert page._hint.text().startswith("这是上报时的各张表，不随记录更新")
    assert page.book is not None
    assert page.book.caption.endswith("第1版")
    tabs = [sheet.tab for sheet in page._sheets]
    assert any("表2" in tab for tab in tabs)
    assert tabs[-1] == "汇总数据"
    assert not page._can_send()
    asked = choose(monkeypatch, tmp_path / "看.xlsx")
    with qtbot.waitSignal(session.wrote, timeout=20_000):
        page.save_excel()
    assert asked[0].endswith("第1版 (2).xlsx")
    assert (tmp_path / "看.xlsx").read_bytes() == (tmp_path / f"{page.book.caption}.xlsx").read_bytes()
    page.to_now.click()
    settle(session, qtbot)
    assert page._hint.text().startswith("数字随记录更新")
    assert page.book.caption.endswith("第2版")
    assert not page.to_now.isVisible()
    assert page._can_send()


def test_a_change_of_a_list_alone_is_the_next_version(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    entry = put(session)
    arrived(page, qtbot)
    page.month_sending.ask()
    with qtbot.waitSignal(session.wrote, timeout=20_000):
        page.sending.confirm.click()
    qtbot.waitUntil(lambda: page.sending.send.text() == "已上报", timeout=20_000)
    settle(session, qtbot)
    assert not page._can_send()
    change(session.ledger, entry, {"status": "done", "done_on": "2026-11-24"}, today=session.today)
    qtbot.waitUntil(page._can_send, timeout=20_000)
    assert page._state.text() == "2026年11月，第 2 版，未上报（第 1 版 11-24 上报）"
    assert page.month_files.named(NOVEMBER, ".xlsx").name.endswith("第2版.xlsx")
    settle(session, qtbot)
    assert [each.differing for each in page._frozen] == [1]


def test_of_a_month_sent_before_sheets_were_kept_only_the_figures_are_spoken_of(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mingbai.desk.month.report.keep_book", lambda *_: None)
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    arrived(page, qtbot)
    page.month_sending.ask()
    with qtbot.waitSignal(session.wrote, timeout=20_000):
        page.sending.confirm.click()
    said = "第 1 版已上报，此后各指标的数没有变；明细表当时没有留，不作比较。"
    qtbot.waitUntil(lambda: page.sending.text.text() == said, timeout=20_000)
    settle(session, qtbot)
    assert page.sending.send.text() == "已上报"
    page.show_version(NOVEMBER, 1)
    settle(session, qtbot)
    assert page._hint.text() == "这是上报时的数；各张明细表当时没有留，请看上报的那份文件"


def test_a_month_that_has_not_begun_cannot_be_sent(page: ReportPage, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    page.show_period(NOVEMBER.next)
    settle(page.session, qtbot)
    assert not page.sending.send.isEnabled()
    assert page.sending.send.toolTip() == "2026年12月还没有开始"


def test_it_comes_back_to_the_same_month_and_sheet(page: ReportPage, session: Session, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    page.show_period(NOVEMBER.previous)
    settle(session, qtbot)
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


def test_sending_that_is_stopped_sends_nothing_and_says_so(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    arrived(page, qtbot)
    files = set(tmp_path.iterdir())
    session.runner.job_began.connect(lambda job: job.progress.stop())
    qtbot.mouseClick(page.sending.send, Qt.MouseButton.LeftButton)
    confirm(page, qtbot)
    settle(session, qtbot)
    assert sent_versions(session.ledger, NOVEMBER) == []
    assert set(tmp_path.iterdir()) == files
    shown = [label.text() for label in page.sending.findChildren(QLabel) if label.isVisible()]
    assert any("已停止，没有上报" in text for text in shown)
    assert page.sending.isEnabled()


def test_a_doubt_says_in_which_field_it_is_mended(page: ReportPage, session: Session, qtbot: QtBot) -> None:
    put(session)
    arrived(page, qtbot)
    button = next(b for b in page.doubts.buttons if "没有期限" in b.accessibleName())
    with qtbot.waitSignal(session.field_asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["task", "due_on"]


def test_sending_leaves_a_file_that_stands_there_alone(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    there = tmp_path / "新湖社区 2026年11月 上报版 第1版.xlsx"
    there.write_bytes(b"somebody's own")
    arrived(page, qtbot)
    page.month_sending.ask()
    assert "第1版 (2).xlsx" in page.sending.place.text()
    with qtbot.waitSignal(session.wrote, timeout=20_000):
        confirm(page, qtbot)
    assert there.read_bytes() == b"somebody's own"
    assert (tmp_path / "新湖社区 2026年11月 上报版 第1版 (2).xlsx").is_file()
    settle(session, qtbot)


@pytest.mark.parametrize("touched", [False, True])
def test_what_was_exported_is_sent_in_the_same_file_unless_somebody_changed_it(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path, touched: bool
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    there = tmp_path / "新湖社区 2026年11月 上报版 第1版.xlsx"
    arrived(page, qtbot)
    with qtbot.waitSignal(session.wrote, timeout=20_000):
        page.month_files.save_excel(there, page.period, full=False)
    exported = there.read_bytes() + b" " * touched
    there.write_bytes(exported)
    page.month_sending.ask()
    assert page.sending.place.text().startswith("将存到刚才导出的那个文件") is not touched
    with qtbot.waitSignal(session.wrote, timeout=20_000):
        confirm(page, qtbot)
    settle(session, qtbot)
    assert len(list(tmp_path.glob("*第1版*.xlsx"))) == 1 + touched
    if touched:
        assert there.read_bytes() == exported, "what somebody wrote into it stays"


def test_sending_may_write_over_an_earlier_export_of_the_same_version(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    there = tmp_path / "新湖社区 2026年11月 上报版 第1版.xlsx"
    there.write_bytes(b"exported before")
    arrived(page, qtbot)
    page.month_sending.ask()
    assert there.name in page.sending.place.text()
    qtbot.mouseClick(page.sending.over, Qt.MouseButton.LeftButton)
    assert page.sending.over.isHidden()
    assert page.sending.place.text().endswith(str(there))


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
    qtbot.waitUntil(lambda: len(lines()) == len(before) - 1, timeout=20_000)
    again = next(b for b in page.doubts.findChildren(QPushButton) if b.text() == "1 处看过了，再列出来")
    again.click()
    qtbot.waitUntil(lambda: lines() == before, timeout=20_000)
    settle(session, qtbot)


def test_a_quarter_and_a_year_stand_on_the_same_page(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(session)
    arrived(page, qtbot)
    page.periods.picked.emit(Quarter(2026, 4))
    settle(session, qtbot)
    assert page.paper.accessibleName() == "减负情况季报表"
    assert page._state.text() == "2026年四季度，未上报"
    names = [button.accessibleName() for button in page.periods._group.buttons()]
    assert names == ["2026年一季度", "2026年二季度", "2026年三季度", "2026年四季度"]
    before = next(command for command in page.commands() if command.code == "report.month_before")
    assert before.words.zh == "上个季度"
    before.run()
    assert page.period == Quarter(2026, 3)
    page.show_period(Year(2026))
    settle(session, qtbot)
    assert page.paper.accessibleName() == "减负情况年报表"
    offered = choose(monkeypatch, tmp_path / "a.xlsx")
    page.excel.click()
    settle(session, qtbot)
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
        settle(page.session, qtbot)
        assert page.period == wanted


def test_earlier_months_lie_a_year_further_in_and_are_chosen_there(page: ReportPage, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    for offered in (20, 23):
        page.show_period(NOVEMBER)
        settle(page.session, qtbot)
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
        qtbot.waitUntil(years[-1].isVisible)
        QTest.keyClick(years[-1], Qt.Key.Key_Return)
        settle(page.session, qtbot)
        assert picked == [first]


def test_a_quarter_is_sent_and_stands_among_the_frozen(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    put(session)
    arrived(page, qtbot)
    page.show_period(Quarter(2026, 4))
    settle(session, qtbot)
    page.month_sending.ask()
    assert page.sending.text.text().startswith("2026年四季度还没结束。")
    page.sending.confirm.click()
    settle(session, qtbot)
    assert [entry.record.period for entry in sent_versions(session.ledger, Quarter(2026, 4))] == ["2026-Q4"]
    qtbot.waitUntil(lambda: page._state.text().startswith("2026年四季度，第 1 版"), timeout=20_000)
    assert [str(each.period) for each in page._frozen] == ["2026-Q4"]


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
    settle(session, qtbot)
    assert page.paper.accessibleName() == "两期比较表"
    assert page.body.cards.isHidden()
    assert page.comparing.end.isVisibleTo(page)
    assert not page._can_send()
    with qtbot.waitSignal(session.rows_asked) as asked:
        page.paper.figure_picked.emit(1, 4)
    assert asked.args is not None
    assert asked.args[0] == "task"
    assert asked.args[2].zh.endswith("，2026年10月")
    offered = choose(monkeypatch, tmp_path / "b.xlsx")
    page.excel.click()
    settle(session, qtbot)
    assert offered == ["新湖社区 2026年11月与2026年10月比较.xlsx"]
    assert (tmp_path / "b.xlsx").is_file()
    page.show_sheet(1)
    assert page.paper.accessibleName() == "两期比较表：其他指标"
    page.comparing.end.click()
    settle(session, qtbot)
    assert page.paper.accessibleName() == "减负情况月报表"
    assert not page.body.cards.isHidden()


def test_a_comparison_ends_where_the_other_period_is_no_other(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    arrived(page, qtbot)
    for shown in (NOVEMBER.previous, Quarter(2026, 4)):
        page.show_period(NOVEMBER)
        page.compare_with(NOVEMBER.previous)
        settle(session, qtbot)
        page.show_period(shown)
        settle(session, qtbot)
        assert page._other is None
        assert page.paper.accessibleName() != "两期比较表"
    page.show_period(NOVEMBER)
    page.compare_with(NOVEMBER.previous)
    page.show_period(NOVEMBER.next)
    settle(session, qtbot)
    assert page.book is not None
    assert "2026年12月与2026年10月比较" in page.book.caption


def test_in_a_narrow_window_the_cards_take_the_place_of_the_paper(page: ReportPage, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    page.resize(1080, 700)
    assert page.paper.isVisible()
    assert page.body.cards.isVisible()
    assert not page.body.chip.isVisible()
    page.resize(640, 700)
    qtbot.waitUntil(page.body.chip.isVisible)
    qtbot.waitUntil(lambda: [chip.text() for chip in page.periods._group.buttons()] == ["11月"])
    assert page.paper.isVisible()
    assert not page.body.cards.isVisible()
    next(one for one in page.commands() if one.code == "report.send").run()
    assert page.body.cards.isVisible()
    assert not page.paper.isVisible()
    page.show_sheet(1)
    assert page.paper.isVisible()
    page.resize(1080, 700)
    qtbot.waitUntil(page.body.cards.isVisible)
    assert page.paper.isVisible()


def test_a_year_without_its_holidays_opens_their_list(
    page: ReportPage, session: Session, qtbot: QtBot
) -> None:
    for holiday in session.ledger.entries(HOLIDAYS):
        put_into_bin(session.ledger, holiday)
    arrived(page, qtbot)
    button = next(b for b in page.doubts.buttons if "日历未更新" in b.accessibleName())
    with qtbot.waitSignal(session.list_asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args is not None
    assert asked.args[:2] == ["holiday", ""]


def test_the_chosen_sheet_is_never_under_a_fade(session: Session, qtbot: QtBot) -> None:
    bar = SheetBar(session)
    qtbot.addWidget(bar)
    bar.show_sheets([f"表{number} 居民诉求" for number in range(1, 9)])
    bar.resize(430, 36)
    bar.show()
    qtbot.waitUntil(bar.all_button.isVisible)
    for number in (*range(8), *range(7, -1, -1)):
        bar.choose(number)
        tab = bar._group.button(number)
        at = QRect(tab.mapTo(bar, QPoint(0, 0)), tab.size())
        assert not any(fade.isVisible() and fade.geometry().intersects(at) for fade in bar._fades)
