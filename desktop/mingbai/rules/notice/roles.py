"""What a day in a notice is named for: a limit, a meeting, or only something told of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from mingbai.domain.pattern import pattern
from mingbai.rules.said_days import Said


class Role(IntEnum):
    """What a day is named for; the higher one is the due date."""

    NOTHING = 0
    """A basis, a stretch of data, a birth, a document."""
    NAMED = 1
    """A day that lies ahead, and nothing says what it is for."""
    EVENT = 2
    """A meeting, a visit, a training: due when nothing must be handed in for it."""
    MOVED = 3
    """An event that was moved to this day."""
    ASKED = 4
    """Something is handed in or done on that day."""
    LIMIT = 5
    """The text says that it is a limit."""
    CHANGED = 6
    """A limit that was moved to this day."""


BEGINS = (Role.EVENT, Role.MOVED, Role.NAMED)
"""Roles for which the first day counts where several are named."""


@dataclass(frozen=True, slots=True)
class Place:
    """A day with the words before and after it in its sentence."""

    said: Said
    text: str
    """All of the message."""
    left: str
    """The words before it in its sentence."""
    right: str
    """The words after it in its sentence."""
    after: int
    """Where the next day is named."""
    wrote: date
    """The day of the message."""
    sentence: int
    """Where its sentence begins."""
    wanted: bool = True
    """Whether the message wants anything at all."""

    @property
    def own_right(self) -> str:
        """The words after it that do not stand after another day."""
        return self.right[: max(0, self.after - self.said.end)]

    @property
    def words(self) -> str:
        """The day as it is written."""
        return self.text[self.said.start : self.said.end]

    @property
    def near_left(self) -> str:
        """The words before it up to a comma."""
        return re.split(r"[,，、(（]", self.left)[-1]

    @property
    def near_right(self) -> str:
        """The words after it up to a comma."""
        return re.split("[,，)）]", self.right, maxsplit=1)[0]


def role_of(place: Place) -> Role:
    """What a day is named for, by the words around it."""
    said = place.said
    if _is_background(place):
        return Role.NOTHING
    limit = said.until or bool(_LIMIT_LEFT.search(place.left)) or bool(_LIMIT_RIGHT.match(place.right))
    limit = limit or bool(_NOT_AFTER_EN.search(place.left))
    if _CHANGED.search(place.left):
        return Role.MOVED if _EVENT.search(place.left) and not _PAPER.search(place.left) else Role.CHANGED
    if limit and not _PLANNED_BY_THEM.search(place.near_left):
        return Role.EVENT if said.clock and arrives(place) else Role.LIMIT
    if said.unsure and not _LABEL.search(place.left):
        return Role.NOTHING
    if _DAY_LABEL_LIMIT.search(place.left):
        return Role.LIMIT
    if said.since is not None and _LONG_WORK.search(place.left[-16:] + place.own_right[:12]):
        return Role.ASKED
    if _LABEL.search(place.left):
        return Role.EVENT
    return _by_verbs(place)


def _by_verbs(place: Place) -> Role:
    """What a day is for that no label and no limiting word stands beside."""
    said, right = place.said, place.own_right
    hands, happens = _HAND_IN.search(right), _EVENT.search(right)
    if hands and (not happens or hands.start() < happens.start()) and hands.start() <= _NEAR:
        return Role.LIMIT if _ASKED_ON.search(place.near_left) else Role.ASKED
    if happens and happens.start() <= _NEAR:
        return Role.EVENT
    if _EVENT_LEFT.search(place.left) or (said.time is not None and _EVENT.search(place.left)):
        return Role.EVENT
    if said.clock:
        return Role.NOTHING
    if _ASKED_ON.search(place.near_left) or _HAND_IN_LEFT.search(place.left):
        return Role.ASKED
    if _ON_EN.search(place.left) and (_EVENT.search(place.left) or _EVENT.search(place.right)):
        return Role.EVENT
    if _WEATHER.search(place.left) or _FROM_EN.search(place.left):
        return Role.NOTHING
    if said.time is None and not place.wanted:
        return Role.NOTHING
    # A day written out that is today's is a stamp: 11月23日值班提醒.
    alone = not place.left.strip() or not place.right.strip()
    stamp = alone and said.day == place.wrote and re.search(r"\d", place.words) is not None
    return Role.NOTHING if stamp else Role.NAMED


_SOMETHING = pattern(
    "[表册账单卷]|材料|资料|总结|报告|数据|信息|照片|图片|截图|视频|情况|方案|计划|清单|底数|证明|回执|汇总|统计|核[实查对]|排查|摸[底排]|登记|录|填|交|报|要|用|收|齐|完|清零|最后|截止|给我|发我|请|须|务必|抓紧|落实|整改|做好|签|领|送|更换|更新|陪|配合|准备|记得|别忘|带|检查|结束|截止|提前|参加|到场|见面|联系|回复|期限"
    r"|\b(?:list|form|sheet|report|photo|picture|table|data|figure|plan|summary|return|statement|copy|copies|register|need|want|please|must|should|due|send|bring|ready|start|begin|clos|open|hold|drill|visit|come|check|arriv|meet)\w*\b"
)
"""What may be wanted by a day that nothing else speaks for."""


def wants(text: str) -> bool:
    """Whether a message wants something or calls together, so that a day alone may be for that."""
    return bool(_SOMETHING.search(text) or _EVENT.search(text))


def arrives(place: Place) -> bool:
    """Whether a time is only that at which people come in: 8:50前入场."""
    return _ARRIVE.match(place.right) is not None


def clock_counts(place: Place) -> bool:
    """Whether a time without any day is today's limit or the beginning of today's meeting."""
    return _OFFICE_HOURS.search(place.left) is None


_ARRIVE = pattern(
    "[^，,。]{0,8}(?:入场|到场|到会|签到|就座|集合|到达|进场|抵达|落座|就位|上车|报到|开始|出发|结束|到岗)"
)
_OFFICE_HOURS = pattern(
    "(?:工作|办公|值班|营业|受理|开放|服务|接待|电话|上班|咨询|办理)(?:时间)?[^，,。]{0,8}$|每(?:[天日晚早]|个?工作日)(?![^。；;\n]*(?:报|交|填|更新|上传|反馈))"
    r"|\b(?:open|hours|weekdays|monday)\b[^.]{0,20}$"
)
_PAPER = pattern(
    "材料|名单|报表|台账|截止|期限|上报|报送|提交|反馈|回执|总结|报名|申报|参保|缴费|deadline|return|report|form"
)
_LONG_WORK = pattern(
    "走访|入户|宣传|整治|清理|自查|排查|填报|集中|普查|采集|核查|摸底|攻坚|专项行动|推荐|填写|整改|报名|申报|征集|接种期|缴费|参保|认证"
)
_NEAR = 24

_HAND_IN = pattern(
    "上报|报送|报(?![名告纸表销刊警废修到考备案道])|提交|反馈|上交|递交|交(?![通流叉警易办友往接代])|[发交给](?:到|至|给|送|回|我|群|来|过来)"
    "|返回|回传|传(?:到|至|给|我)|完成|办结|填报|填写|填好|填完|录入|收齐|整改|缴(?:清|纳|费)|报备|回复|答复|送(?:到|至|达|交|审|来)"
    "|上传|弄好|搞完|弄完|收好|备齐|汇总|回执|确认"
    r"|\b(?:submit|send|return|hand in|report|complete|finish|upload|reply|fill|turn in|forward|deliver|register)\w*\b"
)
_HAND_IN_LEFT = pattern(
    "(?:上报|报送|提交|反馈|上交|交|完成|办结|填报|回复|缴清)(?:时间|日期)?(?:是|为|定在|在|[:：])?\\s*$"
)
_EVENT = pattern(
    "召开|举行|举办|开(?:会|班|课|展|幕)|会议|例会|[开场次的]会|会$|培训|讲座|演练|检查|督查|督导|暗访|验收|调研|慰问|考核|考试|参观|观摩"
    "|活动|来(?:我|村|社区|镇|咱|看|查|检|换|修|做|人|拍|收|取|开|办|讲|量|装|测|调)|到(?:我|村|社区|会|场|岗|镇|咱)|参加|参会|出席|集合|集中|报到|宣讲|义诊|体检|接种|停水|停电"
    "|座谈|视频会|调度|见面|巡察|评估|抽查|复查|复核|点评|述职|评议|选举|投票|彩排|比赛|竞赛|录制|拍摄|发放|领取|测试|面试|开工|启动|进驻|入户"
    r"|\b(?:meeting|training|visit|inspection|drill|workshop|session|briefing|held|attend|inspect|take place|takes place"
    r"|ceremony|conference|exercise|check|seminar|lecture|gather|event|class|clinic|course|review|tour|audit|interview)\w*\b"
)
_EVENT_LEFT = pattern(
    "(?:定于|拟于|将于|兹定于|决定于?|安排在|定在|时间[是为]|改在)\\s*$|(?:scheduled for|held on|take place on|takes place on)\\s*$"
)
_LABEL = pattern(
    r"(?:时间|日期|集合|时\s+间)\s*(?:[:：]|定在|安排在|为|是|定于)\s*$|(?:^|\b)(?:date(?: and time)?|when|time)\s*[:：]\s*$"
)
_DAY_LABEL_LIMIT = pattern(
    "(?:首次|第一次)(?:报送|上报|提交|报)?(?:时间|日期)?(?:[:：]|为|是|定在|于)*\\s*$|(?:收|交)[表件]?(?:日期?|时间)(?:[:：]|为|是)*\\s*$|(?:报送|上报|提交|反馈|完成|截[止至]|报名|申报|填报|缴费|办理|整改|自查|登记|收集|征集|缴纳|上交|交表|回复|排查|摸排|集中缴费|参保"
    "|认证|采集|申请|征订|订阅|递交|材料|填写|作答|答题|投票|征求意见|问卷开放|系统开放)(?:的?(?:截止|最后|具体))?(?:时间|时限|日期|期限|节点|期)(?:[:：]|定在|为|是|截止到?|截至|至|到)*\\s*(?:即日起?)?(?:自|从|至|到)?\\s*$"
)
_LIMIT_LEFT = pattern(
    "(?:截[止至](?:日期|时间|日|到|至)?|最后期限|最[迟晚]|至[迟晚]|不[迟晚]于|不(?:得|能|要)?(?:超过|晚于|迟于)|限(?:期|时|于)?|期限|时限|时间节点|死线|ddl|最后一天"
    "|务必[于在]?|赶在|抢在)(?:[:：]|[为是在于到至])*\\s*$"
    r"|\b(?:by|before|until|till|due(?:\s+(?:on|by|date))?|deadline(?:\s+(?:is|for\s+[\w\s]{1,40}?(?:is)?))?|(?:no|not)\s+later\s+than|on\s+or\s+before"
    r"|closes?(?:\s+on)?|last\s+day(?:\s+for\s+\w+)?(?:\s+is)?|latest(?:\s+by)?|closing\s+date(?:\s+is)?|cut-?off(?:\s+is)?)\s*[:：]?\s*(?:the\s+)?"
    r"(?:(?:close|end)\s+of\s+(?:business|play|work|the\s+working\s+day|(?:the\s+)?day)|cob|eod|(?:noon|midnight))?\s*,?\s*(?:on|of)?\s*(?:the\s+)?$"
)
_LIMIT_RIGHT = pattern(
    r"\s*(?:[,，]?\s*(?:截[止至](?!目前)|为(?:限|截止|最后)|到期|前)|之内|[之以]?后[^，,。；;]{0,6}(?:不再|不予|不收|不接收|不受理|一律不|不能再|关闭|作废)|就?(?:是|为)?最后(?:一天|期限)|[就则][^，,。]{0,2}不(?:再|收|予|受理)|at\s+the\s+latest|deadline|is\s+the\s+(?:deadline|last\s+day|cut)|[(（]?(?:截止|最后一天|最后期限))"
)
_ASKED_ON = pattern(
    "(?:请|须|需|应|务必|必须|要求|统一|集中)?[各全]?[^，,。]{0,12}?(?:请|务必|必须|统一|定)?[于在]\\s*$|(?:please|must)[\\w\\s]*\\bon\\s*$"
)
_ON_EN = pattern(r"\b(?:on|at|for|from|this)\s*(?:the\s+)?$")
_CHANGED = pattern(
    "(?:延(?:期|长|迟|后)?|推迟|顺延|改|改期|调整|提前|变更|更正|更改|推后|后延|宽限|延缓|调)(?:为|到|至|在|于|成)+\\s*(?:了)?$"
    r"|\b(?:extended|postponed|moved|changed|brought\s+forward|rescheduled|put\s+off|pushed\s+back)\s+(?:from\s+[\w\s,]{3,28}\s+)?(?:to|until|till)\s*(?:the\s+)?$"
)
_PLANNED_BY_THEM = pattern("(?:将|拟|会|计划)[于在]?\\s*$")

# --- Days that are only told of ----------------------------------------------------------------

_LUNAR = pattern("(?:农历|阴历|古历|旧历)\\s*$")
_CALLED_OFF = pattern(
    "[^。；;！!?？\n]{0,14}(?:取消|不开了|不搞了|不办了|不来了|作废|改期(?![到至为])|延期(?![到至为])|另行?通知|另告|另定|待定|暂停|暂缓|(?:不用|不必|不|无需)(?:再)?(?:去|来|参加)(?:了|$|[，,])|不再(?:召开|开展|进行))|[^.\n]{0,40}\\b(?:cancell?ed|called off|to be announced)"
)
_ABOUT_THEN = pattern("(?:预计|估计|大概|大约|可能|排到|约到|预约到|有望)(?:[于在到])?\\s*$")
_APPLIES = pattern(
    "\\s*[,，]?(?:起|将|全国|全省|全市|全县|全镇)?(?:正式|全面|统一)(?:实施|施行|上线|启用|运行|执行|生效|开通|取消)"
)
_OFFICE_TIME = pattern(
    "(?:工作|办公|上班|咨询|服务|接待|营业|受理|放假|值班)(?:时间|期间)?[:：为]?\\s*(?:每?周[一二三四五六日]\\s*[至到—-]\\s*)?$|office\\s+hours\\s*:?\\s*$"
)
_DAY_OFF = pattern(
    "[^，,。（(]{0,6}(?:放假|休息|闭馆|调休(?!上班|工作)|(?<!是)补班(?!的?(?:日|第一天)?[，,])|不上班|不办公)"
)
_JUST_TOLD = pattern(
    "[^，,。]{0,8}(?:接到?|收到|通知(?!到|各户|商户|居民|群众|[^，,。]{0,4}户)|来电|要求|下发|发来|发的|会上|开了|召开了|印发|说|提醒|刚|已|早[上]?发|发现|发生|反映)"
)
_TELLS_OF = pattern(
    "(?:[^，,。]{0,6}(?:出生|年满|满\\d|到期|登记在册|参加工作|退休|去世|死亡|入职|入伍|取得|迁入|转入|在册|发生|受理)[^，,。]{0,6}(?:的|$))"
    "|[^，,。；;]{0,4}(?:申请|办理|登记|参保|注册|领取|提出|申报|购买|签订|成立|审批|批准|[交报填领办做]过|已[\u4e00-\u9fff]{1,3})的"
    "|(?:[^，,。]{0,6}(?:建成|竣工|入住|开工|立项)[^，,。]{0,6}的)"
    "|的(?:数据|情况|台账|存量|信息|人员|名单|资料)"
)
_BASIS = pattern(
    "(?:根据|依据|按照?|依照|遵照|贯彻|落实|传达|参照|结合|鉴于|详见|参见|见|自|从|继|上次|上一次|前期|此前|接|收到|针对|印发|下发|发布|学习)[^，,。；;\n]{0,20}(?<!通知)(?<!要求)(?<!电话)(?<!定)$"
)
_BASIS_OF = pattern(
    "[^，,。；;\n]{0,22}(?:会议?|例会|会上|精神|文件|通知|讲话|要求|部署|批示|函|公告|通报|纪要|约谈|反馈|办法|方案|安排|电话|指示|来电|发文)"
)
_DATA = pattern(
    "(?:统计|数据|调查|普查|核算|考核|评价|口径|信息|人口|报告)(?:的)?(?:时间|时段|期间|范围|周期|区间|时点|截[止至]|期|起止)+(?:[:：]|[为是以到至从自])*[^，,。；;]{0,4}$"
    "|(?:数据|统计|信息|口径|时点|名单|台账)(?:均|都|统一)?(?:以|按|为|更新|截[止至])(?:到|至)?\\s*$"
)
_OPEN_UNTIL = pattern(
    "(?:报名|申报|征集|受理|收集|提交|报送|缴费|登记|投稿|申请|订阅)(?:时间)?截[止至](?:到|至)?\\s*$"
)
_AS_OF = pattern("截[止至](?:到|至)?\\s*$|\\bas\\s+(?:of|at)\\s*$")
_AS_OF_OF = pattern(
    "\\s*(?:的|[,，]?\\s*(?:全|我|已|共|累计|仍|尚|底|[各本]|目前|还)|时点|止的|为止的|存量|数据|在册|现有|前的?数据"
    "|[,，][^，,。]{0,10}(?:完成|达到?|为|有|余))"
)
_VALID = pattern(
    "(?:有效期?|使用期限?|租期|质保期|保修期|聘期|贷款期限?|执行|施行|实施|任期|服务期|合同期?|保质期|试用期|价格)[^，,。]{0,5}(?:至|到|为|自|从)\\s*$|(?:有效期|任期|合同期|服务期|保质期)\\s*[:：]?\\s*$"
)
_DONE = pattern(
    "[^，,。；;]{0,14}(?:[开收交报发做办弄填搞传](?:完|齐|好|过|掉)|完成|结束)了(?!吗|没|么|再|之?后|以后|就)"
)
_WEATHER_THEN = pattern(
    "[^，,。；;]{0,12}(?:寒潮|降温|大雾|暴雨|雨雪|大风|高温|台风|降雪|结冰|冰冻|大雪|下雪|下雨)(?!的?(?:工作|防范|防御|应对|排查|台账|预案|会))"
)
_PAID = pattern("(?:补贴|养老金|津贴|补助|低保金|工资|退款|资金|奖金|抚恤金|钱|款)[^，,。；;]{0,8}$")
_IS_PAID = pattern("[^，,。；;]{0,6}(?:发放|发钱|打卡|打款|拨付|兑现|到账|到帐)")
_ARRIVES_PAID = pattern("[^，,。；;]{0,4}(?:到账|到帐|打到卡)")
_IN_A_PAPER = pattern("\\s*的?《[^》]{1,12}》(?:第|头版|刊|登|[^，,。]{0,4}版)")
_SINCE = pattern(
    "\\s*(?:之?起|以来|始|开始(?:施行|实施|执行|启用|生效)|[之以]?后|过后|生效|施行|实施|启用|印发|下发|发布|发文|上线|停用|下线|开通|试运行|投用|揭牌|开业|营业|宣判|公开宣判|到任|上任|到货|调走|搬[家迁])"
)
_WAS = pattern(
    "(?:原定|原计划|原来|原本|原|之前说的?|上次|过去|最近|近|去年|上年|往年|历年|曾|曾经|已[于在经])[^，,。；;]{0,6}$"
)
_MOVED_FROM = pattern(
    "[^，,。；;]{0,14}(?:改[为到在期至]|调整[为到至]|延期?[至到]|推迟[至到]|提前[至到]|变更为|顺延)"
)
_FROM = pattern("(?:由|从|原)[^，,。；;]{0,6}$")
_FACT = pattern(
    "\\s*[,，]?\\s*(?:是|系|为)(?:我国|全国|全球|世界|国际|第|国家|中国|今年|[^，,。]{0,8}(?:(?<!工作)(?<!补班)(?<!上班)(?<!截止)(?<!报送)(?<!活动)(?<!开放)(?<!投票)(?<!接待)(?<!集中)日|节)(?=[,，。]|$))|\\s*(?:左右|前后|上下)"
)
_MEMORIAL = pattern(
    "\\s*是?(?:第[\\d一二三四五六七八九十]+个)?(?:世界|国际|全国|中国|国家)[^，,。；;]{1,14}[日节](?![^，,。]{0,8}(?:活动|会|上报|前))"
)
_FROM_EN = pattern(r"\bfrom\s+(?:the\s+)?$")
_MOVED_FROM_EN = pattern(
    r"\b(?:moved|changed|postponed|rescheduled|shifted|brought\s+forward)\s+from\s+(?:the\s+)?$"
)
_NOT_AFTER_EN = pattern(
    r"\b(?:no|not|nothing|none|never|cannot|too\s+late)\b[^.;\n]{0,40}\bafter\s+(?:the\s+)?$"
)
_IN_FORCE = pattern(
    "(?:预警|有效|影响|停机|维护|施工|封闭|封路|管制|限行|过境|暂停服务|降雨|降雪|降温)[^，,。；;]{0,6}(?:时段|时间|期间?|日期)\\s*(?:[:：]|[为是从自在])*\\s*$"
    r"|\b(?:in\s+force|in\s+effect|valid|closed|under\s+maintenance)\s+(?:from|between|on)\s*$"
)
"""How long a warning, a closure or a repair lasts."""
_OUT_OF_ORDER = pattern("[^，,。；;]{0,10}(?:停机|系统维护|系统升级|平台维护|停止服务|暂停服务|暂停办理)")
_WEATHER = pattern(
    "(?:气象|预警|预报|寒潮|暴雨|大雾|雨雪|低温|高温|台风|冰雹|大风|强对流|降温)[^。；;！!？?\n]{0,40}$"
    r"|\b(?:weather|forecast|warning)\b[^.;\n]{0,60}$"
)
_BIRTH = pattern("[^，,。；;\n]{0,3}(?:出生|生人|生的|年满|生于)")
_BORN = pattern("(?:出生|生日|生于|出生日期|出生年月)[^，,、。）)]{0,5}$")
_PUBLIC = pattern("(?:公示期?|公示时间)[^，,。]{0,6}$")
_COUNT_FROM = pattern(
    "(?:[月季年]|季度|终了|期满)后?[^，,。]{0,2}$|(?:会|活动|检查|整改|结束|演练|办结|审核|验收|公示|走访|培训|出院|死亡|事发|发现|受理|出生|变更|发生|签约|每次[^，,。]{0,6})(?:之?后|之日起|起|结束后)[^，,。]{0,4}$"
)
_THEY = pattern(
    "(?:(?:我|本)(?:局|办|委|所|院|中心|部门|站|司)|窗口|施工方|物业|银行|医院|系统)[^，,。；;]{0,8}$|(?:将|会|可|预计|争取)[于在]?$"
)
_THEY_DO = pattern(
    "[^，,。；;]{0,6}(?:到账|到帐|寄出|寄到|送达|发货|到货|恢复|修复|修好|通车|通水|来电|答复您|回复您|联系您|上门|出结果|出报告|短信)"
)
"""What others promise to do within so many days."""
_COUNT_PAST = pattern(
    "(?:近|最近|过去|怀孕|孕|产后|出生|婚后|出院|前|连续|为期|共|控制在|未来|满|超过|每|轮换|间隔)\\s*$"
)
_COUNT_OF = pattern("(?:[^，,。]{0,4})(?:的(?:数据|情况|来访|人员|天气|轨迹|行程))")
_TOLD_EN = pattern(
    r"\b(?:dated|of|as\s+of|as\s+at|since|after|following|during|issued(?:\s+on)?|last|born(?:\s+(?:on|before|after))?|between|built\s+before"
    r"|registered\s+before|starting(?:\s+(?:on|from))?|closed(?:\s+on)?|effective(?:\s+(?:on|from))?|(?:takes?\s+effect|in\s+force|in\s+effect|appl(?:y|ies)|valid)(?:\s+from)?|valid\s+(?:until|till|to|through)|up\s+to|minutes\s+of|sent(?:\s+on)?|published(?:\s+on)?|originally)"
    r"\s*(?:on\s+)?(?:the\s+)?$"
)
_NOT_OF_EN = pattern(
    r"\b(?:end|close|morning|afternoon|evening|night|week|instead|out|because|ahead|case|date|day|deadline)\s+of\s*(?:the\s+)?$"
)


_SENT = pattern(
    "(?:发送|发件|发文|印发|发布|成文|签发|收文|收件|制表|打印|接收|来电|记录|落款|转发)(?:时间|日期)\\s*(?:[:：]|[为是])\\s*$"
    r"|\b(?:sent|received|dated|issued)(?:\s+on)?\s*:\s*$"
)
_DATE_LABEL = pattern("(?:^|\n)\\s*(?:日期|date)\\s*[:：]\\s*$")
_THAT_DAYS = pattern("\\s*的(?!会|培训|检查|活动|演练|督查|例会|工作会|调度会)")
_DATA_UNTIL = pattern("(?:数据|统计|信息|口径|时点)\\s*截[止至][到至]?\\s*$")


def _is_background(place: Place) -> bool:
    """Whether a day is only told of."""
    told = [*_TOLD, *(_TOLD_COUNTED if place.said.counted else _TOLD_DATED)]
    if not place.said.until:
        told += _TOLD_NO_LIMIT if place.said.counted else (*_TOLD_NO_LIMIT, *_TOLD_DATED_NO_LIMIT)
    return any(says(place) for says in told)


def _stands_at(place: Place) -> bool:
    """Whether figures stand as of that day: 截至11月30日的人数."""
    if not _AS_OF.search(place.left) or _OPEN_UNTIL.search(place.left):
        return False
    return bool(_AS_OF_OF.match(place.right) or _DATA_UNTIL.search(place.left))


def _told_in_english(place: Place) -> bool:
    left = place.left
    limits = _NOT_OF_EN.search(left) or _LIMIT_LEFT.search(left) or _NOT_AFTER_EN.search(left)
    return bool(_TOLD_EN.search(left)) and not limits


LABEL_LINE = pattern(
    r"(?:^|\n)[ \t]*(?P<label>(?:[\u4e00-\u9fff]{0,6}(?:截止|时间|日期|期限|时限)|deadline|due(?:\s+date)?|when|date|last\s+day))[ \t]*[:：]?[ \t]*\n[ \t]*$"
)
"""A label in the line above what it labels."""


def _is_signature(place: Place) -> bool:
    """Whether a day stands alone in its line at the end of a text, under what it signs."""
    said, text = place.said, place.text
    if said.time is not None or said.clock:
        return False
    line_start = text.rfind("\n", 0, said.start) + 1
    line_end = text.find("\n", said.end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start : said.start].strip(), text[said.end : line_end].strip(" 。.)）印发")
    if after or re.search("[:：于在前请]$|时间|日期", before) or LABEL_LINE.search(text[:line_start]):
        return False
    if not line_start:
        # 请各村尽快报送。民政局，11月23日
        return (
            re.search(
                "[。！!；;\\s](?:[^，,。；;！!\\s]{1,16}(?:[局办委部站所院队会]|中心|政府|公室|学校|社区|村))?[，,\\s]*$",
                before,
            )
            is not None
            and not text[line_end:].strip()
        )
    rest = text[line_end:].strip()
    # Below a signature there is at most a line or two: an attachment, a contact.
    return len(rest) < 80 and len(before) <= 24 and not re.search("[，,。]", before)


_Says = Callable[[Place], object]
_TOLD: tuple[_Says, ...] = (
    lambda place: place.said.until and not place.said.counted and _TELLS_OF.match(place.right),
    lambda place: _OFFICE_TIME.search(place.left) or _LUNAR.search(place.left),
    lambda place: _ARRIVES_PAID.match(place.right) or _IN_A_PAPER.match(place.right),
    lambda place: _IN_FORCE.search(place.left) or _SENT.search(place.left),
)
_TOLD_COUNTED: tuple[_Says, ...] = (
    lambda place: _COUNT_FROM.search(place.left) or _COUNT_PAST.search(place.left),
    lambda place: _THEY.search(place.left) or _THEY_DO.match(place.right),
    lambda place: _COUNT_OF.match(place.right) or _PUBLIC.search(place.left),
)
_TOLD_DATED: tuple[_Says, ...] = (
    lambda place: _WAS.search(place.near_left) or _MOVED_FROM_EN.search(place.left),
    lambda place: _FROM.search(place.left) and _MOVED_FROM.match(place.right),
    lambda place: _DATA.search(place.left) or _BORN.search(place.left) or _VALID.search(place.left),
    lambda place: _BIRTH.match(place.right) or _FACT.match(place.right) or _MEMORIAL.match(place.right),
    lambda place: not place.said.until and _PUBLIC.search(place.left),
    _stands_at,
)
_TOLD_NO_LIMIT: tuple[_Says, ...] = (
    lambda place: _CALLED_OFF.match(place.own_right) or _ABOUT_THEN.search(place.left),
    lambda place: _DONE.match(place.own_right) or _WEATHER_THEN.match(place.own_right),
    lambda place: _IS_PAID.match(place.right) and (_PAID.search(place.left) or "钱" in place.right[:8]),
    lambda place: _DAY_OFF.match(place.right) and not _LIMIT_LEFT.search(place.left),
    lambda place: _APPLIES.match(place.right) or _OUT_OF_ORDER.match(place.right),
)
_TOLD_DATED_NO_LIMIT: tuple[_Says, ...] = (
    lambda place: _SINCE.match(place.right) and not _LIMIT_RIGHT.match(place.right),
    lambda place: place.said.day <= place.wrote and _JUST_TOLD.match(place.own_right),
    lambda place: place.said.day <= place.wrote and not place.said.time and _DATE_LABEL.search(place.left),
    lambda place: _BASIS.search(place.left) and _BASIS_OF.match(place.right),
    _told_in_english,
    lambda place: _THAT_DAYS.match(place.right) and place.said.time is None,
    _is_signature,
)
"""What shows that a day is only told of, of any, of what is counted from now, and of what names no limit."""
