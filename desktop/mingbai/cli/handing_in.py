"""The commands by which a month and its tables go out and come in, and the check."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mingbai.cli.fields import (
    register_named,
)
from mingbai.cli.opening import opened
from mingbai.cli.speech import answer, say
from mingbai.cli.table import aligned, short
from mingbai.domain.reading import read_list
from mingbai.domain.register import Register
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.check import check as check_ledger

DONE, NOT_WHOLE = 0, 1

NAME_WIDTH = 60
"""Columns of a figure's name."""

SHOWN_ROWS = 20
"""So many refused rows of an import are listed."""


def figures(options: Namespace) -> None:
    """Shows the figures of a period."""
    from mingbai.desk.month.figures import month_figures
    from mingbai.desk.month.frozen import as_json
    from mingbai.desk.month.told import as_lines_of
    from mingbai.desk.places import period_of

    with opened(options) as ledger:
        found = month_figures(ledger, period_of(ledger, options.period), today=options.today)
        if options.json:
            answer(as_json(found, options.language))
            return
        rows = [line.split("\t") for line in as_lines_of(found, options.language)]
        _print(aligned([[short(name, NAME_WIDTH), *cells] for name, *cells in rows]))


def compare(options: Namespace) -> None:
    """Shows two periods side by side, or writes them as a workbook."""
    from mingbai.desk.month.comparison import compared, write_comparison
    from mingbai.desk.month.comparison_told import compared_as_json, compared_lines
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
            return
        found = compared(ledger, first, second, today=options.today)
    if options.json:
        answer(compared_as_json(found, options.language))
        return
    rows = [line.split("\t") for line in compared_lines(found, options.language)]
    _print(aligned([[short(name, NAME_WIDTH), *cells] for name, *cells in rows]))


def report(options: Namespace) -> None:
    """Writes the report of a period, and freezes it when it is sent."""
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
            words = Words("已报送并锁定第 {n} 版：{path}", "Sent and frozen as version {n}: {path}")
            say(words.format(n=sent.record.version, path=options.out), language)
            return
        write_report(ledger, period, options.out, language=language, full=options.full, today=options.today)
        say(Words("已导出：{path}", "Written: {path}").format(path=options.out), language)


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


def import_(options: Namespace) -> None:
    """Reads a table into a register."""
    from mingbai.desk.imports import import_file, not_imported

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
        refused = [{"row": one.row, "reason": one.words.into(options.language)} for one in done.refused]
        answer(
            {
                "read": done.read,
                "new": done.new,
                "same": done.same,
                "changed": done.changed,
                "refused": refused,
                "unread": [
                    {"row": one.row, "reason": one.words.into(options.language)} for one in done.unread
                ],
                "left_out": [
                    {"row": one.row_number, "reason": one.why.into(options.language)} for one in done.left_out
                ],
                "not_imported": {name: why.into(options.language) for name, why in not_imported(done)},
            }
        )
        return
    words = Words(
        "读到 {read} 行：新增 {new}，相同 {same}，更新 {changed}，未导入 {refused}",
        "{read} rows read: {new} new, {same} the same, {changed} brought up to date, {refused} refused",
    )
    say(
        words.format(
            read=done.read, new=done.new, same=done.same, changed=done.changed, refused=len(done.refused)
        ),
        options.language,
    )
    for name, why in not_imported(done):
        say(
            Words("未导入的列“{name}”：{why}", "Column “{name}” left out: {why}").format(name=name, why=why),
            options.language,
        )
    for cell in done.unread[:SHOWN_ROWS]:
        say(
            Words(
                "第 {row} 行已导入，读不出的一格记入备注：{why}",
                "Row {row} is imported; what cannot be read goes to the note: {why}",
            ).format(row=cell.row, why=cell.words),
            options.language,
        )
    for passed in done.left_out[:SHOWN_ROWS]:
        say(
            Words("第 {row} 行不是记录：{why}", "Row {row} is no entry: {why}").format(
                row=passed.row_number, why=passed.why
            ),
            options.language,
        )
    for one in done.refused[:SHOWN_ROWS]:
        say(
            Words("第 {row} 行：{why}", "Row {row}: {why}").format(row=one.row, why=one.words),
            options.language,
        )
    more = len(done.refused) - SHOWN_ROWS
    if more > 0:
        say(Words("… 另有 {n} 行", "… and {n} more rows").format(n=more), options.language)
    if options.preview:
        say(Words("以上是预览，没有写入", "This was a preview; nothing was written"), options.language)
        return
    written = done.new + done.changed
    told = Words("已写入 {n} 条{register}", "Written: {n} ({register})")
    if not written:
        told = Words("没有要写入的", "Nothing to write")
    say(told.format(n=written, register=register.words), options.language)


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
        return NOT_WHOLE if found.findings else DONE
    for one in found.findings:
        say(one.words, options.language)
    if found.findings:
        say(
            Words("账本不完好，请从备份恢复", "The ledger is not whole; restore it from a backup"),
            options.language,
        )
        return NOT_WHOLE
    say(found.whole_words, options.language)
    return DONE


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


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
