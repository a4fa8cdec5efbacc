"""The keys of periods: told in words, and understood as they are told."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mingbai.domain.absence import ABSENCES
from mingbai.domain.frequency import Frequency
from mingbai.domain.occurrence import occurrence
from mingbai.domain.period_key import key_meant, key_words
from mingbai.domain.task import TASKS

SAID = {
    "2026-10": ("2026年10月", "October 2026"),
    "2026-W07": ("2026年第7周", "Week 7, 2026"),
    "2026-Q3": ("2026年三季度", "Q3 2026"),
    "2026-H2": ("2026年下半年", "Second half of 2026"),
    "2026": ("2026年", "2026"),
    "2026-11-04": ("2026年11月4日", "4 November 2026"),
}


@pytest.mark.parametrize("key", SAID)
def test_a_key_is_told_in_words(key: str) -> None:
    words = key_words(key)
    assert (words.zh, words.en) == SAID[key]


@pytest.mark.parametrize("period", [period for period in Frequency if period is not Frequency.IRREGULAR])
def test_every_key_is_understood_as_it_is_told(period: Frequency) -> None:
    for days in range(0, 800, 17):
        each = occurrence(period, date(2025, 12, 20) + timedelta(days=days))
        assert each is not None
        words = key_words(each.key)
        assert words.zh != each.key
        assert [key_meant(words.zh), key_meant(words.en), key_meant(each.key)] == [each.key] * 3


@pytest.mark.parametrize("text", ["", "2026-13", "2026-W", "第三期", "2026-Q9", "1", "２０２６-11-04 3"])
def test_what_is_no_period_stays_as_it_is(text: str) -> None:
    words = key_words(text)
    assert (words.zh, words.en) == (text, text)


def test_what_is_no_month_is_not_read_as_one() -> None:
    assert key_meant("2026-13") == "2026-13"
    assert key_meant("2026年0月") == "2026年0月"
    assert key_meant("2026-W60") == "2026-W60"


@pytest.mark.parametrize("register", [ABSENCES, TASKS])
def test_a_field_shows_its_period_in_words(register: object) -> None:
    field = register.fields["period_key"]  # type: ignore[attr-defined]
    shown = [field.show("2026-10", language, lambda uid, _: uid) for language in ("zh", "en")]
    assert shown == ["2026年10月", "October 2026"]


def test_a_week_of_which_no_day_is_said_ends_on_friday() -> None:
    week = occurrence(Frequency.WEEKLY, date(2026, 11, 26))
    assert week is not None
    assert week.due_on(None) == date(2026, 11, 27)
    assert week.due_on(7) == date(2026, 11, 29)
