"""What may be meant by a few letters, with all it is called by."""

from __future__ import annotations

from dataclasses import dataclass

from mingbai.domain.field import LIST_MARK
from mingbai.domain.text import fold
from mingbai.domain.words import NO_WORDS, Words
from mingbai.ledger.ledger import Entry


@dataclass(frozen=True, slots=True)
class Named:
    """One name that may be meant."""

    name: Words
    """What is written into the field when it is taken."""
    detail: Words = NO_WORDS
    uid: str = ""
    new: bool = False
    """No list holds it: taking it makes an entry, so it is chosen only by going there."""
    near: bool = False
    """Called otherwise than what was typed: chosen only by going there as well."""


@dataclass(frozen=True, slots=True)
class Called:
    """What may be meant, with all it is called by, folded."""

    named: Named
    first: tuple[str, ...]
    """Its name and short name in both languages."""
    others: tuple[str, ...] = ()


def called_entry(entry: Entry) -> Called:
    """An entry of a list with all it is called by."""
    stored = entry.stored
    name = str(stored.get("name") or "")
    name_en = str(stored.get("name_en") or name)
    short, short_en = str(stored.get("short") or ""), str(stored.get("short_en") or "")
    group = str(stored.get("group") or stored.get("duty") or "")
    detail = Words(short or group, short_en or str(stored.get("group_en") or group))
    others = [str(stored.get("code") or ""), *str(stored.get("also") or "").split(LIST_MARK)]
    first = [text for text in (name, name_en, short, short_en) if text]
    return Called(
        Named(Words(name, name_en), detail, entry.uid),
        tuple(dict.fromkeys(map(fold, first))),
        tuple(fold(text) for text in others if text),
    )
