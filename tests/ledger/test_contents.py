"""What stands in attached files: once, whole, gone when erased, and never half there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.ledger.samples import added, assert_whole, attached, binned, issue, refused, stored
from tests.ledger.test_erase import bytes_beside

from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.words import Fault
from mingbai.ledger import contents
from mingbai.ledger.backups import back_up, restore
from mingbai.ledger.check import check
from mingbai.ledger.contents import LEFT_FREE, PIECE, Kept, content_pieces, kept, store_content, storing
from mingbai.ledger.erase import erase
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.store import Taken
from mingbai.ledger.undo import redo, undo

LARGE = random.Random(5).randbytes(2 * PIECE + 17)
SECRET = b"what stands in the resident's file" * 40


def read(ledger: Ledger, data: bytes) -> bytes:
    return b"".join(content_pieces(ledger, sha256(data).hexdigest()))


def sizes(ledger: Ledger) -> list[int]:
    return [size for (size,) in ledger.rows("SELECT size FROM content ORDER BY id")]


@pytest.mark.parametrize(
    "data", [b"x", SECRET, LARGE[:PIECE], LARGE], ids=["byte", "small", "piece", "large"]
)
def test_a_content_comes_back_as_it_was(ledger: Ledger, data: bytes) -> None:
    (uid,) = added(ledger, issue())
    attached(ledger, uid, data)
    assert read(ledger, data) == data
    assert_whole(ledger)


def test_the_same_content_is_kept_once_however_often_it_is_attached(ledger: Ledger) -> None:
    one, other = added(ledger, issue("一"), issue("二"))
    attached(ledger, one, LARGE)
    attached(ledger, other, LARGE, SECRET)
    assert sizes(ledger) == [len(LARGE), len(SECRET)]
    assert kept(ledger) == Kept(3, 2, len(LARGE) + len(SECRET))
    assert_whole(ledger)


def test_an_entry_has_no_file_twice(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    attached(ledger, uid, SECRET)
    with pytest.raises(Taken):
        attached(ledger, uid, SECRET)
    assert_whole(ledger)


def test_removing_undoing_and_doing_again_leave_the_content_there(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    (file,) = attached(ledger, uid, SECRET)
    for step, gone in ((undo, True), (redo, False)):
        step(ledger)
        assert (stored(ledger, file, ATTACHMENTS)["binned_at"] is not None) == gone
        assert read(ledger, SECRET) == SECRET
    binned(ledger, file, ATTACHMENTS)
    undo(ledger)
    assert stored(ledger, file, ATTACHMENTS)["binned_at"] is None
    assert_whole(ledger)


def test_what_is_broken_off_leaves_nothing(ledger: Ledger) -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise InterruptedError

    def both_stored() -> None:
        with storing(ledger):
            store_content(ledger, SECRET)
            store_content(ledger, LARGE, stop)

    with pytest.raises(InterruptedError):
        both_stored()
    assert sizes(ledger) == []
    assert ledger.rows("SELECT count(*) FROM content_piece") == [(0,)]


def test_what_a_dead_program_left_goes_with_the_next_file(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    with ledger.storing:
        store_content(ledger, LARGE)
    ledger.execute_alone("UPDATE content SET whole = 0")
    ledger.execute_alone("DELETE FROM content_piece WHERE part = 1")
    assert_whole(ledger)
    attached(ledger, uid, LARGE)
    assert read(ledger, LARGE) == LARGE
    attached(ledger, uid, SECRET)
    assert sizes(ledger) == [len(LARGE), len(SECRET)]
    assert_whole(ledger)


def test_no_file_takes_the_room_that_entries_need(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    (uid,) = added(ledger, issue())
    free = LEFT_FREE + len(LARGE) - 1
    monkeypatch.setattr(contents, "disk_usage", lambda _: SimpleNamespace(free=free))
    size = ledger.path.stat().st_size
    with refused(kind=Fault, says="nearly full"):
        attached(ledger, uid, LARGE)
    assert ledger.path.stat().st_size == size
    attached(ledger, uid, SECRET)
    assert sizes(ledger) == [len(SECRET)]


def test_what_was_broken_off_is_removed_in_pieces(ledger: Ledger) -> None:
    with pytest.raises(KeyboardInterrupt), storing(ledger):  # noqa: PT012
        store_content(ledger, LARGE)
        before = ledger.rows("SELECT count(*) FROM content_piece")
        ledger.execute_alone("UPDATE fact SET value = value")
        journal = ledger.path.with_name(f"{ledger.path.name}-journal")
        raise KeyboardInterrupt
    assert before == [(3,)]
    assert ledger.rows("SELECT count(*) FROM content_piece") == [(0,)]
    assert journal.stat().st_size < 2 * PIECE


def test_erasing_takes_what_no_other_entry_has_in_common(path: Path) -> None:
    with Ledger.create(path) as ledger:
        gone, stays = added(ledger, issue("一"), issue("二"))
        (shared, own) = attached(ledger, gone, LARGE, SECRET)
        attached(ledger, stays, LARGE)
        assert SECRET in bytes_beside(path)
        erase(ledger, [gone, shared, own])
        assert sizes(ledger) == [len(LARGE)]
        assert SECRET[:40] not in bytes_beside(path), "while the ledger is open"
        assert read(ledger, LARGE) == LARGE
        assert_whole(ledger)
    assert SECRET[:40] not in bytes_beside(path)


def test_one_in_the_bin_keeps_its_content_when_others_are_erased(ledger: Ledger) -> None:
    gone, stays = added(ledger, issue("一"), issue("二"))
    (first,) = attached(ledger, gone, SECRET)
    (second,) = attached(ledger, stays, SECRET)
    binned(ledger, second, ATTACHMENTS)
    erase(ledger, [gone, first])
    assert read(ledger, SECRET) == SECRET
    assert_whole(ledger)


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM content_piece WHERE part = 1",
        "UPDATE content_piece SET bytes = zeroblob(17) WHERE part = 2",
        "UPDATE content SET whole = 0",
        "UPDATE content SET size = size + 1",
        "DELETE FROM content_piece; DELETE FROM content",
    ],
)
def test_a_content_that_is_not_what_was_attached_is_found(ledger: Ledger, sql: str) -> None:
    (uid,) = added(ledger, issue())
    attached(ledger, uid, LARGE, SECRET)
    for statement in sql.split("; "):
        ledger.execute_alone(statement)
    (finding,) = check(ledger).findings
    assert finding.part == "attachments"
    assert "1" in finding.words.zh


def test_a_damaged_content_is_refused_in_a_sentence(ledger: Ledger) -> None:
    (uid,) = added(ledger, issue())
    attached(ledger, uid, LARGE)
    ledger.execute_alone("UPDATE content_piece SET bytes = zeroblob(17) WHERE part = 2")
    with refused(kind=Fault, says="damaged"):
        read(ledger, LARGE)


def test_a_backup_holds_what_is_attached(path: Path, tmp_path: Path) -> None:
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, issue())
        attached(ledger, uid, LARGE)
        backup = back_up(ledger, tmp_path / "backups")
    restore(backup.path, tmp_path / "again.mingbai")
    with Ledger(tmp_path / "again.mingbai") as ledger:
        assert read(ledger, LARGE) == LARGE
        assert_whole(ledger)


ATTACHING = """
import sys, random, os
from pathlib import Path
from tests.ledger.samples import added, attached, issue
from mingbai.ledger.ledger import Ledger
rng = random.Random(int(sys.argv[2]))
with Ledger(Path(sys.argv[1])) as ledger:
    (uid,) = added(ledger, issue())
    while True:
        os.write(1, b"attaching\\n")
        attached(ledger, uid, rng.randbytes(3_000_000), rng.randbytes(10))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed like that there")
def test_killed_while_attaching_nothing_is_half_there(path: Path) -> None:
    Ledger.create(path).close()
    root = Path(__file__).resolve().parents[2]
    rng = random.Random(3)
    broken_off = 0
    for kill in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", ATTACHING, str(path), str(kill)],
            stdout=subprocess.PIPE,
            cwd=root,
            env={**os.environ, "PYTHONPATH": f"{root / 'desktop'}{os.pathsep}{root}"},
        ) as worker:
            assert worker.stdout is not None
            worker.stdout.readline()
            begun = time.monotonic()
            worker.stdout.readline()
            time.sleep(rng.random() * (time.monotonic() - begun))
            worker.send_signal(signal.SIGKILL)
        with Ledger(path) as ledger:
            assert_whole(ledger)
            ((contents,),) = ledger.rows("SELECT count(*) FROM content")
            broken_off += contents > kept(ledger).contents
            (uid,) = added(ledger, issue())
            attached(ledger, uid, bytes([kill]))
            ((contents,),) = ledger.rows("SELECT count(*) FROM content")
            assert contents == kept(ledger).contents, "what was left behind is gone"
    assert broken_off > 0, "some kills hit a file that was being written"
