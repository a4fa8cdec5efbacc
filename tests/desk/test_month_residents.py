"""How many residents a month is told with: what stood at its end, and nothing where nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from mingbai.desk import records
from mingbai.desk.month.comparison import compared
from mingbai.desk.month.figures import month_figures
from mingbai.desk.places import new_ledger
from mingbai.domain.issue import ISSUES
from mingbai.domain.month import Month
from mingbai.domain.place import PLACES
from mingbai.domain.report import PAST_FIGURES
from mingbai.domain.staff import STAFF
from mingbai.ledger.ledger import Ledger

NOVEMBER, OCTOBER = Month(2026, 11), Month(2026, 10)
RATIOS = ("place.per_staff", "issue.per_1000")


@pytest.fixture
def begun(tmp_path: Path, today: date) -> Iterator[Ledger]:
    """A ledger of today in which last month's issues were entered afterwards."""
    with new_ledger(tmp_path / "a.mingbai", {"name": "新湖社区", "residents": 20000}, today=today) as ledger:
        records.add(ledger, STAFF, {"name": "李梅"}, today=today)
        for day in ("2026-10-12", "2026-11-12"):
            draft = {"accepted_at": f"{day} 9:00", "title": "路灯不亮", "channel": "电话"}
            records.add(ledger, ISSUES, draft, today=today)
        yield ledger


def stood(ledger: Ledger, today: date) -> dict[str, tuple[Decimal | None, Decimal | None]]:
    figures = month_figures(ledger, NOVEMBER, today=today)
    return {code: (figures.of(code).value.number, figures.of(code).previous.number) for code in RATIOS}


def test_what_is_typed_today_is_no_figure_of_last_month(begun: Ledger, today: date) -> None:
    assert stood(begun, today) == {
        "place.per_staff": (Decimal(20000), None),
        "issue.per_1000": (Decimal("0.05"), None),
    }
    pair = compared(begun, NOVEMBER, OCTOBER, today=today).pairs["place.per_staff"]
    assert (pair.first.number, pair.second.number) == (Decimal(20000), None)
    turned = compared(begun, OCTOBER, NOVEMBER, today=today).pairs["place.per_staff"]
    assert (turned.first.number, turned.second.number) == (None, Decimal(20000))


def test_another_number_does_not_change_the_months_before(begun: Ledger, today: date) -> None:
    (place,) = begun.entries(PLACES)
    records.change(begun, place, {"residents": "10000"}, today=today)
    assert stood(begun, today)["place.per_staff"] == (Decimal(10000), None)


def test_a_month_that_was_over_keeps_the_number_it_had(begun: Ledger) -> None:
    (place,) = begun.entries(PLACES)
    at = datetime.now().date()
    records.change(begun, place, {"residents": "10000", "base_on": date(at.year - 2, 1, 1)}, today=at)
    this = Month.containing(at)
    for month, number in ((this, 10000), (this.shifted(-1), 20000)):
        figures = month_figures(begun, month, today=at, every=True)
        assert figures.of("place.residents").value.number == number


def test_what_was_typed_from_paper_fills_the_gap(begun: Ledger, today: date) -> None:
    draft = {"figure": "place.residents", "period": "2026-10", "value": "19000", "source": "年报"}
    records.add(begun, PAST_FIGURES, draft, today=today)
    assert stood(begun, today)["place.per_staff"] == (Decimal(20000), Decimal(19000))
