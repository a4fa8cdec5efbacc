"""The village or community this ledger belongs to: one entry."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column
from mingbai.domain.month import Cutoff
from mingbai.domain.register import Register
from mingbai.domain.words import Words


class PlaceKind(Choice):
    """Which law the committee stands under, and so what it is called."""

    COMMUNITY = "community", "社区", "Community", "居", "居委会"
    VILLAGE = "village", "村", "Village", "村委会"


class MonthEnd(Choice):
    """On which day a reported month ends."""

    CALENDAR = "calendar", "自然月", "Calendar month"
    DAY_25 = "day_25", "上月26日至本月25日", "26th to 25th", "26-25"

    @property
    def cutoff(self) -> Cutoff:
        """The same, as `Month` counts it."""
        return Cutoff.CALENDAR if self is MonthEnd.CALENDAR else Cutoff.DAY_25


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Who reports, for how many residents, and how a month is cut."""

    name: Annotated[str, Column("名称", "Name", also=("社区名称", "村名"), find=True)]
    kind: Annotated[PlaceKind, Column("类型", "Kind")] = PlaceKind.COMMUNITY
    code: Annotated[str, Column("村（社区）代码", "Village code")] = ""
    town: Annotated[str, Column("所属镇街", "Township")] = ""
    residents: Annotated[int | None, Column("常住人口", "Residents")] = None
    month_end: Annotated[MonthEnd, Column("月报统计期", "Reported month")] = MonthEnd.CALENDAR
    base_on: Annotated[date | None, Column("减负对比起点", "Hours compared since")] = None
    """Recurring assignments that began after this day count as new in the hours returned."""


PLACES = Register(
    "place",
    "本村（社区）",
    "This place",
    Place,
    titled="name",
    belongs=Words("本村（社区）的情况，记在这里", "Details of this place"),
)
