"""The small list of what may be meant: its names are whole at any size of text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.look.style import dress
from mingbai.ui.offered import ROW, Offer, OfferedList


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("most", [1, 10])
def test_names_are_whole(qapp: QApplication, qtbot: QtBot, scale: float, most: int) -> None:
    look = Look("light", "en", scale)
    dress(qapp, look)
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    offered = OfferedList(look, window)
    offered.show_rows([Offer("Housing"), Offer("Housing Fund")], window, QRect(10, 10, 2, 30), most=most)
    names = [label for label in offered.findChildren(QLabel) if label.text()]
    assert len(names) == 2
    assert all(name.width() >= name.sizeHint().width() for name in names)


def test_with_little_room_fewer_rows_are_seen_and_the_place_stays_free(
    qapp: QApplication, qtbot: QtBot
) -> None:
    look = Look()
    window = QWidget()
    window.resize(600, 200)
    qtbot.addWidget(window)
    window.show()
    offered = OfferedList(look, window)
    rows = [Offer(f"Unit {at}") for at in range(8)]
    for place in (QRect(10, 40, 300, 30), QRect(10, 130, 300, 30)):
        offered.show_rows(rows, window, place, most=8)
        assert not offered.geometry().intersects(place)
        assert window.rect().contains(offered.geometry())
        assert offered.height() > 2 * look.px(ROW)


@pytest.mark.parametrize("top", [40, 200])
def test_what_stands_at_the_foot_of_the_window_stays_in_sight(
    qapp: QApplication, qtbot: QtBot, top: int
) -> None:
    look = Look(scale=2.0)
    window = QWidget()
    window.resize(600, 460)
    qtbot.addWidget(window)
    foot = styled(QFrame(window), "status")
    foot.setGeometry(0, 400, 600, 60)
    window.show()
    offered = OfferedList(look, window)
    rows = [Offer(f"Unit {at}") for at in range(8)]
    place = QRect(10, top, 300, 30)
    offered.show_rows(rows, window, place, most=8)
    assert not offered.geometry().intersects(foot.geometry())
    assert not offered.geometry().intersects(place)
