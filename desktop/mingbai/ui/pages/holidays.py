"""The list of holidays: the yearly notice is pasted into it, shown as what it becomes, and recorded in one deed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Sized
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from mingbai.desk.holidays import NoticeRead, add_holidays, read_notice, spans
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.words import Mistake, Words
from mingbai.ui.command import Command
from mingbai.ui.inline import Inline
from mingbai.ui.look.icons import put_icon
from mingbai.ui.look.roles import styled
from mingbai.ui.narrow_dialog import NarrowDialog
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.session import Session

PASTE = Words("粘贴放假通知", "Paste holiday notice")
PASTE_HOW = Words(
    "复制国务院办公厅的放假通知（连同标题），在这里粘贴",
    "Copy the State Council's notice with its title, in Chinese as published, and paste it here",
)
TITLE = Words("{year} 年放假安排", "Holidays of {year}")
UNREADABLE = Words("这段文字不能读成放假安排", "This text cannot be read as a holiday notice")
OFF = Words("放假 {n}：{days}", "{n} off: {days}")
WORKED = Words("调休上班 {n}：{days}", "{n} worked at weekends: {days}")
NO_WORKED = Words("没有调休上班的日子", "No days worked at weekends")
SAME = Words("其中 {n}列表里已有，不重复写", "{n} in the list already, not written again")
CHANGED = Words(
    "列表里写反了、要改的 {n}：{days}", "{n} the other way round in the list, to be changed: {days}"
)
OTHERS = Words("列表里这一年另有 {n}，通知里没有，保留不动：{days}", "{n} only in the list, kept: {days}")
UNREAD = Words(
    "通知里还提到 {days}，没有写明放假还是上班，没有读入",
    "Left out, the notice does not say whether off or worked: {days}",
)
DAYS = Words("{n} 天", "{n} days")
ADD_THEM = Words("写入 {n} 天", "Record {n} days")
LEAVE = Words("不写入", "Do not record")
CLOSE = Words("关闭", "Close")
ADDED = Words("已写入 {year} 年放假安排 {n} 天", "Holidays of {year} recorded: {n}")
WIDTH = 520


class HolidaysPage(RegisterPage):
    """The page of the list, which takes a pasted notice."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, HOLIDAYS.code, parent)
        word = session.word
        self.paste_button = styled(QPushButton(word(PASTE)), "plain")
        put_icon(self.paste_button, session.look, "doc")
        self.paste_button.setToolTip(f"{word(PASTE_HOW)} (Ctrl+V)")
        self.paste_button.clicked.connect(self.paste_asked)
        self.place_beside_title(self.paste_button)

    def commands(self) -> Sequence[Command]:
        """Those of every list, and pasting."""
        paste = Command("holiday.paste", PASTE, self.paste_asked.emit, "Ctrl+V", "doc", PASTE_HOW)
        return [paste, *(one for one in super().commands() if one.code != paste.code)]

    def take_pasted(self, text: str) -> bool:
        """Shows what a notice becomes, or why it cannot be read."""
        dialog = HolidayDialog(self.session, text, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._add, dialog))
        dialog.open()
        return True

    def _add(self, dialog: HolidayDialog) -> None:
        notice, session = dialog.notice, self.session
        if notice is None:
            return
        ledger, today = session.ledger, session.today
        n = len(notice.new) + len(notice.changed)
        session.do(
            lambda: add_holidays(ledger, notice, today=today),
            owner=self,
            done=ADDED.format(year=notice.year, n=n),
        )


class HolidayDialog(NarrowDialog):
    """What a pasted notice becomes; accepted when it is to be recorded."""

    def __init__(self, session: Session, text: str, parent: QWidget) -> None:
        word, look = session.word, session.look
        super().__init__(min(look.px(WIDTH), parent.width() - 40), parent)
        self.notice: NoticeRead | None = None
        refused: Words | None = None
        try:
            self.notice = read_notice(session.ledger, text)
        except Mistake as mistake:
            refused = mistake.words
        title = word(UNREADABLE if self.notice is None else TITLE.format(year=self.notice.year))
        column = self.headed(title)
        self.refused = Inline(look)
        column.addWidget(self.refused)
        self.refused.say("" if refused is None else word(refused))
        self.lines = [] if self.notice is None else [*_told(self.notice)]
        for words, role in self.lines:
            label = styled(QLabel(word(words)), role)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(6)
        self.no = styled(QPushButton(word(CLOSE if self.notice is None else LEAVE)), "plain")
        self.no.setAutoDefault(False)
        self.no.clicked.connect(self.reject)
        buttons = [self.no]
        if self.notice is not None:
            n = len(self.notice.new) + len(self.notice.changed)
            self.go = styled(QPushButton(word(ADD_THEM.format(n=n))), "primary")
            self.go.setDefault(True)
            self.go.clicked.connect(self.accept)
            buttons.append(self.go)
        self.end_with(*buttons)
        buttons[-1].setFocus()


def _days(days: Sized) -> Words:
    return DAYS.format(n=len(days))


def _told(notice: NoticeRead) -> Iterator[tuple[Words, str]]:
    """What a notice becomes, as sentences with the role each is shown in."""
    yield OFF.format(n=_days(notice.off), days=spans(notice.off)), "text"
    worked = WORKED.format(n=_days(notice.worked), days=spans(notice.worked))
    yield worked if notice.worked else NO_WORKED, "text"
    if notice.same:
        yield SAME.format(n=_days(notice.same)), "secondary"
    if notice.changed:
        days = spans(one.day for _, one in notice.changed)
        yield CHANGED.format(n=_days(notice.changed), days=days), "secondary"
    if notice.others:
        days = spans(entry.record.day for entry in notice.others)
        yield OTHERS.format(n=_days(notice.others), days=days), "secondary"
    if notice.unread:
        yield UNREAD.format(days=spans(notice.unread)), "secondary"
