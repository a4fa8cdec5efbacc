"""Inspections and evaluations: who comes to look, whether it was planned, and what they want to see."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import PLANNED_AHEAD, Column, Uid
from mingbai.domain.department import Level
from mingbai.domain.field import Minutes
from mingbai.domain.heading_names import HELD, MINUTES, NOTE, UNIT
from mingbai.domain.register import Register
from mingbai.domain.words import Words


class InspectionKind(Choice):
    """What those who come call it."""

    SUPERVISION = "supervision", "督查", "Supervision"
    CHECK = "check", "检查", "Check"
    ASSESSMENT = "assessment", "考核", "Evaluation", "Assessment"
    ACCEPTANCE = "acceptance", "验收", "Acceptance check"
    UNANNOUNCED = "unannounced", "暗访", "Unannounced visit"
    RESEARCH = "research", "调研", "Research visit"
    COMPARISON = "comparison", "评比", "Comparison"


ASSESSING = (InspectionKind.ASSESSMENT, InspectionKind.COMPARISON)
"""Kinds by which villages are marked or compared."""

A_DAY, A_WEEK, A_MONTH = 1, 2, 3
"""So many inspections at most."""
LIMITED_BY = ("QN-1", "GD-INS-4")
"""Rules of which one in use is enough for the limits to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """One inspection, as written in the ledger."""

    held_on: Annotated[
        date,
        Column(
            "日期",
            "Held",
            also=(*HELD, "检查日期", "检查时间", "督查日期", "来检日期", "Inspection date"),
            sort=True,
            past=PLANNED_AHEAD,
        ),
    ]
    department: Annotated[
        Uid,
        Column(
            "牵头单位",
            "Led by",
            also=("检查单位", "来检单位", "检查部门", "Inspecting unit", "Inspected by", "From", *UNIT),
            to="department",
            sort=True,
        ),
    ]
    title: Annotated[
        str,
        Column(
            "项目名称",
            "Title",
            also=("检查名称", "名称", "检查内容", "检查项目", "Inspection", "Subject", "What was inspected"),
            find=True,
        ),
    ]
    kind: Annotated[
        InspectionKind | None, Column("类别", "Kind", also=("检查类别", "检查类型", "类型", "Type"))
    ] = None
    level: Annotated[Level | None, Column("层级", "Level", also=("检查层级",))] = None
    planned: Annotated[
        bool | None, Column("列入年度计划", "In the yearly plan", also=("是否列入年度计划", "是否列入计划"))
    ] = None
    filing: Annotated[
        str, Column("备案编号或二维码", "Filing number", also=("备案编号", "二维码"), find=True)
    ] = ""
    visitors: Annotated[
        int | None,
        Column(
            "来人数", "Visitors", also=("来访人数", "来检人数", "检查人数", "Inspectors", "People who came")
        ),
    ] = None
    escorts: Annotated[
        int | None, Column("陪同人数", "Our people with them", also=("陪同", "Escorts", "Accompanied by"))
    ] = None
    minutes: Annotated[Minutes | None, Column("停留时长（分钟）", "Minutes", also=(*MINUTES, "停留时长"))] = (
        None
    )
    papers: Annotated[
        int | None,
        Column("查阅资料份数", "Papers asked for", also=("资料份数", "Papers", "Documents asked for")),
    ] = None
    new_papers: Annotated[
        bool | None, Column("要求新建资料", "New papers demanded", also=("是否要求新建资料",))
    ] = None
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


INSPECTIONS = Register(
    "inspection",
    "督查检查考核",
    "Inspections",
    Inspection,
    dated="held_on",
    numbered=True,
    daily=True,
    reviewed=True,
    brief=("held_on", "title", "department", "planned", "visitors"),
    belongs=Words("来村（社区）的督查、检查和考核，记在这里", "Inspections and evaluations are listed here"),
)
