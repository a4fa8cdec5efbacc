"""The same deeds as the window's, from the command line."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command: 0 done, 1 refused or failed with one sentence on stderr, 2 wrong usage."""
    from mingbai.cli.run import run

    return run(argv)


__all__ = ["main"]
