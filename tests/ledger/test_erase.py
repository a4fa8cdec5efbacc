"""An erased person is nowhere in the file, and the rest of the ledger still proves itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ledger.samples import added, assert_whole, binned, changed, issue, refused, spill_early, stored

from mingbai.domain.certificate import CERTIFICATES, Certificate
from mingbai.domain.issue import ISSUES, PROGRESS, Progress
from mingbai.domain.words import Mistake
from mingbai.ledger.check import check
from mingbai.ledger.clock import named_uid
from mingbai.ledger.erase import erase
from mingbai.ledger.finding import find
from mingbai.ledger.history import history
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.store import Erased
from mingbai.ledger.undo import next_undo, redo, undo

NAME, OLD_NAME, PHONE, STORY = "欧阳锦瑟", "欧阳旧名", "13876543210", "深夜争吵摔碗"


def person(ledger: Ledger) -> str:
    """One person's issue among many others, edited, undone and binned on the way."""
    added(
        ledger,
        *[issue(f"邻居{number}", resident="王小明", phone=f"1390000{number:04d}") for number in range(200)],
    )
    (uid,) = added(ledger, issue("家事", resident=OLD_NAME, phone=PHONE, content=STORY))
    changed(ledger, uid, resident=NAME)
    changed(ledger, uid, note=f"已联系{NAME}")
    undo(ledger)
    redo(ledger)
    binned(ledger, uid)
    undo(ledger)
    added(ledger, *[issue(f"又{number}", resident="李大力") for number in range(200)])
    return uid


def bytes_beside(path: Path) -> bytes:
    return b"".join(at.read_bytes() for at in path.parent.iterdir() if at.is_file())


def forms(*texts: str) -> list[bytes]:
    return [text.encode(coding) for text in texts for coding in ("utf-8", "utf-16-le")]


@pytest.mark.parametrize("pages", [65536, 4])
def test_no_byte_of_an_erased_person_is_left(path: Path, pages: int) -> None:
    with Ledger.create(path) as ledger:
        spill_early(ledger, pages)
        uid = person(ledger)
        assert all(text.encode() in bytes_beside(path) for text in (NAME, OLD_NAME, PHONE, STORY))
        assert erase(ledger, [uid]) == 1
        for text in forms(NAME, OLD_NAME, PHONE, STORY, "锦瑟", "旧名", "摔碗", PHONE[3:]):
            assert text not in bytes_beside(path), "while the ledger is open"
        assert_whole(ledger)
    for text in forms(NAME, OLD_NAME, PHONE, STORY, "锦瑟", "旧名", "摔碗", PHONE[3:]):
        assert text not in bytes_beside(path)
    assert "王小明".encode() in bytes_beside(path)
    with Ledger(path) as ledger:
        assert_whole(ledger)


def test_a_tombstone_keeps_only_its_number(ledger: Ledger) -> None:
    uid = person(ledger)
    number = stored(ledger, uid)["number"]
    erase(ledger, [uid])
    found = stored(ledger, uid)
    assert found.pop("number") == number
    assert found.pop("binned_at") is not None
    assert set(found.values()) == {None}
    for word in (NAME, "锦", PHONE, PHONE[-4:], "oyjs", "摔碗"):
        assert find(ledger, word, [ISSUES]) == []
    assert all(step.patch == {} for step in history(ledger, uid)[:-1])
    assert set(history(ledger, uid)[-1].patch) == {"number", "binned_at"}


def test_the_chain_still_proves_the_rest(ledger: Ledger) -> None:
    uid = person(ledger)
    before = check(ledger).heads
    erase(ledger, [uid])
    assert_whole(ledger)
    assert check(ledger).heads.keys() == before.keys()
    ledger.execute_alone("UPDATE journal SET digest = zeroblob(32) WHERE uid = ? AND born", (uid,))
    assert {finding.part for finding in check(ledger).findings} == {"chain"}


def test_a_tombstone_that_was_filled_again_is_found(ledger: Ledger) -> None:
    uid = person(ledger)
    erase(ledger, [uid])
    ledger.execute_alone("UPDATE issue SET title = 'x' WHERE uid = ?", (uid,))
    assert "fold" in {finding.part for finding in check(ledger).findings}


def test_undo_brings_nothing_back(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue("家事", resident=NAME))
    changed(ledger, uid, phone=PHONE)
    binned(ledger, uid)
    (other,) = added(ledger, issue("别人"))
    changed(ledger, other, title="别人的事")
    erase(ledger, [uid])
    while next_undo(ledger) is not None:
        undo(ledger)
    found = stored(ledger, uid)
    assert found["binned_at"] is not None
    assert {value for name, value in found.items() if name not in ("number", "binned_at")} == {None}
    assert stored(ledger, other)["binned_at"] is not None
    for _ in range(4):
        redo(ledger)
    assert stored(ledger, uid) == found
    assert_whole(ledger)


def test_nothing_is_written_into_a_tombstone(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    erase(ledger, [uid])
    with refused(kind=Erased):
        changed(ledger, uid, title="再来")
    with refused(kind=Erased), ledger.act("unbin") as act:
        act.take_out(ISSUES, uid)
    assert_whole(ledger)


def test_an_erased_number_is_not_given_again_and_its_key_is_free(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue(order_no="1"))
    erase(ledger, [uid])
    (other,) = added(ledger, issue(order_no="1"))
    assert stored(ledger, other)["number"] == "2026-A-0002"
    entry = ledger.numbered("2026-A-0001")
    assert entry is not None
    assert entry.uid == uid


def test_entries_of_several_registers_are_one_act(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue(resident=NAME))
    (note,) = added(
        ledger, Progress(issue=uid, noted_at=issue().accepted_at, text=f"电话联系{NAME}"), register=PROGRESS
    )
    request = Certificate(
        asked_on=issue().accepted_at.date(), certificate=named_uid("c", "1"), applicant=NAME
    )
    (paper,) = added(ledger, request, register=CERTIFICATES)
    ledger.who = "李梅"
    assert erase(ledger, [uid, note, paper, uid]) == 3
    assert NAME.encode() not in bytes_beside(ledger.path)
    deeds = ledger.rows("SELECT deed, who, entries FROM act ORDER BY id DESC LIMIT 1")
    assert deeds == [("erase", "李梅", 3)]
    assert_whole(ledger)


def test_erasing_again_is_harmless(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue(resident=NAME))
    erase(ledger, [uid])
    erase(ledger, [uid])
    assert_whole(ledger)


def test_an_unknown_entry_stops_the_whole_erasure(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue(resident=NAME))
    with refused(kind=Mistake, says="1 of the entries"):
        erase(ledger, [uid, "nobody"])
    assert stored(ledger, uid)["resident"] == NAME
