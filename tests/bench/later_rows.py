"""Rows of the registers beside assignments, certificates and issues, in the shares of a busy place."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from mingbai.domain.activity import ACTIVITIES, ActivityKind
from mingbai.domain.admission import ADMISSIONS, AdmissionDecision, AdmissionKind, Opinion
from mingbai.domain.column import Uid
from mingbai.domain.department import Level
from mingbai.domain.expert import EXPERTS
from mingbai.domain.field import LIST_MARK, Stored
from mingbai.domain.frequency import Frequency
from mingbai.domain.inspection import INSPECTIONS, InspectionKind
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.plaque import PLAQUES, PlaqueKind, PlaqueState
from mingbai.domain.point import POINTS, PointKind, PointResult
from mingbai.domain.reception import RECEPTIONS, Dining, Origin, Payer
from mingbai.domain.register import Register
from mingbai.domain.task import NONE_SEEN
from mingbai.domain.visit import VISITS, VisitResult

Row = tuple[Register, dict[str, Stored]]

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单曾仇解区查任朴盖尉"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国红梅志文海燕春生晓东雪峰"
PLACES = [f"{name}{kind}" for name in ["新湖", "桂花", "南岭", "白石", "望江", "红星", "建设", "明山", "塘头", "金桥"] for kind in
          ("花园", "小区", "新村", "苑")]  # fmt: skip
MATTERS = (
    "安全生产",
    "防汛备汛",
    "人居环境",
    "基层党建",
    "医保征缴",
    "森林防火",
    "信访维稳",
    "养老服务",
    "反诈",
    "创文",
)
REASONS = (
    "看望独居老人",
    "核对低保情况",
    "燃气安全入户",
    "回访诉求",
    "医保参保动员",
    "邻里纠纷调解",
    "残疾人慰问",
)
WORK = (
    "河堤巡护",
    "敬老理发",
    "暑期托管",
    "垃圾分类劝导",
    "广场舞队排练",
    "反诈宣讲",
    "手工编织工坊",
    "重阳慰问",
)
SPECIALITIES = ("法律", "农技", "医疗", "规划", "电商", "水利")
PLAQUES_SEEN = ("调解室", "老年学校", "阅览室", "微型消防站", "志愿服务站", "妇女之家", "示范点", "工作站")


@dataclass(slots=True)
class Known:
    """What was written so far, for entries that lead to others."""

    departments: Sequence[Uid]
    staff: Sequence[Uid]
    types: Sequence[Uid]
    categories: Sequence[Uid]
    written: int = 0
    latest: dict[str, Uid] = field(default_factory=dict)
    """Register to the entry of it that was written last."""


def full(register: Register, **given: Stored) -> dict[str, Stored]:
    """Every field of a register, empty where nothing is given."""
    return {name: given.get(name) for name in register.fields}


def name(rng: random.Random) -> str:
    """An invented person."""
    return rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, rng.randint(1, 2)))


def phone(rng: random.Random) -> str:
    """An invented number."""
    return f"1{rng.choice('3578')}{rng.randint(0, 999_999_999):09d}"


def later(rng: random.Random, day: date, low: int, high: int) -> str:
    """A day some days after another one."""
    return (day + timedelta(days=rng.randint(low, high))).isoformat()


def _meeting(rng: random.Random, day: date, known: Known) -> Row:
    minutes = rng.choice([30, 60, 90, 120, 180])
    return MEETINGS, full(
        MEETINGS,
        held_on=day.isoformat(),
        department=rng.choice(known.departments),
        title=f"{rng.choice(MATTERS)}{rng.choice(['工作推进会', '视频调度会', '培训会', '部署会'])}",
        people=rng.randint(1, 4),
        minutes=minutes,
        speech_minutes=minutes // 3 if rng.random() < 0.4 else None,
        required=rng.choice(["主要负责人", "分管负责人", "网格员", None]),
        nested=int(rng.random() < 0.1),
        groups=int(rng.random() < 0.05),
        report_needed=int(rng.random() < 0.3),
    )


def _inspection(rng: random.Random, day: date, known: Known) -> Row:
    planned = rng.random() < 0.4
    return INSPECTIONS, full(
        INSPECTIONS,
        held_on=day.isoformat(),
        department=rng.choice(known.departments),
        title=f"{rng.choice(MATTERS)}{rng.choice(['督查', '专项检查', '半年考核', '调研', '暗访'])}",
        kind=rng.choice(list(InspectionKind)).code,
        level=rng.choice(list(Level)).code,
        planned=int(planned),
        filing=f"备{day.year}{rng.randint(1, 900):03}" if planned else None,
        visitors=rng.randint(1, 12),
        escorts=rng.randint(1, 3),
        minutes=rng.choice([30, 60, 120]),
        papers=rng.randint(0, 30) if rng.random() < 0.7 else None,
        new_papers=int(rng.random() < 0.2),
    )


def _reception(rng: random.Random, day: date, known: Known) -> Row:
    dining = rng.choices(list(Dining), weights=[60, 20, 15, 5])[0]
    paid = dining in {Dining.CANTEEN, Dining.RECEPTION}
    guests = rng.randint(2, 15)
    return RECEPTIONS, full(
        RECEPTIONS,
        visited_on=day.isoformat(),
        department=rng.choice(known.departments),
        title=f"{rng.choice(MATTERS)}{rng.choice(['考察', '交流', '调研', '指导'])}",
        letter=rng.choice([f"函〔{day.year}〕{rng.randint(1, 300)}号", NONE_SEEN, None]),
        guest_names=LIST_MARK.join(name(rng) for _ in range(2)),
        guests=guests,
        host_names=name(rng),
        hosts=rng.randint(1, 3),
        origin=rng.choices(list(Origin), weights=[70, 30])[0].code,
        dining=dining.code,
        payer=(rng.choice([Payer.US, Payer.SENDER]) if paid else Payer.NOBODY).code,
        cost=guests * 4000 if paid else None,
    )


def _plaque(rng: random.Random, day: date, known: Known) -> Row:
    state = rng.choices(list(PlaqueState), weights=[35, 5, 45, 10, 5])[0]
    removed = state in {PlaqueState.REMOVED, PlaqueState.MERGED, PlaqueState.REHUNG}
    hung = day - timedelta(days=rng.randint(100, 1500))
    return PLAQUES, full(
        PLAQUES,
        title=f"{rng.choice(MATTERS)}{rng.choice(PLAQUES_SEEN)}",
        department=rng.choice(known.departments),
        kind=rng.choice(list(PlaqueKind)).code,
        state=state.code,
        hung_on=hung.isoformat(),
        removed_on=day.isoformat() if removed else None,
        rehung_on=later(rng, day, 30, 300) if state is PlaqueState.REHUNG else None,
    )


def _visit(rng: random.Random, day: date, known: Known) -> Row:
    result = rng.choices(list(VisitResult), weights=[25, 10, 55, 10])[0]
    return VISITS, full(
        VISITS,
        visited_on=day.isoformat(),
        title=rng.choice(REASONS),
        resident=name(rng),
        place=rng.choice(PLACES),
        people=rng.choice([1, 1, 2, 2, 3]),
        minutes=rng.choice([15, 20, 30, 45, 60]) if rng.random() < 0.9 else None,
        result=result.code,
        issue=known.latest.get("issue") if result is VisitResult.NOTED else None,
        owner=rng.choice(known.staff),
    )


def _activity(rng: random.Random, day: date, known: Known) -> Row:
    kind = rng.choice(list(ActivityKind))
    volunteers = [name(rng) for _ in range(rng.randint(2, 9))]
    workshop = kind is ActivityKind.WORKSHOP
    return ACTIVITIES, full(
        ACTIVITIES,
        held_on=day.isoformat(),
        title=rng.choice(WORK),
        kind=kind.code,
        volunteers=LIST_MARK.join(volunteers),
        turnout=len(volunteers),
        hours=len(volunteers) * rng.choice([100, 150, 200, 300]),
        served=rng.randint(5, 80),
        amount=rng.randint(500, 9000) * 100 if workshop else None,
        households=f"{rng.randint(3, 12)}户" if workshop else None,
    )


def _expert(rng: random.Random, day: date, known: Known) -> Row:
    speciality = rng.choice(SPECIALITIES)
    return EXPERTS, full(
        EXPERTS,
        came_on=day.isoformat(),
        title=f"{speciality}帮扶",
        name=name(rng),
        department=rng.choice(known.departments),
        speciality=speciality,
        left_on=later(rng, day, 5, 90),
        solved=f"解决{rng.choice(MATTERS)}问题{rng.randint(1, 6)}件",
    )


def _admission(rng: random.Random, day: date, known: Known) -> Row:
    decision = rng.choices([*AdmissionDecision, None], weights=[50, 35, 5, 5, 5])[0]
    agreed = decision in {AdmissionDecision.APPROVED, AdmissionDecision.EXPIRED}
    starts = day + timedelta(days=rng.randint(5, 60))
    return ADMISSIONS, full(
        ADMISSIONS,
        applied_on=day.isoformat(),
        department=rng.choice(known.departments),
        title=f"{rng.choice(MATTERS)}{rng.choice(['信息采集', '入户调查', '台账建设', '创建'])}",
        kind=rng.choice(list(AdmissionKind)).code,
        basis="相关条例",
        document=f"〔{day.year}〕{rng.randint(1, 300)}号",
        content="按月报送进展情况",
        frequency=rng.choice(list(Frequency)).code,
        starts_on=starts.isoformat(),
        ends_on=later(rng, starts, 90, 365),
        money=rng.randint(10, 200) * 10_000 if rng.random() < 0.3 else None,
        contact=name(rng),
        phone=phone(rng),
        town_opinion=rng.choice(list(Opinion)).code,
        decision=decision.code if decision is not None else None,
        decided_on=later(rng, day, 3, 30) if decision is not None else None,
        exit_on=later(rng, starts, 60, 400) if agreed and rng.random() < 0.6 else None,
    )


def _point(rng: random.Random, day: date, known: Known) -> Row:
    answered = rng.random() < 0.85
    return POINTS, full(
        POINTS,
        raised_on=day.isoformat(),
        title=f"{rng.choice(MATTERS)}{rng.choice(['多头报送', '无文号交办', '临时加派', '重复检查'])}",
        kind=rng.choice(list(PointKind)).code,
        raised_to=rng.choice(known.departments),
        answered_on=later(rng, day, 1, 40) if answered else None,
        result=rng.choice(list(PointResult)).code if answered else None,
        answer="已研究，予以采纳" if answered else None,
        subject=known.latest.get("task"),
        colleague=rng.choice(known.staff) if rng.random() < 0.2 else None,
    )


Making = Callable[[random.Random, date, Known], Row]

OF_A_THOUSAND: Mapping[Making, int] = {
    _visit: 60,
    _meeting: 25,
    _activity: 12,
    _inspection: 10,
    _reception: 5,
    _point: 3,
    _admission: 3,
    _plaque: 1,
    _expert: 1,
}
"""How many of a thousand records each of these registers holds; the rest are the three large ones."""
