"""What speaks against an assignment, calmly: each with where that is written, and the earlier entry one key away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.emptying import empty
from mingbai.ui.flow import growing
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.quick.below import SHOW

if TYPE_CHECKING:
    from mingbai.desk.suggesting import Spoken

MOST = 3
UNDER = 1
LOW = 560
"""In a window lower than this, at 100 %, what cannot scroll takes one line."""
MORE = Words("另有 {n} 条提示，登记后在记录里看", "{n} more flags will show in the entry")
ONE_MORE = Words("另有 1 条提示，登记后在记录里看", "One more flag will show in the entry")


def is_low(part: QWidget, look: Look) -> bool:
    """Whether a part stands in a window with little height."""
    return part.window().height() < look.px(LOW)


class SpokenLines(QWidget):
    """At most three lines, each with its clause."""

    def __init__(
        self,
        look: Look,
        open_entry: Callable[[Entry], None],
        parent: QWidget | None = None,
        *,
        within: bool = False,
    ) -> None:
        """`within` a part that says how much room there is; else the window's height decides."""
        super().__init__(parent)
        self._within = within
        self._look = look
        self._open = open_entry
        self._spoken: tuple[Spoken, ...] = ()
        self._lines: list[_Line] = []
        self._more = QLabel()
        self.links: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setSizePolicy(growing())
        self.hide()

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """What is shown."""
        return self._spoken

    def tell(self, spoken: Sequence[Spoken]) -> None:
        """Shows these; nothing without any."""
        if tuple(spoken) == self._spoken:
            return
        self._spoken = tuple(spoken)
        self.links = []
        empty(self._column)
        self._lines = [self._line(one) for one in self._spoken[:MOST]]
        for line in self._lines:
            self._column.addWidget(line)
        self._more = _label(self._look, MORE, "caption")
        self._column.addWidget(self._more)
        low = not self._within and is_low(self, self._look)
        self._show(1 if low else MOST)
        if low and self._lines:
            # What is said is seen whole; where it is written stands in its tooltip.
            self._lines[0].tell_clause(shown=False)
        self.setVisible(bool(self._spoken))

    @property
    def needed(self) -> int:
        """The height of what is shown."""
        if not self._spoken:
            return 0
        shown = sum(not line.isHidden() for line in self._lines)
        return self._height(shown, clauses=not self._lines[0].bare)

    def fit(self, height: int, most: int) -> None:
        """Shows as many as fit into a height and says how many more there are; one at least.

        That one has no clause where it would not fit into `most` with it: the clause stands in its tooltip.
        """
        if self._spoken:
            fitting = (n for n in range(len(self._lines), 1, -1) if self._height(n) <= height)
            self._show(next(fitting, 1))
            self._lines[0].tell_clause(shown=self._height(1) <= most)

    def _show(self, most: int) -> None:
        for at, line in enumerate(self._lines):
            line.setVisible(at < most)
        left = len(self._spoken) - min(most, len(self._lines))
        words = ONE_MORE if left == 1 else MORE.format(n=left)
        self._more.setText(self._look.word(words))
        self._more.setToolTip(as_typed(self._more.text()))
        self._more.setVisible(left > 0)

    def _height(self, count: int, *, clauses: bool = True) -> int:
        heights = [line.height_at(self.width(), clause=clauses) for line in self._lines[:count]]
        if len(self._spoken) > count:
            heights.append(self._more.heightForWidth(self.width()))
        return sum(heights) + (len(heights) - 1) * self._column.spacing()

    def _line(self, one: Spoken) -> _Line:
        look = self._look
        line = _Line(look, one, self)
        if (entry := one.other) is not None:
            link = styled(QPushButton(look.word(SHOW), line), "link")
            link.setAccessibleName(f"{look.word(SHOW)} {entry.number}")
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(lambda: self._open(entry))
            line.end_with(link)
            self.links.append(link)
        return line


class _Line(QWidget):
    """A sign, what is said, and below it where that is written."""

    def __init__(self, look: Look, one: Spoken, parent: QWidget) -> None:
        super().__init__(parent)
        self._link: QPushButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(7)
        self._sign = QLabel(self)
        self._sign.setContentsMargins(0, look.px(2), 0, 0)
        icon, ink = ("warn", "danger") if one.same else ("info", "accent") if one.calm else ("flag", "amber")
        self._sign.setPixmap(pixmap(look, icon, ink, 15, self.devicePixelRatioF()))
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(UNDER)
        self._words = _label(look, one.words, "text")
        if one.same:
            styled(self._words, "secondary", "danger")
        said.addWidget(self._words)
        self._clause: QLabel | None = None
        if look.word(one.clause):
            self._clause = _label(look, one.clause, "caption")
            self._words.setToolTip(as_typed(f"{self._words.text()}\n{self._clause.text()}"))
            said.addWidget(self._clause)
        self._row.addLayout(said, 1)

    @property
    def bare(self) -> bool:
        """Whether it has a clause that is not shown."""
        return self._clause is not None and self._clause.isHidden()

    def end_with(self, link: QPushButton) -> None:
        """Puts a link at its end."""
        self._link = link
        self._row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)

    def tell_clause(self, *, shown: bool) -> None:
        """Shows where it is written, or not."""
        if self._clause is not None:
            self._clause.setVisible(shown)

    def height_at(self, width: int, *, clause: bool) -> int:
        """How high it is with or without its clause, whichever it has now."""
        beside = [self._sign, self._link] if self._link is not None else [self._sign]
        room = width - sum(part.sizeHint().width() + self._row.spacing() for part in beside)
        said = self._words.heightForWidth(room)
        if clause and self._clause is not None:
            said += UNDER + self._clause.heightForWidth(room)
        return max(said, *(part.sizeHint().height() for part in beside))


def _label(look: Look, words: Words, role: str) -> QLabel:
    label = styled(QLabel(look.word(words)), role)
    label.setFont(look.font(Size.CAPTION if role == "caption" else Size.CELL))
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setToolTip(as_typed(label.text()))
    return label
