"""What a notice wants and its columns, as people say it in passing: own examples that hold what was reached."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick import shipped_words
from mingbai.rules.notice import read_notice

TODAY = date(2026, 11, 24)

ASKED = """
form | 民政局：统计一下辖区独居老人人数
form | 派出所要各小区租户的姓名和联系方式，尽快
form | 请填写以下内容：姓名、年龄、住址
form | 残联：未就业残疾人信息，周五前
form | 区里来电，问一下空置房有多少套，今天回话
form | 应急局：今天汛期值班表发一下
form | 组织部：请把党员信息采集表补齐
form | 街道：经济普查要5名普查员，名字报来
form | 妇联急要的名单！今天下午5点之前必须交
form | Bureau of statistics: how many vacant flats do you have, reply by Tuesday
report | 卫健局：老年人体检的进展说一下
report | 街道：本周四前拿出整改方案
report | 信访办：把老张信访件的处理经过写清楚交上来
report | 司法所：普法宣传做了哪些，写几句话给我
report | The street office wants two lines on the heating work by noon
photo report | 党建办：主题党日活动写一篇信息稿，附2张图
photo | 城管局：背街小巷改造前后对比图，月底要
photo | 占道经营整治，26号去拍整改后的照片交来
meeting | 住建局明天下午3点在区政府开物业管理会，派一人
meeting | 周四上午9点线上培训，书记参加
meeting | 妇联：家庭教育讲座请组织10人听
meeting | 明早8点半社区一楼碰头
 | 征订《人民日报》的居民请到邮局办理
 | 依据会议精神和去年的总结，各社区知晓即可
 | 本月起不用再报走访情况
 | 名单已公布，各社区知晓
 | Please report by phone if the lift stops.
"""

COLUMNS = """
姓名 店名 电话 | 城管局：门店台账，写姓名、店名、电话即可，周五交
姓名 年龄 住址 | 要有姓名、年龄、住址这三项
姓名 身份证号 银行卡号 | 务必写明姓名、身份证号、银行卡号，缺一不可
姓名 身份证号 住址 | 民政局：高龄老人名单，含姓名、身份证号、住址等，周五前
姓名 身份证号 联系电话 | 请报送：（1）姓名；（2）身份证号；（3）联系电话
姓名 性别 身份证号 联系电话 | 1.姓名 2.性别 3.身份证号 4.联系电话
序号 姓名 性别 年龄 住址 电话 | 序号 姓名 性别 年龄 住址 电话
姓名 入党时间 现居住地 流动去向 | 请各村把党员的姓名、入党时间、现居住地、流动去向报上来
学生姓名 身份证号 就读学校 学籍号 | 名单须包含学生姓名、身份证号、就读学校和学籍号，一人一行
楼栋 单元 户主姓名 联系方式 宠物品种 | 请按楼栋、单元、户主姓名、联系方式、宠物品种逐户登记
name age address remarks | The columns should be name, age, address and remarks
 | 请张三、李四、王五参加会议
 | 带上身份证、户口本、照片
 | 检查锅炉、燃气、电线等情况
 | 一是排查隐患、二是建立台账、三是报送总结
"""


def table(text: str) -> list[tuple[list[str], str]]:
    pairs = (line.split("|") for line in text.strip("\n").splitlines())
    return [(wanted.split(), said.strip()) for wanted, said in pairs]


@pytest.mark.parametrize(("wanted", "said"), table(ASKED))
def test_what_is_wanted(wanted: list[str], said: str) -> None:
    asked = {one.code for one in read_notice(said, shipped_words(), TODAY).asks}
    assert sorted(asked) == sorted(wanted)


@pytest.mark.parametrize(("wanted", "said"), table(COLUMNS))
def test_columns(wanted: list[str], said: str) -> None:
    assert [one.name for one in read_notice(said, shipped_words(), TODAY).columns] == wanted
