"""The commands by which a month and its tables go out and come in, and the check."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from mingbai.cli.ending import ending
from mingbai.cli.fields import register_named
from mingbai.cli.opening import opened
from mingbai.cli.speech import answer, print_lines, say, say_all
from mingbai.cli.table import aligned, short
from mingbai.domain.reading import read_list
from mingbai.domain.register import Register
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.check import check as check_ledger

NAME_WIDTH = 60
"""Columns of a figure's name."""


def figures(options: Namespace) -> None:
    """Shows the figures of a period."""
    from mingbai.desk.month.figures import month_figures
    from mingbai.desk.month.frozen import as_json
    from mingbai.desk.month.remarks import remarks
    from mingbai.desk.month.told import as_lines_of
    from mingbai.desk.places import period_of

    with opened(options) as ledger:
        period = period_of(ledger, options.period)
        found = month_figures(ledger, period, today=options.today, every=True)
        if options.json:
            answer(as_json(found, options.language))
            return
        rows = [line.split("\t") for line in as_lines_of(found, options.language)]
        print_lines(aligned([[short(name, NAME_WIDTH), *cells] for name, *cells in rows]))
        say_all(remarks(ledger, period, options.today), options.language)


def compare(options: Namespace) -> None:
    """Shows two periods side by side, or writes them as a workbook."""
    from mingbai.desk.month.comparison import compared, write_comparison
    from mingbai.desk.month.comparison_told import compared_as_json, compared_lines
    from mingbai.desk.month.remarks import AS_SENT, remarks
    from mingbai.desk.places import period_of

    if options.out is not None:
        _refuse_no_workbook(options.out)
    with opened(options) as ledger:
        first, second = (period_of(ledger, text) for text in (options.period, options.base))
        if options.out is not None:
            write_comparison(
                ledger, first, second, options.out, language=options.language, today=options.today
            )
            say(Words("已导出：{path}", "Written: {path}").format(path=options.out), options.language)
        else:
            found = compared(ledger, first, second, today=options.today)
            if options.json:
                answer(compared_as_json(found, options.language))
                return
            rows = [line.split("\t") for line in compared_lines(found, options.language)]
            print_lines(aligned([[short(name, NAME_WIDTH), *cells] for name, *cells in rows]))
        for period in (first, second):
            say_all(remarks(ledger, period, options.today, AS_SENT), options.language)


def report(options: Namespace) -> None:
    """Writes the report of a period, and freezes it when it is sent."""
    from mingbai.desk.month.remarks import remarks
    from mingbai.desk.month.report import send, write_report
    from mingbai.desk.places import period_of

    _refuse_no_workbook(options.out)
    with opened(options) as ledger:
        period = period_of(ledger, options.period)
        language = options.language
        if options.send:
            sent = send(
                ledger,
                period,
                options.out,
                sent_to=options.to,
                language=language,
                full=options.full,
                today=options.today,
            )
            words = Words("已上报并冻结第 {n} 版：{path}", "Sent and frozen as version {n}: {path}")
            say(words.format(n=sent.record.version, path=options.out), language)
            return
        write_report(ledger, period, options.out, language=language, full=options.full, today=options.today)
        say(Words("已导出：{path}", "Written: {path}").format(path=options.out), language)
        say_all(remarks(ledger, period, options.today), options.language)


def export(options: Namespace) -> None:
    """Writes a register as a workbook."""
    from mingbai.desk.exports import export_register

    register = register_named(options.register)
    _refuse_no_workbook(options.out)
    with opened(options) as ledger:
        written = export_register(
            ledger,
            register,
            options.out,
            where=options.where,
            language=options.language,
            full=options.full,
            today=options.today,
        )
        words = Words("已导出 {n} 行：{path}", "{n} rows written: {path}")
        say(words.format(n=sum(written.rows.values()), path=options.out), options.language)


def import_(options: Namespace) -> int:
    """Reads a table into a register."""
    from mingbai.cli.import_told import as_json, told
    from mingbai.desk.imports import import_file

    register = register_named(options.register)
    with opened(options) as ledger:
        done = import_file(
            ledger,
            options.file,
            register,
            today=options.today,
            language=options.language,
            preview=options.preview,
            leave=fields_named(register, options.leave),
        )
    if options.json:
        answer(as_json(done, options.language))
    else:
        say_all(told(done, register, options.today, preview=options.preview), options.language)
    return ending(done.refused)


def check(options: Namespace) -> int:
    """Checks that a ledger is whole."""
    with opened(options) as ledger:
        found = check_ledger(ledger)
    if options.json:
        answer(
            {
                "whole": not found.findings,
                "entries": found.entries,
                "acts": found.acts,
                "journal": found.lines,
                "attachments": {
                    "files": found.kept.attachments,
                    "contents": found.kept.contents,
                    "bytes": found.kept.size,
                },
                "heads": {device: {"seq": seq, "hash": head} for device, (seq, head) in found.heads.items()},
                "findings": [
                    {"part": one.part, "finding": one.words.into(options.language)} for one in found.findings
                ],
            }
        )
        return ending(found.findings)
    for one in found.findings:
        say(one.words, options.language)
    if found.findings:
        say(
            Words("账本不完好，请从备份恢复", "The ledger is not whole; restore it from a backup"),
            options.language,
        )
    else:
        say(found.whole_words, options.language)
    return ending(found.findings)


def fields_named(register: Register[Any], text: str) -> tuple[str, ...]:
    """The fields meant by names or codes with commas between. Raises `Mistake` for one that is none."""
    names = []
    for part in read_list(text) if text.strip() else ():
        field = register.field_named(part)
        if field is None:
            raise Mistake(*_both(register.unknown(part).words))
        names.append(field.name)
    return tuple(names)


def _both(words: Words) -> tuple[str, str]:
    return words.zh, words.en


def _refuse_no_workbook(out: Path) -> None:
    if out.suffix.lower() != ".xlsx":
        raise Mistake(
            "导出要写成文件，文件名以 .xlsx 结尾，如 11月.xlsx；“{out}”不是",
            "What is written is a file whose name ends in .xlsx, such as november.xlsx; “{out}” does not",
            out=out,
        )
