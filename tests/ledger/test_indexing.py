"""When the rules of the search index change, it is made anew at the next opening."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ledger.samples import added, assert_whole, binned, changed, issue, stored

from mingbai.domain.issue import ISSUES
from mingbai.ledger import indexing, words_index
from mingbai.ledger.check import check
from mingbai.ledger.faults import SearchDamaged
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Ledger


@pytest.fixture
def changed_rules(monkeypatch: pytest.MonkeyPatch):
    """Rules by which words of Chinese characters were written backwards."""
    words_index.edition.cache_clear()
    monkeypatch.setattr(words_index, "RULES", 4711)
    real = words_index._add_run
    monkeypatch.setattr(words_index, "_add_run", lambda found, run: real(found, run[::-1]))
    yield monkeypatch
    monkeypatch.undo()
    words_index.edition.cache_clear()


def test_an_index_of_other_rules_is_made_anew(path: Path, changed_rules: pytest.MonkeyPatch) -> None:
    with Ledger.create(path) as ledger:
        first, second = added(ledger, issue("路灯不亮"), issue("井盖"))
        binned(ledger, second)
        assert find(ledger, "路灯", [ISSUES]) == []
    changed_rules.undo()
    words_index.edition.cache_clear()
    with Ledger(path) as ledger:
        assert [entry.uid for entry in find(ledger, "路灯", [ISSUES])] == [first]
        changed(ledger, first, title="好了")
        assert find(ledger, "路灯", [ISSUES]) == []
        assert_whole(ledger)
        assert indexing.is_current(ledger._connection)
    before = path.read_bytes()
    Ledger(path).close()
    assert path.read_bytes() == before


def test_a_failing_reindex_changes_nothing(path: Path, changed_rules: pytest.MonkeyPatch) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue("路灯不亮"))
    before = path.read_bytes()
    changed_rules.undo()
    words_index.edition.cache_clear()

    def failing(*_: object) -> None:
        raise ZeroDivisionError

    changed_rules.setattr(indexing, "entries", failing)
    with pytest.raises(ZeroDivisionError):
        Ledger(path)
    assert path.read_bytes() == before


def test_a_damaged_index_is_told_and_mended_at_the_next_opening(path: Path) -> None:
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, issue("路灯不亮"))
        ledger.execute_alone("UPDATE issue_find_data SET block = x'00FF00FF' WHERE id > 10")
        with pytest.raises(SearchDamaged, match="entries are all there"):
            find(ledger, "路灯", [ISSUES])
        assert "search" in {finding.part for finding in check(ledger).findings}
        assert ledger.entry(ISSUES, uid) is not None
    with Ledger(path) as ledger:
        assert [entry.uid for entry in find(ledger, "路灯", [ISSUES])] == [uid]
        assert_whole(ledger)


def test_an_index_found_damaged_while_saving_takes_the_act_back(path: Path) -> None:
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, issue("路灯不亮"))
        ledger.execute_alone("INSERT INTO issue_find (issue_find) VALUES ('delete-all')")
        with pytest.raises(SearchDamaged), ledger.act("change") as act:
            act.change(ISSUES, uid, {"title": "好了"})
        assert stored(ledger, uid)["title"] == "路灯不亮"
    with Ledger(path) as ledger:
        changed(ledger, uid, title="好了")
        assert_whole(ledger)
