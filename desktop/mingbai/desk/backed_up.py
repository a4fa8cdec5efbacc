"""A backup before a deed on many entries: all of it can be undone, and stands in a copy besides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mingbai.disk import DiskFull
from mingbai.domain.words import Fault, Words
from mingbai.ledger.backups import back_up, backup_folder, backups, is_behind
from mingbai.ledger.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Deed:
    """What a backup is made before."""

    code: str
    """As the backup's manifest has it."""
    done: Words
    """删除, deleted: what was not done without a backup."""


DELETE = Deed("delete", Words("删除", "deleted"))
IMPORT = Deed("import", Words("导入", "imported"))


class NotBackedUp(Fault):
    """The backup before a large deed could not be made; nothing was done."""

    def __init__(self, deed: Deed, why: Fault) -> None:
        if isinstance(why, DiskFull):
            # That nothing was done is said once, and what to do is about the deed, not about a file.
            super().__init__(
                "磁盘已满，{deed}前没能备份，所以没有{deed}。请清理磁盘上的其他文件后重试",
                "The disk is full: no backup could be made before, so nothing was {deed}. Free space on the "
                "disk and try again",
                deed=deed.done,
            )
            return
        super().__init__(
            "没有{deed}，因为{deed}前没能备份：{why}",
            "Nothing was {deed}, as no backup could be made before: {why}",
            deed=deed.done,
            why=why.words,
        )


def back_up_first(ledger: Ledger, deed: Deed, progress: Callable[[int, int], None]) -> None:
    """Makes a backup unless the newest one holds everything. Raises `NotBackedUp`; `progress` may raise to stop."""
    folder = backup_folder(ledger.path)
    try:
        newest = next(iter(backups(folder, ledger)), None)
        if newest is None or is_behind(newest, ledger):
            back_up(ledger, folder, why=deed.code, progress=progress)
    except Fault as fault:
        raise NotBackedUp(deed, fault) from fault
