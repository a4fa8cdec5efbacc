"""Many texts at once: one JSON line in, one JSON line out, and a line that cannot be read stops no other."""

from __future__ import annotations

import json
import math
import os
import signal
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from mingbai.cli.piped import lines_of, piped
from mingbai.cli.speech import as_json
from mingbai.domain.reading import read_date
from mingbai.domain.words import Fault, Language, Mistake, Trouble, Words

Answer = dict[str, Any]
Asked = Callable[[Mapping[str, Any], date], Answer]
"""What answers one line; a function of a module, so that another process can be handed it."""

ALONE = 100
"""So many lines this process answers itself; other processes are only worth their start to a longer file."""
HANDED, KEPT = 25, 2_000
"""So many lines are handed over at once, and so many read ahead."""

NO_OBJECT = Words("这一行不是 JSON 对象", "this line is no JSON object")
NOT_UTF_8 = Words("这一行不是 UTF-8，请存成 UTF-8", "this line is not in UTF-8; save it as UTF-8")
NO_TEXT = Words("这一行没有 text", "this line has no text")


def answer_lines(file: str, answer: Asked, today: date, language: Language) -> None:
    """Answers each line of a file, `-` for standard input, with the line's own `id` and day, in their order.

    A long file is answered by as many processes as there are cores; from a pipe each line is answered as it
    comes. Raises `Fault` if the file cannot be read.
    """
    answered = partial(_answered, answer=answer, today=today, language=language)
    lines = (line for line in _lines(file) if line.strip())
    _say(map(answered, islice(lines, ALONE) if _lies_whole(file) else lines))
    if (first := next(lines, None)) is None:
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(os.cpu_count(), initializer=_leave_interrupts) as pool:
        try:
            some = [first, *islice(lines, KEPT)]
            while some:
                _say(pool.map(answered, some, chunksize=HANDED))
                some = list(islice(lines, KEPT))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def text_of(given: Mapping[str, Any]) -> str:
    """The text of a line. Raises `Mistake`."""
    text = given.get("text")
    if not isinstance(text, str):
        raise Mistake(NO_TEXT.zh, NO_TEXT.en)
    return text


def _say(answers: Iterable[Answer]) -> None:
    for answer in answers:
        print(as_json(answer))


def _lies_whole(file: str) -> bool:
    """Whether all of it is there already: a pipe may wait for an answer before it says more."""
    try:
        mode = os.fstat(piped().fileno()).st_mode if file == "-" else Path(file).stat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode)


def _leave_interrupts() -> None:
    """Ctrl+C is the business of the process that handed the lines over."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from lines_of(piped())
        return
    try:
        with Path(file).open("rb") as stream:
            yield from lines_of(stream)
    except OSError as error:
        raise Fault(
            "读不出 {path}，请检查路径，并存成 UTF-8",
            "{path} cannot be read; check the path and save it as UTF-8",
            path=file,
        ) from error


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
