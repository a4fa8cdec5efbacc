"""The time of day as it is written behind a date: 下午3点半, 17:00, 5 p.m., 8 in the evening, noon."""

from __future__ import annotations

from datetime import timedelta

from mingbai.domain.pattern import pattern

Time = timedelta
"""Time since midnight; 24:00 is a whole day."""

NO_TIME = Time(days=-1)
_MORNING = {hour: hour for hour in range(12)}
_AFTERNOON = {**{hour: hour + 12 for hour in range(1, 12)}, **{hour: hour for hour in range(12, 24)}}
# At night, 12 and the small hours could be of either day.
_EVENING = {**{hour: hour + 12 for hour in range(5, 12)}, **{hour: hour for hour in range(17, 24)}}
_HOURS = {
    **dict.fromkeys(("凌晨", "清晨", "早晨", "早上", "早", "上午"), _MORNING),
    "中午": {11: 11, 12: 12, 13: 13, 1: 13, 2: 14},
    **dict.fromkeys(("下午", "傍晚"), _AFTERNOON),
    **dict.fromkeys(("晚上", "晚间", "夜里", "晚"), _EVENING),
    "am": {**_MORNING, 12: 0},
    "pm": _AFTERNOON,
    "in the morning": _MORNING,
    "in the afternoon": _AFTERNOON,
    "in the evening": _EVENING,
    "at night": _EVENING,
}
_NOON = pattern(r"[\s,]*(?:中午|正午|(?:at\s+)?(?:noon|midday))")
_TIME = pattern(
    r"(?:t|[\s,]*(?:at\s+)?)"
    r"(?P<part>上午|早上|早晨|早|清晨|凌晨|中午|下午|傍晚|晚上|晚间|夜里|晚)?\s*"
    r"(?P<h>\d{1,2})"
    r"(?P<unit>:(?P<m>\d\d)(?::(?P<s>\d\d)?(?:\.\d+)?)?"
    r"|\s*(?:时|点钟?)(?:半|整|\s*(?P<quarters>[13])刻|\s*(?P<m2>\d{1,2})(?:\s*分(?:\s*(?P<s2>\d{1,2})\s*秒)?)?)?)?"
    r"(?:\s*(?P<half>[ap])\.?m|(?:\s*o['’]clock)?\s+(?P<part_en>in\s+the\s+(?:morning|afternoon|evening)|at\s+night))?"
    r"(?:\s*\+08:?00)?"  # China has one time; another zone would shift the day
)


def time_of_day(text: str) -> Time | None:
    """The time of day in what follows a date: None for nothing, `NO_TIME` for anything else."""
    if not text.strip():
        return None
    if _NOON.fullmatch(text):
        return Time(hours=12)
    found = _TIME.fullmatch(text)
    if found is None or not (found["unit"] or found["half"] or found["part_en"]):
        return NO_TIME
    half = f"{found['half']}m" if found["half"] else None
    part = found["part"] or half or (" ".join(found["part_en"].split()) if found["part_en"] else None)
    hour: int | None = int(found["h"])
    minute = int(found["m"] or found["m2"] or 0) + 15 * int(found["quarters"] or 0)
    if "半" in (found["unit"] or ""):
        minute = 30
    second = int(found["s"] or found["s2"] or 0)
    if part is not None:
        hour = _HOURS[part].get(int(found["h"]))
    if hour is None or minute > 59 or second > 59 or (hour, minute, second) > (24, 0, 0):
        return NO_TIME
    return Time(hours=hour, minutes=minute, seconds=second)
