"""The columns of a list: which are shown, how wide each is, which fold away, and how a person chooses them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.table.conftest import Add
from tests.ui.waiting import until

from mingbai.desk.list_columns import FILES, FLAGS
from mingbai.desk.lists import Question
from mingbai.desk.review import flag
from mingbai.domain.certificate import CERTIFICATES, Outcome
from mingbai.domain.issue import ISSUES
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language, Words
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look, Size, Weight
from mingbai.ui.look.menu import Menu
from mingbai.ui.session import Session
from mingbai.ui.table.columns import FIRST_PADDING, PADDING, all_names, column_names, columns_of, fitted
from mingbai.ui.table.delegate import RowDelegate
from mingbai.ui.table.view import ListView


@pytest.mark.usefixtures("qapp")
def test_columns_fold_away_from_the_right_and_the_title_never_does() -> None:
    look = Look()
    columns = columns_of(TASKS, column_names(TASKS), look)
    everything = fitted(columns, 1000, look)
    assert all(everything)
    assert sum(everything) == 1000
    narrow = fitted(columns, 480, look)
    shown = [column.name for column, width in zip(columns, narrow, strict=True) if width]
    assert shown == [column.name for column in columns[: len(shown)]]
    assert 1 < len(shown) < len(columns)
    assert sum(narrow) == 480
    assert fitted(columns, 100, look)[0] == 100


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.usefixtures("qapp")
def test_a_head_has_room_for_its_name_and_the_arrow_of_the_order(scale: float, language: Language) -> None:
    look = Look(language=language, scale=scale)
    for register in REGISTERS.values():
        for column in columns_of(register, all_names(register), look):
            letters = look.width(look.word(column.words), Size.CELL)
            arrow = 5 * look.px(3) if column.sorted_by else 0
            assert column.head >= letters + arrow + 2 * PADDING, (register.code, column.name)


@pytest.mark.usefixtures("qapp")
def test_columns_follow_what_they_hold_and_titles_get_what_they_need_first() -> None:
    look = Look()
    columns = columns_of(TASKS, column_names(TASKS), look)
    heads = [column.head for column in columns]
    long_unit = columns[1].width + 60
    # Empty columns give their room, first to the titles, then to the unit.
    widths = fitted(columns, 1000, look, [500, long_unit, 0, 0, 0, 0])
    assert sum(widths) == 1000
    assert widths[0] >= 500
    assert widths[1] >= long_unit
    assert widths[2:5] == heads[2:5]
    titles = 1000 - columns[1].width - sum(heads[2:]) + 20
    widths = fitted(columns, 1000, look, [titles, long_unit, 0, 0, 0, 0])
    assert widths == [titles - 20, columns[1].width, *heads[2:]], "the titles first"
    widths = fitted(columns, 1000, look, [5000, 5000, 5000, 5000, 5000, 5000])
    assert widths[0] >= 420
    assert all(width >= column.width for column, width in zip(columns, widths, strict=True) if width)
    # Short titles claim nothing: everything beside them has room.
    assert all(fitted(columns, sum(heads) + 60, look, [0, 0, 0, 0, 0, 0]))


@pytest.mark.usefixtures("qapp")
def test_the_flags_stay_where_they_are_what_is_asked_for() -> None:
    look = Look()
    columns = columns_of(TASKS, column_names(TASKS), look)
    needed = [600, 100, 90, 90, 110, 60]
    for room, others in ((560, {"title", "department", "due_on"}), (300, {"title"}), (100, {"title"})):
        plain = fitted(columns, room, look, needed)
        kept = fitted(columns, room, look, needed, (FLAGS,))
        shown = {column.name for column, width in zip(columns, kept, strict=True) if width}
        assert plain[4] == 0
        assert FLAGS in shown
        assert shown - {FLAGS} <= others


def test_the_last_column_ends_as_far_from_the_edge_as_the_first_begins(view: ListView, task: Add) -> None:
    task("甲", due_on="2031-12-28")
    view.ask(Question())
    for width in range(380, 760, 6):
        view.resize(width, 400)
        QApplication.processEvents()
        last = max(at for at in range(len(view.rows.columns)) if not view.isColumnHidden(at))
        place = view.visualRect(view.rows.index(0, last))
        assert place.right() == view.viewport().width() - 1
        assert last == 0 or place.width() >= view.rows.columns[last].head + FIRST_PADDING - PADDING, width


def test_a_list_of_flagged_rows_keeps_its_flags_in_little_room(
    view: ListView, ledger: Ledger, today: date, task: Add
) -> None:
    flag(ledger, task("各村每天上传走访照片和轨迹截图到小程序"), "XB-1", today=today)
    view.resize(420, 300)
    at = column_names(TASKS).index(FLAGS)
    for where, hidden in (("", True), ("flagged", False), ("todo 有提示", False), ("undocumented", False)):
        view.ask(Question(where=where))
        view.fit()
        assert view.isColumnHidden(at) is hidden, where


def test_a_column_without_room_is_reached_by_key_wheel_and_menu(
    view: ListView, qtbot: QtBot, ledger: Ledger, today: date, task: Add
) -> None:
    flag(ledger, task("各村每天上传走访照片和轨迹截图到小程序"), "XB-1", today=today)
    view.ask(Question())
    view.resize(420, 300)
    names = column_names(TASKS)
    flags, owner = names.index(FLAGS), names.index("owner")

    def shown() -> list[int]:
        return [at for at in range(len(names)) if not view.isColumnHidden(at)]

    few = shown()
    assert flags not in few
    view.setCurrentIndex(view.rows.index(0, few[-1]))
    for _ in range(few[-1], flags):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert not view.isColumnHidden(view.currentIndex().column())
    assert view.currentIndex().column() == flags
    assert sum(view.columnWidth(at) for at in shown()) == view.viewport().width()
    for _ in range(flags):
        qtbot.keyClick(view, Qt.Key.Key_Left)
        assert not view.isColumnHidden(view.currentIndex().column())
    assert view.currentIndex().column() == 0
    at, none = QPointF(view.rect().center()), QPoint()
    for _ in names:
        turned = QPoint(-120, 0)
        keys = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
        view.wheelEvent(QWheelEvent(at, at, none, turned, *keys, False))
    assert owner in shown()
    (flagged,) = (one for one in view.head.column_menu().actions() if one.text() == "提示（放不下）")
    flagged.trigger()
    assert flags in shown()
    assert len(view.rows.columns) == len(names), "none was taken away"


def test_a_usual_column_comes_back_to_its_place_and_one_without_room_says_so(
    view: ListView, task: Add
) -> None:
    task("甲")
    view.ask(Question())
    view.choose_columns(["title", "department", "owner", "note"])

    def others() -> dict[str, QAction]:
        return {one.text(): one for more in menu.findChildren(Menu) for one in more.actions()}

    menu = view.head.column_menu()
    others()["办结期限"].trigger()
    menu = view.head.column_menu()
    others()["附件"].trigger()
    shown = [column.name for column in view.rows.columns]
    assert shown == ["title", "department", "due_on", "owner", "note", FILES]
    view.resize(300, 300)
    told = [action.text() for action in view.head.column_menu().actions()]
    assert "附件（放不下）" in told
    assert "事项名称" in told


@pytest.mark.usefixtures("qapp")
def test_a_near_limit_with_its_hour_is_not_cut() -> None:
    look = Look(language="en")
    for column in columns_of(ISSUES, column_names(ISSUES), look):
        if column.name == "due_at":
            strong = look.width("Tomorrow 18:00", weight=Weight.STRONG)
            assert column.width >= strong + 16
            return
    raise AssertionError("no limit among the columns")


@pytest.mark.parametrize(
    ("register", "name", "words"),
    [
        (RECEPTIONS, "letter", Words("〔2026〕41号", "[2026] No. 41")),
        (TASKS, "document", Words("〔2026〕41号", "[2026] No. 41")),
        (CERTIFICATES, "outcome", Outcome.DECLINED.words),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.usefixtures("qapp")
def test_a_document_number_and_how_a_request_ended_are_not_cut(
    language: Language, register: Register[Any], name: str, words: Words
) -> None:
    look = Look(language=language, scale=2.0)
    (column,) = (one for one in columns_of(register, [name], look) if one.name == name)
    assert column.width >= look.width(look.word(words)) + 16


def test_chosen_columns_are_remembered(qtbot: QtBot, view: ListView, session: Session, task: Add) -> None:
    task("甲", note="很急")
    view.ask(Question())
    view.choose_columns(["title", "note", "nonsense"])
    assert [column.name for column in view.rows.columns] == ["title", "note"]
    again = ListView(session, TASKS)
    qtbot.addWidget(again)
    assert [column.name for column in again.rows.columns] == ["title", "note"]
    again.choose_columns(None)
    assert tuple(column.name for column in again.rows.columns) == column_names(TASKS)


def test_the_menu_of_columns_ticks_what_is_shown_and_adds_the_others(view: ListView) -> None:
    menu = view.head.column_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert actions["办结期限"].isChecked()
    assert not actions["事项名称"].isEnabled()
    assert "备注" not in actions
    others = {action.text(): action for more in menu.findChildren(Menu) for action in more.actions()}
    others["备注"].trigger()
    assert view.rows.columns[-1].name == "note"


def test_a_pill_without_room_for_words_is_no_spot_of_colour(
    session: Session, view: ListView, task: Add, today: date
) -> None:
    """Whatever the width: words, as many as have room, and how many have none."""
    entry = task("台账")
    flag(session.ledger, entry, "+1 台手机也要装", today=today)
    view.ask(Question())
    until(lambda: view.rows.rowCount() == 1)
    column = next(at for at, one in enumerate(view.rows.columns) if one.name == FLAGS)
    cell = view.rows.cell(0, column)
    delegate = view.itemDelegate()
    assert isinstance(delegate, RowDelegate)
    for width in range(0, 300, 3):
        pills, more = delegate._pills_in(cell, width)
        assert all(len(text) > 1 for text in pills)
        assert len(pills) + more == len(cell.pills) == 1
        assert pills or width < session.look.px(60)
    assert delegate._pills_in(cell, 300) == (["+1 台手机也要装"], 0)
