"""Reads what a program shows by its accessible names (AT-SPI). Run with the system's Python, which has gi: eye.py PID.

Prints one JSON line for each node: depth, role, name, description, states, and text where it holds some.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

MOST_CHILDREN = 60
"""Of a list of thousands the first rows are enough."""
DEEPEST = 40


def application(pid: int) -> Any:
    """The program with this process id, or None while it has not told of itself."""
    desktop = Atspi.get_desktop(0)
    for at in range(desktop.get_child_count()):
        found = desktop.get_child_at_index(at)
        if found is not None and found.get_process_id() == pid:
            return found
    return None


def nodes(node: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """This node and all below it that is on the screen, from top to bottom."""
    try:
        told = _told(node, depth)
        count = min(node.get_child_count(), MOST_CHILDREN) if depth < DEEPEST else 0
    except GLib.Error:  # it went away while it was looked at
        return
    if depth and "showing" not in told["states"]:
        return
    yield told
    for at in range(count):
        try:
            child = node.get_child_at_index(at)
        except GLib.Error:
            continue
        if child is not None:
            yield from nodes(child, depth + 1)


def _told(node: Any, depth: int) -> dict[str, Any]:
    states = sorted(state.value_nick for state in node.get_state_set().get_states())
    text = ""
    if "Text" in node.get_interfaces() and node.get_role_name() not in ("label", "push button"):
        text = Atspi.Text.get_text(node, 0, -1)
    return {
        "depth": depth,
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": states,
        "text": text,
    }


def main() -> int:
    """Prints the tree; 3 when there is no such program."""
    found = application(int(sys.argv[1]))
    if found is None:
        return 3
    for told in nodes(found):
        print(json.dumps(told, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
