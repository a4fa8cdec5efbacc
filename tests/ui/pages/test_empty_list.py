"""What stands in place of an empty list, by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS

from mingbai.domain.words import Words
from mingbai.ui.pages.empty_list import EmptyList
from mingbai.ui.session import Session


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right])
def test_an_arrow_stays_in_an_empty_list(session: Session, qtbot: QtBot, key: Qt.Key) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    empty, layout = EmptyList(session), QVBoxLayout(window)
    for one in (QPushButton("before"), empty, QPushButton("after")):
        layout.addWidget(one)
    empty.say(Words("没有", "Nothing"), None, Words("看全部", "Show all"), lambda: None)
    window.show()
    qtbot.waitExposed(window, timeout=PATIENCE_MS)
    empty.button.setFocus()
    qtbot.keyClick(empty.button, key)
    assert window.focusWidget() is empty.button
