"""A place adds its own entries to any list by a form: what is missing is told beside the field, nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.waiting import settled, until

from mingbai.desk.catalogues import Catalogue
from mingbai.desk.lists import Question, asked_of
from mingbai.domain.activity import ACTIVITIES
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.register import Register
from mingbai.domain.rule import RULES
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.drafts import drafts
from mingbai.ui.form.form import CAPTION, FieldRow
from mingbai.ui.look.look import Look
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.panel.adding import AddDialog
from mingbai.ui.session import Session
from mingbai.ui.settings.lists import LISTS, ListsSection

ADDABLE = [register for register, _ in LISTS]


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def opened(session: Session, register: Register[Any], around: QWidget) -> AddDialog:
    dialog = AddDialog(session, register, around)
    dialog.open()
    QApplication.processEvents()
    return dialog


def write(dialog: AddDialog, name: str, text: str) -> None:
    dialog.form.reveal(name)
    box = dialog.form.rows[name].editor.box
    box.setFocus()
    QTest.keyClicks(box, text) if text.isascii() else box.take(text)


def test_a_rule_without_source_or_date_is_refused_by_name_and_what_was_typed_stays(
    session: Session, around: QWidget
) -> None:
    before = len(session.ledger.entries(RULES))
    dialog = opened(session, RULES, around)
    write(dialog, "code", "QH-1")
    write(dialog, "gist", "不得要求每天打卡")
    dialog.save()
    settled(session)
    assert "“QH-1”没有写来源文件" in dialog.form.rows["source"].note
    assert "“QH-1”没有写发布时间" in dialog.form.rows["issued"].note
    assert dialog.notice.text
    assert dialog.isVisible()
    assert len(session.ledger.entries(RULES)) == before
    assert dialog.typed == {"code": "QH-1", "gist": "不得要求每天打卡"}

    write(dialog, "source", "清禾街道减负办法")
    write(dialog, "issued", "2026-05")
    assert dialog.notice.text == ""
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settled(session)
    assert not dialog.isVisible()
    made = session.ledger.entries(RULES)[-1]
    assert (made.stored["code"], made.stored["source"], made.stored["in_use"]) == (
        "QH-1",
        "清禾街道减负办法",
        1,
    )
    assert drafts(session.ledger) == {}


def test_what_must_be_filled_in_is_said_and_a_wrong_field_at_once(session: Session, around: QWidget) -> None:
    dialog = opened(session, RULES, around)
    assert dialog.form.rows["code"].note == "必填"
    write(dialog, "code", "QH-1")
    assert dialog.form.rows["code"].note == ""
    dialog.form.rows["code"].editor.box.take("")
    assert dialog.form.rows["code"].note == "必填"
    write(dialog, "valid_from", "第三季度")
    QTest.keyClick(dialog.form.rows["valid_from"].editor.box, Qt.Key.Key_Tab)
    assert dialog.form.rows["valid_from"].note
    dialog.save()
    settled(session)
    assert "请填写" in dialog.form.rows["code"].note
    assert dialog.form.rows["code"].editor.box.hasFocus()


def test_the_field_that_lacks_something_is_marked_while_one_is_in_it(
    session: Session, around: QWidget
) -> None:
    dialog = opened(session, RULES, around)
    dialog.save()
    settled(session)
    box = dialog.form.rows["code"].editor.box
    until(box.hasFocus)
    assert box.property("tone") == "error"
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert box.property("tone") == "error", "and when it is left as it is"
    box.take("QH-1")
    assert box.property("tone") != "error"


def test_half_typed_text_is_there_when_the_form_is_opened_again(session: Session, around: QWidget) -> None:
    dialog = opened(session, DEPARTMENTS, around)
    write(dialog, "name", "湖区治理专班")
    dialog.reject()
    settled(session)
    again = opened(session, DEPARTMENTS, around)
    assert again.typed == {"name": "湖区治理专班"}
    again.clear()
    again.reject()
    settled(session)
    assert drafts(session.ledger) == {}


def test_a_new_unit_that_is_not_saved_stays_unknown(session: Session, around: QWidget) -> None:
    dialog = opened(session, MEETINGS, around)
    write(dialog, "department", "湖区治理专班")
    QTest.keyClick(dialog.form.rows["department"].editor.box, Qt.Key.Key_Tab)
    assert "湖区治理专班" not in dialog.form.rows["department"].note, "a new unit is no mistake"
    dialog.clear()
    dialog.reject()
    settled(session)
    assert session.naming.is_new(DEPARTMENTS.code, "湖区治理专班")
    with pytest.raises(Mistake, match="湖区治理专班"):
        asked_of(session.ledger, MEETINGS, Question("department=湖区治理专班"), session.glossary)


def test_two_of_one_name_are_refused(session: Session, around: QWidget) -> None:
    name = str(session.ledger.entries(DEPARTMENTS)[0].stored["name"])
    dialog = opened(session, DEPARTMENTS, around)
    write(dialog, "name", name)
    dialog.save()
    settled(session)
    assert dialog.isVisible()
    assert dialog.notice.text


@pytest.mark.parametrize("register", ADDABLE, ids=lambda one: one.code)
def test_every_list_has_its_button_on_its_page_and_in_the_settings(
    qtbot: QtBot, session: Session, register: Register[Any]
) -> None:
    page = RegisterPage(session, register.code)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.arrive()
    settled(session)
    assert page.add_button.isVisible()
    assert register.words.zh in page.add_button.accessibleName()
    page.add_button.click()
    (dialog,) = page.window().findChildren(AddDialog)
    assert {row.field.name for row in dialog.form.rows.values() if row.field.required} <= {
        name for name, row in dialog.form.rows.items() if row.isVisible()
    }
    dialog.reject()


def test_assignments_are_written_in_the_line_above(qtbot: QtBot, session: Session) -> None:
    page = RegisterPage(session, TASKS.code)
    qtbot.addWidget(page)
    page.show()
    assert not page.add_button.isVisible()
    assert not any(command.code == "task.add" for command in page.commands())


def test_an_added_one_is_shown_in_the_list(qtbot: QtBot, session: Session) -> None:
    page = RegisterPage(session, STAFF.code)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.arrive()
    settled(session)
    page.begin_adding()
    (dialog,) = page.window().findChildren(AddDialog)
    write(dialog, "name", "欧阳春")
    dialog.save()
    settled(session)
    until(lambda: page.view.current() is not None)
    current = page.view.current()
    assert current is not None
    assert current.stored["name"] == "欧阳春"


def test_the_settings_name_a_shipped_row_that_is_not_taken_in(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = ListsSection(session)
    qtbot.addWidget(section)
    section.show()
    section.read()
    settled(session)
    assert section.notice.text == ""
    shipped = Catalogue.rows
    lacking = {"code": "XX-1", "rule_zh": "没有出处", "document_zh": "", "source_zh": ""}

    def rows(self: Catalogue) -> list[dict[str, str]]:
        return [*shipped(self), shipped(self)[0] | lacking] if self.register is RULES else shipped(self)

    monkeypatch.setattr(Catalogue, "rows", rows)
    section.read()
    settled(session)
    assert "“XX-1”没有写来源文件" in section.notice.text


def test_in_english_the_english_twins_are_offered(session: Session, around: QWidget) -> None:
    wear(session, Look(language="en"))
    dialog = opened(session, RULES, around)
    assert dialog.windowTitle() == "Add to Rules"
    assert dialog.form.rows["gist_en"].isVisible()
    dialog.reject()


def test_what_happens_today_needs_no_day(session: Session, around: QWidget) -> None:
    dialog = opened(session, MEETINGS, around)
    assert dialog.form.rows["held_on"].note == "不填就是今天"
    assert dialog.form.rows["title"].note == "必填"
    write(dialog, "department", "民政局")
    write(dialog, "title", "业务部署会")
    dialog.save()
    settled(session)
    (entry,) = session.ledger.entries(MEETINGS)
    assert entry.stored["held_on"] == session.today.isoformat()
    # A day that cannot be one is not taken for nothing.
    dialog = opened(session, MEETINGS, around)
    for name, text in (("held_on", "13-45"), ("department", "民政局"), ("title", "又一次")):
        write(dialog, name, text)
    dialog.save()
    settled(session)
    assert len(session.ledger.entries(MEETINGS)) == 1


def test_the_limit_an_issue_goes_by_is_offered_from_the_list(session: Session, qtbot) -> None:
    row = FieldRow(session, ISSUES.fields["limit_used"])
    qtbot.addWidget(row)
    assert row.editor.completion is not None
    assert [one.name.zh for one in row.editor.offered("3个")] == ["3个工作日"]
    assert row.editor.offered("一般诉求") == []


def test_labels_take_up_to_a_third_where_they_are_long(session: Session, around: QWidget) -> None:
    for register in (ACTIVITIES, RULES):
        form = opened(session, register, around).form
        widths = {row._label.width() for row in form.rows.values()}
        longest = max(row.label_width for row in form.rows.values())
        assert widths == {max(session.look.px(CAPTION), min(longest, form.width() // 3))}
        assert max(widths) > session.look.px(CAPTION)
