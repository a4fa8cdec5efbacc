"""The list of plaques held against a name: what it says of a plaque that hangs, and of one that is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mingbai.domain.allowed_plaque import AllowedPlaque, Standing
from mingbai.domain.certificate_type import NOT_COMPARED, Confidence
from mingbai.domain.text import fold
from mingbai.domain.words import NO_WORDS, Language, Words
from mingbai.rules.flags.sameness import core
from mingbai.rules.flags.saying import UNSURE

LIST = Words("；牌子目录：", "; plaque list: ")
"""Stands between what was noticed and what the list says of it."""
CITED = Words("{standing}（{source}{sure}）", "{standing} ({source}{sure})")
LANGUAGES: tuple[Language, ...] = ("zh", "en")
SHORTEST = 2
"""A wording of fewer characters is found in too many names."""

_APART = re.compile("[、,，;；/]")
_EVERY = re.compile(r"^(?:村\(社区\)|village \(community\) )")
"""A wording speaks of every office, a plaque of one."""
_PLACE = re.compile(r".{1,12}(?:村|社区|居委会|镇|乡|街道|县|区|市|\b(?:village|community|town|township))\s*")


def named_by(rows: Sequence[AllowedPlaque], name: str) -> AllowedPlaque | None:
    """The row in use whose wording is the name, with or without the place before it; an allowing one first."""
    wanted = core(name)
    found = [row for row in rows if row.in_use and any(_is(one, wanted) for one in wordings(row))]
    return min(found, key=lambda row: row.standing is not Standing.ALLOWED, default=None)


def asked_by_name(rows: Sequence[AllowedPlaque], text: str) -> AllowedPlaque | None:
    """The row in use that says of a plaque named in a text that it is to go."""
    folded = fold(text)
    return next(
        (
            row
            for row in rows
            if row.in_use
            and row.standing is not Standing.ALLOWED
            and any(_whole(one).search(folded) for one in wordings(row))
        ),
        None,
    )


def without_allowed(rows: Sequence[AllowedPlaque], text: str) -> str:
    """A folded text without the wordings that may hang: what else it says is judged."""
    for row in rows:
        if row.in_use and row.standing is Standing.ALLOWED:
            for one in wordings(row):
                text = _whole(one).sub(" ", text)
    return text


def cited(row: AllowedPlaque, name: str) -> Words:
    """What a row says of a plaque, with its own source and how sure that is."""
    told = CITED.format(
        standing=row.standing.words,
        source=Words(row.source, row.source_en or row.source),
        sure=NO_WORDS if row.confidence is Confidence.VERIFIED else UNSURE.format(told=_sure(row.confidence)),
    )
    return Words(name + LIST.zh + told.zh, name + LIST.en + told.en)


def parted(evidence: str) -> tuple[str, Words | None]:
    """Evidence without what an uncompared row says, and how sure that row is; None where all may be cited."""
    for language in LANGUAGES:
        noticed, mark, told = evidence.rpartition(LIST.into(language))
        for confidence in (None, *Confidence) if mark else ():
            sure = _sure(confidence)
            if confidence is not Confidence.VERIFIED and told[:-1].endswith(sure.into(language)):
                return noticed, sure
    return evidence, None


def _sure(confidence: Confidence | None) -> Words:
    return NOT_COMPARED if confidence is None else confidence.words


def wordings(row: AllowedPlaque) -> tuple[str, ...]:
    """The names a row gives, folded, in both languages."""
    return _wordings(row.name, row.name_en)


@lru_cache(maxsize=1024)
def _wordings(*names: str) -> tuple[str, ...]:
    parts = (_EVERY.sub("", fold(part).strip(" “”\"'")) for name in names for part in _APART.split(name))
    return tuple(dict.fromkeys(part for part in parts if len(part) >= SHORTEST))


def _is(wording: str, wanted: str) -> bool:
    said = core(wording)
    return wanted == said or (
        wanted.endswith(said) and _PLACE.fullmatch(wanted.removesuffix(said)) is not None
    )


@lru_cache(maxsize=1024)
def _whole(wording: str) -> re.Pattern[str]:
    """A wording inside a text; one of letters is no part of a longer word."""
    edge = r"\b" if wording.isascii() else ""
    return re.compile(edge + re.escape(wording) + edge)
