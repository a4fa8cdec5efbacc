"""The days of a notice that may be its due date: all that it names, and the next time of what recurs."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.also import titled
from mingbai.rules.notice.day import How
from mingbai.rules.notice.days import days_of
from mingbai.rules.notice.notice import read_notice
from mingbai.rules.said_days import same_signs

TODAY = date(2026, 11, 24)

NAMED = (
    ("花名册月底最后一个工作日交来", "2026-01-22", "2026-01-30", How.SAID),
    ("星期一报到站里", "2026-05-15", "2026-05-18", How.SAID),
    ("摸底5个工作日完成", "2026-05-18", "2026-05-25", How.SAID),
    ("每季度最后一天前填表", "2026-03-24", "2026-03-31", How.NEXT),
    ("季后第一个月20日前报", "2026-07-17", "2026-07-20", How.NEXT),
    ("上半年6月30日、下半年12月31日报", "2026-07-01", "2026-12-31", How.NEXT),
    ("每年3月1日和9月1日更新", "2026-09-02", "2027-03-01", How.NEXT),
    ("7月10日起每周五报进度", "2026-07-01", "2026-07-10", How.OPENING),
    ("accounts by the 10th of the month following", "2026-09-11", "2026-10-10", How.NEXT),
    ("open 7-9 December", "2026-12-01", "2026-12-09", How.LAST),
    ("on duty from 7 to 9 December", "2026-12-01", "2026-12-07", How.FIRST),
    ("on 4, 5 and 6 December", "2026-12-01", "2026-12-04", How.FIRST),
    ("3月20日统一收，提前两天给我", "2026-03-02", "2026-03-18", How.BEFORE),
    ("以上7月20日前完成", "2026-07-13", "2026-07-20", How.SAID),
    ("1.7月21日前交表；2.8月20日前修好", "2026-07-09", "2026-08-20", How.SAID),
    ("6月4日开会，名单（姓名、电话）29号前报", "2026-05-28", "2026-05-29", How.SAID),
    ("自今天起至15日报数", "2026-04-08", "2026-04-15", How.LAST),
    ("to us by tmrw 3 pm", "2026-12-29", "2026-12-30", How.SAID),
    ("七一早上八点党员大会", "2026-06-29", "2026-07-01", How.SAID),
    ("植树节那天上午种树", "2026-02-25", "2026-03-12", How.SAID),
    ("除夕夜18点前报在岗", "2026-02-11", "2026-02-16", How.SAID),
    ("清明节前把表交上来", "2026-03-31", "2026-04-04", How.SAID),
    ("渡口国庆检查台账，放假前最后一天来取", "2026-09-23", "2026-09-30", How.SAID),
    ("节后第一个上班日交", "2025-09-30", "2025-10-09", How.SAID),
    ("国庆节后3个工作日内报", "2026-09-22", "2026-10-10", How.SAID),
    ("back before New Year's Eve", "2026-12-01", "2026-12-30", How.SAID),
    ("下周一报武装部", "2026-05-13", "2026-05-18", How.SAID),
    ("逐个标一下周五返我", "2026-12-01", "2026-12-04", How.SAID),
    ("9号告诉我", "2026-02-05", "2026-02-09", How.SAID),
    ("小结月中交", "2026-10-09", "2026-10-15", How.SAID),
    ("季度末之前报花名册", "2026-03-16", "2026-03-31", How.SAID),
    ("二月头一天就给", "2027-01-27", "2027-02-01", How.SAID),
    ("三月十九点验", "2027-03-16", "2027-03-19", How.SAID),
    ("再过十天要看花名册", "2026-01-19", "2026-01-29", How.SAID),
    ("给5个工作日", "2026-10-13", "2026-10-20", How.SAID),
    ("a table by the third of June", "2025-05-29", "2025-06-03", How.SAID),
    ("ours is due the fifteenth.", "2027-01-07", "2027-01-15", How.SAID),
    ("by month's end", "2026-04-08", "2026-04-30", How.SAID),
    ("due by the end of the quarter", "2026-03-17", "2026-03-31", How.SAID),
    ("活动就在8号，名单提前一日锁定", "2026-03-02", "2026-03-07", How.BEFORE),
    ("4月6日评估，名单3月25日已定，请在前一天联系好", "2027-03-30", "2027-04-05", How.BEFORE),
    ("宣传周7号结束，第二天发照片", "2025-12-04", "2025-12-08", How.AFTER),
    ("每周一报一次", "2026-09-11", "2026-09-14", How.NEXT),
    ("每周二一组照片", "2026-12-18", "2026-12-22", How.NEXT),
    ("积分表月月30日交", "2026-09-28", "2026-09-30", How.NEXT),
    ("每季度头一个月10号前报", "2026-07-01", "2026-07-10", How.NEXT),
    ("每月末工作日贴一张", "2025-10-20", "2025-10-31", How.NEXT),
    ("on the fifth of every month", "2025-11-03", "2025-11-05", How.NEXT),
    ("by the 15th of January, April, July and October", "2027-04-12", "2027-04-15", How.NEXT),
    ("the 25th of the last month of each quarter", "2025-06-16", "2025-06-25", How.NEXT),
    ("due on the last working day of each quarter", "2025-09-23", "2025-09-30", How.NEXT),
    ("原定16日的会，顺延四天", "2026-03-10", "2026-03-20", How.MOVED),
    ("6月8日的采血推迟到下周同一天", "2026-06-08", "2026-06-15", How.MOVED),
    ("5月20日评审，往前挪了一天", "2026-05-11", "2026-05-19", How.MOVED),
    ("the deadline of 11 December was brought forward one week", "2026-11-24", "2026-12-04", How.MOVED),
    ("enumerators start on 3 March, supervisors two days later", "2026-02-24", "2026-03-05", How.MOVED),
    ("10月20日验收，我们18日先看，15日前交底册", "2026-09-10", "2026-10-15", How.CARRIED),
    ("每周四报，今天的已收", "2026-11-26", "2026-12-03", How.OVERNEXT),
    ("Fridays: the key count. Today's is in.", "2026-11-27", "2026-12-04", How.OVERNEXT),
    ("廿八号交", "2026-04-20", "2026-04-28", How.SAID),
    ("统一26号收", "2026-08-20", "2026-08-26", How.SAID),
    ("填在表上9月12日前发回", "2026-09-04", "2026-09-12", How.SAID),
    ("（盖章）22日报组织部", "2026-09-16", "2026-09-22", How.SAID),
    ("13号文物队来，12号车到", "2026-05-06", "2026-05-13", How.SAID),
    ("第三个周一（6月15日）截稿", "2026-06-01", "2026-06-15", How.SAID),
    ("农历九月廿二（10月31日）", "2026-10-20", "2026-10-31", How.SAID),
    ("于1 2 月 1 8 日前报", "2026-11-24", "2026-12-18", How.SAID),
    ("那个十二月六号要用", "2026-11-24", "2026-12-06", How.SAID),
    ("月15号以前要", "2026-05-06", "2026-05-15", How.SAID),
    ("各社区周一报数", "2026-05-15", "2026-05-18", How.SAID),
    ("周五就收，不是原先讲的30号", "2026-11-24", "2026-11-27", How.SAID),
    ("收到本函的次日报", "2026-11-24", "2026-11-25", How.SAID),
    ("期限：自今日起四个工作日", "2026-11-24", "2026-11-30", How.SAID),
    ("五个工作日，书面答复", "2026-11-24", "2026-12-01", How.SAID),
    ("检查由10日改到二十七", "2026-11-24", "2026-11-27", How.SAID),
    ("下周的今天激活", "2026-11-24", "2026-12-01", How.SAID),
    ("年底最后一天交", "2026-11-24", "2026-12-31", How.SAID),
    ("端午前两天搭台", "2026-06-11", "2026-06-17", How.SAID),
    ("节后第二个工作日交", "2026-09-28", "2026-10-09", How.SAID),
    ("国庆后开门第一天进驻", "2026-09-24", "2026-10-08", How.SAID),
    ("假前最后一天交", "2026-09-28", "2026-09-30", How.SAID),
    ("重阳节，一社区一桌", "2026-10-12", "2026-10-18", How.SAID),
    ("by the 20th of May", "2026-05-11", "2026-05-20", How.SAID),
    ("a week today, please", "2026-11-24", "2026-12-01", How.SAID),
    ("by Friday week", "2026-11-24", "2026-12-04", How.SAID),
    ("by the end of this week", "2026-11-24", "2026-11-27", How.SAID),
    ("before the year is out", "2026-11-24", "2026-12-31", How.SAID),
    ("back before the holiday", "2026-09-28", "2026-09-30", How.SAID),
    ("Fri 27 – rota to us", "2026-11-24", "2026-11-27", How.SAID),
    ("thurs: sign-off", "2026-11-24", "2026-11-26", How.SAID),
    ("Wednesday's visit", "2026-11-24", "2026-11-25", How.SAID),
    ("on the eleventh you receive it", "2026-12-01", "2026-12-11", How.SAID),
    ("The drill – Monday 30 November, 9.30 at the quay", "2026-11-24", "2026-11-30", How.SAID),
    ("the visit is on 8 December; the list one week beforehand", "2026-11-24", "2026-12-01", How.BEFORE),
    ("by the 25th; to us the following day", "2026-11-24", "2026-11-26", How.AFTER),
    ("季末月最后一天交", "2026-11-24", "2026-12-31", How.NEXT),
    ("季后十日内报", "2026-11-24", "2027-01-10", How.NEXT),
    ("每季度中间那个月的8日交", "2026-11-24", "2027-02-08", How.NEXT),
    ("月月十五，报表", "2026-11-24", "2026-12-15", How.NEXT),
    ("一天一报", "2026-11-24", "2026-11-24", How.NEXT),
    ("each third Thursday the hydrants", "2026-11-24", "2026-12-17", How.NEXT),
    ("会议原定12月15日，推迟到18日", "2026-11-24", "2026-12-18", How.SAID),
    ("不是说好周五交吗，怎么才来三家", "2026-11-24", "2026-11-27", How.SAID),
    ("元旦值班表下午5点前交", "2026-11-24", "2026-11-24", How.CLOCK),
    ("儿童节礼物清单提前三天报，12月20日发放", "2026-11-24", "2026-12-17", How.BEFORE),
    ("by Friday 3 copies", "2026-11-24", "2026-11-27", How.SAID),
    ("Fri 11, list", "2026-11-24", "2026-12-11", How.SAID),
    ("before New Year's Day", "2026-11-24", "2026-12-31", How.SAID),
    ("5 business days before 8 December", "2026-11-24", "2026-12-01", How.BEFORE),
    ("收到此函的次日17:00前报", "2026-11-24", "2026-11-25", How.SAID),
    ("签到，12日报告会", "2026-12-01", "2026-12-12", How.SAID),
)


@pytest.mark.parametrize(("text", "today", "day", "how"), NAMED)
def test_a_day_is_among_those_that_may_be_due(text: str, today: str, day: str, how: How) -> None:
    found = days_of(same_signs(text), date.fromisoformat(today), shipped_words().working)
    assert (day, how) in [(one.day.isoformat(), one.how) for one in found]


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("县发8号文，5号车间", "2026-12-08"),
        ("见附件1 2月5日前报", "2026-12-05"),
        ("三个月15号", "2026-12-15"),
        ("上个月28号", "2026-11-28"),
        ("授予五一劳动奖章", "2027-05-01"),
        ("he sat in the sun", "2026-11-29"),
        ("砍前16日要同意书", "2026-11-08"),
        ("今日起一天一报", "2026-11-25"),
        ("12月5日开会，28日前报", "2026-12-29"),
        ("原定12月15日，推迟到18日", "2027-01-02"),
        ("付款方式改为二维码", "2026-12-02"),
        ("会场移到二小", "2026-12-02"),
        ("空调调到26，", "2026-11-26"),
        ("改到十五点", "2026-12-10"),
        ("迟到10分钟", "2026-12-10"),
        ("两周一报，按周一报", "2026-11-30"),
        ("会后午餐，今后早报", "2026-11-26"),
        ("腊月二十三日前", "2026-12-23"),
        ("三天一报，隔天一报", "2026-11-24"),
        ("sun wei will collect. mr mon aung", "2026-11-29"),
        ("leave for two weeks from monday", "2026-12-14"),
        ("2025年元旦，三八节约用水", "2027-01-01"),
        ("发言控制在5分钟内", "2026-11-24"),
        ("受理：5个工作日，公示", "2026-12-01"),
        ("一号车出展", "2026-12-01"),
        ("on 12 december we meet; the tables were put back two weeks ago", "2026-12-26"),
        ("12月5日开会，会后3日内报", "2026-12-27"),
        ("有效期至9999-12-31，推迟两周", "9999-12-31"),
    ],
)
def test_what_only_looks_like_a_day_is_none_of_them(text: str, none: str) -> None:
    found = days_of(same_signs(text), TODAY, shipped_words().working)
    assert none not in [one.day.isoformat() for one in found]


def test_a_day_that_is_taken_back_is_none_of_them() -> None:
    said = same_signs("12月1号交，不对，12月3号交，不是12月5号")
    found = days_of(said, date(2026, 11, 24), shipped_words().working)
    assert [one.day for one in found] == [date(2026, 12, 3)]


@pytest.mark.parametrize(
    ("text", "starts", "ends", "next_on"),
    [
        ("12月1日至10日，各社区每天报走访户数，12日前报总结。", "2026-12-01", "2026-12-10", "2026-12-01"),
        ("请各社区每天17点前报隐患排查照片，本周五前报防范方案。", None, None, "2026-11-24"),
        ("每天17点前报隐患排查照片，12月2日前报总结。", None, None, "2026-11-24"),
        (
            "Please report every day from 1 to 10 December how many elderly were visited; the summary by the 12th.",
            "2026-12-01",
            "2026-12-10",
            "2026-12-01",
        ),
        (
            "From 28 December to 5 January every community reports to us daily.",
            "2026-12-28",
            "2027-01-05",
            "2026-12-28",
        ),
        (
            "1. From 30 November to 11 December, visit every elderly resident living alone.\n"
            "2. Each community shall report the day's number of visits daily before 17:00.\n"
            "3. A summary shall be sent by 14 December 2026.",
            "2026-11-30",
            "2026-12-11",
            "2026-11-30",
        ),
        (
            "11月30日至12月11日，对独居老人逐户走访。各社区每天17:00前在工作群报当日户数。",
            "2026-11-30",
            "2026-12-11",
            "2026-11-30",
        ),
        (
            "自11月30日起至12月11日，开展走访，各社区每日17:00前报数。",
            "2026-11-30",
            "2026-12-11",
            "2026-11-30",
        ),
        ("11月30日起请各社区每天17:00前报数。放假从1月1日至3日。", "2026-11-30", None, "2026-11-30"),
        ("请各社区每月2日前报上月数据，本次12月8日前报。", None, None, "2026-12-02"),
        ("请各社区每周五前报送周报。5月1日至5日已停报。", None, None, "2026-11-27"),
    ],
)
def test_a_hand_in_day_beside_a_rhythm_is_no_day_on_which_it_begins(
    text: str, starts: str | None, ends: str | None, next_on: str
) -> None:
    read = read_notice(text, shipped_words(), TODAY)
    told = (read.starts_on, read.ends_on, read.next_on)
    assert [day and day.isoformat() for day in told] == [starts, ends, next_on]


ONCE: tuple[tuple[str, str, str | None, dict[str, str]], ...] = (
    (
        "自11月27日起每日16时前报送排查进展，并于12月4日前报送工作总结。",
        "2026-11-27",
        "16:00",
        {"2026-12-04": "工作总结"},
    ),
    (
        "即日起每天16:00前报送进展，12月4日前将工作总结（盖章）报送至邮箱。",
        "2026-11-24",
        "16:00",
        {"2026-12-04": "工作总结"},
    ),
    (
        "自12月1日起每周五前上报周报，工作总结请于12月20日前报送。",
        "2026-12-04",
        None,
        {"2026-12-20": "工作总结"},
    ),
    (
        "From 27 November progress is to be reported every day before 16:00. Send a written summary before 11 December.",
        "2026-11-27",
        "16:00",
        {"2026-12-11": "Written summary"},
    ),
    (
        "From 1 December report progress daily by 4 pm. Please submit a work summary to the office by 11 December.",
        "2026-12-01",
        None,
        {"2026-12-11": "Work summary"},
    ),
    (
        "Progress is reported every day before 16:00, and a summary before 11 December.",
        "2026-11-24",
        "16:00",
        {"2026-12-11": "Summary"},
    ),
    (
        "Numbers go to the group every day before 17:00. The final list of wells, checked and signed, must be sent to the "
        "Bureau of Water and Soil Conservation no later than 11 December.",
        "2026-11-24",
        "17:00",
        {"2026-12-11": "Final list of wells"},
    ),
    (
        "Report progress every Friday. Submit a written summary (with photos, stamped) to the street office, by 8 December.",
        "2026-11-27",
        None,
        {"2026-12-08": "Written summary"},
    ),
    (
        "Report progress every Friday. Submit a written summary, with photos, to the street office by 8 December.",
        "2026-11-27",
        None,
        {"2026-12-08": "Written summary"},
    ),
    ("请各社区每天17点前报送进展。联系人：王芳，2026年11月24日", "2026-11-24", "17:00", {}),
    ("请各社区每周五前上报环境整治周报，12月2日前报首期。城管局", "2026-11-27", None, {}),
)


@pytest.mark.parametrize(("text", "next_on", "time", "once"), ONCE)
def test_what_is_wanted_once_beside_a_rhythm_keeps_its_day(
    text: str, next_on: str, time: str | None, once: dict[str, str]
) -> None:
    read = read_notice(text, shipped_words(), TODAY)
    assert read.next_on is not None
    assert (read.next_on.isoformat(), read.next_time) == (next_on, time)
    assert {one.day.isoformat(): one.what for one in read.also} == once


@pytest.mark.parametrize(
    ("what", "heading", "title"),
    [
        ("总结", "关于开展沿街商铺燃气检查的通知", "沿街商铺燃气检查总结"),
        ("检查情况汇总表", "关于开展沿街商铺燃气检查的通知", "沿街商铺燃气检查情况汇总表"),
        (
            "整改方案和佐证材料",
            "市城管局关于进一步做好犬只管理工作的紧急通知",
            "犬只管理：整改方案和佐证材料",
        ),
        ("犬只管理总结", "关于做好犬只管理工作的通知", "犬只管理总结"),
        ("总结", "上报犬只台账", "总结"),
        ("Summary", "Notice on conducting the census of dogs", "Summary, census of dogs"),
        ("Dog census summary", "Weekly dog census", "Dog census summary"),
    ],
)
def test_what_is_wanted_beside_it_says_of_what(what: str, heading: str, title: str) -> None:
    assert titled(what, heading) == title
