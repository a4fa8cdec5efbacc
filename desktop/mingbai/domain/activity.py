"""Activities with residents: volunteering, courses, talks, workshops at home."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import PLANNED_AHEAD, Column, Personal
from mingbai.domain.heading_names import HELD, NOTE
from mingbai.domain.register import Register
from mingbai.domain.words import Words


class ActivityKind(Choice):
    """What was done."""

    CLEAN_UP = "clean_up", "环境整治", "Clean-up"
    CARE = "care", "敬老助残", "Help for older and disabled people"
    CHILDREN = "children", "关爱儿童", "Care for children"
    CIVILITY = "civility", "文明劝导", "Civility guidance"
    RESCUE = "rescue", "防汛抢险", "Flood control and rescue"
    TALK = "talk", "宣讲", "Public talk"
    CULTURE = "culture", "文体", "Culture and sport"
    COURSE = "course", "课程培训", "Course", "课堂", "夏令营", "Summer school"
    WORKSHOP = "workshop", "居家工坊", "Home workshop", "微工坊", "工坊"
    OTHER = "other", "其他", "Other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity, as written in the ledger. Volunteers' hours are those of all of them together."""

    held_on: Annotated[
        date,
        Column(
            "日期",
            "Held",
            also=(*HELD, "活动日期", "活动时间", "Activity date"),
            sort=True,
            past=PLANNED_AHEAD,
        ),
    ]
    title: Annotated[
        str,
        Column(
            "活动名称", "Title", also=("活动", "名称", "活动主题", "Activity", "Name", "Subject"), find=True
        ),
    ]
    kind: Annotated[
        ActivityKind | None, Column("活动类别", "Kind", also=("类别", "活动类型", "类型", "Type"))
    ] = None
    volunteers: Annotated[
        tuple[str, ...],
        Column(
            "志愿者姓名",
            "Names of volunteers",
            also=("志愿者", "参与志愿者", "Volunteers"),
            find=True,
            personal=Personal.NAME,
            leaves=False,
        ),
    ] = ()
    turnout: Annotated[
        int | None,
        Column("志愿者人次", "Volunteers, each time they came", also=("人次", "Volunteers who came")),
    ] = None
    hours: Annotated[
        Decimal | None,
        Column(
            "服务时长合计（小时）",
            "Hours, all volunteers together",
            also=("服务时长", "志愿服务时长", "服务时长（小时）", "Hours of service"),
            plain=True,
        ),
    ] = None
    served: Annotated[
        int | None,
        Column("服务人次", "Residents served", also=("服务对象人数", "参加居民人次", "Served", "Residents")),
    ] = None
    amount: Annotated[Decimal | None, Column("增收金额（元）", "Earned (yuan)", also=("金额",))] = None
    households: Annotated[
        str, Column("受益户说明", "Households", also=("受益户",), personal=Personal.STORY, leaves=False)
    ] = ""
    note: Annotated[str, Column("备注", "Note", also=NOTE, long=True, find=True, leaves=False)] = ""


ACTIVITIES = Register(
    "activity",
    "志愿服务与活动",
    "Activities",
    Activity,
    dated="held_on",
    numbered=True,
    daily=True,
    brief=("held_on", "title", "kind", "turnout", "served"),
    belongs=Words("志愿服务、课程和活动，记在这里", "Volunteering, courses and activities are listed here"),
)
