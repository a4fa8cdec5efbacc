"""Which unit asks: the one that signs, heads or hands down a notice, not one that is only named in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.domain.pattern import pattern
from mingbai.rules.quick_names import Vocabulary

SURE = 3
"""From so much on a unit is the one that asks."""
HEADS = 2
"""It only stands where a sentence begins; that is enough if no other unit is named."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit named in a text, and how much speaks for it being the one that asks."""

    called: str
    start: int
    end: int
    weight: int


def unit_of(same: str, text: str, words: Vocabulary) -> Unit | None:
    """The unit that asks; None where none is sure, or two are as likely."""
    found = sorted(_weighed(same, text, words), key=lambda unit: (-unit.weight, unit.start))
    if len({unit.called for unit in found}) == 1 and found[0].weight == HEADS:
        return found[0]
    if not found or found[0].weight < SURE:
        return None
    best = found[0]
    others = [unit for unit in found if unit.called != best.called and unit.weight == best.weight]
    # Named first in the same way, a unit comes before those that act along with it.
    return best if not others or best.weight > SURE else None


# --- Names in the text -------------------------------------------------------------------------

_GOVERNMENT = pattern(
    "(?<![\u4e00-\u9fff])?[\u4e00-\u9fff]{0,4}?(?:镇|乡)(?:人民)?政府(?!办公室|网|工作报告|大院|门口|[三二一四五]楼)|[\u4e00-\u9fff]{1,4}街道办事?处?(?=[^\u4e00-\u9fff]|$|关于|要求|通知)"
)
_SHORT_ENDS = pattern(
    "(?=[:：，,、。；;\\s）)】\\]]|$|关于|要求|通知|那边|这边|来|的(?:同志|人|领导)|让|叫|请|要|发|转|部门|说|催|给|口|同志|负责|牵头|联系|在群)"
)
_SHORT_BEGINS = pattern("(?:^|[^\u4e00-\u9fff]|[县区市镇乡报给接应按据转由请让找问])$")
_OTHER_WORD = pattern(
    "[长员](?!的)|家属|宿舍|院内|院里|大楼|门口|大院|旁|对面|附近|门前|干部|官网|网站|公众号|热线|路口"
)
_PLACE_OF_MEETING = pattern(
    "[^，,。；;\n]{0,8}(?:会议室|会场|[一二三四五六七八九\\d]楼|大厅|礼堂|门口|集合|报告厅|大院|广场|礼堂|院内|停车场)"
)


_KIND_EN = pattern(
    r"\s+(?:bureau|office|department|dept|commission|committee|cent(?:re|er)|station|government|federation|brigade|team)\b"
)
_ENDS_EN = pattern(
    r"\b(?:bureau|office|department|commission|committee|centre|center|station|government|federation|brigade|team|hospital|court)$"
)


def _named(same: str, text: str, words: Vocabulary) -> Iterator[tuple[str, int, int]]:
    names = words.units
    taken: list[tuple[int, int]] = []
    for found in names.han.finditer(same):
        start, end = found.span()
        if end - start <= 2 and not (_SHORT_ENDS.match(same, end) and _SHORT_BEGINS.search(same, 0, start)):
            continue
        if same[end : end + 1] in ("长", "员"):
            # 局长 and 站员 are people.
            continue
        taken.append((start, end))
        yield names.meant[found[0]], start, end
    for found in names.latin.finditer(same):
        start, end = found.span()
        kind = _KIND_EN.match(text, end)
        # Health and Justice are words as well; Health Bureau is a unit.
        named = text[start].isupper() and (" " in found[0] or text[start:end].isupper())
        if kind or named or _ENDS_EN.search(found[0]):
            yield names.meant[found[0]], start, kind.end() if kind else end
    town = names.meant.get("镇政府") or names.meant.get("街道办事处")
    if town:
        for found in _GOVERNMENT.finditer(same):
            start, end = found.span()
            if all(right <= start or end <= left for left, right in taken):
                yield town, start, end


# --- What speaks for it ------------------------------------------------------------------------

_ABOUT = pattern("(?:[^，,。；;\n]{0,14})?关于")
_ASKS = pattern(
    "(?:[^，,。；;\n]{0,6})?(?:再次|又|今天|昨天|刚刚?|最新|紧急)?(?:要求|通知|来电|来函|来文|发文|下发|印发|布置|部署|安排|交办|发来|催|让(?!人)|叫|需要|要(?!点|闻|件|素|求)"
    "|请(?:各|你|大家|贵|咱|我|于|在|协助|配合|社区|村)|定于|拟于|将于|决定|组织|召开|开展|举办|提醒|反馈|通报|发了|说|下达|下了|发的|转来|提出)"
)
_ASKS_EN = pattern(
    r"['’]?s?\s+(?:\w+\s+)?(?:asks?|requires?|requests?|wants?|needs?|will|is\s+(?:holding|organi[sz]ing|collecting|carrying|conducting)|has\s+asked|would\s+like|invites?|reminds?|says?|organi[sz]es?|holds?|calls|notice|hereby|plans|intends)"
)
_SPEAKS = pattern(
    "\\s*(?:[\u4e00-\u9fff]{0,6}(?:通知|提醒|紧急通知|温馨提示|提示|温馨提醒|函|消息))?\\s*[】\\]）)]?\\s*[:：]"
)
_BRACKET = pattern("[【\\[（(「]\\s*(?:[\u4e00-\u9fff]{0,8})?$")
_TO_IT = pattern(
    "(?:报送?|上报|提交|上交|交|发|送|反馈|返回|回传|传|报备|汇总|递交|寄|投递|回复|邮件发)(?:至|到|给|往|送)?(?:[\u4e00-\u9fff]{0,6}(?:县|区|市|镇|街道|乡))?\\s*$|报(?:县|区|市|镇|街道|乡)?\\s*$"
)
_TO_IT_EN = pattern(r"\b(?:to|with)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_FROM_EN = pattern(r"(?:\bfrom|\bby|issued by|on behalf of)\s*:?\s*(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_CONTACT = pattern(
    "(?:联系人|联系电话|联系方式|联系|咨询|电话|收件人|接收人|对接人|工作人员|咨询电话|contact)[^，,。；;\n]{0,12}$"
)
_BASIS = pattern(
    "(?:根据|按照?|依据|应|接|接到|收到|据|奉|遵照|落实|贯彻|刚接)(?:[\u4e00-\u9fff]{0,5}(?:县|区|市|镇|街道|乡|上级))?\\s*$"
)
_RELAYED = pattern(
    "(?:转发?|现转|转自|来自|传达)(?:一下|一则|一个|下)?(?:[\u4e00-\u9fff]{0,4}(?:县|区|市|镇|街道|乡))?[:：]?\\s*$"
)
_RELAYS = pattern("\\s*(?:[(（]?转发?|代转|代发|转达|转来|转交|帮转)")
_COPIED = pattern(
    "(?:抄送|抄报|主送|发送|分送|报送单位|参会单位|参加(?:单位|人员|部门)?|参会人员|成员单位|责任单位|配合单位|协办|会同|联合|配合|协同|与|和|及|、|陪同|邀请|涉及|比如|如|例如|含|包括|cc)[:：]?[^。；;\n]{0,30}$"
)
_COPIED_NEAR = pattern(
    "(?:抄送|抄报|主送|分送|会同|联合|配合|协同|协助|与|和|及|、|陪同|邀请|向|到|去|往|在|对|由|经|从|为|cc\\s*[:：]?|copied to)\\s*(?:[\u4e00-\u9fff]{0,4}(?:县|区|市|镇|街道|乡))?$"
)
_LEADS = pattern("(?:牵头|负责(?:汇总|收集)|主办|承办|主办单位|组织单位|发文单位|主持)[:：]?\\s*$")
_LED = pattern("\\s*(?:牵头|主办|负责汇总|负责收|承办|汇总)")
_ADDRESSED = pattern("[^。；;\n]{0,40}[、,，]\\s*(?:各|县直|区直|市直|镇直|机关)|\\s*[:：]\\s*$")


def _weighed(same: str, text: str, words: Vocabulary) -> Iterator[Unit]:
    for called, start, end in _named(same, text, words):
        yield Unit(called, start, end, _weight(same, start, end))


def _weight(same: str, start: int, end: int) -> int:
    line_start = same.rfind("\n", 0, start) + 1
    line_end = same.find("\n", end)
    line_end = len(same) if line_end < 0 else line_end
    left, right = same[line_start:start], same[end:line_end]
    sentence = re.split("[。；;！!？?]", left)[-1]
    head = _place_only(left)
    if re.search(
        "(?:抄送|抄报|主送|分送|cc\\s*[:：]|参会单位|成员单位|责任单位|配合单位|协办单位)", sentence
    ):
        return 0
    if _RELAYS.match(right):
        return 1
    if _RELAYED.search(sentence):
        return 8
    if _signs(same, line_start, start, end, line_end):
        return 10
    if head and _ABOUT.match(right) and re.search("通知|函|通报|公告|提示|方案|意见|提醒|请示", right[:80]):
        return 9
    if _PLACE_OF_MEETING.match(right) and re.search("[在到去于:：]\\s*(?:[\u4e00-\u9fff]{0,6})?$", sentence):
        return 1
    if _BRACKET.search(left) and re.match("[^】\\])）」\n]{0,10}[】\\]）)」]", right) and len(left) < 14:
        return 8
    if head and _SPEAKS.match(right) and not re.search("各", left):
        return 8
    if _LEADS.search(sentence) or _LED.match(right):
        return 7
    if _BASIS.search(sentence) and re.match(
        "[^，,。；;\n]{0,8}(?:要求|通知|部署|安排|来电|来函|电话|文件|精神|统一|工作)", right
    ):
        return 6
    if _FROM_EN.search(sentence):
        return 7
    if _COPIED_NEAR.search(sentence) and not _TO_IT.search(sentence):
        return 2 if _ASKS.match(right) else 1
    if (_ASKS.match(right) or _ASKS_EN.match(right)) and len(sentence) <= 24:
        return 7
    if _TO_IT.search(sentence) or _TO_IT_EN.search(sentence):
        return 5
    if _CONTACT.search(sentence) and not re.match("(?:[^，,。]{0,4})(?:申请|办理|咨询)", right):
        return 4
    if head and (not right.strip() or right[:1] in " \t"):
        return 4
    return HEADS if _BEGINS.search(left) and not _OTHER_WORD.match(same, end) else 1


_BEGINS = pattern(
    "(?:^|[，,。；;：:！!】\\])）>\\s])(?:[\u4e00-\u9fff]{0,4}[县区市镇乡]|[县区市镇乡]|the )?$"
)


def _place_only(left: str) -> bool:
    """Whether nothing stands before in its line but a place, an opening sign, or a mark of a list."""
    return (
        re.fullmatch(
            "[\\s\\[【（(「《>@＠*#-]*(?:(?:中共|共青团)?[\u4e00-\u9fff]{1,8}(?:省|市|县|区|镇|乡|街道)|[县区市镇乡]|(?:the )?(?:[a-z]+ ){0,2})?(?:人民政府|委)?\\s*",
            left,
        )
        is not None
    )


def _signs(same: str, line_start: int, start: int, end: int, line_end: int) -> bool:
    """Whether a unit stands alone in one of the last lines, with at most a date beside or below it."""
    if line_start == 0 and "\n" not in same:
        tail = same[end:].strip(" 。.)）]】")
        before = same[:start].rstrip()
        # 请各村尽快报送。民政局 11月23日
        return before[-1:] in set("。；;！!—-–~") and re.fullmatch(r"[\d\s年月日./-]{0,12}", tail) is not None
    before = same[line_start:start].strip(" —-–~()（）[]【】")
    after = same[end:line_end].strip(" ()（）")
    if not line_start or (not _place_only(before) and not re.search("[。；;！!]\\s*$", before)):
        return False
    if not re.fullmatch(r"(?:办公室|宣)?[\d\s年月日./:：-]{0,24}", after):
        return False
    return len(same[line_end:].strip()) <= 60
