"""Which of the days that a notice names is the one until which something must be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.pattern import pattern
from mingbai.rules.said_days import Said, days_said


class Role(IntEnum):
    """What a day is named for; the higher one is the due date."""

    NOTHING = 0
    """A basis, a stretch of data, a birth, a document."""
    NAMED = 1
    """A day that lies ahead, and nothing says what it is for."""
    EVENT = 2
    """A meeting, a visit, a training: due when nothing must be handed in for it."""
    ASKED = 3
    """Something is handed in or done on that day."""
    LIMIT = 4
    """The text says that it is a limit."""
    CHANGED = 5
    """A limit or an event that was moved to this day."""


@dataclass(frozen=True, slots=True)
class Due:
    """A day and a time that may be the due date, and where they stand."""

    role: Role
    day: date
    time: str | None
    start: int
    end: int
    time_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """A day with the words before and after it in its sentence."""

    said: Said
    words: str
    left: str
    right: str

    @property
    def near_left(self) -> str:
        """The words before it up to a comma."""
        return re.split(r"[,，、(（]", self.left)[-1]

    @property
    def near_right(self) -> str:
        """The words after it up to a comma."""
        return re.split("[,，)）]", self.right, maxsplit=1)[0]


_STOP = pattern(r"[。；;！!？?\n\r]|\.(?=\s|$)|(?<=[^\d])\.(?=[^\d\w])")


def dues(same: str, today: date, working: WorkingDays | None) -> list[Due]:
    """Every day of a folded text that may be its due date, in the order of the text."""
    found: list[Due] = []
    for start, end, wrote in messages(same, today):
        found += _dues(same, start, end, wrote, today, working)
    return found


def due_of(found: Sequence[Due]) -> Due | None:
    """The one that is the due date: of the highest role the first that comes; None where nothing is sure."""
    sure = [due for due in found if due.role > Role.NOTHING]
    if not sure:
        return None
    highest = max(due.role for due in sure)
    if highest is Role.CHANGED:
        return [due for due in sure if due.role is highest][-1]
    return min((due for due in sure if due.role is highest), key=lambda due: (due.day, due.time or "99"))


# --- Messages in a row -------------------------------------------------------------------------

_DATED = (
    r"(?:(?P<y>20\d\d)[-/.年])?(?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?(?:\s*(?:周|星期)[一二三四五六日天])?"
    r"\s*(?:[上下]午|晚上|早上|中午)?\s*\d{1,2}:\d\d(?::\d\d)?"
)
_HEAD = pattern(
    rf"^[ \t>]*[\[【(]?(?:[^\s\d，。,:：]{{1,12}}[ \t]*[:：]?[ \t]+)?{_DATED}[\])】]?[ \t]*[^\s\d，。,:：]{{0,12}}[ \t]*(?:[:：]|$)",
    re.MULTILINE,
)


def messages(same: str, today: date) -> Iterator[tuple[int, int, date]]:
    """The messages of a text that was forwarded: from, to, and the day each was written."""
    at, wrote = 0, today
    for head in _HEAD.finditer(same):
        try:
            day = date(int(head["y"] or today.year), int(head["m"]), int(head["d"]))
        except ValueError:
            continue
        if not head["y"] and day > today:
            # Nobody forwards what will be written: this is a time, not a head.
            continue
        yield at, head.start(), wrote
        at, wrote = head.end(), min(day, today)
    yield at, len(same), wrote


# --- What a day is named for -------------------------------------------------------------------


def _dues(
    same: str, begin: int, end: int, wrote: date, today: date, working: WorkingDays | None
) -> Iterator[Due]:
    text = same[begin:end]
    stops = [0, *(found.end() for found in _STOP.finditer(text)), len(text)]
    last: tuple[Said, Role] | None = None
    pending: list[Due] = []
    at = 0
    for said in days_said(text, wrote, working):
        while at + 1 < len(stops) and stops[at + 1] <= said.start:
            at += 1
        sentence_end = min(stop for stop in stops if stop >= said.end)
        place = _Place(
            said,
            text[said.start : said.end],
            text[stops[at] : said.start],
            text[said.end : sentence_end].rstrip("。；;！!？?\n\r"),
        )
        if said.clock:
            if last is not None and _LATER_CLOCK.search(place.left) is None and stops[at] <= last[0].start:
                # A time after its day: 周五前报，最晚下午5点.
                if (
                    pending
                    and last[0].time is None
                    and pending[-1].time is None
                    and not _ARRIVE.match(place.right)
                ):
                    pending[-1] = replace(
                        pending[-1], time=said.time, time_span=(begin + said.start, begin + said.end)
                    )
                continue
            if last is not None or not _clock_counts(place):
                continue
        role = role_of(place, text)
        if not said.clock:
            last = (said, role)
        day = said.day
        if role is Role.EVENT and said.since is not None:
            day = said.since
        if role is Role.NOTHING or day < today:
            continue
        span = (begin + said.start, begin + said.end)
        pending.append(Due(role, day, said.time, *span, span if said.time else None))
    yield from pending


_LATER_CLOCK = pattern("(?!)")
_ARRIVE = pattern(
    "[^，,。]{0,8}(?:入场|到场|到会|签到|就座|集合|到达|进场|抵达|落座|就位|上车|报到|开始|出发|结束|到岗)"
)


def _clock_counts(place: _Place) -> bool:
    """Whether a time without any day is today's limit or the beginning of today's meeting."""
    if re.search(
        "(?:工作|办公|值班|营业|受理|开放|服务|接待|电话)(?:时间)?[^，,。]{0,4}$|每[天日晚早]|每个?工作日",
        place.left,
    ):
        return False
    return True


def role_of(place: _Place, text: str) -> Role:
    """What a day is named for, by the words around it."""
    said = place.said
    if _is_background(place, text):
        return Role.NOTHING
    limit = said.until or bool(_LIMIT_LEFT.search(place.left)) or bool(_LIMIT_RIGHT.match(place.right))
    if _CHANGED.search(place.left):
        return Role.CHANGED
    if limit and not _PLANNED_BY_THEM.search(place.near_left):
        if said.until and not said.counted and _TELLS_OF.match(place.right):
            return Role.NOTHING
        if said.clock and _ARRIVE.match(place.right):
            return Role.EVENT
        return Role.LIMIT
    if said.unsure and not _LABEL.search(place.left):
        return Role.NOTHING
    if _DAY_LABEL_LIMIT.search(place.left):
        return Role.LIMIT
    if _LABEL.search(place.left):
        return Role.EVENT
    hands, happens = _HAND_IN.search(place.right), _EVENT.search(place.right)
    if hands and (not happens or hands.start() < happens.start()) and hands.start() <= _NEAR:
        return Role.LIMIT if _ASKED_ON.search(place.near_left) else Role.ASKED
    if happens and happens.start() <= _NEAR:
        return Role.EVENT
    if _EVENT_LEFT.search(place.left) or (said.time is not None and _EVENT.search(place.left)):
        return Role.EVENT
    if _ASKED_ON.search(place.near_left) and not said.clock:
        return Role.ASKED
    if _ON_EN.search(place.left) and (_EVENT.search(place.left) or _EVENT.search(place.right)):
        return Role.EVENT
    if _HAND_IN_LEFT.search(place.left) and not said.clock:
        return Role.ASKED
    return Role.NOTHING if said.clock else Role.NAMED


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
    "(?:报送|上报|提交|反馈|完成|截[止至]|报名|申报|填报|缴费|办理|整改|自查|登记|收集|征集|缴纳|上交|交表|回复|排查|摸排|集中缴费|参保"
    "|认证|公示|采集|申请|征订|订阅|递交|材料)(?:的?(?:截止|最后|具体))?(?:时间|时限|日期|期限|节点|期)(?:[:：]|定在|为|是|截止到?|截至|至|到)*\\s*(?:即日起?)?(?:自|从|至|到)?\\s*$"
)
_LIMIT_LEFT = pattern(
    "(?:截[止至](?:日期|时间|日|到|至)?|最后期限|最[迟晚]|至[迟晚]|不[迟晚]于|不(?:得|能|要)?(?:超过|晚于|迟于)|限(?:期|时|于)?|期限|时限|时间节点|死线"
    "|务必[于在]?|赶在|抢在)(?:[:：]|[为是在于到至])*\\s*$"
    r"|\b(?:by|before|until|till|due(?:\s+(?:on|by|date))?|deadline(?:\s+(?:is|for\s+[\w\s]{1,40}?(?:is)?))?|(?:no|not)\s+later\s+than|on\s+or\s+before"
    r"|closes?(?:\s+on)?|latest(?:\s+by)?|closing\s+date(?:\s+is)?|cut-?off(?:\s+is)?)\s*[:：]?\s*(?:the\s+)?"
    r"(?:(?:close|end)\s+of\s+(?:business|play|work|the\s+working\s+day|(?:the\s+)?day)|cob|eod|(?:noon|midnight))?\s*,?\s*(?:on|of)?\s*(?:the\s+)?$"
)
_LIMIT_RIGHT = pattern(
    r"\s*(?:[,，]?\s*(?:截[止至](?!目前)|为限|到期|前)|之内|at\s+the\s+latest|deadline|is\s+the\s+(?:deadline|last\s+day|cut)|[(（]?(?:截止|最后一天|最后期限))"
)
_ASKED_ON = pattern(
    "(?:请|须|需|应|务必|必须|要求|统一|集中)?[各全]?[^，,。]{0,12}?(?:请|务必|必须|统一|定)?[于在]\\s*$|(?:please|must)[\\w\\s]*\\bon\\s*$"
)
_ON_EN = pattern(r"\b(?:on|at|for|from|this)\s*(?:the\s+)?$")
_CHANGED = pattern(
    "(?:延(?:期|长|迟|后)?|推迟|顺延|改|改期|调整|提前|变更|更正|更改|推后|后延|宽限|延缓)(?:为|到|至|在|于|成)+\\s*(?:了)?$"
    r"|\b(?:extended|postponed|moved|changed|brought\s+forward|rescheduled|put\s+off|pushed\s+back)\s+(?:to|until|till)\s*(?:the\s+)?$"
)
_PLANNED_BY_THEM = pattern("(?:将|拟|会|计划)[于在]?\\s*$")

# --- Days that are only told of ----------------------------------------------------------------

_TELLS_OF = pattern(
    "(?:[^，,。]{0,6}(?:出生|年满|满\\d|建成|竣工|入住|到期|登记在册|参加工作|退休|去世|死亡|入职|入伍|取得|迁入|转入|在册|开工|立项|发生|受理)[^，,。]{0,6}(?:的|$))"
    "|的(?:数据|情况|台账|存量|信息|人员|名单|资料)"
)
_BASIS = pattern(
    "(?:根据|依据|按照?|依照|遵照|贯彻|落实|传达|参照|结合|鉴于|详见|参见|见|自|从|继|上次|上一次|前期|此前|接|收到|针对|关于|印发|下发|发布|学习)[^，,。；;\n]{0,20}(?<!通知)(?<!要求)(?<!电话)(?<!定)$"
)
_BASIS_OF = pattern(
    "[^，,。；;\n]{0,22}(?:会议?|例会|会上|精神|文件|通知|讲话|要求|部署|批示|函|公告|通报|纪要|约谈|反馈|办法|方案|安排|电话|指示|来电|发文)"
)
_DATA = pattern(
    "(?:统计|数据|调查|普查|核算|考核|评价|口径|信息|人口|报告)(?:的)?(?:时间|时段|期间|范围|周期|区间|时点|截[止至]|期|起止)+(?:[:：]|[为是以到至从自])*[^，,。；;]{0,4}$"
    "|(?:数据|统计|信息|口径|时点|名单|台账)(?:均|都|统一)?(?:以|按|为|更新|截[止至])(?:到|至)?\\s*$"
)
_OPEN_UNTIL = pattern("(?:报名|申报|征集|受理|收集|提交|报送|缴费|登记|投稿|申请|订阅)(?:时间)?截[止至](?:到|至)?\\s*$")
_AS_OF = pattern("截[止至](?:到|至)?\\s*$|\\bas\\s+(?:of|at)\\s*$")
_AS_OF_OF = pattern(
    "\\s*(?:的|[,，]?\\s*(?:全|我|已|共|累计|仍|尚|底|[各本]|目前|还)|时点|止的|为止的|存量|数据|在册|现有|前的?数据"
    "|[,，][^，,。]{0,10}(?:完成|达到?|为|有|余))"
)
_VALID = pattern(
    "(?:有效期?|执行|施行|实施|任期|服务期|合同期?|保质期|试用期|价格)[^，,。]{0,5}(?:至|到|为|自|从)\\s*$"
)
_SINCE = pattern(
    "\\s*(?:之?起|以来|始|开始(?:施行|实施|执行|启用|生效)|之?后|过后|生效|施行|实施|启用|印发|下发|发布|发文)"
)
_WAS = pattern(
    "(?:原定|原计划|原来|原本|原|之前说的?|上次|过去|最近|近|去年|上年|往年|历年|曾|曾经|已[于在经])[^，,。；;]{0,6}$"
)
_MOVED_FROM = pattern(
    "[^，,。；;]{0,14}(?:改[为到在期至]|调整[为到至]|延期?[至到]|推迟[至到]|提前[至到]|变更为|顺延)"
)
_FROM = pattern("(?:由|从|原)[^，,。；;]{0,6}$")
_FACT = pattern(
    "\\s*[,，]?\\s*(?:是|系|为)(?:我国|全国|全球|世界|国际|第|国家|中国|今年|[^，,。]{0,8}(?:日|节)(?=[,，。]|$))|\\s*(?:左右|前后|上下)"
)
_BIRTH = pattern("[^，,。；;\n]{0,3}(?:出生|生人|生的|年满|生于)")
_BORN = pattern("(?:出生|生日|生于|出生日期|出生年月)[^，,。]{0,5}$")
_VAGUE = pattern("[上中下]旬")
_PUBLIC = pattern("(?:公示期?|公示时间)[^，,。]{0,6}$")
_COUNT_FROM = pattern(
    "(?:会|活动|检查|整改|结束|演练|办结|审核|验收|公示|走访|培训|出院|死亡|事发|发现|受理|出生|变更|发生|签约|每次[^，,。]{0,6})(?:之?后|之日起|起|结束后)[^，,。]{0,4}$"
)
_COUNT_PAST = pattern("(?:近|最近|过去|前|连续|为期|共|控制在|未来|满|超过|每|轮换|间隔)\\s*$")
_COUNT_OF = pattern("(?:[^，,。]{0,4})(?:的(?:数据|情况|来访|人员|天气|轨迹|行程))")
_TOLD_EN = pattern(
    r"\b(?:dated|of|as\s+of|as\s+at|since|after|following|during|issued(?:\s+on)?|last|born(?:\s+(?:on|before|after))?|between|built\s+before"
    r"|registered\s+before|starting(?:\s+on)?|effective(?:\s+from)?|(?:takes?\s+effect|in\s+force|in\s+effect|applies|valid)(?:\s+from)?|valid\s+(?:until|till|to|through)|up\s+to|minutes\s+of|sent(?:\s+on)?|published(?:\s+on)?|originally)"
    r"\s*(?:on\s+)?(?:the\s+)?$"
)
_NOT_OF_EN = pattern(
    r"\b(?:end|close|week|instead|out|because|ahead|case|date|day|deadline)\s+of\s*(?:the\s+)?$"
)
_SIGNED = pattern(r"(?:[^\n，。,:：]{0,30}\s)?\Z")


def _is_background(place: _Place, text: str) -> bool:
    said, left, right = place.said, place.left, place.right
    if said.counted:
        return bool(
            _COUNT_FROM.search(left)
            or _COUNT_PAST.search(left)
            or _COUNT_OF.match(right)
            or _PUBLIC.search(left)
        )
    if _WAS.search(place.near_left) or (_FROM.search(left) and _MOVED_FROM.match(right)):
        return True
    if _DATA.search(left) or _BORN.search(left) or _VALID.search(left):
        return True
    if _BIRTH.match(right) or _FACT.match(right) or (not said.until and _SINCE.match(right)):
        return True
    if _AS_OF.search(left) and not _OPEN_UNTIL.search(left) and (
        _AS_OF_OF.match(right) or re.search("(?:数据|统计|信息|口径|时点)\\s*截[止至][到至]?\\s*$", left)
    ):
        return True
    if not said.until:
        if _BASIS.search(left) and _BASIS_OF.match(right):
            return True
        if _TOLD_EN.search(left) and not _NOT_OF_EN.search(left) and not _LIMIT_LEFT.search(left):
            return True
        if re.match("\\s*的(?!会|培训|检查|活动|演练|督查|例会|工作会|调度会)", right) and said.time is None:
            return True
        if _is_signature(place, text):
            return True
    return False


def _is_signature(place: _Place, text: str) -> bool:
    """Whether a day stands alone in its line at the end of a text, under what it signs."""
    said = place.said
    if said.time is not None or said.clock:
        return False
    line_start = text.rfind("\n", 0, said.start) + 1
    line_end = text.find("\n", said.end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start : said.start].strip(), text[said.end : line_end].strip(" 。.)）印发")
    if after or re.search("[:：于在前请]$|时间|日期", before):
        return False
    rest = text[line_end:].strip()
    # Below a signature there is at most a line or two: an attachment, a contact.
    return (
        bool(line_start)
        and len(rest) < 80
        and (not before or len(before) <= 24)
        and not re.search("[，,。]", before)
    )
