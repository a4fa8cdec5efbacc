"""The frame of the quick-add line says where typing goes."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.quick.writing import enter
from tests.ui.waiting import until

from mingbai.ui.quick.line import QuickLine


def elsewhere(line: QuickLine) -> QLineEdit:
    field = QLineEdit(line.window())
    field.show()
    field.setFocus()
    return field


def test_it_is_green_only_while_the_focus_is_in_it(line: QuickLine) -> None:
    line.begin()
    line.write("周五前 民政局 上报台账")
    until(lambda: line.property("tone") == "open")
    elsewhere(line)
    until(lambda: line.property("tone") == "")
    assert line.told()
    assert line._pills.isVisible()
    line.begin()
    until(lambda: line.property("tone") == "open")


def test_a_pill_that_has_the_focus_keeps_it_green(line: QuickLine) -> None:
    line.begin()
    line.write("周五前 民政局 上报台账")
    line._pills.pills()[0].setFocus()
    assert line.property("tone") == "open"


def test_an_empty_line_closes_once_what_was_said_is_gone(line: QuickLine, qtbot: QtBot) -> None:
    line.begin()
    line.write("周五前 民政局 上报台账")
    enter(line, qtbot)
    until(lambda: bool(line.sentence()))
    elsewhere(line)
    assert line._open
    line._sentence.say(None)
    line._telling.calm()
    until(lambda: not line._open)
