"""The texts of letters in the settings: the shipped ones behind, own ones marked, each with its way back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk.letter_texts import CLOSING, OPENING, SENDER, own
from mingbai.domain.letter import LetterKind
from mingbai.ui.pages.settings import SettingsPage
from mingbai.ui.session import Session
from mingbai.ui.settings.letters import LettersSection, Sentence, TextRow


@pytest.fixture
def section(qtbot: QtBot, session: Session) -> Iterator[LettersSection]:
    page = SettingsPage(session)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    with qtbot.waitExposed(page, timeout=PATIENCE_MS):
        page.show()
    page.activateWindow()
    until(page.isActiveWindow)
    page.show_section("letters")
    yield next(one for one in page.sections if isinstance(one, LettersSection))
    page.hide()


def row_of(section: LettersSection, part: str) -> TextRow:
    return section.rows[LetterKind.JOINT, part]


def type_and_leave(section: LettersSection, part: str, text: str) -> TextRow:
    row = row_of(section, part)
    row.editor.setFocus()
    row.editor.selectAll()
    QTest.keyClick(row.editor, Qt.Key.Key_Delete)
    row.editor.insertPlainText(text) if isinstance(row.editor, Sentence) else row.editor.insert(text)
    QTest.keyClick(row.editor, Qt.Key.Key_Tab)
    settled(section.session)
    return row


def test_empty_shows_the_shipped_text_behind(section: LettersSection) -> None:
    row = row_of(section, CLOSING)
    assert row.text == ""
    assert row.editor.placeholderText() == (
        "以上情况，商请核实并函复。核实期间，{我方}仍按现行要求办理。特此函商。"
    )
    assert row.back.isHidden()
    assert row_of(section, SENDER).editor.placeholderText().endswith("委员会")


@pytest.mark.parametrize("part", [OPENING, CLOSING, SENDER])
def test_tab_saves_marks_and_the_link_leads_back(
    session: Session, section: LettersSection, part: str
) -> None:
    row = type_and_leave(section, part, "自己的话")
    assert own(session.ledger, LetterKind.JOINT, part, "zh") == "自己的话"
    assert not row.changed.isHidden()
    row.back.click()
    settled(session)
    assert own(session.ledger, LetterKind.JOINT, part, "zh") == ""
    assert (row.text, row.back.isHidden()) == ("", True)
    session.undo()
    settled(session)
    assert row.text == "自己的话"


def test_gaps_are_shown_by_their_names_after_saving(session: Session, section: LettersSection) -> None:
    row = type_and_leave(section, CLOSING, "请{unit}函复{我方}。")
    assert own(session.ledger, LetterKind.JOINT, CLOSING, "zh") == "请{unit}函复{us}。"
    assert row.text == "请{单位}函复{我方}。"


def test_what_cannot_be_said_is_told_below_and_stays_typed(session: Session, section: LettersSection) -> None:
    row = type_and_leave(section, CLOSING, "请{领导}函复。")
    assert "没有“{领导}”这一项" in row.wrong.text()
    assert row.text == "请{领导}函复。"
    assert own(session.ledger, LetterKind.JOINT, CLOSING, "zh") == ""
    row.go_back()
    settled(session)
    assert row.wrong.isHidden()
    assert row.text == ""


def test_leaving_an_untouched_text_writes_nothing(session: Session, section: LettersSection) -> None:
    changes: list[object] = []
    session.changed.connect(changes.append)
    for row in section.rows.values():
        row.editor.setFocus()
    settled(session)
    assert not changes
