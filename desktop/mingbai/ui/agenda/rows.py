"""What stands in a grouped list: heads that count, and rows."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Link:
    """Some words in a head that open something."""

    text: str
    what: object


@dataclass(frozen=True, slots=True)
class Head:
    """Begins a group; the keyboard passes over it."""

    text: str
    count: str = ""
    ink: str = "text2"
    hint: str = ""
    links: tuple[Link, ...] = ()
    what: object = field(default=None, compare=False)
    """What a click on the words or the count opens, where no link says it."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key and what it does to the chosen row."""

    cap: str
    text: str
    key: int


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be chosen."""

    key: str
    """Names it, so that it stays chosen when the list is read again."""
    title: str
    aside: str = ""
    trailing: str = ""
    icon: str = ""
    ink: str = "text2"
    """Of the icon and, where it is a warning, of the last words."""
    strong: bool = False
    """The last words are a warning."""
    pill: str = ""
    """The tone of a pill that holds the last words: somebody should look (amber), or an answer."""
    quiet: bool = False
    two_lines: bool = False
    """What stands aside stands below."""
    foot: str = ""
    """At the right of the second line; where a row is given one line only, it is said and not seen."""
    blocks: int = 0
    """So many blocks before the last words: how many they are, at a glance."""
    hints: tuple[Hint, ...] = ()
    what: object = field(default=None, compare=False)

    @property
    def said(self) -> str:
        """All of it, for a tooltip and for screen readers."""
        return "  ".join(part for part in (self.title, self.aside, self.trailing, self.foot) if part)
