"""Public holidays and shifted working days; a place adds the coming year when the notice is out."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column
from mingbai.domain.register import Register
from mingbai.domain.words import Words


class HolidayKind(Choice):
    """Whether the day is off although a weekday, or worked although a weekend."""

    HOLIDAY = "holiday", "放假", "Holiday", "休"
    WORKDAY = "workday", "调休上班", "Shifted working day", "班"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One day that does not follow the week."""

    day: Annotated[date, Column("日期", "Day", sort=True)]
    kind: Annotated[HolidayKind, Column("类型", "Kind")]
    name: Annotated[str, Column("名称", "Name", english="name_en")] = ""
    name_en: Annotated[str, Column("英文名称", "Name in English")] = ""
    edition: Annotated[str, Column("版本", "Edition")] = ""
    source: Annotated[str, Column("来源", "Source", english="source_en")] = ""
    source_en: Annotated[str, Column("来源（英文）", "Source in English")] = ""


HOLIDAYS = Register(
    "holiday",
    "节假日",
    "Holidays",
    Holiday,
    dated="day",
    titled="name",
    keys=(("day",),),
    belongs=Words("放假和调休的日子，列在这里", "Holidays and working weekends"),
)
