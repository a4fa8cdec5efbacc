"""What a newcomer tries on the keyboard: commands by any of their names, paste, find, the cover, the typed line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.conftest import SampleBook
from tests.ui.opening import opened_window
from tests.ui.test_keyboard import forward
from tests.ui.typed import NOTICES
from tests.ui.waiting import settled

from mingbai.domain.words import Language
from mingbai.ui.look.look import Look
from mingbai.ui.shell.commands import ENTRIES, NOTHING, RECORD, ROW, CommandBar
from mingbai.ui.shell.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(params=["zh", "en"])
def window(
    request: pytest.FixtureRequest, sample_book: SampleBook, tmp_path: Path, qapp: QApplication
) -> Iterator[Window]:
    language: Language = request.param
    look = Look("light", language)
    with opened_window(sample_book(language), tmp_path / "window", look, (1280, 800)) as opened:
        # The panel is loaded meanwhile.
        settled(opened, 900)
        forward(opened)
        yield opened


def press(window: Window, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    forward(window)
    QTest.keyClick(window.windowHandle(), key, held)
    settled(window)


def bar_of(window: Window) -> CommandBar:
    found = window.frame.findChildren(CommandBar)[-1]
    assert isinstance(found, CommandBar)
    return found


def rows(bar: CommandBar) -> list[str]:
    return [bar._model.item(at).data(ROW).title for at in range(bar._model.rowCount())]


PEOPLE_SAY = (
    ("text size", "look"),
    ("字号", "look"),
    ("大字", "look"),
    ("lock", "lock"),
    ("锁屏", "lock"),
    ("help", "keys"),
    ("使用说明", "keys"),
    ("帮助", "keys"),
    ("guide", "keys"),
    ("sample", "sample"),
    ("样例", "sample"),
    ("示例", "sample"),
    ("own ledger", "new_ledger"),
    ("自己的账本", "new_ledger"),
    ("新建", "new_ledger"),
    ("backup", "settings"),
    ("备份", "settings"),
    ("language", "look"),
    ("语言", "look"),
)
"""What is typed, and the command meant by it."""


def test_commands_are_found_by_the_words_people_use(window: Window) -> None:
    window.frame.show_commands()
    bar = bar_of(window)
    missed = []
    for typed, code in PEOPLE_SAY:
        bar.write(typed)
        wanted = [
            window.session.word(one.words)
            for one in window.frame.everywhere
            if one.code == code or one.code.startswith(f"{code}.")
        ]
        if not set(wanted) & set(rows(bar)):
            missed.append((typed, code))
    assert missed == []


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ("Chinese", "语言：简体中文", "Language: 简体中文"),
        ("中文", "语言：简体中文", "Language: 简体中文"),
        ("汉语", "语言：简体中文", "Language: 简体中文"),
        ("English", "语言：English", "Language: English"),
        ("英文", "语言：English", "Language: English"),
        ("dark", "外观：深色", "Theme: Dark"),
        ("深色", "外观：深色", "Theme: Dark"),
        ("夜间", "外观：深色", "Theme: Dark"),
        ("light", "外观：浅色", "Theme: Light"),
    ],
)
def test_a_language_and_a_theme_are_found_by_name_in_either_language(
    window: Window, typed: str, zh: str, en: str
) -> None:
    window.frame.show_commands()
    bar = bar_of(window)
    bar.write(typed)
    assert rows(bar)[1:] == [{"zh": zh, "en": en}[window.session.look.language]]


def test_a_notice_pasted_anywhere_becomes_a_draft(window: Window) -> None:
    language = window.session.look.language
    for code in ("settings", "report", "review", "issue"):
        window.frame.show_page(code)
        settled(window, 300)
        forward(window)
        window.frame.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.frame.page.setFocus()
        QApplication.clipboard().setText(NOTICES[language][0])
        press(window, Qt.Key.Key_V, CTRL)
        assert window.frame.page.code == "task", code
        line = window.frame.line
        assert line is not None
        assert line.notice is not None
        line.notice.put_down()
        settled(window)


def test_find_where_there_is_no_list_looks_through_all_records(window: Window) -> None:
    press(window, Qt.Key.Key_F, CTRL)
    bar = bar_of(window)
    assert bar._field.accessibleName().startswith(("查找所有记录", "Find in all records"))
    assert not any("Ctrl" in bar._model.item(at).data(ROW).keys for at in range(bar._model.rowCount()))
    bar.write("登记" if window.session.look.language == "zh" else "add")
    settled(window, 400)
    assert rows(bar)[0] == window.session.word(ENTRIES)


def test_what_is_found_nowhere_can_be_recorded(window: Window) -> None:
    window.frame.show_page("today")
    for text, left in (("路灯又灭了 {a}", "路灯又灭了 {a}"), ("井盖没了", "路灯又灭了 {a}")):
        press(window, Qt.Key.Key_K, CTRL)
        bar = bar_of(window)
        bar.write(text)
        settled(window, 400)
        assert rows(bar) == [window.session.word(NOTHING), window.session.word(RECORD).format(text=text)]
        press(window, Qt.Key.Key_Return)
        line = window.frame.line
        assert line is not None
        # What is half typed there already is not written over.
        assert line.text() == left
    assert window.frame.line is not None
    window.frame.line.write("")


def test_a_cover_without_a_password_opens_with_enter(window: Window) -> None:
    press(window, Qt.Key.Key_L, CTRL)
    assert window.frame.over.locked
    press(window, Qt.Key.Key_Escape)
    assert not window.frame.over.cover
    press(window, Qt.Key.Key_L, CTRL)
    press(window, Qt.Key.Key_Return)
    cover = window.frame.over.cover
    assert cover is not None
    assert "Enter" in cover._text.text()
    assert cover._field.isHidden()
    press(window, Qt.Key.Key_Escape)
    assert window.frame.over.locked
    press(window, Qt.Key.Key_Return)
    assert not window.frame.over.locked


def begun(window: Window) -> Callable[[], str]:
    window.frame.show_page("task")
    press(window, Qt.Key.Key_N, CTRL)
    line = window.frame.line
    assert line is not None
    return line.line.text


def test_tab_takes_the_first_offered_name(window: Window) -> None:
    text = begun(window)
    typed = "核对名册 @李" if window.session.look.language == "zh" else "Check of lists @Li"
    line = window.frame.line
    assert line is not None
    forward(window)
    line.line.setFocus()
    line.write(typed)
    assert not line._names.popup.isHidden()
    first = line._names.popup.rows[0].name
    press(window, Qt.Key.Key_Tab)
    assert text().endswith(f"{first} ")
    assert line.line.hasFocus()


def test_a_new_line_replaces_the_half_typed_one_and_undo_brings_it_back(window: Window) -> None:
    text = begun(window)
    assert window.frame.line is not None
    window.frame.line.line.insertPlainText("abc")
    window.frame.page.take_focus()
    settled(window)
    press(window, Qt.Key.Key_N, CTRL)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_X)
    assert text() == "x"
    press(window, Qt.Key.Key_Z, CTRL)
    assert text() == "abc"


def test_half_typed_words_have_the_cursor_again_after_a_start(window: Window) -> None:
    begun(window)
    assert window.frame.line is not None
    window.frame.line.line.insertPlainText("by Friday")
    window.frame.keep_typed()
    settled(window)
    state = window.frame.state()
    window.frame.setParent(None)
    window.frame.deleteLater()
    window.frame = window._build(state)
    forward(window)
    settled(window)
    line = window.frame.line
    assert line is not None
    assert line.line.hasFocus()
    assert line.line.textCursor().atEnd()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_X)
    assert line.line.text() == "by Fridayx"
