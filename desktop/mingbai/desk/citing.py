"""What a letter may cite, in which words, and who signs it."""

from __future__ import annotations

from datetime import date

from mingbai.desk.letter_words import COMMITTEE, COMMITTEES
from mingbai.domain.certificate_type import NOT_COMPARED, Confidence
from mingbai.domain.place import Place
from mingbai.domain.rule import Rule, why_unusable
from mingbai.domain.words import Language, Words

NO_CLAUSE = Words("没有专门的条文", "no clause says so")
NOT_IN_USE = Words("其他地方的规定，本地未启用", "another place's rule, not in use here")
NOT_VALID = Words("现在不适用", "it does not hold now")
NOT_NEUTRAL = Words("这样写像是在指责对方", "that would read as blaming the other side")

ACCUSING = ("违规", "违纪", "通报情形", "violat", "breach", "unlawful")
"""Words that blame somebody: what has them is not taken over into a letter."""


def quotable(rule: Rule, day: date) -> bool:
    """Whether a letter of that day may cite a rule: compared with the original, in use here, blaming nobody."""
    return why_not(rule, day) is None


def why_not(rule: Rule, day: date) -> Words | None:
    """Why a letter of that day may not cite a rule."""
    if rule.confidence is Confidence.COMPILED:
        return NO_CLAUSE
    if rule.confidence is not Confidence.VERIFIED:
        return rule.confidence.words if rule.confidence is not None else NOT_COMPARED
    if not rule.in_use:
        return NOT_IN_USE
    if why_unusable(rule, day) is not None:
        return NOT_VALID
    return None if neutral(f"{rule.source} {rule.gist} {rule.gist_en}") else NOT_NEUTRAL


def neutral(text: str) -> bool:
    """Whether a text blames nobody."""
    said = text.lower()
    return not any(word in said for word in ACCUSING)


def signing(place: Place, language: Language) -> str:
    """Who signs for a place unless it says otherwise."""
    if COMMITTEE.search(place.name):
        return place.name
    return COMMITTEES[place.kind].into(language).format(name=place.name)
