"""What was suggested is carried out, looked at again, and told of when it comes back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.pages.reviewing import current, decision_of, decisions, flagged, key, said, shown, task, titles
from tests.ui.waiting import PATIENCE_MS, settled

from mingbai.desk import comebacks, recurring, review
from mingbai.desk.review import Verdict
from mingbai.desk.spoken_days import times_a_year
from mingbai.domain.review import Assessment, Method
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.agenda.rows import Row
from mingbai.ui.importing.foot import CANCEL
from mingbai.ui.pages.review_cut import METHODS
from mingbai.ui.pages.review_room import NARROW
from mingbai.ui.pages.review_words import ASSESS_FIRST
from mingbai.ui.session import Session


def test_a_suggestion_is_carried_out_by_two_keys(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    review.decide(ledger, weekly, Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot, "suggestions")
    key(page, "c")
    assert page.card.asks_method
    key(page, "1")
    settled(page)
    (done,) = decisions(ledger)
    assert (done.method, done.effective_from, done.times_after) == (Method.CANCELLED, today, 0)
    assert titles(page.list) == []
    assert titles(page.side.cuts) == ["环境周报"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_way_of_cutting_is_called_as_what_closes_a_dialog(language: Language) -> None:
    ways = {one.words.into(language) for one in METHODS.values()}
    assert not ways & {CANCEL.into(language), "取消", "Cancel", "Cancelled"}
    gone = Method.CANCELLED.words.into(language)
    assert gone.lower() == times_a_year(0).into(language), "the card says it with the same word"


def test_since_when_and_by_whose_word_is_said_in_the_same_card(
    ledger: Ledger, session: Session, qtbot: QtBot, today: date, weekly: Entry
) -> None:
    review.decide(ledger, weekly, Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot, "suggestions")
    QTest.keyClicks(page.list, "c")
    since, note = page.card.fields["since"], page.card.fields["note"]
    assert since.text() == today.isoformat()
    since.setFocus()
    since.selectAll()
    since.insert("看情况")
    QTest.keyClick(since, Qt.Key.Key_Return)
    QTest.keyClicks(page.list, "1")
    settled(page)
    assert decisions(ledger)[0].effective_from is None
    assert page.card._problem is not None
    since.setText("11月1日")
    note.setFocus()
    note.insert("民政局王科电话答复 ")
    QTest.keyClicks(note, "1")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    QTest.keyClicks(page.list, "1")
    settled(page)
    done = decisions(ledger)[0]
    assert (done.effective_from, done.note) == (date(2026, 11, 1), "民政局王科电话答复 1")


def test_rarer_asks_how_often_and_says_why_it_cannot_be(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    review.decide(ledger, weekly, Verdict(assessment=Assessment.SIMPLIFY), today=today)
    page = shown(session, qtbot, "suggestions")
    key(page, "C3")
    line = page.card.line
    assert line is not None
    page.card.fields["note"].setText("王科电话答复")
    QTest.keyClick(page.card.fields["note"], Qt.Key.Key_Return)
    assert line.hasFocus()
    QTest.keyClicks(line, "52")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settled(page)
    assert any("次数没有减少" in text for text in said(page))
    assert line.text() == "52"
    line.setText("12")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settled(page)
    done = decisions(ledger)[0]
    assert (done.method, done.times_after, done.note) == (Method.RARER, 12, "王科电话答复")


def test_escape_gives_the_question_up(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    review.decide(ledger, weekly, Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot, "suggestions")
    key(page, "c")
    note = page.card.fields["note"]
    note.setFocus()
    note.insert("民政局王科电话答复")
    QTest.keyClick(note, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    assert page.card.asks_method, "from a field it only goes back to the list"
    assert note.width() > page.card.width() * 0.8
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert page.card.keys == {"C"}
    assert decisions(ledger)[0].method is None
    key(page, "c")
    assert page.card.fields["note"].text() == "民政局王科电话答复", "nothing typed is lost"


def test_what_was_just_assessed_is_cut_by_the_next_key(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    assert not page.went.isVisible()
    key(page, "4")
    settled(page)
    assert page.went.told.text() == "甲：建议核减，在“建议待执行”里"
    assert (page.went.isVisible(), current(page)) == (True, "乙")
    key(page, "c")
    assert (current(page), page.card.asks_method, page.chips["suggestions"].isChecked()) == ("甲", True, True)
    key(page, "1")
    settled(page)
    assert [(one.title, one.effective_from) for one in decisions(ledger)] == [("甲", today)]
    assert (current(page), page.chips["waiting"].isChecked()) == ("乙", True), "one goes on where one was"
    assert page.went.told.text() == "甲：已核减，在“已研判”里"
    undo(ledger)
    settled(page)
    assert page.went.told.text() == "甲：建议核减，在“建议待执行”里"
    undo(ledger)
    settled(page)
    assert not page.went.isVisible()


def test_keys_pressed_at_once_are_all_heard(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    key(page, "4c")
    settled(page)
    assert page.card.asks_method
    page.refresh()
    settled(page)
    key(page, "1")
    settled(page)
    assert [one.method for one in decisions(ledger)] == [Method.CANCELLED]


def test_a_question_given_up_leads_back_to_what_waits(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    key(page, "2")
    settled(page)
    key(page, "c")
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert (current(page), page.chips["waiting"].isChecked()) == ("乙", True)
    assert page.went.isVisible()


def test_before_anything_is_assessed_the_key_says_what_comes_first(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    with qtbot.waitSignal(session.said, timeout=PATIENCE_MS) as told:
        key(page, "c")
    assert told.args == [ASSESS_FIRST]


def test_among_the_assessed_a_suggestion_is_carried_out_too(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    review.decide(ledger, task(ledger, today, "甲"), Verdict(assessment=Assessment.NEEDED), today=today)
    review.decide(ledger, weekly, Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot, "decided")
    page.list.choose(next(row.key for row in page.list.rows.items if row.title == "甲"))  # type: ignore[union-attr]
    assert page.card.keys == frozenset()
    page.list.choose(decision_of(ledger, weekly).uid)
    assert page.card.keys == {"C"}
    key(page, "c1")
    settled(page)
    row = page.list.current()
    assert row is not None
    assert (row.title, row.trailing) == ("环境周报", "已核减，11-24")
    assert page.card.keys == frozenset()
    assert "已核减，11-24" in said(page)


def test_what_came_back_says_so_among_the_assessed(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    on = date(2026, 8, 24)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=on)
    decision = review.decide(ledger, weekly, verdict, today=on)
    comebacks.came_back(ledger, decision, date(2026, 11, 2), today=today)
    page = shown(session, qtbot, "decided")
    (row,) = [item for item in page.list.rows.items if isinstance(item, Row)]
    assert row.trailing == "又来了，11-02"


def test_by_name_as_cut_is_marked_only_what_the_key_would_mark(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    review.decide(ledger, weekly, Verdict(assessment=Assessment.NEEDED), today=today)
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    by_name = next(one for one in page.commands() if one.keys == "C")
    assert not by_name.can_run()
    key(page, "4")
    settled(page)
    assert by_name.can_run()
    page.show_list("decided")
    page.list.choose(decision_of(ledger, weekly).uid)
    assert not by_name.can_run(), "what is needed is not cut"
    page.resize(NARROW - 1, 700)
    page.show_list("waiting")
    page.beside.setChecked(True)
    assert not by_name.can_run(), "nothing that waits is seen"


@pytest.mark.parametrize("pressed", ["1", "2"])
def test_a_recheck_is_answered_by_one_key(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot, pressed: str
) -> None:
    on = date(2026, 8, 24)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=on)
    review.decide(ledger, weekly, verdict, today=on)
    page = shown(session, qtbot, "rechecks")
    key(page, pressed)
    settled(page)
    (decision,) = decisions(ledger)
    assert decision.came_back_on == (today if pressed == "2" else None)
    assert decision.rechecked_on == (None if pressed == "2" else today)
    assert decision.recheck_on == date(2026, 11, 24)
    assert titles(page.list) == []


def test_what_was_cut_says_whether_it_came_again(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    on = date(2026, 11, 9)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=on)
    review.decide(ledger, weekly, verdict, today=on)
    recurring.did_not_come(ledger, weekly, "2026-W47", today=today)
    page = shown(session, qtbot)
    (row,) = page.side.cuts.rows.items
    assert isinstance(row, Row)
    assert (row.aside, row.trailing, row.pill, row.foot) == (
        "每周 1 次 → 不再要",
        "没再来",
        "green",
        "没来 1 期，已 15 天",
    )


def test_after_the_last_one_was_carried_out_the_keys_still_lead_on(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    key(page, "4")
    settled(page)
    page.show_list("suggestions")
    key(page, "c1")
    settled(page)
    assert page.room.is_empty
    assert page.chips["suggestions"].hasFocus()
    QTest.keyClick(page.chips["suggestions"], Qt.Key.Key_Left)
    assert page.chips["waiting"].isChecked()
