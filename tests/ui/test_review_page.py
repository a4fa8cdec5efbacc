"""The page Review: one key decides and the next entry opens; suggestions, rechecks and what became of cuts."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear

from mingbai.desk import comebacks, records, recurring, review
from mingbai.desk.live_flags import refresh
from mingbai.desk.review import Verdict
from mingbai.desk.spoken_days import times_a_year
from mingbai.desk.watch import Watch
from mingbai.domain.demand import DEMANDS
from mingbai.domain.review import DECISIONS, FLAGS, Assessment, Decision, Method
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.agenda.rows import Row
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.agenda.whole_rows import WholeRows
from mingbai.ui.importing.foot import CANCEL
from mingbai.ui.look.look import Look
from mingbai.ui.pages.cut_choice import CutChoice
from mingbai.ui.pages.key_row import KeyRow
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.pages.review_chips import CHIPS
from mingbai.ui.pages.review_cut import METHODS
from mingbai.ui.pages.review_room import NARROW
from mingbai.ui.pages.review_words import ASSESS_FIRST, EMPTY, FLAG_IT, NOT_HERE, THEN_CUT
from mingbai.ui.panel.verdict_keys import VERDICTS
from mingbai.ui.session import Session


def task(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": title, **more}
    return records.add(ledger, TASKS, draft, today=today)


def flagged(ledger: Ledger, today: date, *titles: str) -> list[Entry]:
    """The first title comes first in the list."""
    entries = [task(ledger, today, title) for title in titles]
    for entry in reversed(entries):
        review.flag(ledger, entry, f"理由 {entry.stored['title']}", today=today)
    return entries


@pytest.fixture
def weekly(ledger: Ledger, today: date) -> Entry:
    draft = {
        "title": "环境周报",
        "department": "民政局",
        "period": "每周",
        "minutes": "90",
        "starts_on": "2026-11-2",
    }
    return records.add(ledger, DEMANDS, draft, today=today)


def shown(session: Session, qtbot: QtBot, chip: str = "") -> ReviewPage:
    page = ReviewPage(session)
    qtbot.addWidget(page)
    if chip:
        page.restore({"chip": chip})
    page.resize(1076, 768)
    page.show()
    page.arrive()
    settle(page, qtbot)
    return page


def settle(page: ReviewPage, qtbot: QtBot) -> None:
    def quiet() -> None:
        assert page.review is not None
        assert not page.session.runner.busy
        assert not page._changed.isActive()

    qtbot.waitUntil(quiet, timeout=20_000)


def titles(found: AgendaList) -> list[str]:
    return [item.title for item in found.rows.items if isinstance(item, Row)]


def current(page: ReviewPage) -> str:
    row = page.list.current()
    return "" if row is None else row.title


def said(page: ReviewPage) -> list[str]:
    return [label.text() for label in page.card.findChildren(QLabel)]


def key(page: ReviewPage, pressed: str) -> None:
    QTest.keyClicks(page.list, pressed)


def decisions(ledger: Ledger) -> list[Decision]:
    return [entry.record for entry in ledger.entries(DECISIONS)]


def test_one_key_decides_and_the_next_entry_opens(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    first, _ = flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    assert current(page) == "甲"
    with qtbot.waitSignal(session.done) as done:
        key(page, "4")
        assert current(page) == "乙"
    settle(page, qtbot)
    assert done.args is not None
    assert done.args[0].zh == "研判为“建议核减”：甲"
    (decision,) = decisions(ledger)
    assert (decision.subject, decision.assessment) == (first.uid, Assessment.CUT)
    assert titles(page.list) == ["乙"]


@pytest.mark.parametrize(
    ("pressed", "assessment"),
    [
        ("1", Assessment.NEEDED),
        ("2", Assessment.MERGE),
        ("3", Assessment.SIMPLIFY),
        ("4", Assessment.CUT),
        ("5", Assessment.NOT_OURS),
    ],
)
def test_each_key_has_its_assessment(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot, pressed: str, assessment: Assessment
) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    key(page, pressed)
    settle(page, qtbot)
    assert [one.assessment for one in decisions(ledger)] == [assessment]


def test_undecided_leaves_it_waiting_and_goes_on(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    key(page, "0")
    settle(page, qtbot)
    assert titles(page.list) == ["甲", "乙"]
    assert current(page) == "乙"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_key_is_called_as_the_list_is(language: Language) -> None:
    # 待研判 above and 待研判 below were two things: what nobody looked at yet, and what was left open.
    lists = {words.into(language) for words in CHIPS.values()}
    keys = {one.words.into(language) for one in VERDICTS.values()}
    assert not lists & keys


def test_a_held_key_decides_once(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    key(page, "111")
    settle(page, qtbot)
    assert len(decisions(ledger)) == 1


def test_undo_brings_it_back(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    key(page, "1")
    settle(page, qtbot)
    assert titles(page.list) == []
    undo(ledger)
    settle(page, qtbot)
    assert titles(page.list) == ["甲"]


def test_several_are_decided_by_one_key_and_undone_by_one(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙", "丙")
    page = shown(session, qtbot)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "已选 2 条，一次研判" in said(page)
    key(page, "2")
    settle(page, qtbot)
    assert titles(page.list) == ["丙"]
    assert [one.assessment for one in decisions(ledger)] == [Assessment.MERGE] * 2
    undo(ledger)
    settle(page, qtbot)
    assert titles(page.list) == ["甲", "乙", "丙"]


def test_the_open_entry_shows_evidence_and_basis(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    rule = next(
        e for e in ledger.entries(RULES) if e.stored["confidence"] == "verified" and e.stored["in_use"]
    )
    entry = task(ledger, today, "甲")
    review.flag(ledger, entry, str(rule.stored["code"]), today=today, evidence="“照片”")
    page = shown(session, qtbot)
    told = said(page)
    assert "“照片”" in told
    assert "“年度实际发文数量一般只减不增；防止以‘白头’、便笺、多文合一等方式规避发文数量管理”" in told
    assert "原文已核" in told


def test_a_row_does_not_say_its_title_twice(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    entry = task(ledger, today, "上报照片")
    rule = ledger.entries(RULES)[0]
    review.flag(ledger, entry, str(rule.stored["code"]), today=today, evidence="上报照片")
    (row,) = [item for item in shown(session, qtbot).list.rows.items if isinstance(item, Row)]
    assert row.title == "上报照片"
    assert row.aside == rule.stored["gist"]


def test_enter_opens_the_entry_in_the_panel(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    (entry,) = flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    with qtbot.waitSignal(session.entry_asked) as asked:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].uid == entry.uid


def test_when_nothing_waits_it_says_how_one_flags(session: Session, qtbot: QtBot) -> None:
    page = shown(session, qtbot)
    assert page.empty.isVisible()
    assert page.empty.title.text() == EMPTY["waiting"].zh
    assert page.empty.text.text() == FLAG_IT.zh
    assert not page.card.isVisible()


def test_a_suggestion_is_carried_out_by_two_keys(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    review.decide(ledger, weekly, Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot, "suggestions")
    key(page, "c")
    assert page.card.asks_method
    key(page, "1")
    settle(page, qtbot)
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
    settle(page, qtbot)
    assert decisions(ledger)[0].effective_from is None
    assert page.card._problem is not None
    since.setText("11月1日")
    note.setFocus()
    note.insert("民政局王科电话答复 ")
    QTest.keyClicks(note, "1")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert page.list.hasFocus()
    QTest.keyClicks(page.list, "1")
    settle(page, qtbot)
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
    settle(page, qtbot)
    assert any("次数没有减少" in text for text in said(page))
    assert line.text() == "52"
    line.setText("12")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(page, qtbot)
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
    settle(page, qtbot)
    assert page.went.told.text() == "甲：建议核减，在“建议待执行”里"
    assert (page.went.isVisible(), current(page)) == (True, "乙")
    key(page, "c")
    assert (current(page), page.card.asks_method, page.chips["suggestions"].isChecked()) == ("甲", True, True)
    key(page, "1")
    settle(page, qtbot)
    assert [(one.title, one.effective_from) for one in decisions(ledger)] == [("甲", today)]
    assert (current(page), page.chips["waiting"].isChecked()) == ("乙", True), "one goes on where one was"
    assert page.went.told.text() == "甲：已核减，在“已研判”里"
    undo(ledger)
    settle(page, qtbot)
    assert page.went.told.text() == "甲：建议核减，在“建议待执行”里"
    undo(ledger)
    settle(page, qtbot)
    assert not page.went.isVisible()


def test_keys_pressed_at_once_are_all_heard(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    key(page, "4c")
    settle(page, qtbot)
    assert page.card.asks_method
    page.refresh()
    settle(page, qtbot)
    key(page, "1")
    settle(page, qtbot)
    assert [one.method for one in decisions(ledger)] == [Method.CANCELLED]


def test_a_question_given_up_leads_back_to_what_waits(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    key(page, "2")
    settle(page, qtbot)
    key(page, "c")
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert (current(page), page.chips["waiting"].isChecked()) == ("乙", True)
    assert page.went.isVisible()


def test_in_little_room_the_status_bar_names_the_next_key(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    page.resize(900, 340)
    with qtbot.waitSignal(session.added) as told:
        key(page, "4")
    assert told.args == [THEN_CUT]
    assert not page.went.isVisible()


def test_before_anything_is_assessed_the_key_says_what_comes_first(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    with qtbot.waitSignal(session.said) as told:
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
    settle(page, qtbot)
    row = page.list.current()
    assert row is not None
    assert (row.title, row.trailing) == ("环境周报", "已核减，11-24")
    assert page.card.keys == frozenset()
    assert "已核减，11-24" in said(page)


def decision_of(ledger: Ledger, entry: Entry) -> Entry:
    return next(one for one in ledger.entries(DECISIONS) if one.stored["subject"] == entry.uid)


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


def test_the_lists_are_reached_by_arrow_keys(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲")
    review.decide(ledger, weekly, Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.list.hasFocus)

    def aside(pressed: Qt.Key) -> str:
        focus = page.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, pressed)
        return next(code for code, chip in page.chips.items() if chip.isChecked())

    ways = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert [aside(one) for one in ways] == ["waiting", "suggestions", "rechecks", "decided", "decided"]
    assert page.list.hasFocus()
    assert [aside(Qt.Key.Key_Left) for _ in range(3)] == ["rechecks", "suggestions", "waiting"]
    assert all("← →" in chip.toolTip() for chip in page.chips.values())


def test_by_name_as_cut_is_marked_only_what_the_key_would_mark(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    review.decide(ledger, weekly, Verdict(assessment=Assessment.NEEDED), today=today)
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    by_name = next(one for one in page.commands() if one.keys == "C")
    assert not by_name.can_run()
    key(page, "4")
    settle(page, qtbot)
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
    settle(page, qtbot)
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


def test_the_same_data_of_several_units_opens_its_rows(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    columns = "姓名;住址;年龄;残疾等级"
    entries = [
        task(ledger, today, f"表 {department}", department=department, form_columns=columns)
        for department in ("民政局", "卫健局")
    ]
    page = shown(session, qtbot)
    (row,) = page.side.many.rows.items
    assert isinstance(row, Row)
    assert (row.trailing, row.blocks) == ("2 家", 2)
    with qtbot.waitSignal(session.list_asked) as asked:
        page.side.many.entered.emit(row.what)
    assert asked.args is not None
    assert asked.args[0] == "task"
    assert all(entry.uid in asked.args[1] for entry in entries)


def test_chips_count_what_waits(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    review.decide(ledger, weekly, Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot)
    assert [chip.text() for chip in page.chips.values()] == [
        "待研判  2",
        "建议待执行  1",
        "复查到期",
        "已研判  1",
    ]


def test_it_speaks_english(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    flagged(ledger, today, "Form")
    wear(session, Look(language="en"))
    page = shown(session, qtbot)
    assert page.chips["waiting"].text() == "Undecided  1"
    assert {"Evidence", "Basis", "Needed"} <= set(said(page))


def test_it_comes_back_to_the_open_entry(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    again = ReviewPage(session)
    qtbot.addWidget(again)
    again.restore(page.state())
    again.show()
    again.arrive()
    settle(again, qtbot)
    assert current(again) == "乙"


def test_commands_are_the_keys_by_name(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    commands = {command.keys or command.heard: command for command in reversed(page.commands())}
    assert set(commands) == {*"123450OMBCL", "← →", ""}
    assert {keys for keys, command in commands.items() if not command.can_run()} == {*"OMBC"}
    commands["1"].run()
    settle(page, qtbot)
    assert [flag.stored["state"] for flag in ledger.entries(FLAGS)] == ["dismissed"]
    assert not commands["1"].can_run()


def test_an_open_panel_goes_along_with_the_keys(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    entries = flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.list.hasFocus)
    opened: list[str] = []
    session.entry_asked.connect(lambda entry: opened.append(entry.uid))
    page.follow(follows=True)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: opened == [entries[1].uid])


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
    with qtbot.waitSignal(session.entry_asked) as asked:
        key(page, "o")
    assert asked.args is not None
    assert asked.args[0].uid == old.uid
    with qtbot.waitSignal(session.done) as done:
        key(page, "m")
    assert done.args is not None
    assert done.args[0].zh == f"1 条已并入 {old.number}"
    settle(page, qtbot)
    (decision,) = decisions(ledger)
    assert (decision.subject, decision.merged_into) == (new.uid, old.uid)
    assert titles(page.list) == []
    undo(ledger)
    settle(page, qtbot)
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
    settle(page, qtbot)
    assert decisions(ledger) == [], "one alone has nothing to go into"
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    key(page, "m")
    settle(page, qtbot)
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
    settle(page, qtbot)
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
        review.decide(ledger, entry, verdict, today=date(2026, 11, 20))
    flagged(ledger, today, "改了名的新表")
    page = shown(session, qtbot)
    key(page, "b")
    (choice,) = page.findChildren(CutChoice)
    assert titles(choice.list) == ["旧表", "别家的表"], "the same unit's first"
    QTest.keyClick(choice.list, Qt.Key.Key_Return)
    settle(page, qtbot)
    back = [one.subject for one in decisions(ledger) if one.came_back_on == date(2026, 11, 19)]
    assert back == [own.uid]
    qtbot.waitUntil(lambda: not page.findChildren(CutChoice))


def test_without_a_cut_there_is_nothing_to_choose(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "新表")
    page = shown(session, qtbot)
    assert "B" not in page.card.keys
    assert not any("减过的又来了" in button.text() for button in page.card.findChildren(QPushButton))


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


def test_the_next_day_an_emptied_chip_hides_nothing(session: Session, qtbot: QtBot, today: date) -> None:
    flagged(session.ledger, today, "又来的报表")
    page = shown(session, qtbot, "suggestions")
    assert page.state()["chip"] == "waiting"
    assert titles(page.list) == ["又来的报表"]
    page.show_chip("suggestions")
    page.refresh()
    qtbot.waitUntil(lambda: not session.runner.busy)
    assert page.state()["chip"] == "suggestions"  # chosen by hand it stays, empty as it is


@pytest.mark.parametrize("part", ["", "waiting", "rechecks"])
def test_who_comes_for_what_waits_finds_it(session: Session, qtbot: QtBot, today: date, part: str) -> None:
    page = shown(session, qtbot)
    page.show_chip("decided")
    page.come()
    page.arrive()
    qtbot.waitUntil(lambda: not session.runner.busy)
    assert page.state()["chip"] == "decided", "where nothing waits it is as it was left"
    flagged(session.ledger, today, "又来的报表")
    settle(page, qtbot)
    page.come(part)
    page.arrive()
    assert page.state()["chip"] == (part or "waiting")
    qtbot.waitUntil(lambda: not session.runner.busy)
    if part == "rechecks":
        page.show_chip("waiting")
    else:
        assert titles(page.list) == ["又来的报表"]
    again = ReviewPage(session)
    qtbot.addWidget(again)
    again.restore({"chip": "decided", "row": ""})
    again.come()
    again.arrive()
    settle(again, qtbot)
    assert again.state()["chip"] == "waiting"


@pytest.mark.parametrize("pressed", ["4", "C", "1", "0"])
def test_a_key_that_does_nothing_says_so(
    session: Session, ledger: Ledger, qtbot: QtBot, today: date, pressed: str
) -> None:
    (entry,) = flagged(ledger, today, "甲")
    review.decide(ledger, entry, Verdict(assessment=Assessment.NEEDED), today=today)
    page = shown(session, qtbot, "decided")
    assert titles(page.list)
    assert page.list._said == "没有其他研判过的", "what waits is another list"
    with qtbot.waitSignal(session.said) as told:
        key(page, pressed)
    assert told.args is not None
    assert told.args[0].zh == "这个键在“已研判”里不起作用，要研判的在“待研判”里"
    assert len(decisions(ledger)) == 1
    page.show_chip("waiting")
    if pressed != "C":
        with qtbot.waitSignal(session.said) as told:
            QTest.keyClicks(page, pressed)
        assert told.args == [EMPTY["waiting"]]
        flagged(ledger, today, "乙")
        settle(page, qtbot)
        with qtbot.waitSignal(session.said) as told:
            key(page, "b")
        assert told.args == [NOT_HERE]


def test_over_an_empty_list_the_keys_still_lead_on(session: Session, qtbot: QtBot, today: date) -> None:
    page = shown(session, qtbot)
    page.activateWindow()
    page.arrive()
    qtbot.waitUntil(lambda: not session.runner.busy)
    qtbot.waitUntil(page.chips["waiting"].hasFocus)
    flagged(session.ledger, today, "新来的")
    qtbot.waitUntil(page.list.hasFocus)


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


def test_two_clicks_open_the_row_of_the_first_one(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙", "丙")
    page = shown(session, qtbot)
    opened: list[str] = []
    session.entry_asked.connect(lambda entry: opened.append(entry.stored["title"]))
    place = page.list.visualRect(page.list.rows.index(1)).center()
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened[-1] == "乙"


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
    qtbot.waitUntil(lambda: rows.rows.rowCount() == 14)
    holder = page.side.findChildren(WholeRows)[0]
    more = holder.more
    # No room is left below the words.
    qtbot.waitUntil(lambda: page.height() == height and holder.height() - more.geometry().bottom() <= 1)
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


def test_the_side_of_one_cut_is_no_higher_than_it(
    ledger: Ledger, today: date, session: Session, qtbot: QtBot
) -> None:
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    review.decide(ledger, task(ledger, today, "月度材料"), cut, today=today)
    page = shown(session, qtbot)
    qtbot.waitUntil(lambda: page.side.cuts.rows.rowCount() == 1)
    row = page.side.cuts.sizeHintForRow(0)
    qtbot.waitUntil(lambda: page.side.cuts.height() == row)
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
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 1)
    frame = page.list.parentWidget()
    assert frame is not None
    qtbot.waitUntil(lambda: frame.height() <= 60)
    assert page.list.hasFocus() or page.list.isVisible()
    assert page.card.height() < page.height() // 2
    # With another one the list has its room again.
    flagged(ledger, today, "乙材料")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 2)
    qtbot.waitUntil(lambda: frame.height() > 200)


def test_asking_how_a_cut_is_carried_out_moves_no_panel(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    wear(session, Look(language="en"))
    review.decide(ledger, task(ledger, today, "材料"), Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot, "suggestions")
    page.resize(1076, 680)
    page.show_chip("suggestions")
    qtbot.waitUntil(lambda: page.width() == 1076 and bool(page.card.keys))
    before = (page.card.width(), page.side.width())
    page.press("C")
    qtbot.wait(100)
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
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()) > 0)


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
    qtbot.waitUntil(second_is_seen)
    # With room again each says why it waits.
    row = page.list.sizeHintForRow(0)
    page.resize(1254, 900)
    qtbot.waitUntil(lambda: page.list.sizeHintForRow(0) > row)


def test_in_little_room_the_title_stands_whole(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    title = next(label for label in page.findChildren(QLabel) if label.text() == page.words.zh)
    page.resize(page.width(), page.minimumHeight() + 60)
    QTest.qWait(20)
    assert title.height() >= title.fontMetrics().height()


def test_in_a_narrow_window_what_was_cut_takes_the_place_of_what_waits(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "材料")
    page = shown(session, qtbot, "waiting")
    assert page.beside.isHidden()
    page.resize(session.look.px(NARROW) - 10, 700)
    qtbot.waitUntil(lambda: page.beside.isVisible() and page.card.isVisible())
    assert page.side.isHidden()
    page.beside.click()
    assert (page.side.isVisible(), page.list.isVisible(), page.card.isVisible()) == (True, False, False)
    qtbot.keyClick(page, "1")
    page.press("1")
    assert not ledger.entries(DECISIONS), "nothing that is open is seen"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert (page.side.isVisible(), page.list.isVisible(), page.card.isVisible()) == (False, True, True)
