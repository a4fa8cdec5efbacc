"""A text in the size of what it is."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import styled

SIZES = {
    "name": Size.NAME,
    "secondary": Size.CELL,
    "cell": Size.CELL,
    "caption": Size.CAPTION,
    "pill": Size.CAPTION,
}
"""Any other role has the size of text."""


def label(look: Look, role: str, text: str, *, tone: str = "", wrap: bool = True) -> QLabel:
    """A label; what is wider than its room runs on in the next line, or with `wrap` off asks for all its width."""
    made = styled(QLabel(text), role, tone)
    made.setFont(look.font(SIZES.get(role, Size.TEXT)))
    made.setWordWrap(wrap)
    return made
