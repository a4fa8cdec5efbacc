"""Which scenes are the pictures of the guide, and how they are kept small; `pictures.py --guide` makes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, qBlue, qGreen, qRed

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "guide" / "pictures"
COLOURS = 128
NEAR = 10
"""Colours that differ by less in each channel are one, so that soft edges of letters need few."""
SMALLEST = 0
"""Qt's quality of a PNG that is packed most."""

SHOWN: Mapping[str, str] = {
    "first-run": "none-first-run-1",
    "today": "sample-today",
    "quick": "sample-quick",
    "notice": "sample-notice",
    "task": "sample-task-panel",
    "counter": "sample-counter-not-to-issue",
    "issue": "sample-issue-panel",
    "review": "sample-review",
    "suggestions": "sample-review-suggestions",
    "letter": "sample-review-letter",
    "report": "sample-report",
    "compared": "sample-report-compared",
    "inspection": "sample-inspection",
    "plaque": "sample-plaque",
    "visit": "sample-visit",
    "admission": "sample-admission",
    "collection": "street-collection",
    "lists": "sample-settings-lists",
    "import": "sample-import-preview",
    "attachments": "sample-attachments",
    "undo": "sample-task-undo",
    "keys": "sample-keys",
}
"""What each picture of the guide is called: of which ledger and scene it is."""


def save_small(picture: Path, out: Path) -> None:
    """Writes a picture anew with a few colours."""
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(image.constBits()).cast("B").cast("I"))
    flags = Qt.ImageConversionFlag.ThresholdDither
    few = image.convertToFormat(QImage.Format.Format_Indexed8, list(_palette(counted)), flags)
    out.parent.mkdir(parents=True, exist_ok=True)
    if not few.save(str(out), quality=SMALLEST):
        raise OSError(f"{out} was not written")


def _palette(counted: Counter[int]) -> Iterable[int]:
    """The most frequent colours that are not nearly one another."""
    kept: list[int] = []
    for colour, _ in counted.most_common():
        if len(kept) == COLOURS:
            break
        if all(max(_apart(colour, other)) >= NEAR for other in kept):
            kept.append(colour)
    return kept


def _apart(one: int, other: int) -> Iterator[int]:
    return (abs(part(one) - part(other)) for part in (qRed, qGreen, qBlue))
