"""The first ledger: the sample is told from one's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mingbai.desk.beginning import begin_sample, is_sample
from mingbai.ledger.ledger import Ledger


def test_the_sample_is_told_from_a_ledger_of_ones_own(ledger: Ledger, tmp_path: Path, today: date) -> None:
    path = tmp_path / "示例.mingbai"
    begin_sample(path, today=today, language="zh")
    with Ledger(path) as sample:
        assert is_sample(sample)
    assert not is_sample(ledger)
