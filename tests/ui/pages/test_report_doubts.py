"""The doubts beside a report's paper: as many as there is room for, and one scroll."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot
from tests.ui.conftest import SampleBook, wear
from tests.ui.opening import opened_window
from tests.ui.waiting import settled, until

from mingbai.desk.month.doubt import Doubt
from mingbai.domain.words import Language, Words
from mingbai.ui.look.look import Look
from mingbai.ui.pages.report import ReportPage
from mingbai.ui.pages.report_doubts_card import DoubtsCard
from mingbai.ui.session import Session


@pytest.mark.parametrize("language", ["zh", "en"])
def test_beside_many_doubts_the_way_to_send_is_seen_whole(
    session: Session, qtbot: QtBot, language: Language
) -> None:
    wear(session, Look(language=language))
    page = ReportPage(session)
    qtbot.addWidget(page)
    page.resize(1076, 768)
    page.show()
    what = Words("会议：2 场的日期在今天以后，还没有计入", "Meetings: 2 dated after today, not counted yet")
    page.doubts.show_doubts([Doubt("late", what, 2, Words("看", "See"), "meeting") for _ in range(20)])
    QApplication.processEvents()
    viewport = page.body.cards.viewport()
    until(lambda: page.sending.mapTo(viewport, page.sending.rect().bottomLeft()).y() > 0)
    QApplication.processEvents()
    assert page.sending.mapTo(viewport, page.sending.rect().bottomLeft()).y() < viewport.height()
    shown = [button.isVisible() for button in page.doubts.buttons]
    assert shown == sorted(shown, reverse=True)
    assert 1 < sum(shown) < 20
    left = 20 - sum(shown)
    assert (
        page.doubts.more.text()
        == {"zh": f"还有 {left} 处，都列出来", "en": f"{left} more; show all"}[language]
    )
    # What is asked for whole scrolls with the cards, and no list scrolls within them.
    assert not page.doubts.findChildren(QScrollArea)
    page.doubts.more.click()
    QApplication.processEvents()
    assert all(button.isVisible() for button in page.doubts.buttons)
    assert page.doubts.more.isHidden()
    assert page.body.cards.verticalScrollBar().maximum() > 0


def test_cards_that_stand_alone_show_all_doubts(session: Session, qtbot: QtBot) -> None:
    page = ReportPage(session)
    qtbot.addWidget(page)
    page.resize(1076, 768)
    page.show()
    what = Words("会议：2 场的日期在今天以后，还没有计入", "Meetings: 2 dated after today, not counted yet")
    page.doubts.show_doubts([Doubt("late", what, 2, Words("看", "See"), "meeting") for _ in range(20)])
    QApplication.processEvents()
    page.resize(640, 768)
    page.body.show_cards()
    QApplication.processEvents()
    assert all(button.isVisible() for button in page.doubts.buttons)


def test_the_card_comes_to_rest_at_any_height(sample_book: SampleBook, tmp_path: Path) -> None:
    """What is shown moves the card below it, which tells of its room again."""
    with opened_window(sample_book("zh"), tmp_path / "window", Look(scale=1.5), (1600, 900)) as window:
        window.frame.show_page("report")
        settled(window)
        card = window.findChild(DoubtsCard)
        assert card is not None
        times: list[None] = []
        card._fitting.timeout.connect(lambda: times.append(None))
        for height in range(660, 740, 10):
            times.clear()
            window.resize(1600, height)
            settled(window)
            assert len(times) <= 1, height
