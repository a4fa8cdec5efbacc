"""Patterns compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from mingbai.domain.pattern import pattern


def test_it_finds_what_the_expression_finds() -> None:
    found = pattern("a(b)", re.IGNORECASE).search("xAB")
    assert found is not None
    assert found[1] == "B"
    assert pattern("a").sub("b", "aa") == "bb"
    assert pattern("a+").pattern == "a+"


def test_nothing_is_compiled_before_it_is_asked() -> None:
    broken = pattern("(")
    with pytest.raises(re.error):
        broken.search("")
