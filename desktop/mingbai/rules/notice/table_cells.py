"""What a day in a cell of a table is, by the heading above it or the name beside it."""

from __future__ import annotations

from mingbai.domain.pattern import pattern

_CELL = pattern(r"[|｜\t]")
_NAMED = pattern(r"(?:^|[|｜\t])\s*(?P<name>[^|｜\t\d]{2,16}?)\s*[|｜\t]\s*$")
_ABOVE = 2_000
"""So many signs above a row its headings may stand."""


def name_of(text: str, start: int) -> str:
    """The heading of the cell in which a place of a text stands, or what its row names it; empty where it is no cell."""
    begins = text.rfind("\n", 0, start) + 1
    ends = text.find("\n", start)
    row = text[begins : len(text) if ends < 0 else ends]
    cells = len(_CELL.findall(row))
    if not cells:
        return ""
    at = len(_CELL.findall(text[begins:start]))
    for line in text[max(0, begins - _ABOVE) : begins].split("\n"):
        heads = _CELL.split(line)
        if len(heads) == cells + 1 and not any(sign.isdigit() for sign in line):
            return heads[at].strip()
    named = _NAMED.search(text[begins:start])
    return named["name"] if named else ""
