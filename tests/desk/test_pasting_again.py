"""A notice whose number is recorded already takes its unit from there: what a person put right stays so."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records
from mingbai.desk.glossary import Glossary
from mingbai.desk.notice_recording import record
from mingbai.desk.pasting import draft_of
from mingbai.desk.quick_reader import Reader
from mingbai.ledger.ledger import Ledger

TEXT = "区卫健局\n{number}\n关于核对慢病随访名单的通知\n各社区：请于12月{day}日前报送名单。\n区卫健局\n2026年11月24日"


@pytest.mark.parametrize(
    ("number", "unit"),
    [
        ("卫健发〔2026〕12号", "街道公卫专班"),
        ("卫健发[2026]12号", "街道公卫专班"),
        ("卫健发〔2026〕13号", "卫生健康局"),
    ],
)
def test_the_unit_is_the_one_it_was_put_right_to(ledger: Ledger, today: date, number: str, unit: str) -> None:
    first = draft_of(Reader(ledger), TEXT.format(number="卫健发〔2026〕12号", day=4), today)
    assert first.value("department") == "卫生健康局"
    record(ledger, first.put("department", "街道公卫专班", Glossary(ledger, today).context()), today=today)
    again = draft_of(Reader(ledger), TEXT.format(number=number, day=9), today)
    assert again.value("department") == unit


def test_what_lies_in_the_bin_says_nothing(ledger: Ledger, today: date) -> None:
    first = draft_of(Reader(ledger), TEXT.format(number="卫健发〔2026〕12号", day=4), today)
    entry = record(
        ledger, first.put("department", "街道公卫专班", Glossary(ledger, today).context()), today=today
    )
    records.put_into_bin(ledger, entry)
    again = draft_of(Reader(ledger), TEXT.format(number="卫健发〔2026〕12号", day=9), today)
    assert again.value("department") == "卫生健康局"
