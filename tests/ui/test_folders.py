"""Each kind of file remembers a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from mingbai.ui.folders import Purpose, keep_folder, last_folder
from mingbai.ui.memory import Memory


def test_a_report_does_not_go_where_a_photo_was_taken_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, photos = tmp_path / "documents", tmp_path / "photos"
    documents.mkdir()
    photos.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(lambda _: str(documents)))
    memory = Memory(tmp_path / "memory.ini")
    keep_folder(memory, Purpose.ATTACHED, photos)
    assert last_folder(memory, Purpose.ATTACHED) == photos
    others = [one for one in Purpose if one is not Purpose.ATTACHED]
    assert {last_folder(memory, one) for one in others} == {documents}
