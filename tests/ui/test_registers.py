"""The further registers in the window: a line finds them, the panel tells and ends them, Today shows who comes."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk import records
from mingbai.desk.list_columns import STATE
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.ledger import Entry
from mingbai.ui.agenda.rows import Head, Row
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.pages.today import TodayPage
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session


def new(session: Session, code: str, **draft: object) -> Entry:
    return records.add(session.ledger, REGISTERS[code], draft, today=session.today)


def test_a_line_says_where_it_goes_and_goes_there(session: Session, qtbot: QtBot) -> None:
    line = QuickLine(session)
    qtbot.addWidget(line)
    line.resize(900, 200)
    line.show()
    line.begin()
    line.write("走访 3栋 王阿姨 20分钟 水管已修好")
    pills = [f"{told.label} {told.value}" for told in line.told()]
    assert pills == [
        *("记入 走访", "地点 3栋", "居民 王阿姨", "用时 20 分钟"),
        *("结果 当场办理", "标题 水管已修好"),
    ]
    with qtbot.waitSignal(line.recorded, timeout=PATIENCE_MS) as saved:
        QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert saved.args is not None
    assert saved.args[0].register.code == "visit"
    # The word is taken out by the cross of its pill: then it is an assignment's title.
    line.write("走访 3栋 水管")
    line._pills.removed.emit("+register")
    assert line.quick.register == "task"
    settled(session)


def test_the_page_of_a_register_reads_its_own_lines_and_keeps_its_form(
    session: Session, qtbot: QtBot
) -> None:
    page = RegisterPage(session, "meeting")
    qtbot.addWidget(page)
    line = QuickLine(session, page.register)
    page.place_quick_add(line)
    line.write("民政局 业务部署 3人")
    assert line.quick.register == "meeting"
    assert page.by_form
    line.write("周五前 报表 民政局 名单")
    assert line.quick.register == "task"


def test_an_admission_tells_its_clock_and_is_decided_by_a_button(
    session: Session, qtbot: QtBot, today: date
) -> None:
    entry = new(session, "admission", applied_on="2026-11-02", department="民政局", title="入户摸底")
    page = RegisterPage(session, "admission")
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    page.arrive()
    until(lambda: page.view.rows.rowCount() == 1)
    names = [column.name for column in page.view.rows.columns]
    cell = page.view.rows.cell(0, names.index(STATE))
    assert (cell.text, cell.ink) == ("超期 1 个工作日", "danger")
    panel = RecordPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_entry(entry)
    (told,) = panel.standings.lines
    assert told.text() == "应在11月23日（周一）前审批（15 个工作日），超期 1 个工作日"
    assert told.property("tone") == "danger"
    button = next(one for one in panel.foot.findChildren(QPushButton) if one.text() == "不予准入")
    button.click()
    settled(session)
    until(lambda: panel.entry is not None and panel.entry.stored["decision"] == "refused")
    assert panel.entry is not None
    assert panel.entry.stored["decided_on"] == today.isoformat()
    assert not panel.foot.isVisible()


def test_today_tells_who_comes_and_each_figure_opens_its_rows(session: Session, qtbot: QtBot) -> None:
    new(session, "inspection", held_on="2026-11-26", department="民政局", title="防火督查", visitors="3")
    new(session, "reception", visited_on="2026-11-26", department="民政局", title="养老调研")
    new(session, "meeting", held_on="2026-11-25", department="民政局", title="述职会")
    page = TodayPage(session)
    qtbot.addWidget(page)
    page.resize(1076, 768)
    page.show()
    page.arrive()
    until(lambda: page.agenda is not None and not session.runner.busy)
    beside = page.beside.rows.items
    assert next(one.text for one in beside if isinstance(one, Head)) == "本周来访"
    said = [(one.title, one.trailing) for one in beside if isinstance(one, Row)]
    assert said[:2] == [("防火督查", "周四，同一天 2 拨"), ("养老调研", "周四，同一天 2 拨")]
    assert [one.title for one in page.list.rows.items if isinstance(one, Row)] == ["述职会"]
    # What is noted for a later day is not in the month so far.
    assert not page.so_far.buttons
    for register, dated in (("meeting", "held_on"), ("inspection", "held_on"), ("reception", "visited_on")):
        new(session, register, **{dated: "2026-11-24"}, department="民政局", title="今天的")
    page.arrive()
    until(lambda: bool(page.so_far.buttons))
    assert [button.text() for button in page.so_far.buttons] == ["会议 1", "检查 1", "接待 1"]
    asked: list[Any] = []
    session.rows_asked.connect(lambda *what: asked.append(what))
    page.so_far.buttons[1].click()
    ((register, _, words, _),) = asked
    assert register == "inspection"
    assert words.zh == "督查检查考核，11月1日至11月24日"
    # In little room the chart and these figures go.
    page.resize(1076, 380)
    assert not page.so_far.isVisible()
