"""表6 meetings and inspections, 表7 official visits, 表8 plaques: the other burdens, entry by entry."""

from __future__ import annotations

from decimal import Decimal

from mingbai.desk.month.blocks import Block, Listed, heads, rows_of_blocks
from mingbai.desk.month.edition import Edition, year_to_date_name
from mingbai.desk.month.figures import Compared, MonthFigures
from mingbai.desk.month.names import Names
from mingbai.desk.month.rows import NO_HOLIDAYS, counted_rows
from mingbai.desk.month.sentences import month_sentence, year_sentence
from mingbai.domain.figures import FIGURES
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.plaque import PLAQUES, PlaqueState
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.reckoning import rows_behind
from mingbai.domain.sheet import Page, Sheet
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Ledger

DATE, TITLE = Words("日期", "Date"), Words("名称", "Title")

MEETING_BLOCK = Block(
    MEETINGS,
    Words("一、会议（{n}次）", "1. Meetings ({n})"),
    (
        Listed("held_on", DATE),
        Listed("title", TITLE),
        Listed("department", Words("召集单位", "Called by")),
        Listed("people", Words("参会\n人数", "People")),
        Listed("minutes", Words("时长\n（分）", "Minutes")),
        Listed("speech_minutes", Words("主讲\n（分）", "Main\nspeech")),
        Listed("nested", Words("层层\n套开", "Level\nby level")),
        Listed("report_needed", Words("要求报送\n贯彻情况", "Report\nafter")),
    ),
    ("people", "minutes"),
)
INSPECTION_BLOCK = Block(
    INSPECTIONS,
    Words("二、督查检查考核（{n}次）", "2. Inspections ({n})"),
    (
        Listed("held_on", DATE),
        Listed("title", TITLE),
        Listed("department", Words("牵头单位", "Led by")),
        Listed("visitors", Words("来人数", "Visitors")),
        Listed("minutes", Words("停留\n（分）", "Minutes")),
        Listed("papers", Words("查阅\n资料", "Papers")),
        Listed("kind", Words("类别", "Kind")),
        Listed("planned", Words("列入\n计划", "In the\nplan")),
    ),
    ("visitors", "minutes", "papers"),
)
RECEPTION_BLOCK = Block(
    RECEPTIONS,
    Words("公务接待（{n}批次）", "Official visits ({n})"),
    (
        Listed("visited_on", DATE),
        Listed("title", Words("公务活动项目", "Purpose")),
        Listed("department", Words("派出单位", "Sent by")),
        Listed("letter", Words("公函文号", "Letter"), document=True),
        Listed("guests", Words("来访\n人数", "Guests")),
        Listed("hosts", Words("陪同\n人数", "Hosts")),
        Listed("origin", Words("市内\n市外", "From")),
        Listed("dining", Words("就餐方式", "Meals")),
        Listed("payer", Words("付费方", "Paid by")),
        Listed("cost", Words("接待费\n（元）", "Cost\n(yuan)")),
    ),
    ("guests", "hosts", "cost"),
)
PLAQUE_BLOCK = Block(
    PLAQUES,
    Words("牌子（{n}块）", "Plaques ({n})"),
    (
        Listed("title", Words("牌子名称", "Wording")),
        Listed("department", Words("要求单位", "Asked for by")),
        Listed("basis", Words("依据", "Basis")),
        Listed("kind", Words("类别", "Kind")),
        Listed("state", Words("状态", "Status"), since="removed_on", before=PlaqueState.HUNG.words),
        Listed("hung_on", Words("悬挂日期", "Hung")),
        Listed("removed_on", Words("摘除日期", "Taken\ndown")),
        Listed("rehung_on", Words("复挂日期", "Hung\nagain")),
    ),
)


def meetings_sheet(ledger: Ledger, edition: Edition, figures: MonthFigures, names: Names) -> Sheet:
    """表6: the period's meetings, and below them its inspections."""
    period, today = edition.period, edition.filed_on
    blocks = (
        (MEETING_BLOCK, counted_rows(ledger, "meeting.count", period, today)),
        (INSPECTION_BLOCK, counted_rows(ledger, "inspection.count", period, today)),
    )
    columns = heads(edition, MEETING_BLOCK)
    planned = figures.of("inspection.planned")
    told = [
        month_sentence(edition, figures.of("meeting.count"), "参加会议", "meetings"),
        month_sentence(edition, figures.of("inspection.count"), "督查检查考核", "inspections"),
    ]
    if planned.value.number is not None:
        told.append(month_sentence(edition, planned, "列入年度计划占比", "share in the yearly plan"))
    return edition.sheet(
        Words("表6 会议与督查检查考核", "Table 6 Meetings"),
        Words("会议与督查检查考核情况表", "Meetings and Inspections"),
        columns,
        rows_of_blocks(edition, names, blocks, len(columns)),
        right=edition.table(
            edition.say("表6", "Table 6"), edition.say("单位：次、人、分、份", "in numbers and minutes")
        ),
        notes=(_told(edition, told),),
        foot=edition.foot(),
        frozen_columns=3,
        page=Page(one_page=False),
    )


def receptions_sheet(ledger: Ledger, edition: Edition, figures: MonthFigures, names: Names) -> Sheet:
    """表7: the period's official visits; no guest is named."""
    rows = counted_rows(ledger, "reception.count", edition.period, edition.filed_on)
    columns = heads(edition, RECEPTION_BLOCK)
    cost = figures.of("reception.cost")
    told = [
        month_sentence(edition, figures.of("reception.count"), "公务接待批次", "official visits"),
        month_sentence(edition, cost, "接待费用", "cost of official visits"),
        *([] if edition.whole_year else [year_sentence(edition, cost)]),
    ]
    saved = saved_sentence(edition, cost)
    return edition.sheet(
        Words("表7 公务接待", "Table 7 Official visits"),
        Words("公务接待情况表", "Official Visits"),
        columns,
        rows_of_blocks(edition, names, [(RECEPTION_BLOCK, rows)], len(columns)),
        right=edition.table(
            edition.say("表7", "Table 7"), edition.say("单位：人、元", "in persons and yuan")
        ),
        notes=(_told(edition, [*told, *([saved] if saved else [])]),),
        foot=edition.foot(),
        frozen_columns=3,
        page=Page(one_page=False),
    )


def plaques_sheet(ledger: Ledger, edition: Edition, figures: MonthFigures, names: Names) -> Sheet:
    """表8: every plaque hung by the period's end, those taken down too."""
    wanted = rows_behind(FIGURES["plaque.total"], edition.period.months, NO_HOLIDAYS, edition.until)
    entries = asked_entries(ledger, PLAQUES, wanted, edition.filed_on)
    columns = heads(edition, PLAQUE_BLOCK)
    total, standing, removed, rehung = (
        figures.of(code).value.number or 0
        for code in ("plaque.total", "plaque.standing", "plaque.removed", "plaque.rehung")
    )
    return edition.sheet(
        Words("表8 牌子", "Table 8 Plaques"),
        Words("牌子清理情况表", "Door Plaques"),
        columns,
        rows_of_blocks(edition, names, [(PLAQUE_BLOCK, entries)], len(columns)),
        right=edition.table(edition.say("表8", "Table 8"), edition.say("单位：块", "in numbers")),
        notes=(
            edition.say(
                f"期末登记牌子{total}块，其中已摘{total - standing}块、在挂{standing}块；"
                f"{edition.this}摘除{removed}块，复挂{rehung}块。",
                f"Recorded by the {edition.noun}'s end: {total}, of which {total - standing} taken down and "
                f"{standing} hanging. {edition.called.this.en} {removed} taken down, {rehung} hung again.",
            ),
        ),
        foot=edition.foot(),
        frozen_columns=2,
        page=Page(one_page=False),
    )


def saved_sentence(edition: Edition, cost: Compared) -> str:
    """What the year to date cost less than the same months last year, with both sums; nothing otherwise."""
    now, base = cost.year_to_date.number, cost.last_year_to_date.number
    change = cost.change_year_to_date
    if now is None or base is None or change is None or change >= 0 or edition.unfinished:
        return ""
    year, before = edition.period, edition.period.same_last_year
    return edition.say(
        f"{year_to_date_name(year, 'zh')}接待费用由{year_to_date_name(before, 'zh')}的{_money(edition, base)}"
        f"降为{_money(edition, now)}，下降{abs(change):,.2f}%，节省{_money(edition, base - now)}",
        f"{year_to_date_name(year, 'en')}: {_money(edition, now)} against {_money(edition, base)} in "
        f"{year_to_date_name(before, 'en')}, down {abs(change):,.2f}%, saving {_money(edition, base - now)}",
    )


TEN_THOUSAND = 10_000


def _money(edition: Edition, yuan: Decimal) -> str:
    if edition.language == "zh" and yuan >= TEN_THOUSAND:
        return f"{yuan / TEN_THOUSAND:,.2f}万元"
    return edition.say(f"{yuan:,.2f}元", f"{yuan:,.2f} yuan")


def _told(edition: Edition, sentences: list[str]) -> str:
    return edition.say("；".join(sentences) + "。", ". ".join(sentences) + ".")
