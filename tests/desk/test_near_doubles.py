"""What is asked for a second time in other words, and what was only typed twice: told apart, and told before Enter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.rules.flagging import COLUMNS, families, task

from mingbai.desk.live_flags import open_flags, refresh_all
from mingbai.desk.quick import record
from mingbai.desk.quick_noticing import noticed
from mingbai.desk.quick_reader import Reader
from mingbai.desk.records import change
from mingbai.desk.suggesting import Suggester, matter_of_line
from mingbai.domain.rule import Family
from mingbai.domain.task import TASKS
from mingbai.ledger.ledger import Ledger
from mingbai.rules.flags.matter import Matter
from mingbai.rules.quick.likeness import ALIKE, likeness, telling

FIRST = task(
    uid="a",
    written="1",
    title="报送残疾人康复需求登记表",
    department="残联",
    document="残发〔2026〕3号",
    form_columns=COLUMNS,
)
SECOND = replace(
    FIRST, uid="b", written="2", title="报送残疾人康复服务需求登记表", document="残发〔2026〕7号"
)


def test_the_same_form_of_the_same_unit_is_a_double_while_the_first_waits() -> None:
    assert Family.SAME_DATA in families(SECOND, FIRST)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (replace(FIRST, due_on=date(2026, 5, 28), day=date(2026, 5, 20)), SECOND),
        (
            replace(FIRST, title="残疾人康复需求登记表（5月）"),
            replace(SECOND, title="残疾人康复服务需求登记表（6月）"),
        ),
        (replace(FIRST, demand="d", period_key="2026-05"), replace(SECOND, demand="d", period_key="2026-06")),
    ],
)
def test_another_period_of_one_return_is_none(first: Matter, second: Matter) -> None:
    assert not families(second, first) & {Family.SAME_DATA, Family.REPEATED_REPORT}


def test_several_and_one_are_the_same_title() -> None:
    first = task(uid="a", written="1", title="Register of elderly persons living alone", department="Health")
    second = replace(
        first, uid="b", written="2", title="Registers of elderly person living alone", document="H 9"
    )
    assert Family.REPEATED_REPORT in families(second, first)


def test_what_was_typed_twice_was_not_asked_twice() -> None:
    first = task(uid="a", written="1", title="独居老人名单核对", document=None)
    assert Family.REPEATED_REPORT not in families(replace(first, uid="b", written="2"), first)
    later = replace(first, uid="b", written="2", day=date(2026, 6, 3))
    assert Family.REPEATED_REPORT in families(later, first)


def test_a_title_with_a_long_word_more_is_found() -> None:
    long, short = "Supplementary registration of elderly residents", "Registration of elderly resident"
    assert likeness(long, short) >= ALIKE
    assert any(word in short.lower() for word in telling(long))


LINES = (
    "周五前 报表 民政局 高龄补贴花名册",
    "by Friday form Civil Affairs Old-age allowance roster",
    "每周五 民政局 高龄补贴花名册",
    "昨天 会议 民政局 高龄补贴部署 3人",
    "民政局 高龄补贴花名册核对",
)


@pytest.mark.parametrize("text", LINES)
def test_a_line_that_is_recorded_already_is_told_before_enter(ledger: Ledger, today: date, text: str) -> None:
    reader = Reader(ledger)
    quick = reader.read(text, today)
    assert noticed(ledger, reader, quick, today) == []
    entry = record(ledger, quick, today)
    first = Suggester(ledger).against_line(quick, today)[0]
    assert first.same
    assert first.other is not None
    assert first.other.uid == entry.uid
    assert entry.number in first.words.zh
    assert first.words.zh.startswith("可能已经登记过")
    assert not any(one.entry and one.entry.uid == entry.uid for one in noticed(ledger, reader, quick, today))


def test_beside_what_may_be_recorded_already_nobody_is_said_to_have_sent_it_twice(
    ledger: Ledger, today: date
) -> None:
    reader = Reader(ledger)
    quick = reader.read(LINES[0], today)
    first = record(ledger, quick, today)
    # Once a day has gone by, the rule takes it for a second asking.
    change(ledger, first, {"received_on": today - timedelta(days=2)}, today=today)
    suggester = Suggester(ledger)
    matter = matter_of_line(quick, today)
    assert matter is not None
    assert any(one.other and one.other.uid == first.uid for one in suggester.against(matter, today))
    told = suggester.against_line(quick, today)
    assert [one.same for one in told if one.other and one.other.uid == first.uid] == [True]
    again = record(ledger, quick, today)
    (twice, *_) = noticed(ledger, reader, quick, today, but=again.uid)
    assert twice.same
    assert twice.entry is not None
    assert twice.entry.uid == first.uid
    assert twice.words.zh.startswith(f"可能登记了两次：{first.number}")


@pytest.mark.parametrize(
    "other",
    ["下周五前 报表 民政局 高龄补贴花名册", "周五前 报表 卫健局 高龄补贴花名册"],
)
def test_another_day_or_unit_is_not_the_same(ledger: Ledger, today: date, other: str) -> None:
    reader = Reader(ledger)
    record(ledger, reader.read(LINES[0], today), today)
    assert not any(one.same for one in Suggester(ledger).against_line(reader.read(other, today), today))


def test_the_unit_is_not_said_to_have_sent_it_twice(ledger: Ledger, today: date) -> None:
    quick = Reader(ledger).read(LINES[0], today)
    for _ in range(2):
        record(ledger, quick, today)
    refresh_all(ledger, today=today)
    for entry in ledger.entries(TASKS):
        assert Family.REPEATED_REPORT.code not in {
            str(flag.entry.stored["family"]) for flag in open_flags(ledger, entry.uid, today)
        }
