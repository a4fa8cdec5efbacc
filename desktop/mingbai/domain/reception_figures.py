"""Figures of official visits and of door plaques."""

from __future__ import annotations

from functools import partial

from mingbai.domain.figure import Figure, Flow, Ratio, Stock, Unit, flow
from mingbai.domain.filter import ALL, Filter, Some, both, empty, equals, one_of
from mingbai.domain.plaque import PlaqueState
from mingbai.domain.reception import Dining, Origin, Payer
from mingbai.domain.task import NONE_SEEN
from mingbai.domain.words import Words

ATE = one_of("dining", Dining.SELF_PAID, Dining.CANTEEN, Dining.RECEPTION)
SELF_PAID = Some((equals("dining", Dining.SELF_PAID), equals("payer", Payer.GUESTS)))

_visited = partial(flow, dated="visited_on")

RECEPTION_FIGURES: tuple[Figure, ...] = (
    _visited(
        "reception.count",
        "公务接待批次",
        "Official visits",
        Words("本期公务来访批次", "Visits in the period"),
    ),
    _visited(
        "reception.guests",
        "来访人次",
        "Official visitors",
        Words("本期所填来访人数之和", "Guests of the period's visits, as entered"),
        Unit.ATTENDANCES,
        of="guests",
    ),
    _visited(
        "reception.hosts",
        "陪同人次",
        "Hosts",
        Words("本期所填陪同人数之和", "Hosts of the period's visits, as entered"),
        Unit.ATTENDANCES,
        of="hosts",
    ),
    _visited(
        "reception.cost",
        "接待费用",
        "Cost of official visits",
        Words("本期所填接待费合计之和", "Cost of the period's visits, as entered"),
        Unit.YUAN,
        of="cost",
        per=100,
    ),
    _visited(
        "reception.no_letter",
        "无公函接待",
        "visits without a letter",
        Words("公函文号为空或未见的批次", "Visits whose letter number is empty or none seen"),
        where=Some((empty("letter"), equals("letter", NONE_SEEN))),
    ),
    _visited(
        "reception.inside",
        "市内来访",
        "from inside the city",
        Words("来自市内的批次", "Visits from inside the city"),
        where=equals("origin", Origin.INSIDE),
    ),
    _visited(
        "reception.meals_inside",
        "市内接待用餐",
        "Reception meals, own city",
        Words(
            "来自市内而安排接待用餐的批次，应为零",
            "Visits from inside the city with a reception meal; should be none",
        ),
        where=both(equals("origin", Origin.INSIDE), equals("dining", Dining.RECEPTION)),
    ),
    _visited(
        "reception.ate",
        "安排用餐",
        "with a meal",
        Words("就餐方式不是未安排用餐的批次", "Visits with a meal"),
        where=ATE,
    ),
    _visited(
        "reception.self_paid_count",
        "自付用餐",
        "paid by the guests",
        Words("安排用餐且自付的批次", "Visits with a meal that the guests paid"),
        where=both(ATE, SELF_PAID),
    ),
    Ratio(
        code="reception.self_paid",
        words=Words("自付用餐占比", "Share of meals self-paid"),
        unit=Unit.PERCENT,
        note=Words("自付用餐批次÷安排用餐批次", "Paid by the guests ÷ visits with a meal"),
        part="reception.self_paid_count",
        whole="reception.ate",
    ),
)


def _plaques(code: str, zh: str, en: str, note: Words, dated: str, where: Filter = ALL) -> Flow:
    return Flow(
        code=code,
        words=Words(zh, en),
        unit=Unit.MATTER,
        note=note,
        register="plaque",
        dated=dated,
        where=where,
    )


def _hanging(code: str, zh: str, en: str, note: Words, where: Filter = ALL) -> Stock:
    return Stock(
        code=code,
        words=Words(zh, en),
        unit=Unit.MATTER,
        note=note,
        register="plaque",
        since="hung_on",
        until="removed_on",
        again="rehung_on",
        where=where,
    )


PLAQUE_FIGURES: tuple[Figure, ...] = (
    Stock(
        code="plaque.total",
        words=Words("登记的牌子（期末）", "Plaques recorded (at end)"),
        unit=Unit.MATTER,
        note=Words(
            "期末以前悬挂过的牌子，摘下的也在内＝已摘＋在挂",
            "Plaques ever hung by the end, those taken down too",
        ),
        register="plaque",
        since="hung_on",
    ),
    _hanging(
        "plaque.standing",
        "在挂牌子（期末）",
        "Plaques hanging (at end)",
        Words(
            "期末悬挂的牌子：已摘的不计，复挂的计入",
            "Hanging at the end: without those taken down, with those hung again",
        ),
    ),
    _hanging(
        "plaque.no_basis",
        "无依据的牌子（期末）",
        "without a basis (at end)",
        Words("期末悬挂而未填依据的牌子", "Hanging at the end, with no basis entered"),
        empty("basis"),
    ),
    _plaques(
        "plaque.removed",
        "摘除牌子",
        "Plaques taken down",
        Words("摘除日期在本期内的牌子，合并的也在内", "Taken down in the period, merged ones too"),
        "removed_on",
    ),
    _plaques(
        "plaque.merged",
        "合并",
        "of which merged",
        Words("摘除日期在本期内、状态为合并的牌子", "Taken down in the period, merged with another"),
        "removed_on",
        equals("state", PlaqueState.MERGED),
    ),
    _plaques(
        "plaque.rehung",
        "复挂牌子",
        "Plaques hung again",
        Words("复挂日期在本期内的牌子", "Hung again in the period"),
        "rehung_on",
    ),
)
