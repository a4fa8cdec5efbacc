"""Modules are loaded in any order, by any thread: the window loads much late, and its workers do so as well.

Whoever loads `a.b` holds the lock of `a.b` while it waits for `a`. Were `a` to load `a.b` in turn, a second thread
that began with `a` would wait for the first; Python ends such a ring by handing out half of a module.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import mingbai

ROOT = Path(mingbai.__path__[0])


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def loaded_at_once(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    """What a module loads while it is loaded itself; nothing within functions, nothing for types alone."""
    for node in body:
        match node:
            case ast.Import() | ast.ImportFrom():
                yield node
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                yield from loaded_at_once(node.orelse)
            case ast.If() | ast.Try() | ast.With() | ast.ClassDef():
                for part in ("body", "orelse", "finalbody"):
                    yield from loaded_at_once(getattr(node, part, []))
            case _:
                pass


def waits_for(modules: dict[str, list[ast.stmt]]) -> dict[str, set[str]]:
    """Which others must be there before a module is: its package, and what it names at the top."""
    waiting: dict[str, set[str]] = {}
    for name, body in modules.items():
        needed = {name.rpartition(".")[0]}
        for node in loaded_at_once(body):
            if isinstance(node, ast.Import):
                needed |= {alias.name for alias in node.names}
            elif node.module is not None:
                needed |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        waiting[name] = {one for one in needed if one in modules and one != name}
    return waiting


def test_no_module_waits_for_itself() -> None:
    modules = {
        module_of(file): ast.parse(file.read_text("utf-8")).body for file in sorted(ROOT.rglob("*.py"))
    }
    assert len(modules) > 200
    TopologicalSorter(waits_for(modules)).prepare()


def test_a_package_that_loads_its_own_module_is_found() -> None:
    modules = {"a": ast.parse("from a.b import x").body, "a.b": ast.parse("x = 1").body}
    with pytest.raises(CycleError):
        TopologicalSorter(waits_for(modules)).prepare()
