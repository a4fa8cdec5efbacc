"""What a backup must hold: read from the copy when it is made, and compared when it is needed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from mingbai import __version__
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Fault
from mingbai.ledger import journal
from mingbai.ledger.driver import APPLICATION_ID, SQLITE_VERSION, connect, telling, told
from mingbai.ledger.migrations import steps
from mingbai.ledger.schema import TABLES

CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Contents:
    """What stands in a ledger file, counted."""

    ledger: str
    """The first device that ever wrote in it: the same for all copies of one ledger."""
    entries: dict[str, int]
    heads: dict[str, tuple[int, str]]
    """Device to its last journal number and hash."""
    steps: tuple[str, ...]

    @property
    def recorded(self) -> int:
        """How much people have recorded; lists that came along are not counted."""
        return sum(self.entries.get(code, 0) for code, register in REGISTERS.items() if register.numbered)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is written beside a backup."""

    file: str
    made_at: str
    why: str
    bytes: int
    sha256: str
    contents: Contents
    program: str = __version__
    sqlite: str = SQLITE_VERSION

    def text(self) -> str:
        """The manifest as it is written."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1)


def read_manifest(path: Path) -> Manifest | None:
    """The manifest in a file; None when it is missing or is something else."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        held = read.pop("contents")
        heads = {str(device): (int(seq), str(head)) for device, (seq, head) in held["heads"].items()}
        contents = Contents(str(held["ledger"]), dict(held["entries"]), heads, tuple(held["steps"]))
        return Manifest(**read, contents=contents)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def contents(path: Path, name: str, tell: Callable[[], None] = lambda: None) -> Contents:
    """Opens a file for reading only, checks it and counts. Raises `Fault`, naming it `name`, when damaged.

    `tell` is called now and then, and may raise to stop.
    """
    try:
        with told(path):
            connection = connect(path, writing=False)
            try:
                (application,) = connection.execute("PRAGMA application_id").fetchone()
                with telling(connection, tell):
                    (sound,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
                taken = steps.applied(connection)
                if application != APPLICATION_ID or sound != "ok" or not taken:
                    raise _unsound(name)
                tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema").fetchall()}
                entries = {
                    code: int(connection.execute(f'SELECT count(*) FROM "{code}"').fetchone()[0])
                    for code in TABLES
                    if code in tables
                }
                heads = {
                    name: (seq, head) for name, seq, head in connection.execute(journal.HEADS).fetchall()
                }
                (ledger,) = connection.execute("SELECT uuid FROM device ORDER BY id LIMIT 1").fetchone()
            finally:
                connection.close()
    except Fault as fault:
        raise _unsound(name) from fault
    return Contents(ledger, entries, heads, taken)


def sha256_of(path: Path, tell: Callable[[], None] = lambda: None) -> str:
    """The digest of a file, read piece by piece; `tell` is called in between, and may raise to stop."""
    found = sha256()
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            found.update(piece)
            tell()
    return found.hexdigest()


def _unsound(name: str) -> Fault:
    return Fault(
        "“{name}”的内容不完好，没有用作备份。已有的备份都在；请先检查账本，必要时从较早的备份恢复",
        "What stands in “{name}” is not sound, so it was not taken as a backup; earlier backups are all there: "
        "check the ledger and restore an earlier one if need be",
        name=name,
    )
