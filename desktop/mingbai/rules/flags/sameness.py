"""Whether two entries come from one unit, are one return, or belong to one period."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from mingbai.domain.calendar_names import MONTH_EN
from mingbai.domain.department import plain_unit_name
from mingbai.domain.task import NONE_SEEN
from mingbai.domain.text import fold
from mingbai.domain.words import singular
from mingbai.rules.flags.matter import Matter
from mingbai.rules.notice.document import plain_number

ALIKE = 0.75
"""From here on two titles of one unit name the same return."""

_MARKS = re.compile(r"[\s《》“”\"'‘’「」()\[\]〔〕【】,，.。、:：;；·/_-]+")
_PERIOD = re.compile(
    r"(?:20\d\d|\d\d)年度?|20\d\d(?:-\d{1,2})?(?:-\d{1,2})?|\d{1,2}月(?:份|度|\d{1,2}日)?|第?[\d一二三四五六七八九十]{1,6}(?:周|期|季度?|旬|次|批)"
    r"|[一二三四]季度?|[本上下]{1,2}(?:周|月|季度|季|旬|半年|一周)|本(?:周|月|季|旬)|每(?:[日天周月年]|季度?|半年)|全年|年度|年终|年中|w\d+|q[1-4]|week \d+"
    rf"|\b(?:{MONTH_EN}|this|last|next|month|week|quarter|weekly|monthly|quarterly|annual|yearly|daily)\b|\d+"
)
_FRAME = re.compile(
    r"^(?:关于|请|填报|填写|上报|报送|提交|更新|再次|重新|补充|统计|(?:进一步|切实|扎实)?(?:做好|开展)|the |submit |send |fill in |report |please "
    r"|(?:notice|circular) (?:on|concerning|about|regarding) |carrying out )+"
    r"|(?:的通知|的函|工作|报送|上报|填报|统计|月报表|周报表|日报表|季报表|月报|周报|日报|季报|报表|统计表|汇总表|登记表|情况表|表|情况|"
    r" return| report| form| table)+$"
)


_PLURAL = re.compile(r"(?<![a-z])[a-z]{4,}s(?![a-z])")


def same_unit(one: str, other: str) -> bool:
    """Whether two names mean one unit, whatever place stands before it; a nameless one is nobody."""
    a, b = _unit(one), _unit(other)
    return bool(a) and bool(b) and (a == b or (min(len(a), len(b)) >= 3 and (a.endswith(b) or b.endswith(a))))


@lru_cache(maxsize=2048)
def _unit(name: str) -> str:
    return re.sub(r"^(?:the )|\s+", "", fold(plain_unit_name(name.strip())))


@lru_cache(maxsize=4096)  # one title is held against many
def core(title: str) -> str:
    """What a title says without its period and its trimmings."""
    text = fold(title)
    text = _MARKS.sub("" if not text.isascii() else " ", _PERIOD.sub(" ", text)).strip()
    short = text = _PLURAL.sub(lambda found: singular(found[0]), text)
    while (shorter := _FRAME.sub("", short).strip()) != short:
        short = shorter
    return short or text or fold(title).strip()


def periods_named(title: str) -> frozenset[str]:
    """The periods and numbers that a title names."""
    return frozenset(said.strip() for said in _PERIOD.findall(fold(title)))


def telling(title: str) -> bool:
    """Whether a title without its trimmings says what it is about."""
    said = core(title)
    return len(said) >= (TELLING_LATIN if said.isascii() else TELLING)


TELLING = 4
TELLING_LATIN = 12
"""So many signs name a thing; 材料 and list name none."""


def same_return(one: Matter, other: Matter) -> bool:
    """Whether both are occurrences of one recurring assignment, of whatever period."""
    if one.demand and other.demand:
        return one.demand == other.demand
    return same_unit(one.department, other.department) and alike(one.title, other.title)


def another_period(matter: Matter, one: Matter) -> bool:
    """Whether an earlier one is the same return of another period, which is no double; nor is what is asked for again by one title.

    Where a title says a word more or less and the earlier one still waits, it is a double.
    """
    double = waits_still(matter, one) and core(matter.title) != core(one.title)
    return same_return(matter, one) and not double


def waits_still(matter: Matter, one: Matter) -> bool:
    """Whether an earlier one and this are each wanted once, of no other period, and the earlier was not due yet."""
    once = not any(each.period or each.period_key or each.demand for each in (matter, one))
    return (
        once
        and one.due_on is not None
        and matter.day is not None
        and one.due_on >= matter.day
        and periods_named(matter.title) == periods_named(one.title)
    )


def recorded_twice(matter: Matter, one: Matter) -> bool:
    """Whether two that one unit asks for once are one notice, written down a second time: a slip, and no second asking.

    By the number of the notice; where one of them names none, by the day on which they came, due day and title.
    """
    numbers = [plain_number(each.document) for each in (matter, one) if each.document not in NO_NUMBER]
    dues = {each.due_on for each in (matter, one)} - {None}
    if matter.period_key or one.period_key or len(set(numbers)) > 1 or len(dues) > 1:
        return False
    return len(numbers) == 2 or (
        matter.day == one.day
        and core(matter.title) == core(one.title)
        and periods_named(matter.title) == periods_named(one.title)
    )


NO_NUMBER = (None, "", NONE_SEEN)


def alike(one: str, other: str) -> bool:
    """Whether two titles name the same thing."""
    a, b = core(one), core(other)
    if a == b:
        return True
    like = SequenceMatcher(None, a, b, autojunk=False)
    # Each of these is at least as large as the next and takes a part of its time.
    return like.real_quick_ratio() >= ALIKE and like.quick_ratio() >= ALIKE and like.ratio() >= ALIKE


_YEAR_MONTH = re.compile(r"(20\d\d)\s*[-年./]\s*0?(\d{1,2})\s*月?(?:份)?")
_WEEK = re.compile(r"(20\d\d)\s*[-年/]?\s*(?:w|第)\s*0?(\d{1,2})\s*周?")
_QUARTER = re.compile(r"(20\d\d)\s*[-年/]?\s*(?:q|第)\s*([1-4一二三四])\s*(?:季度?)?")


def period_of(key: str) -> str:
    """A period as one writes it: 2026年11月 is 2026-11."""
    text = fold(key).strip()
    for form, made in ((_YEAR_MONTH, "{}-{:0>2}"), (_WEEK, "{}-w{:0>2}"), (_QUARTER, "{}-q{}")):
        if (found := form.fullmatch(text)) is not None:
            return made.format(
                found[1], "一二三四".find(found[2]) + 1 if found[2] in "一二三四" else found[2]
            )
    return text
