"""Which column of a sheet goes to which field of a register.

A name must be known to be believed: a code, a label of either language, another heading seen in real
ledgers, or what a person chose before for the same headings. The rest is shown as not imported.
Columns of identity numbers are never imported, whatever anybody chose.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import Any

from mingbai.domain.asking import NUMBER_NAMES
from mingbai.domain.field import Field, Kind
from mingbai.domain.register import Register
from mingbai.domain.text import fold
from mingbai.domain.words import Words
from mingbai.exchange.table import Cell, Table


class Why(Enum):
    """Why a column goes where it goes, the surest first, or why it goes nowhere."""

    CHOSEN = Words("按上次的选择", "as chosen before")
    CODE = Words("栏目代码相同", "same code")
    LABEL = Words("栏目名称相同", "same name")
    KNOWN = Words("常见的叫法", "a known name")
    LIKE = Words("去掉单位和符号后相同", "same but for unit and marks")
    TICKED = Words("打钩的一列，钩表示这一项", "a tick below it means this choice")
    UNKNOWN = Words("这里没有对应的栏目", "no such field here")
    TAKEN = Words("已有更合适的一列", "another column fits better")
    DECLINED = Words("按选择不导入", "left out by choice")
    ID_NUMBER = Words("身份证号不导入", "ID numbers are not imported")
    NUMBER = Words("登记编号：已有的记录凭它认出", "the entry's number: what is here already is known by it")

    @property
    def words(self) -> Words:
        """What the preview says beside the column."""
        return self.value


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of the sheet: its name, the field it fills (none: ""), and why."""

    name: str
    field: str
    why: Why
    unit: str = ""
    """A unit that bare numbers below the heading stand in, when it is not the field's own."""
    says: str = ""
    """What a tick below it says, where the choices of a field stand side by side: 满意, 基本满意, 不满意."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Where the columns of one sheet go; `headings` stand as the sheet's columns do."""

    register: Register[Any]
    headings: tuple[Heading, ...]

    @property
    def fields(self) -> dict[str, int]:
        """The column of each field that has one."""
        return {heading.field: at for at, heading in enumerate(self.headings) if heading.field}

    @property
    def number(self) -> int | None:
        """The column of the entries' own numbers, as an export of this program has one."""
        return next((at for at, heading in enumerate(self.headings) if heading.why is Why.NUMBER), None)

    @property
    def missing(self) -> tuple[Field, ...]:
        """The required fields that no column fills and nothing else stands for."""
        return tuple(field for field in self._unfilled if not self._stood_for(field))

    @property
    def unsaid(self) -> tuple[Field, ...]:
        """The required fields that no column fills, though something else stands for them."""
        return tuple(field for field in self._unfilled if self._stood_for(field))

    @property
    def _unfilled(self) -> tuple[Field, ...]:
        filled = self.fields
        return tuple(f for f in self.register.fields.values() if f.required and f.name not in filled)

    def _stood_for(self, field: Field) -> bool:
        filled = self.fields
        if field.column.now:
            # Where a list tells of other days that are past, the one of its taking over is a guess.
            return not any(self.register.fields[name].column.past is not None for name in filled)
        return field.column.instead in filled

    @property
    def chosen(self) -> dict[str, str]:
        """What to remember for these headings: the field of each, "" for none."""
        return {heading.name: heading.field for heading in self.headings}

    def because(self, *whys: Why) -> tuple[str, ...]:
        """The headings of the columns that went where they did for one of these reasons."""
        return tuple(heading.name for heading in self.headings if heading.why in whys)


def map_headings(
    register: Register[Any],
    head: Sequence[str],
    remembered: Mapping[str, str] = MappingProxyType({}),
    *,
    rows: Iterable[Sequence[object]] = (),
    leave: Collection[str] = (),
) -> ColumnMap:
    """Finds the field of each heading; the surest column of a field wins, then the first.

    `remembered` gives the field of a heading as a person chose it, "" for none. `rows` are looked
    through for identity numbers. The fields in `leave` are not imported.
    """
    rows = list(rows)
    numbers = _id_columns(head, rows)
    known = _known_names(register)
    guesses = [
        Heading(name, "", Why.ID_NUMBER) if at in numbers else _guess(register, name, remembered, known)
        for at, name in enumerate(head)
    ]
    own = _own_numbers(register, head, rows)
    if own is not None and not remembered.get(head[own]):
        guesses[own] = Heading(head[own], "", Why.NUMBER)
    guesses = _ticked(register, guesses, rows, known)
    rank = list(Why).index
    best: dict[str, int] = {}
    for at in sorted(range(len(guesses)), key=lambda at: rank(guesses[at].why)):
        if guesses[at].field:
            best.setdefault(guesses[at].field, at)
    headings = []
    for at, guess in enumerate(guesses):
        if guess.field and guess.field in leave:
            guess = Heading(guess.name, "", Why.DECLINED)  # noqa: PLW2901
        elif guess.field and best[guess.field] != at and not guess.says:
            guess = Heading(guess.name, "", Why.TAKEN)  # noqa: PLW2901
        headings.append(guess)
    return ColumnMap(register, tuple(headings))


def drafts(table: Table, columns: ColumnMap) -> Iterator[tuple[int, dict[str, object]]]:
    """Each row with its number in the file and what it gives its fields; a blank cell gives nothing.

    A row that fills none of the fields gives an empty draft, so that every row can be accounted for.
    """
    places = [(at, heading) for at, heading in enumerate(columns.headings) if heading.field]
    for number, row in table.rows:
        draft: dict[str, object] = {}
        for at, heading in places:
            cell = row[at]
            if cell is None or (heading.says and _CROSS.fullmatch(fold(str(cell)))):
                continue
            if heading.says:
                said = heading.says if _TICK.fullmatch(fold(str(cell))) else f"{heading.says}: {cell}"
                # Two ticks say two things: the reading refuses them, and the note keeps both.
                cell = f"{draft[heading.field]}; {said}" if heading.field in draft else said
            draft[heading.field] = _with_unit(cell, heading.unit) if heading.unit else cell
        yield number, draft


def signature(head: Sequence[str]) -> str:
    """The same for sheets with the same headings: the key under which a mapping is remembered."""
    return hashlib.sha256("\n".join(_loose(name) for name in head).encode()).hexdigest()[:32]


def personal_fields(register: Register[Any]) -> tuple[str, ...]:
    """The fields with personal data, to be offered for leaving out."""
    return tuple(name for name, field in register.fields.items() if field.column.personal is not None)


# --- Names -------------------------------------------------------------------------------------

_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕")
_MARKS = re.compile(r"^\d{1,2}[.、)]|[\s_*※★:;,.、?!#]+")
_HOURS = frozenset({"小时", "时", "h", "hr", "hrs", "hour", "hours"})
_MINUTES = frozenset({"分钟", "分", "min", "mins", "minute", "minutes"})

_Known = dict[str, tuple[Why, str]]


def _known_names(register: Register[Any]) -> _Known:
    """Every name that means a field, with how sure it is; of two fields the surer one keeps a name."""
    known: _Known = {}
    fields = register.fields.values()
    for why, names in (
        (Why.CODE, lambda field: (field.name,)),
        (Why.LABEL, lambda field: (field.column.zh, field.column.en)),
        (Why.KNOWN, lambda field: field.column.also),
    ):
        for field in fields:
            for name in names(field):
                known.setdefault(fold(name), (why, field.name))
    # Stripped names live in the same table; a name as it is written always comes first.
    for field in fields:
        for name in (field.name, field.column.zh, field.column.en, *field.column.also):
            known.setdefault(_loose(name), (Why.LIKE, field.name))
    return known


def _guess(register: Register[Any], name: str, remembered: Mapping[str, str], known: _Known) -> Heading:
    unit = _unit(name)
    if name in remembered:
        field = remembered[name]
        if not field:
            return Heading(name, "", Why.DECLINED)
        if field in register.fields:
            return Heading(name, field, Why.CHOSEN, unit if _timed(register, field) else "")
    why, field = known.get(fold(name).strip()) or known.get(_loose(name)) or (Why.UNKNOWN, "")
    if not field:
        return Heading(name, "", Why.UNKNOWN)
    if fold(name).strip() not in known:
        why = Why.LIKE
    return Heading(name, field, why, unit if _timed(register, field) else "")


_TICK = re.compile(r"[√✓✔☑✅v1]|是")
_CROSS = re.compile(r"[×✗✘✕❌☒x0]|否")


def _ticked(
    register: Register[Any], guesses: list[Heading], rows: Sequence[Sequence[object]], known: _Known
) -> list[Heading]:
    """Columns side by side that are the choices of one field, with nothing below them but ticks."""
    found = list(guesses)
    for field in register.fields.values():
        if field.choice is None:
            continue
        names = {fold(name): member.words.zh for member in field.choice for name in member.names}
        columns: dict[int, str] = {}
        for at, guess in enumerate(guesses):
            upper, _, own = guess.name.rpartition("/")
            _, over = known.get(fold(upper), (Why.LABEL, field.name))
            cells = {fold(str(row[at])) for row in rows if at < len(row) and row[at] is not None}
            ticks = all(_TICK.fullmatch(cell) or _CROSS.fullmatch(cell) for cell in cells)
            free = guess.why is Why.UNKNOWN or guess.field == field.name
            if free and over == field.name and ticks and fold(own) in names:
                columns[at] = names[fold(own)]
        others = (guess for at, guess in enumerate(guesses) if at not in columns)
        if len(set(columns.values())) > 1 and field.name not in {guess.field for guess in others}:
            for at, says in columns.items():
                found[at] = Heading(guesses[at].name, field.name, Why.TICKED, says=says)
    return found


def _timed(register: Register[Any], field: str) -> bool:
    return register.fields[field].kind is Kind.MINUTES


def _unit(name: str) -> str:
    """小时 for `用时（小时）`: without it, 2 would be read as two minutes."""
    for found in _BRACKETS.finditer(fold(name)):
        word = next(part for part in found.groups() if part is not None).strip()
        if word in _HOURS:
            return "小时"
        if word in _MINUTES:
            return "分钟"
    return ""


def _with_unit(cell: Cell, unit: str) -> Cell:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return cell
    text = str(cell)
    return f"{text}{unit}" if re.fullmatch(r"\d+(?:\.\d+)?", text) else cell


def _loose(name: str) -> str:
    """The name without what stands in brackets, marks, numbering and spaces: 受理时间 for `1.受理 时间*（必填）`."""
    folded = fold(name)
    bare = _MARKS.sub("", _BRACKETS.sub("", folded).strip())
    return bare or folded


# --- The entries' own numbers ---------------------------------------------------------------------

_OWN_NUMBER = re.compile(r"\d{4}-[A-Z]+-\d{4,}", re.IGNORECASE)
_OWN_HEADINGS = frozenset(map(fold, NUMBER_NAMES))


def _own_numbers(
    register: Register[Any], head: Sequence[str], rows: Iterable[Sequence[object]]
) -> int | None:
    """The column with the numbers this program gives: by its name and by its form, for a serial is none."""
    if not register.numbered:
        return None
    for at, name in enumerate(head):
        if fold(name).strip() in _OWN_HEADINGS:
            filled = [str(row[at]).strip() for row in rows if at < len(row) and row[at] not in (None, "")]
            if filled and sum(map(bool, map(_OWN_NUMBER.fullmatch, filled))) * 2 > len(filled):
                return at
    return None


# --- Identity numbers --------------------------------------------------------------------------

_ID_HEADING = re.compile(
    r"身份证(?!明)|证件号|证件编号|公民身份|身份号|残疾证号|社会保障号|社保号|护照号"
    r"|(?<![a-z])(?:id|identity|passport)[ _-]*(?:card|no|num|number)(?![a-z]{2})"
    r"|(?<![a-z])(?:citizen|national|resident)[ _-]*id(?![a-z])"
)
_PROVINCE = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)"
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_ID_NUMBER = re.compile(
    rf"{_PROVINCE}\d{{4}}(?:18|19|20)\d\d{_MONTH_DAY}\d{{3}}[\dx]"
    rf"|{_PROVINCE}\d{{6}}{_MONTH_DAY}\d{{3}}"
    r"|(?=.{15}$|.{18}$)\d{3,14}\*{4,}[\dx]{0,4}",
    re.IGNORECASE,
)


def _id_columns(head: Sequence[str], rows: Iterable[Sequence[object]]) -> set[int]:
    """The columns that hold identity numbers by their name or by more than half of their values."""
    filled, like = [0] * len(head), [0] * len(head)
    for row in rows:
        for at, cell in enumerate(row[: len(head)]):
            if cell is None or cell == "":
                continue
            filled[at] += 1
            if isinstance(cell, str | int | float) and looks_like_id(cell):
                like[at] += 1
    return {
        at
        for at, name in enumerate(head)
        if _ID_HEADING.search(fold(name)) or (like[at] and like[at] * 2 > filled[at])
    }


def looks_like_id(cell: str | float) -> bool:
    """Whether a value has the form of a resident's identity number, 15 or 18 digits, masked or not."""
    text = str(cell).strip("'‘’` ")
    return len(text) >= 15 and _ID_NUMBER.fullmatch(text.replace(" ", "")) is not None
