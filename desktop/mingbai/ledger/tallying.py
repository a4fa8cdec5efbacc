"""What came back of a count: numbers, days and groups, read month by month into tallies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.field import LIST_MARK
from mingbai.domain.figure import Duration, Figure, Stock, Tally, Top
from mingbai.domain.registers import REGISTERS
from mingbai.ledger.asking import LISTS

MARK, PART = "\x7f", "\x1e"
"""Stand between the items of a counted text, and between what a pass brings back. `domain.text.clean` lets
neither into an entry; JSON would say the same and costs more than the counting."""

BACKWARDS = "-"

STANDING = ("standing, open", "standing, ending later", "standing, once more")
"""The parts in which the entries of a stock come back that stand at the end of the last month."""


def mark_of(figure: Top) -> str:
    """What stands between items: lists fall into their parts when joined with their own mark."""
    return LIST_MARK if REGISTERS[figure.register].fields[figure.by].kind in LISTS else MARK


class DayNumbers(dict[str, int]):
    """The number of each day, worked out when first asked for."""

    def __init__(self, number: Callable[[date], int]) -> None:
        super().__init__()
        self._number = number

    def __missing__(self, day: str) -> int:
        self[day] = number = self._number(date.fromisoformat(day))
        return number


class DaysBetween(dict[str, int | None]):
    """The days from the first to the last of a pair, worked out when first asked for; none for the sign that it
    ends before it begins."""

    MOST = 50_000

    def __init__(self, numbers: DayNumbers) -> None:
        super().__init__({BACKWARDS: None})
        self._numbers = numbers

    def __missing__(self, pair: str) -> int:
        if len(self) > self.MOST:
            self.clear()
            self[BACKWARDS] = None
        self[pair] = taken = self._numbers[pair[10:]] - self._numbers[pair[:10]]
        return taken


@lru_cache(maxsize=4)
def numbers_of(working: WorkingDays) -> DayNumbers:
    """The numbers of working days; the same for every count as long as no holiday is written."""
    return DayNumbers(working.ordinal)


@lru_cache(maxsize=4)
def _between(working: WorkingDays) -> DaysBetween:
    return DaysBetween(numbers_of(working))


class _Plain(dict[str, Tally]):
    """Numbers as tallies, each made once: most months of most figures hold the same few."""

    def __missing__(self, number: str) -> Tally:
        self[number] = tally = Tally(int(number or 0))
        return tally


class Reading:
    """Reads what came back."""

    def __init__(self, working: WorkingDays) -> None:
        self._between = _between(working)
        self._plain = _Plain()
        self._items: dict[tuple[str, str], Counter[str]] = {}

    def tallies(self, figure: Figure, parts: Mapping[str, Sequence[str]]) -> list[Tally]:
        """The tallies of one figure, month by month."""
        match figure:
            case Duration():
                nothing = [""] * len(parts["pairs"])
                apart = parts.get("backwards", nothing)
                return [_days(*found, self._between) for found in zip(parts["pairs"], apart, strict=True)]
            case Top() if "targets" in parts:
                groups: list[Mapping[str, int]] = [_summed(_split(pairs, MARK)) for pairs in parts["targets"]]
            case Top():
                mark = mark_of(figure)
                groups = [self._counted(items, mark) for items in parts["items"]]
                if figure.through:
                    through = dict(pair.rsplit("=", 1) for pair in _split(parts["through"][0], MARK))
                    groups = [_regrouped(items, through) for items in groups]
            case Stock():
                return _followed_back(parts)
            case _:
                return [self._plain[number] for number in parts["number"]]
        return [
            Tally(int(number or 0), groups=found)
            for number, found in zip(parts["number"], groups, strict=True)
        ]

    def _counted(self, items: str, mark: str) -> Mapping[str, int]:
        """How often each item stands there; counted once for all figures that ask."""
        found = self._items.get((items, mark))
        if found is None:
            found = self._items[items, mark] = Counter(_split(items, mark))
        return found


def _split(text: str, mark: str) -> list[str]:
    return text.split(mark) if text else []


def _summed(pairs: Iterable[str]) -> dict[str, int]:
    groups: dict[str, int] = {}
    for pair in pairs:
        group, _, entries = pair.rpartition("=")
        if entries != "0":
            groups[group] = groups.get(group, 0) + int(entries)
    return groups


def _regrouped(items: Mapping[str, int], through: Mapping[str, str]) -> dict[str, int]:
    groups: dict[str, int] = {}
    for item, entries in items.items():
        if (group := through.get(item)) is not None:
            groups[group] = groups.get(group, 0) + entries
    return groups


def _days(pairs: str, apart: str, between: DaysBetween) -> Tally:
    """The days from one to the other, without the pairs `apart`, which end before they begin."""
    counted = Counter(map(between.__getitem__, _split(pairs, MARK)))
    backwards = counted.pop(None, 0)
    if apart:
        ended_first = _split(apart, MARK)
        counted.subtract(map(between.__getitem__, ended_first))
        backwards += len(ended_first)
    days = {taken: entries for taken, entries in counted.items() if taken is not None and entries}
    return Tally(days=days, backwards=backwards)


def _followed_back(parts: Mapping[str, Sequence[str]]) -> list[Tally]:
    """A stock at each month's end, from the last one backwards."""
    standing = sum(int(parts[part][-1]) for part in STANDING if part in parts)
    nothing = ["0"] * len(parts[STANDING[0]])
    found: list[Tally] = []
    ended, began = (
        [int(n) - int(less) for n, less in zip(parts.get(part, nothing), back, strict=True)]
        for part in ("over", "begun")
        for back in [parts.get(f"{part} backwards", nothing)]
    )
    stood_again = map(int, parts.get("again", nothing))
    for over, begun, again in reversed([*zip(ended, began, stood_again, strict=True)]):
        found.append(Tally(standing))
        standing += over - begun - again
    return found[::-1]
