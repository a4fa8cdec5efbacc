"""Files of the open entry: added, opened, removed and saved by hand and by keyboard, and told where they cannot be."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.exchange.camera import drawn, red
from tests.ui.panel.recording import ISSUE, TASK, saved
from tests.ui.waiting import settled

from mingbai.desk import attachments as desk
from mingbai.desk.attachments import Given, attach, attachments
from mingbai.desk.erasing import erase_person
from mingbai.desk.list_columns import FILES
from mingbai.desk.opened_copies import OpenedCopies
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.issue import ISSUES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.contents import content_pieces
from mingbai.ledger.ledger import Entry
from mingbai.ui.panel import attached, attaching
from mingbai.ui.panel.erasing_file import EraseFileDialog
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.session import Session
from mingbai.ui.shell.frame import Frame
from mingbai.ui.table.columns import all_names, columns_of
from mingbai.ui.table.model import RowsModel

PDF = b"%PDF-1.7 a notice"
PLAIN = "<w:p><w:r><w:t>请报</w:t></w:r></w:p>"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """What was given to other programs instead of being opened."""
    found: list[Path] = []
    copies = OpenedCopies(tmp_path)
    monkeypatch.setattr(attaching, "copies", lambda: copies)
    monkeypatch.setattr(attached, "copies", lambda: copies)

    def opens(path: Path) -> bool:
        found.append(path)
        return True

    monkeypatch.setattr(attaching, "open_path", opens)
    return found


def files(tmp_path: Path, *names: str) -> list[Path]:
    for name in names:
        (tmp_path / name).write_bytes(PDF + name.encode())
    return [tmp_path / name for name in names]


def shown(panel: RecordPanel) -> list[str]:
    return [str(line.file.stored["name"]) for line in panel.attached.lines.values()]


def with_files(panel: RecordPanel, tmp_path: Path, *names: str) -> Entry:
    entry = saved(panel.session, ISSUES, ISSUE)
    given = [Given.file(path) for path in files(tmp_path, *names)]
    if given:
        attach(panel.session.ledger, entry, given, today=panel.session.today)
    panel.show_entry(entry)
    return entry


def button(panel: RecordPanel, at: int) -> attached.FileButton:
    return list(panel.attached.lines.values())[at].button


def test_files_that_were_chosen_are_shown_and_can_be_undone(
    panel: RecordPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = panel.session
    panel.show_entry(saved(session, TASKS, TASK))
    assert panel.attached._hint.isVisibleTo(panel)
    chosen = [str(path) for path in files(tmp_path, "通知.pdf", "名单.xlsx")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    done: list[Words] = []
    session.done.connect(done.append)
    panel.attached.add_button.click()
    settled(session)
    assert shown(panel) == ["通知.pdf", "名单.xlsx"]
    assert [words.zh for words in done] == ["已添加 2 个附件"]
    assert not panel.attached._hint.isVisibleTo(panel)
    assert "今天添加" in button(panel, 0).accessibleName()
    session.undo()
    settled(session)
    assert shown(panel) == []


def test_enter_and_a_double_click_open_a_copy_and_one_click_does_not(
    panel: RecordPanel, tmp_path: Path, opened: list[Path]
) -> None:
    with_files(panel, tmp_path, "通知.pdf")
    line = button(panel, 0)
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    settled(panel.session)
    assert opened == []
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    settled(panel.session)
    QTest.mouseDClick(line, Qt.MouseButton.LeftButton)
    settled(panel.session)
    assert [path.name for path in opened] == ["通知.pdf"] * 2
    assert opened[0].read_bytes().startswith(PDF)
    erase_person(panel.session.ledger, [entry_of(panel)])
    settled(panel.session)
    assert not opened[0].exists(), "what was opened of an erased person is gone"


def entry_of(panel: RecordPanel) -> Entry:
    assert panel.entry is not None
    return panel.entry


def test_what_may_be_a_program_is_not_opened_but_saved(
    panel: RecordPanel, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_files(panel, tmp_path, "清理.bat")
    session = panel.session
    QTest.keyClick(button(panel, 0), Qt.Key.Key_Return)
    settled(session)
    assert opened == []
    assert "可能是程序" in panel.attached.note
    menu = panel.attached.menu(next(iter(panel.attached.lines.values())).file)
    by_words = {action.text(): action for action in menu.actions()}
    assert not by_words["打开"].isEnabled()
    out = tmp_path / "out" / "清理.bat"
    out.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    wrote: list[object] = []
    session.wrote.connect(wrote.append)
    said: list[Words] = []
    session.said.connect(said.append)
    by_words["另存为"].trigger()
    settled(session)
    assert out.read_bytes() == PDF + "清理.bat".encode()
    assert wrote == [], "the status bar would offer to open it"
    assert said[-1].zh == "已另存为 清理.bat"
    menu.close()


def test_delete_removes_the_next_one_has_the_keys_and_undo_brings_it_back(
    panel: RecordPanel, tmp_path: Path
) -> None:
    session = panel.session
    with_files(panel, tmp_path, "一.pdf", "二.pdf", "三.pdf")
    left: list[bool] = []
    panel.left.connect(lambda: left.append(True))
    done: list[Words] = []
    session.done.connect(done.append)
    button(panel, 1).setFocus()
    for expected in (["一.pdf", "三.pdf"], ["一.pdf"]):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Delete)
        settled(session)
        assert shown(panel) == expected
    assert button(panel, 0).hasFocus()
    QTest.keyClick(button(panel, 0), Qt.Key.Key_Delete)
    settled(session)
    assert shown(panel) == []
    assert panel.attached.add_button.hasFocus()
    assert left == []
    assert done[0].zh == "已移除附件 二.pdf"
    for _ in range(3):
        session.undo()
        settled(session)
    assert sorted(shown(panel)) == sorted(["一.pdf", "二.pdf", "三.pdf"])


def test_what_cannot_be_added_is_told_beside_the_files(panel: RecordPanel, tmp_path: Path) -> None:
    session = panel.session
    panel.show_entry(saved(session, TASKS, TASK))
    (tmp_path / "空.pdf").touch()
    panel.take_files([tmp_path / "空.pdf"])
    settled(session)
    assert panel.attached.note == "“空.pdf”是空文件，没有添加"
    added: list[Words] = []
    session.added.connect(added.append)
    panel.take_files([tmp_path / "空.pdf", *files(tmp_path, "通知.pdf")])
    settled(session)
    assert panel.attached.note == ""
    assert shown(panel) == ["通知.pdf"]
    assert [words.zh for words in added] == ["“空.pdf”是空文件，没有添加"]


def test_stopped_nothing_is_attached(panel: RecordPanel, tmp_path: Path) -> None:
    session = panel.session
    panel.show_entry(saved(session, TASKS, TASK))
    said: list[Words] = []
    session.said.connect(said.append)
    session.runner.job_began.connect(lambda job: job.progress.stop())
    panel.take_files(files(tmp_path, "通知.pdf"))
    settled(session)
    assert shown(panel) == []
    assert [words.zh for words in said] == ["已停止，没有添加附件"]


def test_it_is_told_once_that_the_ledger_has_grown_large(
    panel: RecordPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = panel.session
    panel.show_entry(saved(session, TASKS, TASK))
    monkeypatch.setattr(desk, "LARGE_LEDGER", 1000)
    added: list[Words] = []
    session.added.connect(added.append)
    for path in files(tmp_path, "一.pdf", "二.pdf"):
        panel.take_files([path])
        settled(session)
    assert len(added) == 1
    assert "备份" in added[0].zh


def test_lists_and_what_lies_in_the_bin_take_none(panel: RecordPanel, tmp_path: Path) -> None:
    session = panel.session
    panel.show_entry(session.ledger.entries(DEPARTMENTS)[0])
    assert not panel.attached.isVisibleTo(panel)
    assert not panel.takes_files
    entry = with_files(panel, tmp_path, "通知.pdf")
    with session.ledger.act("bin") as act:
        act.bin(ISSUES, entry.uid)
    settled(session)
    assert shown(panel) == ["通知.pdf"]
    assert not panel.attached.add_button.isVisibleTo(panel)
    assert not any(command.code == "panel.attach" for command in panel.commands())
    QTest.keyClick(button(panel, 0), Qt.Key.Key_Delete)
    settled(session)
    assert shown(panel) == ["通知.pdf"]


def test_a_removed_file_is_brought_back_or_erased_for_good(
    panel: RecordPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = panel.session
    with_files(panel, tmp_path, "一.pdf", "二.pdf")
    for at in (1, 0):
        QTest.keyClick(button(panel, at), Qt.Key.Key_Delete)
        settled(session)
    assert shown(panel) == []
    assert panel.attached.gone_button.text() == "已移除 2 个"
    panel.attached.gone_button.click()
    assert shown(panel) == ["一.pdf", "二.pdf"]
    assert button(panel, 0).hasFocus()
    assert button(panel, 0).accessibleName().endswith("已移除")
    QTest.keyClick(button(panel, 0), Qt.Key.Key_Return)
    settled(session)
    entry = entry_of(panel)
    assert [one.stored["name"] for one in attachments(session.ledger, entry)] == ["一.pdf"]
    removed = panel.attached.lines[next(uid for uid, gone in panel.attached.lines if gone), True].file
    for meant in (False, True):
        monkeypatch.setattr(EraseFileDialog, "exec", lambda _, meant=meant: meant)
        said: list[Words] = []
        session.said.connect(said.append)
        menu = panel.attached.menu(removed)
        next(action for action in menu.actions() if action.text() == "永久清除").trigger()
        menu.close()
        settled(session)
        assert (len(shown(panel)) == 1) == meant
        assert bool(said) == meant
    assert PDF + "二.pdf".encode() not in b"".join(at.read_bytes() for at in ledger_files(session))
    assert PDF + "一.pdf".encode() in b"".join(at.read_bytes() for at in ledger_files(session))


def ledger_files(session: Session) -> list[Path]:
    path = session.ledger.path
    return [at for at in path.parent.iterdir() if at.name.startswith(path.name)]


def test_many_files_are_folded(panel: RecordPanel, tmp_path: Path) -> None:
    with_files(panel, tmp_path, *(f"{n:02}.pdf" for n in range(20)))
    assert len(shown(panel)) == attached.MOST
    assert panel.attached._all_button.text() == "显示全部 20 个"
    panel.attached._all_button.click()
    assert len(shown(panel)) == 20
    assert button(panel, attached.MOST).hasFocus()


def test_a_long_name_is_cut_in_its_middle_and_whole_in_the_tooltip(
    panel: RecordPanel, tmp_path: Path
) -> None:
    name = "关于进一步做好冬季安全生产和消防安全隐患排查整治工作的通知.pdf"
    with_files(panel, tmp_path, name)
    settled(panel)
    line = button(panel, 0)
    assert line.text().endswith(".pdf")
    assert "…" in line.text()
    assert line.toolTip() == name
    assert line.accessibleName().startswith(name)
    (whole,) = panel.attached.lines.values()
    for part in (whole.button, whole.more):
        assert whole.rect().contains(part.geometry())


# Copied and dropped.


def copied(image: QImage | None = None, paths: list[Path] | None = None, text: str = "") -> None:
    held = QMimeData()
    if image is not None:
        held.setImageData(image)
    if paths is not None:
        held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        held.setText(text)
    QApplication.clipboard().setMimeData(held)


def test_a_copied_picture_and_copied_files_are_pasted_also_from_a_field(
    panel: RecordPanel, tmp_path: Path
) -> None:
    session = panel.session
    entry = saved(session, TASKS, TASK)
    panel.show_entry(entry)
    copied(red())
    box = dict(panel._editors())["title"].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(session)
    assert [name.startswith("图片 2026-11-24 ") for name in shown(panel)] == [True]
    (one,) = attachments(session.ledger, entry)
    data = b"".join(content_pieces(session.ledger, str(one.stored["sha256"])))
    assert drawn(data) == red()
    copied(paths=files(tmp_path, "通知.pdf"))
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(session)
    assert shown(panel)[1:] == ["通知.pdf"]
    assert box.toPlainText() == TASK["title"]
    copied(text="改了")
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.toPlainText() == "改了"
    copied(red(), text="表格里的字")
    assert not panel.take_copied(), "cells come with a picture of themselves"


def test_ctrl_v_in_the_window_goes_where_it_belongs(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    frame = Frame(session, {})
    qtbot.addWidget(frame)
    frame.resize(1280, 800)
    frame.show()
    entry = saved(session, TASKS, TASK)
    frame.show_page("task")
    session.open(entry)
    settled(session)
    frame.panel.attached.add_button.setFocus()
    copied(paths=files(tmp_path, "通知.pdf"))
    QTest.keyClick(frame.panel.attached.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(session)
    assert shown(frame.panel) == ["通知.pdf"]
    # A picture is nothing that a list could take: it goes to what is open.
    frame.page.take_focus()
    copied(red())
    frame.paste()
    settled(session)
    assert len(shown(frame.panel)) == 2
    spot = frame.panel.mapTo(frame.window(), QPoint(40, 300))
    frame.drop(files(tmp_path, "一.docx", "二.docx"), spot)
    settled(session)
    assert len(shown(frame.panel)) == 4
    frame.deleteLater()


def test_a_form_dropped_on_an_assignment_is_kept_as_a_file_too(panel: RecordPanel, tmp_path: Path) -> None:
    session = panel.session
    panel.show_entry(saved(session, TASKS, TASK))
    (tmp_path / "表.csv").write_text("姓名,年龄,健康状况,子女情况\n", "utf-8")
    panel.take_files([tmp_path / "表.csv"])
    settled(session)
    assert shown(panel) == ["表.csv"]
    assert panel.entry is not None
    assert panel.entry.record.form_columns == ("姓名", "年龄", "健康状况", "子女情况")
    (tmp_path / "结果.csv").write_text("姓名,住址,意见\n", "utf-8")
    panel.take_files([tmp_path / "结果.csv"])
    settled(session)
    assert len(shown(panel)) == 2
    assert len(panel.entry.record.form_columns) == 4, "another table is only a file"


def test_a_form_that_is_chosen_is_read_like_one_that_is_dropped_and_its_news_is_seen(
    panel: RecordPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = panel.session
    panel.resize(364, 260)
    panel.show_entry(saved(session, TASKS, TASK))
    form = tmp_path / "表.csv"
    form.write_text("姓名,年龄,健康状况,子女情况\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(form)], ""))
    bar = panel._scroll.verticalScrollBar()
    settled(panel)
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    panel.attached.add_button.click()
    settled(session)
    assert panel.entry is not None
    assert panel.entry.record.form_columns == ("姓名", "年龄", "健康状况", "子女情况")
    assert panel.form_said.isVisible()
    assert not panel.form_said.visibleRegion().isEmpty(), "what is said stands above what was in sight"


def test_of_a_letter_without_a_form_nothing_is_said(panel: RecordPanel, tmp_path: Path) -> None:
    session = panel.session
    panel.show_entry(saved(session, TASKS, TASK))
    text = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:document>'
    )
    cells = "".join(f"<w:tc>{PLAIN}</w:tc>".replace("请报", name) for name in ("姓名", "年龄", "住址"))
    for name, body in (("通知.docx", PLAIN), ("附表.docx", f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")):
        with zipfile.ZipFile(tmp_path / name, "w") as made:
            made.writestr("word/document.xml", text.format(f"<w:body>{body}</w:body>"))
        panel.take_files([tmp_path / name])
        settled(session)
        assert panel.entry is not None
        form = () if name == "通知.docx" else ("姓名", "年龄", "住址")
        assert (panel.entry.record.form_columns or ()) == form
        assert panel.form_said.isVisible() == bool(form)
    assert shown(panel) == ["通知.docx", "附表.docx"]


# In a list.


def test_a_list_counts_the_files_where_that_is_chosen_and_asks_nothing_else(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert FILES in all_names(TASKS)
    assert FILES not in all_names(DEPARTMENTS)
    entry = saved(session, TASKS, TASK)
    asked: list[str] = []
    rows = session.ledger.rows

    def heard(sql: str, parameters: object = ()) -> object:
        asked.append(sql)
        return rows(sql, parameters)  # type: ignore[arg-type]

    monkeypatch.setattr(session.ledger, "rows", heard)
    parent = Frame(session, {})
    qtbot.addWidget(parent)
    model = RowsModel(session, TASKS, columns_of(TASKS, ("title",), session.look), parent)
    model.ask(model.question)
    settled(session)
    model.cell(0, 0)
    assert not any("attachment" in sql for sql in asked)
    model.show_columns(columns_of(TASKS, ("title", FILES), session.look))
    assert model.data(model.index(0, 1)) == ""
    given = [Given.file(path) for path in files(tmp_path, "一.pdf", "二.pdf")]
    attach(session.ledger, entry, given, today=session.today)
    settled(session)
    assert model.data(model.index(0, 1)) == "2"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "附件"
    assert model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "2"
    parent.deleteLater()
