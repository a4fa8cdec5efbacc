"""Frames of sentences with lists of columns and with lists of other things; what is weighed is learnt from them.

`{}` stands for the list, `{|}`, `{/}`, `{_}` (spaces) and `{*}` (any of them) for lists otherwise divided, `#` for how
many there are. A list of columns in any frame of COLUMN_FRAMES is one of columns; a
list of OTHER_LISTS is none in its own frames.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

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

OTHER_LISTS = r"""
重点走访{}，送上慰问品。 | 独居老人、残疾人、困难户
请做好{}的防冻工作。 | 水管、水表、太阳能
{}等单位参加。 | 民政所、司法所、派出所
检查{}是否完好。 | 灭火器、消防栓、应急灯
请带{}原件来办。 | 身份证、户口本、结婚证
报名时交{}。 | 身份证复印件、照片、申请书
演练要有{}三个环节。 | 报警、疏散、清点
活动有{}，欢迎参加。 | 舞龙、猜灯谜、写春联
{}三个村先报。 | 上湾村、柳塘村、石桥村
讲{}三个问题。 | 思想认识、工作方法、纪律要求
请各村抓好{}工作。 | 防火、防汛、防溺水
培训内容：{}。 | 政策讲解、系统操作、现场答疑
物资：{}，请派人来领。 | 口罩、消毒液、手套
严禁焚烧{}。 | 秸秆、垃圾、荒草
统计对象：{}。 | 低保户、特困户、边缘户
请报{}各一份。 | 工作总结、工作计划、经验材料
请交{}，装订成册。 | 会议记录、签到表、照片
{}要到位。 | 人员、经费、责任
由{}三人负责。 | 张明、李红、王强
清理{}，做到干净整洁。 | 楼道、屋顶、绿化带
{}都要签字。 | 书记、主任、监委会主任
含{}，不含外包人员。 | 正式工、临时工、公益岗
范围为{}。 | 沿街商铺、农贸市场、学校周边
排查{}等隐患。 | 私拉乱接、飞线充电、占道堆物
请准备{}。 | 桌椅、音响、横幅
报{}的农户，先交定金。 | 油菜籽、化肥、农膜
{}照常上班。 | 周六、周日、元旦
联系{}问清楚。 | 小王、小刘、老陈
宣传{}，入户讲清。 | 医保政策、养老政策、防诈骗知识
{}一律停工。 | 工地、矿山、码头
对{}进行检查。 | 餐饮店、小作坊、食堂
工资表、考勤表、{}月底交。 | 加班单、请假条、值班表
填写{}，盖章后交回。 | 申请表、审批表、承诺书
请上报{}的照片各一张。 | 会场、签到、授课
统计{}的人数报我。 | 在校生、辍学生、毕业生
注意{}，出门关好门窗。 | 用火、用电、用气
本次发放{}，按名单领。 | 大米、食用油、面粉
为{}办卡。 | 老年人、残疾人、退役军人
每周检查{}，有问题及时修。 | 电梯、水泵、配电房
会议研究{}等事项。 | 人事、财务、基建
请书面说明{}。 | 为什么迟报、谁负责、怎么改
工作总结写{}三部分。 | 做法、成效、打算
报告要有{}。 | 存在问题、原因分析、下步措施
总结包括{}。 | 主要做法、取得成效、存在不足
请各单位报一篇，写{}。 | 亮点、经验、体会
剩余的{}退回仓库。 | 帐篷、棉被、手电
停水影响{}。 | 东街、西街、南门巷
{}来社区领取。 | 居民证、老年卡、公交卡
各村留{}在岗。 | 书记、会计、民兵连长
收到{}请回复。 | 通知、附件、名单
抽查{}档案。 | 低保、特困、临时救助
请各校上报{}。 | 应急预案、值班安排、放假通知
走访时看{}。 | 门窗、线路、煤气
带好{}，早上7点集合。 | 手套、扫帚、水杯
报名项目有{}。 | 象棋、拔河、跳绳
安全员查{}。 | 电线、插座、煤气罐
{}的，不予受理。 | 字迹不清、缺页、没盖章
准备好{}，迎接检查。 | 台账、资料、现场
请落实{}措施。 | 封控、消杀、通风
由社区{}。 | 初审、公示、上报
按照{}的要求推进。 | 应改尽改、应拆尽拆、应清尽清
{|}\n更新台账|各村|1月26日\n汇总审核|农业中心|1月29日 | 事项、责任单位、完成时间
{|}\n1|打扫卫生|全体|周五\n2|贴春联|办公室|周四 | 序号、内容、责任人、时限
任务安排：\n{|}\n上报名单|社区|12月1日\n公示|街道|12月8日 | 任务、单位、期限
{|}\n9:00|开场|李主任\n9:10|发言|王书记 | 时间、议程、主持人
{|}\n12月1日|张明|王芳\n12月2日|李红|赵亮 | 日期、带班领导、值班人员
时间、地点、{}另行通知。 | 参加人员、会议议程
会议的{}见附件。 | 时间、地点、议程
活动{}以通知为准。 | 时间、地点
如有变动，{}会另告。 | 时间、路线、集合地点
请把文件命名为“{}”。 | 村名、日期、表名
邮件主题写{}。 | 单位、姓名、事项
照片上要有{}水印。 | 时间、地点、经纬度
来电请讲{}。 | 姓名、事由
快递请写{}。 | 收件人、电话、地址
收件人、电话、{}如下。 | 地址、邮编
群昵称改成{}。 | 网格、姓名
回复请注明{}。 | 单位、姓名
请假须说明{}。 | 事由、时间
联系人、{}见下。 | 电话、邮箱
{}保密，不得外传。 | 姓名、身份证号、住址
涉及{}的材料，打码再发。 | 身份证号、电话、住址
请勿泄露居民{}。 | 姓名、电话、住址
不得公示{}等隐私。 | 身份证号、银行卡号
公示栏只贴姓名和金额，{}不贴。 | 身份证号、电话
说明{}的，报告一式两份。 | 经过、原因、损失
汇报{}，限800字。 | 人数、进度、困难
述职讲清{}。 | 履职情况、存在问题、努力方向
听取{}汇报。 | 进度、问题、打算
各组在群里说一声{}。 | 进展、困难
书面报告写{}。 | 事发经过、处置情况、下步打算
文字材料说明{}。 | 基本情况、主要措施、取得成效
方案要明确{}。 | 目标、任务、步骤、分工
以{}为重点。 | 背街小巷、城中村、老旧小区
今年{}同比下降。 | 发案数、受理数
全县{}均达标。 | 面积、产量、单产
昨日报来的{}已收到。 | 人数、名单
{}由系统自动生成，不用填。 | 编号、时间、单位
系统会自动带出{}。 | 姓名、性别、年龄
根据{}确定补贴。 | 面积、产量、等级
按{}分三档收费。 | 面积、人口、用途
核实{}后发放。 | 身份、户籍
为核实{}，民警会入户。 | 人口、住址
奖励按{}评定。 | 数量、质量、进度
提高{}。 | 数量、质量、效率
名额按{}分配。 | 人口、面积
比一比{}。 | 进度、质量、效果
开展{}三项监测。 | 水位、雨量、墒情
{}指标列入考核。 | 接种率、建档率、随访率
请各村通知{}到镇里参加培训，明早8点。 | 会计、报账员、文书
请把{}送到镇农办，周五前。 | 土样、水样、苗样
通知\n各村：\n一、开展{}。\n二、12月10日前报总结。\n镇政府 | 自查、互查、抽查
1.对象：{}。2.时间：周五。3.地点：二楼。 | 村干部、党员、组长
请各单位报送{}，盖章后于12月4日前交。 | 总结、计划、预算
请将{}于周四前归还。 | 帐篷、桌椅、音箱
紧急！{}马上到办公室。 | 小张、小李、小陈
县里明天来查，{}都要在场。 | 书记、主任、会计
请报{}的采购计划。 | 桌椅、电脑、打印机
把{}搬到一楼。 | 柜子、桌子、档案
大家带上{}，周六劳动。 | 锄头、铁锹、手套
先把{}关好，再下班。 | 门窗、电源、水阀
请{}尽快到社区领表。 | 低保户、残疾人、独生子女户
为{}免费体检，请通知到人。 | 老年人、孕妇、儿童
{}写好后发我审。 | 通知、海报、推文
照片要有{}三张。 | 远景、近景、特写
材料按{}顺序装订。 | 封面、目录、正文
附件：{} | 统计表、填表说明、样表
附件：{}。请下载。 | 花名册、汇总表
申请时提供{}，原件复印件都要。 | 户口簿、房产证、收入证明
{}不符合的，退回重办。 | 年龄、户籍
满足{}条件的可以报名。 | 年龄、学历、户籍
招聘网格员，要求{}符合规定。 | 年龄、学历、身体
每天早晚报{}。 | 平安、体温
各村报{}名单各一份。 | 低保、五保、残疾
请推荐{}各一名。 | 先进个人、优秀组长、好媳妇
检查组看{}。 | 台账、现场、氛围
请清点{}并拍照发群。 | 沙袋、水泵、雨衣
补助分{}三类。 | 春播、夏管、秋收
小区里{}都要停用检修。 | 电梯、道闸、水泵
从{}入手，把事办好。 | 小事、实事、难事
做到{}。 | 底数清、情况明、数据准
落实{}责任制。 | 包片、包户、包人
请看{}两部片子。 | 警示片、宣传片
请上交{}。 | 手机、钥匙、工作证
请对照{}认真整改。 | 问题清单、任务清单、责任清单
报我{}人选。 | 组长、副组长、联络员
{_} 都要到场 别迟到 | 书记、主任、会计
今天 {_} 三个组 打扫 | 东片、西片、南片
各位 {_} 明天见 | 阿姨、叔叔、朋友
通知 {_} 照常开放 | 图书室、棋牌室、舞蹈房
带好 {_} 村口集合 | 铁锹、手套、雨鞋
东村 {_} 还没交 | 石桥、柳塘、后街
收集{}线索。 | 涉黑、涉赌、涉毒
宣讲{}，每村不少于一场。 | 法律、政策、典型
学习{}，写心得一篇。 | 原文、讲话、文件
请把{}的链接转到各群。 | 问卷、投票、直播
""".strip()

MORE_LISTS = """
独居老人、残疾人、困难户
水管、水表、太阳能
民政所、司法所、派出所
灭火器、消防栓、应急灯
上湾村、柳塘村、石桥村
秸秆、垃圾、荒草
低保户、特困户、边缘户
会议记录、签到表、照片
餐饮店、小作坊、食堂
在校生、辍学生、毕业生
大米、食用油、面粉
身份证、户口本、银行卡
退役军人、优抚对象、烈属
玉米、大豆、花生
网格员、楼长、志愿者
防火、防汛、防溺水
工作总结、工作计划、经验材料
主要做法、取得成效、存在不足
张明、李红、王强
楼道、屋顶、绿化带
书记、主任、会计
养老院、学校、医院
""".strip()
"""Lists of other things, which frames of columns do not turn into columns where they do not say so themselves."""

WEAK_FRAMES = """
请各村把{}#项填好，周五前交党政办。
各社区：请报一下辖区情况，{}，明天下班前给我。
把{}报给我就行。
请于12月1日前将{}报水利站。
请将{}报至县农业农村局。
包含{}。请认真核对。
请统计本村情况：{}。12月3日截止。
接县局电话，要{}，马上报。
只要{}，不要别的。
要更新台账，{}都要核一遍。
清单：{}。下周一前交。
请3天内把{}理出来。
信息包括{}，缺一项退回。
请各单位确认{}是否正确，有误的改红。
统计口径：{}。
请收集后汇总，{}，用表格发我。
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

OTHER_LISTS_EN = r"""
Visit {} before the holiday. | pensioners, disabled people, carers
Please bring {} to the counter. | your ID card, household register, two photos
Check {} before the winter. | boilers, pipes, stairwells
{} will attend. | the secretary, the director, two volunteers
Copies to {}. | Health Bureau, Civil Affairs Bureau, Police Station
The villages of {} report first. | Nanpu, Hetang, Shidu
We will talk about {}. | planning, budget, safety
The day includes {}. | a walk, a quiz, lunch
Do not burn {}. | straw, leaves, rubbish
Residents may bring {} for recycling. | glass, paper, batteries
Send the minutes, {} by Friday. | the photos, the sign-in sheet
Hand in {} together. | the application, the pledge, a photo
The team inspects {}. | restaurants, workshops, canteens
Water will be off in {}. | East Street, West Lane, South Gate
Prizes are {}. | a kettle, towels, soap
Our volunteers cleaned {}. | stairs, roofs, gardens
Please look after {}. | yourselves, your parents, your neighbours
Mr Lin, {} thank everybody. | Mrs Bell, the choir
The report covers {}. | what was done, what went wrong, what comes next
Write about {} in two pages. | results, problems, plans
Supplies: {}. Come and fetch them. | masks, gloves, soap
The rooms are open on {}. | Monday, Wednesday, Friday
Open to {}. | children, parents, grandparents
We thank {} for their help. | the school, the clinic, the fire brigade
It is about {}. | health, safety, peace of mind
Put posters up in {}. | lifts, halls, bus stops
Pay by {}. | cash, card, phone
Training for {} is on Tuesday. | wardens, drivers, cooks
Street lamps, {} were repaired. | benches, railings, drains
Stop {} near the pond. | fishing, swimming, camping
The notice must hang at {}. | the gate, the lift, the notice board
{|}\nclean the hall|all|Friday\nhang lanterns|office|Thursday | task, who, when
{|}\n9:00|opening|Mr Li\n9:10|talk|Ms Wang | time, item, speaker
The meeting's {} will follow. | time, place, agenda
Do not publish {}. | names, phone numbers, addresses
Name the file with {}. | village, date
Sort by {}. | size, weight, colour
The prize depends on {}. | quality, speed, cost
{} have all improved. | attendance, results, mood
Applicants need {} as proof. | a contract, a bill, a certificate
Please keep {} ready for the visit. | files, keys, tea
""".strip()

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
