"""Where the window keeps what it remembers on this PC, and the language chosen there, for whoever has no window."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

from mingbai.domain.words import Language

LOOK = "look"
"""The name under which the chosen look is kept."""

_LOOK = re.compile(rf"^{LOOK}=(?P<value>.*)$", re.MULTILINE)


def memory_file() -> Path:
    """The file of the person's settings, where programs of this system keep theirs."""
    if sys.platform == "win32":
        folder = os.environ.get("APPDATA") or str(Path.home() / "AppData" / "Roaming")
    else:
        folder = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return Path(folder) / "Mingbai" / "Ledger.ini"


def chosen_language() -> Language | None:
    """The language chosen in the window; None where none was, it follows the system, or it cannot be read."""
    try:
        found = _LOOK.search(memory_file().read_text(encoding="utf-8"))
        # A text in quotes, its marks escaped: in it the value stands as JSON.
        kept = json.loads(json.loads(found["value"])) if found is not None else None
    except (OSError, RuntimeError, ValueError, TypeError):
        return None
    language = kept.get("language") if isinstance(kept, dict) else None
    return "zh" if language == "zh" else "en" if language == "en" else None
