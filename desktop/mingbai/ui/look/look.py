"""One look: a theme, a text size, a language; every colour, length and font of the window comes from it.

A look never changes. When a person chooses another one the window is built anew with it, as after a
start: so no widget has to know how to change its words, colours or sizes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from mingbai.domain.words import Language, Words
from mingbai.ui.look.tokens import Theme, colour

HAN_FAMILIES = (
    "Microsoft YaHei UI",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
)
LATIN_FAMILIES = (
    *("Segoe UI", "Helvetica Neue", "Inter", "Noto Sans", "Noto Sans CJK KR"),
    *("Ubuntu", "Cantarell", "Liberation Sans", "Nimbus Sans"),
)
"""In English first: in a Chinese face quotes are as wide as a character. The one of CJK is where only such faces are.

DejaVu Sans is left out: it is so wide that less fits than in a Chinese face.
"""


UNBOUNDED = 16_777_215
"""A most that is none: QWIDGETSIZE_MAX, which this binding of Qt does not name."""
PAGE_SIDE = 28
"""Left and right of what stands on a page. Gaps do not grow with the text."""


class Size(Enum):
    """What a text is, by its size at 100 %, in pixels."""

    TITLE = 22
    NAME = 18
    TYPED = 15
    TEXT = 14
    CELL = 13
    CAPTION = 12


class Weight(Enum):
    """The only weights: Noto Sans CJK has no others, and a missing one falls to a neighbour."""

    NORMAL = QFont.Weight.Normal
    STRONG = QFont.Weight.DemiBold
    HEAVY = QFont.Weight.Bold


@dataclass(frozen=True)
class Look:
    """How this window looks."""

    theme: Theme = "light"
    language: Language = "zh"
    scale: float = 1.0
    """Of text, 1.0 to 2.0. Lengths around text grow with it, gaps do not."""

    def word(self, words: Words) -> str:
        """A text in the window's language."""
        return words.into(self.language)

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        return QColor(colour(token, self.theme))

    def px(self, length: float) -> int:
        """A length that grows with the text (heights of rows, widths of columns), given at 100 %."""
        return round(length * self.scale)

    def font(self, size: Size = Size.TEXT, weight: Weight = Weight.NORMAL) -> QFont:
        """The font of a text."""
        font = QFont()
        font.setFamilies(list(self.families))
        font.setPixelSize(self.px(size.value))
        font.setWeight(weight.value)
        return font

    @cached_property
    def families(self) -> tuple[str, ...]:
        """Font families in the order in which they are tried."""
        return (*LATIN_FAMILIES, *HAN_FAMILIES) if self.language == "en" else HAN_FAMILIES

    def width(self, text: str, size: Size = Size.TEXT, weight: Weight = Weight.NORMAL) -> int:
        """How wide a text is, in pixels, rounded up."""
        return int(QFontMetricsF(self.font(size, weight)).horizontalAdvance(text)) + 1
