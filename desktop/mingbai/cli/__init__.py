"""The same deeds as the window's, from the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mingbai.cli.run import Pictures


def main(argv: Sequence[str] | None = None, pictures: Pictures | None = None) -> int:
    """Runs one command: 0 done, 1 refused or failed with one sentence on stderr, 2 wrong usage.

    The command line knows no window; whoever knows both hands it what makes `pictures`.
    """
    from mingbai.cli.run import run

    return run(argv, pictures)


__all__ = ["main"]
