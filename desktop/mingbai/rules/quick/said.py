"""Days of a typed line as the reader of notices says them: in a sentence, or alone where that reader knows more."""

from __future__ import annotations

from datetime import date

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.pattern import pattern
from mingbai.rules.quick.days import NO_FRONT, ON_EN, is_no_day
from mingbai.rules.quick.line import HAN, Line
from mingbai.rules.said_days import Said, days_said

_IN_ENGLISH = pattern(r"(?:please\s+)?(?:come|go|attend|be|bring|meet)\b")
_FRONT = pattern(f"前{NO_FRONT}|[^前]")


def take_said(line: Line, today: date, working: WorkingDays | None, name: str) -> None:
    """The one day of a sentence as a notice is read, where an hour or a limit goes with it: 12月3日下午2点到街道开会."""
    if HAN.search(line.text) is None and _IN_ENGLISH.match(line.same) is None:
        return
    said = [one for one in days_said(line.same, today, working) if not one.clock]
    if len(said) != 1 or not (said[0].time or said[0].until):
        return
    (one,) = said
    if one.day < today or one.since is not None or one.unsure or one.counted:
        return
    if is_no_day(line, one.start, one.end):
        return
    if line.same[one.end : one.end + 1] == "的" or _FRONT.match(line.same, one.end - 1) is None:
        return
    left = ON_EN.search(line.same, 0, one.start)
    line.take(name, _moment(one), left.start() if left else one.start, one.end)


_DAY_SIGN = pattern("[\\d今明后周星礼月日天年班点季一二两三四五六七八九十半]")
_BEFORE_DAY = pattern("(?:限(?!时)|截[至止]到?|最[迟晚]到?)?")
_BEHIND_DAY = pattern("(?:一?大?早|一上班|[之以]内|晌午前?|午饭前|中午前)?")
_BRACKETS = frozenset("(（")
LONGEST_DAY = 14


def take_day_alone(line: Line, today: date, working: WorkingDays | None) -> None:
    """A word that is wholly a day: 限3天, 半个月内, 后天一早, 下班前; in English a day that is counted, at an edge."""
    if line.value("due") is not None:
        return
    for start, end in [*line.segments()]:
        text = line.same[start:end]
        if is_no_day(line, start, end):
            continue
        if end - start > LONGEST_DAY or not HAN.search(text) or not _DAY_SIGN.search(text):
            continue
        if _BRACKETS & {line.text[start - 1 : start], line.text[end : end + 1]}:
            # What stands in brackets says more of what stands before them: 周二（12月15日）.
            continue
        said = days_said(text, today, working)
        if (
            len(said) == 1
            and _BEFORE_DAY.fullmatch(text, 0, said[0].start)
            and _BEHIND_DAY.fullmatch(text, said[0].end)
            and _is_limit(said[0], line, today, working)
        ):
            line.take("due", _moment(said[0]), start, end)
            return
    if HAN.search(line.text) is None and _COUNTS.search(line.same):
        _take_counted(line, today, working)


_COUNTS = pattern(r"\b(?:weeks?|days?|fortnight)\b")
_AT_END = pattern(r"(?:in|by|due)\s+$")


def _take_counted(line: Line, today: date, working: WorkingDays | None) -> None:
    """Tuesday week, 3 days from now, a week on Friday."""
    said = days_said(line.same, today, working)
    if len(said) != 1 or not said[0].counted or not _is_limit(said[0], line, today, working):
        return
    (one,) = said
    left = _AT_END.search(line.same, 0, one.start)
    start = left.start() if left else one.start
    if line.first(start) or line.last(one.end):
        line.take("due", _moment(one), start, one.end)


def _is_limit(one: Said, line: Line, today: date, working: WorkingDays | None) -> bool:
    """Whether a day lies ahead and is a single one; an hour alone is today's where the line names no day."""
    if one.day < today or one.since is not None or one.unsure:
        return False
    return not one.clock or (one.until and len(days_said(line.same, today, working)) == 1)


def _moment(one: Said) -> str:
    return f"{one.day.isoformat()} {one.time}" if one.time else one.day.isoformat()
