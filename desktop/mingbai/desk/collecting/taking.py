"""Taking in month workbooks: all of a drop in one act, each file accounted for, nothing lost.

The same workbook twice changes nothing. A village the ledger does not know yet joins its list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path

from mingbai.desk.collecting.collection import Difference, as_text, differences, from_text
from mingbai.desk.places import place_of
from mingbai.domain.column import Uid
from mingbai.domain.data_sheet import HandedIn, Line
from mingbai.domain.field import Stored
from mingbai.domain.month import Month
from mingbai.domain.submission import SUBMISSIONS, VILLAGES, Submission, Village
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Mistake, Trouble, Words
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.store import Act

DEED = "collect"
MOST_FILES = 1_000
SUFFIX = ".xlsx"

Progress = Callable[[int, int], None]
"""Told how many files are done, and of how many; it may raise to stop, and then nothing is kept."""


class How(Enum):
    """What became of a workbook that was taken."""

    NEW = "new"
    REPLACES = "replaces"
    EARLIER = "earlier"
    """A higher version is here already: it is kept and does not count."""
    SAME = "same"


@dataclass(frozen=True, slots=True)
class FileTaken:
    """One workbook that ties."""

    file: str
    place: str
    month: Month
    version: int
    how: How
    differences: tuple[Difference, ...] = ()
    """Against the report that stood before."""


@dataclass(frozen=True, slots=True)
class FileRefused:
    """One file that was not taken; the reason names it."""

    file: str
    words: Words


@dataclass(frozen=True, slots=True)
class Collected:
    """What became of every file of a drop."""

    taken: tuple[FileTaken, ...]
    refused: tuple[FileRefused, ...]

    def count(self, how: How) -> int:
        """How many were taken that way."""
        return sum(one.how is how for one in self.taken)

    @property
    def months(self) -> tuple[Month, ...]:
        """Which months they were of, the latest first."""
        return tuple(sorted({one.month for one in self.taken}, reverse=True))


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files meant by what was dropped: of a folder every workbook in it. Raises `Mistake` for too many."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (one for one in path.rglob("*") if one.suffix.lower() == SUFFIX and one.is_file())
            found += sorted(one for one in inside if not one.name.startswith(("~$", ".")))
        else:
            found.append(path)
        if len(found) > MOST_FILES:
            raise Mistake(
                "一次最多收 {most} 份，请分几次拖入",
                "At most {most} files are taken at once; drop them in several goes",
                most=f"{MOST_FILES:,}",
            )
    return list(dict.fromkeys(found))


def collect(
    ledger: Ledger, paths: Sequence[Path], *, today: date, progress: Progress | None = None
) -> Collected:
    """Takes in month workbooks and folders of them, in one act."""
    from mingbai.exchange.submissions_apart import read_submissions_apart

    files = files_in(paths)
    refused: list[FileRefused] = []
    read: list[HandedIn] = []
    done = 0

    def go_on() -> None:
        if progress is not None:
            progress(done, len(files))

    for path, answer in zip(files, read_submissions_apart(files, go_on=go_on), strict=True):
        done += 1
        if isinstance(answer, Trouble):
            refused.append(FileRefused(path.name, answer.words))
        else:
            read.append(answer)
    go_on()
    done_with = take_in(ledger, read, today=today)
    return Collected(done_with.taken, (*refused, *done_with.refused))


def take_in(ledger: Ledger, read: Iterable[HandedIn], *, today: date) -> Collected:
    """Saves what workbooks hand in, in one act."""
    # In an order of their own, not the one they were dropped in.
    in_order = sorted(
        read, key=lambda one: (not one.code, one.code, one.place, one.period, one.version, one.sha256)
    )
    taken: list[FileTaken] = []
    refused: list[FileRefused] = []
    with ledger.act(DEED, today=today) as act:
        taking = _Taking(ledger, act, today)
        for handed in in_order:
            try:
                taken.append(taking.take(handed))
            except Mistake as mistake:
                refused.append(FileRefused(handed.file, mistake.words))
    return Collected(tuple(taken), tuple(refused))


class _Taking:
    """The state of one act that takes workbooks in."""

    def __init__(self, ledger: Ledger, act: Act, today: date) -> None:
        self._ledger, self._act, self._today = ledger, act, today
        self._cutoff = place_of(ledger).month_end.cutoff
        self._villages = {entry.uid: entry.record for entry in ledger.entries(VILLAGES)}
        self._handed: dict[tuple[str, str], list[Mapping[str, Stored]]] = {}
        for entry in ledger.entries(SUBMISSIONS):
            key = str(entry.stored["village"]), str(entry.stored["period"])
            self._handed.setdefault(key, []).append(entry.stored)

    def take(self, handed: HandedIn) -> FileTaken:
        """Saves one workbook unless it is here already. Raises `Mistake` where it cannot be."""
        month = Month.parse(handed.period, self._cutoff)
        if handed.start > self._today:
            raise Mistake(
                "“{file}”没有收：{month}还没有开始",
                "“{file}” was not taken: {month} has not begun",
                file=handed.file,
                month=month.words,
            )
        uid = self._village(handed)
        record = Submission(
            village=uid,
            period=handed.period,
            starts_on=handed.start,
            ends_on=handed.end,
            version=handed.version,
            made_on=handed.made_on,
            received_on=self._today,
            file=clean(handed.file)[:200],
            figures=as_text(handed.lines),
            sha256=handed.sha256,
        )
        stored = SUBMISSIONS.store(record)
        there = self._handed.setdefault((uid, handed.period), [])
        standing = max(there, key=_order, default=None)
        told = partial(FileTaken, handed.file, self._villages[uid].name, month, handed.version)
        if any(_is_same(stored, other) for other in there):
            return told(How.SAME)
        self._act.insert_stored(SUBMISSIONS, stored)
        there.append(stored)
        if standing is None:
            return told(How.NEW)
        before, now = (from_text(str(one["figures"] or "")) for one in (standing, stored))
        if _order(stored) < _order(standing):
            return told(How.EARLIER)
        return told(How.REPLACES, differences(before, now))

    def _village(self, handed: HandedIn) -> Uid:
        """The village a workbook is of, by its code, else by its name; a new one joins the list."""
        coded = [uid for uid, one in self._villages.items() if handed.code and one.code == handed.code]
        if coded:
            known = self._villages[coded[0]]
            if fold(known.name) != fold(handed.place):
                raise Mistake(
                    "“{file}”没有收：代码 {code} 在名单里是“{known}”，文件里写的是“{place}”。请核对代码；村名变了，就在“下辖村（社区）”里改",
                    "“{file}” was not taken: the code {code} is “{known}” in the list, and the file says “{place}”. "
                    "Check the code; if the name has changed, change it under “Villages below”",
                    file=handed.file,
                    code=handed.code,
                    known=known.name,
                    place=handed.place,
                )
            return coded[0]
        named = [uid for uid, one in self._villages.items() if fold(one.name) == fold(handed.place)]
        if handed.code:
            named = [uid for uid in named if not self._villages[uid].code]
        if len(named) > 1:
            raise Mistake(
                "“{file}”没有收：名单里有几个“{place}”，文件又没有村（社区）代码。请该村在设置里填上代码再报",
                "“{file}” was not taken: several villages are called “{place}” and the file has no village code. "
                "Ask the village to set its code and hand in again",
                file=handed.file,
                place=handed.place,
            )
        if not named:
            village = Village(name=clean(handed.place), code=clean(handed.code))
            uid = self._act.insert(VILLAGES, village)
        elif handed.code:
            uid = named[0]
            village = Village(name=self._villages[uid].name, code=clean(handed.code))
            self._act.change(VILLAGES, uid, {"code": village.code})
        else:
            return named[0]
        self._villages[uid] = village
        return uid


def _order(stored: Mapping[str, Stored]) -> tuple[int, str, str]:
    return int(str(stored["version"])), str(stored["made_on"] or ""), str(stored["figures"] or "")


def _is_same(one: Mapping[str, Stored], other: Mapping[str, Stored]) -> bool:
    """The same file, or one that says the same of the same version: written in another language, saved anew."""
    if one["sha256"] == other["sha256"]:
        return True
    names = ("version", "made_on", "starts_on", "ends_on")
    return all(one[name] == other[name] for name in names) and _numbers(one) == _numbers(other)


def _numbers(stored: Mapping[str, Stored]) -> dict[str, Line]:
    """The figures without names, which may be in either language."""
    found = from_text(str(stored["figures"] or ""))
    return {code: replace(line, label="") for code, line in found.items()}
