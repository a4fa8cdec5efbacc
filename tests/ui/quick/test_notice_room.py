"""How much of a page a pasted notice has: what it is about and what speaks against it is seen without a bar."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.waiting import PATIENCE_MS, settled

from mingbai.desk.records import add
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Ledger
from mingbai.ui.flow import Flow
from mingbai.ui.look.look import Look
from mingbai.ui.quick.fitted_column import FittedColumn
from mingbai.ui.quick.notice_card import NoticeCard
from mingbai.ui.quick.notice_fit import FEW
from mingbai.ui.session import Session
from mingbai.ui.shell.frame import Frame

TEXTS = {
    "zh": "关于开展冬季消防安全隐患排查的通知\n各村（社区）：\n请于12月4日前完成辖区沿街店铺、出租房、老旧小区楼道消防隐患排查，"
    "并填写《冬季消防隐患排查台账》（店铺、业主、电话、灭火器数量），每日17:00前在微信群打卡上传现场照片（带水印、定位）。"
    "排查情况纳入年终考核，对工作不力的社区予以通报排名。\n联系人：张三\n消防救援大队\n2026年11月23日",
    "en": "Subject: FW: Urgent - survey of elderly people living alone\n\nDear colleagues,\n\nCivil Affairs asks us to complete "
    "the survey. Please fill in the form (name, age, address, phone, health) and return it by Wednesday, 2 December 2026, "
    "12:00. Upload photos of every household; communities are ranked.\n\nLate forms count towards the assessment.\n"
    "\nCivil Affairs Bureau\n24 November 2026",
}
SCALES = (1.0, 1.5, 2.0)
FITS = 6
"""So often at most the card is fitted for one change: it and the page give way to each other, then rest."""
TURNS = 8
"""Of the event loop: one layout asks for the next one a turn later."""


def rest(card: NoticeCard) -> list[int]:
    """The heights it is fitted at until all is laid out and nothing follows, however slow the machine is."""
    fits: list[int] = []
    quiet = 0
    fitted = card._fit.soon.timeout.connect(lambda: fits.append(card.height()))
    while quiet < TURNS and len(fits) <= FITS:
        before = len(fits)
        QCoreApplication.processEvents()
        quiet = 0 if card._fit.soon.isActive() or len(fits) > before else quiet + 1
    card._fit.soon.timeout.disconnect(fitted)
    assert len(fits) <= FITS, f"fitted again and again: {fits}"
    return fits


def noticed(session: Session, qtbot: QtBot, page: str, height: int = 740) -> tuple[Frame, NoticeCard]:
    frame = Frame(session, {})
    qtbot.addWidget(frame)
    # As the window holds it: it may not grow to what would be enough.
    frame.setFixedSize(1366, height)
    with qtbot.waitExposed(frame, timeout=PATIENCE_MS):
        frame.show()
    frame.show_page(page)
    settled(session)
    line = frame.line
    assert line is not None
    line.take_notice(TEXTS[session.look.language])
    settled(session)
    assert line.notice is not None
    rest(line.notice)
    return frame, line.notice


def bars(card: NoticeCard) -> int:
    return sum(part.verticalScrollBar().isVisible() for part in (card._scroll, card.text))


def whole(part: QWidget, within: QWidget) -> bool:
    """Whether all of a part lies within another."""
    place = QRect(part.mapTo(within, QPoint()), part.size())
    return within.rect().contains(place)


@pytest.mark.parametrize("page", ["today", TASKS.code])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scale", SCALES)
def test_what_speaks_against_it_is_seen_beside_one_bar_at_most(
    session: Session, qtbot: QtBot, page: str, language: str, scale: float
) -> None:
    wear(session, Look("light", "zh" if language == "zh" else "en", scale))
    frame, card = noticed(session, qtbot, page)
    spoken = card._spoken
    assert card.spoken, "nothing to be shown"
    lines = [line for line in spoken._lines if line.isVisible()]
    assert lines
    assert all(whole(line, spoken) for line in lines)
    labels = [label for line in lines for label in line.findChildren(QLabel) if label.isVisible()]
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels if label.text())
    assert whole(spoken, card)
    # Neither lies over the other, and the page has room for all of it.
    assert spoken.geometry().top() >= card._scroll.geometry().bottom()
    assert whole(card, frame.page)
    assert bars(card) <= 1
    if scale == 1.0:
        assert not card._scroll.verticalScrollBar().isVisible()
        assert card.text.height() >= card.text.height_of(FEW)
        assert len(lines) == min(3, len(card.spoken))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_in_large_letters_day_and_unit_are_seen_without_scrolling(
    session: Session, qtbot: QtBot, language: Language
) -> None:
    wear(session, Look("light", language, 2.0))
    _, card = noticed(session, qtbot, TASKS.code)
    due, unit = card._chips.chips()[:2]
    assert (due.chip.name, unit.chip.name) == ("due_on", "department")
    assert whole(due, card._scroll.viewport())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("height", [640, 740])
def test_what_stands_in_place_of_a_list_gives_way(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot, language: Language, height: int
) -> None:
    wear(session, Look("light", language, 1.0))
    draft = {"received_on": today, "due_on": today, "department": "民政局", "title": "台账"}
    add(ledger, TASKS, draft, today=today)
    frame, card = noticed(session, qtbot, "today", height)
    assert card._spoken.geometry().top() >= card._scroll.geometry().bottom()
    assert whole(card._spoken, card)
    assert whole(card, frame.page)
    parts = [
        part.geometry()
        for part in card.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if part.isVisible()
    ]
    assert not any(one.intersects(other) for one, other in combinations(parts, 2))


def test_a_column_with_too_little_room_ends_after_a_whole_line(qtbot: QtBot) -> None:
    inside, chips = QWidget(), QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    flow = Flow(8, chips)
    for _ in range(9):
        chip = QWidget()
        chip.setMinimumSize(80, 20)
        flow.addWidget(chip)
    column.addWidget(chips)
    fitted = FittedColumn(inside)
    qtbot.addWidget(fitted)
    fitted.resize(300, 400)
    fitted.show()
    for most, height in ((100, 76), (75, 48), (47, 20), (20, 20), (15, 15)):
        fitted.fit(most)
        assert fitted.height() == height, most


def test_a_page_that_grows_gives_the_notice_more(session: Session, qtbot: QtBot) -> None:
    wear(session, Look("light", "en", 1.5))
    frame, card = noticed(session, qtbot, "today", 640)
    before = card.height()
    frame.setFixedSize(1366, 1000)
    settled(session)
    rest(card)
    assert card.height() > before


def test_the_list_below_stays_in_sight_at_normal_text(session: Session, qtbot: QtBot, ledger: Ledger) -> None:
    assert ledger is session.ledger
    frame, card = noticed(session, qtbot, TASKS.code, 800)
    line = card.parentWidget()
    assert line is not None
    below = frame.page.height() - line.geometry().bottom()
    assert below > frame.page.height() * 0.24


@pytest.mark.parametrize("page", ["today", TASKS.code])
@pytest.mark.parametrize("scale", SCALES)
def test_fitting_comes_to_rest(session: Session, qtbot: QtBot, page: str, scale: float) -> None:
    wear(session, Look("light", "en", scale))
    frame, card = noticed(session, qtbot, page)
    for width, height in ((1366, 1000), (1366, 640), (1100, 640), (1920, 1080), (1366, 740)):
        frame.setFixedSize(width, height)
        rest(card)
    # The same room again is no change.
    card._fit.soon.start()
    assert len(rest(card)) == 1


@pytest.mark.parametrize("page", ["today", TASKS.code])
def test_a_field_that_is_opened_is_seen_whole(session: Session, qtbot: QtBot, page: str) -> None:
    wear(session, Look("light", "zh", 2.0))
    _, card = noticed(session, qtbot, page)
    title = next(one for one in card._chips.chips() if one.chip.name == "title")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    settled(session)
    rest(card)
    assert card.field.row is not None
    assert whole(card.field.row, card._scroll.viewport())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_in_little_room_values_are_seen_before_where_a_rule_is_written(
    session: Session, qtbot: QtBot, language: str
) -> None:
    wear(session, Look("dark", "zh" if language == "zh" else "en", 2.0))
    _, card = noticed(session, qtbot, TASKS.code)
    assert card._spoken._lines[0].bare
    seen = {one.chip.name for one in card._chips.chips() if whole(one, card._scroll.viewport())}
    assert {"title", "department", "due_on"} <= seen
