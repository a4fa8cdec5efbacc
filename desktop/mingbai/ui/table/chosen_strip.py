"""The strip below a list while rows are marked: how many they are, and what can be done to all of them at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from mingbai.desk.bulk import CLOSABLE, CLOSE
from mingbai.domain.words import Words
from mingbai.ui.flow import Flow
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session
from mingbai.ui.table.deeds import DELETE, MERGE
from mingbai.ui.table.view import ListView

CHOSEN = Words("已选 {n} 条", "{n} selected")
ALL_CHOSEN = Words("已选全部，正在数", "All selected, counting")
PUT_AWAY = Words("不选了", "Clear selection")


class ChosenStrip(QFrame):
    """Each deed with its key; below the rows, so that none moves when it comes."""

    def __init__(self, session: Session, view: ListView) -> None:
        super().__init__()
        self._session, self._view = session, view
        styled(self, "sunken")
        self._flow = Flow(16, self)
        self._flow.setContentsMargins(14, 6, 14, 6)
        self.said = styled(QLabel(), "secondary")
        self._flow.addWidget(self.said)
        register = view.register
        self.merge = self._deed("M", MERGE, view.deeds.merge) if register.reviewed else None
        self.close_button = self._deed("D", CLOSE, view.deeds.close) if register.code in CLOSABLE else None
        self._deed("Delete", DELETE, view.deeds.put_into_bin)
        self._deed("Esc", PUT_AWAY, view.put_marks_away)
        view.chosen_changed.connect(self._tell)
        self.hide()

    def _deed(self, key: str, words: Words, run: Callable[[], None]) -> QPushButton:
        button = styled(QPushButton(self._session.word(words)), "link")
        # The keyboard has the key itself, and stays in the list.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(run)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(styled(QLabel(key), "key"))
        row.addWidget(button)
        self._flow.addWidget(both)
        return button

    def _tell(self) -> None:
        view = self._view
        shown = view.marks and not view.question.binned
        if shown:
            self.said.setText(self._session.word(chosen_words(view.chosen_count())))
            for button, can in (
                (self.merge, view.deeds.can_merge),
                (self.close_button, view.deeds.can_close),
            ):
                if button is not None:
                    button.setEnabled(can())
        self.setVisible(shown)


def chosen_words(n: int | None) -> Words:
    """How many are chosen; None while that is counted."""
    return ALL_CHOSEN if n is None else CHOSEN.format(n=n)
