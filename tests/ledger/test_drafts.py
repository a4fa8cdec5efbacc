"""Half-typed text comes back after a crash, and is no entry."""

from __future__ import annotations

from pathlib import Path

from tests.ledger.samples import assert_whole

from mingbai.ledger.check import check
from mingbai.ledger.drafts import drafts, drop_draft, keep_draft
from mingbai.ledger.ledger import Ledger


def test_drafts_survive_reopening(path: Path) -> None:
    with Ledger.create(path) as ledger:
        keep_draft(ledger, "quick-add", "task", {"": "周五前 报表 民政局"})
        keep_draft(ledger, "form", "issue", {"title": "路", "note": "“两行\n字”"})
        keep_draft(ledger, "form", "issue", {"title": "路灯", "note": "“两行\n字”"})
    with Ledger(path) as ledger:
        assert drafts(ledger) == {
            "quick-add": ("task", {"": "周五前 报表 民政局"}),
            "form": ("issue", {"title": "路灯", "note": "“两行\n字”"}),
        }
        drop_draft(ledger, "form")
        drop_draft(ledger, "nowhere")
        assert list(drafts(ledger)) == ["quick-add"]


def test_a_draft_leaves_no_trace_in_the_journal(ledger: Ledger) -> None:
    keep_draft(ledger, "form", "issue", {"title": "路"})
    found = check(ledger)
    assert (found.entries, found.acts, found.lines) == (0, 0, 0)
    assert_whole(ledger)
