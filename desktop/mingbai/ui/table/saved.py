"""Filters a person gave a name, kept for this PC."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mingbai.ui.memory import Memory

ORDER = "filter_order"
"""The name in the memory of the order of all filters: register and name."""


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A typed filter with a name."""

    name: str
    where: str


def saved_filters(memory: Memory, register: str) -> list[SavedFilter]:
    """The filters kept for a register, in their order."""
    kept = memory.get(f"filters/{register}", [])
    if not isinstance(kept, list):
        return []
    return [
        SavedFilter(str(one["name"]), str(one["where"]))
        for one in kept
        if isinstance(one, dict) and one.get("name") and "where" in one
    ]


def every_filter(memory: Memory) -> list[tuple[str, SavedFilter]]:
    """All kept filters with their registers, in the order a person gave them; new ones come last."""
    from mingbai.domain.registers import REGISTERS

    found = [(code, one) for code in REGISTERS for one in saved_filters(memory, code)]
    kept = memory.get(ORDER, [])
    places = (
        {tuple(one): at for at, one in enumerate(kept) if _is_pair(one)} if isinstance(kept, list) else {}
    )
    return sorted(found, key=lambda pair: places.get((pair[0], pair[1].name), len(places)))


def keep_filter(memory: Memory, register: str, saved: SavedFilter) -> None:
    """Keeps a filter; one of the same name is replaced, in its place."""
    kept = saved_filters(memory, register)
    if any(one.name == saved.name for one in kept):
        _keep(memory, register, [saved if one.name == saved.name else one for one in kept])
    else:
        _keep(memory, register, [*kept, saved])


def rename_filter(memory: Memory, register: str, name: str, new: str) -> None:
    """Gives a filter another name, which no other of the register has. It keeps its place."""
    order = every_filter(memory)
    kept = saved_filters(memory, register)
    _keep(memory, register, [SavedFilter(new, one.where) if one.name == name else one for one in kept])
    _keep_order(
        memory, [(code, new if (code, one.name) == (register, name) else one.name) for code, one in order]
    )


def move_filter(memory: Memory, register: str, name: str, step: int) -> None:
    """Moves a filter up (-1) or down (1) among all of them; at an end it stays."""
    order = every_filter(memory)
    at = next(at for at, (code, one) in enumerate(order) if (code, one.name) == (register, name))
    to = at + step
    if not 0 <= to < len(order):
        return
    order[at], order[to] = order[to], order[at]
    _keep_order(memory, [(code, one.name) for code, one in order])
    _keep(memory, register, [one for code, one in order if code == register])


def forget_filter(memory: Memory, register: str, name: str) -> Callable[[], None]:
    """Forgets the filter of this name; what is answered brings it back to its place."""
    order = every_filter(memory)
    kept = saved_filters(memory, register)

    def back() -> None:
        _keep(memory, register, kept)
        _keep_order(memory, [(code, one.name) for code, one in order])

    _keep(memory, register, [one for one in kept if one.name != name])
    return back


def _is_pair(kept: object) -> bool:
    return isinstance(kept, list) and len(kept) == 2 and all(isinstance(part, str) for part in kept)


def _keep_order(memory: Memory, order: list[tuple[str, str]]) -> None:
    memory.keep(ORDER, [list(pair) for pair in order])


def _keep(memory: Memory, register: str, filters: list[SavedFilter]) -> None:
    memory.keep(f"filters/{register}", [{"name": one.name, "where": one.where} for one in filters])
