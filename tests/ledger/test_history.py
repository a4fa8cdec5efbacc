"""The journal tells what happened to an entry, and what a person touched."""

from __future__ import annotations

from tests.ledger.samples import added, changed, issue

from mingbai.domain.issue import ISSUES
from mingbai.ledger.history import history, touched_since
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo


def test_every_change_is_told_oldest_first(ledger: Ledger) -> None:
    with ledger.act("add", who="李梅") as act:
        uid = act.insert(ISSUES, issue())
    changed(ledger, uid, title="路灯全灭")
    undo(ledger)
    steps = history(ledger, uid)
    assert [(step.who, step.deed, step.born) for step in steps] == [
        ("李梅", "add", True),
        ("", "change", False),
        ("", "undo", False),
    ]
    assert steps[0].patch["title"] == (None, "路灯不亮")
    assert steps[1].patch == {"title": ("路灯不亮", "路灯全灭")}
    assert steps[2].patch == {"title": ("路灯全灭", "路灯不亮")}
    assert history(ledger, "nobody") == []


def test_what_a_person_touched_after_the_program_brought_it(ledger: Ledger) -> None:
    with ledger.act("catalogue") as act:
        first, second = act.insert(ISSUES, issue("一")), act.insert(ISSUES, issue("二"))
    (own,) = added(ledger, issue("三"))
    changed(ledger, own, note="x")
    changed(ledger, second, note="x")
    with ledger.act("catalogue") as act:
        act.change(ISSUES, first, {"note": "新版"})
    assert touched_since(ledger, "catalogue") == {second}
