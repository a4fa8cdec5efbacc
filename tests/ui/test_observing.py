"""Who watches sees: each fault the walk looks for, made on purpose."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.observing import Seen, jumps, observed
from tests.ui.waiting import PATIENCE_MS
from tests.ui.walking import Scene


def seen(holder: QWidget, qtbot: QtBot) -> Seen:
    qtbot.addWidget(holder)
    holder.resize(300, 200)
    holder.show()
    qtbot.waitExposed(holder, timeout=PATIENCE_MS)
    return observed(Scene("made", holder), tabs={})


def test_a_field_and_a_button_without_a_name(qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    named = QPushButton("Save")
    for widget in (QLineEdit(), QPushButton(), named):
        column.addWidget(widget)
    found = seen(holder, qtbot)
    assert [stop.name for stop in found.stops] == ["", "", "Save"]
    assert [stop.icon_only for stop in found.stops] == [False, True, False]
    assert found.missed == ()


def test_tab_that_jumps_back_and_a_widget_it_never_reaches(qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    first, second, third = (QPushButton(name) for name in ("first", "second", "third"))
    for widget in (first, second, third):
        column.addWidget(widget)
    QWidget.setTabOrder(third, second)
    QWidget.setTabOrder(first, third)
    assert list(jumps(seen(holder, qtbot).walked)) == [
        "QWidget/QPushButton “third” > QWidget/QPushButton “second”"
    ]


def test_a_text_without_room_and_a_widget_outside(qtbot: QtBot) -> None:
    holder = QWidget()
    row = QHBoxLayout(holder)
    cut, told = QLabel("A long sentence without any room"), QLabel("Another one that is told by a tip")
    told.setToolTip(told.text())
    for label in (cut, told):
        label.setFixedWidth(40)
        row.addWidget(label)
    over = QFrame(holder)
    over.setGeometry(250, 150, 100, 100)
    found = seen(holder, qtbot)
    assert found.cut == ("QWidget/QLabel: A long sentence without any room",)
    assert found.outside == ("QWidget/QFrame (250, 150, 100, 100) in 300x200",)
