"""Figures of assignments, single and recurring."""

from __future__ import annotations

from mingbai.domain.duty import DUTIES
from mingbai.domain.figure import Figure, Flow, Needed, Ratio, Stock, Unit
from mingbai.domain.filter import Filter, Op, Other, Where, both, equals, filled, has, one_of
from mingbai.domain.frequency import Frequency
from mingbai.domain.task import FORM_KINDS, NONE_SEEN, Ask, Listing, Status, TaskChannel
from mingbai.domain.words import Words

STANDS = Where("status", Op.IS_NOT, Status.VOID.code)
"""Void assignments were entered by mistake or taken back before anyone worked on them."""

IS_FORM = one_of("kind", *FORM_KINDS)


def _received(
    code: str, zh: str, en: str, note: Words, where: Filter | None = None, *, needs: Needed | None = None
) -> Flow:
    return Flow(
        code=code,
        words=Words(zh, en),
        unit=Unit.ITEM,
        note=note,
        register="task",
        dated="received_on",
        where=both(STANDS, where),
        needs=needs,
    )


def _done(code: str, zh: str, en: str, note: Words, where: Filter | None = None) -> Flow:
    return Flow(
        code=code,
        words=Words(zh, en),
        unit=Unit.ITEM,
        note=note,
        register="task",
        dated="done_on",
        where=both(STANDS, where),
    )


TASK_FIGURES: tuple[Figure, ...] = (
    _received(
        "task.received",
        "收到上级交办",
        "Assignments received",
        Words(
            "接收日期在本期内的上级交办登记数（作废的除外）",
            "Assignments whose day of receipt lies in the period, void ones left out",
        ),
    ),
    _received(
        "task.forms",
        "其中：报表材料数据",
        "of which reports and data",
        Words(
            "报送形式为报表、书面材料、数据、新设台账、问卷普查或宣传信息的件数",
            "Received, asking for a form, written report, data, log book, survey or publicity piece",
        ),
        IS_FORM,
    ),
    _received(
        "task.no_document",
        "未见文（编）号",
        "no document number seen",
        Words(
            "收到时经人核对未见文（编）号的件数；没有填写的不计",
            "Received, where a person looked and saw no document or filing number; blanks do not count",
        ),
        equals("document", NONE_SEEN),
    ),
    Flow(
        code="task.short_notice",
        words=Words("不足2个工作日", "under 2 working days"),
        unit=Unit.ITEM,
        note=Words(
            "接收次日起至办结期限不足2个工作日的件数，常态事项的不计",
            "Received, with fewer than 2 working days from the day after receipt to the due day; recurring ones left out",
        ),
        register="task",
        dated="received_on",
        where=both(STANDS, equals("demand", None)),
        within=("due_on", 2),
    ),
    _received(
        "task.listed",
        "清单内事项",
        "On the duty lists",
        Words(
            "收到的事项中，由人确认属基本履职、配合履职或准入清单的件数；没有导入履职清单的，不统计",
            "Received, confirmed by a person as a basic, cooperating or admitted duty; not counted without a duty list",
        ),
        one_of("listing", Listing.BASIC, Listing.COOPERATING, Listing.ADMITTED),
        needs=Needed(DUTIES.code, Words("未导入清单", "no duty list")),
    ),
    Ratio(
        code="task.on_list",
        words=Words("清单内事项占比", "Share on the duty lists"),
        unit=Unit.PERCENT,
        note=Words(
            "由人确认对应履职清单或准入清单的件数÷收到件数；没有导入履职清单的，记“—”",
            "Confirmed by a person as on the duty or admission list ÷ received; “—” without a duty list",
        ),
        part="task.listed",
        whole="task.received",
    ),
    Ratio(
        code="task.per_staff",
        words=Words("人均承接（{whole}人）", "Per staff member ({whole})"),
        unit=Unit.ITEM,
        note=Words("收到件数÷期末工作人员数", "Received ÷ staff at the period's end"),
        part="task.received",
        whole="staff.count",
        scale=1,
    ),
    _received(
        "task.pledges",
        "要求签承诺书或责任书",
        "asking for a pledge",
        Words("附带要求含签承诺书或责任书的件数", "Received, asking for a signed pledge"),
        has("asks", Ask.PLEDGE),
    ),
    _received(
        "task.photos",
        "要求拍照留痕",
        "asking for photos",
        Words("附带要求含拍照留痕的件数", "Received, asking for photos or other traces"),
        has("asks", Ask.PHOTO),
    ),
    _received(
        "task.by_chat",
        "微信工作群交办",
        "handed down by chat group",
        Words("来源渠道为微信工作群的件数", "Received by chat group"),
        equals("channel", TaskChannel.CHAT),
    ),
    Flow(
        code="task.form_hours",
        words=Words("报表材料用时", "Hours on reports and data"),
        unit=Unit.HOURS,
        note=Words(
            "本期收到的报表材料数据所填用时之和，未填的不计",
            "Hours entered for the reports and data received; blanks do not count",
        ),
        register="task",
        dated="received_on",
        where=both(STANDS, IS_FORM),
        of="minutes",
        per=60,
    ),
    _done(
        "task.done", "办结交办事项", "Assignments done", Words("办结日期在本期内的件数", "Done in the period")
    ),
    _done(
        "task.done_due",
        "办结的有期限事项",
        "Done, with a due day",
        Words("本期办结且有办结期限的件数", "Done in the period, with a due day"),
        filled("due_on"),
    ),
    _done(
        "task.done_on_time",
        "按期办结事项",
        "Done by the due day",
        Words("本期办结且不晚于办结期限的件数", "Done in the period, no later than the due day"),
        Where("done_on", Op.AT_MOST, Other("due_on")),
    ),
    Ratio(
        code="task.on_time",
        words=Words("交办按期办结率", "Assignments on time"),
        unit=Unit.PERCENT,
        note=Words("按期办结÷本期办结的有期限件", "Done by the due day ÷ done with a due day"),
        part="task.done_on_time",
        whole="task.done_due",
    ),
    Stock(
        code="task.open",
        words=Words("未办结（期末）", "Open (at end)"),
        unit=Unit.ITEM,
        note=Words(
            "接收日期不晚于期末、期末尚无办结日期的上级交办（作废的除外）",
            "Received by the period's end and without a day done by then, void ones left out",
        ),
        register="task",
        since="received_on",
        until="done_on",
        where=STANDS,
    ),
)


def _recurring(code: str, zh: str, en: str, note: Words, where: Filter | None = None) -> Stock:
    return Stock(
        code=code,
        words=Words(zh, en),
        unit=Unit.MATTER,
        note=note,
        register="demand",
        since="starts_on",
        until="ends_on",
        where=both(where),
    )


DEMAND_FIGURES: tuple[Figure, ...] = (
    _recurring(
        "demand.standing",
        "常态事项（期末）",
        "Recurring (at end)",
        Words("期末仍在要求的常态事项", "Recurring assignments still asked for at the period's end"),
    ),
    _recurring(
        "demand.frequent",
        "其中：每日每周",
        "of which daily or weekly",
        Words("期末仍在要求、频次为每日或每周的", "Of these, asked for daily or weekly"),
        one_of("period", Frequency.DAILY, Frequency.WEEKLY),
    ),
    _recurring(
        "demand.forms",
        "其中：报表材料数据",
        "of which reports and data",
        Words(
            "期末仍在要求、报送形式为报表材料数据的", "Of these, asking for forms, written reports or data"
        ),
        IS_FORM,
    ),
)
