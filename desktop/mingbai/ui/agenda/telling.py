"""Groups of an agenda as heads and rows in the window's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from mingbai.desk.bulk import CLOSE
from mingbai.desk.lines import Group, Line, Opening, Shape, Tone
from mingbai.desk.lists import count_words
from mingbai.domain.review import CAME_BACK
from mingbai.domain.words import Words
from mingbai.ui.agenda.rows import Head, Hint, Link, Row
from mingbai.ui.look.look import Look

ICONS: dict[Shape, tuple[str, str]] = {
    Shape.LATE: ("late", "danger"),
    Shape.OPEN: ("open", "text2"),
    Shape.CALL: ("phone", "text2"),
    Shape.EXPECTED: ("repeat", "text2"),
    Shape.CAME: ("check", "green"),
    Shape.STAYED_AWAY: ("x", "text3"),
    Shape.STAMP: ("stamp", "text2"),
    Shape.FLAG: ("flag", "amber"),
    Shape.RECHECK: ("clock", "text2"),
    Shape.EYE: ("eye", "text2"),
    Shape.PERSON: ("person", "text2"),
    Shape.MEETING: ("meeting", "text2"),
    Shape.DONE: ("check", "green"),
}
INKS = {Tone.PLAIN: "text2", Tone.SOON: "amber", Tone.LATE: "danger"}

CAME = Words("来了", "Came")
STAYED_AWAY = Words("没来", "Did not come")
MORE = Words("还有 {n} 件，看全部", "{n} more, show all")
LINK = Words("{register} {n}", "{register} {n}")


@dataclass(frozen=True, slots=True)
class More:
    """The last row of a group that is longer than what is shown."""

    opening: Opening


def told(groups: Iterable[Group], look: Look) -> Iterator[Head | Row]:
    """Each group's head, its rows, and a last row where there are more."""
    for group in groups:
        yield _head(group, look)
        for line in group.lines:
            yield row(line, look)
        hidden = group.count - len(group.lines)
        if hidden > 0 and group.openings:
            n = f"{hidden}" if group.count_words.isdigit() else group.count_words
            largest = max(group.openings, key=lambda one: one.count)
            text = look.word(MORE.format(n=n))
            yield Row(f"more {group.code}", text, icon="chevr", quiet=True, what=More(largest))


def row(line: Line, look: Look) -> Row:
    """A line in the window's language, with its keys where it has any."""
    word = look.word
    icon, ink = ICONS[line.shape]
    strong = line.tone is not Tone.PLAIN
    hints: Sequence[Hint] = ()
    if line.expected:
        came = CAME if line.expected[-1].stopped is None else CAME_BACK
        hints = (
            Hint("Enter", word(came), Qt.Key.Key_Return.value),
            Hint("Delete", word(STAYED_AWAY), Qt.Key.Key_Delete.value),
        )
    elif line.closes:
        hints = (Hint("D", word(CLOSE), Qt.Key.Key_D.value),)
    return Row(
        line.key,
        word(line.title),
        word(line.aside),
        word(line.trailing),
        icon,
        INKS[line.tone] if strong else ink,
        strong=strong and line.shape is not Shape.FLAG,
        quiet=line.quiet,
        hints=tuple(hints),
        what=line,
    )


def _head(group: Group, look: Look) -> Head:
    word = look.word
    counted = group.count_words if group.count else ""
    links: tuple[Link, ...] = ()
    first = group.openings[0] if group.openings else None
    if first is not None and first.page:
        links = (Link(word(first.words), first),)
    elif len(group.openings) > 1:
        links = tuple(
            Link(word(LINK.format(register=one.words, n=count_words(one.count))), one)
            for one in group.openings
        )
    ink = "danger" if group.tone is Tone.LATE else "text2"
    return Head(word(group.words), counted, ink, word(group.hint), links, first)
