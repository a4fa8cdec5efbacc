"""A notice pasted into the quick-add line, and its draft."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS, settled

from mingbai.ledger.ledger import Entry
from mingbai.ui.form.form import FieldRow
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.notice_card import NoticeCard
from mingbai.ui.quick.notice_chips import NoticeChip
from mingbai.ui.session import Session
from mingbai.ui.shell.frame import Frame

TEXT = (
    "关于报送独居老人名单的通知\n请各社区于11月25日17:00前将独居老人名单（姓名、年龄、电话）报民政局。\n"
    "每户拍照留痕，逾期通报排名。"
)
OPEN = "民政局：活动定在11月27日17:00，\n如下雨改到12月1日。"
LACKING = "请各社区做好防火宣传。\n收到请回复。"
PLACE = "notice/task"


def pasted(line: QuickLine, session: Session, text: str = TEXT) -> NoticeCard:
    """Ctrl+V in the line, and the draft once it is read."""
    line.window().resize(700, 600)
    data = QMimeData()
    data.setText(text)
    line.line.insertFromMimeData(data)
    settled(session)
    card = card_of(line)
    assert card is not None
    return card


def card_of(line: QuickLine) -> NoticeCard | None:
    """The draft that is shown."""
    return line.notice


def row(card: NoticeCard) -> FieldRow | None:
    """The editor that is open."""
    return card.field.row


def chip(card: NoticeCard, name: str) -> NoticeChip:
    return next(one for one in card._chips.chips() if one.chip.name == name)


def told(card: NoticeCard) -> list[str]:
    return [f"{one.label} {one.value}".strip() for one in card.chips()]


def saved(line: QuickLine, card: NoticeCard, qtbot: QtBot) -> Entry:
    with qtbot.waitSignal(line.recorded, timeout=PATIENCE_MS) as heard:
        qtbot.keyClick(card.text, Qt.Key.Key_Return)
    assert heard.args is not None
    entry: Entry = heard.args[0]
    return entry


def framed(session: Session, qtbot: QtBot) -> Frame:
    frame = Frame(session, {})
    qtbot.addWidget(frame)
    frame.resize(1200, 800)
    with qtbot.waitExposed(frame, timeout=PATIENCE_MS):
        frame.show()
    frame.activateWindow()
    settled(session)
    return frame
