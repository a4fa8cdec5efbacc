"""The folder that files of one kind went to or came from last."""

from __future__ import annotations

from enum import Enum
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from mingbai.disk import file_there, folder_there
from mingbai.domain.words import Words
from mingbai.ui.memory import Memory

OPEN_FILE = Words("打开", "Open")
OPEN_FOLDER = Words("打开文件夹", "Open folder")

FOLDER = "folder/{purpose}"
"""Its name in the memory."""


class Purpose(Enum):
    """What a file is for: a report does not go where a photo was taken from."""

    REPORTS = "reports"
    EXPORTS = "exports"
    PAPERS = "papers"
    LETTERS = "letters"
    TABLES = "tables"
    COLLECTED = "collected"
    ATTACHED = "attached"
    TAKEN_OUT = "taken_out"


def last_folder(memory: Memory, purpose: Purpose) -> Path:
    """The folder that was last used for such files, or the person's documents."""
    kept = Path(str(memory.get(FOLDER.format(purpose=purpose.value), "")))
    if folder_there(kept) and kept != Path():
        return kept
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if folder_there(documents) else Path.home()


def free_path(path: Path) -> Path:
    """The path, or where something stands there already the same name with the next number: 月报 (2).xlsx."""
    numbered = (path.with_name(f"{path.stem} ({n}){path.suffix}") for n in count(2))
    return next(one for one in chain((path,), numbered) if not file_there(one))


def open_path(path: Path) -> bool:
    """Opens a file with the program it belongs to, or shows a folder, in the system's way; whether it could."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def keep_folder(memory: Memory, purpose: Purpose, folder: Path) -> None:
    """Remembers a folder that was used for such files."""
    memory.keep(FOLDER.format(purpose=purpose.value), str(folder))
