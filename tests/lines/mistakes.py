"""What wrong answers have in common, in counts alone: python -m tests.lines.mistakes [SET …], all held sets by default.

No line, no word of a line and no id is shown, so that whoever writes rules may read it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.lines import score_notices, score_quick

from mingbai.cli.flags import flags_of
from mingbai.desk.certificates import counter
from mingbai.desk.quick_reader import shipped_words
from mingbai.rules.notice.notice import read_notice

HERE = Path(__file__).parent
SETS = ("certificates", "notices", "quick", "tasks")
TODAY = date(2026, 11, 24)
SHORT, LONG = 40, 150
"""Characters of a short and of a long text."""
HAN = re.compile("[\u4e00-\u9fff]")


def mistakes(name: str) -> Counter[str]:
    """The kinds of mistakes in a set such as notices_held."""
    found: Counter[str] = Counter()
    lines = [
        json.loads(text) for text in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if text
    ]
    for line in lines:
        found.update(set(_KINDS[name.partition("_")[0]](line)))
    return found


def _certificates(line: Mapping[str, Any]) -> Iterator[str]:
    right = {line["code"], *line.get("any_of", ())} - {None}
    meant = _COUNTER.meant(line["text"])
    codes = [match.kind.code for match in meant.matches]
    where = _form(line["text"])
    if meant.best is not None and meant.best.kind.code not in right:
        yield f"named alone, wrongly ({where})"
    if right and not right & set(codes):
        yield f"not among five, {'others shown' if codes else 'nothing shown'} ({where})"
    elif right and meant.best is None:
        yield "found, not named alone: " + ("first" if codes[0] in right else "behind another")


def _notices(line: Mapping[str, Any]) -> Iterator[str]:
    where = _form(line["text"])
    for part, verdict in score_notices.verdicts(line).items():
        if verdict in ("wrong", "missed", "false"):
            yield f"{part} {verdict} ({where})"
    read = read_notice(line["text"], shipped_words(), date.fromisoformat(line["today"]))
    got, wanted = {one.code for one in read.asks}, set(line.get("asks") or ())
    for code in wanted - got:
        yield f"asks: {code} missed"
    for code in got - wanted - set(line.get("asks_also") or ()):
        yield f"asks: {code} too much"
    yield from _columns([one.name for one in read.columns], line.get("columns") or [])


def _columns(got: list[str], wanted: list[str]) -> Iterator[str]:
    if got == wanted:
        return
    if not got:
        yield f"columns: none of {len(wanted)} read"
    elif len(got) != len(wanted):
        yield "columns: " + ("some missing" if len(got) < len(wanted) else "too many")
    else:
        for at, (one, other) in enumerate(zip(got, wanted, strict=True)):
            if one != other:
                place = "first" if not at else "last" if at == len(got) - 1 else "middle"
                yield f"columns: the {place} name {'longer' if len(one) > len(other) else 'shorter'} than wanted"


def _quick(line: Mapping[str, Any]) -> Iterator[str]:
    for part, verdict in score_quick.verdicts(line).items():
        if verdict in ("wrong", "missed", "false"):
            yield f"{part} {verdict} ({_form(line['text'])})"


def _tasks(line: Mapping[str, Any]) -> Iterator[str]:
    answered = set(flags_of(dict(line), TODAY, "zh")["families"])
    wanted, may = set(line["families"]), set(line.get("may") or ())
    where = _form(str(line["task"].get("title") or ""))
    for family in answered - wanted - may:
        yield f"{family} too much, {'silence' if not wanted else 'another'} wanted ({where})"
    for family in wanted - answered:
        yield f"{family} missed ({where})"


def _form(text: str) -> str:
    language = "zh" if HAN.search(text) else "en"
    length = "short" if len(text) < SHORT else "long" if len(text) > LONG else "middling"
    return f"{language}, {length}{', several lines' if chr(10) in text.strip() else ''}"


_COUNTER = counter()
_KINDS = {"certificates": _certificates, "notices": _notices, "quick": _quick, "tasks": _tasks}


def main(names: Iterable[str]) -> None:
    """Prints the kinds of each set, the most frequent first."""
    for name in names:
        print(name)
        for kind, times in sorted(mistakes(name).items(), key=lambda one: (-one[1], one[0])):
            print(f"  {times:4} {kind}")


if __name__ == "__main__":
    main(sys.argv[1:] or [f"{name}_held" for name in SETS])
