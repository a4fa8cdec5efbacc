"""The cards beside a report's paper: what to look at, sending, what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
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

from mingbai.desk.spoken_days import short_day
from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.month import Month
from mingbai.domain.period import NOT_BEGUN, ReportPeriod
from mingbai.domain.words import Words
from mingbai.ui.emptying import empty
from mingbai.ui.later import later
from mingbai.ui.look.icons import pixmap, put_icon
from mingbai.ui.look.look import UNBOUNDED
from mingbai.ui.look.roles import as_typed, styled
from mingbai.ui.meant import MeantButton
from mingbai.ui.session import Session

if TYPE_CHECKING:
    from mingbai.desk.month.doubt import Doubt
    from mingbai.desk.month.overview import Frozen

PADDING, GAP = 16, 8

TO_LOOK_AT = Words("还有 {n} 处要看一眼", "{n} to check")
NOTHING_TO_LOOK_AT = Words("没有要看的", "Nothing to check")
IT_IS_SO = Words("看过，不用改", "Leave as is")
UNTIL_CHANGED = Words("不再列出，直到其中一条有改动", "Not listed again until one of its rows changes")
AGAIN = Words("{n} 处看过了，再列出来", "{n} seen; list again")
MORE = Words("还有 {n} 处，都列出来", "{n} more; show all")
AT_MOST = Words("最多列 10 处", "At most 10")
WORKING = Words("正在核对", "Checking")

SEND_IT = Words("上报", "Send")
SEND_TO = Words("上报给 {to}", "Send to {to}")
FREEZES = Words(
    "上报后各张表冻结；之后再改记录，另出第 {n} 版并列出差异。",
    "All its sheets are frozen then; later changes make version {n}, with its differences listed.",
)
ASKS = Words(
    "会冻结第 {n} 版的各张表，并存一份 Excel。这一步不能撤销。",
    "Freezes the sheets of version {n} and saves an Excel file. This cannot be undone.",
)
UNCHANGED = Words(
    "第 {n} 版已上报，此后各张表都没有变。记录改了、表上有了不同，才有下一版。",
    "Version {n} was sent and none of its sheets has changed since. There is a next version only when they differ.",
)
UNCHANGED_FIGURES = Words(
    "第 {n} 版已上报，此后各指标的数没有变；明细表当时没有留，不作比较。",
    "Version {n} was sent and no figure has changed since. Its lists were not kept then and are not compared.",
)
SENT_ALREADY = Words("已上报", "Sent")
UNFINISHED = Words("{period}还没结束。", "{period} is not over yet.")
RECEIVER = Words("上报给谁", "Sent to")
MARK_AS_SENT = Words("标记为已上报", "Mark as sent")
CONFIRM = Words("确认上报", "Mark as sent")
CANCEL = Words("取消", "Cancel")
SAVED_AS = Words("将存为 {path}", "Will be saved as {path}")
SAVED_AGAIN = Words("将存到刚才导出的那个文件：{path}", "Will be saved in the file exported before: {path}")
STANDS = Words(
    "那里已有“{name}”，这一版还没有上报过。不覆盖它，就另存为 {path}",
    "“{name}” is there already, of this version, which was not sent yet. "
    "Unless it is written over, this will be saved as {path}",
)
WRITE_OVER = Words("覆盖它", "Write over it")
ELSEWHERE = Words("换个位置", "Save elsewhere")

FROZEN = Words("已冻结", "Frozen")
NONE_FROZEN = Words("还没有上报过", "Nothing sent yet")
MENDED = Words("{verb}，{what}", "{verb}: {what}")
VERSION_SENT = Words("第 {n} 版，{day} 上报", "Version {n}, sent {day}")
VERSION_OF = Words("{period}{told}，照上报时的样子看", "{period}, {told}: see it as it was sent")
SEEN_TO = Words("上报给 {to}", "Sent to {to}")
DIFFERING = Words("{n} 处不同", "differences: {n}")


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
        self.top = line = QHBoxLayout()
        self.head = styled(QLabel(head), "heading")
        self.head.setWordWrap(True)
        self.aside = styled(QLabel(), "caption")
        line.addWidget(self.head, 1)
        line.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)

    @property
    def needed(self) -> int:
        """How high it is at its width."""
        return self.column.totalHeightForWidth(self.width())

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
    settled = Signal(object)
    """A `Doubt` that a person looked at and found to be so."""
    again_asked = Signal()
    """Those that were settled are to be told again."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, session.word(WORKING))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GAP + 2)
        self.column.addLayout(self._lines)
        # Amid a layout nothing tells how high it is going to be.
        self._fitting = later(self, 0, self._fit)
        self._most, self._all = UNBOUNDED, False
        self._held: list[QWidget] = []
        self.buttons: list[QPushButton] = []
        self.more = styled(QPushButton(), "link")
        self.more.clicked.connect(self._show_all)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.hide()
        self._again = styled(QPushButton(), "link")
        self._again.clicked.connect(self.again_asked)
        self.column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self._again.hide()

    def limit(self, most: int) -> None:
        """From now on the card is at most so high: those that do not fit are told by their number."""
        self._most = most
        self._fitting.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fitting.start()

    def _fit(self) -> None:
        """Shows as many as there is room for, one at least; all of them once they were asked for."""
        for line in self._held:
            line.setVisible(True)
        self._lines.invalidate()
        self.more.hide()
        if self._all or self.needed <= self._most:
            return
        self.more.setText(self.session.word(MORE.format(n=len(self._held))))
        self.more.show()
        shown = len(self._held)
        while shown > 1 and self.needed > self._most:
            shown -= 1
            self._held[shown].hide()
            # A layout within another one hears of that later.
            self._lines.invalidate()
        self.more.setText(self.session.word(MORE.format(n=len(self._held) - shown)))
        self.more.setVisible(shown < len(self._held))

    def _show_all(self) -> None:
        first = next((at for at, line in enumerate(self._held) if line.isHidden()), 0)
        self._all = True
        self._fit()
        # The keyboard goes on to the first of those that came into sight.
        self.buttons[first].setFocus()

    def begin_period(self) -> None:
        """Of another period those are shown again that there is room for."""
        self._all = False

    def show_doubts(self, doubts: Sequence[Doubt], settled: int = 0) -> None:
        """Shows these; `settled` others were looked at and are so."""
        from mingbai.desk.month.doubts import MOST

        word = self.session.word
        empty(self._lines)
        self.buttons = []
        head = TO_LOOK_AT.format(n=len(doubts)) if doubts else NOTHING_TO_LOOK_AT
        self.head.setText(word(head))
        self.aside.setText(word(AT_MOST) if len(doubts) >= MOST else "")
        self._held = [self._line(doubt) for doubt in doubts]
        for line in self._held:
            self._lines.addWidget(line)
        self._again.setText(word(AGAIN.format(n=settled)))
        self._again.setVisible(bool(settled))
        self._fitting.start()

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
        so = styled(QPushButton(word(IT_IS_SO)), "link")
        so.setAccessibleName(word(MENDED.format(verb=IT_IS_SO, what=doubt.what)))
        so.setToolTip(word(UNTIL_CHANGED))
        so.setCursor(Qt.CursorShape.PointingHandCursor)
        so.clicked.connect(lambda: self.settled.emit(doubt))
        links = QHBoxLayout()
        links.setSpacing(GAP * 2)
        links.addWidget(button)
        links.addWidget(so)
        links.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(text)
        column.addLayout(links)
        line.addWidget(self.icon_label("warn", "amber"), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        return holder


class SendCard(Card):
    """Sending a report: it asks once more in place, for what was sent cannot be taken back."""

    confirmed = Signal(str)
    """A person said twice that the report is sent, to this receiver."""
    elsewhere = Signal()
    """Another place for the file is wanted."""
    over_asked = Signal()
    """The file of that name is to be written over."""
    grown = Signal()
    """It is higher, or lower."""

    def __init__(self, session: Session) -> None:
        word = session.word
        super().__init__(session, word(SEND_IT))
        self._version, self._unchanged, self._kept = 0, False, True
        """Of a version nothing is said before it is known."""
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
        self._stands = False
        self.over = styled(QPushButton(word(WRITE_OVER)), "link")
        self.over.clicked.connect(self.over_asked)
        self.change = styled(QPushButton(word(ELSEWHERE)), "link")
        self.change.clicked.connect(self.elsewhere)
        self.trouble = styled(QLabel(), "text", "danger")
        self.trouble.setWordWrap(True)
        self.send = styled(QPushButton(word(MARK_AS_SENT)), "primary")
        put_icon(self.send, session.look, "send", "on_accent")
        self.send.clicked.connect(self.ask)
        self.confirm = styled(MeantButton(word(CONFIRM)), "primary")
        self.confirm.clicked.connect(lambda: self.confirmed.emit(self.receiver.text()))
        self.cancel = styled(MeantButton(word(CANCEL)), "plain")
        self.cancel.clicked.connect(self.calm)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        # Where the first button was stands the one that sends nothing.
        buttons.addWidget(self.confirm)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        for widget in (self.text, self.receiver, self.place):
            self.column.addWidget(widget)
        for link in (self.over, self.change):
            self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.send, 0, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(buttons)
        self.send.setEnabled(False)
        self.calm()

    def show_version(
        self,
        period: ReportPeriod,
        version: int,
        receiver: str,
        *,
        unchanged: bool = False,
        kept: bool = True,
    ) -> None:
        """The version that is shown; a receiver that was typed stays.

        `unchanged`: it was sent and still holds, as far as it was `kept`: without its sheets, its figures do.
        """
        today, begun = self.session.today, period.start <= self.session.today
        self._version, self._unchanged, self._kept = version, unchanged, kept
        self._unfinished = UNFINISHED.format(period=period.words) if today < period.end else None
        if not self.receiver.isModified():
            self.receiver.setText(receiver)
        self.send.setEnabled(begun and not unchanged)
        self.send.setText(self.session.word(SENT_ALREADY if unchanged else MARK_AS_SENT))
        self.send.setToolTip("" if begun else self.session.word(NOT_BEGUN.format(period=period.words)))
        self.calm()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in it takes the question back; the receiver that was typed stays."""
        if event.key() == Qt.Key.Key_Escape and self.asking:
            self.confirm.setFocus()
            self.calm()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells whoever gives way to it."""
        super().resizeEvent(event)
        self.grown.emit()

    def show_place(self, path: str, standing: str = "", *, again: bool = False) -> None:
        """Where the file will stand, and which earlier one stands there already; `again` in the one exported last."""
        self._stands = bool(standing)
        had_focus = self.over.hasFocus()
        said = STANDS if standing else SAVED_AGAIN if again else SAVED_AS
        self.place.setText(self.session.word(said.format(name=standing, path=path)))
        self.over.setVisible(self._stands and self.asking)
        if had_focus and not self._stands:
            self.confirm.setFocus()

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
        self.over.setVisible(asking and self._stands)
        self.send.setVisible(not asking)
        text = word(ASKS.format(n=self._version)) if asking else word(FREEZES.format(n=self._version + 1))
        if asking and self._unfinished is not None:
            text = f"{word(self._unfinished)}{'' if self.session.look.language == 'zh' else ' '}{text}"
        if self._unchanged and not asking:
            text = word((UNCHANGED if self._kept else UNCHANGED_FIGURES).format(n=self._version))
        self.text.setText(text if self._version else "")
        self.text.setVisible(bool(self._version))
        self._show_head()

    def _show_head(self) -> None:
        to = self.receiver.text().strip()
        self.head.setText(self.session.word(SEND_TO.format(to=to) if to else SEND_IT))


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
