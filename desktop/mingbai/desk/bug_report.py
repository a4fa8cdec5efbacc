"""The report of a bug of ours: places in the code, nothing of any ledger."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from mingbai import __version__


def save_bug_report(error: BaseException) -> Path | None:
    """Writes when it was, which kind of error, and where in the code; answers the file.

    None where the disk takes no file: a bug may come of just that.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    about = f"Mingbai Ledger {__version__}, Python {platform.python_version()}, {sys.platform}"
    text = "\n".join([datetime.now().isoformat(timespec="seconds"), about, type(error).__name__, *lines, ""])
    try:
        handle, name = tempfile.mkstemp(prefix="mingbai-report-", suffix=".txt", text=True)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
    except OSError:
        return None
    return Path(name)
