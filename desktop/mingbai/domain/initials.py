"""The pinyin initials of Chinese characters, every reading, from the shipped table."""

from __future__ import annotations

from functools import cache

from mingbai.resources import resource


@cache
def initials_table() -> dict[str, str]:
    """Character to the initial letters of all its readings, the usual one first, as in `{"单": "dcs"}`."""
    table: dict[str, str] = {}
    for line in resource("initials.tsv").read_text(encoding="utf-8").splitlines():
        letters, tab, characters = line.partition("\t")
        if tab and not letters.startswith("#"):
            table.update(dict.fromkeys(characters, letters))
    return table


def spells(typed: str, text: str) -> bool:
    """Whether the letters typed are initials of consecutive characters somewhere in the text."""
    table = initials_table()
    spans = [table.get(character, character.lower()) for character in text]
    last = len(spans) - len(typed)
    return any(all(letter in spans[start + i] for i, letter in enumerate(typed)) for start in range(last + 1))


def usual_initials(text: str) -> str:
    """The initials of characters as they are read most: xfj of 信访局."""
    table = initials_table()
    return "".join(table.get(character, character.lower())[0] for character in text)
