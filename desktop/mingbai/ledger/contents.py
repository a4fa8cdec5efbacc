"""What stands in attached files: each content once, by its SHA-256, outside the journal, which has the digest.

A content is written in pieces, each saved by itself, before the act that first speaks of it: however large a
file is, others read and save in between. What was broken off in between belongs to no attachment and goes
with the next content that is written.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from shutil import disk_usage
from typing import Any, Protocol

from mingbai.disk import disk_told
from mingbai.domain.words import Fault
from mingbai.ledger.faults import Damaged
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.schema import UNUSED_CONTENT

PIECE = 512 * 1024
"""So many bytes are saved at a time; some milliseconds on a slow disk."""
LEFT_FREE = 16 * 2**20
"""So much of the disk no file takes: entries must still be saved after it."""


class Readable(Protocol):
    """What can be read and checked: an open ledger, or a copy of one."""

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """All rows of one statement."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is attached: files of entries, the contents they have in common, and their bytes."""

    attachments: int
    contents: int
    size: int


@contextmanager
def storing(ledger: Ledger) -> Iterator[None]:
    """Around the contents that are written and the act that then speaks of them.

    What was broken off before is removed at the beginning; when anything raises, what was written inside.
    """
    with ledger.storing:
        _forget_unused(ledger)
        try:
            yield
        except BaseException:
            # Where even this fails (a full disk), the next time makes up for it.
            with suppress(Fault):
                _forget_unused(ledger)
            raise


def store_content(
    ledger: Ledger, data: bytes, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> str:
    """Saves what stands in a file, if it is not there already, and answers its digest; within `storing`.

    `progress` hears how many bytes of how many are saved, and may raise to stop. Raises `Fault` where the disk
    has no room for it.
    """
    digest = sha256(data).hexdigest()
    if ledger.rows("SELECT 1 FROM content WHERE sha256 = ?", (digest,)):
        return digest
    _refuse_without_room(ledger, len(data))
    ledger.execute_alone("INSERT INTO content (sha256, size, whole) VALUES (?, ?, 0)", (digest, len(data)))
    ((content,),) = ledger.rows("SELECT id FROM content WHERE sha256 = ?", (digest,))
    for part, start in enumerate(range(0, len(data), PIECE)):
        progress(start, len(data))
        ledger.execute_alone(
            "INSERT INTO content_piece (content, part, bytes) VALUES (?, ?, ?)",
            (content, part, data[start : start + PIECE]),
        )
    ledger.execute_alone("UPDATE content SET whole = 1 WHERE id = ?", (content,))
    return digest


def _refuse_without_room(ledger: Ledger, size: int) -> None:
    # What were broken off by a full disk could not be removed on it either, and nothing could be saved any more.
    folder = ledger.path.resolve().parent
    with disk_told(folder):
        free = disk_usage(folder).free
    if free < size + LEFT_FREE:
        raise Fault(
            "磁盘快满了，放不下这个文件，没有添加附件，已保存的都在。请清理磁盘其他文件后重试",
            "The disk is nearly full and has no room for this file; nothing was attached, everything saved before "
            "is safe. Free space on the disk and try again",
        )


def _forget_unused(ledger: Ledger) -> None:
    for (content,) in ledger.rows(f"SELECT id FROM content WHERE {UNUSED_CONTENT}"):
        ledger.execute_alone("UPDATE content SET whole = 0 WHERE id = ?", (content,))
        # Piece by piece, as it was written: a nearly full disk has room for the journal of one.
        for (piece,) in ledger.rows("SELECT id FROM content_piece WHERE content = ?", (content,)):
            ledger.execute_alone("DELETE FROM content_piece WHERE id = ?", (piece,))
        ledger.execute_alone("DELETE FROM content WHERE id = ?", (content,))


def content_pieces(ledger: Readable, digest: str) -> Iterator[bytes]:
    """What stands in a file, piece by piece; each is one short read.

    Raises `Damaged` when it is not, bit for bit, what was attached; at the latest behind its last piece.
    """
    found = ledger.rows("SELECT id FROM content WHERE sha256 = ? AND whole", (digest,))
    seen = sha256()
    part = 0
    while found:
        piece = ledger.rows(
            "SELECT bytes FROM content_piece WHERE content = ? AND part = ?", (found[0][0], part)
        )
        if not piece:
            break
        seen.update(piece[0][0])
        part += 1
        yield piece[0][0]
    if not found or seen.hexdigest() != digest:
        raise Damaged(
            "这个附件在账本里已损坏，不能打开。请从备份恢复账本",
            "This attachment is damaged in the ledger and cannot be opened; restore the ledger from a backup",
        )


def kept(ledger: Readable) -> Kept:
    """How much is attached; those in the bin count, for they are still there."""
    ((attachments,),) = ledger.rows('SELECT count(*) FROM "attachment" WHERE sha256 IS NOT NULL')
    ((contents, size),) = ledger.rows(
        f"SELECT count(*), ifnull(sum(size), 0) FROM content WHERE NOT ({UNUSED_CONTENT})"
    )
    return Kept(attachments, contents, size)


def attached_counts(ledger: Readable, uids: Collection[str]) -> dict[str, int]:
    """How many files those of these entries have that have any; at most some hundred uids at a time."""
    marks = ", ".join("?" * len(uids))
    found = ledger.rows(
        f'SELECT subject, count(*) FROM "attachment" WHERE subject IN ({marks}) AND binned_at IS NULL '
        "GROUP BY subject",
        tuple(uids),
    )
    return dict(found)


def any_attached(ledger: Readable, code: str) -> bool:
    """Whether an entry of a register has files."""
    return bool(
        ledger.rows('SELECT 1 FROM "attachment" WHERE register = ? AND binned_at IS NULL LIMIT 1', (code,))
    )
