"""The units that hand work down, and how high they stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from mingbai.domain.choice import Choice
from mingbai.domain.column import Column
from mingbai.domain.heading_names import UNIT
from mingbai.domain.pattern import pattern
from mingbai.domain.register import Register
from mingbai.domain.text import fold
from mingbai.domain.unit_name import CITIES, taken_apart
from mingbai.domain.words import Words


class Level(Choice):
    """How high a unit stands above the village or community; all that a submission says of it."""

    TOWNSHIP = "township", "镇街", "Township", "镇", "乡", "乡镇", "街道", "镇（街道）"
    COUNTY = "county", "区县", "County", "县", "区", "县区", "区级", "县级", "District"
    CITY = "city", "市级", "City", "市"
    PROVINCE = "province", "省级", "Province", "省", "自治区"
    CENTRAL = "central", "中央", "Central", "国家"
    OTHER = "other", "其他", "Other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """One unit, shown by name wherever it is referred to; created when first named."""

    name: Annotated[
        str, Column("单位名称", "Name", also=(*UNIT, "部门名称"), find=True, sort=True, english="name_en")
    ]
    name_en: Annotated[str, Column("英文名称", "Name in English", find=True)] = ""
    short: Annotated[str, Column("简称", "Short name", find=True, english="short_en")] = ""
    short_en: Annotated[str, Column("英文简称", "Short name in English", find=True)] = ""
    also: Annotated[tuple[str, ...], Column("别名", "Other names")] = ()
    level: Annotated[Level | None, Column("层级", "Level", sort=True)] = None
    code: Annotated[str, Column("编码", "Code")] = ""
    edition: Annotated[str, Column("版本", "Edition")] = ""
    source: Annotated[str, Column("来源", "Source", english="source_en")] = ""
    source_en: Annotated[str, Column("来源（英文）", "Source in English")] = ""


DEPARTMENTS = Register(
    "department",
    "单位",
    "Departments",
    Department,
    titled="name",
    keys=(("code",), ("name",)),
    naming=True,
    belongs=Words("交办事项的单位，列在这里", "The units that assign work"),
)


# --- What a name says --------------------------------------------------------------------------


def level_of(name: str) -> Level | None:
    """How high a unit stands as far as its name surely says; None where a guess would be needed."""
    if not _HAN.search(name):
        return _level_in_english(name)
    parts = taken_apart(name)
    if not parts.places:
        return _central_or_below(name)
    last = parts.places[-1]
    level = _LEVELS[last.sign]
    if last.sign == "市" and last.name and last.name not in CITIES:
        return None
    return level if _is_unit_of(level, parts.rest) else None


def plain_unit_name(name: str) -> str:
    """The name without the place before it: 岳麓区民政局 is 民政局, 区委组织部 is 组织部."""
    if not _HAN.search(name):
        return _plain_in_english(name)
    parts = taken_apart(name)
    rest = re.sub("^委(?!办|员会|.+政府)(?=..+[部委校办]$|研究室$)", "", parts.rest)
    if not parts.places or not _UNIT.fullmatch(rest) or _NO_NAME.fullmatch(rest):
        return name
    return name.strip()[-len(rest) :]  # with its own brackets


_HAN = pattern("[\u4e00-\u9fff]")
_LEVELS = {
    **dict.fromkeys(("街道", "镇", "乡"), Level.TOWNSHIP),
    **dict.fromkeys(("区", "县", "自治县"), Level.COUNTY),
    **dict.fromkeys(("市", "自治州"), Level.CITY),
    **dict.fromkeys(("省", "自治区"), Level.PROVINCE),
}
_UNIT = pattern(
    r".*(?:[局厅委办部院会所站队科处府联协团校室]|中心|中心小学|中学|小学|热线|机关|部门|单位|主席团|法庭|大厅)(?:\(.*\))?"
    "|民政|住建|人社|卫健|城管|应急|教育|公安|财政|司法|水利|交通|文旅|农业|信访|宣传|组织|人大|12345|纪检"
)
_NO_NAME = pattern("委.*|党委|党工委|工委|团委|(?:人民)?政府|办事处|办公室|[级直属].*|.?")
_NO_UNIT = pattern(
    "(?:[居村]民?|业主?)委(?:员会)?$|业委会$|(?:大学|学院|医院|商会|学会)$|(?<!技术)协会$|小区|网格|村$|社区$"
)


def _is_unit_of(level: Level, rest: str) -> bool:
    """Whether the rest of a name is that of a unit which stands as high as its place."""
    if rest in {"", "里"} or re.match("[级直属]", rest):
        return rest[:1] != "级" or rest == "级" or _UNIT.fullmatch(rest) is not None
    if not _UNIT.fullmatch(rest) or _NO_UNIT.search(rest):
        return False
    # What is a branch or a station stands lower than the place it names first.
    if re.search("分[局中公院校部所站]|中队$", rest):
        return level is Level.COUNTY and rest.endswith("分局")
    if re.search("[所站]$", rest):
        return level is Level.TOWNSHIP
    return level in {Level.TOWNSHIP, Level.COUNTY} or not rest.endswith("大队")


_CENTRAL = pattern(
    "国务院.*|(?:中共)?中央(?!空调|公园|商务|大街|广场|电视|民族|美术|音乐|财经大学).{0,14}?(?:部|委|办|厅|局|组|委员会|办公室|机关)?"
    "|国家(?!级|电网|开放|图书馆|森林|公园|大剧院).{1,14}?(?:局|部|委|委员会|办公室|机关|部门)"
)


def _central_or_below(name: str) -> Level | None:
    """国家税务总局 is central, 国家税务总局望城区税务局 is not."""
    found = _CENTRAL.fullmatch(name.strip())
    if found is None:
        below = re.match("国家.{2,8}?总?局(?=.)", name.strip())
        return level_of(name.strip()[below.end() :]) if below else None
    inner = re.match("国家.{2,8}?总局(?=.)", name.strip())
    return Level.CENTRAL if inner is None else level_of(name.strip()[inner.end() :])


_EN = (
    (Level.TOWNSHIP, r"sub-?district|township|town(?! planning)"),
    (Level.COUNTY, r"(?<!business )(?<!school )(?<!development )(?<!park )district(?! \d)|county"),
    (Level.CITY, r"city(?! (?:management|planning|appearance|life))|municipal(?:ity)?"),
    (Level.PROVINCE, r"provinc(?:e|ial)"),
    (
        Level.CENTRAL,
        r"state council|ministry of|ministries|central (?:party|government|committee|departments?|commission)",
    ),
)
_NO_UNIT_EN = pattern(
    r"\b(?:company|corporation|co|ltd|bank|university|college|branch|residents|villagers|community)\b",
    re.IGNORECASE,
)


def _level_in_english(name: str) -> Level | None:
    """The lowest place that the name speaks of: District of a City."""
    if _NO_UNIT_EN.search(name):
        return None
    return next((level for level, words in _EN if re.search(rf"\b(?:{words})\b", name, re.IGNORECASE)), None)


_PLACE_EN = pattern(
    r"(?:(?!(?:office|bureau|department|committee|commission|centre|center|other|of|the|and)\b)[\w'’-]+\s+){0,3}?"
    r"(?:sub-?district|township|town(?!\s+planning)|district|county|city(?!\s+(?:management|planning|appearance))"
    r"|municipal|province|provincial)(?:['’]s)?,?\s+",
    re.IGNORECASE,
)
_NO_NAME_EN = pattern(
    r"(?:people['’]s\s+)?(?:government|office|bureau|committee|party(?:\s+committee)?|units?|departments?|hospital|centre"
    r"|center|court)(?:\s+office)?",
    re.IGNORECASE,
)


def _plain_in_english(name: str) -> str:
    rest = name
    while found := _PLACE_EN.match(rest):
        rest = rest[found.end() :]
    return name if not rest or _NO_NAME_EN.fullmatch(rest) else rest


STREET_WORDS = (
    "街道办事处",
    "街道办",
    "街道",
    "Subdistrict Office",
    "Sub-district Office",
    "Subdistrict",
    "Sub-district",
)
"""What everybody calls the one street office they belong to."""
_TOWN = pattern(
    r"(?P<street>[\u4e00-\u9fff]{2,18}街道)(?:办事处|办)?|(?P<town>[\u4e00-\u9fff]{1,12}(?P<kind>[镇乡]))(?:(?:人民)?政府)?"
    r"|(?P<street_en>(?:[A-Z][\w'’-]* ){1,3}Sub-?[Dd]istrict)(?: Office)?|(?P<town_en>(?:[A-Z][\w'’-]* ){1,3}(?:Town|Township))(?: (?:People['’]s )?Government)?"
)


def town_office(town: str) -> Department | None:
    """The unit that a place belongs to, by the name of its street or town: 清河街道办事处 of 清河街道."""
    found = _TOWN.fullmatch(town.strip())
    if found is None:
        return None
    if found["street"]:
        return Department(name=f"{found['street']}办事处", short="街道办", level=Level.TOWNSHIP)
    if found["town"]:
        return Department(name=f"{found['town']}人民政府", short=f"{found['kind']}政府", level=Level.TOWNSHIP)
    name = f"{found['street_en']} Office" if found["street_en"] else f"{found['town_en']} Government"
    return Department(name=name, name_en=name, level=Level.TOWNSHIP)


def own_street(names: Iterable[str]) -> str | None:
    """The one street office that a list holds by its own name; of two nobody knows which is meant."""
    found = [
        name for name in names if (town := _TOWN.fullmatch(name)) and (town["street"] or town["street_en"])
    ]
    return found[0] if len(found) == 1 else None


def street_meant(names: Iterable[str]) -> dict[str, str]:
    """The street office of a list by the words everybody calls it; none by what a unit has as its own name."""
    listed = list(names)
    own, taken = own_street(listed), set(map(fold, listed))
    return {} if own is None else {word: own for word in STREET_WORDS if fold(word) not in taken}
