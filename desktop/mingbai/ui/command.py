"""A command: something a person can do here, with its words, its key and its icon, declared once.

Menus, the command palette, key caps and the page of keys all read the same declarations.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mingbai.domain.words import Words

PRINTED = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
"""What stands on a key that Qt writes out."""


@dataclass(frozen=True, slots=True)
class Command:
    """What can be done, by whom it is called and how."""

    code: str
    words: Words
    run: Callable[[], object]
    keys: str = ""
    """As Qt writes them: `Ctrl+N`, `Delete`. Empty where there is no key."""
    icon: str = ""
    detail: Words | None = None
    """What it is done to, in a few words: 选中的 1 条."""
    enabled: Callable[[], bool] | None = None
    """Whether it can be done now; always, if not said."""
    global_keys: bool = False
    """The key works wherever the focus is in the window, else only inside the page that gives the command."""

    heard: str = ""
    """A key that a list of the page hears by itself: told like the others, and bound by nobody else."""

    also: str = ""
    """Other words by which people look for it, of both languages."""

    @property
    def cap(self) -> str:
        """The key as it is printed on one: Ctrl+N, Alt+←."""
        parts = (self.keys or self.heard).split("+")
        return "+".join(PRINTED.get(part, part) for part in parts)

    def can_run(self) -> bool:
        """Whether it can be done now."""
        return self.enabled is None or self.enabled()
