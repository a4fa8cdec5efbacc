"""What the command line says: in which language, to whom, and how a bug of ours is owned up to."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from mingbai.desk.bug_report import save_bug_report
from mingbai.domain.words import Language, Words


def system_language() -> Language:
    """The language of the system's settings: 中文 where they say so, else English."""
    for name in ("MINGBAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(words: Words, language: Language) -> None:
    """One line for the person."""
    print(words.into(language))


def complain(words: Words, language: Language) -> None:
    """One sentence about what went wrong."""
    print(words.into(language), file=sys.stderr)


def answer(value: Any) -> None:
    """A machine-readable answer."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


FAULT = Words(
    "这是软件的问题，不是您的操作有误；已保存的记录都在。",
    "This is a fault of the program, not yours; everything saved is safe. ",
)
REPORT = Words(
    "问题报告在 {name}（不含账本内容），请发给开发者",
    "A report (without any ledger content) is in {name}; please send it to the developers",
)
NO_REPORT = Words(
    "问题报告没能存下，请把刚才的步骤告诉开发者",
    "No report could be saved; please tell the developers what you did",
)


def own_up(error: Exception, language: Language) -> None:
    """Saves a report of a bug of ours and says where it is. It holds places in the code, no data."""
    name = save_bug_report(error)
    told = NO_REPORT if name is None else REPORT.format(name=name)
    complain(Words(FAULT.zh + told.zh, FAULT.en + told.en), language)
