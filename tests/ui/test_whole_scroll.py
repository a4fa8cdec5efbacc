"""What scrolls ends after a whole line, wherever it is scrolled to; at its end all of it has been seen."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

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

    qtbot.waitUntil(lambda: bar.maximum() > 0 and not cut())
    value = 0
    while value <= bar.maximum():
        bar.setValue(value)
        assert cut() == [], value
        value += 1
    assert bar.value() + port.height() == inside.height()
    scroll.resize(200, inside.height())
    qtbot.waitUntil(lambda: port.height() == inside.height())


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

    qtbot.waitUntil(seen)
    rows[0].setMinimumHeight(400)
    QApplication.processEvents()
    qtbot.waitUntil(seen)
    scroll.let_go()
    rows[1].setMinimumHeight(400)
    qtbot.waitUntil(lambda: inside.height() > 1200)
    QApplication.processEvents()
    assert not seen()
