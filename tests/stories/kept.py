"""What a person has on the PC before a story begins: a chosen language, a ledger."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from tests.stories.driving import TODAY, Screen

from mingbai.desk.places import new_ledger
from mingbai.desk.records import add
from mingbai.desk.sample import sample_place, write_sample
from mingbai.domain.register import Register
from mingbai.domain.words import Language

DAY = date.fromisoformat(TODAY)
PLACE = {"name": "新湖社区", "residents": 20136, "base_on": date(2025, 12, 31)}


def speak(screen: Screen, language: Language) -> None:
    """Keeps a language as if it had been chosen before."""
    folder = Path(screen.environment["XDG_CONFIG_HOME"]) / "Mingbai"
    folder.mkdir(parents=True, exist_ok=True)
    look = f'{{\\"theme\\": \\"light\\", \\"language\\": \\"{language}\\", \\"scale\\": 1.0}}'
    (folder / "Ledger.ini").write_text(f'[General]\nlook="{look}"\n', encoding="utf-8")


def begun(screen: Screen, *entries: tuple[Register[Any], dict[str, object]]) -> Path:
    """A new ledger with some entries."""
    path = screen.home / "ledger.mingbai"
    with new_ledger(path, PLACE, today=DAY) as ledger:
        for register, draft in entries:
            add(ledger, register, draft, today=DAY)
    return path


def sample(screen: Screen, language: Language) -> Path:
    """The sample ledger."""
    path = screen.home / "sample.mingbai"
    with new_ledger(path, sample_place(language, DAY), today=DAY) as ledger:
        write_sample(ledger, language, DAY)
    return path
