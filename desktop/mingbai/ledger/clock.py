"""Identifiers and times that stay in order: UUIDv7 and a hybrid logical clock."""

from __future__ import annotations

import os
import time
import uuid

from mingbai.domain.column import Uid

NAMES = uuid.UUID("6b0f7a52-1d7b-5f0e-9a54-0f3a5b7a9c11")
"""The name space of entries whose identity follows from what they are (shipped rows, units by name)."""

COUNTER_BITS = 16
UID_BITS = 12
"""So much of a uid counts within its millisecond."""


def new_uid() -> Uid:
    """A UUIDv7, later than every one made before: uids stand in the order in which entries were recorded."""
    stamp, count = divmod(_UIDS.tick(), 1 << UID_BITS)
    # Random, for other PCs and threads may be at the same count.
    tail = int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1
    text = f"{(stamp << 80) | (0x7 << 76) | (count << 64) | (0b10 << 62) | tail:032x}"
    return Uid(f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}")


def named_uid(register: str, name: str) -> Uid:
    """The same uid on every PC for the same shipped row or unit, so that merged ledgers have it once."""
    return Uid(str(uuid.uuid5(NAMES, f"{register}:{name}")))


class HybridClock:
    """Milliseconds and a counter in one number that never goes back, even when the PC's clock does."""

    def __init__(self, last: int = 0, bits: int = COUNTER_BITS) -> None:
        self.last = last
        self._bits = bits

    def tick(self) -> int:
        """The next moment, later than every one before."""
        now = time.time_ns() // 1_000_000 << self._bits
        self.last = max(now, self.last + 1)
        return self.last


_UIDS = HybridClock(bits=UID_BITS)
