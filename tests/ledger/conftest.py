"""A bare ledger: no place, no shipped lists."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mingbai.ledger.ledger import Ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "账本.mingbai"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.create(path) as made:
        yield made
