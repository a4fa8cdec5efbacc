"""A typed filter said in one language: `open due_on<=thisweek` is 未办结 办结期限<=本周, and open Due<=thisweek.

What the program asks for by its codes can be shown to a person so, gone on with, and read again: a filter
that would not be read as the same one stays as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mingbai.domain.asking import (
    AND_WORDS,
    NO,
    NOT_WORDS,
    NUMBER_NAMES,
    OR_WORDS,
    QUOTES,
    YES,
    Piece,
    computed_name,
    read_filter,
    terms_of,
    workdays_said,
)
from mingbai.domain.field import Context, Field, Kind
from mingbai.domain.pattern import pattern
from mingbai.domain.register import Register
from mingbai.domain.text import fold
from mingbai.domain.words import Language, Mistake, Words

JOINING: tuple[tuple[frozenset[str], Words], ...] = (
    (NOT_WORDS, Words("不", "not")),
    (OR_WORDS, Words("或", "or")),
    (AND_WORDS, Words("且", "and")),
    (frozenset(NUMBER_NAMES), Words("编号", "number")),
)
DAYS = (
    Words("今天", "today"),
    Words("明天", "tomorrow"),
    Words("昨天", "yesterday"),
    Words("本周", "thisweek"),
    Words("上周", "lastweek"),
    Words("本月", "thismonth"),
    Words("上月", "lastmonth"),
    Words("今年", "thisyear"),
    Words("去年", "lastyear"),
)
WORKDAYS_TOLD = Words("{n}个工作日", "{n}workdays")
_NEEDS_QUOTES = pattern(r"[\s|=<>~!:：＝＜＞～！≠≤≥\"“”＂「」]")


def written(value: str, *, as_is: bool = False) -> str:
    """A value as it is typed in a filter: in quotes where it would mean something else, or if it is meant `as_is`.

    In such quotes as do not stand in it: the office called “放管服”办 is written "“放管服”办".
    """
    if not (as_is or _NEEDS_QUOTES.search(value)):
        return value
    return next((f"{left}{value}{right}" for left, right in QUOTES if right not in value), value)


def told_filter(
    register: Register[Any],
    text: str,
    language: Language,
    context: Context,
    also: Mapping[str, Words] | None = None,
) -> str:
    """The same filter in the words of a language. `also` are words with a meaning beside the grammar's."""
    names = also or {}
    pieces = terms_of(register, text, context)
    # A label of several words may take a word that stands before it for its own.
    for by_code in (False, True):
        checked = " ".join(_piece(register, piece, language, {}, by_code) for piece in pieces)
        try:
            same = read_filter(register, checked, context) == read_filter(register, text, context)
        except Mistake:
            same = False
        if same:
            return " ".join(_piece(register, piece, language, names, by_code) for piece in pieces)
    return text


def _piece(
    register: Register[Any], piece: Piece, language: Language, names: Mapping[str, Words], by_code: bool
) -> str:
    if piece.op is None:
        if piece.quoted:
            return f'"{piece.text}"'
        return _single(register, piece.text, language, names)
    field = register.field_named(piece.field)
    if field is None:
        return _single(register, piece.field, language, names) + piece.text[len(piece.field) :]
    name = field.words.zh.replace(" ", "") if language == "zh" else field.name if by_code else field.words.en
    values = zip(piece.values, piece.as_is, strict=True)
    return name + piece.op.value + "|".join(_value(field, value, language, as_is) for value, as_is in values)


def _single(register: Register[Any], text: str, language: Language, names: Mapping[str, Words]) -> str:
    said = fold(text)
    if said in names:
        return names[said].into(language)
    name = computed_name(register, text)
    if name is not None and name in register.computed:
        return register.computed[name].words.zh if language == "zh" else name
    return next((words.into(language) for known, words in JOINING if said in known), text)


def _value(field: Field, value: str, language: Language, as_is: bool) -> str:
    told = value
    if field.choice is not None and (member := field.choice.read(value)) is not None:
        told = member.typed(language)
    elif field.kind in (Kind.DATE, Kind.MOMENT):
        said = fold(value)
        told = next((day.into(language) for day in DAYS if said in (day.zh, day.en)), value)
        if (count := workdays_said(value)) is not None:
            told = WORKDAYS_TOLD.format(n=count).into(language)
    elif field.kind is Kind.YES_NO and fold(value) in YES | NO:
        told = (Words("是", "yes") if fold(value) in YES else Words("否", "no")).into(language)
    else:
        for words in field.column.special.values():
            if fold(value) in (fold(words.zh), fold(words.en)):
                told = words.into(language)
    return written(told, as_is=as_is)
