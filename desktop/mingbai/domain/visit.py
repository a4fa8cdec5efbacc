"""Home visits: time with residents, and what came of it."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import PLANNED_AHEAD, Column, Personal, Uid
from mingbai.domain.field import Minutes
from mingbai.domain.heading_names import HELD, MINUTES, NOTE, OWNER, PERSON, PLACE
from mingbai.domain.register import Register
from mingbai.domain.words import Words


class VisitResult(Choice, narrow=True):
    """What came of a visit."""

    HELPED = "helped", "当场办理", "Helped at once", "已办理"
    NOTED = "noted", "转为诉求", "Became an issue", "转诉求"
    TALKED = "talked", "了解情况", "Talked", "看望"
    NOT_HOME = "not_home", "未遇", "Not at home", "家中无人"


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One home visit, as written in the ledger."""

    visited_on: Annotated[
        date,
        Column(
            "日期",
            "Visited",
            also=(*HELD, "走访日期", "走访时间", "入户日期", "Visit date", "Date of visit"),
            sort=True,
            past=PLANNED_AHEAD,
        ),
    ]
    title: Annotated[
        str,
        Column(
            "走访事由",
            "Reason",
            also=("走访内容", "走访目的", "事由", "Purpose", "Subject", "Why"),
            find=True,
        ),
    ]
    resident: Annotated[
        str,
        Column(
            "居民",
            "Resident",
            also=(*PERSON, "走访对象"),
            find=True,
            personal=Personal.NAME,
            leaves=False,
        ),
    ] = ""
    place: Annotated[
        str,
        Column(
            "小区或网格",
            "Place",
            also=PLACE,
            find=True,
            sort=True,
            personal=Personal.ADDRESS,
        ),
    ] = ""
    people: Annotated[int | None, Column("走访人数", "Staff who went", also=("人数", "People"))] = None
    minutes: Annotated[Minutes | None, Column("用时（分钟）", "Minutes", also=MINUTES)] = None
    result: Annotated[
        VisitResult | None,
        Column("走访结果", "What came of it", also=("结果", "走访情况", "Result", "Outcome")),
    ] = None
    issue: Annotated[Uid | None, Column("居民诉求", "Resident issue", to="issue")] = None
    owner: Annotated[
        Uid | None,
        Column(
            "走访人",
            "Visited by",
            also=(*OWNER, "走访人员", "入户人员", "Who went"),
            to="staff",
            leaves=False,
        ),
    ] = None
    note: Annotated[
        str,
        Column("备注", "Note", also=NOTE, long=True, find=True, personal=Personal.STORY, leaves=False),
    ] = ""


VISITS = Register(
    "visit",
    "走访",
    "Home visits",
    Visit,
    dated="visited_on",
    numbered=True,
    daily=True,
    brief=("visited_on", "title", "place", "minutes", "result"),
    belongs=Words("到居民家里走访，记在这里", "Visits to residents’ homes are listed here"),
)
