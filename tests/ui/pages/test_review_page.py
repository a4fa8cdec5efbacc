"""The page Review: one key decides and the next entry opens; its lists and its keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.pages.reviewing import current, decisions, flagged, key, said, shown, task, titles
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk import review
from mingbai.desk.bulk import MANY
from mingbai.desk.review import Verdict
from mingbai.desk.spoken_days import short_day
from mingbai.domain.review import FLAGS, Assessment, Method
from mingbai.domain.rule import RULES
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.agenda.rows import Row
from mingbai.ui.look.look import Look
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.pages.review_chips import CHIPS
from mingbai.ui.pages.review_words import EMPTY, FLAG_IT, NOT_HERE, NOT_READ
from mingbai.ui.panel.verdict_keys import VERDICTS
from mingbai.ui.session import Session


def test_before_it_is_read_it_does_not_say_that_nothing_was_cut(session: Session, qtbot: QtBot) -> None:
    page = ReviewPage(session)
    qtbot.addWidget(page)
    page.resize(1076, 768)
    page.show()
    page.arrive()
    assert page.review is None
    side = page.side
    assert [one.isVisible() for one in (side.no_cuts, side.method_button, side._proof)] == [False] * 3
    settled(page)
    assert side.no_cuts.isVisible()


def test_one_key_decides_and_the_next_entry_opens(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    first, _ = flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    assert current(page) == "甲"
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        key(page, "4")
        assert current(page) == "乙"
    settled(page)
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
    settled(page)
    assert [one.assessment for one in decisions(ledger)] == [assessment]


def test_undecided_leaves_it_waiting_and_goes_on(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    key(page, "0")
    settled(page)
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
    settled(page)
    assert len(decisions(ledger)) == 1


def test_undo_brings_it_back(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    key(page, "1")
    settled(page)
    assert titles(page.list) == []
    undo(ledger)
    settled(page)
    assert titles(page.list) == ["甲"]


def test_several_are_decided_by_one_key_and_undone_by_one(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲", "乙", "丙")
    page = shown(session, qtbot)
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "已选 2 条，一次研判" in said(page)
    key(page, "2")
    settled(page)
    assert titles(page.list) == ["丙"]
    assert [one.assessment for one in decisions(ledger)] == [Assessment.MERGE] * 2
    undo(ledger)
    settled(page)
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


def test_words_of_the_program_itself_stand_in_no_quotation_marks(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    review.flag(ledger, task(ledger, today, "甲"), "TIME-1", today=today)
    told = said(shown(session, qtbot))
    assert "收到当天或者下一个工作日就到期" in told
    assert "“收到当天" not in told
    assert "本软件整理" in told


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
    with qtbot.waitSignal(session.entry_asked, timeout=PATIENCE_MS) as asked:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].uid == entry.uid


def test_when_nothing_waits_it_says_how_one_flags(session: Session, qtbot: QtBot) -> None:
    page = shown(session, qtbot)
    assert page.empty.isVisible()
    assert page.empty.title.text() == EMPTY["waiting"].zh
    assert page.empty.text.text() == FLAG_IT.zh
    assert not page.card.isVisible()


def test_the_lists_are_reached_by_arrow_keys(
    session: Session, ledger: Ledger, today: date, weekly: Entry, qtbot: QtBot
) -> None:
    flagged(ledger, today, "甲")
    review.decide(ledger, weekly, Verdict(assessment=Assessment.CUT), today=today)
    page = shown(session, qtbot)
    page.activateWindow()
    until(page.list.hasFocus)

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
    with qtbot.waitSignal(session.list_asked, timeout=PATIENCE_MS) as asked:
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
    settled(again)
    assert current(again) == "乙"


def test_commands_are_the_keys_by_name(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    flagged(ledger, today, "甲")
    page = shown(session, qtbot)
    commands = {command.keys or command.heard: command for command in reversed(page.commands())}
    assert set(commands) == {*"123450OMBCL", "← →", ""}
    assert {keys for keys, command in commands.items() if not command.can_run()} == {*"OMBC"}
    commands["1"].run()
    settled(page)
    assert [flag.stored["state"] for flag in ledger.entries(FLAGS)] == ["dismissed"]
    assert not commands["1"].can_run()


def test_an_open_panel_goes_along_with_the_keys(
    session: Session, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    entries = flagged(ledger, today, "甲", "乙")
    page = shown(session, qtbot)
    page.activateWindow()
    until(page.list.hasFocus)
    opened: list[str] = []
    session.entry_asked.connect(lambda entry: opened.append(entry.uid))
    page.follow(follows=True)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    until(lambda: opened == [entries[1].uid])


def test_the_next_day_an_emptied_chip_hides_nothing(session: Session, qtbot: QtBot, today: date) -> None:
    flagged(session.ledger, today, "又来的报表")
    page = shown(session, qtbot, "suggestions")
    assert page.state()["chip"] == "waiting"
    assert titles(page.list) == ["又来的报表"]
    page.show_chip("suggestions")
    page.refresh()
    settled(session)
    assert page.state()["chip"] == "suggestions"  # chosen by hand it stays, empty as it is


@pytest.mark.parametrize("part", ["", "waiting", "rechecks"])
def test_who_comes_for_what_waits_finds_it(session: Session, qtbot: QtBot, today: date, part: str) -> None:
    page = shown(session, qtbot)
    page.show_chip("decided")
    page.come()
    page.arrive()
    settled(session)
    assert page.state()["chip"] == "decided", "where nothing waits it is as it was left"
    flagged(session.ledger, today, "又来的报表")
    settled(page)
    page.come(part)
    page.arrive()
    assert page.state()["chip"] == (part or "waiting")
    settled(session)
    if part == "rechecks":
        page.show_chip("waiting")
    else:
        assert titles(page.list) == ["又来的报表"]
    again = ReviewPage(session)
    qtbot.addWidget(again)
    again.restore({"chip": "decided", "row": ""})
    again.come()
    again.arrive()
    settled(again)
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
    with qtbot.waitSignal(session.said, timeout=PATIENCE_MS) as told:
        key(page, pressed)
    assert told.args is not None
    assert told.args[0].zh == "这个键在“已研判”里不起作用，要研判的在“待研判”里"
    assert len(decisions(ledger)) == 1
    page.show_chip("waiting")
    if pressed != "C":
        with qtbot.waitSignal(session.said, timeout=PATIENCE_MS) as told:
            QTest.keyClicks(page, pressed)
        assert told.args == [EMPTY["waiting"]]
        flagged(ledger, today, "乙")
        settled(page)
        with qtbot.waitSignal(session.said, timeout=PATIENCE_MS) as told:
            key(page, "b")
        assert told.args == [NOT_HERE]


def test_over_an_empty_list_the_keys_still_lead_on(session: Session, qtbot: QtBot, today: date) -> None:
    page = shown(session, qtbot)
    page.activateWindow()
    page.arrive()
    settled(session)
    until(page.chips["waiting"].hasFocus)
    flagged(session.ledger, today, "新来的")
    until(page.list.hasFocus)


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


def test_what_is_not_read_is_not_decided(session: Session, qtbot: QtBot) -> None:
    page = ReviewPage(session)
    qtbot.addWidget(page)
    page.show()
    assert page.review is None
    with qtbot.waitSignal(session.said, timeout=PATIENCE_MS) as told:
        key(page, "2")
    assert told.args == [NOT_READ]


def test_the_key_behind_many_is_heard(session: Session, ledger: Ledger, today: date, qtbot: QtBot) -> None:
    flagged(ledger, today, *(f"报表{at}" for at in range(MANY)))
    page = shown(session, qtbot)
    page.list.selectAll()
    key(page, "4c")
    settled(page)
    until(lambda: page.card.asks_method)


def test_of_a_cut_the_card_says_when_to_look_again(
    session: Session, ledger: Ledger, qtbot: QtBot, today: date
) -> None:
    (entry,) = flagged(ledger, today, "甲")
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=today)
    decision = review.decide(ledger, entry, verdict, today=today)
    page = shown(session, qtbot, "decided")
    day = short_day(decision.record.recheck_on, today).zh
    assert f"复查日 {day}" in said(page)
