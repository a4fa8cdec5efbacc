"""The unit of which a typed line speaks, by a listed name, initials or what surely is a unit's name."""

from __future__ import annotations

import re

from mingbai.domain.department import plain_unit_name
from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.rules.quick.goes_on import goes_on_en
from mingbai.rules.quick.kinds import kind_of
from mingbai.rules.quick.line import HAN, Line
from mingbai.rules.quick.names import Names, Vocabulary
from mingbai.rules.quick.words import MEETING, before_way

_TO_IT = pattern("[给向往](?:县|区|市|镇|街道)?$")
_HANDS = pattern("(?:上报|报送|提交|[报交送])(?=[\u4e00-\u9fff]{2})")
_REPORTED_TO = pattern("(?:上报|报送|报给|提交|交给|上交|[报送交给向])(?:[县区市镇]|街道)?$")
_ASKS = pattern(
    "(?:(?:再次|又|紧急|今天)?(?:要求|通知|[让请]|要(?!求))(?:我们|各?社区|各?村)?)?(?=[\u4e00-\u9fff\\d])"
)
_DOES = pattern(
    "上?报(?![表告名刊纸])|报送|要求|通知|来电|来函|[要让请催转](?![^\u4e00-\u9fff])|开展|组织|下发|安排|布置|部署|交办"
    "|印发|召开|转发"
)
_MEETS = pattern(f"召?开(?=[^\\s,，。；;]{{0,14}}{MEETING}(?:$|[\\s,，。；;]))")
_SURELY_ASKS = pattern("要求|通知|来电|来函")
_SURELY_UNIT = pattern(
    "(?!.*(?:[格结布僵大全饭邮战残]局)$)[\u4e00-\u9fff]{2,9}(?:局|办事处|街道办?|(?<=..)镇|镇政府|区政府|县政府)"
)
_WITH_UNIT = pattern(
    "回复|答复|反馈|联系|对接|致电|通知|提醒|迎检|配合|协助|迎接|接待|参加|陪同|前往|[找催问帮陪请让叫等约]|.*(?:[送到给去来带]|交(?![通运警投]))(?=..)"
)
"""Something is done with the unit that ends such words: 联系供电局, 带到镇财政所."""
_TOWN_EN = pattern(
    r"(?:[A-Z][\w'’-]+ ){1,2}(?:Sub-?district|Township|Town|District|County)"
    r"(?:(?: (?:[A-Z][\w'’-]+|and)){0,5} (?:Bureau|Office|Department|Commission|Committee|Federation|Brigade|Government))?"
    r"(?![\w-])"
)
_KIND_OF_UNIT = pattern(
    r"\s+(?P<kind>bureau|office|department|dept|commission|committee|federation|brigade)(?![\w'’-])"
)
_OTHER_BODY = frozenset({"office", "commission", "committee"})
"""People say bureau and department of the same unit; with one of these a name nobody listed is another unit's."""
_WANTS = pattern(
    r"\s+(?:(?:wants?|asks?|needs?|requires?|requests?|(?:is|are)\s+asking)"
    r"(?:\s+(?:us|everyone|all\s+communities)(?:\s+(?:for|to))?|\s+for)\s+(?=\S)"
    r"|(?:wants?|asks|requires?)\s+(?!(?:to|of|and|or|by|from|in|on|about)\b)(?=\S)"
    r"|(?:needs?|requests?)\s+(?=(?:an?|the|our|your|all|this|these|\d+)\s))"
)
"""What a unit does that hands work down; after it stands what it wants. Housing needs are no such thing."""
_TO_THE = pattern(r"(?<=[\w\s])(?<!next )(?<!close )\bto\s+the\s+$", re.IGNORECASE)
_HANDED_EN = pattern(
    r"(?:^|[\s,])(?:send|give|hand|email|mail|return|show|lend|tell)\s+(?:the\s+)?$", re.IGNORECASE
)
_THING_EN = pattern(r"\s+(?:the|an?|our|all|its|this|these|\d+)\s+\w", re.IGNORECASE)
"""Send Health the list: who gets it stands before what is sent."""
_PLACED_EN = pattern(
    r"(?<![\w'’-])(?:[Tt]he\s+)?(?:[Dd]istrict|[Cc]ounty|[Cc]ity|[Mm]unicipal|[Pp]rovincial|[Ss]ub-?district|[Tt]ownship)\s+$"
)
"""Says of a unit how high it stands: District Civil Affairs Bureau."""
_ABOUT = pattern(r"\b(?:on|of|about|for|in|at|with|the)\s+$", re.IGNORECASE)


def take_department(line: Line, words: Vocabulary) -> None:
    """The unit a line speaks of where that is sure: 民政局, 民政, mzj, 报民政局, 民政局要求……, Civil Affairs."""
    _ = (
        _han_unit(line, words)
        or _latin_unit(line, words)
        or _spelled_unit(line, words)
        or _other_unit(line, words)
    )


def _han_unit(line: Line, words: Vocabulary) -> bool:
    for found in words.units.han.finditer(line.same):
        start, end = found.span()
        called = words.units.meant[found[0]]
        if line.alone(start, end):
            if line.take("department", called, start, end):
                return True
        elif line.begins(start, end) and _MEETS.match(line.same, end):
            # As where such a line goes to the meetings, the title keeps who calls to it.
            if line.take("department", called, start, end, stays=True):
                return True
        elif end - start < 3 and not _SURELY_ASKS.match(line.same, end):
            continue
        elif line.ends(start, end) and (verb := _REPORTED_TO.search(line.text[:start])):
            if line.take("department", called, start, end):
                line.drop(verb.start(), start)
                return True
        elif (
            (to_it := _TO_IT.search(line.text[:start]))
            and line.begins(to_it.start(), end)
            and (does := _HANDS.match(line.same, end))
            and line.take("department", called, start, end)
        ):
            line.drop(to_it.start(), start)
            line.drop(end, does.end())
            return True
        elif (
            line.begins(start, end)
            and _DOES.match(line.same, end)
            and line.take("department", called, start, end)
        ):
            asks = _ASKS.match(line.text, end)
            if asks and asks[0]:
                line.drop(end, asks.end())
            return True
    return False


def _latin_unit(line: Line, words: Vocabulary) -> bool:
    for town in _TOWN_EN.finditer(line.text):
        known = fold(town[0]) in words.units.meant
        if not known and line.take("department", town[0], *town.span()):
            return True
    for found in words.units.latin.finditer(line.same):
        start, end = found.span()
        kind = _KIND_OF_UNIT.match(line.same, end)
        whole = kind.end() if kind else end
        called = words.units.meant[found[0]]
        if (other := other_body(line.text[start:whole], words.units)) is not None:
            called, end = other, whole
        if (placed := _PLACED_EN.search(line.text[:start])) is not None:
            start = placed.start()
        if goes_on_en(line, start, whole):
            continue
        named_so = line.text[start].isupper() or kind is not None or _KIND_OF_UNIT.search(f" {found[0]}")
        opens = line.first(start) or before_way(line.text[:start].rstrip()) == ""
        wants = _WANTS.match(line.same, whole) if named_so and opens else None
        if wants is not None and line.take("department", called, start, whole):
            line.drop(whole, wants.end())
            return True
        sure = kind is not None or (" " in found[0] and _KIND_OF_UNIT.search(f" {found[0]}") is not None)
        goes = _TO_THE.search(line.text[:start])
        if sure and (goes or not _ABOUT.search(line.text[:start])):
            end = whole
            if line.take("department", called, start, end):
                if goes:
                    line.drop(goes.start(), start)
                return True
        handed = _HANDED_EN.search(line.text[:start]) and _THING_EN.match(line.text, whole)
        if (handed and line.text[start].isupper()) and line.take("department", called, start, whole):
            return True
        several, big = " " in found[0], line.text[start].isupper()
        named = big and not _ABOUT.search(line.text[:start])
        # Data and Health are units, data in small letters is what is asked for.
        stands = line.alone(start, end) and (big or kind_of(found[0]) is None)
        if (
            stands or (several and big) or (named and line.last(end) and not line.first(start))
        ) and line.take("department", called, start, end):
            return True
    return False


def other_body(said: str, units: Names) -> str | None:
    """The unit that such a name means where no list has it so: an office is not the bureau that is called alike."""
    kind = _KIND_OF_UNIT.search(same := fold(said))
    if kind is None or kind["kind"] not in _OTHER_BODY or kind.end() < len(same) or same in units.meant:
        return None
    # A finance office is the town's, a finance bureau the county's.
    return units.meant.get(f"town {same}", said)


def other_body_at(text: str, start: int, end: int, units: Names) -> str | None:
    """The same of a listed name that stands in a text, with the place before it: East Bridge Subdistrict Civil Affairs Office."""
    kind = _KIND_OF_UNIT.match(fold(text[end : end + 20]))
    whole = end + kind.end() if kind else end
    called = other_body(text[start:whole], units)
    if called != text[start:whole]:
        return called
    towns = (
        town.start() for town in _TOWN_EN.finditer(text, 0, whole) if town.start() < start < town.end() + 2
    )
    return text[min(towns, default=start) : whole]


_LETTERS = re.compile(r"(?<![a-zA-Z\d_@.-])(?:[a-z]{3,8}|[A-Z]{3,8})(?![a-zA-Z\d_@.-])")
_NO_ENGLISH_WORD = re.compile(
    r"(?<![\w@.-])(?:[b-df-hj-np-tv-xz]{3,8}|[a-z]{2,7}j|[B-DF-HJ-NP-TV-XZ]{3,8}|[A-Z]{2,7}J)(?![\w@.-])"
)
"""Letters that no English word is: without a vowel, or with the j of 局 at their end."""


def _spelled_unit(line: Line, words: Vocabulary) -> bool:
    letters = _LETTERS if HAN.search(line.text) else _NO_ENGLISH_WORD
    for found in letters.finditer(line.text):
        called = words.units.spelled(found[0].lower())
        if called and _apart(line, *found.span()) and line.take("department", called, *found.span()):
            return True
    return False


def _apart(line: Line, start: int, end: int) -> bool:
    """Whether letters are glued to no Chinese word, unless words meet there: 周五前mzj低保."""
    left, right = HAN.match(line.text[start - 1 : start]), HAN.match(line.text[end : end + 1])
    return (left is None or line.begins(start, end)) and (right is None or line.ends(start, end))


_BODY_EN = r"(?:Office|Bureau|Department|Commission|Committee|Station|Cent(?:er|re)|Brigade|Team|Section|Federation|Headquarters|Group|Union)"
_LIKE_UNIT = pattern(
    r"(?<![\w])[\u4e00-\u9fff]{1,10}?(?:局|办|委|站|所|中心|院|队|处|科|部|会|厅|室|组|专班|公司|政府|联|协)(?:(?![\w])|(?=要求|通知|[要让请催]))"
    rf"|(?<![\w]){_BODY_EN} (?:of|for) (?:the )?(?:[A-Z][\w'’-]* (?:(?:and|of|the) )*){{0,6}}[A-Z][\w'’-]*"
    rf"|(?<![\w])(?:[A-Z][\w'’-]*(?: (?:and|of))? ){{1,5}}?{_BODY_EN}(?![\w-])"
    r"|(?<![\w])[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,4}(?=\s*$)"
)


_A_MEETING = pattern(f"(?:召?开[一-鿿]*会|{MEETING}|会议室|会客室|接待室|活动室|教室|大厅|[议报]事?告?厅)$")
"""Ends as the name of a unit does, and is a meeting or a room."""


def like_units(rest: str) -> tuple[str, ...]:
    """The words that may be a unit nobody listed: not sure enough to be taken, likely enough to be asked about."""
    found = (one[0] for one in _LIKE_UNIT.finditer(rest))
    return tuple(dict.fromkeys(one for one in found if not _A_MEETING.search(one)))


def _other_unit(line: Line, words: Vocabulary) -> bool:
    for start, end in line.segments():
        said = line.text[start:end]
        if _WITH_UNIT.match(said):
            continue
        in_full = words.units.in_full.get(said)
        if in_full is not None and line.take("department", in_full, start, end):
            return True
        plain = plain_unit_name(said) if HAN.match(said) else said
        known = plain != said and fold(plain) in words.units.meant
        unlisted = _SURELY_UNIT.fullmatch(said) and not _ends_with_another(said, words.units)
        if (known or unlisted) and line.take("department", said, start, end):
            return True
    return False


LONGEST_PLACE = 3
"""So many signs has the name of a place that nothing marks as one."""
_MARKED_PLACE = pattern("(?:[省市县区州盟旗镇乡村]|街道|社区)$")


def _ends_with_another(said: str, units: Names) -> bool:
    """Whether a listed unit ends a word that begins with no place: 低保动态民政局, 报表民政局, but 清河民政局."""
    for at in range(1, len(said) - 1):
        if said[at:] in units.meant:
            front = said[:at]
            if at <= LONGEST_PLACE:
                return kind_of(front) is not None or kind_of(front[1:]) is not None
            return _MARKED_PLACE.search(front) is None
    return False
