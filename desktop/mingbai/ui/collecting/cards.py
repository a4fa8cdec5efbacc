"""Beside the collected month: what became of the last drop, and who is missing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ui.card import GAP, Card
from mingbai.ui.emptying import empty
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.roles import styled
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.collecting.collection import Collection, Place
    from mingbai.desk.collecting.taking import Collected

MOST = 12
"""So many villages are listed; the sheet of arrivals has all."""
MOST_REFUSED = 60

TAKEN = Words("刚读 {n} 份", "{n} just read")
NEW = Words("新收 {n} 份", "{n} new")
REPLACES = Words("换成新版次 {n} 份", "{n} in a newer version")
SAME = Words("和已收的相同 {n} 份", "{n} the same as before")
EARLIER = Words("版次较早、只留底 {n} 份", "{n} of an earlier version, kept beside")
REFUSED = Words("没有收 {n} 份", "{n} not taken")
MORE = Words("另有 {n} 份", "and {n} more")
OTHER_MONTH = Words("其中 {n} 份是{month}的", "{n} of them for {month}")
CHANGED = Words("{place}改了 {n} 处", "{place}: {n} changed")

MISSING = Words("未报 {n} 个", "{n} missing")
NONE_MISSING = Words("都报齐了", "All are in")
NOTHING_CAME = Words("还没有收到月报", "No report has come in yet")
NO_LIST = Words(
    "名单从收到的月报自动建立，也可以先导入", "The list grows with what comes in; it can be imported first"
)
TYPE_IN = Words("补录", "Type in")
TYPE_IN_OF = Words("补录{place}的纸质月报", "Type in the paper report of {place}")
OTHERS = Words("另有 {n} 个，见“报送情况”", "and {n} more; see the sheet Arrivals")
VILLAGES = Words("村（社区）名单", "List of villages")
PAPER = Words("补录纸质月报", "Type in a paper report")
DOUBTFUL = Words(
    "{place}：同一版次、同一天有两份，数不同", "{place}: two reports of one version and day differ"
)


class OutcomeCard(Card):
    """What became of every file of the last drop; every refusal with its reason."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP)
        self.column.addLayout(self._lines)
        self.hide()

    def show_outcome(self, done: Collected, month: object) -> None:
        """Says what was taken and what was not."""
        from mingbai.desk.collecting.taking import How

        word = self.session.word
        empty(self._lines)
        of = len(done.taken) + len(done.refused)
        self.head.setText(word(TAKEN.format(n=of)))
        for how, words, name, ink in (
            (How.NEW, NEW, "check", "green"),
            (How.REPLACES, REPLACES, "check", "green"),
            (How.SAME, SAME, "check", "text3"),
            (How.EARLIER, EARLIER, "info", "blue"),
        ):
            if count := done.count(how):
                self._add(word(words.format(n=count)), name, ink)
        for one in done.taken:
            if one.how is How.REPLACES and one.differences:
                self._add(word(CHANGED.format(place=one.place, n=len(one.differences))), "info", "blue")
        for each in done.months:
            if each != month:
                count = sum(one.month == each for one in done.taken)
                self._add(word(OTHER_MONTH.format(n=count, month=each.words)), "info", "blue")
        if done.refused:
            self._add(word(REFUSED.format(n=len(done.refused))), "warn", "danger")
        for refused in done.refused[:MOST_REFUSED]:
            self._add(word(refused.words), "", "")
        if len(done.refused) > MOST_REFUSED:
            self._add(word(MORE.format(n=len(done.refused) - MOST_REFUSED)), "", "")
        self.show()

    @property
    def said(self) -> list[str]:
        """Everything it says, line by line."""
        labels = [label for label in self.findChildren(QLabel) if label.text()]
        return [label.text() for label in labels]

    def _add(self, text: str, name: str, ink: str) -> None:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        if name:
            line.addWidget(self.icon_label(name, ink))
        label = styled(QLabel(text), "text" if name else "secondary")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(label, 1)
        self._lines.addWidget(holder)


class MissingCard(Card):
    """Which villages have not handed in; a paper one can be typed in from here."""

    paper_asked = Signal(object)
    """A `Place` whose paper report is to be typed in, or None for any."""
    list_asked = Signal()
    """The list of villages is to be shown."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.word(NOTHING_CAME))
        word = session.word
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.column.addLayout(self._lines)
        self.paper = styled(QPushButton(word(PAPER)), "plain")
        put_icon(self.paper, session.look, "plus")
        self.paper.clicked.connect(lambda _checked: self.paper_asked.emit(None))
        self.list = styled(QPushButton(word(VILLAGES)), "plain")
        put_icon(self.list, session.look, "list")
        self.list.clicked.connect(lambda _checked: self.list_asked.emit())
        self.column.addWidget(self.paper)
        self.column.addWidget(self.list)

    def show_missing(self, found: Collection) -> None:
        """Shows those of a month."""
        word = self.session.word
        empty(self._lines)
        missing = found.missing
        words = NONE_MISSING if found.places else NOTHING_CAME
        self.head.setText(word(MISSING.format(n=len(missing)) if missing else words))
        for place in missing[:MOST]:
            line = self._line(place)
            self._lines.addWidget(line)
            # Else it would be shown a moment after the room for it.
            line.show()
        if len(missing) > MOST:
            self._say(word(OTHERS.format(n=len(missing) - MOST)))
        for place in found.here:
            if place.doubtful:
                self._say(word(DOUBTFUL.format(place=place.name)))
        if not found.places:
            self._say(word(NO_LIST))

    def _say(self, text: str) -> None:
        label = styled(QLabel(text), "caption")
        label.setWordWrap(True)
        self._lines.addWidget(label)
        label.show()

    def _line(self, place: Place) -> QWidget:
        word = self.session.word
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        name = styled(QLabel(place.name), "text")
        name.setWordWrap(True)
        name.setToolTip(place.code)
        button = styled(QPushButton(word(TYPE_IN)), "link")
        button.setAccessibleName(word(TYPE_IN_OF.format(place=place.name)))
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _checked: self.paper_asked.emit(place))
        line.addWidget(name, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    @property
    def names(self) -> Sequence[str]:
        """The villages it lists."""
        return [
            button.accessibleName()
            for button in self.findChildren(QPushButton)
            if button.text() == self.session.word(TYPE_IN)
        ]
