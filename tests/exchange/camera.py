"""Pictures as a camera makes them, with what it notes in them."""

from __future__ import annotations

import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, qRgb

from mingbai.exchange.camera_notes import picture_in

PLACE = b"N 25.7934 E 113.0249 taken by a resident's phone"


def picture(kind: str, width: int = 40, height: int = 20) -> bytes:
    """A small picture, red at the left and blue at the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            image.setPixel(x, y, qRgb(255, 0, y) if x < width // 2 else qRgb(0, x, 255))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind, 95)  # type: ignore[call-overload]
    return bytes(held.data())


def exif(up: int) -> bytes:
    """The notes of a camera: which way is up, and where it stood."""
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, up, 0) + struct.pack(">HHII", 0x9286, 7, len(PLACE), 38)
    return b"MM\0*" + struct.pack(">IH", 8, 2) + entries + struct.pack(">I", 0) + PLACE


def with_exif(data: bytes, up: int = 1) -> bytes:
    """A picture with the notes of a camera, where its kind keeps them."""
    match picture_in(data):
        case "jpeg":
            said = b"Exif\0\0" + exif(up)
            noted = struct.pack(">BBH", 0xFF, 0xE1, len(said) + 2) + said
            remark = struct.pack(">BBH", 0xFF, 0xFE, len(PLACE) + 2) + PLACE
            return data[:2] + noted + remark + data[2:] + b"a film behind the end, at " + PLACE
        case "png":
            chunks = b""
            for kind, body in ((b"eXIf", exif(up)), (b"tEXt", b"Comment\0" + PLACE)):
                chunks += struct.pack(">I", len(body)) + kind + body
                chunks += struct.pack(">I", zlib.crc32(kind + body))
            return data[:33] + chunks + data[33:] + PLACE
        case "webp":
            said = exif(up)
            chunk = b"EXIF" + struct.pack("<I", len(said)) + said + b"\0" * (len(said) % 2)
            wide = b"VP8X" + struct.pack("<I", 10) + bytes([0x08, 0, 0, 0, 39, 0, 0, 19, 0, 0])
            body = b"WEBP" + wide + data[12:] + chunk
            return b"RIFF" + struct.pack("<I", len(body)) + body
    raise AssertionError


def drawn(data: bytes) -> QImage:
    """The picture as it is shown, the right way up."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    image = reader.read()
    assert not image.isNull(), reader.errorString()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def red(width: int = 60, height: int = 40) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image
