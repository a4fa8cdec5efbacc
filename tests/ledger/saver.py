"""A program that saves until it is killed: started once, it forks a worker for every number it is told.

Each worker opens the ledger, saves without end and writes the uids of every act once it is saved.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from tests.ledger.samples import issue, spill_early

from mingbai.domain.issue import ISSUES
from mingbai.ledger.drafts import keep_draft
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo


def tell(*words: str) -> None:
    # One write, so that a kill leaves whole lines.
    os.write(1, (" ".join(words) + "\n").encode())


def save(path: Path, seed: int) -> None:
    """Saves without end: single entries, edits, imports that overflow the cache, undos."""
    rng = random.Random(seed)
    with Ledger(path) as ledger:
        spill_early(ledger, 20)
        tell("opened")
        while True:
            chance = rng.random()
            with ledger.act("add") as act:
                many = 60 if chance < 0.1 else 1
                uids = [act.insert(ISSUES, issue(f"第{rng.random()}条", note="x" * 50)) for _ in range(many)]
            tell("saved", *uids)
            if chance > 0.6:
                with ledger.act("change") as act:
                    act.change(ISSUES, rng.choice(uids), {"title": "改过的路灯"})
            if chance > 0.8:
                undo(ledger)
            if chance > 0.9:
                keep_draft(ledger, "form", "issue", {"title": "路"})


def main() -> None:
    """Forks a worker for each line read, and tells when it is gone."""
    path = Path(sys.argv[1])
    for line in sys.stdin:
        worker = os.fork()
        if worker == 0:
            save(path, int(line))
        tell("worker", str(worker))
        os.waitpid(worker, 0)
        tell("gone")


if __name__ == "__main__":
    main()
