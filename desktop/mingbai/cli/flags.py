"""What speaks against entries, from the command line: many at once, each with what stands around it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from typing import Any

from mingbai.cli.lines import Answer, answer_lines
from mingbai.cli.matters import read_history, read_matter
from mingbai.desk.flagging import around_shipped
from mingbai.domain.words import Language, Mistake
from mingbai.rules.flags import judge


def flags(options: Namespace) -> None:
    """Answers each line with the families that speak against its task."""
    if not options.jsonl:
        raise Mistake(
            "请写 --jsonl 和文件，或写 - 读标准输入", "Give --jsonl and a file, or - for standard input"
        )
    language: Language = options.language

    def answered(given: Mapping[str, Any], day: date) -> Answer:
        return flags_of(given, day, language)

    answer_lines(options.jsonl, answered, options.today, language)


def flags_of(given: Mapping[str, Any], day: date, language: Language) -> Answer:
    """The families and flags of one line. Raises `Mistake`."""
    task = given.get("task")
    if not isinstance(task, Mapping):
        raise Mistake("这一行没有 task", "this line has no task")
    matter = read_matter(task, day)
    history = read_history(given.get("history"), day)
    found = list(judge(matter, around_shipped(matter.day or day, history)))
    return {
        "families": list(dict.fromkeys(one.family.code for one in found)),
        "flags": [
            {"rule": one.rule, "reason": one.reason.into(language), "evidence": one.evidence.into(language)}
            for one in found
        ],
    }
