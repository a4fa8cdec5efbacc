"""Residents in a typed line: by full name, beside a number, behind who they are, before what they did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mingbai.desk.quick import record
from mingbai.desk.quick_reader import shipped_words
from mingbai.domain.issue import Solved
from mingbai.domain.text import mask_name
from mingbai.ledger.ledger import Ledger
from mingbai.rules.quick.ended import solved_and_told_at_end
from mingbai.rules.quick.quick import Name, Quick, read_quick

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
        ("王先生和李女士反映楼道灯不亮", "王先生、李女士", "楼道灯不亮"),
        ("李和反映楼道灯不亮", "李和", "楼道灯不亮"),
        ("周建和 13800001234 反映水管漏", "周建和", "水管漏"),
        ("李和平和王和反映楼道灯不亮", "李和平、王和", "楼道灯不亮"),
        ("王和和李女士反映楼道灯不亮", "王和、李女士", "楼道灯不亮"),
        ("陈及反映车库积水", "陈及", "车库积水"),
        ("居民孙桂兰、李红霞反映楼道灯不亮", "孙桂兰、李红霞", "楼道灯不亮"),
        ("“孙桂兰”反映楼道灯不亮", "孙桂兰", "楼道灯不亮"),
        ("接居民孙桂兰投诉楼下噪音", "孙桂兰", "楼下噪音"),
        ("接到王女士电话，楼道灯不亮", "王女士", "楼道灯不亮"),
        ("张大爷说楼道灯不亮", "张大爷", "楼道灯不亮"),
        ("5栋王女士家漏水", "王女士", "家漏水"),
        ("O'Brien complains about noise", "O'Brien", "noise"),
        ("Mary-Jane Smith complains about noise", "Mary-Jane Smith", "noise"),
        ("resident Mary-Jane Smith phoned about noise", "Mary-Jane Smith", "noise"),
        ("Mrs O’Brien reports that the lift is stuck", "Mrs O’Brien", "the lift is stuck"),
        ("Sean O'Brien 13800001111 lift stuck", "Sean O'Brien", "lift stuck"),
        ("Mr Wang and Ms Li complain about noise", "Mr Wang, Ms Li", "noise"),
        ("complaint by Mrs O'Brien about noise", "Mrs O'Brien", "noise"),
        ("lift stuck, reported by Mary-Jane Smith", "Mary-Jane Smith", "lift stuck"),
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
        "居民 万科 停水",
        "居民：万科 停水",
        "住户：万科物业 停水",
        "居民：噪音",
        "高层说水压低",
        "王村反映停水",
        "任课老师反映噪音",
        "高龄老人反映停水",
        "王女士家长群通知",
        "Mr Lift broken",
        "Mr Lift Company reports that the lift is stuck",
        "Miss Noodle shop noise",
        "resident Lift Service complains about fees",
        "owner China Mobile wants a new mast",
        "Grace Hotel complains about noise",
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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("小区路灯不亮，已解决并告知", "小区路灯不亮"),
        ("小区路灯不亮，已处理并告知居民", "小区路灯不亮"),
        ("小区路灯不亮 已办结已回访", "小区路灯不亮"),
        ("小区路灯不亮，已办结，已回复", "小区路灯不亮"),
        ("street lamp out, solved and told the resident", "street lamp out"),
        ("street lamp out, fixed, resident informed", "street lamp out"),
    ],
)
def test_solved_and_told_are_both_understood(text: str, title: str) -> None:
    quick = read(text)
    assert quick.register == "issue"
    assert (quick.value("solved"), quick.value("told_on"), quick.title) == ("solved", "2026-11-27", title)


@pytest.mark.parametrize(
    "text", ["通知居民停水", "路灯不亮，告知居民", "tell the resident", "told the resident"]
)
def test_told_alone_says_nothing_of_how_it_ended(text: str) -> None:
    quick = read(text)
    assert (quick.value("told_on"), quick.value("solved")) == ("", "")


def test_residents_read_from_a_line_are_masked_one_by_one() -> None:
    assert mask_name(read("孙桂兰和李红霞反映楼道灯不亮").value("resident")) == "孙*兰、李*霞"
    assert (
        mask_name(read("Mr Wang and Mary-Jane Smith complain of noise").value("resident")) == "Mr W., M. S."
    )


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        ("银行要亲属关系证明", "银行"),
        ("银行要 亲属关系证明", "银行"),
        ("银行要求开亲属关系证明", "银行"),
        ("银行让我们去社区开个亲属关系证明", "银行"),
        ("亲属关系证明 银行要", "银行"),
        ("亲属关系证明，银行要的", "银行"),
        ("要亲属关系证明 银行让开的", "银行"),
        ("公证处要求提供亲属关系证明", "公证处"),
        ("bank wants a Certificate of kinship", "Bank"),
        ("the bank asks for a certificate of kinship", "Bank"),
        ("Certificate of kinship, bank wants it", "Bank"),
        ("court demands a Certificate of kinship", "Court"),
    ],
)
@pytest.mark.parametrize("page", ["certificate", "issue"])
def test_who_asks_and_the_certificate_are_read_in_any_order(text: str, asker: str, page: str) -> None:
    quick = read(text, page)
    assert (quick.value("certificate"), quick.value("demanded_by"), quick.title) == (
        "亲属关系证明",
        asker,
        "",
    )


def test_a_certificate_no_list_holds_is_called_without_its_asker() -> None:
    quick = read("学校要求提供课外活动证明", "certificate")
    assert (quick.value("certificate"), quick.value("demanded_by")) == ("课外活动证明", "学校")


@pytest.mark.parametrize(
    ("text", "resident", "title"),
    [
        (
            "Mr and Mrs Zhao say the drain is blocked, told them, not solved",
            "Mr and Mrs Zhao",
            "the drain is blocked",
        ),
        ("Mrs Zhao says the drain is blocked, not solved, told", "Mrs Zhao", "the drain is blocked"),
        ("3栋赵先生反映下水道堵，未解决，已告知", "赵先生", "下水道堵"),
        ("王女士投诉楼道灯不亮，已经告知居民，还没解决", "王女士", "楼道灯不亮"),
    ],
)
def test_what_is_not_solved_stays_open_and_is_told(
    ledger: Ledger, text: str, resident: str, title: str
) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert (quick.register, quick.value("resident"), quick.title) == ("issue", resident, title)
    stored = record(ledger, quick, TODAY).stored
    assert (stored["solved"], stored["closed_at"], stored["told_on"]) == (None, None, TODAY.isoformat())


def test_a_couple_is_masked_as_each_of_them() -> None:
    assert mask_name("Mr and Mrs Zhao") == "Mr and Mrs Z."


def test_a_list_of_what_is_not_solved_is_handed_in() -> None:
    quick = read_quick("民政局 12月3日前 报未解决问题清单", shipped_words(), TODAY)
    assert (quick.register, quick.title) == ("task", "报未解决问题清单")


@pytest.mark.parametrize(
    ("text", "solved"),
    [
        ("3栋路灯不亮，已解决已告知", Solved.SOLVED),
        ("3栋路灯不亮，已解决，已告知居民。", Solved.SOLVED),
        ("3栋路灯不亮 已处理好并电话回访了居民", Solved.SOLVED),
        ("路灯不亮。希望尽快修。已修复并回访", Solved.SOLVED),
        ("漏水，解释了，已告知", Solved.EXPLAINED),
        ("漏水，修好了，告知了居民", Solved.SOLVED),
        ("漏水，解决了，已告知", Solved.SOLVED),
        ("漏水，已解决，并告知居民", Solved.SOLVED),
        ("楼道漏水，处理完告知本人", None),
        ("漏水，修好告知居民", None),
        ("井盖丢失，处理好了回复", None),
        ("井盖丢失，处理好了，回复居民", None),
        ("漏水，已修好，告知居民", None),
        ("漏水，修好并告知居民", None),
        ("漏水，办结，已告知居民", None),
        ("已解决并告知居民", Solved.SOLVED),
        ("Lamp at gate 3 broken, solved and told", Solved.SOLVED),
        ("Lamp at gate 3 broken. Repaired, caller informed.", Solved.SOLVED),
        ("路灯不亮，已解决", None),
        ("路灯不亮，已告知居民", None),
        ("路灯不亮，未解决，已告知", None),
        ("路灯不亮，已列入计划，已告知", None),
        ("希望路灯不亮的事，解决并告知", None),
        ("要求尽快解决并告知结果", None),
        ("物业称：已解决，已告知居民", None),
        ("物业称已解决，已告知居民，现在仍不亮", None),
        ("Clinic at gate 3, closed", None),
        ("Wants the lamp solved and told", None),
        ("Property management says, fixed and told", None),
    ],
)
def test_how_it_ended_is_read_at_the_end_of_a_text(text: str, solved: Solved | None) -> None:
    assert solved_and_told_at_end(text) is solved
