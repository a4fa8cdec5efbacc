"""A typed filter said in one language, and read as the same one again."""

from __future__ import annotations

from datetime import date

import pytest

from mingbai.desk.chips import CHIPS
from mingbai.desk.lists import BY_FLAGS
from mingbai.domain.asking import read_filter
from mingbai.domain.asking_told import told_filter
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.field import Context
from mingbai.domain.issue import ISSUES
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language

CONTEXT = Context(date(2026, 11, 22), lambda register, text: None, working=lambda: WorkingDays((), ()))
ALSO = {name: words for name, (words, _) in BY_FLAGS.items()}


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("open", "未办结"),
        ("open due_on<=thisweek", "未办结 办结期限<=本周"),
        ('open document="none seen"', '未办结 文（编）号="未见"'),
        ("status=done", "状态=办结"),
        ("flagged", "有提示"),
        ("not overdue or status=todo|doing", "不 逾期 或 状态=待办|在办"),
        ("due_on= 路灯", "办结期限= 路灯"),
        ('"open" title~路灯', '"open" 事项名称~路灯'),
    ],
)
def test_it_is_said_in_chinese_and_back(text: str, zh: str) -> None:
    told = told_filter(TASKS, text, "zh", CONTEXT, ALSO)
    assert told == zh
    again = told_filter(TASKS, told, "en", CONTEXT, ALSO)
    plain = [one.replace("有提示", "flagged") for one in (told, again, text)]
    assert read_filter(TASKS, plain[0], CONTEXT) == read_filter(TASKS, plain[2], CONTEXT)
    assert read_filter(TASKS, plain[1], CONTEXT) == read_filter(TASKS, plain[2], CONTEXT)


def test_what_reads_otherwise_or_not_at_all_stays() -> None:
    assert told_filter(TASKS, "nothing=1", "zh", CONTEXT) == "nothing=1"
    assert told_filter(TASKS, "", "zh", CONTEXT) == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_ready_filter_can_be_said(language: Language) -> None:
    for code, chips in CHIPS.items():
        for chip in chips:
            told = told_filter(REGISTERS[code], chip.where, language, CONTEXT, ALSO)
            if language == "zh":
                assert not any(letter.isascii() and letter.isalpha() for letter in told), told
            else:
                assert told.isascii(), told


def test_an_issue_has_its_own_words() -> None:
    assert told_filter(ISSUES, "open", "zh", CONTEXT) == "在办"
    assert told_filter(CERTIFICATES, "outcome=declined", "zh", CONTEXT) == "办理结果=不予出具并告知"


def test_a_choice_is_told_by_its_word_and_reads_again() -> None:
    assert told_filter(TASKS, "kind=DOC|RPT", "en", CONTEXT) == "Kind=document|written-report"
    assert told_filter(TASKS, "status=todo", "en", CONTEXT) == "Status=todo"
    for register in REGISTERS.values():
        for field in register.fields.values():
            for member in field.choice or ():
                typed = member.typed("en")
                assert typed == typed.lower()
                assert " " not in typed
                assert type(member).read(typed) is member


def test_in_english_a_field_goes_by_its_label() -> None:
    assert told_filter(TASKS, "open due_on<=2026-11-30", "en", CONTEXT) == "open Due<=2026-11-30"
    for register in REGISTERS.values():
        for field in register.fields.values():
            told = told_filter(register, f"{field.name}=", "en", CONTEXT)
            assert read_filter(register, told, CONTEXT) == read_filter(register, f"{field.name}=", CONTEXT), (
                told
            )
