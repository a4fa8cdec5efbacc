"""Identifiers and moments stay in order."""

from __future__ import annotations

import time
import uuid
from itertools import pairwise

import pytest

from mingbai.ledger.clock import HybridClock, named_uid, new_uid


def test_a_new_uid_is_a_uuid_of_the_present_moment() -> None:
    before = time.time_ns() // 1_000_000
    found = uuid.UUID(new_uid())
    after = time.time_ns() // 1_000_000
    assert str(found) == str(uuid.UUID(str(found)))
    assert (found.version, found.variant) == (7, uuid.RFC_4122)
    assert before <= found.int >> 80 <= after


def test_new_uids_differ() -> None:
    assert len({new_uid() for _ in range(10_000)}) == 10_000


def test_new_uids_stand_in_the_order_in_which_they_were_made() -> None:
    made = [new_uid() for _ in range(1_000)]
    assert made == sorted(made)


def test_a_named_uid_is_the_same_on_every_pc() -> None:
    assert named_uid("department", "MZJ") == named_uid("department", "MZJ")
    assert named_uid("department", "MZJ") != named_uid("rule", "MZJ")
    assert uuid.UUID(named_uid("department", "MZJ")).version == 5


@pytest.mark.parametrize("now", [0, 5_000_000, 10**18])
def test_the_clock_only_goes_forward(monkeypatch: pytest.MonkeyPatch, now: int) -> None:
    clock = HybridClock(last=1 << 40)
    monkeypatch.setattr("time.time_ns", lambda: now)
    ticks = [clock.tick() for _ in range(100_000)]
    assert ticks[0] > 1 << 40
    assert all(later > earlier for earlier, later in pairwise(ticks))
    assert ticks[-1] < 1 << 63
