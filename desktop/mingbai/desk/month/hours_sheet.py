"""附表1: the hours returned to staff, row by row, with how they were worked out and how they are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from mingbai.desk.month.case_rows import case_columns, numbered
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.hours import Account
from mingbai.desk.month.names import Names
from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.demand import MinutesSource
from mingbai.domain.sheet import DASH, Cell, CellValue, Look, Row, RowKind, Sheet, SheetColumn
from mingbai.domain.words import Words
from mingbai.rules.hours import KNOWN_ENOUGH, Change, Line, Returned, rounded_shares

TITLE = Words("还给干部的时间测算表", "Hours Returned to Staff: an Estimate")
TAB = Words("附表1 还给干部的时间", "Annex 1 Hours returned")

WAYS = {Change.NEW: Words("新增", "New"), Change.CAME_BACK: Words("又出现", "Came back")}


def hours_sheet(edition: Edition, account: Account, names: Names) -> Sheet:
    """What was taken off, what was added or came back, and the net."""
    found = account.returned(edition.period.months)
    return edition.sheet(
        TAB,
        TITLE,
        _columns(edition),
        tuple(_rows(edition, account, names, found)),
        right=edition.table(edition.say("附表1", "Annex 1"), edition.say("单位：小时", "in hours")),
        notes=(*_notes(edition, found), *_not_counted(edition, account)),
        foot=edition.foot(),
        frozen_columns=2,
    )


def _columns(edition: Edition) -> tuple[SheetColumn, ...]:
    say = edition.say
    columns = (
        *case_columns(edition, title=26.5, level=7.7, way=9.0, times=7.8),
        SheetColumn(say("每次用时\n（分钟）", "Minutes\neach time"), 8.2, Look.COUNT),
        SheetColumn(say("每次\n人数", "People\neach time"), 8.0, Look.COUNT),
        SheetColumn(say("起算\n年月", "Counts\nfrom"), 9.0, Look.MONTH),
        SheetColumn(say("每年\n（小时）", "Hours\na year"), 9.0, Look.TENTH),
        SheetColumn(say("用时\n来源", "Minutes\nknown by"), 8.2, Look.WORD),
        SheetColumn(f"{edition.into(edition.called.this)}\n{say('（小时）', '(hours)')}", 9.5, Look.TENTH),
        SheetColumn(say("本年累计\n（小时）", "Year to date\n(hours)"), 9.7, Look.TENTH),
    )
    # A year so far is the year.
    return columns[:-1] if edition.whole_year else columns


BLOCKS = (
    (Change.CUT, Words("一、减少（{n}项）", "1. Less work ({n})")),
    (Change.NEW, Words("二、新增（{n}项，抵减）", "2. New ({n}, counted against)")),
    (Change.CAME_BACK, Words("三、又出现（{n}项，抵减）", "3. Came back ({n}, counted against)")),
)


def _rows(edition: Edition, account: Account, names: Names, found: Returned) -> Iterator[Row]:
    shown = account.shown(edition.period)
    for change, title in BLOCKS:
        lines = [line for line in shown if line.change is change]
        yield Row((edition.into(title.format(n=len(lines))),), RowKind.SECTION)
        cases = ((f"{change.value} {line.subject}", _cells(edition, account, names, line)) for line in lines)
        yield from numbered(cases, len(_columns(edition)))
        yield _sum(edition, account, edition.say("小计", "Subtotal"), lines)
    net = edition.say("净额（减少－新增－又出现）", "Net (less work − new − came back)")
    yield _sum(edition, account, net, shown, instead=hours_range(edition, found) if found.is_range else "")


def _cells(edition: Edition, account: Account, names: Names, line: Line) -> tuple[CellValue | Cell, ...]:
    period = edition.period
    title, behind, way = _subject(account, names, line)
    to_date = () if edition.whole_year else (line.hours_in(account.reached(period.year_to_date)),)
    return (
        title,
        behind,
        edition.into(way),
        line.before.times,
        line.after.times,
        _minutes(line),
        line.before.people if line.before.people == line.after.people else _both(line),
        line.counts_from,
        line.hours_a_year,
        edition.into(line.source.words),
        line.hours_in(account.reached(period.months)),
        *to_date,
    )


def _subject(account: Account, names: Names, line: Line) -> tuple[str, str, Words]:
    """What the line is about, which unit asks for it, and in which way it changed."""
    decision, demand = account.decisions.get(line.subject), account.demands.get(line.subject)
    if decision is None:
        if demand is None:
            return DASH, DASH, WAYS[line.change]
        return names.free_text(demand.title), names.department(demand.department), WAYS[line.change]
    if line.change is Change.CAME_BACK:
        again = account.demands.get(decision.came_back_as or "")
        if again is not None:
            return names.free_text(again.title), names.department(again.department), WAYS[line.change]
        return names.title(decision), names.behind(decision), WAYS[line.change]
    way = decision.method.words if decision.method else decision.assessment.words
    return names.title(decision), names.behind(decision), way


def _minutes(line: Line) -> CellValue | Cell:
    """Minutes before and after, where the work itself became shorter."""
    before, after = line.before.minutes, line.after.minutes
    if before == after or not line.after.times:
        return before
    return after if not line.before.times else Cell(f"{before} → {after}", Look.WORD)


def _both(line: Line) -> Cell:
    return Cell(f"{line.before.people} → {line.after.people}", Look.WORD)


def _sum(edition: Edition, account: Account, label: str, lines: Iterable[Line], *, instead: str = "") -> Row:
    """Rows are rounded first and then added, so that the column adds up by hand."""
    lines = list(lines)
    period = edition.period
    a_year = sum((line.hours_a_year for line in lines), Decimal(0))
    now = sum((line.hours_in(account.reached(period.months)) for line in lines), Decimal(0))
    year = sum((line.hours_in(account.reached(period.year_to_date)) for line in lines), Decimal(0))
    counts: tuple[CellValue | Cell, ...] = (a_year, "", now, year)
    if instead:
        counts = (DASH, "", Cell(instead, Look.WORD), DASH)
    return Row((label, *[""] * 8, *(counts[:-1] if edition.whole_year else counts)), RowKind.TOTAL)


def hours_range(edition: Edition, found: Returned) -> str:
    """The period's hours where too little was timed or asked for one number to stand."""
    low, high = (f"{number:,.1f}".replace("-", "−") for number in (found.low, found.high))
    return edition.say(f"{low}～{high}", f"{low} to {high}")


def _not_counted(edition: Edition, account: Account) -> Iterator[str]:
    """Why what was cut returned no hours yet."""
    waiting, untold = account.waiting(edition.period), account.untold(edition.period)
    if waiting:
        first = min(line.counts_from for line in waiting)
        days = f"{first.year}年{first.month}月", f"{MONTH_NAMES[first.month - 1]} {first.year}"
        are = "is" if len(waiting) == 1 else "are"
        yield edition.say(
            f"{edition.this}未计：{len(waiting)}项核减执行未满一个整月，最早自{days[0]}起算。",
            f"Not counted yet: {len(waiting)} cut {are} in effect for less than a whole month; "
            f"the first counts from {days[1]}.",
        )
    if untold:
        yield edition.say(
            f"未计：{untold}项核减没有填核减前的次数或每次用时。",
            f"Not counted: {untold} {'cut' if untold == 1 else 'cuts'} without times a year or minutes before.",
        )


def _notes(edition: Edition, found: Returned) -> Iterator[str]:
    yield edition.say(
        "方法：标准成本法。小时＝每次用时（分钟）÷60×每年次数之差×人数；每月按年数的十二分之一计，"
        "自第一个未再要求的完整月份起算；扣除新增与又出现的事项；各行先保留一位小数再合计。",
        "Method: Standard Cost Model. Hours = minutes each time ÷ 60 × times a year × people, before less "
        "after; a month is a twelfth of a year; counted from the first whole month in which it did not come; "
        "less what is new or came back. Each row is rounded to one place before rows are added.",
    )
    shares = "，".join if edition.language == "zh" else ", ".join
    rounded = rounded_shares(found.shares, 2)
    known = shares(
        f"{edition.into(source.words) if edition.language == 'zh' else source.words.en.lower()}"
        f"{'' if edition.language == 'zh' else ' '}{rounded[source]:.2f}%"
        for source in MinutesSource
    )
    if not any(found.shares.values()):
        yield edition.say(
            "用时来源：本年尚无可计的小时。", "Source of minutes: no hours to count this year yet."
        )
    elif found.is_range:
        yield edition.say(
            f"用时来源（按本年累计绝对值）：{known}。计时与询问合计不足{KNOWN_ENOUGH}%，"
            f"只列区间：{edition.this}{hours_range(edition, found)}小时（默认用时上下各浮动一半）。",
            f"Source of minutes (share of the year's hours, without sign): {known}. Timed and asked together are "
            f"below {KNOWN_ENOUGH}%, so only a range stands: {hours_range(edition, found)} hours {edition.this} "
            f"(default minutes off by a half either way).",
        )
    else:
        yield edition.say(
            f"用时来源（按本年累计绝对值）：{known}。计时与询问合计达到{KNOWN_ENOUGH}%，按单一数列示。",
            f"Source of minutes (share of the year's hours, without sign): {known}. Timed and asked together "
            f"reach {KNOWN_ENOUGH}%, so one number stands.",
        )
    yield edition.say("本表为估算，不用于考核任何人。", "An estimate; it evaluates nobody.")
