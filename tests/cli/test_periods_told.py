"""What the figures of a period leave unsaid is said in a sentence below them."""

from __future__ import annotations

from typing import Any

import pytest

LEDGER = "a.mingbai"


def line_of(told: str, name: str) -> str:
    return next(line for line in told.splitlines() if name in line)


def compare(period: str, base: str, *more: str) -> tuple[str, ...]:
    return ("compare", LEDGER, "--period", period, "--with", base, *more)


@pytest.mark.parametrize(
    ("language", "received", "says"),
    [
        ("zh", "收到上级交办", "2026年12月还没有开始"),
        ("en", "Assignments received", "December 2026 has not begun"),
    ],
)
def test_a_period_that_has_not_begun_has_no_figures(
    filled: Any, language: str, received: str, says: str
) -> None:
    # Noted ahead, as meetings are; the month has no figures all the same.
    filled("add", LEDGER, "meeting", "held_on=2026-12-03", "department=民政局", "title=部署会")
    told = filled(*compare("2026-11", "2026-12"), language=language)
    assert told.splitlines()[-1] == says
    assert line_of(told, received).split()[-4:] == ["1", "—", "—", "—"]
    found = filled(*compare("2026-11", "2026-12", "--json"))
    assert {values["2026-12"] for values in found.values()} == {None}


def test_every_length_of_period_says_that_it_has_not_begun(filled: Any) -> None:
    for period, base in (("2027-Q1", "2026-Q4"), ("2027", "2026")):
        told = filled(*compare(period, base))
        assert told.splitlines()[-1].endswith("还没有开始")
        assert line_of(told, "收到上级交办").split()[1] == "—"
    assert "还没有开始" not in filled(*compare("2026-11", "2026-10"))


def test_figures_and_report_of_a_period_to_come_say_so(filled: Any) -> None:
    told = filled("figures", LEDGER, "--period", "2027-01")
    assert told.splitlines()[-1] == "2027年1月还没有开始"
    assert line_of(told, "收到上级交办").split()[1] == "—"
    told = filled("report", LEDGER, "--period", "2027-01", "--out", "a.xlsx")
    assert told.splitlines()[-1] == "2027年1月还没有开始"


@pytest.mark.parametrize(
    ("language", "says", "as_sent", "as_now"),
    [
        (
            "zh",
            "2026年三季度第 1 版11月24日（周二）上报，此后有 6 处不同了；",
            "这里是上报时的数",
            "这里是现在的数",
        ),
        (
            "en",
            "Q3 2026: version 1 was sent on Tue 24 Nov and differs in 6 places since; ",
            "these are the figures as they were sent",
            "these are the figures as they stand now",
        ),
    ],
)
def test_a_sent_quarter_that_changed_since_is_told(
    filled: Any, language: str, says: str, as_sent: str, as_now: str
) -> None:
    task = ("add", LEDGER, "task", "交办单位=民政局")
    filled(*task, "接收日期=2026-08-03", "事项名称=上报台账")
    filled("report", LEDGER, "--period", "2026-Q3", "--out", "q3.xlsx", "--send")
    quarter, alone = compare("2026-Q4", "2026-Q3"), ("--period", "2026-Q3")
    assert "此后有" not in filled(*quarter)
    assert "此后有" not in filled("figures", LEDGER, *alone)
    filled(*task, "接收日期=2026-08-04", "事项名称=上报报表", "kind=报表")
    assert filled(*quarter, language=language).splitlines()[-1] == says + as_sent
    assert filled(*quarter, "--out", "two.xlsx", language=language).splitlines()[-1] == says + as_sent
    for again in (("figures", LEDGER, *alone), ("report", LEDGER, *alone, "--out", "again.xlsx")):
        assert filled(*again, language=language).splitlines()[-1] == says + as_now
