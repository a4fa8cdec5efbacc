"""How fast many records are loaded, journal and search index included, and how large they lie on disk.

Limits: at least 10,000 records a second, on a slower computer (`reference`) as much fewer; at most 1.2 KB for
each.

    PYTHONPATH=desktop python -m tests.bench.bench_load --records 100000 1000000
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.bench.big_ledger import arguments, load
from tests.bench.reference import slowness

if __name__ == "__main__":
    given = arguments("Loads a ledger and measures it.")
    given.folder.mkdir(parents=True, exist_ok=True)
    for records in given.records:
        folder = Path(tempfile.mkdtemp(dir=given.folder))
        try:
            path = folder / "load.mingbai"
            seconds, busy = load(path, records)
            print(
                f"{records:>9,} records: {records / seconds:>8,.0f} a second (limit here ≥ {10_000 / slowness():,.0f}), "
                f"{records / busy:>8,.0f} a second of the processor, "
                f"{path.stat().st_size / records:>6,.0f} bytes each (limit ≤ 1,229)"
            )
        finally:
            shutil.rmtree(folder)
