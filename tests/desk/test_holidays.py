"""A holiday notice pasted into the ledger: what it becomes, what is there already, one deed and its way back."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.holidays import add_holidays, read_notice, spans
from mingbai.desk.places import working_days
from mingbai.domain.holiday import HOLIDAYS, HolidayKind
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo

NOTICE = (
    "关于2027年部分节假日安排的通知\n"
    "一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n"
    "二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。\n"
)
DAY = date(2027, 2, 8)


def kinds(ledger: Ledger, year: int) -> dict[date, HolidayKind]:
    days = (entry.record for entry in ledger.entries(HOLIDAYS))
    return {one.day: one.kind for one in days if one.day.year == year}


def test_a_notice_becomes_days_in_one_deed(ledger: Ledger, today: date) -> None:
    assert not working_days(ledger).known(DAY)
    notice = read_notice(ledger, NOTICE)
    assert (notice.year, len(notice.off), len(notice.worked)) == (2027, 10, 2)
    assert (len(notice.new), notice.same, notice.changed, notice.others) == (12, (), (), ())
    assert add_holidays(ledger, notice, today=today) == 12
    days = working_days(ledger)
    assert days.known(DAY)
    assert not days.is_working(DAY)
    assert days.is_working(date(2027, 2, 20))
    undo(ledger)
    assert kinds(ledger, 2027) == {}


def test_what_is_there_is_told_and_not_written_twice(ledger: Ledger, today: date) -> None:
    before = len(ledger.entries(HOLIDAYS))
    add_holidays(ledger, read_notice(ledger, NOTICE), today=today)
    with pytest.raises(Mistake, match="2027 are in the list already"):
        read_notice(ledger, NOTICE)
    longer = read_notice(ledger, NOTICE + "三、清明节：4月5日（周一）放假。")
    assert (len(longer.new), len(longer.same)) == (1, 12)
    shorter = read_notice(ledger, "关于2027年部分节假日安排的通知 元旦：1月1日放假。清明节：4月5日放假。")
    assert len(shorter.others) == 11
    assert len(ledger.entries(HOLIDAYS)) == before + 12


def test_a_day_that_the_list_has_as_the_other_kind_is_changed(ledger: Ledger, today: date) -> None:
    wrong = "关于2027年部分节假日安排的通知 春节：2月20日放假。"
    add_holidays(ledger, read_notice(ledger, wrong), today=today)
    notice = read_notice(ledger, NOTICE)
    assert [one.day for _, one in notice.changed] == [date(2027, 2, 20)]
    add_holidays(ledger, notice, today=today)
    assert kinds(ledger, 2027)[date(2027, 2, 20)] is HolidayKind.WORKDAY
    undo(ledger)
    assert kinds(ledger, 2027) == {date(2027, 2, 20): HolidayKind.HOLIDAY}


def test_the_shipped_years_agree_with_themselves(ledger: Ledger) -> None:
    with pytest.raises(Mistake):
        read_notice(
            ledger, "关于2026年部分节假日安排的通知 国庆节：10月1日（周四）至7日（周三）放假，共7天。"
        )


def test_days_that_follow_each_other_are_one_span() -> None:
    over = [date(2027, 4, 30), date(2027, 5, 1)]
    assert (spans(over).zh, spans(over).en) == ("4月30日至5月1日", "30 Apr to 1 May")
    days = [date(2027, 1, 3), date(2027, 1, 1), date(2027, 1, 2), date(2027, 4, 5)]
    assert spans(days).zh == "1月1日至3日、4月5日"
    assert spans(days).en == "1 to 3 Jan, 5 Apr"
