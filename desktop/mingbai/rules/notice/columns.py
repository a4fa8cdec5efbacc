"""The columns of the form that a notice names: 含姓名、身份证号、联系电话; columns: name, ID number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mingbai.domain.pattern import pattern

FEWEST = 2
LONGEST = 16


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """A column and where it stands."""

    name: str
    start: int
    end: int


_SAYS_FORM = pattern(
    "(?:(?:表格?|台账|名单|花名册|名册|清单|汇总表|统计表|信息|资料|数据|底册|册子|登记|明细)[^，,。；;：:\n]{0,8}?)?"
    "(?P<cue>(?:表头|栏目|字段|列|栏|表格列|要素|数据项|填报项|统计项|必填项|收集项|登记项|采集项|项目|信息项|填写项|指标|采集内容|填报内容|登记内容|填写内容|表格内容|内容|信息|要求)"
    "(?:分别|依次|主要|具体)?(?:为|是|包括|包含|含|有|[:：])+"
    "|(?:需|须|要|应|请|务必)?(?:要|逐项|如实|准确|完整|逐人|逐户)?(?:填写|填报|填(?!报)|(?:登记|采集|统计)(?![表册簿])|注明|写明|写清楚?|标注|标明|列明|提供|录入|核实|报送|上报|提交|报一下|报|写上|写|说明|列出|附上)(?!单位|日期|时间|人[、,，])(?:清楚|好|完整|齐全|上|下|以下内容|以下信息|下列内容|下列信息|以下栏目)?\\s*[:：]?"
    '|(?:主要|具体|内容|至少|须|需|要|应|必须|信息)?(?:包括|包含|含有?|涵盖|分为?|需要|只要|按照?|以[“"]?|有|列有|设有|需有|要有|写有|带上?)(?:以下)?(?:栏目|内容|信息|字段|项目|要素)?\\s*[:：]?)\\s*'
)
_SIGNS = "[^、，,；;。\n：:（）()|\t/+]"
_LIST = pattern(
    rf"(?P<first>{_SIGNS}{{1,16}}(?:[（(][^）)\n]{{1,16}}[）)])?)(?:\s{{0,4}}[、,，|\t/+]\s{{0,4}}(?:以及|及|和)?{_SIGNS}{{1,16}}(?:[（(][^）)\n]{{1,16}}[）)])?)+"
)
_COLUMN_END = pattern(
    "(?:姓名|名字|名称|性别|年龄|民族|学历|文化程度|政治面貌|职业|职务|职称|岗位|工种|单位|身份证号?码?|公民身份号码|证件号码?|号码|电话|手机号?|联系方式|住址|地址|户籍地?|籍贯"
    "|出生年月日?|出生日期|生日|人数|户数|数量|总数|个数|面积|金额|数额|标准|等级|级别|类别|类型|种类|时间|日期|年限|年份|状况|状态|情况|原因|措施|备注|说明|编号|序号|关系"
    "|负责人|责任人|联系人|监护人|户主|经办人|填报人|网格员|房东|租户|是否.{1,8}|率|次数|进度|结果|位置|地点|地段|型号|牌号?|账号|卡号|开户行|门牌|房号|楼栋|组别|村组|网格|去向"
    "|诉求|需求|意向|院校|车位|学籍号|学号|户籍号|车号|意见|建议|问题|内容|方式|来源|用途|期限|时限|收入|支出|价格|产量|品种|作物|规模|学校|班级|年级|病种|疾病|残疾证号?|残疾类别|健康|婚姻|技能|特长|意愿|原户籍"
    "|现居住地|居住地|所在地|目的地|车型|车主|店名|面积|层数|结构|年代|法人|法定代表人|信用代码|证号|户号|家庭成员|家庭人口|人口|服务对象|尺码|身高|签名|签字|盖章|人员|村名|社区名?|小区|户数|台数|盏数|处数|名)$"
)
_CUT = pattern(
    "(?:”.*|(?<=.{2})(?:即可|就行|就可以|就好|这.*|为必填.*|必填.*|逐[户人].*|填(?:写|报|好)?|一并.*|一起.*|缺一不可)|(?<=.{2})(?:的?格式|给|报[给送到至上过来一]|[发传交][给到至来我]|交[给到至]).*|等(?:\\d+|[一二三四五六七八九十]+)?(?:项|个|类|种)?(?:基本|相关|主要|详细|有关)?(?:信息|内容|情况|栏目|要素|字段|项目|数据|指标|资料|材料)?(?:.*)?|信息|(?:[两三四五六七八九十\\d]+)(?:项|栏|列|个字段).*)$"
)
_HEAD = pattern("^(?:的|以下|下列|其|人员|居民|老人|每人|每户|本人|及其|以及|及|和|与|并|基本信息)(?=.{2,})")


def columns_of(same: str, text: str) -> tuple[NamedColumn, ...]:
    """The columns that a text lists; nothing where the list may be one of people or things."""
    best: tuple[NamedColumn, ...] = ()
    for found in _candidates(same, text):
        if len(found) > len(best):
            best = found
    return best


def _candidates(same: str, text: str) -> Iterator[tuple[NamedColumn, ...]]:
    for cue in _SAYS_FORM.finditer(same):
        listed = _LIST.match(same, cue.end())
        if listed is None:
            continue
        named = _until_other(tuple(_pieces(text, same, *listed.span())))
        form = _NAMES_FORM.search(same[max(0, cue.start() - 2) : cue.end()])
        if _are_columns(named, 0.5 if form else 0.6):
            yield named
    for cue in _SAYS_FORM.finditer(same):
        spaced = _SPACED.match(same, cue.end())
        if spaced is not None:
            words = re.finditer("[^ ]+", text[slice(*spaced.span())])
            named = tuple(
                NamedColumn(word[0], spaced.start() + word.start(), spaced.start() + word.end())
                for word in words
            )
            if all(_COLUMN_END.search(one.name) for one in named):
                yield named
    for listed in _NUMBERED.finditer(same):
        items = _NUMBER.finditer(same, *listed.span())
        named = tuple(NamedColumn(text[slice(*item.span(1))], *item.span(1)) for item in items)
        if all(_COLUMN_END.search(one.name) for one in named) and _typical(named) >= 2:
            yield named
    for line in _HEAD_LINE.finditer(same):
        words = re.finditer("[^ \t]+", text[slice(*line.span())])
        named = tuple(
            NamedColumn(word[0], line.start() + word.start(), line.start() + word.end()) for word in words
        )
        if all(_COLUMN_END.search(one.name) for one in named) and _typical(named) >= 2:
            yield named
    for listed in _LIST.finditer(same):
        start = max(
            (cue.end() for cue in _INNER_CUE.finditer(same, *listed.span("first"))), default=listed.start()
        )
        kept = _run_of_columns(_until_other(tuple(_pieces(text, same, start, listed.end()))))
        if len(kept) >= 3:
            yield kept
    yield from _english(same, text)


_SPACED = pattern("[\u4e00-\u9fff]{2,10}(?: {1,3}[\u4e00-\u9fff]{2,10}){2,20}")
_NUMBER = pattern("(?:[（(]\\d{1,2}[）)]|\\d{1,2}[.、．]|[①-⑳])\\s?([\u4e00-\u9fff]{2,14})")
_NUMBERED = pattern(
    "(?:(?:[（(]\\d{1,2}[）)]|\\d{1,2}[.、．]|[①-⑳])\\s?[\u4e00-\u9fff]{2,14}[；;,，、 \n]{0,3}){3,30}"
)
_HEAD_LINE = pattern(
    "(?:^|(?<=\n))[\u4e00-\u9fff]{2,10}(?:[ \t]{1,4}[\u4e00-\u9fff]{2,10}){2,20}(?=[ \t]*(?:$|\n))"
)
"""A line that is nothing but the head of a table."""
_NAMES_FORM = pattern("表头|栏目|字段|列|栏|填写项|数据项|表格|台账|名册|花名册")
_INNER_CUE = pattern(
    "[为含有是分按以]|其中|梳理(?:辖区内?)?|统计(?:辖区内?)?|收集|核实|摸排|辖区内?|需要|报送|上报|填报(?!单位|人)|提供|一下|包括|填写?|写[清明]?|注明|登记|(?<!填)报(?!单位|表)|[》：:]"
)
_NO_COLUMN = pattern(
    "[前发报交请须]|缺一不可|^必填|[人户]一行|即可|截止|务必|周[一二三四五六日]|\\d{2,}|谢谢|收到"
)


_ATTACHED = pattern("(?:[并另后再]|同时|一并|随[表文])*附(?![近属件加注录图])(?:上|送|带|具)?(?=.{2,})")
"""What goes with the form is none of its columns: ，并附入户照片."""
_LAST_CUE = pattern("[^、]*?(?:含有?|包括|包含|为|写清楚?|注明|填写|登记(?![表册簿])|[:：])(?=.{2,})")


def _from_cue(named: tuple[NamedColumn, ...]) -> tuple[NamedColumn, ...]:
    """The items from where they are said to be columns: 统计表，含姓名、电话."""
    for at in range(len(named) - 1, -1, -1):
        one = named[at]
        cue = _LAST_CUE.match(one.name)
        if cue and _COLUMN_END.search(one.name):
            first = NamedColumn(one.name[cue.end() :], one.start + cue.end(), one.end)
            return (first, *named[at + 1 :])
    return named


def _until_other(named: tuple[NamedColumn, ...]) -> tuple[NamedColumn, ...]:
    """The items before the first that is no column but what is to be done with the form."""
    named = _from_cue(named)
    for at, one in enumerate(named):
        said = _CUT.sub("", one.name)
        if said != one.name and _COLUMN_END.search(said) and not _COLUMN_END.search(one.name):
            return (*named[:at], NamedColumn(said, one.start, one.start + len(said)))
        if (at and _ATTACHED.match(one.name)) or (
            _NO_COLUMN.search(one.name) and not _COLUMN_END.search(one.name)
        ):
            return named[:at]
    return named


def _run_of_columns(named: tuple[NamedColumn, ...]) -> tuple[NamedColumn, ...]:
    """From the first to the last that surely is one, if what lies between are at most a few others."""
    sure = [at for at, one in enumerate(named) if _COLUMN_END.search(one.name)]
    if len(sure) < 3:
        return ()
    run = named[sure[0] : sure[-1] + 1]
    people = len(sure) > 3 and any("姓名" in one.name for one in run)
    return run if len(sure) >= 0.75 * len(run) and (_typical(run) >= 2 or people) else ()


_TYPICAL = pattern(
    "姓名|身份证|电话|手机|住址|地址|性别|年龄|户数|人数|序号|备注|联系方式|面积|责任人|负责人|类别|类型|数量|金额|出生|户主|编号|民族"
)


def _typical(named: tuple[NamedColumn, ...]) -> int:
    return sum(bool(_TYPICAL.search(one.name)) for one in named)


def _are_columns(named: tuple[NamedColumn, ...], part: float) -> bool:
    if len(named) < FEWEST or any(len(one.name) > LONGEST for one in named):
        return False
    sure = sum(bool(_COLUMN_END.search(one.name)) for one in named)
    return sure >= part * len(named) and (sure >= 2 or len(named) == sure)


_BETWEEN = pattern("[、,，|\t/+]|(?<=[\u4e00-\u9fff])(?:以及|和|及|与)(?=[\u4e00-\u9fff])")
_WHOSE = pattern("[\u4e00-\u9fff\\d]{2,16}的(?=[\u4e00-\u9fff]{2,})")
"""党员的姓名 is the column 姓名."""
_WHOLE = pattern("及其|与户主|和户主|与本人|与申请人")


def _pieces(text: str, same: str, start: int, end: int) -> Iterator[NamedColumn]:
    at = start
    bounds: list[tuple[int, int]] = []
    depth = 0
    for place in range(start, end):
        sign = same[place]
        depth += (sign in "（(") - (sign in "）)")
        if depth == 0 and re.match("[、,，|\t/+]", sign):
            bounds.append((at, place))
            at = place + 1
    bounds.append((at, end))
    for number, (left, right) in enumerate(bounds):
        last = number == len(bounds) - 1
        parts = _divided(same, left, right, end=last)
        for one, (first, stop) in enumerate(parts):
            begin, piece = first, text[first:stop]
            if last and one == len(parts) - 1:
                piece = _CUT.sub("", piece)
            if number == 0 and one == 0 and (whose := _WHOSE.match(piece)):
                begin += whose.end()
                piece = piece[whose.end() :]
            head = _HEAD.match(piece)
            if head and (number == 0 or head[0] in ("以及", "及", "和", "与", "并")):
                begin += head.end()
                piece = piece[head.end() :]
            begin += len(piece) - len(piece.lstrip())
            piece = piece.strip(' 　"“”《》.*＊')
            if piece:
                yield NamedColumn(piece, begin, begin + len(piece))


def _divided(same: str, left: int, right: int, *, end: bool) -> list[tuple[int, int]]:
    """联系电话和家庭住址 are two, 与户主关系 is one."""
    found = pattern("(?<=[\u4e00-\u9fff]{2})(?:以及|和|及|与)(?=[\u4e00-\u9fff]{2})").search(
        same, left, right
    )
    if found is None or not _COLUMN_END.search(same[left : found.start()]):
        return [(left, right)]
    if not end and not _COLUMN_END.search(same[found.end() : right]):
        return [(left, right)]
    return [(left, found.start()), (found.end(), right)]


# --- English -----------------------------------------------------------------------------------

_CUE_EN = pattern(
    r"(?:columns?|fields?|headings?|headers?|details?|information|particulars|items?)\s{0,4}(?:(?:are|is|should\s+be|required|needed|should\s+be|to\s+fill\s+in|include[sd]?|to\s+include|as\s+follows)\s{0,4})*[:\-–]\s{0,4}"
    r"|(?:columns?|fields?|headings?|details)\s+(?:for|are|should\s+be|include[sd]?|should\s+include|of)\s+(?:the\s+)?"
    r"|(?:including|includ(?:es?|ing)|with(?!in|out)|listing|giving|asks?\s+for|stating|showing|containing|contain(?:s|ing)?|fill\s+in|provide|record(?:ing)?|list|state|show|give|covering|has|have|enter(?:ing)?|register(?!\s+(?:includ|contain|has|list|show|ask|with)))\s{0,4}:?\s{0,4}"
    r"(?:the\s+)?(?:(?:following|each\s+\w+['’]s|every\s+\w+['’]s|their|his\s+or\s+her|columns?|fields?|details?|information)\s{0,4}:?\s{0,4}){0,3}(?:(?:for|of)\s+)?"
)
_ITEM_EN = r"[a-z](?:[a-z'’ -]|(?<=\bno)\.){1,38}?(?:\([^)\n]{1,30}\))?"
_LIST_EN = pattern(
    rf"{_ITEM_EN}(?:\s{{0,4}}[,;|\t/]\s{{0,4}}(?:and\s+|or\s+)?{_ITEM_EN})+(?:\s+and\s+{_ITEM_EN})?(?=\s{{0,4}}(?:\.(?!,)|[;\n()]|$|\bby\b|\bto\b|\bbefore\b|\bfor each\b))"
)
_TWO_EN = pattern(rf"{_ITEM_EN}\s+and\s+{_ITEM_EN}(?=\s{{0,4}}(?:\.(?!,)|[;\n()]|$))")
_COLUMN_EN = pattern(
    r"\b(?:(?:full\s+)?names?|id(?:\s+(?:card\s+)?(?:number|no\.?))?|(?:phone|telephone|mobile|contact|card|bank|account|house|door|plate|licen[cs]e|certificate|room|serial|passport)(?:\s+(?:phone\s+)?(?:number|no\.?))?"
    r"|number(?:\s+of\s+[\w\s]+)?|address(?:es)?|sex|gender|age|ages|date(?:\s+of\s+[\w\s]+)?|birth\s{0,4}date|occupation|employer|relationship(?:\s+to\s+[\w\s]+)?|ethnic(?:ity|\s+group)|education|status|type|kind|category|remarks?|notes?"
    r"|area|amount|reason|cause|location|place(?:\s+of\s+[\w\s]+)?|progress|result|person\s+in\s+charge|contact(?:\s+person)?|signature|unit|building|floor|district|village|income|health(?:\s+condition)?|condition|degree|level|model|quantity|time|measures?(?:\s+taken)?"
    r"|guardian|school|class|grade|position|title|email|owners?|tenants?|flat|parking\s+space|space|shop|sex|hours?|household(?:er)?|head\s+of\s+household|nationality|language|needs?|problem|issue|size|species|crop|yield|destination|disability(?:\s+(?:type|level|grade))?)$"
)


_BRACKETS_EN = pattern(r"[(]([^()\n]{8,200})[)]")


def _english(same: str, text: str) -> Iterator[tuple[NamedColumn, ...]]:
    if not re.search("[a-z]{4}", same):
        return
    for bracket in _BRACKETS_EN.finditer(same):
        listed = _LIST_EN.fullmatch(same, *bracket.span(1))
        if listed is not None:
            named = tuple(_pieces_en(text, *listed.span()))
            sure = sum(bool(_COLUMN_EN.search(one.name.lower())) for one in named)
            if len(named) >= 3 and sure >= 0.75 * len(named):
                yield named
    for cue in _CUE_EN.finditer(same):
        listed = _LIST_EN.match(same, cue.end()) or _TWO_EN.match(same, cue.end())
        if listed is None:
            continue
        named = tuple(_pieces_en(text, *listed.span()))
        sure = sum(bool(_COLUMN_EN.search(one.name.lower())) for one in named)
        form = re.match("columns?|fields?|heading|header", cue[0])
        if (
            len(named) >= FEWEST
            and sure >= (0.4 if form else 0.6) * len(named)
            and sure >= min(2, len(named))
        ):
            yield named


def _pieces_en(text: str, start: int, end: int) -> Iterator[NamedColumn]:
    for found in pattern(r"(?:[^,;|\t(/]|\([^)]*\))+").finditer(text, start, end):
        at, stop = found.span()
        if at > start and pattern(r"\s*(?:and\s+)?(?:with|attach(?:ing|ed)?)\s").match(text, at, stop):
            return
        parts = [(at, stop)]
        if stop == end and (both := pattern(r"\s+and\s+").search(text, at, stop)) and both.start() > at:
            parts = [(at, both.start()), (both.end(), stop)]
        for first, right in parts:
            left, piece = first, text[first:right]
            head = re.match(
                r"\s*(?:and\s+|or\s+)?(?:(?:with|including|giving|showing|stating|listing|for)\s+)?(?:us\s+)?(?:the\s+|their\s+|a\s+|an\s+|each\s+|every\s+)?",
                piece,
            )
            left += head.end() if head else 0
            piece = re.sub(r"\s+only$", "", text[left:right].strip())
            if piece:
                yield NamedColumn(piece, left, left + len(piece))
