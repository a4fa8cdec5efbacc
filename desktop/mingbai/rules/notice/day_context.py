"""The kinds of the words around a day of a notice: who does what by it, or what is only told of it.

Words differ from writer to writer more than their kinds do (`word_kinds`), and so more is learnt of these.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise, takewhile

from mingbai.domain.pattern import alternatives, pattern
from mingbai.rules.notice.day import Day, How
from mingbai.rules.notice.own_name import own_days
from mingbai.rules.notice.pieces import Signs
from mingbai.rules.notice.word_kinds import CLAUSE, SENTENCE, Kind, kinds_in

DAY = "D"
"""Stands for a day among the kinds."""
ACTS = frozenset({"hand", "do", "come", "event", "tell"})
IN_CLAUSE = ACTS | {"ask", "free", "reader", "other"}
"""The kinds that together say what is asked in a clause, and of whom."""
MORE_IN_CLAUSE = (IN_CLAUSE - {"ask"}) | {"past", "paper", "office", "not", "will", "limit"}
_TEXT = 0.4
"""How much a sign of the whole text counts."""
_MANNERS = {"named": "", "limit": "l", "recurring": "r"}
SIDE = 6
"""So many kinds beside a day are looked at."""

_ENDS = pattern(r"(?:[至到]|截止|\b(?:until|till|through|to)(?:\s+the)?)\s*$")
_FIRST = "(?:首|第一|头一)(?:次|回|期|批|轮|份)|首报"
_IS_FIRST = pattern(rf"(?:{_FIRST}|\bfirst\b)[^，,。；;\n]{{0,14}}$")
_IS_FIRST_BEHIND = pattern(rf"[^，,。；;\n]{{0,8}}(?:{_FIRST})")
"""Beside the day of the first of many: 首次报送11月28日, 5月31日第一回."""
_BEGINS = pattern("\\s*(?:[上下]午|晚上?)?(?:之?日?起|开始|以后|之后|启动|开班|开幕)")
_BEGINS_EN = pattern(r"\b(?:from|since|starting|starts|begins|beginning|as\s+of)(?:\s+on)?(?:\s+the)?\s*$")
_NOW = alternatives(
    r"即日起|[从自]?今[天日]起|今[天日]开始|\b(?:from|starting|begins|starts)\s+(?:today|now)|\b(?:with\s+)?immediate"
)


class DayContext:
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
        self._first = {day.start: day for day in reversed(days)}
        periods = sorted({day.period.code for day in days if day.period is not None})
        self._rhythm = periods[0] if periods else ""
        self._begins_now = _NOW.search(same) is not None
        self._manner = self._of_manner()
        self._roles = {day: self._role(day) for day in days}
        self._ours = own_days(same, places)
        self._limits = sorted({day.day for day in days if day.until and day.period is None})

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
        return list(seen.items())

    def of_day(self, day: Day) -> Signs:
        """Signs that a day is the due date."""
        at = self._place[day.start]
        before = bisect_left([end for _, end in self._wide], at + 1)
        start, end = self._wide[before]
        names = self._seen_from(day)
        left, right = names[start:at][::-1], names[at + 1 : end]
        seen = dict.fromkeys(_beside(left, "k<"), 0.7) | dict.fromkeys(_beside(right, "k>"), 0.7)
        seen |= dict.fromkeys(_in_clause(left, right), 1.0)
        seen[f"kat {min(before, 3)} of {min(len(self._wide), 6)}"] = 0.7
        seen[f"kat {min(len(self._wide) - 1 - before, 3)} from the end"] = 0.7
        act = next((name for name in (*right, *left) if name in ACTS), "")
        seen |= dict.fromkeys(self._among(day, act), 1.0)
        if self._ours:
            seen[f"kours {day.span in self._ours}"] = 1.0
        return list(seen.items())

    def _seen_from(self, day: Day) -> list[str]:
        """The kinds with each other day as an earlier, the same or a later one, as a limit or one that recurs."""
        names = list(self._names)
        for start, other in self._first.items():
            if start != day.start:
                order = "<" if other.day < day.day else ">" if other.day > day.day else "="
                names[self._place[start]] = f"{DAY}{order}{_MANNERS[other.manner]}"
        return names

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
        if day.period is not None or day.how in (How.LAST, How.FIRST):
            return str(day.how.value)
        if self._rhythm and (
            _IS_FIRST.search(self._same, max(0, day.start - 24), day.start)
            or _IS_FIRST_BEHIND.match(self._same, day.end)
        ):
            return "debut"
        if _ENDS.search(self._same, max(0, day.start - 8), day.start):
            return "end"
        if _BEGINS.match(self._same, day.end) or _BEGINS_EN.search(
            self._same, max(0, day.start - 16), day.start
        ):
            return "begin"
        return "limit" if day.until else "day"


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


def _in_clause(left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    """Which kinds stand together in the clause of a day, the nearest to it first on either side."""
    said = {*takewhile(_goes_on, left), *takewhile(_goes_on, right)}
    yield f"kS{' '.join(sorted(said & MORE_IN_CLAUSE))}"
    yield f"kZ{' '.join(sorted(said & IN_CLAUSE))}"


def _goes_on(name: str) -> bool:
    return name != CLAUSE
