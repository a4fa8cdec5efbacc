"""What stands on a printed page: texts, lines and charts, each with its place in points from the top left.

A page is a value and knows nothing of Qt, so a long report is laid out off the window's thread.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, Literal, TypeVar

from mingbai.domain.sheet import ChartKind

Across = Literal["left", "center", "right"]
ACROSS: tuple[Across, Across, Across] = ("left", "center", "right")
"""As the three texts of a line stand."""


class Face(Enum):
    """The hands a page is written in."""

    TITLE = "title"
    HEAD = "head"
    TEXT = "text"
    FIGURE = "figure"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it; of two that touch only one holds it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Hand:
    """How a text is written."""

    face: Face
    size: float
    across: Across = "left"
    wrap: bool = False
    """Broken into lines; without it one line."""
    turned: bool = False
    """Written upwards."""
    air: float = 0.0
    """White at the right, beside the usual."""


class Kin(Enum):
    """Texts that belong together and are written in one size."""

    LINE = "line"
    """Left, middle and right below the title."""
    FOOTER = "footer"
    """Left, middle and right at the foot of a page."""
    HEADS = "heads"
    COLUMN = "column"
    """The cells below each other."""


Group = tuple[Kin, int]
"""Which of several of its kin."""
LINE, FOOTER = (Kin.LINE, 0), (Kin.FOOTER, 0)
ABREAST = (LINE, FOOTER)
"""Groups whose texts share one line."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in its box, in the middle of its height."""

    text: str
    box: Box
    hand: Hand
    group: Group | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedText(Text):
    """A text that was fitted to its box: only such a one can be painted."""

    lines: tuple[str, ...]
    """As it is broken."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level or upright."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure of the table stands: which row of the sheet, which column."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with its values, ready to be drawn."""

    title: str
    kind: ChartKind
    labels: tuple[str, ...]
    names: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    """For each series its values, one for each label."""
    box: Box
    scale: float
    """How much the page was made smaller."""


Written = TypeVar("Written", bound=Text)


@dataclass(frozen=True, slots=True)
class PaperPage(Generic[Written]):
    """One page of A4, its texts as they were laid out or, later, as they fit."""

    width: float
    height: float
    texts: tuple[Written, ...]
    rules: tuple[Rule, ...]
    charts: tuple[Drawn, ...] = ()
    spots: tuple[Spot, ...] = ()

    def at(self, x: float, y: float) -> Spot | None:
        """The figure that stands at a point."""
        return next((spot for spot in self.spots if spot.box.holds(x, y)), None)


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """All pages of one sheet, and the sheet as plain text for those who listen."""

    tab: str
    title: str
    pages: tuple[PaperPage[FittedText], ...]
    lines: tuple[str, ...] = ()
    """Each row as one line of text."""
    heads: tuple[str, ...] = ()
    row_names: dict[int, str] = field(default_factory=dict)
    """What each row is about: its first text."""
