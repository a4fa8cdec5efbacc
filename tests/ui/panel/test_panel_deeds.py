"""What one does in the panel besides writing: decide, note, solve, erase, say what came."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.panel.recording import ISSUE, TASK, WEEKLY, current, retype, saved
from tests.ui.waiting import PATIENCE_MS, double_click_within, settled

from mingbai.desk import records, review
from mingbai.desk.review import Verdict
from mingbai.domain.absence import ABSENCES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES, PROGRESS
from mingbai.domain.review import DECISIONS, Assessment
from mingbai.domain.task import TASKS
from mingbai.ledger import undo
from mingbai.ledger.backups import backup_folder, backups
from mingbai.ledger.check import check
from mingbai.ledger.drafts import drafts
from mingbai.ui.command import Command
from mingbai.ui.panel.erasing import EraseDialog
from mingbai.ui.panel.panel import RecordPanel


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
    settled(panel)
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
    with double_click_within(PATIENCE_MS):
        for _ in range(2):
            panel.foot.findChildren(QPushButton)[0].click()
            settled(panel.session)
    assert current(panel).stored["satisfaction"] is None


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
    settled(panel, 400)
    command = erase_command(panel)
    assert command is not None
    with qtbot.waitSignals([panel.close_asked, session.said], timeout=PATIENCE_MS):
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


def test_what_comes_every_day_says_its_day_once(panel: RecordPanel) -> None:
    draft = {"title": "平安日报", "department": "民政局", "period": "每天", "starts_on": "2026-11-18"}
    panel.show_entry(saved(panel.session, DEMANDS, draft))
    said = [label.text() for label in panel.awaited.findChildren(QLabel)]
    assert "期限 11-20" in said
    assert not [one for one in said if one.count("11-20") > 1]


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
    settled(panel)
    panel.awaited.buttons[3].click()
    settled(session)
    (absence,) = session.ledger.entries(ABSENCES)
    assert absence.stored["period_key"] == "2026-W46"
    settled(panel)
    assert [button.text() for button in panel.awaited.buttons] == ["来了", "没来"]
    panel.show_entry(saved(session, TASKS, TASK))
    assert panel.awaited.isHidden()


def test_what_may_still_come_is_not_asked_about(panel: RecordPanel) -> None:
    later = {**WEEKLY, "period": "每季", "due_day": "85", "title": "季度小结", "starts_on": "2026-10-01"}
    panel.show_entry(saved(panel.session, DEMANDS, later))
    assert panel.awaited.buttons == []
