"""What a notice asks for: how likely each mention of something is a request for it; what is not sure is not told.

A false ask costs more than a missed one, for a suggested flag may stand on it. Each code is a yes or a no: its surest
mention against what speaks for "not asked" in the whole text, by what their signs weigh. The weights are learnt from
the open acceptance lines by `packaging/weigh_notices.py`, as those of due dates are (`likely`), and shipped as a table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from mingbai.domain.pattern import pattern
from mingbai.rules.asks import (
    Asked,
    Said,
    asks_of,
    is_asked,
    is_denied,
    is_others,
    is_quoted,
    is_voluntary,
    read,
)
from mingbai.rules.language import mostly_english
from mingbai.rules.notice.columns import NamedColumn
from mingbai.rules.notice.likely import ASKED, Likely, shares, weight_of, weights
from mingbai.rules.notice.mentions import LEXICON, Mention, mentions_of
from mingbai.rules.notice.pieces import Signs, pieces, plain, words_and_marks, words_of
from mingbai.rules.notice.rhythm_forms import Rhythm
from mingbai.rules.notice.signs import FAR_OFF, LONGEST, SENTENCE_END, around

WEIGHTS = "notices/ask_weights.tsv"
TOLD = 0.6
"""As likely as this something is told as asked for."""
SHARED = ""
"""The part of the table that holds for every code."""
_COMMON = frozenset({"form", "report", "meeting", "photo"})
"""Asked for so often that the words anywhere in a text weigh for each alone."""
_ANYWHERE, _BY_DAY, _HEADING = 0.25, 0.25, 0.3
"""How much a pair of signs counts anywhere, in the sentence of the day, in the heading."""
_WORD_ANYWHERE = 0.3
_NEAR = 6
"""So many signs of writing beside a mention are looked at closely."""
_BESIDE_DAY = 80
_HEAD = 60
Span = tuple[int, int]
_STOP = pattern(r"[。；;！!？?\n]|(?<=[a-z)])\.(?=\s|$)")


@dataclass(frozen=True)
class Setting:
    """A folded text, and what is known of its days."""

    same: str
    days: Sequence[Likely]
    rhythm: Rhythm | None

    @cached_property
    def said(self) -> Said:
        """The text ready for the grammar."""
        return read(self.same)

    @cached_property
    def outright(self) -> Mapping[str, list[Span]]:
        """What the words by which flags are known ask for, and where."""
        found: dict[str, list[Span]] = {}
        for one in asks_of(self.same):
            found.setdefault(one.code, []).append((one.start, one.end))
        return found

    @cached_property
    def english(self) -> bool:
        """Whether it is read word by word."""
        return mostly_english(self.same)

    @cached_property
    def cuts(self) -> tuple[int, ...]:
        """Where its sentences begin, and where the last one ends."""
        return (0, *(stop.end() for stop in _STOP.finditer(self.same)), len(self.same))

    @cached_property
    def is_due(self) -> bool:
        """Whether something is asked by a day."""
        return bool(self.days) and self.days[0].share >= ASKED

    @cached_property
    def held(self) -> int | None:
        """Where that day stands, or a rhythm."""
        if self.is_due:
            return self.days[0].day.start
        return self.rhythm.start if self.rhythm is not None else None

    def sentence(self, at: int) -> int:
        """The number of the sentence of a place."""
        return bisect_right(self.cuts, at) - 1


def asked_of(setting: Setting, columns: Sequence[NamedColumn]) -> tuple[Asked, ...]:
    """What a text asks for, in its order, one place each."""
    return tuple(sorted(_told(questions(setting, mentioned_in(setting, columns))), key=lambda one: one.start))


def _told(asked: Iterable[Question]) -> Iterator[Asked]:
    known = weights(WEIGHTS)
    none: dict[str, float] = {}

    def against(whole: Signs, part: str) -> float:
        # They are the same for every code.
        if part not in none:
            none[part] = weight_of(whole, known[part])
        return none[part]

    for code, whole, places in asked:
        parts = [known[part] for part in parts_of(code)]
        weighed = [sum(weight_of(signs, part) for part in parts) for _, signs in places]
        at = max(range(len(places)), key=lambda one: weighed[one])
        share = shares([weighed[at]], sum(against(whole, part) for part in parts_of_whole(code)))[0]
        if share >= TOLD:
            yield Asked(code, places[at][0].start, places[at][0].end)


def meant_in(same: str, codes: Collection[str]) -> tuple[Asked, ...]:
    """Where a folded text of which no day is known surely asks for some of these, in words that nothing turns round."""
    setting = Setting(same, (), None)
    mentions = mentioned_in(setting, ())
    meant = [
        one
        for one in mentions
        if one.code in codes and is_asked(setting.said, one.code, (one.start, one.end))
    ]
    return tuple(_told(questions(setting, meant, mentions))) if meant else ()


def mentioned_in(setting: Setting, columns: Sequence[NamedColumn]) -> list[Mention]:
    """Whatever the text names that may be asked for."""
    return mentions_of(setting.same, setting.said, columns)


def parts_of(code: str) -> tuple[str, ...]:
    """The parts of the table in which the signs of a mention are weighed."""
    return SHARED, code


def parts_of_whole(code: str) -> tuple[str, ...]:
    """The parts of the table in which the signs of the whole text are weighed."""
    return (SHARED, code) if code in _COMMON else (SHARED,)


Question = tuple[str, Signs, list[tuple[Mention, Signs]]]


def questions(
    setting: Setting, weighed: Sequence[Mention], mentions: Sequence[Mention] | None = None
) -> Iterator[Question]:
    """Each code of these mentions: the signs of the text that it is not asked for, and those of each mention that it is.

    What stands beside them are all mentions of the text; without them, these.
    """
    beside: dict[int, set[str]] = {}
    for one in weighed if mentions is None else mentions:
        if one.plain:
            beside.setdefault(setting.sentence(one.start), set()).add(one.code)
    whole = _signs_of_text(setting)
    seen: dict[tuple[int, int], Signs] = {}

    def place(one: Mention) -> Signs:
        span = (one.start, one.end)
        if span not in seen:
            seen[span] = _signs_of_place(setting, span, beside)
        named = [(f"@by {how}", 1.0) for how in sorted(one.how)]
        if said := setting.outright.get(one.code):
            # They stand apart in their order, so only the last that begins before its end can reach into it.
            last = bisect_left(said, (one.end, 0)) - 1
            here = last >= 0 and said[last][1] > one.start
            named.append(("@outright" if here else "@outright elsewhere", 1.0))
        elif LEXICON in one.how:
            named.append(("@not outright", 1.0))
        return [*seen[span], *named, ("@by all of " + " ".join(sorted(one.how)), 1.0)]

    for code, some in groupby(weighed, key=lambda one: one.code):
        yield code, whole, [(one, place(one)) for one in some]


def _signs_of_text(setting: Setting) -> Signs:
    """Signs that nothing is asked."""
    none = 1.0 - sum(one.share for one in setting.days)
    seen = {
        "-": 1.0,
        f"-due {setting.is_due}": 1.0,
        f"-none {min(9, int(none * 10))}": 1.0,
        f"-rhythm {setting.rhythm is not None}": 1.0,
        f"-sentences {min(5, len(setting.cuts) // 2)}": 1.0,
    }
    text = plain(setting.same[:LONGEST])
    if setting.english:
        seen |= dict.fromkeys((f"-{word}" for word in words_of(text)), _WORD_ANYWHERE)
    else:
        seen |= dict.fromkeys(pieces(text, "-", (2,)), _ANYWHERE)
        head, end, _ = setting.same[:_HEAD].partition("\n")
        if end:
            seen |= dict.fromkeys(pieces(plain(head), "^", (2,)), _HEADING)
    if setting.held is not None:
        at = setting.sentence(setting.held)
        first, last = setting.cuts[at], setting.cuts[min(at + 1, len(setting.cuts) - 1)]
        by_day = plain(
            setting.same[max(first, setting.held - _BESIDE_DAY) : min(last, setting.held + _BESIDE_DAY)]
        )
        if setting.english:
            seen |= dict.fromkeys((f"!{word}" for word in words_of(by_day)), _WORD_ANYWHERE)
        else:
            seen |= dict.fromkeys(pieces(by_day, "!", (2,)), _BY_DAY)
    return list(seen.items())


def _signs_of_place(setting: Setting, span: Span, beside: Mapping[int, set[str]]) -> Signs:
    """Signs that what is mentioned there is asked for."""
    near = around(setting.same, *span, "", english=setting.english)
    near |= _close_to(setting.same, *span, english=setting.english)
    return [*near.items(), *((sign, 1.0) for sign in _signs_of_sentence(setting, span, beside))]


def _close_to(same: str, start: int, end: int, *, english: bool) -> dict[str, float]:
    """The few signs of writing, or the two words, just before a place and behind it."""
    left, right = plain(same[max(0, start - FAR_OFF) : start]), plain(same[end : end + FAR_OFF])
    if english:
        return {f"<<{' '.join(words_and_marks(left)[-2:])}": 1.0}
    left, right = SENTENCE_END.split(left)[-1][-_NEAR:], SENTENCE_END.split(right)[0][:_NEAR]
    return dict.fromkeys([*pieces(left, "<<", (1, 2, 3)), *pieces(right, ">>", (1, 2, 3))], 1.0)


def _signs_of_sentence(setting: Setting, span: Span, beside: Mapping[int, set[str]]) -> Iterator[str]:
    at, said = setting.sentence(span[0]), setting.said
    if setting.held is None:
        yield "@no day"
    else:
        day = setting.sentence(setting.held)
        yield f"@day {max(-2, min(2, at - day))}"
        if setting.is_due and at == day:
            yield "@behind the day" if span[0] >= setting.held else "@before the day"
    yield f"@sentence {min(at, 3)}"
    if at == len(setting.cuts) - 2:
        yield "@last"
    if is_denied(said, span):
        yield "@denied"
    if is_voluntary(said, span):
        yield "@voluntary"
    if is_quoted(said, span):
        yield "@quoted"
    if is_others(said, "", span):
        yield "@others"
    for code in sorted(beside.get(at, ())):
        yield f"@beside {code}"
