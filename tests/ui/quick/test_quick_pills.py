"""The pills below the quick-add line: they open, go visibly, and come back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.ui.quick.writing import enter, pill, pills

from mingbai.ui.quick import cross
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.reading_order import stops

WHOLE = "周五前 民政局 上报台账"
LACKS_UNIT = "周五前 报表 创建办 垃圾分类台账"


def paste_over(line: QuickLine, text: str) -> None:
    copied = QMimeData()
    copied.setText(text)
    line.line.selectAll()
    line.line.insertFromMimeData(copied)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_opens_a_pill_and_takes_nothing_out(line: QuickLine, qtbot: QtBot, key: Qt.Key) -> None:
    line.write(WHOLE)
    before = pills(line)
    due = pill(line, "due_on")
    due.setFocus()
    qtbot.keyClick(due, key)
    assert pills(line) == before
    assert line.line.textCursor().selectedText() == "周五前"
    line.line.insertPlainText("明天前")
    assert pill(line, "due_on").told.value == "11-25 周三"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, None])
def test_a_pill_goes_visibly_and_one_key_brings_it_back(
    line: QuickLine, qtbot: QtBot, key: Qt.Key | None
) -> None:
    line.write(WHOLE)
    before = pills(line)
    due = pill(line, "due_on")
    due.setFocus()
    if key is None:
        at = QPoint(due.width() - line._session.look.px(cross.MARGIN + cross.CROSS // 2), due.height() // 2)
        qtbot.mouseClick(due, Qt.MouseButton.LeftButton, pos=at)
    else:
        qtbot.keyClick(due, key)
    assert line.quick.value("due_on") == ""
    assert pills(line) == ["办结期限 11-27 周五", "交办单位 民政局", "标题 周五前 上报台账"]
    due = pill(line, "due_on")
    assert due.told.struck
    assert due.hasFocus()
    qtbot.keyClick(due, Qt.Key.Key_Return)
    assert pills(line) == before
    assert enter(line, qtbot).record.due_on == date(2026, 11, 27)


def test_a_text_that_was_put_in_the_place_of_the_same_one_is_read_anew(line: QuickLine, qtbot: QtBot) -> None:
    line.write(WHOLE)
    before = pills(line)
    qtbot.keyClick(pill(line, "due_on"), Qt.Key.Key_Delete)
    paste_over(line, WHOLE)
    assert pills(line) == before
    assert enter(line, qtbot).record.due_on == date(2026, 11, 27)


def test_tab_from_the_line_reaches_what_is_asked(line: QuickLine, qtbot: QtBot) -> None:
    line.write(LACKS_UNIT)
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    found = list(stops(line.window()))
    assert found[found.index(line.line) + 1] is line._sentence.buttons[0]


def test_enter_on_a_lacking_unit_opens_the_units(line: QuickLine, qtbot: QtBot) -> None:
    line.write(LACKS_UNIT)
    lacking = pill(line, "department")
    lacking.setFocus()
    qtbot.keyClick(lacking, Qt.Key.Key_Return)
    popup = line._names.popup
    assert popup.isVisible()
    names = [row.name for row in popup.rows]
    assert "民政局" in names
    assert not line._names._take(), "Tab goes on to what is asked, and takes no unit that nobody chose"
    popup.choose(names.index("民政局"))
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert pill(line, "department").told.value == "民政局"
