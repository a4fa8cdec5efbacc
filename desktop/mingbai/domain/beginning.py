"""What a regular expression can begin with: known that, a search need not try every alternative at every sign."""

from __future__ import annotations

import re

ANY = ""
"""Stands among the beginnings of what may begin with anything."""
_AROUND = re.compile(r"\(\?(?:[=!]|<[=!])")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|(?!\?))")
_CLASS = re.compile(r"\[(?P<none>\^?)(?P<signs>\]?(?:\\.|[^\]\\])*)\]")
_BARE = re.compile(r"^[\]-]|(?<!\\)-$")
"""Signs that stand for themselves in brackets only where nothing stands before or behind them."""
_TIMES = re.compile(r"(?P<maybe>[?*]|\{0?,\d*\}|\{0\})\??|(?:\+|\{\d+(?:,\d*)?\})\??")
_NO_MATTER = re.compile(r"[^|()\[\\]+")
"""Behind what it begins with, all is passed over that opens or ends nothing."""
_PLACES = frozenset({r"\b", r"\B", r"\A", r"\Z", "^", "$"})
_ESCAPED = frozenset(r"\^]-[&~|")
_NOT_ALONE = frozenset("xuUN0123456789")
"""Behind a backslash they say nothing without the signs behind them, or what an earlier group found."""


def begun(text: str) -> str:
    """A regular expression that finds the same, and looks first whether a sign is one with which it can begin.

    Where each alternative begins with a sign of its own, `re` does so itself; what is not understood stays as it is.
    """
    read = _Beginning(text)
    signs, empty = read.of_any()
    if read.plain or empty or ANY in signs or not read.is_whole:
        return text
    return f"(?=[{''.join(sorted(signs))}])(?:{text})"


class _Beginning:
    """Reads an expression from its first sign to its last."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.plain = True
        """Whether nothing but signs that stand for themselves was met where it can begin."""

    @property
    def is_whole(self) -> bool:
        """Whether all of it was read."""
        return self._at == len(self._text)

    def of_any(self) -> tuple[set[str], bool]:
        """The signs with which any of some alternatives can begin, as in brackets, and whether one can be empty."""
        signs, empty = self._of_row()
        while self._text.startswith("|", self._at):
            self._at += 1
            others, nothing = self._of_row()
            signs |= others
            empty |= nothing
        return signs, empty

    def _of_row(self) -> tuple[set[str], bool]:
        signs: set[str] = set()
        empty = True
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            if not empty and (rest := _NO_MATTER.match(self._text, self._at)) is not None:
                self._at = rest.end()
                continue
            if empty and self._text[self._at] in r"([\^$.":
                self.plain = False
            others, nothing = self._of_one()
            if (times := _TIMES.match(self._text, self._at)) is not None:
                self._at = times.end()
                nothing |= times["maybe"] is not None
                if self._text.startswith("+", self._at):
                    self._leave_unread()
            if empty:
                signs |= others
                empty = nothing
        return signs, empty

    def _of_one(self) -> tuple[set[str], bool]:
        text, start = self._text, self._at
        if (inside := _AROUND.match(text, start) or _GROUP.match(text, start)) is not None:
            self._at = inside.end()
            found = self.of_any()
            self._at += 1
            return (set(), True) if inside.re is _AROUND else found
        if (signs := _CLASS.match(text, start)) is not None:
            self._at = signs.end()
            return {ANY if signs["none"] else _BARE.sub(r"\\\g<0>", signs["signs"])}, False
        if text[start] == "(":
            # A group of a kind that is not known here.
            self._leave_unread()
            return {ANY}, False
        one = text[start : start + 2] if text[start] == "\\" else text[start]
        self._at += len(one)
        if one in _PLACES:
            return set(), True
        if one[0] == "\\":
            return {ANY if one[1] in _NOT_ALONE else one}, False
        return {ANY if one == "." else f"\\{one}" if one in _ESCAPED else one}, False

    def _leave_unread(self) -> None:
        self._at = len(self._text) + 1
