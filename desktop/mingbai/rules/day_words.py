"""How days and times are written, as patterns: the pieces of a typed line, and those that texts share with it."""

from __future__ import annotations

from mingbai.domain.calendar_names import MONTH_EN, WEEK_ZH, WEEKDAY_EN, WEEKDAY_ZH
from mingbai.domain.numerals import COUNTS_EN, NUMERAL_SIGNS, ORDINALS_EN
from mingbai.domain.pattern import pattern

# --- Chinese -----------------------------------------------------------------------------------

NUMERAL = f"[{NUMERAL_SIGNS}]{{1,3}}"
NUMBER = rf"(?:\d{{1,2}}|{NUMERAL})"
PART = "(?:上午|下午|中午|早上|早晨|清晨|凌晨|傍晚|晚上|晚间|夜里|晚|早)"
HALF_OF_DAY = "(?:上午|下午|晚上|中午|早上|晚|早)"

DAY_ZH = (
    rf"(?:\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}[日号]?|{NUMBER}月{NUMBER}[日号]?"
    rf"|(?:[本这下]个?月|{NUMBER}月份?)[底末]|[本这下]个?月{NUMBER}[日号]|\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|{NUMBER}[日号]|(?:下下|[本这下])?个?{WEEKDAY_ZH}|大后天|[今明后]天|[今明]日|[今明](?=[晚早])"
    r"|[今明本]?年[底末]|本?季度?[底末]|月[底末])"
)
"""A day in a typed line, where words stand alone; a text of sentences needs the stricter one of `day_forms_zh`."""
BESIDE_ZH = rf"(?:\s*[(（]\s*{WEEKDAY_ZH}\s*[)）])?"
"""The weekday that may stand beside a day: （周四）."""
TIME_ZH = rf"(?:\s*{HALF_OF_DAY}?\s*(?:\d{{1,2}}[:：]\d\d|{NUMBER}[点时](?:半|整|\d{{1,2}}分?)?))?"
WITHIN_ZH = (
    rf"(?:{NUMBER}(?:[天日]|个?{WEEK_ZH})[之以]?内|[本这下]个?{WEEK_ZH}[之以]?内|[本这]个?月[之以]?内)"
)

# --- English -----------------------------------------------------------------------------------

DOTTED_MONTH_EN = rf"{MONTH_EN}\.?"
NUMBERED_EN = r"\d{1,2}(?:st|nd|rd|th)"
NUMBER_EN = f"{NUMBERED_EN}?"
"""The number of a day: 5th, and 5 as well."""
YEAR_EN = r"(?:,?\s+(?:19|20)\d\d)?"
HURRIED_TOMORROW_EN = "(?:tmrw?|2moro)"
"""Tomorrow as it is typed in a hurry."""
PART_OF_TODAY_EN = r"(?:tonight|this\s+(?:morning|afternoon|evening))"
ORDINAL_EN = f"(?:{'|'.join(sorted(ORDINALS_EN, key=len, reverse=True))})"

DAY_EN = (
    r"(?:(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|next\s+)?(?:month|year)|(?:the\s+)?day\s+after\s+tomorrow|today|tomorrow"
    rf"|(?:{WEEKDAY_EN},?\s+)?{NUMBER_EN}\s+(?:of\s+)?{DOTTED_MONTH_EN}{YEAR_EN}"
    rf"|(?:{WEEKDAY_EN},?\s+)?{DOTTED_MONTH_EN}\s+{NUMBER_EN}{YEAR_EN}"
    rf"|(?:the\s+)?{NUMBERED_EN}|(?:(?:this|next)\s+)?{WEEKDAY_EN}|this\s+(?:week|month)|month[- ]end|year[- ]end"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2})"
)
TIME_EN = r"(?:,?\s+(?:at\s+)?\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?|,?\s+(?:at\s+)?\d{1,2}:\d\d)?"
WITHIN_EN = pattern(
    r"(?<![\w'’-])(?:with)?in\s+(?:the\s+next\s+)?"
    rf"(?P<n>\d{{1,2}}|{'|'.join(COUNTS_EN)}|(?<=within )an?)\s+(?:\(\d+\)\s+)?"
    r"(?P<unit>working|business|calendar)?\s*(?P<what>days?|weeks?|hours?)\b"
)
