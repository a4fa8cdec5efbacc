"""A closed set of answers: a stable code for the ledger, a word in each language for people."""

from __future__ import annotations

from enum import Enum
from typing import Self

from mingbai.domain.text import fold
from mingbai.domain.words import Words


class Choice(Enum):
    """Members are written `TODO = "todo", "待办", "To do"`, further names understood at import after that."""

    words: Words
    also: tuple[str, ...]

    def __new__(cls, code: str, zh: str, en: str, *also: str) -> Self:
        member = object.__new__(cls)
        member._value_ = code
        member.words = Words(zh, en)
        member.also = also
        return member

    @property
    def code(self) -> str:
        """What the ledger stores; never renamed, never reused."""
        return str(self.value)

    @classmethod
    def of(cls, code: str) -> Self:
        """The member with this code. Raises `KeyError` when there is none."""
        members: dict[str, Self] = cls._value2member_map_  # type: ignore[assignment]
        return members[code]

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The member meant by a code, a word of either language or another known name."""
        wanted = fold(text)
        for member in cls:
            names = (member.code, member.words.zh, member.words.en, *member.also)
            if wanted in map(fold, names):
                return member
        return None
