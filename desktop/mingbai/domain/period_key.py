"""The keys of periods in words and back: 2026-W47 is 2026年第47周, 2026-10 is October 2026."""

from __future__ import annotations

import re
import unicodedata

from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.frequency import Frequency
from mingbai.domain.pattern import pattern
from mingbai.domain.period import ORDINALS
from mingbai.domain.words import Words

HALVES = "上下"
KEY = pattern(
    r"(?P<y>\d{4})(?:-(?:(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?|W(?P<w>0[1-9]|[1-4]\d|5[0-3])|Q(?P<q>[1-4])|H(?P<h>[12])))?"
)
SAID = (
    pattern(r"(?P<y>20\d\d)\s*[-年./]\s*(?P<m>\d{1,2})\s*月?(?:份)?"),
    pattern(r"(?P<y>20\d\d)\s*[-年./]\s*(?P<m>\d{1,2})\s*[-月./]\s*(?P<d>\d{1,2})\s*日?"),
    pattern(rf"(?:(?P<d>\d{{1,2}})\s+)?(?P<name>{'|'.join(MONTH_NAMES)})\s+(?P<y>20\d\d)", re.IGNORECASE),
    pattern(r"(?P<y>20\d\d)\s*[-年/]?\s*(?:w|第)\s*(?P<w>\d{1,2})\s*周?", re.IGNORECASE),
    pattern(r"week\s*(?P<w>\d{1,2}),?\s+(?:of\s+)?(?P<y>20\d\d)", re.IGNORECASE),
    pattern(r"(?P<y>20\d\d)\s*[-年/]?\s*(?:q|第)?\s*(?P<q>[1-4一二三四])\s*季度?", re.IGNORECASE),
    pattern(r"(?P<y>20\d\d)\s*[-/]?\s*q(?P<q>[1-4])", re.IGNORECASE),
    pattern(r"q(?P<q>[1-4])\s+(?P<y>20\d\d)", re.IGNORECASE),
    pattern(r"(?P<y>20\d\d)\s*年?\s*(?P<h>[上下])半年"),
    pattern(r"(?P<h>first|second)\s+half\s+of\s+(?P<y>20\d\d)", re.IGNORECASE),
    pattern(r"(?P<y>20\d\d)\s*年"),
)
"""How people write a period, the ways in which `key_words` says it among them."""


def key_words(key: str) -> Words:
    """A period as people say it; what is no key stays as it is."""
    found = KEY.fullmatch(key)
    if found is None:
        return Words(key, key)
    year = found["y"]
    if found["m"]:
        month, day = int(found["m"]), int(found["d"] or 0)
        zh = f"{year}年{month}月" + (f"{day}日" if day else "")
        return Words(zh, (f"{day} " if day else "") + f"{MONTH_NAMES[month - 1]} {year}")
    if found["w"]:
        return Words(f"{year}年第{int(found['w'])}周", f"Week {int(found['w'])}, {year}")
    if found["q"]:
        return Words(f"{year}年{ORDINALS[int(found['q']) - 1]}季度", f"Q{found['q']} {year}")
    if found["h"]:
        first = found["h"] == "1"
        return Words(
            f"{year}年{HALVES[0 if first else 1]}半年", f"{'First' if first else 'Second'} half of {year}"
        )
    return Words(f"{year}年", year)


def key_frequency(key: str) -> Frequency | None:
    """How often something comes whose period has this key; None for what is no key."""
    found = KEY.fullmatch(key)
    if found is None:
        return None
    named = next((name for name in ("d", "m", "w", "q", "h") if found[name]), "y")
    return _FREQUENCIES[named]


_FREQUENCIES = {
    "d": Frequency.DAILY,
    "w": Frequency.WEEKLY,
    "m": Frequency.MONTHLY,
    "q": Frequency.QUARTERLY,
    "h": Frequency.HALF_YEARLY,
    "y": Frequency.YEARLY,
}


def key_meant(text: str) -> str:
    """The key of a period as somebody wrote it; what is no period stays as it is."""
    plain = unicodedata.normalize("NFKC", text).strip()
    found = next((match for form in SAID if (match := form.fullmatch(plain)) is not None), None)
    key = "" if found is None else _key_of({name: said for name, said in found.groupdict().items() if said})
    return key if KEY.fullmatch(key) else text


def _key_of(said: dict[str, str]) -> str:
    year = said["y"]
    if "name" in said:
        said["m"] = str([name.lower() for name in MONTH_NAMES].index(said["name"].lower()) + 1)
    if "m" in said:
        return f"{year}-{int(said['m']):02d}" + (f"-{int(said['d']):02d}" if "d" in said else "")
    if "w" in said:
        return f"{year}-W{int(said['w']):02d}"
    if "q" in said:
        return f"{year}-Q{ORDINALS.find(said['q']) + 1 or said['q']}"
    if "h" in said:
        return f"{year}-H{1 if said['h'].lower() in ('上', 'first') else 2}"
    return year
