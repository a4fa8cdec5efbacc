"""Many month workbooks read in one child process, which is replaced when a file hangs or kills it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from mingbai.domain.data_sheet import HandedIn
from mingbai.domain.words import Fault, Trouble
from mingbai.exchange.child import SECONDS, Child
from mingbai.exchange.gate import too_large
from mingbai.exchange.reading_apart import Told, as_trouble, limit_memory, told
from mingbai.exchange.submissions import read_submission


def read_submissions_apart(
    paths: Sequence[Path], *, seconds: float = SECONDS, go_on: Callable[[], None] | None = None
) -> Iterator[HandedIn | Trouble]:
    """What each file hands in, or why it is refused, in their order.

    `seconds` is the limit for one file. `go_on` is called now and then and may raise to stop.
    """
    done = 0
    while done < len(paths):
        with Child(_work, list(paths[done:]), seconds=seconds) as child:
            for path in paths[done:]:
                done += 1
                try:
                    answer: HandedIn | Told = child.answer(path.name, go_on)
                except Fault as fault:
                    yield fault
                    break
                yield answer if isinstance(answer, HandedIn) else as_trouble(answer)


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
        answers.send(answer)
    answers.close()
