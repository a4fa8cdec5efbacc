"""What a camera writes beside a picture (where and when it was taken, on which phone), taken out of the file.

The picture itself is not touched, bit for bit. Which way is up stays, for without it photos lie on their side.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

JPEG, PNG, WEBP, BMP, TIFF = "jpeg", "png", "webp", "bmp", "tiff"

_NEXT_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]", re.DOTALL)
"""Within a scan: where it ends."""
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
"""Markers of JPEG that nothing belongs to."""
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_NOTES = frozenset((*range(0xE0, 0xF0), 0xFE))
"""Markers of JPEG behind which programs and cameras write what they like."""
_NEEDED = {0xE0: (b"JFIF\0", b"JFXX\0"), 0xE2: (b"ICC_PROFILE\0",), 0xEE: (b"Adobe",)}
"""What of it is needed to show the right colours."""
_EXIF = b"Exif\0\0"
_UP = 0x0112
"""Which way is up, among the notes."""

_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_PNG_NOTES = frozenset((b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"))
_WEBP_EXIF, _WEBP_XMP = b"EXIF", b"XMP "
_WEBP_NOTED = 0x08 | 0x04


def picture_in(data: bytes) -> str | None:
    """Which kind of picture these bytes are; None for anything else."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(_PNG_HEAD):
        return PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data.startswith(b"BM"):
        return BMP
    if data[:4] in (b"II*\0", b"MM\0*"):
        return TIFF
    return None


def without_notes(data: bytes) -> bytes:
    """The picture alone; what is no picture, or one that cannot be followed, as it is."""
    kind = picture_in(data)
    try:
        if kind == JPEG:
            return b"".join(_jpeg(data))
        if kind == PNG:
            return b"".join(_png(data))
        if kind == WEBP:
            return _webp(data)
    except (IndexError, struct.error, ValueError):
        return data
    return data


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:
            at += 1
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == _END:
            # What stands behind the end (a film, a thumbnail with notes of its own) is not the picture.
            yield data[at : at + 2]
            return
        if marker in _ALONE:
            yield data[at : at + 2]
            at += 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise ValueError("cut off")
        body = data[at + 4 : end]
        if marker == 0xE1 and body.startswith(_EXIF):
            up = _way_up(body[len(_EXIF) :])
            if up > 1:
                said = _EXIF + _only_way_up(up)
                yield struct.pack(">BBH", 0xFF, 0xE1, len(said) + 2) + said
        elif marker not in _NOTES or body.startswith(_NEEDED.get(marker, ())):
            yield data[at:end]
        if marker == _SCAN:
            found = _NEXT_MARKER.search(data, end)
            if found is None:
                raise ValueError("no end")
            yield data[end : found.start()]
            end = found.start()
        at = end


def _png(data: bytes) -> Iterator[bytes]:
    yield data[:8]
    at = 8
    while True:
        (length,) = struct.unpack_from(">I", data, at)
        kind, end = data[at + 4 : at + 8], at + 12 + length
        if end > len(data):
            raise ValueError("cut off")
        if kind not in _PNG_NOTES:
            yield data[at:end]
        elif kind == b"eXIf" and (up := _way_up(data[at + 8 : end - 4])) > 1:
            said = _only_way_up(up)
            yield struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said))
        if kind == b"IEND":
            return
        at = end


def _webp(data: bytes) -> bytes:
    (size,) = struct.unpack_from("<I", data, 4)
    at, end = 12, 8 + size
    parts: list[bytes] = []
    up = 1
    while at < end:
        kind = data[at : at + 4]
        (length,) = struct.unpack_from("<I", data, at + 4)
        behind = at + 8 + length + length % 2
        if at + 8 + length > len(data):
            raise ValueError("cut off")
        if kind == _WEBP_EXIF:
            up = _way_up(data[at + 8 : at + 8 + length].removeprefix(_EXIF))
        elif kind != _WEBP_XMP:
            parts.append(data[at:behind])
        at = behind
    if up > 1:
        said = _only_way_up(up)
        parts.append(_WEBP_EXIF + struct.pack("<I", len(said)) + said)
    if parts and parts[0][:4] == b"VP8X":
        flags = parts[0][8] & ~_WEBP_NOTED | (0x08 if up > 1 else 0)
        parts[0] = parts[0][:8] + bytes([flags]) + parts[0][9:]
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _way_up(notes: bytes) -> int:
    """Which way is up (1 as it lies, to 8) by the notes of a camera; 1 where they say nothing sensible."""
    order = {b"II": "<", b"MM": ">"}.get(notes[:2])
    if order is None:
        return 1
    try:
        (at,) = struct.unpack_from(f"{order}I", notes, 4)
        (entries,) = struct.unpack_from(f"{order}H", notes, at)
        for entry in range(entries):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", notes, at + 2 + entry * 12)
            if tag == _UP and kind == 3:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        pass
    return 1


def _only_way_up(up: int) -> bytes:
    """Notes that say nothing but which way is up."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _UP, 3, 1, up, 0, 0)
