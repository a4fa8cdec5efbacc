"""The few icons that a style sheet draws: it takes pictures from files only, so they are written to some."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from mingbai.ui.look.icons import RATIOS, drawn
from mingbai.ui.look.look import Look


def mark(look: Look, name: str, ink: str, size: int) -> str:
    """The path of an icon in a colour of the look, as a style sheet writes it."""
    stem = f"{name}-{look.colour(ink).name()[1:]}-{look.px(size)}"
    path = Path(_folder().path()) / f"{stem}.png"
    if not path.exists():
        for ratio in RATIOS:
            # Qt takes the larger one by itself where the screen is finer.
            at = "" if ratio == 1.0 else f"@{ratio:.0f}x"
            picture = drawn(name, look.colour(ink).name(), look.px(size), ratio)
            picture.save(str(path.with_name(f"{stem}{at}.png")))
    return path.as_posix()


@cache
def _folder() -> QTemporaryDir:
    """Removed when the program ends."""
    return QTemporaryDir()
