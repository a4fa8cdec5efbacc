"""What a notice is about, in few words: its heading, or the sentence that asks, without day, unit and courtesy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mingbai.domain.pattern import alternatives, pattern
from mingbai.domain.text import clean
from mingbai.rules.language import HAN, has_han
from mingbai.rules.notice.clause import DAY, GONE, cleaned

Span = tuple[int, int]

LONGEST, LONGEST_EN = 48, 96
READ = 240
"""So many signs of a clause are read; a title is much shorter."""
FEWEST = 4
"""Fewer Chinese signs say nothing alone: 报社事办."""
LEAST_EN = 2
"""So few English words say only that it is a notice."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title and where it was read from."""

    text: str
    start: int
    end: int


_KIND = "通知|函|通报|公告|通告|提示|方案|意见|提醒|预通知|倡议书|请示|批复|决定|要点|办法|细则"
_HEADING = pattern(
    rf"^[ \t>#*【\[]*(?:[^\n，。；：:《》]{{0,24}}?)(?P<title>(?:关于|转发|印发).{{2,60}}?的(?:紧急|补充|预备|重要)?(?:{_KIND}))[】\]]?[ \t]*(?:[（(][^）)\n]{{1,20}}[）)])?[ \t]*$",
    re.MULTILINE,
)
_BROKEN = pattern(
    r"^[ \t]*[^\n，。；：:《》]{0,24}?(?P<title>(?:关于|转发|印发)[^\n，。；：:]{4,40})\n[ \t]*(?P<rest>[^\n，。；：:]{1,24}"
    rf"的(?:紧急|补充|预备|重要)?(?:{_KIND}))[ \t]*$",
    re.MULTILINE,
)
"""A heading that takes two lines."""
_AFFAIR = pattern(r"(?:^|[。；;！\s])关于(?P<title>[^，。；：:\n]{2,30}?)(?:一事|的?事宜)(?=[，,。])")
_INLINE = pattern(
    rf"(?:^|[】\]:：\s])(?P<title>关于[^，。；：:《》\n]{{4,50}}?的(?:紧急|补充|预备|重要)?(?:{_KIND}))(?=[\s:：。，,（(]|$|各[村社居])"
)
_LABEL = pattern(
    r"(?:^|[\n，。；;\s])(?:任务名称|事项名称|项目名称|工作名称|工作任务|会议名称|会议主题|会议内容|会议议题|培训主题|培训内容|培训名称|活动主题|活动名称|活动内容|检查内容|(?:诉求|工单|事件|问题|来电|反映)(?:标题|内容|事项|描述)|主题|议题|内容|事项|事由|任务|工作内容|标题|subject|re|topic|agenda|purpose)\s*[:：]\s*(?:(?:re|fwd?|回复|转发|答复)\s*[:：]\s*)*(?P<title>[^\n。；;|\t]{2,60}?)(?=\s+(?:责任|时限|完成|对象|联系|截止|要求|范围|交|报送)[^\n]{0,8}[:：]|[\n。；;|\t]|(?<=[a-z)])\.\s|\s+(?:please|kindly|dear)\s|$)",
    re.IGNORECASE,
)
_BRACKET = pattern("^\\s*[【\\[](?P<title>[^】\\]\n]{2,30})[】\\]]")
_GENERIC = pattern(
    "(?:@?(?:所有人|全体成员|大家))?\\s*(?:紧急|重要|会议|工作|补充|温馨|特别|培训|活动|任务|群|近期|本周|微信)*(?:通知|提示|提醒|公告|转发|通报|消息|任务|更正|会议|再次提醒|催报|催办|预告|事项)*(?:公告)?[!！:：。\\s\\d]*"
    "|(?:urgent|important)?\\s*(?:notice|reminder|meeting\\s+notice|fyi|announcement|notice\\s+of\\s+meeting)[!:.\\s]*",
    re.IGNORECASE,
)
_ONLY_A_TEXT = pattern(
    "(?:[^，。；：:]{0,10}(?:电话|来电|通话|聊天|语音)(?:通知|内容)?(?:记录|摘要|留言|截图|转文字|转述)(?:[簿本单])?|[^，。；：:]{2,14}(?<!人)群|[^，。；：:]{0,10}(?:转办|派|交办|督办|工|承办|派遣)单)(?:[（(][^（）()]{0,12}[)）])?[\\s\\d]*"
    r"|(?:(?:(?:phone|telephone|call|voice|text|chat)\s+(?:notes?|messages?|logs?|records?)|(?:messages?|notes?)\s+taken|memo\s*:?\s[\w ]{3,40}\sto\s+all|notes?\s+of\s+a\s+(?:phone\s+|telephone\s+)?call)\b[^.\n]{0,90}|(?:fyi|fwd?|fw|forwarded|reminder|note\s+for\s+the\s+file|phone\s+in)\b(?!\s+(?:to|about|for\s+all)\b))[^.:\n]{0,60}"
    r"|to\s+all\s+[\w ]{3,40}"
    r"|(?:\b(?:reminders?|notice|message|letter|news|deadline|date|weekly|monthly|quarterly|yearly|annual|report|return|update|moved|changed|extended|correction|urgent|final|second|last|new|of|from|the|and|a)\b\s*)+",
    re.IGNORECASE,
)
"""What only says which kind of text this is: 电话记录, 工作群, phone note."""
_UNIT_EN = r"(?:bureau|office|department|federation|committee|cent(?:re|er)|station|society|union|association|company|court|clinic|hospital|ministry|government|foundation)"
_UNIT_ONLY_EN = pattern(rf"(?:the\s+)?[\w'’ ]{{0,40}}\b{_UNIT_EN}(?:\s+of\s+[\w ]{{3,20}})?", re.IGNORECASE)
_OF_UNIT_EN = pattern(
    rf"(?:(?:urgent|meeting|important)\s+)*(?:notice|reminder|circular|memo)\s*(?:of|from|by|-|:)\s*(?:the\s+)?[\w' ]{{0,40}}\b{_UNIT_EN}\b[^\w]*(?:\([^)]*\)|\d[\w ]*)?[\s.:,-]*",
    re.IGNORECASE,
)
_NOTICE_EN = pattern(
    r"^[ \t>#*]*(?P<title>(?:(?:urgent|meeting|training|important|first|second|third|final|further)\s+)*(?:notice|reminder|circular|memo)\s*(?:of|on|about|regarding|concerning|for|:|-|–|—)\s*[^\n.]{4,140})",
    re.IGNORECASE | re.MULTILINE,
)

_BODY_EN = pattern(
    r"[\s,:;–—-]+(?:please|kindly|dear\s)\b"
    r"|[\s*]+to\s+(?:all|each|every)\s+[\w' ]{3,40}:"
    r"|(?<!\bto)(?<!\bfor)(?<!\bof)(?<!\bon)(?<!\bby)(?<!\bfrom)(?<!\bin)(?<!\bwith)(?<!\band)\s+"
    r"(?:(?:all|each|every)\s+(?:[\w-]+\s+){1,4}?(?:are|is|should|must|shall|will|needs?|have|has)|(?:you|we|they)\s+(?:are|ask|need|must|should|have|will|want))\b",
    re.IGNORECASE,
)
"""Where the text itself begins behind a heading that no line and no point ends."""
_STOP = pattern(r"[。；;！!？?\n]|…+|(?<=[a-z)])\.(?=\s|$)")
_ASKS = pattern(
    "请|务必|须|需|(?<!根据)要求|报|交(?!通)|提交|完成|填|统计|排查|摸排|召开|开会|开展|组织|参加|做好|落实|整改|核|登记|录入|学习|培训|检查|演练|上传|转发|拍|打卡|签|走访|收集|汇总"
    r"|\b(?:please|must|submit|send|return|attend|complete|hold|update|check|visit|fill|need|should|required)\b",
    re.IGNORECASE,
)
_LISTED = pattern("[（(][^（()）\n]{1,160}?[、;；|/／,，·→＋+][^（()）\n]{0,160}[)）]")
"""A list in brackets says what is in a form, and belongs into no title."""
_LETTER_HEAD = pattern(
    r"^[ \t>]*(?:from|to|cc|date|sent|发件人|收件人|抄送|发送时间|发件时间|日期|附件)[ \t]*[:：][^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_CLAUSE = pattern("[，,]")
_ASIDE = pattern(
    "[你贵](?:单位|社区|村|镇)[^，,]{0,12}(?:收悉|收到|来函)|特此|此[复致]|(?:工作|微信)?群里?[说通]|[县区市]?(?:里|局)?(?:说|通知)$|加我|逾期|过期|过时|超期|超时|联系|电话|地点|地址|会场|分会场|集合|参会|参加人|参加单位|出席|附件|格式|模板|样[表式]|老格式|邮箱|纸质|电子[版档]|盖章|签字|加盖|一式|一[页份](?:就|即|纸就)|文字就|发我|发给|发[到至回]|发群|给我|交我|交给|交[到至回]|报我|报给|报[到至来]|送[到至]|传[群到至]|回传|截图"
    "|我[来去要拉发]|你们(?:[头前]|提前)|收到|知悉|麻烦|抱歉|不好意思|不得|不要|别|勿|不用|无需|无须|不需|不必|没有(?:的|也)|没[报交]|未[报交]|漏|按时|准时|尽快|抓紧|各[报派交]"
    "|[一二三四五六七八九十两\\d]+(?:个?栏|[项列行])(?:都|必|内容|即可|就)?|表[里中头]|表格?(?:见|在|已|有)|(?:登记|填写|填报|采集|统计|信息|变更|需填)?(?:项目?|栏目|字段|要素|内容|表头|列名?|表项)(?:有|为|是|包括|包含|含|如下|[:：]|$)|(?:主要|分别)?(?:包括|包含|含|列|填|写明?|注明|填写|填报|登记)?(?:清楚|完整)?[:：]?$"
    "|就按|时间|时限|期限|到时候?|太晚|以前|之前|上次|就是|截止|年终|今天|节前|节后第|这次|本通知|特此|请?互相|人手一|请假|带上|自带|准备好笔|乘车|着装|提前\\d|提前[一二三四五六七八九十]|名额|先到|有好的|有数据|要有|内容不|Excel|excel|锁表|关账"
)
"""A clause that only says how, where to or with what something is handed in."""
_MATTER = alternatives(
    "[表册单]|台账|材料|资料|总结|报告|数据|信息|照片|视频|记录|数量|底数|进度|意愿|节目单|方案|计划|清单|情况|会(?![前后上场计])|培训|讲座|演练|检查|督查|验收|活动|排查|摸底|统计|核查|核实|整治|走访|宣传|慰问|评比|评选|考核|调研|体检|接种|征集|招募|报名|普查|调查|登记|采集|监测|巡查|巡山|责任[书状]|承诺|公示|换届|任务|指标|工作|预警|打卡|留痕|采样|缴费|参保|认证"
)
_BASIS = pattern(
    "(?:根据|按照|依据|为(?!民|期)|接(?!种|龙|送|待)|刚?接到|收到|据(?!点)|鉴于|结合|经(?!济|营|费|办)|因|由于|按(?!摩)|遵照|贯彻|受(?![理灾益害助检捐聘表])|应(?![急届征聘用付收]))[^，,]{2,60}$"
)
"""A clause that only says why."""
_TALK = pattern(
    "打扰|不好意思|抱歉|[^，,]{0,8}(?:您好|你好)|我是|我[们这]?(?:刚|昨天|今天|已)|加了|问一下|请问|想(?:了解|问|请)|昨天|前天|刚才|刚刚|上次|上周|还有[^，,]{0,8}[没未]|还差|仍有|尚有|大家(?:辛苦|重视|注意|配合)|[^，,]{0,10}(?:催得紧|天天催|催了|约谈了|来电话)|[^，,]{0,12}(?:请注意|听[好着]|看一眼|帮忙转|播[^，,]{0,3}通知|跟你们?[讲说]|存个底)|[群各]里?的?各位|方便的话|如有|如果|若有|有(?:问题|疑问|困难|情况)|希望|全部|必须|核查结果|填[表好完]"
    "|(?:序号|事项|任务|时限|科室|责任单位|联系人|内容|备注|要求|[\\s|/\\t]){3,}$"
)
"""A clause of talk around what is asked."""
_TALK_EN = pattern(
    rf"(?:good\s+(?:morning|afternoon|evening)|hello|hi|dear|greetings)\b[^.!?]{{0,40}}$|(?:the\s+)?[\w' ]{{0,40}}\b{_UNIT_EN}$|congratulations|thank|sorry"
    r"|(?:you|there|it|this|that|they|he|she|last|nothing|no)\b(?!.*\b(?:needs?|wants?|asks?|must|please|send|requires?|would\s+like|due)\b)|[^.]*\b(?:need\s+not|nothing\s+(?:further|for)|not\s+needed)\b",
    re.IGNORECASE,
)
_MATTER_EN = pattern(
    r"\b(?:lists?|forms?|registers?|reports?|returns?|figures|numbers?|names?|tables?|sheets?|surveys?|meetings?|training|checks?|inspections?|summary|summaries|plans?|accounts?|records?|photos?|copies|statements?|estimates?"
    r"|rosters?|rotas?|census|counts?|pledges?|applications?|campaigns?|drills?|sessions?|results?|updates?|articles?|contracts|certificates?|details|explanation|cards?|data|notes?)\b",
    re.IGNORECASE,
)


def title_of(text: str, taken: Iterable[Span], asking: Sequence[Span]) -> Title | None:
    """The title of a notice; spans `taken` were read as something else, the notice asks at `asking`."""
    if (headed := heading_of(text)) is not None:
        return headed
    asked = _with_subject(text, _asked(text, list(taken), asking))
    letter = _LETTER.match(text)
    if letter is None or asked is None or letter["title"] in asked.text:
        return asked
    said = clean(letter["title"])
    return Title(f"{said}：{asked.text}"[: LONGEST + 12], letter.start("title"), asked.end)


_DATE = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号]"
_STRETCH = pattern(
    rf"(?:从|自)?{_DATE}(?:起|开始)?\s*(?:至|到|-|—|~|～)\s*(?:{_DATE}|\d{{1,2}}月[底末])(?:为?止|期间)?\s*[，,]\s*(?=[\u4e00-\u9fff])"
)
_AIM = pattern(
    "(?:^|[，,。；;：:！!\\s])为了?(?:切实|进一步|全面|扎实|认真)*(?:做好|加强|推进|开展|抓好|落实)好?(?P<what>[^，,。；;：:\n]{4,20}?)(?:工作)?[，,]"
)


def _with_subject(text: str, asked: Title | None) -> Title | None:
    """What comes again and again named by its aim, and not by the days between which it does."""
    stretch = _STRETCH.match(asked.text) if asked is not None else None
    if asked is None or stretch is None:
        return asked
    said = asked.text[stretch.end() :]
    aim = _AIM.search(text, 0, max(asked.start, 0) + len(asked.text))
    if aim is not None and aim["what"] not in said:
        said = f"{aim['what']}：{said}"
    return Title(said, asked.start, asked.end)


def heading_of(text: str) -> Title | None:
    """The title that stands above a text or behind a label; none where it only says that it is a notice."""
    return _headed(text) or _labelled(text)


def _headed(text: str) -> Title | None:
    head = text[:600]
    for form in (_HEADING, _INLINE, _AFFAIR, _NOTICE_EN):
        if (found := form.search(head)) is not None and not _OF_UNIT_EN.fullmatch(found["title"]):
            return _titled(found)
    if (
        (found := _BRACKET.match(head)) is not None
        and _MATTER.search(found["title"])
        and not _generic(found["title"])
        and not _unit_only(found["title"])
    ):
        return _titled(found)
    if (broken := _BROKEN.search(head)) is not None:
        return Title(clean(broken["title"] + broken["rest"]), broken.start("title"), broken.end("rest"))
    lines = [line for line in re.finditer(r"[^\n]+", head) if line[0].strip()]
    # Above the heading of a paper stands its unit.
    while len(lines) > MOST_ABOVE and _PAPER_OF.fullmatch(lines[0][0].strip()):
        lines.pop(0)
    if len(lines) > 1 and not _LETTER.match(text) and _heads(first := lines[0][0].strip()):
        start = lines[0].start() + lines[0][0].index(first)
        return Title(first, start, start + len(first))
    return None


MOST_ABOVE = 2
"""So few lines have no heading below their unit."""
_PAPER_OF = pattern(
    "[一-鿿（）()]{4,30}(?:(?:局|委|部|办|办公室|办事处|政府|委员会|指挥部|领导小组|中心|大队|支队)(?:文件)?|街道|[镇乡])"
)
_LETTER = pattern(
    r"\s*[【\[]?(?P<title>[^\n，。；：:、（(【】\]]{0,20}?(?:感谢信|表扬信|公开信|一封信|启事|启示|讣告|邀请函|会议纪要|简讯|贺信))[】\]]?(?:[（(][^（()）\n]{1,12}[)）])?[ \t]*\n"
)
"""A heading that says which kind of letter it is, and not what about."""
_NO_HEADING = pattern(r"[，,。；;：:!！?？@|\t]|请|\d[:：]\d|\S+(?:\s+\S+){3,}")
"""Signs of a sentence, of a greeting or of the head of a table."""


def _heads(first: str) -> bool:
    """Whether a first line is a heading."""
    if not 4 <= len(first) <= 40 or (has_han(first) and _NO_HEADING.search(first)):
        return False
    if not has_han(first) and re.search(r"[,;:!?@|\t]", first):
        return False
    plain = cleaned(first)
    return not (
        not _says(plain)
        or _generic(first)
        or _unit_only(first)
        or _TALK.match(plain)
        or (_ASIDE.match(plain) and not _MATTER.search(plain))
    )


def _titled(found: re.Match[str]) -> Title:
    said = clean(found["title"]).strip(" 【】[]*")
    body = _BODY_EN.search(said)
    if body is not None and len(re.findall("[a-z]{3,}", said[: body.start()], re.IGNORECASE)) > LEAST_EN:
        said = said[: body.start()].rstrip(" *")
    return Title(_short(said), *found.span("title"))


def _generic(said: str) -> bool:
    """Whether it only says that this is a notice, or a record of a call."""
    said = said.strip(" \t[]【】（）()")
    return any(form.fullmatch(said) for form in (_GENERIC, _ONLY_A_TEXT, _OF_UNIT_EN))


_UNIT = "[^，。\\s]{0,12}?(?:[局办委部站所院队]|中心|政府|办公室|街道|镇|乡|学校|联|社区|村)(?:[一-鿿]{0,4}[股科室队])?"
_UNIT_ONLY = pattern(
    f"(?:{_UNIT}\\s{{0,2}}){{1,2}}(?:[小老]?[一-鿿]|[一-鿿](?:科长|主任|书记|所长|局长|股长|老师|工)|(?<=\\s)[一-鿿]{{2,3}})?"
    "(?:[（(]?(?:电话|来电|微信|短信|转)[)）]?)?[\\s\\d月日号年:：.]*(?:[股科]?(?:通知|提醒|公告|通告|告示|来电|来函|纪要|会议纪要|紧急通知|温馨提示))?"
)


def _unit_only(said: str) -> bool:
    """Whether it names the unit alone, its desk and who speaks for it."""
    return _UNIT_ONLY.fullmatch(said.strip()) is not None or _UNIT_ONLY_EN.fullmatch(said.strip()) is not None


def _labelled(text: str) -> Title | None:
    for found in _LABEL.finditer(text[:1500]):
        listed = found["title"].count("、") > 1 and not _ASKS.search(found["title"])
        if not listed and not _generic(found["title"]):
            said = clean(found["title"])
            return Title(said[:LONGEST], *found.span("title"))
    return None


# --- Out of a sentence --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause without day, unit and courtesy, and how much speaks for it being what is asked."""

    said: str
    weight: float
    leads: bool
    """Whether it may be the first to say what it is about."""
    span: Span


def _sentences(text: str) -> list[Span]:
    found, at = [], 0
    for stop in _STOP.finditer(text):
        if text[at : stop.start()].strip():
            found.append((at, stop.start()))
        at = stop.end()
    if text[at:].strip():
        found.append((at, len(text)))
    return found


def _asked(text: str, taken: list[Span], asking: Sequence[Span]) -> Title | None:
    text = text[:4000]
    for form in (_LISTED, _LETTER_HEAD):
        text = form.sub(lambda found: GONE * len(found[0]), text)
    clauses = [
        clause
        for number, span in enumerate(_sentences(text))
        for clause in _clauses(text, span, number, taken, asking)
    ]
    if not clauses:
        return None
    best = max(clauses, key=lambda clause: clause.weight)
    if not has_han(best.said):
        return _asked_in_english(clauses, best)
    leading = [clause for clause in clauses if clause.leads]
    lead = leading[0] if leading else best
    title = [lead]
    for clause in [*leading[leading.index(lead) + 1 :][:1], best] if lead in leading else []:
        if clause not in title and clause.leads and lead.span[0] < clause.span[0]:
            title.append(clause)
            if sum(len(one.said) for one in title) > LONGEST:
                title.pop()
    said = "，".join(clause.said for clause in sorted(title, key=lambda clause: clause.span[0]))
    said = _named(said)
    return Title(_short(said), lead.span[0], max(clause.span[1] for clause in title))


def _asked_in_english(sentences: Sequence[_Clause], best: _Clause) -> Title:
    """The first sentence, which says what it is about, with the one that asks and whatever else fits into a title."""
    leading = [one for one in sentences if one.leads] or [best]
    title = leading[:1]
    for other in (best, *leading):
        length = sum(len(one.said) + 2 for one in title)
        if other not in title and (length + len(other.said) <= LONGEST_EN or length <= LONGEST_EN // 2):
            title.append(other)
    title.sort(key=lambda one: one.span[0])
    return Title(_short(_named(". ".join(one.said for one in title))), title[0].span[0], title[-1].span[1])


def _clauses(
    text: str, span: Span, number: int, taken: list[Span], asking: Sequence[Span]
) -> Iterator[_Clause]:
    """The clauses of a sentence; an English one is a single clause."""
    marked = _marked(text, span, taken, asking)
    after = any(0 <= left - span[1] <= 3 for left, _ in asking)
    english = not has_han(marked)
    at = span[0]
    for place, raw in enumerate([marked] if english else _CLAUSE.split(marked)):
        start, at = at, at + len(raw) + 1
        said = cleaned(raw[:READ])
        if not said:
            continue
        matter = (_MATTER_EN if english else _MATTER).search(said) is not None
        aside = not english and _ASIDE.match(said) is not None and not _MATTER.search(said)
        if english:
            talk = _TALK_EN.match(said) is not None
        else:
            talk = (_TALK.match(said) is not None and not matter) or _BASIS.match(said) is not None
        only_notice = _generic(said)
        leads = _says(said) and not aside and not talk and not only_notice
        weight = (
            2.0 * (DAY in raw)
            + 1.5 * bool(_ASKS.search(raw))
            + 1.5 * matter
            + 0.5 * after
            - 3.0 * aside
            - 2.0 * talk
            - 3.0 * (not _says(said) or only_notice)
            - 0.3 * min(number, 6)
            - 0.1 * min(place, 6)
        )
        yield _Clause(said, weight, leads, (start, min(start + len(raw), span[1])))


def _marked(text: str, span: Span, taken: list[Span], asking: Sequence[Span]) -> str:
    """A sentence of the same length, with marks where days, units and columns stood."""
    start, end = span
    kept = list(text[start:end])
    for left, said_to in taken:
        # The point of p.m. may end the sentence as well.
        right = min(said_to, end) if said_to <= end + 1 else said_to
        if (more := _REST_OF_UNIT_EN.match(text, right, end)) is not None:
            right = more.end()
        if not (start <= left and right <= end) or _inside_english(text, span, left, right):
            continue
        # What makes it a limit goes with it: 于, 最迟, 截止时间：.
        joined = _WITH_A_DAY.search(text[max(start, left - 24) : left])
        begin = left - len(joined[0]) if joined else left
        mark = DAY if (left, said_to) in asking else GONE
        kept[begin - start : right - start] = [mark] * (right - begin)
    return "".join(kept)


def _says(said: str) -> bool:
    return len(HAN.findall(said)) >= FEWEST or len(re.findall("[a-z]{3,}", said, re.IGNORECASE)) >= 2


_REST_OF_UNIT_EN = pattern(rf"\s(?:{_UNIT_EN})\b", re.IGNORECASE)
"""Medical Insurance Bureau, known as Medical Insurance."""
_WITH_A_DAY = pattern(
    "(?:(?:报送|上报|提交|反馈|完成|报名)?(?:截[止至](?:日期|时间|到)?|最后期限|时间|期限|时限)(?:为|是|[:：])?|最[迟晚]|至[迟晚]|不[迟晚]于|不得[迟晚]于|限期?|务必[于在]?|请?[于在])\\s*$"
)
_JOINS_EN = pattern(
    r"(?:\b(?:by|before|on|at|until|to|from|for|due|with|no\s+later\s+than|or)\b|[\s,:;.(-])*",
    re.IGNORECASE,
)


def _inside_english(text: str, span: Span, left: int, right: int) -> bool:
    """Whether English words stand on both sides: they need what is between them."""
    start, end = span
    before, after = text[start:left], text[right:end]
    return (
        before[-24:].isascii()
        and after[:24].isascii()
        and _JOINS_EN.fullmatch(before) is None
        and _JOINS_EN.fullmatch(after) is None
        and not after.startswith(",")
    )


_ITEM = pattern(
    r"^\s*(?:\d{1,2}\s*[.．、)）](?!\d)|[（(][\d一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]{1,2}、)\s*"
)
_NEXT_ITEM = pattern(r"[，,、；;\s]+(?:\d{1,2}\s*[.．、)）](?!\d)|[（(][\d一二三四五六七八九十]{1,2}[)）])")
_PAPER = pattern(
    r"(?P<named>《[^《》\n]{3,40}[表册单账案书]》)\s*(?:的?(?:电子[版档稿件]?|纸质[版档稿件]?|扫描件|盖章|加盖|签字)|(?:报|发|交|送|传|提交|反馈|上报|报送)[至到给送]?)"
)


def _named(said: str) -> str:
    """Without the number of an item, up to the next item, and up to the name of the paper that is handed in."""
    said = _ITEM.sub("", said)
    if (item := _NEXT_ITEM.search(said)) is not None and item.start() >= FEWEST:
        said = said[: item.start()]
    if (paper := _PAPER.search(said)) is not None:
        said = said[: paper.end("named")]
        if said == paper["named"]:
            said = said.strip("《》")
    return said


def _short(said: str) -> str:
    """At most one line: English is cut between words, Chinese between clauses."""
    if said.isascii():
        if len(said) <= LONGEST_EN:
            return said
        cut = said[:LONGEST_EN].rsplit(" ", 1)[0]
        return cut[:comma] if (comma := cut.rfind(", ")) > LONGEST else cut
    return said[: LONGEST + 12].strip("，, ")
