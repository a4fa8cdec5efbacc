"""How a day stands among the kinds of the words of a notice: who does what by it, or what is only told of it.

Words differ from writer to writer more than their kinds do (`word_kinds`), and so more is learnt of these.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.notice.days import Day, How
from mingbai.rules.notice.own_name import own_days
from mingbai.rules.notice.word_kinds import CLAUSE, SENTENCE, Kind, kinds_in

Signs = list[tuple[str, float]]
DAY = "D"
"""Stands for a day among the kinds."""
ACTS = frozenset({"hand", "do", "come", "event", "tell"})
WHO = frozenset({"reader", "other", "office", "by"})
DEMANDS = frozenset({"hand", "do", "come"})
_TEXT, _OTHER = 0.25, 0.25
"""How much a sign of the whole text counts, and one of another sentence."""
BESIDE_ACTS = frozenset({"ask", "free", "reader", "other", "past", "will", "by", "if", "every"})
SIDE = 6
"""So many kinds beside a day are looked at."""

_ENDS = pattern(r"(?:[至到]|截止|\b(?:until|till|through|to)(?:\s+the)?)\s*$")
_BEGINS = pattern("\\s*(?:[上下]午|晚上?)?(?:之?日?起|开始|以后|之后|启动|开班|开幕)")
_BEGINS_EN = pattern(r"\b(?:from|since|starting|starts|begins|beginning|as\s+of)(?:\s+on)?(?:\s+the)?\s*$")
_NOW = alternatives(
    r"即日起|[从自]?今[天日]起|今[天日]开始|\b(?:from|starting|begins|starts)\s+(?:today|now)|\b(?:with\s+)?immediate"
)


class Standing:
    """The kinds of the words of a folded text, with its days among them."""

    def __init__(self, same: str, days: Sequence[Day], *, english: bool) -> None:
        places = sorted({day.span for day in days})
        taken = bytearray(len(same) + 1)
        for start, end in places:
            taken[start:end] = b"\1" * (end - start)
        inside = [kind for kind in kinds_in(same, english=english) if 1 not in taken[kind.start : kind.end]]
        marked = [*inside, *(Kind(DAY, *place) for place in places)]
        self._kinds = sorted(marked, key=lambda kind: (kind.start, kind.end))
        self._names = [kind.name for kind in self._kinds]
        self._place = {kind.start: at for at, kind in enumerate(self._kinds) if kind.name == DAY}
        self._wide = list(_sentences(self._names))
        self._english = english
        self._same, self._days = same, days
        periods = sorted({day.period.code for day in days if day.period is not None})
        self._rhythm = periods[0] if periods else ""
        self._begins_now = _NOW.search(same) is not None
        self._manner = self._of_manner()
        self._roles = {day: self._role(day) for day in days}
        self._ours = own_days(same, places)
        self._readers = [
            "reader" in self._names[start:end] for start, end in self._wide if DAY in self._names[start:end]
        ]
        self._limits = sorted({day.day for day in days if day.until and day.period is None})
        self._dated = [
            DEMANDS & said if DAY in said else frozenset()
            for said in (frozenset(self._names[start:end]) for start, end in self._wide)
        ]

    def _of_manner(self) -> tuple[str, ...]:
        """What kind of text it is."""
        said = set(self._names)
        first = set(self._names[: self._wide[0][1]])
        if len(self._wide) > 1:
            first |= set(self._names[self._wide[1][0] : self._wide[1][1]])
        asked = any(
            "hand" in some and not some & {"free", "other", "past"} and some & {"ask", "reader", "paper"}
            for some in (set(self._names[start:end]) for start, end in self._wide)
        )
        return (
            f"called{'reader' in first}",
            f"asked{asked}",
            f"polite{'polite' in said}",
            f"english{self._english}",
            f"other{'other' in said}",
            f"days{min(sum(name == DAY for name in self._names), 4)}",
        )

    def of_text(self) -> Signs:
        """Signs that nothing is asked by any day."""
        names = [name for name in self._names if name != CLAUSE]
        seen = {f"-k{name}": _TEXT for name in names}
        seen |= {f"-m{one}": _TEXT for one in self._manner}
        seen |= {f"-m{one} {other}": _TEXT / 2 for one, other in combinations(self._manner, 2)}
        seen |= {f"-k{one} {other}": _TEXT / 2 for one, other in pairwise(names)}
        for start, end in self._wide:
            said = set(self._names[start:end])
            dated = "+" if DAY in said else "-"
            for act in sorted(said & ACTS):
                for other in sorted(said & BESIDE_ACTS):
                    seen[f"-K{dated}{act} {other}"] = _TEXT / 2
        return list(seen.items())

    def of_day(self, day: Day) -> Signs:
        """Signs that a day is the due date."""
        at = self._place[day.start]
        names = self._names
        before = bisect_left([end for _, end in self._wide], at + 1)
        start, end = self._wide[before]
        left, right = names[start:at][::-1], names[at + 1 : end]
        seen = dict.fromkeys(_beside(left, "k<"), 0.7) | dict.fromkeys(_beside(right, "k>"), 0.7)
        how = day.how.value + ("!" if day.until else "")
        who = next((name for name in left if name in WHO), "")
        next_act = next((name for name in right if name in ACTS), "")
        last_act = next((name for name in left if name in ACTS), "")
        seen[f"k{how} {who} {next_act}"] = 1.0
        seen[f"k{how} {last_act} {next_act}"] = 1.0
        seen[f"k{who} {last_act} {next_act}"] = 1.0
        said = set(left) | set(right)
        for name in sorted(said):
            seen[f"ks{name}"] = 0.5
        for other in ("free", "other", "past", "ask", "reader"):
            if other in said:
                seen[f"k{next_act or last_act} with {other}"] = 0.7
        # What stands in the sentences before and behind it.
        seen |= {f"kb{name}": _OTHER for name in self._of_sentence(before - 1)}
        seen |= {f"kn{name}": _OTHER for name in self._of_sentence(before + 1)}
        seen[f"kat {min(before, 3)} of {min(len(self._wide), 6)}"] = 0.7
        seen[f"kat {min(len(self._wide) - 1 - before, 3)} from the end"] = 0.7
        elsewhere = {act for one, acts in enumerate(self._dated) if one != before for act in acts}
        seen |= dict.fromkeys(self._among(day, next_act or last_act), 1.0)
        seen |= {f"kelse {act}": 0.5 for act in sorted(elsewhere)}
        seen |= dict.fromkeys(self._whose(day, next_act or last_act, mine="reader" in said), 1.0)
        return list(seen.items())

    def _whose(self, day: Day, act: str, *, mine: bool) -> Iterator[str]:
        """Whether the reader is named beside it, or beside another day alone."""
        if len(self._readers) > 1:
            others = min(sum(self._readers) - mine, 2)
            yield f"kwhose {mine} {others}"
            yield f"kwhose {mine} {others} {act}"
        if self._ours:
            yield f"kours {day.span in self._ours}"

    def _among(self, day: Day, act: str) -> Iterator[str]:
        """Which of the days it is: of those that are limits, of those by which something is to be done."""
        role, limits = self._roles[day], self._limits
        yield f"krole {role} {day.how.value} {self._rhythm}"
        yield f"krole {role} {day.until} {act}"
        roles = {self._roles[one] for one in self._days if one.day != day.day}
        yield from (f"krole {role} beside {other}" for other in sorted(roles))
        if day.period is not None:
            yield f"krole {day.period.code} {day.how.value} {'|'.join(sorted(roles))}"
            yield f"krole now {self._begins_now}"
        if day.day in limits:
            yield f"klimit {min(limits.index(day.day), 2)} of {min(len(limits), 3)}"
        elif limits:
            yield f"klimit beside {min(len(limits), 2)} {day.day < limits[0]} {act}"

    def _role(self, day: Day) -> str:
        if day.how in (How.LAST, How.FIRST, How.NEXT, How.OPENING):
            return str(day.how.value)
        if _ENDS.search(self._same, max(0, day.start - 8), day.start):
            return "end"
        if _BEGINS.match(self._same, day.end) or _BEGINS_EN.search(
            self._same, max(0, day.start - 16), day.start
        ):
            return "begin"
        return "limit" if day.until else "day"

    def _of_sentence(self, which: int) -> list[str]:
        if not 0 <= which < len(self._wide):
            return ["^"] if which < 0 else ["$"]
        start, end = self._wide[which]
        return sorted(set(self._names[start:end]))


def _sentences(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, name in enumerate(names):
        if name == SENTENCE:
            if any(one not in (SENTENCE, CLAUSE) for one in names[start:at]):
                yield start, at
                start = at + 1
            elif at == start:
                start = at + 1
    yield start, len(names)


def _beside(names: Sequence[str], mark: str) -> Iterator[str]:
    """What stands on one side of a day: in its clause, in the next one, and in a row."""
    clause = 0
    for name in names[: 2 * SIDE]:
        if name == CLAUSE:
            clause += 1
        elif clause < 3:
            yield f"{mark}{clause}{name}"
    kinds = list(names[:SIDE])
    while len(kinds) < 3:
        kinds.append("|")
    yield f"{mark}1 {kinds[0]}"
    yield f"{mark}2 {kinds[0]} {kinds[1]}"
    yield f"{mark}3 {kinds[0]} {kinds[1]} {kinds[2]}"
    telling = [name for name in names if name != CLAUSE][:3]
    yield f"{mark}t2 {' '.join(telling[:2])}"
    yield f"{mark}t3 {' '.join(telling)}"
