"""Sending a report: it asks first, freezes, and writes over nobody's file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.pages.reporting import NOVEMBER, arrived, choose, confirm, made_page, put
from tests.ui.waiting import PATIENCE_MS, double_click_within, settled, until

from mingbai.desk.month.sent import sent_versions
from mingbai.desk.records import change
from mingbai.domain.period import Quarter
from mingbai.domain.words import Language
from mingbai.ui.folders import Purpose, keep_folder
from mingbai.ui.look.look import Look
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.session import Session


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> ReportPage:
    return made_page(session, qtbot)


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
    place = sending.send.mapTo(page, sending.send.rect().center())
    with double_click_within(PATIENCE_MS):
        sending.send.click()
        if by == "Enter":
            QTest.keyClick(sending.confirm, Qt.Key.Key_Space)
            QTest.keyClick(sending.confirm, Qt.Key.Key_Return)
        else:
            settled(page)
            for button in (sending.cancel, sending.confirm):
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            box = QRect(sending.confirm.mapTo(page, QPoint()), sending.confirm.size())
            assert not (box.left() <= place.x() <= box.right()), "where one pressed is something else now"
    assert (sending.asking, asked) == (True, [])
    confirm(page, qtbot)
    assert asked == [""]
    settled(session)


def test_sending_asks_first_then_freezes(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    arrived(page, qtbot)
    qtbot.mouseClick(page.sending.send, Qt.MouseButton.LeftButton)
    assert page.sending.asking
    assert page.sending.confirm.width() == page.sending.confirm.sizeHint().width()
    assert not sent_versions(session.ledger, NOVEMBER)
    settled(page)
    with double_click_within(0):
        qtbot.mouseClick(page.sending.cancel, Qt.MouseButton.LeftButton)
    assert page.sending.send.isVisible()
    qtbot.mouseClick(page.sending.send, Qt.MouseButton.LeftButton)
    page.sending.receiver.setText("清河街道")
    with qtbot.waitSignal(session.wrote, timeout=PATIENCE_MS):
        confirm(page, qtbot)
    (entry,) = sent_versions(session.ledger, NOVEMBER)
    assert entry.record.sent_to == "清河街道"
    assert (tmp_path / "新湖社区 2026年11月 上报版 第1版.xlsx").is_file()
    until(lambda: "第 1 版 11-24 上报" in page._state.text())
    assert not page.sending.send.isEnabled()
    assert page.sending.send.text() == "已上报"
    assert page.sending.text.text().startswith("第 1 版已上报，此后各张表都没有变")
    assert page.book is not None
    assert page.book.caption.endswith("第1版")
    put(session)
    until(lambda: any(each.differing for each in page._frozen))
    settled(session)
    until(page.sending.send.isEnabled)
    differ = next(one for one in page.frozen.findChildren(QPushButton) if "不同" in one.text())
    differ.setFocus()
    QTest.keyClick(differ, Qt.Key.Key_Space)
    settled(session)
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
    until(lambda: bool(told))
    state, text, shown, enabled, versions = told[0]
    assert (state, shown, enabled, versions) == (said[0], button, False, 1)
    assert text.startswith(said[1])
    settled(session)


def test_what_is_not_read_yet_is_not_spoken_of(page: ReportPage, qtbot: QtBot) -> None:
    page.show()
    qtbot.waitExposed(page, timeout=PATIENCE_MS)
    page.arrive()
    assert page.book is None
    assert page.comparing.button.text() == "比较"
    assert page.comparing.end.isHidden()
    assert page._state.text() == ""
    assert page.sending.text.text() == ""
    assert not page.sending.send.isEnabled()
    settled(page.session)
    assert page.sending.text.text().startswith("上报后各张表冻结")
    page.show_period(NOVEMBER.previous)
    assert not page.sending.send.isEnabled()
    settled(page.session)
    assert page.sending.send.isEnabled()


def test_a_version_is_seen_as_it_was_sent_and_left_again(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    put(session)
    arrived(page, qtbot)
    page.month_sending.ask()
    with qtbot.waitSignal(session.wrote, timeout=PATIENCE_MS):
        page.sending.confirm.click()
    put(session)
    until(lambda: "第 2 版，未上报" in page._state.text())
    settled(session)
    (version,) = page.frozen.versions
    version.click()
    settled(session)
    assert page._state.text() == "2026年11月，第 1 版 11-24 上报时的样子"
    page.resize(640, 768)
    until(lambda: page._state.text() == "第 1 版，上报时的样子")
    assert page._state.toolTip() == "11月，第 1 版 11-24 上报时的样子"
    page.resize(1076, 768)
    until(lambda: not page._state.toolTip())
    assert page._hint.text().startswith("这是上报时的各张表，不随记录更新")
    assert page.book is not None
    assert page.book.caption.endswith("第1版")
    tabs = [sheet.tab for sheet in page._sheets]
    assert any("表2" in tab for tab in tabs)
    assert "汇总数据" not in tabs, "what only a program reads stands in the workbook alone"
    assert not page._can_send()
    asked = choose(monkeypatch, tmp_path / "看.xlsx")
    with qtbot.waitSignal(session.wrote, timeout=PATIENCE_MS):
        page.save_excel()
    assert asked[0].endswith("第1版 (2).xlsx")
    assert (tmp_path / "看.xlsx").read_bytes() == (tmp_path / f"{page.book.caption}.xlsx").read_bytes()
    page.to_now.click()
    settled(session)
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
    with qtbot.waitSignal(session.wrote, timeout=PATIENCE_MS):
        page.sending.confirm.click()
    until(lambda: page.sending.send.text() == "已上报")
    settled(session)
    assert not page._can_send()
    change(session.ledger, entry, {"status": "done", "done_on": "2026-11-24"}, today=session.today)
    until(page._can_send)
    assert page._state.text() == "2026年11月，第 2 版，未上报（第 1 版 11-24 上报）"
    assert page.month_files.named(NOVEMBER, ".xlsx").name.endswith("第2版.xlsx")
    settled(session)
    assert [each.differing for each in page._frozen] == [1]


def test_of_a_month_sent_before_sheets_were_kept_only_the_figures_are_spoken_of(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mingbai.desk.month.report.keep_book", lambda *_: None)
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    arrived(page, qtbot)
    page.month_sending.ask()
    with qtbot.waitSignal(session.wrote, timeout=PATIENCE_MS):
        page.sending.confirm.click()
    said = "第 1 版已上报，此后各指标的数没有变；明细表当时没有留，不作比较。"
    until(lambda: page.sending.text.text() == said)
    settled(session)
    assert page.sending.send.text() == "已上报"
    page.show_version(NOVEMBER, 1)
    settled(session)
    assert page._hint.text() == "这是上报时的数；各张明细表当时没有留，请看上报的那份文件"


def test_a_month_that_has_not_begun_cannot_be_sent(page: ReportPage, qtbot: QtBot) -> None:
    arrived(page, qtbot)
    page.show_period(NOVEMBER.next)
    settled(page.session)
    assert not page.sending.send.isEnabled()
    assert page.sending.send.toolTip() == "2026年12月还没有开始"


def test_sending_that_is_stopped_sends_nothing_and_says_so(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    arrived(page, qtbot)
    files = set(tmp_path.iterdir())
    session.runner.job_began.connect(lambda job: job.progress.stop())
    qtbot.mouseClick(page.sending.send, Qt.MouseButton.LeftButton)
    confirm(page, qtbot)
    settled(session)
    assert sent_versions(session.ledger, NOVEMBER) == []
    assert set(tmp_path.iterdir()) == files
    shown = [label.text() for label in page.sending.findChildren(QLabel) if label.isVisible()]
    assert any("已停止，没有上报" in text for text in shown)
    assert page.sending.isEnabled()


def test_sending_leaves_a_file_that_stands_there_alone(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    there = tmp_path / "新湖社区 2026年11月 上报版 第1版.xlsx"
    there.write_bytes(b"somebody's own")
    arrived(page, qtbot)
    page.month_sending.ask()
    assert "第1版 (2).xlsx" in page.sending.place.text()
    with qtbot.waitSignal(session.wrote, timeout=PATIENCE_MS):
        confirm(page, qtbot)
    assert there.read_bytes() == b"somebody's own"
    assert (tmp_path / "新湖社区 2026年11月 上报版 第1版 (2).xlsx").is_file()
    settled(session)


@pytest.mark.parametrize("touched", [False, True])
def test_what_was_exported_is_sent_in_the_same_file_unless_somebody_changed_it(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path, touched: bool
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    there = tmp_path / "新湖社区 2026年11月 上报版 第1版.xlsx"
    arrived(page, qtbot)
    with qtbot.waitSignal(session.wrote, timeout=PATIENCE_MS):
        page.month_files.save_excel(there, page.period, full=False)
    exported = there.read_bytes() + b" " * touched
    there.write_bytes(exported)
    page.month_sending.ask()
    assert page.sending.place.text().startswith("将存到刚才导出的那个文件") is not touched
    with qtbot.waitSignal(session.wrote, timeout=PATIENCE_MS):
        confirm(page, qtbot)
    settled(session)
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


def test_a_quarter_is_sent_and_stands_among_the_frozen(
    page: ReportPage, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.REPORTS, tmp_path)
    put(session)
    arrived(page, qtbot)
    page.show_period(Quarter(2026, 4))
    settled(session)
    page.month_sending.ask()
    assert page.sending.text.text().startswith("2026年四季度还没结束。")
    page.sending.confirm.click()
    settled(session)
    assert [entry.record.period for entry in sent_versions(session.ledger, Quarter(2026, 4))] == ["2026-Q4"]
    until(lambda: page._state.text().startswith("2026年四季度，第 1 版"))
    assert [str(each.period) for each in page._frozen] == ["2026-Q4"]
