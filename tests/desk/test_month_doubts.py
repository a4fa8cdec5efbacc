"""What is looked at before a month is handed in, and the rows that every figure opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.desk.month_books import FILED_ON, NOVEMBER, sample_ledger

from mingbai.desk.live_flags import refresh
from mingbai.desk.month.doubt import Doubt
from mingbai.desk.month.doubts import MOST, month_doubts
from mingbai.desk.month.figures import MonthFigures, month_figures
from mingbai.desk.month.opening import rows_of, table1_openings
from mingbai.desk.month.settled import raise_again, settle
from mingbai.desk.records import add, change
from mingbai.desk.watch import Watch
from mingbai.domain.figure import Duration, Flow, Stock
from mingbai.domain.figures import FIGURES, TABLE1
from mingbai.domain.month import Month
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Language
from mingbai.ledger.blocks import asked, asked_count
from mingbai.ledger.ledger import Ledger

TASK = {"received_on": "2026-11-03", "department": "民政局", "title": "报送台账", "due_on": "2026-11-10"}
CERTIFICATE = {"asked_on": "2026-11-04", "certificate": "亲属关系证明", "outcome": "依规出具"}
ISSUE = {
    "accepted_at": "2026-11-05 09:00",
    "title": "路灯不亮",
    "closed_at": "2026-11-06 10:00",
    "solved": "已解决",
}
DEMAND = {"title": "周报", "department": "民政局", "period": "每周", "starts_on": "2026-12-01"}


def codes(ledger: Ledger, today: date) -> dict[str, int]:
    return {doubt.code: doubt.count for doubt in month_doubts(ledger, NOVEMBER, today)[0]}


def put(ledger: Ledger, code: str, draft: dict[str, Any], today: date) -> Any:
    return add(ledger, REGISTERS[code], draft, today=today)


@pytest.mark.parametrize(
    ("register", "draft", "code"),
    [
        ("task", TASK | {"due_on": None}, "task.no_due_day"),
        ("task", TASK | {"due_on": "2026-11-01"}, "task.backwards"),
        ("certificate", CERTIFICATE | {"outcome": None}, "certificate.no_outcome"),
        ("certificate", CERTIFICATE | {"certificate": "没听过的证明"}, "certificate.not_listed"),
        ("issue", ISSUE | {"closed_at": "2026-11-04 10:00"}, "issue.backwards"),
        ("issue", ISSUE | {"solved": None}, "issue.not_said"),
        ("demand", DEMAND | {"starts_on": "2026-11-01"}, "demand.waiting"),
        ("demand", DEMAND | {"starts_on": "2026-11-01"}, "demand.minutes"),
    ],
)
def test_a_slip_is_told_once_and_gone_when_it_is_mended(
    ledger: Ledger, today: date, register: str, draft: dict[str, Any], code: str
) -> None:
    assert code not in codes(ledger, today)
    put(ledger, register, draft, today)
    assert code in codes(ledger, today)


@pytest.mark.parametrize(
    ("register", "draft"),
    [("task", TASK), ("certificate", CERTIFICATE), ("issue", ISSUE), ("demand", DEMAND)],
)
def test_a_whole_entry_raises_no_doubt_about_itself(
    ledger: Ledger, today: date, register: str, draft: dict[str, Any]
) -> None:
    put(ledger, register, draft, today)
    found = {code for code in codes(ledger, today) if code not in ("past.missing", "department.level")}
    assert not {code for code in found if code.startswith(register)} - {"certificate.not_listed"}


def test_other_months_are_left_alone(ledger: Ledger, today: date) -> None:
    put(ledger, "task", TASK | {"received_on": "2026-10-03", "due_on": None}, today)
    assert "task.no_due_day" not in codes(ledger, today)


def test_one_entry_is_named_itself_several_by_a_filter(ledger: Ledger, today: date) -> None:
    first = put(ledger, "task", TASK | {"due_on": None}, today)
    (one,) = [d for d in month_doubts(ledger, NOVEMBER, today)[0] if d.code == "task.no_due_day"]
    assert (one.uid, one.what.en) == (first.uid, "1 assignment without a due day")
    put(ledger, "task", TASK | {"title": "另一件", "due_on": None}, today)
    (two,) = [d for d in month_doubts(ledger, NOVEMBER, today)[0] if d.code == "task.no_due_day"]
    assert (two.uid, two.what.zh) == ("", "2 件交办没有期限")
    assert asked_count(ledger, REGISTERS[two.register], two.filter, today) == two.count == 2


def test_a_place_without_residents_is_asked_for_them(ledger: Ledger, today: date) -> None:
    assert "place.residents" not in codes(ledger, today)
    (place,) = ledger.entries(REGISTERS["place"])
    change(ledger, place, {"residents": None}, today=today)
    assert "place.residents" in codes(ledger, today)


def test_a_base_of_last_year_is_missed_until_there_is_one(ledger: Ledger, today: date) -> None:
    assert "past.missing" in codes(ledger, today)
    draft = {"figure": "task.received", "period": "2025-11", "value": "58", "source": "纸质台账"}
    put(ledger, "past_figure", draft, today)
    assert "past.missing" not in codes(ledger, today)


def test_contradictions_come_first_and_never_more_than_ten(ledger: Ledger, today: date) -> None:
    put(ledger, "task", TASK | {"due_on": None}, today)
    put(ledger, "issue", ISSUE | {"closed_at": "2026-11-04 10:00", "solved": None}, today)
    found = month_doubts(ledger, NOVEMBER, today)[0]
    assert found[0].code == "issue.backwards"
    assert len(found) <= MOST
    assert all(doubt.verb.zh and doubt.verb.en and doubt.what.zh and doubt.what.en for doubt in found)


def test_a_doubt_that_is_so_is_told_again_only_when_its_rows_change(ledger: Ledger, today: date) -> None:
    first = put(ledger, "certificate", CERTIFICATE | {"certificate": "没听过的证明"}, today)

    def listed() -> Doubt | None:
        found = [d for d in month_doubts(ledger, NOVEMBER, today)[0] if d.code == "certificate.not_listed"]
        return found[0] if found else None

    doubt = listed()
    assert doubt is not None
    settle(ledger, NOVEMBER, doubt, today)
    assert listed() is None
    assert month_doubts(ledger, NOVEMBER, today)[1] == 1
    # Another month, and another doubt, are left as they are.
    assert "past.missing" in codes(ledger, today)
    put(ledger, "task", TASK, today)
    assert listed() is None
    change(ledger, first, {"purpose": "办护照"}, today=today)
    assert listed() is not None
    settle(ledger, NOVEMBER, doubt, today)
    put(ledger, "certificate", CERTIFICATE | {"certificate": "也没听过的证明"}, today)
    again = listed()
    assert again is not None
    settle(ledger, NOVEMBER, again, today)
    assert listed() is None
    raise_again(ledger, NOVEMBER)
    assert listed() is not None


def test_the_day_that_has_not_come_is_the_one_to_mend(ledger: Ledger, today: date) -> None:
    put(ledger, "issue", ISSUE | {"accepted_at": "2036-11-05 09:00"}, today)
    (doubt,) = [d for d in month_doubts(ledger, NOVEMBER, today)[0] if d.code == "issue.backwards"]
    assert doubt.field == "accepted_at"


def test_several_occurrences_that_wait_are_answered_on_today(ledger: Ledger, today: date) -> None:
    for title in ("周报", "月报"):
        put(ledger, "demand", DEMAND | {"title": title, "starts_on": "2026-11-01"}, today)
    (doubt,) = [d for d in month_doubts(ledger, NOVEMBER, today)[0] if d.code == "demand.waiting"]
    assert (doubt.page, doubt.uid) == ("today", "")


# --- Every figure opens its rows -----------------------------------------------------------------


@pytest.fixture(scope="module", params=["zh", "en"])
def sample(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    language: Language = request.param
    with sample_ledger(tmp_path_factory.mktemp("sample"), language) as made:
        yield made


MONTHS = [NOVEMBER, NOVEMBER.previous, Month(2026, 6), Month(2026, 1)]


def rows_behind(ledger: Ledger, code: str, month: Month, figures: MonthFigures) -> int:
    behind = rows_of(ledger, code, [month], group=figures.of(code).value.label, today=FILED_ON)
    assert behind is not None
    return sum(len(some) for some in asked(ledger, REGISTERS[behind.register], behind.filter, FILED_ON))


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_as_many_rows_open_as_the_figure_says(sample: Ledger, month: Month) -> None:
    figures = month_figures(sample, month, today=FILED_ON, every=True)
    for code, figure in FIGURES.items():
        value = figures.of(code).value
        if value.number is None or value.typed:
            continue
        if isinstance(figure, Stock) or (isinstance(figure, Flow) and not figure.of):
            assert rows_behind(sample, code, month, figures) == value.number, code


def test_a_duration_opens_the_entries_it_takes_the_median_of(sample: Ledger) -> None:
    figures = month_figures(sample, NOVEMBER, today=FILED_ON)
    durations = [code for code, figure in FIGURES.items() if isinstance(figure, Duration)]
    whole = {
        "issue.days": ("issue.closed",),
        "admission.days": ("admission.approved", "admission.refused"),
        "point.days": ("point.answered",),
    }
    for code in durations:
        ended = sum(figures.of(part).value.number or 0 for part in whole[code])
        assert rows_behind(sample, code, NOVEMBER, figures) == ended, code


def test_a_largest_group_opens_its_entries(sample: Ledger) -> None:
    figures = month_figures(sample, NOVEMBER, today=FILED_ON)
    for code in ("issue.top", "cert.top"):
        part = figures.of(code).value.part
        assert part
        assert rows_behind(sample, code, NOVEMBER, figures) == part


def test_every_figure_of_the_first_sheet_opens_in_its_month(sample: Ledger) -> None:
    figures = month_figures(sample, NOVEMBER, today=FILED_ON)
    openings = table1_openings(figures)
    count = sum(len(group) for _, group in TABLE1)
    assert {row for row, column in openings if column == 4} == set(range(count))
    for opening in openings.values():
        assert rows_of(sample, opening.code, opening.months, group=opening.group, today=FILED_ON) is not None


def test_a_year_without_its_holidays_is_told_until_they_are_in_the_list(ledger: Ledger) -> None:
    today, january = date(2028, 2, 1), Month(2028, 1)

    def told() -> list[str]:
        return [d.what.zh for d in month_doubts(ledger, january, today)[0] if d.register == "holiday"]

    assert told() == ["2028 年日历未更新，工作日按周一至周五算"]
    put(ledger, "holiday", {"day": "2028-05-01", "kind": "holiday", "name": "劳动节"}, today)
    assert told() == []
    assert "holiday.year" not in codes(ledger, today)


def test_a_document_nobody_said_anything_of_is_asked_for_where_it_is_flagged(
    ledger: Ledger, today: date
) -> None:
    entry = put(ledger, "task", TASK | {"kind": "报表"}, today)
    assert "task.no_document" not in codes(ledger, today), "nothing is flagged yet"
    refresh(ledger, Watch(ledger, today), [entry], today=today)
    assert codes(ledger, today)["task.no_document"] == 1
    (doubt,) = [one for one in month_doubts(ledger, NOVEMBER, today)[0] if one.code == "task.no_document"]
    assert (doubt.uid, doubt.field) == (entry.uid, "document")
    change(ledger, entry, {"document": "未见"}, today=today)
    assert "task.no_document" not in codes(ledger, today)
