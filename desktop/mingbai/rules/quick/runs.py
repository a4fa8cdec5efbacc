"""From when until when something recurs: 从12月10日起, from 30 November to 11 December, 到3月底, until 11 December."""

from __future__ import annotations

from datetime import date

from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.day_words import BESIDE_ZH, DAY_EN, DAY_ZH
from mingbai.rules.quick.days import take_day, take_last_day
from mingbai.rules.quick.line import Line
from mingbai.rules.stretches import stretches

_START_ZH = alternatives(
    rf"(?:从|自)(?P<day>{DAY_ZH}{BESIDE_ZH})(?:起|开始)?|(?P<then>{DAY_ZH}{BESIDE_ZH})(?:起|开始)"
)
_START_EN = pattern(
    rf"(?<![\w'’-])(?:(?P<since>since)|from|(?:starting|beginning)(?:\s+from)?|as\s+of)\s+(?:on\s+)?(?P<day>{DAY_EN})(?![\w'’-])"
)


def take_start(line: Line, today: date) -> None:
    """从12月10日起, from 10 December: the day on which it begins, and no other one that it names."""
    for form in (_START_ZH, _START_EN):
        for found in form.finditer(line.same):
            groups = found.groupdict()
            if groups.pop("since", None) and not (line.first(found.start()) and line.last(found.end())):
                # In the middle of other words it tells of the thing: cases since 1 January.
                continue
            said = next(part for part in groups.values() if part)
            if take_day(line, "starts_on", said, *found.span(), today):
                return


_FROM = pattern(r"(?:(?:从|自|[在于])\s*|\b(?:from|between)\s+(?:the\s+)?)$")
_CLOSES = pattern(r"\s*(?:期间|[之以]?内|为?止)")
_HOW_OFTEN = pattern(r"\s*[，,]?\s*(?:每|every\b|each\b|daily\b|weekly\b|monthly\b)")


def take_stretch(line: Line, today: date) -> None:
    """11月30日至12月11日每天, every day from 30 November to 11 December: both ends, what went by already aside."""
    for one in stretches(line.same, today):
        left, closes = _FROM.search(line.same, 0, one.start), _CLOSES.match(line.same, one.end)
        start, end = left.start() if left else one.start, closes.end() if closes else one.end
        beside = (
            left is not None
            or line.after_part(start)
            or line.before_part(end)
            or _HOW_OFTEN.match(line.same, end)
        )
        if today <= one.last and one.first < one.last and beside and (left or line.begins(start, end)):
            if line.take("ends_on", one.last.isoformat(), start, end):
                line.take("starts_on", max(one.first, today).isoformat(), start, end)
            return


_LAST_ZH = r"(?:\d{1,2}月份?|[本这下]?个?月|[本今明]?年|本?季度?)[底末]"
_END_ZH = alternatives(
    rf"(?<![\d日号月])(?:直?到|至|截[止至](?:到|于)?)(?P<day>{DAY_ZH}{BESIDE_ZH}|{_LAST_ZH})(?:[为截]?止|结束)?(?!前|之前|以前|的)"
    rf"|(?P<then>{DAY_ZH}{BESIDE_ZH}|{_LAST_ZH})(?:为?止|结束)"
)
_END_EN = pattern(
    rf"(?<![\w'’-])(?:(?P<to>to)|until|till|through|up\s+to)\s+(?P<day>(?:the\s+)?end\s+of\s+(?:(?:the|this|next)\s+)?\w+(?:\s+\d{{4}})?|{DAY_EN})(?![\w'’-])"
)


def take_end(line: Line, today: date) -> None:
    """Until 11 December, 到3月底: the last day on which it recurs."""
    for form in (_END_ZH, _END_EN):
        for found in form.finditer(line.same):
            groups = found.groupdict()
            if groups.get("to") and not line.after_part(found.start()):
                # Only what begins somewhere goes to a day: report to 3 December Hall.
                continue
            said = groups["day"] or groups["then"] or ""
            if take_last_day(line, "ends_on", said, *found.span(), today):
                return
