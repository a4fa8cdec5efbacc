"""What a person has on the PC before a story begins: a chosen language, a ledger."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from tests.stories.driving import TODAY, Screen

from mingbai.desk.places import new_ledger
from mingbai.desk.records import add
from mingbai.desk.sample.sample import sample_place, write_sample
from mingbai.domain.register import Register
from mingbai.domain.words import Language

DAY = date.fromisoformat(TODAY)
PLACE = {"name": "新湖社区", "residents": 20136, "base_on": date(2025, 12, 31)}

NOTICE = (
    "关于报送独居老人情况的通知\n各社区：请于11月25日17:00前将独居老人名单（姓名、年龄、健康状况、子女情况、联系电话）"
    "报县民政局。每户拍照留痕，逾期未报的全县通报排名。\n收到请回复。"
)
"""A notice as it stands in a chat."""
ASKED_BEFORE: dict[str, object] = {
    "title": "老年人健康管理表",
    "department": "卫健局",
    "received_on": "2026-06-03",
    "form_columns": "姓名;年龄;健康状况;子女情况;住址",
    "status": "办结",
    "done_on": "2026-06-08",
}
"""An earlier form of another unit that asked for most of the same."""
CUT_NOTICE = (
    "关于报送独居老人情况的通知\n各社区：请每月25日前将独居老人统计表（姓名、身份证号、年龄、健康状况、子女情况、"
    "自理能力、联系电话）报县民政局。每户拍照留痕，逾期未报的全县通报排名。\n收到请回复。"
)
"""One that comes every month, with the columns of its form."""
BACK_NOTICE = (
    "关于填报高龄老人关爱台账的通知\n各社区：请每月28日前将高龄老人关爱台账（老人姓名、身份证号码、年龄、身体状况、"
    "子女情况、自理能力、紧急联系人）报县民政局。"
)
"""Four of its five columns that tell something are those of the one before, under another name."""


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


def copied(screen: Screen, text: str) -> None:
    """Puts a text on the clipboard, as another program has it there: it stays alive as long as the screen."""
    holding = (
        "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication(sys.argv); "
        "app.clipboard().setText(sys.argv[1]); sys.exit(app.exec())"
    )
    screen.keep([sys.executable, "-c", holding, text])
    time.sleep(2)


def sample(screen: Screen, language: Language) -> Path:
    """The sample ledger."""
    path = screen.home / "sample.mingbai"
    with new_ledger(path, sample_place(language, DAY), today=DAY) as ledger:
        write_sample(ledger, language, DAY)
    return path
