"""A large ledger as a busy place would have it after ten years, built through the store and kept for reuse.

The other benches share it:

    PYTHONPATH=desktop python -m tests.bench.big_ledger --records 100000 --folder FOLDER
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256
from itertools import accumulate, islice
from pathlib import Path

from tests.bench import later_rows
from tests.bench.later_rows import OF_A_THOUSAND, PLACES, Known, Row, full, later, name, phone

from mingbai.domain.certificate import CERTIFICATES, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer
from mingbai.domain.choice import Choice
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, MinutesSource
from mingbai.domain.department import DEPARTMENTS, Level
from mingbai.domain.field import LIST_MARK, Stored
from mingbai.domain.frequency import Frequency
from mingbai.domain.issue import ISSUES, DemandType, IssueChannel, Satisfaction, Solved, Urgency
from mingbai.domain.issue_category import ISSUE_CATEGORIES
from mingbai.domain.staff import STAFF
from mingbai.domain.task import NONE_SEEN, TASKS, Ask, Listing, Status, TaskChannel, TaskKind
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.migrations import steps
from mingbai.ledger.store import Act

FIRST = date(2016, 12, 1)
DAYS = 3650
PER_ACT = 1000
RARE = "疙瘩汤"
"""Stands in one record of twenty thousand."""

UNITS = [
    "民政",
    "人社",
    "卫健",
    "教育",
    "住建",
    "城管",
    "公安",
    "司法",
    "财政",
    "审计",
    "统计",
    "农业农村",
    "水利",
    "林业",
    "自然资源",
    "生态环境",
    "交通",
    "文旅",
    "应急",
    "市场监管",
    "退役军人",
    "医保",
    "信访",
    "残联",
    "妇联",
    "团委",
    "工会",
    "科协",
    "组织",
    "宣传",
    "统战",
    "政法",
    "纪委",
    "网信",
    "数据",
    "发改",
    "工信",
    "商务",
    "乡村振兴",
    "消防",
]
SUBJECTS = [
    "重点人群",
    "独居老人",
    "低保对象",
    "残疾人",
    "退役军人",
    "流动人口",
    "出租房屋",
    "小微企业",
    "燃气安全",
    "消防隐患",
    "电动自行车",
    "垃圾分类",
    "森林防火",
    "防汛抗旱",
    "高龄津贴",
    "养老保险",
    "医保参保",
    "适龄儿童",
    "危房",
    "农村改厕",
    "秸秆禁烧",
    "疫苗接种",
    "人居环境",
    "反诈宣传",
    "文明城市",
    "志愿服务",
    "困难职工",
    "矛盾纠纷",
    "道路交通",
    "食品安全",
    "地质灾害",
    "饮用水源",
    "违法建设",
    "群租房",
    "留守儿童",
    "经济普查",
]
FORMS = [
    "台账",
    "报表",
    "统计表",
    "情况汇总",
    "摸排表",
    "花名册",
    "工作总结",
    "佐证照片",
    "信息采集",
    "自查报告",
    "整改清单",
    "动态更新",
]
VERBS = ["报送", "上报", "开展", "完善", "核查", "更新", "填报", "梳理", "收集", "补报"]
TROUBLES = [
    "楼道堆放杂物",
    "路灯不亮",
    "下水道堵塞",
    "夜间施工噪音",
    "电梯停运",
    "停车位被占",
    "宠物扰民",
    "外墙渗水",
    "井盖松动",
    "树枝遮光",
    "自来水浑浊",
    "暖气不热",
    "垃圾未清运",
    "广场舞噪音",
    "油烟扰民",
    "快递柜占道",
    "充电桩损坏",
    "健身器材损坏",
    "门禁失灵",
    "违规搭建",
]
TELLINGS = (
    "居民反映{place}{number}栋{trouble}，已持续{days}天，希望尽快处理",
    "来电人称{place}附近{trouble}影响出行，请社区协调",
    "{place}业主多次反映{trouble}，物业一直没有答复",
    "老人行动不便，{place}{trouble}，请求上门查看",
)
KINDS_OF_CERTIFICATE = [
    "居住",
    "亲属关系",
    "无犯罪记录",
    "婚姻状况",
    "收入",
    "健康",
    "死亡",
    "户籍",
    "就业失业",
    "财产",
    "学历",
    "未成年人监护",
    "经济困难",
    "同一人",
    "养犬",
    "房屋产权",
    "租赁",
    "宅基地",
    "入党政审",
    "参军政审",
    "收养",
    "遗产继承",
    "车辆停放",
    "施工",
    "活动场地",
    "低保",
    "残疾",
    "参保",
    "退休",
    "工龄",
    "独生子女",
    "计划生育",
    "无房",
    "无业",
    "家庭成员",
    "丧葬",
    "祖籍",
    "贷款",
    "保险理赔",
    "邮政改址",
]


def big_ledger(folder: Path, records: int) -> Path:
    """The path of a ledger of so many records, built when none was made in this way yet."""
    path = folder / f"bench-{records}-{_way()}.mingbai"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        load(path, records)
    return path


def _way() -> str:
    """Stands for how ledgers are made and what tables they have: another one calls for other ledgers."""
    made_by = [Path(str(file)).read_bytes() for file in (__file__, later_rows.__file__)]
    return sha256(b"".join((*made_by, *map(str.encode, steps.NAMES)))).hexdigest()[:8]


def load(path: Path, records: int) -> tuple[float, float]:
    """Builds a ledger; answers the seconds it took to load the records, and those of the processor."""
    rng = random.Random(records)
    draft = path.with_name(f"building-{path.name}")
    draft.unlink(missing_ok=True)
    with Ledger.create(draft) as ledger:
        with ledger.act("create") as act:
            known = _lists(act, rng)
        seconds = busy = 0.0
        rows = _rows(rng, records, known)
        while some := [*islice(rows, PER_ACT)]:
            began, began_busy = time.perf_counter(), time.process_time()
            with ledger.act("import") as act:
                for register, stored in some:
                    known.latest[register.code] = act.insert_stored(register, stored)
            seconds += time.perf_counter() - began
            busy += time.process_time() - began_busy
    draft.rename(path)
    return seconds, busy


def _lists(act: Act, rng: random.Random) -> Known:
    levels = [Level.TOWNSHIP, Level.COUNTY, Level.CITY]
    names = [f"{'市' if at >= len(UNITS) else '区'}{unit}局" for at, unit in enumerate((*UNITS, *UNITS[:20]))]
    departments = [
        act.insert_stored(DEPARTMENTS, full(DEPARTMENTS, name=unit, level=levels[at % 3].code))
        for at, unit in enumerate(names)
    ]
    types = [
        act.insert_stored(
            CERTIFICATE_TYPES, full(CERTIFICATE_TYPES, name=f"{kind}证明", answer=next(iter(Answer)).code)
        )
        for kind in KINDS_OF_CERTIFICATE
    ]
    categories = [
        act.insert_stored(ISSUE_CATEGORIES, full(ISSUE_CATEGORIES, name=trouble, group="环境"))
        for trouble in TROUBLES
    ]
    staff = [
        act.insert_stored(
            STAFF,
            full(
                STAFF,
                name=f"{name(rng)}{at}",
                since=later(rng, FIRST, 0, DAYS // 2),
                until=later(rng, FIRST, DAYS // 2, DAYS) if at % 3 == 0 else None,
            ),
        )
        for at in range(24)
    ]
    for at in range(90):
        act.insert_stored(DEMANDS, _demand(rng, rng.choice(departments), ended=at % 3 == 0))
    return Known(departments, staff, types, categories)


def _demand(rng: random.Random, department: Uid, *, ended: bool) -> dict[str, Stored]:
    return full(
        DEMANDS,
        title=f"{rng.choice(VERBS)}{rng.choice(SUBJECTS)}{rng.choice(FORMS)}",
        department=department,
        period=rng.choice(list(Frequency)).code,
        kind=rng.choice(list(TaskKind)).code,
        minutes=rng.choice([20, 40, 60]),
        minutes_source=MinutesSource.ASKED.code,
        people=1,
        starts_on=later(rng, FIRST, 0, DAYS // 2),
        ends_on=later(rng, FIRST, DAYS // 2, DAYS) if ended else None,
    )


def _rows(rng: random.Random, records: int, known: Known) -> Iterator[Row]:
    shares = {_task: 400, _certificate: 180, _issue: 420 - sum(OF_A_THOUSAND.values()), **OF_A_THOUSAND}
    makings, weights = [*shares], [*accumulate(shares.values())]
    for at in range(records):
        known.written = at
        day = FIRST + timedelta(days=at * DAYS // records)
        (make,) = rng.choices(makings, cum_weights=weights)
        row = make(rng, day, known)
        if at % 20_000 == 7_777:
            row[1]["note"] = f"送{RARE}一份"
        yield row


def _asks(rng: random.Random) -> str | None:
    if rng.random() < 0.65:
        return None
    return LIST_MARK.join(ask.code for ask in rng.sample(list(Ask), rng.choice([1, 1, 1, 2])))


def _task(rng: random.Random, day: date, known: Known) -> Row:
    chance = rng.random()
    status = Status.DONE if chance < 0.96 else Status.VOID if chance < 0.97 else Status.TODO
    title = f"{rng.choice(VERBS)}{day.month}月{rng.choice(SUBJECTS)}{rng.choice(FORMS)}"
    listing = rng.choices([*Listing, None], weights=[25, 20, 2, 3, 20, 30])[0]
    seen = rng.random()
    return TASKS, full(
        TASKS,
        received_on=day.isoformat(),
        department=rng.choice(known.departments),
        title=title,
        due_on=later(rng, day, 1, 14) if rng.random() < 0.9 else None,
        kind=rng.choice(list(TaskKind)).code,
        channel=rng.choice(list(TaskChannel)).code,
        asks=_asks(rng),
        listing=listing.code if listing is not None else None,
        admission=known.latest.get("admission") if listing is Listing.ADMITTED else None,
        document=f"〔{day.year}〕{rng.randint(1, 400)}号"
        if seen < 0.3
        else NONE_SEEN
        if seen < 0.6
        else None,
        minutes=rng.choice([10, 20, 30, 60, 90]) if rng.random() < 0.5 else None,
        status=status.code,
        done_on=later(rng, day, 0, 10) if status is Status.DONE else None,
    )


def _certificate(rng: random.Random, day: date, known: Known) -> Row:
    return CERTIFICATES, full(
        CERTIFICATES,
        asked_on=day.isoformat(),
        certificate=rng.choice(known.types),
        outcome=rng.choice(list(Outcome)).code,
        answer=rng.choice(list(Answer)).code,
        applicant=name(rng),
        phone=phone(rng),
        purpose=rng.choice(["入学", "贷款", "继承", "落户", "报销", "求职"]),
        demanded_by=rng.choice(["银行", "学校", "公证处", "用人单位", "房管所", "保险公司"]),
        minutes=rng.choice([5, 10, 15]),
    )


def _issue(rng: random.Random, day: date, known: Known) -> Row:
    place, trouble = rng.choice(PLACES), rng.choice(TROUBLES)
    moment = datetime(day.year, day.month, day.day, rng.randint(8, 18), rng.randint(0, 59))
    closed = moment + timedelta(days=rng.randint(0, 9)) if rng.random() < 0.97 else None
    return ISSUES, full(
        ISSUES,
        accepted_at=moment.isoformat(),
        title=f"{place}{trouble}",
        order_no=f"{day:%Y%m%d}{known.written % 1_000_000:06d}" if rng.random() < 0.6 else None,
        channel=rng.choice(list(IssueChannel)).code,
        demand_type=rng.choice(list(DemandType)).code,
        urgency=rng.choices(list(Urgency), weights=[80, 15, 5])[0].code,
        category=rng.choice(known.categories),
        content=rng.choice(TELLINGS).format(
            place=place, number=rng.randint(1, 30), trouble=trouble, days=rng.randint(2, 9)
        ),
        place=place,
        resident=name(rng),
        phone=phone(rng),
        helping=f"区{rng.choice(UNITS)}局" if rng.random() < 0.1 else None,
        expert=known.latest.get("expert") if rng.random() < 0.01 else None,
        due_at=(moment + timedelta(days=rng.choice([1, 3, 5, 7]))).isoformat()
        if rng.random() < 0.7
        else None,
        closed_at=closed.isoformat() if closed else None,
        solved=_of(rng, Solved) if closed else None,
        told_on=closed.date().isoformat() if closed and rng.random() < 0.8 else None,
        satisfaction=_of(rng, Satisfaction) if closed else None,
        minutes=rng.choice([15, 30, 45, 60]),
    )


def _of(rng: random.Random, choice: type[Choice]) -> str:
    return rng.choice(list(choice)).code


def arguments(about: str) -> argparse.Namespace:
    """What every bench is given: how many records, and the folder that keeps the ledgers."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--records", type=int, nargs="+", default=[100_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "mingbai-bench"))
    return parser.parse_args()


if __name__ == "__main__":
    given = arguments("Builds the large ledgers of the benches.")
    for count in given.records:
        print(big_ledger(given.folder, count))
