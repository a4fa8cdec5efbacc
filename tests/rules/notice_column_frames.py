"""Lists of columns, and frames of sentences in which any of them is one; `{}` stands for the list."""

from __future__ import annotations

COLUMN_LISTS = """
姓名、性别、年龄、住址
姓名、电话、门牌号
户主、人口数、耕地面积、种植作物
店名、经营者、电话、许可证到期日
井盖位置、材质、破损程度
车牌、车主、停放楼栋
犬主、犬种、免疫证号
树种、树龄、管护人、长势
渠段、长度、淤积程度、清淤单位
学生姓名、学校、年级、监护人、家长手机
房东、承租人、租期、租住人数
点位编号、经度、纬度、责任人
企业名、法人、用工人数、缺工岗位
泵站名、装机容量、建成年份、完好程度
老人姓名、失能等级、照护人、探访日期
商铺号、灭火器数量、烟感有无
路灯杆号、故障现象、报修日期
姓名、原单位、安置地、银行卡号
电梯编号、维保单位、上次检验日期
合作社名称、带动户数、年产值、主打产品
宗教场所、负责人、常来人数、消防设施
伤亡畜禽种类、头数、死因、无害化方式
出租屋地址、房间数、逃生窗
班次、带班人、到岗时间、离岗时间
投诉人、事项、办结日、满意度
桥名、跨径、荷载、病害描述
水表号、上月读数、本月读数
塘名、蓄水量、巡查人、险情
项目名称、资金来源、到位资金、支出进度
工友姓名、工种、欠薪月数、欠薪金额
孕妇姓名、孕周、建册医院
病人姓名、服药情况、末次随访时间
充电桩数、品牌、功率
活动名称、举办日、到场人数、经费
书名、册数、借出数
新党员姓名、介绍人、转正日期
灾害点名称、威胁户数、转移路线、监测员
楼栋、已签户数、未签户数、未签原因
垃圾点位、清运频次、承包人
药品名、批号、有效期
应到人数、实到人数、缺席原因
姓名、特长、可服务时段
姓名、参军年月、退役年月、优待证号
摊位号、摊主、经营品种
住户、漏水部位、联系手机
厂名、排污口位置、排放去向
旱厕数、已改数、未改原因
机型、台数、机手
借用人、用途、归还日
票种、数量、领取人
姓名、手机、衣服尺码
姓名、身份证号、开户银行
姓名、困难情况
户名、户号
车次、到站时间
姓名、事迹
用户名、表号、欠费金额
地块、面积、流转对象
名称、地址、法定代表人、注册资本、主管部门
片区、应检数、已检数、检出问题数
已接种数、未接种数、接种率
养殖户、存栏、出栏、补栏计划
总户数、常住人口、外出人口、低保户数
受灾面积、倒房间数、转移人口、直接损失
新增就业数、失业人数、空岗数
村名、带头人、产业、收入
门店、主体资格、是否亮照、有无明厨亮灶
老师姓名、任教科目、教龄
骑手姓名、平台、车号
空置房数、拟招租价、房屋朝向
河段、漂浮物、处理方式
姓名、与户主关系、是否在册
名称、产权、年租金、到期日
频次、路线、带队人
班次、人员、车辆
品名、单价、产地、保质期
债权、债务、净资产
新增、减少、结存
入库、出库、库存
男、女、合计
树苗、株数、成活率
点位、朝向、像素、能否联网
门店、房东、是否转租
工序、用时、负责人
题目、作者、字数
窗口、叫号数、平均等候
厕位、蹲位、坐便、无障碍
机构、床位、护工、入住率
险种、保费、受益人
航次、船名、载客
菌种、棚数、出菇期
蜂箱数、蜜源、去年产量
票号、金额、开票方
案由、当事人、调解员、是否成功
上访人、诉求、包案领导、化解进度
标段、施工方、监理、工期
厂房、层高、承重、租价
宅基地、权证、实测
河长、巡河次数、发现问题、整改完成
古井、井深、水质、使用情况
文物点、年代、看护员、补助
祠堂、姓氏、修缮年份
家庭、藏书、读书人
队名、领队、人数、服装
节目、形式、时长、演员
奖项、获奖人、颁奖单位
课程、讲师、课时
桌号、客人、忌口
床号、病员、陪护
屋主、危险等级、是否搬离
坡面、裂缝、雨后变化
管径、管材、漏点
变压器、台区、负载率
光伏板、装机、并网日
网点、快递量、派件员
宠物、芯片、是否绝育
病虫、发生面积、防治面积、用药
渔船、马力、船东
牛、羊、猪
一季度、二季度、三季度
早稻、中稻、晚稻
党员、预备党员、积极分子
起点、终点、里程
甲方、乙方、合同期
原值、折旧、净值
采样时间、采样点、余氯
体温、血压、血糖
父亲、母亲、联系方式
籍贯、何时迁入、租住何处
谁去、几人、坐什么车
缺什么、缺多少、谁来领
哪家、几口人、缺粮几个月
时间、地点、起因、伤亡
事由、经手、审批、报销额
发放人、领取人、日期、签收
上级文号、来文单位、收文日
微信号、常用邮箱、紧急联络人
孩子名、几岁、对什么过敏
老伴情况、子女电话、备用钥匙在谁处
退伍时间、伤残等级、享受待遇
楼门、单元长、响应户
空调、热水器、燃气灶
作业人、证书号、复审期
客源地、停留天数、消费
主播、账号、粉丝数、带货额
志愿者编号、服务时长、星级
企业、参保人数、欠费月数
贷款户、放款行、余额、到期
路段、坑槽、修补方
校车号、司机、随车员、核载
瓶号、充装站、检验期
井号、开孔、盖板
名字、属相、愿望
""".strip()

COLUMN_FRAMES = r"""
请各村把{}#项填好，周五前交党政办。
各社区：请报一下辖区情况，{}，明天下班前给我。
把{}报给我就行。
名单要{}，别漏。
只登#样，{}，别的不要。
一人一行，{}，周三中午前发群里。
一户一行，写{}，本周内发回。
表已经发到各位手上，要补的是：{}。请于月底交所里。
核实内容。{}。
二、登记内容。{}。
三、采集项目：{}。
请统计本村情况：{}。12月3日截止。
{}，#个数，今晚报上来。
就报#个数：{}。
每月5号把{}#列导出来给我。
请把{}写在纸上带过来。
各组长逐户问清{}，记在本子上。
登记簿上要记{}，检查时要看。
在《走访记录本》上逐次记录{}，由社区保管。
《摸底表》里{}#栏必须逐户填。
表中“{}”#栏不得空着。
填清{}就行，照片不用附。
系统今天关网，{}，没录的赶紧录。——县人社局
我局要掌握全县情况，请社区提供{}，于12月8日前反馈。
要更新台账，{}都要核一遍。
麻烦按{}的顺序排好发我。
摸底结果（{}）一并报回。
请收集后汇总，{}，用表格发我。
老登记表作废，重新填，{}，11月30日前。
人有变动的重报，{}，没变的不用报。
备案表写明{}，报派出所备案。
请于12月1日前将{}报水利站。
请将{}报至县农业农村局。
没装的登记{}，装了的不用。
清单：{}。下周一前交。
每周五报一次，{}，一直报到年底。
内容：{}。
内容是{}，格式自拟。
信息包括{}，缺一项退回。
包含{}。请认真核对。
填{}，没有的写无。
注明{}，谢谢。
以上人员的{}请在明天前补全。
各家{}请网格员上门抄下来，周日发我。
表格#栏，{}，后天收。
{}#栏，7月24日前给我们，谢谢。
{}#项，填完发回。
{}这几项先空着的，今天补上。
统计口径：{}。
名册请附{}，盖章后交来。
这次一共采#项，{}。
登记时请分{}来写。
电话里口头报也行，说清{}。
只要{}，不要别的。
报我{}即可，不用做表。
@各网格员 收集一下{}，晚8点前私信我。
街道要数据！{}，下午3点前报。
供电所托社区统计，{}，越快越好。
新增的写上{}，减少的注明原因。
要点：{}，其他不用写。
群里接龙，{}，今晚十点止。
汇总表请含{}。
按户报{}，逾期算没有。
周四前回我：{}。
各楼栋长请报{}，由物业汇总。
请补录{}，录完截图。
每人一条：{}。
在表上填{}，签字交回。
社区先排，排出来的报{}。
发现的，登记{}，月底交安监站。
文体站收报名，报名要写{}。
请各单位确认{}是否正确，有误的改红。
今年起改用新表，新表列{}。
附表的{}各栏按实填。
接县局电话，要{}，马上报。
小区门口贴表，住户自填{}。
请核对贵村名单中的{}，改好退我。
请3天内把{}理出来。
名单报我，写清{}，周四前。
表头：{*}。请于12月5日前填好。
{*}
请按下列栏目填：{*}。
登记表（{*}）周五交。
花名册含{*}，电子版发邮箱。
列：{*}，12月2日前。
应急办收集：{*}。
{*}\n以上#项今晚填完。
{*}\n上湾村\n柳塘村\n请在自己那行填，明天收。
统计表\n{*}\n周三前发回。
要填的有：{*}。
报名请发：{*}，短信即可。
字段：{*}
汇总模板如下\n{*}\n各社区12月1日前传回。
收一下大家的{}，做通讯录用。
请民兵连长把应征青年的{}报武装部。
把{}理一理，下周一带来对账。
请将辖区{}等情况于周四前反馈。
请报送{}等信息。
{}等基本信息请如实填写。
村里要建档，{}一个不能少。
物业把住户{}交给社区。
用手机拍不清的，写{}。
保险公司要{}，理赔用。
村医对{}逐项核。
一事一行，{}，写清楚。
一图斑一条，{}，本周传回。
一店一行：{}。
每台一行，{}。
系统里缺{}，请补。
登记好{}后锁车。
新表比老表多了{}#栏。
表格很简单，就{}。
只问#件事：{}。
每户留下{}，方便联系。
请查{}有没有填错。
把各自负责片区的{}报上来，周日晚汇总。
数据要{}分开报。
请提供本单位{}，我们统一造册。
请各村统计春耕情况，{}#项，3月1日前报农办。
寄表时附{}。
周报只填{}，不写文字。
今天要报的数：{}。
{}，各村分别是多少？中午前回我。
请问你们村{}？12点前告诉我。
关于开展摸底的通知\n各村：\n一、范围。全村常住户。\n二、内容。{}。\n三、要求。12月10日前报镇农办。\n镇政府
通知\n各社区居委会：\n请组织网格员入户，登记{}，汇总后于11月30日前盖章报送。\n区民政局
请各单位12月4日前报送《统计表》，表内须列{}，一式两份盖章。
1.对象：在册人员。2.登记{}。3.时限：本周五。
老规矩，每季度末报一回，{}，报到财政所邮箱。
紧急！{}，一个小时内报我，别打电话。
各位书记：县里明天来查，台账上{}必须齐。
住建局要老旧小区底子，{}，照实填，周五收。
残联发来的表打不开的，直接回复{}，我替你填。
填表说明：{}为必填，其余选填。
上次漏了{}，请补上再发一次。
表改了，去掉性别，加上{}。
为方便联系，请留{}。
本月20日前，各片长把自己片的{}交我，我总装。
村会计在账上列清{}，镇里来对。
采集用手机小程序，{}逐项点选。
张贴的公示须载明{}。
签到表设{}#栏。
报名链接里填{}就算成功。
请提供{}各是多少，便于测算。
上报时{}缺一不可。
这张表我只看#样：{}。
照上回的样子来，{}，一条一行。
下面的接龙格式：{}。大家照着来。
（{}）请补全后发回。
请各村核对（{}），有错改过来。
居民小组长统计好{}，打包发社区邮箱。
统计截止日11月底，{}，12月3日前报统计站。
请把今年的{}和去年的放一起报。
派出所让补人口信息，{}，今天录完。
@全体 年底盘点：{}，各库管周四交。
物资盘点表写{}，每季末一次。
新来的同志请到办公室登记{}。
安装申请里请说明{}，以便排期。
逐台登记{}并拍照。
一、{}。二、以上周五前报。
医保办发函要求补充{}，请各村于8日前回复。
回函内容：{}。
需要掌握：{}。
重点了解{}，形成一张表。
{}请逐项核实后填写。
把{}做成表格，打印出来贴墙上。
{}，按村汇总，镇里8号要。
{}写在一张纸上就行，明早给我。
各村{}，我下午统一录。
请在备注前加#列：{}。
台账更新，每户补{}。
我要做个表，大家报下{}。
问一下大家{}，回复我即可。
麻烦发下{}，急用。
先把{}记下来，回头再录系统。
宣传部征集线索，须附{}。
请报名者提供{}。
村里红白事登记{}，月底送民政所。
独居老人台账（{}）请于周五前报社事办。
残疾人花名册（{}）12月1日前报残联。
低保户信息表（{}），请核对后报民政局。
留守儿童名单（{*}）报妇联。
居民小组长通讯录（{}）发办公室。
老党员慰问名单（{}）报党建办。
退役军人登记册（{}）月底前交服务站。
请报养老机构情况表（{}），盖章。
把困难户汇总表（{*}）发社会事务办。
特困人员统计，含{}，12月8日前报。
妇女干部名册，列{}，报妇联。
居家老人探访记录：{}，每周交社事办。
事故隐患台账（含{}）报安办。
辖区事实孤儿摸底，按{}填好送民政办。
居民需求调查表内有{}，请逐户问。
两癌筛查对象登记表（{}）交卫健局。
请各村把青年人才库（{}）报团委。
未成年人走访表（{}），9月底前报关工委。
请社区将辖区个体户清单（{*}）报市监所。
办事指南收集表（{}）报政务办。
人员信息（{}）请核实后回传。
在外人才信息：{}，请报组织部。
事项清单（{}）由各科填好，报办公室。
村干部请填好信息卡（{}）交老李。
要 {_} 周五前发群里
各社区 摸一遍 一店一行 {_} 一次性的 4月前交
安监站：台账 每季盘一次 {_} 明天截止
工资表 每月8号交\n{_}\n外聘的单独一张
下面没交的抓紧，护河记录，{_}\n东村 没交\n西村 交了
表里 {_}\n本月底督查
@各村 文书 年报 表式没变 报 {_}，1月5号前 邮件给经发办
一户一行 {_} 手写也行
接龙 {_} 今晚八点截止
""".strip()


COLUMN_LISTS_EN = """
name, age, address
name, phone, flat
full name, ID number, bank account
house number, head of household, persons, land area
shop, owner, phone, licence expiry
dog owner, breed, vaccination number
tree, girth, keeper, condition
lamp post, fault, date reported
pupil, school, grade, guardian, guardian's phone
landlord, tenant, rent, move-in date
site, longitude, latitude, keeper
company, employees, vacancies
patient, medication, last visit
lift, contractor, last inspection
channel, length, silt depth
stall, goods, trader
room, occupants, smoke alarm
case, complainant, outcome
item, quantity, unit price, supplier
date, hours, volunteers
bus, driver, seats
well, depth, water quality
plot, crop, yield
building, signed, unsigned
barrel, size, last emptied
event, audience, cost
position, post holder, mobile
household, problem, help wanted
hydrant, pressure, leaks
medicine, batch, expiry date
worker, trade, months unpaid, amount owed
veteran, unit served, card number
bridge, span, load limit
pond, level, watchman
book, borrower, due back
names, phone numbers
name, signature
time, place, number present
course, teacher, room
vehicle plate, parking space
species, nests, observer
donor, blood group
bed, resident, carer
project, budget, spent, left
path, metres, cost
route, walker, findings
nurse, shift, ward
new cases, closed cases, open cases
births, deaths, arrivals, departures
meter number, reading, date read
""".strip()

COLUMN_FRAMES_EN = r"""
Please fill in the sheet ({}) by Friday.
Send us the list of tenants ({}) by 4 December.
The register lists {}.
The return shows {} for every village.
The tally ({}) goes to the Health Bureau on the 5th of each month.
We need {} for each household.
Columns: {}.
Columns are {}; nothing else.
Please list {} for every case and send it back by noon.
Could you send me the {} of your group leaders by Thursday?
One line per person: {}.
One row for each shop with {}.
The summary ({}) is due on 10 December.
Give {} only.
Record {} in the book at the gate every evening.
Note down {} and hand the page to Mrs Bell.
The form asks for {}.
Fields to fill: {}.
Three things are wanted: {}.
Please report {} by e-mail before Monday.
Write {} on the card.
Tell us {} by 3 p.m.
The template has {}.
Heads of the table: {}.
Check {} on last year's list and correct what is wrong.
Please complete the attached table with {}.
Survey of old houses. Needed: {}. Deadline 9 December.
Households who want to move, please give {}.
Each entry must have {}.
What we want to know: {}.
Statistics Office: figures for the quarter, {}, by the 8th.
The log should show {}.
Reply with {}.
Add {} to the sheet and return it.
Names (with {}) to the Civil Affairs Bureau by 2 December.
Names of those who come ({}) by Wednesday.
Communities: send entries ({}) by 13 November.
A spreadsheet is attached; please enter {} and send it back.
Send the attendance sheet ({/}) on the 15th.
The old form is no longer valid. The new one has {}.
Enter {} in the system by tonight.
Please collect {} from every stairwell and bring them on Friday.
I am drawing up the rota and still lack {}. Can you send them today?
Each week: {} to the township office.
Format: {}.
{*}
By Friday please:\n{*}
Return the following: {*}.
Table\n{*}\nBack by Monday.
""".strip()
