"""Resident issues: what came in, how it was dealt with, and what residents thought of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from mingbai.desk.sample.book import Book, sample_uid
from mingbai.desk.sample.calendar import MONTHS, Calendar
from mingbai.desk.sample.closing import Closing, close
from mingbai.desk.sample.material import Line, Material, dice
from mingbai.desk.sample.people import People
from mingbai.desk.sample.progress import ProgressNotes
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.field import Minutes
from mingbai.domain.issue import (
    ISSUES,
    DemandType,
    Issue,
    IssueChannel,
    Satisfaction,
    Solved,
    Urgency,
)
from mingbai.domain.issue_category import ISSUE_CATEGORIES
from mingbai.domain.staff import STAFF
from mingbai.domain.words import Words
from mingbai.ledger.clock import named_uid

FIRST_COUNT, LAST_COUNT = 26.0, 22.0
"""Issues accepted in the first and in the current month."""
SEASONS = {1: 0.95, 2: 0.8, 6: 1.1, 7: 1.2, 8: 1.15}

LARGEST, LARGEST_SHARE, OTHERS_AT_MOST = "B", 0.24, 4
"""The class with the most issues, and how many any other may have in a month."""
URGENT_AT_LEAST = 2
OPEN_AT_LEAST = 3
"""Issues that come on a month's last working day and so are open at its end."""

CHANNELS = (
    *(IssueChannel.PETITION, IssueChannel.COUNCIL, IssueChannel.ONLINE, IssueChannel.HOME_VISIT),
    *(IssueChannel.GRID, IssueChannel.CHAT, IssueChannel.PHONE, IssueChannel.OTHER),
    *([IssueChannel.HOTLINE] * 9),
    *([IssueChannel.IN_PERSON] * 4),
    *(IssueChannel.GRID, IssueChannel.CHAT, IssueChannel.PHONE, IssueChannel.HOME_VISIT, IssueChannel.PHONE),
)
"""The channels of a month, in the order in which they are dealt out; the tenth in turn is the hotline's."""

SUITED = {
    IssueChannel.COUNCIL: DemandType.SUGGESTION,
    IssueChannel.PETITION: DemandType.COMPLAINT,
    IssueChannel.HOME_VISIT: DemandType.HELP,
}
"""Channels that bring one type of issue."""

HOURS = (9, 9, 10, 10, 11, 14, 15, 15, 16)

LONG_OPEN = (40, 60)
"""Between how many days ago the issues came that are honestly still open."""
PROPERTY_COMPANY = Words("物业公司", "Property company")
OPEN_AFTER = time(8, 30)
"""Nothing of today is later than this, so that the sample never speaks of what is still to come."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One issue before it is closed."""

    key: str
    line: Line
    channel: IssueChannel
    accepted_at: datetime
    place: str
    building: int


def add_issues(book: Book, material: Material, calendar: Calendar) -> None:
    """Adds the issues of each month up to today, with notes on how they went on."""
    drafts = _drafts(material, calendar)
    closings = {
        draft.key: close(draft.key, draft.line, draft.channel, draft.accepted_at, calendar)
        for draft in drafts
    }
    _leave_open(drafts, closings, calendar)
    ratings = _ratings(drafts, closings, calendar)
    people, notes = People(material), ProgressNotes(book, material, calendar)
    chance = dice("issues", calendar.today)
    owners = {line["class"]: line["owner"] for line in material.lines("owners")}
    for draft in drafts:
        resident, named, minutes = people.somebody(chance), chance.random(), chance.uniform(0.7, 1.4)
        closing = closings[draft.key]
        record = _record(draft, closing, material, owners[draft.line["category"][0]], minutes)
        record = replace(record, satisfaction=ratings.get(draft.key))
        if draft.channel is not IssueChannel.GRID and named > 0.1:
            record = replace(record, resident=resident.name, phone=resident.phone)
        uid = book.add(ISSUES, draft.key, record, draft.accepted_at.date())
        notes.add(uid, draft.key, draft.line["category"][0], draft.accepted_at, closing)


def _record(draft: Draft, closing: Closing, material: Material, owner: str, factor: float) -> Issue:
    line = draft.line
    closed = closing.closed_at
    category, leading = line["category"], line["leading"]
    hotline = draft.channel is IssueChannel.HOTLINE
    helped = not leading and category[0] in "ABCDQ" and draft.building % 2 == 0
    spent = Minutes(max(10, round(WORK[Urgency.of(line["urgency"])] * factor / 5) * 5))
    return Issue(
        accepted_at=draft.accepted_at,
        title=_filled(line.say("title"), draft),
        order_no=f"HX{draft.accepted_at:%Y%m}{draft.key.replace(' ', '')[-4:]:0>4}" if hotline else "",
        channel=draft.channel,
        demand_type=DemandType.of(line["type"]),
        urgency=Urgency.of(line["urgency"]),
        category=named_uid(ISSUE_CATEGORIES.code, category),
        content=_filled(line.say("content"), draft),
        place=draft.place,
        leading=named_uid(DEPARTMENTS.code, leading) if leading else None,
        helping=(PROPERTY_COMPANY.into(material.language),) if helped else (),
        owner=sample_uid(STAFF, owner),
        due_at=closing.due_at,
        limit_used=closing.limit.into(material.language) if closing.limit else "",
        closed_at=closed,
        result=_filled(line.say("result"), draft) if closed else "",
        solved=Solved.of(line["solved"]) if closed else None,
        told_on=closing.told_on,
        minutes=spent if closed and draft.building % 9 else None,
    )


WORK = {Urgency.NORMAL: 60, Urgency.PRESSING: 90, Urgency.URGENT: 120}
"""Minutes an issue takes."""


def _filled(text: str, draft: Draft) -> str:
    return text.replace("{b}", str(draft.building))


# --- What came in ----------------------------------------------------------------------------------


def _drafts(material: Material, calendar: Calendar) -> list[Draft]:
    chance = dice("issues accepted", calendar.today)
    lines, places = material.lines("issues"), material.lines("places")
    used: Counter[str] = Counter()
    found: list[Draft] = []
    for number in range(-MONTHS, 1):
        month = calendar.month(number)
        count = FIRST_COUNT + (LAST_COUNT - FIRST_COUNT) * calendar.share(number)
        wanted = round(count * SEASONS.get(month.number, 1.0))
        order = {line["title_zh"]: chance.random() for line in lines}
        season = [line for line in lines if not line.months or month.number in line.months]
        season.sort(key=lambda line: (used[line["title_zh"]], order[line["title_zh"]]))
        chosen = _chosen(season, wanted)
        used.update(line["title_zh"] for line in chosen)
        lasting = [line for line in chosen if _takes_days(line)][:OPEN_AT_LEAST]
        channels = [CHANNELS[place % len(CHANNELS)] for place in range(wanted)]
        chance.shuffle(channels)
        _suit(chosen, channels)
        for place, (line, channel) in enumerate(zip(chosen, channels, strict=True)):
            where = chance.choice(places)
            day = _day(chance.random(), chance.random(), channel, calendar, number)
            if line in lasting:
                day = calendar.on(number, month.end.day)
            moment = datetime.combine(day, time(chance.choice(HOURS), chance.choice(range(0, 60, 4))))
            building = chance.randrange(1, where.integer("buildings") + 1)
            if moment < datetime.combine(calendar.today, OPEN_AFTER):
                key = f"{month} {place:02}{chance.randrange(10, 100)}"
                found.append(Draft(key, line, channel, moment, where.say("name"), building))
    return sorted(found, key=lambda draft: (draft.accepted_at, draft.key))


def _chosen(season: list[Line], wanted: int) -> list[Line]:
    """Issues of a month: some urgent ones, the largest class in its share, no other class above its limit."""
    largest = [line for line in season if line["category"][0] == LARGEST][
        : max(6, round(wanted * LARGEST_SHARE))
    ]
    chosen = list(largest)
    count: Counter[str] = Counter()
    others = [line for line in season if line["category"][0] != LARGEST]
    urgent = [line for line in others if line["urgency"] == Urgency.URGENT.code][:URGENT_AT_LEAST]
    for line in (*urgent, *others):
        group = line["category"][0]
        if len(chosen) < wanted and count[group] < OTHERS_AT_MOST and line not in chosen:
            chosen.append(line)
            count[group] += 1
    return chosen


def _suit(chosen: list[Line], channels: list[IssueChannel]) -> None:
    """Gives some channels to issues of a type that comes by them, each in exchange for another."""
    for channel, kind in SUITED.items():
        fitting = [
            place
            for place, line in enumerate(chosen)
            if line["type"] == kind.code and channels[place] not in SUITED
        ]
        placed = [place for place, one in enumerate(channels) if one is channel]
        for old, new in zip(placed, fitting, strict=False):
            if chosen[old]["type"] != kind.code:
                channels[old], channels[new] = channels[new], channels[old]


def _takes_days(line: Line) -> bool:
    """Whether an issue is never closed on the day it came."""
    return line["urgency"] == Urgency.NORMAL.code and line["type"] != DemandType.QUESTION.code


def _day(when: float, weekend: float, channel: IssueChannel, calendar: Calendar, number: int) -> date:
    """A working day; the hotline also hands on what was said on other days."""
    month = calendar.month(number)
    if channel is IssueChannel.HOTLINE and weekend < 0.3:
        return month.start + timedelta(days=int(when * ((month.end - month.start).days + 1)))
    days = calendar.days(month.start, month.end)
    return days[int(when * len(days))]


# --- How it ended ----------------------------------------------------------------------------------


def _leave_open(drafts: list[Draft], closings: dict[str, Closing], calendar: Calendar) -> None:
    """Two hard matters are honestly still open: one with its time extended, one past it."""
    near, far = (calendar.today - timedelta(days=days) for days in LONG_OPEN)
    hard = [
        draft
        for draft in drafts
        if far <= draft.accepted_at.date() <= near and draft.line["solved"] in {"partly", "planned"}
    ]
    late, extended = (hard or drafts)[0], (hard or drafts)[-1]
    closings[late.key] = replace(closings[late.key], closed_at=None, told_on=None)
    if extended.key != late.key:
        due_at = datetime.combine(calendar.add(calendar.today, 6), time(18))
        limit = Words("经批准延期", "Extended with approval")
        closings[extended.key] = Closing(due_at=due_at, limit=limit)


def _ratings(
    drafts: list[Draft], closings: dict[str, Closing], calendar: Calendar
) -> dict[str, Satisfaction]:
    """What residents who were told said, month by month: fewer not satisfied as time goes on."""
    chance = dice("satisfaction", calendar.today)
    told: dict[int, list[str]] = defaultdict(list)
    for draft in drafts:
        closing = closings[draft.key]
        if closing.closed_at is not None and closing.told_on is not None:
            told[calendar.number(closing.closed_at.date())].append(draft.key)
    found: dict[str, Satisfaction] = {}
    for number, keys in sorted(told.items()):
        chance.shuffle(keys)
        rated = len(keys) - len(keys) // 6
        not_satisfied = max(1, round(rated * (0.2 - 0.13 * calendar.share(number)))) if rated > 4 else 0
        fairly, very = not_satisfied + max(1, rated // 6), rated - rated // 3
        for place, key in enumerate(keys):
            found[key] = (
                Satisfaction.UNRATED
                if place >= rated
                else Satisfaction.NOT
                if place < not_satisfied
                else Satisfaction.FAIRLY
                if place < fairly
                else Satisfaction.VERY
                if place >= very
                else Satisfaction.SATISFIED
            )
    return found
