"""What a pasted text is: a line, several entries, cells of a sheet, or a notice."""

from __future__ import annotations

from enum import Enum
from unicodedata import east_asian_width

from mingbai.desk.quick import lines_of
from mingbai.domain.pattern import pattern


class Sort(Enum):
    """What a pasted text is."""

    NOTHING = "nothing"
    LINE = "line"
    LINES = "lines"
    CELLS = "cells"
    NOTICE = "notice"


LINE_WIDTH = 120
"""So wide is the longest line that somebody types; a character of Chinese counts two."""
_SENTENCES = pattern(r"[。！？；]\s*\S|[。！？]\s*$|[：:]\s*$|[a-z)\d][.!?]\s+[A-Z]|[a-z]{2}[.!?]\s*$")
_TO_ALL = pattern(
    r"通知|通告|请各|请[你贵]|各(?:村|社区|单位|部门|网格|镇|街道|位)|收到(?:请|后)?回复|联系人|特此|现将|为了?(?:进一步|切实|贯彻)"
    r"|(?i:\b(?:dear|please|notice|hereby|regards|kindly|all communities|all villages)\b)"
)


def sort_of(text: str) -> Sort:
    """What a pasted text is: a line to type on with, lines that are an entry each, cells of a sheet, or a notice."""
    lines = lines_of(text)
    if not lines:
        return Sort.NOTHING
    if len(lines) == 1:
        inside = pattern(r"[。！？；]\s*\S").search(lines[0])
        return Sort.NOTICE if inside or _width(lines[0]) > LINE_WIDTH else Sort.LINE
    cells = [line.count("\t") for line in text.splitlines() if line.strip()]
    if min(cells) >= 1 and cells.count(max(cells)) * 10 >= len(cells) * 8:
        return Sort.CELLS
    marked = any(_SENTENCES.search(line) or _TO_ALL.search(line) for line in lines)
    return Sort.NOTICE if marked else Sort.LINES


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
