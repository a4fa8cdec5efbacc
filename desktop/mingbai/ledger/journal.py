"""Journal rows: one per saved record, chained by SHA-256 for each device.

A row's patch is JSON `{field: [old, new]}`; that of a new entry is `{field: value}` of every filled field.
The chain runs over the digest of salt and patch, not over the patch itself: so a person can be erased
(patch and salt blanked, the digest kept) and the chain still proves that nothing else was touched.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from mingbai.domain.field import Stored

Patch = dict[str, tuple[Stored, Stored]]

_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

SALT_BYTES = 16
START = b"\0" * 32
"""What the first row of a device is chained to."""

HEADS = (
    "SELECT d.uuid, j.seq, lower(hex(j.hash)) FROM device d JOIN journal j ON j.device = d.id "
    "WHERE j.seq = (SELECT max(seq) FROM journal WHERE device = d.id)"
)
"""The last journal number and hash of every device: what a backup or a sent report anchors."""


@dataclass(frozen=True, slots=True)
class Line:
    """One journal row as it is chained."""

    device: str
    seq: int
    clock: int
    act: str
    """When, by whom and what for, as `act_words` puts it."""
    register: str
    uid: str
    born: bool
    """Whether the entry begins with this row."""


def written(patch: Mapping[str, tuple[Stored, Stored]], *, born: bool) -> str:
    """The patch as it is stored."""
    kept = {field: new for field, (_, new) in patch.items()} if born else patch
    return _encoded(kept)


def read(text: str, *, born: bool) -> Patch:
    """The patch that was stored."""
    if born:
        return {field: (None, new) for field, new in json.loads(text).items()}
    return {field: (old, new) for field, (old, new) in json.loads(text).items()}


def salt() -> bytes:
    """Keeps an erased short value (a phone number) from being guessed from its digest."""
    return os.urandom(SALT_BYTES)


def digest(salted: bytes, patch: bytes) -> bytes:
    """What the chain knows of a patch."""
    return sha256(salted + patch).digest()


def act_words(clock: int, at: str, who: str, deed: str, undone: tuple[str, int] | None) -> str:
    """An act as it is chained. What it undoes is named by device and clock, which hold in every ledger."""
    return _encoded([clock, at, who, deed, undone])


def chained(before: bytes, line: Line, digested: bytes) -> bytes:
    """The hash of a row, given that of the row before it on the same device."""
    text = f"{line.device}|{line.seq}|{line.clock}|{line.act}|{line.register}|{line.uid}|{int(line.born)}|"
    return sha256(before + text.encode(errors="surrogatepass") + digested).digest()
