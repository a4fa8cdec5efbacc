"""Which certificate someone means, best first; a single one only where that is rather sure."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from mingbai.domain.certificate_type import CertificateType
from mingbai.domain.initials import spells
from mingbai.domain.text import fold
from mingbai.rules.counter.clues import OUTRIGHT, Clues
from mingbai.rules.counter.sayings import NONE, Sayings

ASKED = 1.6
"""So much more a clue weighs that stands in what is to be certified, and not in the story around it."""
PART = 0.4
"""So little counts what is only a piece of words that say something else."""
LONGER, LONGEST_WHOLE = 2, 14
"""How much longer those words are at least, and how long at most to be one thing."""
SURE = 2.9
"""From here on one certificate may be named alone, if the text asks for one and is most like what people said of it."""
TOLD = 4.5
"""From here on also where only the trouble is told and no paper is asked for."""
FITS = 1.5
"""Below this a certificate is not worth showing."""
ROOM = 2
"""So many of the places shown are left to what the text is like, beside what its clues say."""
LEAST = 1.0
"""The weight of what a text is only like."""
SHORT = 12
"""A text up to this many signs is a word looked for, not a story; nothing in it must ask for a certificate."""

_WHOLE, _NAME, _OTHER_NAME = 6.0, 5.0, 4.0
_STUB = re.compile(
    "(?:居民|人员)|(?:情况)?的?(?:申请)?(?:证明|证)$|(?:certificate|proof) (?:of|for|that|concerning|on)(?: an?| the)? "
)
_ASKED = re.compile(
    "(?:证明|写明?|说明|开具?(?!店|公司|超市)|出具|看得?出|(?<![需主只重])要(?![求么是不])|填|盖)(?:一下|下|个|一?[张份个])?(?P<zh>[^，。,;；!?？！\n]{2,24})"
    "|(?P<before>[^，。,;；!?？！\n]{1,16}?)的?(?:证明|证(?!件|明|据)|条子|条(?!件)|手续|单子|介绍信|的纸|那张纸|的章|反馈)"
    r"|\b(?:prov(?:e|es|ing)|proof|certif(?:y|ies|ying|icate)|confirm(?:s|ing|ation)?|saying|stating|says?|states?|showing)\b"
    r"(?: (?:that|of|for|to say|letter|about))*(?P<en>[^.,;!?\n]{2,60})"
)
_REQUEST = re.compile(
    "证明|证|盖|章|开[个张一份具]|打[个张一份]|出具|出[个张一]|条子|手续|签|说明|介绍信|单子|写|填|纸|认证|办[个一]|要看|反馈"
    r"|\b(?:certif\w*|proof|prov(?:e|es|ing)|letter|stamp\w*|papers?|documents?|confirm\w*|forms?|statement|record|sign\w*|slip|note)\b"
)
_ONLY_ASKS = re.compile(
    "怎么|如何|咋(?:个)?(?:办|弄|申请)|哪里|在哪|[去到]哪|哪个窗口|(?:要|需要|带)(?:哪些|什么|啥)|几点|能办不|能不能办|投诉|反映|举报|电话是多少|[吗么嘛]$"
    r"|\bhow (?:do|can|to)\b|\bwhat (?:papers|documents|time)\b|\bwhere (?:do|can|is)\b|\bcomplain"
)
_CERTIFIES = re.compile("证明|盖|章|开[个张一份]|条|写|出具|纸|certif|proof|prove|stamp|letter")


@dataclass(frozen=True, slots=True)
class Match:
    """A certificate that may be meant; `score` from 0 to 1 says how well it fits, not how likely it is."""

    kind: CertificateType
    score: float


@dataclass(frozen=True, slots=True)
class Meant:
    """What may be meant, best first, and the one that can be named alone."""

    best: Match | None
    matches: tuple[Match, ...]


class Counter:
    """The catalogue ready to be asked; making one takes some milliseconds, asking it less than one."""

    def __init__(self, kinds: Sequence[CertificateType], clues: Sequence[Clues], sayings: Sayings) -> None:
        self._kinds = tuple(kinds)
        self._sayings = sayings
        self._named = tuple(_names(kind) for kind in self._kinds)
        self._by_code = {kind.code: at for at, kind in enumerate(self._kinds) if kind.code}
        self._clues = tuple(clue for clue in clues if clue.code in self._by_code)

    def meant(self, text: str, *, most: int = 5) -> Meant:
        """What is meant by two signs, pinyin initials, a name or a story of any length."""
        said = fold(text).strip()[:LONGEST]
        if not said:
            return Meant(None, ())
        weights = self._weights(said)
        ranked = sorted(
            (at for at, weight in enumerate(weights) if weight >= FITS), key=lambda at: (-weights[at], at)
        )
        alike, covered = self._alike(said)
        request = covered and _is_request(said)
        if not request and not ranked:
            return Meant(None, ())
        shown = ranked[: most - ROOM] if alike else ranked
        shown = [*shown, *(at for at in alike if at not in shown)][:most]
        matches = tuple(Match(self._kinds[at], _score(max(weights[at], LEAST))) for at in shown)
        sure = bool(ranked) and (
            self._named_whole(ranked[0], said)
            or (covered and self._sure(ranked[0], alike, weights[ranked[0]], request) and _asks_for_one(said))
        )
        return Meant(matches[0] if sure else None, matches)

    def _sure(self, first: int, alike: list[int], weight: float, request: bool) -> bool:
        """Whether the clues and the likeness say the same one, and loudly enough."""
        if alike[:1] == [first]:
            return weight >= (SURE if request else TOLD)
        # 公证处要亲属关系: both of a pair that people say alike are meant, and the clues tell which.
        codes = [self._kinds[at].code or "" for at in (first, alike[0])] if alike[1:2] == [first] else []
        return request and weight >= TOLD and bool(codes) and self._sayings.alike(*codes)

    def _named_whole(self, at: int, said: str) -> bool:
        return any(said == name for name, _ in self._named[at])

    def _alike(self, said: str) -> tuple[list[int], bool]:
        """What the text is like among sayings, best first, and whether it is most like one of the lists."""
        codes = self._sayings.ranked(said)
        covered = bool(codes) and codes[0] != NONE
        return [self._by_code[code] for code in codes if code in self._by_code], covered

    def _weights(self, said: str) -> list[float]:
        asked = [found.span(found.lastgroup or 0) for found in _ASKED.finditer(said)]
        met = [(clue, *span) for clue in self._clues for span in clue.met(said)]
        by_code: dict[str, list[float]] = {}
        for clue, start, end in met:
            weight = clue.weight
            if weight > 0:
                if any(a <= start and end <= b + 2 for a, b in asked):
                    weight *= ASKED
                if _part_of_another(clue, start, end, met):
                    weight *= PART
            by_code.setdefault(clue.code, []).append(weight)
        return [
            _together([*by_code.get(kind.code, ()), *_by_name(said, named)])
            for kind, named in zip(self._kinds, self._named, strict=True)
        ]


LONGEST = 2_000
"""Signs of a story that are read; what is wanted is said before."""


def _is_request(said: str) -> bool:
    return len(said) <= SHORT or bool(_REQUEST.search(said))


def _asks_for_one(said: str) -> bool:
    """Whether something is to be certified, and not only to be known: where, when, how."""
    return not _ONLY_ASKS.search(said) or bool(_CERTIFIES.search(said))


def _names(kind: CertificateType) -> tuple[tuple[str, float], ...]:
    """Every name, and what is left of it without the words that all certificates share."""
    found: dict[str, float] = {}
    for name, weight in [
        (kind.name, _NAME),
        (kind.name_en, _NAME),
        *((other, _OTHER_NAME) for other in kind.also),
    ]:
        for said in (fold(name), _STUB.sub("", fold(name)).strip()):
            if len(said) > 1:
                found.setdefault(said, weight if said == fold(name) else weight - 0.5)
    return tuple(found.items())


def _by_name(said: str, named: tuple[tuple[str, float], ...]) -> list[float]:
    weights = []
    letters = said if said.isascii() and said.isalpha() else ""
    for name, weight in named:
        if said == name:
            weights.append(_WHOLE)
        elif _stands_in(name, said):
            weights.append(weight if len(name) > 2 else weight - 1)
        elif 2 <= len(said) <= SHORT and _stands_in(said, name):
            weights.append(3.0 if name.startswith(said) else 2.5)
        elif 2 <= len(letters) <= 8 and not name.isascii() and spells(letters, name):
            weights.append(3.0 if len(letters) == len(name) else 2.0)
    return weights


def _part_of_another(clue: Clues, start: int, end: int, met: Sequence[tuple[Clues, int, int]]) -> bool:
    """Whether the words only are a piece of what says something else: 残疾 in 残疾证丢了."""
    return any(
        other.code != clue.code
        and other.weight >= clue.weight
        and a <= start
        and end <= b
        and (b - a) - (end - start) >= LONGER
        and b - a <= LONGEST_WHOLE
        for other, a, b in met
    )


def _stands_in(part: str, whole: str) -> bool:
    if not part.isascii():
        return part in whole
    return re.search(rf"\b{re.escape(part)}\b", whole) is not None


def _together(weights: list[float]) -> float:
    """The strongest clue counts whole, each further one less; what speaks against it counts once."""
    speaking = sorted((weight for weight in weights if weight > 0), reverse=True)
    against = min((weight for weight in weights if weight < 0), default=0.0)
    return sum(weight * 0.4**at for at, weight in enumerate(speaking)) + against


def _score(weight: float) -> float:
    return round(1 - math.exp(-weight / OUTRIGHT), 3)
