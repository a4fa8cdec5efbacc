"""The palette and the one style sheet, made from a look."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from mingbai.ui.look.look import Look


def dress(app: QApplication, look: Look) -> None:
    """Puts the style, palette, font and style sheet of a look in force for the whole program."""
    app.setStyle("Fusion")
    app.setFont(look.font())
