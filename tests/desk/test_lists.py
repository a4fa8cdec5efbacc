"""Walking a register's list in blocks, its flags, its chips."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mingbai.desk.catalogues import CATALOGUES, bring_catalogues
from mingbai.desk.chips import CHIPS, chips_of
from mingbai.desk.glossary import Glossary
from mingbai.desk.lists import Question, Walk, count_words, open_reasons, spelled_out
from mingbai.desk.live_flags import refresh
from mingbai.desk.records import add, put_into_bin
from mingbai.desk.review import flag
from mingbai.desk.short_reasons import ASKED_BEFORE, NO_DOCUMENT, short_reason
from mingbai.desk.watch import Watch
from mingbai.domain.issue import ISSUES
from mingbai.domain.registers import REGISTERS
from mingbai.domain.rule import Family
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import BLOCK, Order
from mingbai.ledger.ledger import Entry, Ledger

MANY = BLOCK + 44


def task(ledger: Ledger, today: date, title: str, **more: object) -> Entry:
    """An assignment from the civil affairs bureau."""
    draft = {"received_on": today, "department": "民政局", "title": title, **more}
    return add(ledger, TASKS, draft, today=today)


def walk(ledger: Ledger, today: date, register: Any = TASKS, **asked: Any) -> Walk:
    return Walk(ledger, register, Question(**asked), Glossary(ledger, today))


def titles(walked: Any) -> list[str]:
    return [str(row.entry.stored["title"]) for row in walked.rows]


@pytest.fixture
def many(ledger: Ledger, today: date) -> list[Entry]:
    """More assignments than one block holds."""
    with ledger.act("import") as act:
        unit = Glossary(ledger, today).find("department", "民政局")
        for at in range(MANY):
            stored = dict.fromkeys(TASKS.fields) | {
                "received_on": "2026-11-02",
                "department": unit,
                "title": f"{at:03}",
                "status": "todo",
            }
            act.insert_stored(TASKS, stored)
    return ledger.entries(TASKS)


@pytest.mark.usefixtures("many")
def test_a_list_is_walked_forwards_and_backwards(ledger: Ledger, today: date) -> None:
    walking = walk(ledger, today)
    first = walking.first()
    assert len(first.rows) == BLOCK
    assert first.after
    assert not first.before
    assert first.last is not None
    second = walking.after(first.last)
    assert titles(second)[0] == f"{BLOCK:03}"
    assert second.before
    assert not second.after
    last = walking.last()
    assert titles(last)[-1] == f"{MANY - 1:03}"
    assert last.first is not None
    assert titles(walking.before(last.first)) == [f"{at:03}" for at in range(MANY - BLOCK)]


def test_around_an_entry_stands_what_is_before_and_after_it(
    ledger: Ledger, today: date, many: list[Entry]
) -> None:
    walking = walk(ledger, today)
    around = walking.around(walking.key_of(many[270]))
    assert titles(around) == [f"{at:03}" for at in range(270 - BLOCK, MANY)]
    assert around.before
    assert not around.after
    assert titles(walking.around(walking.key_of(many[0])))[0] == "000"


def test_words_in_the_search_field_narrow_what_the_filter_asks_for(ledger: Ledger, today: date) -> None:
    task(ledger, today, "重点人群台账")
    task(ledger, today, "燃气安全台账", status="办结", done_on=today)
    assert titles(walk(ledger, today, where="open", words="台账").first()) == ["重点人群台账"]
    assert titles(walk(ledger, today, words="燃气").first()) == ["燃气安全台账"]


def test_half_a_filter_in_the_search_field_is_simply_words(ledger: Ledger, today: date) -> None:
    task(ledger, today, "重点人群台账")
    assert titles(walk(ledger, today, words="栏目=").first()) == []
    with pytest.raises(Mistake):
        walk(ledger, today, where="栏目=1")


def test_open_flags_are_told_shortly_and_asked_for(ledger: Ledger, today: date) -> None:
    plain, flagged = task(ledger, today, "甲"), task(ledger, today, "乙")
    flag(ledger, flagged, "APP26-1", today=today)
    flag(ledger, flagged, "布置时未见文（编）号", today=today)
    row = walk(ledger, today, where="flagged").first().rows[0]
    assert row.entry.uid == flagged.uid
    assert row.flags == (ASKED_BEFORE, NO_DOCUMENT)
    assert titles(walk(ledger, today, where="not flagged").first()) == ["甲"]
    assert titles(walk(ledger, today, where="open 有提示").first()) == ["乙"]
    assert open_reasons(ledger, TASKS, [plain.uid], today) == {}
    assert spelled_out(ledger, TASKS, "open flagged", today) == f"open uid={flagged.uid}"


def test_the_chip_of_missing_documents_holds_what_is_flagged_for_it(ledger: Ledger, today: date) -> None:
    task(ledger, today, "有文号", document="民函〔2026〕3号")
    bare = task(ledger, today, "报送高龄老人台账", kind="报表", due_on="2026-11-30")
    task(ledger, today, "已说未见", document="未见")
    bring_catalogues(ledger)
    refresh(ledger, Watch(ledger, today), [bare], today=today)
    (reasons,) = open_reasons(ledger, TASKS, [bare.uid], today).values()
    assert NO_DOCUMENT in reasons
    (chip,) = [one for one in chips_of("task") if one.words == NO_DOCUMENT or one.words.zh == "未见文号"]
    found = walk(ledger, today, where=chip.where)
    assert sorted(titles(found.first())) == ["已说未见", "报送高龄老人台账"]
    for reason in ("HN8-7", "布置时未见文（编）号", "No document number was seen"):
        flag(ledger, task(ledger, today, reason, document="民函〔2026〕4号"), reason, today=today)
    flag(ledger, task(ledger, today, "另一条", document="民函〔2026〕5号"), "APP26-1", today=today)
    by_hand = {"HN8-7", "布置时未见文（编）号", "No document number was seen"}
    assert set(titles(walk(ledger, today, where=chip.where).first())) == by_hand | {
        "已说未见",
        "报送高龄老人台账",
    }


def test_nothing_flagged_is_an_empty_list(ledger: Ledger, today: date) -> None:
    task(ledger, today, "甲")
    assert walk(ledger, today, where="flagged").count() == 0


def test_the_bin_has_a_list_of_its_own(ledger: Ledger, today: date) -> None:
    task(ledger, today, "甲")
    put_into_bin(ledger, task(ledger, today, "乙"))
    assert titles(walk(ledger, today).first()) == ["甲"]
    assert titles(walk(ledger, today, binned=True).first()) == ["乙"]


def test_of_some_entries_those_are_told_that_are_asked_for(ledger: Ledger, today: date) -> None:
    one = task(ledger, today, "甲")
    other = task(ledger, today, "乙", status="办结", done_on=today)
    held = walk(ledger, today, where="open").holding({one.uid, other.uid})
    assert [row.entry.uid for row in held] == [one.uid]


def test_every_chip_can_be_asked(ledger: Ledger, today: date) -> None:
    shipped = {catalogue.register for catalogue in CATALOGUES}
    for code, chips in CHIPS.items():
        for chip in chips:
            asked = walk(ledger, today, REGISTERS[code], where=chip.where, order=chip.order or Order())
            assert len(asked.first().rows) <= asked.count()
            assert asked.count() == 0 or REGISTERS[code] in shipped


def test_due_this_week_is_late_or_due_until_sunday(ledger: Ledger, today: date) -> None:
    for day in ("2026-11-20", "2026-11-29", "2026-11-30"):
        task(ledger, today, day, due_on=day)
    chip = chips_of("task")[1]
    assert titles(walk(ledger, today, where=chip.where).first()) == ["2026-11-20", "2026-11-29"]


def test_not_told_are_closed_issues_without_a_day(ledger: Ledger, today: date) -> None:
    for title, more in (("甲", {"closed_at": "2026-11-20 10:00"}), ("乙", {})):
        add(ledger, ISSUES, {"accepted_at": "2026-11-19 09:00", "title": title, **more}, today=today)
    chip = next(chip for chip in chips_of("issue") if chip.words.zh == "未回访")
    assert titles(walk(ledger, today, ISSUES, where=chip.where).first()) == ["甲"]


def test_a_long_count_is_capped() -> None:
    assert [count_words(found) for found in (0, 999, 1000)] == ["0", "999", "999+"]


@pytest.mark.parametrize(
    ("family", "code", "zh"),
    [
        (Family.RECEPTION, "JY-1", "无公函"),
        (Family.RECEPTION, "JY-5", "陪同过多"),
        (Family.INSPECTION_LIMIT, "GD-INS-1", "不在计划"),
        (Family.INSPECTION_LIMIT, "QN-1", "检查过多"),
        (Family.INSPECTION_LIMIT, "OWN-1", "检查规定"),
        (Family.MEETING_LIMIT, "GD-MTG-4", "会议过长"),
        (Family.SHORT_NOTICE, "GD-INS-3", "期限过紧"),
    ],
)
def test_a_short_reason_says_what_was_noticed_not_what_else_its_rules_are_for(
    family: Family, code: str, zh: str
) -> None:
    assert short_reason({"code": code, "area": "", "area_en": ""}, family.code).zh == zh


def test_own_words_are_told_as_far_as_a_wide_list_has_room() -> None:
    own = "Nine of eleven columns are those of the form of 3 October"
    assert short_reason(own).en == own
    assert short_reason("甲" * 200).zh.endswith("…")
