"""Who is called by surname and form of address beside a building."""

from __future__ import annotations

import pytest

from mingbai.domain.named_residents import mask_called, mask_residents


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("3栋王奶奶家水管漏水", "3栋王*家水管漏水"),
        ("走访5号楼2单元301李大爷", "走访5号楼2单元301李*"),
        ("12幢的独居张阿姨反映噪音", "12幢的独居张*反映噪音"),
        ("7号欧阳先生投诉", "7号欧阳*投诉"),
        ("探望陈秀英老人（6栋）", "探望陈*（6栋）"),
        ("赵婆婆家住2栋", "赵*家住2栋"),
        ("3-2-501刘女士来电", "3-2-501刘*来电"),
    ],
)
def test_a_resident_beside_a_building_keeps_the_surname(text: str, masked: str) -> None:
    assert mask_residents(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "王府井3号楼消防检查",
        "李家村5组老人名单",
        "3栋李家村老人活动室",
        "2号楼老人食堂",
        "5栋高龄老人名单",
        "1号楼安全排查",
        "3号线王庄站",
        "张家老屋2栋修缮",
        "8栋独居老人走访",
        "2栋单身女士安全讲座",
        "4栋易走失老人摸排",
        "6号院白领公寓小姐妹市集",
        "关于慰问王奶奶的通知",
    ],
)
def test_places_and_groups_of_people_stay(text: str) -> None:
    assert mask_residents(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Mrs Wang building 3: lift broken", "Mrs W. building 3: lift broken"),
        ("Noise at night, Mr Zhao", "Noise at night, Mr Z."),
        ("Mr and Mrs Zhao say the drain is blocked", "Mr and Mrs Z. say the drain is blocked"),
        ("夜里噪音，赵先生", "夜里噪音，赵*"),
        ("王桂兰阿姨说灯坏", "王*说灯坏"),
        ("赵先生和钱太太说漏水", "赵*和钱*说漏水"),
        ("广场大妈跳舞噪音", "广场大妈跳舞噪音"),
        ("Missing lamp on Mr road", "Missing lamp on Mr road"),
    ],
)
def test_in_a_text_about_residents_a_form_of_address_is_enough(text: str, masked: str) -> None:
    assert mask_called(text) == masked
    assert mask_called(masked) == masked
