"""The command `mingbai`, and `python -m mingbai`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from mingbai.domain.words import Language, Words


STOPPED = 130
"""What a shell expects of a program that Ctrl+C ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Opens the window, or runs one command; the number is the exit code."""
    given = sys.argv[1:] if argv is None else argv
    # Imported late: a start from here must cost nothing that the chosen command does not need.
    if wants_window(given):
        # What a start makes stays; looking for garbage in it again and again is time lost.
        gc.disable()
        from mingbai import app

        return app.main(given)
    try:
        from mingbai import cli

        return cli.main(given, _pictures)
    except KeyboardInterrupt:
        return STOPPED  # before anything was begun


def wants_window(given: Sequence[str]) -> bool:
    """Whether what was typed asks for the window: nothing, or a ledger alone."""
    return not given or (len(given) == 1 and given[0].lower().endswith(".mingbai"))


def _pictures(ledger: Path, language: Language, today: date) -> Iterator[Words]:
    # Without a display Qt has no windows to move, and says so of each.
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    try:
        from mingbai.ui.pictures import picture_pages
    except ImportError:
        from mingbai.domain.words import Words

        yield Words(
            "系统缺少画图的组件，没有生成画面",
            "The system lacks what pages are drawn with; no pictures were made",
        )
        return
    yield from picture_pages(ledger, language, today)


if __name__ == "__main__":
    sys.exit(main())
