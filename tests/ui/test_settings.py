"""The settings: fields save when left, lists open, the look is chosen and kept, backups are made and restored."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from tests.ui.conftest import wear
from tests.ui.waiting import PATIENCE_MS, double_click_within, settled, until

from mingbai.desk.places import place_of
from mingbai.desk.records import add, change
from mingbai.domain.place import PLACES, MonthEnd
from mingbai.domain.task import TASKS
from mingbai.ledger.backups import back_up, backup_folder
from mingbai.ledger.undo import undo
from mingbai.ui.form.typing_box import TypingBox
from mingbai.ui.look.look import Look
from mingbai.ui.look_choice import kept_choice
from mingbai.ui.pages.settings import SettingsPage
from mingbai.ui.session import Session
from mingbai.ui.settings import ledger as module
from mingbai.ui.settings.about import AboutSection, versions
from mingbai.ui.settings.ledger import BackupRow, backup_told
from mingbai.ui.settings.lists import LISTS, ListsSection
from mingbai.ui.settings.looks import LooksSection
from mingbai.ui.settings.place import FieldRow, PlaceSection


@pytest.fixture
def page(session: Session, qtbot) -> SettingsPage:
    made = SettingsPage(session)
    qtbot.addWidget(made)
    made.resize(1076, 768)
    made.show()
    made.arrive()
    return made


def row_of(page: SettingsPage, field: str) -> FieldRow:
    section = page.sections[0]
    assert isinstance(section, PlaceSection)
    return section.rows[field]


def test_a_field_of_the_place_is_saved_when_it_is_left(session: Session, page: SettingsPage) -> None:
    editor = row_of(page, "residents").editor
    assert isinstance(editor, TypingBox)
    editor.setFocus()
    editor.take("20200")
    editor.left.emit()
    settled(session)
    assert place_of(session.ledger).residents == 20200
    undo(session.ledger)
    until(lambda: editor.toPlainText() == "20136")


def test_a_choice_of_the_place_is_saved_at_once(session: Session, page: SettingsPage) -> None:
    box = row_of(page, "month_end").editor
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(MonthEnd.DAY_25.code))
    box.activated.emit(box.currentIndex())
    settled(session)
    assert place_of(session.ledger).month_end is MonthEnd.DAY_25


def test_what_cannot_stand_is_told_beside_the_field_and_stays_typed(
    session: Session, page: SettingsPage
) -> None:
    row = row_of(page, "residents")
    assert isinstance(row.editor, TypingBox)
    row.editor.take("很多")
    row.editor.left.emit()
    settled(session)
    assert row.editor.toPlainText() == "很多"
    assert row.editor.property("tone") == "error"
    assert not row.wrong.isHidden()
    row.editor.take("")
    row.editor.left.emit()
    settled(session)
    assert row.wrong.isHidden()
    assert place_of(session.ledger).residents is None


def test_leaving_a_field_untouched_writes_nothing(session: Session, page: SettingsPage) -> None:
    changes: list[object] = []
    session.changed.connect(changes.append)
    for row in page.sections[0].findChildren(FieldRow):
        if isinstance(row.editor, TypingBox):
            row.editor.left.emit()
    settled(session)
    assert not changes


def test_every_list_opens_its_own_page(session: Session, page: SettingsPage) -> None:
    asked: list[str] = []
    session.list_asked.connect(lambda code, where: asked.append(code))
    imported: list[str] = []
    session.import_asked.connect(imported.append)
    page.show_section("lists")
    section = page.sections[1]
    assert isinstance(section, ListsSection)
    for button in section.findChildren(QPushButton):
        button.click()
    codes = [register.code for register, _ in LISTS]
    assert asked == codes
    assert imported == codes
    assert section.counts["duty"].text() == "0 条"
    assert section.counts["holiday"].text() != "0 条"


def test_another_look_is_kept_and_asked_for(session: Session, page: SettingsPage) -> None:
    looks: list[Look] = []
    session.look_asked.connect(looks.append)
    section = page.sections[3]
    assert isinstance(section, LooksSection)
    chips = {chip.text(): chip for chip in section.findChildren(QPushButton)}
    assert chips["100%"].isChecked()
    chips["150%"].click()
    assert looks[-1].scale == 1.5
    assert kept_choice(session.memory).scale == 1.5
    chips["深色"].click()
    assert looks[-1].theme == "dark"


def test_a_backup_is_made_and_shown(session: Session, page: SettingsPage) -> None:
    page.show_section("ledger")
    settled(session)
    assert page.ledger.last.text() == "还没有备份"
    page.ledger.back_up_now()
    assert not page.ledger.now.isEnabled()
    until(lambda: len(page.ledger.found) == 1)
    assert page.ledger.found[0].path.name in page.ledger.notice.text
    assert page.ledger.now.isEnabled()


def test_restoring_asks_first_and_then_says_which(session: Session, page: SettingsPage) -> None:
    backup = back_up(session.ledger, backup_folder(session.ledger.path))
    asked: list[Path] = []
    session.restore_asked.connect(asked.append)
    page.show_section("ledger")
    until(lambda: bool(page.ledger.findChildren(BackupRow)))
    row = page.ledger.findChildren(BackupRow)[0]
    until(row.isVisible)
    row.ask.click()
    assert not row.question.isHidden()
    assert row.no.hasFocus()
    row.no.click()
    assert row.question.isHidden()
    assert not asked
    with double_click_within(PATIENCE_MS):
        row.ask.click()
        QTest.mouseClick(row.yes, Qt.MouseButton.LeftButton)
    assert not asked, "two presses at once are no answer"
    settled(page)
    with double_click_within(0):
        QTest.mouseClick(row.yes, Qt.MouseButton.LeftButton)
    assert asked == [backup.path]


def test_a_check_says_in_words_what_it_found(session: Session, page: SettingsPage) -> None:
    page.show_section("ledger")
    page.ledger.check_now()
    settled(session)
    assert page.ledger.notice.text.startswith("账本完好")


def test_a_check_shows_how_far_it_is_and_can_be_stopped(
    session: Session, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_ledger: object, _folder: object, progress: Callable[[int, int], None]) -> None:
        while True:
            progress(30, 100)
            time.sleep(0.005)

    monkeypatch.setattr(module, "check_apart", endless)
    page.show_section("ledger")
    page.ledger.check_now()
    until(lambda: page.ledger._bar.value() == 30)
    assert page.ledger._bar.maximum() == 100
    page.ledger.stop.click()
    settled(session)
    assert page.ledger.notice.text == "已停止，账本没有改动"
    assert page.ledger.look_over.isEnabled()
    assert page.ledger._working.isHidden()


def test_about_names_every_version_and_that_nothing_is_sent(session: Session, page: SettingsPage) -> None:
    section = page.sections[-1]
    assert isinstance(section, AboutSection)
    section.findChildren(QPushButton)[0].click()
    copied = QApplication.clipboard().text()
    assert all(name in copied and version in copied for name, version in versions().items())
    assert {"Python", "Qt", "SQLite"} <= versions().keys()


def test_the_section_comes_back_and_the_list_is_walked_by_keys(
    session: Session, page: SettingsPage, qtbot
) -> None:
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.state() == {"section": "lists"}
    again = SettingsPage(session)
    qtbot.addWidget(again)
    again.restore({"section": "about"})
    assert again.state() == {"section": "about"}
    again.restore({"section": "gone"})
    settled(session)


def test_it_fits_a_small_screen_at_the_largest_text(session: Session, qtbot) -> None:
    wear(session, Look("dark", "en", 2.0))
    page = SettingsPage(session)
    qtbot.addWidget(page)
    least = page.minimumSizeHint()
    assert least.width() <= 1366 - 56
    assert least.height() <= 700
    for section in page.sections:
        assert section.minimumSizeHint().width() <= 1366 - 56 - page.list.width() - 28, section.code
    assert all(button.text() or button.accessibleName() for button in page.findChildren(QPushButton))


def test_a_long_name_of_the_place_is_read_whole_at_the_largest_text(session: Session, qtbot) -> None:
    name = "Thirteenth Residents' Committee of the Xinhu Economic and Technological Development Area"
    change(session.ledger, session.ledger.entries(PLACES)[0], {"name": name}, today=session.today)
    wear(session, Look("light", "en", 2.0))
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.resize(1366 - 56, 700)
    page.show()
    page.arrive()
    editor = row_of(page, "name").editor
    assert isinstance(editor, TypingBox)
    assert editor.toPlainText() == name

    def read_whole() -> bool:
        text = editor.document().firstBlock()
        laid = editor.document().documentLayout().blockBoundingRect(text).height()
        return text.layout().lineCount() > 1 and editor.viewport().height() >= laid

    until(read_whole)
    one = row_of(page, "residents").editor.height()
    assert abs(one - row_of(page, "kind").editor.height()) <= 4, "a field of one line is as high as a choice"


def test_esc_gives_back_what_stood_in_a_field_of_the_place(page: SettingsPage) -> None:
    editor = row_of(page, "name").editor
    assert isinstance(editor, TypingBox)
    before = editor.toPlainText()
    editor.take("别的名称")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert editor.toPlainText() == before


def test_what_a_list_is_for_has_the_whole_width(session: Session, qtbot) -> None:
    wear(session, Look("light", "en", 2.0))
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.resize(1366 - 56, 700)
    page.show()
    page.show_section("lists")
    QApplication.processEvents()
    labels = page.sections[1].findChildren(QLabel)
    words = {said.into("en") for _, said in LISTS}
    told = [label for label in labels if label.text() in words]
    assert len(told) == len(LISTS)
    longest = max(told, key=lambda label: len(label.text()))
    assert max(label.height() for label in told if label is not longest) < 2 * longest.fontMetrics().height()


def test_every_command_has_words(page: SettingsPage) -> None:
    commands = page.commands()
    assert all(command.words.zh and command.words.en for command in commands)
    by_code = {command.code: command for command in commands}
    by_code["settings.look"].run()
    assert page.state() == {"section": "look"}


def test_a_backup_counts_what_people_recorded_and_no_shipped_lists(session: Session, today: date) -> None:
    folder = backup_folder(session.ledger.path)
    fresh = backup_told(back_up(session.ledger, folder))
    assert "条" not in fresh.zh
    assert "entr" not in fresh.en
    draft = {"received_on": today, "department": "民政局", "title": "台账"}
    add(session.ledger, TASKS, draft, today=today)
    one = backup_told(back_up(session.ledger, folder))
    assert "，1 条登记，" in one.zh
    assert ", 1 entry, " in one.en
    add(session.ledger, TASKS, {**draft, "title": "名册"}, today=today)
    assert ", 2 entries, " in backup_told(back_up(session.ledger, folder)).en
