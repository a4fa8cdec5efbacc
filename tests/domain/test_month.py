"""The month a report speaks of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingbai.domain.month import Cutoff, Month, Span
from mingbai.domain.words import Mistake, Words

cutoffs = st.sampled_from(Cutoff)
days = st.dates(date(1900, 2, 1), date(2199, 11, 30))
months = st.builds(Month, st.integers(1900, 2199), st.integers(1, 12), cutoffs)


@given(months)
def test_months_tile_the_calendar(month: Month) -> None:
    assert month.next.start == month.end + timedelta(days=1)
    assert month.previous.end == month.start - timedelta(days=1)


@given(days, cutoffs)
def test_every_day_is_in_exactly_one_month(day: date, cutoff: Cutoff) -> None:
    month = Month.containing(day, cutoff)
    assert month.start <= day <= month.end
    assert [one for one in (month.previous, month, month.next) if one.start <= day <= one.end] == [month]


@given(months, st.integers(-600, 600))
def test_shifting_there_and_back_ends_where_it_began(month: Month, n: int) -> None:
    assert month.shifted(n).shifted(-n) == month
    assert (month.shifted(n) > month) == (n > 0)


@given(months)
def test_the_year_to_date_ends_with_the_month_itself(month: Month) -> None:
    so_far = month.year_to_date
    assert [one.number for one in so_far] == list(range(1, month.number + 1))
    assert so_far[-1] == month
    assert {one.year for one in so_far} == {month.year}


@given(months)
def test_a_month_reads_back_from_its_text(month: Month) -> None:
    for text in (str(month), month.words.zh, str(month).replace("-", ""), str(month).replace("-", "/")):
        assert Month.parse(text, month.cutoff) == month


@given(months, months)
def test_months_sort_by_time(one: Month, other: Month) -> None:
    if one.cutoff is other.cutoff:
        assert (one < other) == (one.start < other.start)


def test_cut_at_the_25th_january_begins_in_december_and_belongs_to_its_year() -> None:
    january = Month(2026, 1, Cutoff.DAY_25)
    assert (january.start, january.end) == (date(2025, 12, 26), date(2026, 1, 25))
    assert Month.containing(date(2025, 12, 26), Cutoff.DAY_25) == january
    assert Month.containing(date(2025, 12, 25), Cutoff.DAY_25) == january.previous
    assert january.year_to_date == (january,)
    assert january.same_last_year == Month(2025, 1, Cutoff.DAY_25)


def test_the_calendar_month_knows_leap_years() -> None:
    assert Month(2028, 2).end == date(2028, 2, 29)
    assert Month(2026, 2).end == date(2026, 2, 28)


def test_the_same_month_under_another_cutoff_is_another_month() -> None:
    assert len({Month(2026, 1), Month(2026, 1, Cutoff.DAY_25), Month(2026, 1)}) == 2


@pytest.mark.parametrize(
    ("month", "words"),
    [
        (Month(2026, 11), Words("11月1日至11月30日", "1-30 November")),
        (Month(2026, 11, Cutoff.DAY_25), Words("10月26日至11月25日", "26 October - 25 November")),
        (
            Month(2026, 1, Cutoff.DAY_25),
            Words("2025年12月26日至2026年1月25日", "26 December 2025 - 25 January 2026"),
        ),
    ],
)
def test_the_days_say_a_year_only_where_it_is_needed(month: Month, words: Words) -> None:
    assert month.days_words == words


def test_one_day_is_no_range() -> None:
    assert Span(date(2026, 11, 1), date(2026, 11, 1)).words == Words("11月1日", "1 November")


def test_a_month_has_its_name_in_both_languages() -> None:
    assert Month(2026, 11).words == Words("2026年11月", "November 2026")
    assert str(Month(2026, 3)) == "2026-03"


@pytest.mark.parametrize(
    "text", ["2026-11", "2026年11月", "202611", "2026/11", " ２０２６－１１ ", "2026.11"]
)
def test_a_month_is_read_however_it_is_written(text: str) -> None:
    assert Month.parse(text) == Month(2026, 11)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "11月", "11-2026", "2026-11-22", "18-11", "1"]
)
def test_what_is_no_month_is_a_mistake_that_quotes_it(text: str) -> None:
    with pytest.raises(Mistake) as caught:
        Month.parse(text)
    assert f"“{text}”" in caught.value.words.zh
    assert "2026-11" in caught.value.words.en


@pytest.mark.parametrize("number", [0, 13])
def test_a_thirteenth_month_cannot_be_made(number: int) -> None:
    with pytest.raises(ValueError, match="no month"):
        Month(2026, number)
