"""What a notice is about, in few words: its heading, or the sentence that asks, without day, unit and courtesy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mingbai.domain.pattern import pattern
from mingbai.domain.text import clean

Span = tuple[int, int]

LONGEST = 48
FEWEST = 4
"""Fewer Chinese signs say nothing alone: 报社事办."""


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
_INLINE = pattern(
    rf"(?:^|[】\]:：\s])(?P<title>关于[^，。；：:《》\n]{{4,50}}?的(?:紧急|补充|预备|重要)?(?:{_KIND}))(?=[\s:：。，,（(]|$)"
)
_LABEL = pattern(
    r"(?:^|[\n，。；;\s])(?:会议名称|会议主题|会议内容|会议议题|培训主题|培训内容|培训名称|活动主题|活动名称|活动内容|检查内容|主题|议题|内容|事项|事由|任务|工作内容|标题|subject|re|topic|agenda|purpose)\s*[:：]\s*(?P<title>[^\n。；;]{2,60})",
    re.IGNORECASE,
)
_BRACKET = pattern("^\\s*[【\\[](?P<title>[^】\\]\n]{2,30})[】\\]]")
_GENERIC = pattern(
    "(?:@?(?:所有人|全体成员|大家))?\\s*(?:紧急|重要|会议|工作|补充|温馨|特别|培训|活动|任务|群|近期|本周|微信)*(?:通知|提示|提醒|公告|转发|通报|消息|任务|更正|会议|再次提醒|催报|催办|预告|事项)*(?:公告)?[!！:：。\\s\\d]*"
    "|(?:urgent|important)?\\s*(?:notice|reminder|meeting\\s+notice|fyi|announcement|notice\\s+of\\s+meeting)[!:.\\s]*",
    re.IGNORECASE,
)
_NOTICE_EN = pattern(
    r"^[ \t]*(?P<title>(?:(?:urgent|meeting|training|important)\s+)*(?:notice|reminder|circular|memo)\s*(?:of|on|about|regarding|concerning|for|:|-|–|—)\s*[^\n.]{4,80})",
    re.IGNORECASE | re.MULTILINE,
)

_ADDRESS = pattern(
    "^\\s*(?:@\\S+\\s*)?(?:各(?:位)?[^，。；\n]{0,40}?(?=[:：，,!！])|大家(?:好|上午好|下午好)?|同志们|亲们?|你好|您好|hi|hello|dear[^,:\n]{0,40}|all)\\s*(?:[:：，,!！]|$)",
    re.IGNORECASE,
)
_STOP = pattern(r"[。；;！!？?\n]|(?<=[a-z)])\.(?=\s|$)")
_ASKS = pattern(
    "请|务必|须|需|要求|报|交(?!通)|提交|完成|填|统计|排查|摸排|召开|开会|开展|组织|参加|做好|落实|整改|核|登记|录入|学习|培训|检查|演练|上传|转发|拍|打卡|签|走访|收集|汇总"
    r"|\b(?:please|must|submit|send|report|attend|complete|hold|return|update|check|visit|fill|need|should|required)\b",
    re.IGNORECASE,
)
_COURTESY = pattern(
    "@(?:所有人|全体成员|[\u4e00-\u9fffA-Za-z]{1,8})|收到(?:请)?(?:及时)?回复?|谢谢|辛苦(?:大家|各位)?(?:了)?|请知悉|特此通知|请相互转告|请互相转告|不得有误|逾期不候|过期不候|\\[[\u4e00-\u9fff]{1,3}\\]|[\U0001f300-\U0001faff]+"
    "|(?:各|全体)(?:位)?(?:村|社区|网格|居|镇|街|单位|站|支部|书记|主任|党支部|部门)[^，。,；;：:]{0,14}?(?=[：:，,]|于|在|把|将|对|按|务必|请|要|尽快|抓紧|认真|根据|及时|立即|统一|做|报|组织)[：:，,]?"
    "|(?:麻烦|烦请|敬请|恳请|还请)?(?:请|务必|一定要?|抓紧(?:时间)?|尽快|及时|立即|按时|准时|统一|认真|切实|赶紧|马上)(?=(?:请|务必|抓紧|尽快|及时|立即|按时|准时|把|将|对|做|统|报|填|完|组|开|上|参|派|安|落|于|在|各|大家|你|咱|提|汇|摸|排|核|登|收|回|反|整|录|交|发|去|到|转))"
    r"|\b(?:dear\s+all|hi\s+all|all)\s*[:,]|\bplease\b\s*|\bkindly\b\s*|\bthank(?:s| you)[^.]*",
    re.IGNORECASE,
)
_LOOSE = pattern(
    "^[\\s，,、；;：:。.!！·\\-—*#>）)】\\]]+|[\\s，,、；;：:。.\\-—(（【\\[]+$|^(?:把|将)(?=.{4})|^(?:于|在|并|并且|且|和|由|前|内|之前|以前|按照?|截止|最迟|最晚|不晚于|期限|时间|上午|下午|晚上|通知)(?=[，,：:\\s]|把|将|报|交|完成|填)"
    r"|\b(?:by|before|on|at|due|until|no\s+later\s+than|to\s+the|to)\s*$|^(?:by|before|on|at|that|and)\s+",
    re.IGNORECASE,
)
_EMPTY = pattern("[(（【\\[]\\s*[)）】\\]]")
_THING = pattern(
    "^(?:[^，,。；;]{0,14}?)(?:将|把)(?P<thing>[^，,。；;]{4,40}?)(?:情况)?(?:统一|及时|一并|如实|认真|电子版|纸质版|盖章后|汇总后|签字后)*(?:于|在)?(?:上报|报送|报|提交|反馈|上交|交|发|传|送|返回)(?:至|到|给|送)?$"
)
_HANDED = pattern(
    "(?<=[\u4e00-\u9fff）)]{4})[，,]?(?:请|须|需)?(?:于|在)?(?:统一|及时|一并)?(?:上报|报送|提交|(?<![周月日季年简汇通公预快])报|交|发|送)(?:至|到|给|送|我|群里)?(?=$|[，,])"
)
_CUE_LEFT = pattern(
    "[（(](?:含|包括|包含|内容为|内容包括|包括以下|列|栏目为|with|including|columns?)?\\s*[:：]?\\s*(?:等(?:信息|内容|栏目|情况)?)?[)）]",
    re.IGNORECASE,
)
_BASIS = pattern(
    "^(?:根据|按照|依据|为了?|接|收到|据|鉴于|结合)[^，,]{3,60}(?:要求|精神|通知|部署|安排|电话|文件|工作|规定|需要|来电|会议|意见|方案|》)[^，,]{0,12}[，,](?=.{6})"
)


def title_of(text: str, taken: Iterable[Span], asking: Sequence[Span]) -> Title | None:
    """The title of a notice; spans `taken` were read as something else, the notice asks at `asking`."""
    return _headed(text) or _labelled(text) or _asked(text, list(taken), asking)


def _headed(text: str) -> Title | None:
    head = text[:600]
    for form in (_HEADING, _INLINE, _NOTICE_EN):
        if (found := form.search(head)) is not None:
            return _titled(found)
    if (
        (found := _BRACKET.match(head)) is not None
        and not _generic(found["title"])
        and not _unit_only(found["title"])
    ):
        return _titled(found)
    lines = [line for line in re.finditer(r"[^\n]+", head) if line[0].strip()]
    if len(lines) > 1:
        first = lines[0][0].strip()
        if (
            4 <= len(first) <= 40
            and not re.search("[，,。；;：:!！?？@]|请|\\d[:：]\\d", first)
            and not _generic(first)
            and not _unit_only(first)
        ):
            start = lines[0].start() + lines[0][0].index(first)
            return Title(first, start, start + len(first))
    return None


def _titled(found: re.Match[str]) -> Title:
    said = clean(found["title"]).strip(" 【】[]")
    return Title(said, *found.span("title"))


def _generic(said: str) -> bool:
    return _GENERIC.fullmatch(said.strip()) is not None


def _unit_only(said: str) -> bool:
    return (
        re.fullmatch(
            "[^，。]{0,12}(?:[局办委部站所院队]|中心|政府|办公室|街道|镇|乡|学校|联|社区)(?:通知|提醒|紧急通知|温馨提示)?",
            said.strip(),
        )
        is not None
    )


def _labelled(text: str) -> Title | None:
    for found in _LABEL.finditer(text[:1500]):
        if not _generic(found["title"]):
            said = clean(found["title"])
            return Title(said[:LONGEST], *found.span("title"))
    return None


# --- Out of a sentence --------------------------------------------------------------------------


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
    sentences = _sentences(text[:4000])
    if not sentences:
        return None
    cleaned = [
        _cleaned(text, span, taken, asks=any(span[0] <= left < span[1] for left, _ in asking))
        for span in sentences
    ]
    order = _by_likelihood(text, sentences, asking)
    for at in order:
        said = cleaned[at]
        if _says(said):
            return Title(_short(said), *sentences[at])
    longest = max(range(len(cleaned)), key=lambda at: len(cleaned[at]))
    return Title(_short(cleaned[longest]), *sentences[longest]) if cleaned[longest] else None


def _by_likelihood(text: str, sentences: list[Span], asking: Sequence[Span]) -> list[int]:
    def weight(at: int) -> tuple[float, int]:
        start, end = sentences[at]
        said = text[start:end]
        here = sum(1 for left, right in asking if start <= left and right <= end)
        after = sum(1 for left, _ in asking if 0 <= left - end <= 3)
        return (
            -(
                2 * min(here, 2)
                + 1.5 * bool(_ASKS.search(said))
                + 0.5 * after
                - 2 * bool(_ADDRESS.fullmatch(said))
            ),
            at,
        )

    return sorted(range(len(sentences)), key=weight)


def _says(said: str) -> bool:
    han = len(re.findall("[\u4e00-\u9fff]", said))
    return han >= FEWEST + 2 or len(re.findall("[a-z]{3,}", said, re.IGNORECASE)) >= 2


def _cleaned(text: str, span: Span, taken: list[Span], *, asks: bool) -> str:
    start, end = span
    kept = list(text[start:end])
    for left, right in taken:
        if not (start <= left and right <= end) or _inside_english(text, span, left, right):
            continue
        # What makes it a limit goes with it: 于, 最迟, 截止时间：.
        joined = _WITH_A_DAY.search(text[max(start, left - 24) : left])
        begin = left - len(joined[0]) if joined else left
        kept[begin - start : right - start] = [""] * (right - begin)
    said = "".join(kept)
    said = _ADDRESS.sub("", said)
    said = _COURTESY.sub("", said)
    if asks:
        said = _BASIS.sub("", said)
    said = _CUE_LEFT.sub("", said)
    said = _EMPTY.sub("", said)
    while (tidy := _LOOSE.sub("", said).strip()) != said:
        said = tidy
    said = re.sub("[，,、](?:\\s*[，,、])+", "，", said)
    said = _HANDED.sub("", said)
    if (thing := _THING.match(said)) is not None:
        said = thing["thing"]
    said = clean(said)
    return said[:1].upper() + said[1:] if said.isascii() else said


_WITH_A_DAY = pattern(
    "(?:(?:报送|上报|提交|反馈|完成|报名)?(?:截[止至](?:日期|时间|到)?|最后期限|时间|期限|时限)(?:为|是|[:：])?|最[迟晚]|至[迟晚]|不[迟晚]于|不得[迟晚]于|限期?|务必[于在]?|请?[于在])\\s*$"
)
_JOINS_EN = pattern(
    r"(?:\b(?:by|before|on|at|until|to|from|for|due|with|no\s+later\s+than|or|the)\b|[\s,:;.(-])*",
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
        and not after.startswith((":", ","))
    )


def _short(said: str) -> str:
    if len(said) <= LONGEST or said.isascii():
        return said if len(said) <= 2 * LONGEST else said[: 2 * LONGEST].rsplit(" ", 1)[0]
    clauses = re.split("(?<=[，,])", said)
    asks = next((at for at, clause in enumerate(clauses) if _ASKS.search(clause)), 0)
    short = ""
    for clause in clauses[asks:]:
        if short and len(short) + len(clause) > LONGEST:
            break
        short += clause
    return short[: LONGEST + 12].strip("，, ")
