"""Figures of what residents asked us to solve."""

from __future__ import annotations

from mingbai.domain.figure import Duration, Figure, Flow, Of, Ratio, Stock, Top, Unit
from mingbai.domain.filter import Filter, Op, Other, Where, both, equals, filled, one_of
from mingbai.domain.issue import SATISFIED, IssueChannel, Satisfaction, Solved, Urgency
from mingbai.domain.words import Words

RATED = one_of("satisfaction", *SATISFIED, Satisfaction.NOT)


def _accepted(code: str, zh: str, en: str, note: Words, where: Filter | None = None) -> Flow:
    return Flow(
        code=code,
        words=Words(zh, en),
        unit=Unit.ITEM,
        note=note,
        register="issue",
        dated="accepted_at",
        where=both(where),
    )


def _closed(code: str, zh: str, en: str, note: Words, where: Filter | None = None) -> Flow:
    return Flow(
        code=code,
        words=Words(zh, en),
        unit=Unit.ITEM,
        note=note,
        register="issue",
        dated="closed_at",
        where=both(where),
    )


def _share(code: str, zh: str, en: str, note: Words, part: str, whole: str) -> Ratio:
    return Ratio(code=code, words=Words(zh, en), unit=Unit.PERCENT, note=note, part=part, whole=whole)


def _largest(code: str, zh: str, en: str, note: Words, by: str, through: str = "") -> Top:
    return Top(
        code=code,
        words=Words(zh, en),
        unit=Unit.PERCENT,
        note=note,
        register="issue",
        dated="accepted_at",
        by=by,
        through=through,
        share=True,
    )


ISSUE_FIGURES: tuple[Figure, ...] = (
    _accepted(
        "issue.received",
        "受理居民诉求",
        "Issues received",
        Words("受理时间在本期内的诉求", "Issues accepted in the period"),
    ),
    _accepted(
        "issue.urgent",
        "其中：紧急诉求",
        "of which urgent",
        Words("受理的诉求中等级为紧急的件数", "Accepted, of the level urgent"),
        equals("urgency", Urgency.URGENT),
    ),
    _accepted(
        "issue.hotline",
        "其中：热线转办",
        "of which by hotline",
        Words("受理的诉求中由12345热线转办的件数", "Accepted, handed on by the 12345 hotline"),
        equals("channel", IssueChannel.HOTLINE),
    ),
    _closed(
        "issue.closed",
        "办结",
        "Issues closed",
        Words("办结时间在本期内的诉求", "Issues closed in the period"),
    ),
    Stock(
        code="issue.open",
        words=Words("在办（期末）", "Open (at end)"),
        unit=Unit.ITEM,
        note=Words(
            "期末未办结的诉求＝期初＋受理－办结", "Not closed by the period's end: start + received − closed"
        ),
        register="issue",
        since="accepted_at",
        until="closed_at",
    ),
    _closed(
        "issue.closed_due",
        "应办结",
        "Closed, with a due time",
        Words("本期办结的有期限件", "Closed in the period, with a due time"),
        filled("due_at"),
    ),
    _closed(
        "issue.closed_on_time",
        "按期办结",
        "Closed in time",
        Words("本期办结且不晚于办理时限的件数", "Closed in the period, no later than the due time"),
        Where("closed_at", Op.AT_MOST, Other("due_at")),
    ),
    _share(
        "issue.on_time",
        "按期办结率",
        "Closed on time",
        Words("按期办结÷应办结（本期办结的有期限件）", "Closed in time ÷ closed with a due time"),
        "issue.closed_on_time",
        "issue.closed_due",
    ),
    _closed(
        "issue.solved_count",
        "已解决",
        "Solved",
        Words("本期办结且结果为已解决的件数", "Closed in the period as solved"),
        equals("solved", Solved.SOLVED),
    ),
    _share(
        "issue.solved",
        "实际解决率",
        "Solved",
        Words("结果为已解决÷办结", "Closed as solved ÷ closed"),
        "issue.solved_count",
        "issue.closed",
    ),
    _closed(
        "issue.rated",
        "已评价",
        "Rated",
        Words("本期办结且居民已评价的件数", "Closed in the period and rated by the resident"),
        RATED,
    ),
    _closed(
        "issue.satisfied_count",
        "满意",
        "Satisfied",
        Words(
            "本期办结且评价为非常满意、满意或基本满意的件数",
            "Closed in the period and rated fairly satisfied or better",
        ),
        one_of("satisfaction", *SATISFIED),
    ),
    _share(
        "issue.satisfied",
        "满意率",
        "Satisfied",
        Words(
            "（非常满意＋满意＋基本满意）÷已评价", "(Very satisfied + satisfied + fairly satisfied) ÷ rated"
        ),
        "issue.satisfied_count",
        "issue.rated",
    ),
    _closed(
        "issue.told_count",
        "已告知居民",
        "Residents told",
        Words("本期办结且已填告知日期的件数", "Closed in the period, with the day the resident was told"),
        filled("told_on"),
    ),
    _share(
        "issue.told",
        "告知率",
        "Residents told",
        Words("已告知居民÷办结", "Residents told ÷ closed"),
        "issue.told_count",
        "issue.closed",
    ),
    _closed(
        "issue.joint",
        "多单位协办",
        "solved with other units",
        Words("本期办结且有协办单位的件数", "Closed in the period, with helping units"),
        filled("helping"),
    ),
    Duration(
        code="issue.days",
        words=Words("办理用时（中位数）", "Days to close (median)"),
        unit=Unit.WORKING_DAYS,
        note=Words(
            "受理次日起至办结日的工作日，取本期办结诉求的中位数；办结早于受理的另计",
            "Working days from the day after acceptance to closing, median of those closed in the period; "
            "closed before accepted are counted apart",
        ),
        register="issue",
        dated="closed_at",
        start="accepted_at",
        end="closed_at",
    ),
    Flow(
        code="issue.hours",
        words=Words("办理诉求用时", "Hours on issues"),
        unit=Unit.HOURS,
        note=Words(
            "本期办结诉求所填用时之和，未填的不计",
            "Hours entered for those closed in the period; blanks do not count",
        ),
        register="issue",
        dated="closed_at",
        of="minutes",
        per=60,
    ),
    _largest(
        "issue.top",
        "最多一类占比：{label}",
        "Largest category: {label}",
        Words(
            "本期受理最多的一级分类件数÷受理件数；各列为同一类",
            "Accepted of the period's largest class ÷ accepted; all columns count the same class",
        ),
        "category",
        "group",
    ),
    _largest(
        "issue.top_type",
        "最多类型占比：{label}",
        "Largest type: {label}",
        Words(
            "本期受理最多的诉求类型件数÷受理件数", "Accepted of the period's most frequent type ÷ accepted"
        ),
        "demand_type",
    ),
    _largest(
        "issue.top_place",
        "最多地点占比：{label}",
        "Most from: {label}",
        Words(
            "本期受理最多的小区或网格件数÷受理件数",
            "Accepted from the period's most frequent place ÷ accepted",
        ),
        "place",
    ),
    Top(
        code="issue.repeated",
        words=Words("同一地点三件以上", "Three or more from a place"),
        unit=Unit.ITEM,
        note=Words(
            "本期受理的诉求中，来自同一小区或网格三件及以上的件数",
            "Accepted in the period, from places with three or more of them",
        ),
        register="issue",
        dated="accepted_at",
        by="place",
        of=Of.REPEATED,
    ),
    Ratio(
        code="issue.per_1000",
        words=Words("每千名居民受理", "Per 1,000 residents"),
        unit=Unit.ITEM,
        note=Words("受理件数÷常住人口×1000", "Accepted ÷ residents × 1,000"),
        part="issue.received",
        whole="place.residents",
        scale=1000,
    ),
)
