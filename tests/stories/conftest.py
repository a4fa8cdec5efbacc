"""A screen of its own for each story that starts the real program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.stories.driving import Screen, lacking, letters_in


@pytest.fixture(scope="session")
def machine() -> None:
    """Skips where the tools are not there; packaging/test.sh brings them where it can."""
    if missing := lacking():
        pytest.skip(f"this machine lacks {missing}")


@pytest.fixture
def screen(machine: None, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Screen]:
    """A screen, a keyboard with the letters of the story, and a person's folder, all new."""
    with Screen(tmp_path, letters_in(request.path)) as made:
        yield made
