"""How much speaks for a unit that is named in a text being the one that asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from mingbai.domain.pattern import pattern
from mingbai.rules.notice.unit_names import named_in
from mingbai.rules.quick.names import Vocabulary


class Weight(IntEnum):
    """What a unit is named for, the surest to be the one that asks last."""

    OTHER = 0
    """Something else: a place, somebody who comes, a copy."""
    ALONE = 1
    """Nothing that can be told, and that is enough if no other unit is named."""
    BEGINS = 2
    """It only stands where a sentence begins, or asks along with others."""
    REACHED = 3
    """It is who answers questions, or has a line of its own."""
    RECEIVES = 4
    """What is asked for goes to it."""
    CITED = 5
    """It is first, or what it asked is the reason."""
    ASKS = 6
    """It asks, or has others ask for it."""
    RELAYED = 7
    """What it said is handed on by somebody else."""
    SPEAKS = 8
    """What is said is said by it, as what stands before a colon says."""
    TITLES = 9
    """It stands in the title, or what it hands down comes from above."""
    SIGNS = 10
    """What signs is surer than anything else."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit named in a text, and how much speaks for it being the one that asks."""

    called: str
    start: int
    end: int
    weight: Weight
    places: tuple[tuple[int, int], ...] = ()
    """Where else it is named, and here."""


_OTHER_WORD = pattern(
    "[长员](?!的)|家属|宿舍|院内|院里|大楼|门口|大院|旁|对面|附近|门前|干部|官网|网站|公众号|热线|路口"
)
_PLACE_OF_MEETING = pattern(
    "[^，,。；;\n]{0,8}(?:会议室|会场|[一二三四五六七八九\\d]楼|大厅|礼堂|门口|集合|报告厅|大院|广场|院内|停车场)"
)
_ABOUT = pattern("(?:[^，,。；;\n]{0,14})?关于")
_ASKS = pattern(
    "(?:[^，,。；;\n没不给被]{0,6})?(?:再次|又|今天|昨天|刚刚?|最新|紧急)?(?:要求|通知|来电|来函|来文|发文|下发|印发|布置|部署|安排|交办|发来|催|让(?!人)|叫|需要|要(?!点|闻|件|素|求)"
    "|请(?:各|你|大家|贵|咱|我|于|在|协助|配合|社区|村)|定于|拟于|将于|决定|组织|召开|开展|举办|提醒|反馈|通报|发了|说|下达|下了|发的|转来|提出)"
)
_ASKS_EN = pattern(
    r"['’]?s?\s+(?:\w+\s+)?(?:asks?|requires?|requests?|wants?|needs?|will|is\s+(?:holding|organi[sz]ing|collecting|carrying|conducting)|has\s+asked|would\s+like|invites?|reminds?|says?|organi[sz]es?|holds?|calls|notice|hereby|plans|intends)"
)
_SECTION = "(?![^\\s]{0,5}(?:楼|会议|大厅))[\u4e00-\u9fff]{1,8}?(?:科|股|室|处|组|站|中心|[大支中]队|办|部|窗口|专班)"
_PERSON = "(?:片警|民警|窗口)?(?:[小老阿][\u4e00-\u9fff]|[\u4e00-\u9fff]{1,2}(?:主任|[科股站所校队部]长|干事|同志|老师|警官|师傅|经理|秘书|工|姐|哥))"
_WHO = f"(?:[-·]?{_SECTION})?(?:[-·\\s]?{_PERSON})?"
"""Who it is in a unit: 公卫科小毕."""
_SPEAKS = pattern(
    f"{_WHO}\\s*[:：]|"
    "\\s*(?:[\u4e00-\u9fff]{0,6}(?:通知|提醒|紧急通知|温馨提示|提示|温馨提醒|函|消息))?\\s*[】\\]）)]?\\s*[:：]"
)
_BRACKET = pattern("[【\\[（(「]\\s*(?:[\u4e00-\u9fff]{0,8})?$")
_TO_IT = pattern(
    "(?:报送?|上报|提交|上交|交|发|送|反馈|返回|回传|传|报备|汇总|递交|寄|投递|回复|邮件发)(?:至|到|给|往|送)?(?:[\u4e00-\u9fff]{0,6}(?:县|区|市|镇|街道|乡))?\\s*$|报(?:县|区|市|镇|街道|乡)?\\s*$"
)
_SENT_ON = pattern(
    "(?:已经?|由(?:镇|乡|街道|县|[一-鿿]{1,2}[所站院])[^，,。；;\n]{0,2}|等着)(?:报|交|转|送|提交)[给到至往]?(?:[\u4e00-\u9fff]{0,4}(?:县|区|市|镇|街道|乡))?$"
)
"""What was sent there, or is by others, is not asked for."""
_TO_IT_EN = pattern(r"\b(?:to|with)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_FROM_EN = pattern(r"(?:\bfrom|\bby|issued by|on behalf of)\s*:?\s*(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_CONTACT = pattern(
    "(?:联系人|联系电话|联系方式|联系|咨询|电话|收件人|接收人|对接人|工作人员|咨询电话|contact)[^，,。；;\n]{0,12}$"
)
_BASIS = pattern(
    "(?:根据|按照?|依据|应|接|接到|收到|据|奉|遵照|落实|贯彻|刚接)(?:[\u4e00-\u9fff]{0,5}(?:县|区|市|镇|街道|乡|上级))?\\s*$"
)
_RELAYED = pattern(
    "(?:转发|(?<!已)转|转自|来自|传达)(?:一下|一则|一个|下)?(?:[\u4e00-\u9fff]{0,4}(?:县|区|市|镇|街道|乡))?[:：]?\\s*$"
)
_RELAYS = pattern("\\s*(?:[(（]?转发?|代转|代发|转达|转来|转交|帮转)")
_RELAYS_DOWN = pattern("\\s*转发?(?:来)?(?:的)?(?:上级|国家|中央|[省市部](?:里|厅|局|办|委|级|政府|公司))")
_THERE = pattern("(?:[到去来往在由从])(?:[\u4e00-\u9fff]{0,4}(?:县|区|市|镇|街道|乡))?$")
_COMES = pattern(
    "(?:[\u4e00-\u9fff]{0,4}(?:师傅|同志|人员|车))?(?:要)?来(?:[我本]?(?:村|社区)|换|修|装|抢修|检修|清|抄|砍|测|更换)"
)
_NOTED = pattern("[（(](?P<level>[县区市镇]?)[^（()）\n]{0,5}[)）]")
_COUNTY = "县区市"
_OF_COUNTY = pattern(r"(?:\s+(?:of\s+the\s+|at\s+(?:the\s+)?)?|,\s*|\s*\()(?:county|district)\b")
_COUNTYS = pattern(r"\b(?:county|district)(?:['’]s)?\s$")
_COPIED_NEAR = pattern(
    "(?:抄送|抄报|主送|分送|会同|联合|配合|协同|协助|与|和|及|、|陪同|邀请|向|到|去|往|在|对|由|经|从|为|cc\\s*[:：]?|copied to)\\s*(?:[\u4e00-\u9fff]{0,4}(?:县|区|市|镇|街道|乡))?$"
)
_LEADS = pattern("(?:牵头|负责(?:汇总|收集)|主办|承办|主办单位|组织单位|发文单位|主持)[:：]?\\s*$")
_LED = pattern("\\s*(?:牵头|主办|负责汇总|负责收|承办|汇总)")


_AROUND = 120
"""So many signs beside a name say what it is named for."""


class _Text:
    """A text, with what is asked of the whole of it once."""

    def __init__(self, same: str) -> None:
        self._same = same

    @cached_property
    def asks(self) -> bool:
        """Whether it asks for anything."""
        return _WANTED.search(self._same) is not None

    @cached_property
    def is_chat(self) -> bool:
        """Whether many of its lines begin with who says or does something."""
        return len(_SPEAKER.findall(self._same)) >= MANY


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with what stands before and after it."""

    text: _Text
    same: str
    start: int
    end: int
    left: str
    """Before it in its line."""
    right: str
    """After it in its line."""
    sentence: str
    """Before it in its sentence."""
    first: bool
    """Whether nothing stands before it in its line but a place or a mark."""


def weighed(same: str, text: str, words: Vocabulary) -> Iterator[Unit]:
    whole = _Text(same)
    for called, start, end in named_in(same, text, words):
        left = same[max(0, start - _AROUND) : start].rpartition("\n")[2]
        right = same[end : end + _AROUND].partition("\n")[0]
        noted = _NOTED.match(right)
        of_county = noted["level"] in _COUNTY if noted and noted["level"] else _said_of_county(left, right)
        if noted is not None:
            # 妇联（县里的）要……
            right = right[noted.end() :]
        first = _is_first(left, same[start])
        named = _Named(whole, same, start, end, left, right, re.split("[。；;！!？?]", left)[-1], first)
        weight = next((weight for weight, fits in _WEIGHTS if fits(named)), Weight.ALONE)
        yield Unit(_of_county(called, words) if of_county else called, start, end, weight)


def _said_of_county(left: str, right: str) -> bool:
    return _OF_COUNTY.match(right) is not None or _COUNTYS.search(left) is not None


def _of_county(called: str, words: Vocabulary) -> str:
    """The unit of that name at the county, where a town has one as well."""
    return words.units.meant.get(f"县{_TOWNS.sub('', called)}", called)


_TOWNS = pattern("^[镇乡]|（.+?）")
_PLACE_SIGNS = "省市县区镇乡"


def with_its_place(before: str, begins: str) -> str:
    """What stands before a name, with the sign of its place that a list may have in the name: 西溪|镇政府, 新湖|区民政局."""
    return f"{before}{begins}" if begins in _PLACE_SIGNS else before


def _is_first(left: str, begins: str) -> bool:
    """Whether a name has nothing before it in its line but its place; 联合镇团委 is no place."""
    whole = with_its_place(left, begins)
    alone = PLACE_ONLY.fullmatch(left) is not None
    return alone or (PLACE_ONLY.fullmatch(whole) is not None and _COPIED_NEAR.search(whole) is None)


PLACE_ONLY = pattern(
    "[\\s\\[【(（「《>@＠*#-]*(?:(?:中共|共青团)?[\u4e00-\u9fff]{1,8}(?:省|市|县|区|镇|乡|街道)|[县区市镇乡]|街道|(?:the )?(?:[a-z]+ ){0,2})?(?:人民政府|委)?\\s*"
)
_COPIED = pattern("抄送|抄报|主送|分送|cc\\s*[:：]|参会单位|成员单位|责任单位|配合单位|协办单位")
_TITLES = pattern("通知|函|通报|公告|提示|方案|意见|提醒|请示")
_COMES_TO = pattern("[在到去于:：]\\s*(?:[\u4e00-\u9fff]{0,6})?$")
_BRACKET_END = pattern("[^】\\])）」\n]{0,10}[】\\]）)」]")
_BASIS_OF = pattern("[^，,。；;\n]{0,8}(?:要求|通知|部署|安排|来电|来函|电话|文件|精神|统一|工作)")
_AT_ITS_DESK = pattern("(?:[^，,。]{0,4})(?:申请|办理|咨询)")
_BEGINS = pattern("(?:^|[，,。；;：:！!】\\])）>\\s])(?:[\u4e00-\u9fff]{0,4}(?:[县区市镇乡]|街道)|the )?$")


_SIGNED_BY = pattern(
    f"[)）\\]】]*\\s*[(（]?(?:办公室|宣)?{_WHO}(?:\\s+[\u4e00-\u9fff]{{1,3}}(?=\\s|$))?[\\d\\s年月日电话./:：-]{{0,30}}"
)
"""What may stand behind the unit that signs: who it is there, by which number, and when."""


_PAPER_OF = pattern("[^。，,；;！!？?：:\n]{0,24}(?:致[^\n]{1,12})?[:：]?$")


def _heads_paper(named: _Named) -> bool:
    """Whether a unit begins the first line of several, which is no sentence."""
    if not named.first or _PAPER_OF.match(named.right) is None:
        return False
    line = named.start - len(named.left), named.end + len(named.right)
    return not named.same[: line[0]].strip() and bool(named.same[line[1] :].strip())


def _in_brackets(named: _Named) -> bool:
    """Whether a unit stands in brackets that begin a line, or end the first one or the text; not who does one of many
    things."""
    if not _BRACKET.search(named.left[-14:]) or (end := _BRACKET_END.match(named.right)) is None:
        return False
    behind = named.same[named.end + end.end() :].lstrip(" :：")
    return named.first or not behind.strip(" 。.") or (behind[0] == "\n" and _in_first_lines(named))


def _speaks(named: _Named) -> bool:
    if not named.first or "各" in named.left or not _SPEAKS.match(named.right):
        return False
    return "\n" not in named.same[: named.start] or not named.text.is_chat


MANY = 3
"""So many lines that each begin with somebody are a chat, or tell who does what."""
_SPEAKER = pattern("\n[^\\n:：，,。；;]{1,8}[:：]")


def _begins_text(named: _Named) -> bool:
    """Whether it is the first that a text names, and no place or person of it."""
    return named.first and not named.same[: named.start - len(named.left)].strip() and not _other(named)


def _other(named: _Named) -> bool:
    """Whether it only names a place or a person, or who comes to do something."""
    return bool(_OTHER_WORD.match(named.right) or _COMES.match(named.right))


_IN_A_LIST = pattern("\\s*[(（]?[\\d一二三四五六七八九十]+[、.．)）月日]|\\s*周[一二三四五六日]")
_DONE = pattern(
    "[^，,。；;：:\n]{0,4}(?:陪同|接待|带队|帮着|另有|现场)|的(?:人|车|同志|师傅)|自己|师傅|技术员|派人?|[^，,。；;\n]{0,14}[了过](?=[，,。；;！!\\s]|$)|已"
)
"""What it has done."""
_WANTED = pattern("请|[报交填](?!销|通|道)|[给发]我|通知|提醒|签|拍|参加|准备")
_ROOM = pattern("\\s*(?:礼堂|操场|门卫|库房|广场|院子|院里|门口)")
_IN_PASSING = pattern("(?:[由在]|[天日号点午晚月年])[县区镇乡市]?$")
"""由财政局拨付, 明天派出所来: what it does itself, by the way."""
_GATHERS = pattern("[^，,。；;\n]{0,8}(?:收|召集|组织|汇总|负责|统一|打来|打电话|来电)")
_GOES_THERE = pattern("(?:[去往]|(?<![给发送交报样拿带领])到)[县区镇乡市]?$")
_ONLY_NOT = pattern("(?:那边)?[也都]?[没不](?!动产|定期)")
"""What it does not do."""


def _in_first_lines(named: _Named) -> bool:
    return named.same.count("\n", 0, named.start) < 2 and not _IN_A_LIST.match(named.left)


def _signs(named: _Named) -> bool:
    """Whether a unit stands alone in one of the last lines, with at most a date beside or below it."""
    same, rest = named.same, named.same[named.end : named.end + _AROUND]
    left = named.left.rstrip()
    if "\n" not in same:
        # 请各村尽快报送。民政局 11月23日
        tail = rest.rstrip(" 。.)）]】")
        return left[-1:] in set("。；;！!—-–~") and _SIGNED_BY.fullmatch(tail) is not None
    before = left.strip(" —-–~()（）[]【】")
    if "\n" not in same[: named.start] or not (
        PLACE_ONLY.fullmatch(before) or re.search("[。；;！!]\\s*$", before)
    ):
        return False
    if not _SIGNED_BY.fullmatch(named.right.rstrip(" ()（）")):
        return False
    return len(same[named.end + len(named.right) :].strip()) <= 60


_WHOLE_TOWN = frozenset({"镇里", "乡里", "街道", "镇上"})
"""Whoever asks there: an office that is named beside it asks."""


def _asks(named: _Named) -> bool:
    return len(named.sentence) <= 24 and bool(_ASKS.match(named.right) or _ASKS_EN.match(named.right))


def _only_beside(named: _Named) -> bool:
    return bool(_COPIED_NEAR.search(named.sentence)) and not _TO_IT.search(named.sentence)


_WEIGHTS: tuple[tuple[Weight, Callable[[_Named], bool]], ...] = (
    (Weight.OTHER, lambda named: bool(_COPIED.search(named.sentence))),
    (Weight.TITLES, lambda named: bool(_RELAYS_DOWN.match(named.right))),
    (Weight.BEGINS, lambda named: named.first and bool(_RELAYS.match(named.right))),
    (Weight.OTHER, lambda named: bool(_RELAYS.match(named.right))),
    (Weight.OTHER, lambda named: bool(_SENT_ON.search(named.sentence))),
    (Weight.RELAYED, lambda named: bool(_RELAYED.search(named.sentence))),
    (Weight.SIGNS, _signs),
    (
        Weight.TITLES,
        lambda named: named.first and bool(_ABOUT.match(named.right) and _TITLES.search(named.right[:80])),
    ),
    (
        Weight.OTHER,
        lambda named: bool(_PLACE_OF_MEETING.match(named.right) and _COMES_TO.search(named.sentence)),
    ),
    (Weight.SPEAKS, _in_brackets),
    (Weight.OTHER, lambda named: bool(_ONLY_NOT.match(named.right))),
    (Weight.SPEAKS, _speaks),
    (Weight.SPEAKS, _heads_paper),
    (Weight.ASKS, lambda named: bool(_LEADS.search(named.sentence) or _LED.match(named.right))),
    (Weight.CITED, lambda named: bool(_BASIS.search(named.sentence) and _BASIS_OF.match(named.right))),
    (Weight.ASKS, lambda named: bool(_FROM_EN.search(named.sentence))),
    (Weight.BEGINS, lambda named: _only_beside(named) and bool(_ASKS.match(named.right))),
    (Weight.OTHER, lambda named: _only_beside(named) and not _THERE.search(named.sentence)),
    (Weight.REACHED, lambda named: _asks(named) and named.same[named.start : named.end] in _WHOLE_TOWN),
    (Weight.ASKS, _asks),
    (Weight.CITED, _begins_text),
    (Weight.RECEIVES, lambda named: bool(_TO_IT.search(named.sentence) or _TO_IT_EN.search(named.sentence))),
    (
        Weight.REACHED,
        lambda named: bool(_CONTACT.search(named.sentence)) and not _AT_ITS_DESK.match(named.right),
    ),
    (Weight.REACHED, lambda named: named.first and (not named.right.strip() or named.right[:1] in " \t")),
    (Weight.OTHER, _other),
    (Weight.OTHER, lambda named: bool(_DONE.match(named.right)) and not named.text.asks),
    (Weight.OTHER, lambda named: not named.first and bool(_ROOM.match(named.right))),
    (Weight.BEGINS, lambda named: bool(_BEGINS.search(named.left))),
    (Weight.OTHER, lambda named: bool(_IN_PASSING.search(named.left)) and not _GATHERS.match(named.right)),
    (Weight.OTHER, lambda named: bool(_GOES_THERE.search(named.left)) and not named.text.asks),
)
"""What a name is named for, the surest first: who signs, heads, speaks or receives asks, who is only named does not."""
