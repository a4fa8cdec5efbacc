"""What looks like a slip is told, not refused; the counter says what the lists say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mingbai.desk import records, review
from mingbai.desk.certificates import advice
from mingbai.desk.deeds import deed_words
from mingbai.desk.doubts import doubts
from mingbai.desk.glossary import Glossary
from mingbai.desk.listing import asked_blocks
from mingbai.desk.places import new_ledger
from mingbai.desk.review import Verdict
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.place import PLACES
from mingbai.domain.report import REPORTS
from mingbai.domain.review import DECISIONS, Assessment
from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Mistake
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo

TASK = {"received_on": "2026-11-23", "department": "民政局", "title": "报表"}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, 0),
        ({"due_on": "2026-11-20"}, 1),
        ({"done_on": "2026-11-20"}, 1),
        ({"received_on": "2026-11-27", "due_on": "2026-11-28"}, 1),
        ({"due_on": "2026-11-20", "done_on": "2026-11-21"}, 2),
    ],
)
def test_days_that_contradict_each_other_are_told(
    ledger: Ledger, today: date, fields: dict[str, str], said: int
) -> None:
    entry = records.add(ledger, TASKS, TASK | fields, today=today)
    told = list(doubts(entry, today))
    assert len(told) == said
    assert all(words.zh.endswith("请核对") for words in told)


def test_closed_before_accepted_is_told(ledger: Ledger, today: date) -> None:
    draft = {"accepted_at": "11-24 9:00", "closed_at": "11-23 9:00", "title": "路灯"}
    entry = records.add(ledger, ISSUES, draft, today=today)
    assert len(list(doubts(entry, today))) == 1


def test_the_weekday_stands_beside_the_day(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK | {"due_on": "2026-11-20"}, today=today)
    assert "2026-11-20（周五）" in next(doubts(entry, today)).zh


def test_reopening_takes_the_day_of_being_done_away(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK | {"status": "办结"}, today=today)
    assert entry.record.done_on == today
    again = records.change(ledger, entry, {"status": "在办"}, today=today).record
    assert (again.status, again.done_on) == (Status.DOING, None)


def test_a_certificate_says_in_english_where_it_is_written(ledger: Ledger, today: date) -> None:
    draft = {"asked_on": "today", "certificate": "Certificate of kinship", "outcome": "declined"}
    told = [words.en for words in advice(ledger, records.add(ledger, CERTIFICATES, draft, today=today))]
    assert told[-1].startswith("Basis: Guiding Opinions")
    assert "《" in told[-1]


def test_a_certificate_says_whom_to_ask_or_what_to_ask(ledger: Ledger, today: date) -> None:
    draft = {"asked_on": "今天", "certificate": "亲属关系证明", "outcome": "不予出具"}
    told = [words.zh for words in advice(ledger, records.add(ledger, CERTIFICATES, draft, today=today))]
    assert any(text.startswith("一般可向") for text in told)
    assert not any("请核对" in text for text in told)
    stamped = records.add(ledger, CERTIFICATES, draft | {"outcome": "依规出具"}, today=today)
    assert "请核对" in [words.zh for words in advice(ledger, stamped)][-1]
    unknown = records.add(ledger, CERTIFICATES, draft | {"certificate": "家里没有漏水的证明"}, today=today)
    assert next(advice(ledger, unknown)).zh.startswith("两单之外")


def test_another_certificate_has_another_answer(ledger: Ledger, today: date) -> None:
    draft = {"asked_on": "今天", "certificate": "亲属关系证明", "outcome": "不予出具"}
    entry = records.add(ledger, CERTIFICATES, draft, today=today)
    changed = records.change(ledger, entry, {"certificate": "家里没有漏水的证明"}, today=today).record
    assert changed.answer is not None
    assert (changed.answer.code, changed.route) == ("neither", "")


def test_what_deeds_write_is_not_filled_in(ledger: Ledger, today: date) -> None:
    for register in (REPORTS, DECISIONS):
        with pytest.raises(Mistake):
            records.add(ledger, register, {"period": "2026-11"}, today=today)
    with pytest.raises(Mistake):
        records.put_into_bin(ledger, ledger.entries(PLACES)[0])


def test_what_lies_in_the_bin_is_not_changed_unawares(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK, today=today)
    records.put_into_bin(ledger, entry)
    with pytest.raises(Mistake):
        records.by_number(ledger, entry.number)
    assert records.by_number(ledger, entry.number, binned=True).uid == entry.uid


def test_undo_says_which_entry(ledger: Ledger, today: date) -> None:
    records.add(ledger, TASKS, TASK | {"department": "新成立的局"}, today=today)
    assert deed_words(ledger, undo(ledger).deed).zh == f"登记“{TASK['title']}”"


def test_a_unit_from_the_bin_comes_back_with_the_draft_that_names_it(ledger: Ledger, today: date) -> None:
    first = records.add(ledger, TASKS, TASK | {"department": "新成立的局"}, today=today)
    unit = ledger.entry(DEPARTMENTS, first.record.department)
    assert unit is not None
    records.put_into_bin(ledger, unit)
    again = records.add(ledger, TASKS, TASK | {"department": "新成立的局"}, today=today)
    assert again.record.department == unit.uid
    back = ledger.entry(DEPARTMENTS, unit.uid)
    assert back is not None
    assert back.binned_at is None


def test_a_day_alone_as_a_limit_means_its_end(ledger: Ledger, today: date) -> None:
    draft = {"accepted_at": "11-20 9:00", "due_at": "11-24", "closed_at": "11-24 15:00", "title": "路灯"}
    record = records.add(ledger, ISSUES, draft, today=today).record
    assert record.closed_at <= record.due_at


def test_a_month_in_a_filter_is_cut_as_the_place_cuts_it(tmp_path: Path, today: date) -> None:
    place = {"name": "新湖", "month_end": "26-25"}
    with new_ledger(tmp_path / "a.mingbai", place, today=today) as ledger:
        for day in ("10-25", "10-26", "11-25", "11-26"):
            records.add(
                ledger, TASKS, TASK | {"received_on": f"2026-{day}", "title": day}, today=date(2026, 11, 30)
            )
        found = asked_blocks(ledger, TASKS, "接收日期=2026-11", Glossary(ledger, today))
        assert [entry.record.title for block in found for entry in block] == ["10-26", "11-25"]


def test_undo_names_what_was_assessed_by_its_title(ledger: Ledger, today: date) -> None:
    entry = records.add(ledger, TASKS, TASK, today=today)
    review.decide(ledger, entry, Verdict(assessment=Assessment.NEEDED), today=today)
    assert deed_words(ledger, undo(ledger).deed).zh == f"研判“{TASK['title']}”"
    records.put_into_bin(ledger, entry)
    assert deed_words(ledger, undo(ledger).deed).en == f"put into the bin “{TASK['title']}”"
