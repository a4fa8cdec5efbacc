"""What the daily things cost in keys, counted on the whole window; run with -s to see the table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.ui.conftest import SampleBook
from tests.ui.opening import opened_window
from tests.ui.waiting import settled, until

from mingbai.domain.certificate import CERTIFICATES, Outcome
from mingbai.domain.issue import ISSUES, Solved
from mingbai.domain.register import Register
from mingbai.domain.review import DECISIONS, FLAGS, Assessment
from mingbai.domain.task import TASKS, TaskKind
from mingbai.domain.words import Language
from mingbai.ledger.ledger import Entry
from mingbai.ui.look.look import Look
from mingbai.ui.shell.window import Window

LANGUAGES: tuple[Language, ...] = ("zh", "en")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Hands:
    """Presses keys as the window system tells of them, and counts; text itself is not counted."""

    def __init__(self, window: Window) -> None:
        self.window, self.pressed = window, 0
        self.language = window.session.look.language

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, with what is held beside it."""
        self.pressed += 1
        QTest.keyClick(self.window.windowHandle(), key, held)
        settled(self.window)

    def write(self, text: str) -> None:
        """Text as an input method hands it over."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        focus = QApplication.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, event)
        settled(self.window)

    def newest(self, register: Register[Any]) -> Entry:
        """The entry recorded last."""
        return max(self.window.session.ledger.entries(register), key=lambda entry: entry.id)


@pytest.fixture(params=LANGUAGES)
def hands(
    qapp: QApplication, request: pytest.FixtureRequest, sample_book: SampleBook, tmp_path: Path
) -> Iterator[Hands]:
    """A clerk at the sample ledger, on the page a day begins with."""
    look = Look("light", request.param)
    with opened_window(sample_book(request.param), tmp_path / "window", look, (1280, 800)) as window:
        until(window.isActiveWindow)
        assert window.frame.page.code == "today"
        yield Hands(window)


def say(hands: Hands, what: str, most: int) -> None:
    """One line of the table."""
    print(f"\n{hands.language}  {what:<32} {hands.pressed} of {most}")
    assert hands.pressed <= most


def in_words(hands: Hands, zh: str, en: str) -> str:
    return zh if hands.language == "zh" else en


def test_an_assignment(hands: Hands) -> None:
    hands.press(Qt.Key.Key_N, CTRL)
    hands.write(
        in_words(
            hands,
            "周五前 报表 民政局 核对高龄补贴名册",
            "by Friday report Civil Affairs Check of old-age lists",
        )
    )
    hands.press(Qt.Key.Key_Return)
    found = hands.newest(TASKS).record
    assert found.title == in_words(hands, "核对高龄补贴名册", "Check of old-age lists")
    assert str(found.due_on) == "2026-11-27"
    assert found.kind is (TaskKind.FORM if hands.language == "zh" else TaskKind.REPORT)
    say(hands, "an assignment", 8)


def test_a_resident_issue_already_solved(hands: Hands) -> None:
    hands.press(Qt.Key.Key_N, CTRL)
    hands.write(in_words(hands, "路灯不亮 小区西门 已解决", "street light out, west gate, solved"))
    hands.press(Qt.Key.Key_Return)
    found = hands.newest(ISSUES).record
    assert found.solved is Solved.SOLVED
    assert str(found.closed_at)[:10] == "2026-11-24"
    say(hands, "a resident issue already solved", 4)


def test_a_certificate_declined(hands: Hands) -> None:
    hands.press(Qt.Key.Key_N, CTRL)
    hands.write(
        in_words(
            hands, "亲属关系证明 银行要求 不予出具", "Certificate of kinship, demanded by the bank, declined"
        )
    )
    hands.press(Qt.Key.Key_Return)
    assert hands.newest(CERTIFICATES).record.outcome is Outcome.DECLINED
    say(hands, "a certificate declined", 3)


def test_a_certificate_declined_at_the_counter(hands: Hands) -> None:
    hands.press(Qt.Key.Key_3, ALT)
    settled(hands.window, 1500)
    hands.write(in_words(hands, "亲属", "kinship"))
    hands.press(Qt.Key.Key_Return)
    assert hands.newest(CERTIFICATES).record.outcome is Outcome.DECLINED
    say(hands, "a certificate declined at the counter", 3)


def test_a_flagged_entry_is_cut(hands: Hands) -> None:
    hands.press(Qt.Key.Key_5, ALT)
    ledger = hands.window.session.ledger
    waiting = {one.uid for one in ledger.entries(FLAGS) if one.stored["state"] == "open"}
    decided = {one.uid for one in ledger.entries(DECISIONS)}
    hands.pressed = 0
    hands.press(Qt.Key.Key_4)
    made = [one for one in ledger.entries(DECISIONS) if one.uid not in decided]
    assert [one.record.assessment for one in made] == [Assessment.CUT]
    assert {one.uid for one in ledger.entries(FLAGS) if one.stored["state"] == "open"} < waiting
    say(hands, "a flagged entry cut, on Review", 1)


def test_the_workbook_of_the_month(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(_owner: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        # What the dialog proposes is taken with Enter.
        hands.pressed += 1
        return str(tmp_path / Path(suggested).name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", accept)
    hands.press(Qt.Key.Key_6, ALT)
    hands.press(Qt.Key.Key_E, CTRL)
    settled(hands.window)
    (book,) = tmp_path.glob("*.xlsx")
    sheets = load_workbook(book).sheetnames
    assert len(sheets) > 5
    say(hands, "the month's workbook", 3)
