"""An erased person is in no byte of the ledger, with all that was noted, flagged and decided about them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mingbai.desk import records, review
from mingbai.desk.erasing import erase_person
from mingbai.desk.review import Verdict
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES, PROGRESS, Progress
from mingbai.domain.review import DECISIONS, FLAGS, Assessment
from mingbai.domain.words import Mistake
from mingbai.ledger.check import check
from mingbai.ledger.drafts import drafts, keep_draft
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import next_undo, undo

NAME, PHONE, STORY = "欧阳锦瑟", "13876543210", "深夜争吵摔碗"


def bytes_of(ledger: Ledger) -> bytes:
    return b"".join(at.read_bytes() for at in ledger.path.parent.iterdir() if at.is_file())


def stands(ledger: Ledger, *texts: str) -> list[str]:
    found = bytes_of(ledger)
    return [text for text in texts if any(text.encode(code) in found for code in ("utf-8", "utf-16-le"))]


def note(ledger: Ledger, issue: Entry, text: str) -> str:
    with ledger.act("add") as act:
        return act.insert(PROGRESS, Progress(issue=issue.uid, noted_at=datetime(2026, 11, 24, 9), text=text))


@pytest.fixture
def issue(ledger: Ledger, today: date) -> Entry:
    draft = {"accepted_at": "昨天 9:00", "title": "家事", "resident": NAME, "phone": PHONE, "content": STORY}
    return records.add(ledger, ISSUES, draft, today=today)


@pytest.fixture
def paper(ledger: Ledger, today: date) -> Entry:
    draft = {"asked_on": "今天", "certificate": "居住证明", "applicant": NAME, "phone": PHONE}
    return records.add(ledger, CERTIFICATES, draft, today=today)


def test_no_byte_of_a_person_is_left(ledger: Ledger, issue: Entry, paper: Entry, today: date) -> None:
    other = records.add(
        ledger, ISSUES, {"accepted_at": "昨天", "title": "路灯", "resident": "王小明"}, today=today
    )
    kept = note(ledger, other, "已转物业")
    note(ledger, issue, f"电话联系{NAME}，{STORY}")
    gone = note(ledger, issue, f"上门找{NAME}未遇")
    with ledger.act("bin") as act:
        act.bin(PROGRESS, gone)
    review.flag(ledger, paper, f"{NAME}已来过两次", today=today, evidence=f"{PHONE}")
    review.decide(
        ledger,
        paper,
        Verdict(assessment=Assessment.NOT_OURS, basis=f"{NAME}可自行承诺"),
        title=NAME,
        today=today,
    )
    keep_draft(ledger, "form", "issue", {"resident": NAME, "content": STORY})
    keep_draft(ledger, "quick-add", "task", {"": "周五前报表"})
    assert stands(ledger, NAME, PHONE, STORY) == [NAME, PHONE, STORY]

    erased = erase_person(ledger, [issue, paper])

    assert stands(ledger, NAME, PHONE, STORY, "锦瑟", "摔碗", PHONE[3:]) == []
    assert stands(ledger, "王小明", "已转物业", "周五前报表") == ["王小明", "已转物业", "周五前报表"]
    assert (erased.entries, erased.notes, erased.flags, erased.decisions, erased.drafts) == (2, 2, 1, 1, 1)
    assert list(drafts(ledger)) == ["quick-add"]
    assert [entry.uid for entry in ledger.entries(PROGRESS)] == [kept]
    assert ledger.entries(FLAGS) == ledger.entries(DECISIONS) == []
    assert [entry.uid for entry in ledger.entries(ISSUES)] == [other.uid]
    assert check(ledger).findings == ()
    assert ledger.rows("SELECT deed, who, entries FROM act ORDER BY id DESC LIMIT 1") == [("erase", "", 6)]


def test_what_was_erased_is_told_with_where_it_still_stands(
    ledger: Ledger, issue: Entry, paper: Entry
) -> None:
    note(ledger, issue, "电话")
    words = erase_person(ledger, [issue]).words
    assert words.zh.startswith("已永久清除 1 条记录、办理进展 1 条，")
    assert "此前的备份" in words.zh
    assert "1 progress note" in words.en
    assert "Backups" in words.en
    assert "、" not in erase_person(ledger, [paper]).words.zh.split("，")[0]


def test_it_is_never_undone(ledger: Ledger, issue: Entry) -> None:
    note(ledger, issue, NAME)
    erase_person(ledger, [issue])
    while next_undo(ledger) is not None:
        undo(ledger)
    assert stands(ledger, NAME, STORY) == []
    entry = ledger.entry(ISSUES, issue.uid)
    assert entry is not None
    assert entry.number == issue.number
    assert set(entry.stored.values()) == {None}


def test_a_list_is_not_erased(ledger: Ledger, issue: Entry) -> None:
    unit = ledger.entries(DEPARTMENTS)[0]
    keep_draft(ledger, "form", "issue", {"resident": NAME})
    with pytest.raises(Mistake, match="hold nothing of a resident"):
        erase_person(ledger, [issue, unit])
    assert stands(ledger, NAME) == [NAME]
    assert list(drafts(ledger)) == ["form"]


def test_nothing_chosen_is_nothing_erased(ledger: Ledger, issue: Entry) -> None:
    keep_draft(ledger, "form", "issue", {"resident": NAME})
    with pytest.raises(Mistake, match="Choose"):
        erase_person(ledger, [])
    assert list(drafts(ledger)) == ["form"]
