"""What a pasted notice asks, from the command line: one text, or many at once."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from mingbai.cli.lines import Answer, answer_lines, text_of
from mingbai.cli.piped import piped_text
from mingbai.cli.speech import answer, say
from mingbai.desk.quick import LABELS, near_day
from mingbai.desk.quick_reader import shipped_words
from mingbai.domain.task import Ask
from mingbai.domain.words import Mistake, Words
from mingbai.rules.notice.notice import Notice, read_notice

LABEL = Words("{label}：{value}", "{label}: {value}")
UNSURE = Words("{label}（拿不准）", "{label} (not sure)")
COLUMNS = Words("表格栏目", "Form columns")
DOCUMENT = Words("文号", "Document")


def notice(options: Namespace) -> None:
    """Says what a notice asks, from whom and until when."""
    if options.jsonl:
        answer_lines(options.jsonl, _line, options.today, options.language)
        return
    text = piped_text() if options.text == ["-"] else " ".join(options.text)
    if not text.strip():
        raise Mistake("请粘贴通知全文，或写 - 读标准输入", "Paste the notice, or write - for standard input")
    if options.json:
        answer(_read(text, options.today))
        return
    for label, value in _told(read_notice(text, shipped_words(), options.today), options.today):
        say(LABEL.format(label=label, value=value), options.language)


def _line(given: Mapping[str, Any], day: date) -> Answer:
    return _read(text_of(given), day)


def _read(text: str, today: date) -> Answer:
    read = read_notice(text, shipped_words(), today)
    return {
        "title": read.title.value if read.title else None,
        "department": read.department.value if read.department else None,
        "due_on": read.due_on.value.isoformat() if read.due_on else None,
        "due_time": read.due_time.value if read.due_time else None,
        "due_choices": [{"due_on": one.day.isoformat(), "due_time": one.time} for one in read.due_choices],
        "kind": read.kind.value.code if read.kind else None,
        "period": read.period.value.code if read.period else None,
        "document": read.document.value if read.document else None,
        "asks": list(dict.fromkeys(asked.code for asked in read.asks)),
        "columns": [column.name for column in read.columns],
    }


def _told(read: Notice, today: date) -> Iterator[tuple[Words, Words]]:
    if read.title:
        yield LABELS["title"], Words(read.title.value, read.title.value)
    if read.department:
        called = read.department.value
        yield LABELS["department"], Words(called, shipped_words().english.get(called, called))
    if read.due_on:
        time = f" {read.due_time.value}" if read.due_time else ""
        yield LABELS["due_on"], near_day(read.due_on.value.isoformat() + time, today)
    if read.due_choices:
        days = [near_day(f"{one.day} {one.time or ''}".strip(), today) for one in read.due_choices]
        yield (
            UNSURE.format(label=LABELS["due_on"]),
            Words(" / ".join(day.zh for day in days), " / ".join(day.en for day in days)),
        )
    if read.kind:
        yield LABELS["kind"], read.kind.value.words
    if read.period:
        yield LABELS["period"], read.period.value.words
    if read.document:
        yield DOCUMENT, Words(read.document.value, read.document.value)
    asks = [Ask.of(code).words for code in dict.fromkeys(asked.code for asked in read.asks) if code in _ASKS]
    if asks:
        yield LABELS["asks"], Words("、".join(one.zh for one in asks), ", ".join(one.en for one in asks))
    if read.columns:
        names = [column.name for column in read.columns]
        yield COLUMNS, Words("、".join(names), ", ".join(names))


_ASKS = frozenset(ask.code for ask in Ask)
