"""The page Review in little room, in a narrow window, and over many rows."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.pages.reviewing import current, flagged, key, shown, task, titles
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk import review
from mingbai.desk.review import Verdict
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.agenda.whole_rows import WholeRows
from mingbai.ui.look.look import Look
from mingbai.ui.pages.key_row import KeyRow
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.pages.review_card import EVIDENCE
from mingbai.ui.pages.review_room import NARROW
from mingbai.ui.pages.review_words import THEN_CUT
from mingbai.ui.session import Session


def test_in_little_room_the_status_bar_names_the_next_key(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    page.resize(900, 340)
    with qtbot.waitSignal(session.added, timeout=PATIENCE_MS) as told:
        key(page, "4")
    assert told.args == [THEN_CUT]
    assert not page.went.isVisible()


def in_list(page: ReviewPage) -> list[str]:
    return [title for at, title in enumerate(titles(page.list)) if not page.list.isRowHidden(at)]


def test_the_list_does_not_move_as_another_row_is_opened(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙", "丙")
    page = shown(session, qtbot)
    places = [page.list.visualRect(page.list.rows.index(at)) for at in range(3)]
    assert in_list(page) == ["甲", "乙", "丙"]
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert (current(page), in_list(page)) == ("乙", ["甲", "乙", "丙"])
    assert [page.list.visualRect(page.list.rows.index(at)) for at in range(3)] == places
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert in_list(page) == ["甲", "乙", "丙"], "several are chosen in the list"
    place = page.list.visualRect(page.list.rows.index(0)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (current(page), in_list(page)) == ("甲", ["甲", "乙", "丙"])
    place = page.list.visualRect(page.list.rows.index(2)).center()
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, shift, place)
    assert [row.title for row in page.list.chosen_rows()] == ["甲", "乙", "丙"]


@pytest.mark.parametrize("height", [768, 700, 640, 560])
def test_the_side_ends_after_a_whole_row_and_counts_the_others(
    ledger: Ledger, today: date, session: Session, qtbot: QtBot, height: int
) -> None:
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    for n in range(14):
        entry = task(ledger, today, f"第{n}份材料")
        review.decide(ledger, entry, cut, today=today)
    page = shown(session, qtbot)
    page.resize(1076, height)
    rows = page.side.cuts
    until(lambda: rows.rows.rowCount() == 14)
    holder = page.side.findChildren(WholeRows)[0]
    more = holder.more
    # No room is left below the words.
    until(lambda: page.height() == height and holder.height() - more.geometry().bottom() <= 1)
    assert page.side.height() <= height
    row = rows.sizeHintForRow(0)
    seen, rest = divmod(rows.viewport().height(), row)
    assert rest == 0
    assert 1 <= seen < 14
    assert more.isVisible()
    assert more.text() == f"另有 {14 - seen} 件"
    assert more.geometry().top() >= rows.geometry().bottom()
    rows.verticalScrollBar().setValue(1)
    assert more.text() == (f"另有 {13 - seen} 件" if seen < 13 else "")
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    assert more.text() == ""
    assert rows.indexAt(rows.viewport().rect().bottomLeft()).row() == 13


@pytest.mark.parametrize("height", [768, 733, 700])
def test_the_lower_card_of_the_side_ends_where_the_list_ends(
    ledger: Ledger, today: date, session: Session, qtbot: QtBot, height: int
) -> None:
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    for n in range(14):
        review.decide(ledger, task(ledger, today, f"第{n}份材料"), cut, today=today)
    page = shown(session, qtbot)
    page.resize(1076, height)
    until(lambda: page.side.cuts.rows.rowCount() == 14 and page.height() == height)
    card = page.side.findChildren(WholeRows)[0].parentWidget()
    assert card is not None
    until(lambda: card.geometry().bottom() == page.side.rect().bottom())
    assert page.side.cuts.viewport().height() % page.side.cuts.sizeHintForRow(0) == 0


def test_the_side_of_one_cut_is_no_higher_than_it(
    ledger: Ledger, today: date, session: Session, qtbot: QtBot
) -> None:
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    review.decide(ledger, task(ledger, today, "月度材料"), cut, today=today)
    page = shown(session, qtbot)
    until(lambda: page.side.cuts.rows.rowCount() == 1)
    row = page.side.cuts.sizeHintForRow(0)
    until(lambda: page.side.cuts.height() == row)
    holder = page.side.findChildren(WholeRows)[0]
    assert not holder.more.isVisible()
    card = holder.parentWidget()
    assert card is not None
    assert card.height() < page.side.height() // 2


def test_below_the_only_thing_that_waits_stands_no_blank_card(
    ledger: Ledger, today: date, session: Session, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲材料")
    page = shown(session, qtbot)
    until(lambda: page.list.rows.rowCount() == 1)
    frame = page.list.parentWidget()
    assert frame is not None
    until(lambda: frame.height() <= 60)
    assert page.list.hasFocus() or page.list.isVisible()
    assert page.card.height() < page.height() // 2
    # With another one the list has its room again.
    flagged(ledger, today, "乙材料")
    until(lambda: page.list.rows.rowCount() == 2)
    until(lambda: frame.height() > 200)


def test_asking_how_a_cut_is_carried_out_moves_no_panel(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    wear(session, Look(language="en"))
    review.decide(ledger, task(ledger, today, "材料"), Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot, "suggestions")
    page.resize(1076, 680)
    page.show_chip("suggestions")
    until(lambda: page.width() == 1076 and bool(page.card.keys))
    before = (page.card.width(), page.side.width())
    page.press("C")
    settled(page)
    assert page.card.asks_method
    assert (page.card.width(), page.side.width()) == before
    (row,) = page.card.findChildren(KeyRow)
    buttons = row.findChildren(QPushButton)
    assert all(button.width() >= button.minimumWidth() for button in buttons)
    assert all(row.rect().contains(button.geometry()) for button in buttons)


def test_how_the_hours_are_worked_out_stands_whole_in_a_low_window(
    ledger: Ledger, today: date, session: Session, weekly: Entry, qtbot: QtBot
) -> None:
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    review.decide(ledger, weekly, cut, today=today)
    for n in range(6):
        review.decide(ledger, task(ledger, today, f"第{n}份材料"), cut, today=today)
    for unit in ("民政局", "卫健局"):
        task(ledger, today, f"表 {unit}", department=unit, form_columns="姓名;住址;年龄;残疾等级")
    page = shown(session, qtbot)
    page.resize(1000, 480)
    page.side.method.show()
    page.side._share()
    label = page.side.method
    until(lambda: label.height() >= label.heightForWidth(label.width()) > 0)


def test_in_little_room_the_next_one_is_seen_below_the_open_one(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    wear(session, Look(scale=2.0))
    flagged(ledger, today, "甲材料", "乙材料", "丙材料")
    page = shown(session, qtbot)
    page.resize(1254, 684)

    def second_is_seen() -> bool:
        place = page.list.visualRect(page.list.rows.index(1))
        return place.isValid() and page.list.viewport().rect().contains(place)

    assert page.card.isVisible()
    until(second_is_seen)
    # With room again each says why it waits.
    row = page.list.sizeHintForRow(0)
    page.resize(1254, 900)
    until(lambda: page.list.sizeHintForRow(0) > row)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_in_large_letters_what_speaks_against_the_open_one_is_seen(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot, language: Language
) -> None:
    wear(session, Look(language=language, scale=2.0))
    long = "Notice on filling in the Elderly residents care register of all buildings of the whole community"
    flagged(ledger, today, long, f"{long} again")
    page = shown(session, qtbot)
    page.resize(1140, 672)
    scroll = page.card._scroll

    def evidence_is_seen() -> bool:
        caption = next(one for one in scroll.findChildren(QLabel) if one.text() == session.word(EVIDENCE))
        top = caption.mapTo(scroll.viewport(), caption.rect().bottomLeft()).y()
        return scroll.height() - top >= caption.height()

    until(evidence_is_seen)
    page.resize(1140, 1400)
    until(lambda: any(one.text().startswith(long) for one in scroll.findChildren(QLabel)))


def test_in_little_room_the_title_stands_whole(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    title = next(label for label in page.findChildren(QLabel) if label.text() == page.words.zh)
    page.resize(page.width(), page.minimumHeight() + 60)
    settled(page)
    assert title.height() >= title.fontMetrics().height()


def test_in_a_narrow_window_what_was_cut_takes_the_place_of_what_waits(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "材料")
    page = shown(session, qtbot, "waiting")
    assert page.beside.isHidden()
    page.resize(session.look.px(NARROW) - 10, 700)
    until(lambda: page.beside.isVisible() and page.card.isVisible())
    assert page.side.isHidden()
    page.beside.click()
    assert (page.side.isVisible(), page.list.isVisible(), page.card.isVisible()) == (True, False, False)
    qtbot.keyClick(page, "1")
    page.press("1")
    assert not ledger.entries(DECISIONS), "nothing that is open is seen"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert (page.side.isVisible(), page.list.isVisible(), page.card.isVisible()) == (False, True, True)


def test_what_the_list_leaves_of_a_row_is_the_cards(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    """While the card scrolls, the list below it is not higher than its whole rows."""
    for title in ("甲", "乙", "丙"):
        review.flag(ledger, task(ledger, today, title), "这件事为什么不该由村里来办。" * 60, today=today)
    page = shown(session, qtbot)
    scrolled = 0
    for height in range(520, 760, 12):
        page.resize(1100, height)
        settled(page)
        row, room = page.list.sizeHintForRow(0), page.room._list.height() - 2 * 6
        if page.card._scroll.verticalScrollBar().isVisible() and room < 3 * row:
            scrolled += 1
            # The card ends after a whole line of its own.
            assert room % row <= 26, (height, row, room)
    assert scrolled > 5
