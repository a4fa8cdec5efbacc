"""Many texts at once: one JSON line in, one JSON line out, and a line that cannot be read stops no other."""

from __future__ import annotations

import json
import math
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from mingbai.cli.piped import lines_waiting, piped
from mingbai.cli.speech import as_json
from mingbai.domain.reading import read_date
from mingbai.domain.words import Fault, Language, Mistake, Trouble, Words

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

Answer = dict[str, Any]
Asked = Callable[[Mapping[str, Any], date], Answer]
"""What answers one line; a function of a module, so that another process can be handed it."""

ALONE, HANDED = 50, 10
"""So many lines this process answers itself, for other processes must be worth their start; so many are handed over at
once."""
MOST = 61
"""So many processes at most: Windows waits for no more at once."""

NO_OBJECT = Words("这一行不是 JSON 对象", "this line is no JSON object")
NOT_UTF_8 = Words("这一行不是 UTF-8，请存成 UTF-8", "this line is not in UTF-8; save it as UTF-8")
NO_TEXT = Words("这一行没有 text", "this line has no text")


def answer_lines(file: str, answer: Asked, today: date, language: Language) -> None:
    """Answers each line of a file, `-` for standard input, with the line's own `id` and day, in their order.

    What can be read at once is answered before more is waited for, since whoever writes may wait for it too; where
    that is long, by as many processes as there are cores. Raises `Fault` if the file cannot be read.
    """
    told = partial(_told, answer=answer, today=today, language=language)
    blocks = _blocks(file)
    for lines in blocks:
        _say(map(told, lines[:ALONE]))
        if others := lines[ALONE:]:
            _hand_out(told, chain([others], blocks))


def _hand_out(told: Callable[[bytes], str], blocks: Iterable[list[bytes]]) -> None:
    from concurrent.futures import ProcessPoolExecutor

    try:
        pool = ProcessPoolExecutor(min(os.cpu_count() or 1, MOST), initializer=_belong_to_parent)
    except (OSError, NotImplementedError):
        # Here processes may not share a lock, as where /dev/shm is not to be written.
        for lines in blocks:
            _say(map(told, lines))
        return
    try:
        for lines in blocks:
            _say(map(told, lines) if len(lines) <= HANDED else _told_by(pool, told, lines))
    finally:
        pool.shutdown(cancel_futures=True)
        # Where not all could be started, the pool leaves those that were waiting, and Python's end waits for them.
        for left in multiprocessing.active_children():
            left.kill()


def _told_by(pool: ProcessPoolExecutor, told: Callable[[bytes], str], lines: list[bytes]) -> Iterator[str]:
    """What the processes of a pool answer, in order; where they end or cannot be started, this one takes over."""
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        for answer in pool.map(told, lines, chunksize=HANDED):
            done += 1
            yield answer
    except (BrokenProcessPool, OSError):
        yield from map(told, lines[done:])


def text_of(given: Mapping[str, Any]) -> str:
    """The text of a line. Raises `Mistake`."""
    text = given.get("text")
    if not isinstance(text, str):
        raise Mistake(NO_TEXT.zh, NO_TEXT.en)
    return text


def _say(answers: Iterable[str]) -> None:
    for answer in answers:
        print(answer, flush=True)


def _belong_to_parent() -> None:
    """Ctrl+C is the business of the process that handed the lines over, and when that is gone, this one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _blocks(file: str) -> Iterator[list[bytes]]:
    """The lines that say something, as many together as could be read at once."""
    try:
        with nullcontext(piped()) if file == "-" else Path(file).open("rb") as stream:
            for lines in lines_waiting(stream):
                yield [line for line in lines if line.strip()]
    except OSError as error:
        raise Fault(
            "读不出 {path}，请检查路径，并存成 UTF-8",
            "{path} cannot be read; check the path and save it as UTF-8",
            path=file,
        ) from error


def _told(line: bytes, *, answer: Asked, today: date, language: Language) -> str:
    """The line that answers a line: text, since what is nested deep can be written, but not handed over."""
    try:
        return as_json(_answered(line, answer=answer, today=today, language=language))
    except RecursionError:
        return as_json({"error": NO_OBJECT.into(language)})


def _answered(line: bytes, *, answer: Asked, today: date, language: Language) -> Answer:
    own: Answer = {}
    try:
        given = json.loads(line.decode("utf-8"), parse_constant=_refused, parse_float=_finite)
        if not isinstance(given, dict):
            raise Mistake(NO_OBJECT.zh, NO_OBJECT.en)
        own = {"id": given["id"]} if "id" in given else {}
        day = read_date(str(given["today"]), today=today) if given.get("today") else today
        return own | answer(given, day)
    except UnicodeDecodeError:
        return {"error": NOT_UTF_8.into(language)}
    except (ValueError, RecursionError):
        return own | {"error": NO_OBJECT.into(language)}
    except Trouble as trouble:
        return own | {"error": trouble.words.into(language)}


def _refused(constant: str) -> float:
    """NaN and Infinity are no JSON; an `id` that is one could not be answered in JSON either."""
    raise ValueError(constant)


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refused(text)
