"""A clue: words by which something is known in a text, written as a small pattern.

In a clue `(a|b)` is either, `a?` may be missing, `…` is some signs or words between, `..` at most a few, `A&B`
both in any order, `<kin>` any word of that group; English clues are whole words. That is all: whoever knows
the work can add one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold

_GAP_ZH, _GAP_EN = r"[^。！？!?；;\n]{0,9}?", r"[^.!?;\n]{0,28}?"
_FEW = r"[^。！？!?；;\n，,]{0,4}?"
_ANYTHING = r"[\s\S]{0,200}?"
_GROUP = pattern(r"<([a-z]+)>")
_HAN = pattern("[\u3400-\u9fff]")
ANY_TEXT = "一 x"
"""Where nothing is said, a clue that is found nevertheless is found everywhere."""


@lru_cache(maxsize=2048)  # the same few hundred words are asked for each list of rules that is read
def readable(clue: str) -> bool:
    """Whether a clue that names no group can be looked for, and is not found in everything."""
    try:
        found = re.compile(clue_pattern(clue, {})).finditer(ANY_TEXT)
        return all(one.end() > one.start() for one in found)
    except (KeyError, re.error, OverflowError, RecursionError):
        return False


def clue_pattern(clue: str, groups: Mapping[str, tuple[str, ...]]) -> str:
    """The clue as a regular expression over folded text; only what the module names is special."""
    both = clue.partition("&")
    if both[1]:
        one, other = (clue_pattern(half, groups) for half in (both[0], both[2]))
        return f"(?:{one}){_ANYTHING}(?:{other})|(?:{other}){_ANYTHING}(?:{one})"
    parts: list[str] = []
    han = bool(_HAN.search(clue)) or _is_chinese(clue, groups)
    at = 0
    while at < len(clue):
        if (group := _GROUP.match(clue, at)) is not None:
            parts.append(_any_of(groups[group[1]], groups))
            at = group.end()
        elif clue.startswith("..", at):
            parts.append(_FEW if han else _GAP_EN)
            at += 2
        elif clue[at] == "…":
            parts.append(_GAP_ZH if han else _GAP_EN)
            at += 1
        elif clue[at] in "(|)?":
            parts.append({"(": "(?:"}.get(clue[at], clue[at]))
            at += 1
        elif clue.startswith(r"\d+", at):
            parts.append(r"\d{1,9}")  # without an end, a text of nothing but digits would take long
            at += 3
        else:
            parts.append(r"\s+" if clue[at] == " " else re.escape(fold(clue[at])))
            at += 1
    whole = "".join(parts)
    return whole if han else rf"\b(?:{whole})\b"


def _is_chinese(clue: str, groups: Mapping[str, tuple[str, ...]]) -> bool:
    return any(_HAN.search("".join(groups[name])) for name in _GROUP.findall(clue))


def _any_of(words: tuple[str, ...], groups: Mapping[str, tuple[str, ...]]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    alternatives = "|".join(clue_pattern(word, groups) for word in ordered)
    return f"(?:{alternatives})"
