"""A list as high as it has rows; with less room it ends after a whole row, and says how many more there are."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mingbai.domain.words import Words
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import styled

MORE = Words("另有 {n} 件", "{n} more")


class WholeRows(QWidget):
    """Holds a list whose rows are all of one height. Never higher than `most`, if one is set."""

    def __init__(self, look: Look, rows: AgendaList) -> None:
        super().__init__()
        self._look = look
        self._list = rows
        self._most = 0
        rows.rows.modelReset.connect(self._fit)
        rows.verticalScrollBar().valueChanged.connect(self._tell)
        self.more = styled(QLabel(self), "caption")
        self.more.setFont(look.font(Size.CAPTION))
        self.more.setContentsMargins(16, 4, 16, 0)
        self.more.setFixedHeight(self.more.fontMetrics().height() + 6)
        rows.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def limit(self, most: int) -> None:
        """From now on it is at most so high."""
        if most != self._most:
            self._most = most
            self._fit()

    def sizeHint(self) -> QSize:
        """All rows, or as many as the limit holds."""
        wanted = self._count() * self._row()
        if self._most and wanted > self._most:
            wanted = self._shown(self._most) * self._row() + self._foot()
        return QSize(self._list.sizeHint().width(), wanted)

    def minimumSizeHint(self) -> QSize:
        """Nothing: what is told beside it has to stand whole, the list can be scrolled or left."""
        return QSize(self._list.minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows have room."""
        super().resizeEvent(event)
        self._place()

    def _fit(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        all_fit = self._count() * self._row() <= self.height()
        shown = self._count() if all_fit else self._shown(self.height())
        height = shown * self._row()
        self._list.setGeometry(0, 0, self.width(), height)
        self.more.setGeometry(0, height, self.width(), self._foot())
        self.more.setVisible(not all_fit)
        self._tell()

    def _tell(self) -> None:
        """How many lie below what is in sight; at the end of the list nothing, in the same room."""
        row = self._row()
        last = self._list.indexAt(self._list.viewport().rect().bottomLeft()).row()
        seen = last + 1 if last >= 0 else self._list.height() // row
        left = self._count() - seen
        self.more.setText(self._look.word(MORE.format(n=left)) if left > 0 else "")

    def _shown(self, height: int) -> int:
        return max(0, (height - self._foot()) // self._row())

    def _count(self) -> int:
        return self._list.rows.rowCount()

    def _row(self) -> int:
        return max(self._list.sizeHintForRow(0), 1)

    def _foot(self) -> int:
        return self.more.height()
