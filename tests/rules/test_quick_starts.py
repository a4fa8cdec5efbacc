"""From when on it recurs, where a typed line says so."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.quick import record, said
from mingbai.desk.quick_reader import Reader, shipped_words
from mingbai.ledger.ledger import Ledger
from mingbai.rules.quick.quick import read_quick

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "period", "starts_on", "title"),
    [
        ("明天起每天 日报 应急局 独居老人巡访", "daily", "2026-11-28", "独居老人巡访"),
        ("每日 应急局 独居老人巡访 从明天起", "daily", "2026-11-28", "独居老人巡访"),
        ("自11月28日起 每天 应急局 独居老人巡访", "daily", "2026-11-28", "独居老人巡访"),
        ("每天自11月28日起 应急局 独居老人巡访", "daily", "2026-11-28", "独居老人巡访"),
        ("12月1日起每周五前 报表 民政局 低保动态", "weekly", "2026-12-01", "低保动态"),
        ("每周五 报表 民政局 低保动态 从12月4日开始", "weekly", "2026-12-04", "低保动态"),
        ("every day from tomorrow Emergency Management lone elders", "daily", "2026-11-28", "lone elders"),
        ("daily from 28 November Emergency Management lone elders", "daily", "2026-11-28", "lone elders"),
        ("Emergency Management lone elders daily starting tomorrow", "daily", "2026-11-28", "lone elders"),
        ("每天 应急局 独居老人巡访", "daily", "", "独居老人巡访"),
    ],
)
def test_the_day_from_which_it_recurs_is_no_title(text: str, period: str, starts_on: str, title: str) -> None:
    quick = read_quick(text, shipped_words(), FRIDAY)
    assert quick.register == "demand"
    assert (quick.value("period"), quick.value("starts_on"), quick.title) == (period, starts_on, title)


@pytest.mark.parametrize(
    ("text", "starts_on"),
    [
        ("明天起每天 应急局 独居老人巡访", "2026-11-28"),
        ("每周五 应急局 独居老人巡访 从12月4日起", "2026-12-04"),
        ("每周五 应急局 独居老人巡访", "2026-11-27"),
    ],
)
def test_it_begins_on_the_day_that_is_said(ledger: Ledger, text: str, starts_on: str) -> None:
    """Also on a Saturday: only where no day is said it is the next on which people work."""
    entry = record(ledger, Reader(ledger).read(text, FRIDAY), FRIDAY)
    assert entry.stored["starts_on"] == starts_on


@pytest.mark.parametrize("text", ["民政局 上报台账 从明天起", "从12月1日起 民政局 低保动态"])
def test_without_how_often_it_is_one_assignment(text: str) -> None:
    assert read_quick(text, shipped_words(), FRIDAY).register == "task"


@pytest.mark.parametrize(
    ("text", "starts_on", "ends_on", "title"),
    [
        (
            "every day from 30 November to 11 December Civil Affairs heating",
            "2026-11-30",
            "2026-12-11",
            "heating",
        ),
        ("daily 1-10 December Civil Affairs heating list", "2026-12-01", "2026-12-10", "heating list"),
        ("every day until 11 December Civil Affairs heating report", "", "2026-12-11", "heating report"),
        ("monthly until end of March Civil Affairs cold elders", "", "2027-03-31", "cold elders"),
        (
            "every Friday Civil Affairs allowance list until end of January",
            "",
            "2027-01-31",
            "allowance list",
        ),
        ("11月30日至12月11日每天 民政局 供暖情况", "2026-11-30", "2026-12-11", "供暖情况"),
        ("每天 12月1日至10日 民政局 供暖情况", "2026-12-01", "2026-12-10", "供暖情况"),
        ("每天从12月1日到10日 民政局 供暖情况", "2026-12-01", "2026-12-10", "供暖情况"),
        ("每月5日前 民政局 老年人台账 到3月底", "", "2027-03-31", "老年人台账"),
        ("每周五前 民政局 低保动态 截至12月底", "", "2026-12-31", "低保动态"),
        ("每月 民政局 到会人员名单", "", "", "到会人员名单"),
        ("every month Civil Affairs guide to December festivals", "", "", "guide to December festivals"),
    ],
)
def test_the_day_until_which_it_recurs_is_no_title(
    text: str, starts_on: str, ends_on: str, title: str
) -> None:
    quick = read_quick(text, shipped_words(), FRIDAY)
    assert quick.register == "demand"
    assert (quick.value("starts_on"), quick.value("ends_on"), quick.title) == (starts_on, ends_on, title)


def test_it_ends_on_the_day_that_is_said_and_the_pill_tells_it(ledger: Ledger) -> None:
    reader = Reader(ledger)
    quick = reader.read("every day until 11 December Civil Affairs heating", FRIDAY)
    often = quick.fields["period"]
    assert said(quick, often, reader, FRIDAY).en == "Daily until Fri 11 Dec"
    assert record(ledger, quick, FRIDAY).stored["ends_on"] == "2026-12-11"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("by Wed 3 Dec Civil Affairs list of veterans", "list of veterans"),
        ("12月3日（周三）前 民政局 退役军人名单", "退役军人名单"),
    ],
)
def test_words_that_name_two_days_are_no_title(text: str, title: str) -> None:
    quick = read_quick(text, shipped_words(), FRIDAY)
    assert (quick.value("due_on"), quick.title, quick.asks_day) == ("", title, True)


def test_where_neither_day_would_be_read_its_words_stay() -> None:
    quick = read_quick("民政局 关于12月3日（周三）的火灾情况说明", shipped_words(), FRIDAY)
    assert ("12月3日" in quick.title, quick.asks_day) == (True, False)
