"""What a camera writes beside a picture is gone, and the picture is the same, bit for bit."""

from __future__ import annotations

import pytest
from tests.exchange.camera import PLACE, drawn, picture, with_exif

from mingbai.exchange.camera_notes import picture_in, without_notes


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_the_place_is_gone_and_the_picture_the_same(kind: str) -> None:
    plain = picture(kind)
    noted = with_exif(plain)
    assert PLACE in noted
    assert drawn(noted) == drawn(plain)
    assert PLACE not in without_notes(noted)
    assert drawn(without_notes(noted)) == drawn(plain)
    assert len(without_notes(noted)) <= len(plain) + 18


@pytest.mark.parametrize("up", range(1, 9))
def test_photos_stay_the_right_way_up(up: int) -> None:
    noted = with_exif(picture("jpg"), up)
    assert drawn(without_notes(noted)) == drawn(noted)
    assert (drawn(noted).width() == 20) == (up > 4)


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "bmp"])
def test_what_has_no_notes_is_left_alone(kind: str) -> None:
    plain = picture(kind)
    assert drawn(without_notes(plain)) == drawn(plain)
    assert without_notes(without_notes(plain)) == without_notes(plain)


@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_a_picture_that_is_cut_off_anywhere_is_no_fault(kind: str) -> None:
    noted = with_exif(picture(kind), 6)
    for end in range(len(noted)):
        without_notes(noted[:end])


def test_other_files_are_no_pictures() -> None:
    for data in (b"", b"%PDF-1.7", b"PK\3\4", b"text", b"\xff\xd8", b"RIFF1234WAVE"):
        assert picture_in(data) is None
        assert without_notes(data) == data
