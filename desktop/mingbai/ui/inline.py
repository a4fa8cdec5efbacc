"""One sentence on the page itself: a mistake, what stands in the way, or what one should know."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look
from mingbai.ui.look.roles import retoned, styled

ICONS = {"danger": "warn", "amber": "warn", "green": "check", "blue": "info"}


class Inline(QFrame):
    """An icon and a sentence; hidden while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        styled(self, "notice", "danger")
        self._icon = QLabel()
        self._words = styled(QLabel(), "text")
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str, tone: str = "danger") -> None:
        """Shows a sentence, or nothing for an empty one."""
        self._words.setText(text)
        self._icon.setPixmap(pixmap(self._look, ICONS[tone], tone))
        self.setAccessibleName(text)
        retoned(self, tone)
        self.setVisible(bool(text))
