"""Frames of sentences with lists of columns and with lists of other things; what is weighed is learnt from them.

`{}` stands for the list, `{|}`, `{/}`, `{_}` (spaces) and `{*}` (any of them) for lists otherwise divided, `#` for how
many there are. A list of columns in any frame of COLUMN_FRAMES is one of columns; a
list of OTHER_LISTS is none in its own frames.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from tests.rules.notice_column_frames import COLUMN_FRAMES, COLUMN_FRAMES_EN, COLUMN_LISTS, COLUMN_LISTS_EN
from tests.rules.notice_other_lists import MORE_LISTS, NO_COLUMNS, OTHER_LISTS, OTHER_LISTS_EN, WEAK_FRAMES

LISTED = r"""
房东姓名, 电话, 租客人数, 是否签订消防安全承诺书 | 请各社区排查出租房，填写出租房登记表（房东姓名、电话、租客人数、是否签订消防安全承诺书），11月28日前报派出所。
犬主姓名, 住址, 品种, 是否已签订文明养犬承诺书 | 请报送养犬登记表（犬主姓名、住址、品种、是否已签订文明养犬承诺书）。
编号, 楼栋, 户数, 联系人 | 请各社区报送加装电梯清单，表格四列：编号、楼栋、户数、联系人
病人姓名, 诊断, 服药情况, 监护人 | 严重精神障碍患者随访登记（病人姓名、诊断、服药情况、监护人）请周五前报卫健办
井盖编号, 位置, 权属单位, 破损情况 | 井盖排查，按井盖编号、位置、权属单位、破损情况登记造册
姓名, 出生年月, 毕业院校, 就业意向 | 高校毕业生台账，需登记：姓名、出生年月、毕业院校、就业意向，30日前
店名, 经营者, 营业执照号, 是否安装烟感 | 表内填店名，经营者，营业执照号，是否安装烟感，周四交
车牌号, 车主, 停放位置, 停放时长 | 僵尸车摸底表：\n车牌号\n车主\n停放位置\n停放时长\n12月3日前报
犬主, 住址, 犬种, 免疫日期 | 养犬登记 犬主|住址|犬种|免疫日期 本周五
犬主, 住址, 犬种, 免疫日期 | 犬主\t住址\t犬种\t免疫日期\n以上请填好发群
户主, 宅基地面积, 建筑层数, 审批文号 | 各村农房台账（含户主、宅基地面积、建筑层数、审批文号等）12月5日前报自然资源所
灭火器型号, 数量, 有效期, 存放位置 | ①灭火器型号 ②数量 ③有效期 ④存放位置，四项缺一不可
姓名, 手机, 车牌 | 报名字段只有姓名、手机、车牌，填完发我
姓名, 电话, 地址 | 要三样东西：姓名、电话、地址
姓名, 性别, 年龄 | 名单要写姓名性别年龄
项目名称, 总投资, 开工时间, 形象进度 | 项目调度表（项目名称／总投资／开工时间／形象进度）每月25日报发改局
树种, 胸径, 树高, 位置 | 古树名木普查：填写树种、胸径、树高和位置
楼栋号, 应接种人数, 已接种人数, 未接种原因 | 疫苗接种统计表，列有楼栋号、应接种人数、已接种人数、未接种原因
姓名, 身份证号, 开户行, 账号 | 补贴发放花名册里要有姓名、身份证号、开户行、账号，少一样都退回
隐患点, 威胁户数, 责任人, 撤离路线 | 防汛点位清单——隐患点、威胁户数、责任人、撤离路线——明天中午前报水利局
姓名, 联系电话 | 志愿者名单（姓名、联系电话）周三前
会员姓名, 入会时间 | 表头就两个：会员姓名、入会时间
序号, 姓名, 身份证号, 手机号, 备注 | 表格如下，请填：\n序号  姓名  身份证号  手机号  备注
household number, people, dogs, vaccinated | Dog register: please complete the sheet (household number, people, dogs, vaccinated) by Friday.
name, date of birth, doctor, last visit | Send the list of diabetes patients. Columns: name, date of birth, doctor, last visit
shop, owner, licence number, extinguishers | The spreadsheet has four columns: shop, owner, licence number and extinguishers.
stairwell, lamp type, fault, date reported | Lamps: stairwell | lamp type | fault | date reported. Return by 4 pm.
applicant, flat, reason, date | Fill in applicant, flat, reason and date for each request.
tree species, girth, height, keeper | Old trees: one line per tree giving tree species, girth, height and keeper
block, unit, owner, remarks | Columns needed: block; unit; owner; remarks
name, phone, address | One column each for name, phone and address.
name, phone, address | Please return a sheet with these columns:\n- name\n- phone\n- address\nby Friday
stall number, goods, owner, contact | Market stalls table.\nstall number, goods, owner, contact\nDue 3 December.
name, age, carer, last visit | The register has four headings - name, age, carer, last visit - and goes back on Tuesday.
lift number, building, last inspection, company | Lifts: (1) lift number (2) building (3) last inspection (4) company. By noon.
road, length, damage, cost | Fields = road, length, damage, cost
well, depth, water level, user | Please list every well: well, depth, water level, user.
name, school, grade, guardian | Children out of school - send name, school, grade and guardian for each.
crop, area, loss, cause | Hail damage list by 5 pm (crop / area / loss / cause)
name, post, phone | On the duty table put name, post and phone.
site, area, owner, use | In the sheet: site, area, owner, use. Return it by Monday.
"""


def unfolded(line: str) -> tuple[str, tuple[str, ...]]:
    """The text of a line of LISTED and its columns."""
    wanted, _, said = line.partition(" | ")
    return said.replace(r"\n", "\n").replace(r"\t", "\t"), tuple(wanted.split(", "))


def column_lines(seed: int = 7, times: int = 3) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Texts with the columns that are to be read from each."""
    yield from map(unfolded, LISTED.strip().splitlines())
    yield from ((text, ()) for text in NO_COLUMNS.strip().splitlines())
    order = random.Random(seed)
    yield from _framed(COLUMN_FRAMES, COLUMN_LISTS, "、", times, order)
    yield from ((text, ()) for text, _ in _framed(WEAK_FRAMES, MORE_LISTS, "、", times, order))
    yield from _framed(COLUMN_FRAMES_EN, COLUMN_LISTS_EN, ", ", times, order)
    for lines, mark in ((OTHER_LISTS, "、"), (OTHER_LISTS_EN, ", ")):
        for line in lines.splitlines():
            frame, _, listed = line.partition(" | ")
            yield _put(frame, listed.split(mark), mark, order), ()


def _framed(
    frames: str, lists: str, mark: str, times: int, order: random.Random
) -> Iterator[tuple[str, tuple[str, ...]]]:
    names = [line.split(mark) for line in lists.splitlines()]
    for frame in frames.splitlines():
        for some in order.sample(names, times):
            capitals = mark == ", " and order.random() < 0.2
            put = [name[:1].upper() + name[1:] if capitals else name for name in some]
            yield _put(frame, put, mark, order), tuple(put)


_SIGNS = ("，", "|", "/", "；", "  ", "\t", "->")
_SIGNS_EN = (", ", " | ", "; ", " / ", "\t", "\n")


def _put(frame: str, names: Sequence[str], mark: str, order: random.Random) -> str:
    frame = frame.replace("\\n", "\n")
    if mark == "、":
        number = order.choice((str(len(names)), "零一两三四五六七八"[len(names)]))
        frame = frame.replace("#", number)
        joint = "和" if len(names) == 2 else order.choice("、、、和及")
    else:
        joint = " and " if len(names) == 2 else order.choice((", ", " and ", ", and "))
    frame = frame.replace("{}", f"{mark.join(names[:-1])}{joint}{names[-1]}")
    signs = _SIGNS if mark == "、" else _SIGNS_EN
    frame = frame.replace("{_}", " ".join(names))
    return (
        frame.replace("{|}", "|".join(names))
        .replace("{/}", " / ".join(names))
        .replace("{*}", order.choice(signs).join(names))
    )
