"""What a person types to narrow a list, read as a filter: `状态=待办 办结期限<2026-12 路灯`.

A term is a field, a sign and a value without spaces between them (or with one on both sides). Fields go by
their code or their label in either language; a label of several words needs no quotes,
nor does the name of an entry that is known. `a=1|2` asks for
one of several, `a=` or `a=空` for an empty field, `a!=` or `a!=空` for a filled one. A computed name (`overdue`, 逾期) stands
alone, `not` (不) before a term turns it round, `or` (或) divides groups of terms. Whatever is no term is
free text, which every entry must hold; what stands in quotes is always taken as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile
from typing import Any

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.field import Context, Field, Kind
from mingbai.domain.filter import Every, Filter, Not, Op, Some, Where, both, empty
from mingbai.domain.month import Cutoff, Month
from mingbai.domain.pattern import pattern
from mingbai.domain.reading import read_date, read_moment
from mingbai.domain.register import Register
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Mistake, Words


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter, and the words that every entry must hold beside it."""

    filter: Filter
    words: tuple[str, ...] = ()


def read_filter(register: Register[Any], text: str, context: Context) -> Asked:
    """The filter a person means. Raises `Mistake` naming the term that cannot be, and what would be right."""
    reader = _Reader(register, context)
    groups: list[list[Filter]] = [[]]
    words: list[str] = []
    divided = ""
    negated = ""
    for piece in terms_of(register, text, context):
        said = "" if piece.quoted else fold(piece.text)
        if said in NOT_WORDS and not negated:
            negated = piece.text
            continue
        if (term := reader.term(piece)) is not None:
            groups[-1].append(Not(term) if negated else term)
            negated = ""
            continue
        if negated:
            words.append(negated)
            negated = ""
        if said in OR_WORDS:
            divided = piece.text
            groups.append([])
        elif said in AND_WORDS and groups[-1]:
            continue
        else:
            words.append(piece.text)
    if negated:
        words.append(negated)
    if sum(map(len, groups)) > MOST_TERMS:
        raise Mistake(
            "条件太多，最多 {most} 个；几个值可以写在一起，如 状态=待办|在办",
            "That is too many terms, at most {most}; several values go together, as in status=todo|doing",
            most=MOST_TERMS,
        )
    if not any(groups):
        return Asked(Every(()), tuple(piece.text for piece in pieces_of(clean(text))))
    if not all(groups):
        raise Mistake(
            "“{word}”的两边都要有条件，如 状态=待办 或 逾期",
            "“{word}” needs a term on both sides, as in status=todo or overdue",
            word=divided,
        )
    parts = tuple(both(*group) for group in groups)
    return Asked(parts[0] if len(parts) == 1 else Some(parts), tuple(words))


MOST_TERMS = 100

NOT_WORDS = frozenset({"not", "不", "非"})
OR_WORDS = frozenset({"or", "或", "或者"})
AND_WORDS = frozenset({"and", "且", "并且"})

# --- Pieces --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a term in its three parts."""

    text: str
    field: str = ""
    op: Op | None = None
    values: tuple[str, ...] = ()
    quoted: bool = False
    as_is: tuple[bool, ...] = ()
    """For each value whether some of it stood in quotes."""
    colon: bool = False
    """Only meant as a sign if a field stands before it: people write 10:30 and 关于：… as well."""


QUOTES = (('"', '"'), ("“", "”"), ("＂", "＂"), ("「", "」"))
_QUOTED = "|".join(f"{a}[^{b}]*{b}" for a, b in QUOTES)
_SIGN = r"[!！][=＝]|[≠≤≥]|[<＜][=＝]|[>＞][=＝]|[=＝<＜>＞~～]|[:：](?!//)"
_SPACED = pattern(rf"(?P<quoted>{_QUOTED})|\s+(?P<sign>{_SIGN})(?:\s+|$)")
_TOKEN = pattern(rf"(?P<quoted>{_QUOTED})|(?P<sign>{_SIGN})|(?P<space>\s+)|(?P<text>.)", re.DOTALL)
_SIGNS = {"≠": "!=", "≤": "<=", "≥": ">=", ":": "="}


def pieces_of(text: str) -> Iterator[Piece]:
    """The words and terms of a text, split at spaces outside quotes."""
    text = _SPACED.sub(lambda found: found["quoted"] or found["sign"], text)
    said, left, quoted, sign, right, as_is = "", "", False, "", [""], [False]
    for found in [*_TOKEN.finditer(text), None]:
        if found is None or found["space"]:
            if sign:
                op = Op(_SIGNS.get(sign, sign))
                yield Piece(said, left, op, tuple(right), as_is=tuple(as_is), colon=sign == ":")
            elif left:
                yield Piece(left, quoted=quoted)
            said, left, quoted, sign, right, as_is = "", "", False, "", [""], [False]
            continue
        part = found[0][1:-1] if found["quoted"] else found[0]
        said += found[0]
        if not sign and found["sign"]:
            sign = fold(part)
        elif not sign:
            quoted = quoted or (bool(found["quoted"]) and not left)
            left += part
        elif fold(part) == "|" and not found["quoted"]:
            right.append("")
            as_is.append(False)
        else:
            right[-1] += part
            as_is[-1] = as_is[-1] or bool(found["quoted"])


def terms_of(register: Register[Any], text: str, context: Context) -> list[Piece]:
    """The words and terms of a text, labels and names of several words put together."""
    pieces = list(joined_labels(register, list(pieces_of(clean(text)))))
    return list(_joined_names(register, pieces, context))


def joined_labels(register: Register[Any], pieces: list[Piece]) -> Iterator[Piece]:
    """Puts labels of several words together again: Document number=12 is one term."""
    waiting: list[Piece] = []
    for piece in pieces:
        if piece.op is None:
            waiting.append(piece)
            continue
        for start in range(len(waiting) + 1):
            before = waiting[start:]
            name = " ".join([*(b.text for b in before), piece.field])
            if before and not any(b.quoted for b in before) and _names_field(register, name):
                yield from waiting[:start]
                said = " ".join([*(b.text for b in before), piece.text])
                yield replace(piece, text=said, field=name)
                break
        else:
            yield from waiting
            yield piece
        waiting = []
    yield from waiting


def _joined_names(register: Register[Any], pieces: list[Piece], context: Context) -> Iterator[Piece]:
    """Puts a name of several words together again: department=Civil Affairs Bureau is one term.

    So many of the words behind it are taken as make the longest name that is known.
    """
    at = 0
    while at < len(pieces):
        piece, at = pieces[at], at + 1
        field = register.field_named(piece.field) if piece.op in EQUAL else None
        if field is None or field.kind is not Kind.REFERENCE or any(piece.as_is):
            yield piece
            continue

        def known(names: list[str], to: str = field.column.to or "") -> bool:
            return all(context.look_up(to, name) is not None for name in names)

        last, behind = piece.values[-1], list(takewhile(_plain_word, pieces[at : at + MOST_WORDS]))
        if not last or fold(last) in _empty_words(field) or known([last]):
            behind = []
        for count in range(len(behind), 0, -1):
            said = " ".join(one.text for one in behind[:count])
            names = f"{last} {said}".split("|")
            if known(names):
                text, values = f"{piece.text} {said}", (*piece.values[:-1], *names)
                piece = replace(piece, text=text, values=values, as_is=(False,) * len(values))
                at += count
                break
        yield piece


MOST_WORDS = 12
"""So many words of a name are looked for."""


def _plain_word(piece: Piece) -> bool:
    return piece.op is None and not piece.quoted


# --- Terms ---------------------------------------------------------------------------------------

NUMBER_NAMES = ("number", "编号", "登记编号")
BINNED_NAMES = ("binned", "回收站", "bin")


def _names_field(register: Register[Any], name: str) -> bool:
    return (
        register.field_named(name) is not None
        or computed_name(register, name) is not None
        or fold(name) in (*NUMBER_NAMES, *BINNED_NAMES, "uid")
    )


def computed_name(register: Register[Any], text: str) -> str | None:
    wanted = fold(text)
    for name, computed in register.computed.items():
        if wanted in map(fold, (name, computed.words.zh, computed.words.en)):
            return name
    return "binned" if wanted in BINNED_NAMES else None


class _Reader:
    """Reads terms of one register."""

    def __init__(self, register: Register[Any], context: Context) -> None:
        self._register = register
        self._context = context

    def term(self, piece: Piece) -> Filter | None:
        """The filter of a piece, or None when it is free text."""
        if piece.op is None:
            name = None if piece.quoted else computed_name(self._register, piece.text)
            return None if name is None else Where(name, Op.IS, 1)
        field = self._register.field_named(piece.field)
        if field is None and (name := computed_name(self._register, piece.field)) is not None:
            return self._yes_no(piece, name, piece.op)
        if field is None and fold(piece.field) in self._plain_names():
            return self._plain("uid" if fold(piece.field) == "uid" else "number", piece, piece.op)
        if field is None and (states := self._states(piece)):
            return _any(list(states), piece.op)
        if field is None and piece.colon:
            return None
        if not piece.field:
            raise _wrong(
                piece,
                Words("请在符号前写出栏目，如 状态=待办", "write a field before the sign, as in status=todo"),
            )
        if field is None:
            raise Mistake(
                "“{term}”：“{register}”没有“{name}”这一栏；要查这几个字，请加引号",
                "“{term}”: “{register}” has no field “{name}”; to search for these words put them in quotes",
                term=_short(piece.text),
                register=self._register.words,
                name=_short(piece.field),
            )
        return self._compared(piece, field, piece.op)

    def _states(self, piece: Piece) -> tuple[Filter, ...]:
        """状态=逾期 where no field is called 状态 but 逾期 follows from others."""
        if fold(piece.field) not in STATE_NAMES or piece.op not in EQUAL:
            return ()
        names = [computed_name(self._register, value) for value in piece.values]
        return tuple(Where(name, Op.IS, 1) for name in names if name) if all(names) else ()

    def _plain_names(self) -> tuple[str, ...]:
        return ("uid", *NUMBER_NAMES) if self._register.numbered else ("uid",)

    def _plain(self, name: str, piece: Piece, op: Op) -> Filter:
        if op not in _HOLDING or not all(piece.values):
            raise _wrong(piece, Words("请写成 编号=2026-A-0017", "write it as number=2026-A-0017"))
        return _any([Where(name, Op.HAS if op is Op.HAS else Op.IS, value) for value in piece.values], op)

    def _yes_no(self, piece: Piece, name: str, op: Op) -> Filter:
        values = [fold(value) for value in piece.values]
        if op not in EQUAL or len(values) != 1 or values[0] not in YES | NO:
            raise _wrong(piece, Words("请写 是 或 否", "write yes or no"))
        return Where(name, op, int(values[0] in YES))

    def _compared(self, piece: Piece, field: Field, op: Op) -> Filter:
        if op not in SIGNS_OF[field.kind]:
            signs = "、".join(sign.value for sign in SIGNS_OF[field.kind])
            raise _wrong(
                piece,
                Words("“{label}”只能用 {zh}", "“{label}” takes only {en}").format(
                    label=field.words, zh=signs, en=signs.replace("、", ", ")
                ),
            )
        if len(piece.values) > 1 and op not in {*EQUAL, Op.HAS}:
            raise _wrong(piece, Words("“|”只能和 = != ~ 一起用", "“|” goes with =, != and ~ only"))
        values = zip(piece.values, piece.as_is, strict=True)
        return _any([self._one(piece, field, op, value, as_is) for value, as_is in values], op)

    def _one(self, piece: Piece, field: Field, op: Op, value: str, as_is: bool) -> Filter:
        """One alternative; what is asked with != is told as =, and turned round afterwards."""
        if not as_is and op in EQUAL and fold(value) in _empty_words(field):
            return empty(field.name)
        if not value:
            if op not in EQUAL:
                raise _wrong(
                    piece, Words("请在符号后写出要比较的值", "write what to compare with after the sign")
                )
            return empty(field.name)
        op = Op.IS if op is Op.IS_NOT else op
        try:
            if field.kind in {Kind.DATE, Kind.MOMENT}:
                return self._day(field, op, value)
            if op is Op.HAS and field.kind in {Kind.TEXT, Kind.LONG}:
                return Where(field.name, op, value)
            if (name := self._state(field, op, value)) is not None:
                return Where(name, Op.IS, 1)
            stored = field.store(field.read(value, self._context))
        except Mistake as mistake:
            raise _wrong(piece, mistake.words) from None
        if field.kind in {Kind.LIST, Kind.CHOICES}:
            items = str(stored).split(";")
            return both(*(Where(field.name, Op.HAS, item) for item in items))
        return Where(field.name, op, stored)

    def _state(self, field: Field, op: Op, value: str) -> str | None:
        """The computed name in 状态=未办结, which is none of the answers that 状态 holds."""
        if field.choice is None or field.name not in STATE_NAMES or op is not Op.IS:
            return None
        return computed_name(self._register, value) if field.choice.read(value) is None else None

    def _day(self, field: Field, op: Op, value: str) -> Filter:
        today, year, column = self._context.today, self._context.year, field.column
        if (count := workdays_said(value)) is not None and self._context.working is not None:
            return _within(field.name, op, *_ahead(self._context.working(), today, count))
        if (span := _span(value, today, self._context.cutoff)) is not None:
            return _within(field.name, op, *span)
        if field.kind is Kind.MOMENT and re.search(
            r"[\d一二两三四五六七八九十]\s*[:：点时]|[TＴ]\d\d", value
        ):
            moment = read_moment(
                value, today=today, year=year, deadline=column.deadline, past=column.past
            ).isoformat()
            return Where(field.name, op, moment)
        day = read_date(value, today=today, year=year, deadline=column.deadline, past=column.past)
        return Where(field.name, op, day.isoformat())


EQUAL = (Op.IS, Op.IS_NOT)
_ORDERED = (Op.IS, Op.IS_NOT, Op.BELOW, Op.AT_MOST, Op.ABOVE, Op.AT_LEAST)
_HOLDING = (Op.IS, Op.IS_NOT, Op.HAS)
SIGNS_OF: dict[Kind, tuple[Op, ...]] = {
    Kind.TEXT: _HOLDING,
    Kind.LONG: _HOLDING,
    Kind.INTEGER: _ORDERED,
    Kind.MINUTES: _ORDERED,
    Kind.DECIMAL: _ORDERED,
    Kind.DATE: _ORDERED,
    Kind.MOMENT: _ORDERED,
    Kind.TIME: _ORDERED,
    Kind.YES_NO: EQUAL,
    Kind.CHOICE: EQUAL,
    Kind.CHOICES: _HOLDING,
    Kind.LIST: _HOLDING,
    Kind.REFERENCE: EQUAL,
}
STATE_NAMES = ("status", "state", "状态")
EMPTY_WORDS = frozenset({"空", "empty", "none"})
YES = frozenset({"1", "yes", "是", "y", "true"})
NO = frozenset({"0", "no", "否", "n", "false"})


def _empty_words(field: Field) -> frozenset[str]:
    """What says that a field is empty, as far as the field cannot hold it."""
    if field.kind in {Kind.TEXT, Kind.LONG}:
        return EMPTY_WORDS - {"none"}
    return EMPTY_WORDS if field.kind is Kind.YES_NO else EMPTY_WORDS | {"无"}


def _any(found: list[Filter], op: Op) -> Filter:
    """At least one of the alternatives, or with != none of them."""
    first = found[0]
    exact = [
        part for part in found if isinstance(part, Where) and part.op is Op.IS and part.value is not None
    ]
    if len(found) == 1 and op is Op.IS_NOT and isinstance(first, Where) and first.op is Op.IS:
        return Where(first.field, Op.IS_NOT, first.value)
    if len(found) == 1:
        asked = first
    elif len(exact) == len(found) and len({part.field for part in exact}) == 1:
        values = tuple(part.value for part in exact if isinstance(part.value, str | int))
        asked = Where(exact[0].field, Op.ONE_OF, values)
    else:
        asked = Some(tuple(found))
    return Not(asked) if op is Op.IS_NOT else asked


def _within(name: str, op: Op, first: date, last: date) -> Filter:
    """A comparison with a stretch of days, such as a month."""
    match op:
        case Op.BELOW | Op.AT_LEAST:
            return Where(name, op, first.isoformat())
        case Op.AT_MOST | Op.ABOVE:
            return Where(name, op, last.isoformat())
        case _:
            begins = Where(name, Op.AT_LEAST, first.isoformat())
            return both(begins, Where(name, Op.AT_MOST, last.isoformat()))


def _span(text: str, today: date, cutoff: Cutoff) -> tuple[date, date] | None:
    """The days of a month, as the place cuts it, or of a year or week, written as one value."""
    said = fold(text).replace(" ", "").replace("-", "").replace("的", "")
    month = Month.containing(today, cutoff)
    weekday = timedelta(days=today.weekday())
    match said:
        case "本月" | "这个月" | "thismonth":
            return month.start, month.end
        case "上月" | "上个月" | "lastmonth":
            return month.previous.start, month.previous.end
        case "今年" | "本年" | "thisyear":
            return date(today.year, 1, 1), date(today.year, 12, 31)
        case "去年" | "上年" | "lastyear":
            return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
        case "本周" | "这周" | "thisweek":
            return today - weekday, today - weekday + timedelta(days=6)
        case "上周" | "lastweek":
            return today - weekday - timedelta(days=7), today - weekday - timedelta(days=1)
    if found := re.fullmatch(r"((?:19|20|21)\d\d)年?", said):
        return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    try:
        month = Month.parse(text, cutoff)
    except Mistake:
        return None
    return month.start, month.end


WORKDAYS = pattern(r"(\d{1,2})\s*(?:个?工作日内?|-?(?:work(?:ing)?[ -]?days?))")


def workdays_said(text: str) -> int | None:
    """How many working days ahead is meant: 2个工作日, 2workdays."""
    found = WORKDAYS.fullmatch(fold(text).strip())
    return None if found is None else int(found[1])


def _ahead(working: WorkingDays, today: date, count: int) -> tuple[date, date]:
    """The day that comes so many working days later, and the last free one before the next."""
    return working.add(today, count), working.add(today, count + 1) - timedelta(days=1)


def _wrong(piece: Piece, why: Words) -> Mistake:
    return Mistake("“{term}”：{why}", "“{term}”: {why}", term=_short(piece.text), why=why)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
