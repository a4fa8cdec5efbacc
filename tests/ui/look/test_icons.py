"""Every icon is there, lies inside its grid, and takes the colour it is given."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from mingbai.ui.look.icons import GRID, STROKE, icon, pixmap, shape
from mingbai.ui.look.look import Look
from mingbai.ui.look.strokes import STROKES


@pytest.mark.parametrize("name", STROKES)
def test_an_icon_draws_something_inside_its_grid(name: str, qapp: object) -> None:
    lines, dots = shape(name)
    room = QRectF(STROKE / 2, STROKE / 2, GRID - STROKE, GRID - STROKE)
    assert room.contains(lines.boundingRect().united(dots.boundingRect()))
    image = pixmap(Look(), name, "accent", ratio=2.0).toImage()
    inked = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert Look().colour("accent").name() in {colour.lower() for colour in inked}


def test_an_icon_grows_with_the_text(qapp: object) -> None:
    assert pixmap(Look(scale=2.0), "task").width() == 2 * pixmap(Look(), "task").width()


def test_an_unknown_icon_is_refused(qapp: object) -> None:
    with pytest.raises(KeyError):
        icon(Look(), "no such icon")
