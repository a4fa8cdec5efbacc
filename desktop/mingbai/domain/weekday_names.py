"""The days of a week by name, Monday first: the names that the standard library gives follow the system's language."""

from __future__ import annotations

from mingbai.domain.words import Words

WEEKDAY_NAMES = (
    *(
        Words("周一", "Monday"),
        Words("周二", "Tuesday"),
        Words("周三", "Wednesday"),
        Words("周四", "Thursday"),
    ),
    *(Words("周五", "Friday"), Words("周六", "Saturday"), Words("周日", "Sunday")),
)
