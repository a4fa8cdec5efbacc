"""The cards beside a report's paper: what to look at, handing in, what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mingbai.domain.month import Month
from mingbai.domain.month_names import MONTH_NAMES
from mingbai.domain.period import ReportPeriod
from mingbai.domain.words import Words
from mingbai.ui.look.icons import pixmap, put_icon
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.month.doubts import Doubt
    from mingbai.desk.month.overview import Frozen

PADDING, GAP = 16, 8

TO_LOOK_AT = Words("还有 {n} 处要看一眼", "{n} to check")
NOTHING_TO_LOOK_AT = Words("没有要看的", "Nothing to check")
AT_MOST = Words("最多列 10 处", "At most 10")
WORKING = Words("正在核对", "Looking")

HAND_IN = Words("上报", "Hand in")
HAND_IN_TO = Words("报给 {to}", "Hand in to {to}")
FREEZES = Words(
    "报出后数字冻结；之后再改记录，另出第 {n} 版并列出差异。",
    "The figures are frozen then; later changes make version {n}, with its differences listed.",
)
ASKS = Words(
    "会冻结第 {n} 版的数字，并存一份 Excel。这一步不能撤销。",
    "Freezes the figures of version {n} and saves an Excel file. This cannot be undone.",
)
UNCHANGED = Words(
    "第 {n} 版已上报，此后数字没有变。记录有改动、数字不同了，才有下一版。",
    "Version {n} was sent and no figure has changed since. There is a next version only when figures differ.",
)
SENT_ALREADY = Words("已上报", "Sent")
UNFINISHED = Words("{period}还没结束。", "{period} is not over yet.")
NOT_BEGUN = Words("{period}还没有开始", "{period} has not begun")
RECEIVER = Words("报送单位", "Sent to")
MARK_AS_SENT = Words("标记为已上报", "Mark as sent")
CONFIRM = Words("确认上报", "Mark as sent")
CANCEL = Words("取消", "Cancel")
SAVED_AS = Words("将存为 {path}", "Will be saved as {path}")
ELSEWHERE = Words("换个位置", "Save elsewhere")

FROZEN = Words("已冻结", "Frozen")
NONE_FROZEN = Words("还没有报出的", "Nothing sent yet")
MENDED = Words("{verb}，{what}", "{verb}: {what}")
VERSION_SENT = Words("第 {n} 版，{day} 报出", "Version {n}, sent {day}")
DIFFERING = Words("{n} 处不同", "{n} differ")


def period_label(period: ReportPeriod, this_year: int) -> Words:
    """A period in few letters: its year only where it is another one."""
    if not isinstance(period, Month):
        return period.short if period.year == this_year else period.words
    zh = f"{period.number}月" if period.year == this_year else f"{period.year}年{period.number}月"
    short = MONTH_NAMES[period.number - 1][:3]
    return Words(zh, short if period.year == this_year else f"{short} {period.year}")


class Card(QFrame):
    """A card with a head, and what stands below it."""

    def __init__(self, session: Session, head: str) -> None:
        super().__init__()
        self.session = session
        styled(self, "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(PADDING, PADDING - 2, PADDING, PADDING - 2)
        self.column.setSpacing(GAP)
        line = QHBoxLayout()
        self.head = styled(QLabel(head), "heading")
        self.head.setWordWrap(True)
        self.aside = styled(QLabel(), "caption")
        line.addWidget(self.head, 1)
        line.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)

    def icon_label(self, name: str, ink: str) -> QLabel:
        """A small icon; the words beside it say the same."""
        look = self.session.look
        label = QLabel()
        label.setPixmap(pixmap(look, name, ink, 16, self.devicePixelRatioF()))
        label.setFixedWidth(look.px(20))
        # Beside the first line of the words, however many they are.
        label.setContentsMargins(0, look.px(2), 0, 0)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return label


class DoubtsCard(Card):
    """What to look at before sending; each line ends in what to do about it."""

    picked = Signal(object)
    """A `Doubt` whose remedy was asked for."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.word(WORKING))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP + 2)
        self.column.addLayout(self._lines)
        self.buttons: list[QPushButton] = []

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Shows these."""
        word = self.session.word
        _empty(self._lines)
        self.buttons = []
        head = TO_LOOK_AT.format(n=len(doubts)) if doubts else NOTHING_TO_LOOK_AT
        self.head.setText(word(head))
        self.aside.setText(word(AT_MOST) if doubts else "")
        for doubt in doubts:
            self._lines.addWidget(self._line(doubt))

    def _line(self, doubt: Doubt) -> QWidget:
        word = self.session.word
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        text = styled(QLabel(word(doubt.what)), "cell")
        text.setWordWrap(True)
        button = styled(QPushButton(word(doubt.verb)), "link")
        button.setAccessibleName(word(MENDED.format(verb=doubt.verb, what=doubt.what)))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.picked.emit(doubt))
        self.buttons.append(button)
        line.addWidget(self.icon_label("warn", "amber"))
        line.addWidget(text, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder


class SendCard(Card):
    """Handing a report in: it asks once more in place, for what was sent cannot be taken back."""

    confirmed = Signal(str)
    """A person said twice that the report is sent, to this receiver."""
    elsewhere = Signal()
    """Another place for the file is wanted."""

    def __init__(self, session: Session) -> None:
        word = session.word
        super().__init__(session, word(HAND_IN))
        self._version, self._unchanged = 1, False
        self._unfinished: Words | None = None
        self.text = styled(QLabel(), "secondary")
        self.text.setWordWrap(True)
        self.receiver = styled(QLineEdit(), "field")
        self.receiver.setPlaceholderText(word(RECEIVER))
        self.receiver.setAccessibleName(word(RECEIVER))
        self.receiver.setMinimumWidth(session.look.px(60))
        self.receiver.textChanged.connect(lambda _: self._show_head())
        self.place = styled(QLabel(), "caption")
        self.place.setWordWrap(True)
        self.change = styled(QPushButton(word(ELSEWHERE)), "link")
        self.change.clicked.connect(self.elsewhere)
        self.trouble = styled(QLabel(), "text", "danger")
        self.trouble.setWordWrap(True)
        self.send = styled(QPushButton(word(MARK_AS_SENT)), "primary")
        put_icon(self.send, session.look, "send", "on_accent")
        self.send.clicked.connect(self.ask)
        self.confirm = styled(QPushButton(word(CONFIRM)), "primary")
        self.confirm.clicked.connect(lambda: self.confirmed.emit(self.receiver.text()))
        self.cancel = styled(QPushButton(word(CANCEL)), "plain")
        self.cancel.clicked.connect(self.calm)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.confirm, 1)
        buttons.addWidget(self.cancel)
        for widget in (self.text, self.receiver, self.place):
            self.column.addWidget(widget)
        self.column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.send)
        self.column.addLayout(buttons)
        self.send.setEnabled(False)
        self.calm()

    def show_version(
        self, period: ReportPeriod, version: int, receiver: str, *, unchanged: bool = False
    ) -> None:
        """What would be sent now; a receiver that was typed stays. `unchanged`: it would be the same once more."""
        today, begun = self.session.today, period.start <= self.session.today
        self._version, self._unchanged = version, unchanged
        self._unfinished = UNFINISHED.format(period=period.words) if today < period.end else None
        if not self.receiver.isModified():
            self.receiver.setText(receiver)
        self.send.setEnabled(begun and not unchanged)
        self.send.setText(self.session.word(SENT_ALREADY if unchanged else MARK_AS_SENT))
        self.send.setToolTip("" if begun else self.session.word(NOT_BEGUN.format(period=period.words)))
        self.calm()

    def show_place(self, path: str) -> None:
        """Where the file will stand."""
        self.place.setText(self.session.word(SAVED_AS.format(path=path)))

    def ask(self) -> None:
        """Asks once more, in the card itself."""
        self._turn(asking=True)
        self.confirm.setFocus()
        # How high the card is now is known once it is laid out.
        QTimer.singleShot(0, self, self._bring_question)

    def _bring_question(self) -> None:
        """In a low window the cards scroll so that what is to be pressed is seen whole."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(self.confirm, 0, PADDING)

    def calm(self) -> None:
        """Back to where nothing is asked."""
        had_focus = self.confirm.hasFocus() or self.cancel.hasFocus()
        self._turn(asking=False)
        self.trouble.hide()
        if had_focus:
            self.send.setFocus()

    def tell(self, words: Words) -> None:
        """Why it could not be sent."""
        self.trouble.setText(self.session.word(words))
        self.trouble.show()

    @property
    def asking(self) -> bool:
        """Whether it waits for a second yes."""
        return not self.confirm.isHidden()

    def _turn(self, *, asking: bool) -> None:
        word = self.session.word
        for widget in (self.place, self.change, self.confirm, self.cancel):
            widget.setVisible(asking)
        self.send.setVisible(not asking)
        text = word(ASKS.format(n=self._version)) if asking else word(FREEZES.format(n=self._version + 1))
        if asking and self._unfinished is not None:
            text = f"{word(self._unfinished)}{'' if self.session.look.language == 'zh' else ' '}{text}"
        if self._unchanged and not asking:
            text = word(UNCHANGED.format(n=self._version - 1))
        self.text.setText(text)
        self._show_head()

    def _show_head(self) -> None:
        to = self.receiver.text().strip()
        self.head.setText(self.session.word(HAND_IN_TO.format(to=to) if to else HAND_IN))


class FrozenCard(Card):
    """The periods that were sent, each with its version, and what differs since."""

    picked = Signal(object)
    """A period to show."""
    changes_picked = Signal(object)
    """A period whose differences from what was sent are wanted."""

    MOST = 6

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.word(FROZEN))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP)
        self.column.addLayout(self._lines)

    def show_periods(self, frozen: Sequence[Frozen]) -> None:
        """Shows the latest of these."""
        _empty(self._lines)
        if not frozen:
            none = styled(QLabel(self.session.word(NONE_FROZEN)), "caption")
            none.setWordWrap(True)
            self._lines.addWidget(none)
        for each in frozen[: self.MOST]:
            self._lines.addWidget(self._line(each))

    def _line(self, frozen: Frozen) -> QWidget:
        word, look = self.session.word, self.session.look
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        month = styled(QPushButton(word(period_label(frozen.period, self.session.today.year))), "link")
        month.setAccessibleName(word(frozen.period.words))
        month.clicked.connect(lambda: self.picked.emit(frozen.period))
        text = styled(
            QLabel(word(VERSION_SENT.format(n=frozen.version, day=f"{frozen.sent_on:%m-%d}"))), "caption"
        )
        text.setToolTip(as_typed(frozen.sent_to))
        text.setWordWrap(True)
        line.addWidget(self.icon_label("lock", "text3"))
        line.addWidget(month)
        line.addWidget(text, 1)
        if frozen.differing:
            differ = styled(QPushButton(word(DIFFERING.format(n=frozen.differing))), "link")
            differ.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            differ.clicked.connect(lambda: self.changes_picked.emit(frozen.period))
            line.addWidget(differ)
        holder.setMinimumHeight(look.px(24))
        return holder


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
