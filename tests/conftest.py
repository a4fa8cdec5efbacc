"""What tests of several rooms need: a ledger of a made-up community, on a fixed day."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from mingbai.desk.places import new_ledger
from mingbai.ledger.ledger import Ledger

# A build must not fail by chance on a change that is right: there properties try the same cases each time, and
# nowhere does one fail because the computer is busy.
settings.register_profile("build", derandomize=True, max_examples=50, deadline=None)
settings.register_profile("plain", deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("build" if os.environ.get("CI") else "plain"))

TUESDAY = date(2026, 11, 24)


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: whoever collects garbage need not look through them each time."""
    gc.collect()
    gc.freeze()


LONG = ("test_first_minutes.py", "ui", "stories")
"""Files and rooms whose files take long, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first: of two processes none is left alone with it at the end."""

    def rank(item: pytest.Item) -> int:
        path = item.path
        return next((at for at, name in enumerate(LONG) if name in (path.name, path.parent.name)), len(LONG))

    items.sort(key=rank)


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
