"""Text and numbers as a workbook may hold them."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from mingbai.domain.words import Language, Words

LONGEST = 32_767
"""UTF-16 units that fit into one cell; a longer text makes Excel repair the file."""
CUT = Words("…（后略）", "… (cut)")
EXACT_DIGITS = 15
"""Excel keeps no more digits of a number."""

_TOO_LARGE = 10**EXACT_DIGITS
_STEPS = [Decimal(1).scaleb(-places) for places in range(EXACT_DIGITS + 1)]
"""What a number is rounded to, by its places."""

_EPOCH = date(1899, 12, 30).toordinal()
_LEAP_FAULT = date(1900, 3, 1)
"""Before this day Excel counts a 29 February 1900 that never was."""

_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD = re.compile("[&<>]|_x[0-9A-Fa-f]{4}_|[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORBIDDEN_IN_TABS = re.compile(r"[\[\]:*?/\\]")
LONGEST_TAB = 31


class Script:
    """Makes text fit for a cell and counts what had to be cut."""

    def __init__(self, language: Language) -> None:
        self._mark = CUT.into(language)
        self.cut = 0

    def xml(self, text: str) -> str:
        """The text between the tags of a cell: always text, never a formula, an error or broken XML."""
        if len(text) * 2 > LONGEST:
            text = self._shortened(text)
        if _ODD.search(text) is None:
            return text
        return escaped(legal(text))

    def _shortened(self, text: str) -> str:
        text = legal(text)
        units = text.encode("utf-16-le")
        if len(units) <= 2 * LONGEST:
            return text
        self.cut += 1
        kept = units[: 2 * (LONGEST - len(self._mark))]
        # Half a pair at the end is no character.
        return kept.decode("utf-16-le", "ignore") + self._mark


def legal(text: str) -> str:
    """Without the characters that XML and Excel refuse; line ends as Excel keeps them."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def escaped(text: str) -> str:
    """For XML; an underscore that Excel would take for an escape is escaped itself."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _ESCAPE.sub("_x005F_", text)


def number(value: int | Decimal, places: int | None) -> str | None:
    """The digits of a number, rounded half up to `places`; None when Excel would not keep them all."""
    if isinstance(value, int):
        return f"{value:d}" if -_TOO_LARGE < value < _TOO_LARGE else None
    if not value.is_finite() or (whole := value.adjusted()) >= EXACT_DIGITS:
        return None
    if places is None:
        digits = format(value, "f")
        return digits if len(value.as_tuple().digits) <= EXACT_DIGITS else None
    if whole + 1 + places > EXACT_DIGITS:
        return None
    rounded = value.quantize(_STEPS[places], ROUND_HALF_UP)
    # −0.00 would be shown with its sign.
    return format(rounded, "f") if rounded else "0"


def serial(value: date) -> str | None:
    """A date or moment as Excel counts days; None for days that it cannot count."""
    day = value.date() if isinstance(value, datetime) else value
    if day < _LEAP_FAULT:
        return None
    days = day.toordinal() - _EPOCH
    if not isinstance(value, datetime):
        return str(days)
    seconds = value.hour * 3600 + value.minute * 60 + value.second
    return f"{days + seconds / 86400:.10f}" if seconds else str(days)


def tab_names(wanted: list[str]) -> list[str]:
    """Names that Excel takes for its tabs: short, without its signs, no two alike."""
    taken: set[str] = set()
    names = []
    for want in wanted:
        plain = _FORBIDDEN_IN_TABS.sub(" ", legal(want).replace("\n", " ")).strip(" '")
        name = base = plain[:LONGEST_TAB].strip() or "Sheet"
        count = 1
        while name.lower() in taken:
            count += 1
            ending = f" ({count})"
            name = base[: LONGEST_TAB - len(ending)] + ending
        taken.add(name.lower())
        names.append(name)
    return names
