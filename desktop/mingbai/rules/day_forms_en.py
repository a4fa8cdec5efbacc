"""The ways in which an English text names a day or a time, as patterns; what the words mean is told in `days_meant_en`."""

from __future__ import annotations

from mingbai.domain.calendar_names import MONTH_NUMBERS, WEEKDAY_EN, WEEKDAY_NUMBERS
from mingbai.domain.numerals import COUNTS_EN, ORDINALS_EN
from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.day_words import (
    DOTTED_MONTH_EN,
    HURRIED_TOMORROW_EN,
    NUMBER_EN,
    NUMBERED_EN,
    ORDINAL_EN,
    PART_OF_TODAY_EN,
    YEAR_EN,
)

_CLOCK_EN = r"(?:\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b\.?|\d{1,2}:\d\d(?:\s*(?:hrs|hours))?|\d{1,2}\s*o['’]?clock|noon|midday)"
_STOPS = r"\s*(?:[.,;:!?)]|$)"
_WORKING_DAY = r"(?:working|business)\s+day"
_AT_TIME = rf"(?:\s+(?:at|by|before)\s+(?P<time>{_CLOCK_EN}))?(?P<until>(?!))?"

# --- The ways to name a day --------------------------------------------------------------------

_END = (
    r"(?:the\s+)?(?:end|last\s+day|(?<=the )last)\s+of\s+(?:(?:the|this|next)\s+)?(?:month|year|quarter)"
    r"|before\s+the\s+(?:week|month|quarter|year)\s+(?:is\s+(?:out|over)|ends|closes)"
    r"|(?:the\s+)?(?:month|quarter|year)['’]s\s+end"
    rf"|(?:the\s+)?end\s+of\s+{DOTTED_MONTH_EN}|month[- ]end|quarter[- ]end|year[- ]end"
)
_ORDINAL_AND_MONTH = rf"(?:the\s+)?{ORDINAL_EN}\s+(?:of\s+)?{DOTTED_MONTH_EN}(?!\w)"
_BY_ORDINAL = (
    rf"(?:(?<=\bon )|(?<=\bby )|(?<=\bbefore )|(?<=\buntil ))the\s+{ORDINAL_EN}"
    rf"(?={_STOPS}|\s+(?:of\s+the\s+month\b|inst\b|(?:you|we|i|they|he|she|the|an?|our|your|all|at|by|please|and)\b))"
    r"(?:\s+(?:of\s+the\s+month|inst))?"
)
_ORDINAL_ALONE = (
    rf"the\s+(?!{'|'.join(ORDINALS_EN[:3])}){ORDINAL_EN}"
    rf"(?={_STOPS}|\s+(?:at|by|before|and|of\s+(?:this|next)\s+month)\b)"
)
"""The fifteenth, where no word follows that it may belong to."""
_ORDINAL_OF_MONTH = rf"the\s+{ORDINAL_EN}\s+of\s+(?:this|next)\s+month"
_FROM_TODAY = rf"(?:the\s+)?day\s+after\s+tomorrow|today|tomorrow|{HURRIED_TOMORROW_EN}|{PART_OF_TODAY_EN}"
_DAY_AND_MONTH = (
    rf"(?:{WEEKDAY_EN}\.?,?\s+)?(?:the\s+)?{NUMBER_EN}\s+(?:of\s+)?{DOTTED_MONTH_EN}{YEAR_EN}(?!\w)"
)
_MONTH_AND_DAY = rf"(?:{WEEKDAY_EN}\.?,?\s+)?{DOTTED_MONTH_EN}\s+{NUMBER_EN}(?![\d:]){YEAR_EN}"
_NUMBERED = rf"(?:{WEEKDAY_EN},?\s+)?(?:the\s+)?{NUMBERED_EN}(?:\s+of\s+(?:this|next)\s+month)?"
_WEEKDAY_AND_NUMBER = (
    rf"{WEEKDAY_EN}\s+(?!{_CLOCK_EN})\d{{1,2}}(?=\s*(?:[.,;:!?)\n]|[-–—](?!\s*\d)|$))(?!\.\d)"
)
"""Fri 24."""
_WEEK_END = r"(?:the\s+)?end\s+of\s+(?:this|the|next)\s+week"
_WEEKDAY = (
    rf"(?:(?:this\s+coming|coming|this|next)\s+)?{WEEKDAY_EN}"
    r"(?:['’]s|\s+next(?!\s+(?:week|month|year|time|to)\b)|\s+(?:of\s+)?(?:this|next)\s+week)?"
)
_IN_DIGITS = (
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|(?:3[01]|2\d|1[3-9])/(?:1[0-2]|0?[1-9])"
)
_DAY = "|".join(
    (
        *(_END, _ORDINAL_AND_MONTH, _BY_ORDINAL, _ORDINAL_ALONE, _ORDINAL_OF_MONTH, _FROM_TODAY),
        *(_DAY_AND_MONTH, _MONTH_AND_DAY, _NUMBERED, _WEEKDAY_AND_NUMBER, _WEEK_END, _WEEKDAY, _IN_DIGITS),
    )
)
"""The first that fits is taken."""

# --- A day in a sentence -----------------------------------------------------------------------

_TIME_BEFORE = rf"(?:(?P<before>{_CLOCK_EN})(?:\s*[-–—]\s*{_CLOCK_EN})?(?:\s*,?\s*(?:on|of)?\s+|,\s*))?"
_FROM = (
    r"(?:(?P<from>\d{1,2})(?:st|nd|rd|th)?"
    rf"(?:\s*[-–—]\s*|\s+(?:to|until|till|through|and)\s+|(?:,\s*{NUMBER_EN})+,?\s+and\s+)"
    rf"(?=(?:the\s+)?{NUMBER_EN}\s+(?:of\s+)?{DOTTED_MONTH_EN}\b))?"
)
"""The first of some days: 3 to 5 December; 3, 4 and 5 December."""
_TO = rf"(?:\s*[-–—]\s*(?P<to>{NUMBER_EN}\s+{DOTTED_MONTH_EN}|{NUMBER_EN}(?!\w)))?"
_PART = r"(?P<part>\s+(?:morning|afternoon|evening|night))?"
_TIME_BEHIND = (
    r"(?:\s*(?:,|\bat|\bby|\bbefore|\buntil|\bno\s+later\s+than|\bfrom|\()?\s*(?:at\s+|by\s+|before\s+|from\s+)?"
    rf"(?P<after>{_CLOCK_EN}|(?:[01]?\d|2[0-3])\.[0-5]0(?!\d|\.\d)))?"
)
SAID_EN = alternatives(
    rf"(?<![\w'’./-]){_TIME_BEFORE}{_FROM}(?P<day>{_DAY})(?![\w'’]|-(?!\s?\d)){_TO}{_PART}{_TIME_BEHIND}"
)

# --- A time, or a count of days, in a sentence -------------------------------------------------

_NAMED_DAY = f"\\d|today|tomorrow|this|next|{'|'.join((*WEEKDAY_NUMBERS, *MONTH_NUMBERS))}"
CLOSING_EN = (
    r"\b(?:by|before)\s+(?:the\s+)?(?:(?:close|end)\s+of\s+(?:business|play|the\s+(?:working\s+)?day|day)|cob|eod)\b"
    rf"(?!\s*[,(]?\s*(?:on\s+|of\s+)?(?:the\s+)?(?:{_NAMED_DAY}))"
    r"|(?:^|(?<=[.,;!?]\s))(?:cob|eod)\b(?=[\s.,;!]|$)"
)
NEXT_WORKING_EN = pattern(
    rf"\b(?<!to the )(?<!until the )(?:the\s+)?(?:next|following)\s+{_WORKING_DAY}\b{_AT_TIME}"
)
NTH_IN_MONTH_EN = pattern(
    rf"\b(?:the\s+)?(?P<nth>{'|'.join(ORDINALS_EN[:4])}|last)\s+(?:(?P<work>{_WORKING_DAY})|(?P<wd>{WEEKDAY_EN})|(?P<day>day))"
    rf"\s+(?:of|in)\s+(?:(?P<rel>this|next|the)\s+month|(?P<m>{DOTTED_MONTH_EN})){_AT_TIME}"
)
FROM_NOW_EN = pattern(
    rf"(?<![\w'’-])(?P<n>\d{{1,2}}|an?|{'|'.join(COUNTS_EN)})\s+(?P<unit>working|business|calendar)?\s*(?P<what>days?|weeks?)"
    r"\s+(?:from\s+(?:today|now|this\s+notice|receipt)|after\s+receipt|of\s+receiving"
    r"|to\s+(?:reply|return|send|complete|finish|submit|respond))\b"
)
_GOES_ON_EN = r"(?=\s*(?:[.,;:!?)(-]|$)|\s+(?:and|at|by|before|please|the|we|you|i)\b)"
"""Behind a day that belongs to no noun: not three weeks on Friday duty."""
_DAY_COUNTED_FROM = rf"today|tomorrow|{WEEKDAY_EN}"
WEEKS_ON_EN = pattern(
    rf"(?<![\w'’-])(?<!for )(?<!within )(?<!in )(?:(?P<n>an?|{'|'.join(COUNTS_EN[:4])})\s+(?:weeks?|fortnight)\s+"
    rf"(?:(?:on|from)\s+)?(?P<day>{_DAY_COUNTED_FROM})|(?P<day2>{_DAY_COUNTED_FROM})\s+(?:week|fortnight)){_GOES_ON_EN}"
)
"""A week today, a fortnight on Friday, Monday week."""
