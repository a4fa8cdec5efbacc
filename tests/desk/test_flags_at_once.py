"""All flags at once are those that each entry would get by itself, held against everything there is."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from mingbai.desk import earlier_forms, records
from mingbai.desk.certificates import counter
from mingbai.desk.flagging import certified
from mingbai.desk.live_flags import Refreshed, refresh, refresh_all
from mingbai.desk.matters import JUDGED, Matters
from mingbai.desk.places import new_ledger, working_days
from mingbai.desk.watch import Watch
from mingbai.domain.admission import ADMISSIONS, Admission, AdmissionDecision
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.filter import ALL
from mingbai.domain.frequency import Frequency
from mingbai.domain.inspection import INSPECTIONS, Inspection, InspectionKind
from mingbai.domain.plaque import PLAQUES, Plaque, PlaqueState
from mingbai.domain.review import DECISIONS, FLAGS, Assessment, Decision, Method
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS, Listing, Status, Task, TaskKind
from mingbai.ledger.blocks import asked
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules import columns
from mingbai.rules.flags.families import judge
from mingbai.rules.flags.matter import (
    ADMISSION,
    CUT,
    INSPECTION,
    PLAQUE,
    TASK,
    Around,
    Matter,
    Rulebook,
    Suggestion,
)

TODAY = date(2026, 11, 24)
COLUMNS = (
    *("姓名", "身份证号", "公民身份号码", "年龄", "残疾类别", "残疾类型", "残疾等级", "监护人", "就业情况"),
    *("健康状况", "自理能力", "帮扶人", "房屋性质", "租住人数", "用工单位", "参保类型", "收入来源"),
    *("用工单位类型", "收入来源说明", "房屋性质变更"),
)
TITLES = ("残疾人状况表", "租住人员登记", "就业情况月报", "防汛工作群每天打卡", "上报数据", "网格员走访记录")
EARLIEST = date(2023, 3, 1)


def filled(ledger: Ledger, seed: int, entries: int) -> None:
    """Entries of many kinds over three years, many of them like one another."""
    chance = random.Random(seed)
    units = [entry.uid for entry in ledger.entries(DEPARTMENTS)][:4]

    def day() -> date:
        return EARLIEST + timedelta(days=chance.randrange((TODAY - EARLIEST).days + 1))

    def some_columns() -> tuple[str, ...]:
        start = chance.randrange(len(COLUMNS))
        held = [*COLUMNS[start:], *COLUMNS[:start]][: chance.randrange(2, 7)]
        return tuple(held if chance.random() < 0.7 else chance.sample(COLUMNS, 4))

    with ledger.act("add", today=TODAY) as act:
        demands: dict[Uid, Uid] = {}
        for _ in range(6):
            unit = chance.choice(units)
            made = Demand(
                title=chance.choice(TITLES),
                department=unit,
                period=chance.choice(list(Frequency)),
                form_columns=COLUMNS[4:9] if len(demands) < 3 else some_columns(),
            )
            demands[act.insert(DEMANDS, made)] = unit
        for number in range(entries):
            demand = chance.choice(list(demands)) if chance.random() < 0.3 else None
            received = day()
            period_key = f"{received.isoformat()} {number}" if demand else ""
            if demand is None and chance.random() < 0.5:
                quarter = (received.month + 2) // 3
                period_key = chance.choice(
                    (f"{received.year}-Q{quarter}", f"{received.year}年第{quarter}季度")
                )
            act.insert(
                TASKS,
                Task(
                    received_on=received,
                    department=demands[demand] if demand else chance.choice(units),
                    title=chance.choice(TITLES) + chance.choice(("", "", "（补）", "2")),
                    due_on=received + timedelta(days=chance.randrange(9)) if chance.random() < 0.5 else None,
                    kind=chance.choice([None, *TaskKind]),
                    listing=chance.choice([None, *Listing]),
                    demand=demand,
                    period_key=period_key,
                    form_columns=some_columns() if chance.random() < 0.5 else (),
                    status=chance.choice([Status.TODO, Status.TODO, Status.DONE, Status.VOID]),
                ),
            )
        for _ in range(entries // 10):
            act.insert(
                INSPECTIONS,
                Inspection(
                    held_on=date(2026, 11, chance.randrange(1, 25)),
                    department=chance.choice(units),
                    title="检查",
                    kind=chance.choice(list(InspectionKind)),
                    planned=chance.choice([True, False, None]),
                ),
            )
            hung = day()
            removed = hung + timedelta(days=60) if chance.random() < 0.5 else None
            act.insert(
                PLAQUES,
                Plaque(
                    title=chance.choice(("工作室", "调解室", "服务点", "制度上墙牌")),
                    hung_on=hung,
                    removed_on=removed,
                    state=PlaqueState.REMOVED if removed else PlaqueState.HUNG,
                ),
            )
            act.insert(
                ADMISSIONS,
                Admission(
                    applied_on=day(),
                    department=chance.choice(units),
                    title=chance.choice(TITLES),
                    decision=chance.choice([None, *AdmissionDecision]),
                    exit_on=day() if chance.random() < 0.5 else None,
                ),
            )
        for received in (date(2026, 3, 9), date(2026, 6, 8)):
            again = Task(received_on=received, department=units[0], title=TITLES[2], period_key="2026-Q9")
            act.insert(TASKS, again)
        for cut in list(demands)[:3]:
            under_another_name = Task(
                received_on=date(2026, 9, 1),
                department=demands[cut],
                title="更新服务对象",
                demand=cut,
                form_columns=COLUMNS[4:9],
            )
            act.insert(TASKS, under_another_name)
            act.insert(
                DECISIONS,
                Decision(
                    register=DEMANDS.code,
                    subject=cut,
                    assessment=Assessment.CUT,
                    decided_on=date(2026, 2, 1),
                    method=Method.CANCELLED,
                    effective_from=date(2026, 2, 1),
                    title="核减",
                ),
            )


def each(ledger: Ledger) -> Iterator[Entry]:
    for register in JUDGED:
        for some in asked(ledger, register, ALL, TODAY):
            yield from some


def by_itself(ledger: Ledger) -> Callable[[Entry], tuple[Suggestion, ...]]:
    """What speaks against an entry, held against every row of the ledger by the rules of its day."""
    matters = Matters(ledger)
    everything = [*matters.cuts(TODAY)]
    # What is only waited for was not asked yet.
    for register in (*(one for one in JUDGED if one is not DEMANDS), ADMISSIONS):
        everything += [
            one for some in asked(ledger, register, ALL, TODAY) for one in map(matters.of, some) if one
        ]
    rules = [entry.record for entry in ledger.entries(RULES)]
    book, working = counter(ledger), working_days(ledger)

    def before(one: Matter, matter: Matter) -> bool:
        return one.register in {TASK, CUT, PLAQUE, ADMISSION} or (
            one.register == INSPECTION and (one.day, one.uid) < (matter.day, matter.uid)
        )

    def judged(entry: Entry) -> tuple[Suggestion, ...]:
        matter = matters.of(entry)
        if matter is None:
            return ()
        around = Around(
            rules=Rulebook(rules, matter.day or TODAY),
            working=working,
            history=[one for one in everything if before(one, matter)],
            certificate=lambda text: certified(book, text),
        )
        return tuple(judge(matter, around))

    return judged


@pytest.mark.parametrize("seed", range(3))
def test_a_watch_says_what_everything_says(ledger: Ledger, seed: int) -> None:
    filled(ledger, seed, 60)
    judged, watch = by_itself(ledger), Watch(ledger, TODAY)
    families: set[str] = set()
    for entry in each(ledger):
        wanted = judged(entry)
        assert watch.suggestions(entry) == wanted, entry.stored
        families |= {one.family.code for one in wanted}
    assert families >= {
        "same_data",
        "repeated_report",
        "came_back",
        "admission",
        "inspection_limit",
        "plaque",
    }


def table(ledger: Ledger) -> list[tuple[Any, ...]]:
    """Every flag with all it says."""
    return sorted(
        tuple(str(flag.stored[name]) for name in FLAGS.fields) for flag in ledger.entries(FLAGS, binned=True)
    )


@pytest.mark.parametrize("seed", range(2))
def test_all_at_once_are_the_flags_of_one_after_another(tmp_path: Path, seed: int) -> None:
    place = {"name": "新湖社区", "residents": 20136, "base_on": date(2025, 12, 31)}
    one, other = tmp_path / "一.mingbai", tmp_path / "二.mingbai"
    with new_ledger(one, place, today=TODAY) as ledger:
        filled(ledger, seed, 60)
    shutil.copy(one, other)
    with Ledger(one) as ledger, Ledger(other) as alone:
        for step in range(2):
            done = refresh_all(ledger, today=TODAY)
            apart = Refreshed()
            watch = Watch(alone, TODAY)
            for entry in each(alone):
                apart += refresh(alone, watch, [entry], today=TODAY)
            assert done == apart
            assert table(ledger) == table(alone)
            assert done.new if step == 0 else done.gone
            # Whatever has a flag may change it: what is done is followed as well.
            for book in (ledger, alone):
                for flag in book.entries(FLAGS)[::3]:
                    task = book.entry(TASKS, str(flag.stored["subject"]))
                    if task is not None:
                        gone = {
                            "form_columns": "",
                            "due_on": "",
                            "status": "办结",
                            "done_on": TODAY.isoformat(),
                        }
                        records.change(book, task, gone, today=TODAY)


def test_what_is_done_is_left_alone_unless_it_has_a_flag(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    (unit, *_) = ledger.entries(DEPARTMENTS)
    with ledger.act("add", today=TODAY) as act:
        for number in range(24):
            status = Status.TODO if number % 8 == 0 else Status.DONE
            title = f"网格员每天打卡 {number}"
            act.insert(TASKS, Task(received_on=TODAY, department=unit.uid, title=title, status=status))
    judged: list[str] = []
    real = Watch.suggestions

    def counted(self: Watch, entry: Entry) -> tuple[Suggestion, ...]:
        judged.append(entry.uid)
        return real(self, entry)

    monkeypatch.setattr(Watch, "suggestions", counted)
    assert refresh_all(ledger, today=TODAY) == Refreshed(new=3)
    waiting = list(judged)
    assert len(waiting) == 3
    for uid in waiting:
        task = ledger.entry(TASKS, uid)
        assert task is not None
        records.close_task(ledger, task, TODAY)
    judged.clear()
    assert refresh_all(ledger, today=TODAY) == Refreshed()
    assert judged == waiting, "what stands is followed"


def test_few_of_many_forms_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared, real = [0], columns.compared

    def counted(new: Any, old: Any) -> Any:
        compared[0] += 1
        return real(new, old)

    monkeypatch.setattr(earlier_forms, "compared", counted)

    def of(number: int) -> int:
        forms = earlier_forms.EarlierForms(
            Matter(
                uid=f"{at:05}",
                day=TODAY - timedelta(days=at % 300),
                title=f"表{at}",
                department="民政局",
                form_columns=("姓名", *(f"栏目{at}之{column}" for column in "甲乙丙丁"), "收入来源"),
            )
            for at in range(number)
        )
        one = Matter(
            uid="new", day=TODAY, title="新表", department="残联", form_columns=("收入来源", "牲畜数量")
        )
        compared[0] = 0
        assert forms.before(one) == []
        return compared[0]

    assert of(400) == of(100) == 0
