"""Whether a file is still the one that was seen before it was decided about."""

from __future__ import annotations

import hashlib
from pathlib import Path

from mingbai.domain.words import Mistake


class Replaced(Mistake):
    """The file is another one than the one that was seen."""


def fingerprint(path: Path) -> str:
    """What tells a file from the one it may be replaced by; empty while it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def refuse_replaced(path: Path, seen: str) -> None:
    """Raises `Replaced` when a file holds something else than what was seen. One that is gone does not."""
    if fingerprint(path) not in ("", seen):
        raise Replaced(
            "“{name}”在您看过之后被改动了，没有导入。已重新读取，请再看一遍",
            "“{name}” was changed after you saw it, and nothing was imported; it was read again, please look once more",
            name=path.name,
        )
