"""The sample ledger: a made-up community with fourteen months behind it, whole in each language.

Everything hangs on `today` and a fixed seed, so the same day gives the same ledger on every PC, and the
Chinese and the English one tell the same story. People, places, telephone and document numbers are invented.
"""

from __future__ import annotations

from datetime import date

from mingbai.desk.places import working_days
from mingbai.desk.sample.assignments import Assignments, add_assignments
from mingbai.desk.sample.book import Book
from mingbai.desk.sample.calendar import MONTHS, Calendar
from mingbai.desk.sample.certificates import add_certificate_types, add_certificates
from mingbai.desk.sample.decisions import add_decisions, add_open_flags
from mingbai.desk.sample.issues import add_issues
from mingbai.desk.sample.material import Material
from mingbai.desk.sample.others import add_coming, add_others
from mingbai.desk.sample.past import add_past_figures
from mingbai.desk.sample.plan import Plan
from mingbai.desk.sample.recurring import add_recurring
from mingbai.domain.duty import DUTIES, Duty
from mingbai.domain.month import Month
from mingbai.domain.staff import STAFF, Staff
from mingbai.domain.task import Listing
from mingbai.domain.words import Language, Words
from mingbai.ledger.ledger import Ledger

NAME = Words("新湖社区", "Xinhu Community")
TOWN = Words("清禾街道", "Qinghe Subdistrict")
CODE = "990101001003"
"""No province has the number 99."""
RESIDENTS = 20_136


def sample_place(language: Language, today: date) -> dict[str, object]:
    """The draft of the place a sample ledger is made for; its hours are compared with its first day."""
    first = Month.containing(today).shifted(-MONTHS)
    return {
        "name": NAME.into(language),
        "kind": "community",
        "code": CODE,
        "town": TOWN.into(language),
        "residents": RESIDENTS,
        "month_end": "calendar",
        "base_on": first.start,
    }


def write_sample(ledger: Ledger, language: Language, today: date) -> None:
    """Fills a new ledger, which has its place and the shipped lists, with the sample months."""
    material = Material(language)
    calendar = Calendar(today, working_days(ledger))
    book = Book()
    _add_staff(book, material, calendar)
    _add_duties(book, material, calendar)
    plan = Plan(material, calendar)
    assignments = Assignments(book, material, calendar)
    add_recurring(assignments, plan)
    add_assignments(assignments, plan)
    add_decisions(book, material, calendar, plan, assignments, ledger)
    add_open_flags(book, material, assignments, ledger)
    assignments.write()
    types = add_certificate_types(book, material, calendar)
    add_certificates(book, material, calendar)
    add_issues(book, material, calendar)
    add_others(book, material, calendar)
    add_coming(book, material, calendar)
    add_past_figures(book, material, calendar, types)
    book.write(ledger, today)


def _add_staff(book: Book, material: Material, calendar: Calendar) -> None:
    for line in material.lines("staff"):
        since = calendar.on(-line.integer("months_here"), 9)
        record = Staff(name=line.say("name"), duty=line.say("duty"), since=since)
        book.add(STAFF, line["key"], record, since)


def _add_duties(book: Book, material: Material, calendar: Calendar) -> None:
    first = calendar.month(-MONTHS).start
    for line in material.lines("duties"):
        record = Duty(
            name=line.say("name"),
            listing=Listing.of(line["listing"]),
            number=line["number"],
            leading=line.say("leading"),
            work=line.say("work"),
            edition=str(first.year),
        )
        book.add(DUTIES, line["number"], record, first)
