"""A notice in the quick-add line: its chips, what they answer to, and that nothing of it is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.test_quick_line import shown

from mingbai.desk import records
from mingbai.desk.attachments import attachments
from mingbai.domain.demand import DEMANDS
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
    return card._row


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
        "标题 关于报送独居老人名单的通知",
        "来文单位 民政局",
        "期限 11-25 周三 17:00",
        "类型 报表",
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
    assert {one.name for one in card.chips()} == {"title", "department", "due_on", "kind"}
    qtbot.keyClick(chip(card, "department"), Qt.Key.Key_Backspace)
    assert {one.name: one.state for one in card.chips()}["department"] is State.LACKING


def test_a_guess_is_changed_in_its_small_editor(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, qtbot)
    qtbot.keyClick(chip(card, "due_on"), Qt.Key.Key_Return)
    assert card._row is not None
    box = card._row.editor.box
    qtbot.waitUntil(box.hasFocus)
    box.take("某一天")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert card._row.note
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
    assert "来文单位 民政局" in told(card)
    assert card_of(line) is card


def test_what_lacks_is_asked_for_and_nothing_is_saved(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot, LACKING)
    qtbot.keyClick(card.text, Qt.Key.Key_Return)
    assert "交办单位" in card.sentence()
    assert session.ledger.entries(TASKS) == []
    assert card._row is not None
    card._row.editor.box.take("消防救援大队")
    qtbot.keyClick(card._row.editor.box, Qt.Key.Key_Return)
    assert session.glossary.show(saved(line, card, qtbot).record.department, "zh") == "消防救援大队"


def test_what_recurs_is_recorded_as_both(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    card = pasted(line, session, qtbot, "请各社区每月5日前报民政局低保动态表。\n收到请回复。")
    assert "频次 每月" in told(card)
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
    session.undo()
    idle(session, qtbot)
    assert card.pasted is not None
    assert card.pasted.text == TEXT


def test_a_draft_comes_back_after_a_kill_with_what_was_half_typed(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    card = pasted(line, session, qtbot)
    chip(card, "asks").removed.emit("asks")
    qtbot.keyClick(chip(card, "due_on"), Qt.Key.Key_Return)
    assert card._row is not None
    card._row.editor.box.take("12月")
    qtbot.waitUntil(lambda: drafts(session.ledger)[PLACE][1].get("typed") == "12月")
    again = shown(QuickLine(session), qtbot)
    again.restore()
    idle(session, qtbot)
    assert again.notice is not None
    assert told(again.notice) == told(card)
    assert again.notice._row is not None
    assert again.notice._row.editor.text == "12月"


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
    card._other.click()
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
    assert "来文单位 民政局" in told(frame.line.notice)


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
    records.add(ledger, TASKS, early, today=today)
    late = {"title": "独居老人", "department": "卫健局", "received_on": today}
    entry = records.add(ledger, TASKS, late, today=today)
    frame = framed(session, qtbot)
    frame.show_page("task")
    session.open(entry)
    idle(session, qtbot)
    (tmp_path / "表.csv").write_text(columns.replace(";", ",") + ",网格\n", "utf-8")
    frame.drop([tmp_path / "表.csv"], frame.panel.mapTo(frame.window(), frame.panel.rect().center()))
    qtbot.waitUntil(lambda: bool(frame.panel.form_said.sentence.label.text()), timeout=20_000)
    assert frame.panel.form_said.sentence.label.text() == "这 6 栏中有 5 栏 6 月 3 日已报民政局"
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
    assert {"From Civil Affairs", "Due Fri 27 Nov 17:00"} <= set(told(card))
    english.runner.close()
