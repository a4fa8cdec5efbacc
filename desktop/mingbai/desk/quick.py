"""Quick-add: hands the reader what it needs from the ledger, says what is missing, records, and notices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from mingbai.desk import records
from mingbai.desk.catalogues import CATALOGUES
from mingbai.desk.places import working_days
from mingbai.desk.recurring import first_due
from mingbai.desk.spoken_days import SHORT_WEEKDAYS, spoken_day
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.choice import Choice
from mingbai.domain.demand import DEMANDS, Period
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.duty import DUTIES
from mingbai.domain.holiday import HOLIDAYS, HolidayKind
from mingbai.domain.issue import ISSUES, Solved
from mingbai.domain.month_names import MONTH_NAMES
from mingbai.domain.occurrence import occurrence
from mingbai.domain.pattern import pattern
from mingbai.domain.plaque import PLAQUES
from mingbai.domain.register import LIST_MARK, NO, YES, Kind, Register
from mingbai.domain.registers import REGISTERS as EVERY_REGISTER
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.text import clean
from mingbai.domain.words import Language, Mistake, Words
from mingbai.ledger.ledger import Change, Entry, Ledger
from mingbai.rules.quick import ROOM, Name, Part, Quick, Vocabulary, read_quick
from mingbai.rules.quick_rooms import PLAQUE_DAYS, ROOMS

REGISTERS: dict[str, Register[Any]] = {
    code: EVERY_REGISTER[code] for code in (TASKS.code, DEMANDS.code, ISSUES.code, CERTIFICATES.code, *ROOMS)
}
"""What a line can become."""

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

LISTS = frozenset({DEPARTMENTS.code, STAFF.code, CERTIFICATE_TYPES.code, DUTIES.code, HOLIDAYS.code})

MISSING = Words("还缺{fields}，请补上再登记", "Still needed: {fields}. Add it, then press Enter")
EXPECTED_NOW = Words(
    "已登记：{n} {title}。第一次应在{day}，已在“今日”里等着，来没来在那里记",
    "Recorded: {n} {title}. First expected {day}; it is waiting on Today, where you note whether it came",
)
EXPECTED_LATER = Words(
    "已登记：{n} {title}。第一次应在{day}，到那一周会在“今日”里等着，来没来在那里记",
    "Recorded: {n} {title}. First expected {day}; that week it will be waiting on Today, where you note whether it came",
)
TOO_LONG = Words(
    "这一行有 {n} 个字，最多读 {most} 个字，请只留下要登记的",
    "This line has {n} letters and at most {most} are read; leave only what is to be recorded",
)
MOST_LINES = 200
"""So many lines of a pasted text become entries at once."""

LONGEST = 2000
"""So many letters of a line are read: no entry needs more, and reading takes longer than they are many."""


class Reader:
    """Reads lines by the names of one ledger; keeps the names until a list changes.

    One thread may ask while another says that a list changed: what is kept is looked at once in each question.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._words: tuple[date, Vocabulary] | None = None
        self._english: dict[str, str] = {}
        self._duties: list[Entry] | None = None
        self._certificates: dict[str, Entry] | None = None

    def forget(self, change: Change) -> None:
        """Reads the names anew if a list was changed."""
        if LISTS & change.uids.keys():
            self._words = self._duties = self._certificates = None

    def words(self, today: date) -> Vocabulary:
        """The names of the ledger's lists, of the staff only those who work here now."""
        words = self._words
        if words is None or words[0] != today:
            words = self._words = (today, self._vocabulary(today))
        return words[1]

    def read(
        self, text: str, today: date, *, page: str = TASKS.code, plain: frozenset[str] = frozenset()
    ) -> Quick:
        """What a line typed on the page of a register means."""
        if not text.strip() or len(text) > LONGEST:
            # An empty line must not cost what the names of a ledger cost: every page opens with one.
            return Quick(page, (), "", text)
        return read_quick(text, self.words(today), today, page=page, plain=plain)

    def completions(self, typed: str, today: date, language: Language, *, people: bool) -> list[str]:
        """Names of units or of colleagues that what is typed may become."""
        found = self.words(today).completions(typed, people=people)
        return list(dict.fromkeys(self.shown(name, language) for name in found))

    def shown(self, called: str, language: Language) -> str:
        """A name of a list in the language of the window."""
        return self._english.get(called, called) if language == "en" else called

    def duties(self) -> list[Entry]:
        """The duty list."""
        duties = self._duties
        if duties is None:
            duties = self._duties = self._ledger.entries(DUTIES)
        return duties

    def certificate_type(self, called: str) -> Entry | None:
        """The catalogue's row of a certificate."""
        certificates = self._certificates
        if certificates is None:
            entries = self._ledger.entries(CERTIFICATE_TYPES)
            certificates = self._certificates = {str(entry.stored["name"]): entry for entry in entries}
        return certificates.get(called)

    def _vocabulary(self, today: date) -> Vocabulary:
        working = [
            entry
            for entry in self._ledger.entries(STAFF)
            if not entry.stored["until"] or str(entry.stored["until"]) >= today.isoformat()
        ]
        return Vocabulary(
            tuple(self._names(DEPARTMENTS)),
            tuple(Name(name, _initials(name)) for name in (str(entry.stored["name"]) for entry in working)),
            tuple(self._names(CERTIFICATE_TYPES)),
            working_days(self._ledger),
        )

    def _names(self, register: Register[Any]) -> Iterator[Name]:
        for entry in self._ledger.entries(register):
            called = str(entry.stored["name"])
            if english := entry.stored.get("short_en") or entry.stored.get("name_en"):
                self._english[called] = str(english)
            yield name_of(entry.stored)


@cache
def shipped_words() -> Vocabulary:
    """The names and the calendar of the shipped lists, for reading without a ledger."""
    stored = {
        one.register.code: [one.register.store(one.record(row)) for row in one.rows()] for one in CATALOGUES
    }
    days = [(date.fromisoformat(str(row["day"])), row["kind"]) for row in stored[HOLIDAYS.code]]
    return Vocabulary(
        tuple(map(name_of, stored[DEPARTMENTS.code])),
        (),
        tuple(map(name_of, stored[CERTIFICATE_TYPES.code])),
        WorkingDays(
            [day for day, kind in days if kind == HolidayKind.HOLIDAY.code],
            [day for day, kind in days if kind == HolidayKind.WORKDAY.code],
        ),
    )


def name_of(stored: Mapping[str, object]) -> Name:
    """An entry of a list as it is stored, by everything people call it."""
    called, english = str(stored["name"]), str(stored.get("name_en") or "")
    also = [str(stored.get(name) or "") for name in ("short", "name_en", "short_en")]
    also += str(stored.get("also") or "").split(LIST_MARK)
    also += _without_brackets(called)
    also += _without_brackets(english)
    also += _other_english(english)
    return Name(called, tuple(dict.fromkeys(name for name in also if name and name != called)))


def _without_brackets(name: str) -> Iterator[str]:
    """县委办公室 and 区委办公室 of 县（区）委办公室, 卫生院 and 社区卫生服务中心 of 卫生院（社区卫生服务中心）."""
    found = re.fullmatch(r"(?P<one>[^（(]+?)\s*[（(](?P<other>[^）)]+)[）)]\s*(?P<rest>.*)", name)
    if found is None:
        return
    one, other, rest = found["one"], found["other"], found["rest"]
    space = " " if rest and name.isascii() else ""
    yield one + space + rest
    if rest and not name.isascii():
        yield one[: -len(other)] + other + rest
    elif len(other) > 4:
        yield other


def _other_english(name: str) -> Iterator[str]:
    """Emergency Management of … Bureau, Proof of kinship and Kinship certificate of Certificate of kinship."""
    rest = re.sub(" (?:Bureau|Office|Department|Commission|Committee)$", "", name)
    if rest != name and " " in rest:
        yield rest
    what = re.sub("^Certificate of ", "", name)
    if what != name:
        yield f"Proof of {what}"
        yield f"{what.capitalize()} certificate"


def _initials(name: str) -> tuple[str, ...]:
    """`lm` for Li Mei; initials of Chinese names are known by the table."""
    parts = name.split()
    return ("".join(part[0] for part in parts).lower(),) if name.isascii() and len(parts) > 1 else ()


# --- What is shown -----------------------------------------------------------------------------

LABELS = {
    "due_on": Words("期限", "Due"),
    "due_at": Words("期限", "Due"),
    "closed_at": Words("办结", "Closed"),
    "kind": Words("类型", "Kind"),
    "asks": Words("附带要求", "Asks for"),
    "department": Words("来文单位", "From"),
    "leading": Words("承办", "Leading"),
    "demanded_by": Words("要求方", "Demanded by"),
    "owner": Words("经办", "Owner"),
    "handler": Words("经办", "Owner"),
    "minutes": Words("用时", "Time"),
    "channel": Words("来源", "Came by"),
    "period": Words("频次", "How often"),
    "place": Words("地点", "Place"),
    "resident": Words("居民", "Resident"),
    "applicant": Words("申请人", "Applicant"),
    "phone": Words("电话", "Phone"),
    "order_no": Words("工单", "Order"),
    "demand_type": Words("类型", "Type"),
    "urgency": Words("等级", "Urgency"),
    "solved": Words("结果", "Result"),
    "certificate": Words("证明", "Certificate"),
    "outcome": Words("结果", "Outcome"),
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
    "state": Words("状态", "State"),
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
    "money": Words("经费", "Money"),
    "raised_to": Words("反映对象", "Raised to"),
    "colleague": Words("同事", "Colleague"),
}
"""Short names of fields on the pills."""

LACKING = {
    "department": Words("缺单位", "department?"),
    "title": Words("缺标题", "title?"),
    "period": Words("缺频次", "how often?"),
    "certificate": Words("缺证明名称", "which certificate?"),
}
_LACKED = {
    "department": Words("来文单位", "department"),
    "title": Words("标题", "title"),
    "period": Words("频次（如 每周五）", "how often (weekly, every month)"),
    "certificate": Words("证明名称", "the certificate"),
}


def label_of(quick: Quick, name: str) -> Words | None:
    """What a pill calls a field; a unit as its register does, for it asks, leads, calls or sends."""
    if quick.register in ROOMS and name == "department":
        return REGISTERS[quick.register].fields[name].words
    return LABELS.get(name)


def missing(quick: Quick) -> tuple[str, ...]:
    """The fields that are still needed; none of a line that is too long to be read."""
    if len(quick.text) > LONGEST:
        return ()
    filled = {part.name for part in quick.parts} | ({"title"} if _title_of(quick) else set())
    return tuple(name for name in NEEDED[quick.register] if name not in filled)


def refusal(quick: Quick) -> Words | None:
    """One sentence on what is still needed; None when the line can be saved."""
    if len(quick.text) > LONGEST:
        return TOO_LONG.format(n=f"{len(quick.text):,}", most=f"{LONGEST:,}")
    needed = missing(quick)
    if not needed:
        return None
    lacked = [
        REGISTERS[quick.register].fields[name].words if quick.register in ROOMS else _LACKED[name]
        for name in needed
    ]
    fields = Words("、".join(word.zh for word in lacked), " and ".join(word.en for word in lacked))
    return MISSING.format(fields=fields)


def said(quick: Quick, part: Part, reader: Reader, today: date) -> Words:
    """A part's value as a pill says it."""
    match part.name:
        case "due_on" | "due_at" | "closed_at":
            return near_day(part.value, today)
        case _ if part.name == ROOM:
            return REGISTERS[quick.register].words
        case "minutes":
            return Words(f"{part.value} 分钟", f"{part.value} min")
        case "period":
            return _rhythm(quick)
        case (
            "department"
            | "leading"
            | "demanded_by"
            | "owner"
            | "handler"
            | "certificate"
            | "raised_to"
            | "colleague"
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


def due_of(quick: Quick, today: date) -> str | None:
    """The day on which what a line means is due; of what recurs the next one."""
    if said := quick.value("due_on") or quick.value("due_at"):
        return said[:10]
    found, number = None, quick.value("due_day")
    often = quick.fields.get("period")
    # 每季度末: its last day, whichever that is.
    if often is not None and not number and _AT_ITS_END.search(quick.text[often.start : often.end]):
        number = str(LAST_DAY)
    if number:
        found = occurrence(Period.of(quick.value("period")), today)
    if found is not None and found.due_on(int(number)) < today:
        found = occurrence(Period.of(quick.value("period")), found.end + timedelta(days=1))
    return found.due_on(int(number)).isoformat() if found is not None else None


_AT_ITS_END = pattern("[底末]")
LAST_DAY = 366
"""As a day of a period: its last, however long it is."""
_CLOCK = pattern(r"\d\s*[:：点时]")


def _hour_said(quick: Quick) -> bool:
    """Whether a line names an hour, for which only an issue has a field."""
    fields = REGISTERS[quick.register].fields
    dated = {name for name, field in fields.items() if field.kind is Kind.DATE} | {"period"}
    days = (part for part in quick.parts if part.name in dated)
    return any(_CLOCK.search(quick.text[part.start : part.end]) for part in days)


def near_day(value: str, today: date) -> Words:
    """11-27 周五, Fri 27 Nov; with the year where it is another one, and the time where there is one."""
    day = date.fromisoformat(value[:10])
    year = day.year != today.year
    weekday = SHORT_WEEKDAYS[day.weekday()]
    time = f" {value[11:16]}" if len(value) > 10 else ""
    zh = day.isoformat() if year else f"{day:%m-%d}"
    en = f"{weekday.en} {day.day} {MONTH_NAMES[day.month - 1][:3]}" + (f" {day.year}" if year else "")
    return Words(f"{zh} {weekday.zh}{time}", f"{en}{time}")


def _rhythm(quick: Quick) -> Words:
    period = Period.of(quick.value("period"))
    due = quick.value("due_day")
    if not due:
        return period.words
    if period is Period.WEEKLY:
        weekday = SHORT_WEEKDAYS[int(due) - 1]
        return Words(f"每{weekday.zh}", f"Weekly, {weekday.en}")
    return Words(f"{period.words.zh} {due} 日前", f"{period.words.en}, by day {due}")


# --- Recording ---------------------------------------------------------------------------------


def draft_of(quick: Quick, today: date, now: datetime | None = None) -> dict[str, object]:
    """The draft of the entry that a line means: days that nobody types are today's."""
    draft: dict[str, object] = {part.name: part.value for part in quick.parts}
    # By the minute, as times are shown and typed.
    moment = datetime.combine(today, (now or datetime.now()).time().replace(second=0, microsecond=0))
    match quick.register:
        case TASKS.code:
            draft |= {"title": quick.title, "received_on": today}
            if _hour_said(quick):
                draft["note"] = quick.text
        case DEMANDS.code:
            draft |= {"title": quick.title, "starts_on": today}
            if _hour_said(quick):
                draft["note"] = quick.text
        case ISSUES.code:
            draft |= {"title": quick.title, "accepted_at": moment}
            if closed := quick.value("closed_at"):
                draft["accepted_at"] = min(moment, datetime.fromisoformat(closed))
            elif quick.value("solved") not in ("", Solved.PLANNED.code):
                draft["closed_at"] = moment
        case code if code in ROOMS:
            draft.pop(ROOM, None)
            draft["title"] = _title_of(quick)
            register = REGISTERS[code]
            if code == PLAQUES.code:
                draft = _of_plaque(draft, today)
            else:
                draft.setdefault(register.dated, today)
            if _hour_said(quick):
                draft["note"] = quick.text
        case _:
            draft |= {"asked_on": today}
            if quick.title:
                draft["note"] = quick.title
    return draft


def _title_of(quick: Quick) -> str:
    """What an entry is called: the rest of the line, or the word that led to its register where that is enough."""
    room = ROOMS.get(quick.register)
    if quick.title or room is None or not room.named_by_word:
        return quick.title
    said = quick.fields.get(ROOM)
    return quick.text[said.start : said.end].strip() if said is not None else ""


def _of_plaque(draft: dict[str, object], today: date) -> dict[str, object]:
    """A plaque that was taken down or hung again without a day was so today."""
    dated = PLAQUE_DAYS.get(str(draft.get("state") or ""))
    return {dated: today, **draft} if dated else draft


def record(ledger: Ledger, quick: Quick, today: date, language: Language = "zh", who: str = "") -> Entry:
    """Saves the entry that a line means. Raises `Mistake` naming what is still needed."""
    return record_all(ledger, [quick], today, language, who)[0]


def record_all(
    ledger: Ledger, lines: Sequence[Quick], today: date, language: Language = "zh", who: str = ""
) -> list[Entry]:
    """Saves the entries that several lines mean, in one act. Raises `Mistake` and saves none."""
    for quick in lines:
        if (words := refusal(quick)) is not None:
            raise Mistake(words.zh, words.en)
    drafts = [(REGISTERS[quick.register], draft_of(quick, today)) for quick in lines]
    return records.add_all(ledger, drafts, today=today, language=language, who=who)


def lines_of(text: str) -> list[str]:
    """The lines of a pasted text that hold something."""
    found = (clean(line) for line in re.split(r"[\r\n\u2028\u2029]+", text))
    return [line for line in found if line]


# --- After it ------------------------------------------------------------------------------------


SAVED = Words("已登记：{n} {title}", "Recorded: {n} {title}")
LONGEST_TITLE, LAST_NARROW = 24, 0x2E7F
"""So many Chinese signs of a title stand in a sentence, and twice as many letters."""


def shortened(title: str) -> str:
    """A title as a sentence can hold it."""
    wide = sum(2 if ord(sign) > LAST_NARROW else 1 for sign in title)
    most = LONGEST_TITLE if wide > len(title) else 2 * LONGEST_TITLE
    return title if len(title) <= most else title[: most - 1] + "…"


def title_words(quick: Quick, reader: Reader) -> Words:
    """What the line is about, as a sentence can hold it: its title, or the certificate it asks for."""
    if quick.register == CERTIFICATES.code:
        name = quick.value("certificate")
        return Words(shortened(name), shortened(reader.shown(name, "en")))
    title = shortened(clean(_title_of(quick)))
    return Words(title, title)


def saved_words(entry: Entry, quick: Quick, reader: Reader, today: date) -> Words:
    """What was saved, in one line: its number and title, and of what recurs when it is expected and where."""
    title = title_words(quick, reader)
    working = reader.words(today).working
    due = first_due(entry.record, today, working) if entry.register is DEMANDS and working else None
    if due is None:
        return SAVED.format(n=entry.number, title=title)
    this_week = due - timedelta(days=due.weekday()) <= today
    return (EXPECTED_NOW if this_week else EXPECTED_LATER).format(
        n=entry.number, title=title, day=spoken_day(due, today)
    )
