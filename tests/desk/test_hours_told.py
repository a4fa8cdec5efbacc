"""The month's hours in a few words."""

from __future__ import annotations

from datetime import date

from mingbai.desk import records, review
from mingbai.desk.hours_told import METHOD, HoursTold, hours_told
from mingbai.desk.review import Verdict
from mingbai.domain.demand import DEMANDS
from mingbai.domain.review import Assessment, Method
from mingbai.ledger.ledger import Ledger

DRAFT = {"title": "周报", "department": "民政局", "period": "每周", "minutes": "90", "minutes_source": "计时"}
CUT = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED, effective_from=date(2026, 8, 1))


def test_without_a_change_there_is_nothing_to_say(ledger: Ledger, today: date) -> None:
    assert hours_told(ledger, today) == HoursTold()
    assert len(METHOD) == 3


def test_net_is_what_was_cut_less_what_is_new(ledger: Ledger, today: date) -> None:
    review.decide(ledger, records.add(ledger, DEMANDS, DRAFT, today=today), CUT, today=date(2026, 8, 1))
    new = DRAFT | {"title": "月报", "period": "每月", "minutes": "60", "starts_on": "2026-10-09"}
    records.add(ledger, DEMANDS, new, today=today)
    told = hours_told(ledger, today)
    # 52 x 90 minutes are 78 hours a year, 6.5 a month; 12 x 60 minutes are 1 a month.
    assert (told.net.zh, told.net.en) == ("本月净还 5.5 小时", "5.5 hours returned this month, net")
    assert told.parts.zh == "减少 6.5，新增 1.0，又出现 0.0"
    assert told.known_by.zh == "计时 100%，询问 0%，默认 0%"


def test_where_too_little_is_known_only_a_range_stands(ledger: Ledger, today: date) -> None:
    guessed = {name: text for name, text in DRAFT.items() if not name.startswith("minutes")} | {
        "kind": "报表"
    }
    demand = records.add(ledger, DEMANDS, guessed, today=today)
    assert demand.stored["minutes"] == 45
    review.decide(ledger, demand, CUT, today=date(2026, 8, 1))
    told = hours_told(ledger, today)
    # 52 x 45 minutes are 39 hours a year, a row of 3.3 a month: a half of it either way, rounded as rows are.
    assert told.net.zh == "本月净还 1.7～5.0 小时"
    assert told.known_by.en == "0% timed, 0% asked, 100% default"
