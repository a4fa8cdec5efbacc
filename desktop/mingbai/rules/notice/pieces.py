"""What signs are made of: the words of a folded text, or pieces of its writing, with all numbers alike."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mingbai.domain.pattern import pattern

Signs = list[tuple[str, float]]
"""What is seen, and how much of it counts."""

_DIGITS = pattern(r"\d+")
_WORD_OR_MARK = pattern(r"[a-z']+|[^a-z\s]")


def plain(text: str) -> str:
    """A text whose numbers are all alike."""
    return _DIGITS.sub("0", text)


def words_of(text: str) -> list[str]:
    """The English words of a text."""
    return re.findall(r"[a-z']+", text)


def words_and_marks(text: str) -> list[str]:
    """The English words of a text and each mark between them."""
    return _WORD_OR_MARK.findall(text)


def pieces(text: str, mark: str, lengths: Iterable[int], line: str = "|") -> list[str]:
    """Every piece of a text of some lengths, the end of a line written as `line`."""
    text = text.replace("\n", line)
    return [mark + text[at : at + length] for length in lengths for at in range(len(text) - length + 1)]
