"""The side panel: every field saves by itself, one key decides, nothing typed is lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear

from mingbai.desk import records, review
from mingbai.desk.flagged import OWN_WORDS
from mingbai.desk.live_flags import refresh
from mingbai.desk.review import Verdict
from mingbai.desk.watch import Watch
from mingbai.domain.absence import ABSENCES
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS, Level
from mingbai.domain.issue import ISSUES, PROGRESS
from mingbai.domain.place import PLACES
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, FLAGS, Assessment
from mingbai.domain.rule import RULES
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS, TaskKind
from mingbai.domain.visit import VISITS
from mingbai.domain.words import Words
from mingbai.ledger import undo
from mingbai.ledger.backups import backup_folder, backups
from mingbai.ledger.check import check
from mingbai.ledger.drafts import drafts
from mingbai.ledger.ledger import Entry
from mingbai.ui.command import Command
from mingbai.ui.look.look import PAGE_SIDE, Look
from mingbai.ui.panel.erasing import EraseDialog
from mingbai.ui.panel.flag_card import MEANT_TOO, NOT_MEANT, OTHER
from mingbai.ui.panel.form import FieldRow
from mingbai.ui.panel.panel import SIDE, RecordPanel
from mingbai.ui.session import Session

TASK = {"received_on": "2026-11-23", "department": "民政局", "title": "重点人群台账", "due_on": "2026-11-27"}
ISSUE = {"accepted_at": "2026-11-24 9:30", "title": "路灯不亮", "resident": "王小明"}


def saved(session: Session, register: Register, draft: dict[str, str]) -> Entry:
    return records.add(session.ledger, register, draft, today=session.today)


def settled(session: Session) -> None:
    for _ in range(2000):
        QTest.qWait(10)
        if not session.runner.busy:
            return
    raise AssertionError("it does not come to rest")


@pytest.fixture
def panel(qtbot, session: Session) -> RecordPanel:
    made = RecordPanel(session)
    qtbot.addWidget(made)
    made.resize(364, 760)
    made.show()
    return made


def current(panel: RecordPanel) -> Entry:
    assert panel.entry is not None
    return panel.entry


def retype(panel: RecordPanel, name: str, text: str) -> None:
    editor = dict(panel._editors())[name]
    assert panel._form is not None
    panel._form.reveal(name)
    editor.box.setFocus()
    editor.box.selectAll()
    QTest.keyClicks(editor.box, text)
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    settled(panel.session)


def test_a_field_saves_itself_on_enter(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    retype(panel, "title", "chongdian")
    assert current(panel).stored["title"] == "chongdian"
    retype(panel, "due_on", "12-3")
    assert current(panel).record.due_on == date(2026, 12, 3)


def test_only_what_lists_mask_is_said_to_be_shown_in_full_here(panel: RecordPanel) -> None:
    visit = {"title": "走访", "visited_on": "2026-11-23", "place": "新湖花园"}
    for more, said in (({}, ""), ({"resident": "刘小芳"}, "resident")):
        panel.show_entry(saved(panel.session, VISITS, visit | more))
        assert panel._form is not None
        noted = [name for name, row in panel._form.rows.items() if row.note]
        assert noted == ([said] if said else [])


@pytest.mark.parametrize(
    ("register", "name", "lines"),
    [
        (DEMANDS, "minutes", "每次用时\n（分钟）"),
        (CERTIFICATES, "route", "告知的\n办理途径"),
        (PLACES, "code", "村（社区）\n代码"),
        (DEMANDS, "due_day", "到期日"),
        (DEMANDS, "department", "交办单位"),
    ],
)
def test_in_a_label_of_two_lines_brackets_stay_whole_and_no_sign_stands_alone(
    session: Session, qtbot: QtBot, register: Register[Any], name: str, lines: str
) -> None:
    row = FieldRow(session, register.fields[name])
    qtbot.addWidget(row)
    assert lines in [label.text() for label in row.findChildren(QLabel)]


def test_brackets_that_fill_more_than_a_line_of_their_own_wrap_with_the_rest(
    session: Session, qtbot: QtBot
) -> None:
    long = "到期日（每期第几天）"
    row = FieldRow(session, DEMANDS.fields["due_day"], called=Words(long, long))
    qtbot.addWidget(row)
    assert long in [label.text() for label in row.findChildren(QLabel)]


def test_what_cannot_stand_is_told_beside_the_field_and_stays(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    retype(panel, "due_on", "13-45")
    assert panel._form is not None
    row = panel._form.rows["due_on"]
    assert row.note
    assert row.editor.text == "13-45"
    assert current(panel).record.due_on == date(2026, 11, 27)


def test_a_unit_that_joined_the_list_meanwhile_is_offered_and_no_news(panel: RecordPanel) -> None:
    session = panel.session
    panel.show_entry(saved(session, TASKS, TASK))
    editor = dict(panel._editors())["department"]
    assert editor.news("梅溪河道所") is not None
    assert [one.name.zh for one in editor.offered("梅溪")] == []
    saved(session, DEPARTMENTS, {"name": "梅溪河道所"})
    settled(session)
    assert editor.news("梅溪河道所") is None
    assert [one.name.zh for one in editor.offered("梅溪")] == ["梅溪河道所"]


def test_one_key_decides_a_flagged_entry_and_undo_takes_it_back(panel: RecordPanel) -> None:
    session = panel.session
    entry = saved(session, TASKS, TASK)
    review.flag(session.ledger, entry, "与 6 月的表相同", today=session.today)
    panel.show_entry(entry)
    assert panel.flags.isVisible()
    panel.setFocus()
    QTest.keyClick(panel, Qt.Key.Key_4)
    settled(session)
    assert [one.stored["assessment"] for one in session.ledger.entries(DECISIONS)] == ["cut"]
    assert not panel.flags.isVisible()
    undo.undo(session.ledger)
    QTest.qWait(50)
    assert session.ledger.entries(DECISIONS) == []
    assert panel.flags.isVisible()


def test_of_a_decision_only_what_can_be_typed_takes_the_focus(panel: RecordPanel) -> None:
    session = panel.session
    task, verdict = saved(session, TASKS, TASK), Verdict(assessment=Assessment.CUT)
    panel.show_entry(review.decide(session.ledger, task, verdict, today=session.today))
    retype(panel, "minutes_before", "60")
    assert current(panel).record.minutes_before == 60
    assert panel._form is not None
    written_by_its_deed = panel._form.rows["assessment"].editor.box
    assert written_by_its_deed.isReadOnly()
    assert not written_by_its_deed.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_digit_typed_into_a_field_decides_nothing(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    retype(panel, "title", "4")
    assert panel.session.ledger.entries(DECISIONS) == []


def test_in_a_field_ctrl_decides_and_alt_is_left_to_the_pages(panel: RecordPanel) -> None:
    session = panel.session
    entry = saved(session, TASKS, TASK)
    review.flag(session.ledger, entry, "与 6 月的表相同", today=session.today)
    panel.show_entry(entry)
    box = dict(panel._editors())["title"].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    settled(session)
    assert session.ledger.entries(DECISIONS) == []
    QTest.keyClick(box, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    settled(session)
    assert [one.stored["assessment"] for one in session.ledger.entries(DECISIONS)] == ["cut"]
    keys = {command.keys for command in panel.commands()}
    assert "Ctrl+4" in keys
    assert "Alt+4" not in keys


def test_the_wheel_scrolls_the_panel_and_no_field_in_it(panel: RecordPanel) -> None:
    note = "\n".join(f"第 {n} 行" for n in range(40))
    panel.show_entry(saved(panel.session, TASKS, {**TASK, "note": note}))
    box = dict(panel._editors())["note"].box
    turned = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -240),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    assert box.verticalScrollBar().maximum() > 0
    QApplication.sendEvent(box.viewport(), turned)
    assert box.verticalScrollBar().value() == 0
    box.setFocus()
    QApplication.sendEvent(box.viewport(), turned)
    assert box.verticalScrollBar().value() > 0


def test_a_note_is_added_to_an_issue(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, ISSUES, ISSUE))
    panel.note.setFocus()
    QTest.keyClicks(panel.note.box, "called")
    QTest.keyClick(panel.note.box, Qt.Key.Key_Return)
    settled(panel.session)
    assert [one.stored["text"] for one in panel.session.ledger.entries(PROGRESS)] == ["called"]
    assert panel.note.text == ""


def test_a_note_stands_once_and_not_in_the_history_below_too(panel: RecordPanel) -> None:
    entry = saved(panel.session, ISSUES, ISSUE)
    panel.show_entry(entry)
    before = panel.history_button.text()
    panel.note.box.take("已上门看过")
    QTest.keyClick(panel.note.box, Qt.Key.Key_Return)
    settled(panel.session)
    assert any(label.text() == "已上门看过" for label in panel.progress.findChildren(QLabel))
    panel.history_button.click()
    assert not any("已上门看过" in label.text() for label in panel.history.findChildren(QLabel))
    assert panel.history_button.text() == before == "办理经过 1 条"
    panel.set_lying(True)
    panel.set_lying(False)
    panel.show_entry(saved(panel.session, TASKS, TASK))
    assert panel.history_button.text() == "办理经过 1 条", "called the same everywhere"


def test_half_typed_text_comes_back(qtbot, panel: RecordPanel) -> None:
    session = panel.session
    entry = saved(session, ISSUES, ISSUE)
    panel.show_entry(entry)
    QTest.keyClicks(panel.note.box, "half a no")
    QTest.qWait(500)
    settled(session)
    assert any("half a no" in str(text) for _, text in drafts(session.ledger).values())
    again = RecordPanel(session)
    qtbot.addWidget(again)
    again.show_entry(entry)
    assert again.note.text == "half a no"


def test_an_issue_is_solved_by_one_button(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, ISSUES, ISSUE))
    for code in ("solved", "not"):
        next(one for one in panel.commands() if one.code == f"panel.end.{code}").run()
        settled(panel.session)
    assert current(panel).stored["solved"] == "solved"
    assert current(panel).stored["closed_at"]
    assert current(panel).stored["satisfaction"] == "not"
    assert current(panel).stored["told_on"] == panel.session.today.isoformat()
    assert panel.foot.isHidden()


def test_the_second_half_of_a_double_click_answers_nothing(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, ISSUES, ISSUE))
    for _ in range(2):
        panel.foot.findChildren(QPushButton)[0].click()
        settled(panel.session)
    assert current(panel).stored["satisfaction"] is None


def test_every_field_has_a_name_in_english_too(qtbot, session: Session) -> None:
    wear(session, Look(language="en"))
    made = RecordPanel(session)
    qtbot.addWidget(made)
    made.show_entry(saved(session, TASKS, TASK))
    names = [editor.box.accessibleName() for _, editor in made._editors()]
    assert all(name and name.isascii() for name in names)


def test_lying_under_the_list_it_shows_what_decides(panel: RecordPanel) -> None:
    panel.set_lying(True)
    panel.show_entry(saved(panel.session, TASKS, TASK))
    assert panel.flags.isVisible()
    assert panel._name is not None
    assert panel._form is not None
    assert not panel._name.isVisible()
    assert panel._form.isVisible()


def test_a_limit_that_nobody_set_is_not_hidden(qtbot, session: Session) -> None:
    entry = records.add(
        session.ledger,
        TASKS,
        {"received_on": "2026-11-23", "department": "民政局", "title": "台账"},
        today=session.today,
    )
    panel = RecordPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_entry(entry)
    form = panel._forms[next(iter(panel._forms))][1]
    assert not form.rows["due_on"].isHidden()
    assert form.rows["document"].isHidden()


def noticed(session: Session, title: str, **more: str) -> Entry:
    entry = saved(session, TASKS, TASK | {"title": title, "document": "〔2026〕3号"} | more)
    refresh(session.ledger, Watch(session.ledger, session.today), [entry], today=session.today)
    return entry


def link(panel: RecordPanel, words: Words) -> QPushButton:
    text = panel.session.word(words)
    return next(one for one in panel.flags.findChildren(QPushButton) if one.text() == text)


def test_what_an_entry_resembles_opens_from_its_flag(panel: RecordPanel, session: Session, qtbot) -> None:
    columns = "残疾类别;残疾等级;监护人;就业情况"
    old = saved(session, TASKS, TASK | {"received_on": "2026-06-03", "form_columns": columns})
    panel.show_entry(noticed(session, "康复登记", form_columns=columns))
    with qtbot.waitSignal(session.entry_asked) as asked:
        link(panel, OTHER).click()
    assert asked.args[0].uid == old.uid


def test_a_correction_teaches_the_rule_the_words_that_are_not_meant(
    panel: RecordPanel, session: Session
) -> None:
    entry = noticed(session, "网格员每天打卡领早餐")
    panel.show_entry(entry)
    link(panel, NOT_MEANT).click()
    assert panel.answers.correcting.isVisible()
    assert panel.answers.correcting.line.text == "网格员每天打卡领早餐"
    panel.answers.correcting.line.box.setFocus()
    panel.flags.show_flags(panel.flags.flags)
    assert panel.answers.correcting.isVisible()
    assert panel.answers.correcting.line.box.hasFocus()
    panel.answers.correcting.line.box.selectAll()
    panel.answers.correcting.line.box.insertPlainText("打卡领早餐")
    QTest.keyClick(panel.answers.correcting.line.box, Qt.Key.Key_Return)
    settled(session)
    assert not panel.answers.correcting.isVisible()
    (flag,) = session.ledger.entries(FLAGS)
    rule = session.ledger.entry(RULES, str(flag.stored["rule"]))
    assert rule is not None
    assert "打卡领早餐" in rule.record.excluded
    assert flag.stored["state"] == "dismissed"
    undo.undo(session.ledger)
    assert [one.stored["state"] for one in session.ledger.entries(FLAGS)] == ["open"]


def test_a_rule_that_a_person_cited_learns_the_words_by_one_key(panel: RecordPanel, session: Session) -> None:
    _, entry = (
        saved(session, TASKS, TASK | {"title": title, "document": "〔2026〕3号"})
        for title in ("抄写安全标语", "各楼栋抄写安全标语")
    )
    flag = review.flag(session.ledger, entry, "APP26-2", today=session.today)
    panel.show_entry(entry)
    link(panel, MEANT_TOO).click()
    line = panel.answers.teaching.line
    assert panel.answers.teaching.isVisible()
    assert line.text == "各楼栋抄写安全标语"
    assert panel.answers.teaching.reach.text() == "已有记录里只有这一条有这几个字"
    line.box.selectAll()
    line.box.insertPlainText("抄")
    QTest.keyClick(line.box, Qt.Key.Key_Return)
    settled(session)
    assert line.note == "至少写两个字"
    line.box.insertPlainText("写安全标语")
    QTest.qWait(300)
    assert panel.answers.teaching.reach.text() == "另有 1 条已有记录也有这几个字"
    QTest.keyClick(line.box, Qt.Key.Key_Return)
    settled(session)
    assert not panel.answers.teaching.isVisible()
    rule = session.ledger.entry(RULES, str(flag.stored["rule"]))
    assert rule is not None
    assert "抄写安全标语" in rule.record.words
    undo.undo(session.ledger)
    rule = session.ledger.entry(RULES, rule.uid)
    assert rule is not None
    assert "抄写安全标语" not in rule.record.words


def test_a_correction_stands_below_its_own_flag(panel: RecordPanel, session: Session) -> None:
    panel.show_entry(noticed(session, "网格员每天打卡，上报安装率"))
    first, second = (
        one for one in panel.flags.findChildren(QPushButton) if one.text() == session.word(NOT_MEANT)
    )
    for one in (first, second):
        one.click()
        settled(session)
        line = panel.answers.correcting.mapTo(panel, QPoint()).y()
        assert one.mapTo(panel, QPoint()).y() < line
        assert one is second or line < second.mapTo(panel, QPoint()).y()


def test_a_persons_own_reason_is_not_begun_twice(panel: RecordPanel, session: Session) -> None:
    entry = saved(session, TASKS, TASK | {"document": "〔2026〕3号"})
    reason = "与上月报的那张表相比，十一列里有九列相同"
    review.flag(session.ledger, entry, reason, today=session.today)
    panel.show_entry(entry)
    told = [label.text() for label in panel.flags.findChildren(QLabel)]
    assert told.count(session.word(OWN_WORDS)) == 1
    assert [text for text in told if text.startswith(reason[:6])] == [reason]


def test_a_flag_that_goes_by_no_words_is_set_aside_at_once(panel: RecordPanel, session: Session) -> None:
    panel.show_entry(noticed(session, "报表", due_on="2026-11-23"))
    link(panel, NOT_MEANT).click()
    settled(session)
    assert not panel.answers.correcting.isVisible()
    assert [one.stored["state"] for one in session.ledger.entries(FLAGS)] == ["dismissed"]


def erase_command(panel: RecordPanel) -> Command | None:
    return next((one for one in panel.commands() if one.code == "panel.erase"), None)


def test_a_person_is_erased_after_one_question_and_the_panel_closes(
    qtbot: QtBot, panel: RecordPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = panel.session
    person = {**ISSUE, "phone": "13800000071"}
    entry, other = saved(session, ISSUES, person), saved(session, ISSUES, {**person, "title": "漏水"})
    saved(session, ISSUES, {**ISSUE, "title": "another of this name", "phone": "13800000072"})
    draft = {"issue": entry.number, "noted_at": session.now, "text": "rang twice"}
    records.add(session.ledger, PROGRESS, draft, today=session.today)
    panel.show_entry(entry)
    command = erase_command(panel)
    assert command is not None
    asked: list[tuple[str, str]] = []

    def answer(dialog: EraseDialog) -> bool:
        asked.append((dialog.text, dialog.others.text()))
        return dialog.others.isChecked()

    monkeypatch.setattr(EraseDialog, "exec", answer)
    command.run()
    settled(session)
    ((text, others),) = asked
    assert text == ("这会清空 1 条记录的全部内容、办理进展 1 条，只留编号。清除后不能撤销，也查不到。")
    assert others == "另有 1 条记录是同一个姓名和电话，一起清除"
    assert current(panel).stored["resident"] == "王小明"

    def mean_it(dialog: EraseDialog) -> bool:
        dialog.others.setChecked(True)
        assert dialog.text.startswith("这会清空 2 条记录的全部内容")
        return True

    monkeypatch.setattr(EraseDialog, "exec", mean_it)
    editor = dict(panel._editors())["resident"]
    panel._form.reveal("resident")  # type: ignore[union-attr]
    editor.box.setFocus()
    QTest.keyClicks(editor.box, "half typed")
    QTest.qWait(400)
    command = erase_command(panel)
    assert command is not None
    with qtbot.waitSignals([panel.close_asked, session.said]):
        command.run()
    settled(session)
    panel.show_entry(None)
    settled(session)
    assert panel.entry is None
    left = [str(one.stored["title"]) for one in session.ledger.entries(ISSUES)]
    assert left == ["another of this name"]
    assert session.ledger.entries(PROGRESS) == []
    assert drafts(session.ledger) == {}
    assert check(session.ledger).findings == ()
    (backup,) = backups(backup_folder(session.ledger.path))
    assert backup.manifest.why == "erase"
    # What stays in the bin is a number; it opens, and there is nothing to erase in it.
    for uid in (entry.uid, other.uid):
        tombstone = session.ledger.entry(ISSUES, uid)
        assert tombstone is not None
        panel.show_entry(tombstone)
        assert erase_command(panel) is None


def test_an_entry_that_says_nothing_of_a_person_has_nothing_to_erase(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    assert erase_command(panel) is None


WEEKLY = {
    "title": "环境周报",
    "department": "民政局",
    "period": "每周",
    "due_day": "3",
    "starts_on": "2026-11-09",
}


def test_what_came_or_not_is_said_where_the_recurring_assignment_is_open(panel: RecordPanel) -> None:
    session = panel.session
    panel.show_entry(saved(session, DEMANDS, WEEKLY))
    shown = [button.accessibleName() for button in panel.awaited.buttons]
    assert shown == [
        "来了：第48周",
        "没来：第48周",
        "来了：第47周",
        "没来：第47周",
        "来了：第46周",
        "没来：第46周",
    ]
    panel.awaited.buttons[2].click()
    settled(session)
    (task,) = session.ledger.entries(TASKS)
    assert (task.stored["period_key"], task.stored["received_on"]) == ("2026-W47", "2026-11-18")
    QTest.qWait(20)
    panel.awaited.buttons[3].click()
    settled(session)
    (absence,) = session.ledger.entries(ABSENCES)
    assert absence.stored["period_key"] == "2026-W46"
    QTest.qWait(20)
    assert [button.text() for button in panel.awaited.buttons] == ["来了", "没来"]
    panel.show_entry(saved(session, TASKS, TASK))
    assert panel.awaited.isHidden()


def test_a_field_that_is_folded_is_shown_and_begun_with(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, ISSUES, ISSUE))
    assert panel._form is not None
    row = panel._form.rows["solved"]
    assert row.isHidden()
    panel.reveal("solved", begin=True)
    QTest.qWait(30)
    assert row.isVisible()
    assert row.editor.box.hasFocus()


def test_the_colour_of_an_offered_name_covers_its_row(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    editor = dict(panel._editors())["kind"]
    assert panel._form is not None
    panel._form.reveal("kind")
    editor.box.setFocus()
    QTest.keyClick(editor.box, Qt.Key.Key_Down)
    assert editor.completion is not None
    assert editor.completion._list is not None
    listed = editor.completion._list._list
    assert listed.isVisible()
    for row in range(listed.count()):
        item = listed.item(row)
        assert listed.visualItemRect(item).height() == listed.itemWidget(item).height()


def test_what_may_still_come_is_not_asked_about(panel: RecordPanel) -> None:
    later = {**WEEKLY, "period": "每季", "due_day": "85", "title": "季度小结", "starts_on": "2026-10-01"}
    panel.show_entry(saved(panel.session, DEMANDS, later))
    assert panel.awaited.buttons == []


def test_esc_in_a_field_takes_back_what_was_typed_before_it_closes_the_entry(
    panel: RecordPanel, session: Session
) -> None:
    panel.show_entry(saved(session, TASKS, TASK))
    asked: list[bool] = []
    panel.close_asked.connect(lambda: asked.append(True))
    editor = dict(panel._editors())["title"]
    editor.box.setFocus()
    editor.box.selectAll()
    QTest.keyClicks(editor.box, "abc")
    QTest.keyClick(editor.box, Qt.Key.Key_Escape)
    assert editor.box.toPlainText() == "重点人群台账"
    assert not asked
    QTest.keyClick(editor.box, Qt.Key.Key_Escape)
    assert asked == [True]
    assert current(panel).stored["title"] == "重点人群台账"


def test_nobody_becomes_a_colleague_by_a_slip_of_the_key(panel: RecordPanel, session: Session) -> None:
    records.add(session.ledger, STAFF, {"name": "李梅"}, today=session.today)
    panel.show_entry(saved(session, TASKS, TASK))
    editor = dict(panel._editors())["owner"]
    retype(panel, "owner", "Benby")
    assert panel._form is not None
    assert "人员名单里没有" in panel._form.rows["owner"].note
    assert [entry.stored["name"] for entry in session.ledger.entries(STAFF)] == ["李梅"]
    assert current(panel).record.owner is None
    editor.box.selectAll()
    QTest.keyClicks(editor.box, "Bea")
    assert editor.completion is not None
    assert [named.new for named in editor.completion.names] == [True]
    QTest.keyClick(editor.box, Qt.Key.Key_Down)
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    settled(session)
    assert session.glossary.show(str(current(panel).stored["owner"]), "zh") == "Bea"


def test_an_hour_is_typed_as_people_say_it(panel: RecordPanel, session: Session) -> None:
    panel.show_entry(saved(session, TASKS, TASK))
    for said, stored in (("2 pm", "14:00"), ("9:30", "09:30")):
        retype(panel, "due_time", said)
        settled(session)
        assert current(panel).stored["due_time"] == stored
    retype(panel, "due_time", "Thursday")
    assert panel._form is not None
    assert "下午2点" in panel._form.rows["due_time"].note


def test_under_the_list_it_begins_and_ends_with_it(panel: RecordPanel, session: Session) -> None:
    panel.set_lying(True)
    panel.show_entry(saved(session, ISSUES, ISSUE))
    panel.resize(900, 300)
    QApplication.processEvents()
    title = panel.head._which
    assert title.mapTo(panel, QPoint()).x() == PAGE_SIDE
    last = panel.foot.findChildren(QPushButton)[-1]
    assert last.mapTo(panel, last.rect().topRight()).x() == panel.width() - PAGE_SIDE - 1
    panel.set_lying(False)
    QApplication.processEvents()
    assert title.mapTo(panel, QPoint()).x() == SIDE


@pytest.mark.parametrize(("issued", "shown"), [("2024-08-06", "2024-08-06 周二"), ("2024", "2024")])
def test_a_rule_was_issued_on_a_day_or_in_a_year(
    panel: RecordPanel, session: Session, issued: str, shown: str
) -> None:
    draft = {"code": "QH-1", "gist": "不得要求打卡", "source": "清禾街道减负办法", "issued": issued}
    entry = records.add(session.ledger, RULES, {**draft, "valid_from": "2024-08-06"}, today=session.today)
    panel.show_entry(entry)
    assert panel._form is not None
    rows = panel._form.rows
    assert rows["issued"].editor.box.toPlainText() == shown
    assert rows["valid_from"].editor.box.toPlainText() == "2024-08-06 周二"
    rows["issued"].editor.setFocus()
    assert rows["issued"].editor.text == issued


def test_in_english_a_text_in_both_languages_is_called_by_its_plain_name(qtbot, session: Session) -> None:
    wear(session, Look(language="en"))
    panel = RecordPanel(session)
    qtbot.addWidget(panel)
    panel.show_entry(next(one for one in session.ledger.entries(RULES) if one.stored["area_en"]))
    assert panel._form is not None
    rows = panel._form.rows

    def called(name: str) -> str:
        return " ".join(
            label.text() for label in rows[name].findChildren(QLabel) if label.buddy() is not None
        )

    assert called("area_en") == "Area"
    assert called("area") == "Area, in Chinese"
    assert called("code") == "Code"


def test_choices_are_seen_on_coming_by_tab_and_none_is_taken_unasked(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    assert panel._form is not None
    panel._form.unfold()
    QTest.qWait(30)
    rows = panel._form.rows
    order = [row.editor for row in rows.values()]
    kind = rows["kind"].editor
    before, after = (order[order.index(kind) + step] for step in (-1, 1))
    closed: list[bool] = []
    panel.close_asked.connect(lambda: closed.append(True))

    def come() -> None:
        before.box.setFocus()
        QTest.keyClick(before.box, Qt.Key.Key_Tab)
        QTest.qWait(10)
        assert kind.box.hasFocus()
        assert kind.completion is not None
        assert kind.completion.shown

    assert kind.completion is not None
    come()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(kind.box, key)
    settled(panel.session)
    assert current(panel).record.kind is None, "looked at in passing"
    assert after.box.hasFocus()
    assert not kind.completion.shown
    come()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(kind.box, key)
    settled(panel.session)
    assert current(panel).record.kind is next(iter(TaskKind))
    come()
    QTest.keyClick(kind.box, Qt.Key.Key_Escape)
    assert closed == [True], "it does not stand in the way out"


def test_a_field_that_is_to_be_filled_in_shows_its_choices(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, DEPARTMENTS, {"name": "城管办"}))
    panel.reveal("level", begin=True)
    QTest.qWait(30)
    level = dict(panel._editors())["level"]
    assert level.completion is not None
    assert [named.name.zh for named in level.completion.names] == [one.words.zh for one in Level]


def test_the_ring_around_the_name_leaves_its_letters_room(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    QTest.qWait(10)
    assert panel._name is not None
    box = panel._name.box
    letters = box.viewport().mapTo(panel, QPoint()).x()
    assert letters - box.mapTo(panel, QPoint()).x() >= 5
    assert abs(letters - panel.head._which.mapTo(panel, QPoint()).x()) <= 1


def test_the_due_day_of_a_week_is_a_weekday_and_of_a_month_a_date(panel: RecordPanel) -> None:
    entry = saved(panel.session, DEMANDS, {**WEEKLY, "due_day": "5", "minutes": "", "kind": ""})
    panel.show_entry(entry)
    due = dict(panel._editors())["due_day"]
    assert due.text == "周五"
    assert [one.name.zh for one in due.offered("")][::6] == ["周一", "周日"]
    retype(panel, "due_day", "3")
    assert (current(panel).record.due_day, due.text) == (3, "周三")
    records.change(panel.session.ledger, current(panel), {"period": "每月"}, today=panel.session.today)
    QTest.qWait(50)
    assert (due.text, due.offered("")) == ("每月3日", ())
    assert panel._form is not None
    assert panel._form.rows["minutes_source"].isHidden(), "of no minutes nobody asks for the source"
    panel.show_entry(saved(panel.session, DEMANDS, WEEKLY | {"minutes": "90"}))
    assert not panel._form.rows["minutes_source"].isHidden()


def test_a_new_unit_that_is_nearly_known_is_told_and_the_known_one_chosen(
    panel: RecordPanel, session: Session
) -> None:
    saved(session, DEPARTMENTS, {"name": "meixi river office"})
    settled(session)
    panel.show_entry(saved(session, TASKS, TASK))
    editor = dict(panel._editors())["department"]
    editor.box.setFocus()
    editor.box.selectAll()
    QTest.keyClicks(editor.box, "meixi river section")
    assert panel._form is not None
    assert "meixi river office" in panel._form.rows["department"].note
    assert editor.completion is not None
    assert [named.name.en for named in editor.completion.names] == ["meixi river office"]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(editor.box, key)
    settled(session)
    assert session.glossary.show(str(current(panel).stored["department"]), "en") == "meixi river office"
