"""Cuts the power at every moment of the store's work, and opens what would then be on the disk.

The writes and syncs of a real run are recorded and replayed on a model of a disk that may lose, reorder
or tear whatever was not synced. Every act that was acknowledged must be there, and the check be clean.

    PYTHONPATH=desktop python -m tests.campaigns.power_cuts --acts 60 --states 3000 [--fs ntfs]

`--synchronous 0` must fail, or the test has no teeth. Needs gcc and the development folder beside the
repository that holds the recorder and the model.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.ledger.samples import issue, spill_early

from mingbai.domain.issue import ISSUES
from mingbai.domain.words import Trouble
from mingbai.ledger import driver
from mingbai.ledger.check import check
from mingbai.ledger.drafts import keep_draft
from mingbai.ledger.erase import erase
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT.parent / "shared" / "faults" / "powerloss"
NAME = "a.mingbai"
MODES = ("none", "all", "prefix", "random")
Operation = tuple[str, int, int, int, bytes]


def missing() -> str:
    """Why the campaign cannot run here, or ''."""
    if not (TOOLS / "shim.c").exists():
        return "development folder absent"
    return "" if shutil.which("gcc") else "no gcc here"


def write(path: Path, acts: int, synchronous: int) -> None:
    """Saves so many acts in several sessions, telling after each in a file that it was saved."""
    driver.SETTINGS["synchronous"] = synchronous
    rng = random.Random(acts)
    file = os.open(path.with_name("ACK"), os.O_WRONLY | os.O_CREAT, 0o600)
    done = 0
    while done < acts:
        with Ledger(path) as ledger:
            spill_early(ledger, 30)
            uids: list[str] = []
            for _ in range(rng.randint(5, 12)):
                _one_act(ledger, rng, uids)
                done = ledger.rows("SELECT count(*) FROM act")[0][0]
                os.write(file, b"%d\n" % done)
                keep_draft(ledger, "form", "issue", {"title": "x" * rng.choice([1, 5000])})
    os.close(file)


def _one_act(ledger: Ledger, rng: random.Random, uids: list[str]) -> None:
    chance = rng.random()
    if uids and chance < 0.15:
        undo(ledger)
    elif uids and chance < 0.2:
        erase(ledger, [uids.pop()])
    elif uids and chance < 0.5:
        with ledger.act("change") as act:
            act.change(ISSUES, rng.choice(uids), {"note": f"改{rng.random()}" * rng.choice([1, 300])})
    else:
        with ledger.act("add") as act:
            many = 40 if chance > 0.9 else 1
            uids.extend(act.insert(ISSUES, issue(f"第{rng.random()}条")) for _ in range(many))


def record(folder: Path, acts: int, synchronous: int) -> tuple[dict[str, bytes], list[Operation]]:
    """The files before the run, and everything the run did to them."""
    shim, log, live = folder / "shim.so", folder / "log", folder / "live"
    subprocess.run(
        ["gcc", "-O1", "-shared", "-fPIC", "-o", shim, TOOLS / "shim.c", "-ldl"],
        check=True,
        capture_output=True,
    )
    live.mkdir()
    with Ledger.create(live / NAME) as ledger, ledger.act("add") as act:
        for number in range(50):
            act.insert(ISSUES, issue(f"第{number}条"))
    base = {at.name: at.read_bytes() for at in live.iterdir()}
    subprocess.run(
        [sys.executable, "-m", __spec__.name if __name__ == "__main__" else __name__, "--write", live / NAME,
         "--acts", str(acts), "--synchronous", str(synchronous)],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop"), "LD_PRELOAD": str(shim), "PL_LOG": str(log),
             "PL_ROOT": str(live)},
    )  # fmt: skip
    raw, at, operations = log.read_bytes(), 0, []
    while at < len(raw):
        sign, file, first, second, length = struct.unpack_from("<ciqqQ", raw, at)
        at += 29
        operations.append((sign.decode(), file, first, second, raw[at : at + length]))
        at += length
    return base, operations


def judged(state: dict[str, bytes], folder: Path, acknowledged: int) -> str:
    """Opens what a power cut left; 'ok' or what is wrong with it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in state.items():
        if not name.startswith("ACK"):
            (folder / name).write_bytes(data)
    try:
        with Ledger(folder / NAME) as ledger:
            found = check(ledger)
    except Trouble as trouble:
        return f"refused: {trouble}"
    if found.findings:
        return f"unsound: {found.findings[0].part}"
    if not acknowledged <= found.acts <= acknowledged + 1:
        return "lost" if found.acts < acknowledged else "too much"
    return "ok"


def campaign(acts: int, states: int, fs: str = "posix", synchronous: int = 2) -> Counter[str]:
    """Records one run, cuts the power so many times and counts what came of it."""
    model = _model()
    results: Counter[str] = Counter()
    rng = random.Random(states)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if Path("/dev/shm").is_dir() else None) as name:
        folder = Path(name)
        base, operations = record(folder, acts, synchronous)
        disk = model.Disk(base, fs)
        disk.acked = 1
        cuts = set(rng.sample(range(len(operations)), min(len(operations), max(1, states // len(MODES)))))
        for at, operation in enumerate(operations):
            disk.step(str(folder / "live"), operation)
            for mode in MODES if at in cuts else ():
                results[judged(disk.cut(rng, mode), folder / "state", disk.acked)] += 1
    return results


def _model() -> ModuleType:
    spec = importlib.util.spec_from_file_location("powerloss", TOOLS / "powerloss.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


def arguments() -> Any:
    parser = argparse.ArgumentParser(description="Cuts the power at every moment of the store's work.")
    parser.add_argument("--acts", type=int, default=60)
    parser.add_argument("--states", type=int, default=3000)
    parser.add_argument("--fs", choices=["posix", "ntfs"], default="posix")
    parser.add_argument("--synchronous", type=int, default=2)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    given = arguments()
    if given.write:
        write(given.write, given.acts, given.synchronous)
    elif missing():
        sys.exit(missing())
    else:
        found = campaign(given.acts, given.states, given.fs, given.synchronous)
        for what, times in found.most_common():
            print(f"{times:>6} {what}")
        sys.exit(bool(set(found) - {"ok"}))
