"""Plain work to hold a measure against: two times of one run say the same on a slow computer and on a fast one."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

LOOPS = 1_000_000
STEP_MS = 65.0
"""What a step took on the computer on which the limits in milliseconds were set."""


Clock = Callable[[], float]


def seconds(work: Callable[[], object], clock: Clock = time.perf_counter) -> float:
    """How long some work takes, once."""
    began = clock()
    work()
    return clock() - began


def times_as_long(work: Callable[[], object], than: Callable[[], object], *, turns: int = 5) -> float:
    """How many times as long some work takes as other work, at the best of each; in turns, for equal weather."""
    pairs = [(seconds(work), seconds(than)) for _ in range(turns)]
    return min(own for own, _ in pairs) / min(other for _, other in pairs)


def step() -> int:
    """A fixed piece of work for the processor."""
    total = 0
    for at in range(LOOPS):
        total += at & 7
    return total


def slowness(*, turns: int = 9, clock: Clock = time.perf_counter) -> float:
    """How many times slower this computer is than the one on which the limits were set; a faster one counts as it.

    What a person feels in milliseconds is not less on a faster computer. By `time.process_time` only its
    processor is judged, and not what else it does meanwhile.
    """
    return max(1.0, statistics.median(seconds(step, clock) for _ in range(turns)) * 1000 / STEP_MS)
