"""`sh packaging/run.sh` where there is no display: workbooks and pictures, and it says where they are."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from mingbai.ui.look.look import Look

ROOT = Path(__file__).resolve().parents[2]
PAGES = 4


def test_a_start_without_a_display_leaves_workbooks_and_pictures_and_says_where(tmp_path: Path) -> None:
    if not (ROOT / ".venv" / ".stamp-requirements.txt").exists():
        pytest.skip("the environment was not made by our own scripts")
    without = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    done = subprocess.run(
        ["sh", str(ROOT / "packaging" / "run.sh")],
        cwd=tmp_path,
        env={**without, "PYTHONUTF8": "1", "MINGBAI_LANG": "en"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    made = sorted(path for path in (tmp_path / "mingbai-demo").iterdir())
    assert [path.suffix for path in made].count(".xlsx") == 4
    assert not [path for path in made if f"{path.relative_to(tmp_path)}" not in done.stdout]
    pictures = [QImage(str(path)) for path in made if path.suffix == ".png"]
    assert len(pictures) == 2 * PAGES
    for picture in pictures:
        assert (picture.width(), picture.height()) == (1280, 800)
        shades = {picture.pixelColor(x, y).name() for x in range(0, 1280, 4) for y in range(0, 800, 4)}
        assert {Look().colour("rail").name(), Look().colour("surface").name()} < shades
