"""The day until which a typed line is due, as people in a hurry type it."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.quick.quick import read_quick

TODAY = date(2026, 11, 24)


def read(text: str) -> tuple[str, str]:
    """Day and title."""
    quick = read_quick(text, shipped_words(), TODAY)
    return quick.value("due_on"), quick.title


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("tmrw ring the plumber about block 5", "2026-11-25", "ring the plumber about block 5"),
        ("ring the plumber by tmrw 5pm", "2026-11-25 17:00", "ring the plumber"),
        ("2moro tenant list block 5", "2026-11-25", "tenant list block 5"),
        ("tomo tenant list block 5", "2026-11-25", "tenant list block 5"),
        ("tmr tenant list block 5", "2026-11-25", "tenant list block 5"),
        ("day after tomorrow tenant list block 5", "2026-11-26", "tenant list block 5"),
        ("tmrw's paper", "", "tmrw's paper"),
        ("day after tomorrow's paper", "", "day after tomorrow's paper"),
        ("village fees, Finance bureau, deadline 5 March", "2027-03-05", "village fees"),
        ("Deadline: 5 March village fees Finance bureau", "2027-03-05", "village fees"),
        ("move the deadline of the fees", "", "move the deadline of the fees"),
        ("culverts by end of December", "2026-12-31", "culverts"),
        ("end of February form Health bureau flu shots", "2027-02-28", "flu shots"),
        ("book the hall for the end of December fair", "", "book the hall for the end of December fair"),
    ],
)
def test_english_days(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("报表 水利局 12。15前 山塘水位", "2026-12-15", "山塘水位"),
        ("报表 水利局 12．15前 山塘水位", "2026-12-15", "山塘水位"),
        ("12。15 报表 水利局 山塘水位", "2026-12-15", "山塘水位"),
        ("山塘水位 报表 水利局 12／15前", "2026-12-15", "山塘水位"),
        # A sentence ends between numbers as well.
        ("领了3。12月5日前还回来", "2026-12-05", "领了3。 还回来"),
        ("修了5。3号楼还没修", "", "修了5。3号楼还没修"),
        ("共收12。5日前补齐", "2026-12-05", "共收12。 补齐"),
    ],
)
def test_a_full_stop_may_stand_for_the_dot_of_a_day(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("明天把仓库窗户修好", "2026-11-25", "把仓库窗户修好"),
        ("周五把三号楼的路障搬走", "2026-11-27", "把三号楼的路障搬走"),
        ("12月3日要去局里领花名册", "2026-12-03", "要去局里领花名册"),
        ("下周三去看望抗战老兵", "2026-12-02", "去看望抗战老兵"),
        ("后天找电工看配电箱", "2026-11-26", "找电工看配电箱"),
        ("周四巡查河道@周敏", "2026-11-26", "巡查河道"),
        ("大后天排查出租屋 3号楼", "2026-11-27", "排查出租屋 3号楼"),
        ("明天下午给王大爷送饭", "2026-11-25", "给王大爷送饭"),
        ("三天内把楼道扫完", "2026-11-27", "把楼道扫完"),
        ("后天陪张大爷去医院", "2026-11-26", "陪张大爷去医院"),
        ("周五陪奶奶复诊", "2026-11-27", "陪奶奶复诊"),
        ("周五让物业搬垃圾桶", "2026-11-27", "让物业搬垃圾桶"),
        ("明天再贴一遍海报", "2026-11-25", "再贴一遍海报"),
        ("下周一和民警上门", "2026-11-30", "和民警上门"),
        ("周四到镇里开会", "2026-11-26", "到镇里开会"),
        ("明天要先把桌子擦了", "2026-11-25", "要先把桌子擦了"),
        ("周五请人疏通管道", "2026-11-27", "请人疏通管道"),
        ("明天楼道灯修好", "2026-11-25", "楼道灯修好"),
        ("明天和平路路灯修好", "2026-11-25", "和平路路灯修好"),
        ("周五七号楼门禁卡发完", "2026-11-27", "七号楼门禁卡发完"),
        ("下周二困难户慰问品清单发出去", "2026-12-01", "困难户慰问品清单发出去"),
        ("12月3日志愿者花名册报出去", "2026-12-03", "志愿者花名册报出去"),
        ("明天巡查站旁边落叶扫掉", "2026-11-25", "巡查站旁边落叶扫掉"),
        ("周五租户信息摸清楚", "2026-11-27", "租户信息摸清楚"),
        ("后天雨棚积水清干净", "2026-11-26", "雨棚积水清干净"),
    ],
)
def test_a_day_in_front_of_a_deed_is_that_of_the_deed(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    "text",
    [
        # The day belongs to a noun.
        "周三例会纪要",
        "周三例会纪要整理好",
        "明天的会议材料印好",
        "明天会议材料印好",
        "明天要用的桌椅借好",
        "12月3日召开的会议纪要",
        "12月3日来的客人",
        "周四走访记录",
        "周四走访记录补齐",
        "后天入户登记表",
        "大后天巡查路线图",
        "周五检查组住宿",
        "后天停水通知贴出去",
        "明天菜谱单贴出去",
        "周五签到表打印完",
        "下周二报表发出去",
        "下周二演练方案贴出去",
        "12月3日来的客人被褥晒完",
        "后天份子钱没补齐",
        "明天电费还没搞清楚",
        "周日集市摊位清完",
        "后天把关人员名单",
        "下周一到岗",
        "后天到货",
        "明天来拿",
        "5月20日在老厂区办招聘会",
        "我是新来的驻村干部，下周一给大家看看",
        "周五去世老人家属慰问",
        "明天联系人",
        "明天再生资源站",
        # The sign begins a name or a noun.
        "明天让胡路停水",
        "明天和平里停电",
        "后天去污粉分装",
        "周五再就业讲座",
        "下周三找平层养护",
        "周四先农坛庙会",
        "明天叫花鸡试吃",
        "明天得胜桥封路",
        "周五带鱼特卖",
        "后天跟拍摄影展",
        "周四请愿书",
        "周五和写字楼签约",
        "明天需求调研",
        # It is over, or is not the only one.
        "11月20日把钥匙还了",
        "今天把周五的会场布置好",
        # It tells what will be.
        "后天停水",
        "明天天气不好",
    ],
)
def test_a_day_in_front_of_anything_else_stays_with_it(text: str) -> None:
    assert read(text) == ("", text)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("Thursday deliver quilts to hardship families", "2026-11-26", "deliver quilts to hardship families"),
        ("next Friday collect keys from the dance group", "2026-12-04", "collect keys from the dance group"),
        ("Monday ring Mrs Zhou about the pension", "2026-11-30", "ring Mrs Zhou about the pension"),
        ("Friday 3pm fix the pump", "2026-11-27 15:00", "fix the pump"),
        ("5 December put up lanterns at the gate", "2026-12-05", "put up lanterns at the gate"),
        ("Wednesday visit the nursing home", "2026-11-25", "visit the nursing home"),
        ("Friday please phone Wei", "2026-11-27", "please phone Wei"),
        ("Wednesday official visit tea village", "2026-11-25", "tea village"),
        ("tonight lock the gate", "2026-11-24", "lock the gate"),
        ("tonight check-in pond wardens", "2026-11-24", "pond wardens"),
        ("Dec 12 lantern riddles in the hall", "2026-12-12", "lantern riddles in the hall"),
        ("12 December dumpling lunch @Wei", "2026-12-12", "dumpling lunch"),
        ("Jan 4 2027 blood drive", "2027-01-04", "blood drive"),
    ],
)
def test_an_english_day_in_front_of_a_deed_or_a_kind_too(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    "text",
    [
        "Friday prayers at the mosque",
        "Sunday school roof leaks",
        "Saturday market stalls need sweeping",
        "Thursday rota for the gate",
        "Thursday's rota",
        "Tuesday bin collection missed in block 3",
        "tonight show tickets",
        "tonight meeting room heater",
        "Dec 12 was too cold",
        "Dec 12 minutes need typing",
        "Dec 12 to Dec 14 courtyard closed",
        "Dec 12 choir photos",
        "Dec 12 tea postponed",
        "12 Dec Street lamps out",
        "May 4 Movement exhibition",
        "Nov 3 drain flooded",
        "12.5 kg rice for Mrs Wu",
        "3.5 吨 沙子",
        "12.5公斤 米",
        "Tuesday visit to the nursing home",
        "Friday the pump was broken",
        "Friday survey results",
        "Monday and Tuesday tidy the yard",
        "Friday night market",
        "December put up lanterns",
        "yesterday fix the pump",
    ],
)
def test_an_english_day_in_front_of_anything_else_stays_with_it(text: str) -> None:
    assert read(text) == ("", text)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("meeting year-end safety @Shen", "", "year-end safety"),
        ("report Civil Affairs pensions month-end", "2026-11-30", "pensions"),
    ],
)
def test_the_end_of_a_year_before_other_words_is_theirs(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("eod form Water Bureau ponds", "2026-11-24", "ponds"),
        ("form Water Bureau ponds by end of the day", "2026-11-24", "ponds"),
        ("by close of business tomorrow form Water Bureau ponds", "2026-11-25", "ponds"),
        ("by cob on Friday form Water Bureau ponds", "2026-11-27", "ponds"),
        ("by end of week form Water Bureau ponds", "2026-11-27", "ponds"),
        ("ponds, by the end of next week", "2026-12-04", "ponds"),
        ("by 5pm form Water Bureau ponds", "2026-11-24 17:00", "ponds"),
        ("by 5pm tomorrow form Water Bureau ponds", "2026-11-25 17:00", "ponds"),
        ("on Friday form Water Bureau ponds", "2026-11-27", "ponds"),
        ("on Friday hang up the lanterns", "2026-11-27", "hang up the lanterns"),
        ("training on Friday Water Bureau pond wardens", "2026-11-27", "pond wardens"),
        # In the middle of other words it tells of the thing.
        ("end of day report of the wardens", "", "end of day report of the wardens"),
        ("market closed by 5pm on Sundays", "", "market closed by 5pm on Sundays"),
        ("concert on Friday", "", "concert on Friday"),
        ("on Friday prayers start late", "", "on Friday prayers start late"),
    ],
)
def test_when_an_office_closes_and_what_is_on_a_day(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("今天内 水利局 山塘水位", "2026-11-24", "山塘水位"),
        ("今日之内 水利局 山塘水位", "2026-11-24", "山塘水位"),
        ("今天内部整理 山塘", "", "今天内部整理 山塘"),
    ],
)
def test_within_today(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("next Tuesday fire drill Education Bureau", "2026-12-01", "fire drill"),
        ("3 December fire drill Education Bureau", "2026-12-03", "fire drill"),
        ("old wells tomorrow data Water bureau", "2026-11-25", "old wells"),
        # Without a unit, or of a day that comes back, it may be the thing's.
        ("next Tuesday fire drill", "", "next Tuesday fire drill"),
        ("Friday fire drill Education Bureau", "", "Friday fire drill"),
        ("move Friday meeting @Shen", "", "move Friday meeting"),
        ("cancel tomorrow meeting", "", "cancel tomorrow meeting"),
    ],
)
def test_a_unit_beside_it_makes_a_day_that_of_the_line(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("明天3点 报表 水利局 山塘", "2026-11-25 15:00"),
        ("明天5点半前 报表 水利局 山塘", "2026-11-25 17:30"),
        ("by 5:30 tomorrow form Water Bureau ponds", "2026-11-25 17:30"),
        ("tomorrow 3:00 form Water Bureau ponds", "2026-11-25 15:00"),
        # Somebody said in which half of the day.
        ("明天凌晨3点 报表 水利局 山塘", "2026-11-25 03:00"),
        ("明天05:30 报表 水利局 山塘", "2026-11-25 05:30"),
        ("by 5:30 am tomorrow form Water Bureau ponds", "2026-11-25 05:30"),
        ("明天9点 报表 水利局 山塘", "2026-11-25 09:00"),
        ("明天7点 报表 水利局 山塘", "2026-11-25 07:00"),
    ],
)
def test_an_hour_is_one_of_an_office(text: str, due: str) -> None:
    assert read(text)[0] == due


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("周4前 惠农补贴公示", "2026-11-26", "惠农补贴公示"),
        ("礼拜6前 惠农补贴公示", "2026-11-28", "惠农补贴公示"),
        ("下周3前 惠农补贴公示", "2026-12-02", "惠农补贴公示"),
        ("名单 武装部 适龄青年30号前", "2026-11-30", "适龄青年"),
        ("每周3次 巡河", "", "每周3次 巡河"),
        ("4周4夜 露营", "", "4周4夜 露营"),
    ],
)
def test_a_weekday_may_be_typed_by_its_number(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        ("腊月二十三 送灶糖", "2027-01-30", "送灶糖"),
        ("腊月廿三前 送灶糖", "2027-01-30", "送灶糖"),
        ("腊月二十九上午9点 团拜", "2027-02-05 09:00", "团拜"),
        ("冬月初一 戏台搭好", "2026-12-09", "戏台搭好"),
        ("送灶糖 阴历冬月二十前", "2026-12-28", "送灶糖"),
        ("正月初六把锣鼓拿出来", "2027-02-11", "把锣鼓拿出来"),
        ("农历八月十五 赏月", "2027-09-15", "赏月"),
        # A month alone, a day it has not, the thing's own day, one gone by.
        ("腊月里 唱戏", "", "腊月里 唱戏"),
        ("腊月三十 守岁", "", "腊月三十 守岁"),
        ("腊月二十三的戏 谁唱", "", "腊月二十三的戏 谁唱"),
        ("十二月初五个人 报名", "", "十二月初五个人 报名"),
        ("八月十五 赏月", "", "八月十五 赏月"),
        ("农历九月初九 敬老饭", "", "农历九月初九 敬老饭"),
    ],
)
def test_days_of_the_lunar_calendar(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)


@pytest.mark.parametrize(
    ("text", "due", "title"),
    [
        # With a space inside it is the same day, or none: never another one.
        ("1月 8日前 扫雪工具", "2027-01-08", "扫雪工具"),
        ("明年2月 3日前 灯笼挂好", "2027-02-03", "灯笼挂好"),
        ("下 周四 扫雪工具", "", "下 周四 扫雪工具"),
        ("每 周四 扫雪工具", "", "每 周四 扫雪工具"),
        ("去年 12月8日 雪情照片", "", "去年 12月8日 雪情照片"),
        # From one to another.
        ("4-6号 扫雪", "", "4-6号 扫雪"),
        ("12-15 扫雪", "2026-12-15", "扫雪"),
        # It need not be.
        ("不用周四前交了", "", "不用周四前交了"),
        ("周四前不用交照片", "", "周四前不用交照片"),
        ("周四前搬炉子 不用盖章", "2026-11-26", "搬炉子 不用盖章"),
        ("don't send the photos by Thursday", "", "don't send the photos by Thursday"),
        ("not before Thursday photos", "", "not before Thursday photos"),
        ("coal stoves no later than Thursday", "2026-11-26", "coal stoves"),
        # So much of something.
        ("院子 12.5 平方", "", "院子 12.5 平方"),
        ("4.5 级 大风", "", "4.5 级 大风"),
    ],
)
def test_what_looks_like_a_day_and_is_another_or_none(text: str, due: str, title: str) -> None:
    assert read(text) == (due, title)
