"""One field of a register: what it holds, how typed text becomes its value, and how that is stored and shown.

Stored values are plain (`str | int | None`): what the ledger's row and the journal's patch hold, and what a
filter compares with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from types import UnionType
from typing import (
    Annotated,
    Protocol,
    TypedDict,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from mingbai.domain.calendar import WorkingDays
from mingbai.domain.choice import Choice
from mingbai.domain.column import Column, Uid
from mingbai.domain.month import Cutoff
from mingbai.domain.reading import (
    hour_beside,
    read_date,
    read_decimal,
    read_due_day,
    read_integer,
    read_list,
    read_minutes,
    read_moment,
    read_time,
    read_yes_no,
)
from mingbai.domain.text import clean, fold
from mingbai.domain.words import NO_WORDS, Language, Mistake, Words, enumerated

Stored = str | int | None
"""A value as the ledger holds it. Empty text is None."""

LIST_MARK = ";"
LINE_LIMIT = 500
LONG_LIMIT = 30_000
MOST = 10_000_000
"""No count in a village is larger; sums of a million such still fit into the ledger."""


class Kind(Enum):
    """What a field holds, read off its type."""

    TEXT = "text"
    LONG = "long"
    INTEGER = "integer"
    MINUTES = "minutes"
    DECIMAL = "decimal"
    DATE = "date"
    MOMENT = "moment"
    TIME = "time"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    LIST = "list"
    REFERENCE = "reference"


class Minutes(int):
    """A length of work in minutes, so that `1小时30分` is understood in the field."""


class LookUp(Protocol):
    """Finds the entry a person means by a name or number; answers None when there is none."""

    def __call__(self, register: str, text: str) -> Uid | None: ...


class Names(Protocol):
    """Shows the entry a reference points to, in words."""

    def __call__(self, uid: str, language: Language) -> str: ...


@dataclass(frozen=True, slots=True)
class Context:
    """What reading a draft needs from outside: today, the year dates without one belong to, names."""

    today: date
    look_up: LookUp
    year: int | None = None
    cutoff: Cutoff = Cutoff.CALENDAR
    """How the place cuts the months that a filter names."""
    working: Callable[[], WorkingDays] | None = None
    """The days on which people work, for a filter that counts in them."""
    since: date | None = None
    """The day on which what is read began, for its deadline."""


class _Seen(TypedDict):
    today: date
    year: int | None
    deadline: bool
    past: int | None
    since: date | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why one field of a draft cannot stand."""

    field: str
    words: Words


class Refused(Mistake):
    """A draft that cannot become a record; `problems` names each field."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__(
            "；".join(p.words.zh.rstrip("。") for p in problems),
            "; ".join(p.words.en.rstrip(".") for p in problems),
        )


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a register, with everything its declaration says."""

    name: str
    column: Column
    kind: Kind
    required: bool
    default: object
    choice: type[Choice] | None = None

    @property
    def words(self) -> Words:
        """The label in both languages."""
        return self.column.words

    def read(self, given: object, context: Context) -> object:
        """The value a person means by what was typed or pasted. Raises `Mistake` with what would be right."""
        if given is None or (isinstance(given, str) and not clean(given, multiline=True)):
            return self.blank()
        match self.kind:
            case Kind.TEXT | Kind.LONG:
                return self._read_text(given)
            case Kind.INTEGER if self.column.due_day:
                return self._counted(read_due_day(given))
            case Kind.INTEGER:
                return self._counted(read_integer(given))
            case Kind.MINUTES:
                return Minutes(self._counted(read_minutes(given)))
            case Kind.DECIMAL:
                return read_decimal(given).quantize(Decimal("0.01"), ROUND_HALF_UP)
            case Kind.DATE:
                return read_date(given, **self._days(context))
            case Kind.MOMENT:
                moment = read_moment(given, **self._days(context))
                # A day alone as a limit means its end: what is done that afternoon is done in time.
                whole = self.column.deadline and moment.time() == time.min
                return moment.replace(hour=23, minute=59) if whole else moment
            case Kind.TIME:
                return read_time(given)
            case Kind.YES_NO:
                return read_yes_no(given)
            case Kind.CHOICE:
                return self._read_choice(given)
            case Kind.CHOICES:
                return tuple(dict.fromkeys(self._read_choice(part) for part in read_list(given)))
            case Kind.LIST:
                return tuple(self._special(part) or part for part in read_list(given))
            case Kind.REFERENCE:
                return self._read_reference(given, context)

    def hour_beside(self, given: object, context: Context) -> time | None:
        """The time of day that stands beside what `read` takes for a day. Raises `Mistake` where it is none."""
        return hour_beside(given, **self._days(context))

    def _days(self, context: Context) -> _Seen:
        """From where a day of this column is seen."""
        column = self.column
        return {
            "today": context.today,
            "year": context.year,
            "deadline": column.deadline,
            "past": column.past,
            "since": context.since or context.today,
        }

    def blank(self) -> object:
        """What stands when nothing was given. Raises `Mistake` when something must be."""
        if self.required:
            raise Mistake("请填写“{label}”", "“{label}” is needed", label=self.words)
        return self.default

    def store(self, value: object) -> Stored:
        """The value as the ledger holds it."""
        if value is None or value == "" or value == ():
            return None
        match self.kind:
            case Kind.CHOICE:
                return cast("Choice", value).code
            case Kind.CHOICES:
                return LIST_MARK.join(member.code for member in cast("tuple[Choice, ...]", value))
            case Kind.LIST:
                return LIST_MARK.join(cast("tuple[str, ...]", value))
            case Kind.DATE | Kind.MOMENT:
                return cast("date", value).isoformat()
            case Kind.TIME:
                return f"{cast('time', value):%H:%M}"
            case Kind.DECIMAL:
                return int((cast("Decimal", value) * 100).to_integral_value(ROUND_HALF_UP))
            case Kind.YES_NO | Kind.INTEGER | Kind.MINUTES:
                return int(cast("int", value))
            case Kind.TEXT | Kind.LONG | Kind.REFERENCE:
                return cast("str", value)

    def load(self, stored: Stored) -> object:
        """The value that `store` was given."""
        if stored is None:
            return self._empty()
        match self.kind:
            case Kind.CHOICE:
                return self._member(str(stored))
            case Kind.CHOICES:
                return tuple(self._member(code) for code in str(stored).split(LIST_MARK))
            case Kind.LIST:
                return tuple(str(stored).split(LIST_MARK))
            case Kind.DATE:
                return date.fromisoformat(str(stored))
            case Kind.MOMENT:
                return datetime.fromisoformat(str(stored))
            case Kind.TIME:
                return time.fromisoformat(str(stored))
            case Kind.DECIMAL:
                return Decimal(int(stored)) / 100
            case Kind.YES_NO:
                return bool(stored)
            case Kind.MINUTES:
                return Minutes(stored)
            case Kind.INTEGER | Kind.TEXT | Kind.LONG | Kind.REFERENCE:
                return stored

    def show(self, stored: Stored, language: Language, names: Names) -> str:
        """The stored value in words, unmasked."""
        if stored is None:
            return ""
        match self.kind:
            case Kind.CHOICE:
                return self._member(str(stored)).words.into(language)
            case Kind.CHOICES:
                mark = "、" if language == "zh" else ", "
                return mark.join(
                    m.words.into(language) for m in cast("tuple[Choice, ...]", self.load(stored))
                )
            case Kind.LIST:
                known = self.column.special
                items = str(stored).split(LIST_MARK)
                told = (known[item].into(language) if item in known else item for item in items)
                return ("、" if language == "zh" else ", ").join(told)
            case Kind.YES_NO:
                return (YES if stored else NO).into(language)
            case Kind.DECIMAL:
                number = f"{Decimal(int(stored)) / 100:,.2f}"
                return number.rstrip("0").rstrip(".") if self.column.plain else number
            case Kind.MOMENT:
                return str(stored)[:16].replace("T", " ")
            case Kind.REFERENCE:
                return names(str(stored), language)
            case Kind.TEXT if self.column.period:
                from mingbai.domain.period_key import key_words

                return key_words(str(stored)).into(language)
            case _:
                special = self.column.special.get(str(stored))
                return special.into(language) if special else str(stored)

    def _member(self, code: str) -> Choice:
        return cast("type[Choice]", self.choice).of(code)

    def _empty(self) -> object:
        if self.kind in (Kind.TEXT, Kind.LONG):
            return "" if self.default is not None else None
        return () if self.kind in (Kind.LIST, Kind.CHOICES) else None

    def _counted(self, number: int) -> int:
        """Whole numbers are counts of something: none is below zero, and none is astronomical."""
        if not 0 <= number <= MOST:
            raise Mistake(
                "“{label}”要在 0 到 {most} 之间",
                "“{label}” lies between 0 and {most}",
                label=self.words,
                most=f"{MOST:,}",
            )
        return number

    def _special(self, text: str) -> str | None:
        """The code that is stored for one of the column's own words."""
        said = fold(text)
        found = (
            code for code, words in self.column.special.items() if said in (fold(words.zh), fold(words.en))
        )
        return next(found, None)

    def _read_text(self, given: object) -> str:
        long = self.kind is Kind.LONG
        text = clean(str(given), multiline=long)
        if (code := self._special(text)) is not None:
            return code
        limit = LONG_LIMIT if long else LINE_LIMIT
        if len(text) > limit:
            raise Mistake(
                "“{label}”最多 {limit} 字，现有 {length} 字，请缩短或分开填写",
                "“{label}” holds at most {limit} characters, this has {length}; shorten or split it",
                label=self.words,
                limit=limit,
                length=len(text),
            )
        if self.column.period:
            from mingbai.domain.period_key import key_meant

            return key_meant(text)
        return text

    def _read_choice(self, given: object) -> Choice:
        choice = cast("type[Choice]", self.choice)
        member = given if isinstance(given, choice) else choice.read(clean(str(given)))
        if member is None:
            raise Mistake(
                "“{label}”没有“{given}”这一项，可选：{choices}",
                "“{label}” has no “{given}”; one of: {choices}",
                label=self.words,
                given=clean(str(given))[:30],
                choices=_some_of(choice),
            )
        return member

    def _read_reference(self, given: object, context: Context) -> Uid:
        uid = context.look_up(self.column.to, self._read_text(given))
        if uid is None and self.column.to == "staff":
            raise not_on_staff(clean(str(given))[:30])
        if uid is None:
            raise Mistake(
                "“{label}”找不到“{given}”",
                "“{label}”: nothing found for “{given}”",
                label=self.words,
                given=clean(str(given))[:30],
            )
        return uid


def not_on_staff(name: str) -> Mistake:
    """A name that is no colleague's: nobody becomes one by a slip of the key."""
    return Mistake(
        "人员名单里没有“{name}”，请先加入名单，或改成名单里的人",
        "“{name}” is not on the staff list; add them to the list first, or write somebody who is on it",
        name=name,
    )


def _some_of(choice: type[Choice]) -> Words:
    members = [member.words for member in choice]
    more = Words("等", ", …") if len(members) > SHOWN else NO_WORDS
    shown = members[:SHOWN]
    names = enumerated(shown)
    return Words(names.zh + more.zh, names.en + more.en)


SHOWN = 8
"""So many choices are named in a sentence."""

YES = Words("是", "Yes")
NO = Words("否", "No")


def fields_of(record: type) -> Iterator[Field]:
    """What a record's declaration says of each of its fields, in order."""
    hints = get_type_hints(record, include_extras=True)
    for item in fields(record):
        column, kind, choice = _read_hint(hints[item.name])
        required = item.default is MISSING
        yield Field(item.name, column, kind, required, None if required else item.default, choice)


def _read_hint(hint: object) -> tuple[Column, Kind, type[Choice] | None]:
    if get_origin(hint) is not Annotated:
        raise TypeError(f"a field needs Annotated[type, Column(...)], not {hint!r}")
    held, column = get_args(hint)[:2]
    if get_origin(held) in (Union, UnionType):
        (held,) = (arg for arg in get_args(held) if arg is not type(None))
    if get_origin(held) is tuple:
        held = get_args(held)[0]
        if isinstance(held, type) and issubclass(held, Choice):
            return column, Kind.CHOICES, held
        return column, Kind.LIST, None
    if isinstance(held, type) and issubclass(held, Choice):
        return column, Kind.CHOICE, held
    kind = Kind.LONG if held is str and column.long else KINDS[held]
    return column, kind, None


KINDS: dict[object, Kind] = {
    str: Kind.TEXT,
    Uid: Kind.REFERENCE,
    bool: Kind.YES_NO,
    int: Kind.INTEGER,
    Minutes: Kind.MINUTES,
    Decimal: Kind.DECIMAL,
    date: Kind.DATE,
    datetime: Kind.MOMENT,
    time: Kind.TIME,
}
