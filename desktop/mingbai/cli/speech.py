"""What the command line says: in which language, to whom, and how a bug of ours is owned up to."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any

from mingbai.desk.bug_report import save_bug_report
from mingbai.desk.window_memory import chosen_language
from mingbai.domain.words import Language, Words


def usual_language() -> Language:
    """The language where nobody says one: this program's own variable, what was chosen in the window, the system's."""
    own = os.environ.get("MINGBAI_LANG", "")
    if not own and (chosen := chosen_language()) is not None:
        return chosen
    system = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if (own or next(filter(None, system), "")).lower().startswith("zh") else "en"


def say(words: Words, language: Language) -> None:
    """One line for the person."""
    print(words.into(language))


def say_all(lines: Iterable[Words], language: Language) -> None:
    """Lines for the person, one below the other."""
    for words in lines:
        say(words, language)


def print_lines(lines: Iterable[str]) -> None:
    """Lines that are in one language already."""
    for line in lines:
        print(line)


def complain(words: Words, language: Language) -> None:
    """One sentence about what went wrong."""
    print(words.into(language), file=sys.stderr)


def answer(value: Any) -> None:
    """A machine-readable answer."""
    print(as_json(value, indent=1))


def as_json(value: Any, *, indent: int | None = None) -> str:
    """JSON that a program can read wherever it goes.

    What a terminal's encoding lacks would be written as `\\xb7`, which is no JSON: there all is escaped here.
    """
    encoding = sys.stdout.encoding if sys.stdout is not None else ""
    return json.dumps(value, ensure_ascii=not encoding.lower().startswith("utf"), indent=indent)


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
