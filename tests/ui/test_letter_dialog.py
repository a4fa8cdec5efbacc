"""The letter dialog: three kinds, edited by hand, saved as a file; nothing typed is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.waiting import settled, until

from mingbai.desk import records, review
from mingbai.domain.letter import LetterKind
from mingbai.domain.point import POINTS
from mingbai.domain.task import TASKS
from mingbai.ledger.drafts import drafts
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui.folders import Purpose, last_folder
from mingbai.ui.letters.dialog import LetterDialog
from mingbai.ui.look.look import Look
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.session import Session


@pytest.fixture
def entry(ledger: Ledger, today: date) -> Entry:
    draft = {"received_on": "2026-11-20", "department": "民政局", "title": "上报重点人群台账"}
    made = records.add(ledger, TASKS, draft, today=today)
    review.flag(ledger, made, "GD-INS-3", evidence="与6月3日报送的表格有9栏相同", today=today)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(session: Session, entry: Entry, window: QWidget) -> LetterDialog:
    return shown(session, entry, window)


def shown(session: Session, entry: Entry, window: QWidget) -> LetterDialog:
    made = LetterDialog(session, entry, window)
    made.show()
    return made


def goes_to(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> list[str]:
    """The next files go there; the answer fills with what was suggested."""
    suggested: list[str] = []

    def ask(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        suggested.append(proposed)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return suggested


def test_it_begins_with_the_letter_to_the_joint_office_and_says_what_was_left_out(
    dialog: LetterDialog,
) -> None:
    assert dialog.kinds[LetterKind.JOINT].isChecked()
    assert dialog.title.text() == "关于商请核实“上报重点人群台账”有关事项的函"
    assert dialog.addressee.text() == "联席会议办公室"
    assert "与6月3日报送的表格有9栏相同" in dialog.text.toPlainText()
    assert dialog.left_out.text() == "“频繁填报”的依据没有写进去：报道所见，请核对原文"
    assert dialog.focusWidget() is dialog.text
    assert dialog.anew.isHidden()


def test_each_kind_keeps_its_own_text(dialog: LetterDialog) -> None:
    dialog.text.setPlainText("改成这样。")
    QTest.mouseClick(dialog.kinds[LetterKind.FILE], Qt.MouseButton.LeftButton)
    assert dialog.title.text() == "关于“上报重点人群台账”的备查记录"
    assert not dialog.addressee.isVisible()
    dialog.choose(LetterKind.JOINT)
    assert dialog.text.toPlainText() == "改成这样。"


def test_ctrl_s_saves_what_stands_there_and_remembers_the_folder(
    dialog: LetterDialog, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "函件"
    folder.mkdir()
    suggested = goes_to(monkeypatch, folder / "商请函")
    dialog.text.setPlainText("第一段。\n第二段。")
    QTest.keyClick(dialog.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settled(session)
    until(dialog.folder.isVisible)
    assert Path(suggested[0]).name == "关于商请核实 上报重点人群台账 有关事项的函.docx"
    with ZipFile(folder / "商请函.docx") as package:
        document = package.read("word/document.xml").decode()
    assert "第一段。" in document
    assert "第二段。" in document
    assert last_folder(session.memory, Purpose.LETTERS) == folder
    assert "商请函.docx" in dialog.notice.text
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog.folder.click()
    dialog.open_button.click()
    assert [Path(url.toLocalFile()) for url in opened] == [folder, folder / "商请函.docx"]
    assert "没有能打开函件的程序" in dialog.notice.text
    assert str(folder / "商请函.docx") in dialog.notice.text, "where it stands is told still"


def test_what_stands_in_the_way_is_said_and_nothing_is_lost(
    dialog: LetterDialog, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_to(monkeypatch, tmp_path / "没有这个" / "函.docx")
    dialog.text.setPlainText("第一段。")
    dialog.save()
    settled(session)
    until(lambda: bool(dialog.notice.text))
    assert "找不到文件夹" in dialog.notice.text
    assert dialog.text.toPlainText() == "第一段。"


def test_given_up_in_the_file_dialog_nothing_happens(
    dialog: LetterDialog, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_to(monkeypatch, "")
    dialog.save()
    assert not session.runner.busy
    assert dialog.notice.text == ""


def test_edited_text_is_there_again_and_can_be_drafted_anew(
    dialog: LetterDialog, session: Session, entry: Entry, window: QWidget
) -> None:
    before = dialog.text.toPlainText()
    QTest.keyClicks(dialog.text, "x")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settled(session)
    assert not dialog.isVisible()
    again = shown(session, entry, window)
    assert again.text.toPlainText() == "x" + before
    assert again.anew.isVisible()
    again.anew.click()
    assert again.text.toPlainText() == before
    again.reject()
    settled(session)
    assert drafts(session.ledger) == {}


def test_enter_in_a_field_neither_saves_nor_closes(
    dialog: LetterDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested = goes_to(monkeypatch, "")
    dialog.title.setFocus()
    QTest.keyClick(dialog.title, Qt.Key.Key_Return)
    assert suggested == []
    assert dialog.isVisible()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_a_small_screen_with_room_for_text(
    session: Session, entry: Entry, window: QWidget, language: str, scale: float
) -> None:
    wear(session, Look(language=language, scale=scale))  # type: ignore[arg-type]
    made = shown(session, entry, window)
    assert made.width() <= window.width()
    assert made.height() <= window.height()
    assert made.minimumSizeHint().width() <= made.width()
    assert made.text.height() >= 4 * made.text.fontMetrics().lineSpacing()


def test_the_panel_offers_it_for_what_is_reviewed(session: Session, entry: Entry, qtbot: QtBot) -> None:
    panel = RecordPanel(session)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_entry(entry)
    command = next(one for one in panel.commands() if one.code == "panel.letter")
    command.run()
    made = panel.findChild(LetterDialog)
    assert made is not None
    assert made.isVisible()
    made.reject()
    settled(session)


def test_one_key_on_the_review_page_opens_it(session: Session, entry: Entry, qtbot: QtBot) -> None:
    page = ReviewPage(session)
    qtbot.addWidget(page)
    page.resize(1076, 768)
    page.show()
    page.arrive()
    until(lambda: page.review is not None and page.list.current() is not None)
    QTest.keyClick(page.list, Qt.Key.Key_L)
    made = page.findChild(LetterDialog)
    assert made is not None
    assert str(entry.stored["title"]) in made.title.text()
    made.reject()
    settled(session)


def test_saved_to_the_joint_office_it_is_a_point_that_the_panel_tells(
    session: Session,
    entry: Entry,
    window: QWidget,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panel = RecordPanel(session)
    qtbot.addWidget(panel)
    panel.resize(400, 900)
    panel.show()
    panel.show_entry(entry)
    assert not panel.standings.lines
    dialog = shown(session, entry, window)
    goes_to(monkeypatch, tmp_path / "函.docx")
    told: list[str] = []
    session.done.connect(lambda words: told.append(words.zh))
    dialog.save()
    until(lambda: bool(told))
    settled(session)
    assert told == ["已记入反映事项：上报重点人群台账"]
    assert "已记入反映事项" in dialog.notice.text
    assert [line.text() for line in panel.standings.lines] == ["今天向联席会议办公室反映，等答复"]
    dialog.save()
    settled(session)
    until(lambda: "等答复" in dialog.notice.text)
    assert len(session.ledger.entries(POINTS)) == 1
    session.undo()
    settled(session)
    until(lambda: not panel.standings.lines)
    assert session.ledger.entries(POINTS) == []
