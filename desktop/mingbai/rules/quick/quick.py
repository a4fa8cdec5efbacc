"""A typed line read as an entry: `周五前 报表 民政局 上报重点人群台账 @李梅`, `by Friday report Civil Affairs …`.

In any order, in both languages. What is not surely a date, a unit, a kind or a name is the title: a title
that is too long costs a key press, a wrong date that is believed costs a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.issue import ISSUES, Solved
from mingbai.domain.pattern import pattern
from mingbai.domain.plaque import PLAQUES
from mingbai.domain.task import TASKS
from mingbai.domain.text import clean
from mingbai.rules.quick.called import called_to
from mingbai.rules.quick.certificates import take_certificate
from mingbai.rules.quick.colleagues import take_named, take_owner
from mingbai.rules.quick.days import (
    says_due,
    take_due,
    take_solved_at,
)
from mingbai.rules.quick.ended import take_outcome, take_solved, take_solved_and_told, take_still_open
from mingbai.rules.quick.glued import joints
from mingbai.rules.quick.lengths import take_minutes
from mingbai.rules.quick.line import ROOM, SEPARATORS, Line, Part, Typed
from mingbai.rules.quick.names import Name, Vocabulary
from mingbai.rules.quick.openers import take_opening_kind
from mingbai.rules.quick.residents import take_resident, take_teller, tells_of_it
from mingbai.rules.quick.rhythms import take_period
from mingbai.rules.quick.rooms import ROOMS, field_of, read_room, room_said
from mingbai.rules.quick.runs import take_end, take_start, take_stretch
from mingbai.rules.quick.said import take_day_alone, take_said
from mingbai.rules.quick.units import take_department
from mingbai.rules.quick.verbs import asks_for_plaque
from mingbai.rules.quick.words import (
    drop_verb,
    take_chain,
    take_demanded_by,
    take_issue_words,
    take_kind,
    take_kind_of_title,
    take_order,
    take_phone,
    take_place,
    take_purpose,
    take_task_channel,
)
from mingbai.rules.said_days import days_said, same_signs
from mingbai.rules.two_days import two_days_said

__all__ = ["ROOM", "Name", "Part", "Quick", "Vocabulary", "read_quick"]

TASK, DEMAND, ISSUE, CERTIFICATE = (register.code for register in (TASKS, DEMANDS, ISSUES, CERTIFICATES))

_CALLED: Mapping[str, Mapping[str, str]] = {
    TASK: {"due": "due_on"}
    | dict.fromkeys(("kind", "asks", "department", "owner", "minutes", "channel"), ""),
    DEMAND: dict.fromkeys(
        ("period", "due_day", "starts_on", "ends_on", "kind", "department", "owner", "minutes"), ""
    ),
    ISSUE: {"due": "due_at", "department": "leading"}
    | dict.fromkeys(
        (
            "owner",
            "minutes",
            "channel",
            "demand_type",
            "urgency",
            "place",
            "resident",
            "phone",
            "order_no",
            "solved",
            "told_on",
            "satisfaction",
        ),
        "",
    ),
    CERTIFICATE: {"department": "demanded_by", "owner": "handler", "resident": "applicant"}
    | dict.fromkeys(("certificate", "outcome", "phone", "purpose", "demanded_by", "minutes"), ""),
}
"""What the fields read from a line are called in each register; "" where the name is the same."""


@dataclass(frozen=True, slots=True)
class Quick:
    """What was read from a line."""

    register: str
    parts: tuple[Part, ...]
    """The recognised fields in the order in which they stand in the line."""
    title: str
    """The rest."""
    text: str
    asks_day: bool = False
    """Whether it names two days as one, of which neither was read and neither stands in the title."""

    @property
    def fields(self) -> dict[str, Part]:
        """The recognised parts by field."""
        return {part.name: part for part in self.parts}

    def value(self, name: str) -> str:
        """A field's value as a draft takes it; empty where it was not read."""
        return next((part.value for part in self.parts if part.name == name), "")


LONGEST = 2_000
"""A longer text is no line: it is left as it stands, and a notice is pasted as one."""
MOST_READ = 300
"""So much of a line is read, for it is read with each key; what stands behind belongs to the title."""


def read_quick(
    text: str,
    words: Vocabulary,
    today: date,
    *,
    page: str = TASK,
    plain: frozenset[str] = frozenset(),
) -> Quick:
    """Reads a line typed on the page of a register; words in `plain` are left to the title."""
    text = text.replace("\t", " ").replace("\u3000", " ").replace("\n", " ")
    if len(text) > LONGEST:
        return Quick(page, (), text.strip(), text)
    if len(text) > MOST_READ:
        whole, text = text, _first_of(text)
        quick = read_quick(text, words, today, page=page, plain=plain)
        return replace(quick, title=_joined(quick.title, whole[len(text) :]), text=whole)
    # Words that name two days say none: 12月3日（周三） in a year in which that is a Thursday.
    two = two_days_said(same_signs(text), today)
    unsure = {text[slice(*one.words)].lower() for one in two}
    plainly = plain.union(unsure)
    quick = _read_line(Typed(text, plainly, joints(text, words, today)), words, today, page)
    if len(two) != 1 or plain & unsure:
        return quick
    # They still are no title where either day would be read: they are asked about, and stay in the note.
    (one,) = two
    start, end = one.words
    sure = read_quick(
        f"{text[:start]}{one.into(text, one.dated)}{text[end:]}", words, today, page=page, plain=plain
    )
    taken = any(part.value[:10] == one.dated.isoformat() for part in sure.parts)
    same = sure.register == quick.register and {part.name for part in quick.parts} <= sure.fields.keys()
    return replace(quick, title=sure.title, asks_day=True) if taken and same else quick


def _read_line(typed: Typed, words: Vocabulary, today: date, page: str) -> Quick:
    register = _register(typed, words, today, page)
    if register in ROOMS:
        called = called_to(typed.line(), words, today) == register
        line = read_room(typed, words, today, register, called=called)
        parts = [_there(part, field_of(register, part.name, line)) for part in line.parts]
        return Quick(register, tuple(sorted(parts, key=_place)), line.title(), typed.text)
    line = _read(typed, words, today, register)
    if register == TASK:
        take_said(line, today, words.working, "due")
    if register in (TASK, DEMAND):
        take_kind_of_title(line)
        drop_verb(line)
    names = _CALLED[register]
    if register == ISSUE and _was_solved(line, today):
        # A time that lies behind says when it was solved, and no limit of it.
        names = {**names, "due": "closed_at"}
    known = (part for part in sorted(line.parts, key=_place) if part.name in names)
    parts = [replace(part, name=names[part.name] or part.name) for part in known]
    return Quick(register, tuple(parts), line.title(), typed.text)


def _first_of(text: str) -> str:
    """The beginning of a long line, to its last end of a word."""
    ends = (at for at in range(MOST_READ, 0, -1) if text[at] in SEPARATORS or text[at].isspace())
    return text[: next(ends, MOST_READ)]


def _joined(title: str, rest: str) -> str:
    return clean(f"{title}{rest}") if title else clean(rest.lstrip("".join(SEPARATORS) + " "))


def _place(part: Part) -> tuple[int, int]:
    return part.start, part.end


def _there(part: Part, field: str) -> Part:
    """A part as a further register has it; in a note anybody may be named."""
    return replace(part, name=field, unknown=part.unknown and field != "note")


def _was_solved(line: Line, today: date) -> bool:
    due = line.value("due") or ""
    solved = line.value("solved") not in (None, Solved.PLANNED.code)
    return solved and len(due) > len("2026-11-25") and due[:10] <= today.isoformat()


def _register(typed: Typed, words: Vocabulary, today: date, page: str) -> str:
    """The register a line belongs to: said by its words, or else the page's."""
    task = _read(typed, words, today, TASK)
    found = {part.name for part in task.parts}
    due = next((part for part in task.parts if part.name == "due"), None)
    limited = due is not None and _LIMIT.search(typed.text[due.start : due.end].lower()) is not None
    if room := room_said(typed, words, today, limited=limited, unit="department" in found):
        return room
    if not limited and (room := called_to(typed.line(), words, today)):
        return room
    handed_in = "kind" in found or ("due" in found and page != CERTIFICATE)
    certificate = _read(typed, words, today, CERTIFICATE, listed_only=page != CERTIFICATE)
    if certificate.value("certificate") is not None and not handed_in and not _of_paper(typed.text, page):
        return CERTIFICATE
    if page in ROOMS and not limited:
        return _of_room(typed, words, today, page, task)
    if _recurs(typed, words, today):
        return DEMAND
    if "kind" in found:
        return TASK
    if page not in (ISSUE, CERTIFICATE) or certificate.value("certificate") is None:
        issue = _read(typed, words, today, ISSUE)
        told = {part.name for part in issue.parts}
        sure = not found & {"due", "department"} and (
            told >= {"phone", "resident"}
            or (tells_of_it(typed, words) and not _lies_ahead(typed.text, words, today))
            or ("place" in told and told & {"phone", "resident", "order_no", "channel"})
        )
        if told & {"solved", "order_no"} or sure:
            return ISSUE
    if page == CERTIFICATE and "due" in found:
        return TASK
    return page if page in _CALLED else TASK


_NUMBER_OF_PAPER = pattern(r"[〔\[【（(]\s*(?:19|20)\d\d\s*[〕\]】）)]\s*第?\s*\d{1,5}\s*号")


def _of_paper(text: str, page: str) -> bool:
    """Whether a line is of a paper that came by its number, which nobody who asks for a stamp has: 镇发〔2026〕7号 存档."""
    return page != CERTIFICATE and _NUMBER_OF_PAPER.search(text) is not None


def _lies_ahead(text: str, words: Vocabulary, today: date) -> bool:
    """Whether a line names a day to come: what a resident tells of has happened."""
    return any(one.day > today for one in days_said(same_signs(text), today, words.working))


_LIMIT = pattern("前|截止|为?止|到期|最[迟晚]|期限|时限|内$|by|before|due|until|till|later|deadline|within")
"""Says that a day is the limit of something."""


def _of_room(typed: Typed, words: Vocabulary, today: date, page: str, task: Line) -> str:
    """The register of a line typed on the page of a further one: that, unless it surely is another's."""
    kind = next((part for part in task.parts if part.name == "kind"), None)
    if kind is not None and task.same[kind.start : kind.end] not in ROOMS[page].shared:
        return TASK
    issue = _read(typed, words, today, ISSUE)
    if issue.value("order_no") is not None:
        return ISSUE
    return PLAQUES.code if asks_for_plaque(typed.line()) else page


def _recurs(typed: Typed, words: Vocabulary, today: date) -> bool:
    """Whether a line says how often and names no single day besides: then it is one assignment."""
    line = _read(typed, words, today, DEMAND)
    if line.value("period") is None:
        return False
    take_due(line, today, words.working)
    return line.value("due") is None and not says_due(line)


def _read(
    typed: Typed,
    words: Vocabulary,
    today: date,
    register: str,
    *,
    listed_only: bool = False,
) -> Line:
    """The line with every part that an entry of the register can have."""
    line = typed.line()
    while True:
        before = len(line.parts)
        take_owner(line, words)
        if register in (TASK, DEMAND):
            take_named(line, words)
        match register:
            case "task":
                take_task_channel(line)
                _read_work(line, words, today)
            case "demand":
                # Before how often: 明天起每天.
                take_stretch(line, today)
                take_start(line, today)
                take_period(line)
                take_end(line, today)
                _read_work(line, words, None)
            case "issue":
                _read_issue(line, words, today)
            case _:
                _read_certificate(line, words, listed_only=listed_only)
        line.parts = [part for part in line.parts if part.name in _CALLED[register]]
        # What was read makes more stand alone.
        if len(line.parts) == before:
            return line


def _read_work(line: Line, words: Vocabulary, today: date | None) -> None:
    if today is not None:
        take_due(line, today, words.working)
        take_day_alone(line, today, words.working)
    take_department(line, words)
    take_minutes(line, sure=False)
    take_kind(line)
    take_chain(line, words.units.latin, words.units.meant)
    take_opening_kind(line)


def _read_issue(line: Line, words: Vocabulary, today: date) -> None:
    take_teller(line, words)
    take_order(line)
    take_phone(line)
    # Before any day: solved this afternoon is no limit.
    take_solved_at(line, today)
    take_solved(line)
    take_solved_and_told(line, today)
    take_still_open(line, today)
    take_due(line, today, words.working, happened=True)
    take_place(line)
    take_issue_words(line)
    take_department(line, words)
    take_resident(line, words, "resident")
    take_minutes(line, sure=True)


def _read_certificate(line: Line, words: Vocabulary, *, listed_only: bool) -> None:
    take_phone(line)
    take_certificate(line, words, unknown=not listed_only)
    take_outcome(line)
    take_purpose(line)
    take_demanded_by(line)
    if line.value("demanded_by") is None:
        take_department(line, words)
    take_resident(line, words, "resident", asks=True)
    take_minutes(line, sure=False)
