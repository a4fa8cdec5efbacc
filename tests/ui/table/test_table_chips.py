"""Chips, their counts, typed and saved filters."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.waiting import PATIENCE_MS

from mingbai.desk.records import add
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.session import Session
from mingbai.ui.table.chips import ChipsRow
from mingbai.ui.table.columns import SHOWN
from mingbai.ui.table.saved import SavedFilter, keep_filter, saved_filters
from mingbai.ui.table.saved_deeds import remove_filter


@pytest.fixture
def chips(qtbot: QtBot, session: Session, ledger: Ledger, today: date) -> ChipsRow:
    """The chips of assignments, of which there are two open and one done."""
    for title, more in (("甲", {}), ("乙", {"due_on": "2026-11-26"}), ("丙", {"status": "办结"})):
        draft = {"received_on": today, "department": "民政局", "title": title, **more}
        add(ledger, TASKS, draft, today=today)
    row = ChipsRow(session, TASKS)
    qtbot.addWidget(row)
    row.show()
    return row


def labels(chips: ChipsRow) -> list[str]:
    return [button.text() for button in chips.buttons()]


def counted(qtbot: QtBot, chips: ChipsRow) -> None:
    with qtbot.waitSignal(chips.counted, timeout=PATIENCE_MS):
        chips.count_anew()


def test_chips_say_how_many_there_are_and_nothing_where_there_are_none(qtbot: QtBot, chips: ChipsRow) -> None:
    counted(qtbot, chips)
    assert labels(chips) == ["未办结  2", "本周到期  1", "有提示", "未见文号", "已办结", "全部"]
    assert chips.buttons()[0].accessibleName() == "未办结，2"


def test_exactly_one_chip_is_chosen(qtbot: QtBot, chips: ChipsRow) -> None:
    assert chips.where == "open"
    with qtbot.waitSignal(chips.chosen, timeout=PATIENCE_MS) as chosen:
        qtbot.mouseClick(chips.buttons()[4], Qt.MouseButton.LeftButton)
    assert chosen.args == ["status=done"]
    assert [button.isChecked() for button in chips.buttons()].count(True) == 1


def test_what_is_asked_from_elsewhere_is_a_chip_as_long_as_it_is_chosen(
    qtbot: QtBot, chips: ChipsRow
) -> None:
    chips.choose("交办单位=民政局")
    assert labels(chips)[-1] == "交办单位=民政局"
    assert chips.where == "交办单位=民政局"
    qtbot.mouseClick(chips.buttons()[0], Qt.MouseButton.LeftButton)
    assert labels(chips)[-1].startswith("全部")
    chips.choose("status=done")
    assert chips.buttons()[4].isChecked()


def test_a_saved_filter_is_a_chip_from_then_on(qtbot: QtBot, chips: ChipsRow, session: Session) -> None:
    chips.choose("交办单位=民政局")
    with qtbot.waitSignals([session.filters_changed, chips.counted], timeout=PATIENCE_MS):
        chips.save("民政局来的", "交办单位=民政局")
    assert labels(chips)[-1] == "民政局来的  3"
    assert session.memory.get("filters/task") == [{"name": "民政局来的", "where": "交办单位=民政局"}]
    again = ChipsRow(session, TASKS)
    qtbot.addWidget(again)
    assert labels(again)[-1] == "民政局来的"


def test_saved_under_the_same_name_replaces_and_removed_is_gone(
    qtbot: QtBot, chips: ChipsRow, session: Session
) -> None:
    chips.save("我的", "状态=待办")
    chips.save("我的", "状态=在办")
    assert [one.where for one in saved_filters(session.memory, "task")] == ["状态=在办"]
    with qtbot.waitSignal(chips.chosen, timeout=PATIENCE_MS) as chosen:
        remove_filter(session, "task", "我的")
    assert chosen.args == ["open"]
    assert saved_filters(session.memory, "task") == []
    assert len(labels(chips)) == 6


def test_a_saved_filter_that_no_longer_holds_has_no_count(qtbot: QtBot, session: Session) -> None:
    keep_filter(session.memory, "task", SavedFilter("旧的", "没有这栏=1"))
    row = ChipsRow(session, TASKS)
    qtbot.addWidget(row)
    counted(qtbot, row)
    assert labels(row)[-1] == "旧的"


def test_memory_of_another_shape_is_passed_over(session: Session) -> None:
    for kept in ("x", [1, {"name": "甲"}], {"name": "甲"}):
        session.memory.keep("filters/task", kept)
        assert saved_filters(session.memory, "task") == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", SHOWN)
def test_the_chips_of_a_register_stand_in_one_line_at_the_largest_text(
    qtbot: QtBot, session: Session, code: str, language: Language
) -> None:
    wear(session, Look("light", language, 2.0))
    row = ChipsRow(session, REGISTERS[code])
    qtbot.addWidget(row)
    row.resize(1366 - 112 - 2 * 28, 60)
    row.show()
    assert row.heightForWidth(row.width()) == row.more.sizeHint().height()
