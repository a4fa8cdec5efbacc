"""The field in which one searches a list says what it is for in any room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStyle, QStyleOptionFrame, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear

from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.search_field import SearchField
from mingbai.ui.session import Session


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("words", ["查找", "Find"])
def test_its_words_are_whole_beside_a_long_title(
    session: Session, qtbot: QtBot, scale: float, words: str
) -> None:
    look = Look(scale=scale)
    wear(session, look)
    room = QWidget()
    qtbot.addWidget(room)
    row = QHBoxLayout(room)
    search = styled(SearchField(look), "search")
    search.setPlaceholderText(words)
    row.addWidget(QLabel("志愿服务与活动" * 20))
    row.addWidget(search, 1)
    room.resize(300, 60)
    room.show()
    option = QStyleOptionFrame()
    search.initStyleOption(option)
    inside = search.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, search)
    left = inside.width() - search.textMargins().left() - search.textMargins().right()
    assert left >= search.fontMetrics().horizontalAdvance(words)
