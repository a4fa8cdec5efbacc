"""Keys and deeds on the rows that are chosen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.pointing import moved
from tests.ui.table.conftest import Add
from tests.ui.table.listing import many, text, titles
from tests.ui.waiting import PATIENCE_MS, double_click_within, settled, until

from mingbai.desk.list_columns import FLAGS, STATE
from mingbai.desk.lists import Question
from mingbai.desk.records import add, found, put_into_bin
from mingbai.desk.recurring import came
from mingbai.desk.review import dismiss, flag
from mingbai.domain.demand import DEMANDS
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import DECISIONS
from mingbai.domain.review import FLAGS as FLAGS_KEPT
from mingbai.domain.task import TASKS, Status
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.session import Session
from mingbai.ui.table.chosen_strip import ChosenStrip
from mingbai.ui.table.view import ListView


def test_enter_opens_the_current_entry(
    qtbot: QtBot, view: ListView, session: Session, three: list[Entry]
) -> None:
    with qtbot.waitSignal(session.entry_asked, timeout=PATIENCE_MS) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args[0].uid == three[0].uid


def test_an_open_panel_follows_the_arrows_and_a_closed_one_stays_closed(
    qtbot: QtBot, view: ListView, session: Session, three: list[Entry]
) -> None:
    opened: list[Entry] = []
    session.entry_asked.connect(opened.append)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    settled(view)
    assert opened == []
    view.follows = True
    qtbot.keyClick(view, Qt.Key.Key_Down)
    until(lambda: [entry.uid for entry in opened] == [three[2].uid])


def test_rows_are_chosen_by_shift_space_and_control_a(
    qtbot: QtBot, view: ListView, three: list[Entry]
) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.chosen()) == 2
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [entry.uid for entry in view.chosen()] == [three[0].uid]
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(view.chosen()) == 3


def test_space_marks_what_a_key_went_to_and_marks_stay_while_going_on(
    qtbot: QtBot, view: ListView, three: list[Entry]
) -> None:
    strip = ChosenStrip(view.session, view)
    qtbot.addWidget(strip)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert strip.isHidden()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [entry.uid for entry in view.chosen()] == [three[1].uid], "a mark, where the arrow chose already"
    assert not strip.isHidden()
    assert strip.merge is not None
    assert not strip.merge.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert [entry.uid for entry in view.chosen()] == [three[1].uid]
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [entry.uid for entry in view.chosen()] == [three[1].uid, three[2].uid]
    assert strip.said.text() == "已选 2 条"
    assert strip.merge.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [entry.uid for entry in view.chosen()] == [three[1].uid]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert [entry.uid for entry in view.chosen()] == [three[2].uid]
    assert strip.isHidden()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert [entry.uid for entry in view.chosen()] == [three[1].uid]


def test_another_filter_opens_no_other_entry(view: ListView, session: Session, three: list[Entry]) -> None:
    opened: list[Entry | None] = []
    session.entry_asked.connect(opened.append)
    view.follows = True
    view.choose(three[1].uid)
    until(lambda: len(opened) == 1)
    view.ask(Question(words="乙"))
    settled(session)
    assert {one.uid for one in opened if one is not None} == {three[1].uid}, "what is open stays open"
    view.ask(Question(words="丙"))
    settled(session)
    assert opened[-1] is None
    assert {one.uid for one in opened if one is not None} == {three[1].uid}


def test_tab_goes_on_to_the_next_cell_and_saves(
    qtbot: QtBot, view: ListView, session: Session, three: list[Entry]
) -> None:
    view.setCurrentIndex(view.rows.index(0, 0))
    view.edit_current()
    first = view.cell.editor
    assert first is not None
    first.line.setText("甲甲")
    qtbot.keyClick(first.line, Qt.Key.Key_Tab)
    until(lambda: view.cell.editor not in (None, first))
    assert view.currentIndex().column() > 0
    second = view.cell.editor
    assert second is not None
    qtbot.keyClick(second.line, Qt.Key.Key_Backtab)
    until(lambda: view.cell.editor not in (None, second))
    third = view.cell.editor
    assert third is not None
    assert third.line.text() == "甲甲"
    third.line.setText("")
    qtbot.keyClick(third.line, Qt.Key.Key_Tab)
    settled(session)
    assert view.cell.editor is third, "what was refused stays open"


def test_delete_puts_what_is_chosen_into_the_bin_as_one_act(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, three: list[Entry]
) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert session.word(done.args[0]) == "已删除 2 件"
    until(lambda: titles(view) == ["丙"])
    until(lambda: [entry.uid for entry in view.chosen()] == [three[2].uid])
    undo(ledger)
    until(lambda: titles(view) == ["甲", "乙", "丙"])


def test_what_cannot_be_binned_is_said_and_stays(qtbot: QtBot, session: Session) -> None:
    shown = ListView(session, REGISTERS["place"])
    qtbot.addWidget(shown)
    shown.show()
    shown.ask(Question())
    shown.choose(shown.rows.rows[0].entry.uid)
    with qtbot.waitSignal(session.runner.troubled, timeout=PATIENCE_MS):
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert len(shown.rows.rows) == 1


def test_d_marks_what_is_chosen_as_done(
    qtbot: QtBot, view: ListView, session: Session, three: list[Entry]
) -> None:
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS):
        qtbot.keyClick(view, Qt.Key.Key_D)
    until(lambda: text(view, 0, STATE) == "办结")
    assert not view.deeds.can_close()
    view.choose(three[1].uid)
    assert view.deeds.can_close()


def test_other_letters_are_left_to_whoever_listens_above(qtbot: QtBot, view: ListView, task: Add) -> None:
    first = task("survey")
    task("census")
    view.ask(Question())
    view.choose(first.uid)
    qtbot.keyClick(view, Qt.Key.Key_C)
    assert [entry.uid for entry in view.chosen()] == [first.uid]


def test_from_the_bin_entries_are_taken_out(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, three: list[Entry]
) -> None:
    put_into_bin(ledger, three[0])
    view.ask(Question(binned=True))
    settled(session)
    assert titles(view) == ["甲"]
    view.choose(three[0].uid)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    view.deeds.take_out_of_bin()
    until(lambda: titles(view) == [])
    assert len(ledger.entries(TASKS)) == 3


def test_a_chosen_row_is_in_the_colours_of_the_look(view: ListView, three: list[Entry]) -> None:
    look = view.session.look
    right = -12
    """From the right edge of what is there at the time."""

    def at(row: int, x: int) -> str:
        picture = view.viewport().grab().toImage()
        return picture.pixelColor(
            x % picture.width(), row * view.delegate.height + view.delegate.height // 2
        ).name()

    assert at(0, right) == look.colour("accent_soft").name()
    assert at(0, 1) == look.colour("accent").name()
    assert at(1, right) not in (look.colour("accent_soft").name(), look.colour("sunken").name())
    moved(view.viewport(), QPoint(50, view.delegate.height + 10))
    assert at(1, right) == look.colour("sunken").name()


def test_all_means_all_of_the_list_and_one_key_works_on_what_is_not_loaded(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 700)
    view.ask(Question())
    loaded = len(view.rows.rows)
    assert loaded < 700
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    settled(session)
    assert view.chosen_count() == 700
    view.rows.fetch_after()
    settled(session)
    assert len(view.rows.rows) > loaded
    assert len(view.selectionModel().selectedRows()) == len(view.rows.rows)
    told: list[str] = []
    session.done.connect(lambda words: told.append(words.zh))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settled(session)
    assert told == ["已删除 700 件"]
    assert ledger.entries(TASKS) == []
    undo(ledger)
    assert len(ledger.entries(TASKS)) == 700


def test_all_is_over_as_soon_as_something_is_chosen_by_itself(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 700)
    view.ask(Question())
    view.selectAll()
    settled(session)
    view.choose(view.rows.rows[3].entry.uid)
    assert view.chosen_count() == 1
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settled(session)
    assert len(ledger.entries(TASKS)) == 699


def test_a_click_on_the_row_that_is_chosen_already_opens_it(
    view: ListView, session: Session, three: list[Entry]
) -> None:
    opened: list[Entry] = []
    session.entry_asked.connect(opened.append)
    where = [view.visualRect(view.rows.index(row, 0)).center() for row in (0, 1)]
    view.choose(view.rows.rows[0].entry.uid)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where[1])
    assert opened == [], "a first click chooses"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where[1])
    assert [entry.uid for entry in opened] == [view.rows.rows[1].entry.uid]
    held = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, where[1])
    assert len(opened) == 1, "with Ctrl it is chosen or not"


def test_m_merges_and_says_whether_it_was_recorded_or_asked_twice(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, task: Add
) -> None:
    first, _ = task("残疾人台账"), task("残疾人台账")
    view.ask(Question())
    settled(session)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    offered = [action.text() for action in view.deeds.menu().actions()]
    assert "合并成一件：要了两次，算减负" in offered
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        qtbot.keyClick(view, Qt.Key.Key_M)
    assert session.word(done.args[0]) == f"同一件登记了两次，只算 {first.number}“残疾人台账”，1 件作废"
    undo(ledger)
    settled(session)
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        view.deeds.merge_otherwise()
    assert session.word(done.args[0]) == "“残疾人台账”已并入“残疾人台账”"


def test_merging_as_recorded_twice_is_offered_for_nothing_that_comes_each_month(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, task: Add, today: date
) -> None:
    monthly = {"title": "残疾人状况表", "department": "残联", "period": "每月"}
    came(ledger, add(ledger, DEMANDS, monthly, today=today), "2026-11", received_on=today, today=today)
    task("残疾人台账")
    view.ask(Question())
    settled(session)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    offered = [action.text() for action in view.deeds.menu().actions()]
    assert not [one for one in offered if one.startswith("合并成一件：")]


def test_m_counts_once_what_was_recorded_twice_also_beside_what_was_asked_twice(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, task: Add
) -> None:
    _, twice, other = task("残疾人台账"), task("残疾人台账"), task("残疾人状况表")
    view.ask(Question())
    settled(session)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        qtbot.keyClick(view, Qt.Key.Key_M)
    assert session.word(done.args[0]) == "2 件已并入“残疾人台账”"
    became = [found(ledger, TASKS, one.uid).record.status for one in (twice, other)]
    assert became == [Status.VOID, Status.DROPPED]


def test_m_asks_once_where_nothing_tells_that_two_are_one(
    qtbot: QtBot, view: ListView, session: Session, ledger: Ledger, task: Add
) -> None:
    task("消防隐患排查表"), task("残疾人台账", department="残联", form_columns="姓名;残疾等级")
    view.ask(Question())
    settled(session)
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with double_click_within(PATIENCE_MS):
        with qtbot.waitSignal(session.said, timeout=PATIENCE_MS) as asked:
            qtbot.keyClick(view, Qt.Key.Key_M)
        assert (
            session.word(asked.args[0]) == "“残疾人台账”和“消防隐患排查表”看不出是同一件；再按一次 M 才合并"
        )
        qtbot.keyClick(view, Qt.Key.Key_M)
        settled(session)
        assert ledger.entries(DECISIONS) == [], "a double press is one"
    with double_click_within(0), qtbot.waitSignal(session.done, timeout=PATIENCE_MS) as done:
        qtbot.keyClick(view, Qt.Key.Key_M)
    assert session.word(done.args[0]) == "“残疾人台账”已并入“消防隐患排查表”"
    undo(ledger)
    settled(session)
    with qtbot.waitSignal(session.done, timeout=PATIENCE_MS):
        view.deeds.merge_otherwise()


def test_what_is_flagged_again_after_an_undone_merge_has_the_room_it_had(
    view: ListView, session: Session, ledger: Ledger, today: date, task: Add
) -> None:
    kept, other = task("残疾人台账"), task("残疾人状况表")
    for entry in (kept, other):
        flag(ledger, entry, "与另一件要的一样", today=today)
    view.ask(Question())
    settled(session)
    at = next(at for at, column in enumerate(view.rows.columns) if column.name == FLAGS)
    before = view.head.sectionSize(at)
    for entry in ledger.entries(FLAGS_KEPT):
        dismiss(ledger, entry, today=today)
    settled(session)
    view.fit()
    assert view.head.sectionSize(at) < before
    undo(ledger)
    undo(ledger)
    settled(session)
    assert view.head.sectionSize(at) == before
