"""A unit that no list holds, in the quick-add line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.quick.writing import enter, pills
from tests.ui.waiting import until

from mingbai.desk.suggesting import Spoken
from mingbai.domain.column import Uid
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.task import TASKS
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.session import Session


@pytest.mark.parametrize(
    ("typed", "unit", "title"),
    [
        ("周五前 报表 创建办 垃圾分类台账", "创建办", "垃圾分类台账"),
        ("周五前 垃圾分类台账 街道创建办", "街道创建办", "垃圾分类台账"),
        ("周五前 创建办要垃圾分类台账", "创建办", "垃圾分类台账"),
        ("by Friday Waste figures Sanitation Office", "Sanitation Office", "Waste figures"),
        ("by Friday Sanitation Office waste figures", "Sanitation Office", "Waste figures"),
        (
            "Office of the Lakeside Drought Relief Headquarters wants well depth figures by Friday",
            "Office of the Lakeside Drought Relief Headquarters",
            "Well depth figures",
        ),
    ],
)
def test_a_unit_no_list_holds_is_picked_from_the_line(
    line: QuickLine, session: Session, qtbot: QtBot, typed: str, unit: str, title: str
) -> None:
    line.write(typed)
    (lacking,) = [pill for pill in line._pills.pills() if pill.told.lacking]
    qtbot.mouseClick(lacking, Qt.MouseButton.LeftButton)
    assert line.answers() == [f"新单位：{unit}"]
    line._sentence.buttons[0].click()
    assert f"交办单位 {unit}" in pills(line)
    assert "名单" in line.sentence()
    entry = enter(line, qtbot)
    assert entry.stored["title"] == title
    known = {str(one.stored["name"]): one.uid for one in session.ledger.entries(DEPARTMENTS)}
    assert entry.stored["department"] == known[unit]
    line.write(typed)
    assert f"交办单位 {unit}" in pills(line)


def test_a_line_without_any_unit_says_how_a_new_one_is_written(line: QuickLine, qtbot: QtBot) -> None:
    line.write("周五前 上报台账")
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert line.answers() == []
    assert "新单位" in line.sentence()


def test_a_unit_that_was_picked_can_be_given_back(line: QuickLine, qtbot: QtBot) -> None:
    line.write("周五前 创建办 垃圾分类台账")
    for _ in range(2):
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
        line._sentence.buttons[0].click()
        (unit,) = [pill for pill in line._pills.pills() if pill.told.name == "department"]
        qtbot.keyClick(unit, Qt.Key.Key_Delete)
        assert "缺单位" in pills(line)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("周五前 报表 创建办 垃圾分类台账", "创建办"),
        ("Safety Office: report on extinguishers, by Friday", "Safety Office"),
    ],
)
def test_a_second_enter_says_that_the_one_word_is_a_new_unit(
    line: QuickLine, session: Session, qtbot: QtBot, typed: str, unit: str
) -> None:
    line.write(typed)
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert "再按一次 Enter" in line.sentence()
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert f"交办单位 {unit}" in pills(line)
    assert session.ledger.entries(TASKS) == []
    enter(line, qtbot)
    assert unit in {str(one.stored["name"]) for one in session.ledger.entries(DEPARTMENTS)}


def test_a_line_that_was_changed_is_asked_about_anew(line: QuickLine, qtbot: QtBot) -> None:
    line.write("周五前 报表 创建办 垃圾分类台账")
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    line.write("周五前 报表 创建办 垃圾分类")
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert not any("交办单位" in one for one in pills(line))


def test_the_pill_that_asks_for_a_unit_never_answers_for_itself(line: QuickLine, qtbot: QtBot) -> None:
    line.write("周五前 报表 创建办 垃圾分类台账 ")
    for _ in range(2):
        (lacking,) = [pill for pill in line._pills.pills() if pill.told.lacking]
        qtbot.mouseClick(lacking, Qt.MouseButton.LeftButton)
    assert not any("交办单位" in one for one in pills(line))


@pytest.mark.parametrize(
    ("said", "called"), [("城管办", "城管办"), ("综合执法办", "执法队"), ("应急管理办", "治安应急办")]
)
def test_what_a_street_calls_its_offices_is_known(
    line: QuickLine, session: Session, qtbot: QtBot, said: str, called: str
) -> None:
    line.write(f"周五前 报表 {said} 垃圾分类台账")
    stored = enter(line, qtbot).stored["department"]
    known = {one.uid: one.stored["short"] for one in session.ledger.entries(DEPARTMENTS)}
    assert known[Uid(str(stored))] == called


def spoken_of(line: QuickLine) -> tuple[Spoken, ...]:
    return line._spoken.spoken


def test_what_speaks_against_a_line_is_told_as_soon_as_its_unit_is_picked(
    line: QuickLine, qtbot: QtBot
) -> None:
    line.write("明天前 照片 创建办 报送人居环境整治照片")
    until(lambda: not line._judging.isActive())
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert spoken_of(line) == ()
    line._sentence.buttons[0].click()
    until(lambda: len(spoken_of(line)) == 2)
    assert [one.words.zh.split("：")[0] for one in spoken_of(line)] == ["要照片轨迹", "期限过紧"]
