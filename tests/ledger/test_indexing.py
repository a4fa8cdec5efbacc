"""When the rules of the search index change, it is made anew at the next opening."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.ledger.samples import added, assert_whole, binned, changed, issue

from mingbai.domain.issue import ISSUES
from mingbai.ledger import indexing, words_index
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
