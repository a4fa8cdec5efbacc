"""Pictures made smaller before they are attached, off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from mingbai.desk.attachments import MOST_POINTS

QUALITY = 85
"""Of a photo: what the eye sees stays."""
MAKING = QIODevice.OpenModeFlag.WriteOnly


def smaller(data: bytes) -> tuple[bytes, str] | None:
    """A picture wider or higher than it may be, made smaller and put upright, and how its name ends then.

    None for one that is small enough, has several pages, cannot be read, or would not become smaller.
    """
    source = QBuffer()
    source.setData(data)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) <= MOST_POINTS or reader.imageCount() > 1:
        return None
    kind = bytes(reader.format().data())
    # Told beforehand, a large photo is never whole in the memory.
    reader.setScaledSize(size.scaled(QSize(MOST_POINTS, MOST_POINTS), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    drawn = kind == b"png" or image.hasAlphaChannel()
    made = _written(image, b"png" if drawn else b"jpg")
    return (made, ".png" if drawn else ".jpg") if made and len(made) < len(data) else None


def as_png(image: QImage) -> bytes:
    """A copied picture as a file's content, no larger than it may be: to write a large one takes seconds."""
    if max(image.width(), image.height()) > MOST_POINTS:
        image = image.scaled(
            MOST_POINTS,
            MOST_POINTS,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return _written(image, b"png")


def _written(image: QImage, kind: bytes) -> bytes:
    held = QByteArray()
    target = QBuffer(held)
    target.open(MAKING)
    writer = QImageWriter(target, QByteArray(kind))
    if kind == b"jpg":
        writer.setQuality(QUALITY)
    return bytes(held.data()) if writer.write(image) else b""
