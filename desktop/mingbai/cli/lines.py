"""Many texts at once: one JSON line in, one JSON line out, and a line that cannot be read stops no other."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from mingbai.domain.reading import read_date
from mingbai.domain.words import Fault, Language, Mistake, Trouble, Words

Answer = dict[str, Any]

NO_OBJECT = Words("这一行不是 JSON 对象", "this line is no JSON object")
NO_TEXT = Words("这一行没有 text", "this line has no text")


def answer_lines(
    file: str, answer: Callable[[Mapping[str, Any], date], Answer], today: date, language: Language
) -> None:
    """Answers each line of a file, `-` for standard input, with the line's own `id` and day.

    Raises `Fault` if the file cannot be read.
    """
    for line in _lines(file):
        if line.strip():
            print(json.dumps(_answered(line, answer, today, language), ensure_ascii=False))


def text_of(given: Mapping[str, Any]) -> str:
    """The text of a line. Raises `Mistake`."""
    text = given.get("text")
    if not isinstance(text, str):
        raise Mistake(NO_TEXT.zh, NO_TEXT.en)
    return text


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        yield from sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8-sig") as stream:
            yield from stream
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(
            "读不出 {path}，请检查路径，并存成 UTF-8",
            "{path} cannot be read; check the path and save it as UTF-8",
            path=file,
        ) from error


def _answered(
    line: str, answer: Callable[[Mapping[str, Any], date], Answer], today: date, language: Language
) -> Answer:
    own: Answer = {}
    try:
        given = json.loads(line)
        if not isinstance(given, dict):
            raise Mistake(NO_OBJECT.zh, NO_OBJECT.en)
        own = {"id": given["id"]} if "id" in given else {}
        day = read_date(str(given["today"]), today=today) if given.get("today") else today
        return own | answer(given, day)
    except (ValueError, RecursionError):
        return own | {"error": NO_OBJECT.into(language)}
    except Trouble as trouble:
        return own | {"error": trouble.words.into(language)}
