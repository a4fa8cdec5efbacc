"""Saved filters in the rail: shown, renamed, moved, removed and brought back, by keyboard too."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.waiting import settled, until

from mingbai.ui.memory import Memory
from mingbai.ui.session import Session
from mingbai.ui.shell.commands import CommandBar
from mingbai.ui.shell.frame import Frame
from mingbai.ui.shell.rail_button import RailButton
from mingbai.ui.table.saved import SavedFilter, every_filter, keep_filter, saved_filters


@pytest.fixture
def frame(qtbot: QtBot, session: Session) -> Frame:
    """The window's content with three filters of two registers."""
    for code, name, where in (
        ("task", "民政局来的", "交办单位=民政局"),
        ("issue", "热线的", "channel=hotline"),
        ("task", "在办的", "status=doing"),
    ):
        keep_filter(session.memory, code, SavedFilter(name, where))
    made = Frame(session, {"page": "task"})
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    until(made.isActiveWindow)
    settled(session)
    return made


def names(frame: Frame) -> list[str]:
    return [name for _, name, _ in frame.saved.buttons]


def button(frame: Frame, name: str) -> RailButton:
    return next(one for kept, one in frame.saved.buttons.items() if kept[1] == name)


def field(frame: Frame) -> QLineEdit:
    found = frame.saved.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def chips(frame: Frame) -> list[str]:
    return [chip.name for chip in frame._pages["task"].chips._shown if chip.saved]  # type: ignore[attr-defined]


def test_f2_renames_in_the_rail_and_in_the_chips_and_ctrl_z_takes_it_back(
    qtbot: QtBot, frame: Frame, session: Session
) -> None:
    button(frame, "在办的").setFocus()
    qtbot.keyClick(button(frame, "在办的"), Qt.Key.Key_F2)
    field(frame).setText("正在办")
    qtbot.keyClick(field(frame), Qt.Key.Key_Return)
    assert names(frame) == ["民政局来的", "正在办", "热线的"]
    assert chips(frame) == ["民政局来的", "正在办"]
    assert button(frame, "正在办").hasFocus()
    qtbot.keyClick(button(frame, "正在办"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(frame) == ["民政局来的", "在办的", "热线的"]


def test_a_name_that_is_taken_is_said_and_escape_leaves_it(qtbot: QtBot, frame: Frame) -> None:
    qtbot.keyClick(button(frame, "在办的"), Qt.Key.Key_F2)
    field(frame).setText("民政局来的")
    qtbot.keyClick(field(frame), Qt.Key.Key_Return)
    assert field(frame).accessibleDescription() == "已有叫“民政局来的”的筛选"
    qtbot.keyClick(field(frame), Qt.Key.Key_Escape)
    assert names(frame) == ["民政局来的", "在办的", "热线的"]
    assert button(frame, "在办的").hasFocus()


def test_delete_removes_and_the_undo_bar_brings_back_to_its_place(
    qtbot: QtBot, frame: Frame, session: Session
) -> None:
    button(frame, "民政局来的").setFocus()
    qtbot.keyClick(button(frame, "民政局来的"), Qt.Key.Key_Delete)
    assert names(frame) == ["在办的", "热线的"]
    assert chips(frame) == ["在办的"]
    assert button(frame, "在办的").hasFocus()
    assert frame.status.text == "已删除筛选“民政局来的”"
    frame.status.undo_asked.emit()
    assert names(frame) == ["民政局来的", "在办的", "热线的"]
    assert frame.status.text == "已撤销：删除筛选“民政局来的”"


def test_alt_down_moves_across_registers_and_the_order_is_kept(
    qtbot: QtBot, frame: Frame, session: Session, tmp_path: Path
) -> None:
    button(frame, "民政局来的").setFocus()
    for _ in range(3):
        moved = button(frame, "民政局来的")
        assert moved.hasFocus()
        qtbot.keyClick(moved, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(frame) == ["在办的", "热线的", "民政局来的"]
    assert [one.name for one in saved_filters(session.memory, "task")] == ["在办的", "民政局来的"]
    assert chips(frame) == ["在办的", "民政局来的"]
    session.memory.write()
    again = Memory(tmp_path / "memory.ini")
    assert [one.name for _, one in every_filter(again)] == names(frame)


def test_enter_shows_its_list_and_the_menu_names_every_way(qtbot: QtBot, frame: Frame) -> None:
    qtbot.keyClick(button(frame, "热线的"), Qt.Key.Key_Return)
    assert frame.page.code == "issue"
    kept = next(kept for kept in frame.saved.buttons if kept[1] == "热线的")
    menu = frame.saved.menu(kept)
    assert [action.text() for action in menu.actions()] == ["重命名", "上移", "下移", "删除这个筛选"]
    menu.deleteLater()


def test_ctrl_k_finds_it_by_initials(qtbot: QtBot, frame: Frame) -> None:
    frame.show_commands()
    bar = frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    bar._field.setText("rxd")
    qtbot.keyClick(bar._field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert frame.page.code == "issue"
    assert frame.page.state()["where"] == "channel=hotline"
