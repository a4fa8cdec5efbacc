"""Chinese words typed in one: day, unit and kind without a space between."""

from __future__ import annotations

import re
from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import Quick, read_quick

TODAY = date(2026, 11, 24)  # a Tuesday


def said(quick: Quick) -> tuple[str, set[tuple[str, str]], str]:
    """What was read, wherever it stands."""
    return quick.register, {(part.name, part.value) for part in quick.parts}, quick.title


@pytest.mark.parametrize(
    "line",
    [
        "明天|水利局|会议 山塘除险",
        "下周四|残联|培训 手语入门 @周敏",
        "@周敏 后天|司法所|检查 社区矫正档案",
        "财政局|报表 惠农资金",
        "惠农资金 财政局|报表 周五前",
        "惠农资金 财政局|报表@周敏",
        "惠农资金，财政局|报表，周五前",
        "周五前|财政局|报表 惠农资金",
        "12月3日前|农业农村局|台账 撂荒地",
        "12.3前|农业农村局|台账 撂荒地",
        "12。3前|农业农村局|台账 撂荒地",
        "明天下午|林业局|检查 古树挂牌点",
        "明天下午3点|林业局|会议 古树保护",
        "明天9:00|林业局|会议 古树保护",
        "明天|会议 网格员分工",
        "周五前|问卷 退役军人服务站",
        "周三|妇联 送母亲邮包名单",
        "周三|妇联|培训 家政",
        "今天下班前|便民中心|数据 帮办代办",
        "本周五|街道|会议 创城",
        "派出所|调研 流动人口 11月30日",
        "每周五|财政局|报表 惠农资金",
        "每月5日前|统计局|数据 农户收支",
        "12月8日（周二）|统计局|普查 底册核对",
        "水利局|检查 3人 山塘",
        "工会|任务 慰问品发放",
        "周五前|报表|财政局 惠农资金",
        "台账|水利局 山塘",
        "水利局 后天|督查 山塘",
        "后天|督查 水利局 山塘",
        "后天上午9点 党政办|开会 防汛",
    ],
)
def test_what_is_typed_in_one_is_read_as_with_spaces(line: str) -> None:
    glued, spaced = line.replace("|", ""), line.replace("|", " ")
    read = read_quick(glued, shipped_words(), TODAY)
    assert said(read) == said(read_quick(spaced, shipped_words(), TODAY))
    words = next(word for word in re.split("[ ，@]", line) if "|" in word).split("|")
    assert not any(word in read.title for word in words)


@pytest.mark.parametrize(
    "text",
    [
        # A name or a sentence is more than its parts.
        "周三例会纪要 整理",
        "明天的会议材料 打印",
        "财政局报表模板 发群里",
        "财政局的报表 催一催",
        "水利局会议室 借一下",
        "周五例会 改地方了",
        "月底报表 装订成册",
        "年底考核 发的奖状",
        "每周例会 签到本",
        "明天派人 来修水泵",
        # What is called after a field is not asked for by its unit.
        "教育培训 场地",
        "消防检查 路线图",
        "交通宣传 展板",
        "卫健数据 旧账",
        # A day that is over, a place, a kind before the unit.
        "11月20日财政局报表 归档",
        "财政所旁边 路灯",
        "检查派出所 消防通道",
        "会议培训 场地",
        "打印店报表 归档",
    ],
)
def test_a_word_with_a_rest_stays_whole(text: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert (quick.parts, quick.title) == ((), text)


@pytest.mark.parametrize(
    "line",
    [
        "周五前|报表|水利局|山塘巡查人员@周敏",
        "后天|督查|林业局|古树保护牌",
        "台账|月底前|残联|辅具适配",
        "留痕|slj|周四前|河道清淤前后@周敏",
        "问卷|统计局|农户收支 12月8日前",
        "三天内|水利局|渠道淤塞处核对",
        "下周二|培训|lyj|护林员巡护系统",
        "下周二|LYJ|苗木检疫",
        "12月8日前 报表|财政局|惠农补贴发放",
        "12月8日前 财政局|惠农补贴发放",
        "组织部|方案|周五前|支部换届",
        "明早|接待|工会|慰问组一行",
        "每周五|报表|统计局|农户收支",
        "大后天|接龙|水利局@周敏",
        "征订|宣传部|月底前|理论刊物",
        "周五前|住建局|老旧电梯摸排",
        "周五前|林业局|大树移栽登记",
        "今天|教育局|家长学校开课@周敏",
        "周五前|司法局|在册矫正人员",
        "周五前|科协|照片|科普集市",
        "名单|武装部|适龄青年 30号前",
    ],
)
def test_a_chain_at_the_beginning_may_be_followed_by_any_text(line: str) -> None:
    glued, spaced = line.replace("|", ""), line.replace("|", " ")
    read = read_quick(glued, shipped_words(), TODAY)
    assert said(read) == said(read_quick(spaced, shipped_words(), TODAY))
    assert len({part.name for part in read.parts} - {"owner"}) > 1


@pytest.mark.parametrize(
    "text",
    [
        # The unit is somebody's or some place's.
        "明天水利局对面井盖松了",
        "明天农业农村局长过来",
        "后天宣传部长的讲话稿",
        "明天财政局王主任的电话",
        "明天财政局老李要过来",
        "后天水利局退休的周师傅",
        "报表财政局的模板不对",
        "明天司法所门口积水",
        "后天民政局来人",
        "明天妇联家属院停水",
        "报表财政所窗口领",
        # The word for a kind is part of another one.
        "民政局报表模板在哪",
        "水利局会议室的灯",
        "明天应急局培训教材到了",
        "财政局数据线拿错了",
        "司法所检查站旁边",
        "明天检查站值班",
        "打卡机坏了",
        "数据线买两根",
        "明天会议桌搬走两张的事",
        # A sentence of the unit or of the paper.
        "周五供电公司抄表",
        "后天卫生院义诊",
        "明天财政局领支票",
        "周五前民政局拿批复",
        "明天党政办聚餐@周敏",
        "今天便民中心空调坏了",
        "20号前综治中心大屏坏了@周敏",
        "20号前派出所民警的水壶@周敏",
        "财政局数据对不上",
        "派出所检查宾馆",
        "报表民政局退回来了@周敏",
        "民政局表格填好了@周敏",
        "明天街道培训我去",
        # No unit, a unit alone, two of them, a street.
        "周五例会内容太多",
        "林业局古树挂牌点",
        "明天财政局民政局对账",
        "明天街道清扫",
        "后天学校门口站岗",
        # Without a day a unit behind a deed is whom it is done to.
        "检查派出所消防通道",
        "培训派出所民警",
        "宣传残联政策",
        # Not at the beginning.
        "听说周五前财政局报表惠农资金",
        "老王 周五前财政局报表惠农资金",
        # A day that is one of its meeting.
        "财政局周三例会纪要",
        "水利局3号楼漏水",
        "报表财政局20号楼",
        # Letters that are no unit, or go on.
        "报表wps格式转换",
        "报表slj2惠农资金",
    ],
)
def test_what_goes_on_as_another_word_is_no_chain(text: str) -> None:
    quick = read_quick(text, shipped_words(), TODAY)
    assert not {part.name for part in quick.parts} & {"kind", "department"}, quick.parts
    assert quick.title == text.removesuffix("@周敏") or "due_on" in quick.fields


def test_a_part_given_back_stays_where_it_was_typed() -> None:
    plain = frozenset(["财政局"])
    quick = read_quick("周五前财政局报表 惠农资金", shipped_words(), TODAY, plain=plain)
    assert (quick.value("department"), quick.value("kind"), quick.title) == ("", "FRM", "财政局 惠农资金")


def test_nothing_given_back_tears_a_word_apart() -> None:
    plain = frozenset(["周五前", "财政局", "报表"])
    text = "周五前财政局报表 惠农资金"
    assert read_quick(text, shipped_words(), TODAY, plain=plain).title == text


@pytest.mark.parametrize(
    "text",
    [
        "通知：周五前报表民政局",
        "培训卫健局 明天",
        "周五前补报表民政局",
        "周五前 对接民政局",
        "周五前 致电教育局",
    ],
)
def test_a_kind_and_a_deed_before_a_unit_make_no_new_one_of_it(text: str) -> None:
    assert read_quick(text, shipped_words(), TODAY).value("department") == ""


@pytest.mark.parametrize("unit", ["清河民政局", "新湖镇民政局", "大兴区城管局"])
def test_a_place_before_a_unit_names_another_one(unit: str) -> None:
    assert read_quick(f"周五前 报表 {unit}", shipped_words(), TODAY).value("department") == unit
