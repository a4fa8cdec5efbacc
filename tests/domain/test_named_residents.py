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


NOBODY = [
    "为方便老人上下楼",
    "走访空巢老人",
    "看望常住老人",
    "洪水老人转移",
    "联系社区女士",
    "志愿者阿姨",
    "有关阿姨反映食堂饭菜",
    "给有关阿姨回电",
    "厨房阿姨说擀面杖不够",
    "保安大叔态度不好",
    "保安大爷3号楼巡逻",
    "照顾奶奶的护工",
    "感谢阿姨帮忙",
    "城管大叔来过",
    "当时阿姨不在家",
    "经常大妈跳舞",
    "安排阿姨打扫楼道",
    "关心奶奶的身体",
    "向隔壁阿姨道歉",
    "谢谢阿姨帮忙",
    "孤单奶奶需要陪伴",
    "连邻居大爷都听见了",
    "Miss Noodle shop: smoke",
    "Miss Noodle Shop too loud",
    "Madam Chair, the lift is broken",
    "Mr Secretary asked again",
    "Miss Noodle bar stool broke",
    "被保安大叔骂了",
    "小区的城管大叔来过",
    "食堂厨房阿姨说",
]
SOMEBODY = [
    # A sign of places in a name, and a whole name behind what is done for somebody.
    ("3栋王小红女士家漏水", "3栋王*家漏水"),
    ("住户张家豪先生投诉", "住户张*投诉"),
    ("张园园女士来访", "张*来访"),
    ("联系王秀英阿姨", "联系王*"),
    ("为李秀兰奶奶送药", "为李*送药"),
    ("独居李秀兰奶奶摔倒", "独居李*摔倒"),
    ("3栋常大爷和洪奶奶", "3栋常*和洪*"),
    # Behind a verb it may be a person or a thing.
    ("推销员骗钱奶奶", "推销员骗钱*"),
    ("欠钱大爷", "欠钱*"),
    ("收钱大妈的租金", "收钱*的租金"),
    ("社区劝解大爷", "社区劝解*"),
    ("调解大爷的事", "调解*的事"),
    ("了解奶奶的情况", "了解*的情况"),
    ("去看管大爷", "去看管*"),
    ("托管阿姨带话", "托管*带话"),
    ("邻居放牛大爷", "邻居放牛*"),
    ("推车大爷", "推车*"),
    ("停车大爷乱收费", "停车*乱收费"),
    ("回答谢阿姨", "回答谢*"),
    # The first sign ends another word.
    ("还有关阿姨", "还有关*"),
    ("上海关阿姨来电", "上海关*来电"),
    ("低保安大爷来电", "低保安*来电"),
    ("新城管大爷来电", "新城管*来电"),
    ("对面包大妈", "对面包*"),
    ("种菜农大爷", "种菜农*"),
    ("按照顾大爷的意思", "按照顾*的意思"),
    # Whoever has a firm complains of one as well.
    ("王婆婆火锅店油烟", "王*火锅店油烟"),
    ("刘先生理发店办卡不退", "刘*理发店办卡不退"),
    ("Mrs Baker shop owner", "Mrs B. shop owner"),
    ("Mr Smith store keeper fell", "Mr S. store keeper fell"),
    ("Mrs Green bar stool broke", "Mrs G. bar stool broke"),
    ("Mr Baker hotel guest complained", "Mr B. hotel guest complained"),
    ("Mrs Brown Shop is shut", "Mrs B. S. is shut"),
    ("Smoke from Miss Golden Noodle Shop", "Smoke from Miss G. N. Shop"),
    ("Mrs Rice shop", "Mrs R. shop"),
    ("Mr Mayor fell", "Mr M. fell"),
    ("关阿姨反映噪音", "关*反映噪音"),
    ("居民关阿姨反映噪音", "居民关*反映噪音"),
    ("夜里噪音，安大爷", "夜里噪音，安*"),
    ("和房阿姨说好", "和房*说好"),
    ("保安王大爷态度不好", "保安王*态度不好"),
    ("有关王阿姨的投诉", "有关王*的投诉"),
    ("对方阿姨不满", "对方*不满"),
    ("业主任阿姨反映", "业主任*反映"),
    ("新湖花园林奶奶来电", "新湖花园林*来电"),
    ("职工程大爷来电", "职工程*来电"),
    ("学校方阿姨来电", "学校方*来电"),
    ("祝贺奶奶生日快乐", "祝贺*生日快乐"),
    ("物业余大叔", "物业余*"),
    ("向秀兰阿姨说灯坏", "向*说灯坏"),
    ("向阿姨说灯坏", "向*说灯坏"),
    ("白云奶奶说灯坏", "白*说灯坏"),
    ("文明大爷说灯坏", "文*说灯坏"),
    ("王保安大叔说灯坏", "王*说灯坏"),
    ("王阿姨家火锅店油烟", "王*家火锅店油烟"),
    ("王阿姨在面馆摔倒", "王*在面馆摔倒"),
    ("陶奶奶酸菜鱼洒了", "陶*酸菜鱼洒了"),
    ("王阿姨店里没水", "王*店里没水"),
    ("王阿姨水果店买的", "王*水果店买的"),
    ("Mr Wang shop", "Mr W. shop"),
    ("Mr Wang-Li shop", "Mr W. shop"),
    ("Mrs O'Brien shop", "Mrs O. shop"),
    ("Mr Robinson's shop", "Mr R. shop"),
    ("Mr and Mrs Brown shop here", "Mr and Mrs B. shop here"),
    ("Mrs Brown bars the door", "Mrs B. bars the door"),
    ("Miss Mary store room", "Miss M. store room"),
    ("Mr Robinson, shop 3", "Mr R., shop 3"),
    ("Madam Chair Wang asked", "Madam C. W. asked"),
]


@pytest.mark.parametrize("text", NOBODY)
def test_words_and_firms_that_look_like_a_name_stay(text: str) -> None:
    assert mask_called(mask_residents(text)) == text


@pytest.mark.parametrize(("text", "masked"), SOMEBODY)
def test_a_name_beside_such_a_word_is_masked(text: str, masked: str) -> None:
    assert mask_called(mask_residents(text)) == masked


def test_beside_a_building_a_firm_s_name_is_a_resident_s() -> None:
    assert mask_called(mask_residents("3栋王婆婆火锅店油烟")) == "3栋王*火锅店油烟"
