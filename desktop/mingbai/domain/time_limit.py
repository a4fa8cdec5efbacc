"""How long a matter may take, by where that is written; what is printed on the order always wins."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from mingbai.domain.certificate_type import Confidence
from mingbai.domain.choice import Choice
from mingbai.domain.column import Column
from mingbai.domain.field import Problem
from mingbai.domain.register import SWITCHED, Register
from mingbai.domain.words import Words

MOST = 1000
"""No limit is longer, in whichever unit."""


class AppliesTo(Choice, narrow=True):
    """What a limit is for."""

    ISSUE = "issue", "居民诉求", "Resident issue"
    RETURN = "return", "工单退回", "Sending an order back", "退回"
    COMPLAINT = "complaint", "政务服务投诉", "Complaint about government services", "投诉"
    REMINDER = "reminder", "催办", "Reminder"
    PETITION = "petition", "信访", "Petition"
    ADMISSION = "admission", "准入", "Admission"
    CERTIFICATE = "certificate", "证明", "Certificate"


class LimitUnit(Choice, narrow=True):
    """In what a limit is counted."""

    HOUR = "hour", "小时", "Hours", "hour"
    DAY = "day", "日", "Days", "天", "自然日", "day", "calendar days"
    WORKING_DAY = "working_day", "工作日", "Working days", "个工作日", "working day"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLimit:
    """One limit; none of it counts while the row is switched off."""

    item: Annotated[str, Column("时限名称", "Limit", also=("事项", "Item"), find=True, english="item_en")]
    applies_to: Annotated[AppliesTo, Column("适用于", "Applies to", also=("适用事项",))]
    value: Annotated[int, Column("时长", "How long", also=("时限", "Value"))]
    unit: Annotated[LimitUnit, Column("单位", "Unit", also=("时间单位",))]
    item_en: Annotated[str, Column("英文名称", "Name in English", find=True)] = ""
    region: Annotated[str, Column("适用地区", "Region", english="region_en")] = ""
    region_en: Annotated[str, Column("适用地区（英文）", "Region in English")] = ""
    counted_from: Annotated[
        str, Column("起算", "Counted from", also=("起算时间",), english="counted_from_en")
    ] = ""
    counted_from_en: Annotated[str, Column("起算（英文）", "Counted from, in English")] = ""
    extension: Annotated[str, Column("延期", "Extension", long=True, english="extension_en")] = ""
    extension_en: Annotated[str, Column("延期（英文）", "Extension in English", long=True)] = ""
    source: Annotated[str, Column("来源", "Source", also=("依据",), english="source_en")] = ""
    source_en: Annotated[str, Column("来源（英文）", "Source in English")] = ""
    in_use: Annotated[bool, Column("启用", "In use")] = True
    code: Annotated[str, Column("编码", "Code")] = ""
    edition: Annotated[str, Column("版本", "Edition")] = ""
    confidence: Annotated[Confidence | None, Column("可信度", "How sure")] = None


def lacking(limit: TimeLimit) -> Iterator[Problem]:
    """A limit nobody means is not counted with."""
    if limit.value > MOST:
        yield Problem("value", TOO_LONG.format(item=limit.item, most=MOST))


TOO_LONG = Words("“{item}”的时长超过 {most}，请核对", "“{item}” is longer than {most}; please check")

TIME_LIMITS = Register(
    "time_limit",
    "办理时限",
    "Time limits",
    TimeLimit,
    titled="item",
    keys=(("code",), ("applies_to", "region", "item")),
    brief=("item", "applies_to", "value", "unit", "in_use"),
    computed=SWITCHED,
    belongs=Words("各类事项要在多长时间内办完，列在这里", "How long each kind of matter may take"),
    lacking=lacking,
)
