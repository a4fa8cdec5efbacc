"""The ledgers that were open on this PC, the last one first."""

from __future__ import annotations

from pathlib import Path

from mingbai.disk import file_there
from mingbai.ui.memory import Memory

RECENT = "recent"
"""The name in the memory."""
KEPT = 8


def recent_ledgers(memory: Memory) -> list[Path]:
    """Those that are still there."""
    kept = memory.get(RECENT, [])
    paths = [Path(str(one)) for one in kept] if isinstance(kept, list) else []
    return [path for path in paths if file_there(path)]


def keep_recent(memory: Memory, path: Path) -> None:
    """Notes that a ledger was opened now."""
    path = path.absolute()
    found = memory.get(RECENT, [])
    others = [one for one in found if one != str(path)] if isinstance(found, list) else []
    memory.keep(RECENT, [str(path), *others][:KEPT])
