"""The card beside a report's paper by which it is sent."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
)

from mingbai.domain.period import NOT_BEGUN, ReportPeriod
from mingbai.domain.words import Words
from mingbai.ui.card import GAP, PADDING, Card
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.roles import styled
from mingbai.ui.meant import MeantButton
from mingbai.ui.session import Session

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
