"""How a notice comes into the window: pasted anywhere, dropped as a file; and how nothing of it is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.quick.pasting import LACKING, PLACE, TEXT, card_of, framed, pasted, told
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk import records
from mingbai.desk.attachments import attachments
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.drafts import drafts
from mingbai.ledger.ledger import Ledger
from mingbai.ui.session import Session


def test_esc_puts_it_down_and_undo_takes_it_up(session: Session, qtbot: QtBot) -> None:
    frame = framed(session, qtbot)
    frame.show_page("task")
    line = frame.line
    assert line is not None
    line.write("民政局 半行")
    card = pasted(line, session)
    qtbot.keyClick(card.text, Qt.Key.Key_Escape)
    assert card_of(line) is None
    assert line.text() == "民政局 半行"
    settled(session)
    assert PLACE not in drafts(session.ledger)
    session.undo()
    settled(session)
    assert card_of(line) is card
    assert card.pasted is not None
    assert card.pasted.text == TEXT


def test_a_second_notice_does_not_throw_the_first_away(session: Session, qtbot: QtBot) -> None:
    frame = framed(session, qtbot)
    frame.show_page("task")
    line = frame.line
    assert line is not None
    pasted(line, session)
    card = pasted(line, session, LACKING)
    assert card.pasted is not None
    assert card.pasted.text == LACKING
    # Brought back it does not throw the second away either.
    for text in (TEXT, LACKING):
        session.undo()
        settled(session)
        assert card.pasted is not None
        assert card.pasted.text == text


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
    settled(session)
    clip(TEXT)
    frame.activateWindow()
    until(frame.isActiveWindow)
    within = next(one for one in frame.page.findChildren(QPushButton) if one.isVisible())
    within.setFocus()
    qtbot.keyClick(within, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(session)
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
    settled(session)
    clip(text, QImage(4, 4, QImage.Format.Format_RGB32) if image else None)
    with qtbot.waitSignal(session.said, timeout=PATIENCE_MS) as said:
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
    settled(session)
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
    with qtbot.waitSignal(session.runner.troubled, timeout=PATIENCE_MS) as heard:
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
    settled(session)
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
    settled(session)
    assert frame.line is not None
    assert frame.line.notice is not None
    if not there:
        path.unlink()
    added: list[Words] = []
    session.added.connect(added.append)
    frame.line.notice.save()
    settled(session)
    (entry,) = ledger.entries(TASKS)
    assert [one.stored["name"] for one in attachments(ledger, entry)] == [path.name] * there
    assert [words.zh for words in added] == [
        "找不到“关于摸排的通知.txt”，没有添加。请检查它是否被移动或改名"
    ] * (not there)
    session.undo()
    settled(session)
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
    settled(session)
    (tmp_path / "表.csv").write_text(columns.replace(";", ",") + ",网格\n", "utf-8")
    frame.drop([tmp_path / "表.csv"], frame.panel.mapTo(frame.window(), frame.panel.rect().center()))
    until(lambda: bool(frame.panel.form_said.sentence.label.text()))
    assert frame.panel.form_said.sentence.label.text() == "这 6 栏中有 5 栏6月3日已报民政局"
    kept = ledger.entry(TASKS, entry.uid)
    assert kept is not None
    assert kept.record.form_columns == (*columns.split(";"), "网格")
    with qtbot.waitSignal(session.entry_asked, timeout=PATIENCE_MS) as asked:
        frame.panel.form_said.sentence.buttons[0].click()
    assert asked.args is not None
    assert asked.args[0].record.title == "老人摸底"
