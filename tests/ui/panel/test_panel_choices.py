"""The choices below a field of the panel: seen on coming, whole, and none taken unasked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.panel.recording import TASK, current, retype, saved
from tests.ui.waiting import settled

from mingbai.desk import records
from mingbai.domain.department import DEPARTMENTS, Level
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS, TaskKind
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.session import Session


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


def test_choices_are_seen_on_coming_by_tab_and_none_is_taken_unasked(panel: RecordPanel) -> None:
    panel.show_entry(saved(panel.session, TASKS, TASK))
    assert panel._form is not None
    panel._form.unfold()
    settled(panel)
    rows = panel._form.rows
    order = [row.editor for row in rows.values()]
    kind = rows["kind"].editor
    before, after = (order[order.index(kind) + step] for step in (-1, 1))
    closed: list[bool] = []
    panel.close_asked.connect(lambda: closed.append(True))

    def come() -> None:
        before.box.setFocus()
        QTest.keyClick(before.box, Qt.Key.Key_Tab)
        settled(panel)
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
    settled(panel)
    level = dict(panel._editors())["level"]
    assert level.completion is not None
    assert [named.name.zh for named in level.completion.names] == [one.words.zh for one in Level]


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
