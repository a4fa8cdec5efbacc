"""What a notice that asks for something again and again wants once, by a day of its own: 每日报进展，12月4日前报总结."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from mingbai.domain.pattern import pattern
from mingbai.domain.text import capital, clean, fold
from mingbai.rules.counter.clues import has_english
from mingbai.rules.notice.day import Day, How
from mingbai.rules.notice.rhythm_forms import Rhythm

MOST = 3
"""So many more days are told: a notice with more is a calendar."""


@dataclass(frozen=True, slots=True)
class Also:
    """Something that is wanted once beside what recurs, and where its day stands."""

    what: str
    day: date
    time: str | None
    start: int
    end: int


def also_by(
    same: str, text: str, named: Sequence[Day], rhythm: Rhythm | None, but: Sequence[date | None]
) -> tuple[Also, ...]:
    """The other days of a folded text by which something is to be done; none of a text in which nothing recurs."""
    if rhythm is None:
        return ()
    found: dict[date, Also] = {}
    for day in named:
        if day.how is not How.SAID or day.period is not None or day.day in but or day.day in found:
            continue
        begin, stop = _clause(same, text, day)
        if begin < rhythm.end and rhythm.start < stop:
            # 12月10日前每天报: until when, and nothing of its own.
            continue
        what = _what(same, text, (begin, stop), day)
        if what:
            found[day.day] = Also(what, day.day, None if day.time_span else day.time, day.start, day.end)
    return tuple(sorted(found.values(), key=lambda one: one.day)[:MOST])


def titled(what: str, heading: str) -> str:
    """What is wanted beside it as a title that says of what: 总结 of 关于开展防火排查的通知 is 防火排查总结.

    What says so by itself, and what stands below no heading, is left as it is.
    """
    found = _HEADING.fullmatch(heading.strip()) or _HEADING_EN.fullmatch(heading.strip())
    if found is None:
        return what
    subject = found["subject"].strip()
    if len(subject) < 2 or 2 * _in_common(subject, what) >= len(subject):
        return what
    if has_english(fold(what)):
        return f"{what}, {subject}"
    shared = next((n for n in range(len(what) - 1, 1, -1) if subject.endswith(what[:n])), 0)
    return f"{subject}{what[shared:]}" if shared or len(what) <= _BARE else f"{subject}：{what}"


_BARE = 4
"""So short a thing follows what it is about without a mark: 总结, 汇总表."""
_HEADING = pattern(
    "[^，,。；;\n]{0,14}?关于(?:进一步|切实|扎实)?(?:认真|全面|深入)?(?:做好|开展|加强|组织|报送|上报|填报|实施|推进|印发|转发|下发|公布)*(?P<subject>[^\n]+?)"
    "(?:的)?(?:工作)?(?:有关|相关)?(?:事项|事宜)?(?:的)?(?:紧急|补充)?(?:通知|函|通报|公告|提示|提醒)"
)
_HEADING_EN = pattern(
    r"(?i:(?:urgent |supplementary )?(?:notice|circular|letter)\s+(?:on|concerning|about|regarding)\s+"
    r"(?:(?:carrying out|conducting|collecting|reporting|organi[sz]ing)\s+)?(?:the\s+)?)(?P<subject>[^\n]+)"
)


def _in_common(subject: str, what: str) -> int:
    """How many signs of the subject stand in what is wanted, in one run."""
    found = SequenceMatcher(None, fold(subject), fold(what), autojunk=False).find_longest_match()
    return found.size


_STOP = pattern(r"[。；;！!？?\n，,：:、（）()]|\.(?=\s|$)|\b(?:and|then|but|plus)\b")
"""What divides the parts of a sentence."""
_ASIDE = pattern(
    r",\s*(?:duly\s+)?[a-z]+(?:ed|en)(?:\s+and\s+[a-z]+(?:ed|en))?\s*,"
    r"|,\s*(?:together\s+)?(?:with|including)\s[a-z ]+,|\([a-z0-9 ,'’-]*\)"
)
"""The table, signed and stamped, is …: what is only said of a thing divides nothing."""
_IN_NAME = pattern(r"[A-Z][\w'’-]*\s$")
_FAR, _FAR_EN = 80, 160
_LIMIT_EN = pattern(
    r"\b(?:by|before|until|no\s+later\s+than|not\s+later\s+than|due)\s+(?:on\s+)?(?:the\s+)?$"
)
_ACT = "报送|上报|填报|报备|报|提交|上交|交|发送|反馈|寄送|送|上传"
_ACTS = pattern(f"^\\s*(?:[之以]?前)?(?:{_ACT}|完成|形成|汇总|总结)")
_ACT_EN = (
    r"(?:submit(?:ted)?|sen[dt]|hand(?:ed)?(?:\s+in)?|return(?:ed)?|report(?:ed)?|provided?|deliver(?:ed)?|turn(?:ed)?\s+in"
    r"|upload(?:ed)?|give(?:n)?|filed?|made|completed?|received|collected)"
)


def _clause(same: str, text: str, day: Day) -> tuple[int, int]:
    """From where to where the words about a day stand."""
    begin = max(0, day.start - (_FAR_EN if has_english(same[max(0, day.start - _FAR) : day.start]) else _FAR))
    asides = [found.span() for found in _ASIDE.finditer(same, begin, day.start)]
    for found in _STOP.finditer(same, begin, day.start):
        if any(start <= found.start() < end for start, end in asides) or _within_name(text, found):
            continue
        # Submit a summary, by 8 December: what is wanted stands before the comma.
        if found[0] not in (",", "and") or not _ONLY_LIMIT_EN.fullmatch(same, found.end(), day.start):
            begin = found.end()
    # 12月4日前，报送总结: a comma right behind the day divides nothing.
    behind = re.compile(r"[)）]?\s*[，,]?").match(same, day.end)
    at = behind.end() if behind is not None else day.end
    stop = _STOP.search(same, at, min(len(same), at + _FAR))
    return begin, stop.start() if stop else min(len(same), at + _FAR)


def _within_name(text: str, stop: re.Match[str]) -> bool:
    """Whether an “and” stands within a name: Urban and Rural Construction."""
    before, behind = text[: stop.start()], text[stop.end() :].lstrip()
    return stop[0].isalpha() and bool(_IN_NAME.search(before[-40:])) and behind[:1].isupper()


def _what(same: str, text: str, clause: tuple[int, int], day: Day) -> str:
    """What is wanted by then, as the text says it; empty where the day is no limit."""
    left = _ASIDE.sub(lambda found: " " * len(found[0]), same[clause[0] : day.start])
    left, right = _JOINS_LIMIT_EN.sub(lambda found: " " * len(found[0]), left), same[day.end : clause[1]]
    if not (day.until or _LIMIT_EN.search(left) or _ACTS.match(right)):
        return ""
    places = _of_chinese(left, right, clause[0], day.end)
    if re.search("[a-z]{2}", left + right):
        places = _of_english(left, right, clause[0], day.end)
    for start, end in places:
        said = clean(text[start:end]).strip(" .，,“”\"'")
        if len(said) > 1:
            return capital(said)
    return ""


_AFTER = pattern(
    r"^[)）]?\s*(?:[之以]?前|止|底前)?\s*[，,]?\s*(?:由|请|务必|必须|须|需|应|要|再|另|统一|一并|及时|各?(?:村|社区|单位)|\s)*"
    rf"(?:(?:将|把)(?P<a>[^将把]{{2,24}}?)(?:{_ACT}|发)|(?:{_ACT})(?P<b>(?!至|到|给|我|回|区|市|县|街|镇)[^至到给]{{2,24}})|(?P<c>[^至到给]{{2,24}}))"
)
_AHEAD = pattern(r"^\s*(?P<a>.{2,24}?)(?:请|务必|必须|须|需|应|要|并|统一|一并|最[迟晚])*(?:于|在|到)?\s*$")


def _of_chinese(left: str, right: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    if (found := _AFTER.match(right)) is not None:
        name = next(name for name in ("a", "b", "c") if found[name])
        if name != "c" or not re.match(f"(?:[将把]|{_ACT})", found["c"]):
            yield after + found.start(name), after + found.end(name)
    if (found := _AHEAD.match(left)) is not None:
        yield before + found.start("a"), before + found.end("a")
    if right.strip():
        yield after + len(right) - len(right.lstrip(" 将把")), after + len(right)


_LIMIT_WORDS = (
    r"(?:on\s+or\s+)?(?:by|before|until|no\s+later\s+than|not\s+later\s+than|due)(?:\s+on)?(?:\s+the)?"
)
_LEADS_EN = rf"(?:(?:please|also|must|should|finally|later|to|be|is|are|it|you|{_ACT_EN})\s+)*(?:(?:in|a|an|the|your|their|its|us|me)\s+)*"
_ONLY_LIMIT_EN = pattern(rf"\s*{_LIMIT_WORDS}\s*")
_JOINS_LIMIT_EN = pattern(rf"(?:\s*,|\s+and)(?=\s*{_LIMIT_WORDS}\s*$)")
_AHEAD_EN = pattern(
    rf"^\s*(?:\d+\s+)?{_LEADS_EN}(?P<a>[a-z][a-z0-9'’ -]*?)(?:\s+to\s+(?!be\b)[a-z'’ -]*?)?"
    rf"(?:,[a-z ]+,)?(?:\s+(?:must|should|shall|will|is|are|has|have|to|be|needs?|required|wanted|expected|also|due|in|{_ACT_EN}))*"
    rf"(?:\s+to\s+(?!be\b)[a-z'’ -]*?)?\s+{_LIMIT_WORDS}\s*$"
)
_AFTER_EN = pattern(rf"^\s*,?\s*{_LEADS_EN}(?P<a>[a-z][a-z0-9'’ -]*?)(?:\s+(?:to|by|at|with)\b.*)?\s*$")


def _of_english(left: str, right: str, before: int, after: int) -> Iterator[tuple[int, int]]:
    for form, part, at in ((_AHEAD_EN, left, before), (_AFTER_EN, right, after)):
        if (found := form.match(part)) is not None:
            yield at + found.start("a"), at + found.end("a")
