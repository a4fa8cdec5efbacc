"""Pictures that are attached become smaller, stand upright and tell no place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImageReader
from tests.exchange.camera import PLACE, drawn, picture, red, with_exif

from mingbai.desk.attachments import MOST_POINTS
from mingbai.exchange.camera_notes import without_notes
from mingbai.ui.panel.smaller import as_png, smaller


def size_of(data: bytes) -> tuple[int, int]:
    source = QBuffer()
    source.setData(data)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    size = QImageReader(source).size()
    return size.width(), size.height()


@pytest.mark.parametrize(("kind", "ending"), [("jpg", ".jpg"), ("png", ".png"), ("bmp", ".jpg")])
def test_a_large_picture_becomes_smaller_and_loses_the_place(kind: str, ending: str) -> None:
    large = picture(kind, 2600, 1300)
    made = smaller(with_exif(large) if kind != "bmp" else large)
    assert made is not None
    data, named = made
    assert size_of(data) == (MOST_POINTS, 1000)
    assert named == ending
    assert PLACE not in without_notes(data)
    assert len(data) < len(large)


def test_a_large_copied_picture_becomes_smaller() -> None:
    assert size_of(as_png(red(3000, 600))) == (MOST_POINTS, 400)
    assert drawn(as_png(red())) == red()


def test_a_large_photo_is_put_upright() -> None:
    made = smaller(with_exif(picture("jpg", 2600, 1300), 6))
    assert made is not None
    assert size_of(made[0]) == (1000, MOST_POINTS)


@pytest.mark.no_qt_log  # Qt says what is wrong with a picture
def test_what_is_small_enough_or_no_picture_stays() -> None:
    for data in (
        picture("jpg", 2000, 900),
        b"",
        b"\xff\xd8\xff cut off",
        b"%PDF",
        picture("png", 2600, 9)[:99],
    ):
        assert smaller(data) is None
