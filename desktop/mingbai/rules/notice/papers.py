"""Papers, pictures and meetings that a notice wants: where a day is set, or something is to be handed in,
naming it is asking for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.domain.pattern import pattern
from mingbai.rules.asks import Asked, is_denied, read
from mingbai.rules.notice.burdens import SEEN, counts

Span = tuple[int, int]

_FORM = (
    "[\u4e00-\u9fff》](?<![代水电气燃仪手钟外怀装抄换读锁校热程师])(?<!时间)表(?!示|明(?!天|早|晚|日|后)|彰|扬|面|达|现|态|率|演|决|述|姐|哥|弟|妹|功)"
    "|名单|名册|花名册|清册|清单|底册|登记册|名录|明细|问卷|回执(?!单)"
    "|(?:验收|回执|确认|申请|对账|审批|联系|反馈|登记|申报|交接|备案|签收|任务|申领|报名|核对|调查|体检|自查|检查|整改|通知|派遣|值班|联络)单"
    "|登记卡|信息卡|底数|基数|(?:户|人|件|台|处|栋|间|套|辆|总)数|数据"
    "|数字(?!化|乡村|政府|社会|经济|人民币|平台|城管)|一户一档"
    "|信息(?!员|化|系统|平台|港|网|稿|报送|安全|公开|中心|时代|技术|发布|栏|简报)"
    r"|\b(?:lists?|registers?|forms?|sheets?|tables?|spreadsheets?|rosters?|questionnaires?|figures|headcounts?|numbers of)\b(?! tennis)"
)
"""What is filled in: a form, a list, figures."""
_REPORT = (
    "总结(?!会|大会|表彰|推进|交流|部署)|小结(?!会)"
    "|(?<!听取)(?<!口头)(?<!当面)(?<!会上)(?<!电话)汇报(?!会|人|演)|报告(?![厅会制人])"
    "|(?<![填上每个一\\d号])(?:[日周旬月季]|(?<!去)(?<!今)(?<!本)(?<!明)年)报(?![送告表名到至一来给回])"
    "|简报|专报|信息稿|稿件|通讯稿|发言稿|发言材料|讲话稿|文字稿"
    "|(?:工作|实施|整改|活动|行动|落实|演练|培训|发展|处置|转移|帮扶|整治|建设)(?:方案|预案|计划)"
    "|(?:年度|生产|种植|学习|采购|下步|明年)(?:工作)?(?:计划|打算)|思路(?!清)|亮点"
    "|(?:书面|文字|经验|典型|汇报|交流|事迹|工作|相关|有关|简要|自查|整改|小|电子|支撑|迎检|调研|说明|总结)材料"
    "|情况说明|书面说明|述职|心得|体会|(?:典型)?案例(?!的通报)|文章|稿子|短文|感想|经验做法|工作要点|工作打算|工作亮点"
    "|自评|书面回复|书面意见|调研文章|思想汇报"
    r"|\b(?:reports?|summary|summaries|write-?ups?|written (?:replies|reply|account|statement)|action plans?|work plans?|articles?|essays?|news items?|case stud(?:y|ies)|briefing notes?|plan of action)\b"
    r"(?!\s+(?:to|at|on|back)\b)"
)
"""What is written: a report, an article, a plan."""
_TELLS = "情况|进展|进度|原因|结果|经过|过程|来龙去脉"
"""What is told in a report when it is to be handed in or answered."""
_PHOTO = (
    "(?<!照)(?:照片|相片|图片|截图|截屏|合影|留影|影像(?!店|室)|实景图|对比图|现场图|现场照|工作照|效果照|活动照|配图|小视频|短视频(?!大赛|平台|号|运营)|微视频|短片|视频(?!会|调度|培训|会议|连线|点名|号|监控))"
    r"|\b(?:photos?|pictures?|screenshots?|photographs?|snapshots?|video clips?|short videos?|videos)\b"
)
"""What shows it: pictures and films."""
_MEETING = (
    "(?:例|晨|早|晚|夕|周|月|座谈|推进|调度|动员|培训|部署|现场|碰头|分析|研判|协调|联席|总结|交流|恳谈|评审|听证|通气|专题|学习|宣讲|启动|视频|电视电话|电话|线上"
    "|工作|誓师|观摩|办公|宣贯|解读|对接|会商|警示教育|述职|点评|推介|筹备|预备|复盘|辅导|业务|书记|网格员|党员|主任|协商|布置|安排|说明|汇报|指导)会(?![员场计费社商]|议?(?:纪要|精神|记录|材料|要求|决定|内容|通报))"
    "|(?:培训班?|讲座|集训|轮训|学习班|宣讲)(?=[^。；;\n]{0,20}(?:参加|派|听(?!取)|[上下]午|\\d点|\\d:|开班|举办|在.{1,8}[室厅楼院校举]))"
    "|碰头|碰个头"
    "|(?<=开)[^，,。；;\n]{1,12}(?<![社协机学商工员])会(?=议?[，,。；;！!\\s并后的]|议?$)"
    "|(?<=[点楼室厅,，])[^。；;\n]{0,12}(?:书记|主任|网格[员长]|负责人|一人|1人|各1|各一)[^，,。；;\n]{0,4}(?:参加|参会|到会)"
    "|[\u4e00-\u9fff]{2}(?<![社协机员工学商合事晚动乐欢聘销览庙灯茶都才还就不将也能教体误联金字委代谊议约])会(?=[^，,。；;\n]{0,3}(?:\\d{1,2}[月日号点:]|周[一二三四五六日]|星期|本周|下周|明[天日早晚]|后天|今[天日晚]|[上下]午|定[于在]|改[到在期]))"
    "|(?:集体|廉政|任前|提醒|集中)谈话|谈话(?=[^，,。；;\n]{0,10}(?:参加|\\d点|\\d:|[上下]午))"
    "|座谈(?!会)|党课|旁听庭审|集中(?:学习|观看|收看)|(?:腾讯|钉钉|线上|网络)会议|会议号"
    "|开(?:个|一个)?(?:短|小|碰头|线上|视频)?会(?=[，,。；;！!\\s]|$)|直播培训|见面会|碰个?面(?!食)"
    "|碰一下|碰个头|会[^，,。；;\n]{0,12}(?:召开|上午开|下午开|晚上开|点开)"
    "|会议(?!纪要|精神|记录|材料|要求|决定|内容|通报|室|通知|明确|指出|强调)"
    r"|\b(?:meetings?|briefings?|training(?: sessions?)?|workshops?|conferences?|seminars?|webinars?|video calls?|teleconferences?|hearings?|work sessions?)\b(?! room)"
)
"""Where somebody has to be."""
_HAND = (
    "上报"
    "|(?<![通周月日季年简墙海电警情汇捷申填])报(?:送|上来|过来|给|到|至|来|我|回|一下|一份|个|齐|市|县|区|镇|街|局|所|办|站|科)"
    "|交(?:来|到|至|给|回|上来|上去|过来|我|齐|一份|区|镇|街|局|所|办|站|科)"
    "|发(?:来|到|至|给|我|过来|群|邮箱|一份)|提交|反馈|回传|回复|送(?:来|到|至|交|我|过来|镇|街|局|所)|给我"
    "|补(?:齐|报|交|上|全)|[发交报给传拿](?:一下|一份)|拿(?:来|到)|带来|收齐|来收|统一收|[前天日号]收"
    "|传(?:来|到|至|给|我|上来|过来)|(?<![通周月日季年简墙海电警情汇捷申填])报(?:[。，,！!；;\\s]|$)"
    "|(?<![移提成社外])交(?:[。，,！!；;\\s]|$)"
    r"|\b(?:send|submit|return|hand in|provide|e-?mail|needs?|wants?|due|report back)\b"
)
"""How something is handed in."""
_ATTENDS = (
    "参加|参会|出席|列席|到会|与会|到场|派|听(?!取)|碰头|准时|召开|举行|举办"
    "|[有开](?:个|一个|场|一场)?(?=[^，,。]{0,12}会)|收看|收听|改到|改在|改为|地点|[楼室厅]|几点|点"
    "|[上下]午|定于|安排在"
    r"|\b(?:attend|join|come|held|holds?|takes? place|at|in the|room|hall|starts?)\b"
)
"""How a meeting is attended."""
_FORMS, _REPORTS, _PHOTOS, _MEETINGS = map(pattern, (_FORM, f"(?:{_REPORT})(?![表单册簿])", _PHOTO, _MEETING))
_TELLING = pattern(
    f"(?:{_TELLS})(?=[^，,。；;\n]{{0,14}}(?:{_HAND}|上报|(?<![通周月日季年简墙海电警情汇捷申填])报(?!告|名|警|刊|纸)|反馈|提交|交(?![通流往叉警])|讲一下|说一下|书面|告知|发(?:我|群)))"
    f"|(?:要|交|写|报|出|提供|形成)(?:一?[份篇个段页]|两页|半页)[^，,。；;\n]{{0,14}}(?:{_TELLS}|体会|打算|材料(?!费)|说明|文字)"
    "|(?:要|交|报|发|给)[^，,。；;\n]{0,6}(?:一[次份篇]|份|篇)(?:书面|文字)?材料"
    "|(?<!复印)(?<!证明)(?<!佐证)(?<!印证)(?<!申请)(?<!申报)(?<!报名)(?<!宣传)(?<!会议)(?<!建筑)(?<!档案)(?<!附件)(?<!身份)(?<!资格)(?<!评审)(?<!原)(?<!材)(?<!科)(?<!何)(?<!些)材料(?!费|员|一式|清单|目录|复印|原件|[、和及]|[^，,。；;\n]{0,8}(?:领|发放))[^，,。；;\n]{0,14}(?:发我|给我|发过?来|交我|发群|发邮箱|报[来我给送]|交[来给到])"
    f"|(?:{_TELLS}|小结|打算|想法|做法)[^。；;\n]{{0,16}}(?:[一两三半]页纸?|\\d{{2,4}}字|文字|书面)(?!员)"
    "|写(?:个|一个|下|一下|清楚?|明)?(?:书面)?(?:说明|情况|经过|原因|理由|小结|过程|检讨|回复)"
    "|材料\\d{3,5}字|[一两二三四五六\\d]篇(?!章幅)|征集[^，,。；;\n]{0,10}(?:故事|文章|案例|稿件|征文)"
    "|(?:小结|总结|报告|信息|简报)(?:配|附|加)[^，,。；;\n]{0,4}[图照]"
    "|(?:写|报)[^，,。；;\n]{0,4}(?:几句|一段|几行|一页|文字)|文字(?:的东西|版|内容)"
    f"|(?:上报|报送|反馈|汇报|报告|报一下|回复|书面说明)[^，,。；;\n]{{0,14}}(?:{_TELLS})"
    "|(?:情况|进展|进度|原因|结果)[，,][^，,。；;\n]{0,10}(?:上报|报(?:送|来|给|我|到|至|回|[。，,！!；;\\s]|$)|反馈|回复|提交|交(?:来|给|我|[。，,！!；;\\s]|$))"
    r"|\b(?:a few|two|three|some|a couple of) (?:lines|sentences|paragraphs|words) (?:on|about)\b"
    r"|\ba (?:short |brief |one-page )?(?:paragraph|page|note|account|piece|story|statement|text|description) (?:on|about|of)\b"
    r"|\b(?:explain|reply|answer|respond|account for)\b[^.;\n]{0,12}\bin writing\b"
    r"|\b(?:describe|explain|tell us|let us know)\b[^.;\n]{0,30}\b(?:how(?! many| much)|why|what (?:was|has|you|went|is))\b"
    r"|\ba few sentences\b"
    r"|\b(?:about |of )?[\d,]{2,5} (?:words|characters)\b(?!\s+(?:per|each))"
)
"""Something told in writing, without a report's name."""
_FIGURES = pattern(
    "(?:统计|摸排|摸底|排查|核实|登记|汇总|梳理|收集|采集|上报|报一下|报送|报个?|提供|更新|核对|反馈|[急只还也所]?要(?!求|点|素|闻|是|把|注意))(?!的)[^，,。；;\n]{0,14}(?:(?:人|户|套|辆|台|处|栋|间)数|数量|数据|数字|姓名|名字|(?:基本|基础|人员|个人|相关|详细|住户|租户)信息|底数|联系方式|电话号码)"
    "|摸个底"
    "|(?:姓名|名字|手机号?|电话|身份证号?码?|[\u4e00-\u9fff]数)[^，,。；;\n]{0,3}(?:发我|报我|报[上过]?来|发[过上]?来|给我|报给|发给)"
    "|要(?!有|求|点|闻|素|注意|是|把|做好)[^，,。；;\n]{0,12}(?:台[账帐]|名单|清单|花名册|明细|底数|统计表)(?![^，,。；;\n]{0,4}(?:建|记))"
    "|(?:汇总|梳理|统计|摸清)(?!了|的)(?![^，,。；;\n]{0,10}(?:总结|亮点|做法|经验|情况|材料|建议|意见|问题))[^，,。；;\n]{2,12}[，,]?[^，,。；;\n]{0,4}(?:报[来我给送上]|给我|发我|交[来给我])"
    "|(?:统计|摸底|摸个底|登记|清点|造册|摸排统计|盘点)(?:一下|下|好|上来|清楚|完|出来|后(?=[报发交]))(?!的)"
    "|(?:联系人|负责人|人选|候选人|参会人员|参训人员|参加人员|带队人|责任人|人员名字)[^，,。；;\n]{0,4}(?:报一下|报[上过]?来|报[给到我]|发我|发过来)"
    "|(?:腾讯|在线|共享|金山|石墨|飞书|WPS|wps|协作)(?:文档|表格?|表单)[^。；;\n]{0,14}(?:填|登|录|补)"
    "|(?:填|登|录|补)[^，,。；;\n]{0,8}(?:腾讯|在线|共享|金山|石墨|飞书|WPS|wps|协作)(?:文档|表格?|表单)"
    "|接龙(?!红包)|名字(?=[^，,。；;\n]{0,6}(?:报|发|交|给))"
    "|多少[人户套辆台家个间栋处名位](?=[^。；;\n]{0,16}(?:回话|回复|报|告诉|统计|答复|告知))"
    "|填(?:写|报(?![单人])|一下|个|完|好)|扫码填|报个?数(?!据|字)"
    r"|\bhow many\b(?=[^.;\n]{0,80}\b(?:reply|tell|let us know|answer|report|send|call)\b)"
    r"|\b(?:fill (?:it |them )?(?:in|out)|names? and (?:phone |contact )?(?:numbers?|addresses)|(?:the )?(?:names|numbers?|particulars|details) of (?:all |the |any |every )?\w+)\b"
)
"""Figures and names, without a form's name."""
_SHOWS = pattern(
    "拍(?!卖|手|板|打|电|胸)[^，,。；;\n]{0,8}(?:[发传](?![生展布现票统承染])|给我|上来|回来|交)"
    "|(?:前后|整改|清理|治理|完工|对比)[^，,。；;\n]{0,6}[图照](?![书表纸斑明相])"
    "|拍(?:个照|一拍|几张|下来|好[后了]?[发传]|照)|照[几一两三\\d]张相"
    "|(?:各|现场|手机|随手|逐[个户处])拍(?!卖|摄[影展]|手|板|打|电)(?!活动)|自拍"
    "|(?<!原)(?<!拆)录(?:个|一段|段)[^，,。；;\n]{0,4}视频|[几一两二三四五六七八九十\\d]{1,4}[张幅]图"
    "|(?:要|须|必须|得)有图|[没无]图(?:不|一律|视|按)|图(?:传|发)(?:到|至|我|群|邮箱|工作群)"
    "|图文(?:报|发|材料)"
    "|[\u4e00-\u9fff](?<![按参对护执牌拍关证依遵仿光日驾冠寸婚纱近件记原查比])照(?=[各、，,发传一两三\\d]|$|[。；;\n])"
    r"|\b(?:short )?videos? (?:of|from|showing)\b"
    "|"
    f"(?:{_PHOTO})[^，,。；;\n]{{0,8}}(?:(?<![移提成社外宣流])[交传](?![通流往叉警友谈说易际给费款卸达染统递媒承感]|上级)|(?<![转印下散分开播颁])[发报](?![生展现布票货名告警刊纸言])|没[交传发报]|未[交传发报])"
    f"|(?:{_PHOTO})[^，,。；;\n]{{0,4}}(?:要(?!求)|须|应|需)[^，,。；;\n]{{0,4}}(?:带|有|含|体现|显示|清晰|看[得见清]|水印|标注|注明|能)"
    f"|(?:录|拍|做|剪|制作|报送?|交|发)[^，,。；;\n]{{0,6}}(?:一[条段个]|[两二三\\d][条段个]|条|段)[^，,。；;\n]{{0,10}}(?:{_PHOTO})"
    f"|(?:{_PHOTO})[^。；;\n]{{0,16}}每(?:个)?(?:村|社区|网格|支部|单位)(?:至少|各)?[一两二三\\d]{{1,4}}[条段个张]"
    "|拍[^，,。；;\n]{0,4}[几一二两三四五六\\d]{1,4}(?:张|段)"
    "|[附配带传发交][^，,。；;\n]{0,2}[几一二两三四五六\\d]{1,4}[张幅]图"
    "|(?:对比图|现场图|现场照|活动照|工作照|实景图)(?=[，,][^，,。；;\n]{0,8}(?:要|给|交|发|报|前))|"
    f"(?:附|上传|回传|提供|拍|要有|须有|留好?|[传发交报](?=[几一二两三张现照图片]|到|来|至)|[带配](?=图|照|有|上|现))[^，,。；;\n]{{0,10}}(?:{_PHOTO})"
    f"|(?:{_PHOTO})[^，,。；;\n]{{0,8}}(?:{_HAND}|存档|留档|备查|佐证|为证|上传|发群|各[一二两三\\d])"
    r"|\b(?:send|attach|with|take|submit|post|share|include|upload|have|needs?|wants?|require|expect|provide|bring|e-?mail)\b[^.;\n]{0,48}\b(?:photos?|pictures?|screenshots?|photographs?)\b"
)
"""Pictures asked for outright, on any day or none."""
_HANDED = pattern(_HAND)
_ATTENDED = pattern(_ATTENDS)
_MADE = pattern(
    "(?:报送|上报|提交|填写|填报|填好|填|撰写|起草|写|提供|反馈|上交|交|报|[急还只也]?要(?!求|点|闻|素|是|把)|准备|形成|做|制作|汇总|完善|更新|拿)(?!的|了|后|过)[^，,。；;：:]{0,24}$"
    r"|\b(?:send|submit|return|hand in|provide|e-?mail|needs?|wants?|write|prepare|fill in|fill out|complete)\b[^.;]{0,40}$"
)
_NOT = pattern(
    r"(?:不(?:用|必|要|需|得|再|报|交|填|做|写|收|搞|另)|无需|无须|免(?:报|交|填|写|予|于|去)?|勿|毋|没(?!有?[证业房牌参交缴领]))[^，,。；;\n]{0,6}$"
    r"|(?:no|not|without|need not)\s+(?:\w+\s+)?$"
)
_VERB = pattern(
    r"(?:^|[.,;:]\s*|\b(?:to|please|must|should|will|shall|can|and|or|who|they|we|you|also|then)\s+)$"
)
"""Before it an English report or form is what is done: please report by Friday."""
_TOLD = pattern(
    "依据|根据|按照|按|结合|对照|参照|传达|学习|贯彻|落实[^，,。]{0,6}$|附件是|见附件|已[^，,。；;\n]{0,10}$|下发|印发|转发|收到[^，,。；;\n]{0,8}$|通报了|公布|公示|详见|感谢"
)
"""What is only gone by, learnt or handed out."""
_NEWSPAPER = pattern("征订|订阅|报刊|党报|报纸|人民$")
_STOP = pattern(r"[。；;！!？?\n]|(?<=[a-z)])\.(?=\s|$)")
_NEAR, _BEFORE = 24, 120
_LONGEST = 400
"""No sentence is longer."""


def papers_of(same: str, due: Span | None, held: Span | None, known: frozenset[str]) -> Iterator[Asked]:
    """What is wanted beyond what is known to be asked.

    `due` is where a limit or a rhythm is set, `held` where any day is.
    """
    said = read(same)
    sentences = list(_sentences(same))
    found: dict[str, Asked] = {}
    for number, (start, end) in enumerate(sentences):
        after = sentences[number + 1] if number + 1 < len(sentences) else (0, 0)
        dated = _holds((start, end), due) or (_holds(after, due) and _only_hands_in(same, *after))
        for code, span in _in_sentence(same, start, end, dated, _holds((start, end), held)):
            if code not in known and code not in found and not is_denied(said, span):
                found[code] = Asked(code, *span)
    yield from found.values()


def _sentences(same: str) -> Iterator[Span]:
    """The sentences, one without an end in pieces that can be read."""
    at = 0
    for end, begins in [*(stop.span() for stop in _STOP.finditer(same)), (len(same), len(same))]:
        for start in range(at, end, _LONGEST):
            if same[start : min(end, start + _LONGEST)].strip():
                yield start, min(end, start + _LONGEST)
        at = begins


def _holds(sentence: Span, due: Span | None) -> bool:
    return due is not None and sentence[0] < due[1] and due[0] < sentence[1]


def _only_hands_in(same: str, start: int, end: int) -> bool:
    """Whether a sentence says until when, and leaves what to the one before: 要名单！今天5点前必须交."""
    named = any(one.search(same, start, end) for one in (_FORMS, _REPORTS, _PHOTOS, _MEETINGS))
    return not named and _HANDED.search(same, start, end + 1) is not None


def _in_sentence(same: str, start: int, end: int, dated: bool, held: bool) -> Iterator[tuple[str, Span]]:
    # Where people meet, the day is the meeting's, and what is told there is told aloud.
    meets = _MEETINGS.search(same, start, end) is not None
    for code, named in (("form", _FORMS), ("report", _REPORTS)):
        for one in named.finditer(same, start, end):
            if _excused(same, start, one) or (
                len(one[0]) == 2 and one[0][1] == "报" and counts(same, one.start())
            ):
                continue
            if (dated and not (meets and code == "report")) or _handed(same, start, end, one):
                yield code, one.span()
    for code, named in (("form", _FIGURES), ("report", _TELLING), ("photo", _SHOWS)):
        for one in named.finditer(same, start, end):
            if not _excused(same, start, one) and not _theirs(same, start, one):
                yield code, one.span()
    if dated:
        for one in _PHOTOS.finditer(same, start, end):
            if not (
                _excused(same, start, one)
                or _theirs(same, start, one)
                or SEEN.search(same[max(start, one.start() - 10) : one.start()])
                or (read(same).touches("-photo", one.span()) and not one[0].startswith("短视频"))
            ):
                yield "photo", one.span()
    for one in _MEETINGS.finditer(same, start, end) if meets else ():
        if (
            not _excused(same, start, one)
            and (dated or held or _near(same, one))
            and _ATTENDED.search(same, start, end)
        ):
            yield "meeting", one.span()


_THEY = pattern(
    "(?:居民|群众|市民|村民|业主|家长|考生|学生|商户|经营户|企业|店主|旅客|游客|患者|申请人|当事人|求职者|报名者|老人|有意愿|有意者|有兴趣|符合条件)[^，,。；;\n]{0,6}(?:可|自行|自愿|凭|到|前往|本人|扫码|登录|拨打|均可|须|请|需|主动|通过|关注|在|向|带)"
    "|(?:可|自行|本人)(?:在|到|通过|登录|扫码|前往)"
    "|由[^，,。；;\n]{1,10}(?:局|所|办|院|公司|队|站|中心|街道|镇|县里|区里|我们|银行|学校|物业)"
    "|我(?:局|办|所|们|中心|院|单位)(?:会|将|来|自行|统一|自己|去)|感谢|谢谢(?=[^，,。；;!！]{2})"
    r"|\b(?:residents|villagers|owners|parents|applicants|visitors|families|shops?|people|anyone|those)\b[^.;\n]{0,20}\b(?:may|can|should|must|are asked|who|wishing)\b"
)
_OURS = pattern(
    "各?(?:村|社区|网格|支部|单位|居委)|你们|大家|社工|书记|主任|收齐|汇总|督促|协助|you\\b|community|village|grid"
)


def _theirs(same: str, start: int, one: re.Match[str]) -> bool:
    """Whether the sentence told before that it is residents who do it, and names none of us."""
    before = same[max(start, one.start() - _BEFORE) : one.end()]
    found = _THEY.search(before)
    return found is not None and _OURS.search(before, found.end()) is None


def _handed(same: str, start: int, end: int, one: re.Match[str]) -> bool:
    """Whether that paper is to be made or handed in: what is said after it, or close before."""
    if _HANDED.search(same, one.end(), min(end + 1, one.end() + _NEAR)):
        return True
    return bool(_MADE.search(same[max(start, one.start() - 2 * _NEAR) : one.start()]))


def _near(same: str, one: re.Match[str]) -> bool:
    return bool(
        pattern("参加|参会|召开|出席|列席|举行|开|派|听(?!取)").search(
            same, max(0, one.start() - 8), one.end() + 16
        )
    )


_GIVEN = pattern(
    "[上里中内]的(?:人|老人|居民|村民|户|对象|同志|家庭)"
    "|[^，,。；;\n]{0,4}(?:统一)?由(?!各?村|社区|你|网格|书记|主任|专人)[^，,。；;\n]{1,8}(?:写|报|填|统计|汇总|提供|负责|做|起草|导出)"
    "|[^，,。；;\n]{0,8}?(?:已|(?:发|推送|转|附|传|递)(?:给|到)?(?:(?:你|您|大家|各位|各村|各社区)们?(?:了|[，,。；;]|$)|群里?了)|见附件|附后)"
)
"""A paper that is handed to us: 名单发你了."""


def _excused(same: str, start: int, one: re.Match[str]) -> bool:
    before = same[max(start, one.start() - _BEFORE) : one.start()]
    if one[0].endswith("报") and _NEWSPAPER.search(before):
        return True
    if _NOT.search(before) or _TOLD.search(before[-12:]) or _GIVEN.match(same, one.end()):
        return True
    return one[0] in ("report", "form") and bool(_VERB.search(before))
