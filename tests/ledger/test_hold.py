"""A ledger is used by one window at a time, and the lock dies with the program."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.ledger.samples import added, issue, refused

from mingbai.domain.words import Fault
from mingbai.ledger import hold
from mingbai.ledger.hold import LOCK_BYTE, Hold
from mingbai.ledger.ledger import Ledger

OPEN_AND_WAIT = """
import sys
from pathlib import Path
from mingbai.ledger.ledger import Ledger
with Ledger(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


def other_process(path: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN_AND_WAIT, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def test_a_second_program_is_refused_until_the_first_ends(path: Path) -> None:
    Ledger.create(path).close()
    with other_process(path) as first:
        with pytest.raises(Fault, match="already open in another window"):
            Ledger(path)
        first.send_signal(signal.SIGKILL)
        first.wait()
        Ledger(path).close()


def test_a_second_window_of_this_program_is_refused(ledger: Ledger, path: Path) -> None:
    with pytest.raises(Fault, match="already open in another window"):
        Ledger(path)
    added(ledger, issue())
    ledger.close()
    Ledger(path).close()


def test_a_hard_link_is_the_same_ledger(ledger: Ledger, path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.mingbai"
    other.hardlink_to(path)
    with pytest.raises(Fault, match="already open"):
        Ledger(other)


def test_a_refused_second_window_leaves_the_locks_of_the_first(ledger: Ledger, path: Path) -> None:
    """Closing another handle of the file would drop SQLite's locks in the midst of an act."""
    probe = (
        "import fcntl, os, sys\n"
        "file = os.open(sys.argv[1], os.O_RDWR)\n"
        "try: fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 0x40000001)\n"
        "except OSError: print('locked')\n"
    )
    with ledger.act("add") as act:
        act.insert_stored(*_row())
        with pytest.raises(Fault):
            Ledger(path)
        answer = subprocess.run(
            [sys.executable, "-c", probe, str(path)], capture_output=True, text=True, check=True
        )
    assert answer.stdout == "locked\n"


def _row():
    from mingbai.domain.issue import ISSUES

    return ISSUES, ISSUES.store(issue())


def test_the_byte_locked_on_windows_is_one_that_sqlite_never_touches() -> None:
    pending, shared, page = 0x4000_0000, 0x4000_0002 + 510, 4096
    assert shared <= LOCK_BYTE < pending + page
    assert LOCK_BYTE < 1 << 31, "the C library of Windows counts so far"


def test_a_disk_that_knows_no_locks_is_told_apart(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.create(path).close()

    def unsupported(handle: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(hold, "lock_handle", unsupported)
    with refused(path, kind=Fault, says="lets no program use it alone"):
        Ledger(path)


def test_what_failed_to_open_holds_nothing(path: Path) -> None:
    path.write_bytes(b"text")
    for _ in range(2):
        with refused(path, kind=Fault, says="is not a ledger"):
            Ledger(path)
    first = Hold(path)
    first.release()
    first.release()
    Hold(path).release()


def test_other_programs_see_the_lock(ledger: Ledger, path: Path) -> None:
    with path.open("rb") as file, pytest.raises(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
