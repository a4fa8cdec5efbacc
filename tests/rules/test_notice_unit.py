"""The unit that heads a paper above its number, or signs it above the day."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.domain.text import fold
from mingbai.rules.notice.notice import read_notice
from mingbai.rules.notice.unit import unit_of

TODAY = date(2026, 11, 27)
BODY = "关于报送自查报告的通知\n各社区：\n请于12月5日前报送自查报告。"


def unit(text: str) -> str:
    found = read_notice(text, shipped_words(), TODAY).department
    return str(found.value) if found is not None else ""


@pytest.mark.parametrize(
    ("head", "called"),
    [
        ("新湖区安全生产委员会办公室文件", "新湖区安全生产委员会办公室"),
        ("新湖区安全生产委员会办公室\n文件\n", "新湖区安全生产委员会办公室"),
        ("  新湖区文化旅游和体育局  \n", "新湖区文化旅游和体育局"),
        ("新湖区民政局文件", "民政局"),
        ("Lakeside Work Safety Committee Office\n", "Lakeside Work Safety Committee Office"),
    ],
)
@pytest.mark.parametrize("number", ["新发〔2026〕8号", "文号：新发〔2026〕8号"])
def test_the_line_above_the_number_names_the_unit(head: str, called: str, number: str) -> None:
    assert unit(f"{head}\n{number}\n{BODY}") == called


def test_who_heads_is_surer_than_who_is_written_to() -> None:
    assert (
        unit(f"新湖区民政局文件\n新民发〔2026〕8号\n{BODY}\n结果报应急管理局，联系人：财政局小王。")
        == "民政局"
    )


@pytest.mark.parametrize(
    "foot",
    [
        "新湖区文化旅游和体育局\n2026年11月26日",
        "        新湖区文化旅游和体育局\n        2026年11月26日\n",
        "新湖区文化旅游和体育局\n\n11月26日",
        "新湖区文化旅游和体育局 2026年11月26日",
    ],
)
def test_the_line_above_the_day_names_the_unit(foot: str) -> None:
    assert unit(f"{BODY}\n{foot}") == "新湖区文化旅游和体育局"


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n材料请送到三楼办公室\n2026年11月26日",
        f"{BODY}\n新湖社区居民委员会\n2026年11月26日",
        f"新湖社区居民委员会\n新居发〔2026〕8号\n{BODY}",
        f"收到的材料\n新发〔2026〕8号\n{BODY}",
    ],
)
def test_what_is_no_unit_above_a_number_or_a_day_is_none(text: str) -> None:
    assert unit(text) == ""


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (
            "Hill Road Subdistrict Office\nHRO [2026] No. 12\nNotice on the register of lifts\nAll communities: as required by the"
            " District Housing Bureau, send the register to the Subdistrict Civil Affairs Office by 9 December.\n"
            "Hill Road Subdistrict Office\n27 November 2026",
            "镇（乡）人民政府（街道办事处）",
        ),
        (
            "中共西溪镇委员会文件\n西委〔2026〕12号\n关于核对党员名册的通知\n各社区：\n按照县委组织部要求，请于12月9日前报送名册。\n"
            "中共西溪镇委员会\n2026年11月27日",
            "西溪镇委员会",
        ),
        (
            "西溪街道办事处文件\n关于核对名册的通知\n各社区：\n根据区残联统一部署，请于12月9日前报街道民政办。\n西溪街道办事处\n2026年11月27日",
            "西溪街道办事处",
        ),
    ],
)
def test_a_higher_office_that_is_cited_does_not_ask(text: str, unit: str) -> None:
    read = read_notice(text, shipped_words(), date(2026, 11, 27)).department
    assert read is not None
    assert read.value == unit


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("Housing Bureau", "住房和城乡建设局"),
        ("HOUSING BUREAU", "住房和城乡建设局"),
        ("housing bureau", "住房和城乡建设局"),
        ("Bureau of Statistics", "统计局"),
        ("Justice Bureau", "司法局"),
        ("Justice Office", "司法所"),
        ("Market Supervision Bureau", "市场监督管理局"),
        ("Market Supervision Office", "市场监督管理所"),
        ("Market supervision station", "市场监督管理所"),
        ("Natural Resources Office", "自然资源所"),
        ("Finance Office", "财政所"),
    ],
)
def test_a_bureau_is_the_county_s_an_office_or_station_the_town_s(said: str, called: str) -> None:
    assert unit(f"{said}: please send us the list of pumps by 9 December.") == called


def test_an_office_of_the_township_is_no_name_of_the_township() -> None:
    assert unit("The General Office of the Township asks for the visitor book by Friday.") == "党政综合办公室"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("残联教就部：各村把就业名单12月4日前回传给我。", "残疾人联合会"),
        ("团委小秦：志愿者名单，周五前发我。", "镇（街道）团委"),
        ("卫健局-监督科李科长：公共场所的表12月9日交。", "卫生健康局"),
        ("派出所社区警务室：出租屋的表周五前交，交警那边另报。", "派出所"),
        ("妇联巧手班12月5日开课，每村来两人。", "镇（街道）妇联"),
        ("科协约各社区科普员周三开会。", "科学技术协会"),
        ("总工会体检安排\n12月3日 桥头\n12月4日 桥尾\n各社区工会报人数到街道。", "总工会"),
        ("纪委监委：各村廉政档案12月14日前交齐。", "县（区）纪委监委"),
    ],
)
def test_a_section_or_a_person_of_a_unit_speaks_for_it(text: str, called: str) -> None:
    assert unit(text) == called


@pytest.mark.parametrize(
    "foot", ["民政局养老科 小范", "民政局 范 8800-123", "——民政局窗口小范", "民政局养老科\n2026年11月26日"]
)
def test_who_signs_for_a_unit_may_be_told(foot: str) -> None:
    assert unit(f"{BODY}\n名单先报应急管理局。\n{foot}") == "民政局"


def test_a_room_of_a_unit_signs_nothing() -> None:
    assert unit(f"{BODY}\n地点：\n镇政府三楼会议室\n经发办\n2026年11月26日") == "经济发展办公室"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("县财政局农财股\n奖补项目入库\n申报表12月3日前送财政所。", "财政局"),
        ("党建办工作预告\n各支部：\n县委组织部12月1日下发了通知，名单12月9日前报来。", "党建工作办公室"),
        ("中心学校致各村：\n名单12月3日前交学校，教育局12月底抽查。", "中心学校"),
        (
            "Veterans Station work list\nBefore 9 December: villages update the register.\nThen the Finance Office pays.",
            "退役军人服务站",
        ),
    ],
)
def test_who_heads_a_paper_asks_not_who_receives(text: str, called: str) -> None:
    assert unit(text) == called


def test_members_of_a_unit_are_not_the_unit() -> None:
    assert unit("妇联主席们：请各位12月9日前把名单交社事办。") == "社会事务办公室"


def test_a_short_name_is_the_one_that_signs_in_full() -> None:
    assert (
        unit("妇联有件事求各位：义卖缺几张桌子，周五前说一声。\n桌子用完送回。\n区妇联 小范")
        == "县（区）妇女联合会"
    )


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("农业中心", "农业综合服务中心"),
        ("社服中心", "社会事务综合服务中心"),
        ("人大办", "人大主席团（人大工委）"),
        ("生态分局", "生态环境局（分局）"),
        ("移动公司", "通信运营商"),
        ("农商银行", "银行保险机构"),
        ("市热线", "市级12345热线"),
        ("HR bureau", "人力资源和社会保障局"),
        ("Ecology Bureau", "生态环境局（分局）"),
        ("Culture station", "社会事务综合服务中心"),
        ("Public Order Office", "社会治安和应急管理办公室"),
        ("Rural Bank", "银行保险机构"),
        ("The police post", "派出所"),
    ],
)
def test_everyday_names_are_units_of_the_list(said: str, called: str) -> None:
    wanted = "：名单周五前交。" if not said.isascii() else ": please send us the list by Friday."
    assert unit(said + wanted) == called


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Youth League county committee: send the list of students by Friday.", "共青团县（区）委"),
        ("The Women's Federation (district) asks for one story by Friday.", "县（区）妇女联合会"),
        ("Yours, the county Trade Union: the list is due on Friday.", "总工会"),
        ("Youth League: send the list of students by Friday.", "镇（街道）团委"),
    ],
)
def test_an_english_name_of_two_levels_is_the_county_s_where_it_says_so(text: str, called: str) -> None:
    assert unit(text) == called


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("12345工单0731号，请两个工作日内书面答复。", "12345政务服务便民热线"),
        ("12345转办：请12月9日前答复居民。", "12345政务服务便民热线"),
        ("Hotline 12345: answer in writing by Friday.", "12345政务服务便民热线"),
        ("发现施工打12345，别自己去吵。", ""),
        ("If the pipe bursts, ring 12345.", ""),
        ("应急局转：名单周五前交。", "应急管理局"),
        ("应急局转民政局：名单周五前交。", "民政局"),
    ],
)
def test_the_hotline_and_who_hands_on(text: str, called: str) -> None:
    assert unit(text) == called


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("审计局请把账本复印一套，12月9日前交到镇财政所旁的办公室。", "审计局"),
        (
            "Community hospital. Send the list by 9 December. We report to the Finance Office.",
            "卫生院（社区卫生服务中心）",
        ),
        ("楼道灯坏了，已报供电所。", ""),
        ("表12月9日交党建办，再由镇报县委政法委。", "党建工作办公室"),
        ("表12月9日由村报党建办。", "党建工作办公室"),
        ("便民中心回复：报修单已转供电所。", "政务（便民）服务中心"),
        ("安排（发改局）：\n1. 开工（经发办）12月3日\n2. 名单12月9日前交来", "发展和改革局"),
        ("十二月安排\n1日 开工（经发办）\n2日 演练（司法所）\n3日 各社区交名单", ""),
        ("【经发办】名单12月9日前交来。", "经济发展办公室"),
        ("名单12月9日前交来（经发办）。", "经济发展办公室"),
        ("今年司法所没催，等发表格再说。", ""),
        ("妇女主任们，区妇联建了群，名单12月9日前交来。", "县（区）妇女联合会"),
    ],
)
def test_who_is_named_on_the_way_is_not_who_asks(text: str, called: str) -> None:
    assert unit(text) == called


@pytest.mark.parametrize(
    "text",
    [
        "奖金下月由财政局拨付，村里没事。",
        "明天派出所来院里宣传。",
        "路灯修好了，供电所已恢复。",
        "灯会不收费，文化站自己搭台。",
        "合唱队排练，在镇中心小学操场。",
        "The car park behind Lotus Court will be closed on Friday.",
        "WEEKLY WATER LOG\nThe log is kept by the guards.",
    ],
)
def test_what_only_does_something_asks_nothing(text: str) -> None:
    assert unit(text) == ""


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("名单由社事办统一收，周五前交。", "社会事务办公室"),
        ("名单周五前拿到文化站。", "社会事务综合服务中心"),
        ("好消息，住建局已答应修路，请各村周五前报长度。", "住房和城乡建设局"),
        ("镇里要编方案，名单周五前发经发办。", "经济发展办公室"),
        ("街道人大工委：接待日在周五。", "人大主席团（人大工委）"),
        ("The County Court asks for a witness by Friday.", "人民法院"),
        ("CDC: send the list by Friday.", "疾病预防控制局（中心）"),
    ],
)
def test_what_asks_beside_what_it_does_is_told(text: str, called: str) -> None:
    assert unit(text) == called


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("县平安办：出租屋的表周五前交。", "政法委"),
        ("政务服务中心：代办员名单周五前报。\n县数据局另有说明。", ""),
        ("县政务服务中心：代办员名单周五前报。", "行政审批服务局（政务服务中心）"),
        ("县行政审批局：代办员名单周五前报。", "行政审批服务局（政务服务中心）"),
    ],
)
def test_a_name_of_two_units_tells_neither(text: str, called: str) -> None:
    assert unit(text) == called


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("交警提示：开学首日限行。", "公安局"),
        ("交警秩序科：半马封路，居民车提前挪。", "公安局"),
        ("廉洁承诺书签完，15号前交纪委", "纪委（纪工委）"),
        ("照片发团委群里，周五前。", "镇（街道）团委"),
        ("上午农业农村局打来电话，问早稻面积，周五前回。", "农业农村局"),
        ("教育惠民政策周五前张贴。", ""),
        ("退役军人优待证还剩六人没领，周五前到站里。", ""),
        ("退役军人局：名单周五前交。", "退役军人事务局"),
    ],
)
def test_a_short_name_is_known_by_what_stands_beside_it(text: str, called: str) -> None:
    assert unit(text) == called


@pytest.mark.parametrize(
    ("text", "called", "told"),
    [
        ("县妇联：各村名单12月3日前报来。\n妇联\n2026年11月27日", "县（区）妇女联合会", ["县妇联", "妇联"]),
        (
            "县妇联工作提示\n各村：\n12月3日前报名单，妇联要求如实填。",
            "县（区）妇女联合会",
            ["县妇联", "妇联"],
        ),
        ("【县妇联】各村12月3日前报名单，妇联要求如实填。", "县（区）妇女联合会", ["县妇联", "妇联"]),
        (
            "各村12月3日前报名单，团委要求如实填。\n区团委\n2026年11月27日",
            "共青团县（区）委",
            ["团委", "区团委"],
        ),
        (
            "新湖县总工会文件\n新工发〔2026〕8号\n各社区：\n12月3日前报名单，工会要求如实填。",
            "总工会",
            ["县总工会", "工会"],
        ),
    ],
)
def test_a_short_name_is_of_the_level_that_heads_speaks_or_signs(
    text: str, called: str, told: list[str]
) -> None:
    found = unit_of(fold(text), text, shipped_words())
    assert found is not None
    assert found.called == called
    assert sorted(text[start:end] for start, end in found.places) == sorted(told)


def test_who_signs_what_another_level_said_is_not_of_that_level() -> None:
    assert unit("转县妇联：请各村12月3日前报名单。\n妇联\n2026年11月27日") == "镇（街道）妇联"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("西溪镇政府：名单12月3日前报民政局。", "镇（乡）人民政府（街道办事处）"),
        ("西溪镇人民政府：名单12月3日前报民政局。", "镇（乡）人民政府（街道办事处）"),
        ("新湖县妇联：名单12月3日前报民政局。", "县（区）妇女联合会"),
        ("名单12月3日前报齐。\n抄送西溪镇人民政府", ""),
        ("中心学校联合镇团委：巡查台账12月3日前报齐。", "中心学校"),
        ("各社区妇联执委：\n课件自己领取，12月3日前讲完。", ""),
    ],
)
def test_what_stands_before_a_unit_is_its_place_or_what_is_done_with_it(text: str, called: str) -> None:
    assert unit(text) == called
