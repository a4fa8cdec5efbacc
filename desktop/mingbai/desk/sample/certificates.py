"""Certificate requests, and the kinds of certificate this community cancelled one after the other."""

from __future__ import annotations

from datetime import date

from mingbai.desk.sample.book import Book, sample_uid
from mingbai.desk.sample.calendar import MONTHS, Calendar
from mingbai.desk.sample.material import Line, Material, dice
from mingbai.desk.sample.people import People
from mingbai.domain.certificate import CERTIFICATES, Certificate, Outcome
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer, CertificateType
from mingbai.domain.column import Uid
from mingbai.domain.field import Minutes
from mingbai.domain.staff import STAFF
from mingbai.domain.words import Words
from mingbai.ledger.clock import named_uid

FIRST_COUNT, LAST_COUNT = 19.0, 13.0
"""Certificates asked for in the first and in the current month."""
SEASONS = {2: 0.85, 6: 1.1, 7: 1.1, 8: 1.15, 9: 1.1}

EARLIER = {Outcome.STAMPED: 5, Outcome.UNDERTAKING: 2, Outcome.REFERRED: 2, Outcome.DELIBERATED: 1}
LATER = {Outcome.STAMPED: 3, Outcome.UNDERTAKING: 1, Outcome.REFERRED: 1, Outcome.DELIBERATED: 1}
"""How many requests of a month end otherwise than declined, before and after the middle of the sample."""
TOP, TOP_COUNT = "N01", 4
"""The certificate asked for most, and how often in every month at least."""

LOCAL = "L-"
ANSWERS = {"N": Answer.NOT_TO_ISSUE, "M": Answer.MAY_ISSUE, "L": Answer.NEITHER}
SOURCE = Words("本社区证明清理公示（示例）", "This community's notice on certificates (sample)")


def add_certificate_types(book: Book, material: Material, calendar: Calendar) -> list[date]:
    """Adds the kinds of this community's own; answers the days on which some were cancelled."""
    cancelled: list[date] = []
    for line in material.lines("certificate_types"):
        ago = line.maybe("cancelled_months")
        day = None if ago is None else calendar.on(-ago, 11)
        if day is not None and day <= calendar.today:
            cancelled.append(day)
        record = CertificateType(
            name=line.say("name"),
            name_en=line["name_en"],
            alternative=line.say("alternative"),
            alternative_en=line["alternative_en"],
            authority=line.say("authority"),
            authority_en=line["authority_en"],
            cancelled_on=day,
            source=SOURCE.into(material.language),
        )
        book.add(CERTIFICATE_TYPES, line["code"], record, calendar.month(-MONTHS).start)
    return cancelled


def _type_uid(code: str) -> Uid:
    if code.startswith(LOCAL):
        return sample_uid(CERTIFICATE_TYPES, code)
    return named_uid(CERTIFICATE_TYPES.code, code)


def add_certificates(book: Book, material: Material, calendar: Calendar) -> None:
    """Adds the requests of each month, up to today."""
    chance = dice("certificates", calendar.today)
    people = People(material)
    lines = material.lines("certificate_requests")
    for number in range(-MONTHS, 1):
        month = calendar.month(number)
        count = FIRST_COUNT + (LAST_COUNT - FIRST_COUNT) * calendar.share(number)
        days = calendar.days(month.start, month.end)
        groups = _groups(
            lines,
            round(count * SEASONS.get(month.number, 1.0)),
            EARLIER if calendar.share(number) < 0.5 else LATER,
        )
        for place, group in enumerate(groups):
            line = chance.choices(group, [one.integer("weight") for one in group])[0]
            day, extra = chance.choice(days), chance.choice((-5, 0, 0, 0, 5))
            resident = people.somebody(chance)
            phone = resident.phone if chance.random() < 0.7 else ""
            if day > calendar.today:
                continue
            record = Certificate(
                asked_on=day,
                certificate=_type_uid(line["certificate"]),
                outcome=Outcome.of(line["outcome"]),
                answer=ANSWERS[line["certificate"][0]],
                applicant=resident.name,
                phone=phone,
                purpose=line.say("purpose"),
                demanded_by=line.say("demanded_by"),
                route=line.say("route"),
                handler=sample_uid(STAFF, chance.choice(("lx", "lx", "lx", "hl", "lm"))),
                minutes=Minutes(max(5, line.integer("minutes") + extra)),
            )
            book.add(CERTIFICATES, f"{number} {place}", record, day)


def _groups(lines: list[Line], count: int, other_ways: dict[Outcome, int]) -> list[list[Line]]:
    """For each request of a month the situations it is drawn from: every outcome comes each month."""
    groups = [[line for line in lines if line["certificate"] == TOP]] * TOP_COUNT
    for outcome, often in other_ways.items():
        groups += [[line for line in lines if line["outcome"] == outcome.code]] * often
    declined = [
        line for line in lines if line["outcome"] == Outcome.DECLINED.code and line["certificate"] != TOP
    ]
    return groups + [declined] * max(0, count - len(groups))
