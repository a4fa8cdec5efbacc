"""The places of a notice where a list of columns may begin, and how plainly it is said there that columns follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from mingbai.domain.numerals import number_zh
from mingbai.domain.pattern import alternatives, pattern


class Said(IntEnum):
    """How plainly it is said that columns follow."""

    NOTHING = 0
    WANTED = 1
    """Nothing, but it is to be handed in: 户名、户号、电话报我."""
    CONTAINS = 2
    """含, 写明, 填: a list of anything."""
    FORM = 3
    """A form, and in brackets or behind a colon what stands in it."""
    COLUMNS = 4
    """栏目, 字段, 四列."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list may begin and has to end, and how plainly that is said."""

    start: int
    end: int
    said: Said
    count: int = 0
    """How many columns there are, where it is told."""


SIGNS = "[^、，,；;。！!？?\n：:（）()|\t/+→>—【】]"
ITEM = f"{SIGNS}{{1,20}}(?:[（(][^）)\n]{{1,16}}[）)])?"
_ANY_LIST = pattern(f"(?P<first>{ITEM})(?:\\s{{0,4}}[、,，|\t/+]\\s{{0,4}}{ITEM}){{1,40}}")
_INNER = pattern(
    "[为含有是分按以]|其中|梳理(?:辖区内?)?|统计(?:辖区内?)?|收集|核实|摸排|辖区内?|需要|报送|上报|填报(?!单位|人)|提供|一下|包括|填写?|写[清明]?|注明|登记|(?<!填)报(?!单位|表)|[》：:]"
)
COUNT = "(?P<count>[两二三四五六七八九十]|\\d{1,2})"
_COLUMN_WORD = (
    "表头|表项|栏目|栏位|字段|列名|项目名(?!称)|要素|数据项|信息项"
    "|(?:填报|填写|登记|采集|统计|必填|收集|报送|上报|核对|调查|台账|报表|表格|名单|清单)(?:项目?|要素|指标|字段|栏目?)"
)
_LINK = "(?:[两二三四五六七八九十\\d]个|分别|依次|主要|具体|就|只|仅|共|都|即|也|设|写|填|列|为|是|有|包括|包含|含|如下|[:：=→]|—{1,2}|-{1,2}>?|[\\s“\"'「])"
_COLUMNS = alternatives(
    f"(?:(?:{_COLUMN_WORD})|(?<![排系下罗陈前并])(?:列|栏)(?!入|席|出|举|为|车|支|杆)(?={_LINK}))(?:[(（][^()（）\n]{{1,8}}[)）])?{_LINK}{{0,6}}"
    f"|{COUNT}(?:个|样|类|大)?(?:列|栏目?|要素|字段|项(?:信息|内容|数据|目)?|格)(?:信息|内容)?{_LINK}{{0,6}}"
    "|(?:栏目?|要素|字段|内容|项目|格式)(?:如下|见下)[^。；;\n]{0,10}[:：\n]\\s*"
)
_SAYS = alternatives(
    "(?:(?:信息|项目|指标|(?:采集|填报|登记|填写|表格|上报|报送|统计|台账|名册)?内容|要求)(?:分别|依次|主要|具体)?(?:为|是|包括|包含|含|有|[:：])+"
    "|(?:逐项|如实|准确|完整|逐人|逐户)?(?:填写|填报|填(?!报|表)|(?:登记|采集|统计)(?![表册簿])|注明|写明|写清楚?|标注|标明|列明|提供|录入|核实|报送|上报|提交|报一下|说清|讲明|报|写上|写|说明|列出|附上|收集|摸清|统计好)(?!单位|日期|时间|人[、,，])(?:清楚|好|完整|齐全|上|下|明|以下内容|以下信息|下列内容|下列信息|以下栏目)?\\s{0,2}[:：]?"
    '|(?:主要|具体|内容|至少|必须|信息)?(?:包括|包含|含有?|涵盖|分为?|需要|只要|[就请]?按照?|以(?=[“"\u4e00-\u9fff]{2})|列有|设有|需有|要有|写有|有|带上?|一?列)(?:以下|下列)?(?:栏目|内容|信息|字段|项目|要素)?\\s{0,2}[:：]?)[\\s“"「]{0,2}'
)
_FORM = "(?:[\u4e00-\u9fff》]表(?!示|明|彰|扬|决)|台[账帐]|名单|名册|花名册|清单|清册|登记[册簿卡]?|底册|底数|明细|目录|档案|汇总|报表|统计|摸排|摸底|信息|数据|情况|核对|核查|回执|[验回对申订名菜报]单|问卷|联络卡|信息卡|卡片)"
_BRACKET = pattern(
    f"(?:{_FORM}|(?<![电])(?:报|填|登记|统计|摸|列|写)(?:一下|个|好|清楚?|全)?)[^，,。；;：:()（）\n]{{0,6}}[”」》]?\\s{{0,2}}[(（【\\[]"
    "(?:见?附件\\s?\\d{0,2}|附表|样表|新版|纸质|电子版?)?[，,、：:]?(?:[一共就]{0,2}(?:需|须|要|应)?(?:填写?|写明?|含有?|包括|包含|注明|列明|内容[为是]?|栏目[为是]?|字段[为是]?|表头[为是]?|要有|有)[:：]?)?"
)
_BRACKET_END = pattern("[)）】\\]]")
_FORM_THEN = pattern(
    f"{_FORM}(?:见附件|如下|格式|模板|内容)?[^，,。；;：:()（）\n]{{0,4}}(?:[:：→]|—{{1,2}}|-{{1,2}}>|[(（][^()（）\n]{{1,10}}[)）][:：]|[,，]?\n)\\s{{0,4}}"
    "|(?:表[里中内格]|[册账单][里中内上]|目录|卡[上片里])[^，,。；;：:()（）\n]{0,4}(?:写|列|填|有|含|要|是|就)(?:明|清楚?|上|的是|着)?[:：]?\\s{0,2}"
)
_LINE = pattern("(?:^|(?<=\n))[ \t]*[|]?[ \t]*")


def places(same: str) -> Iterator[Place]:
    """Every place where a list may begin, the plainest first."""
    every = len(same)
    for found in _COLUMNS.finditer(same):
        yield Place(found.end(), every, Said.COLUMNS, number_of(found["count"]))
    for found in _BRACKET.finditer(same):
        closing = _BRACKET_END.search(same, found.end(), found.end() + 400)
        if closing is not None:
            yield Place(found.end(), closing.start(), Said.FORM)
    for found in _FORM_THEN.finditer(same):
        yield Place(found.end(), every, Said.FORM)
    for found in _SAYS.finditer(same):
        quoted = found[0][-1:] in '“"「'
        yield Place(
            found.end(), every, Said.FORM if quoted or _of_form(same, found.start()) else Said.CONTAINS
        )
    for found in _LINE.finditer(same):
        yield Place(found.end(), every, Said.NOTHING)
    for found in _ANY_LIST.finditer(same):
        start = max((cue.end() for cue in _INNER.finditer(same, *found.span("first"))), default=found.start())
        yield Place(start, every, Said.NOTHING)


_NEAR_FORM = pattern(
    f"{_FORM}[^，,。；;：:\n]{{0,4}}[，,]?(?:要求|须|需|要|应|请|应当|必须|逐[人户]|里|中)?$"
)


def _of_form(same: str, at: int) -> bool:
    """Whether a form is named close before: 花名册，含."""
    return _NEAR_FORM.search(same[max(0, at - 16) : at]) is not None


def number_of(said: str | None) -> int:
    """How many 四 or 4 says; 0 where nothing is said."""
    if not said:
        return 0
    return int(said) if said.isdecimal() else number_zh(said)
