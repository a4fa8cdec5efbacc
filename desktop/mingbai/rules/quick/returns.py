"""A line that names a weekly, monthly, quarterly or daily return: it may be asked for again and again.

    周报 城管办 人居环境整治周报 · Civil Affairs wants the weekly report on waste sorting

That it recurs is likely and not sure: one that is wanted once is called a weekly report too. So it is only offered.
A day by which it is wanted is offered as that day of every week or month.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.frequency import Frequency
from mingbai.domain.pattern import pattern
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.rules.quick.days import says_due
from mingbai.rules.quick.line import HAN, Line
from mingbai.rules.quick.quick import Quick

_SIGNS = {"日": Frequency.DAILY, "周": Frequency.WEEKLY, "月": Frequency.MONTHLY, "季": Frequency.QUARTERLY}
_ZH = pattern(
    r"(?P<often>[周月季]|(?:(?<![\u4e00-\u9fff])|(?<=工作|情况|数据|进度|进展|巡查|统计|动态|信息|排查|防汛))日)度?报表?(?=$|[\s,，;；。（(])"
)
"""A 日报 may be a newspaper."""
_EN = pattern(
    r"(?<![\w'’-])(?P<often>daily|weekly|monthly|quarterly)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:report|return|summary|figures|statistics|table|form|list|data|update)s?(?![\w-])"
)
_ONE_OF_THEM = pattern(
    r"[本上这下]个?[周月季]|第.{1,3}[周期]|\d{1,2}月|[一二三四]季度"
    r"|(?<![\w'’-])(?:this|last|next)\s+(?:week|month|quarter)|week\s+\d"
    rf"|(?:{'|'.join(MONTH_NAMES).lower()})\s+(?:monthly|return|report|figures)"
)
"""Says which of them it is: then one is wanted."""


@dataclass(frozen=True, slots=True)
class Often:
    """How often it would come, as it is typed, and the words of the line in whose place."""

    period: Frequency
    typed: str
    start: int = 0
    end: int = 0

    def into(self, text: str) -> str:
        """The line with that in it."""
        return f"{text[: self.start]}{self.typed}{text[self.end :]}"


def return_named(quick: Quick, today: date) -> Often | None:
    """How often comes what an assignment is called after; None where no word says so, or which of them is wanted."""
    due = quick.fields.get("due_on")
    # What its own day says, such as a month, does not say which of them is wanted.
    blank = " " * (due.end - due.start) if due is not None else ""
    line = Line(quick.text if due is None else quick.text[: due.start] + blank + quick.text[due.end :])
    if quick.register != TASKS.code or says_due(line) or _ONE_OF_THEM.search(line.same):
        return None
    if (zh := _ZH.search(line.same)) is not None:
        period: Frequency | None = _SIGNS[zh["often"]]
    else:
        en = _EN.search(line.same)
        period = Frequency.of(en["often"]) if en is not None else None
    if period is None:
        return None
    chinese = HAN.search(quick.text) is not None
    if due is None:
        return Often(period, f"{period.words.zh if chinese else period.words.en.lower()} ")
    words = _by_day(period, due.value, today)
    if words is None:
        return None
    gap = "" if quick.text[due.end : due.end + 1].isspace() else " "
    return Often(period, (words.zh if chinese else words.en) + gap, due.start, due.end)


def _by_day(period: Frequency, due: str, today: date) -> Words | None:
    """How often and by which day, where the day is one of the coming week or month and no hour would be lost."""
    if len(due) > len("2026-11-24"):
        return None
    day = date.fromisoformat(due)
    ahead = (day - today).days
    if period is Frequency.WEEKLY and 0 <= ahead <= len(_WEEKDAYS):
        weekday = _WEEKDAYS[day.weekday()]
        return Words(f"每周{weekday.zh}前", f"every {weekday.en}")
    if period is Frequency.MONTHLY and 0 <= ahead <= MONTH:
        return Words(f"每月{day.day}日前", f"every month by the {day.day}{_ordinal(day.day)}")
    if period is Frequency.QUARTERLY and 0 <= ahead <= QUARTER and day.month % 3 == 1:
        # Of a later month of the quarter nobody writes so.
        return Words(f"每季度首月{day.day}日前", f"every quarter by the {day.day}{_ordinal(day.day)}")
    return None


MONTH, QUARTER = 31, 92
_WEEKDAYS = (
    Words("一", "Monday"),
    Words("二", "Tuesday"),
    Words("三", "Wednesday"),
    Words("四", "Thursday"),
    Words("五", "Friday"),
    Words("六", "Saturday"),
    Words("日", "Sunday"),
)


def _ordinal(day: int) -> str:
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
