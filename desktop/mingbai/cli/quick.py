"""One line as an entry, from the command line."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from mingbai.cli.lines import Answer, answer_lines, text_of
from mingbai.cli.opening import opened
from mingbai.cli.showing import Showing
from mingbai.cli.speech import answer, say
from mingbai.desk.certificates import advice
from mingbai.desk.doubts import doubts
from mingbai.desk.quick import LABELS, label_of, record, said
from mingbai.desk.quick_answer import answer_to
from mingbai.desk.quick_noticing import noticed
from mingbai.desk.quick_reader import Reader
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.file import SUFFIX


def quick(options: Namespace) -> None:
    """Records a line as it would be typed in the window; with `dry`, or without a ledger, only says how it is read."""
    options.ledger, options.text = _parted(options.words)
    if options.ledger is None:
        _only_read(options)
        return
    text = " ".join(options.text)
    if not text.strip():
        raise Mistake("请写一句话", "Write a line")
    page = options.register
    with opened(options) as ledger:
        reader = Reader(ledger)
        read = reader.read(text, options.today, page=page)
        if options.dry:
            if options.json:
                fields = {part.name: part.value for part in read.parts}
                answer({"register": read.register, "title": read.title, **fields})
                return
            for part in read.parts:
                label = label_of(read, part.name)
                if label is not None:
                    words = Words("{label}：{value}", "{label}: {value}")
                    value = said(read, part, reader, options.today)
                    say(words.format(label=label, value=value), options.language)
            title = Words("{label}：{title}", "{label}: {title}")
            say(title.format(label=LABELS["title"], title=read.title), options.language)
            return
        entry = record(ledger, read, options.today, options.language)
        showing = Showing(ledger, options.today, options.language, full=options.json, weekdays=True)
        if options.json:
            answer({"register": entry.register.code} | showing.object(entry))
            return
        say(Words("已保存：", "Saved: "), options.language)
        for line in showing.lines([entry]):
            print(line)
        told = advice(ledger, entry) if entry.register is CERTIFICATES else doubts(entry, options.today)
        for words in told:
            say(words, options.language)
        for notice in noticed(ledger, reader, read, options.today, but=entry.uid):
            if entry.register is not CERTIFICATES:
                say(notice.words, options.language)


def _parted(words: Sequence[str]) -> tuple[Path | None, list[str]]:
    """The ledger, where the first word is one, and the line."""
    if words and words[0].endswith(SUFFIX):
        return Path(words[0]), list(words[1:])
    return None, list(words)


def _only_read(options: Namespace) -> None:
    """Says how lines are read by the shipped lists."""
    if options.jsonl:
        answer_lines(options.jsonl, _line, options.today, options.language)
        return
    text = " ".join(options.text)
    if not text.strip():
        raise Mistake("请写一句话", "Write a line")
    answer(answer_to(text, options.today))


def _line(given: Mapping[str, Any], day: date) -> Answer:
    return answer_to(text_of(given), day)
