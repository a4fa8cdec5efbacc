"""Flags on meetings, inspections, official visits, plaques and work without admission."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk import records
from mingbai.desk.letters import draft_letter
from mingbai.desk.live_flags import Refreshed, refresh, refresh_all
from mingbai.desk.watch import Watch
from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES
from mingbai.domain.field import Refused
from mingbai.domain.filter import equals
from mingbai.domain.letter import LetterKind
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import FLAGS, FlagState
from mingbai.domain.rule import RULES
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger


def add(ledger: Ledger, code: str, today: date, **draft: object) -> Entry:
    entry = records.add(ledger, REGISTERS[code], draft, today=today)
    refresh(ledger, Watch(ledger, today), [entry], today=today)
    return entry


def said(ledger: Ledger, entry: Entry, today: date) -> set[str]:
    flags = asked_entries(ledger, FLAGS, equals("subject", entry.uid), today)
    return {str(flag.stored["evidence"]) for flag in flags if flag.stored["state"] == FlagState.OPEN.code}


@pytest.fixture
def ledger(ledger: Ledger, today: date) -> Ledger:
    """With every rule in use, local ones too."""
    refresh_all(ledger, today=today)
    for rule in ledger.entries(RULES):
        if not rule.stored["in_use"]:
            records.change(ledger, rule, {"in_use": "是"}, today=today)
    return ledger


def test_a_long_meeting_is_flagged_and_one_in_groups_is_not(ledger: Ledger, today: date) -> None:
    long = add(
        ledger, "meeting", today, held_on="2026-11-03", department="民政局", title="调度会", minutes="5小时"
    )
    assert said(ledger, long, today) == {"300 分钟，上限 240 分钟"}
    groups = add(
        ledger,
        "meeting",
        today,
        held_on="2026-11-03",
        department="民政局",
        title="讨论会",
        minutes="5小时",
        groups="是",
    )
    assert said(ledger, groups, today) == set()


def test_the_second_inspection_of_a_day_is_flagged_and_not_the_first(ledger: Ledger, today: date) -> None:
    draft = {"held_on": "2026-11-03", "department": "民政局", "planned": "是"}
    first = add(ledger, "inspection", today, title="消防检查", **draft)
    second = add(ledger, "inspection", today, title="环保检查", **draft)
    assert said(ledger, first, today) == set()
    assert said(ledger, second, today) == {"当天第 2 次，上限 1 次"}
    assert refresh_all(ledger, today=today) == Refreshed()


def test_the_level_of_an_assessment_is_that_of_its_unit_when_none_is_entered(
    ledger: Ledger, today: date
) -> None:
    records.add(ledger, REGISTERS["department"], {"name": "市文明办", "level": "市级"}, today=today)
    entry = add(
        ledger,
        "inspection",
        today,
        held_on="2026-11-03",
        department="市文明办",
        title="文明创建考核",
        kind="考核",
        planned="是",
    )
    assert said(ledger, entry, today) == {"市级"}


@pytest.mark.parametrize(
    ("draft", "evidence"),
    [
        ({"letter": "未见", "guests": "4", "hosts": "2"}, {"公函文号：空"}),
        ({"letter": "郴组函〔2026〕8号", "guests": "10", "hosts": "4"}, {"来访 10 人，陪同 4 人，最多 3 人"}),
        ({"letter": "郴组函〔2026〕8号", "guests": "12", "hosts": "4"}, set()),
    ],
)
def test_a_visit_without_a_letter_or_with_many_hosts_is_flagged(
    ledger: Ledger, today: date, draft: dict[str, str], evidence: set[str]
) -> None:
    entry = add(
        ledger, "reception", today, visited_on="2026-11-03", department="民政局", title="调研", **draft
    )
    assert said(ledger, entry, today) == evidence


def test_a_plaque_hung_again_under_the_same_name_is_flagged(ledger: Ledger, today: date) -> None:
    add(
        ledger,
        "plaque",
        today,
        title="居民议事厅",
        hung_on="2025-01-06",
        removed_on="2026-03-02",
        state="已摘",
    )
    again = add(ledger, "plaque", today, title="居民议事厅", hung_on="2026-11-02")
    assert any("居民议事厅" in words for words in said(ledger, again, today))


def test_what_the_list_of_plaques_says_of_a_name_counts_and_letters_say_only_what_was_compared(
    ledger: Ledger, today: date
) -> None:
    hung = add(ledger, "plaque", today, title="退役军人服务站", hung_on="2026-11-02")
    studio = add(ledger, "plaque", today, title="调解工作室", hung_on="2026-11-02")
    assert (said(ledger, hung, today), said(ledger, studio, today)) == (set(), {"调解工作室"})
    rows = ALLOWED_PLAQUES
    (row,) = (one for one in ledger.entries(rows) if one.stored["name"] == "退役军人服务站")
    records.change(ledger, row, {"in_use": "是", "standing": "应摘除"}, today=today)
    records.add(ledger, rows, {"name": "调解工作室", "standing": "可以悬挂"}, today=today)
    assert refresh_all(ledger, today=today) == Refreshed(new=1, gone=1)
    assert said(ledger, studio, today) == set()
    (told,) = said(ledger, hung, today)
    assert told.startswith("退役军人服务站；牌子目录：应摘除（山东某县2023年“牌子多”整治工作方案；报道所见")
    draft = draft_letter(ledger, hung, LetterKind.JOINT, language="zh", today=today)
    assert "山东" not in "\n".join(draft.letter.paragraphs)
    assert any("牌子目录" in words.zh and "报道所见" in words.zh for words in draft.left_out)
    records.change(ledger, records.found(ledger, rows, row.uid), {"confidence": "原文已核"}, today=today)
    assert refresh_all(ledger, today=today) == Refreshed(changed=1)
    draft = draft_letter(ledger, hung, LetterKind.JOINT, language="zh", today=today)
    assert "牌子目录：应摘除（山东某县" in "\n".join(draft.letter.paragraphs)


def test_a_row_that_bids_to_take_down_says_where_that_is_written(ledger: Ledger, today: date) -> None:
    with pytest.raises(Refused, match="老年之家"):
        records.add(ledger, ALLOWED_PLAQUES, {"name": "老年之家", "standing": "应摘除"}, today=today)


def test_work_whose_admission_was_refused_is_flagged_until_it_is_approved(
    ledger: Ledger, today: date
) -> None:
    applied = add(
        ledger,
        "admission",
        today,
        applied_on="2026-09-01",
        department="民政局",
        title="适老化改造摸底登记",
        decision="不予准入",
        decided_on="2026-09-18",
    )
    work = add(
        ledger,
        "task",
        today,
        received_on="2026-11-03",
        department="民政局",
        title="适老化改造摸底登记",
        document="民发〔2026〕3号",
    )
    assert any("适老化改造摸底登记" in words for words in said(ledger, work, today))
    records.change(ledger, applied, {"decision": "准入"}, today=today)
    assert refresh(ledger, Watch(ledger, today), [work], today=today).gone == 1


def test_a_linked_admission_counts_whatever_it_is_called(ledger: Ledger, today: date) -> None:
    applied = add(
        ledger,
        "admission",
        today,
        applied_on="2026-09-01",
        department="卫健局",
        title="健康小屋",
        decision="不予准入",
        decided_on="2026-09-18",
    )
    work = add(
        ledger,
        "task",
        today,
        received_on="2026-11-03",
        department="民政局",
        title="每户一档更新",
        document="民发〔2026〕3号",
        admission=applied.number,
    )
    assert any("健康小屋" in words for words in said(ledger, work, today))
