"""Days that a feast or holiday names: 七一当天, 五一前, 清明放假前最后一个工作日, 节后第一个上班日, by New Year's Eve."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.lunar import lunar_day
from mingbai.domain.numerals import DIGITS_ZH
from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.day_words import NUMBER, PART
from mingbai.rules.days_meant import time_of
from mingbai.rules.days_meant_zh import counted
from mingbai.rules.said_days import Said

_FIXED = {
    "元旦": (1, 1),
    "三八": (3, 8),
    "妇女": (3, 8),
    "学雷锋": (3, 5),
    "植树": (3, 12),
    "三一五": (3, 15),
    "五一": (5, 1),
    "劳动": (5, 1),
    "五四": (5, 4),
    "青年": (5, 4),
    "护士": (5, 12),
    "六一": (6, 1),
    "儿童": (6, 1),
    "七一": (7, 1),
    "建党": (7, 1),
    "八一": (8, 1),
    "建军": (8, 1),
    "九三": (9, 3),
    "教师": (9, 10),
    "九一八": (9, 18),
    "国庆": (10, 1),
    "十一": (10, 1),
    "记者": (11, 8),
    "平安夜": (12, 24),
    "圣诞": (12, 25),
    "国家安全教育日": (4, 15),
    "世界读书日": (4, 23),
    "防灾减灾日": (5, 12),
    "博物馆日": (5, 18),
    "环境日": (6, 5),
    "禁毒日": (6, 26),
    "全民健身日": (8, 8),
    "抗战胜利纪念日": (9, 3),
    "烈士纪念日": (9, 30),
    "消防日": (11, 9),
    "消防宣传日": (11, 9),
    "志愿者日": (12, 5),
    "宪法日": (12, 4),
}
"""Those that come on the same day of every year."""
_SOLAR_TERMS = {
    2025: {"清明": (4, 4), "冬至": (12, 21)},
    2026: {"清明": (4, 5), "冬至": (12, 22)},
    2027: {"清明": (4, 5), "冬至": (12, 22)},
    2028: {"清明": (4, 4), "冬至": (12, 21)},
    2029: {"清明": (4, 4), "冬至": (12, 21)},
    2030: {"清明": (4, 5), "冬至": (12, 22)},
}
"""Those that move with the sun, in the years near; in others none is read."""
_LUNAR = {"春节": (1, 1), "除夕": (1, 1), "元宵": (1, 15), "端午": (5, 5), "中秋": (8, 15), "重阳": (9, 9)}
"""By month and day of the lunar calendar; 除夕 is the day before its first."""
_MOVES = (*_LUNAR, "清明", "冬至")
_ENGLISH = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "women's day": (3, 8),
    "may day": (5, 1),
    "labour day": (5, 1),
    "labor day": (5, 1),
    "children's day": (6, 1),
    "army day": (8, 1),
    "teachers' day": (9, 10),
    "national day": (10, 1),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
}
_FEAST = rf"(?<![\d{DIGITS_ZH}十周期拜月第])(?P<feast>{'|'.join((*_FIXED, *_MOVES))})(?![月路街村巷小中])(?:国际)?节?"
_HOLIDAY = "(?:放假|长假|假期|假|休假)?"
_LAST = r"(?:的?最后[一1]?个?(?P<work{0}>工作日|上班日|上班天)|(?P<n{0}>[两二三四五2-5])[天日]|的?(?:最后|[头那这])?[一1]?(?P<day{0}>[天日]))"
_BEFORE = alternatives(
    rf"{_FEAST}{_HOLIDAY}(?:之?前|以前)(?![后往夕期来些段几台])(?:{_LAST.format('')})?"
    rf"|(?:(?<![季时环关情小枝年])(?:节|放假|长假|假期)|(?<![请休寒暑病事产年])假)(?:之?前|以前)(?![后往夕期来些段几台])(?:{_LAST.format('2')})?"
)
_CLOCK = rf"(?:\d{{1,2}}[:：]\d\d|{NUMBER}点(?:半|\d{{1,2}}分?)?)"
_ON = alternatives(
    rf"{_FEAST}(?:[那当这][天日晚夜]的?|(?=早|上午|下午|中午|晚|清晨)|(?<=除夕)夜?)的?(?:[，,]?\s*(?P<time>{PART}?\s*{_CLOCK}))?(?P<part>{PART})?(?P<until>之?前)?"
)
_ALONE = pattern(
    rf"(?:(?<=今年)|(?<![\d{DIGITS_ZH}十周期拜月第后前过迎庆年]))(?P<feast>(?:{'|'.join((*_FIXED, *_MOVES))})(?=节)|{'|'.join(name for name in _FIXED if name.endswith('日'))}|元旦|冬至|平安夜|九一八)"
    r"(?:国际)?节?(?![月路街村巷小中前之以期假放长后快夜那当这节日目约能省课\d一二三四五六七八九十、/和及氛文慰安走])"
)
"""A feast by its name alone; most of them are only talked about."""
_HOLIDAY_EN = pattern(
    r"\b(?P<eve>(?:on\s+)?the\s+(?P<last>last\s+(?:working\s+)?)?day\s+)?before\s+the\s+(?:long\s+|public\s+|national\s+)?holidays?\b(?:\s+(?:starts?|begins?))?"
)
_EN = pattern(
    rf"\b(?P<by>on|by|before|until)\s+(?:the\s+)?(?P<feast>{'|'.join(_ENGLISH)})\b(?:\s+(?:day|itself))?"
)
_AFTER = pattern(
    r"(?:(?P<feast>元旦|春节|清明|五一|劳动|端午|中秋|国庆|十一)(?:节|小?长?假|放假|收假|假期|完|回来|(?=[之过]?后)|(?=(?:开门|上班)?第[一1]天(?:上班|开门)))"
    r"|(?<![季时环关情小枝年])(?:节|小?长?假|收假|假期))(?:放假)?(?:[之过]?后|结束后|完了?)?(?:回来)?的?"
    rf"(?:(?:上班|开门|开工)?的?(?:[第头](?P<nth>[一二三四五1-5])?个(?:工作|上班)日|首个(?:工作|上班)日|首日|[头第][一1]?天)(?:上班|开门)?|上班后?的?(?:第(?P<nth2>[一二三1-3])天|头[一1]天)|(?P<n>{NUMBER})个工作日[之以]?内)"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=[等到]))(?:上班|收假|开工|复工|返工|返岗)后?的?(?:第[一1]天|头[一1]天)"
)
_NAMED = pattern(rf"{_FEAST}[^。]*$")
_NEAR = 60
"""So far before 节前 may stand which feast it is."""
_FAR = 60
"""A holiday that lies further ahead is not meant."""
_LONG = 3
"""So many days off make a holiday, or a day off within the week."""
_Holiday = Callable[[], date | None]
"""Looks up, once for a text, which holiday comes next."""


def feast_days(same: str, today: date, working: WorkingDays | None) -> Iterator[Said]:
    """Every day of a folded text that is named by a feast or holiday."""

    @cache
    def holiday() -> date | None:
        return _next_holiday(today, working) if working is not None and working.known(today) else None

    yield from _before(same, today, working, holiday)
    yield from _after(same, today, working, holiday)
    for found in _ON.finditer(same):
        if (day := _next(found["feast"], today)) is not None:
            clock = found["time"]
            yield Said(*found.span(), day, time_of(clock) if clock else None, until=bool(found["until"]))
    for found in _ALONE.finditer(same):
        if (day := _next(found["feast"], today)) is not None:
            yield Said(*found.span(), day, unsure=True, feast=True)
    for found in _HOLIDAY_EN.finditer(same):
        if (
            (first := holiday()) is not None
            and working is not None
            and (eve := first - timedelta(days=1)) >= today
        ):
            eve = working.last_by(eve) if found["last"] else eve
            yield Said(*found.span(), eve, until=not found["eve"])
    for found in _EN.finditer(same):
        before = timedelta(days=found["by"] == "before")
        days = (date(today.year + more, *_ENGLISH[found["feast"]]) - before for more in (0, 1))
        yield Said(*found.span(), next(day for day in days if day >= today), until=found["by"] != "on")


def _of_year(feast: str, year: int) -> date | None:
    if feast in _FIXED:
        return date(year, *_FIXED[feast])
    if feast in _LUNAR:
        day = lunar_day(year, *_LUNAR[feast])
        return day - timedelta(days=1) if day is not None and feast == "除夕" else day
    return date(year, *_SOLAR_TERMS[year][feast]) if year in _SOLAR_TERMS else None


def _next(feast: str, today: date) -> date | None:
    """The feast that comes, or that is."""
    days = (_of_year(feast, today.year + more) for more in (0, 1))
    return next((day for day in days if day is not None and day >= today), None)


def _after(same: str, today: date, working: WorkingDays | None, holiday: _Holiday) -> Iterator[Said]:
    """Every 节后第一个工作日 of a folded text: the first working day after the holiday that comes, or that is."""
    if working is None or not working.known(today):
        return
    for found in _AFTER.finditer(same):
        first = holiday()
        if found["feast"]:
            first = _of_year(found["feast"], today.year)
            if first is not None and first + timedelta(days=_LONG) < today:
                first = _of_year(found["feast"], today.year + 1)
        if first is None or not working.known(first) or first > today + timedelta(days=_FAR):
            continue
        day = working.due_moved(first)
        if further := found["n"] or found["nth"] or found["nth2"]:
            day = working.add(day, max(1, counted(further)) - 1)
        if day > today:
            yield Said(*found.span(), day, until=bool(found["n"]), counted=bool(found["n"]))


def _next_holiday(today: date, working: WorkingDays) -> date | None:
    """A day of the holiday that comes next."""
    for ahead in range(_FAR):
        day = today + timedelta(days=ahead)
        off = [not working.is_working(day + timedelta(days=more)) for more in range(_LONG)]
        if off[0] and (day.weekday() < 5 or all(off)):
            return day
    return None


def _before(same: str, today: date, working: WorkingDays | None, holiday: _Holiday) -> Iterator[Said]:
    """Every 元旦前, 元旦前一天 and 节前 of a folded text, and every last working day before a holiday."""
    for found in _BEFORE.finditer(same):
        if found["feast"]:
            feast = _next(found["feast"], today + timedelta(days=1))
        elif named := _NAMED.search(same, max(0, found.start() - _NEAR), found.start()):
            feast = _next(named["feast"], today + timedelta(days=1))
        else:
            feast = holiday()
        if feast is None:
            continue
        eve, before = feast - timedelta(days=1), None
        if found["work"] or found["work2"] or (found["day2"] and "最后" in found[0]):
            if working is None or not working.known(eve):
                continue
            eve = working.last_by(eve)
        elif before := found["n"] or found["n2"]:
            eve = feast - timedelta(days=counted(before))
        if eve >= today:
            yield Said(*found.span(), eve, until=not (found["day"] or found["day2"] or before))
