"""Each picture that the guide shows is there, small, and the script would make it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.stories.guide_pictures import PICTURES, SHOWN, save_small
from tests.stories.scenes import SCENES

LANGUAGES = ("zh", "en")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
MOST_BYTES = 3_000_000


def images(language: str) -> dict[str, list[tuple[str, str]]]:
    """What each page shows: the words for those who cannot see it, and the file."""
    pages = sorted((PICTURES.parent / language).glob("*.md"))
    return {page.name: IMAGE.findall(page.read_text(encoding="utf-8")) for page in pages}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_shown_is_there_and_no_other_lies_there(language: str) -> None:
    shown = [target for found in images(language).values() for _, target in found]
    assert sorted(shown) == sorted(f"../pictures/{language}/{name}.png" for name in SHOWN)
    assert {path.name for path in (PICTURES / language).iterdir()} == {f"{name}.png" for name in SHOWN}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_has_words(language: str) -> None:
    assert all(words for found in images(language).values() for words, _ in found)


def test_the_script_would_make_each() -> None:
    assert set(SHOWN.values()) <= {f"{scene.ledger}-{scene.name}" for scene in SCENES}


def test_both_languages_show_the_same() -> None:
    zh, en = (
        {page: [Path(target).name for _, target in found] for page, found in images(language).items()}
        for language in LANGUAGES
    )
    assert zh == en


def test_pictures_stay_small(tmp_path: Path) -> None:
    paths = list(PICTURES.rglob("*.png"))
    assert sum(path.stat().st_size for path in paths) <= MOST_BYTES
    # Saved again, nothing is lost: so the palette holds what the window shows.
    save_small(paths[0], tmp_path / "again.png")
    assert (tmp_path / "again.png").stat().st_size <= paths[0].stat().st_size * 1.1
