"""Residents in a typed line: by full name, beside a number, behind who they are, before what they did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick import Name, Quick, read_quick

TODAY = date(2026, 11, 27)
WORDS = replace(shipped_words(), staff=(Name("李梅"), Name("Zhao Lan")))


def read(text: str, page: str = "issue", plain: str = "") -> Quick:
    return read_quick(text, WORDS, TODAY, page=page, plain=frozenset([plain] if plain else []))


@pytest.mark.parametrize(
    ("text", "resident", "title"),
    [
        ("电话 3号楼楼道灯不亮 孙桂兰 13800001234", "孙桂兰", "3号楼楼道灯不亮"),
        ("楼道灯不亮（孙桂兰 13800001234）", "孙桂兰", "楼道灯不亮"),
        ("楼道灯不亮 联系人孙桂兰，电话13800001234", "孙桂兰", "楼道灯不亮"),
        ("3栋孙桂兰（13800001234）反映楼道灯不亮", "孙桂兰", "楼道灯不亮"),
        ("3栋2单元501孙桂兰反映楼道灯不亮", "孙桂兰", "楼道灯不亮"),
        ("欧阳小兰来电：楼道灯不亮", "欧阳小兰", "楼道灯不亮"),
        ("来电 孙桂兰反映楼道灯不亮", "孙桂兰", "楼道灯不亮"),
        ("诉求人：孙桂兰 楼道灯不亮", "孙桂兰", "楼道灯不亮"),
        ("Zhou Ling 13800001111 lift stuck", "Zhou Ling", "lift stuck"),
        ("lift stuck (Chen Hao 13800001111)", "Chen Hao", "lift stuck"),
        ("Resident Zhou Ling, 13800001111, by phone: lift stuck", "Zhou Ling", "lift stuck"),
        ("from Zhou Ling: lift stuck", "Zhou Ling", "lift stuck"),
        ("complaint from Zhou Ling by phone: lift stuck", "Zhou Ling", "lift stuck"),
        ("phone call from resident Zhou Ling: lift stuck", "Zhou Ling", "lift stuck"),
        ("Resident Li Hua phoned about noise at night", "Li Hua", "noise at night"),
        ("call from Chen Hao, 13800001111: lift stuck", "Chen Hao", "lift stuck"),
        ("complaint by phone from Zhou Ling: lift stuck", "Zhou Ling", "lift stuck"),
        ("resident Mary Brown complains about noise at night", "Mary Brown", "noise at night"),
        ("Zhou Ling reports that the lift is stuck", "Zhou Ling", "the lift is stuck"),
    ],
)
def test_a_full_name_beside_what_says_so_is_the_residents(text: str, resident: str, title: str) -> None:
    quick = read(text)
    assert (quick.value("resident"), quick.title) == (resident, title)


@pytest.mark.parametrize(
    "text",
    [
        "石油泄漏 13800001234",
        "高血压 13800001234 药",
        "单位反映门口积水",
        "高层反映水压不足",
        "商户反映门口积水",
        "居民楼道灯坏了",
        "居民 楼道灯坏了",
        "业主：要搭多久",
        "解答咨询数 3栋",
        "孙桂兰园区路灯不亮",
        "李梅 13800001234 路灯不亮",
        "Zhao Lan 13800001111 lift stuck",
        "Ring Road 13800001111 street light out",
        "Willow Bank 13800001111 street light out",
        "noise from the food market",
        "Civil Affairs reports noise",
    ],
)
def test_a_colleague_a_place_and_a_plain_word_are_no_resident(text: str) -> None:
    assert read(text).value("resident") == ""


@pytest.mark.parametrize(
    ("text", "applicant"),
    [
        ("亲属关系证明 孙桂兰 13800001234 银行要求", "孙桂兰"),
        ("孙桂兰 亲属关系证明 13800001234", "孙桂兰"),
        ("Certificate of kinship for Zhou Ling, 13800001111", "Zhou Ling"),
    ],
)
def test_who_asks_for_a_certificate_is_its_applicant(text: str, applicant: str) -> None:
    quick = read(text, "certificate")
    assert (quick.value("applicant"), quick.title) == (applicant, "")


def test_a_name_that_is_given_back_stays_in_the_title() -> None:
    quick = read("楼道灯不亮 孙桂兰 13800001234", plain="孙桂兰")
    assert (quick.value("resident"), quick.title) == ("", "楼道灯不亮 孙桂兰")


@pytest.mark.parametrize(
    "text",
    [
        "居民来电反映：楼道灯不亮",
        "孙桂兰来电：楼道灯不亮",
        "complaint by phone: lift stuck",
        "call from Chen Hao: lift stuck",
        "complaint by phone from Zhou Ling: lift stuck",
    ],
)
def test_a_call_says_that_it_came_by_phone(text: str) -> None:
    quick = read(text)
    assert quick.value("channel") == "phone"
    assert quick.title in ("楼道灯不亮", "lift stuck")


def test_a_name_and_a_number_are_an_issue_on_any_page() -> None:
    assert read("孙桂兰 13800001234 路灯不亮", "task").register == "issue"


@pytest.mark.parametrize(
    ("text", "place", "title"),
    [
        ("water leaks in the stairwell of building 6", "stairwell of building 6", "water leaks"),
        ("street light out at 12 Ring Road", "12 Ring Road", "street light out"),
    ],
)
def test_a_place_is_taken_whole(text: str, place: str, title: str) -> None:
    quick = read(text)
    assert (quick.value("place"), quick.title) == (place, title)


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("lift stuck, solved at 10:30", "2026-11-27 10:30"),
        ("lift stuck, fixed at 2 pm", "2026-11-27 14:00"),
        ("电梯故障 10:30已修好", "2026-11-27 10:30"),
        ("电梯故障 上午10点已解决", "2026-11-27 10:00"),
    ],
)
def test_the_hour_at_which_it_was_solved_is_read(text: str, closed: str) -> None:
    quick = read(text)
    assert (quick.value("solved"), quick.value("closed_at")) == ("solved", closed)
    assert quick.title in ("lift stuck", "电梯故障")


@pytest.mark.parametrize(
    ("text", "unit"), [("bank wants proof that he is my son", "Bank"), ("银行要证明他是我儿子", "银行")]
)
def test_who_wants_the_paper_is_told_in_the_sentence(text: str, unit: str) -> None:
    quick = read(text, "certificate")
    assert (quick.value("demanded_by"), quick.title) == (unit, text)
