"""A program killed at any moment loses nothing that it said was saved."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.ledger.samples import added, assert_whole, issue

from mingbai.domain.issue import ISSUES
from mingbai.ledger.ledger import Ledger

KILLS = 100
SAVES = 4
"""A worker dies before it has told of so many saves and was heard."""
CHECKED_EVERY = 20
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked, which this system cannot")
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(path: Path) -> None:
    Ledger.create(path).close()
    rng = random.Random(11)
    acts: list[list[str]] = []
    broken_off = 0
    took = 0.0
    saver = subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.saver", str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
    )
    with saver:
        assert saver.stdin is not None
        assert saver.stdout is not None
        for kill in range(KILLS):
            saver.stdin.write(f"{kill}\n")
            saver.stdin.flush()
            lines = iter(saver.stdout.readline, "")
            words = next(line.split() for line in lines if line.startswith("worker"))
            # Told by what was saved, not by the clock: a busy machine saves less in the same time.
            for _ in range(rng.randrange(SAVES)):
                begun = time.monotonic()
                acts.append(next(line.split()[1:] for line in lines if line.startswith("saved")))
                took = time.monotonic() - begun
            time.sleep(rng.random() * took)
            os.kill(int(words[1]), signal.SIGKILL)
            for line in lines:
                if line.startswith("saved"):
                    acts.append(line.split()[1:])
                elif line == "gone\n":
                    break
            journal = path.with_name(f"{path.name}-journal")
            broken_off += journal.exists() and journal.read_bytes()[:8] != bytes(8)
            with Ledger(path) as ledger:
                present = {uid for (uid,) in ledger.rows("SELECT uid FROM issue")}
                assert all(uid in present for uids in acts for uid in uids)
                halves = ledger.rows(
                    "SELECT a.id FROM act a LEFT JOIN journal j ON j.act = a.id GROUP BY a.id "
                    "HAVING count(DISTINCT j.uid) <> a.entries"
                )
                assert halves == []
                if kill % CHECKED_EVERY == 0:
                    assert_whole(ledger)
        saver.stdin.close()
    with Ledger(path) as ledger:
        assert_whole(ledger)
        added(ledger, issue())
        assert len(ledger.entries(ISSUES, binned=True)) > len(acts) > KILLS
        assert ledger.device.letter == "A"
    assert broken_off > 0, "some kills hit a save that was under way"
