"""Typed lines that plainly call to a meeting or announce a check, and those that only speak of one."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick import near_day, said
from mingbai.desk.quick_answer import due_of, kind_of
from mingbai.desk.quick_reader import Reader, shipped_words
from mingbai.ledger.ledger import Ledger
from mingbai.rules.quick.quick import ROOM, Quick, read_quick

TODAY = date(2026, 11, 24)
STREET = "镇（乡）人民政府（街道办事处）"


def read(text: str, plain: str = "") -> Quick:
    return read_quick(text, shipped_words(), TODAY, plain=frozenset([plain] if plain else []))


@pytest.mark.parametrize(
    ("text", "register", "day", "unit", "title"),
    [
        ("周四下午2点 街道开综治例会", "meeting", "2026-11-26", STREET, "街道开综治例会"),
        ("12月3日下午2点到街道开会，带上台账", "meeting", "2026-12-03", STREET, "到街道开会，带上台账"),
        ("明天上午9点 民政局 养老工作推进会", "meeting", "2026-11-25", "民政局", "养老工作推进会"),
        ("参加周四下午2点街道综治例会", "meeting", "2026-11-26", "", "参加街道综治例会"),
        ("meeting Thursday 2pm at the street office", "meeting", "2026-11-26", "", "at the street office"),
        (
            "safety inspection tomorrow 10 am Fire and Rescue",
            "inspection",
            "2026-11-25",
            "消防救援大队",
            "safety inspection",
        ),
        (
            "明天上午 住建局来社区检查电梯",
            "inspection",
            "2026-11-25",
            "住房和城乡建设局",
            "住建局来社区检查电梯",
        ),
    ],
)
def test_a_call_goes_to_its_register(text: str, register: str, day: str, unit: str, title: str) -> None:
    quick = read(text)
    assert (quick.register, quick.value("held_on")[:10], quick.value("department")) == (register, day, unit)
    assert quick.title == title
    assert (due_of(quick, TODAY), kind_of(quick)) == (day, {"meeting": "MTG", "inspection": "INS"}[register])


@pytest.mark.parametrize(
    "text",
    [
        "周五前 报会议记录 民政局",
        "周四下午2点前 综治例会发言稿 街道",
        "周四下午2点 民政局 准备推进会材料",
        "会议纪要 民政局 周四下午2点",
        "12月3日前组织召开居民会议",
        "民政局 例会制度",
        "meeting minutes Thursday 2pm Civil Affairs",
        "write slides for the meeting Thursday 2pm Civil Affairs",
        "周四 民政局 检查表",
        "prepare the inspection tomorrow 10 am Fire and Rescue",
        "safety inspection by Thursday Fire and Rescue",
    ],
)
def test_what_only_speaks_of_one_stays_an_assignment(text: str) -> None:
    assert read(text).register == "task"


@pytest.mark.parametrize(
    ("text", "register", "title"),
    [
        ("周四下午2点 民政局 冬季救助会议", "meeting", "冬季救助会议"),
        ("周四上午9点半 民政局 冬季救助会", "meeting", "冬季救助会"),
        ("周四下午2点 街道开综治例会", "meeting", "街道开综治例会"),
        ("Thursday 9:30 am Civil Affairs winter relief meeting", "meeting", "winter relief meeting"),
        ("meeting Thursday 9:30 am Civil Affairs winter relief", "meeting", "winter relief"),
        ("昨天 会议 民政局 业务部署 3人 90分钟", "meeting", "业务部署"),
        ("明天上午 住建局来社区检查电梯", "inspection", "住建局来社区检查电梯"),
        ("今天 接待 组织部 学习交流 8人 无公函", "reception", "学习交流"),
    ],
)
@pytest.mark.parametrize("named", ["{} @陈静", "{}，@陈静", "@陈静 {}"])
def test_a_colleague_named_in_it_stands_in_the_note(text: str, register: str, title: str, named: str) -> None:
    quick = read(named.format(text))
    assert (quick.register, quick.title) == (register, title)
    # No list holds her, and in a note nobody asks.
    assert [part.value for part in quick.parts if part.name == "note" and not part.unknown] == ["陈静"]


@pytest.mark.parametrize(
    "text", ["周四上午9点 人社局 冬季招聘会", "周四上午9点 民政局 业委会", "周四上午9点 文旅局 元旦联欢会"]
)
def test_what_only_is_called_like_a_meeting_is_none(text: str) -> None:
    assert read(text).register == "task"


def test_a_call_that_is_given_back_is_an_assignment() -> None:
    quick = read("周四下午2点 街道开综治例会")
    word = quick.text[quick.fields[ROOM].start : quick.fields[ROOM].end]
    again = read(quick.text, plain=word)
    assert (again.register, again.value("due_on")) == ("task", "2026-11-26 14:00")


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("请于12月3日17点前把名单报民政局", "2026-12-03 17:00", "名单"),
        ("明天上午10点在活动室打扫卫生", "2026-11-25 10:00", "在活动室打扫卫生"),
        ("12月3日前组织居民议事", "2026-12-03", "组织居民议事"),
        ("周五前进社区名单", "", "周五前进社区名单"),
        ("12月3日下午2点的活动照片", "", "12月3日下午2点的活动照片"),
        ("每天下午5点锁活动室的门", "", None),
    ],
)
def test_the_day_of_a_sentence_is_read(text: str, due: str, title: str | None) -> None:
    quick = read(text)
    assert quick.value("due_on") == due
    assert title in (None, quick.title)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("周四下午2点 民政局 报独居老人名单", "14:00"),
        ("Thursday 2pm report Civil Affairs Key-groups register", "14:00"),
        ("明天下午三点 民政局 报独居老人名单", "15:00"),
        ("周四下午2点 街道开综治例会", "14:00"),
        ("meeting Thursday 2pm Civil Affairs progress", "14:00"),
        ("tomorrow noon report Civil Affairs list", "12:00"),
    ],
)
def test_an_hour_that_a_line_names_is_kept(ledger: Ledger, text: str, clock: str) -> None:
    from mingbai.desk.quick import record

    reader = Reader(ledger)
    quick = reader.read(text, TODAY)
    entry = record(ledger, quick, TODAY)
    (part,) = (part for part in quick.parts if part.name in ("due_on", "held_on"))
    hour = entry.stored[entry.register.fields[part.name].column.hour]
    assert said(quick, part, reader, TODAY) == near_day(f"{entry.stored[part.name]} {hour}", TODAY)
    assert hour == clock
    # What has a field of its own needs no note.
    assert entry.stored["note"] is None
