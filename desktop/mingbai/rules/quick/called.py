"""A typed line that plainly calls to a meeting, or announces a check or a visit: 周四下午2点 街道开综治例会.

Words such as 会议 name what an assignment asks as well. A line is a call where such a word ends what is said, its one
day lies ahead, and nothing is to be handed in or prepared.
"""

from __future__ import annotations

from datetime import date

from mingbai.domain.calendar_names import WEEKDAY_NUMBERS
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.pattern import pattern
from mingbai.domain.reception import RECEPTIONS
from mingbai.rules.quick.line import ROOM, Line
from mingbai.rules.quick.names import Vocabulary
from mingbai.rules.quick.words import MEETING
from mingbai.rules.said_days import days_said

_END = r"(?=$|[\s,，;；。!！(（@＠])"
_NO_MEETING = (
    "[\u4e00-\u9fff](?:[社机协工商学总分庙灯聚约体领议等开不只都也还才再就将要可]|委)会"
    "|(?:委员|理事|监事|基金|联合|十字|同乡|校友|运动|招聘|联欢|音乐|演唱|博览|展销|展览|交易|拍卖|义卖|家长|游园|茶话|庆祝|读书|故事|朗诵)会"
)
"""Bodies and festivities that are called 会 as well."""
_THEN_EN = (
    rf"(?=$|[,;.]|\s*@|\s+(?:on|at|in|with|about|today|tomorrow|this|next|\d|{'|'.join(WEEKDAY_NUMBERS)}))"
)
_CALLS = {
    MEETINGS.code: pattern(
        rf"(?P<word>开会|(?<=开)[^\s,，。；;开]{{1,14}}?会议?|会议|{MEETING}|(?!{_NO_MEETING}|.{MEETING})[\u4e00-\u9fff]{{2}}会){_END}"
        rf"|(?<![\w'’-])(?P<word_en>meetings?){_THEN_EN}"
    ),
    INSPECTIONS.code: pattern(
        rf"来(?:我|本)?(?:社区|村|街道|镇|乡)?(?:现场)?(?P<word>检查|督查|督导|暗访|验收|抽查|考核|考评)[^\s,，。；;]{{0,12}}{_END}"
        r"|\b(?:comes?|coming)\s+(?:to\s+(?:inspect|check)|for\s+(?:an?\s+)?(?P<word_en>inspection|check))\b"
        rf"|(?<![\w'’-])(?P<noun_en>inspection){_THEN_EN}"
    ),
    RECEPTIONS.code: pattern(rf"来(?:我|本)?(?:社区|村|街道|镇|乡)?(?P<word>考察|参观|观摩){_END}"),
}
HANDED_IN = pattern(
    r"[报交送发填][送给到来至]?[^\s]{0,12}(?:表|单|料|稿|案|总结|名单|照片|数)|上报|报送|提交|反馈|材料|纪要|记录|发言|方案|议程|总结|准备|布置|整理|起草|制作|通知[各大居]"
    r"|\b(?:minutes|notes|slides|agenda|materials?|papers?|reports?|summary|prepare|write|send|submit|return|list|form|register|photos?)\b"
)
_CALLS_UP = pattern("召?开|来|举行|组织")
_BY_EN = pattern(
    r"\b(?:at|with|by)\s+(?!noon|midday)(?:the\s+)?(?P<by>[a-z][a-z' &-]{2,40}?)(?=$|[,;.]|\s+(?:about|on|at|to|for)\b)"
)
LONGEST_UNIT = 12


def called_to(line: Line, words: Vocabulary, today: date) -> str:
    """The register of what a line calls to at an hour ahead; "" for none."""
    if HANDED_IN.search(line.same):
        return ""
    for code, form in _CALLS.items():
        found = form.search(line.same)
        if found is None:
            continue
        named = [one for one in days_said(line.same, today, words.working) if not one.clock]
        if len(named) != 1 or named[0].day < today or named[0].until:
            continue
        # Who comes to look says so; of a meeting or an inspection only its hour tells it from one that is to be held.
        if named[0].time or not (code == MEETINGS.code or found.groupdict().get("noun_en")):
            take_called(line, words, code)
            return code if line.value(ROOM) is not None else ""
    return ""


def take_called(line: Line, words: Vocabulary, code: str) -> None:
    """The word that says so and the unit that calls; both belong to the title as well."""
    if line.value(ROOM) is not None:
        _take_unit(line, words)
        return
    form = _CALLS.get(code)
    found = form.search(line.same) if form is not None else None
    if found is None:
        return
    start, end = next(
        (found.span(name) for name in ("word", "word_en", "noun_en") if found.groupdict().get(name)),
        found.span(),
    )
    if line.take(ROOM, line.same[start:end], start, end, stays=True):
        _take_unit(line, words)


_CALLED_BY = r"(?:(?:called|convened|organi[sz]ed|chaired|held|hosted)\s+)?by\s+(?:the\s+)?"
_CALLED_BY_IT = pattern(rf"(?<![\w'’-]){_CALLED_BY}$")
_CALLED_BY_WHOM = pattern(
    rf"(?<![\w'’-])(?!by){_CALLED_BY}(?P<by>[a-z][a-z' &-]{{2,40}}?)(?=$|[,;.]|\s+(?:about|on|at|to|for)\b)"
)


def drop_called_by(line: Line) -> None:
    """Called by says nothing more once the unit behind it is read."""
    for part in line.parts:
        by = (
            None if part.name != "department" or part.stays else _CALLED_BY_IT.search(line.same[: part.start])
        )
        if by is not None:
            line.drop(*by.span())


def _take_unit(line: Line, words: Vocabulary) -> None:
    """The unit that stands before what it does, or in an English line behind called by, at, with or by."""
    meant = words.units.meant
    # 街道 开会: the word stands alone and left the title, and so does the unit.
    named = any(part.name == ROOM and not part.stays for part in line.parts)
    for found in _CALLED_BY_WHOM.finditer(line.same):
        called = meant.get(found["by"])
        if called is not None and line.take("department", called, *found.span("by")):
            return
    for found in _CALLS_UP.finditer(line.same):
        end = found.start()
        for start in range(max(0, end - LONGEST_UNIT), end - 1):
            called = meant.get(line.same[start:end])
            if called is not None and line.take("department", called, start, end, stays=not named):
                return
    for found in _BY_EN.finditer(line.same):
        called = meant.get(found["by"])
        if called is not None and line.take("department", called, *found.span("by"), stays=True):
            return
