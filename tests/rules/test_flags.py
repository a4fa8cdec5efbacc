"""What speaks against an entry, family by family; own examples, for regression only."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.rules.flagging import AGAIN, COLUMNS, DAY, families, inspection, made, task

from mingbai.desk.flagging import around_shipped
from mingbai.domain.frequency import Frequency
from mingbai.domain.review import Method
from mingbai.domain.rule import Family, Rule
from mingbai.domain.task import NONE_SEEN
from mingbai.domain.words import Words
from mingbai.rules.flags.families import judge
from mingbai.rules.flags.matter import Matter
from mingbai.rules.flags.saying import source_of

LINES = Path(__file__).with_name("forbidden_lines.csv")


def lines() -> Iterator[tuple[bool, str, str, str]]:
    with LINES.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield row["forbidden"] == "1", row["kind"], row["title"], row["content"]


@pytest.mark.parametrize(("wanted", "kind", "title", "content"), list(lines()))
def test_forbidden_asks(wanted: bool, kind: str, title: str, content: str) -> None:
    found = families(task(title=title, content=content, kind=kind))
    assert (Family.FORBIDDEN_ASK in found) == wanted


@pytest.mark.parametrize(
    ("title", "content", "wanted"),
    [
        ("取消手写台账，改为每天在小程序打卡", "", True),
        ("取消手写台账", "换成每天在小程序打卡。", True),
        ("不再手写报送，一律定位打卡", "", True),
        ("废止旧册启用新册", "各村每天须定位打卡。", True),
        ("Paper log scrapped", "Each village must check in daily by app instead.", True),
        ("停用旧册", "各村每天定位打卡。", False),
        ("Paper log scrapped", "Each village must check in daily by app.", False),
    ],
)
def test_a_title_that_stops_one_thing_does_not_stop_what_begins_instead(
    title: str, content: str, wanted: bool
) -> None:
    assert (Family.FORBIDDEN_ASK in families(task(title=title, content=content))) == wanted


def test_no_word_is_quoted_twice() -> None:
    matter = task(title="转发文章", content="各网格员必须转发三篇文章并截图上传，排名通报。")
    evidence = "…".join(one.evidence.zh for one in judge(matter, around_shipped(DAY)))
    assert evidence.count("并截图") == 1


@pytest.mark.parametrize("text", ["对进度靠后的通报排名", "按得分公布排位", "未按时报送的将通报排名"])
@pytest.mark.parametrize("noted", [False, True])
def test_a_quote_ends_with_its_word(text: str, noted: bool) -> None:
    fields = {"asks": ("ranking",), "note": text} if noted else {"content": text}
    matter = task(title="人居环境整治", **fields)
    found = [one for one in judge(matter, around_shipped(DAY)) if one.family is Family.FORBIDDEN_ASK]
    assert found
    assert not [one.evidence.zh for one in found if one.evidence.zh.endswith("排")]


@pytest.mark.parametrize(
    ("title", "content", "said"),
    [
        ("意外险", "每村分到20单。", "意外险：每村分到20单"),
        (
            "Accident insurance",
            "Each village sells at least twenty.",
            "insurance: Each village sells at least",
        ),
    ],
)
def test_what_the_title_begins_is_quoted_in_one_line(title: str, content: str, said: str) -> None:
    (found,) = judge(task(title=title, content=content), around_shipped(DAY))
    assert found.evidence.en == said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Photos of the waste sorting stations", "Photos of the waste sorting stations"),
        ("Photos of", "Photos"),
    ],
)
def test_a_quote_does_not_break_off_before_what_it_speaks_of(title: str, said: str) -> None:
    found = [
        one for one in judge(task(title=title), around_shipped(DAY)) if one.family is Family.FORBIDDEN_ASK
    ]
    assert [one.evidence.en for one in found] == [said]


@pytest.mark.parametrize("kind", ["FRM", "DAT", "LDG", "SRV"])
@pytest.mark.parametrize(
    "document",
    [
        "",
        None,
        "none_seen",
        "无",
        "未见",
        "电话通知",
        "微信群",
        "工作群通知，无文号",
        "Verbal",
        "By phone",
        "No document number",
    ],
)
def test_no_document(kind: str, document: str | None) -> None:
    assert families(task(kind=kind, document=document)) == {Family.NO_DOCUMENT}


@pytest.mark.parametrize(
    "document",
    [
        "某发〔2026〕3号",
        "Civil [2026] No. 7",
        "备案号2026-031",
        "Filing No. 22",
        "《关于调查的通知》",
        "待核",
    ],
)
def test_a_document_is_known_or_at_least_named(document: str) -> None:
    assert not families(task(kind="FRM", document=document))
    assert not families(task(kind="RPT", document=""))
    assert not families(task(kind="FRM", document="", content="批准文号：国统字2026-12"))


def test_same_data_of_another_unit() -> None:
    before = task(title="残疾人状况表", department="民政局", day=date(2026, 3, 2), form_columns=COLUMNS)
    new = task(title="康复需求登记", department="残联", form_columns=AGAIN)
    assert families(new, before) == {Family.SAME_DATA}
    assert not families(new, replace(before, day=date(2025, 3, 2)))
    assert not families(new, replace(before, void=True))
    assert not families(replace(new, form_columns=("姓名", "身份证号", "联系电话")), before)
    assert not families(replace(new, form_columns=(*AGAIN[:4], "车牌号", "犬种", "经营范围")), before)


def test_an_earlier_period_of_the_same_return_is_no_same_data() -> None:
    before = task(
        title="残疾人动态月报（5月）", day=date(2026, 5, 4), form_columns=COLUMNS, period_key="2026-05"
    )
    new = task(title="残疾人动态月报（6月）", form_columns=COLUMNS, period_key="2026-06")
    assert not families(new, before)
    twice = replace(before, period_key="2026年6月")
    assert families(new, twice) == {Family.REPEATED_REPORT}
    assert not families(new, replace(twice, department="水利局", form_columns=()))


def test_what_is_asked_once_and_again_before_it_is_due_is_a_repetition() -> None:
    before = task(
        title="关于做好独居老人信息核查工作的通知",
        day=date(2026, 6, 1),
        due_on=date(2026, 6, 10),
        document="民发〔2026〕5号",
    )
    again = replace(
        before,
        title="关于进一步做好独居老人信息核查工作的通知",
        day=date(2026, 6, 3),
        document="民发〔2026〕8号",
    )
    assert families(again, before) == {Family.REPEATED_REPORT}
    for other in (
        replace(again, day=date(2026, 6, 11), due_on=date(2026, 6, 20)),
        replace(again, title="关于做好残疾人信息核查工作的通知"),
        replace(again, department="残联"),
        replace(again, period=Frequency.WEEKLY),
        replace(again, demand="d1"),
    ):
        assert not families(other, before), other
    assert not families(again, replace(before, void=True))
    for slip in (
        replace(again, document="民发[2026]5号"),
        replace(again, day=before.day, document=None),
        replace(again, day=before.day, document=NONE_SEEN, due_on=None),
    ):
        assert not families(slip, before), "the same notice, written down a second time"
    weekly = replace(before, title="第23周矛盾纠纷排查周报")
    assert not families(replace(weekly, title="第24周矛盾纠纷排查周报", day=date(2026, 6, 8)), weekly)
    short = replace(before, title="上报材料")
    assert not families(replace(short, day=date(2026, 6, 3)), short), "it does not say of what"


def test_the_demand_is_what_a_return_is_known_by() -> None:
    one = task(title="甲", demand="d1", period_key="2026-W23", day=date(2026, 5, 30))
    assert families(task(title="乙", demand="d1", period_key="2026-W23"), one) == {Family.REPEATED_REPORT}
    assert not families(task(title="甲", demand="d2", period_key="2026-W23"), one)


@pytest.mark.parametrize(
    ("received", "due", "short"),
    [
        ("2026-06-01", "2026-06-01", True),
        ("2026-06-01", "2026-06-02", True),
        ("2026-06-05", "2026-06-08", True),
        ("2026-09-30", "2026-10-08", True),
        ("2026-06-01", "2026-06-03", False),
        ("2026-06-05", "2026-06-09", False),
        ("2026-06-02", "2026-06-01", False),
    ],
)
def test_short_notice(received: str, due: str, short: bool) -> None:
    matter = task(day=date.fromisoformat(received), due_on=date.fromisoformat(due))
    assert families(matter) == ({Family.SHORT_NOTICE} if short else set())
    expected = replace(matter, demand="d1", period_key="2026-W23")
    assert families(expected) == set(), "what recurs is expected"


@pytest.mark.parametrize(
    ("received", "due", "zh", "en"),
    [
        ("2026-06-05", "2026-06-05", "当天就要", "the same day"),
        ("2026-06-05", "2026-06-06", "中间没有工作日", "no working day between"),
        ("2026-06-05", "2026-06-08", "只隔一个工作日", "the next working day"),
        ("2026-06-04", "2026-06-06", "中间只有一个工作日", "one working day between"),
    ],
)
def test_short_notice_tells_the_time_as_a_person_counts_it(received: str, due: str, zh: str, en: str) -> None:
    matter = task(day=date.fromisoformat(received), due_on=date.fromisoformat(due))
    (told,) = judge(matter, around_shipped(DAY))
    assert told.evidence.zh.endswith(f"到期，{zh}")
    assert told.evidence.en.endswith(f": {en}")


@pytest.mark.parametrize(
    ("title", "emergency"),
    [
        ("台风来袭，立即转移危房群众", True),
        ("寻找走失儿童", True),
        ("暴雨橙色预警，做好值守", True),
        ("Gas leak at Block 3", True),
        ("受灾情况速报", True),
        ("报送森林防火工作总结", False),
        ("填报防汛物资清单", False),
        ("消防安全知识竞赛报名", False),
        ("火灾隐患排查表", False),
        ("Summary of the typhoon work", False),
    ],
)
def test_emergencies_are_apart(title: str, emergency: bool) -> None:
    assert (families(task(title=title, due_on=DAY)) == set()) == emergency


@pytest.mark.parametrize(
    ("title", "content", "listed"),
    [
        ("请给王某开一张无犯罪记录证明", "", True),
        ("入学材料", "学生须提交居委会盖章的家庭经济困难证明。", True),
        ("就业补贴", "申请人需提供社区出具的无业证明原件", True),
        ("Proof of life", "Please have the committee issue a certificate that Mr Wu is still alive.", True),
        ("关于停止开具无犯罪记录证明的通知", "即日起社区不再出具，请告知群众到派出所办理。", False),
        ("死亡证明", "由医院出具死亡医学证明，社区协助家属办理", False),
        ("志愿服务证明", "请开具志愿服务时长证明", False),
        ("减证便民", "统计本年度各类证明开具数量", False),
        ("情况说明", "请说明该户漏水情况", False),
    ],
)
def test_the_negative_list(title: str, content: str, listed: bool) -> None:
    assert families(task(title=title, content=content)) == ({Family.NEGATIVE_LIST} if listed else set())


def test_a_certificate_request_is_on_the_list_by_its_name() -> None:
    assert families(Matter(register="certificate", title="婚姻状况证明")) == {Family.NEGATIVE_LIST}
    assert not families(Matter(register="certificate", title="志愿服务记录证明"))


def test_inspections() -> None:
    wanted = {Family.INSPECTION_LIMIT}
    assert families(inspection(10, planned=False)) == wanted
    assert not families(inspection(10, planned=None))
    assert families(inspection(10), inspection(10)) == wanted
    assert not families(inspection(10), inspection(9))
    assert families(inspection(12), inspection(8), inspection(9)) == wanted
    assert not families(inspection(15), inspection(8), inspection(9))
    assert families(inspection(30), inspection(1), inspection(8), inspection(15)) == wanted
    assert families(inspection(10, level="city", kind="assessment")) == wanted
    assert not families(inspection(10, level="county", kind="assessment"))
    assert not families(inspection(10, level="city", kind="check"))


@pytest.mark.parametrize(
    ("fields", "over"),
    [
        ({"speech_minutes": 61}, True),
        ({"minutes": 241}, True),
        ({"minutes": 420, "groups": True}, False),
        ({"minutes": 240, "speech_minutes": 60}, False),
        ({"nested": True}, True),
        ({"title": "副县长召集的专题会", "required": "村党组织书记"}, True),
        ({"note": "分管副镇长主持，要求各社区书记亲自参加，不得请假"}, True),
        (
            {
                "title": "Meeting called by the deputy township head",
                "required": "Party secretaries must attend",
            },
            True,
        ),
        ({"title": "县长主持的全县大会", "required": "村党组织书记"}, False),
        ({"title": "副镇长召集的会", "required": "分管副主任"}, False),
        ({"title": "分管副局长召集", "required": "书记或委派一名副职参加"}, False),
    ],
)
def test_meetings(fields: dict[str, Any], over: bool) -> None:
    found = families(made({"register": "meeting", "title": "会", "day": DAY}, fields))
    assert found == ({Family.MEETING_LIMIT} if over else set())


@pytest.mark.parametrize(
    ("guests", "hosts", "letter", "over"),
    [
        (5, 3, "某函〔2026〕3号", False),
        (5, 4, "某函〔2026〕3号", True),
        (10, 3, "某函〔2026〕3号", False),
        (11, 4, "某函〔2026〕3号", True),
        (12, 4, "某函〔2026〕3号", False),
        (30, 11, "某函〔2026〕3号", True),
        (5, 1, "", True),
        (5, 1, "未带公函", True),
        (None, None, "No letter", True),
    ],
)
def test_official_visits(guests: int | None, hosts: int | None, letter: str, over: bool) -> None:
    found = families(Matter(register="reception", day=DAY, guests=guests, hosts=hosts, letter=letter))
    assert found == ({Family.RECEPTION} if over else set())


@pytest.mark.parametrize(
    ("guests", "told"), [(1, "1 guest, 4 hosts; at most 3"), (2, "2 guests, 4 hosts; at most 3")]
)
def test_guests_are_counted_in_words(guests: int, told: str) -> None:
    matter = Matter(register="reception", day=DAY, guests=guests, hosts=4, letter="某函〔2026〕3号")
    (found,) = judge(matter, around_shipped(DAY, ()))
    assert found.evidence.en == told


def test_admission() -> None:
    wanted = {Family.ADMISSION}
    assert families(task(admitted=False)) == wanted
    assert not families(task(admitted=None))
    applied = Matter(register="admission", title="居民用水习惯调查", department="某局", day=date(2026, 1, 5))
    new = task(title="居民用水习惯调查表")
    assert families(new, replace(applied, agreed=False)) == wanted
    assert families(new, replace(applied, agreed=True, exit_on=date(2026, 5, 31))) == wanted
    assert not families(new, replace(applied, agreed=True, exit_on=DAY))
    assert not families(replace(new, admitted=False), replace(applied, agreed=True))
    assert not families(replace(new, department="水利局"), replace(applied, agreed=False))
    assert not families(
        new, replace(applied, agreed=False), replace(applied, agreed=True, day=date(2026, 3, 1))
    )


def test_came_back() -> None:
    cut = Matter(
        register="cut",
        title="残疾人走访周报",
        department="残联",
        day=date(2026, 1, 1),
        method=Method.CANCELLED,
        period=Frequency.WEEKLY,
        form_columns=COLUMNS,
    )
    new = task(title="需求更新", department="清河县残联", period=Frequency.WEEKLY, form_columns=AGAIN)
    wanted = {Family.CAME_BACK}
    assert families(new, cut) == wanted
    assert families(replace(new, period=Frequency.DAILY), cut) == wanted
    assert not families(replace(new, period=Frequency.MONTHLY), cut)
    assert not families(replace(new, period=None), cut)
    assert not families(replace(new, department="民政局"), cut)
    assert not families(new, replace(cut, day=date(2025, 5, 31)))
    assert not families(replace(new, form_columns=COLUMNS[:4]), cut)
    rarer = replace(cut, method=Method.RARER, before=Frequency.WEEKLY, after=Frequency.MONTHLY)
    assert not families(replace(new, period=Frequency.MONTHLY), rarer)
    assert families(new, rarer) == wanted
    same_file = replace(new, form_columns=(), form_file="a1b2")
    assert families(same_file, replace(cut, form_file="a1b2")) == wanted
    assert not families(same_file, replace(cut, form_file="ffff"))


def test_in_english_a_clause_stands_behind_a_comma() -> None:
    rule = Rule(code="X-1", gist="", source="《规定》", source_en="Provisions (《规定》)")
    assert rule.written == Words("《规定》", "Provisions (《规定》)")
    rule = replace(rule, clause="第一条", clause_en="Article 1")
    assert source_of(rule) == Words("《规定》第一条", "Provisions (《规定》), Article 1")
