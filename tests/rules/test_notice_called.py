"""A call to a meeting, a check or a visit is told from an assignment, and what a notice is about is a name."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import Notice, read_notice

TODAY = date(2026, 11, 26)


def read(text: str) -> Notice:
    return read_notice(text, shipped_words(), TODAY)


MEETING_EN = (
    "MEETING NOTICE\n\nThe Fire Safety Committee Office will hold a work meeting on winter fire prevention. "
    "Details are as follows:\nTime: Monday 30 November 2026, 14:30 - 16:30\nPlace: Room 302, Xihu Subdistrict Office\n"
    "Attendees: the fire safety officer of each community\nPlease send the names of the attendees by 17:00 on Friday.\n\n"
    "Fire Safety Committee Office of Xihu Subdistrict\n26 November 2026"
)
CALLED = [
    (
        MEETING_EN,
        "meeting",
        "2026-11-30",
        "Work meeting on winter fire prevention",
        "Fire Safety Committee Office",
    ),
    (
        "会议通知\n定于2026年11月30日（周一）下午2:30在街道三楼会议室召开冬季消防安全工作推进会。\n参会人员：各社区书记。\n"
        "请于11月27日17:00前报送参会人员名单。\n区消防安全委员会办公室\n2026年11月26日",
        *("meeting", "2026-11-30", "冬季消防安全工作推进会", "区消防安全委员会办公室"),
    ),
    (
        "关于召开全街道经济工作会议的通知\n时间：12月9日上午8:40\n地点：文体中心\n参会：全体村干部\n司法局",
        *("meeting", "2026-12-09", "全街道经济工作会议", "司法局"),
    ),
    (
        "通知\n各社区：区应急局定于11月30日上午9:00到各社区开展安全生产督查，请做好准备。\n区应急管理局",
        *("inspection", "2026-11-30", "安全生产督查", "应急管理局"),
    ),
    (
        "函\n翠湖社区：我单位拟于12月2日由李主任带队一行8人赴你社区学习交流基层治理经验，请予接待。\n东城区民政局",
        *("reception", "2026-12-02", "学习交流基层治理经验", "民政局"),
    ),
]


@pytest.mark.parametrize(("text", "into", "day", "title", "unit"), CALLED)
def test_what_it_calls_to(text: str, into: str, day: str, title: str, unit: str) -> None:
    found = read(text)
    assert found.into is not None
    assert found.called_on is not None
    assert found.title is not None
    assert found.department is not None
    assert (found.into.value, found.called_on.value.isoformat()) == (into, day)
    assert (found.title.value, found.department.value) == (title, unit)


@pytest.mark.parametrize(
    "text",
    [
        "关于签订责任书的通知\n全县平安建设工作会议已于4月16日召开。请主要负责人签字，于11月30日17:00前报司法局。",
        "请各社区于11月27日17:00前将独居老人名单报民政局，并召开一次居民会议。",
        "Monthly figures\nAs agreed at the meeting of 9 January, please submit the sheet by 30 November 10:00 to Civil Affairs.",
    ],
)
def test_what_only_speaks_of_a_meeting_is_an_assignment(text: str) -> None:
    assert read(text).into is None


TITLES = [
    (
        "各社区：\n请于12月5日前将《60岁以上老年人健康体检情况统计表》电子版报至社会事务办邮箱，纸质版盖章后报送。\n"
        "1.逐户核对；2.不漏一人。\n翠湖街道办事处",
        "60岁以上老年人健康体检情况统计表",
    ),
    (
        "通知：\n请各社区填写《独居老人情况统计表》电子版报至民政办邮箱，1.逐户核实 2.不漏报，12月3日前完成",
        "填写《独居老人情况统计表》",
    ),
    ("通知\n1.逐户摸排独居老人，建立台账；\n2.每周五前报民政办。", "逐户摸排独居老人，建立台账"),
    (
        "Notice on reporting residents over 80 Dear colleagues, please report all residents over 80 by 5 December.",
        "Notice on reporting residents over 80",
    ),
    (
        "Civil Affairs Bureau\nNotice on reporting residents over 80\nPlease report all of them by 5 December.",
        "Notice on reporting residents over 80",
    ),
    (
        "Notice on the Winter Fire Safety Inspection All communities are to inspect rental houses by Friday.",
        "Notice on the Winter Fire Safety Inspection",
    ),
    (
        "Notice to all communities that have lifts: send the list by Friday",
        "Notice to all communities that have lifts: send the list",
    ),
    (
        "Subject: Tenant register. Please send it with names and phones of all tenants by Friday.",
        "Tenant register",
    ),
    ("Re: Tenant register Please send us the register with names and phones by Friday.", "Tenant register"),
    ("Notice: please send the tenant list by Friday.", "Notice: please send the tenant list by Friday"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_stops_at_the_name_and_is_never_only_that_it_is_a_notice(text: str, title: str) -> None:
    found = read(text)
    assert found.title is not None
    assert found.title.value == title


def test_who_signs_to_residents_is_no_unit_that_asks() -> None:
    found = read("居务公开\n现公布1月至11月收支情况。\n柳溪社区居民委员会\n2026年12月16日")
    assert found.department is None
