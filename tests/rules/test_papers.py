"""Columns as people name them in passing: own examples that hold what was reached."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import read_notice

TODAY = date(2026, 11, 24)

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


@pytest.mark.parametrize(("wanted", "said"), table(COLUMNS))
def test_columns(wanted: list[str], said: str) -> None:
    assert [one.name for one in read_notice(said, shipped_words(), TODAY).columns] == wanted
