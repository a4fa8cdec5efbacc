"""What the system says of a disk becomes a sentence with a next step."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from tests.ledger.samples import refused

from mingbai.disk import KINDS, disk_told
from mingbai.domain.words import Fault
from mingbai.ledger import disk
from mingbai.ledger.file import create_file
from mingbai.ledger.ledger import Ledger


@pytest.mark.parametrize("number", [*KINDS, errno.EIO, errno.EINVAL, None])
def test_every_error_of_the_disk_is_told_in_both_languages(number: int | None) -> None:
    with refused(kind=Fault), disk_told(Path("地方")):
        raise OSError(number, "as the system puts it")


def test_other_errors_pass() -> None:
    with pytest.raises(ZeroDivisionError), disk_told(Path("地方")):
        _ = 1 / 0


def test_the_nearest_and_last_mount_says_what_a_folder_lies_on(tmp_path: Path) -> None:
    here = os.path.realpath(tmp_path)
    mounts = tmp_path / "mounts"
    mounts.write_text(
        f"a / ext4 rw\nb {here} vfat rw\nc {here} nfs4 rw\nd {here}x cifs rw\ne {here}/a\\040b smb3 rw\n",
        encoding="utf-8",
    )
    assert disk.file_system(tmp_path, mounts) == "nfs4"
    assert disk.file_system(tmp_path / "a b" / "c", mounts) == "smb3"
    assert disk.file_system(tmp_path.parent, mounts) == "ext4"
    assert disk.file_system(tmp_path, tmp_path / "none") == ""


def test_a_network_share_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.create(path).close()
    monkeypatch.setattr(disk, "file_system", lambda _: "cifs")
    with refused(path, kind=Fault, says="network share"):
        Ledger(path)
    with refused(kind=Fault, says="network share"):
        create_file(path.with_name("new.mingbai"))
    assert [at.name for at in path.parent.iterdir()] == [path.name]
