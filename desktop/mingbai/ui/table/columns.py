"""Which columns a register's list has, how wide they are and which of them have room."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from mingbai.desk.list_columns import FILES, FLAGS, STATE, words_of
from mingbai.desk.states import STATE_FIELDS, STATE_ORDERS, STATE_SAMPLES, STATED
from mingbai.domain.column import Personal
from mingbai.domain.field import Field, Kind
from mingbai.domain.register import Register
from mingbai.domain.task import NONE_SEEN
from mingbai.domain.words import Words
from mingbai.ledger.schema import NUMBER
from mingbai.ui.look.look import Look, Size, Weight

FIRST_PADDING = 16
PADDING = 8
ARROW = 3
"""Half of how wide the arrow of the order is."""
ARROWS_ROOM = 5
"""What it takes beside a name, in its halves: the gap before it too."""
SHAPE = 17
"""From the left of a shape to the word beside it."""
PILL = 18
"""What a pill is wider than its words."""
MORE_FLAGS = 26
"""Room to say how many more flags there are."""

SHOWN: dict[str, tuple[str, ...]] = {
    "task": ("title", "department", "due_on", STATE, FLAGS, "owner"),
    "issue": ("title", "resident", "phone", "due_at", STATE, "owner"),
    "certificate": ("certificate", "applicant", "demanded_by", "outcome", "asked_on", FLAGS),
    "demand": ("title", "department", "period", STATE, FLAGS, "minutes", "starts_on"),
    "flag": ("subject", "reason", STATE, "flagged_on"),
    "absence": ("demand", "period_key", "noted_on"),
    "rule": ("gist", "families", STATE, "confidence", "code"),
    "decision": ("title", "decided_on", STATE, "method", "effective_from"),
    "inspection": ("title", "held_on", "department", FLAGS, "planned", "visitors", "papers"),
    "reception": ("title", "visited_on", "department", FLAGS, "letter", "guests", "dining", "cost"),
    "plaque": ("title", "department", STATE, FLAGS, "hung_on", "removed_on"),
    "visit": ("title", "visited_on", "place", "result", "minutes", "owner"),
    "activity": ("title", "held_on", "kind", "turnout", "hours", "served"),
    "expert": ("title", "name", "department", "came_on", "left_on", "speciality"),
    "admission": ("title", "department", STATE, "applied_on", "starts_on", "ends_on"),
    "point": ("title", "raised_to", STATE, "raised_on", "answered_on", "kind"),
}
"""Where a list shows something else than the register's brief fields, in order of weight."""

NARROWEST_TITLE = 210
TITLES_SHARE = 0.42
"""So much of the room the titles get, if they need it, before one more column stands beside them."""
NARROWEST_FIRST = 170
"""What a row is about stands first, also where something else is its title."""
WIDEST = {
    Kind.TEXT: 136,
    Kind.LONG: 220,
    Kind.LIST: 140,
    Kind.CHOICES: 140,
    Kind.REFERENCE: 116,
    Kind.CHOICE: 200,
}
SAMPLES = {
    Kind.DATE: Words("11-28 周五", "Wed 28 Nov"),
    Kind.MOMENT: Words("11-28 20:00", "Tomorrow 20:00"),
    Kind.TIME: Words("14:00", "14:00"),
    Kind.INTEGER: Words("1,000", "1,000"),
    Kind.MINUTES: Words("1,000", "1,000"),
    Kind.DECIMAL: Words("100,000.00", "100,000.00"),
    Kind.YES_NO: Words("是", "Yes"),
    Kind.REFERENCE: Words("农业农村局", "Public Security"),
    Kind.TEXT: Words("138****0042", "138****0042"),
    Kind.LONG: Words("农业农村局农业农村局", "Public Security, and more"),
    Kind.LIST: Words("农业农村局", "Public Security"),
    Kind.CHOICES: Words("农业农村局", "Public Security"),
}
HOUR_SAMPLE = Words("11-28 周五 20:00", "Wed 28 Nov 20:00")
TITLED = 3
STRETCHING = {Kind.LONG: 3, Kind.TEXT: 2, Kind.LIST: 2, Kind.CHOICES: 2, Kind.REFERENCE: 1}
NAME_SAMPLE = Words("刘*芳", "Liu M***")
DOCUMENT_SAMPLE = Words("〔2026〕128 号", "[2026] No. 128")
YEAR_SAMPLE = Words("2024-12-28", "28 Nov 2024")
LATE_SAMPLE = Words("逾期 99 天", "99 days late")


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column of a list: a field, or something computed."""

    name: str
    words: Words
    field: Field | None = None
    sorted_by: str = ""
    """The name an order is asked by; empty where it cannot be sorted."""
    titled: bool = False
    leads: bool = False
    """Whether it says what a row is about, in the stronger ink: the first one of the usual columns."""
    head: int = 0
    """What its own name needs, with its padding."""
    width: int = 0
    """What it is content with where it holds what is usual; the titled one takes what is left over."""
    likes: int = 0
    """What all of its words need, where that is more."""
    weight: int = 0
    """How much of the room that is left over it takes, beside the others."""


def column_names(register: Register[Any]) -> tuple[str, ...]:
    """The usual columns of a register: the title, the brief fields, the state and the flags."""
    if register.code in SHOWN:
        return SHOWN[register.code]
    rest = tuple(name for name in register.brief if name != register.titled)
    return (register.titled, *rest, *((FLAGS,) if register.reviewed else ()))


def all_names(register: Register[Any]) -> tuple[str, ...]:
    """Every column that can be chosen."""
    twins = {field.column.english for field in register.fields.values()}
    state_field = STATE_FIELDS.get(register.code, "")
    fields = tuple(
        name
        for name, field in register.fields.items()
        if name not in twins and name != state_field and not field.column.inner
    )
    return (
        *((NUMBER,) if register.numbered and NUMBER not in register.fields else ()),
        *fields,
        *((STATE,) if register.code in STATED else ()),
        *((FLAGS,) if register.reviewed else ()),
        *((FILES,) if register.numbered else ()),
    )


def placed(register: Register[Any], shown: Sequence[str], name: str) -> list[str]:
    """The columns with one more: a usual one comes back to its place among the others, any other at the end."""
    usual = column_names(register)
    if name not in usual:
        return [*shown, name]
    before = {*usual[: usual.index(name)]}
    at = max((index for index, one in enumerate(shown, 1) if one in before), default=0)
    return [*shown[:at], name, *shown[at:]]


def columns_of(register: Register[Any], names: Iterable[str], look: Look) -> list[ListColumn]:
    """The columns with these names; unknown ones are passed over, and the titled one is always there."""
    known = all_names(register)
    wanted = [name for name in dict.fromkeys(names) if name in known]
    if register.titled not in wanted:
        wanted.insert(0, register.titled)
    return [_column(register, name, look) for name in wanted]


def fitted(
    columns: Sequence[ListColumn],
    room: int,
    look: Look,
    needed: Sequence[int | None] = (),
    kept: Collection[str] = (),
) -> list[int]:
    """How wide each column is in the room there is; 0 for those that fold away, from the end, but for those `kept`.

    A column follows what it holds, as far as that is known: one with short words or none gives its room to those
    whose words would be cut, the first and the titled one before all others.
    """
    held = [*needed] or [None] * len(columns)
    at = next((index for index, column in enumerate(columns) if column.titled), 0)
    widths = [_least(column, need) for column, need in zip(columns, held, strict=True)]
    narrowest = min(look.px(NARROWEST_TITLE), max(room, 1))
    whole = narrowest if held[at] is None else max(columns[at].head, held[at] or 0)
    widths[at] = min(narrowest, whole)
    first = min(look.px(NARROWEST_FIRST), narrowest)
    widths[0] = max(widths[0], first if held[0] is None else min(first, held[0]))
    titles = max(widths[at], min(whole, round(room * TITLES_SHARE)))
    for index in range(len(columns) - 1, -1, -1):
        if sum(widths) - widths[at] + titles <= room:
            break
        if index != at and columns[index].name not in kept:
            widths[index] = 0
    spare = max(room - sum(widths), 0)
    for index in dict.fromkeys((0, at, *range(len(columns)))):
        need = held[index]
        wanted = (0 if index == at else columns[index].likes) if need is None else need
        if index == 0 != at:
            # What a row is about, where something else is its title, leaves that its part.
            wanted = min(wanted, round(room * TITLES_SHARE))
        more = min(spare, max(0, wanted - widths[index])) if widths[index] else 0
        widths[index] += more
        spare -= more
    weights = [column.weight if width else 0 for column, width in zip(columns, widths, strict=True)]
    weights[0] = max(weights[0], TITLED) if widths[0] else 0
    for index, weight in enumerate(weights):
        widths[index] += spare * weight // sum(weights)
    widths[at] += max(room - sum(widths), 0)
    return widths


def _least(column: ListColumn, need: int | None) -> int:
    """What a column is content with: what is usual, or less where it holds less."""
    return column.width if need is None else max(column.head, min(column.width, need))


def _column(register: Register[Any], name: str, look: Look) -> ListColumn:
    field = register.fields.get(name)
    words = words_of(register, name)
    sorted_by = name
    if name in (FLAGS, FILES):
        sorted_by = ""
    elif name == STATE:
        held = STATE_FIELDS.get(register.code, "")
        sorted_by = held or STATE_ORDERS[register.code]
        field = register.fields.get(held)
    head = look.width(look.word(words), Size.CELL) + (ARROWS_ROOM * look.px(ARROW) + 1 if sorted_by else 0)
    titled = name == register.titled
    usual = _usual_state(register, field, look) if name == STATE else _usual(name, field, look)
    most = (
        look.px(WIDEST.get(field.kind, 400)) if field is not None and name not in (STATE, NUMBER) else usual
    )
    head += 2 * PADDING
    usual += 1  # what is measured is rounded, down too, and would be cut in its own width
    width = max(head, min(usual, most) + 2 * PADDING)
    coded = any(name in key for key in register.keys)
    grows = STRETCHING.get(field.kind, 0) if field is not None and not coded else 0
    weight = TITLED if titled else grows
    leads = name == column_names(register)[0]
    return ListColumn(name, words, field, sorted_by, titled, leads, head, width, usual + 2 * PADDING, weight)


def _usual(name: str, field: Field | None, look: Look) -> int:
    if name == FLAGS:
        return (
            look.width(look.word(Words("要照片轨迹", "Asked before")), Size.CAPTION)
            + PILL
            + look.px(MORE_FLAGS)
        )
    if name == NUMBER and field is None:
        return look.width("2026-A-00000", Size.CELL)
    if field is None:
        return 0
    if field.kind is Kind.CHOICE and field.choice is not None:
        usual = max(look.width(look.word(member.words)) for member in field.choice)
    else:
        named = field.column.personal is Personal.NAME
        document = NONE_SEEN in field.column.special
        sample = NAME_SAMPLE if named else DOCUMENT_SAMPLE if document else SAMPLES[field.kind]
        usual = look.width(look.word(sample))
        if field.kind in (Kind.DATE, Kind.MOMENT):
            usual = max(usual, look.width(look.word(YEAR_SAMPLE)))
        if field.column.hour:
            # A limit with its hour is told near, without its weekday.
            hour = SAMPLES[Kind.MOMENT] if field.column.deadline else HOUR_SAMPLE
            usual = max(usual, look.width(look.word(hour)))
        if field.column.deadline:
            # What is late or near stands in strong letters.
            for words in (LATE_SAMPLE, SAMPLES[field.kind]):
                usual = max(usual, look.width(look.word(words), weight=Weight.STRONG))
    return usual


def _usual_state(register: Register[Any], field: Field | None, look: Look) -> int:
    if field is not None and field.choice is not None:
        longest = [member.words for member in field.choice]
    else:
        longest = [*STATE_SAMPLES[register.code]]
    return max(look.width(look.word(words)) for words in longest) + look.px(SHAPE)
