"""Whoever sits at the window says so, and what is done from then on is put down under that name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from tests.ui.waiting import settled, until

from mingbai.desk import records
from mingbai.desk.colleagues import colleagues
from mingbai.desk.timeline import timeline_sheet
from mingbai.domain.column import Uid
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.ledger.history import history
from mingbai.ledger.ledger import Entry
from mingbai.ui.session import Session
from mingbai.ui.shell.who import NOBODY, Who

ASKED = {"received_on": "2026-11-24", "department": "民政局", "title": "上报重点人群台账"}


def colleague(session: Session, name: str, **more: object) -> Entry:
    return records.add(session.ledger, STAFF, {"name": name, **more}, today=session.today)


def recorders(session: Session, entry: Entry) -> list[str]:
    return [step.who for step in history(session.ledger, entry.uid)]


@pytest.fixture
def button(qtbot, session: Session) -> Who:
    whole = QWidget()
    qtbot.addWidget(whole)
    made = Who(session, whole)
    made.whole = whole  # type: ignore[attr-defined]
    return made


def test_one_who_works_alone_is_not_asked(session: Session, button: Who) -> None:
    assert button.isHidden()
    colleague(session, "李梅")
    settled(session)
    assert button.isHidden()
    colleague(session, "赵敏", until="2026-11-23")
    colleague(session, "王强", since="2026-11-25")
    settled(session)
    assert button.isHidden()
    colleague(session, "钱 & 孙")
    until(lambda: not button.isHidden())
    assert button.text() == NOBODY.zh
    assert list(colleagues(session.ledger, session.today).values()) == ["李梅", "钱 & 孙"]


def test_the_name_stands_in_what_is_done_from_then_on(session: Session, button: Who) -> None:
    li, qian = colleague(session, "李梅"), colleague(session, "钱 & 孙")
    entry = records.add(session.ledger, TASKS, ASKED, today=session.today)
    assert [column.head for column in timeline_sheet(session.ledger, entry, "zh").columns] == ["时间", "事项"]
    session.sits_down(qian.uid)
    assert button.text() == "钱 && 孙"
    entry = records.change(session.ledger, entry, {"note": "已报"}, today=session.today)
    session.sits_down(li.uid)
    session.undo()
    until(lambda: recorders(session, entry) == ["", "钱 & 孙", "李梅"])
    sheet = timeline_sheet(session.ledger, entry, "en")
    assert [column.head for column in sheet.columns][-1] == "Recorded by"
    assert [row.cells[-1] for row in sheet.rows] == ["", "钱 & 孙", "李梅"]
    session.stands_up()
    assert button.text() == NOBODY.zh
    (entry,) = session.ledger.entries(TASKS)
    records.change(session.ledger, entry, {"note": "不报了"}, today=session.today)
    assert recorders(session, entry)[-1] == ""


def test_who_is_remembered_by_the_entry_of_the_list(session: Session, button: Who) -> None:
    li, _ = colleague(session, "李梅"), colleague(session, "王强")
    session.sits_down(li.uid)
    li = records.change(session.ledger, li, {"name": "李小梅"}, today=session.today)
    until(lambda: button.text() == "李小梅")
    again = Session(session.ledger, session.look, session.memory, today=session.today)
    again.runner.close()
    assert again.who == "李小梅"
    # Who left is no longer put down, also where the window stands open over it.
    records.change(session.ledger, li, {"until": "2026-11-23"}, today=session.today)
    until(button.isHidden)
    assert session.who == ""


@pytest.mark.parametrize("kept", [7, ["x"], Uid("no such entry"), ""])
def test_what_was_remembered_may_be_anything(session: Session, kept: object) -> None:
    colleague(session, "李梅")
    colleague(session, "王强")
    session.memory.keep(f"who/{session.ledger.device.uuid}", kept)
    again = Session(session.ledger, session.look, session.memory, today=session.today)
    again.runner.close()
    assert again.who == ""
