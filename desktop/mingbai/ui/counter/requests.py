"""The requests recorded today, the newest first; one that is pressed is chosen and opens in the panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mingbai.desk.certificate_slip import Slip, slip_of
from mingbai.desk.counter import NONE_OF_THEM, answer_of, told_of
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.column import Uid
from mingbai.domain.place import Place
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.icons import pixmap
from mingbai.ui.look.look import Look, Size
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.session import Session

TODAY = Words("今天记的", "Recorded today")
NOTHING = Words("今天还没有记", "Nothing recorded today")
BEGIN = Words(
    "在上面写两个字、拼音首字母，或者把居民的话写下来。",
    "In the line above, type a few words of the certificate, or what the resident says.",
)
WANTED = Words("{unit}要的", "demanded by {unit}")
ROW = 38
GAP = 12


@dataclass(frozen=True, slots=True)
class Told:
    """One request as its row says it."""

    entry: Entry
    name: str
    about: str
    """Who asked and who wants it, masked."""
    outcome: str
    ended: bool


def told_by(session: Session, entry: Entry) -> Told:
    """A request as its row says it."""
    language, record = session.look.language, entry.record
    shown = CERTIFICATES.fields["applicant"].column.personal
    applicant = shown.mask(record.applicant) if shown is not None else record.applicant
    unit = session.word(WANTED.format(unit=record.demanded_by)) if record.demanded_by else ""
    about = ("，" if language == "zh" else ", ").join(part for part in (applicant, unit) if part)
    name = session.glossary.show(record.certificate, language)
    return Told(entry, name, about, session.word(told_of(record)), record.outcome is not None)


def slip_again(session: Session, told: Told, place: Place) -> Slip:
    """The slip of a recorded request: whom it was recorded for, and what the list says of it now."""
    record, language = told.entry.record, session.look.language
    kind = session.ledger.entry(CERTIFICATE_TYPES, record.certificate)
    return slip_of(
        NONE_OF_THEM if kind is None else answer_of(kind.record),
        place,
        record.asked_on,
        language,
        applicant=record.applicant,
        name=told.name if kind is None else "",
        handler=session.glossary.show(record.handler, language) if record.handler else "",
    )


class _Row(QPushButton):
    """One request; what has no room is told by its tip."""

    def __init__(self, look: Look, told: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._told = look, told
        styled(self, "quiet")
        whole = "  ".join(part for part in (told.name, told.about, told.outcome) if part)
        self.setAccessibleName(whole)
        self.setToolTip(as_typed(whole))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(look.px(ROW))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._look.px(200), self._look.px(ROW))

    def minimumSizeHint(self) -> QSize:
        """One line, some words wide."""
        return QSize(self._look.px(80), self._look.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, then mark, name, who asked, how it ended."""
        super().paintEvent(event)
        look, told = self._look, self._told
        room = self.rect().adjusted(GAP, 0, -GAP, 0)
        with QPainter(self) as painter:
            side = look.px(16)
            icon, ink = ("check", "green") if told.ended else ("info", "text3")
            mark = pixmap(look, icon, ink, 16, self.devicePixelRatioF())
            painter.drawPixmap(room.x(), (self.height() - side) // 2, mark)
            room.setLeft(room.left() + side + 8)
            right = min(look.width(told.outcome, Size.CELL), room.width() // 2)
            self._write(painter, told.outcome, room, Size.CELL, "text2", Qt.AlignmentFlag.AlignRight, right)
            room.setRight(room.right() - right - GAP)
            taken = self._write(painter, told.name, room, Size.TEXT, "text", Qt.AlignmentFlag.AlignLeft)
            room.setLeft(room.left() + taken + GAP)
            if room.width() > look.px(40):
                self._write(painter, told.about, room, Size.CELL, "text2", Qt.AlignmentFlag.AlignLeft)

    def _write(
        self,
        painter: QPainter,
        text: str,
        room: QRect,
        size: Size,
        ink: str,
        side: Qt.AlignmentFlag,
        most: int | None = None,
    ) -> int:
        painter.setFont(self._look.font(size))
        painter.setPen(self._look.colour(ink))
        words = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() if most is None else most
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, words)
        return painter.fontMetrics().horizontalAdvance(words)


class Requests(QWidget):
    """The head with how many there are, and the rows below it."""

    opened = Signal(object)
    """The `Entry` of a row that was pressed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows: list[QPushButton] = []
        self._told: tuple[Told, ...] | None = None
        self._chosen: Uid | None = None
        self._head = styled(QLabel(look.word(TODAY)), "group")
        self._count = styled(QLabel(), "secondary")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._head)
        head.addWidget(self._count)
        head.addStretch(1)
        self._card = styled(QFrame(), "card")
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(4, 4, 4, 4)
        self._inside.setSpacing(0)
        self._nothing = QWidget()
        empty = QVBoxLayout(self._nothing)
        empty.setContentsMargins(12, 10, 12, 10)
        empty.setSpacing(4)
        for words, role in ((NOTHING, "text"), (BEGIN, "secondary")):
            said = styled(QLabel(look.word(words)), role)
            said.setWordWrap(True)
            empty.addWidget(said)
        self._inside.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._card)

    @property
    def chosen(self) -> Told | None:
        """The request whose slip is shown, as it stands now; None once it is no longer among these."""
        return next((one for one in self._told or () if one.entry.uid == self._chosen), None)

    def choose(self, uid: Uid | None) -> None:
        """Chooses a request, also one that is about to be told; None for none."""
        self._chosen = uid

    def tell(self, told: Sequence[Told]) -> None:
        """Shows these."""
        if tuple(told) == self._told:
            return
        self._told = tuple(told)
        for row in self.rows:
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = []
        for one in told:
            row = _Row(self._look, one, self._card)
            row.clicked.connect(lambda _=False, entry=one.entry: self.opened.emit(entry))
            self._inside.addWidget(row)
            self.rows.append(row)
        self._nothing.setVisible(not told)
        self._count.setText(str(len(told)) if told else "")
