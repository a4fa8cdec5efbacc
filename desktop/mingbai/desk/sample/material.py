"""The hand-written material of the sample ledger, in one language."""

from __future__ import annotations

import csv
import random
from datetime import date

from mingbai.domain.words import Language
from mingbai.resources import resource

LIST_MARK = ";"


class Line:
    """One row of a material file; columns in both languages are read in the sample's own."""

    __slots__ = ("_language", "_row")

    def __init__(self, row: dict[str, str], language: Language) -> None:
        self._row = row
        self._language = language

    def __getitem__(self, name: str) -> str:
        return self._row[name]

    def say(self, name: str) -> str:
        """The text of a column that stands in both languages."""
        return self._row[f"{name}_{self._language}"]

    def integer(self, name: str) -> int:
        """A number that is always there."""
        return int(self._row[name])

    def maybe(self, name: str) -> int | None:
        """A number that may be missing."""
        return int(self._row[name]) if self._row[name] else None

    def parts(self, name: str) -> tuple[str, ...]:
        """A list of codes."""
        return tuple(part for part in self._row[name].split(LIST_MARK) if part)

    def said(self, name: str) -> tuple[str, ...]:
        """A list of words that stands in both languages."""
        return tuple(part for part in self.say(name).split(LIST_MARK) if part)

    @property
    def months(self) -> frozenset[int]:
        """The months of the year a matter comes up in; empty for any."""
        return frozenset(int(number) for number in self.parts("months"))


class Material:
    """Reads the files of `resources/sample`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def lines(self, name: str) -> list[Line]:
        """The rows of one file."""
        with resource(f"sample/{name}.csv").open(encoding="utf-8", newline="") as file:
            return [Line(row, self.language) for row in csv.DictReader(file)]

    def words(self, zh: str, en: str) -> str:
        """One text in the sample's language."""
        return zh if self.language == "zh" else en


def dice(topic: str, today: date) -> random.Random:
    """A source of chance that is the same for the same topic and day, in both languages."""
    return random.Random(f"{topic} {today.isoformat()}")  # noqa: S311  # no secret hangs on it
