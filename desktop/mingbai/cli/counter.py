"""Which certificate someone means, from the command line: one text, or many at once."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from typing import Any

from mingbai.cli.lines import Answer, answer_lines, text_of
from mingbai.cli.speech import answer, say
from mingbai.desk.certificates import QUESTIONS, answer_told, counter, numbers
from mingbai.domain.words import Mistake, Words
from mingbai.rules.counter.counter import Match

SEVERAL = Words("可能是其中之一：{names}", "One of these may be meant: {names}")
NAMELESS = Words("没有对上哪一项证明", "No certificate of the lists fits")


def certificate(options: Namespace) -> None:
    """Says what the lists say of a request in anybody's words."""
    if options.jsonl:
        answer_lines(options.jsonl, _line, options.today, options.language)
        return
    text = " ".join(options.text)
    if not text.strip():
        raise Mistake("请写要什么证明", "Say which certificate is wanted")
    meant = counter().meant(text)
    if options.json:
        answer(_meant(text))
        return
    names = Words(
        "、".join(one.kind.name for one in meant.matches),
        "; ".join(one.kind.name_en for one in meant.matches),
    )
    if meant.best is not None:
        for words in answer_told(meant.best.kind):
            say(words, options.language)
    elif meant.matches:
        say(SEVERAL.format(names=names), options.language)
    else:
        say(NAMELESS, options.language)
        say(QUESTIONS, options.language)


def _line(given: Mapping[str, Any], _: date) -> Answer:
    return _meant(text_of(given))


def _meant(text: str) -> Answer:
    meant = counter().meant(text)
    return {
        "best": _told(meant.best) if meant.best else None,
        "matches": [_told(one) | {"score": one.score} for one in meant.matches],
    }


def _told(match: Match) -> Answer:
    kind = match.kind
    return {
        "number": numbers().get(kind.code, kind.code),
        "name": kind.name,
        "answer": kind.answer.code,
    }
