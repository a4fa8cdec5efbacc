"""Reading a pasted notice, by the notices of notice_lines.py."""

from __future__ import annotations

from datetime import date

import pytest
from tests.rules.notice_lines import LINES
from tests.rules.notice_lines_2 import MORE

from mingbai.desk.quick import shipped_words
from mingbai.rules.notice import Notice, read_notice

TODAY = date(2026, 11, 23)


def read(text: str, today: date = TODAY) -> Notice:
    """The notice as of a day, by the shipped lists."""
    return read_notice(text, shipped_words(), today)


def part(notice: Notice, name: str) -> object:
    """One part as the command line answers it."""
    if name == "columns":
        return [column.name for column in notice.columns]
    found = getattr(notice, name)
    if found is None:
        return None
    if name == "due_on":
        return found.value.isoformat()
    return found.value.code if name == "period" else found.value


@pytest.mark.parametrize(
    ("text", "wanted"), LINES + MORE, ids=lambda value: value[:40] if isinstance(value, str) else ""
)
def test_a_notice_is_read_as_it_was_meant(text: str, wanted: dict[str, object]) -> None:
    notice = read(text)
    assert {name: part(notice, name) for name in wanted} == wanted


def test_each_part_names_the_words_it_was_read_from() -> None:
    text = "请各社区于11月27日17:00前将独居老人台账（姓名、年龄、电话）报社事办。"
    notice = read(text)
    assert notice.due_on is not None
    assert notice.department is not None
    assert [text[start:end] for start, end in notice.due_on.spans] == ["11月27日17:00前"]
    assert [text[start:end] for start, end in notice.department.spans] == ["社事办"]
    assert [text[column.start : column.end] for column in notice.columns] == ["姓名", "年龄", "电话"]


@pytest.mark.parametrize("text", ["", " \n", "？", "收到", "[]", "a" * 300, "、" * 300, "12-" * 200])
def test_a_text_that_says_nothing_is_read_as_nothing(text: str) -> None:
    notice = read(text)
    assert notice.due_on is None
    assert notice.department is None
    assert notice.columns == ()
