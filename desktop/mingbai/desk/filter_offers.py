"""How the word that is being typed at the end of a filter may go on: words with a meaning, fields, what a field holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mingbai.desk.called import Called, Named
from mingbai.desk.lists import BY_FLAGS
from mingbai.desk.naming import Naming, best_first, choices_offered
from mingbai.domain.asking_told import DAYS, written
from mingbai.domain.field import Field, Kind
from mingbai.domain.pattern import pattern
from mingbai.domain.register import Register
from mingbai.domain.text import clean, fold
from mingbai.domain.words import NO_WORDS, Language, Words

_LAST = pattern(r'(?:[^\s"]|"[^"]*"?)*$')
_NAME = pattern(
    r'(?:^|(?<=\s))(?P<whole>(?P<field>[^\s"=!<>~|]+)!?=(?:[^="<>~|]*\|)*(?P<value>[^\s="!<>~|]+\s[^="!<>~|]*))$'
)
_TERM = pattern(r"(?P<begun>(?P<field>[^=!<>~|]+)(?:!?=|[<>]=?)(?:[^|]*\|)*)(?P<value>[^|]*)$")

HELD: dict[Kind, Words] = {
    Kind.DATE: Words("如 本周、2026-12", "such as thisweek"),
    Kind.MOMENT: Words("如 本周、2026-12", "such as thisweek"),
    Kind.TIME: Words("如 14:00", "such as 14:00"),
    Kind.INTEGER: Words("数", "a number"),
    Kind.MINUTES: Words("分钟", "minutes"),
    Kind.DECIMAL: Words("数", "a number"),
    Kind.YES_NO: Words("是、否", "yes, no"),
}
"""What may stand behind a field, where it is not offered itself."""
NAMED_OF_LIST = Words("名称", "a name")
CHOICES_SHOWN = 2
OTHERS = Words("{some}等", "{some} and others")


def last_word(register: Register[Any], typed: str, naming: Naming) -> str:
    """The word at the end of a filter that is being typed; empty behind a space.

    A name of several words goes on at its second one, as long as an entry may be meant.
    """
    named = _NAME.search(typed)
    field = register.field_named(named["field"]) if named else None
    if named is not None and field is not None and field.kind is Kind.REFERENCE and field.column.to:
        to, value = field.column.to, named["value"]
        ended = value[-1].isspace() and not naming.is_unknown(to, value)
        if not ended and naming.offered(to, value, 1):
            return named["whole"]
    found = _LAST.search(typed)
    return found[0] if found else ""


def going_on(register: Register[Any], typed: str, naming: Naming, language: Language) -> list[Named]:
    """What the last word of a typed filter may become, best match first; everything there is behind a space.

    A field ends with its sign, and what it holds is offered next.
    """
    last = last_word(register, typed, naming)
    term = _TERM.match(last)
    field = register.field_named(term["field"]) if term else None
    if term is None or field is None:
        return best_first(last, (*_meaning(register), *_fields(register, language)))
    return [_written(term["begun"], one, language) for one in _values(field, term["value"], naming)]


def _meaning(register: Register[Any]) -> Iterator[Called]:
    """Words that are a filter by themselves."""
    for name, computed in register.computed.items():
        words = Words(computed.words.zh, name)
        yield Called(
            Named(words, Words("", computed.words.en if fold(computed.words.en) != fold(name) else "")),
            _folded(words, computed.words),
        )
    if register.reviewed:
        for words, family in dict.fromkeys(BY_FLAGS.values()):
            said = family.words if family else words
            hint = Words("", said.en if fold(said.en) != fold(words.en) else "")
            yield Called(Named(words, hint), _folded(words, said))


def _fields(register: Register[Any], language: Language) -> Iterator[Called]:
    twins = {one.column.english for one in register.fields.values()}
    for name, field in register.fields.items():
        if name not in twins:
            # A word that is being typed has no spaces.
            said = field.words.en
            label = field.words.zh.replace(" ", "") if language == "zh" else name if " " in said else said
            words = Words(f"{label}=", f"{label}=")
            yield Called(Named(words, _held(field)), _folded(Words(label, name), field.words))


def _folded(*called: Words) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(text) for words in called for text in (words.zh, words.en)))


def _held(field: Field) -> Words:
    if field.choice is not None:
        first = [one.words for one in list(field.choice)[:CHOICES_SHOWN]]
        return OTHERS.format(
            some=Words("、".join(one.zh for one in first), ", ".join(one.en for one in first))
        )
    if field.kind is Kind.REFERENCE:
        return NAMED_OF_LIST
    return HELD.get(field.kind, NO_WORDS)


def _values(field: Field, typed: str, naming: Naming) -> list[Named]:
    wanted = typed.strip('"')
    if field.choice is not None:
        typed_as = {one.code: Words(one.typed("zh"), one.typed("en")) for one in field.choice}
        return [
            Named(typed_as[one.uid], _unless_same(one.name, typed_as[one.uid]))
            for one in choices_offered(field.choice, wanted)
        ]
    if field.kind in (Kind.DATE, Kind.MOMENT):
        return best_first(wanted, [Called(Named(words), _folded(words)) for words in DAYS])
    if field.kind is Kind.REFERENCE and field.column.to:
        return naming.offered(field.column.to, wanted)
    return []


def _unless_same(words: Words, shown: Words) -> Words:
    return Words("" if words.zh == shown.zh else words.zh, "" if words.en == shown.en else words.en)


def _written(begun: str, one: Named, language: Language) -> Named:
    value = clean(one.name.into(language))
    whole = begun + written(value)
    return Named(Words(whole, whole), one.detail)
