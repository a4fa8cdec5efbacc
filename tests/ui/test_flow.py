"""A row that wraps: what is hidden takes no room, what is too wide is made narrower."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS

from mingbai.ui.flow import Flow


def shown(qtbot: QtBot, *widths: int) -> tuple[QWidget, Flow, list[QWidget]]:
    box = QWidget()
    qtbot.addWidget(box)
    flow = Flow(10, box)
    widgets = []
    for width in widths:
        widget = QWidget()
        widget.setFixedHeight(20)
        widget.setMinimumWidth(width)
        flow.addWidget(widget)
        widgets.append(widget)
    box.resize(200, flow.heightForWidth(200))
    box.show()
    qtbot.waitExposed(box, timeout=PATIENCE_MS)
    flow.activate()
    return box, flow, widgets


def test_a_row_goes_on_in_the_next(qtbot: QtBot) -> None:
    _box, flow, widgets = shown(qtbot, 80, 80, 80)
    assert [(each.x(), each.y()) for each in widgets] == [(0, 0), (90, 0), (0, 30)]
    assert flow.heightForWidth(200) == 50
    widgets[0].hide()
    assert flow.heightForWidth(200) == 20


def test_its_height_follows_what_is_in_it(qtbot: QtBot) -> None:
    """Also where the layout around it asks before it was laid out itself."""
    _box, flow, widgets = shown(qtbot, 80, 80, 80)
    assert flow.heightForWidth(200) == 50
    widgets[1].setMinimumWidth(150)
    assert flow.heightForWidth(200) == 80
    widgets[2].setFixedHeight(40)
    assert flow.heightForWidth(200) == 100
    widgets[0].setVisible(False)
    assert flow.heightForWidth(200) == 70
    widgets[0].setVisible(True)
    assert flow.heightForWidth(200) == 100
    label = QLabel("短")
    flow.insert(0, label)
    label.show()
    low = flow.heightForWidth(90)
    label.setText("长得多的一句话\n两行\n三行")
    assert flow.heightForWidth(90) > low
    flow.takeAt(0)
    assert flow.heightForWidth(200) == 100


def test_what_is_too_wide_does_not_widen_the_row(qtbot: QtBot) -> None:
    _box, flow, _ = shown(qtbot, 80, 300)
    assert flow.minimumSize().width() < 80
    flow.setGeometry(flow.geometry().adjusted(0, 0, 0, 0))
    assert flow.heightForWidth(200) == 50


def test_lower_ones_stand_in_the_middle_of_their_line(qtbot: QtBot) -> None:
    _box, flow, widgets = shown(qtbot, 80, 80)
    widgets[0].setFixedHeight(30)
    flow.activate()
    assert [each.y() for each in widgets] == [0, 5]
