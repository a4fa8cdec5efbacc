"""Figures of meetings, inspections and evaluations."""

from __future__ import annotations

from functools import partial

from mingbai.domain.department import Level
from mingbai.domain.figure import Figure, Ratio, Unit, flow
from mingbai.domain.filter import both, equals, filled, one_of
from mingbai.domain.inspection import ASSESSING
from mingbai.domain.words import Words

_held = partial(flow, dated="held_on")

MEETING_FIGURES: tuple[Figure, ...] = (
    _held("meeting.count", "参加会议", "Meetings", Words("本期参加的会议次数", "Meetings in the period")),
    _held(
        "meeting.people",
        "参会人次",
        "People at meetings",
        Words(
            "本期会议所填本村（社区）参会人数之和", "People from here at the period's meetings, as entered"
        ),
        Unit.ATTENDANCES,
        of="people",
    ),
    _held(
        "meeting.hours",
        "开会用时",
        "Hours in meetings",
        Words(
            "本期会议时长×参会人数之和，未填时长的不计，未填人数的按1人",
            "Minutes × people of the period's meetings; without minutes not counted, without people as one",
        ),
        Unit.HOURS,
        of="minutes",
        times="people",
        per=60,
    ),
    _held(
        "meeting.report_needed",
        "要求报送贯彻情况",
        "asking for a report after",
        Words(
            "会后要求报送贯彻落实情况的会议次数",
            "Meetings after which a report on carrying out was asked for",
        ),
        where=equals("report_needed", 1),
    ),
    _held(
        "inspection.count",
        "督查检查考核",
        "Inspections",
        Words("本期督查、检查、考核的次数", "Inspections and evaluations in the period"),
    ),
    _held(
        "inspection.planned_count",
        "列入年度计划",
        "in the yearly plan",
        Words(
            "本期督查检查考核中列入年度计划的次数", "Inspections of the period that are in the yearly plan"
        ),
        where=equals("planned", 1),
    ),
    Ratio(
        code="inspection.planned",
        words=Words("列入年度计划占比", "share in the yearly plan"),
        unit=Unit.PERCENT,
        note=Words("列入年度计划的次数÷督查检查考核次数", "In the yearly plan ÷ inspections"),
        part="inspection.planned_count",
        whole="inspection.count",
    ),
    _held(
        "inspection.filed",
        "有备案编号",
        "with a filing number",
        Words("有备案编号或二维码的次数", "Inspections with a filing number or code"),
        where=filled("filing"),
    ),
    _held(
        "inspection.city",
        "市级考核评比",
        "Assessed by the city",
        Words(
            "层级填为市级的考核、评比次数", "Assessments and comparisons whose level is entered as the city"
        ),
        where=both(equals("level", Level.CITY), one_of("kind", *ASSESSING)),
    ),
    _held(
        "inspection.visitors",
        "督查来人",
        "Inspectors who came",
        Words("本期督查检查考核所填来人数之和", "Visitors of the period's inspections, as entered"),
        Unit.ATTENDANCES,
        of="visitors",
    ),
    _held(
        "inspection.papers",
        "查阅资料",
        "papers asked for",
        Words(
            "本期督查检查考核所填查阅资料份数之和", "Papers asked for by the period's inspections, as entered"
        ),
        Unit.COPIES,
        of="papers",
    ),
    _held(
        "inspection.new_papers",
        "要求新建资料",
        "demanding new papers",
        Words("要求新建资料的督查检查考核次数", "Inspections that demanded papers to be made anew"),
        where=equals("new_papers", 1),
    ),
    _held(
        "inspection.hours",
        "陪同督查用时",
        "Hours with inspectors",
        Words(
            "本期停留时长×陪同人数之和，未填时长的不计，未填人数的按1人",
            "Minutes × our people with them; without minutes not counted, without people as one",
        ),
        Unit.HOURS,
        of="minutes",
        times="escorts",
        per=60,
    ),
)
