"""A key on the page Review before anything is read decides nothing and says so."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.pages.review_words import NOT_READ
from mingbai.ui.session import Session


def test_what_is_not_read_is_not_decided(session: Session, qtbot: QtBot, today: date) -> None:
    page = ReviewPage(session)
    qtbot.addWidget(page)
    page.show()
    assert page.review is None
    with qtbot.waitSignal(session.said) as told:
        qtbot.keyClick(page, Qt.Key.Key_2)
    assert told.args == [NOT_READ]
