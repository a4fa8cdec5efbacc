"""The long patterns of the rules, which look first at what they can begin with, find what they found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from itertools import chain, islice
from pkgutil import walk_packages
from types import ModuleType

from tests.lines import score_notices

from mingbai import rules
from mingbai.domain.pattern import _Pattern, alternatives
from mingbai.rules.said_days import same_signs

LINES = 150


def makers() -> list[ModuleType]:
    """The modules of rules that make some."""
    modules = [import_module(one.name) for one in walk_packages(rules.__path__, f"{rules.__name__}.")]
    return [module for module in modules if vars(module).get("alternatives") is alternatives]


def made_in(value: object) -> Iterator[_Pattern]:
    """The long patterns in a value of a module, in rows and tables too."""
    if isinstance(value, _Pattern) and value._many:
        yield value
    elif isinstance(value, Mapping):
        yield from made_in([*value.values()])
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from made_in(one)


def patterns() -> list[_Pattern]:
    """All of them, each once though several modules use it."""
    known: dict[int, _Pattern] = {}
    for module in makers():
        made = [
            one for name, value in vars(module).items() if name != "__builtins__" for one in made_in(value)
        ]
        assert made, module.__name__
        known |= {id(one): one for one in made}
    return [*known.values()]


def test_open_notices_are_met_at_the_same_places() -> None:
    sets = ("notices_open.jsonl", "notices_open2.jsonl")
    lines = islice(chain.from_iterable(map(score_notices.lines, sets)), LINES)
    texts = [same_signs(line["text"]) for line in lines]
    assert len(texts) == LINES
    for one in patterns():
        plain, quick = re.compile(*one._source), one._compiled
        assert plain.flags == quick.flags
        for text in texts:
            assert [found.span() for found in plain.finditer(text)] == [
                found.span() for found in quick.finditer(text)
            ]


def test_most_of_them_look_first() -> None:
    known = patterns()
    looking = [one for one in known if one._compiled.pattern != one._source[0]]
    assert len(looking) > 0.9 * len(known)
