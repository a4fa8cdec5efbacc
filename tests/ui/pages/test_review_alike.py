"""What waits beside what it resembles: merged, or linked with what was cut."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.pages.reviewing import decisions, flagged, key, said, shown, task, titles
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk import records, review
from mingbai.desk.cuts import any_cut, linkable
from mingbai.desk.lines import Names
from mingbai.desk.live_flags import refresh
from mingbai.desk.merging import merge
from mingbai.desk.review import Verdict
from mingbai.desk.watch import Watch
from mingbai.domain.demand import DEMANDS
from mingbai.domain.review import Assessment, Method
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.agenda.rows import Row
from mingbai.ui.panel.cut_choice import CutChoice
from mingbai.ui.session import Session

COLUMNS = "残疾类别;残疾等级;监护人;就业情况"


def held_against_rules(ledger: Ledger, today: date, *entries: Entry) -> None:
    refresh(ledger, Watch(ledger, today), entries, today=today)


def test_what_it_resembles_opens_by_a_key_and_takes_it_in_by_another(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    old = task(ledger, today, "残疾人状况表", received_on="2026-06-03", form_columns=COLUMNS)
    new = task(ledger, today, "康复登记", department="残联", form_columns=COLUMNS)
    held_against_rules(ledger, today, new)
    page = shown(session, qtbot)
    with qtbot.waitSignal(session.entry_asked, timeout=PATIENCE_MS) as asked:
        key(page, "o")
    assert asked.args is not None
    assert asked.args[0].uid == old.uid
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        key(page, "m")
    assert done.args is not None
    assert done.args[0].zh == "“康复登记”已并入“残疾人状况表”"
    settled(page)
    (decision,) = decisions(ledger)
    assert (decision.subject, decision.merged_into) == (new.uid, old.uid)
    assert titles(page.list) == []
    undo(ledger)
    settled(page)
    assert titles(page.list) == ["康复登记"]


def test_chosen_entries_are_merged_into_the_earliest(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    early = task(ledger, today, "乙", received_on="2026-11-02")
    late = task(ledger, today, "甲")
    for entry in (early, late):
        review.flag(ledger, entry, "一样", today=today)
    page = shown(session, qtbot)
    key(page, "m")
    settled(page)
    assert decisions(ledger) == [], "one alone has nothing to go into"
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(page, "m")
    settled(page)
    (decision,) = decisions(ledger)
    assert (decision.subject, decision.merged_into) == (late.uid, early.uid)


def test_what_was_cut_and_came_back_is_linked_by_a_key(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    draft = {"title": "残疾人月报", "department": "残联", "period": "每月", "form_columns": COLUMNS}
    old = records.add(ledger, DEMANDS, draft, today=today)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 8, 1))
    review.decide(ledger, old, verdict, today=date(2026, 8, 1))
    new = records.add(ledger, DEMANDS, draft | {"title": "更新表"}, today=today)
    entry = task(
        ledger, today, "更新表", department="残联", demand=new.number, document="〔2026〕3号", listing="基本"
    )
    held_against_rules(ledger, today, entry)
    page = shown(session, qtbot)
    assert "像是又来了" in said(page)
    key(page, "b")
    settled(page)
    (decision,) = decisions(ledger)
    assert (decision.came_back_on, decision.came_back_as) == (date(2026, 11, 19), new.uid)
    (row,) = [item for item in page.side.cuts.rows.items if isinstance(item, Row)]
    assert row.trailing == "又来了"


def test_what_nothing_was_seen_of_is_linked_by_hand(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    others = task(ledger, today, "别家的表", department="残联")
    own = task(ledger, today, "旧表")
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    for entry in (own, others):
        review.decide(ledger, entry, verdict, today=date(2026, 11, 18))
    flagged(ledger, today, "改了名的新表")
    page = shown(session, qtbot)
    key(page, "b")
    (choice,) = page.findChildren(CutChoice)
    assert titles(choice.list) == ["旧表", "别家的表"], "the same unit's first"
    QTest.keyClick(choice.list, Qt.Key.Key_Return)
    settled(page)
    back = [one.subject for one in decisions(ledger) if one.came_back_on == date(2026, 11, 19)]
    assert back == [own.uid]
    until(lambda: not page.findChildren(CutChoice))


def test_without_a_cut_there_is_nothing_to_choose(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "新表")
    page = shown(session, qtbot)
    assert "B" not in page.card.keys
    assert not any("减过的又来了" in button.text() for button in page.card.findChildren(QPushButton))


def test_what_came_before_a_cut_is_not_offered_as_come_back(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    (first,) = flagged(ledger, today, "先来的表")
    again = task(ledger, today, "后来的表")
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 11, 19))
    review.decide(ledger, again, cut, today=today)
    page = shown(session, qtbot)
    assert "B" not in page.card.keys
    assert not any_cut(ledger, first, today)
    assert linkable(ledger, first, today, Names(ledger, session.glossary)) == ()
    assert any_cut(ledger, task(ledger, today, "再来的表"), today)


def test_a_cut_that_seems_back_says_so_until_someone_decides(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    draft = {"title": "残疾人月报", "department": "残联", "period": "每月", "form_columns": COLUMNS}
    old = records.add(ledger, DEMANDS, draft, today=today)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 8, 1))
    review.decide(ledger, old, verdict, today=date(2026, 8, 1))
    new = records.add(ledger, DEMANDS, draft | {"title": "更新表"}, today=today)
    held_against_rules(ledger, today, task(ledger, today, "更新表", department="残联", demand=new.number))
    page = shown(session, qtbot)
    (row,) = [item for item in page.side.cuts.rows.items if isinstance(item, Row)]
    assert (row.trailing, row.pill) == ("像是又来了", "amber")
    assert row.foot == "11-19 收到“更新表”"


def test_a_second_recording_is_told_as_one_and_gets_no_letter(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    kept, gone = task(ledger, today, "残疾人台账"), task(ledger, today, "残疾人台账")
    merge(ledger, kept, [gone], today=today)
    page = shown(session, qtbot, "decided")
    words = [label.text() for label in page.card.findChildren(QLabel)]
    assert any(text.startswith("同一件登记了两次，") for text in words)
    assert not any("必要" in text for text in words)
    assert not page.has_letter()
    with qtbot.waitSignal(session.said, timeout=PATIENCE_MS) as told:
        key(page, "l")
    assert "作废" in told.args[0].zh
