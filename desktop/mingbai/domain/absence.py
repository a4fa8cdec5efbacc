"""Expected occurrences of a recurring assignment that did not come: the evidence of a cut."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.column import Column, Uid
from mingbai.domain.register import Register
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """One period in which a recurring assignment was not asked for."""

    demand: Annotated[Uid, Column("常态事项", "Recurring assignment", to="demand")]
    period_key: Annotated[str, Column("期次", "Period", period=True)]
    noted_on: Annotated[date, Column("记录日期", "Noted", sort=True, past=0)]


ABSENCES = Register(
    "absence",
    "未再要求",
    "Did not come",
    Absence,
    dated="noted_on",
    titled="period_key",
    keys=(("demand", "period_key"),),
    deeds_only=True,
    belongs=Words(
        "该来没来的事项，由“今日”记在这里", "What was expected on Today and did not come is noted here"
    ),
)
