"""Raised points: what we raised to the joint meeting, a correction, a clarification for a colleague."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import ANY, Column, Uid
from mingbai.domain.filter import empty
from mingbai.domain.heading_names import HELD, NOTE, UNIT
from mingbai.domain.register import Computed, Register
from mingbai.domain.words import Words


class PointKind(Choice):
    """What we want with it."""

    JOINT = "joint", "提交联席会议", "To the joint meeting", "联席会议"
    CORRECTION = "correction", "请求纠正", "Correction", "纠正"
    CLARIFICATION = "clarification", "澄清正名", "Clarification", "澄清"


class PointResult(Choice, narrow=True):
    """What came of it."""

    DONE = "done", "已落实", "Carried out"
    PARTLY = "partly", "部分落实", "Partly carried out"
    NOT_ADOPTED = "not_adopted", "未采纳", "Not adopted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One raised point, as written in the ledger."""

    raised_on: Annotated[
        date,
        Column(
            "反映日期",
            "Raised",
            also=(*HELD, "反映时间", "提交日期", "Raised on", "Date raised"),
            sort=True,
            past=0,
        ),
    ]
    title: Annotated[
        str,
        Column(
            "反映事项",
            "Raised point",
            also=("Point", "事项", "事项名称", "反映问题", "标题", "Title", "Matter"),
            find=True,
        ),
    ]
    kind: Annotated[PointKind | None, Column("类别", "Kind", also=("反映类别", "类型", "Type"))] = None
    raised_to: Annotated[
        Uid | None,
        Column(
            "反映对象",
            "Raised to",
            also=("反映单位", "提交对象", "To whom", "Sent to", *UNIT),
            to="department",
            sort=True,
        ),
    ] = None
    answered_on: Annotated[
        date | None,
        Column(
            "答复日期",
            "Answered",
            also=("答复时间", "回复日期", "Answered on", "Date answered"),
            sort=True,
            past=0,
        ),
    ] = None
    result: Annotated[PointResult | None, Column("结果", "Result", also=("落实情况", "Outcome"))] = None
    answer: Annotated[
        str,
        Column("答复内容", "Answer", also=("答复", "回复内容", "Reply", "Response"), long=True, find=True),
    ] = ""
    subject: Annotated[Uid | None, Column("关联事项", "About", to=ANY, sort=True)] = None
    colleague: Annotated[Uid | None, Column("涉及同事", "Colleague", to="staff", leaves=False)] = None
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


POINTS = Register(
    "point",
    "反映事项",
    "Raised points",
    Point,
    dated="raised_on",
    numbered=True,
    daily=True,
    brief=("raised_on", "title", "raised_to", "answered_on", "result"),
    computed={"open": Computed(Words("待答复", "Awaiting an answer"), empty("answered_on"))},
    belongs=Words("向上反映的问题和答复，记在这里", "What we raised and the answers are listed here"),
)
