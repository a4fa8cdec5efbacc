"""Seconded experts: who was sent to help, from when to when, and what was solved with them."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.column import Column, Personal, Uid
from mingbai.domain.filter import Op, Some, Today, Where, both, empty
from mingbai.domain.heading_names import ENDS, NOTE, STARTS, UNIT
from mingbai.domain.register import Computed, Register
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """One person sent to help, as written in the ledger."""

    came_on: Annotated[
        date,
        Column("到岗日期", "Came", also=(*STARTS, "到岗时间", "Came on", "Date", "日期"), sort=True, past=0),
    ]
    title: Annotated[
        str, Column("帮扶事项", "Helps with", also=("帮扶内容", "事项", "Subject", "Task"), find=True)
    ]
    name: Annotated[
        str,
        Column(
            "姓名",
            "Name",
            also=("专家姓名", "专家", "Expert"),
            find=True,
            personal=Personal.NAME,
            leaves=False,
        ),
    ] = ""
    department: Annotated[
        Uid | None,
        Column("派出单位", "Sent by", also=("单位名称", "Home unit", *UNIT), to="department", sort=True),
    ] = None
    speciality: Annotated[
        str, Column("专长", "Speciality", also=("专业", "Field", "Speciality or profession"), find=True)
    ] = ""
    left_on: Annotated[
        date | None, Column("离岗日期", "Left", also=(*ENDS, "离岗时间", "Left on"), sort=True)
    ] = None
    solved: Annotated[
        str,
        Column(
            "解决的问题",
            "What was solved",
            also=("成效", "帮扶成效", "Result", "Solved"),
            long=True,
            find=True,
        ),
    ] = ""
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


EXPERTS = Register(
    "expert",
    "下沉帮扶",
    "Seconded experts",
    Expert,
    dated="came_on",
    numbered=True,
    daily=True,
    brief=("came_on", "title", "department", "speciality", "left_on"),
    computed={
        "here": Computed(
            Words("在岗", "Here now"),
            both(
                Where("came_on", Op.AT_MOST, Today()),
                Some((empty("left_on"), Where("left_on", Op.AT_LEAST, Today()))),
            ),
        )
    },
    belongs=Words("派来帮扶的干部和专家，记在这里", "Officials and specialists sent to help are listed here"),
)
