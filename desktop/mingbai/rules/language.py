"""In which language a text is written: two questions, whose answers differ where a text has both."""

from __future__ import annotations

from mingbai.domain.pattern import pattern

HAN = pattern("[\u4e00-\u9fff]")
_LATIN = 0.8


def has_han(text: str) -> bool:
    """Whether a text has any Chinese: its days may be written in Chinese."""
    return HAN.search(text) is not None


def mostly_english(same: str) -> bool:
    """Whether a folded text is read word by word: English, but for a name, a greeting or a short line of Chinese."""
    return len(same.encode("ascii", "ignore")) > len(same) * _LATIN
