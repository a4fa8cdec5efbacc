"""A notice in the quick-add line: its chips, what they answer to, and that nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.quick.test_quick_line import shown

from mingbai.desk import records
from mingbai.desk.attachments import attachments
from mingbai.desk.live_flags import open_flags, refresh
from mingbai.desk.watch import Watch
from mingbai.domain.demand import DEMANDS
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.drafts import drafts
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.panel.form import FieldRow
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.notice_card import NoticeCard
from mingbai.ui.quick.notice_chips import NoticeChip, State
from mingbai.ui.session import Session
from mingbai.ui.shell.frame import Frame

TEXT = (
    "关于报送独居老人名单的通知\n请各社区于11月25日17:00前将独居老人名单（姓名、年龄、电话）报民政局。\n"
    "每户拍照留痕，逾期通报排名。"
)
OPEN = "民政局：活动定在11月27日17:00，\n如下雨改到12月1日。"
LACKING = "请各社区做好防火宣传。\n收到请回复。"
PLACE = "notice/task"


@pytest.fixture
def line(session: Session, qtbot: QtBot) -> QuickLine:
    return shown(QuickLine(session), qtbot)


def idle(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.runner.busy, timeout=20_000)


def pasted(line: QuickLine, session: Session, qtbot: QtBot, text: str = TEXT) -> NoticeCard:
    """Ctrl+V in the line, and the draft once it is read."""
    data = QMimeData()
    data.setText(text)
    line.line.insertFromMimeData(data)
    idle(session, qtbot)
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
    with qtbot.waitSignal(line.recorded, timeout=20_000) as heard:
        qtbot.keyClick(card.text, Qt.Key.Key_Return)
    assert heard.args is not None
    entry: Entry = heard.args[0]
    return entry


def test_each_guess_is_a_chip(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, qtbot)
    assert told(card) == [
        "记入 上级交办",
        "标题 关于报送独居老人名单的通知",
        "交办单位 民政局",
        "期限 11-25 周三 17:00",
        "报送形式 报表",
        "附带要求 拍照留痕、排名通报",
        "表格栏目 3 栏：姓名、年龄、电话",
    ]
    assert card.text.hasFocus()


def test_what_speaks_against_it_stands_below_with_its_clause(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot)
    said = [one.words.zh for one in card.spoken]
    assert any("排名通报" in words for words in said)
    assert any("只隔一个工作日" in words for words in said)
    assert all(one.clause.zh for one in card.spoken)
    chip(card, "due_on").removed.emit("due_on")
    idle(session, qtbot)
    assert not any("只隔一个工作日" in one.words.zh for one in card.spoken)


def test_enter_saves_the_text_as_the_note(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    entry = saved(line, pasted(line, session, qtbot), qtbot)
    assert (entry.record.note, entry.record.due_on) == (TEXT, date(2026, 11, 25))
    assert card_of(line) is None
    assert entry.number in line.sentence()
    idle(session, qtbot)
    assert PLACE not in drafts(session.ledger)
    session.undo()
    idle(session, qtbot)
    assert session.ledger.entries(TASKS) == []


def test_a_guess_is_taken_out_by_delete_and_by_its_cross(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot)
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
    card = pasted(line, session, qtbot)
    qtbot.keyClick(chip(card, "due_on"), Qt.Key.Key_Return)
    assert card.field.row is not None
    box = card.field.row.editor.box
    qtbot.waitUntil(box.hasFocus)
    box.take("某一天")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert card.field.row.note
    box.take("下周五")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert row(card) is None
    assert "期限 12-04 周五" in told(card)
    assert card.text.hasFocus()
    qtbot.keyClick(chip(card, "department"), Qt.Key.Key_Return)
    again = row(card)
    assert again is not None
    again.editor.box.take("老龄办公室")
    qtbot.keyClick(again.editor.box, Qt.Key.Key_Escape)
    assert "交办单位 民政局" in told(card)
    assert card_of(line) is card


# Days that are offered and not told.


def offered(card: NoticeCard) -> list[NoticeChip]:
    return [one for one in card._chips.chips() if one.chip.state is State.OFFERED]


def test_a_due_date_that_may_be_two_days_is_offered_and_not_filled_in(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot, OPEN)
    assert [one.text() for one in offered(card)] == ["期限？ 11-27 周五 17:00", "或 12-01 周二"]
    assert "按 1、2 选定" in card.sentence()
    assert [one.accessibleName() for one in offered(card)] == [one.text() for one in offered(card)]
    assert "按 2 选这一天" in offered(card)[1].accessibleDescription()
    assert saved(line, card, qtbot).record.due_on is None


@pytest.mark.parametrize("how", ["digit", "keypad", "enter", "space", "click", "digit on a chip"])
def test_one_key_or_click_takes_an_offered_day(
    line: QuickLine, session: Session, qtbot: QtBot, how: str
) -> None:
    card = pasted(line, session, qtbot, OPEN)
    second = offered(card)[1]
    if how in ("enter", "space", "digit on a chip"):
        second.setFocus()
    match how:
        case "digit":
            qtbot.keyClick(card.text, Qt.Key.Key_2)
        case "keypad":
            qtbot.keyClick(card.text, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
        case "digit on a chip":
            qtbot.keyClick(second, Qt.Key.Key_2)
        case "click":
            qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
        case _:
            qtbot.keyClick(second, Qt.Key.Key_Return if how == "enter" else Qt.Key.Key_Space)
    assert "期限 12-01 周二" in told(card)
    assert offered(card) == []
    assert card.sentence() == ""
    assert saved(line, card, qtbot).record.due_on == date(2026, 12, 1)


@pytest.mark.parametrize("height", [520, 800])
def test_the_days_that_are_asked_about_are_seen_in_the_text(
    line: QuickLine, session: Session, qtbot: QtBot, height: int
) -> None:
    above = "天冷了，注意防火。\n" * 20
    line.window().resize(900, height)
    card = pasted(line, session, qtbot, f"{above}{OPEN}")
    assert offered(card)
    qtbot.wait(100)
    text = card.text
    start = text.toPlainText().index("11月27日")
    cursor = text.textCursor()
    cursor.setPosition(start)
    assert text.viewport().rect().contains(text.cursorRect(cursor))
    qtbot.keyClick(text, Qt.Key.Key_2)
    # Nothing is asked any more: the beginning is shown, once all is laid out.
    qtbot.waitUntil(lambda: text.verticalScrollBar().value() == 0)


def test_the_hour_goes_with_its_day(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, qtbot, OPEN)
    qtbot.keyClick(card.text, Qt.Key.Key_1)
    assert "期限 11-27 周五 17:00" in told(card)


@pytest.mark.parametrize("key", [Qt.Key.Key_3, Qt.Key.Key_9, Qt.Key.Key_0])
def test_a_number_that_nothing_has_takes_nothing(
    line: QuickLine, session: Session, qtbot: QtBot, key: Qt.Key
) -> None:
    card = pasted(line, session, qtbot, OPEN)
    qtbot.keyClick(card.text, key)
    assert len(offered(card)) == 2


def test_a_day_taken_out_is_offered_again_and_then_no_more(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot, OPEN)
    qtbot.keyClick(card.text, Qt.Key.Key_2)
    qtbot.keyClick(chip(card, "due_on"), Qt.Key.Key_Delete)
    assert len(offered(card)) == 2
    qtbot.keyClick(offered(card)[0], Qt.Key.Key_Delete)
    assert offered(card) == []
    assert {one.name: one.state for one in card.chips()}["due_on"] is State.ABSENT
    assert card.sentence() == ""


def test_another_day_than_those_offered_is_typed(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, qtbot, OPEN)
    absent = next(one for one in card._chips.chips() if one.chip.state is State.ABSENT)
    qtbot.keyClick(absent, Qt.Key.Key_Return)
    again = row(card)
    assert again is not None
    again.editor.box.take("1130")
    qtbot.keyClick(again.editor.box, Qt.Key.Key_1)
    assert len(offered(card)) == 2
    again.editor.box.take("11-30")
    qtbot.keyClick(again.editor.box, Qt.Key.Key_Return)
    assert "期限 11-30 周一" in told(card)
    assert offered(card) == []


def test_offered_days_come_back_after_a_kill(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    pasted(line, session, qtbot, OPEN)
    idle(session, qtbot)
    again = shown(QuickLine(session), qtbot)
    again.restore()
    idle(session, qtbot)
    assert again.notice is not None
    assert [one.text() for one in offered(again.notice)] == ["期限？ 11-27 周五 17:00", "或 12-01 周二"]


def test_what_lacks_is_asked_for_and_nothing_is_saved(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot, LACKING)
    qtbot.keyClick(card.text, Qt.Key.Key_Return)
    assert "交办单位" in card.sentence()
    assert session.ledger.entries(TASKS) == []
    assert card.field.row is not None
    card.field.row.editor.box.take("消防救援大队")
    qtbot.keyClick(card.field.row.editor.box, Qt.Key.Key_Return)
    assert session.glossary.show(saved(line, card, qtbot).record.department, "zh") == "消防救援大队"


def test_what_recurs_and_has_not_begun_is_waited_for(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, qtbot, "请各社区每月5日前报民政局低保动态表。\n收到请回复。")
    assert card.sentence().startswith("常态事项：每月都要，从12月1日起")
    entry = saved(line, card, qtbot)
    assert entry.register is DEMANDS
    assert session.ledger.entries(TASKS) == []
    assert "12月5日" in line.sentence()


TWICE = "关于开展重点人群走访的通知\n各社区：自12月1日起每日16时前报送走访进展，并于12月12日前报送工作总结。\n区民政局"


def test_another_day_of_a_notice_that_recurs_is_a_chip_and_a_record_of_its_own(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot, TWICE)
    assert told(card)[0] == "记入 常态事项"
    assert "另外 12-12 周六前 重点人群走访工作总结" in told(card)
    card.edit("also")
    editing = row(card)
    assert editing is not None
    assert editing.editor.box.toPlainText() == "重点人群走访工作总结"
    editing.editor.box.setPlainText("走访工作总结")
    qtbot.keyClick(editing.editor.box, Qt.Key.Key_Return)
    assert "另外 12-12 周六前 走访工作总结" in told(card)
    assert told(card)[1] == "标题 关于开展重点人群走访的通知"
    entry = saved(line, card, qtbot)
    assert entry.register is DEMANDS
    idle(session, qtbot)
    assert [one.record.title for one in session.ledger.entries(TASKS)] == ["走访工作总结"]
    assert line.sentence().endswith(
        "12月1日（周二）起会在“今日”里等着，来没来在那里记；另登记一项交办“走访工作总结”，12月12日（周六）到期"
    )
    asked: list[str] = []
    session.list_asked.connect(lambda register, _where: asked.append(register))
    qtbot.mouseClick(line._sentence.buttons[0], Qt.MouseButton.LeftButton)
    assert asked == [DEMANDS.code]


def test_another_day_can_be_taken_out(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, qtbot, TWICE)
    chip(card, "also").removed.emit("also")
    assert not any(said.startswith("另外") for said in told(card))
    saved(line, card, qtbot)
    idle(session, qtbot)
    assert session.ledger.entries(TASKS) == []


def test_what_recurs_is_recorded_as_both(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, qtbot, "请各社区每月28日前报民政局低保动态表。\n收到请回复。")
    assert "频次 每月" in told(card)
    assert card.sentence().endswith("这一份记作11月的")
    entry = saved(line, card, qtbot)
    assert [one.uid for one in session.ledger.entries(DEMANDS)] == [entry.record.demand]


def test_esc_puts_it_down_and_undo_takes_it_up(session: Session, qtbot: QtBot) -> None:
    frame = framed(session, qtbot)
    frame.show_page("task")
    line = frame.line
    assert line is not None
    line.write("民政局 半行")
    card = pasted(line, session, qtbot)
    qtbot.keyClick(card.text, Qt.Key.Key_Escape)
    assert card_of(line) is None
    assert line.text() == "民政局 半行"
    idle(session, qtbot)
    assert PLACE not in drafts(session.ledger)
    session.undo()
    idle(session, qtbot)
    assert card_of(line) is card
    assert card.pasted is not None
    assert card.pasted.text == TEXT


def test_a_second_notice_does_not_throw_the_first_away(session: Session, qtbot: QtBot) -> None:
    frame = framed(session, qtbot)
    frame.show_page("task")
    line = frame.line
    assert line is not None
    pasted(line, session, qtbot)
    card = pasted(line, session, qtbot, LACKING)
    assert card.pasted is not None
    assert card.pasted.text == LACKING
    # Brought back it does not throw the second away either.
    for text in (TEXT, LACKING):
        session.undo()
        idle(session, qtbot)
        assert card.pasted is not None
        assert card.pasted.text == text


def test_a_draft_comes_back_after_a_kill_with_what_was_half_typed(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot)
    chip(card, "asks").removed.emit("asks")
    qtbot.keyClick(chip(card, "due_on"), Qt.Key.Key_Return)
    assert card.field.row is not None
    card.field.row.editor.box.take("12月")
    qtbot.waitUntil(lambda: drafts(session.ledger)[PLACE][1].get("typed") == "12月")
    again = shown(QuickLine(session), qtbot)
    again.restore()
    idle(session, qtbot)
    assert again.notice is not None
    assert told(again.notice) == told(card)
    assert again.notice.field.row is not None
    assert again.notice.field.row.editor.text == "12月"


def test_short_lines_are_an_entry_each_until_one_says_otherwise(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setText("民政局 台账一\n民政局 台账二")
    line.line.insertFromMimeData(data)
    assert card_of(line) is None
    line._sentence.buttons[2].click()
    idle(session, qtbot)
    card = card_of(line)
    assert card is not None
    card.head.link.click()
    assert card_of(line) is None
    assert "2 行" in line.sentence()


def test_a_hundred_thousand_characters_are_one_sentence(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    text = TEXT + "\n" + "这是很长的附录。" * 12_500
    card = pasted(line, session, qtbot, text)
    assert "30,000" in card.sentence()
    assert drafts(session.ledger)[PLACE][1]["text"] == text
    saved(line, card, qtbot)


# In the window.


def framed(session: Session, qtbot: QtBot) -> Frame:
    frame = Frame(session, {})
    qtbot.addWidget(frame)
    frame.resize(1200, 800)
    with qtbot.waitExposed(frame):
        frame.show()
    frame.activateWindow()
    idle(session, qtbot)
    return frame


def clip(text: str = "", image: QImage | None = None) -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if image is not None:
        data.setImageData(image)
    QApplication.clipboard().setMimeData(data)


@pytest.mark.parametrize("page", ["today", "task"])
def test_ctrl_v_anywhere_on_the_page_makes_a_draft(session: Session, qtbot: QtBot, page: str) -> None:
    frame = framed(session, qtbot)
    frame.show_page(page)
    idle(session, qtbot)
    clip(TEXT)
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    within = next(one for one in frame.page.findChildren(QPushButton) if one.isVisible())
    within.setFocus()
    qtbot.keyClick(within, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    idle(session, qtbot)
    line = frame.line
    assert line is not None
    assert card_of(line) is not None
    assert f"notice/{page}" in drafts(session.ledger)


@pytest.mark.parametrize(("text", "image"), [("", False), ("  \n ", False), ("", True)])
def test_a_clipboard_without_text_is_one_sentence(
    session: Session, qtbot: QtBot, text: str, image: bool
) -> None:
    frame = framed(session, qtbot)
    frame.show_page("task")
    idle(session, qtbot)
    clip(text, QImage(4, 4, QImage.Format.Format_RGB32) if image else None)
    with qtbot.waitSignal(session.said) as said:
        frame.paste_notice()
    assert said.args is not None
    assert ("图片" if image else "没有文字") in said.args[0].zh
    assert frame.line is not None
    assert frame.line.notice is None


def test_cells_go_the_way_of_an_import(session: Session, qtbot: QtBot) -> None:
    frame = framed(session, qtbot)
    frame.show_page("task")
    clip("交办单位\t事项名称\t接收日期\n民政局\t低保核查\t2026-11-20")
    frame.paste()
    idle(session, qtbot)
    assert frame.page.code == "import"


def test_a_broken_file_is_one_sentence_and_the_line_stays(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    frame = framed(session, qtbot)
    frame.show_page("task")
    line = frame.line
    assert line is not None
    line.write("民政局 半行")
    (tmp_path / "通知.docx").write_bytes(b"not a document")
    with qtbot.waitSignal(session.runner.troubled, timeout=20_000) as heard:
        frame.drop([tmp_path / "通知.docx"])
    assert heard.args is not None
    assert "通知.docx" in heard.args[0].words.zh
    assert card_of(line) is None
    assert line.text() == "民政局 半行"


def test_a_dropped_text_file_is_a_notice(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    frame = framed(session, qtbot)
    frame.show_page("today")
    (tmp_path / "通知.txt").write_text(TEXT, "utf-8")
    frame.drop([tmp_path / "通知.txt"])
    idle(session, qtbot)
    assert frame.line is not None
    assert frame.line.notice is not None
    assert "交办单位 民政局" in told(frame.line.notice)


@pytest.mark.parametrize("there", [True, False])
def test_the_file_of_a_notice_is_attached_to_its_assignment_and_undone_with_it(
    session: Session, ledger: Ledger, qtbot: QtBot, tmp_path: Path, there: bool
) -> None:
    frame = framed(session, qtbot)
    frame.show_page("task")
    path = tmp_path / "关于摸排的通知.txt"
    path.write_text(TEXT, "utf-8")
    frame.drop([path])
    idle(session, qtbot)
    assert frame.line is not None
    assert frame.line.notice is not None
    if not there:
        path.unlink()
    added: list[Words] = []
    session.added.connect(added.append)
    frame.line.notice.save()
    idle(session, qtbot)
    (entry,) = ledger.entries(TASKS)
    assert [one.stored["name"] for one in attachments(ledger, entry)] == [path.name] * there
    assert [words.zh for words in added] == [
        "找不到“关于摸排的通知.txt”，没有添加。请检查它是否被移动或改名"
    ] * (not there)
    session.undo()
    idle(session, qtbot)
    assert ledger.entries(TASKS) == []
    assert attachments(ledger, entry) == []


def test_a_form_dropped_on_an_assignment_says_where_its_data_went(
    session: Session, ledger: Ledger, qtbot: QtBot, tmp_path: Path, today: date
) -> None:
    columns = "姓名;年龄;健康状况;子女情况;残疾级别"
    early = {
        "title": "老人摸底",
        "department": "民政局",
        "received_on": "2026-06-03",
        "form_columns": columns,
    }
    records.close_task(ledger, records.add(ledger, TASKS, early, today=today), today)
    late = {"title": "独居老人", "department": "卫健局", "received_on": today}
    entry = records.add(ledger, TASKS, late, today=today)
    frame = framed(session, qtbot)
    frame.show_page("task")
    session.open(entry)
    idle(session, qtbot)
    (tmp_path / "表.csv").write_text(columns.replace(";", ",") + ",网格\n", "utf-8")
    frame.drop([tmp_path / "表.csv"], frame.panel.mapTo(frame.window(), frame.panel.rect().center()))
    qtbot.waitUntil(lambda: bool(frame.panel.form_said.sentence.label.text()), timeout=20_000)
    assert frame.panel.form_said.sentence.label.text() == "这 6 栏中有 5 栏6月3日已报民政局"
    kept = ledger.entry(TASKS, entry.uid)
    assert kept is not None
    assert kept.record.form_columns == (*columns.split(";"), "网格")
    with qtbot.waitSignal(session.entry_asked) as asked:
        frame.panel.form_said.sentence.buttons[0].click()
    assert asked.args is not None
    assert asked.args[0].record.title == "老人摸底"


def test_an_english_card_speaks_english(
    ledger: Ledger, qtbot: QtBot, tmp_path: Path, today: date, session: Session
) -> None:
    english = Session(ledger, Look(language="en"), Memory(tmp_path / "e.ini"), today=today)
    line = shown(QuickLine(english), qtbot)
    text = "Notice\nAll communities: please send the list to Civil Affairs by Friday 17:00."
    card = pasted(line, english, qtbot, text)
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
    card = pasted(line, session, qtbot, MEETING)
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
    assert "期限 周五 17:00" in told(card) or "期限 11-27 周五 17:00" in told(card)
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
    idle(session, qtbot)
    assert session.ledger.entries(MEETINGS) == []


def test_a_notice_that_came_twice_is_said_to_be_there(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot)
    assert not any(one.calm for one in card.spoken)
    entry = saved(line, card, qtbot)
    again = pasted(line, session, qtbot, TEXT.replace("。\n请各", "。\n 请各"))
    there = again.spoken[0]
    assert there.same
    assert there.words.zh == f"这份通知已经登记过：{entry.number}，今天登记；再登记会多出一条"
    assert (
        there.words.en
        == f"This notice is recorded already: {entry.number}, today; adding it makes a second one"
    )
    assert there.other == entry
    other = pasted(line, session, qtbot, TEXT.replace("11月25日", "12月25日").replace("拍照留痕", "入户核实"))
    assert not any(one.same for one in other.spoken), "the next one is another"


def test_a_notice_with_much_the_title_of_an_earlier_one_says_so_before_it_is_recorded(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    text = "关于报送独居老人名单的通知\n新民函〔2026〕{n}号\n请各社区于{day}前将名单（姓名、年龄、电话）报民政局。"
    entry = saved(line, pasted(line, session, qtbot, text.format(n=7, day="11月27日")), qtbot)
    much = text.replace("独居", "独居空巢")
    card = pasted(line, session, qtbot, much.format(n=9, day="12月10日"))
    (alike,) = (one for one in card.spoken if one.other == entry)
    assert (alike.calm, alike.same) == (True, False)
    assert alike.words.zh == "与 11-24 登记的“关于报送独居老人名单的通知”很像"
    qtbot.mouseClick(card._spoken.links[card.spoken.index(alike)], Qt.MouseButton.LeftButton)
    assert session.ledger.entries(TASKS) == [entry], "showing it records nothing"
    other = pasted(
        line, session, qtbot, text.replace("独居老人名单", "防汛物资采购").format(n=9, day="12月10日")
    )
    assert not any(one.calm for one in other.spoken)


WEEKLY = "关于做好垃圾分类巡查工作的通知\n各社区：从12月1日起，请各社区每周五16:00前将《垃圾分类巡查周报》报区城管局。"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_notice_that_was_asked_about_comes_back_behind_the_next_one(
    session: Session, qtbot: QtBot, key: Qt.Key
) -> None:
    frame = framed(session, qtbot)
    line = frame.line
    assert line is not None
    said: list[Words] = []
    session.said.connect(said.append)
    pasted(line, session, qtbot, WEEKLY).save()
    idle(session, qtbot)
    card = pasted(line, session, qtbot, WEEKLY.replace("做好", "报送"))
    qtbot.keyClick(card.text, Qt.Key.Key_Return)
    idle(session, qtbot)
    pasted(line, session, qtbot)
    assert [one.zh for one in said] == ["“关于报送垃圾分类巡查工作的通知”还没有登记，这一份之后再回来"]
    qtbot.keyClick(card.text, key)
    idle(session, qtbot)
    assert len(session.ledger.entries(TASKS)) == (key == Qt.Key.Key_Return)
    assert card_of(line) is card
    assert card.pasted is not None
    assert card.pasted.value("title") == "关于报送垃圾分类巡查工作的通知"
    card.save(anew=True)
    idle(session, qtbot)
    assert card_of(line) is None
    assert len(session.ledger.entries(DEMANDS)) == 2


def test_a_notice_like_a_recorded_one_is_recorded_all_the_same_by_one_key(
    session: Session, qtbot: QtBot
) -> None:
    frame = framed(session, qtbot)
    qtbot.waitUntil(frame.isActiveWindow)
    line = frame.line
    assert line is not None
    pasted(line, session, qtbot, WEEKLY).save()
    idle(session, qtbot)
    card = pasted(line, session, qtbot, WEEKLY.replace("做好", "报送"))
    qtbot.keyClick(card.text, Qt.Key.Key_Return)
    idle(session, qtbot)
    assert card_of(line) is card
    (first,) = session.ledger.entries(DEMANDS)
    assert str(first.number) in card.sentence()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "是另一件，仍要登记"
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    idle(session, qtbot)
    assert card_of(line) is None
    assert len(session.ledger.entries(DEMANDS)) == 2


def test_flags_of_a_former_notice_do_not_stand_below_the_next_one(
    line: QuickLine, session: Session, qtbot: QtBot, today: date
) -> None:
    saved: list[Entry] = []
    line.recorded.connect(saved.append)
    pasted(line, session, qtbot).save()
    idle(session, qtbot)
    (first,) = saved
    refresh(session.ledger, Watch(session.ledger, today), [first], today=today)
    flags = open_flags(session.ledger, first.uid, today)
    session.noticed.emit(first.uid, flags)
    assert line.notices()
    pasted(line, session, qtbot, "请各社区做好防火宣传。\n12月3日前报区民政局。").save()
    idle(session, qtbot)
    assert str(saved[1].number) in line.sentence()
    assert list(line.notices()) == []
    session.noticed.emit(first.uid, flags)
    assert list(line.notices()) == []


NUMBERED = "关于{how}做好独居老人信息核查工作的通知\n新民发〔2026〕{n}号\n请各社区于12月{day}日前将核查情况报民政局。"


def test_what_is_recorded_though_it_is_alike_says_so_and_waits_beside_the_earlier_one(
    line: QuickLine, session: Session, qtbot: QtBot, today: date
) -> None:
    saved: list[Entry] = []
    line.recorded.connect(saved.append)
    pasted(line, session, qtbot, NUMBERED.format(how="", n=5, day=4)).save()
    idle(session, qtbot)
    card = pasted(line, session, qtbot, NUMBERED.format(how="进一步", n=8, day=9))
    before = [one.words.zh for one in card.spoken if one.other == saved[0]]
    assert before == ["同期重报：11月24日民政局“关于做好独居老人信息核查工作的通知”期限未到，又来一份"]
    card.save()
    idle(session, qtbot)
    assert [one.entry for one in line.notices()] == [saved[0]]
    refresh(session.ledger, Watch(session.ledger, today), saved, today=today)
    assert open_flags(session.ledger, saved[0].uid, today) == ()
    flags = open_flags(session.ledger, saved[1].uid, today)
    session.noticed.emit(saved[1].uid, flags)
    (told_of,) = line.notices()
    assert (told_of.words.zh, told_of.flag, told_of.entry) == ("同期重报", True, saved[0])


def test_a_summary_wanted_beside_a_rhythm_is_not_said_to_be_alike(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    text = (
        "关于报送低温防范情况的通知\n请各社区每日17:00前报低温防范情况，12月4日前报低温防范情况总结。\n民政局"
    )
    pasted(line, session, qtbot, text).save()
    idle(session, qtbot)
    assert len(session.ledger.entries(TASKS)) == 2
    assert list(line.notices()) == []


def test_what_is_alike_to_a_former_entry_is_not_told_below_the_next_notice(
    line: QuickLine, session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked when the line was saved, answered when the notice was."""
    late: list[Callable[[], None]] = []
    do = session.runner.do

    def held(work: Callable[[], Any], then: Callable[[Any], None] | None = None, **more: Any) -> None:
        def wait(answer: Any) -> None:
            late.append(lambda: then(answer) if then is not None else None)

        do(work, wait if more.get("owner") is line._telling else then, **more)

    line.write("周五前 民政局 独居老人名单")
    line.submit()
    idle(session, qtbot)
    monkeypatch.setattr(session.runner, "do", held)
    line.write("周五前 民政局 独居老人名单")
    line.submit()
    idle(session, qtbot)
    pasted(line, session, qtbot, "请各社区做好防火宣传。\n12月3日前报区民政局。").save()
    idle(session, qtbot)
    assert late
    for answer in late:
        answer()
    assert list(line.notices()) == []
