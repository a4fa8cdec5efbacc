"""Hours returned, worked out a second time from the rows themselves, in another way."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from mingbai.desk import comebacks, records, review
from mingbai.desk.month.hours import hours_account
from mingbai.desk.review import Verdict
from mingbai.domain.demand import DEMANDS
from mingbai.domain.month import Month
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.hours import Change

TODAY = date(2026, 11, 24)
TIMES = {"每日": 250, "每周": 52, "每月": 12, "每季度": 4, "每半年": 2, "每年": 1}
METHODS = (Method.CANCELLED, Method.RARER, Method.THINNER, Method.HANDED_BACK)


def tenth(number: Fraction) -> Fraction:
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return Fraction(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def whole_months(first: date, until: date | None, year: int, last: int) -> int:
    """Months of the year up to `last` that begin on `first` or later and before `until`."""
    months = [date(year, number, 1) for number in range(1, last + 1)]
    return sum(one >= first and (until is None or one < until) for one in months)


def next_first(day: date) -> date:
    if day.day == 1:
        return day
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


@pytest.mark.parametrize("seed", range(12))
def test_the_account_agrees_with_the_rows(ledger: Ledger, seed: int) -> None:
    rng = random.Random(seed)
    lines: list[tuple[Fraction, date, date | None]] = []
    known: dict[str, list[tuple[Fraction, date, date | None]]] = {"timed": [], "asked": [], "default": []}

    def counted(source: str, hours: Fraction, first: date, until: date | None = None) -> None:
        lines.append((hours, first, until))
        known[source].append((hours, first, until))

    for number in range(rng.randint(3, 9)):
        period, minutes, people = rng.choice(list(TIMES)), rng.randint(5, 200), rng.randint(1, 4)
        source = rng.choice(("计时", "询问", ""))
        new = rng.random() < 0.4
        starts = date(2026, rng.randint(1, 9), rng.randint(1, 28)) if new else date(2025, 3, 1)
        draft = {
            "title": f"第 {number} 项",
            "department": "民政局",
            "period": period,
            "people": str(people),
            "starts_on": starts.isoformat(),
        }
        if source:
            draft |= {"minutes": str(minutes), "minutes_source": source}
        else:
            draft |= {"kind": "报表"}
        demand = records.add(ledger, DEMANDS, draft, today=TODAY)
        minutes = int(demand.stored["minutes"] or 0)
        code = {"计时": "timed", "询问": "asked", "": "default"}[source]
        times = TIMES[period]
        yearly = Fraction(times * minutes * people, 60)
        if new:
            counted(code, -yearly, starts.replace(day=1))
        if rng.random() < 0.7:
            method = rng.choice(METHODS)
            effective = starts + timedelta(days=rng.randint(1, 60))
            after, left = 0, minutes
            if method is Method.RARER:
                if times == 1:
                    continue
                after = rng.randint(1, times - 1)
            elif method is Method.THINNER:
                after, left = times, rng.randint(1, minutes - 1)
            verdict = Verdict(
                assessment=Assessment.CUT,
                method=method,
                effective_from=effective,
                times_after=after if method is Method.RARER else None,
                minutes_after=left if method is Method.THINNER else None,
            )
            decision = review.decide(ledger, demand, verdict, today=TODAY)
            saved = yearly - Fraction(after * left * people, 60)
            counted(code, saved, next_first(effective))
            if rng.random() < 0.3:
                back = date(2026, rng.randint(9, 11), rng.randint(1, 28))
                if back > effective:
                    comebacks.came_back(ledger, decision, back, today=TODAY)
                    counted(code, -saved, back.replace(day=1))
    assert len(ledger.entries(DECISIONS)) <= len(ledger.entries(DEMANDS))

    account = hours_account(ledger, TODAY)
    for last in (9, 10, 11):
        found = account.returned([Month(2026, last)])
        month = sum(
            (
                tenth(hours / 12)
                for hours, first, until in lines
                if whole_months(first, until, 2026, last) > whole_months(first, until, 2026, last - 1)
            ),
            Fraction(0),
        )
        year = sum(
            (tenth(hours * whole_months(first, until, 2026, last) / 12) for hours, first, until in lines),
            Fraction(0),
        )
        assert Fraction(found.now) == month
        assert Fraction(found.year) == year
        weights = {
            source: sum(
                (abs(tenth(h * whole_months(f, u, 2026, last) / 12)) for h, f, u in some), Fraction(0)
            )
            for source, some in known.items()
        }
        whole = sum(weights.values())
        for known_by, share in found.shares.items():
            expected = weights[known_by.code] * 100 / whole if whole else Fraction(0)
            assert abs(Fraction(share) - expected) <= Fraction(1, 200)
        assert found.is_range == (bool(whole) and (weights["timed"] + weights["asked"]) * 100 < 30 * whole)
        if found.is_range:
            assert found.low <= found.now <= found.high


def ten_days(ledger: Ledger) -> Entry:
    draft = {
        "title": "消防日报",
        "department": "民政局",
        "period": "每日",
        "minutes": "60",
        "starts_on": "2026-11-30",
        "ends_on": "2026-12-11",
    }
    return records.add(ledger, DEMANDS, draft, today=TODAY)


def test_what_runs_for_ten_days_is_new_ten_times(ledger: Ledger) -> None:
    ten_days(ledger)
    (line,) = hours_account(ledger, TODAY).lines
    assert (line.change, line.after.times) == (Change.NEW, 10)


@pytest.mark.parametrize(("since", "changes"), [(27, ["cut"]), (30, ["cut"]), (31, ["cut", "new"])])
def test_what_was_cut_before_its_first_day_is_not_new(ledger: Ledger, since: int, changes: list[str]) -> None:
    demand = ten_days(ledger)
    effective = date(2026, 11, 1) + timedelta(days=since - 1)
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=effective)
    review.decide(ledger, demand, verdict, today=TODAY)
    lines = hours_account(ledger, TODAY).lines
    assert [line.change.value for line in lines] == changes
    assert [abs(line.hours_a_year) for line in lines] == [10] * len(changes)
