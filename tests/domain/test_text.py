"""Text as it is kept, compared and masked."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.bench.reference import times_as_long

from mingbai.domain.text import capital, clean, fold, mask_address, mask_name, mask_numbers, mask_phone

FAMILY = "👨\u200d👩\u200d👧"
SCOTLAND = "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"
RARE = "𠮷𰻝\ue863"  # Extension B, Extension G, and a private-use character of an old name list
anything = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cf", "Cc", "Cn"]),
        st.sampled_from("_x0D\r\n\t \u3000e\u0301👩\u200d\ufe0f🏽*张1-"),
    )
)


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("", ""),
        ("  低保\t", "低保"),
        ("\u3000低保\u3000", "低保"),
        ("\xa0低保\xa0", "低保"),
        ("e\u0301", "é"),
        ("一\r\n二\r三\n四", "一 二 三 四"),
        ("一 \n\t 二", "一 二"),
        ("一\u2028二\x0b三\x85四", "一 二 三 四"),
        ("一_x000D_\n二", "一 二"),
        ("一_x000d__x0009_二", "一 二"),
        ("file_x0041_y", "file_x0041_y"),
        ("低\x00保\x07", "低保"),
        ("低\u200b\ufeff\u2060保\xad", "低保"),
        ("\u202e低保\u2066\u200f", "低保"),
        ("低\ud800\udc00保", "低保"),
        ("低\ufffe\uffff\ufdd0\U0001ffff保", "低保"),
        ("低\U000e0041保", "低保"),
        ("低\u200d保", "低保"),
        (f"{FAMILY}❤\ufe0f\u200d🔥👍🏽", f"{FAMILY}❤\ufe0f\u200d🔥👍🏽"),
        (f"\n{SCOTLAND}", SCOTLAND),
        (f"\t{RARE}", RARE),
        ("_x_x000D_000D_", "_x 000D_"),
    ],
)
def test_cleaning_keeps_what_can_be_seen(given_text: str, kept: str) -> None:
    assert clean(given_text) == kept


def test_several_lines_stay_lines_where_they_are_welcome() -> None:
    assert clean("  第一条\r\n\t第二条_x000D_\n\n", multiline=True) == "第一条\n\t第二条"


@given(anything, st.booleans())
@example("_x_x0001_000D_", False)
@example("e\u200b\u0301", False)
@example("_\u200bx000D_\u200b\u3000", True)
@example("👩\u200b\u200d👩", False)
def test_cleaning_twice_changes_nothing_more(text: str, multiline: bool) -> None:
    once = clean(text, multiline=multiline)
    assert clean(once, multiline=multiline) == once


@given(anything, st.booleans())
def test_cleaned_text_can_be_stored_and_saved(text: str, multiline: bool) -> None:
    cleaned = clean(text, multiline=multiline)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == cleaned.strip()
    controls = {sign for sign in cleaned if unicodedata.category(sign) == "Cc"}
    assert controls <= ({"\n", "\t"} if multiline else set())
    assert not any(ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF for sign in cleaned)


@given(st.text(st.characters(categories=["Lo", "Lu", "Ll", "Nd", "Po", "So"])))
def test_ordinary_characters_are_never_lost(text: str) -> None:
    assert clean(f"<{text}>") == unicodedata.normalize("NFC", f"<{text}>")


@pytest.mark.parametrize(
    ("one", "other"),
    [("ＡＢＣ１２", "abc12"), ("Straße", "STRASSE"), ("低保（城）", "低保(城)"), ("Excel", "excel")],
)
def test_width_and_case_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(anything)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


# --- Masks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张*"),
        ("张小三", "张*三"),
        ("欧阳修", "欧阳*"),
        ("欧阳小明", "欧阳*明"),
        ("欧阳", "欧*"),
        ("张王小明", "张**明"),
        ("张", "*"),
        ("𠮷田太郎", "𠮷**郎"),
        ("阿卜杜拉·买买提", "阿***·**提"),
        ("李先生", "李*"),
        ("赵女士", "赵*"),
        ("陈阿姨", "陈*"),
        ("张大妈", "张*"),
        ("王大爷家", "王*"),
        ("刘姐", "刘*"),
        ("欧阳女士", "欧阳*"),
        ("张三先生", "张*"),
        ("李先生、张大妈", "李*、张*"),
        ("张某", "张某"),
        ("张某某", "张某某"),
        ("户主", "户主"),
        ("匿名", "匿名"),
        ("张三、李小四", "张*、李*四"),
        ("张三13812345678", "张************"),
        ("Mary Jones", "M. J."),
        ("Mrs Xu", "Mrs X."),
        ("Mr. Zhang Wei", "Mr. Z. W."),
        ("Miss", "M."),
        ("O'Neil", "O."),
        ("", ""),
    ],
)
def test_name_shows_its_surname(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812341234", "138****1234"),
        ("138 1234 1234", "138 **** 1234"),
        ("138-1234-1234", "138-****-1234"),
        ("１３８１２３４１２３４", "138****1234"),
        ("+86 13812341234", "+86 138****1234"),
        ("0735-2221234", "0735-22***34"),
        ("07352221234", "073522***34"),
        ("(0735)2221234", "(0735)22***34"),
        ("010-12345678", "010-12****78"),
        ("2221234", "22***34"),
        ("661234", "6****4"),
        ("110", "***"),
        ("13812341234/0735-2221234", "138****1234/0735-22***34"),
        ("13812341234 13987654321", "138****1234 139****4321"),
        ("张小三13812341234", "张某138****1234"),
        ("2221234转801", "22***34转***"),
        ("", ""),
    ],
)
def test_phone_shows_its_ends(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("新湖花园3栋2单元501室", "新湖花园***"),
        ("新湖花园三栋二单元", "新湖花园***"),
        ("新湖花园A座", "新湖花园***"),
        ("新湖花园二期3-2-501", "新湖花园二期***"),
        ("新湖花园 12#", "新湖花园***"),
        ("明山村3组", "明山村3组"),
        ("明山村3组15号", "明山村3组***"),
        ("人民路128号", "人民路***"),
        ("五一路", "五一路"),
        ("五一路一号", "五一路***"),
        ("2号网格新湖花园3栋", "2号网格新湖花园***"),
        ("第二小学门口", "第二小学门口"),
        ("Room 501, Building 3, New Lake Garden", "***, New Lake Garden"),
        ("12 Main Street", "*** Main Street"),
        ("Group 3, Mingshan Village", "Group 3, Mingshan Village"),
        ("", ""),
    ],
)
def test_address_ends_at_the_estate_road_or_group(address: str, masked: str) -> None:
    assert mask_address(address) == masked


han = st.text("张王李赵欧阳小明三四强丽𠮷·", min_size=1, max_size=6)


@given(han)
def test_masking_a_name_twice_changes_nothing_more(name: str) -> None:
    assert mask_name(mask_name(name)) == mask_name(name)


@given(st.from_regex(r"(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{3,8})([/ ]1[3-9]\d{9})?", fullmatch=True))
def test_masking_a_phone_twice_changes_nothing_more(phone: str) -> None:
    assert mask_phone(mask_phone(phone)) == mask_phone(phone)


@given(st.text("新湖花园明山村人民路3组栋单元室号-15A二 ", max_size=16))
def test_masking_an_address_twice_changes_nothing_more(address: str) -> None:
    assert mask_address(mask_address(address)) == mask_address(address)


@given(anything, st.from_regex(r"\d{7,20}", fullmatch=True), anything)
@example("", "13812345678", "")
def test_phone_mask_never_shows_the_middle_digits(before: str, digits: str, after: str) -> None:
    shown = mask_phone(f"{before} {digits}，{after}")
    middle = len(digits) // 2
    assert digits not in shown
    assert digits[middle - 2 : middle + 2] not in shown or digits[middle - 2 : middle + 2] in before + after


@given(anything, st.integers(10, 10**20))
def test_name_mask_never_shows_a_number(before: str, number: int) -> None:
    assert not any(sign.isdecimal() for sign in mask_name(f"{before}张三{number}") if sign not in before)


@given(st.sampled_from(["新湖花园", "人民路", "明山村3组"]), st.integers(1, 99), st.integers(4, 999))
def test_address_mask_never_shows_the_door(place: str, building: int, room: int) -> None:
    for address in (
        f"{place}{building}栋{room}",
        f"{place}{building}-{room}",
        f"{place} {building}号{room}室",
    ):
        assert mask_address(address) == f"{place}***"


# --- Numbers of people in free text ------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("联系13812341234，下午来", "联系138****1234，下午来"),
        ("电话：１３８１２３４１２３４。", "电话：138****1234。"),
        ("138 1234 1234", "138 **** 1234"),
        ("138-1234-1234/139 12345678", "138-****-1234/139 ****5678"),
        ("1381 234 1234", "138* *** 1234"),
        ("+86 13812341234", "+86 138****1234"),
        ("8613812341234和008613812341234", "86138****1234和0086138****1234"),
        ("013812341234", "0138****1234"),
        ("13812341234-13912341234", "138****1234-139****1234"),
        ("微信13812341234李四", "微信138****1234李四"),
        ("138123412342", "138123412342"),
        ("座机0735-2221234转801", "座机0735-22***34转801"),
        ("（0735）2221234", "(0735)22***34"),
        ("07352221234", "073522***34"),
        ("0102221234", "01022***34"),
        ("010-1234 5678", "010-12** **78"),
        ("身份证430102199001011234。", "身份证430102********1234。"),
        ("43010219800307123413812345678", "430102********1234138****5678"),
        ("13812345678430102198003071234", "138****5678430102********1234"),
        ("138/1234/5678", "138/****/5678"),
        ("43010219900101123x", "430102********123x"),
        ("430102 19900101 1234", "430102 ******** 1234"),
        ("43010219900101123 X", "430102********123 X"),
        ("4301 0219 9001 0112 34", "4301 02** **** **12 34"),
        ("4301-0219-9001-0112-3X", "4301-02**-****-**12-3X"),
        ("430 102 1990 0101 1234", "430 102 **** **** 1234"),
        ("430102900101123", "430102*****1123"),
        ("430102 900101 123", "430102 *****1 123"),
        ("4301 0290 0101 123", "4301 02** ***1 123"),
        ("138 12345 678", "138 ****5 678"),
        ("13812 345678", "138** **5678"),
        ("138·1234·5678", "138·****·5678"),
        ("138•1234•5678", "138·****·5678"),
        ("138_1234_5678", "138_****_5678"),
        ("138\t1234\t5678", "138 **** 5678"),
        ("138\u30001234\u20035678", "138 **** 5678"),
        ("1381234567813912345678", "138****5678139****5678"),
        ("430102 20990101 13812345678", "430102 20990101 138****5678"),
        ("无号码", "无号码"),
        ("", ""),
    ],
)
def test_numbers_of_people_are_masked_in_free_text(text: str, masked: str) -> None:
    assert mask_numbers(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "工单20261122130012345678",
        "工单GD202611221300123，编号2026-A-0017",
        "GD02020261122",
        "岳政发〔2026〕31号",
        "2026-11-22 13:45:10",
        "20261122134510",
        "共1576.73元，补贴30,000,000元",
        "电动车138辆、1500 200 300",
        "12345热线、400-123-4567、110",
        "3栋2单元501室",
        "13—15日，18-2026-11-22",
        "202611221234567",
        "村代码430102001001、130102001001",
        "网格430102209912311234",
        "工单430102999901010001、430102189912310001",
        "430102199002301234",
        "430102900230123",
        "4301029001011234",
        "补贴15000-200000元、13812.345678",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask_numbers(text) == text


mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
ids = st.builds(
    lambda area, born, end: f"{area}{born:%Y%m%d}{end}",
    st.integers(110000, 829999),
    st.dates(date(1900, 1, 1), date.today()),
    st.from_regex(r"[0-9]{3}[0-9X]", fullmatch=True),
)


@given(
    anything,
    mobiles,
    st.sampled_from(["", " ", "-", "－", "\xa0"]),
    st.sampled_from(["", "+86", "86 "]),
    anything,
)
def test_no_mobile_number_survives(before: str, mobile: str, gap: str, country: str, after: str) -> None:
    before, after = (re.sub(r"\d", "·", text) for text in (before, after))
    for written in (
        mobile,
        f"{mobile[:3]}{gap}{mobile[3:7]}{gap}{mobile[7:]}",
        f"{mobile[:3]}{gap}{mobile[3:]}",
        f"{mobile[:4]}{gap}{mobile[4:7]}{gap}{mobile[7:]}",
        mobile.translate({ord("0") + n: ord("０") + n for n in range(10)}),
    ):
        shown = mask_numbers(f"{before}{country}{written}{after}")
        assert shown.count("*") >= before.count("*") + after.count("*") + 4
        assert sum(sign.isdigit() for sign in shown if sign not in before + after) <= 7 + 2


@given(anything, ids, anything)
def test_no_id_number_survives(before: str, number: str, after: str) -> None:
    before, after = (re.sub(r"\d", "·", text) for text in (before, after))
    assert number[6:14] not in mask_numbers(f"{before}{number}{after}")


@given(st.text("1389086+-() 张元.X０", max_size=40))
def test_masking_numbers_twice_changes_nothing_more(text: str) -> None:
    once = mask_numbers(text)
    assert mask_numbers(once) == once
    assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", once, re.ASCII)


@pytest.mark.parametrize(
    "part", ["居民反映路灯不亮，" * 20 + "3 次", "1380 (0735) 86-", "13800735867 转 3，"]
)
def test_a_text_four_times_as_long_takes_four_times_as_long_to_mask(part: str) -> None:
    small, large = part * 2_000, part * 8_000
    assert times_as_long(lambda: mask_numbers(large), lambda: mask_numbers(small)) < 8


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("weekly report", "Weekly report"),
        ("https://example.org/form?id=3", "https://example.org/form?id=3"),
        ("www.example.org", "www.example.org"),
        ("路灯不亮", "路灯不亮"),
        ("", ""),
    ],
)
def test_a_title_begins_with_a_capital_unless_it_is_an_address(typed: str, shown: str) -> None:
    assert capital(typed) == shown
