"""Quick-add: hands the reader what it needs from the ledger, says what is missing, records, and notices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mingbai.desk import records
from mingbai.desk.places import working_days
from mingbai.desk.quick_reader import LONGEST, Reader
from mingbai.desk.recurring import asks_of_note
from mingbai.desk.spoken_days import SHORT_WEEKDAYS, weekday_moment
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.choice import Choice
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import NO, YES, Kind, not_on_staff
from mingbai.domain.frequency import Frequency
from mingbai.domain.heading_names import OWNER
from mingbai.domain.issue import ISSUES, Satisfaction, Solved
from mingbai.domain.pattern import pattern
from mingbai.domain.plaque import PLAQUES
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS as EVERY_REGISTER
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.text import capital, clean, shortened
from mingbai.domain.words import Language, Mistake, Words
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.quick import units as quick_units
from mingbai.rules.quick.line import HAN
from mingbai.rules.quick.quick import ROOM, Part, Quick
from mingbai.rules.quick.rooms import PLAQUE_DAYS, ROOMS

REGISTERS: dict[str, Register[Any]] = {
    code: EVERY_REGISTER[code] for code in (TASKS.code, DEMANDS.code, ISSUES.code, CERTIFICATES.code, *ROOMS)
}
"""What a line can become."""

OWNERS = {
    code: name
    for code, register in REGISTERS.items()
    for name, field in register.fields.items()
    if field.column.to == STAFF.code and set(OWNER) <= set(field.column.also)
}
"""The field of whoever handles an entry, in the registers that have one."""

NEEDED = {
    TASKS.code: ("department", "title"),
    DEMANDS.code: ("period", "department", "title"),
    ISSUES.code: ("title",),
    CERTIFICATES.code: ("certificate",),
} | {
    code: tuple(
        name
        for name, field in REGISTERS[code].fields.items()
        if field.required and field.kind is not Kind.DATE
    )
    for code in ROOMS
}
"""Fields without which nothing can be saved, days that are today's aside."""


UNTIL = Words("{often}，到{day}", "{often} until {day}")
MISSING = Words("还缺{fields}，请补上再登记", "Still needed: {fields}. Add it, then record")
TOO_LONG = Words(
    "这一行有 {n} 个字，最多读 {most} 个字，请只留下要登记的",
    "This line has {n} letters and at most {most} are read; leave only what is to be recorded",
)
MOST_LINES = 200
"""So many lines of a pasted text become entries at once."""


def handled_by(quick: Quick, who: str) -> Quick:
    """The line with whoever sits here as the one who handles it, unless it names another; no word of it says so."""
    name = OWNERS.get(quick.register)
    if not who or name is None or not quick.text.strip() or quick.value(name):
        return quick
    end = len(quick.text)
    return replace(quick, parts=(*quick.parts, Part(name, who, end, end)))


# --- What is shown -----------------------------------------------------------------------------

LABELS = {
    "due_on": REGISTERS["task"].fields["due_on"].words,
    "due_at": REGISTERS["issue"].fields["due_at"].words,
    "closed_at": Words("办结", "Closed"),
    "kind": Words("报送形式", "Kind"),
    "asks": Words("附带要求", "Also asks for"),
    "department": Words("交办单位", "Department"),
    "leading": Words("承办", "Leading"),
    "demanded_by": Words("要求方", "Demanded by"),
    "owner": Words("经办人", "Handled by"),
    "handler": Words("经办人", "Handled by"),
    "minutes": Words("用时", "Time"),
    "channel": Words("来源渠道", "Came by"),
    "period": Words("频次", "How often"),
    "place": Words("地点", "Place"),
    "resident": Words("居民", "Resident"),
    "applicant": Words("申请人", "Applicant"),
    "phone": Words("电话", "Phone"),
    "order_no": Words("工单", "Order"),
    "demand_type": Words("诉求类型", "Type"),
    "urgency": Words("诉求等级", "Urgency"),
    "solved": Words("是否解决", "Solved"),
    "told_on": Words("已告知居民", "Resident told"),
    "satisfaction": Words("满意度", "Satisfaction"),
    "certificate": Words("证明", "Certificate"),
    "outcome": Words("办理结果", "Outcome"),
    "purpose": Words("用途", "Purpose"),
    "title": Words("标题", "Title"),
    "note": Words("备注", "Note"),
    ROOM: Words("记入", "Into"),
    "held_on": Words("日期", "Day"),
    "visited_on": Words("日期", "Day"),
    "raised_on": Words("日期", "Day"),
    "applied_on": Words("日期", "Day"),
    "came_on": Words("到岗", "Came"),
    "hung_on": Words("悬挂", "Hung"),
    "removed_on": Words("摘除", "Taken down"),
    "rehung_on": Words("复挂", "Hung again"),
    "state": Words("状态", "Status"),
    "people": Words("人数", "People"),
    "visitors": Words("来人", "Visitors"),
    "escorts": Words("陪同", "With them"),
    "papers": Words("资料份数", "Papers"),
    "planned": Words("列入计划", "In the plan"),
    "guests": Words("来访", "Guests"),
    "hosts": Words("陪同", "Hosts"),
    "letter": Words("公函", "Letter"),
    "origin": Words("来自", "From"),
    "dining": Words("就餐", "Meals"),
    "cost": Words("费用", "Cost"),
    "result": Words("结果", "Outcome"),
    "turnout": Words("志愿者人次", "Volunteers"),
    "served": Words("服务人次", "Served"),
    "hours": Words("小时", "Hours"),
    "frequency": Words("频次", "How often"),
    "starts_on": Words("开始", "From"),
    "money": Words("经费", "Money"),
    "raised_to": Words("反映对象", "Raised to"),
    "colleague": Words("同事", "Colleague"),
}
"""Short names of fields on the pills."""

LACKING = {
    "department": Words("缺单位", "department?"),
    "title": Words("缺标题", "title?"),
    "held_on": Words("缺日期", "on which day?"),
    "period": Words("缺频次", "how often?"),
    "certificate": Words("缺证明名称", "which certificate?"),
}
_LACKED = {
    "department": Words("交办单位", "department"),
    "title": Words("标题", "title"),
    "period": Words("频次（如 每周五）", "how often (weekly, every month)"),
    "certificate": Words("证明名称", "the certificate"),
}


ASKED_FOR = Words("缺{label}", "{label}?")


def lacking_words(quick: Quick, name: str) -> Words:
    """What a pill says of a field that is needed: called as the sentence that refuses calls it."""
    if quick.register not in ROOMS:
        return LACKING[name]
    words = REGISTERS[quick.register].fields[name].words
    return ASKED_FOR.format(label=Words(words.zh, words.en.lower()))


def label_of(quick: Quick, name: str) -> Words | None:
    """What a pill calls a field; a unit as its register does, for it asks, leads, calls or sends, and a kind."""
    if quick.register in ROOMS and name in ("department", "kind"):
        return REGISTERS[quick.register].fields[name].words
    return LABELS.get(name)


def missing(quick: Quick) -> tuple[str, ...]:
    """The fields that are still needed; none of a line that is too long to be read."""
    if len(quick.text) > LONGEST:
        return ()
    filled = {part.name for part in quick.parts} | ({"title"} if titled(quick) else set())
    return tuple(name for name in NEEDED[quick.register] if name not in filled)


def lacks_unit(quick: Quick) -> bool:
    """Whether a unit is among what is still needed."""
    fields = REGISTERS[quick.register].fields
    return any(fields[name].column.to == DEPARTMENTS.code for name in missing(quick))


def like_units(quick: Quick) -> tuple[str, ...]:
    """The words of a line, beside what was read from it, that may be a unit no list holds."""
    rest = quick.text
    for part in quick.parts:
        rest = f"{rest[: part.start]}{'，' * (part.end - part.start)}{rest[part.end :]}"
    return quick_units.like_units(rest.rstrip("， "))


def stranger(quick: Quick) -> Part | None:
    """The person a line names whom the staff list does not hold."""
    return next((part for part in quick.parts if part.unknown), None)


def refusal(quick: Quick, *, new_people: bool = False) -> Words | None:
    """One sentence on what is still needed; None when the line can be saved.

    With `new_people` a person said that whom the staff list does not hold is a new colleague.
    """
    if len(quick.text) > LONGEST:
        return TOO_LONG.format(n=f"{len(quick.text):,}", most=f"{LONGEST:,}")
    needed = missing(quick)
    unknown = None if new_people else stranger(quick)
    if not needed:
        return not_on_staff(unknown.value).words if unknown is not None else None
    lacked = [
        REGISTERS[quick.register].fields[name].words if quick.register in ROOMS else _LACKED[name]
        for name in needed
    ]
    fields = Words("、".join(word.zh for word in lacked), " and ".join(word.en for word in lacked))
    return MISSING.format(fields=fields)


def said(quick: Quick, part: Part, reader: Reader, today: date) -> Words:
    """A part's value as a pill says it."""
    match part.name:
        case "due_on" | "due_at" | "closed_at" | "told_on":
            return near_day(part.value, today)
        case _ if part.name == ROOM:
            return REGISTERS[quick.register].words
        case "minutes":
            return Words(f"{part.value} 分钟", f"{part.value} min")
        case "period":
            until = quick.value("ends_on")
            often = _rhythm(quick)
            return UNTIL.format(often=often, day=near_day(until, today)) if until else often
        case _ if REGISTERS[quick.register].fields[part.name].column.to == DEPARTMENTS.code:
            return reader.unit(part.value, today)
        case (
            "department"
            | "leading"
            | "demanded_by"
            | "owner"
            | "handler"
            | "certificate"
            | "raised_to"
            | "colleague"
            | "note"
        ):
            return Words(part.value, reader.shown(part.value, "en"))
    field = REGISTERS[quick.register].fields[part.name]
    if field.kind is Kind.DATE:
        return near_day(part.value, today)
    if field.kind is Kind.YES_NO:
        return YES if part.value == YES.zh else NO
    if (special := field.column.special.get(part.value)) is not None:
        return special
    if field.choice is not None:
        member: Choice = field.choice.of(part.value)
        return member.words
    return Words(part.value, part.value)


_CLOCK = pattern(r"[\d一二三四五六七八九十两]\s*[:：点时]|\d\s*[ap]\.?m\b|\b(?:noon|midday)\b", re.IGNORECASE)


def _hours_apart(quick: Quick, draft: dict[str, object]) -> dict[str, object]:
    """The draft with the hours of its days in fields of their own; an hour without one stays in the note."""
    fields, kept = REGISTERS[quick.register].fields, False
    for part in quick.parts:
        field = fields.get(part.name)
        if part.name != "period" and (field is None or field.kind is not Kind.DATE):
            continue
        hour = part.value[11:16]
        if field is not None and field.column.hour and hour:
            draft |= {part.name: part.value[:10], field.column.hour: hour}
        elif hour or _CLOCK.search(quick.text[part.start : part.end]):
            kept = True
    return draft | {"note": quick.text} if kept else draft


def _with_days_kept(quick: Quick, draft: dict[str, object]) -> dict[str, object]:
    """The draft with the whole line in its note, where it names two days of which none was chosen."""
    return (
        draft | {"note": quick.text}
        if quick.asks_day and "note" in REGISTERS[quick.register].fields
        else draft
    )


def near_day(value: str, today: date) -> Words:
    """11-27 周五, Fri 27 Nov; with the year where it is another one, and the time where there is one."""
    day = weekday_moment(date.fromisoformat(value[:10]), today)
    time = f" {value[11:16]}" if len(value) > 10 else ""
    return Words(f"{day.zh}{time}", f"{day.en}{time}")


def _rhythm(quick: Quick) -> Words:
    period = Frequency.of(quick.value("period"))
    due = quick.value("due_day")
    if not due:
        return period.words
    if period is Frequency.WEEKLY:
        weekday = SHORT_WEEKDAYS[int(due) - 1]
        return Words(f"每{weekday.zh}", f"Weekly, {weekday.en}")
    return Words(f"{period.words.zh} {due} 日前", f"{period.words.en}, by day {due}")


# --- Recording ---------------------------------------------------------------------------------


def draft_of(quick: Quick, today: date, now: datetime | None = None) -> dict[str, object]:
    """The draft of the entry that a line means: days that nobody types are today's."""
    return _with_days_kept(quick, _draft_of(quick, today, now))


def _draft_of(quick: Quick, today: date, now: datetime | None) -> dict[str, object]:
    draft: dict[str, object] = {part.name: part.value for part in quick.parts}
    # By the minute, as times are shown and typed.
    moment = datetime.combine(today, (now or datetime.now()).time().replace(second=0, microsecond=0))
    match quick.register:
        case TASKS.code:
            draft |= {"title": titled(quick), "received_on": today}
            return _hours_apart(quick, draft)
        case DEMANDS.code:
            draft = {"starts_on": today} | draft | {"title": titled(quick)}
            if asks_of_note(quick.text, today):
                # As of a pasted notice: each time that it comes asks for the same, and so it is judged.
                draft["note"] = quick.text
            return _hours_apart(quick, draft)
        case ISSUES.code:
            draft |= {"title": titled(quick), "accepted_at": moment}
            if closed := quick.value("closed_at"):
                # An hour that is not over yet was a guess: it is closed by now.
                draft["closed_at"] = ended = min(moment, datetime.fromisoformat(closed))
                draft["accepted_at"] = ended
            elif quick.value("solved") not in ("", Solved.PLANNED.code):
                draft["closed_at"] = moment
            if "closed_at" in draft and quick.value("satisfaction") not in ("", Satisfaction.UNRATED.code):
                # Who says what they think of it was told.
                draft["told_on"] = today
        case code if code in ROOMS:
            draft.pop(ROOM, None)
            draft["title"] = titled(quick)
            register = REGISTERS[code]
            if code == PLAQUES.code:
                draft = _of_plaque(draft, today)
            else:
                draft.setdefault(register.dated, today)
            return _hours_apart(quick, draft)
        case _:
            draft |= {"asked_on": today}
            if quick.title:
                draft["note"] = quick.title
    return draft


def titled(quick: Quick) -> str:
    """What an entry is called: the rest of the line, or the word that led to its register where that is enough.

    Work of which nothing else is said is called after what is handed in: 周报. An English one begins as a title does, and with that word where it would begin with at or about.
    """
    room, said = ROOMS.get(quick.register), quick.fields.get(ROOM)
    title = quick.title
    if room is not None and room.named_by_word and said is not None:
        word = quick.text[said.start : said.end].strip()
        if not title:
            title = word
        elif word.isascii() and not said.stays and _JOINS.match(title):
            title = f"{word} {title}"
    elif not title and quick.register in (TASKS.code, DEMANDS.code):
        title = _named_kind(quick)
    return capital(title) if _BEGINS_SMALL.match(title) and not HAN.search(title) else title


def _named_kind(quick: Quick) -> str:
    """The words that name the kind, with the adverb before them: weekly report."""
    kind, period = quick.fields.get("kind"), quick.fields.get("period")
    if kind is None:
        return ""
    joined = period is not None and _ADVERB.fullmatch(quick.text, period.start, kind.start)
    return quick.text[period.start if period is not None and joined else kind.start : kind.end].strip()


_ADVERB = pattern(r"(?i:daily|weekly|monthly|quarterly|half-yearly|yearly)\s+")
_JOINS = pattern(r"(?:at|in|on|about|for|with|of)\b")
_BEGINS_SMALL = pattern(r"(?:[a-z][a-z'’]+(?:-[a-z'’]+)*|a)(?=$|[\s,;:.])")
"""A word that merely was typed in small letters: not e-mail, iPhone or a web address."""


def _of_plaque(draft: dict[str, object], today: date) -> dict[str, object]:
    """A plaque that was taken down or hung again without a day was so today."""
    dated = PLAQUE_DAYS.get(str(draft.get("state") or ""))
    return {dated: today, **draft} if dated else draft


def record(
    ledger: Ledger,
    quick: Quick,
    today: date,
    language: Language = "zh",
    *,
    new_people: bool = False,
) -> Entry:
    """Saves the entry that a line means. Raises `Mistake` naming what is still needed."""
    return record_all(ledger, [quick], today, language, new_people=new_people)[0]


def record_all(
    ledger: Ledger,
    lines: Sequence[Quick],
    today: date,
    language: Language = "zh",
    *,
    new_people: bool = False,
) -> list[Entry]:
    """Saves the entries that several lines mean, in one act. Raises `Mistake` and saves none."""
    for quick in lines:
        if (words := refusal(quick, new_people=new_people)) is not None:
            raise Mistake(words.zh, words.en)
    drafts = [(REGISTERS[quick.register], _begun(draft_of(quick, today), ledger, today)) for quick in lines]
    return records.add_all(ledger, drafts, today=today, language=language, new_people=new_people)


def _begun(draft: dict[str, object], ledger: Ledger, today: date) -> dict[str, object]:
    """What is daily and names no first day begins when people next work: typed on a Sunday, it asks for no Sundays."""
    if draft.get("period") == Frequency.DAILY.code and draft["starts_on"] == today:
        return draft | {"starts_on": working_days(ledger).due_moved(today)}
    return draft


def lines_of(text: str) -> list[str]:
    """The lines of a pasted text that hold something."""
    found = (clean(line) for line in re.split(r"[\r\n\u2028\u2029]+", text))
    return [line for line in found if line]


# --- After it ------------------------------------------------------------------------------------


def title_words(quick: Quick, reader: Reader) -> Words:
    """What the line is about, as a sentence can hold it: its title, or the certificate it asks for."""
    if quick.register == CERTIFICATES.code:
        name = quick.value("certificate")
        return Words(shortened(name), shortened(reader.shown(name, "en")))
    title = shortened(clean(titled(quick)))
    return Words(title, title)
