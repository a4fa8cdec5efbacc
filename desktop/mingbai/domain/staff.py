"""The people who work in the village or community office."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.column import Column
from mingbai.domain.heading_names import ENDS, STARTS
from mingbai.domain.register import Register
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """One colleague, from the first to the last day of work here."""

    name: Annotated[
        str,
        Column(
            "姓名",
            "Name",
            also=("人员姓名", "Colleague", "Staff member", "Staff name"),
            find=True,
            sort=True,
            leaves=False,
        ),
    ]
    duty: Annotated[
        str,
        Column("分工", "Duty", also=("职务", "岗位", "职责", "Duties", "Position", "Role", "Job"), find=True),
    ] = ""
    since: Annotated[date | None, Column("到岗日期", "Came", also=(*STARTS, "入职日期"), sort=True)] = None
    until: Annotated[date | None, Column("离岗日期", "Left", also=(*ENDS, "离职日期"))] = None


STAFF = Register(
    "staff",
    "工作人员",
    "Staff",
    Staff,
    titled="name",
    keys=(("name",),),
    naming=True,
    belongs=Words("在这里工作的人，记在这里", "The people who work here"),
)
