"""Takes every page and dialog of the window: both languages, both themes, the usual and the largest text.

    python tests/stories/pictures.py FOLDER [--only PATTERN ...] [--sheets]
    python tests/stories/pictures.py --guide [--only PATTERN ...]

It makes its own ledgers, shows no window on the screen and needs nothing but the program. A picture is named
`zh-light-1280-sample-task.png`: language, theme, width, ledger, scene. `--only` takes those whose names hold
one of the patterns; `--sheets` adds one small picture of all of each set. `--guide` makes those that the guide
shows anew, in docs/guide/pictures; run it when a page looks different from its picture there.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SIZES: dict[str, tuple[int, int, float]] = {"1280": (1280, 800, 1.0), "1366": (1366, 768, 2.0)}
"""Width, height and text of a window."""
ROOMY = (1920, 1200)
SCREENS: dict[str, tuple[int, int]] = {"1280": ROOMY, "1366": (1366, 768)}
"""The screen under a window: with some room, or no larger than the window is."""
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "desktop"), str(ROOT)]
    # A screen is said before Qt starts and stays, so each size has a process of its own.
    width, height = SCREENS.get(os.environ.get("MINGBAI_PICTURES", ""), ROOMY)
    screen = {"name": "s", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    told = Path(tempfile.gettempdir()) / f"mingbai-screen-{os.getpid()}.json"
    told.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={told}"
    atexit.register(told.unlink)

from PySide6.QtCore import QPoint, QRect, Qt  # noqa: E402
from PySide6.QtGui import QImage, QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402
from tests.stories.guide_pictures import PICTURES, SHOWN, save_small  # noqa: E402
from tests.stories.long_names import PLACE, write_long  # noqa: E402
from tests.stories.scenes import SCENES, Scene, Stage  # noqa: E402
from tests.stories.street import write_street  # noqa: E402

from mingbai.desk.beginning import begin_sample  # noqa: E402
from mingbai.desk.places import new_ledger  # noqa: E402
from mingbai.domain.words import Language  # noqa: E402
from mingbai.ledger.file import SUFFIX  # noqa: E402
from mingbai.ui.garbage import Collector  # noqa: E402
from mingbai.ui.look.look import Look  # noqa: E402
from mingbai.ui.look.tokens import Theme  # noqa: E402

TODAY = date(2026, 11, 24)
SMALL = 420


@dataclass(frozen=True, slots=True)
class Set:
    """One look at one size."""

    language: Language
    theme: Theme
    size: str

    @property
    def name(self) -> str:
        return f"{self.language}-{self.theme}-{self.size}"

    @property
    def look(self) -> Look:
        return Look(self.theme, self.language, SIZES[self.size][2])


LANGUAGES: tuple[Language, ...] = ("zh", "en")
THEMES: tuple[Theme, ...] = ("light", "dark")
SETS = tuple(Set(language, theme, size) for language in LANGUAGES for theme in THEMES for size in SIZES)


class Ledgers:
    """The ledgers pictures are taken of: made once, a copy for each picture."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def copy(self, kind: str, language: Language) -> Path:
        """A fresh copy of the sample, an empty ledger or one with long names."""
        made = self._folder / f"{kind}-{language}{SUFFIX}"
        if not made.exists():
            self._make(made, kind, language)
        place = Path(tempfile.mkdtemp(dir=self._folder)) / made.name
        shutil.copy(made, place)
        return place

    def _make(self, path: Path, kind: str, language: Language) -> None:
        if kind == "sample":
            begin_sample(path, today=TODAY, language=language)
            return
        place = {name: words.into(language) for name, words in PLACE[kind].items()}
        with new_ledger(path, place, today=TODAY) as ledger:
            if kind == "long":
                write_long(ledger, language, TODAY)
            if kind == "street":
                write_street(ledger, language, TODAY)


def take(
    folder: Path, wanted: Iterable[str] = (), sets: Iterable[Set] = SETS, scenes: Iterable[Scene] = SCENES
) -> Iterator[Path]:
    """Takes the pictures whose names hold one of the patterns (all without any) and tells each."""
    patterns = [re.compile(one) for one in wanted]
    scenes = tuple(scenes)
    folder.mkdir(parents=True, exist_ok=True)
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="mingbai-pictures-") as scratch:
        ledgers = Ledgers(Path(scratch))
        for one in sets:
            for scene in scenes:
                path = folder / f"{one.name}-{scene.ledger}-{scene.name}.png"
                if not patterns or any(pattern.search(path.stem) for pattern in patterns):
                    _take(path, one, scene, ledgers, Path(scratch))
                    yield path


def _take(path: Path, one: Set, scene: Scene, ledgers: Ledgers, scratch: Path) -> None:
    width, height, _ = SIZES[one.size]
    ledger = ledgers.copy(scene.ledger, one.language) if scene.ledger != "none" else None
    stage = Stage(one.look, (width, height), ledger, Path(tempfile.mkdtemp(dir=scratch)), TODAY)
    try:
        scene.play(stage)
        if scene.still:
            stage.rest()
        seen(stage.seen).save(str(path))
    finally:
        stage.leave()
        # As in the program, garbage is collected in the window's thread and by no worker.
        gc.collect()


def seen(window: QWidget) -> QPixmap:
    """The window as it stands on the screen, with the dialogs and menus over it."""
    picture = window.grab()
    over = [
        other
        for other in QApplication.topLevelWidgets()
        if other is not window and other.isVisible() and other.isWindow()
    ]
    painter = QPainter(picture)
    painter.setPen(Qt.GlobalColor.gray)
    for other in over:
        if other.windowType() == Qt.WindowType.Dialog or other.windowType() == Qt.WindowType.Sheet:
            at = QPoint((window.width() - other.width()) // 2, (window.height() - other.height()) // 2)
        else:
            at = other.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
        painter.drawPixmap(at, other.grab())
        if other.windowType() != Qt.WindowType.Popup:
            painter.drawRect(QRect(at, other.size()))
    painter.end()
    return picture


def contact_sheet(pictures: list[Path], out: Path, columns: int = 4) -> None:
    """All pictures of a set on one, small."""
    small = [
        QImage(str(path)).scaledToWidth(SMALL, Qt.TransformationMode.SmoothTransformation)
        for path in pictures
    ]
    height = max(image.height() for image in small) + 8
    rows = -(-len(small) // columns)
    sheet = QPixmap(columns * (SMALL + 8), rows * height)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for at, image in enumerate(small):
        place = QPoint(at % columns * (SMALL + 8) + 4, at // columns * height + 4)
        painter.drawImage(QRect(place, image.size()), image)
    painter.end()
    sheet.save(str(out))


def take_for_guide(wanted: Iterable[str] = ()) -> Iterator[Path]:
    """Makes the pictures of the guide whose names hold one of the patterns (all without any) and tells each."""
    patterns = [re.compile(one) for one in wanted]
    names = {
        scene: name
        for name, scene in SHOWN.items()
        if not patterns or any(pattern.search(name) for pattern in patterns)
    }
    with tempfile.TemporaryDirectory(prefix="mingbai-guide-") as scratch:
        for one in SETS:
            if one.theme == "light" and one.size == "1280":
                exact = [f"^{one.name}-{scene}$" for scene in names]
                for path in take(Path(scratch), exact, [one]) if exact else ():
                    name = names[path.stem.removeprefix(f"{one.name}-")]
                    out = PICTURES / one.language / f"{name}.png"
                    save_small(path, out)
                    yield out


def main() -> int:
    asking = argparse.ArgumentParser(description="Takes pictures of every page and dialog.")
    asking.add_argument("folder", type=Path, nargs="?")
    asking.add_argument(
        "--guide", action="store_true", help="the pictures of the guide, in docs/guide/pictures"
    )
    asking.add_argument("--only", nargs="+", default=(), help="patterns that names must hold")
    asking.add_argument("--sheets", action="store_true", help="also one small picture of each set")
    given = asking.parse_args()
    if given.folder is None and not given.guide:
        asking.error("say into which folder")
    size = os.environ.get("MINGBAI_PICTURES")
    if size is None and not given.guide:
        return max(
            subprocess.run(
                [sys.executable, __file__, *sys.argv[1:]],
                check=False,
                env=os.environ | {"MINGBAI_PICTURES": one},
            ).returncode
            for one in SIZES
        )
    app = QApplication([])
    app.setApplicationName("Mingbai Ledger")
    # Windows of earlier pictures die here, never in the thread of a later one.
    app.setProperty("collector", Collector(app))
    sys.excepthook = traceback.print_exception
    if given.guide:
        for path in take_for_guide(given.only):
            print(path.relative_to(ROOT), flush=True)
        return 0
    taken = []
    sets = [one for one in SETS if one.size == size]
    for path in take(given.folder, given.only, sets):
        print(path.name, flush=True)
        taken.append(path)
    for one in sets if given.sheets else ():
        mine = [path for path in taken if path.name.startswith(f"{one.name}-")]
        if mine:
            contact_sheet(mine, given.folder / f"{one.name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
