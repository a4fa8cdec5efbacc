"""Every text of the program stands in both languages, and each half is of its own."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

import mingbai
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Words

HAN = re.compile("[\u3400-\u9fff]")
FULL_WIDTH = re.compile("[\u3000-\u303f\uff00-\uffef]")
OTHER_MARKS = re.compile('[「」『』"]')
LETTERS = re.compile("[A-Za-z]{2,}")
GLOSS = re.compile(r"\(《[^()]*》[^()]*\)")

SAME = re.compile(
    r"English|简体中文|中文|明|Excel|PDF|[^\u3400-\u9fffA-Za-z]*|(?:\{\w+\}[^\u3400-\u9fffA-Za-z]*)+"
)
"""What is written alike: languages under their own names, kinds of files, and figures with gaps alone."""


PAIRED = ("Words", "Trouble", "Mistake", "Fault")


def modules() -> Iterator[str]:
    """Every module of the program."""
    for found in pkgutil.walk_packages(mingbai.__path__, "mingbai."):
        if not found.name.endswith("__main__"):
            yield found.name


def words_of_the_program() -> dict[Words, str]:
    """All pairs that exist once everything is loaded, each with where it was found."""
    found: dict[Words, str] = {}
    for name in modules():
        module = importlib.import_module(name)
        for constant, value in vars(module).items():
            for words in _inside(value):
                found.setdefault(words, f"{name}.{constant}")
    for register in REGISTERS.values():
        found.setdefault(register.words, register.code)
        for field in register.fields.values():
            found.setdefault(field.words, f"{register.code}.{field.name}")
            for member in field.choice or ():
                found.setdefault(member.words, f"{register.code}.{field.name}.{member.code}")
    for file in sorted(Path(mingbai.__path__[0]).rglob("*.py")):
        for words, line in _written(file):
            found.setdefault(words, f"{file.name}:{line}")
    return found


def _inside(value: object, deep: int = 0) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, type) and issubclass(value, Enum):
        for member in value:
            yield from _inside(getattr(member, "words", None), deep + 1)
    elif isinstance(value, type) and value.__module__.startswith("mingbai."):
        for part in vars(value).values():
            yield from _inside(part, deep + 1) if deep < 2 else ()
    elif isinstance(value, dict):
        for pair in value.items():
            for part in pair:
                yield from _inside(part, deep + 1) if deep < 4 else ()
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _inside(part, deep + 1) if deep < 4 else ()


def _written(file: Path) -> Iterator[tuple[Words, int]]:
    """Pairs as they are written where they are used, sentences of trouble too."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in PAIRED:
            match node.args[:2]:
                case [ast.Constant(value=str(zh)), ast.Constant(value=str(en))]:
                    yield Words(zh, en), node.lineno


GAP = re.compile(r"(?<!\{)\{(\w+)[^}]*\}")
OF_ITS_OWN = {"n", "all", "rest", "rows", "zh", "en"}
"""Gaps that only one language has: its own form of a number with its noun, or its own words."""

MEASURES = ("件", "项", "次", "人次")
"""Measure words, which English has not."""


def faults(words: Words) -> Iterator[str]:
    """What is wrong with a pair."""
    zh, en = words.zh.strip(), words.en.strip()
    if bool(zh) != bool(en) and zh not in MEASURES:
        yield "one half is missing"
    elif zh == en and not SAME.fullmatch(zh):
        yield "both halves are the same"
    if OTHER_MARKS.search(zh) or OTHER_MARKS.search(en):
        yield "other quotes than “ ”"
    plain = GLOSS.sub("", en)
    if zh != en and (HAN.search(plain) or FULL_WIDTH.search(plain)) and not SAME.fullmatch(en):
        yield "中文 in the English half"
    if (set(GAP.findall(zh)) ^ set(GAP.findall(en))) - OF_ITS_OWN:
        yield "other gaps"


def test_every_text_is_whole_in_both_languages() -> None:
    found = words_of_the_program()
    assert len(found) > 1200
    wrong = {
        f"{where} {words.zh!r} {words.en!r}": fault
        for words, where in found.items()
        for fault in faults(words)
    }
    assert wrong == {}


def test_what_is_a_fault() -> None:
    assert list(faults(Words("登记", ""))) == ["one half is missing"]
    assert "both halves are the same" in faults(Words("登记", "登记"))
    assert list(faults(Words("删除 {number}", "Deleted"))) == ["other gaps"]
    assert list(faults(Words("好", "Good，12"))) == ["中文 in the English half"]
    assert list(faults(Words("与「{a}」很像", "Like “{a}”"))) == ["other quotes than “ ”"]
    assert not list(faults(Words("{n}", "{n}")))
    assert not list(faults(Words("规定", "Provisions (《若干规定》)")))
