"""With which other period the one that is shown is compared: a chip with a menu, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from mingbai.domain.period import ReportPeriod, period_containing
from mingbai.domain.words import Words
from mingbai.ui.look.menu import Menu
from mingbai.ui.look.roles import styled
from mingbai.ui.pages.paper_bars import OLDEST, offer_periods
from mingbai.ui.pages.period_label import period_label
from mingbai.ui.session import Session

COMPARE = Words("比较", "Compare")
COMPARED = Words("与{period}比", "vs {period}")
COMPARED_WITH = Words("与{period}比较", "Compared with {period}")
END, END_COMPARISON = Words("结束", "End"), Words("结束比较", "End comparison")
"""Short, as the line is full at the largest text."""


class Comparing(QWidget):
    """Chooses the other period, and ends the comparison."""

    picked = Signal(object)
    """The period to compare with; None ends it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        self.button = styled(QPushButton(), "chip", "menu")
        self.menu = Menu(session.look, self.button)
        self.menu.triggered.connect(lambda action: self.picked.emit(action.data()))
        self.button.setMenu(self.menu)
        self.end = styled(QPushButton(session.word(END)), "link")
        self.end.setAccessibleName(session.word(END_COMPARISON))
        self.end.setToolTip(session.word(END_COMPARISON))
        self.end.clicked.connect(lambda: self.picked.emit(None))
        line.addWidget(self.button)
        line.addWidget(self.end)

    def show_periods(self, chosen: ReportPeriod, other: ReportPeriod | None) -> None:
        """Shows with what the chosen one can be compared, and with what it is."""
        word = self._session.word
        had_focus = self.end.hasFocus()
        if other is None:
            label, told = COMPARE, COMPARE
        else:
            label = COMPARED.format(period=period_label(other, self._session.today.year))
            told = COMPARED_WITH.format(period=other.words)
        self.button.setText(word(label))
        self.button.setAccessibleName(word(told))
        self.button.setToolTip("" if other is None else word(told))
        self.end.setVisible(other is not None)
        if had_focus and other is None:
            self.button.setFocus()
        self.menu.clear()
        for year in self.menu.findChildren(Menu):
            year.setParent(None)
            year.deleteLater()
        near = (chosen.previous, chosen.same_last_year)
        latest = period_containing(chosen.kind, self._session.today, chosen.cutoff)
        far = (latest.shifted(-back) for back in range(OLDEST[chosen.kind]))
        nearest = [period for period in dict.fromkeys(near) if period != chosen]
        actions = offer_periods(self._session, self.menu, nearest)
        self.menu.addSeparator()
        others = [period for period in far if period not in (chosen, *nearest)]
        for action in (*actions, *offer_periods(self._session, self.menu, others)):
            action.setCheckable(True)
            action.setChecked(action.data() == other)
