"""The line in which a filter is typed: what may come next, asking, going down to what was found, a name for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS, until

from mingbai.desk import records
from mingbai.desk.filter_offers import going_on
from mingbai.desk.lists import told_where
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language
from mingbai.ui.session import Session
from mingbai.ui.table.filter_line import FilterLine


@pytest.fixture
def line(qtbot: QtBot, session: Session) -> FilterLine:
    """The line in which a filter of assignments is typed."""
    shown = FilterLine(session, TASKS)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def offered(session: Session, typed: str, language: Language = "zh") -> list[str]:
    return [one.name.into(language) for one in going_on(TASKS, typed, session.naming, language)]


def names(line: FilterLine) -> list[str]:
    return [one.name.zh for one in line.completion.names]


def test_a_typed_filter_is_asked_by_enter(qtbot: QtBot, line: FilterLine) -> None:
    line.begin("")
    line.line.setText("状态=待办")
    with qtbot.waitSignal(line.asked, timeout=PATIENCE_MS) as asked:
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert asked.args == ["状态=待办"]


def test_a_filter_that_means_nothing_says_why_and_stays(qtbot: QtBot, line: FilterLine) -> None:
    line.begin("栏目=1")
    with qtbot.assertNotEmitted(line.asked):
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert "栏目" in line.message.text()
    assert line.message.isVisible()
    assert line.line.text().strip() == "栏目=1"
    line.line.textEdited.emit("栏目")
    assert not line.message.isVisible()


def test_a_typed_filter_gets_a_name(qtbot: QtBot, line: FilterLine) -> None:
    line.begin("状态=待办")
    qtbot.mouseClick(line.name_button, Qt.MouseButton.LeftButton)
    line.name.setText("等着的")
    with qtbot.waitSignal(line.named, timeout=PATIENCE_MS) as named:
        qtbot.keyClick(line.name, Qt.Key.Key_Return)
    assert named.args == ["等着的", "状态=待办"]


def test_words_fields_and_what_they_hold_are_offered(session: Session) -> None:
    everything = offered(session, "")
    assert everything[0] == "未办结"
    assert {"逾期", "有提示", "状态=", "交办单位="} <= set(everything)
    assert offered(session, "状态=待办 办结期")[0] == "办结期限="
    assert offered(session, "甲 状态=")[:2] == ["状态=待办", "状态=在办"]
    assert "状态=待办|在办" in offered(session, "状态=待办|")
    assert offered(session, "办结期限<=本") == ["办结期限<=本周", "办结期限<=本月"]
    assert offered(session, "du", "en")[:1] == ["Due="]
    assert offered(session, "due_on=thism", "en") == ["due_on=thismonth"]
    assert offered(session, "随便几个字") == []


def test_a_word_unlike_its_chip_says_beside_it_what_it_means(session: Session) -> None:
    details = {one.name.en: one.detail.en for one in going_on(TASKS, "", session.naming, "en")}
    assert details["undocumented"] == "No document seen"
    assert details["flagged"] == details["overdue"] == ""
    assert "undocumented" in offered(session, "doc", "en")


def test_fields_and_names_are_found_by_their_initials(session: Session) -> None:
    assert "交办单位=" in offered(session, "jbdw")
    assert "交办单位=民政局" in offered(session, "交办单位=mzj")


def test_a_name_of_several_words_is_quoted_and_gone_on_with(session: Session) -> None:
    quoted = 'department="Civil Affairs Bureau"'
    assert quoted in offered(session, "open department=civ", "en")
    assert quoted in offered(session, quoted[:-5], "en")
    for typed in ("Civil ", "Civil Aff", "Civil Affairs Bur"):
        assert offered(session, f"open department={typed}", "en")[0] == quoted
    assert "overdue" in offered(session, "department=Civil Affairs Bureau ", "en")
    assert offered(session, "department=Civil Affairs Bureau overd", "en") == ["overdue"]
    assert offered(session, "交办单位=民政局 逾") == ["逾期"]


def test_a_name_is_taken_in_the_place_of_all_its_words(line: FilterLine, session: Session) -> None:
    session.look = type(session.look)("light", "en", 1.0)
    line.line.setText("open department=Civil Aff")
    line.completion.offer(line.line.text())
    line._take(line.completion.names[0])
    assert line.line.text() == 'open department="Civil Affairs Bureau"'
    line.line.setText("department=Civil Affairs Bureau")
    assert line.ask()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", [code for code, register in REGISTERS.items() if register.numbered])
def test_whatever_is_offered_means_something(session: Session, code: str, language: Language) -> None:
    """A filter of any offered word is understood; a field is with the first thing it may hold."""
    session.look = type(session.look)("light", language, 1.0)
    register, line = REGISTERS[code], FilterLine(session, REGISTERS[code])
    for one in going_on(register, "", session.naming, language):
        word = one.name.into(language)
        held = going_on(register, word, session.naming, language) if word.endswith("=") else []
        line.line.setText(held[0].name.into(language) if held else f"{word}1" if word.endswith("=") else word)
        assert line.ask() or word.endswith("="), word
        if held:
            assert line.message.isHidden(), (line.line.text(), line.message.text())


@pytest.mark.parametrize("name", ["县“放管服”办", '县"双减"专班', "民政 局", "「阳光」办", "王|李工作室"])
def test_a_unit_with_quotation_marks_in_its_name_is_asked_for(line: FilterLine, name: str) -> None:
    session = line._session
    unit = records.add(session.ledger, DEPARTMENTS, {"name": name}, today=session.today)
    draft = {"received_on": session.today, "title": "台账", "department": unit.uid}
    records.add(session.ledger, TASKS, draft, today=session.today)
    (word,) = (one for one in offered(session, f"交办单位={name[0]}") if name in one)
    line.line.setText(word)
    assert line.ask(), line.message.text()
    # The same filter, in the words of a language, is the same.
    assert told_where(TASKS, word, session.glossary, "zh") == word


def test_the_list_leads_from_a_field_to_what_it_holds(qtbot: QtBot, line: FilterLine) -> None:
    line.begin("open")
    assert line.line.text() == "未办结 "
    line.offer()
    until(lambda: line.completion.shown)
    qtbot.keyClicks(line.line, "zt")
    assert names(line)[0] == "状态="
    qtbot.keyClick(line.line, Qt.Key.Key_Down)
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert line.line.text() == "未办结 状态="
    assert names(line)[:2] == ["状态=待办", "状态=在办"]
    qtbot.keyClick(line.line, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(line.asked):
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert line.line.text() == "未办结 状态=待办"
    assert not line.completion.shown
    with qtbot.waitSignal(line.asked, timeout=PATIENCE_MS) as asked:
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert asked.args == ["未办结 状态=待办"]


def test_enter_asks_what_was_typed_and_takes_nothing_that_was_not_chosen(
    qtbot: QtBot, line: FilterLine
) -> None:
    line.begin("")
    line.line.setText("逾")
    line.line.textEdited.emit("逾")
    assert names(line) == ["逾期"]
    with qtbot.waitSignal(line.asked, timeout=PATIENCE_MS) as asked:
        qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert asked.args == ["逾"]
    assert not line.completion.shown


def test_down_leads_to_what_was_found_once_it_is_asked(qtbot: QtBot, line: FilterLine) -> None:
    line.begin("状态=待办")
    qtbot.keyClick(line.line, Qt.Key.Key_Down)
    assert "状态=待办|在办" not in names(line)
    assert names(line)
    qtbot.keyClick(line.line, Qt.Key.Key_Escape)
    assert names(line) == []
    assert line.isVisible()
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    with qtbot.waitSignal(line.left_below, timeout=PATIENCE_MS):
        qtbot.keyClick(line.line, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(line.left_below):
        qtbot.mouseClick(line.line, Qt.MouseButton.LeftButton)
