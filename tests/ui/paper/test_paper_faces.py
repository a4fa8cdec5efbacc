"""Which of the installed fonts a page is written in."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontDatabase

from mingbai.ui.paper import faces
from mingbai.ui.paper.leaf import Face


def test_a_family_is_known_without_its_foundry(monkeypatch: pytest.MonkeyPatch) -> None:
    listed = ["DejaVu Sans", "Nimbus Roman [UKWN]", "Nimbus Roman [urw]"]
    monkeypatch.setattr(QFontDatabase, "families", lambda: listed)
    faces._families.cache_clear()
    try:
        assert faces._families(Face.TEXT, "en") == ("Nimbus Roman",)
        assert faces._families(Face.FIGURE, "zh") == ("Nimbus Roman",)
    finally:
        faces._families.cache_clear()
