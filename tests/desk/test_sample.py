"""The sample ledger: whole in both languages, true to its days, and with a base for every figure."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from mingbai.desk.month.hours import hours_account
from mingbai.desk.places import new_ledger, working_days
from mingbai.desk.recurring import expected
from mingbai.desk.sample.calendar import MONTHS, Calendar
from mingbai.desk.sample.sample import sample_place, write_sample
from mingbai.domain.certificate import Outcome
from mingbai.domain.certificate_type import Confidence
from mingbai.domain.column import ANY
from mingbai.domain.field import Kind
from mingbai.domain.figure import Duration, Given, Of, Ratio, Tally, Top, median
from mingbai.domain.figures import FIGURES, TABLE1
from mingbai.domain.frequency import Frequency
from mingbai.domain.issue import IssueChannel, Satisfaction, Urgency
from mingbai.domain.month import Month
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import FlagState
from mingbai.domain.rule import RULES
from mingbai.domain.task import NONE_SEEN, Listing, Status
from mingbai.domain.words import Language
from mingbai.ledger.counting import tallies
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.resources import resource

TODAYS = (
    date(2026, 11, 22),
    date(2027, 3, 1),
    date(2026, 2, 28),
    date(2028, 2, 29),
    date(2026, 12, 31),
)
LANGUAGES: tuple[Language, ...] = ("zh", "en")

SAMPLE = (
    *("task", "demand", "absence", "certificate", "issue", "progress", "flag", "decision"),
    *("past_figure", "staff", "duty"),
)

HAN = re.compile("[\u3400-\u9fff]")
GLOSS = re.compile("《[^》]*》")
LATIN = re.compile("[A-Za-z]")


@pytest.fixture(scope="module", params=TODAYS, ids=str)
def day(request: pytest.FixtureRequest) -> date:
    found: date = request.param
    return found


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, day: date, language: Language) -> Iterator[Ledger]:
    with made(tmp_path_factory.mktemp("sample") / "sample.mingbai", language, day) as ledger:
        yield ledger


def made(path: Path, language: Language, today: date) -> Ledger:
    ledger = new_ledger(path, sample_place(language, today), today=today)
    write_sample(ledger, language, today)
    return ledger


def entries(ledger: Ledger, register: str) -> list[Entry]:
    return ledger.entries(REGISTERS[register])


def records(ledger: Ledger, register: str) -> list[Any]:
    return [entry.record for entry in entries(ledger, register)]


def whole_months(today: date) -> list[Month]:
    this = Month.containing(today)
    return [this.shifted(number) for number in range(-MONTHS, 0)]


def within(day: date | datetime, month: Month) -> bool:
    plain = day.date() if isinstance(day, datetime) else day
    return month.start <= plain <= month.end


# --- The material --------------------------------------------------------------------------------


def material(name: str) -> list[dict[str, str]]:
    with resource(f"sample/{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FILES = sorted(path.stem for path in resource("sample").glob("*.csv"))


@pytest.mark.parametrize("name", FILES)
def test_material_stands_in_both_languages(name: str) -> None:
    for row in material(name):
        assert None not in row
        for column in row:
            if column.endswith("_zh"):
                zh, en = row[column], row[f"{column[:-3]}_en"]
                assert bool(zh) == bool(en), row
                assert not HAN.search(GLOSS.sub("", en)), en
                if column == "columns_zh":
                    assert zh.count(";") == en.count(";"), row


def test_there_is_enough_material() -> None:
    assert len({row["title_zh"] for row in material("assignments")}) >= 160
    assert len({row["title_en"] for row in material("assignments")}) >= 160
    assert len({row["title_zh"] for row in material("issues")}) >= 140
    assert len(material("recurring")) >= 14
    assert len(material("certificate_requests")) >= 40
    assert len(material("decisions")) >= 44
    assert len(material("staff")) == 9


def test_recurring_forms_of_different_departments_overlap() -> None:
    forms = {row["key"]: (row["dept"], set(row["columns_zh"].split(";"))) for row in material("recurring")}
    for one, other in (("group", "lone"), ("fire", "nines"), ("fire", "nines2")):
        assert forms[one][0] != forms[other][0]
        assert len(forms[one][1] & forms[other][1]) >= 0.6 * len(forms[other][1])


# --- Size, days and references -------------------------------------------------------------------


def test_there_is_as_much_as_a_community_has(sample: Ledger) -> None:
    count = {register: len(entries(sample, register)) for register in SAMPLE}
    assert 400 <= count["task"] <= 600
    assert 120 <= count["certificate"] <= 250
    assert 250 <= count["issue"] <= 420
    assert count["decision"] >= 40
    assert count["flag"] >= count["decision"]
    assert count["demand"] >= 14
    assert count["absence"] >= 20
    assert count["progress"] >= 200
    assert count["staff"] == 9
    assert len(entries(sample, "place")) == 1


def test_every_reference_leads_somewhere(sample: Ledger) -> None:
    known = {code: {uid for (uid,) in sample.rows(f'SELECT uid FROM "{code}"')} for code in REGISTERS}
    everywhere = set().union(*known.values())
    for register in SAMPLE:
        fields = [f for f in REGISTERS[register].fields.values() if f.kind is Kind.REFERENCE]
        for entry in entries(sample, register):
            for field in fields:
                uid = entry.stored[field.name]
                if uid is not None:
                    assert uid in (everywhere if field.column.to == ANY else known[field.column.to])


def test_days_lie_within_the_months(sample: Ledger, day: date) -> None:
    first = Month.containing(day).shifted(-MONTHS).start
    for register, field in (
        *(("task", "received_on"), ("task", "done_on"), ("certificate", "asked_on")),
        *(("issue", "accepted_at"), ("issue", "closed_at"), ("issue", "told_on")),
        *(("progress", "noted_at"), ("absence", "noted_on"), ("flag", "flagged_on")),
        *(("decision", "decided_on"), ("decision", "effective_from"), ("decision", "came_back_on")),
    ):
        for entry in entries(sample, register):
            value = entry.stored[field]
            assert value is None or first.isoformat() <= str(value)[:10] <= day.isoformat(), (register, field)


def test_some_come_in_the_next_days_and_none_of_it_lies_in_a_month_that_is_over(
    sample: Ledger, day: date
) -> None:
    coming = [
        entry.stored[REGISTERS[code].dated]
        for code in ("meeting", "reception", "inspection")
        for entry in entries(sample, code)
        if str(entry.stored[REGISTERS[code].dated]) > day.isoformat()
    ]
    assert len(coming) == len(material("coming"))
    calendar = Calendar(day, working_days(sample))
    assert all(calendar.works(date.fromisoformat(str(one))) for one in coming)


def test_days_follow_one_another(sample: Ledger) -> None:
    for task in records(sample, "task"):
        assert task.received_on <= task.due_on
        assert (task.done_on is not None) == (task.status is Status.DONE)
        assert task.done_on is None or task.received_on <= task.done_on
    for issue in records(sample, "issue"):
        assert issue.due_at is None or issue.accepted_at < issue.due_at
        assert (issue.closed_at is None) == (issue.solved is None) == (issue.result == "")
        if issue.closed_at is not None:
            assert issue.accepted_at < issue.closed_at
            assert issue.told_on is None or issue.told_on >= issue.closed_at.date()
        assert (issue.satisfaction is not None) == (issue.told_on is not None)
    for decision in records(sample, "decision"):
        if decision.effective_from is not None:
            assert decision.decided_on <= decision.effective_from <= decision.counts_from
            assert decision.came_back_on is None or decision.effective_from < decision.came_back_on
            assert decision.recheck_on > decision.effective_from
    flagged = {flag.subject: flag for flag in records(sample, "flag")}
    for task in entries(sample, "task"):
        if task.uid in flagged:
            assert flagged[task.uid].flagged_on >= task.record.received_on


def test_notes_lie_between_beginning_and_end(sample: Ledger) -> None:
    issues = {entry.uid: entry.record for entry in entries(sample, "issue")}
    for note in records(sample, "progress"):
        issue = issues[note.issue]
        assert issue.accepted_at < note.noted_at
        assert issue.closed_at is None or note.noted_at < issue.closed_at


def test_nobody_works_on_days_off(sample: Ledger, day: date) -> None:
    calendar = Calendar(day, working_days(sample))
    for task in records(sample, "task"):
        assert calendar.works(task.received_on)
        assert task.done_on is None or calendar.works(task.done_on)
    for certificate in records(sample, "certificate"):
        assert calendar.works(certificate.asked_on)
    for issue in records(sample, "issue"):
        assert issue.channel is IssueChannel.HOTLINE or calendar.works(issue.accepted_at.date())


def test_numbers_rise_with_days(sample: Ledger) -> None:
    numbered = [
        (entry.number, str(entry.stored[dated])[:10])
        for register, dated in (
            ("task", "received_on"),
            ("certificate", "asked_on"),
            ("issue", "accepted_at"),
        )
        for entry in entries(sample, register)
    ]
    days = [when for _, when in sorted(numbered)]
    assert days == sorted(days)


def test_closed_months_are_done(sample: Ledger, day: date) -> None:
    old = day - timedelta(days=42)
    tasks = [task for task in records(sample, "task") if task.status in (Status.TODO, Status.DOING)]
    issues = [issue for issue in records(sample, "issue") if issue.closed_at is None]
    left = sum(task.received_on < old for task in tasks) + sum(i.accepted_at.date() < old for i in issues)
    assert 1 <= left <= 3
    assert 5 <= len(tasks) <= 20
    assert 2 <= len(issues) <= 12
    assert 1 <= sum(task.due_on < day for task in tasks) <= 4
    now = datetime.combine(day, time())
    assert any(issue.due_at is not None and issue.due_at < now for issue in issues)
    assert any(issue.due_at is not None and issue.due_at > now for issue in issues)


# --- What recurs ---------------------------------------------------------------------------------


def test_what_is_expected_is_of_this_period(sample: Ledger, day: date) -> None:
    waiting = expected(sample, day)
    assert all(one.occurrence.end >= day for one in waiting)
    assert any(one.demand.record.period is Frequency.WEEKLY for one in waiting)
    assert any(one.due_on <= day + timedelta(days=6) for one in waiting)


def test_what_was_cut_did_not_come(sample: Ledger) -> None:
    cut = {
        decision.subject: decision.effective_from
        for decision in records(sample, "decision")
        if decision.effective_from is not None and decision.times_after == 0
    }
    absent = Counter(absence.demand for absence in records(sample, "absence"))
    for task in records(sample, "task"):
        if task.demand in cut:
            assert task.received_on < cut[task.demand]
    assert sum(absent[uid] for uid in cut) >= 10


def test_what_came_back_is_another_recurring_assignment(sample: Ledger) -> None:
    tasks = Counter(task.demand for task in records(sample, "task"))
    back = [decision for decision in records(sample, "decision") if decision.came_back_on is not None]
    assert len(back) >= 4
    for decision in back:
        assert decision.came_back_as is not None
        assert decision.came_back_as != decision.subject
        assert tasks[decision.came_back_as] >= 1


def test_flags_cite_verified_rules_only(sample: Ledger) -> None:
    flags = records(sample, "flag")
    rules = {entry.uid: entry.record for entry in sample.entries(RULES)}
    cited = [flag for flag in flags if flag.rule is not None]
    assert len(cited) >= 10
    assert all(rules[flag.rule].confidence is Confidence.VERIFIED for flag in cited)
    assert all(bool(flag.rule) != bool(flag.reason) for flag in flags)
    assert {flag.state for flag in flags} == set(FlagState)


def test_no_rule_is_cited_before_it_held(sample: Ledger) -> None:
    for record, when in (
        *((flag, flag.flagged_on) for flag in records(sample, "flag")),
        *((decision, decision.decided_on) for decision in records(sample, "decision")),
    ):
        text = getattr(record, "basis", "")
        if when < date(2026, 1, 25):
            assert "2026" not in text


# --- Words ---------------------------------------------------------------------------------------


def texts(ledger: Ledger) -> Iterator[str]:
    for register in (*SAMPLE, "place"):
        fields = [
            field
            for field in REGISTERS[register].fields.values()
            if field.kind in (Kind.TEXT, Kind.LONG, Kind.LIST)
            and field.name not in ("register", "order_no", "edition", "figure", "period", "period_key")
        ]
        for entry in entries(ledger, register):
            for field in fields:
                value = entry.stored[field.name]
                if value is not None and value != NONE_SEEN:
                    yield str(value)


def test_each_ledger_is_in_its_own_language(sample: Ledger, language: Language) -> None:
    for text in texts(sample):
        if language == "en":
            assert not HAN.search(GLOSS.sub("", text)), text
        else:
            assert not LATIN.search(text), text
        assert "{" not in text


def test_no_identity_number_and_only_invented_telephones(sample: Ledger) -> None:
    for text in texts(sample):
        assert not re.search(r"\d{15}", text)
        assert re.fullmatch(r"1300000\d{4}", text) or not re.search(r"1\d{10}", text), text
    phones = [r.phone for name in ("issue", "certificate") for r in records(sample, name) if r.phone]
    assert len(phones) > 200
    assert all(re.fullmatch(r"1300000\d{4}", phone) for phone in phones)


# --- Figures -------------------------------------------------------------------------------------


RARE = {"plaque.removed", "plaque.rehung", "reception.no_letter", "reception.cost", "admission.approved"}
"""Figures that are none in many a month."""


def test_every_figure_has_a_base(sample: Ledger, day: date) -> None:
    this = Month.containing(day)
    last, before, year_ago = this.previous, this.previous.previous, this.previous.same_last_year
    months = [last, before, year_ago]
    tally = tallies(sample.rows, list(FIGURES.values()), months, working_days(sample), day)
    account = hours_account(sample, day)
    for code in (code for _, codes in TABLE1 for code in codes if code not in RARE):
        figure = FIGURES[code]
        top = _largest(tally[code, last]) if isinstance(figure, Top) else ""
        for month in months:
            assert (
                _number(figure, month, tally, top)
                if not isinstance(figure, Given)
                else (account.returned([month]).now > 0)
            ), (code, str(month))


def _largest(tally: Tally) -> str:
    groups = tally.groups or {}
    return max(groups, key=lambda group: groups[group])


def _number(figure: Any, month: Month, tally: dict[tuple[str, Month], Tally], top: str) -> object:
    if isinstance(figure, Ratio):
        whole = tally.get((figure.whole, month), Tally(number=20136))
        return whole.number and tally[figure.part, month].number
    found = tally[figure.code, month]
    if isinstance(figure, Duration):
        return median(found.days or {})
    if isinstance(figure, Top):
        return (found.groups or {}).get(top) if figure.of is Of.LARGEST else len(found.groups or {})
    return found.number


def test_every_month_has_something_of_each(sample: Ledger, day: date) -> None:
    for month in whole_months(day):
        tasks = [task for task in records(sample, "task") if within(task.received_on, month)]
        asked = [one for one in records(sample, "certificate") if within(one.asked_on, month)]
        closed = [i for i in records(sample, "issue") if i.closed_at and within(i.closed_at, month)]
        accepted = [i for i in records(sample, "issue") if within(i.accepted_at, month)]
        working = working_days(sample)
        assert any(task.document == NONE_SEEN for task in tasks)
        assert any(working.between(task.received_on, task.due_on) < 2 for task in tasks)
        assert {task.listing for task in tasks} >= {Listing.BASIC, Listing.COOPERATING, Listing.NOT_LISTED}
        assert {one.outcome for one in asked} >= {Outcome.DECLINED, Outcome.STAMPED, Outcome.REFERRED}
        assert {i.satisfaction for i in closed} >= {Satisfaction.NOT, Satisfaction.VERY, Satisfaction.UNRATED}
        assert any(issue.urgency is Urgency.URGENT for issue in accepted)
        assert len({issue.channel for issue in accepted}) >= 6


def test_all_answers_occur(sample: Ledger) -> None:
    issues = records(sample, "issue")
    assert {issue.satisfaction for issue in issues} >= set(Satisfaction)
    assert {issue.channel for issue in issues} == set(IssueChannel)
    assert {issue.urgency for issue in issues} == set(Urgency)
    assert {one.outcome for one in records(sample, "certificate")} == set(Outcome)


def test_the_load_falls_and_residents_are_served_better(sample: Ledger, day: date) -> None:
    months = whole_months(day)
    tally = tallies(sample.rows, list(FIGURES.values()), months, working_days(sample), day)

    def sums(code: str) -> tuple[int, int]:
        return (
            sum(tally[code, month].number for month in months[:4]),
            sum(tally[code, month].number for month in months[-4:]),
        )

    early, late = sums("task.received")
    assert 0.5 * early < late < 0.85 * early
    on_time, due = sums("issue.closed_on_time"), sums("issue.closed_due")
    assert on_time[0] / due[0] < on_time[1] / due[1] < 0.99


def test_typed_months_reach_back_two_years(sample: Ledger, day: date) -> None:
    first = Month.containing(day).shifted(-MONTHS)
    past = records(sample, "past_figure")
    months = {record.period for record in past}
    wanted = {str(first.shifted(-back)) for back in range(1, 13)}
    assert wanted <= months
    assert max(months) == str(first.previous)
    by_month = {(record.figure, record.period): record.value for record in past}
    for code in (code for _, codes in TABLE1 for code in codes):
        assert all((code, month) in by_month for month in wanted), code
    for month in wanted:
        parts = sum(by_month[f"cert.{part}", month] for part in ("declined", "stamped", "other"))
        assert parts == by_month["cert.asked", month]
        assert by_month["task.forms", month] < by_month["task.received", month]


# --- The same again ------------------------------------------------------------------------------


def test_the_same_day_gives_the_same_ledger(tmp_path: Path) -> None:
    with (
        made(tmp_path / "one.mingbai", "zh", TODAYS[0]) as one,
        made(tmp_path / "two.mingbai", "zh", TODAYS[0]) as two,
        made(tmp_path / "english.mingbai", "en", TODAYS[0]) as english,
    ):
        for register in SAMPLE:
            first, second = entries(one, register), entries(two, register)
            assert [(e.uid, e.number, e.stored) for e in first] == [
                (e.uid, e.number, e.stored) for e in second
            ]
            assert [(e.uid, e.number) for e in first] == [
                (e.uid, e.number) for e in entries(english, register)
            ]
