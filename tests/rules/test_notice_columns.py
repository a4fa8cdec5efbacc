"""The columns that a notice names, in the many ways people list them: own examples."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick import shipped_words
from mingbai.rules.notice import read_notice

TODAY = date(2026, 11, 24)

LISTED = r"""
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

NO_COLUMNS = """
请各网格重点走访独居老人、残疾人、低保户、困境儿童（含留守儿童、孤儿、单亲儿童）
重点人群台账（独居老人、残疾人、困境儿童、精神障碍患者）请更新
排查内容：消防通道、用电安全、燃气软管、电动车充电
参会人员：网格员、调解员、护林员、楼栋长
抄送：县委办、县政府办、县纪委、县财政局
名单（张伟、李静、王芳）见群
请带身份证、户口本、结婚证原件
统计范围：南浦村、禾塘村、石渡村、栗坪村
一、统一思想 二、落实责任 三、加强宣传 四、严格督查
请报送以下材料：申请书、身份证复印件、户口本复印件、收入证明
水费、电费、燃气费统计表请于周五报
检查项目包括灭火器、消火栓、疏散通道、应急照明
附件：1.统计表 2.汇总表 3.承诺书 4.名单
慰问对象：老党员、老干部、退役军人、军属
本次培训内容：政策解读、系统操作、案例分析、答疑
时间：周三上午9点，地点：三楼会议室，参加人员：全体社工
请做好人员、物资、车辆、资金等保障
请填写表1、表2、表3，并于周五上报
农业、工业、服务业分别由三个科室统计
报名请联系小李，电话12345，地址人民路3号，时间周一至周五
登记（南浦3户、禾塘2户、石渡1户）已完成
联系人：王丽；电话：2215501；邮箱：a@b.cn
收到请回复，注明单位、姓名
学习党章、党规、条例等内容
Please bring your ID card, household register and two photos.
The list of villages (Nanpu, Hetang, Shidu) is attached.
Visit pensioners, disabled people, carers and single parents with gifts, letters and fruit.
Check boilers, lifts, stairwells and fire doors before the inspection.
The meeting covers planning, budget, safety and health.
Copy to: Civil Affairs Bureau, Health Bureau, Finance Bureau
We thank the secretary, the volunteers, the school and the hospital for their support.
The form (in Word, not PDF) must be returned to the office.
"""


@pytest.mark.parametrize("line", LISTED.strip("\n").splitlines())
def test_columns_are_read(line: str) -> None:
    wanted, _, said = line.partition(" | ")
    text = said.replace(r"\n", "\n").replace(r"\t", "\t")
    found = read_notice(text, shipped_words(), TODAY).columns
    assert [one.name for one in found] == wanted.split(", ")
    assert [text[one.start : one.end] for one in found] == wanted.split(", ")


@pytest.mark.parametrize("text", NO_COLUMNS.strip("\n").splitlines())
def test_people_places_papers_and_deeds_are_no_columns(text: str) -> None:
    assert read_notice(text, shipped_words(), TODAY).columns == ()
