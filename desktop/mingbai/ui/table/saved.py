"""Filters a person gave a name, kept for this PC."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.ui.memory import Memory


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A typed filter with a name."""

    name: str
    where: str


def saved_filters(memory: Memory, register: str) -> list[SavedFilter]:
    """The filters kept for a register, in the order in which they were saved."""
    kept = memory.get(f"filters/{register}", [])
    if not isinstance(kept, list):
        return []
    return [
        SavedFilter(str(one["name"]), str(one["where"]))
        for one in kept
        if isinstance(one, dict) and one.get("name") and "where" in one
    ]


def keep_filter(memory: Memory, register: str, saved: SavedFilter) -> None:
    """Keeps a filter; one of the same name is replaced."""
    others = [one for one in saved_filters(memory, register) if one.name != saved.name]
    _keep(memory, register, [*others, saved])


def forget_filter(memory: Memory, register: str, name: str) -> None:
    """Forgets the filter of this name."""
    _keep(memory, register, [one for one in saved_filters(memory, register) if one.name != name])


def _keep(memory: Memory, register: str, filters: list[SavedFilter]) -> None:
    memory.keep(f"filters/{register}", [{"name": one.name, "where": one.where} for one in filters])
