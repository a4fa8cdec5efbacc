"""What tests of several rooms need: a ledger of a made-up community, on a fixed day."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from mingbai.desk.places import new_ledger
from mingbai.ledger.device import home_of
from mingbai.ledger.driver import connect
from mingbai.ledger.ledger import Ledger

# A build must not fail by chance on a change that is right: there properties try the same cases each time, and
# nowhere does one fail because the computer is busy.
settings.register_profile("build", derandomize=True, max_examples=50, deadline=None)
settings.register_profile("plain", deadline=None)
settings.register_profile("search", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("build" if os.environ.get("CI") else "plain"))

TUESDAY = date(2026, 11, 24)
PLACE = {"name": "新湖社区", "residents": 20136}


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: whoever collects garbage need not look through them each time."""
    gc.collect()
    gc.freeze()


LONG = ("test_first_minutes.py", "ui", "stories")
"""Files and rooms whose files take long, the longest first."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first: of two processes none is left alone with it at the end."""

    def rank(item: pytest.Item) -> int:
        lies_in = item.nodeid.partition("::")[0].split("/")
        return next((at for at, name in enumerate(LONG) if name in lies_in), len(LONG))

    items.sort(key=rank)


@pytest.fixture
def today() -> date:
    """A Tuesday in an ordinary week."""
    return TUESDAY


Stocked = Callable[[Path], Path]
"""Puts a ledger somewhere that was made before, and answers where."""


def moved_in(book: bytes, path: Path) -> Path:
    """A ledger made before, as if it had been made here: a copy would be another device, with another letter."""
    path.touch(0o600)
    path.write_bytes(book)
    with path.open("rb") as file, closing(connect(path)) as connection:
        connection.execute("UPDATE device SET home = ?", (home_of(path, file.fileno()),))
    return path


def kept_for_many(folder: Path, place: Mapping[str, object], today: date = TUESDAY) -> Stocked:
    """A new ledger of a place, for as many tests as want one."""
    path = folder / "账本.mingbai"
    new_ledger(path, place, today=today).close()
    return partial(moved_in, path.read_bytes())


@pytest.fixture(scope="session")
def stocked(tmp_path_factory: pytest.TempPathFactory) -> Stocked:
    """A new ledger with the shipped lists, made once: that takes longer than most tests do."""
    return kept_for_many(tmp_path_factory.mktemp("stocked"), {**PLACE, "base_on": date(2025, 12, 31)})


@pytest.fixture
def ledger(stocked: Stocked, tmp_path: Path) -> Iterator[Ledger]:
    """A new ledger with the shipped lists."""
    with Ledger(stocked(tmp_path / "新湖.mingbai")) as made:
        yield made
