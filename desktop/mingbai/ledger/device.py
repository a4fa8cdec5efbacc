"""Which PC writes here: every copy of a ledger is a device of its own, with its own station letter.

Two PCs must never write the same number, nor go on with the same journal. A copy is told by the file's
identity on this PC; overwriting a ledger's bytes in place with an older copy is the one case not seen.
"""

from __future__ import annotations

import sys
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import chain, product
from pathlib import Path

from mingbai.ledger.clock import HybridClock
from mingbai.ledger.disk import file_system
from mingbai.ledger.driver import Connection

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Station letters; I and O are read as digits. After Z come AA, AB and so on."""

PASSING_NUMBERS = {"exfat", "fuse", "fuseblk", "msdos", "overlay", "vfat"}
"""File systems that number their files anew each time they are mounted."""


@dataclass(slots=True)
class Device:
    """This PC as the journal knows it."""

    id: int
    uuid: str
    letter: str
    clock: HybridClock


def this_device(connection: Connection, path: Path, handle: int) -> Device:
    """The device of this PC for this file, a new one when the file was copied here."""
    home = home_of(path, handle)
    clock = HybridClock(_last_moment(connection))
    last = connection.execute("SELECT id, uuid, letter, home FROM device ORDER BY id DESC LIMIT 1").fetchone()
    if last is not None and last[3] == home:
        number, name, letter, _ = last
        return Device(number, name, letter, clock)
    taken = {letter for (letter,) in connection.execute("SELECT letter FROM device")}
    letter = next(letter for letter in _letters() if letter not in taken)
    name = str(uuid.uuid4())
    cursor = connection.execute(
        "INSERT INTO device (uuid, letter, home, began_at) VALUES (?, ?, ?, ?)",
        (name, letter, home, datetime.now().astimezone().isoformat(timespec="seconds")),
    )
    return Device(int(cursor.lastrowid or 0), name, letter, clock)


def forget_home(connection: Connection) -> None:
    """Makes whoever opens this file next a new device: it is older than what was written elsewhere."""
    connection.execute("UPDATE device SET home = ''")


def home_of(path: Path, handle: int) -> str:
    """A fingerprint of this PC and this very file: a copy of the file has another one."""
    if file_system(path.parent) in PASSING_NUMBERS:
        file = str(path.absolute())
    else:
        file = f"{path.stat().st_ino}|{_generation(handle)}"
    return sha256(f"{_machine()}|{file}".encode()).hexdigest()[:32]


def _letters() -> chain[str]:
    return chain(LETTERS, map("".join, product(LETTERS, LETTERS)))


def _last_moment(connection: Connection) -> int:
    """The latest clock of any act or journal row; the last ones of each device are its latest."""
    found = connection.execute(
        "SELECT (SELECT clock FROM journal WHERE device = d.id ORDER BY seq DESC LIMIT 1), "
        "(SELECT max(clock) FROM act WHERE device = d.id) FROM device d"
    ).fetchall()
    return max((clock for clocks in found for clock in clocks if clock is not None), default=0)


def _host() -> str:
    import socket  # seldom asked, and long to load

    return socket.gethostname()


if sys.platform == "win32":
    import winreg

    def _machine() -> str:
        where = r"SOFTWARE\Microsoft\Cryptography"
        with (
            suppress(OSError),
            winreg.OpenKey(
                winreg.HKEY_LOCAL_MACHINE, where, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            ) as key,
        ):
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        return _host()

    def _generation(handle: int) -> int:
        # NTFS counts the uses of a number inside the number.
        return 0 * handle
else:
    import fcntl

    FS_IOC_GETVERSION = 0x80087601

    def _machine() -> str:
        for name in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
            with suppress(OSError):
                found = Path(name).read_text(encoding="utf-8").strip()
                if found:
                    return found
        return _host()

    def _generation(handle: int) -> int:
        # ext4 and its kin use a deleted file's number again, with another generation.
        with suppress(OSError):
            return int.from_bytes(fcntl.ioctl(handle, FS_IOC_GETVERSION, bytes(8))[:4], sys.byteorder)
        return 0
