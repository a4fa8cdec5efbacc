"""The hours returned in this month in a few words: net, what they consist of, how they are known, how worked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mingbai.desk.month.hours import hours_account
from mingbai.desk.places import place_of
from mingbai.domain.month import Month
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.ledger import Ledger
from mingbai.rules.hours import KNOWN_ENOUGH, Change, rounded_shares

NET = Words("本月净还 {n} 小时", "{n} hours returned this month, net")
RANGE = Words("本月净还 {low}～{high} 小时", "{low} to {high} hours returned this month, net")
PARTS = Words("减少 {cut}，新增 {new}，又出现 {back}", "less work {cut}, new {new}, came back {back}")
SHARE = Words("{source} {n}%", "{n}% {source}")

METHOD = (
    Words(
        "标准成本法：每次用时÷60×每年次数之差×人数，一个月按十二分之一",
        "Standard Cost Model: minutes ÷ 60 × times a year × people, before less after; a month is a twelfth",
    ),
    Words(
        "从第一个没再来的完整月份算起，减去新增的和又出现的",
        "Counted from the first whole month in which it did not come, less what is new or came back",
    ),
    Words(
        "没计时也没询问的按默认用时；计时和询问不足 {n}% 时只给区间",
        "Where nobody timed or asked, the default of its kind; below {n}% timed or asked only a range stands",
    ).format(n=KNOWN_ENOUGH),
)
"""How it is worked out, in three lines."""


@dataclass(frozen=True, slots=True)
class HoursTold:
    """What the page says of them; without a change there is nothing to say."""

    net: Words = NO_WORDS
    parts: Words = NO_WORDS
    known_by: Words = NO_WORDS


def hours_told(ledger: Ledger, today: date) -> HoursTold:
    """The hours of the month that a day lies in."""
    month = Month.containing(today, place_of(ledger).month_end.cutoff)
    found = hours_account(ledger, today).returned([month])
    if not found.lines:
        return HoursTold()
    net = NET.format(n=_told(found.now))
    if found.is_range:
        net = RANGE.format(low=_told(found.low), high=_told(found.high))
    sums = {
        change: sum((line.hours_in([month]) for line in found.lines if line.change is change), Decimal(0))
        for change in Change
    }
    parts = PARTS.format(
        cut=_told(sums[Change.CUT]), new=_told(-sums[Change.NEW]), back=_told(-sums[Change.CAME_BACK])
    )
    shares = [
        SHARE.format(source=Words(source.words.zh, source.words.en.lower()), n=f"{share:.0f}")
        for source, share in rounded_shares(found.shares, 0).items()
    ]
    known_by = Words("，".join(one.zh for one in shares), ", ".join(one.en for one in shares))
    return HoursTold(net, parts, known_by if any(found.shares.values()) else NO_WORDS)


def _told(hours: Decimal) -> str:
    return f"{hours + 0:,.1f}".replace("-", "−")
