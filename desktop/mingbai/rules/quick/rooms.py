"""Lines that belong to one of the further registers: `会议 街道党工委 述职 40人`, `home visit Building 3 Mrs Wang 20 min`.

Some words say so alone (走访, 准入). Others are words for what an assignment asks as well (会议, 检查): those count only
beside something that an assignment never has, such as how many people came, or a day that lies behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from mingbai.domain.activity import ACTIVITIES, ActivityKind
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.calendar_names import WEEKDAY_EN, WEEKDAY_ZH
from mingbai.domain.choice import Choice
from mingbai.domain.expert import EXPERTS
from mingbai.domain.inspection import INSPECTIONS, InspectionKind
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.pattern import alternatives, pattern
from mingbai.domain.plaque import PLAQUES, PlaqueState
from mingbai.domain.point import POINTS, PointKind
from mingbai.domain.reception import RECEPTIONS, Dining, Origin
from mingbai.domain.task import NONE_SEEN
from mingbai.domain.text import fold
from mingbai.domain.visit import VISITS, VisitResult
from mingbai.rules.day_words import BESIDE_ZH, DAY_EN, DAY_ZH, HALF_OF_DAY, TIME_EN, TIME_ZH
from mingbai.rules.quick.called import drop_called_by, take_called
from mingbai.rules.quick.colleagues import take_owner
from mingbai.rules.quick.counts import ESCORTS_EN, ESCORTS_ZH, MONEY_EN, MONEY_ZH, PEOPLE_EN, PEOPLE_ZH, count
from mingbai.rules.quick.days import take_day
from mingbai.rules.quick.lengths import take_minutes
from mingbai.rules.quick.line import HAN, ROOM, Line, Part, Typed
from mingbai.rules.quick.names import Vocabulary
from mingbai.rules.quick.residents import take_resident
from mingbai.rules.quick.rhythms import take_period
from mingbai.rules.quick.runs import take_start
from mingbai.rules.quick.said import take_said
from mingbai.rules.quick.units import take_department
from mingbai.rules.quick.verbs import VERBS, asks_for_plaque, take_verb
from mingbai.rules.quick.words import take_alone, take_place, take_venue

COLLEAGUE = "owner"
"""A line may name one wherever it goes; what nobody handles keeps the name in its note, which never leaves the ledger."""


@dataclass(frozen=True, slots=True)
class Room:
    """How a line speaks of one register."""

    register: str
    words: frozenset[str]
    """Said alone they mean this register."""
    called: Mapping[str, str]
    """What the fields read from a line are called here; "" where the name is the same."""
    takes: tuple[Callable[[Line], None], ...] = ()
    shared: frozenset[str] = frozenset()
    """Words for what an assignment asks as well."""
    opening: frozenset[str] = frozenset()
    """Of the shared ones those that mean this register where they open a line and say what it is about."""
    own: frozenset[str] = frozenset()
    """Fields beside which such a word is sure."""
    kind: type[Choice] | None = None
    """What the word itself may say of the field `kind`."""
    states: Mapping[str, PlaqueState] = field(default_factory=dict)
    named_by_word: bool = False
    """Without other words it is called by the one that led here."""


def room_said(typed: Typed, words: Vocabulary, today: date, *, limited: bool, unit: bool) -> str:
    """The register whose word stands in a line; "" for none.

    What is `limited` by a day is an assignment. So is what a `unit` is named in, where the register has none,
    unless something else is sure: 走访 民政局 低保户 was asked for.
    """
    if limited:
        return ""
    same = fold(typed.text)
    for code, room in ROOMS.items():
        # Most lines hold none of its words, and reading one takes longer than looking for them.
        known = (*room.words, *room.shared, *room.states, *VERBS.get(code, ()))
        if not any(word in same for word in known):
            continue
        line = read_room(typed, words, today, code)
        said = line.value(ROOM)
        if said is None:
            continue
        asked_for = unit and "department" not in room.called
        if (said in room.words and not asked_for) or _is_sure(line, room, today) or _opens(line, room, today):
            return code
        if code == PLAQUES.code and asks_for_plaque(typed.line()) and _has_wording(line, today):
            return code
    return ""


def _opens(line: Line, room: Room, today: date) -> bool:
    """Whether a line begins with the register's name, before or after who asks for it."""
    word = next(part for part in line.parts if part.name == ROOM)
    named = line.same[word.start : word.end] in room.opening and line.first(word.start)
    return named and not _TO_COME.match(line.same, word.end) and _has_wording(line, today)


_TO_COME = pattern(r"\s+(?:(?:is|are)\s+)?(?:to|must|should|will|shall|needs?|wanted|hung\s+by)\b")


def _has_wording(line: Line, today: date) -> bool:
    """Whether a line says what is written on the plaque, and no day to come: on that one it is still to be hung."""
    return bool(line.title()) and (line.value("day") or "") <= today.isoformat()


def _is_sure(line: Line, room: Room, today: date) -> bool:
    return _lies_behind(line, today) or any(part.name in room.own for part in line.parts)


LONG_AGO = timedelta(days=183)
"""1月5日 in November is rather the next one than that of last winter."""


def _lies_behind(line: Line, today: date) -> bool:
    part = next((part for part in line.parts if part.name == "day"), None)
    if part is None or part.value[:10] >= today.isoformat():
        return False
    dated = re.search(r"\d{4}", line.same[part.start : part.end]) is not None
    return dated or today - date.fromisoformat(part.value[:10]) < LONG_AGO


def read_room(typed: Typed, words: Vocabulary, today: date, code: str, *, called: bool = False) -> Line:
    """The line with every part that an entry of the register can have; `called` to it as a sentence says."""
    room = ROOMS[code]
    line = typed.line()
    while True:
        before = len(line.parts)
        take_owner(line, words)
        _take_room(line, room)
        if "starts_on" in room.called:
            take_start(line, today)
        _take_day(line, today)
        if called:
            take_called(line, words, code)
            take_said(line, today, words.working, "day")
        for take in room.takes:
            take(line)
        if "resident" in room.called:
            take_resident(line, words, "resident")
        if "department" in room.called:
            _take_unit(line, words)
            drop_called_by(line)
        take_verb(line, code)
        line.parts = [part for part in line.parts if part.name in (ROOM, COLLEAGUE, *room.called)]
        if len(line.parts) == before:
            return line


def _take_room(line: Line, room: Room) -> None:
    for start, end in _words_alone(line, room):
        said = line.same[start:end]
        state = room.states.get(said)
        if state is not None and line.take("state", state.code, start, end):
            line.parts.append(Part(ROOM, said, start, end))
            return
        member = room.kind.read(said) if room.kind is not None else None
        if line.take(ROOM, said, start, end):
            if member is not None:
                line.parts.append(Part("kind", member.code, start, end))
            return


def _words_alone(line: Line, room: Room) -> Iterator[tuple[int, int]]:
    known = room.words | room.shared | room.states.keys()
    for start, end in [*line.segments()]:
        if line.same[start:end] in known:
            yield start, end
    if HAN.search(line.title()):
        return
    # English words are not divided: a name of the register opens the line, or what follows a part.
    for name in sorted((name for name in known if name.isascii()), key=len, reverse=True):
        for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", line.same):
            if line.first(found.start()):
                yield found.span()


_UNIT = pattern("[\u4e00-\u9fff]{2,10}(?:党工委|工委|党委|街道|管委会|指挥部)|[\u4e00-\u9fff]{1,4}[镇乡]")
"""Units that a line of a further register names though no list has them."""


def _take_unit(line: Line, words: Vocabulary) -> None:
    take_department(line, words)
    for found in words.units.latin.finditer(line.same):
        # What follows the register's word or a day in an English line is read as well.
        called = words.units.meant[found[0]]
        if line.after_part(found.start()) and line.take("department", called, *found.span()):
            return
    for start, end in [*line.segments()]:
        said = line.text[start:end]
        if _UNIT.fullmatch(said) and line.take("department", said, start, end):
            return


# --- Days ------------------------------------------------------------------------------------------

_ZH = alternatives(
    rf"(?:昨天|昨日|前天|大前天|今早|上个?{WEEKDAY_ZH}|{DAY_ZH}{BESIDE_ZH}){TIME_ZH}(?:{HALF_OF_DAY})?"
)
_PART_OF_TODAY = r"(?:this\s+(?:morning|afternoon|evening)|tonight)"
_EN = pattern(
    rf"(?<![\w'’-])(?:(?:on\s+)?(?:yesterday|last\s+{WEEKDAY_EN}|{_PART_OF_TODAY}|{DAY_EN}){TIME_EN})(?![\w'’-])"
)


def _take_day(line: Line, today: date) -> None:
    for found in _ZH.finditer(line.same):
        start, end = found.span()
        if (
            line.begins(start, end)
            and line.ends(start, end)
            and take_day(line, "day", found[0], start, end, today)
        ):
            return
    for found in _EN.finditer(line.same):
        start, end = found.span()
        stands = line.first(start) or line.last(end)
        said = re.sub(_PART_OF_TODAY, "today", re.sub(r"^on\s+", "", found[0]))
        if stands and take_day(line, "day", said, start, end, today):
            return


# --- Words ------------------------------------------------------------------------------


def _alone(name: str, kind: type[Choice]) -> Callable[[Line], None]:
    return lambda line: take_alone(line, name, kind)


def _said(name: str, value: str, zh: str, en: str) -> Callable[[Line], None]:
    """Reads words that say one answer: 无公函, unplanned."""
    whole = pattern(f"(?:{zh})|(?:{en})")
    opening = pattern(rf"(?<![\w-])(?:{en})(?![\w-])")

    def take(line: Line) -> None:
        for start, end in [*line.segments()]:
            if whole.fullmatch(line.same[start:end]) and line.take(name, value, start, end):
                return
        for found in opening.finditer(line.same):
            if line.last(found.end()) and line.take(name, value, *found.span()):
                return

    return take


_LETTER = pattern(r"(?:公函\s*[:：]?\s*)?[^\s,，;；]{0,12}[〔\[(（]\d{4}[〕\])）]\s*\d{1,5}\s*号")
_HELPED = pattern("[\u4e00-\u9fff]{2,12}已经?(?:修好|解决|办好|办理|处理好|办结|送到)了?")

_HELPED_EN = pattern(r"(?<![\w'’-])(?:fixed|repaired|solved|delivered)[.!]?$")


def _take_letter(line: Line) -> None:
    for found in _LETTER.finditer(line.text):
        start, end = found.span()
        if line.begins(start, end) and line.ends(start, end):
            number = re.sub(r"^公函\s*[:：]?\s*", "", found[0])
            line.take("letter", number, start, end)
            return


def _take_result(line: Line) -> None:
    take_alone(line, "result", VisitResult)
    for start, end in [*line.segments()]:
        # 水管已修好 says what it was about as well.
        if _HELPED.fullmatch(line.text[start:end]):
            line.take("result", VisitResult.HELPED.code, start, end, stays=True)
            return
    if (found := _HELPED_EN.search(line.same)) is not None:
        line.take("result", VisitResult.HELPED.code, *found.span(), stays=True)


def _minutes(line: Line) -> None:
    take_minutes(line, sure=False, chained=True)


def _place(line: Line) -> None:
    take_place(line, chained=True)


def _named(**other: str) -> dict[str, str]:
    return {"day": "", **other}


def _room(register: str, words: str, **more: object) -> Room:
    return Room(register, frozenset(words.split("|")), **more)  # type: ignore[arg-type]


_PLAQUE_NAMES = ("plaque", "plaques", "door plaque", "door plaques")


def _same(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "")


ROOMS: dict[str, Room] = {
    room.register: room
    for room in (
        _room(
            MEETINGS.code,
            "会议记录|meeting held",
            shared=frozenset(
                [
                    "会议",
                    "开会",
                    "例会",
                    "视频会",
                    "调度会",
                    "推进会",
                    "动员会",
                    "座谈会",
                    "碰头会",
                    "专题会",
                    "部署会",
                    "现场会",
                    "meeting",
                    "meetings",
                    "conference",
                    "video meeting",
                    "briefing",
                ]
            ),
            called={"day": "held_on", "venue": "note", **_same("department", "people", "minutes")},
            takes=(count("people", PEOPLE_ZH, PEOPLE_EN), _minutes, take_venue),
            own=frozenset({"people", "minutes"}),
            named_by_word=True,
        ),
        _room(
            INSPECTIONS.code,
            "督查检查考核|inspection held",
            shared=frozenset(
                [
                    "检查",
                    "督查",
                    "督导",
                    "暗访",
                    "验收",
                    "巡查",
                    "抽查",
                    "专项检查",
                    "迎检",
                    "考核",
                    "考评",
                    "评比",
                    "调研",
                    "inspection",
                    "inspections",
                    "check",
                    "spot check",
                    "assessment",
                    "evaluation",
                    "research visit",
                ]
            ),
            called={
                "day": "held_on",
                **_same("department", "kind", "visitors", "escorts", "papers", "planned", "minutes"),
            },
            takes=(
                count("escorts", ESCORTS_ZH, ESCORTS_EN),
                count("visitors", PEOPLE_ZH, PEOPLE_EN),
                count("papers", "(?:查阅?|看|要)?(?:资料|台账)?N份(?:资料|台账)?", "N (?:papers|files)"),
                _said("planned", "否", "计划外|未列入计划|没列入计划|不在计划内?", "unplanned|not planned"),
                _said("planned", "是", "计划内|列入计划|在计划内?", "planned"),
                _minutes,
            ),
            own=frozenset({"visitors", "escorts", "papers", "planned"}),
            kind=InspectionKind,
            named_by_word=True,
        ),
        _room(
            RECEPTIONS.code,
            "公务接待|official visit received",
            shared=frozenset(["接待", "来访接待", "来访", "reception", "official visit", "visit"]),
            called={
                "day": "visited_on",
                **_same("department", "guests", "hosts", "letter", "origin", "dining", "cost"),
            },
            takes=(
                count("hosts", ESCORTS_ZH, ESCORTS_EN),
                count("guests", PEOPLE_ZH, PEOPLE_EN),
                count("cost", MONEY_ZH, MONEY_EN),
                _said("letter", NONE_SEEN, "无公函|没有?公函", "no letter|without (?:a )?letter"),
                _take_letter,
                _alone("origin", Origin),
                _alone("dining", Dining),
            ),
            own=frozenset({"guests", "hosts", "letter", "origin", "dining", "cost"}),
        ),
        _room(
            PLAQUES.code,
            "摘牌|plaque taken down|plaque removed|plaque hung again|plaque hung",
            shared=frozenset(["牌子", "挂牌", *_PLAQUE_NAMES]),
            opening=frozenset(["牌子", "挂牌", *_PLAQUE_NAMES]),
            called={"day": "", **_same("department", "state")},
            states={
                **dict.fromkeys(
                    ("摘牌", "已摘", "摘下", "摘除", "plaque taken down", "plaque removed"),
                    PlaqueState.REMOVED,
                ),
                **dict.fromkeys(("复挂", "又挂", "plaque hung again"), PlaqueState.REHUNG),
                **dict.fromkeys(("已挂", "plaque hung"), PlaqueState.HUNG),
            },
            takes=(_alone("state", PlaqueState),),
            own=frozenset({"state"}),
        ),
        _room(
            VISITS.code,
            "走访|入户|入户走访|上门走访|家访|探访|走访慰问|home visit|home visits",
            called={
                "day": "visited_on",
                **_same("place", "resident", "people", "minutes", "result", "owner"),
            },
            takes=(
                _take_result,
                _place,
                count("people", "N(?:个?人|名|位)", "N (?:staff|of us)"),
                _minutes,
            ),
            own=frozenset({"place", "resident", "people", "minutes", "result"}),
            named_by_word=True,
        ),
        _room(
            ACTIVITIES.code,
            "活动|志愿|志愿活动|志愿服务|志愿服务活动|文体活动|volunteering",
            shared=frozenset({"activity", "activities"}),
            called={"day": "held_on", **_same("kind", "turnout", "served", "hours")},
            takes=(
                _alone("kind", ActivityKind),
                count(
                    "served",
                    "(?:服务|惠及)(?:居民|群众)?N(?:人次?|名|位)|居民N人次?|N(?:名|位)居民",
                    "N (?:residents|served)",
                ),
                count("turnout", "志愿者?N(?:人次?|名|位)|N(?:名|位)?志愿者|N人次?", "N volunteers"),
                count("hours", "(?:服务|时长)?N个?小时", "N (?:hours?|hrs?)"),
            ),
            own=frozenset({"turnout", "served", "hours"}),
            named_by_word=True,
        ),
        _room(
            EXPERTS.code,
            "专家|下沉帮扶|帮扶干部|帮扶专家|特派员|seconded expert",
            shared=frozenset({"帮扶", "下沉", "expert", "experts"}),
            called={"day": "came_on", **_same("department")},
            own=frozenset({"department"}),
        ),
        _room(
            ADMISSIONS.code,
            "准入|准入申请|申请准入|admission application",
            shared=frozenset({"admission"}),
            own=frozenset({"department", "money"}),
            called={"day": "applied_on", "period": "frequency", **_same("department", "money", "starts_on")},
            takes=(take_period, count("money", MONEY_ZH, MONEY_EN)),
        ),
        _room(
            POINTS.code,
            (
                "上报问题|上报问题点|问题上报|反映事项|反映问题点|向上反映|联席会议|提交联席会议|澄清|澄清正名|请求纠正"
                "|raised point|point raised"
            ),
            shared=frozenset({"raised", "clarification", "correction"}),
            own=frozenset({"department"}),
            called={"day": "raised_on", "department": "raised_to", "kind": "", "owner": "colleague"},
            kind=PointKind,
        ),
    )
}
"""The further registers in the order in which a line is tried with them."""

PLAQUE_DAYS = {
    PlaqueState.REMOVED.code: "removed_on",
    PlaqueState.MERGED.code: "removed_on",
    PlaqueState.REHUNG.code: "rehung_on",
}
"""What the day of a line about a plaque is; else that on which it was hung."""


def field_of(code: str, name: str, line: Line) -> str:
    """What a part of a line is called in a register."""
    if name == ROOM:
        return name
    if code == PLAQUES.code and name == "day":
        return PLAQUE_DAYS.get(line.value("state") or "", "hung_on")
    return ROOMS[code].called.get(name, "note" if name == COLLEAGUE else "") or name
