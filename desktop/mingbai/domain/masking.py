"""What lists, search hits, exports and prints show of an entry: of people no more than is needed to know the row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from mingbai.domain.column import Personal
from mingbai.domain.field import Field, Kind, Stored
from mingbai.domain.named_residents import mask_called, mask_residents
from mingbai.domain.pattern import pattern
from mingbai.domain.register import Register
from mingbai.domain.text import mask_numbers

_BETWEEN = pattern(r"[、,，;；/|\n]+")
_SHORTEST = {Personal.NAME: 2, Personal.PHONE: 7, Personal.ADDRESS: 6}
"""Shorter ones are as well something else."""


def masked_text(
    register: Register[Any], field: Field, text: str, stored: Mapping[str, Stored] | None = None
) -> str:
    """What is shown of a text; a key stays whole, or the row could not be known again.

    Whoever a personal field of the same entry (`stored`) names is hidden in its other texts as well: a name
    or a phone that was typed into the title is the same name and the same phone.
    """
    if field.column.personal is not None:
        return field.column.personal.mask(text)
    if any(field.name in key for key in register.keys):
        return text
    if stored is not None and field.kind in (Kind.TEXT, Kind.LONG):
        return masked_beside(register, text, stored)
    return _masked_free(register, text)


def masked_beside(register: Register[Any], text: str, stored: Mapping[str, Stored]) -> str:
    """What is shown of a text that belongs to an entry: whoever a personal field of it names is hidden in it."""
    for said, personal in _people(register, stored):
        if said in text:
            text = text.replace(said, personal.mask(said))
    return _masked_free(register, text)


def _masked_free(register: Register[Any], text: str) -> str:
    """What needs no field to be known: numbers, and residents by their form of address.

    An entry that has a field for a resident is about one, whether or not somebody filled it.
    """
    text = mask_residents(mask_numbers(text))
    names = any(personal is Personal.NAME for _, personal in _personal_fields(register))
    return mask_called(text) if names else text


@cache
def _personal_fields(register: Register[Any]) -> tuple[tuple[str, Personal], ...]:
    return tuple(
        (field.name, field.column.personal)
        for field in register.fields.values()
        if field.column.personal is not None and field.column.personal in _SHORTEST
    )


def _people(register: Register[Any], stored: Mapping[str, Stored]) -> Iterator[tuple[str, Personal]]:
    """What the personal fields of an entry hold, and how it is hidden; the longest first."""
    found: dict[str, Personal] = {}
    for name, personal in _personal_fields(register):
        value = stored.get(name)
        if isinstance(value, str):
            for said in parts_of(value):
                if len(said) >= _SHORTEST[personal]:
                    found[said] = personal
    yield from sorted(found.items(), key=lambda one: -len(one[0]))


def parts_of(value: str) -> Iterator[str]:
    """What a personal field holds: the whole, and each of several in it."""
    yield from dict.fromkeys(part.strip() for part in (value, *_BETWEEN.split(value)))
