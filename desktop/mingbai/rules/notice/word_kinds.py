"""The kinds of the words of a notice: who is told, what is to be done, what is only told of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from mingbai.domain.pattern import pattern
from mingbai.resources import resource

KINDS = "notices/word_kinds.tsv"


class Kind(NamedTuple):
    """A word of a known kind, or a mark that ends a clause (",") or a sentence (".")."""

    name: str
    start: int
    end: int


CLAUSE, SENTENCE = ",", "."
_MARKS = {**dict.fromkeys("，,、：:（()）—", CLAUSE), **dict.fromkeys("。；;！!？?\n", SENTENCE)}
_ENGLISH = pattern(r"[a-z][a-z'-]*|[,:()]|[.;!?\n]")


@cache
def _kinds() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The kind of each word: of Chinese ones, and of English ones."""
    chinese: dict[str, str] = {}
    english: dict[str, str] = {}
    for line in resource(KINDS).read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition("\t")
        for word in words.split():
            (english if word.isascii() else chinese).setdefault(word.replace("_", " "), kind)
    return chinese, english


LONGEST, MOST_WORDS = 5, 3
"""Signs of the longest Chinese word, and words of the longest English phrase."""


def kinds_in(same: str, *, english: bool) -> list[Kind]:
    """The known words of a folded text, in its order; the longest of those that begin at a place."""
    return list(_english(same) if english else _chinese(same))


def _chinese(same: str) -> Iterator[Kind]:
    known, at, end = _kinds()[0], 0, len(same)
    while at < end:
        sign = same[at]
        if (mark := _MARKS.get(sign)) is not None:
            yield Kind(mark, at, at + 1)
        elif sign >= "\u4e00":
            for length in range(LONGEST, 0, -1):
                if (kind := known.get(same[at : at + length])) is not None:
                    yield Kind(kind, at, at + length)
                    at += length - 1
                    break
        elif sign == " " and at and same[at - 1] >= "\u4e00" and same[at + 1 : at + 2] >= "\u4e00":
            yield Kind(CLAUSE, at, at + 1)
        at += 1


def _english(same: str) -> Iterator[Kind]:
    known = _kinds()[1]
    words = list(_ENGLISH.finditer(same))
    said = [word[0] for word in words]
    at = 0
    while at < len(words):
        if not said[at][0].isalpha():
            yield Kind(CLAUSE if said[at] in ",:()" else SENTENCE, *words[at].span())
            at += 1
            continue
        for length in range(MOST_WORDS, 0, -1):
            if (kind := known.get(" ".join(said[at : at + length]))) is not None:
                yield Kind(kind, words[at].start(), words[min(at + length, len(words)) - 1].end())
                at += length - 1
                break
        at += 1
