"""Private copies: nobody else can read them, nothing runs by itself, nothing stays behind."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.ledger.samples import refused

from mingbai.desk import records
from mingbai.desk.attachments import Given, attach
from mingbai.desk.opened_copies import HELD, PREFIX, OpenedCopies, harmless, remove_left
from mingbai.domain.issue import ISSUES
from mingbai.domain.words import Fault, Mistake
from mingbai.ledger.ledger import Entry, Ledger

DATA = b"%PDF-1.7 " + bytes(600_000)


@pytest.fixture
def one(ledger: Ledger, today: date) -> Entry:
    return attached(ledger, today, "说明.pdf")


@pytest.fixture
def within(tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def attached(ledger: Ledger, today: date, name: str, data: bytes = DATA) -> Entry:
    entry = records.add(ledger, ISSUES, {"accepted_at": "今天", "title": "路灯"}, today=today)
    return attach(ledger, entry, [Given.held(name, data)], today=today).entries[0]


def old(folder: Path) -> Path:
    os.utime(folder, (1, 1))
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of another kind there")
def test_a_copy_is_private_and_cannot_be_written(ledger: Ledger, one: Entry, within: Path) -> None:
    copies = OpenedCopies(within)
    path = copies.copy(ledger, one)
    assert path.read_bytes() == DATA
    assert path.name == "说明.pdf"
    assert stat.S_IMODE(path.stat().st_mode) == 0o400
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert copies.copy(ledger, one) == path
    copies.remove()
    assert list(within.iterdir()) == []


def test_files_of_one_name_lie_beside_each_other(
    ledger: Ledger, one: Entry, within: Path, today: date
) -> None:
    other = attached(ledger, today, "说明.pdf", b"other")
    copies = OpenedCopies(within)
    assert copies.copy(ledger, one).read_bytes() == DATA
    assert copies.copy(ledger, other).read_bytes() == b"other"
    copies.remove()


@pytest.mark.parametrize(
    "name",
    [
        "装.exe",
        "清理.BAT",
        "a.sh",
        "x.vbs",
        "网页.html",
        "图.svg",
        "宏.xlsm",
        "a.desktop",
        "无后缀",
        "a.pdf.lnk",
        "x.ps1",
    ],
)
def test_programs_are_not_opened(ledger: Ledger, within: Path, today: date, name: str) -> None:
    with refused(kind=Mistake, says="Save as"):
        OpenedCopies(within).copy(ledger, attached(ledger, today, name))
    assert list(within.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("说明.pdf", "说明.pdf"),
        ("../../etc/passwd.txt", "etc passwd.txt"),
        ("--help.pdf", "help.pdf"),
        (".hidden.pdf", "hidden.pdf"),
        ("CON.txt", "附件 CON.txt"),
        ("a b%PATH%&c.pdf", "a b PATH c.pdf"),
        ("$(rm -rf).pdf", "(rm -rf).pdf"),
        ("...pdf", "附件.pdf"),
        ("长" * 190 + ".pdf", "长" * 40 + ".pdf"),
        ("表.p/df", "表.pdf"),
    ],
)
def test_names_are_harmless(name: str, kept: str) -> None:
    assert harmless(name) == kept


def test_what_a_dead_program_left_goes_with_the_next_start(ledger: Ledger, one: Entry, within: Path) -> None:
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom mingbai.desk.opened_copies import OpenedCopies\n"
        "copies = OpenedCopies(Path(sys.argv[1]))\nfolder = copies._begin()\n"
        "(folder / 'x').mkdir()\n(folder / 'x' / 'a.pdf').write_bytes(b'x')\n"
        "(folder / 'x' / 'a.pdf').chmod(0o400)\nos._exit(0)\n"
    )
    subprocess.run(
        [sys.executable, "-c", script, str(within)],
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    (left,) = within.iterdir()
    remove_left(within)
    assert left.exists(), "just made: it may belong to a program that is starting"
    old(left)
    living = OpenedCopies(within)
    path = living.copy(ledger, one)
    assert not left.exists()
    old(path.parent.parent)
    remove_left(within)
    assert path.exists(), "its program lives"
    living.remove()


def test_nothing_else_is_removed(within: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (within / f"{PREFIX}link").symlink_to(kept, target_is_directory=True)
    (within / f"{PREFIX}file").write_text("x")
    other = within / "other"
    other.mkdir()
    for path in (within / f"{PREFIX}file", other):
        old(path)
    remove_left(within)
    assert len(list(within.iterdir())) == 3
    assert kept.is_dir()
    empty = within / f"{PREFIX}empty"
    empty.mkdir()
    remove_left(within.parent / "nowhere")
    remove_left(old(empty).parent)
    assert not empty.exists()
    assert not (within / HELD).exists()


def test_a_damaged_content_leaves_no_half_copy(ledger: Ledger, one: Entry, within: Path) -> None:
    ledger.execute_alone("UPDATE content_piece SET bytes = zeroblob(3) WHERE part = 1")
    copies = OpenedCopies(within)
    for _ in range(2):
        with refused(kind=Fault, says="damaged"):
            copies.copy(ledger, one)
    assert list(within.rglob("*.pdf")) == []
    copies.remove()
    assert list(within.iterdir()) == []


def test_a_full_disk_is_told(
    ledger: Ledger, one: Entry, within: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(28, "no space")

    monkeypatch.setattr("tempfile.mkdtemp", full)
    with refused(kind=Fault, says="full"):
        OpenedCopies(within).copy(ledger, one)
