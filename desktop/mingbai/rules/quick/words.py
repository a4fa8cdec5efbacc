"""Words of a typed line that say what kind of thing it is: what is handed in, how it ended, where it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mingbai.domain.choice import Choice
from mingbai.domain.issue import DemandType, IssueChannel, Satisfaction, Urgency
from mingbai.domain.pattern import pattern
from mingbai.domain.task import Ask, TaskChannel, TaskKind
from mingbai.domain.text import fold
from mingbai.rules.counter.asker import asker_alone, asker_at
from mingbai.rules.quick.kinds import kind_of
from mingbai.rules.quick.line import HAN, Line

# --- What must be handed in --------------------------------------------------------------------


@cache
def _asks() -> dict[str, Ask]:
    known = {fold(name) for kind in TaskKind for name in kind.names}
    asks = {fold(name): ask for ask in Ask for name in ask.names}
    asks |= {part: ask for name, ask in asks.items() for part in name.split(" or ") if " or " in name}
    return {name: ask for name, ask in asks.items() if name not in known}


def take_kind(line: Line) -> None:
    """What must be handed in, and what else is asked by the same word, where the word stands alone."""
    for start, end in line.segments():
        if (kind := kind_of(line.text[start:end])) is not None:
            if line.value("department") is None and _is_handled(line, end, kind):
                return
            if line.take("kind", kind.code, start, end):
                _take_ask(line, start, end, stays=False)
            return


_THINGS = frozenset(
    (
        *(TaskKind.FORM, TaskKind.REPORT, TaskKind.DATA, TaskKind.LOG_BOOK, TaskKind.TRACE, TaskKind.PLEDGE),
        *(TaskKind.PUBLICITY, TaskKind.SURVEY, TaskKind.SUBSCRIPTION, TaskKind.PLAQUE, TaskKind.CERTIFICATE),
    )
)
_HANDLED = pattern(
    r"\s+(?:洗|[张粘]?贴|抄|打印|复印|塑封|装裱|裱|改(?![革造厕水善])|发(?:[给到群出回]|一[下份])|买|用完|装订|擦|挂(?![点靠职])|钉|扔|搬|锁|借|丢|掉|换(?!届)"
    r"|拿|带(?!头)|放(?!心)|存|念|看(?!护)|删|转(?:发|给)|恢复|背|翻|寄|晒|扫描|放大|找(?:[人谁他她小老]|出来|不到|回)|写(?:错|完)|还(?:给|没))"
)


def _is_handled(line: Line, end: int, kind: TaskKind) -> bool:
    """Whether a thing that a kind is called after is only dealt with: 照片 洗出来, 承诺书 复印两份."""
    return kind in _THINGS and _HANDLED.match(line.same, end) is not None


def _take_ask(line: Line, start: int, end: int, *, stays: bool) -> None:
    """What else is asked by the word that says what must be handed in."""
    said = line.same[start:end]
    ask = _asks().get(said) or _asks().get(said.removesuffix("s"))
    if ask is not None:
        line.take("asks", ask.code, start, end, stays=stays)


_REPORT_ZH = "工作总结|总结|小结|工作汇报|汇报材料|情况报告|工作报告|调研报告|自查报告|情况说明"
_ABOUT_IT_ZH = "[\u4e00-\u9fff\\d\\w（）()、《》“”]{2,40}?"
_HANDED_IN_ZH = (
    pattern(
        f"(?:上报|报送|提交|上交|填报|报(?![告名道表])){_ABOUT_IT_ZH}"
        f"(?:(?P<report>{_REPORT_ZH})"
        "|(?P<form>台账|台帐|花名册|名册|名单|统计表|汇总表|登记表|明细表|摸底表|报名表|清单)|(?P<data>数据)|(?P<trace>照片|截图))$"
    ),
    pattern(f"(?:撰?写|起草|[发交]){_ABOUT_IT_ZH}(?P<report>{_REPORT_ZH})$"),
    pattern(f"(?:填[写好]?|统计){_ABOUT_IT_ZH}(?P<form>[\u4e00-\u9fff]表|花名册|名册|清单)$"),
    pattern(f"(?:拍摄?|上传|发){_ABOUT_IT_ZH}(?P<trace>照片|截图)$"),
    # A paper that is called so is handed in, whether or not that is said.
    pattern(
        "(?!听取|学习|传达|审议|召开|参加|讨论)[\u4e00-\u9fff\\d]{2,40}?(?P<report>情况报告|工作总结|自查报告|调研报告|情况说明|汇报材料)$"
    ),
)
"""上报……台账, 填……登记表, ……情况报告: a verb of handing in with the thing at its end, or a paper by its name."""
_DETERMINED = r"(?:(?:a|an|the|our|your|all|new)\s+)?"
_ADJECTIVES = (
    r"(?:(?:written|short|brief|full|final|annual|yearly|quarterly|monthly|weekly|daily|progress|work)\s+)*"
)
_PAPERS = (
    r"report|summary|list|roster|form|table|spreadsheet|data|figures|statistics|photos?|pictures|screenshots?"
)
_HANDED_IN_EN = (
    pattern(
        r"(?:please\s+)?(?:send|submit|hand\s+in|provide|file|write|prepare)\s+(?:in\s+|us\s+|them\s+)?"
        rf"{_DETERMINED}(?:[\w-]+\s+){{0,2}}?(?P<what>{_PAPERS})(?=\s+(?:on|of|about|for|to|from)\b|$)"
    ),
    pattern(
        rf"(?:please\s+)?(?:fill\s+(?:in|out|up)|complete)\s+{_DETERMINED}(?:[\w-]+\s+){{0,3}}?(?P<what>forms?|tables?|list|spreadsheet)(?![\w-])"
    ),
    pattern(
        rf"{_DETERMINED}{_ADJECTIVES}"
        r"(?:(?P<what>report|summary)\s+(?:on|of|about)\s+(?!duty\b|site\b|time\b|foot\b|call\b)"
        r"|(?P<thing>list|roster|form|table|spreadsheet|data|figures|statistics|photos?|pictures|screenshots?)\s+(?:on|of|about|for|from)\s)"
    ),
)
"""Send a list of …, fill in the … form, report on …: what the sentence is about is the paper that is wanted."""
_PAPER_KINDS = (TaskKind.REPORT, TaskKind.FORM, TaskKind.DATA, TaskKind.TRACE)


_HANDS_IN = frozenset("报交送")


def drop_verb(line: Line) -> None:
    """报 that stands alone before what is handed in says nothing that the title needs."""
    segments = [*line.segments()]
    for at, (start, end) in enumerate(segments[:-1]):
        if line.text[start:end] in _HANDS_IN and line.text[end : segments[at + 1][0]].isspace():
            line.drop(start, end)
            return


def take_kind_of_title(line: Line) -> None:
    """What must be handed in as the title itself says: 上报……台账, 报送……总结, send a report on ….

    The words stay in the title.
    """
    for start, end in line.segments():
        found = handed_in(line.text, line.same, start, end)
        if found is not None:
            kind, left, right = found
            asked = line.value("department") is not None
            if not _is_asked_for(line.same[start:end], kind, asked=asked):
                return
            if line.take("kind", kind.code, left, right, stays=True):
                _take_ask(line, left, right, stays=True)
            return


_OWN_DEED = pattern(r"(?:请|务必)?[拍发]|(?:write|prepare|file)\b")
_BARE_EN = pattern(
    rf"(?P<one>(?:a|an|the|our|your|all|new)\s+)?{_ADJECTIVES}(?P<what>lists?|rosters?|forms?|tables?|spreadsheets?|data|figures|statistics|photos?|pictures|screenshots?)\s"
)


def _is_asked_for(said: str, kind: TaskKind, *, asked: bool) -> bool:
    """Whether a sentence says that its paper goes to somebody; `asked` where a unit stands beside it.

    Photos of the choir and 拍全家福照片 may be one's own; a list of something only names a paper, as 登记表 does.
    """
    if (bare := _BARE_EN.match(said)) is not None:
        # Education needs a list of pupils: with its article it is what is wanted.
        return asked and (kind is not TaskKind.FORM or bare["one"] is not None)
    return asked or _OWN_DEED.match(said) is None


def handed_in(text: str, same: str, start: int, end: int) -> tuple[TaskKind, int, int] | None:
    """The kind that a part of a text asks to hand in, and the words that say so."""
    for form in _HANDED_IN_ZH:
        zh = form.match(text[start:end])
        if zh is not None:
            name, where = next((name, zh.span(name)) for name, said in zh.groupdict().items() if said)
            return TaskKind[name.upper()], start + where[0], start + where[1]
    for form in _HANDED_IN_EN:
        en = form.match(same[start:end])
        if en is None:
            continue
        name = next(name for name, said in en.groupdict().items() if said)
        if (met := kind_of(en[name])) in _PAPER_KINDS:
            left, right = en.span(name)
            return met, start + left, start + right
    return None


def take_chain(line: Line, units: re.Pattern[str], meant: dict[str, str]) -> None:
    """English one-word names in a row: in "by Friday report Health …" each makes the other sure."""
    for start, end in [*line.segments()]:
        said = line.text[start:end]
        if HAN.search(said):
            continue
        words = _words(line, start, end, units)
        for row in (words, words[::-1]):
            chain = _known_in_row(line, row, units)
            met = line.after_part(start) if row is words else line.before_part(end)
            if len(chain) < 2 and not (chain and met and len(words) == 1):
                continue
            for name, left, right in chain:
                text = line.same[left:right]
                if name == "department":
                    line.take(name, meant[text], left, right)
                elif (kind := kind_of(text)) is not None:
                    line.take("kind", kind.code, left, right)
            return


def _words(line: Line, start: int, end: int, units: re.Pattern[str]) -> list[tuple[int, int]]:
    """The words between two places; the name of a unit is one word, and so is that of a kind: publicity piece."""
    named = [found.span() for found in units.finditer(line.same, start, end) if " " in found[0]]
    words, at = [], start
    for word in re.finditer(r"[^\s]+", line.text[start:end]):
        left, right = word.start() + start, word.end() + start
        if left < at:
            continue
        at = next((stop for begin, stop in named if begin == left), 0) or _kind_end(line, left, end) or right
        words.append((left, at))
    return words


_TWO_WORDS = pattern(r"[a-z-]+ [a-z-]+(?![\w-])")


def _kind_end(line: Line, start: int, end: int) -> int:
    """Where a name of a kind in two words ends that begins at a place; 0 where none does."""
    found = _TWO_WORDS.match(line.same, start, end)
    return found.end() if found is not None and kind_of(found[0]) is not None else 0


def _known_in_row(
    line: Line, row: list[tuple[int, int]], units: re.Pattern[str]
) -> list[tuple[str, int, int]]:
    chain: list[tuple[str, int, int]] = []
    for start, end in row:
        word = line.same[start:end]
        if (line.text[start].isupper() or " " in word) and units.fullmatch(word):
            name = "department"
        elif kind_of(word) is not None:
            name = "kind"
        else:
            break
        if any(name == known for known, _, _ in chain) or line.value(name) is not None:
            break
        chain.append((name, start, end))
    return chain


# --- How it came and what they thought ----------------------------------------------------------


@cache
def names_of(kind: type[Choice]) -> Mapping[str, Choice]:
    """The members of a choice by what they are called, folded; of two that are called alike the first."""
    return {fold(name): member for member in reversed(kind) for name in (member.code, *member.names)}


def take_alone(line: Line, name: str, kind: type[Choice], other: Choice | None = None) -> None:
    """A field whose word stands alone and is exactly a name of a choice; never the one for all others."""
    for start, end in line.segments():
        member = names_of(kind).get(line.same[start:end])
        if member is not None and member is not other and line.take(name, member.code, start, end):
            return


_WAY = pattern(
    r"(?<![\w'’-])(?:(?:told|reported|raised|heard|received|complaint|request|question|came(?:\s+in)?|asked|asked\s+for)(?:\s+to\s+us)?\s+)?"
    r"(?:by|via|through|over|on)\s+(?:the\s+|an?\s+)?(?P<way>(?:e-?)?mail|(?:tele)?phone(?:\s+call)?|wechat(?:\s+group)?"
    r"|chat\s+group)(?![\w'’-])"
)
_ANSWERED = pattern(
    r"(?<![\w'’-])(?:send|submit|return|reply|answer|provide|file|confirm|forward|hand\s+in)(?![\w'’-])"
)
"""Says how it is to be handed in: what follows by is no way in which it came."""


def before_way(text: str) -> str | None:
    """What stands before the way it came that closes a text (by e-mail); None where none does."""
    said = fold(text)
    ways = (found.start() for found in _WAY.finditer(said) if found.end() == len(said))
    return next((said[:start].strip() for start in ways), None)


def _take_way(line: Line, kind: type[Choice]) -> None:
    """By phone, told by email: by which way it came, where it is a part of its own and nothing is handed in by it.

    Behind plain words it may be theirs: scams by phone.
    """
    for found in _WAY.finditer(line.same):
        start, end = found.span()
        own = line.first(start) and line.last(end)
        if not own or _ANSWERED.search(line.same[:start]):
            continue
        way = kind.read(found["way"])
        if way is not None and line.take("channel", way.code, start, end):
            return


def take_issue_words(line: Line) -> None:
    """Channel, type and urgency of an issue, and what the resident thought of how it ended."""
    _take_satisfaction(line)
    _take_way(line, IssueChannel)
    take_alone(line, "channel", IssueChannel, IssueChannel.OTHER)
    take_alone(line, "demand_type", DemandType, DemandType.OTHER)
    take_alone(line, "urgency", Urgency, Urgency.NORMAL)


_WHOSE = pattern(r"^(?:居民|群众|诉求人|对方|本人)?(?:表示)?|^(?:the\s+)?resident\s+(?:is\s+)?")


def _take_satisfaction(line: Line) -> None:
    for start, end in line.segments():
        thought = Satisfaction.read(_WHOSE.sub("", line.same[start:end]))
        if thought is not None and line.take("satisfaction", thought.code, start, end):
            return


def take_task_channel(line: Line) -> None:
    """By which way an assignment came, where the word names no kind of paper."""
    _take_way(line, TaskChannel)
    for start, end in line.segments():
        channel = names_of(TaskChannel).get(line.same[start:end])
        if channel in _OWN_WAYS and line.first(start) and line.take("channel", channel.code, start, end):
            return


_OWN_WAYS = (TaskChannel.PHONE, TaskChannel.CHAT, TaskChannel.IN_PERSON, TaskChannel.EMAIL)


MEETING = (
    "(?:[例晨早晚周月]|推进|部署|动员|调度|座谈|协调|总结|专题|工作|视频|电视电话|研判|分析|交流|联席|听证|宣讲|现场|说明|述职|碰头|启动|培训|业务|安全|学习)"
    "会(?:议)?"
)
"""What a meeting is called by what it is for."""

# --- Who and where -----------------------------------------------------------------------------

MOBILE, LANDLINE = r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}", r"(?:0\d{2,3}[- ])?[2-8]\d{6,7}"
_PHONE = pattern(
    r"(?<![A-Za-z\d_.+-])(?:(?:(?:联系)?电话|手机|tel|phone)[:：.]?\s*)?"
    rf"(?P<phone>{MOBILE}|{LANDLINE}(?=$|[\s,，;；。]))(?![\w.-])",
    re.IGNORECASE,
)
_ORDER = pattern(
    r"(?:工单(?:编?号)?|办件编号|order(?:\s+(?:no\.?|number))?)\s*[:：]?\s*(?P<no>[a-z]{0,4}\d{6,})(?!\w)",
    re.IGNORECASE,
)
_DEMANDED = pattern(
    "(?P<who>[\u4e00-\u9fffA-Za-z]{2,12})要求(?:出具|开具?|提供|的)?$|(?:demanded|asked|wanted)\\s+by\\s+(?P<by>.+)$",
    re.IGNORECASE,
)
_ARTICLE = pattern(r"\b(?:the|my|her|his|our|their|an?)\s+$")
_PURPOSE = pattern(
    r"(?:用途|用于|用来)\s*[:：]?\s*(?P<zh>[^\s,，;；。@]+)|(?<![\w-])(?:purpose:?|used for)\s+(?P<en>[^,，;；@]+)"
)


def take_phone(line: Line) -> None:
    """A phone number."""
    for found in _PHONE.finditer(line.same):
        if line.take("phone", re.sub("[ ]", "", found["phone"]), *found.span()):
            return


def take_order(line: Line) -> None:
    """The number of a hotline order."""
    if found := _ORDER.search(line.text):
        line.take("order_no", found["no"], *found.span())


def take_demanded_by(line: Line) -> None:
    """Who wants a certificate: 银行要求, bank wants proof that …."""
    for start, end in line.segments():
        if (alone := asker_alone(line.text[start:end])) is not None:
            line.take("demanded_by", alone[0], start, end)
            return
        if (found := _DEMANDED.match(line.text[start:end])) is not None:
            line.take("demanded_by", (found["who"] or found["by"]).strip(), start, end)
            return
    if (asker := asker_at(line.text)) is not None:
        # The sentence reads on (银行要证明他是我儿子), unless what it says of the unit was left out of it.
        said, start, end = asker
        left = not any(at == end for at, _ in line.dropped)
        taken = line.take("demanded_by", said, start, end, stays=left)
        if taken and not left and (article := _ARTICLE.search(line.same[:start])) is not None:
            line.drop(article.start(), start)


def take_purpose(line: Line) -> None:
    """What a certificate is for."""
    if found := _PURPOSE.search(line.text):
        line.take("purpose", (found["zh"] or found["en"]).strip(), *found.span())


_SPOT = (
    "(?:小区|花园|家园|公寓|新村|雅苑|[\u4e00-\u9fff]苑|\\d+\\s*[栋幢座]|\\d+\\s*单元|\\d+\\s*号楼|\\d+\\s*楼|\\d+\\s*室|\\d+\\s*组|\\d+\\s*号"
    "|路口|[\u4e00-\u9fff]路|[\u4e00-\u9fff]街|[\u4e00-\u9fff]巷|大道|网格|广场|公园|市场|学校|小学|中学|[东西南北]区|[东西南北正后]门|门口|路段)"
)
_SIDE = "(?:旁边?|附近|对面|门前|楼下|楼道|路边|内|里)?"
_PLACE_ZH = pattern(rf"(?:[\u4e00-\u9fff]{{0,8}}?{_SPOT}\s*)+{_SIDE}")
_PLACE_ZH_JOINED = pattern(
    r"(?:[\u4e00-\u9fff]{2,6}(?:小区|花园|家园|公寓|新村|苑)\s*)?(?:(?<!\d)\d{1,6}\s*(?:栋|幢|座|号楼|单元|室|号)\s*)+(?=$|[\s,，;；。@])"
)
_SPOT_EN = (
    r"(?:(?:building|block|unit|group|lane|room)\s+(?:no\.?\s*)?\d+\w?|gate|street|road|lane|garden|gardens|estate|square|park"
    r"|school|market|entrance|village|courtyard|car park|stairwell|staircase|corridor|lobby|basement|roof|lift)"
)
_PLACE_EN = pattern(
    rf"(?:(?:[A-Z][\w'’-]*|\d{{1,4}}[A-Z]?|north|south|east|west|main|front|back|underground|the)\s+){{0,4}}(?i:{_SPOT_EN})"
    rf"(?:(?:,|,?\s+of(?:\s+the)?)?\s+(?i:{_SPOT_EN}))*(?![\w-])"
)
_AT_PLACE = pattern(r"(?<![\w-])(?:at|in|near|outside|behind|opposite)\s+$")
LONGEST_PLACE = 24
_HALL_ZH = "(?:会议室|会客室|接待室|活动室|议事厅|报告厅|多功能厅|大厅|礼堂|会场|教室)"
_VENUE_ZH = pattern(
    rf"(?:地点\s*[:：]?\s*|[在到])?(?P<where>[\u4e00-\u9fff\dA-Za-z]{{0,14}}?{_HALL_ZH}|\d{{1,2}}\s*楼)"
)
_VENUE_BEFORE_ZH = pattern(
    rf"[在到](?P<where>[\u4e00-\u9fff\dA-Za-z]{{0,14}}?{_HALL_ZH})(?:召?开|举行)?(?=[\u4e00-\u9fff])"
)
_VENUE_EN = pattern(
    r"(?<![\w'’-])(?:in|at)\s+(?:the\s+)?(?P<where>(?:[\w'’-]+\s+){0,3}?(?:meeting|conference)\s+room(?:\s+\w{0,2}\d+)?|room\s+\w{0,2}\d+"
    r"|(?:[\w'’-]+\s+){0,3}?auditorium)(?![\w'’-])"
)


def take_venue(line: Line) -> None:
    """In which room people meet: 三楼会议室, in the conference room."""
    for start, end in line.segments():
        found = _VENUE_ZH.fullmatch(line.text[start:end])
        if found is not None and line.take("venue", found["where"], start, end):
            return
    for form in (_VENUE_BEFORE_ZH, _VENUE_EN):
        for met in form.finditer(line.text):
            if line.take("venue", met["where"], *met.span()):
                return


def take_place(line: Line, *, chained: bool = False) -> None:
    """Where something is: 小区西门, 新湖花园3栋2单元, Building 3; `chained` it may follow what was read before it."""
    for found in _PLACE_ZH_JOINED.finditer(line.text):
        start, end = found.start(), found.start() + len(found[0].rstrip())
        if line.begins(start, end) and line.take("place", line.text[start:end], start, end):
            return
    for start, end in line.segments():
        said = line.text[start:end]
        if len(said) <= LONGEST_PLACE and _PLACE_ZH.fullmatch(said) and line.take("place", said, start, end):
            return
    for found in _PLACE_EN.finditer(line.text):
        start, end = found.span()
        before = _AT_PLACE.search(line.text[:start])
        follows = chained and line.after_part(start)
        if before is None and not follows and not line.alone(start, end):
            continue
        if line.take("place", found[0].removeprefix("the "), start, end):
            if before is not None:
                line.drop(before.start(), start)
            return
