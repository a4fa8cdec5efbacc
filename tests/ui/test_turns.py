"""Long work waits while the window is late, goes on when it is not, and comes to its end in any case."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from tests.ui.waiting import until

from mingbai.ui.runner import Runner
from mingbai.ui.turns import LATE_SECONDS, PATIENCE_SECONDS, Turns


@pytest.fixture(autouse=True)
def interval() -> Iterator[None]:
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def test_there_is_one_for_a_runner() -> None:
    runner = Runner()
    assert Turns.of(runner) is Turns.of(runner)


def test_work_waits_for_a_late_window_but_not_for_ever() -> None:
    runner = Runner()
    turns = Turns.of(runner)
    waited: list[float] = []
    went_on = threading.Event()

    def work(_: object) -> None:
        time.sleep(2 * LATE_SECONDS)
        start = time.perf_counter()
        turns.between(lambda *_: went_on.set())(1, 1)
        waited.append(time.perf_counter() - start)

    runner.job("one", work, lambda _: None)
    assert went_on.wait(30), "the window stays busy until the work goes on"
    runner.wait()
    assert waited[0] > 0.8 * PATIENCE_SECONDS


def test_collections_are_as_before_when_the_jobs_are_over() -> None:
    runner = Runner()
    Turns.of(runner)
    before = gc.get_threshold()
    ended: list[object] = []
    runner.job("one", lambda _: gc.get_threshold(), ended.append)
    until(lambda: bool(ended))
    assert ended != [before]
    assert gc.get_threshold() == before
