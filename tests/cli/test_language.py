"""Which language the command line speaks where nobody says."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingbai.cli import main
from mingbai.desk.window_memory import memory_file
from mingbai.ui.look_choice import LookChoice, keep_choice
from mingbai.ui.memory import Memory


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings of nobody: a home without any, on an English system."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    for name in ("MINGBAI_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


def spoken(capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert main(["list", "none.mingbai", "task", *more]) == 1
    return "zh" if "账本" in capsys.readouterr().err else "en"


def test_the_language_chosen_in_the_window_is_spoken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert spoken(capsys) == "en"
    memory = Memory()
    keep_choice(memory, LookChoice("dark", "zh", 1.5))
    memory.write()
    assert spoken(capsys) == "zh"
    assert spoken(capsys, "--lang", "en") == "en"
    monkeypatch.setenv("MINGBAI_LANG", "en")
    assert spoken(capsys) == "en"


@pytest.mark.parametrize(
    "kept", ["look=", "look=zh", 'look="{\\"language\\": \\"system\\"}"', 'look="["', "\ufffd"]
)
def test_what_names_no_language_leaves_the_systems(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kept: str
) -> None:
    memory_file().parent.mkdir()
    memory_file().write_bytes(f"[General]\n{kept}\n".encode("utf-8" if kept != "\ufffd" else "utf-16"))
    assert spoken(capsys) == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert spoken(capsys) == "zh"
