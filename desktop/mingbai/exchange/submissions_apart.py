"""Many month workbooks read in one child process, which is replaced when a file hangs or kills it."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from mingbai.domain.data_sheet import HandedIn
from mingbai.domain.words import Fault, Mistake, Trouble
from mingbai.exchange.gate import damaged, too_large
from mingbai.exchange.reading_apart import LOOKS_UP_SECONDS, SECONDS, Told, limit_memory, told, too_slow
from mingbai.exchange.submissions import read_submission


def read_submissions_apart(
    paths: Sequence[Path], *, seconds: float = SECONDS, go_on: Callable[[], None] | None = None
) -> Iterator[HandedIn | Trouble]:
    """What each file hands in, or why it is refused, in their order.

    `seconds` is the limit for one file. `go_on` is called now and then and may raise to stop.
    """
    done = 0
    while done < len(paths):
        child = _Child(paths[done:])
        try:
            while done < len(paths):
                answer = child.next(paths[done].name, seconds, go_on)
                done += 1
                yield answer
                if child.over:
                    break
        finally:
            child.end()


class _Child:
    """One process and the files it was given."""

    def __init__(self, paths: Sequence[Path]) -> None:
        # A forked child would inherit the locks of threads that do not exist in it.
        spawn = multiprocessing.get_context("spawn")
        self._ours, theirs = spawn.Pipe(duplex=False)
        self._process = spawn.Process(target=_work, args=(theirs, list(paths)), daemon=True)
        self._process.start()
        theirs.close()
        self.over = False
        """Whether it is of no more use."""

    def next(self, name: str, seconds: float, go_on: Callable[[], None] | None) -> HandedIn | Trouble:
        until = time.monotonic() + seconds
        if go_on is not None:
            go_on()
        try:
            while not self._ours.poll(LOOKS_UP_SECONDS):
                if time.monotonic() > until:
                    self.over = True
                    return too_slow(name)
                if go_on is not None:
                    go_on()
            answer: HandedIn | Told = self._ours.recv()
        except EOFError:
            self.over = True
            return damaged(name)
        if isinstance(answer, HandedIn):
            return answer
        kind, zh, en = answer
        return (Mistake if kind == "mistake" else Fault)(zh, en)

    def end(self) -> None:
        if self._process.is_alive():
            self._process.kill()
        self._process.join()
        self._ours.close()


def _work(answers: Connection, paths: Sequence[Path]) -> None:
    limit_memory()
    for path in paths:
        answer: HandedIn | Told
        try:
            answer = read_submission(path)
        except MemoryError:
            answer = told(too_large(path.name))
        except Trouble as trouble:
            answer = told(trouble)
        try:
            answers.send(answer)
        except OSError:
            return  # nobody listens any more
    answers.close()
