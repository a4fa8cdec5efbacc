"""What this PC remembers of the window: look, place and size, open pages, saved filters. No ledger content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

from mingbai.desk.window_memory import memory_file


class Memory:
    """Small values by name, for the program and for each ledger; lost without harm."""

    def __init__(self, file: Path | None = None) -> None:
        """With a `file` given it is used instead of the person's own settings (for tests)."""
        self._settings = QSettings(str(file or memory_file()), QSettings.Format.IniFormat)

    def get(self, name: str, default: Any = None) -> Any:
        """The value kept under a name; `default` where there is none or it cannot be read."""
        text = self._settings.value(name)
        if not isinstance(text, str):
            return default
        try:
            return json.loads(text)
        except ValueError:
            return default

    def keep(self, name: str, value: Any) -> None:
        """Keeps a value: numbers, texts, lists and dicts."""
        self._settings.setValue(name, json.dumps(value, ensure_ascii=False))

    def forget(self, name: str) -> None:
        """Forgets a value."""
        self._settings.remove(name)

    def write(self) -> None:
        """Writes to the disk now."""
        self._settings.sync()
