"""The yearly notice on public holidays as the days it names: off, or worked although a weekend."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from mingbai.domain.calendar_names import WEEK_ZH, WEEKDAY_NAMES, WEEKDAY_SIGNS, WEEKDAYS_ZH
from mingbai.domain.holiday import Holiday, HolidayKind
from mingbai.domain.numerals import with_digits
from mingbai.domain.pattern import pattern
from mingbai.domain.text import clean
from mingbai.domain.words import Mistake, Words
from mingbai.domain.written_day import written_day

LONGEST = 15
"""No holiday has more days."""
LONGEST_TEXT = 20_000
LONGEST_TITLE = 60

NAMES = {
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明": "Qingming Festival",
    "劳动": "Labour Day",
    "端午": "Dragon Boat Festival",
    "中秋": "Mid-Autumn Festival",
    "国庆": "National Day",
}
"""What each holiday is called in English, by how its name begins."""
UNNAMED = Words("放假", "Holiday")
SHIFTED = Words("{name}调休上班", "Make-up working day ({name})")
PASTED = Words("粘贴的放假通知", "pasted holiday notice")

EMPTY = ("没有可读的文字，请先复制放假通知的全文", "There is no text; copy the whole holiday notice first")
TOO_LONG = (
    "文字太长，不像放假通知，请只复制通知的正文",
    "The text is too long for a holiday notice; copy the notice alone",
)
NO_DAYS = (
    "没有读到放假或上班的日子，请复制放假通知的全文",
    "No day off and no working day was found; copy the whole holiday notice",
)
NO_YEAR = (
    "没有写是哪一年，请连同标题（关于某年部分节假日安排的通知）一起复制",
    "The year is missing; copy the notice with its title, which names the year",
)
TWO_YEARS = (
    "里面写了 {one} 年和 {other} 年两个年份的安排，请一年一年粘贴",
    "This is about both {one} and {other}; paste one year at a time",
)
NO_SUCH_DAY = ("“{said}”不是日历上有的日子，请核对", "“{said}” is on no calendar; check it")
OTHER_WEEKDAY = (
    "{day}是{weekday}，通知里写的是“{said}”，对不上，请核对年份和日子",
    "{day} is a {weekday}, which does not fit “{said}”; check the year and the day",
)
BACKWARDS = (
    "“{said}”的起止日子前后颠倒或太长，请核对",
    "“{said}” ends before it begins, or is too long; check it",
)
OTHER_NUMBER = (
    "“{said}”写的是共 {told} 天，按起止日子是 {n} 天，请核对",
    "“{said}” says {told} days, but its dates make {n}; check it",
)
NO_WEEKEND = (
    "{day}是{weekday}，本来就上班，不是调休，请核对",
    "{day} is a {weekday}, a working day as it is; check it",
)
BOTH = ("{day}既写了放假又写了上班，请核对", "{day} is both off and worked; check it")

_DAY = (
    r"(?P<year#>\d{4}年|[次明翌]年|[今当本]年)?(?:(?P<month#>\d{1,2})月份?)?(?P<day#>\d{1,2})(?!\d|月|年|天)[日号]?"
    r"(?P<note#>\([^()]{0,20}\))?"
)
_NAMED_SPAN = f"{_DAY.replace('#', '1')}(?:(?P<until>至|到|-|~){_DAY.replace('#', '2')})?"
_SPAN = re.sub(r"\?P<\w+>", "?:", _NAMED_SPAN)
_ONE_SPAN = pattern(_NAMED_SPAN)
_ARRANGED = pattern(
    rf"(?P<days>{_SPAN}(?:(?:[、,和及与]|以及){_SPAN}){{0,15}}),?(?:均|都|为|正常|照常)*"
    r"(?P<verb>放假|补休|调休(?!上班)|(?:调休)?上班)(?P<shifted>、?调休)?(?:,?共(?P<n>\d{1,2})天)?"
)
_NAMED = pattern(
    r"(?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?)"
    r"(?:(?:[、,和及与]|以及)(?:元旦|春节|清明节?|劳动节|端午节?|中秋节?|国庆节?))*"
)
_ONE_NAME = pattern(r"(元旦|春节|清明|劳动|端午|中秋|国庆)")
_YEAR = pattern(r"(\d{4})年(?:的?(?:全年)?(?:部分)?(?:法定)?(?:节假日|放假|假期)|元旦)")
_TITLE = pattern(r"[^\s《》。]*关于\d{4}年[^\s《》。]*通知")
_LOOSE = pattern(r"(?<![\d年])(\d{1,2})月(\d{1,2})[日号]")
_WEEKDAY = pattern(f"{WEEK_ZH}([{WEEKDAY_SIGNS}])")
_SAME_SIGN = str.maketrans({**dict.fromkeys("–—−‐‑‒―", "-"), "〔": "(", "〕": ")", "[": "(", "]": ")"})


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """What a notice arranges for a year."""

    year: int
    days: tuple[Holiday, ...]
    unread: tuple[date, ...]
    """Days that the notice speaks of without saying that they are off or worked."""


@dataclass(frozen=True, slots=True)
class _Arranged:
    """A stretch of text that says which days are off, or which are worked."""

    said: str
    days: tuple[date, ...]
    kind: HolidayKind
    name: Words


def read_holiday_notice(text: str) -> HolidayNotice:
    """The days off and the weekends worked that a notice names. Raises `Mistake` when it cannot be relied on."""
    if not clean(text):
        raise Mistake(*EMPTY)
    if len(text) > LONGEST_TEXT:
        raise Mistake(*TOO_LONG)
    told = _plain(text)
    found = [*_ARRANGED.finditer(told)]
    if not found:
        raise Mistake(*NO_DAYS)
    year = _year(told, found)
    title = _TITLE.search(unicodedata.normalize("NFKC", text))
    named = f"《{title[0]}》" if title and len(title[0]) <= LONGEST_TITLE else ""
    source = Words(named, "") if named else PASTED
    days: dict[date, Holiday] = {}
    for one in _arranged(told, found, year):
        for day in one.days:
            holiday = _holiday(one, day, source)
            if days.setdefault(day, holiday).kind is not holiday.kind:
                raise Mistake(*BOTH, day=written_day(day))
    unread = {day for day in _unread(told, found, year) if day not in days}
    return HolidayNotice(year, tuple(days[day] for day in sorted(days)), tuple(sorted(unread)))


def _plain(text: str) -> str:
    """The text in half width, without spaces and line breaks, numerals before a unit as digits."""
    flat = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    return with_digits(flat.translate(_SAME_SIGN))


def _year(told: str, found: list[re.Match[str]]) -> int:
    years = [*dict.fromkeys(int(one) for one in _YEAR.findall(told))]
    if len(years) > 1:
        raise Mistake(*TWO_YEARS, one=years[0], other=years[1])
    if not years:
        spelled = {int(one) for match in found for one in re.findall(r"(\d{4})年", match["days"])}
        if len(spelled) != 1:
            raise Mistake(*NO_YEAR)
        years = [*spelled]
    if not 1950 <= years[0] <= 2199:
        raise Mistake(*NO_YEAR)
    return years[0]


def _arranged(told: str, found: list[re.Match[str]], year: int) -> Iterator[_Arranged]:
    for match in found:
        names = [*_NAMED.finditer(told, 0, match.start())]
        name = _name(names[-1][0]) if names else UNNAMED
        worked = match["verb"].endswith("上班")
        days = tuple(_days(match["days"], year))
        if match["n"] and not worked and len(days) != int(match["n"]):
            raise Mistake(*OTHER_NUMBER, said=match[0], told=match["n"], n=len(days))
        yield _Arranged(match[0], days, HolidayKind.WORKDAY if worked else HolidayKind.HOLIDAY, name)


def _name(said: str) -> Words:
    begun = [one[1] for one in _ONE_NAME.finditer(said)]
    whole = "、".join(one if one in ("元旦", "春节") else f"{one}节" for one in begun)
    return Words(whole, " and ".join(NAMES[one] for one in begun))


def _holiday(one: _Arranged, day: date, source: Words) -> Holiday:
    name = one.name
    if one.kind is HolidayKind.WORKDAY:
        if day.weekday() < 5:
            raise Mistake(*NO_WEEKEND, day=written_day(day), weekday=WEEKDAY_NAMES[day.weekday()])
        name = SHIFTED.format(name=name)
    return Holiday(
        day=day, kind=one.kind, name=name.zh, name_en=name.en, source=source.zh, source_en=source.en
    )


def _days(said: str, year: int) -> Iterator[date]:
    month: int | None = None
    for span in _ONE_SPAN.finditer(said):
        month = int(span["month1"]) if span["month1"] else month
        if month is None:
            raise Mistake(*NO_SUCH_DAY, said=span[0])
        first, last = _span(span, year, month)
        month = last.month
        for n in range((last - first).days + 1):
            yield first + timedelta(days=n)


def _span(span: re.Match[str], year: int, month: int) -> tuple[date, date]:
    """First and last day. Of two years that a span over New Year may mean, the one its weekdays fit."""
    until = int(span["month2"] or month) if span["until"] else month
    possible: list[tuple[date, date]] = []
    wrong: Mistake | None = None
    for began, over in product(_began(span, year, month), (0, 1)):
        if span["until"] is None and over:
            continue
        try:
            first = _date(began, month, int(span["day1"]), span[0])
            last = first
            if span["until"]:
                ends = int(span["year2"][:4]) if (span["year2"] or "")[:4].isdecimal() else began + over
                last = _date(ends, until, int(span["day2"]), span[0])
        except Mistake as mistake:
            wrong = wrong or mistake
            continue
        if 0 <= (last - first).days < LONGEST:
            possible.append((first, last))
    if not possible:
        raise wrong or Mistake(*BACKWARDS, said=span[0])
    for first, last in possible:
        if _other(first, span["note1"]) is None and (
            not span["until"] or _other(last, span["note2"]) is None
        ):
            return first, last
    first, last = possible[0]
    day = _other(first, span["note1"]) or last
    raise Mistake(*OTHER_WEEKDAY, day=written_day(day), weekday=WEEKDAY_NAMES[day.weekday()], said=span[0])


def _began(span: re.Match[str], year: int, month: int) -> tuple[int, ...]:
    """The years in which a span may begin, the likeliest first.

    A notice for a year begins with New Year's Day, whose days off may begin in December of the year before.
    """
    told = span["year1"] or ""
    if told[:4].isdecimal():
        return (int(told[:4]),)
    if told:
        return (year + 1,) if told[0] in "次明翌" else (year,)
    after = (span["year2"] or "")[:1]
    if month == 12 and after not in ("次", "明", "翌"):
        return (year - 1, year) if span["month2"] and int(span["month2"]) == 1 else (year, year - 1)
    return (year,)


def _date(year: int, month: int, day: int, said: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Mistake(*NO_SUCH_DAY, said=said) from None


def _other(day: date, note: str | None) -> date | None:
    """The day itself where its note names another weekday."""
    named = _WEEKDAY.search(note or "")
    return day if named and WEEKDAYS_ZH[named[1]] != day.weekday() else None


def _unread(told: str, found: list[re.Match[str]], year: int) -> Iterator[date]:
    # What stands before the first is the title's, what has its year the day of the notice.
    at = found[0].end()
    for match in [*found[1:], None]:
        end = match.start() if match is not None else len(told)
        for one in _LOOSE.finditer(told, at, end):
            yield _date(year, int(one[1]), int(one[2]), one[0])
        at = match.end() if match is not None else end
