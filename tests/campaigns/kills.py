"""Kills the program at random moments of an import, an export and an undo, and looks at what is left.

The ledger's check must find nothing, and the deed must be whole or absent: never a part of it.

    PYTHONPATH=desktop python -m tests.campaigns.kills --kills 300
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook

from mingbai.desk import imports
from mingbai.desk.exports import export_register
from mingbai.domain.issue import ISSUES
from mingbai.ledger.check import check
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
ROWS = 250
OLD = b"what was there before"
WHOLE, ABSENT = "whole", "absent"
LATER = 1.15
"""Some kills come when the deed is over: it must be whole then."""
AT = datetime(2026, 11, 24, 9)


def cells() -> str:
    """A table as it is pasted."""
    rows = (f"GD{n:05}\t2026-11-0{1 + n % 9} 09:00\t第 {n} 盏路灯不亮\t罗小平" for n in range(ROWS))
    return "\n".join(("工单编号\t受理时间\t诉求标题\t诉求人姓名", *rows))


def bring_in(ledger: Ledger, _: Path) -> None:
    """Imports the table."""
    table = imports.read_paste(cells(), ISSUES, name="热线")
    imports.write(ledger, imports.plan(ledger, table, ISSUES, today=TODAY))


def write_out(ledger: Ledger, out: Path) -> None:
    """Exports all of it over a file that is there."""
    export_register(ledger, ISSUES, out, today=TODAY, made_at=AT, language="zh")


def take_back(ledger: Ledger, _: Path) -> None:
    """Undoes the import."""
    undo(ledger)


DEEDS: dict[str, Callable[[Ledger, Path], None]] = {
    "import": bring_in,
    "export": write_out,
    "undo": take_back,
}


def left_of(kind: str, path: Path, out: Path) -> str:
    """What is left of a deed; raises `AssertionError` for a part of it, or a ledger that is not whole."""
    with Ledger(path) as ledger:
        assert check(ledger).findings == ()
        rows = len(ledger.entries(ISSUES))
    if kind != "export":
        assert rows in (0, ROWS), rows
        return WHOLE if (rows == ROWS) is (kind == "import") else ABSENT
    # What a killed program leaves of its draft is hidden, and never stands under the name asked for.
    assert all(left == out or left.name.startswith(".") for left in out.parent.iterdir())
    if out.read_bytes() == OLD:
        return ABSENT
    book = load_workbook(out)
    assert sum(str(row[0].value).startswith("2026-") for row in book.worksheets[0].iter_rows()) == ROWS
    return WHOLE


def campaign(kind: str, kills: int, folder: Path, seed: int = 5) -> Counter[str]:
    """Kills a deed so many times, each in a fresh copy of the ledger."""
    base, rng, found = folder / "base.mingbai", random.Random(seed), Counter[str]()
    with Ledger.create(base) as ledger:
        if kind == "export":
            bring_in(ledger, base)
    with _server() as server:
        lasts = 0.0
        for number in range(kills + 1):
            place = folder / str(number)
            out = place / "out" / "out.xlsx"
            out.parent.mkdir(parents=True)
            out.write_bytes(OLD)
            path = Path(shutil.copy(base, place / "a.mingbai"))
            # The first one is let go to its end: it tells how long it takes.
            after = None if number == 0 else rng.random() * lasts * LATER
            took = _run(server, kind, path, out, after)
            lasts = lasts or took
            found[left_of(kind, path, out)] += 1
            shutil.rmtree(place)
    return found


@contextmanager
def _server() -> Iterator[subprocess.Popen[str]]:
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.campaigns.kills", "--serve"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
    )
    with server:
        yield server
        assert server.stdin is not None
        server.stdin.close()


def _run(server: subprocess.Popen[str], kind: str, path: Path, out: Path, after: float | None) -> float:
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(f"{kind}\t{path}\t{out}\n")
    server.stdin.flush()
    lines = iter(server.stdout.readline, "")
    worker = int(next(line.split()[1] for line in lines if line.startswith("began")))
    began = time.perf_counter()
    if after is not None:
        time.sleep(after)
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
    assert next(line for line in lines if line == "gone\n")
    return time.perf_counter() - began


def serve() -> None:
    """Forks a worker for each line read, and tells when it is gone."""
    for line in sys.stdin:
        kind, path, out = line.rstrip("\n").split("\t")
        worker = os.fork()
        if worker == 0:
            with Ledger(Path(path)) as ledger:
                if kind == "undo":
                    # A copied ledger is another device's: only its own import is there to be undone.
                    bring_in(ledger, Path(path))
                _tell("began", str(os.getpid()))
                DEEDS[kind](ledger, Path(out))
            os._exit(0)
        os.waitpid(worker, 0)
        _tell("gone")


def _tell(*words: str) -> None:
    os.write(1, (" ".join(words) + "\n").encode())


def main() -> None:
    """The long form, by hand."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--serve", action="store_true")
    parser.add_argument("--kills", type=int, default=300)
    options = parser.parse_args()
    if options.serve:
        serve()
        return
    for kind in DEEDS:
        with tempfile.TemporaryDirectory() as folder:
            print(kind, dict(campaign(kind, options.kills, Path(folder))), flush=True)


if __name__ == "__main__":
    main()
