"""Many texts at once: one JSON line in, one JSON line out, and a line that cannot be read stops no other."""

from __future__ import annotations

import json
import math
import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
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
Line = tuple[int, bytes]
"""A line and which of the file it is."""
Told = tuple[str, bool]
"""The line that answers a line, and whether it is an answer or says why there is none."""

ALONE, HANDED = 50, 10
"""So many lines this process answers itself, for other processes must be worth their start; so many are handed over at
once."""
MOST = 61
"""So many processes at most: Windows waits for no more at once."""

NO_OBJECT = Words("这一行不是 JSON 对象", "this line is no JSON object")
NOT_UTF_8 = Words("这一行不是 UTF-8，请存成 UTF-8", "this line is not in UTF-8; save it as UTF-8")
NO_TEXT = Words("这一行没有 text", "this line has no text")
UNANSWERED = Words(
    "{all} 行中有 {n} 行没有答上，原因写在各自的 error 里",
    "{n} of {all} lines could not be answered; each one's error says why",
)


def answer_lines(file: str, answer: Asked, today: date, language: Language) -> None:
    """Answers each line of a file, `-` for standard input, with the line's own `id` and day, in their order.

    What can be read at once is answered before more is waited for, since whoever writes may wait for it too; where
    that is long, by as many processes as there are cores. Raises `Fault` if the file cannot be read, and
    `Mistake` at the end where a line was answered with an error.
    """
    told = partial(_told, answer=answer, today=today, language=language)
    blocks = _blocks(file)
    done = Counter[bool]()
    for lines in blocks:
        done += _say(map(told, lines[:ALONE]))
        if others := lines[ALONE:]:
            done += _hand_out(told, chain([others], blocks))
    if unanswered := done[False]:
        raise Mistake(UNANSWERED.zh, UNANSWERED.en, n=unanswered, all=done.total())


def _hand_out(told: Callable[[Line], Told], blocks: Iterable[list[Line]]) -> Counter[bool]:
    from concurrent.futures import ProcessPoolExecutor

    from mingbai.exchange.child import belong_to_parent

    done = Counter[bool]()
    try:
        pool = ProcessPoolExecutor(min(os.cpu_count() or 1, MOST), initializer=belong_to_parent)
    except (OSError, NotImplementedError):
        # Here processes may not share a lock, as where /dev/shm is not to be written.
        for lines in blocks:
            done += _say(map(told, lines))
        return done
    try:
        for lines in blocks:
            done += _say(map(told, lines) if len(lines) <= HANDED else _told_by(pool, told, lines))
        return done
    finally:
        pool.shutdown(cancel_futures=True)
        # Where not all could be started, the pool leaves those that were waiting, and Python's end waits for them.
        for left in multiprocessing.active_children():
            left.kill()


def _told_by(pool: ProcessPoolExecutor, told: Callable[[Line], Told], lines: list[Line]) -> Iterator[Told]:
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


def _say(answers: Iterable[Told]) -> Counter[bool]:
    """Writes them one after the other, and counts which were answers and which were not."""
    done = Counter[bool]()
    for text, answered in answers:
        print(text, flush=True)
        done[answered] += 1
    return done


def _blocks(file: str) -> Iterator[list[Line]]:
    """The lines that say something, as many together as could be read at once."""
    before = 0
    try:
        with nullcontext(piped()) if file == "-" else Path(file).open("rb") as stream:
            for lines in lines_waiting(stream):
                yield [(number, line) for number, line in enumerate(lines, before + 1) if line.strip()]
                before += len(lines)
    except OSError as error:
        raise Fault(
            "读不出 {path}，请检查路径，并存成 UTF-8",
            "{path} cannot be read; check the path and save it as UTF-8",
            path=file,
        ) from error


def _told(line: Line, *, answer: Asked, today: date, language: Language) -> Told:
    """As text, since what is nested deep can be written, but not handed over."""
    number, content = line
    own: Answer = {}
    try:
        given = json.loads(content.decode("utf-8"), parse_constant=_refused, parse_float=_finite)
        if not isinstance(given, dict):
            raise Mistake(NO_OBJECT.zh, NO_OBJECT.en)
        own = {"id": given["id"]} if "id" in given else {}
        day = read_date(str(given["today"]), today=today) if given.get("today") else today
        return as_json(own | answer(given, day)), True
    except UnicodeDecodeError:
        why = NOT_UTF_8
    except RecursionError:
        own, why = {}, NO_OBJECT  # what is nested too deep to be read or written
    except ValueError:
        why = NO_OBJECT
    except Trouble as trouble:
        why = trouble.words
    return as_json(own | {"line": number, "error": why.into(language)}), False


def _refused(constant: str) -> float:
    """NaN and Infinity are no JSON; an `id` that is one could not be answered in JSON either."""
    raise ValueError(constant)


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _refused(text)
