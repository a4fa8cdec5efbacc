"""Entries as lines for people and as objects for programs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from mingbai.desk.glossary import Glossary
from mingbai.desk.records import shown
from mingbai.domain.register import Kind
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Entry

LINE_WIDTH = 34

IN_LINES: dict[str, tuple[str, ...]] = {
    "task": ("received_on", "title", "department", "due_on", "status"),
    "demand": ("title", "department", "period", "minutes", "starts_on"),
    "certificate": ("asked_on", "certificate", "demanded_by", "outcome"),
    "issue": ("accepted_at", "title", "place", "due_at", "closed_at"),
    "decision": ("decided_on", "title", "assessment", "method", "effective_from"),
}
"""The fields that a line shows; of other registers the first five."""


def as_object(entry: Entry, glossary: Glossary, language: Language, *, full: bool) -> dict[str, Any]:
    """number, uid and every field by its code: choices as codes, references by name, dates in ISO 8601.

    Personal fields are masked unless `full`.
    """
    found: dict[str, Any] = {"number": entry.number, "uid": entry.uid}
    for field in entry.register.fields.values():
        stored = entry.stored[field.name]
        personal = field.column.personal
        match field.kind:
            case Kind.LIST | Kind.CHOICES:
                found[field.name] = str(stored).split(";") if stored is not None else []
            case Kind.YES_NO:
                found[field.name] = None if stored is None else bool(stored)
            case Kind.DECIMAL:
                found[field.name] = None if stored is None else int(stored) / 100
            case Kind.REFERENCE if stored is not None:
                found[field.name] = glossary.show(str(stored), language)
            case _ if personal is not None and stored is not None and not full:
                found[field.name] = personal.mask(str(stored))
            case _:
                found[field.name] = stored
    return found


def as_lines(entries: Iterable[Entry], glossary: Glossary, language: Language) -> list[str]:
    """One line an entry, columns below each other, personal data masked."""
    rows: list[list[str]] = []
    for entry in entries:
        fields = entry.register.fields
        names = IN_LINES.get(entry.register.code, tuple(fields)[:5])
        cells = [shown(entry, fields[name], glossary, language) for name in names]
        rows.append([entry.number, *(_short(cell.replace("\n", " ")) for cell in cells)])
    return _aligned(rows)


def _aligned(rows: Sequence[list[str]]) -> list[str]:
    widths = [max((_width(row[i]) for row in rows), default=0) for i in range(max(map(len, rows), default=0))]
    return [
        "  ".join(cell + " " * (widths[i] - _width(cell)) for i, cell in enumerate(row)).strip()
        for row in rows
    ]


def _short(text: str) -> str:
    width = 0
    for at, character in enumerate(text):
        width += _width(character)
        if width > LINE_WIDTH:
            return text[: max(at - 1, 0)] + "…"
    return text


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
