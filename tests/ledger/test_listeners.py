"""Whoever listens is told of each save once it is safe, and can do no harm to it."""

from __future__ import annotations

from pathlib import Path
from threading import Thread

import pytest
from tests.ledger.samples import added, assert_whole, binned, changed, department, issue, passed_over

from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.words import Fault, Trouble
from mingbai.ledger.erase import erase
from mingbai.ledger.ledger import Change, Ledger
from mingbai.ledger.undo import redo, undo


@pytest.fixture
def heard(ledger: Ledger) -> list[Change]:
    changes: list[Change] = []
    ledger.listeners.append(changes.append)
    return changes


def test_what_was_saved_is_told_by_register(ledger: Ledger, heard: list[Change]) -> None:
    with ledger.act("import") as act:
        uid = act.insert(ISSUES, issue())
        act.change(ISSUES, uid, {"note": "x"})
        unit = act.insert(DEPARTMENTS, department())
        assert heard == [], "nothing is told before it is saved"
    (told,) = heard
    assert told == Change(act.id, "import", {"issue": frozenset({uid}), "department": frozenset({unit})})


def test_every_deed_is_told(ledger: Ledger, heard: list[Change]) -> None:
    (uid,) = added(ledger, issue())
    changed(ledger, uid, title="二")
    binned(ledger, uid)
    undo(ledger)
    redo(ledger)
    erase(ledger, [uid])
    assert [change.deed for change in heard] == ["add", "change", "bin", "undo", "redo", "erase"]
    assert {uid for change in heard for uid in change.uids["issue"]} == {uid}


def test_what_changed_nothing_is_not_told(ledger: Ledger, heard: list[Change]) -> None:
    (uid,) = added(ledger, issue("一"))
    changed(ledger, uid, title="二")
    with passed_over(ledger):
        changed(ledger, uid, title="三")
    heard.clear()
    changed(ledger, uid, title="三")
    with ledger.act("add"):
        pass
    with pytest.raises(KeyError), ledger.act("add") as act:
        act.change(ISSUES, uid, {"title": "四"}) and act.change(ISSUES, "nobody", {})
    assert undo(ledger).entries == 0
    assert heard == []


def test_a_failing_listener_surfaces_and_undoes_nothing(ledger: Ledger) -> None:
    heard: list[str] = []

    def fail(_: Change) -> None:
        raise Fault("磁盘出错，请重试", "The disk failed; try again")

    ledger.listeners.extend([fail, lambda change: heard.append(change.deed)])
    with pytest.raises(ExceptionGroup) as caught:
        added(ledger, issue())
    assert not isinstance(caught.value, Trouble), "a person must not be told that nothing was saved"
    assert heard == ["add"], "the others are told all the same"
    assert len(ledger.entries(ISSUES)) == 1
    ledger.listeners.clear()
    added(ledger, issue())
    assert_whole(ledger)


def test_a_failing_listener_leaves_no_byte_of_an_erased_person(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue(resident="欧阳锦瑟"))
    changed(ledger, uid, note="欧阳锦瑟")

    def fail(_: Change) -> None:
        raise RuntimeError

    ledger.listeners.append(fail)
    with pytest.raises(ExceptionGroup):
        erase(ledger, [uid])
    folder: Path = ledger.path.parent
    assert all("欧阳锦瑟".encode() not in at.read_bytes() for at in folder.iterdir())


def test_listeners_are_called_when_others_may_save_again(ledger: Ledger) -> None:
    """Also one that saves by itself, and one that waits for another thread to."""
    heard: list[str] = []

    def save_elsewhere(change: Change) -> None:
        heard.append(change.deed)
        if change.deed == "add":
            thread = Thread(target=binned, args=(ledger, *change.uids["issue"]))
            thread.start()
            thread.join(10)
            assert not thread.is_alive()
            (uid,) = change.uids["issue"]
            changed(ledger, uid, title="二")

    ledger.listeners.append(save_elsewhere)
    added(ledger, issue())
    assert heard == ["add", "bin", "change"]


def test_a_listener_may_leave_while_it_is_told(ledger: Ledger) -> None:
    heard: list[int] = []

    def once(change: Change) -> None:
        heard.append(change.act)
        ledger.listeners.remove(once)

    ledger.listeners.extend([once, lambda change: heard.append(change.act)])
    added(ledger, issue())
    added(ledger, issue())
    assert heard == [1, 1, 2]
