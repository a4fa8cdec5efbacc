"""Typed lines that belong to the further registers, and those that only look like it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.domain.field import Context
from mingbai.domain.registers import REGISTERS
from mingbai.rules.quick.quick import ROOM, Quick, read_quick
from mingbai.rules.quick.rooms import ROOMS

TODAY = date(2026, 11, 24)


_PAIRS = re.compile(r"\w+=.+?(?=\s\w+=|$)")


def read(text: str, page: str = "task") -> Quick:
    return read_quick(text, shipped_words(), TODAY, page=page)


@pytest.mark.parametrize(
    ("text", "code", "title", "fields"),
    [
        (
            "明天下午3点 会议 街道党工委 述职 40人",
            "meeting",
            "述职",
            "held_on=2026-11-25 15:00 department=街道党工委 people=40",
        ),
        (
            "走访 3栋 王阿姨 20分钟 水管已修好",
            "visit",
            "水管已修好",
            "place=3栋 resident=王阿姨 minutes=20 result=helped",
        ),
        (
            "昨天 会议 民政局 业务部署会 3人 75分钟",
            "meeting",
            "业务部署会",
            "held_on=2026-11-23 department=民政局 people=3 minutes=75",
        ),
        ("昨天 开会 民政局 低保复核", "meeting", "低保复核", "held_on=2026-11-23 department=民政局"),
        (
            "检查 消防 楼道 4人 查阅资料9份 陪同2人",
            "inspection",
            "楼道",
            "kind=check department=消防救援大队 visitors=4 papers=9 escorts=2",
        ),
        (
            "督查 民政局 养老 计划外",
            "inspection",
            "养老",
            "kind=supervision department=民政局 planned=否",
        ),
        (
            "11-20 接待 组织部 学习交流 8人 陪同2人 无公函",
            "reception",
            "学习交流",
            "visited_on=2026-11-20 department=组织部 guests=8 hosts=2 letter=none_seen",
        ),
        (
            "接待 组织部 学习交流 市外 食堂工作餐 320元",
            "reception",
            "学习交流",
            "department=组织部 origin=outside dining=canteen cost=320",
        ),
        ("摘牌 科普工作室", "plaque", "科普工作室", "state=removed"),
        ("昨天 复挂 老年学堂", "plaque", "老年学堂", "rehung_on=2026-11-23 state=rehung"),
        (
            "昨天 走访 新湖花园 李奶奶 未遇",
            "visit",
            "",
            "visited_on=2026-11-23 place=新湖花园 resident=李奶奶 result=not_home",
        ),
        (
            "志愿活动 楼道清理 志愿者12人 16小时 服务60人",
            "activity",
            "楼道清理",
            "turnout=12 hours=16 served=60",
        ),
        ("活动 环境整治 河边捡垃圾", "activity", "河边捡垃圾", "kind=clean_up"),
        ("专家 司法局 物业矛盾调解", "expert", "物业矛盾调解", "department=司法局"),
        ("帮扶 司法局 物业矛盾调解", "expert", "物业矛盾调解", "department=司法局"),
        ("走访 民政局 低保户 3栋 李奶奶", "visit", "民政局 低保户", "place=3栋 resident=李奶奶"),
        ("入户 5栋 水电排查 @李梅 30分钟", "visit", "水电排查", "place=5栋 owner=李梅 minutes=30"),
        (
            "准入 民政局 入户摸底 每月 3000元",
            "admission",
            "入户摸底",
            "department=民政局 frequency=monthly money=3000",
        ),
        ("上报问题 民政局 多部门重复报表", "point", "多部门重复报表", "raised_to=民政局"),
        ("澄清 工单退回说明 @王强", "point", "工单退回说明", "kind=clarification colleague=王强"),
        (
            "home visit Building 3 Mrs Wang 20 min tap fixed",
            "visit",
            "tap fixed",
            "place=Building 3 resident=Mrs Wang minutes=20 result=helped",
        ),
        (
            "meeting yesterday Civil Affairs progress reports, 40 people",
            "meeting",
            "progress reports",
            "held_on=2026-11-23 department=民政局 people=40",
        ),
        (
            "inspection Civil Affairs elderly care, 4 visitors, unplanned",
            "inspection",
            "elderly care",
            "department=民政局 visitors=4 planned=否",
        ),
        ("activity clearing stairways, 12 volunteers", "activity", "clearing stairways", "turnout=12"),
        ("raised Civil Affairs the same data is asked twice", "point", "the same data is asked twice", ""),
        ("plaque taken down Science studio", "plaque", "Science studio", "state=removed"),
    ],
)
def test_a_word_leads_to_its_register(text: str, code: str, title: str, fields: str) -> None:
    quick = read(text)
    assert (quick.register, quick.title) == (code, title)
    got = {part.name: part.value for part in quick.parts}
    assert got.pop(ROOM)
    wanted = [pair.partition("=")[::2] for pair in _PAIRS.findall(fields)]
    assert {name: got.get(name) for name, _ in wanted} == dict(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "明天 会议 组织部 党员冬训动员 @王强",
        "会议 民政局 部署会",
        "周五前 会议 民政局 述职 3人",
        "住建局 检查 加装电梯现场 下周二",
        "接待 兄弟社区参观 @孙丽",
        "挂牌 卫健局 健康小屋牌子 12月12日 @曹燕",
        "走访调查表 民政局 周五前",
        "周五 走访慰问老党员 组织部",
        "专家讲座 卫健局 明天",
        "活动室开放",
        "会议纪要 党建办",
        "周五前 走访 民政局 低保户",
        "走访 民政局 低保户",
        "活动 周五 妇联 亲子阅读",
        "帮扶 困难户 送米",
        "expert panel on housing, Friday",
        "admission fee refund",
        "activity room opens",
        "meeting tomorrow education bureau enrolment @Wang",
        "by Friday report Civil Affairs volunteering",
    ],
)
def test_what_is_handed_down_stays_an_assignment(text: str) -> None:
    assert read(text).register == "task"


@pytest.mark.parametrize(
    ("text", "page", "code"),
    [
        ("组织部 党员冬训 3人", "meeting", "meeting"),
        ("明天 会议 组织部 党员冬训", "meeting", "meeting"),
        ("周五前 报表 民政局 重点人群", "meeting", "task"),
        ("问卷 民政局 满意度", "visit", "task"),
        ("亲属关系证明 王女士", "visit", "certificate"),
        ("路灯不亮 工单 2026112400017", "visit", "issue"),
        ("5栋 水电排查 已办理", "visit", "visit"),
        ("走访 5栋 水电排查", "meeting", "visit"),
        ("科普工作室 科协", "plaque", "plaque"),
    ],
)
def test_on_the_page_of_a_register_a_line_is_its_own(text: str, page: str, code: str) -> None:
    assert read(text, page).register == code


def test_an_issue_stays_one() -> None:
    for text in (
        "raised bed repair, west gate, solved",
        "活动室灯不亮 小区西门 已解决",
        "居民反映 路灯不亮 已解决",
    ):
        assert read(text).register == "issue"


def test_what_a_person_takes_back_is_the_title() -> None:
    quick = read_quick("走访 3栋 水管", shipped_words(), TODAY, plain=frozenset({"走访"}))
    assert quick.register == "task"
    assert "走访" in quick.title


@pytest.mark.parametrize("code", ROOMS)
def test_every_part_is_a_field(code: str) -> None:
    fields = REGISTERS[code].fields
    for name, called in ROOMS[code].called.items():
        assert (called or name) in fields or (code == "plaque" and name == "day")


def test_what_is_read_can_stand() -> None:
    context = Context(TODAY, lambda _register, text: text or None)
    for text in ("检查 消防 楼道 4人 计划外", "接待 组织部 交流 8人 无公函 320元", "志愿活动 清理 1.5小时"):
        quick = read(text)
        register = REGISTERS[quick.register]
        draft = {part.name: part.value for part in quick.parts if part.name != ROOM}
        register.parse({register.dated: TODAY, "title": quick.title, **draft}, context)


@pytest.mark.parametrize(
    "text",
    ["admission Civil Affairs Door-to-door survey, from 10 December", "准入 民政局 入户摸底 从12月10日起"],
)
def test_the_day_on_which_an_admission_begins_is_not_that_of_the_application(text: str) -> None:
    quick = read(text, page="admission")
    assert (quick.value("starts_on"), quick.value("applied_on")) == ("2026-12-10", "")
    assert "10" not in quick.title


@pytest.mark.parametrize(
    ("text", "register", "day"),
    [
        ("1月5日 会议 民政局", "task", "2027-01-05"),
        ("1月5日 检查 应急局 烟花", "task", "2027-01-05"),
        ("2026年1月5日 会议 民政局", "meeting", "2026-01-05"),
        ("10月9日 会议 民政局", "meeting", "2026-10-09"),
        ("3月5日 检查 应急局 3人", "inspection", "2026-03-05"),
    ],
)
def test_a_day_without_a_year_that_lies_long_behind_is_rather_the_next_one(
    text: str, register: str, day: str
) -> None:
    quick = read_quick(text, shipped_words(), date(2026, 11, 24))
    assert quick.register == register
    assert day in {part.value for part in quick.parts}
