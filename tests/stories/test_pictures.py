"""The pictures can be taken: right size, and something on them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tests.stories.pictures import SETS, take
from tests.stories.scenes import SCENES


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("zh-light-1280-empty-task", (1280, 800)),
        ("en-dark-1366-long-task", (1366, 768)),
        ("en-light-1280-long-task-panel", (1280, 800)),
    ],
)
def test_a_picture_is_as_large_as_its_name_says_and_shows_something(
    qapp: QApplication, tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    (path,) = take(tmp_path, [f"^{name}$"])
    picture = QImage(str(path))
    assert (picture.width(), picture.height()) == size
    seen = {picture.pixel(x, y) for x in range(0, size[0], 7) for y in range(0, size[1], 7)}
    assert len(seen) > 20


def test_no_two_pictures_have_one_name() -> None:
    names = [f"{one.name}-{scene.ledger}-{scene.name}" for one in SETS for scene in SCENES]
    assert len(names) == len(set(names))
