"""Label and value of a chip or pill: as wide as both, and only the value is shortened."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from mingbai.ui.look.look import Look
from mingbai.ui.quick.label_value import LabelValue


def drawn(texts: LabelValue, width: int) -> QImage:
    image = QImage(300, 26, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    texts.draw(painter, QRect(10, 0, width, 26))
    painter.end()
    return image


def inked(image: QImage) -> list[int]:
    """The columns in which something is drawn."""
    return [x for x in range(300) if any(image.pixel(x, y) & 0xFFFFFF != 0xFFFFFF for y in range(26))]


def test_both_have_the_room_they_ask_for(qapp: QApplication) -> None:
    label, both = LabelValue(Look(), "交办单位", ""), LabelValue(Look(), "交办单位", "民政局")
    assert (label.text, both.text) == ("交办单位", "交办单位 民政局")
    assert label.width < both.width
    assert drawn(both, both.width) == drawn(both, 280), "nothing is shortened where there is room"
    assert max(inked(drawn(both, both.width))) < 10 + both.width


def test_a_value_without_room_is_shortened_and_its_label_is_not(qapp: QApplication) -> None:
    label, both = LabelValue(Look(), "交办单位", ""), LabelValue(Look(), "交办单位", "区民政局社会救助科")
    narrow = drawn(both, both.width - 40)
    assert max(inked(narrow)) < 10 + both.width - 40
    assert narrow.copy(0, 0, 10 + label.width, 26) == drawn(label, 280).copy(0, 0, 10 + label.width, 26)
