"""The rules as a list in the window: told how sure they are, switched off, edited, and never without a source."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.waiting import settled, until

from mingbai.desk import records
from mingbai.desk.live_flags import refresh_all
from mingbai.domain.review import FLAGS
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry
from mingbai.ledger.undo import undo
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.session import Session


def rule(session: Session, code: str) -> Entry:
    return next(one for one in session.ledger.entries(RULES) if one.stored["code"] == code)


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> RecordPanel:
    made = RecordPanel(session)
    qtbot.addWidget(made)
    made.resize(364, 760)
    made.show()
    return made


def retype(panel: RecordPanel, name: str, text: str) -> None:
    editor = dict(panel._editors())[name]
    assert panel._form is not None
    panel._form.reveal(name)
    editor.box.setFocus()
    editor.box.selectAll()
    QTest.keyClick(editor.box, Qt.Key.Key_Delete)
    QTest.keyClicks(editor.box, text)
    QTest.keyClick(editor.box, Qt.Key.Key_Return)
    settled(panel.session)


def test_the_list_says_which_rules_are_known_from_reports_alone(qtbot: QtBot, session: Session) -> None:
    page = RegisterPage(session, RULES.code)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.arrive()
    page.ask("可信度=报道所见，请核对原文")
    settled(session)
    model = page.view.model()
    assert model is not None
    shown = [
        str(model.index(0, column).data(Qt.ItemDataRole.DisplayRole)) for column in range(model.columnCount())
    ]
    assert "报道所见，请核对原文" in shown


def test_a_source_or_date_taken_away_is_told_beside_the_field(session: Session, panel: RecordPanel) -> None:
    panel.show_entry(rule(session, "GD-DOC-1"))
    assert panel._form is not None
    for name, said in (("source", "“GD-DOC-1”没有写来源文件"), ("words", "读不懂")):
        before = rule(session, "GD-DOC-1").stored[name]
        retype(panel, name, "" if name == "source" else "(a")
        assert said in str(panel._form.rows[name].note)
        assert rule(session, "GD-DOC-1").stored[name] == before


def test_a_rule_is_switched_off_and_edited_and_undo_takes_it_back(
    session: Session, panel: RecordPanel
) -> None:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": "网格员每天打卡"}
    records.add(session.ledger, TASKS, draft, today=session.today)
    refresh_all(session.ledger, today=session.today)
    assert len(session.ledger.entries(FLAGS)) == 1
    panel.show_entry(rule(session, "APP26-2"))
    retype(panel, "excluded", "lingzaocan")
    assert rule(session, "APP26-2").record.excluded == ("lingzaocan",)
    records.change(session.ledger, rule(session, "APP26-2"), {"in_use": "否"}, today=session.today)
    refresh_all(session.ledger, today=session.today)
    assert session.ledger.entries(FLAGS) == []
    undo(session.ledger)
    assert rule(session, "APP26-2").record.in_use


def test_chips_tell_what_is_in_use_switched_off_and_known_from_reports(
    qtbot: QtBot, session: Session
) -> None:
    rules = session.ledger.entries(RULES)
    counts = {
        "": len(rules),
        "used": sum(one.stored["in_use"] == 1 for one in rules),
        "off": sum(one.stored["in_use"] == 0 for one in rules),
        "reported": sum(one.stored["confidence"] == "secondary" for one in rules),
    }
    assert all(counts.values())
    page = RegisterPage(session, RULES.code)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.arrive()
    until(lambda: page.chips.count_of("reported") != "")
    assert {where: page.chips.count_of(where) for where in counts} == {
        where: str(count) for where, count in counts.items()
    }
    page.ask("reported")
    settled(session)
    shown = page.view.rows.rows
    assert len(shown) == counts["reported"]


def shown(page: RegisterPage) -> list[list[str]]:
    model = page.view.model()
    assert model is not None
    return [
        [str(model.index(row, at).data(Qt.ItemDataRole.DisplayRole)) for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> RegisterPage:
    made = RegisterPage(session, RULES.code)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.arrive()
    settled(session)
    return made


@pytest.mark.parametrize(
    ("text", "codes"), [("未见文号", "XC15-1"), ("要照片轨迹", "APP26-4"), ("借调", "GD-SEC-1")]
)
def test_a_rule_is_found_by_the_name_its_flags_have(
    session: Session, page: RegisterPage, text: str, codes: str
) -> None:
    page.search.setText(text)
    until(lambda: 0 < page.view.rows.rowCount() < 20)
    settled(session)
    found = [row.entry for row in page.view.rows.rows]
    cited = [
        one.stored["code"]
        for one in found
        if text in (one.register.fields["families"].show(one.stored["families"], "zh", lambda uid, _: uid))
    ]
    assert cited or codes in [one.stored["code"] for one in found]
    page._forget_search()
    assert page.search._empty.isHidden()


def test_a_rule_is_switched_off_by_its_menu_and_the_list_says_so(
    session: Session, page: RegisterPage, panel: RecordPanel
) -> None:
    panel.show_entry(rule(session, "GD-DOC-1"))
    command = next(one for one in panel.commands() if one.words.zh == "停用")
    command.run()
    settled(session)
    assert rule(session, "GD-DOC-1").stored["in_use"] == 0
    assert "启用" in [one.words.zh for one in panel.commands()]
    page.ask("code=GD-DOC-1")
    settled(session)
    assert "已停用" in shown(page)[0]


def test_kinds_are_told_and_typed_in_words(session: Session, panel: RecordPanel) -> None:
    kinds = RULES.fields["kinds"]
    assert kinds.show(rule(session, "GD-DOC-1").stored["kinds"], "zh", lambda uid, _: uid) == "文件"
    changed = records.change(
        session.ledger, rule(session, "GD-DOC-1"), {"kinds": "文件、会议"}, today=session.today
    )
    assert changed.record.kinds == ("DOC", "MTG")
