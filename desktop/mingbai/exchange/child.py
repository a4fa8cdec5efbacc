"""A process that reads what may be hostile, so that it costs some seconds and nothing else.

How long it may take is told in seconds of its own work, as the system counts them. By the clock on the wall
a PC that has much else to do would call a good file too slow.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self

from mingbai.domain.words import Fault
from mingbai.exchange.gate import damaged

SECONDS = 20.0
STEPS_BACK = 10
"""So much nicer than its parent is a child, where processes are nice: as the system's own `nice` has it."""
LOOKS_UP_SECONDS = 0.1
"""So often is asked, while the child reads, whether to go on."""


class Patience:
    """Comes to an end after so many seconds of work, or of none at all."""

    def __init__(self, seconds: float, worked: float | None) -> None:
        self._seconds = seconds
        self._begun = self._worked = worked or 0.0
        self._idle = 0.0

    def is_over(self, worked: float | None) -> bool:
        """Said at every look; `worked` is None where the system does not tell, and then every look counts."""
        if worked is not None and worked > self._worked:
            self._worked, self._idle = worked, 0.0
        else:
            self._idle += LOOKS_UP_SECONDS
        return max(self._worked - self._begun, self._idle) > self._seconds


class Child:
    """One such process. The calling one must be startable again: a script needs its `if __name__ == "__main__"`."""

    def __init__(self, work: Callable[..., None], *given: object, seconds: float) -> None:
        """`work` gets a pipe to send its answers through, and what is given; `seconds` are for one answer."""
        # A forked child would inherit the locks of threads that do not exist in it.
        spawn = multiprocessing.get_context("spawn")
        self._seconds = seconds
        self._ours, theirs = spawn.Pipe(duplex=False)
        self._process = spawn.Process(target=_begin, args=(work, theirs, *given), daemon=True)
        self._process.start()
        theirs.close()
        give_way(self._process)

    def answer(self, name: str, go_on: Callable[[], None] | None = None) -> Any:
        """What it sends next of the file of that name.

        `go_on` is called now and then and may raise to stop. Raises `Fault` when the child dies or does not
        come to an end; then it is of no more use.
        """
        # Once for every answer, also of a child that answers at once.
        if go_on is not None:
            go_on()
        patience = Patience(self._seconds, seconds_worked(self._process))
        while not self._ours.poll(LOOKS_UP_SECONDS):
            if patience.is_over(seconds_worked(self._process)):
                raise too_slow(name)
            if go_on is not None:
                go_on()
        try:
            return self._ours.recv()
        except EOFError:
            raise damaged(name) from None

    def __enter__(self) -> Self:
        """Until the end of the block it can be asked."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends it, whatever it does."""
        # In this order: a child that still writes would complain about a closed pipe.
        self._process.kill()
        self._process.join()
        self._ours.close()


def _begin(work: Callable[..., None], answers: Connection, *given: object) -> None:
    belong_to_parent()
    # Where the parent is gone nobody listens, and nobody would know what a complaint is about.
    with suppress(BrokenPipeError):
        work(answers, *given)


def belong_to_parent() -> None:
    """Ctrl+C is the business of the process that started this one, and when that is gone, this one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


if sys.platform == "win32":
    import ctypes
    from ctypes.wintypes import FILETIME, HANDLE

    TICKS = 10_000_000
    BELOW_NORMAL = 0x4000

    def give_way(process: BaseProcess) -> None:
        """Lets the window and other programs go first."""
        ctypes.windll.kernel32.SetPriorityClass(HANDLE(process.sentinel), BELOW_NORMAL)

    def seconds_worked(process: BaseProcess) -> float | None:
        """For how long a process has had a processor; None where the system does not tell."""
        _begun, _ended, kernel, user = times = [FILETIME() for _ in range(4)]
        if not ctypes.windll.kernel32.GetProcessTimes(HANDLE(process.sentinel), *map(ctypes.byref, times)):
            return None
        return sum((one.dwHighDateTime << 32) + one.dwLowDateTime for one in (kernel, user)) / TICKS
else:
    USER, SYSTEM = 11, 12
    """Places in the line of a process, counted behind its name, which may hold anything."""

    def give_way(process: BaseProcess) -> None:
        """Lets the window and other programs go first."""
        # One that is dead already is told of when it is asked for its answer.
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, process.pid or 0, os.getpriority(os.PRIO_PROCESS, 0) + STEPS_BACK)

    def seconds_worked(process: BaseProcess) -> float | None:
        """For how long a process has had a processor; None where the system does not tell."""
        try:
            line = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return None
        told = line.rpartition(")")[2].split()
        return (int(told[USER]) + int(told[SYSTEM])) / os.sysconf("SC_CLK_TCK")


def too_slow(name: str) -> Fault:
    """What is said of a file that a reader does not come to an end with."""
    return Fault(
        "“{name}”读取太久，已停止，请只保留要导入的工作表，另存为新的 .xlsx 后再导入",
        "“{name}” took too long and was given up; keep only the sheet to import, save it as a new .xlsx and import that",
        name=name,
    )
