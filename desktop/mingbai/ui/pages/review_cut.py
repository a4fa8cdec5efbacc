"""How something was cut: by which way, from which day, and who agreed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from mingbai.domain.review import Method
from mingbai.domain.words import Words
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

METHODS = {
    "1": Method.CANCELLED,
    "2": Method.MERGED,
    "3": Method.RARER,
    "4": Method.THINNER,
    "5": Method.HANDED_BACK,
    "6": Method.SHARED_DATA,
}
"""By which way a suggestion was carried out."""

HOW_MANY = {
    Method.RARER: Words("现在每年几次", "How many times a year now"),
    Method.THINNER: Words("现在每次用几分钟", "How many minutes each time now"),
}
"""What has to be known as well."""

SINCE_WHEN = Words("从哪天起", "From which day")
WHO_AGREED = Words("谁答复的，怎么说的", "Who agreed, and what was said")
MAY_STAY_EMPTY = Words("可以不写", "may stay empty")


class Circumstances(QWidget):
    """Two fields: since when it is so, and by whose word."""

    typed = Signal(str, str)
    """What stands in both now."""
    entered = Signal()
    """Enter was pressed in one of them."""

    def __init__(self, session: Session, since: str, note: str) -> None:
        super().__init__()
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self.fields: dict[str, QLineEdit] = {}
        word, px = session.word, session.look.px
        for name, words, text in (("since", SINCE_WHEN, since), ("note", WHO_AGREED, note)):
            field = self.fields[name] = styled(QLineEdit(text), "field")
            field.setAccessibleName(word(words))
            field.textChanged.connect(self._tell)
            field.returnPressed.connect(self.entered)
            row.addWidget(styled(QLabel(word(words)), "text"))
        row.insertWidget(1, self.fields["since"])
        row.addStretch(1)
        column.addWidget(self.fields["note"])
        self.fields["since"].setMaximumWidth(px(112))
        self.fields["note"].setPlaceholderText(word(MAY_STAY_EMPTY))

    def _tell(self, _: str) -> None:
        self.typed.emit(self.fields["since"].text(), self.fields["note"].text())
