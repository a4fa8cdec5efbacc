"""How long the first 200 hits of a typed word take: frequent, rare, absent, initials, two words.

Limits: 5 ms at 100,000 records, 20 ms at 1,000,000; on a slower computer (`reference`) as much longer.

    PYTHONPATH=desktop python -m tests.bench.bench_search --records 100000 1000000
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from tests.bench.big_ledger import arguments, big_ledger
from tests.bench.reference import slowness

from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.issue import ISSUES
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.visit import VISITS
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Ledger

TURNS = 7

ASKED_OF: dict[str, list[Register]] = {
    **{register.code: [register] for register in (TASKS, ISSUES, CERTIFICATES, VISITS)},
    "everywhere": sorted(REGISTERS.values(), key=lambda register: not register.numbered),
}

ASKED: dict[str, tuple[str, ...]] = {
    "frequent": ("台", "台账", "报送", "花园", "业主多次", "物业一直没有", "路灯", "1", "13", "138", "王"),
    "rare": ("疙", "疙瘩", "疙瘩汤", "送疙瘩汤一", "00077", "007777", "77777"),
    "absent": ("龘", "台灯", "花报", "低保台灯", "路灯台账花园", "xq", "0000000", "99999999", "报送花园"),
    "initials": ("tz", "bstz", "dld", "zyx", "bsyzdsdd", "xhhy", "qqq", "wjw"),
    "two words": (
        "民政 台账", "路灯 花园", "王 138", "局 报", "区民政局 疙瘩汤", "物业 9月", "1 2", "tz mz", "低保 疙瘩汤",
        "xh 5678", "台账 路灯",
    ),
}  # fmt: skip


def measured(path: Path, registers: list[Register]) -> dict[str, dict[str, tuple[float, int]]]:
    """Of each kind and word the median milliseconds and the number of hits."""
    answer: dict[str, dict[str, tuple[float, int]]] = {}
    with Ledger(path) as ledger:
        for kind, words in ASKED.items():
            for word in words:
                times, hits = [], 0
                for _ in range(TURNS):
                    began = time.perf_counter()
                    hits = len(find(ledger, word, registers))
                    times.append((time.perf_counter() - began) * 1000)
                answer.setdefault(kind, {})[word] = (statistics.median(times), hits)
    return answer


if __name__ == "__main__":
    given = arguments("Measures the search.")
    for records in given.records:
        limit = (5 if records <= 100_000 else 20) * slowness()
        print(f"limit here {limit:.1f} ms")
        path = big_ledger(given.folder, records)
        for name, registers in ASKED_OF.items():
            for kind, found in measured(path, registers).items():
                times = [milliseconds for milliseconds, _ in found.values()]
                worst = max(found, key=lambda word: found[word][0])
                milliseconds, hits = found[worst]
                # The limit is one list's.
                parts = "" if len(registers) > 1 else f", {milliseconds / limit:.2f} of the limit"
                print(
                    f"{records:>9,} {name:<11} {kind:<9} median {statistics.median(times):6.2f} ms, "
                    f"worst {milliseconds:6.2f} ms “{worst}” ({hits} hits){parts}"
                )
