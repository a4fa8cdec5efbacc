"""Lines that tell by a verb to which register they belong, and those whose verb is only asked for."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick import REGISTERS
from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import ROOM, Quick, read_quick
from mingbai.rules.quick.units import like_units

TODAY = date(2026, 11, 24)


def read(text: str, page: str = "task") -> Quick:
    return read_quick(text, shipped_words(), TODAY, page=page)


@pytest.mark.parametrize(
    ("text", "code", "title", "fields"),
    [
        (
            "昨天下午 市监所 抽查冷库台面 2人",
            "inspection",
            "抽查冷库台面",
            "held_on=2026-11-23 department=市场监督管理所 visitors=2",
        ),
        (
            "Health Bureau checked the canteen kitchens yesterday, 2 visitors",
            "inspection",
            "checked the canteen kitchens",
            "held_on=2026-11-23 department=卫生健康局 visitors=2",
        ),
        ("科协 科普驿站 牌子已挂上了", "plaque", "科普驿站", "state=hung department=科学技术协会"),
        ("昨天 牌匾摘下了 科普驿站", "plaque", "科普驿站", "state=removed removed_on=2026-11-23"),
        ("The plaque Science corner was put up yesterday", "plaque", "Science corner", "state=hung"),
        ("wall plaque taken down, Science corner, Health", "plaque", "Science corner", "state=removed"),
    ],
)
def test_a_verb_leads_to_its_register(text: str, code: str, title: str, fields: str) -> None:
    quick = read(text)
    assert (quick.register, quick.title) == (code, title)
    got = {part.name: part.value for part in quick.parts}
    assert got.get(ROOM)
    wanted = dict(pair.split("=") for pair in fields.split())
    assert {name: got.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "text",
    [
        "市监所 检查整改情况 2份",
        "抽查冷库台面 2人",
        "周五前 市监所 抽查冷库 2人",
        "Health wants a plaque hung at the gate",
        "plaque to be put up at the gate",
        "科协 要求挂牌",
        "12月8日 科协 要求挂牌 科普驿站",
        "派出所 要求各社区制作上墙制度",
        "7栋 牌子 掉下来砸了车",
    ],
)
def test_what_is_asked_for_stays_an_assignment(text: str) -> None:
    assert read(text).register == "task"


@pytest.mark.parametrize("page", sorted(REGISTERS))
@pytest.mark.parametrize(
    "text",
    [
        "科协 要求挂牌 科普驿站",
        "科协 要求各社区挂牌 科普驿站",
        "科协 要求我们挂科普驿站牌子",
        "挂牌 科普驿站 科协",
        "牌子 科普驿站 科协",
        "科协 牌子 科普驿站",
        "plaque 科普驿站, 科协",
        "door plaque 科普驿站, 科协",
    ],
)
def test_a_plaque_is_recorded_from_every_page(text: str, page: str) -> None:
    quick = read(text, page)
    assert (quick.register, quick.title, quick.value("department")) == ("plaque", "科普驿站", "科学技术协会")


@pytest.mark.parametrize("page", ["meeting", "visit", "plaque"])
def test_a_plaque_that_is_asked_for_is_no_meeting(page: str) -> None:
    quick = read("科协 让我们挂块牌子 科普驿站", page)
    assert (quick.register, quick.title) == ("plaque", "科普驿站")


@pytest.mark.parametrize(
    ("text", "word", "title", "where"),
    [
        ("周四下午3点 平安办 矛盾化解月会 二楼会议室", "月会", "矛盾化解月会", "二楼会议室"),
        ("周四下午3点在镇政府礼堂开矛盾化解推进会", "矛盾化解推进会", "矛盾化解推进会", "镇政府礼堂"),
        (
            "Flood season meeting on Thursday 3 pm in the north conference room",
            "meeting",
            "Flood season meeting",
            "north conference room",
        ),
    ],
)
def test_a_meeting_is_highlighted_by_its_word_and_its_room_is_noted(
    text: str, word: str, title: str, where: str
) -> None:
    quick = read(text, "meeting")
    assert (quick.register, quick.title, quick.value("note")) == ("meeting", title, where)
    part = quick.fields[ROOM]
    assert quick.text[part.start : part.end].lower() == word


def test_a_room_is_no_new_unit() -> None:
    assert like_units("矛盾化解名册，街道三楼接待室") == ()


def test_the_office_of_law_and_order_is_known_by_its_short_names() -> None:
    for said in ("政法办", "综治办", "平安建设办"):
        assert read(f"{said} 上报矛盾台账").value("department") == "综治中心"


@pytest.mark.parametrize(
    ("text", "resident"),
    [
        ("Mrs Guo says the drain is blocked", "Mrs Guo"),
        ("Mr Guo of 7-1203 reported a broken lamp", "Mr Guo"),
        ("7栋郭大爷反映下水道堵了", "郭大爷"),
    ],
)
def test_what_a_resident_tells_is_an_issue_from_any_page(text: str, resident: str) -> None:
    quick = read(text)
    assert (quick.register, quick.value("resident")) == ("issue", resident)


def test_who_tells_of_a_day_to_come_may_be_anybody() -> None:
    assert read("Mr Guo says the talk is on Thursday at 3 pm").register != "issue"
