"""The name at the head of Review's card and what stands below it: short where what speaks against it has no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mingbai.ui.look.roles import as_typed

TIGHT = 100
"""In less room than this, at 100 %, the name has one line and nothing below it."""


class ReviewName:
    """What a card is about."""

    def __init__(self, name: QLabel, aside: QLabel | None) -> None:
        self._name = name
        self._aside = aside
        self._whole = name.text()

    def fit(self, *, tight: bool) -> None:
        """Says it in one line where it is `tight`; the tooltip has the rest."""
        said = self._whole
        if tight:
            self._name.ensurePolished()
            room = self._name.width() - self._name.fontMetrics().averageCharWidth()
            said = self._name.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        if said != self._name.text():
            self._name.setText(said)
            self._name.setToolTip(as_typed(self._whole))
        if self._aside is not None and self._aside.isHidden() is not tight:
            self._aside.setVisible(not tight)
