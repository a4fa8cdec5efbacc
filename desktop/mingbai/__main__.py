"""The command `mingbai`, and `python -m mingbai`."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the number is the exit code."""
    # Imported late: a start from here must cost nothing that the chosen command does not need.
    from mingbai import cli

    return cli.main(argv)


if __name__ == "__main__":
    sys.exit(main())
