"""What looks like a slip in a saved entry: told once, calmly, and left to the person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from mingbai.desk.spoken_days import day_words
from mingbai.domain.field import Field
from mingbai.domain.issue import Issue
from mingbai.domain.register import Register
from mingbai.domain.task import Task
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry


def doubts(entry: Entry, today: date) -> Iterator[Words]:
    """Sentences about days that contradict each other or have not come yet; none about what lies in the bin."""
    if entry.binned_at is not None:
        return  # of an erased one not even the required days are left
    yield from doubts_of(entry.register, entry.record, today)


def doubts_of(register: Register[Any], record: object, today: date) -> Iterator[Words]:
    """The same of a record that is no entry yet."""
    match record:
        case Task() as task:
            yield from _before("办结期限", "due", task.due_on, "接收日期", "received", task.received_on)
            yield from _before("办结日期", "done", task.done_on, "接收日期", "received", task.received_on)
            yield from _ahead("接收日期", "received", task.received_on, today)
            yield from _ahead("办结日期", "done", task.done_on, today)
        case Issue() as issue:
            accepted = issue.accepted_at.date()
            if issue.closed_at is not None and issue.closed_at < issue.accepted_at:
                yield Words(
                    "办结时间早于受理时间，请核对；月报里这一条不计办理用时",
                    "It was closed before it was accepted; please check. The month report leaves it out of days to close",
                )
            yield from _before(
                "办理时限", "due", issue.due_at and issue.due_at.date(), "受理时间", "accepted", accepted
            )
            yield from _before("告知日期", "told", issue.told_on, "受理时间", "accepted", accepted)
            yield from _ahead("受理时间", "accepted", accepted, today)
            yield from _ahead("办结时间", "closed", issue.closed_at and issue.closed_at.date(), today)
        case _:
            for name, field in register.fields.items():
                if field.column.past is not None:
                    yield from _ahead_of(field, getattr(record, name), today)


def _ahead_of(field: Field, value: object, today: date) -> Iterator[Words]:
    day = value.date() if isinstance(value, datetime) else value
    latest = today + timedelta(days=field.column.past or 0)
    if isinstance(day, date) and day > latest:
        yield from _ahead(field.words.zh, field.words.en, day, today)


def _before(zh: str, en: str, day: date | None, than_zh: str, than_en: str, than: date) -> Iterator[Words]:
    if day is not None and day < than:
        words = Words(
            f"{zh} {{day}} 早于{than_zh} {{than}}，请核对",
            f"{en} {{day}} is before {than_en} {{than}}; please check",
        )
        yield words.format(day=day_words(day), than=day_words(than))


def _ahead(zh: str, en: str, day: date | None, today: date) -> Iterator[Words]:
    if day is not None and day > today:
        words = Words(f"{zh} {{day}} 还没有到，请核对", f"{en} {{day}} has not come yet; please check")
        yield words.format(day=day_words(day))
