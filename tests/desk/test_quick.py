"""Quick-add over a ledger: what a line becomes, what it still needs, what is noticed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from mingbai.desk import records
from mingbai.desk.quick import (
    draft_of,
    label_of,
    lacking_words,
    lines_of,
    missing,
    near_day,
    record,
    refusal,
    said,
    title_words,
)
from mingbai.desk.quick_noticing import noticed
from mingbai.desk.quick_reader import Reader, shipped_words
from mingbai.desk.quick_saved import saved_words
from mingbai.desk.recurring import came
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.duty import DUTIES
from mingbai.domain.field import Refused
from mingbai.domain.frequency import Frequency
from mingbai.domain.issue import ISSUES, Solved
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS, TaskKind
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.ledger import Ledger
from mingbai.rules.quick.quick import read_quick


@pytest.fixture
def reader(ledger: Ledger, today: date) -> Reader:
    for name in ("李梅", "Li Mei"):
        records.add(ledger, STAFF, {"name": name}, today=today)
    made = Reader(ledger)
    ledger.listeners.append(made.forget)
    return made


def test_a_line_becomes_an_assignment_received_today(ledger: Ledger, reader: Reader, today: date) -> None:
    quick = reader.read("周五前 报表 民政局 上报重点人群台账 @李梅", today)
    task = record(ledger, quick, today).record
    assert task.title == "上报重点人群台账"
    assert (task.received_on, task.due_on, task.kind) == (today, date(2026, 11, 27), TaskKind.FORM)
    departments = {entry.uid: entry.record.name for entry in ledger.entries(DEPARTMENTS)}
    assert departments[task.department] == "民政局"


def test_a_kind_is_called_as_its_register_calls_it(reader: Reader, today: date) -> None:
    for line, called in (
        ("周五前 报表 民政局 上报台账", "报送形式"),
        ("昨天 督查 应急管理局 消防", "类别"),
    ):
        label = label_of(reader.read(line, today), "kind")
        assert label is not None
        assert label.zh == called


def test_an_english_line_is_read_by_the_shipped_english_names(
    ledger: Ledger, reader: Reader, today: date
) -> None:
    quick = reader.read("by Friday report Civil Affairs Key-groups register @Li Mei", today)
    entry = record(ledger, quick, today, "en")
    assert entry.record.title == "Key-groups register"
    assert entry.record.kind is TaskKind.REPORT


def test_a_solved_issue_is_closed_at_once(ledger: Ledger, reader: Reader, today: date) -> None:
    entry = record(ledger, reader.read("路灯不亮 小区西门 已解决", today), today)
    assert entry.register is ISSUES
    assert entry.record.solved is Solved.SOLVED
    assert entry.record.closed_at == entry.record.accepted_at
    assert entry.record.closed_at.date() == today


def test_who_is_satisfied_was_told(ledger: Ledger, reader: Reader, today: date) -> None:
    quick = reader.read("路灯不亮 小区西门 已解决 满意", today, page="issue")
    entry = record(ledger, quick, today)
    assert (entry.stored["satisfaction"], entry.stored["told_on"]) == ("satisfied", today.isoformat())


def test_a_planned_issue_stays_open(ledger: Ledger, reader: Reader, today: date) -> None:
    entry = record(ledger, reader.read("路灯不亮 小区西门 列入计划", today), today)
    assert entry.record.closed_at is None


def test_a_rhythm_makes_a_recurring_assignment(ledger: Ledger, reader: Reader, today: date) -> None:
    entry = record(ledger, reader.read("每周五 报表 农业农村局 人居环境周报", today), today)
    assert entry.register is DEMANDS
    assert (entry.record.period, entry.record.due_day, entry.record.starts_on) == (Frequency.WEEKLY, 5, today)


def test_a_certificate_gets_its_answer_and_its_route(ledger: Ledger, reader: Reader, today: date) -> None:
    entry = record(ledger, reader.read("亲属关系证明 银行要求 不予出具", today), today)
    assert entry.register is CERTIFICATES
    assert entry.record.route


def test_a_line_without_who_asked_is_refused_in_one_sentence(
    ledger: Ledger, reader: Reader, today: date
) -> None:
    quick = reader.read("周五前 上报重点人群台账", today)
    assert missing(quick) == ("department",)
    words = refusal(quick)
    assert words is not None
    assert "交办单位" in words.zh
    with pytest.raises(Mistake):
        record(ledger, quick, today)
    assert ledger.entries(TASKS) == []


@pytest.mark.parametrize("text", ["摘牌", "plaque hung", "plaque taken down today"])
def test_a_pill_and_the_sentence_call_what_is_lacking_the_same(
    reader: Reader, today: date, text: str
) -> None:
    quick = reader.read(text, today)
    sentence = refusal(quick)
    assert sentence is not None
    assert missing(quick)
    for name in missing(quick):
        pill = lacking_words(quick, name)
        assert pill.zh.removeprefix("缺") in sentence.zh
        assert pill.en.rstrip("?") in sentence.en.lower()


def test_a_unit_added_later_is_known_to_the_next_line(ledger: Ledger, reader: Reader, today: date) -> None:
    assert "department" in missing(reader.read("明天 智慧社区专班 数据核对", today))
    records.add(ledger, DEPARTMENTS, {"name": "智慧社区专班"}, today=today)
    assert missing(reader.read("明天 智慧社区专班 数据核对", today)) == ()


def test_someone_who_left_is_not_offered(ledger: Ledger, reader: Reader, today: date) -> None:
    gone = {"name": "王强", "until": today - timedelta(days=1)}
    records.add(ledger, STAFF, gone, today=today)
    assert reader.completions("王", today, "zh", people=True) == []
    assert set(reader.completions("lm", today, "zh", people=True)) == {"李梅", "Li Mei"}


def test_the_duty_that_fits_is_named(ledger: Ledger, reader: Reader, today: date) -> None:
    duty = {"name": "重点人群台账上报", "listing": "配合", "number": "37", "leading": "民政局"}
    records.add(ledger, DUTIES, duty, today=today)
    quick = reader.read("周五前 报表 民政局 上报重点人群台账", today)
    (notice,) = noticed(ledger, reader, quick, today)
    assert notice.words.zh == "清单第 37 项（配合）"
    other = reader.read("周五前 报表 民政局 楼道杂物清理", today)
    assert noticed(ledger, reader, other, today) == []


def test_whom_a_recurring_line_names_handles_each_one_as_it_comes(
    ledger: Ledger, reader: Reader, today: date
) -> None:
    quick = reader.read("每月25日前 报表 卫健委 慢病统计表 @李梅", today)
    entry = record(ledger, quick, today)
    assert (entry.stored["title"], entry.stored["note"]) == ("慢病统计表", None)
    assert noticed(ledger, reader, quick, today, but=entry.uid) == []
    (li,) = (one for one in ledger.entries(STAFF) if one.stored["name"] == "李梅")
    assert entry.stored["owner"] == li.uid
    each = came(ledger, entry, "2026-11", received_on=today, today=today)
    assert each.stored["owner"] == li.uid
    records.change(ledger, li, {"until": "2026-11-01"}, today=today)
    assert came(ledger, entry, "2026-12", received_on=today, today=today).stored["owner"] is None


def test_an_earlier_entry_that_is_alike_is_named_but_not_the_entry_itself(
    ledger: Ledger, reader: Reader, today: date
) -> None:
    draft = {"title": "重点人群台账（三季度）", "department": "民政局", "received_on": date(2026, 10, 14)}
    earlier = records.add(ledger, TASKS, draft, today=today)
    quick = reader.read("周五前 报表 民政局 上报重点人群台账", today)
    entry = record(ledger, quick, today)
    (notice,) = noticed(ledger, reader, quick, today, but=entry.uid)
    assert notice.entry is not None
    assert notice.entry.uid == earlier.uid
    assert notice.words.zh == "与 10-14 登记的“重点人群台账（三季度）”很像"


def test_what_the_lists_say_of_a_certificate_is_told(ledger: Ledger, reader: Reader, today: date) -> None:
    (notice,) = noticed(ledger, reader, reader.read("亲属关系证明", today), today)
    assert "不予出具" in notice.words.zh


def test_pills_speak_both_languages(reader: Reader, today: date) -> None:
    quick = reader.read("每月5日前 报表 民政局 重点人群台账 90分钟", today)
    words = {part.name: said(quick, part, reader, today) for part in quick.parts}
    assert words["period"].zh == "每月 5 日前"
    assert words["department"].en == "Civil Affairs"
    assert words["minutes"].en == "90 min"
    assert near_day("2027-01-05", today).zh == "2027-01-05 周二"
    assert near_day("2026-11-27", today).en == "Fri 27 Nov"


def test_a_limit_in_working_days_is_counted_by_the_calendar(reader: Reader, today: date) -> None:
    quick = reader.read("残联要求5个工作日内上报残疾人名单", today)
    assert quick.value("due_on") == "2026-12-01"
    assert quick.title == "上报残疾人名单"
    assert reader.read("近5个工作日内来访人数 残联", today).value("due_on") == ""
    english = reader.read("Civil Affairs list of halls within 5 working days", today)
    assert (english.value("due_on"), english.title) == ("2026-12-01", "list of halls")


def test_pasted_lines_are_the_ones_that_hold_something() -> None:
    assert lines_of("一\r\n\r\n  二 \n") == ["一", "二"]
    assert len(lines_of("x\n" * 500)) == 500


def test_a_line_longer_than_any_entry_is_not_read_but_refused(ledger: Ledger, today: date) -> None:
    reader = Reader(ledger)
    said = refusal(reader.read("1" * 100_000, today))
    assert said is not None
    assert "100,000" in said.zh
    assert missing(reader.read("1" * 100_000, today)) == ()
    assert refusal(reader.read("民政局 上报台账 " + "长" * 1900, today)) is None


def test_a_title_is_said_without_what_turns_a_sentence_round(reader: Reader, today: date) -> None:
    quick = reader.read("民政局 上报\u202e台账", today)
    assert title_words(quick, reader).zh == "上报台账"


def test_a_time_behind_what_is_solved_says_when_it_was(ledger: Ledger, today: date) -> None:
    quick = Reader(ledger).read("路灯不亮 小区西门 今天上午9点 已解决", today, page="issue")
    draft = draft_of(quick, today, datetime(2026, 11, 24, 16, 0, 40))
    assert quick.value("closed_at") == "2026-11-24 09:00"
    assert "due_at" not in draft
    assert draft["accepted_at"] == datetime(2026, 11, 24, 9, 0)
    later = Reader(ledger).read("路灯不亮 小区西门 今天上午9点前", today, page="issue")
    assert later.value("due_at") == "2026-11-24 09:00"


def test_what_is_closed_at_once_was_accepted_in_the_same_minute(ledger: Ledger, today: date) -> None:
    quick = Reader(ledger).read("路灯不亮 小区西门 已解决", today, page="issue")
    draft = draft_of(quick, today, datetime(2026, 11, 24, 16, 0, 40))
    assert draft["accepted_at"] == draft["closed_at"] == datetime(2026, 11, 24, 16, 0)


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        (
            "每周五 报表 农业农村局 人居环境周报",
            "第一次应在11月27日（周五），已在“今日”里等着，来没来在那里记",
            "First expected Fri 27 Nov; it is waiting on Today, where you note whether it came",
        ),
        (
            "每周一 报表 农业农村局 人居环境周报",
            "第一次应在11月30日（周一），11月30日（周一）起会在“今日”里等着，来没来在那里记",
            "First expected Mon 30 Nov; from Mon 30 Nov it will be waiting on Today,",
        ),
        ("每年 报表 农业农村局 年度总结", "第一次应在12月31日（周四）", "First expected Thu 31 Dec"),
    ],
)
def test_what_recurs_says_when_it_is_first_expected_and_where(
    ledger: Ledger, today: date, reader: Reader, line: str, zh: str, en: str
) -> None:
    quick = reader.read(line, today)
    said = saved_words(record(ledger, quick, today), quick, reader, today)
    assert zh in said.zh
    assert en in said.en


def test_what_is_typed_on_a_sunday_as_daily_begins_when_people_work(ledger: Ledger, reader: Reader) -> None:
    sunday = date(2026, 11, 29)
    entry = record(ledger, reader.read("每天 报表 农业农村局 扫雪日报", sunday), sunday)
    assert entry.record.starts_on == date(2026, 11, 30)


def test_what_does_not_recur_says_no_more(ledger: Ledger, today: date, reader: Reader) -> None:
    quick = reader.read("周五前 报表 农业农村局 上报重点人群台账", today)
    said = saved_words(record(ledger, quick, today), quick, reader, today)
    assert said.zh.endswith("上报重点人群台账")


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Police want the tenant list by Friday", "派出所"),
        ("by Friday form Police tenants", "派出所"),
        ("Subdistrict Office asks for the tenant list by Friday", "镇（乡）人民政府（街道办事处）"),
        ("Civil Affairs Bureau wants the tenant list by Friday", "民政局"),
        ("Civil Affairs department wants the tenant list by Friday", "民政局"),
        ("Civil Affairs Office wants the tenant list by Friday", "Civil Affairs Office"),
        ("Finance Office wants the tenant list by Friday", "财政所"),
        ("by Friday form Civil Affairs Office tenants", "Civil Affairs Office"),
        (
            "East Bridge Subdistrict Civil Affairs Office, tenant list",
            "East Bridge Subdistrict Civil Affairs Office",
        ),
        ("East Bridge Subdistrict tenant list", "East Bridge Subdistrict"),
    ],
)
def test_units_by_the_short_words_people_use(line: str, unit: str, today: date) -> None:
    assert read_quick(line, shipped_words(), today).value("department") == unit


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("Civil Affairs Office wants the tenant list", "Civil Affairs Office", "Civil Affairs Office"),
        ("岳麓区民政局 低保名单", "民政局", "Civil Affairs"),
        ("岳麓区花木局 苗木名单", "岳麓区花木局", "岳麓区花木局"),
    ],
)
def test_the_unit_that_is_shown_is_the_unit_that_is_saved(
    line: str, zh: str, en: str, ledger: Ledger, reader: Reader, today: date
) -> None:
    quick = reader.read(line, today)
    (part,) = (part for part in quick.parts if part.name == "department")
    assert said(quick, part, reader, today) == Words(zh, en)
    saved = ledger.entry(DEPARTMENTS, record(ledger, quick, today).record.department)
    assert saved is not None
    assert saved.record.name == zh


@pytest.mark.parametrize(
    ("text", "page", "code", "held"),
    [
        (
            "明天下午3点 会议 街道党工委 述职 40人",
            "task",
            "meeting",
            {
                "held_on": "2026-11-25",
                "title": "述职",
                "people": 40,
                "start_time": "15:00",
                "note": None,
            },
        ),
        (
            "走访 3栋 王阿姨 20分钟 水管已修好",
            "today",
            "visit",
            {
                "visited_on": "2026-11-24",
                "title": "水管已修好",
                "resident": "王阿姨",
                "minutes": 20,
                "result": "helped",
            },
        ),
        (
            "今晚8点前 报表 民政局 上报台账",
            "today",
            "task",
            {"due_on": "2026-11-24", "due_time": "20:00", "note": None},
        ),
        (
            "meeting with Civil Affairs on Thursday 2 pm",
            "today",
            "meeting",
            {"held_on": "2026-11-26", "start_time": "14:00", "note": None},
        ),
        (
            "检查 民政局 养老 明天上午9点 计划外",
            "task",
            "inspection",
            {"held_on": "2026-11-25", "note": "检查 民政局 养老 明天上午9点 计划外"},
        ),
        ("走访 3栋 未遇", "task", "visit", {"title": "走访", "place": "3栋", "result": "not_home"}),
        (
            "摘牌 科普工作室",
            "task",
            "plaque",
            {"state": "removed", "removed_on": "2026-11-24", "hung_on": None},
        ),
        ("检查 民政局 养老 计划外", "task", "inspection", {"kind": "check", "planned": 0}),
        ("志愿活动 清理 志愿者8人 1.5小时", "task", "activity", {"turnout": 8, "hours": 150}),
        ("上报问题 民政局 重复报表", "task", "point", {"raised_on": "2026-11-24", "title": "重复报表"}),
    ],
)
def test_a_line_becomes_an_entry_of_its_register(
    ledger: Ledger, today: date, text: str, page: str, code: str, held: dict[str, object]
) -> None:
    quick = Reader(ledger).read(text, today, page=page)
    entry = record(ledger, quick, today)
    assert entry.register.code == code
    assert {name: entry.stored[name] for name in held} == held


def test_a_meeting_without_its_unit_is_not_saved(ledger: Ledger, today: date) -> None:
    quick = Reader(ledger).read("昨天 会议 3人 90分钟", today)
    assert missing(quick) == ("department",)
    with pytest.raises(Mistake, match="Called by"):
        record(ledger, quick, today)


def test_a_name_on_no_list_is_no_colleague_until_a_person_says_so(
    ledger: Ledger, reader: Reader, today: date
) -> None:
    quick = reader.read("民政局 报台账 @Benby Thorne", today)
    with pytest.raises(Mistake, match="Benby Thorne"):
        record(ledger, quick, today)
    before = len(ledger.entries(STAFF))
    with pytest.raises(Refused):
        records.add(
            ledger,
            TASKS,
            {"title": "台账", "department": "民政局", "received_on": today, "owner": "Benby"},
            today=today,
        )
    assert len(ledger.entries(STAFF)) == before
    record(ledger, quick, today, new_people=True)
    assert len(ledger.entries(STAFF)) == before + 1
