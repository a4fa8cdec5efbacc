"""A line that names a weekly, monthly, quarterly or daily return and no day: it may be asked for again and again.

    周报 城管办 人居环境整治周报 · Civil Affairs wants the weekly report on waste sorting

That it recurs is likely and not sure: one that is wanted once is called a weekly report too. So it is only offered.
"""

from __future__ import annotations

from mingbai.domain.demand import Period
from mingbai.domain.pattern import pattern
from mingbai.domain.task import TASKS
from mingbai.rules.quick import Quick
from mingbai.rules.quick_days import says_due
from mingbai.rules.quick_line import Line

_SIGNS = {"日": Period.DAILY, "周": Period.WEEKLY, "月": Period.MONTHLY, "季": Period.QUARTERLY}
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
    r"|(?<![\w'’-])(?:this|last|next)\s+(?:week|month|quarter)|week\s+\d|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\s+(?:monthly|return|report|figures)"
)
"""Says which of them it is: then one is wanted."""


def return_named(quick: Quick) -> Period | None:
    """How often comes what an assignment without a day is called after; None where no word says so."""
    line = Line(quick.text)
    if quick.register != TASKS.code or "due_on" in quick.fields or says_due(line):
        return None
    if _ONE_OF_THEM.search(line.same):
        return None
    if (zh := _ZH.search(line.same)) is not None:
        return _SIGNS[zh["often"]]
    return Period.of(en["often"]) if (en := _EN.search(line.same)) is not None else None
