"""What scrolls ends after a whole line, wherever it is scrolled to; at its end all of it has been seen."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.waiting import until

from mingbai.ui.form.typing_box import TypingBox
from mingbai.ui.look.look import Look
from mingbai.ui.whole_scroll import WholeScroll


def test_no_line_is_cut_wherever_it_is_scrolled_to(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    lines = [QLabel(str(n)) for n in range(12)]
    for n, line in enumerate(lines):
        line.setFixedHeight(18 + n % 3 * 7)
        column.addWidget(line)
    scroll = WholeScroll(inside)
    qtbot.addWidget(scroll)
    scroll.resize(200, 150)
    scroll.show()
    bar, port = scroll.verticalScrollBar(), scroll.viewport()

    def cut() -> list[str]:
        end = bar.value() + port.height()
        return [line.text() for line in lines if line.y() < end < line.y() + line.height()]

    until(lambda: bar.maximum() > 0 and not cut())
    value = 0
    while value <= bar.maximum():
        bar.setValue(value)
        assert cut() == [], value
        value += 1
    assert bar.value() + port.height() == inside.height()
    scroll.resize(200, inside.height())
    until(lambda: port.height() == inside.height())


def test_a_long_text_is_parted_between_its_lines(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    boxes = [TypingBox(Look(), lines=True) for _ in range(3)]
    for box in boxes:
        box.tell("\n".join("abcdefgh"))
        column.addWidget(box)
    scroll = WholeScroll(inside)
    qtbot.addWidget(scroll)
    scroll.resize(200, 240)
    scroll.show()
    bar, port = scroll.verticalScrollBar(), scroll.viewport()
    boxes[0].setFocus()
    boxes[0].moveCursor(QTextCursor.MoveOperation.Start)
    line = boxes[0].cursorRect().height()

    def ends_well() -> bool:
        """As much as there is room for is shown, and no line is cut."""
        end = bar.value() + port.height()
        for box in boxes:
            first = box.y() + box.viewport().y()
            lines = (end - first) / line
            if 1 <= lines <= 7 and abs(lines - round(lines)) * line > 1:
                return False
        return scroll.height() - port.height() < 2 * line

    until(lambda: bar.maximum() > 0 and ends_well())
    for value in range(bar.maximum()):
        bar.setValue(value)
        assert ends_well(), value


def test_what_is_held_stays_in_sight_as_what_is_above_grows_until_one_scrolls(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    rows = [QLineEdit() for _ in range(20)]
    for row in rows:
        column.addWidget(row)
    scroll = WholeScroll(inside)
    qtbot.addWidget(scroll)
    scroll.resize(200, 200)
    scroll.show()
    rows[14].setFocus()
    scroll.hold_in_sight(rows[14])

    def seen() -> bool:
        return scroll.viewport().rect().contains(rows[14].mapTo(scroll.viewport(), rows[14].rect().center()))

    until(seen)
    rows[0].setMinimumHeight(400)
    QApplication.processEvents()
    until(seen)
    scroll.let_go()
    rows[1].setMinimumHeight(400)
    until(lambda: inside.height() > 1200)
    QApplication.processEvents()
    assert not seen()
