"""What the words for a day or a time mean, as of a day: 周五, 11月底, 三个工作日内, the last Friday of December."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.calendar_names import MONTH_NUMBERS, WEEK_ZH, WEEKDAY_EN, WEEKDAY_NUMBERS, WEEKDAYS_ZH
from mingbai.domain.days import Days, NoDay
from mingbai.domain.month import Month
from mingbai.domain.numerals import COUNTS_EN, ONES, ORDINALS_EN, with_digits
from mingbai.domain.pattern import pattern
from mingbai.rules.day_words import NUMBER, NUMERAL, ORDINAL_EN

MOST_WORKING = 60
KEPT = 512
"""So many words for a day are remembered: the same ones come again and again."""


# --- Chinese -----------------------------------------------------------------------------------


def given(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of 给大家三天时间, 限5个工作日 and 5个工作日完成."""
    count = counted(next(said for said in found.group("n", "n2", "n3", "n4") if said))
    if not 0 < count <= MOST_WORKING:
        return None
    if found["work"] or found["work3"] or found["work4"]:
        return working.add(today, count) if working is not None else None
    return today + timedelta(days=count)


@lru_cache(maxsize=KEPT)
def day_of(said: str, today: date) -> date | None:
    """The day that words without a time name, as one that lies ahead; None where they could mean two."""
    said = re.sub(r"\s", "", said)
    said = re.sub("儿个?$", "天", said)
    said = re.sub("(?<!\\d)元(?=月)", "1", said)
    said = re.sub("^([今明后])(?:[早晚]上?|[午晨朝])", r"\1天", said)
    said = re.sub("^([今明])$", r"\1天", said).replace("今明两", "明")
    if found := re.match(rf"(下|[一两二]){WEEK_ZH}[^一二三四五六日天末]*(?:今天|此时)$", said):
        return today + timedelta(days=14 if found[1] in "两二" else 7)
    said = (
        re.sub("(?<=[月末底])份?的?最[后末][一1]天$", "底", said).replace("末底", "末").replace("底底", "底")
    )
    if re.fullmatch("[一二三四]?季度?[底末]+", said):
        return _quarter_end(ONES.find(said[0]), today)
    if said.endswith("月中"):
        said = f"{'本' if said == '月中' else ''}{said[:-1]}15日"
    said = re.sub("份?的?[头第][一1]天$", "1日", said)
    said = re.sub(rf"(?<=月)({NUMERAL})$", r"\1日", said).replace("·", ".")
    said = re.sub("^这个(?=月)", "本", said)
    said = re.sub("^当(?=[月年])", "本", said)
    said = re.sub("^次(?=月)", "下", said)
    said = re.sub("^月(?=.+[日号])", "", said)
    said = re.sub("^这(?=月)", "本", said)
    if re.fullmatch(rf"\d{{1,2}}|{NUMERAL}", said):
        # 改到二十七
        said += "日"
    said = re.sub("(?<=[本这下]月)的", "", said)
    said = re.sub("(?<=个月)的", "", said)
    if (found := re.match("今年|本年|明年", said)) and said[2:3] not in ("底", "末"):
        said = f"{today.year + (found[0] == '明年')}年{said[2:]}"
    try:
        return Days(today, deadline=True).named(
            said.replace("月份", "月") if re.search(r"月份\d", said) else said
        )[0]
    except NoDay:
        return None


def _quarter_end(which: int, today: date) -> date:
    """The end of the quarter of that number, or of this one."""
    this = Month(today.year, today.month).shifted(-today.month % 3)
    if which < 0:
        return this.end
    month = Month(today.year, 3 * which + 3)
    return (month if month.end >= today else month.shifted(12)).end


@lru_cache(maxsize=KEPT)
def time_of(said: str) -> str | None:
    """`17:00` of 下午5点, 5 pm, 5点 (which in an office is the afternoon); `24:00` of 晚上12点."""
    said = re.sub(r"\s+", " ", said).strip().replace("：", ":")
    said = re.sub(r"\s*(?:hrs|hours|o['’]?clock)$|(?<=:\d\d)时$", "", said)
    if said in ("noon", "midday"):
        return "12:00"
    said = re.sub(r"(?<=\d)\.(?=\d\d(?:\s*[ap]|$))", ":", said)
    said = re.sub("一刻", "1刻", said)
    said = re.sub("三刻", "3刻", said)
    if re.match("(?:晚上?|夜里|晚间)(?:12|十二)(?:[点时]|:00)", said):
        return "24:00"
    try:
        since = Days(date(2026, 1, 1)).time_named(said)
    except NoDay:
        return None
    if since is None:
        return None
    minutes = int(since.total_seconds()) // 60
    hours, minutes = divmod(minutes, 60)
    alone = re.match(rf"(?!0){NUMBER}(?:[点时:]|$)", said) is not None
    if alone and 1 <= hours <= 6 and not re.search(r"[ap]\.?m", said):
        hours += 12
    return f"{hours:02d}:{minutes:02d}"


def within(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of 三个工作日内, 两周内 or 本月内."""
    number = next(
        (said for said in found.group("work", "days", "weeks", "months", "hours", "minutes") if said), None
    )
    if number is not None and not counted(number):
        return None
    try:
        if found["work"]:
            count = counted(found["work"])
            return working.add(today, count) if working is not None and 0 < count <= MOST_WORKING else None
        if found["days"]:
            if (
                "日" in found[0]
                and counted(found["days"]) > MOST_NUMBERED
                and _ON_A_DAY.search(found.string[max(0, found.start() - 1) : found.start()])
            ):
                # 在27日之内: within so many days, or on that day?
                return None
            return today + timedelta(days=counted(found["days"]))
        if found["weeks"]:
            return today + timedelta(days=7 * counted(found["weeks"]))
        if found["months"]:
            return _months_on(today, counted(found["months"]))
        if found["today"] or found["minutes"]:
            return today
        if found["half"]:
            return today + timedelta(days=15)
        if found["hours"]:
            hours = counted(found["hours"])
            return today + timedelta(days=hours // 24) if hours % 24 == 0 or hours < 6 else None
        return Days(today, deadline=True).named(
            "本月内" if found["month"] else "年内" if found["year"] else f"{found['week']}周内"
        )[0]
    except (NoDay, ValueError, OverflowError):
        return None


MOST_NUMBERED = 15
_ON_A_DAY = pattern("[在于]$")


def counted(said: str) -> int:
    """The number of 5, 五 or 十二; 0 where the signs make none."""
    digits = with_digits(said + "日").rstrip("日")
    return int(digits) if digits.isdecimal() else 0


def counted_en(said: str) -> int:
    """The number of 5, five, a or an; 0 where the word is none."""
    if said in ("a", "an"):
        return 1
    return int(said) if said.isdecimal() else COUNTS_EN.index(said) + 1 if said in COUNTS_EN else 0


def _months_on(today: date, months: int) -> date:
    month = Month(today.year, today.month).shifted(months)
    return min(month.end, date(month.year, month.number, min(today.day, month.end.day)))


def nth_in_month(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of 12月第一个周五, 本月最后一个工作日 or 本周最后一个工作日."""
    if found["thisweek"]:
        sunday = today + timedelta(days=6 - today.weekday())
        last = found["work"] and not found["nth"] and working is not None
        return working.last_by(sunday) if last and working else None
    if found["m"]:
        number = counted(found["m"])
        if not 1 <= number <= 12:
            return None
        month = Month(today.year + (number < today.month), number)
    else:
        month = Month(today.year, today.month).shifted((found["rel"] or "本") in "下次")
    nth = ONES.index(found["nth"]) if found["nth"] else None
    weekday = WEEKDAYS_ZH[found["wd"]] if found["wd"] else None
    return _nth_of(month, nth, weekday, working)


def _nth_of(month: Month, nth: int | None, weekday: int | None, working: WorkingDays | None) -> date | None:
    """The nth such weekday, or working day where none is named; None for the last one."""
    first = date(month.year, month.number, 1)
    if weekday is None:
        if working is None:
            return None
        return working.last_by(month.end) if nth is None else working.add(first - timedelta(days=1), nth + 1)
    if nth is None:
        return month.end - timedelta(days=(month.end.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * nth)
    return day if day <= month.end else None


# --- English -----------------------------------------------------------------------------------


def nth_in_month_en(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of the first Friday of December, or the last working day of this month."""
    if found["m"]:
        number = MONTH_NUMBERS[found["m"][:3]]
        month = Month(today.year + (number < today.month), number)
    else:
        month = Month(today.year, today.month).shifted(found["rel"] == "next")
    nth = None if found["nth"] == "last" else ORDINALS_EN.index(found["nth"])
    if found["day"]:
        return month.end if nth is None else date(month.year, month.number, nth + 1)
    weekday = WEEKDAY_NUMBERS[found["wd"][:3]] if found["wd"] else None
    return _nth_of(month, nth, weekday, working)


def day_of_en(said: str, today: date) -> date | None:
    """The day that English words without a time name."""
    said = re.sub(r"\s+", " ", said)
    if said == "tonight" or re.fullmatch("this (?:morning|afternoon|evening)", said):
        return today
    said = re.sub(r"(month|quarter|year)['’]s end", r"end of \1", said)
    said = re.sub("^before the (week|month|quarter|year) .*", r"the end of this \1", said)
    if said.endswith(" week") and "end of" in said:
        friday = today + timedelta(days=4 - today.weekday() + 7 * ("next" in said))
        return friday if friday >= today else None
    if re.search(r"quarter(?:[- ]end)?$", said):
        return Month(today.year, today.month).shifted(-today.month % 3).end
    said = re.sub(rf"\b(?:the )?({ORDINAL_EN})\b", lambda found: f"{ORDINALS_EN.index(found[1]) + 1}th", said)
    said = re.sub(r"^(?:the )?last (?:day )?of", "the end of", said)
    said = re.sub(rf"^({WEEKDAY_EN}) next$", r"next \1", said)
    said = re.sub(r"(?<=\dth) (?:of the month|inst)$", "", said)
    if found := re.fullmatch(rf"({WEEKDAY_EN}) (\d{{1,2}})", said):
        return _dated_weekday(WEEKDAY_NUMBERS[found[1][:3]], int(found[2]), today)
    said = re.sub("^(?:this )?coming |['’]s$", "", said)
    if said in ("tmr", "tmrw", "2moro"):
        said = "tomorrow"
    if found := re.fullmatch(r"(\d\d)/(\d{1,2})", said):
        # The day stands first where it can be no month.
        if int(found[1]) <= 12:
            return None
        said = f"{found[2]}-{found[1]}"
    if found := re.fullmatch(rf"({WEEKDAY_EN}) (?:of )?(this|next) week", said):
        said = f"{found[2]} {found[1]}"
    if found := re.fullmatch(
        rf"(?:({WEEKDAY_EN}),? )?(?:the )?(\d{{1,2}})(?:st|nd|rd|th) of (this|next) month", said
    ):
        month = Month(today.year, today.month).shifted(1 if found[3] == "next" else 0)
        try:
            return date(month.year, month.number, int(found[2]))
        except ValueError:
            return None
    said = re.sub("(?:^|(?<=day),? )the (?=\\d)", " ", said).strip()
    try:
        return Days(today, deadline=True).named(said)[0]
    except NoDay:
        return None


def _dated_weekday(weekday: int, number: int, today: date) -> date | None:
    """The day of Fri 24: the next one of that number, if it is such a weekday."""
    try:
        day = Days(today, deadline=True).named(f"{number}日")[0]
    except NoDay:
        return None
    return day if day.weekday() == weekday else None


def within_en(found: re.Match[str], today: date, working: WorkingDays | None) -> date | None:
    """The day of within a week, in three working days or ten days from now."""
    count = counted_en(found["n"])
    if found["unit"] in ("working", "business"):
        return working.add(today, count) if working is not None and 0 < count <= MOST_WORKING else None
    if found["what"].startswith("hour"):
        return today + timedelta(days=count // 24) if count % 24 == 0 or count < 6 else None
    return today + timedelta(days=count * (7 if found["what"].startswith("week") else 1))


def weeks_on_en(found: re.Match[str], today: date) -> date | None:
    """The day of a week today, a fortnight on Friday or Monday week."""
    first = day_of_en(found["day"] or found["day2"], today)
    weeks = counted_en(found["n"] or "a") * (2 if "fortnight" in found[0] else 1)
    return first + timedelta(days=7 * weeks) if first is not None else None
