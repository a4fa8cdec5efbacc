"""表5: resident issues by class and by channel; both blocks end in the same totals.

Each group is counted by the figures' own declarations with one condition more, so that no sheet can mean
something else by a figure than 表1 does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import cast

from mingbai.desk.month.edition import Edition
from mingbai.desk.month.figures import MonthFigures
from mingbai.desk.month.sentences import month_sentence
from mingbai.desk.places import working_days
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.figure import Duration, Figure, Flow, Stock, Tally, median, ratio, total
from mingbai.domain.figures import FIGURES
from mingbai.domain.filter import Filter, both, empty, equals, one_of
from mingbai.domain.issue import IssueChannel
from mingbai.domain.issue_category import ISSUE_CATEGORIES, IssueCategory
from mingbai.domain.sheet import DASH, Cell, CellValue, Look, Row, RowKind, Sheet, SheetColumn
from mingbai.domain.words import Words
from mingbai.ledger.counting import tallies
from mingbai.ledger.ledger import Ledger

TITLE = Words("居民诉求办理情况表", "Resident Issues")
TAB = Words("表5 居民诉求", "Table 5 Issues")

OPEN, RECEIVED, CLOSED, DUE, ON_TIME, SOLVED, RATED, SATISFIED, DAYS = COUNTED = (
    "issue.open",
    "issue.received",
    "issue.closed",
    "issue.closed_due",
    "issue.closed_on_time",
    "issue.solved_count",
    "issue.rated",
    "issue.satisfied_count",
    "issue.days",
)
AT_ONCE = 10
"""Groups counted by one statement, whose length grows with them."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the issues, with the name they are listed under."""

    key: str
    name: str
    where: Filter | None


def issues_sheet(ledger: Ledger, edition: Edition, figures: MonthFigures) -> Sheet:
    """Both blocks, each with every issue in exactly one row."""
    working = working_days(ledger)
    (whole,) = _counted(ledger, edition, working, [Group("", "", None)])
    rows: list[Row] = []
    blocks = (
        (edition.say("一、按诉求分类", "1. By class"), _classes(ledger, edition)),
        (edition.say("二、按来源渠道", "2. By channel"), _channels(edition)),
    )
    for title, groups in blocks:
        counted = [line for line in _counted(ledger, edition, working, groups) if not line.is_empty]
        rows.append(Row((title,), RowKind.SECTION))
        in_order = sorted(counted, key=lambda line: (-line.received, -line.closed))
        rows.extend(
            Row((n, line.group.name, *line.cells()), about=line.group.key)
            for n, line in enumerate(in_order, 1)
        )
        if not counted:
            rows.append(Row((DASH,) * 15))
        rows.append(Row((edition.say("合计", "Total"), "", *whole.cells()), RowKind.TOTAL))
    return edition.sheet(
        TAB,
        TITLE,
        _columns(edition),
        rows,
        right=edition.table(
            edition.say("表5", "Table 5"),
            edition.say("单位：件、%、工作日", "in numbers, %, working days"),
        ),
        notes=(_sentence(edition, figures), *_notes(edition)),
        foot=edition.foot(),
        frozen_columns=2,
    )


def _columns(edition: Edition) -> tuple[SheetColumn, ...]:
    heads = (
        (edition.say("期初\n在办", "Open at\nstart"), Look.COUNT),
        (edition.say("受理", "Received"), Look.COUNT),
        (edition.say("办结", "Closed"), Look.COUNT),
        (edition.say("期末\n在办", "Open at\nend"), Look.COUNT),
        (edition.say("应办结", "With due\ntime"), Look.COUNT),
        (edition.say("按期\n办结", "Closed\non time"), Look.COUNT),
        (edition.say("按期\n办结率", "On time\n(%)"), Look.HUNDREDTH),
        (edition.say("已解决", "Solved"), Look.COUNT),
        (edition.say("实际\n解决率", "Solved\n(%)"), Look.HUNDREDTH),
        (edition.say("已评价", "Rated"), Look.COUNT),
        (edition.say("满意", "Satis-\nfied"), Look.COUNT),
        (edition.say("满意率", "Satis-\nfied (%)"), Look.HUNDREDTH),
        (edition.say("用时\n中位数", "Median\ndays"), Look.TENTH),
    )
    name = 16.5 if edition.language == "zh" else 19.0
    width = (125.5 - 4.2 - name) / len(heads)
    return (
        SheetColumn(edition.say("序号", "No."), 4.2, Look.WORD),
        SheetColumn(edition.say("项目", "Item"), name, Look.TEXT),
        *(SheetColumn(head, round(width, 2), look) for head, look in heads),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """One group's counts in the period."""

    group: Group
    before: int
    now: Mapping[str, Tally]

    @property
    def received(self) -> int:
        return self.now[RECEIVED].number

    @property
    def closed(self) -> int:
        return self.now[CLOSED].number

    @property
    def is_empty(self) -> bool:
        return not (self.before or self.received or self.closed or self.now[OPEN].number)

    def cells(self) -> Iterator[CellValue | Cell]:
        """The thirteen figures."""
        count = {code: self.now[code].number for code in COUNTED}
        yield from (self.before, count[RECEIVED], count[CLOSED], count[OPEN], count[DUE], count[ON_TIME])
        yield _share(count[ON_TIME], count[DUE])
        yield count[SOLVED]
        yield _share(count[SOLVED], count[CLOSED])
        yield from (count[RATED], count[SATISFIED])
        yield _share(count[SATISFIED], count[RATED])
        days = median(self.now[DAYS].days or {})
        yield DASH if days is None else days


def _share(part: int, whole: int) -> CellValue:
    share = ratio(Decimal(part), Decimal(whole))
    return DASH if share is None else share


def _classes(ledger: Ledger, edition: Edition) -> list[Group]:
    classes: dict[str, tuple[str, list[str]]] = {}
    for entry in ledger.entries(ISSUE_CATEGORIES, binned=True):
        category: IssueCategory = entry.record
        name = category.group or category.name
        english = category.group_en or (category.name_en if not category.group else "")
        shown = english if edition.language == "en" and english else name
        classes.setdefault(name, (shown, []))[1].append(entry.uid)
    named = [
        Group(f"category {name}", shown, one_of("category", *uids)) for name, (shown, uids) in classes.items()
    ]
    return [*named, Group("category", edition.say("未分类", "Not classed"), empty("category"))]


def _channels(edition: Edition) -> list[Group]:
    named = [
        Group(f"channel {channel.code}", edition.into(channel.words), equals("channel", channel))
        for channel in IssueChannel
    ]
    return [*named, Group("channel", edition.say("未注明", "Not stated"), empty("channel"))]


def _counted(
    ledger: Ledger, edition: Edition, working: WorkingDays, groups: Iterable[Group]
) -> Iterator[_Line]:
    """Every group's counts, some groups by each statement."""
    months = edition.period.months
    before = months[0].previous
    waiting = iter(groups)
    while some := list(islice(waiting, AT_ONCE)):
        asked = [_narrowed(FIGURES[code], at, group) for at, group in enumerate(some) for code in COUNTED]
        found = tallies(ledger.rows, asked, [before, *months], working, edition.filed_on)
        for at, group in enumerate(some):
            now = {code: total(found[f"{code}/{at}", month] for month in months) for code in COUNTED}
            # What is open adds up over no months: it is as it stood at the end.
            now[OPEN] = found[f"{OPEN}/{at}", months[-1]]
            yield _Line(group, found[f"{OPEN}/{at}", before].number, now)


def _narrowed(figure: Figure, at: int, group: Group) -> Figure:
    declared = cast("Flow | Stock | Duration", figure)
    return replace(declared, code=f"{figure.code}/{at}", where=both(declared.where, group.where))


def _sentence(edition: Edition, figures: MonthFigures) -> str:
    on_time = figures.of("issue.on_time")
    if on_time.value.number is None:
        received = figures.of("issue.received")
        sentence = month_sentence(edition, received, "受理居民诉求", "issues received")
    else:
        sentence = month_sentence(edition, on_time, "居民诉求按期办结率", "issues closed on time")
    return sentence + edition.say("。", ".")


def _notes(edition: Edition) -> tuple[str, ...]:
    """Each on a line of its own: one long text may end with a lone full stop, depending on the fonts."""
    return (
        edition.say(
            "注：按期办结率＝按期办结÷应办结（本期办结的有期限件）；实际解决率＝已解决÷办结；"
            "满意率＝（非常满意＋满意＋基本满意）÷已评价；",
            "Note: on time = closed on time ÷ closed with a due time; solved = solved ÷ closed; satisfied = "
            "(very satisfied + satisfied + fairly satisfied) ÷ rated;",
        ),
        edition.say(
            "期初在办＋受理－办结＝期末在办；用时为受理次日起的工作日，取中位数。",
            "open at start + received − closed = open at end; days are working days from the day after receipt.",
        ),
    )
