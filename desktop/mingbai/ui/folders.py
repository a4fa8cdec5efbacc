"""The folder that files went to or came from last."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from mingbai.disk import file_there, folder_there
from mingbai.domain.words import Words
from mingbai.ui.memory import Memory

OPEN_FILE = Words("打开", "Open")
OPEN_FOLDER = Words("打开文件夹", "Open folder")

FOLDER = "folder"
"""Its name in the memory."""


def last_folder(memory: Memory) -> Path:
    """The folder that was used last, or the person's documents."""
    kept = Path(str(memory.get(FOLDER, "")))
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


def keep_folder(memory: Memory, folder: Path) -> None:
    """Remembers a folder that was used."""
    memory.keep(FOLDER, str(folder))
