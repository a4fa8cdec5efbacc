"""The fields of the side panel: every one saves by itself, and nothing typed is lost."""

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
from tests.ui.panel.recording import ISSUE, TASK, VISIT, WEEKLY, current, retype, saved
from tests.ui.waiting import settled

from mingbai.desk import records
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES
from mingbai.domain.place import PLACES
from mingbai.domain.register import Register
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.visit import VISITS
from mingbai.domain.words import Words
from mingbai.ledger.drafts import drafts
from mingbai.ui.form.form import FieldRow
from mingbai.ui.look.look import PAGE_SIDE, Look
from mingbai.ui.panel.panel import SIDE, RecordPanel
from mingbai.ui.session import Session


def test_a_field_saves_itself_on_enter(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    retype(panel, "title", "chongdian")
    assert current(panel).stored["title"] == "chongdian"
    retype(panel, "due_on", "12-3")
    assert current(panel).record.due_on == date(2026, 12, 3)


def test_only_what_lists_mask_is_said_to_be_shown_in_full_here(panel: RecordPanel) -> None:
    for more, said in (({}, ""), ({"resident": "刘小芳"}, "resident")):
        panel.show_entry(saved(panel.session, VISITS, VISIT | more))
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


def test_half_typed_text_comes_back(qtbot, panel: RecordPanel) -> None:
    session = panel.session
    entry = saved(session, ISSUES, ISSUE)
    panel.show_entry(entry)
    QTest.keyClicks(panel.note.box, "half a no")
    settled(session, 500)
    assert any("half a no" in str(text) for _, text in drafts(session.ledger).values())
    again = RecordPanel(session)
    qtbot.addWidget(again)
    again.show_entry(entry)
    assert again.note.text == "half a no"


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


def test_a_field_that_is_folded_is_shown_and_begun_with(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, ISSUES, ISSUE))
    assert panel._form is not None
    row = panel._form.rows["solved"]
    assert row.isHidden()
    panel.reveal("solved", begin=True)
    settled(panel)
    assert row.isVisible()
    assert row.editor.box.hasFocus()


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


def test_the_ring_around_the_name_leaves_its_letters_room(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    settled(panel)
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
    settled(panel)
    assert (due.text, due.offered("")) == ("每月3日", ())
    assert panel._form is not None
    assert panel._form.rows["minutes_source"].isHidden(), "of no minutes nobody asks for the source"
    panel.show_entry(saved(panel.session, DEMANDS, WEEKLY | {"minutes": "90"}))
    assert not panel._form.rows["minutes_source"].isHidden()


def test_a_form_shown_again_after_that_of_another_register_is_as_high_as_its_rows(panel: RecordPanel) -> None:
    session = panel.session
    short, visit = saved(session, TASKS, TASK), saved(session, VISITS, VISIT)
    long = saved(session, TASKS, TASK | {"note": "各社区按要求报送" * 12, "document": "民发〔2026〕3号"})
    for _ in range(3):
        for entry in (short, visit, long, short, long):
            panel.show_entry(entry)
            form = panel._form
            assert form is not None
            for _ in range(2):
                settled(session)
                layout = form.layout()
                assert layout is not None
                assert form.height() == layout.totalHeightForWidth(form.width())
                form.unfold()
