"""Registers and fields by name: which ones there are, what each holds, and which one a person means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from mingbai.cli.usage import choices_told
from mingbai.domain.column import ANY
from mingbai.domain.field import Field, Kind
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.text import fold
from mingbai.domain.words import Language, Mistake, Words
from mingbai.ledger.file import SUFFIX

HOLDS: dict[Kind, Words] = {
    Kind.TEXT: Words("文字", "text"),
    Kind.LONG: Words("文字，可分行", "text of several lines"),
    Kind.INTEGER: Words("整数", "whole number"),
    Kind.MINUTES: Words("用时，如 90 或 1小时30分", "minutes, as 90 or 1h30m"),
    Kind.DECIMAL: Words("数", "number"),
    Kind.DATE: Words("日期，如 今天、周五、11-25", "day, as today, Friday, 2026-11-25"),
    Kind.MOMENT: Words("日期和时间，如 今天 9:30", "moment, as “today 9:30”"),
    Kind.TIME: Words("几点，如 14:00、下午2点", "time of day, as 14:00 or 2 pm"),
    Kind.YES_NO: Words("是或否", "yes or no"),
    Kind.CHOICE: Words("其一：{choices}", "one of: {choices}"),
    Kind.CHOICES: Words("可写几项，用逗号隔开：{choices}", "one or more, divided by commas: {choices}"),
    Kind.LIST: Words("可写几项，用逗号隔开", "one or more, divided by commas"),
    Kind.REFERENCE: Words(
        "名称，mingbai list 账本 {code} 列出", "a name; mingbai list LEDGER {code} lists them"
    ),
}
BY_NUMBER = Words("编号，如 2026-A-0001", "a number such as 2026-A-0001")

HEAD = (
    Words("代码", "Code"),
    Words("栏目", "Field"),
    Words("必填", "Required"),
    Words("可以写什么", "What it holds"),
)
REGISTER_HEAD = (Words("代码", "Code"), Words("中文", "中文"), Words("English", "English"))
YES = Words("是", "yes")

SIGN = re.compile("[=＝]")


def register_rows(language: Language) -> Iterator[list[str]]:
    """Every register: code, 中文, English."""
    yield [words.into(language) for words in REGISTER_HEAD]
    for register in REGISTERS.values():
        yield [register.code, register.words.zh, register.words.en]


def field_rows(register: Register[Any], language: Language) -> Iterator[list[str]]:
    """Every field of a register: code, name, whether it is needed, what it holds."""
    yield [words.into(language) for words in HEAD]
    for field in register.fields.values():
        required = YES.into(language) if field.required else ""
        yield [field.name, field.words.into(language), required, holds(field).into(language)]


def holds(field: Field) -> Words:
    """What may be written into a field."""
    if field.choice is not None:
        return HOLDS[field.kind].format(choices=choices_told(field.choice))
    if field.kind is Kind.REFERENCE:
        target = field.column.to
        if target == ANY or REGISTERS[target].numbered:
            return BY_NUMBER
        return HOLDS[field.kind].format(code=target)
    return HOLDS[field.kind]


def computed_words(register: Register[Any]) -> Words | None:
    """What a filter may ask for beside the fields."""
    if not register.computed:
        return None
    found = register.computed.items()
    told = Words(
        "、".join(f"{one.words.zh}（{name}）" for name, one in found),
        ", ".join(name for name, _ in found),
    )
    return Words("筛选时还可写：{told}", "A filter may also say: {told}").format(told=told)


def field_object(field: Field) -> dict[str, Any]:
    """A field for programs."""
    choices = [] if field.choice is None else list(field.choice)
    return {
        "field": field.name,
        "zh": field.words.zh,
        "en": field.words.en,
        "holds": field.kind.value,
        "to": field.column.to or None,
        "required": field.required,
        "choices": [{"code": one.code, "zh": one.words.zh, "en": one.words.en} for one in choices],
    }


def register_named(text: str) -> Register[Any]:
    """The register meant by its code or its name in either language. Raises `Mistake` with the nearest one."""
    wanted = fold(text).strip()
    named = {
        fold(name): register
        for register in REGISTERS.values()
        for name in (register.code, register.words.zh, register.words.en)
    }
    if wanted in named:
        return named[wanted]
    if wanted.endswith(SUFFIX):
        raise Mistake(
            "“{text}”是账本，写在登记簿前面：mingbai list {text} task",
            "“{text}” is a ledger and comes before the register: mingbai list {text} task",
            text=text,
        )
    near = get_close_matches(wanted, named, n=1, cutoff=NEAR)
    said = Words("没有“{text}”这个登记簿", "There is no register “{text}”")
    see = Words(
        "；mingbai fields 列出登记簿，mingbai fields task 列出栏目",
        "; mingbai fields lists the registers, mingbai fields task the fields of one",
    )
    if near:
        meant = Words("，是不是 {code}（{name}）", ", did you mean {code} ({name})")
        said = Words(said.zh + meant.zh, said.en + meant.en)
    said = Words(said.zh + see.zh, said.en + see.en)
    register = named[near[0]] if near else None
    raise _mistake(
        said.format(text=text[:40], code=register and register.code, name=register and register.words)
    )


NEAR = 0.5


def fields_in(register: Register[Any], given: Sequence[str]) -> Mapping[str, str]:
    """The draft in `field=value` arguments; fields are named by code or label. Raises `Mistake`."""
    draft: dict[str, str] = {}
    for part in given:
        name, *values = SIGN.split(part, maxsplit=1)
        if not values:
            raise Mistake("“{part}”要写成 栏目=内容", "“{part}” must be written field=value", part=part[:40])
        field = register.field_named(name.strip())
        if field is None:
            raise _mistake(_no_field(register, name.strip()))
        if field.name in draft:
            raise Mistake(
                "“{label}”写了两次，请只留一次",
                "“{label}” is given twice; write it once",
                label=field.words,
            )
        draft[field.name] = values[0]
    return draft


def _no_field(register: Register[Any], name: str) -> Words:
    words = Words(
        "{why}；mingbai fields {code} 列出全部栏目", "{why}; mingbai fields {code} lists all of them"
    )
    return words.format(why=register.unknown(name).words, code=register.code)


def _mistake(words: Words) -> Mistake:
    return Mistake("{words}", "{words}", words=words)
