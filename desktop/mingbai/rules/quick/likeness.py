"""How alike two titles are, by the pairs of characters or the words they share."""

from __future__ import annotations

import re

from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.domain.words import singular

ALIKE = 0.6
"""From here on two titles are worth a second look."""

_NOISE = pattern(
    "上报|报送|填报|提交|开展|做好|关于|的通知|通知|工作|情况|一季度|二季度|三季度|四季度|上半年|下半年|本月"
    r"|[\d第年月日周季期（）()〔〕\[\]“”「」,，.。、:：;；\s]"
)
_WORD = pattern(r"[a-z0-9]+|[\u3400-\u9fff]+")
_SMALL = frozenset({"the", "of", "and", "for", "to", "in", "on", "at", "a", "an"})


MOST = 3
"""So many English words of a title are looked for one by one."""


def likeness(one: str, other: str) -> float:
    """0 for titles that share nothing, 1 for the same."""
    a, b = _pieces(one), _pieces(other)
    if not a or not b:
        return 0.0
    return 2 * len(a & b) / (len(a) + len(b))


def telling(title: str) -> list[str]:
    """What to search for, so that titles like this one are found: the longest words, or pieces of a Chinese one."""
    words = [word for word in _WORD.findall(fold(title)) if word not in _SMALL]
    latin = sorted((word for word in words if word.isascii() and len(word) > 3), key=len, reverse=True)[:MOST]
    han = [_NOISE.sub(" ", word) for word in words if not word.isascii()]
    pieces = [piece for word in han for piece in word.split() if len(piece) > 1]
    # Together they find few, and each alone the title that lacks the other or has it in the singular.
    found = [" ".join(latin[:2])] if latin else []
    for piece in sorted(pieces, key=len, reverse=True)[:2]:
        found += [piece] if len(piece) <= 4 else [piece[:4], piece[-4:]]
    return list(dict.fromkeys([*found[:4], *latin]))


def _pieces(title: str) -> frozenset[str]:
    said = fold(title)
    han = _NOISE.sub("", re.sub("[a-z0-9]+", "", said))
    latin = [singular(word) for word in re.findall("[a-z]+", said) if word not in _SMALL]
    return frozenset([*(han[at : at + 2] for at in range(len(han) - 1)), *latin])
