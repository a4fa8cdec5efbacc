"""What a notice asks for beside its matter, in the many ways it is said in passing: own examples."""

from __future__ import annotations

ASKED = """
photo | 街道：河道保洁前后各拍一张发群里，周五前
photo | 应急局要求每次演练留影像，存档一年
photo | 网格员巡楼随手拍，每天不少于两张
photo | 宣传栏更换完毕后拍照回传
photo | 爱卫办：除四害投药，现场图每周一发我
photo | 城管局：门前三包签约要有图，没图不算
photo | 供电所装表，麻烦社区书记在现场照几张相，明天给我
photo | 禁毒办：踏查完把图片传到邮箱，11月30日前
photo | 住建局说楼道清完了录个视频传上来
photo | 文旅局：春联下乡活动九张图发工作群
photo | 森防值守，上岗自拍一张发群
photo | 垃圾分类督导员每天两次发实时位置照
photo | 检查消火栓，逐个拍下来
photo | Please send before-and-after pictures of the cleared stairwells by Thursday.
photo | Every patrol: one time-stamped picture to the group.
photo | The bureau wants a short video of the drill by Monday.
photo | We still need pictures of the new notice board from three villages.
photo | 民政局：助餐点门头照、后厨照各1张，周三中午前
photo | 慰问金发放现场要留照片备查
form | 民政办：困境儿童变动情况表，没有变动也要零报告，25日前
form | 请各村把会计姓名电话发我
form | 计生协：换届候选人推荐表两天内交
form | 食堂就餐人数今天下午报
form | 司法所要矛盾纠纷台账，周四下班前
form | 统计局：投资项目入库表盖章扫描后发邮箱
form | 工会：会员信息采集，扫码填，周五截止
form | 税务所：出租房屋清单，三日内
form | 请在共享文档里登记本村光伏户
form | 水利站：水库巡查员报个名单
form | 残联：辅具需求摸个底，明天告诉我
form | 请汇总各网格空挂户，周一给我电子版
form | 供销社：农资需求表后天收
form | The health bureau needs the vaccination figures by Friday noon.
form | Please return the attached questionnaire by 3 December.
form | Fill in the shared sheet with the vacant shops before Wednesday.
form | 回执请于周三前反馈
log_book | 文物看护员巡查要有记录，记录簿放在现场备查
log_book | 冷链食品索证索票登记簿天天记
log_book | 消防：微型消防站训练记录要完整，抽查
log_book | 村卫生室消毒记录本别断，疾控会来看
log_book | 养老服务站建一本探访台账
log_book | 食品添加剂使用台账专人记录
log_book | 森防卡口实行登记制度，进山人员逐一登记在册
log_book | Keep a daily log of the pumps.
log_book | Each grid keeps a visitor book at the office.
log_book | The cooling room diary must be filled in every day.
log_book | 河长巡河日志请补齐到11月
log_book | 应急物资出入库要立账，一笔一记
pledge | 消防：沿街门店安全责任书请逐户签好收回，月底交
pledge | 教体局：防溺水承诺书家长签字后由村里存档
pledge | 移风易俗，党员干部都要签承诺
pledge | 禁种铲毒责任书一户不漏
pledge | 目标管理责任书下周一统一签，书记带章
pledge | 信访局：包案领导要递交保证书
pledge | Every village head signs the fire safety undertaking by Friday.
pledge | Return the signed letter of commitment by 5 December.
pledge | 平安建设责任状已印好，来镇里签
pledge | 燃气安全告知承诺书，签字回收率100%
report | 农办：三资清理写个说明，周四报
report | 请各村简要说下换届筹备到哪一步了，文字版，明早
report | 宪法宣传周做了什么，写几句发我
report | 经管站要半年小结
report | 督查室：问题整改到什么程度，书面回复，26日前
report | 团委：五四评选事迹材料1500字
report | 妇联征集家风故事，每村一篇，10日前交
report | 综治中心：请就12月1日打架一事写经过
report | 环保督察反馈问题整改方案12月8日前报
report | The bureau asks for a one-page account of the flood drill by Monday.
report | Send us a few sentences on how the street market went.
report | Please explain in writing why the pump failed.
report | 述职稿周五交党建办
report | 卫健局：家医签约工作打算，一页纸
app | 数据局：请各位网格员装“浙里办”，没装的今天装好
app | 各村干部下载学习平台，实名注册
app | 人社局：“就业通”注册，村干部带头
app | Every village cadre installs the “Safe Home” app this week.
app | 关注“清廉镇”公众号，全体村干部
app | 医保局：电子医保凭证激活，村里推一下，目标九成
app | 社工手机端更新到最新版，不更新登不上
group | 新来的社工扫码进“网格调度”群
group | 请把你们村的老师拉到助学群
group | 请各村会计进财务群，改好备注
group | Please join the WeChat group for the census.
group | 每个楼栋拉一个居民群，楼栋长做群主
group | 12月起改用新群，二维码在下面，今天都进来
meeting | 镇里周四开环境整治现场会，书记去
meeting | 农业局：明天两点半在三楼碰一下，带上数据
meeting | 妇联执委会12月3日上午开，主席参加
meeting | 安全例会改为周三下午3点
meeting | 请村会计周五来镇里培训，9点
meeting | The census briefing is on Tuesday at 2 pm; one person from each village.
meeting | 组织部：周三下午两点，书记述职，二楼大会议室
meeting | 12月2日下午3:00在党群中心召开居民议事协商会，民政局派员旁听
plaque | 民政局：四点半课堂的牌子领回去挂上
plaque | 卫生健康局：家庭医生公示牌统一上墙
plaque | 党群服务站标识要换新的，样式见附件
plaque | The sign “Red Home” is to be fixed at the entrance by Friday.
plaque | 科协：科普驿站揭牌，牌子由你们装
plaque | 统战部：侨胞之家挂牌，12月5日前挂好
ranking | 请各村12月5日前报困难户名单，逾期通报排名。
photo ranking | 每处拍照留痕，逾期通报排名
ranking | 完成情况通报排名，请各社区抓紧
ranking | 迟报的通报排名
photo ranking | 每户拍照留痕，进度通报排名。
ranking | 信访办：各村化解率每月排队通报
ranking | 公共卫生项目每季度考核，倒数两名书记表态发言
ranking | 12345满意率末三位的社区约谈
ranking | 按完成率高低公布
ranking | 医保征缴进度每天晒，落后的点名
ranking | The five slowest villages will be named at the meeting.
ranking | Scores will be compared and the top three praised.
ranking | 清洁村庄打分，月底亮红黄牌
ranking | 秸秆禁烧实行村村比、月月评，评比结果张榜
vote | 文明办：最美家庭网络投票，大家每天投一次
vote | 请各村发动群众给“最美乡村”投票
vote | 县融媒体公众号文章点个赞点个在看
vote | Please like and forward the short film.
vote | All staff are asked to vote for our village online every day.
copies | 合同一式五份盖章
copies | 申报书纸质两份、电子一份
copies | 户口本复印件每人三份
copies | Two signed copies to the office by Friday.
copies | 协议书双方各执一份，另交一份给司法所，共三份
copies | 纸质版和电子版一起报
copies | 材料装订成册，三本
quota | 养老保险参保率不低于95%
quota | 志愿者注册，每社区完成200人
quota | 每村认购扶贫苹果10箱
quota | 献血任务：南浦5人、禾塘4人
quota | 每个支部发展3名积极分子
quota | Each community must recruit at least 20 volunteers.
quota | 秋粮收购任务300吨，请落实到户
quota | 城乡居民医保征缴要到九成五
veto | 发生一起火情，年终考核一票否决
check_in | 村干部上班用钉钉打卡
check_in | 护林员每日上线巡护不少于6小时，轨迹要够
check_in | Grid workers must clock in with the phone each morning.
check_in | 驻村工作队每天定位签到
"""

NOTHING = """
12月4日国家宪法日，法院在广场摆摊，居民可咨询
收到各村上报的名单，感谢配合，县局已汇总
关于表彰2025年度先进集体的决定：张榜公布，请各村知晓
本周停水通知：12月2日8时至18时，请转告居民储水
自来水公司：12月起水表更换，由施工队上门，社区配合
派出所提醒：近期冒充客服诈骗多发，不要点击陌生链接，不要下载不明APP
县里下月举行广场舞比赛，前三名有奖品，各村自愿报名
民政局已将低保名单公示，公示期7天，如有异议请来电
环保局排查组将于明天到各村检查，材料由他们现场查看，不用准备
今年年终总结统一由镇里写，各村不用交
镇里开会时间另行通知
请将附件中的宣传海报打印张贴在公告栏
医保缴费截止12月31日，居民可在手机上缴
快递柜安装完毕，居民可扫码使用
12月5日义务植树，请穿工作服
The gas company replaces meters on 3 December; residents should stay at home.
Thank you for the reports, all villages have sent them.
The list of winners is on the website.
Snow tomorrow: please keep the paths clear.
No meeting this week.
文旅局送戏下乡，12月6日晚在文化广场演出，请告知村民
图书室新到图书两百册，请来登记领取
各位晚安，明天继续加油
食品抽检结果合格，请放心
电费单已放在各户信箱
村务公开栏请及时更新，纪委不再发文催
水利局工程队12月8日进场施工，请做好群众解释工作
卫生院12月10日来村义诊，请组织老人参加
体检表由卫生院填写，村里不用管
人口普查数据由统计局直接导出，村里不动
志愿者名单我已经从系统里拉好了
各村上周的台账我看过了，挺好
关于印发《村级档案管理办法》的通知，请认真学习
请大家看一下群文件里的政策解读视频
信访局转来一封感谢信，转给村书记看看
公安局：户口簿换发工作由派出所办理，村民带旧簿
请通知参保人到卫生院拍证件照
培训通知改期，时间待定
请村里腾一间房给驻村工作队住
国庆放假安排：10月1日至7日
统战部：佛教协会换届已完成
路灯报修请打电话12345
春节慰问品已到，各村来领，每户一份
残联：轮椅到货，请申请人本人领取并签字
The drill report will be written by the bureau.
Please tell residents the water is off from 8 to 10.
The fire brigade thanks all villages for the photos.
Posters are ready at the office; take two copies per village.
A doctor visits on Tuesday; no registration needed.
摄影展征集老照片，欢迎投稿
居民可拍照上传隐患，奖励10元
群里的图片是施工示意图，大家知晓
监控视频已调取，感谢配合
表彰名单公布，请知晓
补贴名单公示五天，有异议请向镇里反映
各村报表不用报了
课程表见附件，请转告居民
表哥他们明天到，接待一下
值班电话表已发群
居民大会已开，结果公示
社会工作部发来贺信
机会难得，欢迎居民参加招聘会
店铺招牌整治由城管队负责
"""

PAPERS = """
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


BESIDE_A_FORM = """
form photo | 关于报送孤寡老人探访登记表的通知：请各村于12月3日前将登记表报民政办，表内含姓名、住址、探访日期，并附探访照片。
form photo | 残联：辅具发放签收表周五前交，附发放现场照片。
form photo | 请各社区11月27日下班前将《独居老人补贴发放登记表》报区民政局，登记表含姓名、住址、补贴金额，并附入户照片。
form photo | 各村把《养老服务补贴发放台账》报民政科，表含姓名、金额、发放日期，并附发放照片。
form photo | 请于12月5日前将临时救助金发放登记表报镇社事办，含姓名、金额，另附入户照片。
form photo | 农业农村局：秸秆离田统计表报综合股，并附作业照片两张
form photo | 12月8日前报危房台账汇总表，同时上传房屋照片。
form photo | 宣传部：请填公益广告点位表（位置、数量、责任人），并附每处照片，11月30日前报
form photo | Please return the playground list by 4 December and attach a photo of each one.
form copies | 报名表一式两份，盖章后12月2日前交组织办。
form report | 请于12月1日前将整改情况表和整改报告一并报应急办。
form pledge | 排查表和签好的承诺书，周五前一起交派出所。
meeting form | 12月4日上午9点在二楼会议室开网格例会，会前把隐患清单交来。
"""

OF_OTHERS = """
由施工单位每日打卡签到，上传现场照片，各村不用管。
由养护公司负责除草，每日签到并上传照片。
电梯由维保公司负责检修，每次打卡并拍照留存。
由保安公司负责值守，每晚打卡并上传照片。
巡河由河道养护队负责，每天打卡并上传现场照片。
由施工队负责清运，进出打卡并拍照。
由环卫公司负责清扫，每天打卡上传照片。
物业公司负责夜间巡逻并打卡，照片由他们自己存档。
保洁员打卡由环卫公司考核，社区只看结果。
学校组织学生签承诺书，家长自愿。
商户与市场监管所签订责任书，一份自存。
居民可自愿下载小程序，拍照上传积分换礼品。
本次检查不拍照、不留痕，也不排名通报。
以后不再要求打卡，原来的工作群全部解散。
责任状从今年起取消，不用再签。
会议改为书面传阅，不开会了。
The contractor takes photos of the works and keeps its own log book.
Shop owners sign the pledge at the bureau; communities have nothing to do.
No photos, no check-ins and no ranking this year.
Residents may scan the code and install the app if they wish.
"""


def asking() -> list[tuple[list[str], str]]:
    """Each text and the codes it asks for."""
    asked = [
        line.partition("|") for line in (ASKED + PAPERS + BESIDE_A_FORM).strip("\n").splitlines() if line
    ]
    return [(codes.split(), text.strip()) for codes, _, text in asked] + [
        ([], text) for text in (NOTHING + OF_OTHERS).splitlines() if text
    ]
