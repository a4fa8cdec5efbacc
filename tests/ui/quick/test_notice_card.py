"""A notice in the quick-add line: its chips, what they answer to, and that nothing of it is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.ui.quick.pasting import LACKING, PLACE, TEXT, card_of, chip, pasted, row, saved, told
from tests.ui.quick.writing import shown
from tests.ui.waiting import settled, until

from mingbai.domain.meeting import MEETINGS
from mingbai.domain.task import TASKS
from mingbai.ledger.drafts import drafts
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.notice_chips import State
from mingbai.ui.session import Session


def test_each_guess_is_a_chip(line: QuickLine, session: Session) -> None:
    card = pasted(line, session)
    assert told(card) == [
        "记入 上级交办",
        "标题 关于报送独居老人名单的通知",
        "交办单位 民政局",
        "办结期限 11-25 周三 17:00",
        "报送形式 报表",
        "附带要求 拍照留痕、排名通报",
        "表格栏目 3 栏：姓名、年龄、电话",
    ]
    assert card.text.hasFocus()


def test_what_speaks_against_it_stands_below_with_its_clause(line: QuickLine, session: Session) -> None:
    card = pasted(line, session)
    said = [one.words.zh for one in card.spoken]
    assert any("排名通报" in words for words in said)
    assert any("只隔一个工作日" in words for words in said)
    assert all(one.clause.zh for one in card.spoken)
    chip(card, "due_on").removed.emit("due_on")
    settled(session)
    assert not any("只隔一个工作日" in one.words.zh for one in card.spoken)


def test_enter_saves_the_text_as_the_note(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    entry = saved(line, pasted(line, session), qtbot)
    assert (entry.record.note, entry.record.due_on) == (TEXT, date(2026, 11, 25))
    assert card_of(line) is None
    assert entry.number in line.sentence()
    settled(session)
    assert PLACE not in drafts(session.ledger)
    session.undo()
    settled(session)
    assert session.ledger.entries(TASKS) == []


def test_a_guess_is_taken_out_by_delete_and_by_its_cross(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session)
    asks = chip(card, "asks")
    asks.setFocus()
    qtbot.keyClick(asks, Qt.Key.Key_Delete)
    columns = chip(card, "form_columns")
    qtbot.mouseClick(
        columns, Qt.MouseButton.LeftButton, pos=QPoint(columns.width() - 14, columns.height() // 2)
    )
    assert {one.name for one in card.chips()} == {"into", "title", "department", "due_on", "kind"}
    qtbot.keyClick(chip(card, "department"), Qt.Key.Key_Backspace)
    assert {one.name: one.state for one in card.chips()}["department"] is State.LACKING


def test_a_guess_is_changed_in_its_small_editor(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session)
    qtbot.keyClick(chip(card, "due_on"), Qt.Key.Key_Return)
    assert card.field.row is not None
    box = card.field.row.editor.box
    until(box.hasFocus)
    box.take("某一天")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert card.field.row.note
    box.take("下周五")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert row(card) is None
    assert "办结期限 12-04 周五" in told(card)
    assert card.text.hasFocus()
    qtbot.keyClick(chip(card, "department"), Qt.Key.Key_Return)
    again = row(card)
    assert again is not None
    again.editor.box.take("老龄办公室")
    qtbot.keyClick(again.editor.box, Qt.Key.Key_Escape)
    assert "交办单位 民政局" in told(card)
    assert card_of(line) is card


def test_what_lacks_is_asked_for_and_nothing_is_saved(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, LACKING)
    qtbot.keyClick(card.text, Qt.Key.Key_Return)
    assert "交办单位" in card.sentence()
    assert session.ledger.entries(TASKS) == []
    assert card.field.row is not None
    card.field.row.editor.box.take("消防救援大队")
    qtbot.keyClick(card.field.row.editor.box, Qt.Key.Key_Return)
    assert session.glossary.show(saved(line, card, qtbot).record.department, "zh") == "消防救援大队"


def test_a_draft_comes_back_after_a_kill_with_what_was_half_typed(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session)
    chip(card, "asks").removed.emit("asks")
    qtbot.keyClick(chip(card, "due_on"), Qt.Key.Key_Return)
    assert card.field.row is not None
    card.field.row.editor.box.take("12月")
    until(lambda: drafts(session.ledger)[PLACE][1].get("typed") == "12月")
    again = shown(QuickLine(session), qtbot)
    again.restore()
    settled(session)
    assert again.notice is not None
    assert sorted(told(again.notice)) == sorted(told(card))
    assert again.notice.field.row is not None
    assert again.notice.field.row.editor.text == "12月"


def test_short_lines_are_an_entry_each_until_one_says_otherwise(line: QuickLine, session: Session) -> None:
    data = QMimeData()
    data.setText("民政局 台账一\n民政局 台账二")
    line.line.insertFromMimeData(data)
    assert card_of(line) is None
    line._sentence.buttons[2].click()
    settled(session)
    card = card_of(line)
    assert card is not None
    card.head.link.click()
    assert card_of(line) is None
    assert "2 行" in line.sentence()


def test_a_hundred_thousand_characters_are_one_sentence(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    text = TEXT + "\n" + "这是很长的附录。" * 12_500
    card = pasted(line, session, text)
    assert "30,000" in card.sentence()
    assert drafts(session.ledger)[PLACE][1]["text"] == text
    saved(line, card, qtbot)


def test_an_english_card_speaks_english(
    ledger: Ledger, qtbot: QtBot, tmp_path: Path, today: date, session: Session
) -> None:
    english = Session(ledger, Look(language="en"), Memory(tmp_path / "e.ini"), today=today)
    line = shown(QuickLine(english), qtbot)
    text = "Notice\nAll communities: please send the list to Civil Affairs by Friday 17:00."
    card = pasted(line, english, text)
    assert {"Department Civil Affairs", "Due Fri 27 Nov 17:00"} <= set(told(card))
    card.edit("department")
    editing = row(card)
    assert editing is not None
    assert editing.editor.box.toPlainText() == "Civil Affairs Bureau"
    editing.editor.box.setPlainText("Urban Management")
    qtbot.keyClick(editing.editor.box, Qt.Key.Key_Return)
    assert "Department Urban Management" in told(card)
    assert card.pasted is not None
    assert card.pasted.value("department") == "城市管理和综合执法局"
    english.runner.close()


MEETING = (
    "会议通知\n经研究，定于2026年11月30日（周一）下午2:30在街道三楼会议室召开冬季消防安全工作推进会。\n"
    "参会人员：各社区书记。\n请各社区于11月27日17:00前报送参会人员名单。\n区消防安全委员会办公室\n2026年11月24日"
)


def test_a_call_to_a_meeting_goes_there_and_can_be_sent_back(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, MEETING)
    assert told(card) == [
        "记入 会议",
        "标题 冬季消防安全工作推进会",
        "召集单位 区消防安全委员会办公室",
        "日期 11-30 周一 14:30",
    ]
    qtbot.keyClick(chip(card, "into"), Qt.Key.Key_Delete)
    qtbot.keyClick(chip(card, "into"), Qt.Key.Key_Return)
    assert card.field.row is not None
    card.field.row.editor.box.take("上级交办")
    qtbot.keyClick(card.field.row.editor.box, Qt.Key.Key_Return)
    assert "办结期限 周五 17:00" in told(card) or "办结期限 11-27 周五 17:00" in told(card)
    qtbot.keyClick(chip(card, "into"), Qt.Key.Key_Return)
    assert card.field.row is not None
    card.field.row.editor.box.take("会议")
    qtbot.keyClick(card.field.row.editor.box, Qt.Key.Key_Return)
    entry = saved(line, card, qtbot)
    assert entry.register is MEETINGS
    assert (entry.record.held_on, entry.record.title) == (date(2026, 11, 30), "冬季消防安全工作推进会")
    assert entry.record.note == MEETING
    assert session.ledger.entries(TASKS) == []
    session.undo()
    settled(session)
    assert session.ledger.entries(MEETINGS) == []
