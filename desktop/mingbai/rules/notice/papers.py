"""Papers that a notice wants by its due date: where a day is set, naming the form is asking for it."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.domain.pattern import pattern
from mingbai.rules.asks import Asked

Span = tuple[int, int]

_FORM = pattern(
    "[\u4e00-\u9fff》]表(?![示明彰扬面达现态率演决述姐哥弟妹功])|名单|名册|花名册|清册|清单|底册|登记册"
    r"|\b(?:list|register|form|sheet|table|spreadsheet|roster|questionnaire)\b"
)
_REPORT = pattern(
    "总结|小结|书面汇报|报告(?![厅会制])|(?<!填)(?<!上)[日周月季]报(?![送告表名到至])|情况(?=[^，,。；;\n]{0,14}(?:上报|报(?!告)|反馈|提交|交))"
    r"|\b(?:report|summary|write-?up)\b(?!\s+(?:to|by|at|on|back)\b)"
)
_NOT = pattern(r"(?:不|无|未|没|勿|毋|免)[^，,。；;\n]{0,6}$|(?:no|not|without|need not)\s+(?:\w+\s+)?$")
_STOP = pattern(r"[。；;！!？?\n]|(?<=[a-z)])\.(?=\s|$)")


def papers_of(same: str, due: Span | None, known: frozenset[str]) -> Iterator[Asked]:
    """Forms and reports named in the sentence that sets the day, beyond those known to be asked."""
    if due is None:
        return
    start = max((stop.end() for stop in _STOP.finditer(same, 0, due[0])), default=0)
    end = stop.start() if (stop := _STOP.search(same, due[1])) else len(same)
    for code, named in (("form", _FORM), ("report", _REPORT)):
        if code in known:
            continue
        for found in named.finditer(same, start, end):
            if not _NOT.search(same[start : found.start()]):
                yield Asked(code, *found.span())
                break
