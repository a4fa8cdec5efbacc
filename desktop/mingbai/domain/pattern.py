"""Patterns that are compiled when they are first used: a start must not pay for what it does not read."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression as `re.compile` makes it, made when it is first asked for something."""
    return cast("re.Pattern[str]", _Pattern(text, flags))


def alternatives(text: str, flags: int = 0) -> re.Pattern[str]:
    """The same for many alternatives that are sought in whole texts: most places of a text can begin none of them."""
    return cast("re.Pattern[str]", _Pattern(text, flags, many=True))


class _Pattern:
    """Becomes the compiled expression's methods, one by one, as they are asked for."""

    def __init__(self, text: str, flags: int, *, many: bool = False) -> None:
        self._source = (text, flags)
        self._many = many

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        text, flags = self._source
        if self._many:
            # Whoever compiles nothing reads no file for it.
            from mingbai.domain.beginning import begun

            text = begun(text)
        return re.compile(text, flags)

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._compiled, name)
        setattr(self, name, method)
        return method
