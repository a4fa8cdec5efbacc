"""The window as a whole: what it opens with, where keys lead, what is there again after a restart."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton
from shiboken6 import isValid
from tests.ui.observing import tabbed
from tests.ui.walking import settled, wait

from mingbai.desk.records import add, change
from mingbai.desk.review import Verdict, decide
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.filter import Some, equals
from mingbai.domain.review import DECISIONS, Assessment
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.backups import backup_folder, backups
from mingbai.ledger.ledger import Ledger
from mingbai.ui import look_choice
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import dress
from mingbai.ui.look_choice import LookChoice, keep_choice, kept_choice
from mingbai.ui.memory import Memory
from mingbai.ui.pages.register import RegisterPage
from mingbai.ui.pages.review import ReviewPage
from mingbai.ui.panel.decided import DecidedLine
from mingbai.ui.recent import recent_ledgers
from mingbai.ui.shell.commands import CommandBar
from mingbai.ui.shell.frame import Frame
from mingbai.ui.shell.keys import keys_told
from mingbai.ui.shell.rail_button import RailButton
from mingbai.ui.shell.window import Window

Opening = Callable[..., Window]
TASK = {"received_on": "2026-11-23", "department": "民政局", "title": "重点人群台账", "due_on": "2026-11-27"}


@pytest.fixture
def opened(qtbot, ledger: Ledger, today: date, tmp_path: Path) -> Iterator[Opening]:
    """Opens the window of a ledger with one assignment; every bug it meets fails the test."""
    path = ledger.path
    add(ledger, TASKS, TASK, today=today)
    ledger.close()
    bugs: list[object] = []
    made: list[Window] = []

    def open_window(look: Look | None = None) -> Window:
        window = Window(
            path, look or Look(), Memory(tmp_path / "memory.ini"), today=today, failed=bugs.append
        )
        made.append(window)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        if not made[1:]:
            window.frame.show_page("task")
        return window

    yield open_window
    for window in made:
        if window.isVisible():
            window.close()
    assert bugs == []


def rows(window: Window) -> int:
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    return page.view.model().rowCount()


def test_it_opens_with_what_is_open(opened: Opening) -> None:
    window = opened()
    settled(window)
    assert window.windowTitle() == "新湖社区 - 明白账"
    assert rows(window) == 1


@pytest.mark.parametrize(
    "kept",
    [
        {"geometry": "abc", "look": {"theme": ["dark"], "language": {}, "scale": "2"}},
        {"geometry": "\ud800长", "look": [], "recent": {"a": None}},
    ],
)
def test_a_memory_that_was_damaged_is_lost_without_harm(
    opened: Opening, tmp_path: Path, kept: dict[str, object]
) -> None:
    memory = Memory(tmp_path / "memory.ini")
    for name, value in kept.items():
        memory.keep(name, value)
    memory.write()
    assert kept_choice(memory) == LookChoice()
    assert recent_ledgers(memory) == []
    assert opened().isVisible()


def test_keys_go_to_the_page_as_soon_as_the_window_is_there_also_with_another_look(opened: Opening) -> None:
    window = opened()
    for language in ("zh", "en"):
        window.show_look(replace(window.session.look, language=language))
        window.frame.show_page("today")
        settled(window)
        window.show_look(replace(window.session.look, theme="dark"))
        settled(window)
        focus = window.focusWidget()
        assert window.frame.page.isAncestorOf(focus)


def test_ctrl_n_text_enter_records_an_assignment(opened: Opening) -> None:
    window = opened()
    settled(window)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    line = window.frame._lines[window.frame.page.code]
    line.write("周五前 报表 民政局 垃圾分类周报")
    line.submit()
    settled(window)
    QTest.qWait(300)
    assert rows(window) == 2
    window.session.undo()
    settled(window)
    QTest.qWait(300)
    assert rows(window) == 1


def test_ctrl_k_finds_a_page_by_its_initials_and_goes_there(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_commands()
    bar = window.frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    field = bar.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "jmsq")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settled(window)
    assert window.frame.page.code == "issue"


def test_another_look_keeps_page_and_open_entry(opened: Opening) -> None:
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    entry = window.session.ledger.numbered("2026-A-0001")
    window.session.open(entry)
    window.session.look_asked.emit(replace(window.session.look, language="en", theme="dark", scale=1.5))
    settled(window)
    QTest.qWait(100)
    assert window.windowTitle() == "新湖社区 - Mingbai Ledger"
    assert window.frame.page.code == "task"
    assert window.frame.panel.entry == entry


def test_another_language_is_announced_before_the_window_is_built_anew(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    seen: list[tuple[str, Qt.CursorShape | None]] = []
    build, status = window._build, window.frame.status

    def watched(state: dict[str, object]) -> Frame:
        cursor = QGuiApplication.overrideCursor()
        seen.append((status.text, cursor.shape() if cursor is not None else None))
        return build(state)

    monkeypatch.setattr(window, "_build", watched)
    window.show_look(replace(window.session.look, language="en"))
    assert seen == [("正在切换显示", Qt.CursorShape.WaitCursor)]
    assert QGuiApplication.overrideCursor() is None


def test_the_former_content_is_gone_before_another_sheet_goes_through_the_widgets(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    settled(window)
    former, there = window.frame, []

    def watched(app: QApplication, look: Look) -> None:
        there.append(isValid(former))
        dress(app, look)

    monkeypatch.setattr("mingbai.ui.shell.window.dress", watched)
    window.show_look(replace(window.session.look, scale=1.25))
    assert there == [False]


def test_a_chip_that_changes_the_look_is_left_before_it_goes(opened: Opening) -> None:
    window = opened()
    window.frame.show_page("settings")
    settled(window)
    former = window.frame
    larger = next(chip for chip in former.page.findChildren(QPushButton) if chip.text() == "125%")
    larger.click()
    assert isValid(larger)
    settled(window)
    assert not isValid(former)
    assert (window.session.look.scale, window.frame.page.code) == (1.25, "settings")


def test_pages_that_went_with_another_look_hear_of_nothing_more(opened: Opening, today: date) -> None:
    window = opened()
    for code in ("today", "review", "task"):
        window.frame.show_page(code)
        settled(window)
    window.show_look(replace(window.session.look, theme="dark"))
    settled(window)
    QTest.qWait(50)
    add(window.session.ledger, TASKS, {**TASK, "title": "另一件"}, today=today)
    settled(window)
    QTest.qWait(200)
    assert rows(window) == 2


def test_a_filter_saved_after_another_look_is_shown_once_and_by_the_new_rail(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.show_look(replace(window.session.look, theme="dark"))
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    page.chips.save("民政局来的", "交办单位=民政局")
    settled(window)
    assert [name for _, name, _ in window.frame.saved.buttons] == ["民政局来的"]


def test_closing_backs_up_what_was_written_and_the_next_start_comes_back(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_page("issue")
    settled(window)
    line = window.frame._lines[window.frame.page.code]
    line.write("路灯不亮 小区西门")
    line.submit()
    settled(window)
    path = window.path
    window.close()
    # On a slow computer the copy of the day comes first.
    assert "close" in [one.manifest.why for one in backups(backup_folder(path))]
    again = opened()
    settled(again)
    assert again.frame.page.code == "issue"
    assert rows(again) == 1


def test_a_backup_that_cannot_be_made_is_told_and_the_window_closes(
    opened: Opening, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    window = opened()
    add(window.session.ledger, TASKS, {**TASK, "title": "另一件"}, today=today)
    settled(window)
    # A file stands where the folder of the backups would be made.
    folder = backup_folder(window.path)
    shutil.rmtree(folder, ignore_errors=True)
    folder.touch()
    window.close()
    assert not window.isVisible()
    assert len(told) == 1
    # It is really closed: another window may open it.
    with Ledger(window.path):
        pass


def test_a_backup_that_cannot_be_restored_is_told_and_the_ledger_stays_open(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.restore_backup(window.path.with_name("gone.mingbai"))
    settled(window)
    assert "gone.mingbai" in window.frame.status.text
    window.frame.show_page("task")
    settled(window)
    assert rows(window) == 1


def test_a_window_closed_before_its_daily_backup_asks_the_ledger_nothing_more(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.close()
    window._back_up_daily()  # its timer outlives the closing
    QTest.qWait(100)


def test_the_cover_hides_everything_until_its_password_is_typed(opened: Opening) -> None:
    window = opened()
    settled(window)
    # Without a password one button is left, and Tab finds nothing beneath it.
    window.frame.lock()
    bare = window.frame.over.cover
    assert bare is not None
    bare._entered()
    assert [stop.name for stop in tabbed(bare).values()] == ["继续"]
    bare._entered()
    window.frame.lock()
    cover = window.frame.over.cover
    assert cover is not None
    field = cover.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "xyz")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert window.frame.over.locked
    assert (cover._wrong.text, field.property("tone")) == ("口令不对，再试一次", "error")
    QTest.keyClicks(field, "abc")
    assert (cover._wrong.text, field.property("tone")) == ("", "")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not window.frame.over.locked


def test_tab_reaches_nothing_under_a_cover_with_one_button(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.lock()
    cover = window.frame.over.cover
    assert cover is not None
    cover._entered()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        QTest.keyClick(cover._button, key)
        assert QApplication.focusWidget() is cover._button


def test_the_command_bar_lies_inside_the_window_whatever_it_finds(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.resize(1000, 560)
    window.frame.show_commands()
    bar = window.frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    for typed in ("", "zqzqzq", "月"):
        bar._field.setText(typed)
        QTest.qWait(250)
        settled(window)
        foot = bar._box.geometry()
        assert bar.rect().contains(foot)
        assert foot.height() == bar._box.sizeHint().height()


def test_what_can_be_run_stands_before_what_cannot(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_commands()
    bar = window.frame.findChild(CommandBar)
    assert isinstance(bar, CommandBar)
    usable = [bar._model.item(at).isEnabled() for at in range(1, 1 + len(bar._commands))]
    assert not all(usable)
    assert usable == sorted(usable, reverse=True)


def theme_of(window: Window) -> str:
    return window.session.look.theme


def test_the_window_turns_dark_with_the_system_only_where_that_was_chosen(
    opened: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = opened()
    settled(window)
    monkeypatch.setattr(look_choice, "system_theme", lambda: "dark")
    keep_choice(window.session.memory, LookChoice(theme="light"))
    changed = QGuiApplication.styleHints().colorSchemeChanged
    changed.emit(Qt.ColorScheme.Dark)
    assert theme_of(window) == "light"
    keep_choice(window.session.memory, LookChoice(theme="system"))
    window.frame.lock()
    changed.emit(Qt.ColorScheme.Dark)
    assert theme_of(window) == "light"
    window.frame.over._uncover()
    for _ in range(2000):
        QTest.qWait(10)
        if theme_of(window) == "dark":
            break
    assert theme_of(window) == "dark"
    assert window.frame.page.code == "task"
    settled(window)


def test_a_key_with_an_arrow_is_told_by_its_arrow(opened: Opening) -> None:
    window = opened()
    window.frame.show_page("report")
    told = [keys for keys, _ in keys_told(window.session.look, window.frame.page.commands())]
    assert {"Alt+←", "Alt+→"} <= {*told}
    assert not any("Left" in keys or "Right" in keys for keys in told)
    settled(window)


def test_the_rows_of_a_figure_are_left_for_where_they_were_opened(opened: Opening) -> None:
    window = opened()
    wanted = Some((equals("title", "另一件"), equals("title", "重点人群台账")))
    for leave in ("Esc", "Alt+Left", "x"):
        window.frame.show_page("report")
        window.session.rows_asked.emit(
            "task", wanted, Words("收到上级交办，2026年11月", "Received, November")
        )
        settled(window)
        page = window.frame.page
        assert isinstance(page, RegisterPage)
        assert page.chips.called == "收到上级交办，2026年11月"
        assert page.chips.back.isVisible()
        if leave == "x":
            QTest.mouseClick(page.chips.back, Qt.MouseButton.LeftButton)
        elif leave == "Esc":
            QTest.keyClick(page.view, Qt.Key.Key_Escape)
        else:
            (key,) = (one for one in page.findChildren(QShortcut) if one.key() == QKeySequence("Alt+Left"))
            key.activated.emit()
        assert window.frame.page.code == "report", leave
    for way in (lambda: window.frame.show_page("report"), lambda: None):
        window.session.rows_asked.emit("task", wanted, Words("几件", "Some"))
        way()
        window.frame.ways.page_asked.emit("task")
        settled(window)
        page = window.frame.page
        assert isinstance(page, RegisterPage)
        assert not page.shows_rows
        assert not page.chips.back.isVisible()
        assert window.frame.figure_rows.shown is None
    window.close()


def test_the_rows_of_a_figure_stay_under_another_look_and_after_a_restart(
    opened: Opening, today: date
) -> None:
    window = opened()
    for title in ("另一件", "又一件"):
        add(window.session.ledger, TASKS, {**TASK, "title": title, "status": "done"}, today=today)
    # No typed filter can say "or".
    wanted = Some((equals("title", "另一件"), equals("title", "重点人群台账")))
    window.session.rows_asked.emit("task", wanted, Words("两件", "Two"))
    settled(window)
    assert rows(window) == 2
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert (page.chips.called, page.chips.count) == ("两件", "2")
    with_or = page.view.question
    assert (with_or.where, with_or.beside) == ("", wanted)
    out = window.path.with_name("out.xlsx")
    window.frame.files.write_export(TASKS, with_or.where, out, with_or.beside)
    settled(window)
    sheet = load_workbook(out).worksheets[0]
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"另一件", "重点人群台账"} <= texts
    assert "又一件" not in texts
    window.session.look_asked.emit(replace(window.session.look, language="en"))
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert (rows(window), page.chips.called) == (2, "Two")
    window.close()
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert (rows(window), page.chips.called, page.view.question.beside) == (2, "两件", wanted)
    page.ask("")
    settled(window)
    assert rows(window) == 3
    window.close()
    window = opened()
    settled(window)
    assert rows(window) == 3
    window.remember()


def test_the_bin_is_found_from_everywhere(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_page("today")
    settled(window)
    command = next(one for one in window.frame.everywhere if one.code == "bin")
    command.run()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert page.view.question.binned


def test_a_filter_that_shows_nothing_does_not_look_like_the_first_day(opened: Opening) -> None:
    window = opened()
    settled(window)
    window.frame.show_page("issue")
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert "12345" in page.empty.title.text()
    line = window.frame._lines["issue"]
    line.write("路灯不亮 小区西门 已解决")
    line.submit()
    settled(window)
    QTest.qWait(200)
    assert page.empty.title.text() == "现在没有“未办结”的记录"
    page.empty.button.click()
    settled(window)
    assert rows(window) == 1


def test_the_panel_shows_an_entry_of_the_list_that_is_asked_for(opened: Opening, today: date) -> None:
    window = opened()
    ledger = window.session.ledger
    for title, status in (("甲", "todo"), ("乙", "done"), ("丙", "done")):
        add(ledger, TASKS, {**TASK, "title": title, "status": status}, today=today)
    window.frame.show_page("task")
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)

    def beside() -> tuple[str | None, str | None]:
        settled(window)
        QTest.qWait(300)
        settled(window)
        entry, current = window.frame.panel.entry, page.view.current()
        shown = None if entry is None else str(entry.stored["title"])
        return shown, None if current is None else str(current.stored["title"])

    window.session.open(next(one for one in ledger.entries(TASKS) if one.stored["title"] == "甲"))
    page.ask("status=done")
    shown, current = beside()
    assert shown == current
    assert shown in ("乙", "丙")
    page.ask("")
    assert beside() == (shown, shown)
    page.ask("title=没有")
    assert beside() == (None, None)
    assert not window.frame.panel_open


def test_a_doubt_opens_the_field_in_which_it_is_mended(opened: Opening) -> None:
    window = opened()
    settled(window)
    frame = window.frame
    unit = window.session.ledger.entries(DEPARTMENTS)[0]
    frame.show_page("today")
    settled(window)
    window.activateWindow()
    window.session.field_asked.emit("department", "level")
    window.session.open(unit)
    QTest.qWait(50)
    assert frame.panel._form is not None
    row = frame.panel._form.rows["level"]
    assert row.isVisible()
    assert row.editor.box.hasFocus()
    # Whoever goes on to other things opens entries as always.
    frame.show_page("task")
    settled(window)
    frame.show_page("department")
    settled(window)
    window.session.open(unit)
    QTest.qWait(50)
    assert not row.editor.box.hasFocus()


def test_what_was_ended_in_the_panel_leaves_the_focus_in_the_list(opened: Opening) -> None:
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    window.activateWindow()
    window.session.open(page.view.rows.rows[0].entry)
    QTest.qWait(50)
    foot = window.frame.panel.foot.findChildren(QPushButton)
    foot[0].setFocus()
    QTest.keyClick(foot[0], Qt.Key.Key_Space)
    wait(400)
    settled(window)
    assert window.session.ledger.entries(TASKS)[0].stored["status"] == "done"
    assert page.empty.button.hasFocus(), "the list of what is open is empty now"


def test_an_assessment_and_a_flag_leave_the_focus_in_the_list(opened: Opening) -> None:
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    window.activateWindow()
    session, panel = window.session, window.frame.panel
    session.open(page.view.rows.rows[0].entry)
    panel.begin_flagging()
    wait(50)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert panel.flagging.isAncestorOf(focus)
    panel.flagging.flag("没有文号")
    settled(window)
    assert page.view.hasFocus()
    button = panel.flags.keys.buttons["1"]
    assert button.isVisible()
    button.setFocus()
    button.click()
    settled(window)
    assert not button.isVisible(), "nothing is left to assess"
    assert page.view.hasFocus()


def test_a_search_without_hits_leads_to_the_one_over_everything(opened: Opening) -> None:
    window = opened()
    settled(window)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    page.everywhere_asked.emit("台账")
    (bar,) = window.frame.findChildren(CommandBar)
    wait(400)
    titles = [bar._model.item(at).text() for at in range(bar._model.rowCount())]
    assert "重点人群台账" in titles


def test_a_folded_rail_still_shows_how_much_waits(qtbot) -> None:
    button = RailButton(Look(), "今日", "today")
    qtbot.addWidget(button)
    button.resize(40, 36)
    for folded in (False, True):
        button.fold(folded)
        button.count(0)
        without = button.grab().toImage()
        button.count(7)
        assert button.grab().toImage() != without
        # The word that is not seen is told.
        assert button.toolTip() == ("今日，7 件等着" if folded else "")


def test_from_the_panel_of_any_page_a_suggestion_leads_to_where_it_is_cut(
    opened: Opening, today: date
) -> None:
    window = opened()
    settled(window)
    ledger = window.session.ledger
    (entry,) = ledger.entries(TASKS)
    window.session.open(entry)
    commands = {one.code: one for one in window.frame.panel.commands()}
    assert not commands["panel.cut"].can_run()
    decision = decide(ledger, entry, Verdict(assessment=Assessment.MERGE), today=today)
    settled(window)
    (line,) = window.frame.panel.findChildren(DecidedLine)
    line.cut.click()
    settled(window)
    page = window.frame.page
    assert isinstance(page, ReviewPage)
    row = page.list.current()
    assert row is not None
    assert (row.key, page.card.asks_method) == (decision.uid, True)
    QTest.keyClicks(page.list, "2")
    settled(window)
    assert [one.stored["method"] for one in ledger.entries(DECISIONS)] == ["merged"]
    window.session.open(ledger.entry(TASKS, entry.uid))
    commands = {one.code: one for one in window.frame.panel.commands()}
    assert not commands["panel.cut"].can_run()


@pytest.mark.parametrize("through_settings", [False, True])
@pytest.mark.parametrize("what", ["chip", "typed", "search", "rows of a figure"])
def test_another_language_keeps_the_filter_and_the_open_entry(
    opened: Opening, through_settings: bool, what: str, today: date
) -> None:
    window = opened()
    settled(window)
    ledger = window.session.ledger
    add(ledger, TASKS, {**TASK, "title": "别的", "due_on": None}, today=today)
    (entry,) = (one for one in ledger.entries(TASKS) if one.stored["due_on"])
    settled(window)
    if what == "rows of a figure":
        wanted = Some((equals("uid", entry.uid), equals("title", "没有")))
        window.session.rows_asked.emit("task", wanted, Words("几件", "Some"))
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    if what == "search":
        page.search.setText("重点")
    elif what == "typed":
        page.ask("期限=2026-11-27 状态=待办")
    elif what == "chip":
        page.ask("open due_on<=thisweek")
    settled(window)
    QTest.qWait(300)
    assert rows(window) == 1
    before = page.chips.where, page.chips.beside, page.search.text()
    window.frame.open_entry(entry)
    settled(window)
    if through_settings:
        window.frame.show_page("settings")
        settled(window)
        assert not window.frame.panel_open
    window.session.look_asked.emit(replace(window.session.look, language="en"))
    QTest.qWait(50)
    settled(window)
    assert window.session.look.language == "en"
    if through_settings:
        window.frame.show_page("task")
    settled(window)
    QTest.qWait(300)
    page = window.frame.page
    assert isinstance(page, RegisterPage)
    assert (page.chips.where, page.chips.beside, page.search.text()) == before
    assert rows(window) == 1
    assert window.frame.panel_open
    assert window.frame.panel.entry is not None
    assert window.frame.panel.entry.uid == entry.uid
    # Elsewhere nothing of it is left.
    window.frame.show_page("today")
    window.frame.show_page("task")
    assert not window.frame.panel_open


@pytest.mark.parametrize("soon", [False, True])
def test_the_open_entry_is_the_marked_row_however_it_was_opened(
    opened: Opening, soon: bool, today: date
) -> None:
    window = opened()
    settled(window)
    entries = [
        add(window.session.ledger, TASKS, {**TASK, "title": title, "due_on": None}, today=today)
        for title in ("甲", "乙")
    ]
    settled(window)
    if soon:
        # Before the first rows of a list are there.
        window.frame.show_page("today")
        window.frame._pages.pop("task").deleteLater()
        window.frame.show_page("task")
        window.session.open(entries[1])
    settled(window)
    QTest.qWait(300)
    page = window.frame.page
    assert isinstance(page, RegisterPage)

    def marked() -> list[str]:
        view = page.view
        return [view.rows.rows[index.row()].entry.uid for index in view.selectionModel().selectedRows()]

    for entry in entries[1:] if soon else entries:
        window.session.open(entry)
        QTest.qWait(100)
        assert marked() == [entry.uid]
        change(window.session.ledger, entry, {"document": "〔2026〕3号"}, today=today)
        settled(window)
        QTest.qWait(200)
        assert (marked(), window.frame.panel_open) == ([entry.uid], True)
