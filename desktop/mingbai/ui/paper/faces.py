"""Which installed fonts a page is written in, and how wide its texts are.

Fonts are measured without hinting and in fine units, so that a line breaks at the same place on every
screen, on paper and in a PDF.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from mingbai.domain.words import Language
from mingbai.ui.paper.leaf import Face

FINE = 20
"""Fine units in a point."""

_SERIF = ("Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "Noto Serif")
_SONG = ("宋体", "SimSun", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC")
_SANS = (
    *("黑体", "SimHei", "Heiti SC", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC"),
    *("Microsoft YaHei", "WenQuanYi Micro Hei"),
)
_SMALL_SONG = ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05")
_FANGSONG = ("仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312", "STFangsong", "方正仿宋_GBK")

_CHINESE = {
    Face.TITLE: (*_SMALL_SONG, *_SONG),
    Face.HEAD: _SANS,
    Face.TEXT: (*_FANGSONG, *_SONG),
    Face.FIGURE: (*_SERIF, *_SONG),
    Face.FOOTER: _SONG,
}


@cache
def font(face: Face, size: float, language: Language) -> QFont:
    """The font of a face, its size in points of paper told in fine units."""
    made = QFont()
    made.setFamilies(list(_families(face, language)))
    made.setPixelSize(max(1, round(size * FINE)))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    made.setWeight(_weight(face, language))
    return made


@cache
def metrics(face: Face, size: float, language: Language) -> QFontMetricsF:
    """The measures of a font, in fine units."""
    return QFontMetricsF(font(face, size, language))


@cache
def _families(face: Face, language: Language) -> tuple[str, ...]:
    # Two foundries of one family are told apart by Qt in brackets: "Nimbus Roman [urw]". It finds either by name.
    installed = {family.partition(" [")[0] for family in QFontDatabase.families()}
    wanted = (*_SERIF, *_SONG) if language == "en" else _CHINESE[face]
    # Only what is there: asked for what is not, some systems take the first best instead of the next.
    return tuple(family for family in wanted if family in installed) or (QFont().defaultFamily(),)


def _weight(face: Face, language: Language) -> QFont.Weight:
    if face not in (Face.TITLE, Face.HEAD):
        return QFont.Weight.Normal
    if language == "en":
        return QFont.Weight.Bold
    # 小标宋 and 黑体 are heavy by themselves; what stands in for them has to be told.
    first = _families(face, language)[0]
    if face is Face.TITLE:
        return QFont.Weight.Normal if first in _SMALL_SONG else QFont.Weight.Bold
    return QFont.Weight.Normal if first in _SANS[:4] else QFont.Weight.DemiBold
