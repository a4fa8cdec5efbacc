"""Deeds on many rows of a list: they are told, can be stopped, and are taken back as one."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.waiting import settled, until

from mingbai.desk.bulk import MANY
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.task import TASKS, Task
from mingbai.domain.words import Words
from mingbai.ledger.backups import backup_folder, backups
from mingbai.ledger.ledger import Ledger
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.runner import Job
from mingbai.ui.session import STOPPED, Session
from mingbai.ui.table.deeds import DELETING

OF = 3 * MANY
"""More than a list loads at once."""


@pytest.fixture
def page(qtbot: QtBot, session: Session, ledger: Ledger, today: date) -> RegisterPage:
    """A list of many open assignments."""
    unit = ledger.entries(DEPARTMENTS)[0]
    with ledger.act("add", today=today) as act:
        for number in range(OF):
            act.insert(TASKS, Task(received_on=today, department=unit.uid, title=f"第 {number} 件"))
    made = RegisterPage(session, "task")
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.arrive()
    settled(session)
    return made


def delete_all(qtbot: QtBot, page: RegisterPage) -> None:
    """Ctrl+A and Delete."""
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)


def left(session: Session) -> int:
    return len(session.ledger.entries(TASKS))


def test_all_are_deleted_with_progress_after_a_backup_and_come_back_as_one(
    qtbot: QtBot, session: Session, page: RegisterPage
) -> None:
    began: list[Job] = []
    told: list[tuple[int, int]] = []
    done: list[Words] = []
    session.runner.job_began.connect(began.append)
    session.runner.job_told.connect(lambda _, at, of: told.append((at, of)))
    session.done.connect(done.append)
    assert not page.view.rows.is_whole
    delete_all(qtbot, page)
    until(lambda: bool(done))
    assert [job.label for job in began] == [session.word(DELETING)]
    assert told[-1] == (OF - 10, OF)
    assert session.word(done[0]) == f"已删除 {OF} 件"
    assert left(session) == 0
    assert [one.manifest.why for one in backups(backup_folder(session.ledger.path))] == ["delete"]
    settled(session)
    said: list[Words] = []
    session.said.connect(said.append)
    session.undo()
    until(lambda: bool(said))
    assert session.word(said[0]).startswith("已撤销：放入回收站")
    assert left(session) == OF
    assert session.word(Words("正在撤销", "Undoing")) in [job.label for job in began]


def test_stopped_in_the_middle_nothing_is_deleted_and_it_can_be_done_again(
    qtbot: QtBot, session: Session, page: RegisterPage
) -> None:
    said: list[Words] = []
    done: list[Words] = []
    session.said.connect(said.append)
    session.done.connect(done.append)

    def stop(job: Job, at: int, of: int) -> None:
        if of == OF and at > OF // 2:
            job.progress.stop()

    session.runner.job_told.connect(stop, Qt.ConnectionType.DirectConnection)
    delete_all(qtbot, page)
    page.view.deeds.put_into_bin()  # pressed again meanwhile
    assert session.word(said.pop()).startswith("正在删除，请等它做完")
    until(lambda: bool(said))
    assert said == [STOPPED]
    assert (left(session), done) == (OF, [])
    session.runner.job_told.disconnect(stop)
    delete_all(qtbot, page)
    until(lambda: bool(done))
    assert left(session) == 0
