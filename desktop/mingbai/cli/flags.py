"""What speaks against entries, from the command line: many at once, each with what stands around it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from mingbai.cli.lines import Answer, answer_lines
from mingbai.cli.matters import read_history, read_matter
from mingbai.cli.opening import opened
from mingbai.cli.speech import answer, say
from mingbai.desk.catalogues import bring_catalogues
from mingbai.desk.flagging import around_shipped
from mingbai.desk.live_flags import spoken_against
from mingbai.domain.words import Language, Mistake, Words
from mingbai.rules.flags.families import judge
from mingbai.rules.flags.matter import Suggestion

NOTHING = Words("没有对上任何依据", "Nothing speaks against any entry")


def flags(options: Namespace) -> None:
    """Answers each line with the families that speak against its task, or says it of a ledger's entries."""
    language: Language = options.language
    if options.ledger is not None:
        _of_ledger(options, language)
        return
    if not options.jsonl:
        raise Mistake(
            "请写账本，或写 --jsonl 和文件（- 为标准输入）",
            "Give a ledger, or --jsonl and a file (- for standard input)",
        )
    answer_lines(options.jsonl, partial(flags_of, language=language), options.today, language)


def _of_ledger(options: Namespace, language: Language) -> None:
    """Every entry that something speaks against, with its number; no flag is written."""
    with opened(options) as ledger:
        bring_catalogues(ledger)  # an older ledger's rules do not say yet what they are cited for
        found = [
            (entry, title, told(suggestions, language))
            for entry, title, suggestions in spoken_against(ledger, options.today)
        ]
    if options.json:
        answer(
            [
                {"number": entry.number, "register": entry.register.code, "title": title.into(language)}
                | said
                for entry, title, said in found
            ]
        )
        return
    for entry, title, said in found:
        print(entry.number, title.into(language))
        for flag in said["flags"]:
            print("  ", flag["reason"], "|", flag["evidence"])
    if not found:
        say(NOTHING, language)


def told(found: Sequence[Suggestion], language: Language) -> Answer:
    """Families and flags as they are answered."""
    return {
        "families": list(dict.fromkeys(one.family.code for one in found)),
        "flags": [
            {"rule": one.rule, "reason": one.reason.into(language), "evidence": one.evidence.into(language)}
            for one in found
        ],
    }


def flags_of(given: Mapping[str, Any], day: date, language: Language) -> Answer:
    """The families and flags of one line. Raises `Mistake`."""
    task = given.get("task")
    if not isinstance(task, Mapping):
        raise Mistake("这一行没有 task", "this line has no task")
    matter = read_matter(task, day)
    history = read_history(given.get("history"), day)
    found = list(judge(matter, around_shipped(matter.day or day, history)))
    return told(found, language)
