"""Which rows of a file are entries already: by their key, or by everything they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from mingbai.domain.field import Stored
from mingbai.domain.register import Register
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import blocks
from mingbai.ledger.ledger import Entry, Ledger


class KnownRows:
    """Which rows are entries already, by key or by everything they say."""

    def __init__(self, ledger: Ledger, register: Register[Any], fields: tuple[str, ...]) -> None:
        self._key = next((key for key in register.keys if set(key) <= set(fields)), ())
        self._fields = fields
        self._by_key: dict[tuple[Stored, ...], Entry] = {}
        self._said: Counter[tuple[Stored, ...]] = Counter()
        self._rows: dict[tuple[Stored, ...], tuple[int, tuple[Stored, ...]]] = {}
        # Block by block: whoever reads meanwhile waits for one of them only.
        for block in blocks(ledger, register):
            for entry in block:
                if self._key and None not in (key := self._of(entry.stored, self._key)):
                    self._by_key[key] = entry
                self._said[self._of(entry.stored, fields)] += 1

    def meet(self, number: int, stored: Mapping[str, Stored]) -> Entry | bool | None:
        """The entry with the row's key, True when all it says is known, None when it is new.

        Raises `Mistake` when an earlier row of the file has the same key and says something else.
        """
        said = self._of(stored, self._fields)
        key = self._of(stored, self._key) if self._key else (None,)
        if None in key:
            self._said[said] -= 1
            return True if self._said[said] >= 0 else None
        if key in self._by_key:
            return self._by_key[key]
        if key in self._rows:
            if self._rows[key][1] == said:
                return True
            raise Mistake(
                "编号与第 {row} 行相同而内容不同，请核对后只留一行",
                "Same number as row {row} but different content; keep one of them",
                row=self._rows[key][0],
            )
        self._rows[key] = (number, said)
        return None

    def refuse_double(self, entry: Entry, stored: Mapping[str, Stored]) -> None:
        """For a row with the number of an entry. Raises `Mistake` when another one has the key it would get."""
        said = self._of(entry.stored, self._fields)
        self._said[said] -= 1
        other = self._by_key.get(self._of(stored, self._key)) if self._key else None
        if other is not None and other.uid != entry.uid:
            raise Mistake(
                "与 {number} 重复，没有导入", "The same as {number}; not imported", number=other.number
            )

    @staticmethod
    def _of(stored: Mapping[str, Stored], fields: Iterable[str]) -> tuple[Stored, ...]:
        return tuple(stored[name] for name in fields)
