"""The card beside a report's paper with what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mingbai.desk.spoken_days import short_day
from mingbai.domain.period import ReportPeriod
from mingbai.domain.words import Words
from mingbai.ui.card import GAP, Card
from mingbai.ui.emptying import empty
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.pages.period_label import period_label
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.month.overview import Frozen


FROZEN = Words("已冻结", "Frozen")
NONE_FROZEN = Words("还没有上报过", "Nothing sent yet")
VERSION_SENT = Words("第 {n} 版，{day} 上报", "Version {n}, sent {day}")
VERSION_OF = Words("{period}{told}，照上报时的样子看", "{period}, {told}: see it as it was sent")
SEEN_TO = Words("上报给 {to}", "Sent to {to}")
DIFFERING = Words("{n} 处不同", "differences: {n}")


class FrozenCard(Card):
    """The periods that were sent, each with its version, and what differs since."""

    picked = Signal(object)
    """A period to show."""
    version_picked = Signal(object, int)
    """A period, and which of its versions is to be shown as it was sent."""
    changes_picked = Signal(object)
    """A period whose differences from what was sent are wanted."""

    MOST = 6

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.word(FROZEN))
        self.versions: list[QPushButton] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP)
        self.column.addLayout(self._lines)

    def show_periods(self, frozen: Sequence[Frozen]) -> None:
        """Shows the latest of these."""
        empty(self._lines)
        self.versions = []
        if not frozen:
            none = styled(QLabel(self.session.word(NONE_FROZEN)), "caption")
            none.setWordWrap(True)
            self._lines.addWidget(none)
        for each in frozen[: self.MOST]:
            self._lines.addWidget(self._line(each))
            if each.differing:
                self._lines.addWidget(self._below(each.period, each.version, each.sent_on, each.sent_to))
            for report in each.earlier:
                self._lines.addWidget(
                    self._below(each.period, report.version, report.sent_on, report.sent_to)
                )

    def _line(self, frozen: Frozen) -> QWidget:
        """A period with its last version, or with how much differs from that one, which then stands below."""
        word = self.session.word
        holder, line = self._holder()
        month = styled(QPushButton(word(period_label(frozen.period, self.session.today.year))), "link")
        month.setAccessibleName(word(frozen.period.words))
        month.clicked.connect(lambda: self.picked.emit(frozen.period))
        line.addWidget(self.icon_label("lock", "text3"))
        line.addWidget(month)
        if frozen.differing:
            differ = styled(QPushButton(word(DIFFERING.format(n=frozen.differing))), "link")
            differ.clicked.connect(lambda: self.changes_picked.emit(frozen.period))
            line.addWidget(differ)
        else:
            line.addWidget(self._version(frozen.period, frozen.version, frozen.sent_on, frozen.sent_to))
        line.addStretch(1)
        return holder

    def _below(self, period: ReportPeriod, version: int, sent_on: date, sent_to: str) -> QWidget:
        """A version below its period."""
        holder, line = self._holder()
        line.addSpacing(self.session.look.px(20) + GAP)
        line.addWidget(self._version(period, version, sent_on, sent_to))
        line.addStretch(1)
        return holder

    def _holder(self) -> tuple[QWidget, QHBoxLayout]:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        holder.setMinimumHeight(self.session.look.px(24))
        return holder, line

    def _version(self, period: ReportPeriod, version: int, sent_on: date, sent_to: str) -> QPushButton:
        """Opens a version as it was sent."""
        word = self.session.word
        told = word(VERSION_SENT.format(n=version, day=short_day(sent_on, self.session.today)))
        button = styled(QPushButton(told), "link")
        name = word(VERSION_OF.format(period=period.words, told=Words(told, told)))
        button.setAccessibleName(name)
        button.setToolTip(
            as_typed(SEEN_TO.format(to=Words(sent_to, sent_to)).into(self.session.look.language))
            if sent_to
            else ""
        )
        button.clicked.connect(lambda: self.version_picked.emit(period, version))
        self.versions.append(button)
        return button
