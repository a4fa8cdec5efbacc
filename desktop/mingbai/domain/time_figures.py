"""Figures of time with residents, and of help received."""

from __future__ import annotations

from mingbai.domain.activity import ActivityKind
from mingbai.domain.figure import Figure, Flow, Of, Overlap, Ratio, Stock, Top, Unit, flow
from mingbai.domain.filter import equals, filled
from mingbai.domain.visit import VisitResult
from mingbai.domain.words import Words

VISIT_FIGURES: tuple[Figure, ...] = (
    flow(
        "visit.count",
        "入户走访",
        "Home visits",
        Words("本期走访次数", "Visits in the period"),
        Unit.TIMES,
        dated="visited_on",
    ),
    flow(
        "visit.hours",
        "走访用时",
        "Hours on home visits",
        Words(
            "本期走访用时×走访人数之和，未填用时的不计，未填人数的按1人",
            "Minutes × staff who went; without minutes not counted, without people as one",
        ),
        Unit.HOURS,
        dated="visited_on",
        of="minutes",
        times="people",
        per=60,
    ),
    flow(
        "visit.helped",
        "当场办理",
        "helped at once",
        Words("走访中当场办理的次数", "Visits on which help was given at once"),
        Unit.TIMES,
        dated="visited_on",
        where=equals("result", VisitResult.HELPED),
    ),
    flow(
        "visit.issues",
        "走访转为诉求",
        "became an issue",
        Words("走访后有对应居民诉求的次数", "Visits that led to a resident issue"),
        Unit.TIMES,
        dated="visited_on",
        where=filled("issue"),
    ),
    Top(
        code="visit.top_place",
        words=Words("走访最多：{label}", "Most visited: {label}"),
        unit=Unit.TIMES,
        note=Words(
            "本期走访最多的小区或网格及次数", "The place visited most in the period; all columns count it"
        ),
        register="visit",
        dated="visited_on",
        by="place",
    ),
)

ACTIVITY_FIGURES: tuple[Figure, ...] = (
    flow(
        "activity.count",
        "开展活动",
        "Activities",
        Words("本期志愿服务和活动次数", "Activities in the period"),
        Unit.TIMES,
        dated="held_on",
    ),
    flow(
        "activity.courses",
        "其中：课程培训",
        "of which courses",
        Words("本期活动中类别为课程培训的次数", "Activities of the kind course"),
        Unit.TIMES,
        dated="held_on",
        where=equals("kind", ActivityKind.COURSE),
    ),
    Top(
        code="activity.volunteers",
        words=Words("志愿者（不重复）", "Different volunteers, by name"),
        unit=Unit.PERSONS,
        note=Words(
            "本期活动所填志愿者姓名，同名只计一人；活动都没有填姓名的写“—”",
            "Volunteers named in the period's activities, each name once; “—” where no activity names any",
        ),
        register="activity",
        dated="held_on",
        by="volunteers",
        of=Of.DIFFERENT,
    ),
    flow(
        "activity.turnout",
        "志愿者人次",
        "Volunteers, each time they came",
        Words("本期活动所填志愿者人次之和", "Volunteers who came, added up over the period's activities"),
        Unit.ATTENDANCES,
        dated="held_on",
        of="turnout",
    ),
    flow(
        "activity.hours",
        "志愿服务时长",
        "Hours of volunteering",
        Words(
            "本期活动所填服务时长之和，每次为全体志愿者合计",
            "Hours of all volunteers together, added up over the period's activities",
        ),
        Unit.HOURS,
        dated="held_on",
        of="hours",
        per=100,
    ),
    flow(
        "activity.served",
        "服务居民",
        "Residents served",
        Words("本期活动所填服务人次之和", "Residents served, added up over the period's activities"),
        Unit.ATTENDANCES,
        dated="held_on",
        of="served",
    ),
)

EXPERT_FIGURES: tuple[Figure, ...] = (
    Stock(
        code="expert.count",
        words=Words("帮扶专家（期末）", "Experts (at end)"),
        unit=Unit.PERSONS,
        note=Words(
            "期末在岗的帮扶干部和专家", "Officials and specialists sent to help, here at the period's end"
        ),
        register="expert",
        since="came_on",
        until="left_on",
    ),
    Overlap(
        code="expert.days",
        words=Words("帮扶人日", "Days of help by experts"),
        unit=Unit.PERSON_DAYS,
        note=Words(
            "每人在本期内帮扶的天数之和，到岗日和离岗日都计",
            "Days of the period that each was here, first and last included, added up",
        ),
        register="expert",
        since="came_on",
        until="left_on",
    ),
    Flow(
        code="expert.issues",
        words=Words("专家帮助办结", "Closed with an expert"),
        unit=Unit.ITEM,
        note=Words("本期办结且填有帮扶专家的诉求", "Issues closed in the period with an expert's help"),
        register="issue",
        dated="closed_at",
        where=filled("expert"),
    ),
)

HOURS_FIGURES: tuple[Figure, ...] = (
    Ratio(
        code="hours.with_residents",
        words=Words("服务居民用时占比", "Hours with residents"),
        unit=Unit.PERCENT,
        note=Words(
            "（走访＋办理诉求用时）÷（报表材料＋会议＋走访＋办理诉求用时），只计所填用时",
            "(Visits + issues) ÷ (forms + meetings + visits + issues), of the hours entered",
        ),
        part="visit.hours",
        with_part=("issue.hours",),
        whole="task.form_hours",
        with_whole=("meeting.hours", "visit.hours", "issue.hours"),
    ),
    Ratio(
        code="place.per_staff",
        words=Words("人均服务居民（{whole}人）", "Residents per staff ({whole})"),
        unit=Unit.PERSONS,
        note=Words("常住人口÷期末工作人员数", "Residents ÷ staff at the period's end"),
        part="place.residents",
        whole="staff.count",
        scale=1,
        decimals=0,
    ),
)
