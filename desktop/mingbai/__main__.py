"""The command `mingbai`, and `python -m mingbai`."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Opens the window, or runs one command; the number is the exit code."""
    given = sys.argv[1:] if argv is None else argv
    # Imported late: a start from here must cost nothing that the chosen command does not need.
    if wants_window(given):
        # What a start makes stays; looking for garbage in it again and again is time lost.
        gc.disable()
        from mingbai import app

        return app.main(given)
    from mingbai import cli

    return cli.main(given)


def wants_window(given: Sequence[str]) -> bool:
    """Whether what was typed asks for the window: nothing, or a ledger alone."""
    return not given or (len(given) == 1 and given[0].lower().endswith(".mingbai"))


if __name__ == "__main__":
    sys.exit(main())
