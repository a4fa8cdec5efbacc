"""The style sheet is whole, and every pair of colours that carries text can be read."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFontDatabase, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QTableWidget, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.waiting import until

from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.pill import WIDEST, worded
from mingbai.ui.look.roles import styled
from mingbai.ui.look.style import style_sheet
from mingbai.ui.look.tokens import Theme, colour
from mingbai.ui.session import Session

READ_ON = {
    "text": (
        "bg",
        "surface",
        "rail",
        "sunken",
        "hover",
        "accent_soft",
        "amber_soft",
        "danger_soft",
        "green_soft",
        "blue_soft",
    ),
    "text2": ("bg", "surface", "rail", "sunken", "hover", "raised", "dialog", "accent_soft", "amber_soft"),
    "text3": ("bg", "surface", "rail", "sunken", "raised", "dialog", "accent_soft"),
    "accent": ("bg", "surface", "raised", "dialog", "accent_soft"),
    "on_accent": ("accent",),
    "danger": ("surface", "dialog", "danger_soft", "accent_soft", "rail"),
    "amber": ("surface", "amber_soft", "accent_soft"),
    "green": ("surface", "green_soft"),
    "blue": ("surface", "blue_soft"),
}
"""Every colour of text with the surfaces it stands on."""


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("ink", READ_ON)
def test_text_can_be_read(ink: str, theme: Theme) -> None:
    weak = {
        surface: round(found, 2)
        for surface in READ_ON[ink]
        if (found := contrast(colour(ink, theme), colour(surface, theme))) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("theme", get_args(Theme))
def test_a_field_is_seen_where_it_lies(theme: Theme) -> None:
    assert all(contrast(colour("field", theme), colour(on, theme)) >= 3 for on in ("surface", "bg", "dialog"))


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21, by the formula of WCAG 2."""
    a, b = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def test_the_style_sheet_has_no_gap_and_grows_with_the_text(qapp: QApplication) -> None:
    sheet = style_sheet(Look())
    assert not re.search(r"\$\w|\d+u\b", sheet)
    assert "min-height: 34px" in sheet
    assert "min-height: 68px" in style_sheet(Look(scale=2.0))
    assert style_sheet(Look("dark")) != sheet


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_pill_is_round_in_every_size_of_text(session: Session, qtbot: QtBot, scale: float) -> None:
    look = Look(scale=scale)
    wear(session, look)
    pill = styled(QLabel("要照片轨迹"), "pill", "amber")
    pill.setFont(look.font(Size.CAPTION))
    qtbot.addWidget(pill)
    pill.adjustSize()
    picture = QPixmap(pill.size())
    picture.fill(QColor("white"))
    pill.render(picture, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    # Qt draws square corners where a radius is more than half of what it rounds.
    assert picture.toImage().pixelColor(0, 0) == QColor("white")
    assert picture.toImage().pixelColor(pill.width() // 2, 0) != QColor("white")


@pytest.mark.parametrize("theme", get_args(Theme))
def test_the_track_of_a_progress_bar_is_seen_where_it_lies(theme: Theme) -> None:
    sheet = style_sheet(Look(theme))
    found = re.search(r"QProgressBar \{ background: (#\w+);", sheet)
    assert found is not None
    assert all(contrast(found[1], colour(on, theme)) >= 1.3 for on in ("surface", "bg", "dialog"))


def test_a_pill_is_no_wider_than_a_word_or_two_and_says_the_rest_by_a_tip(qapp: QApplication) -> None:
    look = Look()
    long = worded(look, "与十月十四日报民政局的“重点人群台账”相比，十一列里有九列相同", "amber")
    assert long.text().endswith("…")
    assert "十一列里有九列相同" in long.toolTip()
    assert look.width(long.text(), Size.CAPTION) <= look.px(WIDEST) + 1
    assert worded(look, "要照片轨迹", "amber").toolTip() == ""


@pytest.mark.usefixtures("qapp")
def test_in_english_quotes_are_narrow_where_any_face_has_them_so() -> None:
    installed = {family.partition(" [")[0] for family in QFontDatabase.families()}
    narrow = {"Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", "Nimbus Sans", "Ubuntu"}
    if not narrow & installed:
        pytest.skip("no Latin face is installed")
    assert Look(language="en").width("“") <= Size.TEXT.value * 0.6


def test_between_two_side_bars_nothing_is_drawn(qtbot: QtBot, session: Session) -> None:
    wear(session, Look())
    area = styled(QTableWidget(40, 12), "table")
    qtbot.addWidget(area)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.resize(200, 160)
    area.show()
    until(lambda: area.verticalScrollBar().isVisible() and area.horizontalScrollBar().isVisible())
    picture = area.grab().toImage()
    aside, below = area.verticalScrollBar().width(), area.horizontalScrollBar().height()
    corner = {
        picture.pixelColor(picture.width() - 1 - x, picture.height() - 1 - y).rgba()
        for x in range(aside)
        for y in range(below)
    }
    assert len(corner) == 1
