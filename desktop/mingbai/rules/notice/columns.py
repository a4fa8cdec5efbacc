"""The columns of the form that a notice names: 含姓名、身份证号、联系电话; columns: name, ID number.

First the places where such a list may begin (`column_places`), each with how plainly it is said there that columns follow;
then the short names that stand there one after another; then whether they can be columns. The less is
said, the surer the names must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.columns import known
from mingbai.rules.language import mostly_english
from mingbai.rules.notice.column_lists import Span, english_lists_in, lists_in
from mingbai.rules.notice.column_names import TYPICAL, Likely, likely, of_one_kind
from mingbai.rules.notice.column_places import COUNT, ITEM, SIGNS, Place, Said, number_of, places
from mingbai.rules.notice.column_signs import Side, Way, own_signs, sides_of
from mingbai.rules.notice.columns_en import english_lists
from mingbai.rules.notice.likely import shares, weight_of, weights

WEIGHTS = "notices/column_weights.tsv"
NONE, NONE_EN = "-", "-en"
"""The sign that no list of a text is one of columns."""
T = TypeVar("T")
MOST_PLACES = 300
"""So many places of a text are tried: a real notice has few."""


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """A column and where it stands."""

    name: str
    start: int
    end: int


LISTED, TOLD = 0.8, 0.5
"""As likely as this a text lists columns, and of the ways to cut the list one is right."""


def columns_of(same: str, text: str) -> tuple[NamedColumn, ...]:
    """The columns that a text lists; nothing where the list may be one of people or things."""
    known, english = weights(WEIGHTS)[""], mostly_english(same)
    ways = ways_in(same, text, english=english)
    beside: dict[Side, float] = {}
    weighed = []
    for way in ways:
        weight = weight_of(own_signs(same, text, way, english=english), known)
        for side in sides_of(same, way, english=english):
            if side not in beside:
                beside[side] = sum(weight_of(signs, known) for signs in side.signs)
            weight += beside[side]
        weighed.append(weight)
    parts = shares(weighed, known.get(NONE_EN if english else NONE, 0.0))
    spans = told([way.spans for way in ways], parts) or ()
    return tuple(NamedColumn(text[start:end], start, end) for start, end in spans)


def told(ways: Sequence[T], parts: Sequence[float]) -> T | None:
    """The likeliest way to read a list, where it is likely enough."""
    share, at = max(zip(parts, range(len(parts)), strict=True), default=(0.0, 0))
    return ways[at] if share >= TOLD and sum(parts) >= LISTED else None


def ways_in(same: str, text: str, *, english: bool) -> list[Way]:
    """Every list of a text that may be one of columns, each way to cut it once."""
    ways: dict[tuple[Span, ...], tuple[int, int, bool]] = {}
    said: dict[int, int] = {}
    for spans, at, plain, ruled in _by_places(same, text, english=english):
        said[at] = max(plain, said.get(at, -1))
        if len(spans) > 1 and (ruled or spans not in ways):
            ways[spans] = spans[0][0], spans[-1][1], ruled
    for listed in english_lists_in(same) if english else lists_in(same):
        ruled = listed.spans in ways and ways[listed.spans][2]
        ways[listed.spans] = listed.begins, listed.ends, ruled
    return [
        Way(spans, begins, ends, said.get(spans[0][0]), ruled)
        for spans, (begins, ends, ruled) in ways.items()
    ]


def _by_places(same: str, text: str, *, english: bool) -> Iterator[tuple[tuple[Span, ...], int, int, bool]]:
    """The lists at places where it is said that columns follow: where, how plainly, and whether they are by that."""
    if english:
        yield from english_lists(same)
        return
    for place in islice(places(same), MOST_PLACES):
        yield (), place.start, place.said, False
        for named, ruled in _candidates(same, text, place):
            yield tuple((one.start, one.end) for one in named), place.start, place.said, ruled
    for spans, at, plain, ruled in english_lists(same):
        if ruled:
            yield spans, at, plain, ruled


_ON_SOMETHING = pattern(
    "(?:水印|照片|相片|图片|视频|昵称|群名片|备注|命名|文件名|署名|主题|邮件名?|短信|信封|来电|电话里)[^。；;\n、]{0,8}$"
)
"""What is to be written on a picture or behind a name is no column of a form."""


def _candidates(same: str, text: str, place: Place) -> Iterator[tuple[tuple[NamedColumn, ...], bool]]:
    """The lists that begin at a place, and whether each is one of columns by what is said and by its names."""
    on_something = _ON_SOMETHING.search(same[max(0, place.start - 16) : place.start]) is not None
    for listed, marks in _lists(same, place):
        named = _named(same, text, listed, marks)
        said, count = _closed(same, named, place)
        if len(named) > 2 and any(mark.strip(" ") in _OF_TABLES for mark in marks[1:]):
            said = max(said, Said.FORM)
        if count and len(named) > count:
            named = named[:count]
        prose = "、" not in marks and any(mark in (",", "，") for mark in marks)
        sentence = (prose and not _short(named, said)) or max(map(_length, named), default=0) > _LONG
        if said is Said.NOTHING and named and _THEN.match(same, named[-1].end):
            said = Said.WANTED
        whole = not count or count == len(named)
        yield named, not on_something and not sentence and _are_columns(named, said, whole=whole)


# --- the names that stand there -----------------------------------------------------------------

_KINDS = tuple(
    (pattern(f"{ITEM}(?:\\s{{0,2}}{mark}\\s{{0,2}}{ITEM}){{1,40}}"), pattern(mark))
    for mark in ("[、,，]", "[；;]", "(?:[|/+\t→·]|-{1,2}>|>)")
)
_OF_TABLES = frozenset("|\t→")
"""Signs that stand between the heads of a table and hardly anywhere else."""
_LINES = pattern(
    f"(?:[ \t]*(?:[-•·*]|\\d{{1,2}}[.、．]|[①-⑳])?[ \t]*{SIGNS}{{2,14}}[；;，,、]?[ \t]*(?:\n|$)){{3,40}}"
)
_IN_LINES = pattern("[ \t]*(?:[-•·*]|\\d{1,2}[.、．]|[①-⑳])?[ \t]*([^\n]+?)[；;，,、]?[ \t]*(?:\n|$)")
_WORD = "[\u4e00-\u9fff][^ \t\n、，,；;。：:！？!?|/]{0,13}"
_SPACED = pattern(f"{_WORD}(?: {{1,8}}{_WORD}){{2,40}}")
_MARKER = "(?:[（(]\\d{1,2}[）)]|\\d{1,2}[.、．)）]|[①-⑳]|[（(]?[一二三四五六七八九十][）)、])"
_NUMBERED = pattern(
    f"(?:{_MARKER}[ \t]?[\u4e00-\u9fff]{{2,14}}(?:[（(][^）)\n]{{1,16}}[）)])?[；;,，、。 \n]{{0,3}}){{3,30}}"
)
_NUMBER = pattern(f"{_MARKER}[ \t]?([\u4e00-\u9fff]{{2,14}})")
_TOGETHER = pattern("[\u4e00-\u9fff]{4,40}")
_NO_SPACE = pattern("[^ ]+")


def _lists(same: str, place: Place) -> Iterator[tuple[list[Span], list[str]]]:
    """The lists that begin there, one for each way to divide names, with what stands before each name."""
    for whole, mark in _KINDS:
        found = whole.match(same, place.start, place.end)
        if found is not None:
            yield _divided_by(mark, same, *found.span())
    found = _NUMBERED.match(same, place.start, place.end)
    if found is not None:
        spans = [one.span(1) for one in _NUMBER.finditer(same, *found.span())]
        yield spans, [""] * len(spans)
    found = _LINES.match(same, place.start, place.end)
    if found is not None:
        spans = [one.span(1) for one in _IN_LINES.finditer(same, *found.span()) if one.end(1) > one.start(1)]
        yield spans, [""] * len(spans)
    found = _SPACED.match(same, place.start, place.end)
    if found is not None:
        spans = [one.span() for one in _NO_SPACE.finditer(same, *found.span())]
        yield spans, [""] * len(spans)
    if place.said >= Said.CONTAINS and (found := _TOGETHER.match(same, place.start, place.end)):
        spans = list(_run_together(same, *found.span(), place.count))
        yield spans, [""] * len(spans)


def _divided_by(mark: re.Pattern[str], same: str, start: int, end: int) -> tuple[list[Span], list[str]]:
    spans: list[Span] = []
    marks = [""]
    depth = 0
    at = seen = start
    for found in mark.finditer(same, start, end):
        between = same[seen : found.start()]
        depth += sum(map(between.count, "（(")) - sum(map(between.count, "）)"))
        seen = found.end()
        if depth == 0:
            spans.append((at, found.start()))
            marks.append(found[0])
            at = seen
    spans.append((at, end))
    return spans, marks


def _run_together(same: str, start: int, end: int, count: int) -> Iterator[Span]:
    """Names without anything between: 姓名电话住址."""
    at = start
    found: list[Span] = []
    while at < end:
        stop = next(
            (
                stop
                for stop in range(min(end, at + 8), at + 1, -1)
                if likely(same[at:stop]) is Likely.SURE and _alone(same[at:stop])
            ),
            None,
        )
        if stop is None:
            break
        found.append((at, stop))
        at = stop
    rest = same[at:end]
    if rest and not _GOES_ON.match(rest):
        # The last is a name by its ending or by their number, or nothing here is sure.
        if len(rest) > 6 or not (len(found) == count - 1 or likely(rest) >= Likely.LIKE):
            return
        found.append((at, end))
    if len(found) >= (count or 3):
        yield from found


def _alone(name: str) -> bool:
    """Whether no shorter name stands at the beginning of a name with another behind it: 姓名电话."""
    return not any(
        likely(name[:stop]) is Likely.SURE and likely(name[stop:]) is Likely.SURE
        for stop in range(2, len(name) - 1)
    )


_WHOSE = pattern("[\u4e00-\u9fff\\d]{2,16}的(?=[\u4e00-\u9fff]{2,})")
"""党员的姓名 is the column 姓名."""
_HEAD = pattern(
    "^(?:的|以下|下列|其(?!他)|人员(?=姓名)|居民(?=姓名)|每人|每户|本人(?=.{2,})|及其|以及|及|和|与|并|基本信息|清|明|好|上|一下)(?=.{2,})"
)
_CUE = pattern("含有?|包[括含]|[为是按]|写[清明]?楚?|注明|填写")
_CUE_FIRST = pattern("[列记附带问查核标录输加把将以需留有要报填]|登记|统计")
"""Behind these in a name the name itself may begin: 统计表含姓名; the latter only where a list begins."""
_CUT = alternatives(
    "(?:”.*|(?<=.{2})(?:即可|就行|就可以|就好|这.*|为必填.*|必填.*|逐[户人].*|填(?:写|报|好)?|一并.*|一起.*|缺一不可)|(?<=.{2})(?:的?格式|给|报[给送到至上过来一]|[发传交][给到至来我]|交[给到至]).*"
    "|等(?!级|次|级别|第)(?:\\d+|[一二三四五六七八九十]+)?(?:项|个|类|种)?(?:基本|相关|主要|详细|有关)?(?:信息|内容|情况|栏目|要素|字段|项目|数据|指标|资料|材料)?(?:.*)?|(?<=.{2})信息|(?:共|这)?(?:[两三四五六七八九十\\d]+)(?:个|大)?(?:项|栏|列|要素|字段|样|格).*)$"
)
_GOES_ON = pattern(
    "[报交发填给送传请即就共等这都缺全以须需每逐]|于|在|一并|并|后|要|按|为|也|别|不|统一|由|周|明天|今天|下班|月底|登记|造册|列|分|汇总|统计|录入|\\d"
)
"""What a sentence goes on with behind the last name."""
_ATTACHED = pattern("(?:[并另后再]|同时|一并|随[表文])*附(?![近属件加注录图])(?:上|送|带|具)?(?=.{2,})")
"""What goes with the form is none of its columns: ，并附入户照片."""


def _named(same: str, text: str, spans: Sequence[Span], marks: Sequence[str]) -> tuple[NamedColumn, ...]:
    """The names, up to the first that is none but what the sentence goes on with."""
    named: list[NamedColumn] = []
    comma = "、" in marks
    for number, (begins, end) in enumerate(spans):
        start = begins if number else _after_lead(same, begins, end)
        parts = _both(same, start, end, last=number == len(spans) - 1)
        for one, (left, right) in enumerate(parts):
            column = _trimmed(text, left, right)
            if column is None or (named and _ATTACHED.match(column.name)):
                return _ended(named)
            how = likely(column.name)
            if named and not one and comma and marks[number] in ",，" and how < Likely.SURE:
                return _ended(named)
            if how is Likely.NEVER:
                return _ended([*named, column])
            if lead := _lead(column.name, first=not named):
                # 登记表每月一次，栏目为姓名: only here the list begins.
                named = [NamedColumn(column.name[lead:], column.start + lead, column.end)]
                continue
            named.append(column)
    return _ended(named)


def _ended(named: Sequence[NamedColumn]) -> tuple[NamedColumn, ...]:
    """The names with the last one cut where the sentence goes on."""
    if not named:
        return ()
    last = named[-1]
    if likely(last.name) is not Likely.SURE:
        last = _cut(last)
    return (*named[:-1], last) if likely(last.name) > Likely.NEVER else tuple(named[:-1])


def _lead(name: str, *, first: bool) -> int:
    """How much of a name is said before it: 表里写清姓名."""
    if known(name):
        return 0
    ends = [found.end() for found in _CUE.finditer(name)]
    if first and (begins := _CUE_FIRST.match(name)):
        ends.append(begins.end())
    return next((end for end in ends if known(name[end:])), 0)


def _after_lead(same: str, start: int, end: int) -> int:
    """Where the first name begins, behind what the sentence says before it."""
    while True:
        piece = same[start:end]
        bare = piece.lstrip()
        if " " in bare.rstrip() and not bare.isascii():
            start += piece.rstrip().rindex(" ") + 1
            continue
        head = _HEAD.match(piece) or _WHOSE.match(piece)
        if head is None:
            return start
        start += head.end()


_JOINS = pattern("^(?:以及|及|和|与|并)(?=.{2,})")


def _trimmed(text: str, start: int, end: int) -> NamedColumn | None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(' \t\n　“”"《》.*＊「」'))
    piece = piece.strip(' \t\n　“”"《》.*＊「」')
    if (joint := _JOINS.match(piece)) and likely(piece) < Likely.SURE:
        left += joint.end()
        piece = piece[joint.end() :]
    return NamedColumn(piece, start + left, start + left + len(piece)) if piece else None


def _cut(column: NamedColumn) -> NamedColumn:
    """The name without what the sentence goes on with."""
    name = column.name
    said = _CUT.sub("", name)
    if (space := said.find(" ")) >= 2:
        said = said[:space]
    if likely(said) < Likely.SURE:
        for stop in range(len(said) - 1, 1, -1):
            if likely(said[:stop]) is Likely.SURE and _GOES_ON.match(said, stop):
                said = said[:stop]
                break
    return NamedColumn(said, column.start, column.start + len(said))


_JOINT = pattern("(?<=[\u4e00-\u9fff]{2})(?:以及|和|及|与)(?=[\u4e00-\u9fff]{2})")


def _both(same: str, start: int, end: int, *, last: bool) -> list[Span]:
    """联系电话和家庭住址 are two, 与户主关系 is one."""
    found = _JOINT.search(same, start, end)
    if found is None or likely(same[start : found.start()]) < Likely.LIKE:
        return [(start, end)]
    if not last and likely(same[found.end() : end]) < Likely.SURE:
        return [(start, end)]
    return [(start, found.start()), (found.end(), end)]


# --- whether they are columns -------------------------------------------------------------------

_CLOSING = pattern(
    f'[”"」\\s]{{0,2}}(?:[，,]?(?:等|共|这|以上|一共|总共|只有|就)?{COUNT}(?:个|样|大)?(?:列|栏|项|要素|字段|样|格|内容)'
    "|(?P<listed>(?:这么|这样|依次|逐[户人株件项台处]|来|分别)?(?:列(?!入)|列表|填表|制表|造册|为列|为表头|做表头|分栏|分列|造表|建表)))"
)


def _closed(same: str, named: Sequence[NamedColumn], place: Place) -> tuple[Said, int]:
    """What is said before and behind: 四列 behind four names says that they are columns."""
    if not named:
        return place.said, place.count
    found = _CLOSING.match(same, named[-1].end)
    if found is None:
        return place.said, place.count
    if found["count"] is None:
        return max(place.said, Said.FORM), place.count
    count = number_of(found["count"])
    return (Said.COLUMNS if count == len(named) else place.said), 0


_THEN = pattern(
    "[^。；;\n]{0,8}?(?:报[来我给送上]|发[我给来过]|给我|填[好完]?|交[来给我到]|登记|统计|列[表出]|录入)"
)
_LONG, _IN_PROSE = 11, 8
"""No column is longer; between commas, where sentences are, none is longer than that."""


_NOTED = pattern("[(（][^()（）]*[)）]")


def _length(one: NamedColumn) -> int:
    return len(_NOTED.sub("", one.name))


def _short(named: Sequence[NamedColumn], said: Said) -> bool:
    """Whether names between commas alone are short enough to be no sentences."""
    return all(
        _length(one) <= _IN_PROSE and (said >= Said.FORM or likely(one.name) is Likely.SURE)
        for one in named
        if not one.name.isascii()
    )


_FEWEST_SURE = 0.6


def _are_columns(named: Sequence[NamedColumn], said: Said, *, whole: bool) -> bool:
    count = len(named)
    if count < 2:
        return False
    names = [one.name for one in named]
    how = [likely(name) for name in names]
    sure, like = how.count(Likely.SURE), how.count(Likely.LIKE)
    if of_one_kind(names):
        return False
    if said is Said.COLUMNS:
        return (
            sure + like >= max(1, count / 3)
            and (count > 2 or sure > 0)
            and (whole or sure + like > count / 2)
        )
    if said is Said.FORM:
        if count == 2:
            return sure == 2
        return 2 * (sure + like) >= count and (sure > 0 or like > 1)
    if said is Said.CONTAINS:
        return sure > 0 and (sure == 2 if count == 2 else sure + like / 2 >= _FEWEST_SURE * count)
    if said is Said.WANTED and count > 2 and 3 * sure >= 2 * count and sure + like == count:
        return any(TYPICAL.search(name) for name in names)
    typical = sum(bool(TYPICAL.search(name)) for name in names)
    people = sure > 3 and any("姓名" in name for name in names)
    return count > 2 and sure >= 0.75 * count and (typical > 1 or people)
