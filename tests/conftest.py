"""What tests of several rooms need: a ledger of a made-up community, on a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mingbai.desk.places import new_ledger
from mingbai.ledger.ledger import Ledger

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def today() -> date:
    """A Tuesday in an ordinary week."""
    return TUESDAY


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A new ledger with the shipped lists."""
    place = {"name": "新湖社区", "residents": 20136, "base_on": date(2025, 12, 31)}
    with new_ledger(tmp_path / "新湖.mingbai", place, today=TUESDAY) as made:
        yield made
