"""Which unit asks: the one that signs, heads or hands down a notice, not one that is only named in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from mingbai.domain.department import STREET_WORDS
from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.rules.notice.document import document_of
from mingbai.rules.quick.names import Names, Vocabulary

SURE = 3
"""From so much on a unit is the one that asks."""
ALONE = 1
"""It is only named, and that is enough if no other unit is."""
HEADS = 2
"""It only stands where a sentence begins."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit named in a text, and how much speaks for it being the one that asks."""

    called: str
    start: int
    end: int
    weight: int
    places: tuple[tuple[int, int], ...] = ()
    """Where else it is named, and here."""


def unit_of(same: str, text: str, words: Vocabulary, head: str = "") -> Unit | None:
    """The unit that asks; None where none is sure, or two are as likely.

    `head` is what heads it, where lines were joined since.
    """
    at = text.find(head) if head else -1
    heads = (at, at + len(head)) if at >= 0 else _heading(text)
    named = (_headed(unit, heads, same) for unit in _weighed(same, text, words))
    found = sorted(named, key=lambda unit: (-unit.weight, unit.start))
    best = _surest(found)
    if best is None or best.weight < SIGNED:
        signer = _unit_at(text, heads) or _signer(text, words)
        if signer is not None and not _signed_by_known(found, signer, same):
            return signer
    if best is None:
        return None
    places = tuple(
        (unit.start, unit.end)
        for unit in found
        if unit.called == best.called and (unit.weight > HEADS or same[unit.end - 1] in _UNIT_ENDS)
    )
    return replace(best, places=places)


SIGNED = 10
"""What signs is surer than anything else."""
_SIGNER = pattern(
    "(?:区|市|县|镇|乡|街道)?[\u4e00-\u9fff]{2,20}(?:领导小组|委员会|指挥部|联席会议)(?:办公室)?|[\u4e00-\u9fff]{2,16}(?:工作专班|管理局|办公室)"
)
_OURS = pattern("居民委员会|村民委员会|居委会|村委会|业主委员会|^中共|Residents|Villagers")
"""Who signs to residents is no unit that asks us; a party committee is known by another name."""
_SIGNER_EN = pattern(
    r"(?P<unit>(?:[A-Z][\w'’&-]*\s+|of\s+|and\s+|for\s+|the\s+){1,8}?(?:Office|Committee|Commission|Headquarters|Bureau|Department))"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w '’-]{2,40}|,\s*[A-Z][\w '’-]{2,40})?"
)
_DATED = pattern(
    r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|[\d\s./-]+|(?:\d{1,2}\s+)?[A-Z][a-z]+\.?\s*(?:\d{1,2},?\s*)?\d{4}"
)


_ENDS_DATED = pattern(
    r"\s+(?:\d{1,2}\s+[A-Z][a-z]+\.?|[A-Z][a-z]+\.?\s+\d{1,2},?)\s+\d{4}$|\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$"
)


_SIGNER_FOR = pattern(
    r"(?:[A-Z][\w'’&-]*\s+){0,3}?(?P<kind>Office|Committee|Commission|Headquarters|Bureau|Department)\s+(?P<by>for|of)\s+(?:the\s+)?"
    r"(?P<what>(?!(?:\w+\s+){0,3}(?:Sub-?district|Township|Town|Village|District|County|City|Province)\b)[A-Z][\w'’&-]*(?:[\s,]+(?:and|of|for|the|[A-Z][\w'’&-]*)){0,8})"
)
"""Office for Urban and Rural Construction; what stands behind General Office of is a place."""


_HEAD = pattern(
    "[\u4e00-\u9fff（）()]{2,40}?(?:局|委|部|厅|办|院|所|站|会|中心|政府|办公室|办事处|指挥部|领导小组|支队|大队|分局|街道|联社|公司)"
)


_PARTY = pattern("(?:中共|中国共产党)(?P<name>[一-鿿]{2,20}(?:街道工作委员会|街道工委|[镇乡]委员会))")
"""The committee of a street or town; one of a village is ours."""


def heading_said(text: str) -> str:
    """The unit that heads a paper, as it is written; "" for none."""
    span = _heading(text)
    return "" if span is None else text[slice(*span)]


def _heading(text: str) -> tuple[int, int] | None:
    """Where the unit stands that heads a paper: in the line above its number, 文件 left out."""
    document = document_of(text)
    if document is None:
        return None
    for line in reversed([*re.finditer(r"[^\n]+", text[: document.line[0]])]):
        said = line[0].strip().removesuffix("文件").strip()
        if said and (party := _PARTY.fullmatch(said)) is not None:
            start = line.start() + line[0].index(said) + party.start("name")
            return start, start + len(party["name"])
        if not said:
            continue
        found = _HEAD.fullmatch(said) or _SIGNER_EN.fullmatch(said)
        if found is None or _OURS.search(said) or _NO_NAME.search(said):
            return None
        start = line.start() + line[0].index(said)
        return start, start + len(said)
    return None


def _headed(unit: Unit, heads: tuple[int, int] | None, same: str) -> Unit:
    """A known unit with what its heading says for it, where it is all that this says but a place."""
    closes = heads is not None and _closes(unit, heads, same)
    return replace(unit, weight=max(unit.weight, SIGNED)) if closes else unit


def _closes(unit: Unit, span: tuple[int, int], same: str) -> bool:
    """Whether a known unit stands in a span with nothing but its place before it: 新湖区|民政局."""
    before = same[span[0] : unit.start]
    if same[unit.start] in _PLACE_SIGNS:
        # A list may call it 区民政局.
        before += same[unit.start]
    place = _PLACE.fullmatch(before) or _PLACE_ONLY.fullmatch(before)
    return unit.end == span[1] and unit.start >= span[0] and place is not None


_PLACE_SIGNS = "省市县区镇乡"
_PLACE = pattern("(?:中共|共青团)?(?:[\u4e00-\u9fff]{0,8}(?:省|市|县|区|镇|乡|街道))*(?:人民政府|委)?")


def _unit_at(text: str, span: tuple[int, int] | None) -> Unit | None:
    return None if span is None else Unit(text[slice(*span)], *span, SIGNED, (span,))


def _signer(text: str, words: Vocabulary) -> Unit | None:
    """A unit that no list knows, alone in the last line but the date."""
    lines = [found for found in re.finditer(r"[^\n]+", text) if found[0].strip()]
    dated = len(lines) > 1 and _DATED.fullmatch(lines[-1][0].strip()) is not None
    if dated:
        lines.pop()
    if len(lines) < LEAST:
        return None
    said = lines[-1][0].strip()
    if (ends := _ENDS_DATED.search(said)) is not None:
        said = said[: ends.start()]
    # Above a day stands nothing but who signs.
    above = _SIGNED_ABOVE.fullmatch(said) if dated or ends else None
    found = above or _SIGNER.fullmatch(said) or _SIGNER_EN.fullmatch(said)
    known = None
    if found is None and (found := _SIGNER_FOR.fullmatch(said)) is not None:
        known = words.units.meant.get(fold(f"{found['what']} {found['kind']}"))
        if known is None and found["by"] == "of":
            return None  # Behind “of” may as well stand a place.
    if found is None or _OURS.search(said) or _NO_NAME.search(said):
        return None
    start = lines[-1].start() + lines[-1][0].index(said)
    called = found.groupdict().get("unit") or said
    return Unit(known or called, start, start + len(called), SIGNED, ((start, start + len(called)),))


_NO_NAME = pattern("请|各[村社]|[送交报][到至给往送]|前往|截止|地点")
"""Stands in a sentence, and in no name of a unit."""
_SIGNED_ABOVE = pattern(
    "[\u4e00-\u9fff（）()]{3,30}(?:局|委|部|厅|办|院|所|站|中心|政府|办公室|办事处|指挥部|领导小组|联合会|委员会|支队|大队|公司)"
)
LEAST = 3
"""So many lines has a notice that somebody signs: a head, what it asks, and who signs."""


def _signed_by_known(found: list[Unit], signer: Unit, same: str) -> bool:
    """Whether a unit of the lists stands in that line with all it is called."""
    span = signer.start, signer.end
    if any(_closes(unit, span, same) for unit in found):
        return True
    return any(unit.start <= signer.start + 1 and signer.end - 3 <= unit.end for unit in found if unit.weight)


_UNIT_ENDS = "局办委部站所院队会心校司联"
"""The last sign of a unit's name; 退役军人 in 退役军人优待证 is none."""


def _surest(found: list[Unit]) -> Unit | None:
    if len({unit.called for unit in found}) == 1 and found[0].weight >= ALONE:
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
    "(?=[:：，,、。；;\\s（()）】\\]]|$|关于|要求|通知|那边|这边|来|的(?:同志|人|领导)|让|叫|请|要|发|转|部门|说|催|给|口|同志|负责|牵头|联系|在群)"
)
_SHORT_BEGINS = pattern("(?:^|[^\u4e00-\u9fff]|[县区市镇乡报给接应按据转由请让找问])$")
_OTHER_WORD = pattern(
    "[长员](?!的)|家属|宿舍|院内|院里|大楼|门口|大院|旁|对面|附近|门前|干部|官网|网站|公众号|热线|路口"
)
_PLACE_OF_MEETING = pattern(
    "[^，,。；;\n]{0,8}(?:会议室|会场|[一二三四五六七八九\\d]楼|大厅|礼堂|门口|集合|报告厅|大院|广场|院内|停车场)"
)


_KIND_EN = pattern(
    r"\s+(?:bureau|(?P<town>office|station)|department|dept|commission|committee|cent(?:re|er)|government|federation|brigade|team)\b"
)
_KIND_OF_EN = pattern(r"\b(?:bureau|office|department) of (?:the )?$")
_PLACES_EN = frozenset({"township", "subdistrict", "sub-district"})
_TOWNS_OWN_EN = pattern(r" (?:office|station)$")
_ENDS_EN = pattern(
    r"\b(?:bureau|office|department|commission|committee|centre|center|station|government|federation|brigade|team|hospital|court)$"
)


def _named(same: str, text: str, words: Vocabulary) -> Iterator[tuple[str, int, int]]:
    names = words.units
    town = names.meant.get("镇政府") or names.meant.get("街道办事处")
    taken: list[tuple[int, int]] = []
    for found in names.han.finditer(same):
        start, end = found.span()
        if end - start <= 2 and not (
            _SHORT_ENDS.match(same, end) and _SHORT_BEGINS.search(same[max(0, start - 1) : start])
        ):
            continue
        if same[end : end + 1] in ("长", "员"):
            # 局长 and 站员 are people.
            continue
        taken.append((start, end))
        if found[0] in STREET_WORDS and town and not _SHORT_BEGINS.search(same[max(0, start - 1) : start]):
            # 东湖街道办 is not the one that is ours.
            yield town, start, end
            continue
        yield names.meant[found[0]], start, end
    yield from _named_in_english(same, text, names)
    if town:
        for found in _GOVERNMENT.finditer(same):
            start, end = found.span()
            if all(right <= start or end <= left for left, right in taken):
                yield town, start, end


def _named_in_english(same: str, text: str, names: Names) -> Iterator[tuple[str, int, int]]:
    for found in names.latin.finditer(same):
        start, end = found.span()
        # Health and Justice are words as well; Health Bureau and Bureau of Justice are units.
        behind = _KIND_EN.match(same, end)
        before = None if found[0] in _PLACES_EN else _KIND_OF_EN.search(same, max(0, start - _AROUND), start)
        named = text[start].isupper() and (" " in found[0] or text[start:end].isupper())
        if not (behind or before or named or _ENDS_EN.search(found[0])):
            continue
        called = names.meant[found[0]]
        if behind and behind["town"]:
            # A finance office is the town's, a finance bureau the county's.
            called = _of_town(found[0], names, called)
        elif (town := _TOWNS_OWN_EN.search(found[0])) is not None:
            called = _of_town(found[0][: town.start()], names, called)
        yield called, before.start() if before else start, behind.end() if behind else end


def _of_town(what: str, names: Names, called: str) -> str:
    """The unit of a town that does what one of the county does as well."""
    kinds = (f"{town} {what}{kind}" for town in ("town", "township") for kind in (" office", ""))
    return next((names.meant[one] for one in kinds if one in names.meant), called)


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
_RELAYS_DOWN = pattern("\\s*转发?(?:来)?(?:的)?(?:上级|国家|中央|[省市部](?:里|厅|局|办|委|级|政府|公司))")
_THERE = pattern("(?:[到去来往在由从])(?:[\u4e00-\u9fff]{0,4}(?:县|区|市|镇|街道|乡))?$")
_COMES = pattern(
    "(?:[\u4e00-\u9fff]{0,4}(?:师傅|同志|人员|车))?(?:要)?来(?:[我本]?(?:村|社区)|换|修|装|抢修|检修|清|抄|砍|测|更换)"
)
_NOTED = pattern("[（(](?P<level>[县区市镇]?)[^（()）\n]{0,5}[)）]")
_COUNTY = "县区市"
_OF_COUNTY = pattern(r"\s+of\s+the\s+(?:county|district)\b")
_COPIED_NEAR = pattern(
    "(?:抄送|抄报|主送|分送|会同|联合|配合|协同|协助|与|和|及|、|陪同|邀请|向|到|去|往|在|对|由|经|从|为|cc\\s*[:：]?|copied to)\\s*(?:[\u4e00-\u9fff]{0,4}(?:县|区|市|镇|街道|乡))?$"
)
_LEADS = pattern("(?:牵头|负责(?:汇总|收集)|主办|承办|主办单位|组织单位|发文单位|主持)[:：]?\\s*$")
_LED = pattern("\\s*(?:牵头|主办|负责汇总|负责收|承办|汇总)")


_AROUND = 120
"""So many signs beside a name say what it is named for."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A name with what stands before and after it."""

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


def _weighed(same: str, text: str, words: Vocabulary) -> Iterator[Unit]:
    for called, start, end in _named(same, text, words):
        left = same[max(0, start - _AROUND) : start].rpartition("\n")[2]
        right = same[end : end + _AROUND].partition("\n")[0]
        noted = _NOTED.match(right)
        of_county = noted["level"] in _COUNTY if noted and noted["level"] else _OF_COUNTY.match(right)
        if noted is not None:
            # 妇联（县里的）要……
            right = right[noted.end() :]
        first = _PLACE_ONLY.fullmatch(left) is not None
        named = _Named(same, start, end, left, right, re.split("[。；;！!？?]", left)[-1], first)
        weight = next((weight for weight, fits in _WEIGHTS if fits(named)), ALONE)
        yield Unit(_of_county(called, words) if of_county else called, start, end, weight)


def _of_county(called: str, words: Vocabulary) -> str:
    """The unit of that name at the county, where a town has one as well."""
    return words.units.meant.get(f"县{_TOWNS.sub('', called)}", called)


_TOWNS = pattern("^[镇乡](?:（.+?）)?")
_PLACE_ONLY = pattern(
    "[\\s\\[【(（「《>@＠*#-]*(?:(?:中共|共青团)?[\u4e00-\u9fff]{1,8}(?:省|市|县|区|镇|乡|街道)|[县区市镇乡]|(?:the )?(?:[a-z]+ ){0,2})?(?:人民政府|委)?\\s*"
)
_COPIED = pattern("抄送|抄报|主送|分送|cc\\s*[:：]|参会单位|成员单位|责任单位|配合单位|协办单位")
_TITLES = pattern("通知|函|通报|公告|提示|方案|意见|提醒|请示")
_COMES_TO = pattern("[在到去于:：]\\s*(?:[\u4e00-\u9fff]{0,6})?$")
_BRACKET_END = pattern("[^】\\])）」\n]{0,10}[】\\]）)」]")
_BASIS_OF = pattern("[^，,。；;\n]{0,8}(?:要求|通知|部署|安排|来电|来函|电话|文件|精神|统一|工作)")
_AT_ITS_DESK = pattern("(?:[^，,。]{0,4})(?:申请|办理|咨询)")
_BEGINS = pattern(
    "(?:^|[，,。；;：:！!】\\])）>\\s])(?:[\u4e00-\u9fff]{0,4}[县区市镇乡]|[县区市镇乡]|the )?$"
)


def _signs(named: _Named) -> bool:
    """Whether a unit stands alone in one of the last lines, with at most a date beside or below it."""
    same, rest = named.same, named.same[named.end : named.end + _AROUND]
    left = named.left.rstrip()
    if "\n" not in same:
        # 请各村尽快报送。民政局 11月23日
        tail = rest.strip(" 。.)）]】")
        return left[-1:] in set("。；;！!—-–~") and re.fullmatch(r"[\d\s年月日./-]{0,12}", tail) is not None
    before = left.strip(" —-–~()（）[]【】")
    if "\n" not in same[: named.start] or not (
        _PLACE_ONLY.fullmatch(before) or re.search("[。；;！!]\\s*$", before)
    ):
        return False
    if not re.fullmatch(r"(?:办公室|宣)?[\d\s年月日./:：-]{0,24}", named.right.strip(" ()（）")):
        return False
    return len(same[named.end + len(named.right) :].strip()) <= 60


def _asks(named: _Named) -> bool:
    return len(named.sentence) <= 24 and bool(_ASKS.match(named.right) or _ASKS_EN.match(named.right))


def _only_beside(named: _Named) -> bool:
    return bool(_COPIED_NEAR.search(named.sentence)) and not _TO_IT.search(named.sentence)


_WEIGHTS: tuple[tuple[int, Callable[[_Named], bool]], ...] = (
    (0, lambda named: bool(_COPIED.search(named.sentence))),
    (9, lambda named: bool(_RELAYS_DOWN.match(named.right))),
    (0, lambda named: bool(_RELAYS.match(named.right))),
    (8, lambda named: bool(_RELAYED.search(named.sentence))),
    (10, _signs),
    (9, lambda named: named.first and bool(_ABOUT.match(named.right) and _TITLES.search(named.right[:80]))),
    (0, lambda named: bool(_PLACE_OF_MEETING.match(named.right) and _COMES_TO.search(named.sentence))),
    (8, lambda named: bool(_BRACKET.search(named.left[-14:]) and _BRACKET_END.match(named.right))),
    (8, lambda named: named.first and bool(_SPEAKS.match(named.right)) and "各" not in named.left),
    (7, lambda named: bool(_LEADS.search(named.sentence) or _LED.match(named.right))),
    (6, lambda named: bool(_BASIS.search(named.sentence) and _BASIS_OF.match(named.right))),
    (7, lambda named: bool(_FROM_EN.search(named.sentence))),
    (2, lambda named: _only_beside(named) and bool(_ASKS.match(named.right))),
    (0, lambda named: _only_beside(named) and not _THERE.search(named.sentence)),
    (7, _asks),
    (5, lambda named: bool(_TO_IT.search(named.sentence) or _TO_IT_EN.search(named.sentence))),
    (4, lambda named: bool(_CONTACT.search(named.sentence)) and not _AT_ITS_DESK.match(named.right)),
    (4, lambda named: named.first and (not named.right.strip() or named.right[:1] in " \t")),
    (0, lambda named: bool(_OTHER_WORD.match(named.right) or _COMES.match(named.right))),
    (HEADS, lambda named: bool(_BEGINS.search(named.left))),
)
"""What a name is named for, the surest first: who signs, heads, speaks or receives asks, who is only named does not."""
