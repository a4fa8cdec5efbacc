"""Text in both languages, and the two kinds of trouble that are told in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mingbai.domain.pattern import pattern

Language = Literal["zh", "en"]

_INNER = str.maketrans("“”", "‘’")


@dataclass(frozen=True, slots=True)
class Words:
    """One text, in 中文 and in English."""

    zh: str
    en: str

    def into(self, language: Language) -> str:
        """The text in one language."""
        return self.zh if language == "zh" else self.en

    @property
    def quoted(self) -> Words:
        """The text in quotes in 中文, as it stands in English."""
        return Words(f"“{within_quotes(self.zh)}”", self.en)

    def format(self, **values: object) -> Words:
        """The same text with its `{gaps}` filled; a gap that is `Words` is filled in each language.

        What is counted right behind a gap is one thing where the gap is 1: 1 entry, 2 entries.
        """
        return Words(
            self.zh.format(**_in("zh", values)), _counted(self.en, values).format(**_in("en", values))
        )


def _counted(text: str, values: dict[str, object]) -> str:
    """An English text with its gaps, where those that are 1 count one."""
    ones = {name for name, value in values.items() if value in (1, "1")}
    if not ones:
        return text
    return _COUNTED.sub(
        lambda found: found["before"] + _ONE_OF[found["many"]] if found["gap"] in ones else found[0], text
    )


def singular(word: str) -> str:
    """An English word in small letters without what makes it several: families, lists."""
    if word.endswith("ies") and len(word) > SHORT:
        return f"{word[:-3]}y"
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")


SHORT = 4
"""A word of no more letters ends in ie itself: ties, pies."""


_MANY = (
    *(
        "assignments",
        "issues",
        "meetings",
        "inspections",
        "certificates",
        "cuts",
        "activities",
        "visits",
        "departments",
    ),
    *("entries", "rows", "lines", "columns", "fields", "files", "items", "places", "units", "sheets", "acts"),
    *("minutes", "hours", "days", "weeks", "months", "years", "times", "periods", "characters", "letters"),
    *("guests", "hosts", "flags", "assessments", "attachments", "drafts"),
)
_ONE_OF = {many: singular(many) for many in _MANY} | {"people": "person"}
"""What is counted, by the word for several of it."""
_COUNTED = pattern(rf"(?P<before>{{(?P<gap>\w+)(?::,)?}} )(?P<many>{'|'.join(_ONE_OF)})\b")


NO_WORDS = Words("", "")
"""What may be said, and is not."""


def within_quotes(text: str) -> str:
    """Words that will stand in “ ”: what is quoted in them stands in the other marks."""
    return text.translate(_INNER)


def enumerated(parts: Iterable[Words]) -> Words:
    """Several texts as one: 甲、乙 in 中文, "a, b" in English."""
    parts = tuple(parts)
    return Words("、".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def _in(language: Language, values: dict[str, object]) -> dict[str, object]:
    return {k: v.into(language) if isinstance(v, Words) else v for k, v in values.items()}


class Trouble(Exception):
    """Something a person can be told in one sentence with the next step.

    Anything that is not a `Trouble` and reaches the top is a bug of ours.
    """

    def __init__(self, zh: str, en: str, **values: object) -> None:
        self.words = Words(zh, en).format(**values) if values else Words(zh, en)
        super().__init__(self.words.en)


class Mistake(Trouble):
    """What the person asked for cannot be done as asked: an inline message."""


class Fault(Trouble):
    """The world is in the way (disk full, file locked, file damaged): one sentence with the next step."""
