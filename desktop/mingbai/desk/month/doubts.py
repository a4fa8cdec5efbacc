"""What to look at before a report is handed in: what contradicts itself or is missing, each with its remedy.

Neutral and few: nobody is blamed for a blank, and a report may be sent with all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from mingbai.desk.month.doubt import Doubt
from mingbai.desk.month.named import named_residents
from mingbai.desk.month.past import past_figures
from mingbai.desk.month.sent import latest_sent
from mingbai.desk.month.settled import parted
from mingbai.desk.places import place_of, working_days
from mingbai.desk.recurring import expected
from mingbai.domain.certificate_type import Answer
from mingbai.domain.department import Level
from mingbai.domain.filter import (
    ALL,
    Every,
    Filter,
    Op,
    Other,
    Some,
    Where,
    both,
    empty,
    equals,
    filled,
    one_of,
)
from mingbai.domain.period import ReportPeriod
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import DECISIONS, FLAGS, IS_CUT, FlagState
from mingbai.domain.rule import Family
from mingbai.domain.task import Status
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked, asked_count
from mingbai.ledger.ledger import Entry, Ledger

MOST = 10

FILL_IN = Words("补上", "Fill in")
MEND_DAY = Words("核对日期", "Check the days")
CHECK = Words("核对", "Check")
SEE = Words("查看", "Show")
CONFIRM = Words("确认", "Confirm")
SET_LEVEL = Words("选层级", "Set level")
UPDATE = Words("更新", "Update")
TYPE_IN = Words("补录", "Type in")


def month_doubts(ledger: Ledger, period: ReportPeriod, today: date) -> tuple[list[Doubt], int]:
    """At most ten, the weightiest first, and how many others a person looked at and found to be so.

    Who would be named by a submission comes first, then contradictions, what figures lack and what bases lack.
    """
    found = (doubt for look in LOOKED_AT for doubt in look(ledger, period, today))
    waiting, known = parted(ledger, period, found, today)
    return waiting[:MOST], len(known)


def _within(field: str, period: ReportPeriod, today: date) -> Filter:
    first, last = period.start.isoformat(), min(period.end, today).isoformat()
    return both(Where(field, Op.AT_LEAST, first), Where(field, Op.AT_MOST, last))


STANDS = Where("status", Op.IS_NOT, Status.VOID.code)

Look = Callable[[Ledger, ReportPeriod, date], Iterator[Doubt]]


def _rows(
    code: str,
    register: str,
    dated: str,
    asked_for: Filter,
    zh: str,
    one: str,
    many: str,
    verb: Words,
    field: str,
) -> Look:
    """Looks at entries of the period by one of their dates, and tells how many there are."""

    def look(ledger: Ledger, period: ReportPeriod, today: date) -> Iterator[Doubt]:
        wanted = both(asked_for, _within(dated, period, today)) if dated else asked_for
        yield from _counted(ledger, code, register, wanted, today, zh, one, many, verb, field)

    return look


def _counted(
    ledger: Ledger,
    code: str,
    register: str,
    wanted: Filter,
    today: date,
    zh: str,
    one: str,
    many: str,
    verb: Words,
    field: str,
) -> Iterator[Doubt]:
    declared = REGISTERS[register]
    count = asked_count(ledger, declared, wanted, today)
    if not count:
        return
    uid = ""
    if count == 1:
        entry = next(asked(ledger, declared, wanted, today))[0]
        uid = str(entry.uid)
        if verb is MEND_DAY:
            field = _wrong_day(entry, field, today)
        elif declared is DECISIONS and entry.stored.get(field) is not None:
            field = "times_before"  # the minutes stand; hours need both
    words = Words(zh, one if count == 1 else many).format(n=count)
    yield Doubt(code, words, count, verb, register, wanted, uid, field)


def _wrong_day(entry: Entry, usual: str, today: date) -> str:
    """Of days that contradict each other a beginning that has not come yet is the wrong one."""
    begun = entry.register.dated
    return begun if str(entry.stored[begun])[:10] > today.isoformat() else usual


def _residents(ledger: Ledger, _period: ReportPeriod, _today: date) -> Iterator[Doubt]:
    if not place_of(ledger).residents:
        places = ledger.entries(REGISTERS["place"])
        uid = str(places[0].uid) if places else ""
        words = Words("没有填常住人口，算不出每千名居民受理", "No number of residents, so nothing per 1,000")
        yield Doubt("place.residents", words, 1, FILL_IN, "place", ALL, uid, "residents")


def _calendar(ledger: Ledger, period: ReportPeriod, _today: date) -> Iterator[Doubt]:
    """A year whose holidays are not in the list: days are then counted as if it had none."""
    working = working_days(ledger)
    unknown = sorted({day.year for day in (period.start, period.end) if not working.known(day)})
    if unknown:
        words = Words(
            "{years} 年日历未更新，工作日按周一至周五算",
            "The calendar of {years} is not updated: Monday to Friday count",
        )
        years = Words("、".join(map(str, unknown)), " and ".join(map(str, unknown)))
        yield Doubt("holiday.year", words.format(years=years), len(unknown), UPDATE, "holiday")


def _departments(ledger: Ledger, period: ReportPeriod, today: date) -> Iterator[Doubt]:
    """Units that asked for something in the period and stand on no level, which is all a report says of them."""
    unknown = Some((empty("level"), equals("level", Level.OTHER)))
    candidates = {
        str(entry.uid) for block in asked(ledger, REGISTERS["department"], unknown, today) for entry in block
    }
    if not candidates:
        return
    tasks = both(STANDS, _within("received_on", period, today), one_of("department", *sorted(candidates)))
    named = {
        str(entry.stored["department"])
        for block in asked(ledger, REGISTERS["task"], tasks, today)
        for entry in block
    }
    if not named:
        return
    yield from _counted(
        ledger,
        "department.level",
        "department",
        one_of("uid", *sorted(named)),
        today,
        "{n} 个交办单位没有层级",
        "{n} department without a level",
        "{n} departments without a level",
        SET_LEVEL,
        "level",
    )


def _waiting(ledger: Ledger, period: ReportPeriod, today: date) -> Iterator[Doubt]:
    """Occurrences of the period that nobody recorded as come or not; of what was cut none is expected."""
    waiting = [
        one
        for one in expected(ledger, today)
        if one.stopped is None and period.start <= one.due_on <= min(period.end, today)
    ]
    if not waiting:
        return
    demands = sorted({str(one.demand.uid) for one in waiting})
    count = len(waiting)
    words = Words(
        "{n} 期常态事项还没记“来了”或“没来”",
        "{n} expected occurrence not recorded" if count == 1 else "{n} expected occurrences not recorded",
    )
    yield Doubt(
        "demand.waiting",
        words.format(n=count),
        count,
        CONFIRM,
        "demand",
        one_of("uid", *demands),
        demands[0] if len(demands) == 1 else "",
        # Their list would say the same after each answer; Today asks one after another.
        page="today" if len(demands) > 1 else "",
    )


def _undocumented(ledger: Ledger, period: ReportPeriod, today: date) -> Iterator[Doubt]:
    """What is flagged for its document, where nobody said whether one was seen: the figure counts what was looked at."""
    flags = Every(
        (
            equals("register", "task"),
            equals("state", FlagState.OPEN.code),
            equals("family", Family.NO_DOCUMENT.code),
        )
    )
    flagged = {
        str(entry.stored["subject"]) for block in asked(ledger, FLAGS, flags, today) for entry in block
    }
    if not flagged:
        return
    unsaid = both(STANDS, empty("document"), _within("received_on", period, today))
    yield from _counted(
        ledger,
        "task.no_document",
        "task",
        both(unsaid, one_of("uid", *sorted(flagged))),
        today,
        "{n} 件交办没填文（编）号：有就补上，没见到就写“未见”，才算得进去",
        "{n} assignment without a document number: fill it in, or say that none was seen, to have it counted",
        "{n} assignments without a document number: fill it in, or say that none was seen, to have them counted",
        FILL_IN,
        "document",
    )


def _untimed(ledger: Ledger, period: ReportPeriod, today: date) -> Iterator[Doubt]:
    """What is asked for again and again, and nobody said how long it takes."""
    last = period.end.isoformat()
    begun = Some((empty("starts_on"), Where("starts_on", Op.AT_MOST, last)))
    going_on = Some((empty("ends_on"), Where("ends_on", Op.ABOVE, last)))
    yield from _counted(
        ledger,
        "demand.minutes",
        "demand",
        both(empty("minutes"), begun, going_on),
        today,
        "{n} 项常态事项没有用时",
        "{n} recurring assignment without minutes",
        "{n} recurring assignments without minutes",
        FILL_IN,
        "minutes",
    )


def _ahead(ledger: Ledger, period: ReportPeriod, today: date) -> Iterator[Doubt]:
    """What is noted for later days of a period that goes on, and so is not counted yet."""
    if not period.start <= today < period.end:
        return
    for register in REGISTERS.values():
        if not register.daily or not register.dated:
            continue
        later = both(
            Where(register.dated, Op.ABOVE, today.isoformat()),
            Where(register.dated, Op.AT_MOST, period.end.isoformat()),
        )
        yield from _counted(
            ledger,
            f"{register.code}.ahead",
            register.code,
            later,
            today,
            f"{register.words.zh}有 {{n}} 条的日期在今天以后，还没有计入",
            f"{register.words.en}: {{n}} dated after today, not counted yet",
            f"{register.words.en}: {{n}} dated after today, not counted yet",
            SEE,
            register.dated,
        )


def _no_base(ledger: Ledger, period: ReportPeriod, today: date) -> Iterator[Doubt]:
    """Nothing to compare with a year ago: neither entries nor a sent report nor typed figures."""
    before = period.same_last_year
    if latest_sent(ledger, before) is not None:
        return
    typed = {str(one) for one in (before, *before.months)}
    if any(named in typed for _, named in past_figures(ledger).numbers):
        return
    dated = (("task", "received_on"), ("certificate", "asked_on"), ("issue", "accepted_at"))
    if any(asked_count(ledger, REGISTERS[code], _within(name, before, today), today) for code, name in dated):
        return
    words = Words(f"{before.words.zh}没有基期数", f"No figures of {before.words.en} to compare with")
    yield Doubt("past.missing", words, 1, TYPE_IN, "past_figure")


LOOKED_AT: tuple[Look, ...] = (
    named_residents,
    _rows(
        "issue.backwards",
        "issue",
        "closed_at",
        Where("closed_at", Op.BELOW, Other("accepted_at")),
        "{n} 件诉求办结早于受理",
        "{n} issue closed before it was accepted",
        "{n} issues closed before they were accepted",
        MEND_DAY,
        "closed_at",
    ),
    _rows(
        "task.backwards",
        "task",
        "received_on",
        both(
            STANDS,
            Some(
                (
                    Where("due_on", Op.BELOW, Other("received_on")),
                    Where("done_on", Op.BELOW, Other("received_on")),
                )
            ),
        ),
        "{n} 件交办的期限或办结早于接收",
        "{n} assignment due or done before it was received",
        "{n} assignments due or done before they were received",
        MEND_DAY,
        "due_on",
    ),
    _rows(
        "task.no_done_day",
        "task",
        "received_on",
        Every((equals("status", Status.DONE), empty("done_on"))),
        "{n} 件交办已办结，没有办结日期",
        "{n} assignment done without a day",
        "{n} assignments done without a day",
        FILL_IN,
        "done_on",
    ),
    _rows(
        "decision.no_minutes",
        "decision",
        "effective_from",
        both(IS_CUT, Some((empty("minutes_before"), empty("times_before")))),
        "{n} 项核减没填核减前用时，不计入还给干部的时间",
        "{n} cut without minutes before: no hours are counted",
        "{n} cuts without minutes before: no hours are counted",
        FILL_IN,
        "minutes_before",
    ),
    _rows(
        "certificate.no_outcome",
        "certificate",
        "asked_on",
        empty("outcome"),
        "{n} 件证明没有办理结果",
        "{n} certificate without an outcome",
        "{n} certificates without an outcome",
        FILL_IN,
        "outcome",
    ),
    _rows(
        "issue.not_said",
        "issue",
        "closed_at",
        empty("solved"),
        "{n} 件办结的诉求没有填是否解决",
        "{n} closed issue not marked solved or not",
        "{n} closed issues not marked solved or not",
        FILL_IN,
        "solved",
    ),
    _residents,
    _calendar,
    _rows(
        "activity.unnamed",
        "activity",
        "held_on",
        both(filled("turnout"), empty("volunteers")),
        "{n} 次活动只填了志愿者人次，没有填姓名，不重复的人数里没有",
        "{n} activity with volunteers but no names: not among the different volunteers",
        "{n} activities with volunteers but no names: not among the different volunteers",
        FILL_IN,
        "volunteers",
    ),
    _rows(
        "task.no_due_day",
        "task",
        "received_on",
        both(STANDS, empty("due_on")),
        "{n} 件交办没有期限",
        "{n} assignment without a due day",
        "{n} assignments without a due day",
        FILL_IN,
        "due_on",
    ),
    _undocumented,
    _departments,
    _waiting,
    _untimed,
    _rows(
        "certificate.not_listed",
        "certificate",
        "asked_on",
        equals("answer", Answer.NEITHER),
        "{n} 件证明在两单之外",
        "{n} certificate on neither list",
        "{n} certificates on neither list",
        CHECK,
        "answer",
    ),
    _ahead,
    _no_base,
)
"""What is looked at, the weightiest first."""
