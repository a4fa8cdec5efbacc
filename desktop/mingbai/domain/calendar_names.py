"""The months and the days of a week by name: the names that the standard library gives follow the system's language."""

from __future__ import annotations

from mingbai.domain.words import Words

MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAY_NAMES = (
    *(
        Words("周一", "Monday"),
        Words("周二", "Tuesday"),
        Words("周三", "Wednesday"),
        Words("周四", "Thursday"),
    ),
    *(Words("周五", "Friday"), Words("周六", "Saturday"), Words("周日", "Sunday")),
)
"""Monday first."""

MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
WEEKDAY_NUMBERS = {name.en[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
"""By the first three letters, as which any way to write one begins; Monday is 0."""

WEEK_ZH = "(?:周|星期|礼拜)"
WEEKDAY_SIGNS = "一二三四五六日天"
WEEKDAY_ZH = f"{WEEK_ZH}[{WEEKDAY_SIGNS}]"
WEEKDAYS_ZH = {sign: min(at, 6) for at, sign in enumerate(WEEKDAY_SIGNS)}
"""By the sign behind 周; 周日 and 周天 are the same."""

MONTH_EN = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY_EN = r"(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
"""Whole or short, in a folded text."""
