"""Lists that are none of columns: in frames of their own, in frames that leave it open, and in whole lines."""

from __future__ import annotations

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
