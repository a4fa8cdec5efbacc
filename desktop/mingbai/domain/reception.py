"""Official visits: who came on whose letter, who received them, how they ate and what it cost."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import PLANNED_AHEAD, Column, Personal, Uid
from mingbai.domain.heading_names import HELD, NOTE, UNIT
from mingbai.domain.register import Register
from mingbai.domain.task import NONE_SEEN, NONE_SEEN_WORDS
from mingbai.domain.words import Words


class Origin(Choice, narrow=True):
    """Where the guests come from."""

    INSIDE = "inside", "市内", "Inside the city", "本市"
    OUTSIDE = "outside", "市外", "Outside the city", "外市", "外地"


class Dining(Choice, narrow=True):
    """How the guests ate."""

    NONE = "none", "未安排用餐", "No meal", "不用餐", "未用餐"
    SELF_PAID = "self_paid", "自助扫码付费", "Self-paid", "扫码付费", "自付"
    CANTEEN = "canteen", "食堂工作餐", "Working meal in the canteen", "工作餐"
    RECEPTION = "reception", "接待用餐", "Reception meal", "宴请"


class Payer(Choice, narrow=True):
    """Who paid."""

    GUESTS = "guests", "来访人员自付", "The guests", "自付"
    SENDER = "sender", "派出单位", "Sender"
    US = "us", "本单位", "We", "本村", "本社区"
    NOBODY = "nobody", "无费用", "No cost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reception:
    """One official visit, as written in the ledger."""

    visited_on: Annotated[
        date,
        Column(
            "日期",
            "Visited",
            also=(*HELD, "接待日期", "接待时间", "来访日期", "来访时间", "Date of visit", "Visit date"),
            sort=True,
            past=PLANNED_AHEAD,
        ),
    ]
    department: Annotated[
        Uid,
        Column(
            "派出单位",
            "Sent by",
            also=("来访单位", "接待对象单位", "Visiting unit", *UNIT),
            to="department",
            sort=True,
        ),
    ]
    title: Annotated[
        str,
        Column(
            "公务活动项目",
            "Purpose",
            also=("公务内容", "活动项目", "来访事由", "接待事由", "Subject", "Reason"),
            find=True,
        ),
    ]
    letter: Annotated[
        str,
        Column(
            "公函文号",
            "Letter number",
            also=("公函", "文号", "Letter"),
            find=True,
            special={NONE_SEEN: NONE_SEEN_WORDS},
        ),
    ] = ""
    guest_names: Annotated[
        str,
        Column(
            "来访人员",
            "Guests",
            also=("接待对象姓名职务", "接待对象"),
            find=True,
            personal=Personal.NAME,
            leaves=False,
        ),
    ] = ""
    guests: Annotated[
        int | None, Column("来访人数", "Number of guests", also=("来宾人数", "People", "Visitors"))
    ] = None
    host_names: Annotated[
        str,
        Column(
            "陪同人员",
            "Hosts",
            also=("接待人员", "Received by"),
            find=True,
            personal=Personal.NAME,
            leaves=False,
        ),
    ] = ""
    hosts: Annotated[int | None, Column("陪同人数", "Number of hosts")] = None
    origin: Annotated[Origin | None, Column("市内或市外", "From", also=("来访属地", "来自市内或市外"))] = None
    dining: Annotated[Dining | None, Column("就餐方式", "Meals", also=("用餐方式",))] = None
    payer: Annotated[Payer | None, Column("付费方", "Paid by")] = None
    cost: Annotated[
        Decimal | None,
        Column(
            "接待费（元）",
            "Cost (yuan)",
            also=("接待费合计（元）", "接待费", "接待费用", "费用", "金额", "合计", "Cost", "Amount"),
        ),
    ] = None
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


RECEPTIONS = Register(
    "reception",
    "公务接待",
    "Official visits",
    Reception,
    dated="visited_on",
    numbered=True,
    daily=True,
    reviewed=True,
    brief=("visited_on", "title", "department", "guests", "cost"),
    belongs=Words("公务来访和接待，记在这里", "Official visits and what they cost are listed here"),
)
