"""The clocks of an admission, and the state of an entry in a list."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mingbai.desk import records, review
from mingbai.desk.bulk import close_all
from mingbai.desk.clocks import clocks, pressing
from mingbai.desk.endings import endings
from mingbai.desk.glossary import Glossary
from mingbai.desk.places import working_days
from mingbai.desk.records import add, change, found
from mingbai.desk.review import Verdict
from mingbai.desk.spoken_days import Nearness
from mingbai.desk.standing import standing
from mingbai.desk.states import Shape, state_of
from mingbai.domain.admission import Admission, AdmissionDecision
from mingbai.domain.column import Uid
from mingbai.domain.issue import ISSUES
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Entry, Ledger

UNIT = Uid("unit")


def admission(applied_on: date, **more: object) -> Admission:
    return Admission(applied_on=applied_on, department=UNIT, title="入户摸底", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("applied_on", "zh", "en", "nearness"),
    [
        # 2026-11-24 is a Tuesday; 15 working days from the day after.
        (date(2026, 11, 24), "还剩 15 个工作日", "15 working days left", Nearness.FAR),
        (date(2026, 11, 6), "还剩 3 个工作日", "3 working days left", Nearness.FAR),
        (date(2026, 11, 5), "还剩 2 个工作日", "2 working days left", Nearness.NEAR),
        (date(2026, 11, 4), "还剩 1 个工作日", "1 working day left", Nearness.NEAR),
        (date(2026, 11, 3), "今天到期", "last day today", Nearness.NEAR),
        (date(2026, 11, 2), "超期 1 个工作日", "1 working day over", Nearness.LATE),
        (date(2026, 10, 30), "超期 2 个工作日", "2 working days over", Nearness.LATE),
    ],
)
def test_fifteen_working_days_to_decide(
    ledger: Ledger, today: date, applied_on: date, zh: str, en: str, nearness: Nearness
) -> None:
    clock = pressing(admission(applied_on), today, working_days(ledger))
    assert clock is not None
    assert (clock.short.zh, clock.short.en, clock.nearness) == (zh, en, nearness)


def test_holidays_do_not_count(ledger: Ledger) -> None:
    # 1 to 7 October 2026 are no working days, 10 October (a Saturday) is one.
    clock = pressing(admission(date(2026, 9, 25)), date(2026, 9, 28), working_days(ledger))
    assert clock is not None
    assert clock.until == date(2026, 10, 22)


def test_a_year_without_its_calendar_is_said(ledger: Ledger) -> None:
    clock = pressing(admission(date(2031, 3, 3)), date(2031, 3, 4), working_days(ledger))
    assert clock is not None
    assert "2031 年日历未更新" in clock.told.zh


def test_no_limit_is_over_by_days_that_nobody_knows_without_saying_so(ledger: Ledger) -> None:
    today, days = date(2031, 4, 1), working_days(ledger)
    decided = admission(date(2031, 1, 2), decision=AdmissionDecision.APPROVED, decided_on=date(2031, 2, 20))
    (late,) = clocks(decided, today, days)
    assert late.short.zh == "审批用了 35 个工作日，超过 15 个"
    assert late.told.zh == "审批用了 35 个工作日，超过 15 个（2031 年日历未更新）"
    (waits,) = clocks(admission(date(2026, 11, 24)), today, days)
    assert "日历未更新" in waits.told.zh


def test_what_begins_too_soon_is_said(ledger: Ledger, today: date) -> None:
    days = working_days(ledger)
    told = [c.told.zh for c in clocks(admission(today, starts_on=date(2026, 12, 1)), today, days)]
    assert told[-1] == "提前 5 个工作日申请，不足 30 个"
    late = clocks(admission(today, starts_on=date(2026, 11, 20)), today, days)
    assert late[0].short.zh == "未准入已开展"
    assert late[-1].told.zh == "开始以后才申请"


def test_an_admission_that_ended_and_did_not_exit(ledger: Ledger, today: date) -> None:
    days = working_days(ledger)
    approved: dict[str, object] = {
        "decision": AdmissionDecision.APPROVED,
        "decided_on": date(2026, 3, 30),
        "ends_on": date(2026, 11, 20),
    }
    ended = pressing(admission(date(2026, 3, 2), **approved), today, days)
    assert ended is not None
    assert (ended.short.zh, ended.nearness) == ("到期未退出", Nearness.LATE)
    out = admission(date(2026, 3, 2), **approved, exit_on=date(2026, 11, 21))
    assert pressing(out, today, days) is None
    assert [c.told.zh for c in clocks(out, today, days)] == ["审批用了 20 个工作日，超过 15 个"]


def new(ledger: Ledger, today: date, code: str, **draft: object) -> Entry:
    return add(ledger, REGISTERS[code], draft, today=today)


def test_states_of_plaques_admissions_and_points(ledger: Ledger, today: date) -> None:
    glossary = Glossary(ledger, today)

    def said(code: str, **draft: object) -> tuple[Shape, str]:
        state = state_of(new(ledger, today, code, **draft), Glossary(ledger, today))
        assert state is not None
        return state.shape, state.words.zh

    assert said("plaque", title="党群服务中心") == (Shape.RING, "悬挂")
    assert said("plaque", title="科普工作室", state="rehung") == (Shape.SOON, "复挂")
    base = {"applied_on": today, "department": "民政局", "title": "摸底"}
    assert said("admission", **base) == (Shape.GOING, "还剩 15 个工作日")
    assert said("admission", **base, decision="approved", decided_on=today) == (Shape.DOT, "准入")
    assert said("admission", **base, decision="refused") == (Shape.CROSS, "不予准入")
    assert said("point", raised_on="2026-11-20", title="重复报表") == (Shape.RING, "待答复 4 天")
    answered = {"raised_on": "2026-11-20", "title": "重复报表", "answered_on": today}
    assert said("point", **answered, result="done") == (Shape.TICK, "已落实")
    point = new(ledger, today, "point", raised_on="2026-11-23", title="重复报表")
    assert [one.words.en for one in standing(ledger, point, glossary)] == ["Raised 1 day ago, no answer yet"]


def test_a_resident_who_says_how_it_was_was_told(ledger: Ledger, today: date) -> None:
    entry = new(ledger, today, "issue", accepted_at="2026-11-20 9:00", title="路灯不亮")
    said = change(ledger, entry, {"satisfaction": "满意"}, today=today)
    assert said.stored["told_on"] is None
    closed = change(ledger, entry, {"closed_at": "2026-11-23 9:00", "satisfaction": None}, today=today)
    assert change(ledger, closed, {"satisfaction": "未评价"}, today=today).stored["told_on"] is None
    assert change(ledger, closed, {"satisfaction": "满意"}, today=today).record.told_on == today


@pytest.mark.parametrize(
    ("code", "draft", "way", "held"),
    [
        ("plaque", {"title": "科普工作室"}, "removed", {"state": "removed", "removed_on": "2026-11-24"}),
        (
            "admission",
            {"applied_on": "2026-11-20", "department": "民政局", "title": "摸底"},
            "refused",
            {"decision": "refused", "decided_on": "2026-11-24"},
        ),
        (
            "point",
            {"raised_on": "2026-11-20", "title": "重复报表"},
            "partly",
            {"result": "partly", "answered_on": "2026-11-24"},
        ),
        ("visit", {"visited_on": "2026-11-24", "title": "看望"}, "helped", {"result": "helped"}),
    ],
)
def test_one_key_ends_it(
    ledger: Ledger, today: date, code: str, draft: dict[str, object], way: str, held: dict[str, str]
) -> None:
    entry = new(ledger, today, code, **draft)
    found = next(one for one in endings(entry).ways if one.code == way)
    ended = found.write(ledger, entry, datetime(2026, 11, 24, 10), "zh")
    assert {name: ended.stored[name] for name in held} == held
    assert not endings(ended).ways


def test_an_issue_closed_from_the_list_is_still_asked_whether_it_was_solved(
    ledger: Ledger, today: date
) -> None:
    entry = new(ledger, today, "issue", accepted_at="2026-11-20 9:00", title="路灯不亮")
    close_all(ledger, [entry], datetime(2026, 11, 23, 9))
    closed = found(ledger, ISSUES, entry.uid)
    asked = endings(closed)
    assert [way.code for way in asked.ways] == ["solved", "partly", "explained"]
    solved = asked.ways[0].write(ledger, closed, datetime(2026, 11, 24, 10), "zh")
    assert solved.stored["solved"] == "solved"
    # When it was closed stays as it was said.
    assert solved.record.closed_at == datetime(2026, 11, 23, 9)
    assert "satisfied" in [way.code for way in endings(solved).ways]


def test_what_was_cut_is_called_so_wherever_it_is_listed(ledger: Ledger, today: date) -> None:
    draft = {"received_on": today, "department": "民政局", "title": "老人台账"}
    glossary = Glossary(ledger, today)
    said = []
    cut = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=today)
    for verdict in (Verdict(assessment=Assessment.CUT), cut):
        entry = records.add(ledger, TASKS, draft, today=today)
        review.decide(ledger, entry, verdict, today=today)
        decision = ledger.entries(DECISIONS)[-1]
        state = state_of(decision, glossary)
        (stands,) = standing(ledger, decision, glossary)
        assert state is not None
        said.append((state.words.zh, stands.words.zh[:4], decision.record.verdict.en))
    assert said == [("建议核减", "建议核减", "Suggest cut"), ("已核减", "已核减，", "Cut")]
