"""Which rules speak: those in use, with a source and a date, in their time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.rules.flagging import AGAIN, COLUMNS, DAY, families, inspection, task

from mingbai.desk.flagging import around_shipped, shipped_rules
from mingbai.domain.filter import fields_of
from mingbai.domain.frequency import Frequency
from mingbai.domain.rule import Family, Rule, why_unusable
from mingbai.rules.flags.families import FAMILIES, judge, needed
from mingbai.rules.flags.matter import Matter, Rulebook, Rulebooks


def test_a_local_rule_speaks_where_it_is_switched_on() -> None:
    matter = task(title="建群", content="请各网格长新建网格工作群。")
    around = around_shipped(DAY)
    assert not list(judge(matter, around))
    on = [replace(rule, in_use=True) if rule.code == "HN8-4" else rule for rule in shipped_rules()]
    (found,) = judge(matter, replace(around, rules=Rulebook(on, DAY)))
    assert found.rule == "HN8-4"
    assert "报道所见" in found.reason.zh


@pytest.mark.parametrize("family", Family)
def test_a_family_is_silent_where_none_of_its_rules_is_in_use(family: Family) -> None:
    met = {
        Family.NO_DOCUMENT: (task(kind="FRM", document=""),),
        Family.SAME_DATA: (
            task(title="一", form_columns=AGAIN),
            task(title="状况", department="民政局", day=date(2026, 3, 2), form_columns=COLUMNS),
        ),
        Family.REPEATED_REPORT: (task(period_key="2026-06"), task(period_key="2026-06")),
        Family.FORBIDDEN_ASK: (task(content="每天打卡。"),),
        Family.SHORT_NOTICE: (task(due_on=DAY),),
        Family.NEGATIVE_LIST: (task(title="请给王某开一张无犯罪记录证明"),),
        Family.INSPECTION_LIMIT: (inspection(10, planned=False),),
        Family.MEETING_LIMIT: (Matter(register="meeting", minutes=300),),
        Family.RECEPTION: (Matter(register="reception", letter=""),),
        Family.PLAQUE: (Matter(register="plaque", title="工作室"),),
        Family.ADMISSION: (task(admitted=False),),
        Family.CAME_BACK: (
            task(form_columns=AGAIN, period=Frequency.WEEKLY),
            Matter(register="cut", department="某局", day=DAY, period=Frequency.WEEKLY, form_columns=COLUMNS),
        ),
    }
    matter, *history = met[family]
    assert family in families(matter, *history)
    assert family not in families(matter, *history, without=family)


def test_every_family_is_asked_and_says_which_rows_it_needs() -> None:
    assert set(FAMILIES) == set(Family)
    asked = [*needed(task(form_columns=COLUMNS, period_key="2026-06")), *needed(inspection(10))]
    assert {need.register for need in asked} == {"task", "cut", "admission", "inspection"}
    assert all(list(fields_of(need.filter)) for need in asked)


def test_a_rule_without_source_or_date_or_out_of_its_time_does_not_speak() -> None:
    rule = Rule(code="BX-1", gist="一", source="《本县清单》", issued="2025", families=(Family.PLAQUE,))
    assert why_unusable(rule, DAY) is None
    broken = [
        replace(rule, source=" "),
        replace(rule, issued=""),
        replace(rule, valid_from=date(2026, 6, 2)),
        replace(rule, valid_to=date(2026, 5, 31)),
    ]
    for one in broken:
        why = why_unusable(one, DAY)
        assert why is not None
        assert "BX-1" in why.zh
        assert "BX-1" in why.en
    book = Rulebook([*broken, replace(rule, in_use=False)], DAY)
    assert book.cite(Family.PLAQUE) is None
    assert Rulebook([rule], DAY).cite(Family.PLAQUE) == rule


def test_a_rulebook_is_made_anew_only_where_a_rule_begins_or_ceases_to_hold() -> None:
    rule = Rule(code="BX-1", gist="一", source="《本县清单》", issued="2025", families=(Family.PLAQUE,))
    rules = [
        replace(rule, code="BX-2", valid_from=DAY, valid_to=DAY + timedelta(days=2)),
        replace(rule, code="BX-3", valid_from=DAY + timedelta(days=1), valid_to=date.max),
        replace(rule, code="BX-4", valid_to=DAY + timedelta(days=3)),
        replace(rule, code="BX-5", source=" "),
    ]
    books = Rulebooks(rules)
    days = [DAY + timedelta(days=n) for n in range(-3, 400)]
    for day in days:
        book, kept = Rulebook(rules, day), books.of(day)
        assert book.of(Family.PLAQUE) == kept.of(Family.PLAQUE), day
    assert len({id(books.of(day)) for day in days}) == 5
    assert len({books.of(day).of(Family.PLAQUE) for day in days}) == 5
