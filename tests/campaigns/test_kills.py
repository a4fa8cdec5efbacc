"""A short form of the campaign of kills; the long one is run by hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.campaigns import kills
from tests.campaigns.kills import ABSENT, DEEDS, WHOLE, campaign

from mingbai.domain.issue import ISSUES
from mingbai.ledger.ledger import Ledger

KILLS = 8

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="workers are forked, which this system cannot"
)


@pytest.mark.parametrize("kind", DEEDS)
def test_a_killed_deed_is_whole_or_absent(kind: str, tmp_path: Path) -> None:
    found = campaign(kind, KILLS, tmp_path)
    assert found.total() == KILLS + 1
    assert found[WHOLE] > 0
    assert found[ABSENT] > 0


def test_half_an_import_and_half_a_file_would_be_seen(tmp_path: Path) -> None:
    path, out = tmp_path / "a.mingbai", tmp_path / "out" / "out.xlsx"
    with Ledger.create(path) as ledger:
        kills.bring_in(ledger, out)
        with ledger.act("bin") as act:
            act.bin(ISSUES, ledger.entries(ISSUES)[0].uid)
    with pytest.raises(AssertionError):
        kills.left_of("import", path, out)
    out.parent.mkdir()
    with Ledger(path) as ledger:
        kills.write_out(ledger, out)
    with pytest.raises(AssertionError):
        kills.left_of("export", path, out)
