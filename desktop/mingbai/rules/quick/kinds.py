"""The words for what must be handed in or done: 报表, 工作机制, log book, official visit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from mingbai.domain.task import Ask, TaskKind
from mingbai.domain.text import fold
from mingbai.resources import rows_of
from mingbai.rules.quick.line import HAN

_NO_KIND = (TaskKind.TASK, TaskKind.OTHER)


@cache
def _kinds() -> dict[str, TaskKind]:
    """Every word for a kind, folded: its names, the ends and alternatives of English ones, what Ask calls it."""
    words: dict[str, list[TaskKind]] = {}
    for kind in TaskKind:
        if kind in _NO_KIND:
            continue
        for name in kind.names:
            words.setdefault(fold(name), []).append(kind)
    exact = set(words)
    for kind in TaskKind:
        if kind in _NO_KIND:
            continue
        said = fold(kind.words.en).split(" for ")[0]
        parts = re.split(r",\s*|\s+(?:or|and)\s+", said)
        for part in [*(parts if len(parts) > 1 else ()), said.split()[-1], *_after_new(said)]:
            if part not in exact and len(part) > 3:
                words.setdefault(part, []).append(kind)
    for ask in Ask:
        for name in (part for one in ask.names for part in one.split(" or ")):
            met = TaskKind.read(name)
            if met is not None and met not in _NO_KIND and fold(name) not in exact:
                words.setdefault(fold(name), []).append(met)
    found = {word: set(kinds) for word, kinds in words.items()}
    return {word: kinds.pop() for word, kinds in found.items() if len(kinds) == 1}


def _after_new(said: str) -> Iterable[str]:
    return (said.removeprefix("new "),) if said.startswith("new ") else ()


@cache
def _listed() -> dict[str, TaskKind]:
    """What the catalogue calls a kind, folded, and that without the verb that begins it: 设立工作机制, 工作机制."""
    return {
        fold(name): TaskKind.of(row["code"])
        for row in rows_of("catalogues/burden_kinds.csv")
        for name in (row["name_zh"], row["name_en"], re.sub(f"^(?:{_DOING})", "", row["name_zh"]))
        if row["code"] != TaskKind.OTHER.code
    }


@cache
def _spoken() -> dict[str, TaskKind]:
    """What else people say for a kind, folded."""
    return _listed() | {
        fold(name): TaskKind.of(row["code"])
        for row in rows_of("words/task_kinds.csv")
        for name in f"{row['words_zh']};{row['words_en']}".split(";")
        if name
    }


KEPT = 512
"""So many words are remembered: with each key the same ones come again."""
_DOING = "报送|填报|下发|交办|出具|设立|代行|创建|应用"
"""Beginnings of names that say what is done and not what is handed in."""
_HOW = "工作|线上|书面|新设|多份"
"""And such as only say how or for what."""


@lru_cache(maxsize=KEPT)
def kind_of(word: str) -> TaskKind | None:
    """The kind that a word alone names: 报表, 问卷 (the beginning of a name), photos."""
    said = fold(word).strip()
    found = _kinds().get(said) or _kinds().get(said.removesuffix("s")) or _spoken().get(said)
    if (
        found is None
        and 2 <= len(said) <= 4
        and HAN.match(said)
        and not re.fullmatch(f"{_DOING}|{_HOW}", said)
    ):
        begun = {kind for name, kind in _kinds().items() if name.startswith(said)}
        found = begun.pop() if len(begun) == 1 else None
    return found


def begins_kind(typed: str) -> bool:
    """Whether what is typed in Latin letters may become a word for a kind: pho, of photos."""
    said = fold(typed).strip()
    return said.isascii() and any(word.startswith(said) for words in (_kinds(), _spoken()) for word in words)
