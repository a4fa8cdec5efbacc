"""The day, and the time of day, that a text or a number from a cell names.

A form that could mean two days names none: a missing date is asked for, a false one is believed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from mingbai.domain.calendar_names import (
    MONTH_EN,
    MONTH_NUMBERS,
    WEEK_ZH,
    WEEKDAY_EN,
    WEEKDAY_NUMBERS,
    WEEKDAY_SIGNS,
    WEEKDAYS_ZH,
)
from mingbai.domain.month import Month
from mingbai.domain.numerals import COUNTS_EN, COUNTS_ZH, number_zh, with_digits
from mingbai.domain.pattern import pattern
from mingbai.domain.text import clean
from mingbai.domain.time_of_day import NO_TIME, Time, time_of_day
from mingbai.domain.words import Words


class NoDay(Exception):
    """The text names no single day; `why` completes a sentence that begins with the text."""

    def __init__(self, why: Words) -> None:
        super().__init__(why.en)
        self.why = why


UNKNOWN = Words(
    "看不出是哪一天，请写成 11月22日",
    "is no date we can read; write it as 22 Nov",
)
WORKING_DAYS = Words(
    "按工作日算，要看日历，请写出是哪一天，如 11月22日",
    "counts working days, which takes a calendar; write the day itself, as in 22 Nov",
)
NO_SUCH_DAY = Words(
    "日历上没有这一天，请核对月和日", "is a day that no calendar has; check the month and the day"
)
FAR_YEAR = Words("年份要在 1900 到 2199 之间", "needs a year from 1900 to 2199")
MONTH_ONLY = Words(
    "只写到月，请写到哪一天，如 11月22日", "names a month; write the day as well, as in 22 Nov"
)
TWO_ORDERS = Words(
    "分不清哪个是月、哪个是日，请写成 2026-11-22", "leaves open which is the month; write it as 2026-11-22"
)
LOST_ZERO = Words(
    "可能是这一天，也可能少了末尾的 0，请写成 4月1日 或 4月10日",
    "may have lost a zero at its end; write it as 1 Apr or 10 Apr",
)
TWO_WEEKS = Words(
    "可能指这一周，也可能指另一周，请写出日期", "could be in either of two weeks; write the date"
)
OTHER_WEEKDAY = Words("日期和星期对不上，请核对", "has a weekday that does not fit its date; check both")

JUST_PASSED = timedelta(days=31)
"""A deadline so long before may be one that was missed."""


def plain(text: str) -> str:
    """The text in half width and lower case, with one kind of dash and no quotes around it."""
    text = unicodedata.normalize("NFKC", clean(text)).casefold()
    return text.translate(_SAME_SIGN).strip(" '\"‘’“”`")


_DEBRIS = " :;,.*·()[]"
_SAME_SIGN = str.maketrans({**dict.fromkeys("–—−‐‑‒―", "-"), "。": "."})


def _written_whole(text: str) -> date | None:
    """The day of 2026-11-24, as the program itself writes days: nothing else has to be looked for in it."""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None  # why not is told by what reads all forms


@dataclass(frozen=True, slots=True)
class Days:
    """Reads what names a day, as seen from today; `year` is the one that the sheet or title gives.

    A deadline is the day until which something may be done, and does not lie behind us: 周五前, 三天内, 月底.
    """

    today: date
    year: int | None = None
    month_start: bool = False
    deadline: bool = False
    past: int | None = None
    """The day lies at most so many days from today: in December 5/11 is the one before last month."""
    since: date | None = None
    """What a deadline belongs to began on this day."""

    def named(self, text: str) -> tuple[date, Time | None]:
        """The day that the text names, and the time of day where it has one."""
        if (whole := _written_whole(text)) is not None:
            return whole, None
        text = _readable(text)
        if _WORKING_DAYS.search(text):
            raise NoDay(WORKING_DAYS)
        text = _STAMP.sub(r"\1 \2:\3:\4", text) if _STAMP.fullmatch(text) else text
        if self.deadline:
            text = _UNTIL.sub("", text)
            for form, until in _UNTIL_FORMS:
                if (found := form.fullmatch(text)) is not None:
                    return until(self, found), None
            text = _BY_THEN.sub("", text)
        text = re.sub("([今明昨])(早上?|晚上?)", r"\1天\2", text)
        if re.fullmatch(r"\d{5}(?:\.\d+)?", text) and 36526 <= Decimal(text) < 55153:
            # As text only from 2000 to 2050: what people type has other reasons to have five digits.
            return self.numbered(Decimal(text))
        for form, day in _FORMS:
            if (found := form.match(text)) is None:
                continue
            noted = _WEEKDAY_NOTE.match(text, found.end())
            time = time_of_day(text[(noted or found).end() :])
            if time is not NO_TIME:
                return _agreeing(day(self, found), found.groupdict().get("weekday"), noted), time
        raise NoDay(MONTH_ONLY if re.fullmatch(r"\d{1,2}月份?", text) else UNKNOWN)

    def time_named(self, text: str) -> Time | None:
        """The time of a text that names nothing else, such as 下午3点半."""
        text = _readable(text)
        if self.deadline:
            text = _BY_THEN.sub("", _UNTIL.sub("", text))
        time = time_of_day(text)
        return None if time is NO_TIME else time

    def numbered(self, number: Decimal) -> tuple[date, Time | None]:
        """The day that a number in a cell stands for: 20220316, 44911 (days since 1900), 4.18."""
        if not 1 <= number < 10**14:
            raise NoDay(UNKNOWN)
        whole = number == number.to_integral_value()
        if whole and len(digits := str(int(number))) in {8, 12, 14}:
            return self.named(digits)
        # Below lie the years 1954 to 1957, and people's 20226 for June 2022.
        if 21000 <= number < 80000:
            moment = timedelta(days=int(number), seconds=round(number % 1 * 86400))
            time = None if whole else Time(seconds=moment.seconds)
            return date(1899, 12, 30) + timedelta(days=moment.days), time
        if whole:
            raise NoDay(UNKNOWN)
        return self._pointed(str(number)), None

    def _pointed(self, text: str) -> date:
        """The day of 4.18 and, where months are welcome, of 2018.02; a number drops its last zero."""
        if (found := re.fullmatch(r"(\d{1,2}|\d{4})\.(\d{1,2})", text)) is None:
            raise NoDay(UNKNOWN)
        first, second = found.groups()
        if len(first) == 4:
            if second == "1":
                raise NoDay(LOST_ZERO if self.month_start else MONTH_ONLY)
            return self._month(int(first), int(second))
        day = self.on(None, int(first), int(second))
        if len(second) == 1:
            try:
                self.on(None, int(first), int(second) * 10)
            except NoDay:
                return day
            raise NoDay(LOST_ZERO)
        return day

    def on(self, year: int | None, month: int, day: int) -> date:
        """That day; without a year in the given one, or else where it lies nearest to today.

        What happened is the latest such day; a deadline of what is known to have begun the next one after
        that, or one a month before it at most.
        """
        if year is None and self.year is None:
            near = []
            begins = self.since or self.today
            for candidate in range(begins.year - 1, self.today.year + 2):
                try:
                    near.append(date(candidate, month, day))
                except ValueError:
                    continue
            if not near:
                raise NoDay(NO_SUCH_DAY)
            if self.past is not None:
                last = self.today + timedelta(days=self.past)
                if near[0] > last:  # the 29th of February of a year to come
                    raise NoDay(NO_SUCH_DAY)
                return max(one for one in near if one <= last)
            if self.deadline and self.since is not None:
                first = self.since - JUST_PASSED
                return min((one for one in near if one >= first), default=near[-1])
            return min(near, key=lambda one: abs(one - self.today))
        try:
            return in_range(date(year if year is not None else self.year or 0, month, day))
        except ValueError:
            raise NoDay(NO_SUCH_DAY) from None

    def _month(self, year: int, month: int) -> date:
        first = self.on(year, month, 1)
        if not self.month_start:
            raise NoDay(MONTH_ONLY)
        return first

    # Each form of writing a day; the patterns stand in _FORMS.

    def _ymd(self, found: re.Match[str]) -> date:
        return self.on(int(found["y"]), int(found["m"]), int(found["d"]))

    def _short_year(self, found: re.Match[str]) -> date:
        """23年3月5日: in the century that puts it nearest to today."""
        years = (century + int(found["y"]) for century in (1900, 2000, 2100))
        year = min(years, key=lambda one: abs(one - self.today.year))
        return self.on(year, int(found["m"]), int(found["d"]))

    def _dmy(self, found: re.Match[str]) -> date:
        """22/11/2026 and 11/22/2026, but not 3/4/2026."""
        a, b = int(found["a"]), int(found["b"])
        if a != b and max(a, b) <= 12:
            raise NoDay(TWO_ORDERS)
        return self.on(int(found["y"]), min(a, b), max(a, b))

    def _md(self, found: re.Match[str]) -> date:
        return self.on(None, int(found["m"]), int(found["d"]))

    def _md_or_dm(self, found: re.Match[str]) -> date:
        """11/18 and, as there is no month 18, 18/11."""
        a, b = int(found["m"]), int(found["d"])
        # In a sheet 22/11 may be November 2022; a day until which something is due is none of a year ago.
        turned = self.deadline and a > 12 >= b > 0
        return self.on(None, b, a) if turned else self.on(None, a, b)

    def _ym(self, found: re.Match[str]) -> date:
        return self._month(int(found["y"]), int(found["m"]))

    def _english(self, found: re.Match[str]) -> date:
        return self.on(
            int(found["y"]) if found["y"] else None, MONTH_NUMBERS[found["m"][:3]], int(found["d"])
        )

    def _english_month(self, found: re.Match[str]) -> date:
        return self._month(int(found["y"]), MONTH_NUMBERS[found["m"][:3]])

    def _relative(self, found: re.Match[str]) -> date:
        return self.today + timedelta(days=_RELATIVE[found["word"]])

    def _week_zh(self, found: re.Match[str]) -> date:
        """周五 alone is in this week, as 本周五, or as a deadline the coming one; a week begins on Monday."""
        weeks = {"上上": -2, "上": -1, "下": 1, "下下": 2}.get(found["which"] or "", 0)
        return self._weekday(WEEKDAYS_ZH[found["day"]], weeks, coming=self.deadline and not found["which"])

    def _week_en(self, found: re.Match[str]) -> date:
        """Last and next Friday only where counting from today and counting by weeks agree.

        A deadline next Friday is in the next week, as whoever hands down work counts.
        """
        weeks = {"last": -1, "next": 1}.get(found["which"] or "", 0)
        coming = self.deadline and not found["which"]
        day = self._weekday(WEEKDAY_NUMBERS[found["day"][:3]], weeks, coming=coming)
        if not (self.deadline and weeks == 1) and abs(day - self.today) > timedelta(days=7):
            raise NoDay(TWO_WEEKS)
        return day

    def _weekday(self, weekday: int, weeks: int, *, coming: bool) -> date:
        day = self.today + timedelta(days=weekday - self.today.weekday() + 7 * weeks)
        return day + timedelta(days=7) if coming and day < self.today else day

    def _this_month(self, found: re.Match[str]) -> date:
        """28日 alone is in this month, or as a deadline the coming one."""
        day = int(found["d"])
        return self._in_month(1 if self.deadline and day < self.today.day else 0, day)

    def _near_month(self, found: re.Match[str]) -> date:
        return self._in_month({"上": -1, "下": 1}.get(found["which"], 0), int(found["d"]))

    def _in_month(self, months: int, day: int) -> date:
        month = self._month_now().shifted(months)
        return self.on(month.year, month.number, day)

    def _month_now(self) -> Month:
        if self.year is not None:  # an older sheet had a month of its own
            raise NoDay(UNKNOWN)
        return Month(self.today.year, self.today.month)

    # What only a deadline may be.

    def _within_days(self, found: re.Match[str]) -> date:
        self._month_now()
        return in_range(self.today + timedelta(days=_count(found["n"]) * (7 if found["weeks"] else 1)))

    def _within_week(self, found: re.Match[str]) -> date:
        self._month_now()
        return self._weekday(6, 1 if found["next"] else 0, coming=False)

    def _month_end(self, found: re.Match[str]) -> date:
        return self._month_now().shifted(1 if found["next"] else 0).end

    def _quarter_end(self, _found: re.Match[str]) -> date:
        month = self._month_now()
        return month.shifted(-month.number % 3).end

    def _year_end(self, found: re.Match[str]) -> date:
        return date(self._month_now().year + (1 if found["next"] else 0), 12, 31)

    def _end_of(self, found: re.Match[str]) -> date:
        """4月底: in the year that puts it nearest to today."""
        name = found["m"]
        number = int(name) if name.isdigit() else MONTH_NUMBERS[name[:3]]
        first = self.on(int(found["y"]) if found["y"] else None, number, 1)
        return Month(first.year, first.month).end


def in_range(day: date) -> date:
    """The day, when it lies in the years that a ledger can speak of."""
    if not 1900 <= day.year <= 2199:
        raise NoDay(FAR_YEAR)
    return day


_RELATIVE = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "今天": 0,
    "今日": 0,
    "明天": 1,
    "明日": 1,
    "后天": 2,
    "大后天": 3,
    "day before yesterday": -2,
    "yesterday": -1,
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
}
_MONTH = rf"(?P<m>{MONTH_EN})\b\.?"
_WEEKDAY_NOTE = pattern(rf"[\s(,]*(?:{WEEK_ZH}(?P<zh>[{WEEKDAY_SIGNS}])|(?P<en>{WEEKDAY_EN})\b)\)?")
_WORKING_DAYS = pattern(r"工作日|(?:working|business|work)[ -]?days?\b")
_STAMP = pattern(r"(\d{8})t?\s?(\d\d)(\d\d)(\d\d)?")


def _readable(text: str) -> str:
    """The text without what stands around it, in digits; 两日 counts days and names none."""
    return with_digits(plain(text).strip(_DEBRIS).replace("两日", "两天"))


def _agreeing(day: date, before: str | None, after: re.Match[str] | None) -> date:
    said = []
    if before:
        said.append(WEEKDAY_NUMBERS[before[:3]])
    if after:
        said.append(WEEKDAYS_ZH[after["zh"]] if after["zh"] else WEEKDAY_NUMBERS[after["en"][:3]])
    if any(weekday != day.weekday() for weekday in said):
        raise NoDay(OTHER_WEEKDAY)
    return day


_D = r"(?P<d>\d{1,2})(?!\d)\s*[日号]?"
_D_EN = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_Y_EN = r"(?:[\s,-]*\b(?P<y>\d{4})(?![\d:]))?"
_BEFORE_EN = rf"(?:(?P<weekday>{WEEKDAY_EN})\b\.?,?\s*)?"
_PATTERNS: tuple[tuple[str, Callable[[Days, re.Match[str]], date]], ...] = (
    (r"(?P<y>\d{4})\s*(?P<s>[-/.])\s*(?P<m>\d{1,2})\s*(?P=s)\s*" + _D, Days._ymd),
    # No "-" after 年: 2018年4-5 is April to May.
    (r"(?P<y>\d{4})\s*年\s*(?P<m>\d{1,2})\s*[月./]\s*" + _D, Days._ymd),
    (r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?!\d)", Days._ymd),
    (r"(?P<y>\d\d)\s*年\s*(?P<m>\d{1,2})\s*月\s*" + _D, Days._short_year),
    (r"(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})(?P=s)(?P<y>\d{4})(?!\d)", Days._dmy),
    (r"(?P<m>\d{1,2})\s*月\s*" + _D, Days._md),
    (r"(?P<m>\d{1,2})\s*/\s*" + _D, Days._md_or_dm),
    (r"(?P<m>\d{1,2})\s*[-.]\s*" + _D, Days._md),
    (r"(?P<m>0\d|1[0-2])(?P<d>\d\d)(?!\d)", Days._md),
    (r"(?P<y>\d{4})\s*[-/.年]\s*(?P<m>\d{1,2})(?!\d)\s*月?份?", Days._ym),
    (r"(?P<y>\d{4})(?P<m>\d\d)(?!\d)", Days._ym),
    (_BEFORE_EN + _MONTH + r"\s*" + _D_EN + _Y_EN, Days._english),
    (_BEFORE_EN + _D_EN + r"[\s-]*(?:of\s+)?" + _MONTH + _Y_EN, Days._english),
    (_MONTH + r"\s+(?P<y>\d{4})(?!\d)", Days._english_month),
    (r"(?:the\s+)?(?P<word>" + "|".join(_RELATIVE) + ")", Days._relative),
    (rf"(?P<which>上上|上|本|这|下下|下)?[个一]?{WEEK_ZH}(?P<day>[{WEEKDAY_SIGNS}])", Days._week_zh),
    (rf"(?:on\s+)?(?:(?P<which>last|this|next)\s+)?(?P<day>{WEEKDAY_EN})\b", Days._week_en),
    (r"(?P<d>\d{1,2})\s*[日号]", Days._this_month),
    (r"(?P<which>[上本这下])个?月\s*(?P<d>\d{1,2})\s*[日号]", Days._near_month),
    (rf"(?:on\s+)?{_BEFORE_EN}(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)\b", Days._this_month),
)
_FORMS = [(pattern(form), day) for form, day in _PATTERNS]


# --- Deadlines ---------------------------------------------------------------------------------

_UNTIL = pattern(
    # A 晚 alone is the evening's: 晚8点.
    r"\A(?:请?[于在]|最[迟晚](?:不超过|[于在])?|[迟晚](?:不超过|[于在])|不[迟晚]于|截[止至](?:日期|时间)?|[到至]|[::,]|\s"
    r"|(?:due\s+)?(?:by|before|until|till?|(?:no|not)\s+later\s+than)\b|due\b)+"
)
_BY_THEN = pattern(
    r"[\s,]*(?:(?:[上下]午)?下班)?(?:之前|以前|之内|以内|前|内|为?止|截[止至]|到期|at\s+the\s+latest)"
    r"(?:(?:完成|办结|办理|报送|上报|提交|反馈|上交|报|交)(?:完毕|到位)?)?$"
)


def _count(said: str) -> int:
    if said.isdecimal():
        return int(said)
    return COUNTS_EN.index(said) + 1 if said in COUNTS_EN else number_zh(said)


_N_EN = rf"(?:in|within)\s+(?:the\s+next\s+)?(?P<n>\d{{1,3}}|{'|'.join(COUNTS_EN)})\s+"
_THEN = r"(?:之?[前内]|以[前内])?"
_UNTIL_PATTERNS: tuple[tuple[str, Callable[[Days, re.Match[str]], date]], ...] = (
    (
        rf"(?P<n>\d{{1,3}}|[{COUNTS_ZH}十])\s*(?:[天日]|(?P<weeks>个?{WEEK_ZH}))\s*(?:[之以]?内)",
        Days._within_days,
    ),
    (_N_EN + r"(?:days?|(?P<weeks>weeks?))", Days._within_days),
    (rf"(?:[本这]|(?P<next>下))个?{WEEK_ZH}(?:[之以]?内)", Days._within_week),
    (r"(?:within\s+)?this\s+week(?P<next>)", Days._within_week),
    (rf"(?:(?:[本这]个?|(?P<next>下)个?)?月[底末]|[本这]个?月[之以]?内){_THEN}", Days._month_end),
    (r"(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|(?P<next>next\s+))?month", Days._month_end),
    (r"(?:within\s+)?this\s+month(?P<next>)|month[ -]end", Days._month_end),
    (rf"本?季度?[底末]{_THEN}|本季度[之以]?内", Days._quarter_end),
    (rf"(?:[本今]?年|(?P<next>明)年)[底末]{_THEN}|[本今]?年[之以]?内", Days._year_end),
    (r"(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|(?P<next>next\s+))?year|year[ -]end", Days._year_end),
    (rf"(?:(?P<y>\d{{4}})\s*年\s*)?(?P<m>\d{{1,2}})\s*月份?[底末]{_THEN}", Days._end_of),
    (rf"(?:the\s+)?end\s+of\s+{_MONTH}{_Y_EN}", Days._end_of),
)
_UNTIL_FORMS = [(pattern(form), day) for form, day in _UNTIL_PATTERNS]
