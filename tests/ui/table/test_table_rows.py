"""The rows of a table: they come by blocks, keep their place, and follow what is saved."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.table.conftest import Add
from tests.ui.table.listing import BY_DUE, many, text, titles
from tests.ui.waiting import settled, until

from mingbai.desk.list_columns import FLAGS, STATE
from mingbai.desk.lists import FEW_UIDS, Question
from mingbai.desk.records import add, change, put_into_bin
from mingbai.desk.review import Verdict, decide, flag
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.review import Assessment, Method
from mingbai.domain.task import TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import BLOCK, Order
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.session import Session
from mingbai.ui.table import model
from mingbai.ui.table.view import ListView


def test_more_rows_come_as_one_scrolls_down(view: ListView, ledger: Ledger, today: date) -> None:
    many(ledger, today, 2 * BLOCK + 10)
    view.ask(Question())
    assert len(view.rows.rows) == BLOCK
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert len(view.rows.rows) == 2 * BLOCK
    assert text(view, BLOCK, "title") == f"{BLOCK:04}"
    until(lambda: bar.maximum() > BLOCK * view.delegate.height)


def test_end_shows_the_last_row_and_home_the_first(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 3 * BLOCK)
    view.ask(Question())
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current() is not None
    assert view.current().stored["title"] == f"{3 * BLOCK - 1:04}"  # type: ignore[union-attr]
    assert view.rows.has_before
    qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.current().stored["title"] == "0000"  # type: ignore[union-attr]


def test_going_down_leaves_no_sliver_of_a_row_under_the_head(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 40)
    view.ask(Question())
    view.show()
    bar = view.verticalScrollBar()
    for _ in range(25):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert bar.value() % view.delegate.height == 0
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    assert bar.value() > 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_PageDown])
def test_the_list_goes_along_with_the_keys_and_brings_more_rows(
    qtbot: QtBot, view: ListView, ledger: Ledger, today: date, key: Qt.Key
) -> None:
    many(ledger, today, 2 * BLOCK)
    view.ask(Question())
    for _ in range(BLOCK + 20):
        qtbot.keyClick(view, key)
        QApplication.processEvents()
    assert view.currentIndex().row() >= BLOCK
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())
    for _ in range(20):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()).center())


def test_what_stands_before_comes_without_the_rows_in_view_moving(
    view: ListView, ledger: Ledger, today: date
) -> None:
    many(ledger, today, 3 * BLOCK)
    view.ask(Question())
    view.go_last()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = titles(view)[view.rowAt(0)]
    view.rows.fetch_before()
    assert len(view.rows.rows) == 2 * BLOCK
    assert titles(view)[view.rowAt(0)] == before


def test_the_far_side_is_dropped_and_comes_again(
    view: ListView, ledger: Ledger, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "KEPT", 600)
    monkeypatch.setattr(model, "DROPPED", 200)
    many(ledger, today, 4 * BLOCK)
    view.ask(Question())
    bar = view.verticalScrollBar()
    for _ in range(8):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert len(view.rows.rows) <= 600
    assert titles(view)[-1] == f"{4 * BLOCK - 1:04}"
    assert view.rows.has_before
    for _ in range(8):
        bar.setValue(0)
        QApplication.processEvents()
    assert titles(view)[0] == "0000"
    assert len(view.rows.rows) <= 600
    assert titles(view) == sorted(titles(view))


def test_dropping_the_current_row_opens_nothing_else(
    view: ListView,
    session: Session,
    ledger: Ledger,
    today: date,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(model, "KEPT", 600)
    monkeypatch.setattr(model, "DROPPED", 200)
    many(ledger, today, 4 * BLOCK)
    view.ask(Question())
    view.follows = True
    opened: list[Entry] = []
    session.entry_asked.connect(opened.append)
    view.choose(view.rows.rows[3].entry.uid)
    until(lambda: len(opened) == 1)
    for _ in range(6):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        QApplication.processEvents()
    settled(view)
    assert len(opened) == 1


def test_a_new_entry_appears_at_its_place(view: ListView, session: Session, task: Add) -> None:
    task("甲", due_on="2026-11-25")
    task("丙", due_on="2026-11-27")
    view.ask(Question(order=BY_DUE))
    task("乙", due_on="2026-11-26")
    until(lambda: titles(view) == ["甲", "乙", "丙"])


@pytest.mark.parametrize("descending", [False, True])
def test_rows_that_move_stand_as_if_asked_anew(
    view: ListView, ledger: Ledger, task: Add, today: date, descending: bool
) -> None:
    days = ["2026-11-25", None, "2026-12-01", "2026-11-25", "2026-11-30", None]
    entries = [task(str(at), due_on=day) for at, day in enumerate(days)]
    asked = Question(order=Order("due_on", descending=descending))
    view.ask(asked)
    for entry, day in zip(
        entries, ["2026-12-02", "2026-11-25", None, "2026-11-24", "2026-11-25"], strict=False
    ):
        change(ledger, ledger.entry(TASKS, entry.uid) or entry, {"due_on": day}, today=today)
    until(lambda: text(view, 0, "due_on") is not None)
    QApplication.processEvents()
    moved = titles(view)
    view.ask(asked)
    assert moved == titles(view)


def test_an_entry_that_no_longer_fits_goes_and_the_rest_stays(
    view: ListView, ledger: Ledger, task: Add, today: date
) -> None:
    one, other = task("甲"), task("乙")
    view.ask(Question("open"))
    view.choose(other.uid)
    change(ledger, one, {"status": "办结"}, today=today)
    until(lambda: titles(view) == ["乙"])
    assert [entry.uid for entry in view.chosen()] == [other.uid]


def test_the_chosen_row_stays_chosen_when_it_changes(
    view: ListView, ledger: Ledger, task: Add, today: date
) -> None:
    entries = [task(name) for name in "甲乙丙"]
    view.ask(Question())
    view.choose(entries[1].uid)
    change(ledger, entries[1], {"title": "丁"}, today=today)
    until(lambda: titles(view) == ["甲", "丁", "丙"])
    assert [entry.stored["title"] for entry in view.chosen()] == ["丁"]


def test_after_an_import_the_place_is_kept(view: ListView, ledger: Ledger, today: date) -> None:
    many(ledger, today, BLOCK)
    view.ask(Question(order=Order("received_on")))
    view.choose(view.rows.rows[100].entry.uid)
    view.verticalScrollBar().setValue(95 * view.delegate.height)
    many(ledger, today, FEW_UIDS + 1)
    until(lambda: len(view.rows.rows) > BLOCK)
    assert [entry.stored["title"] for entry in view.chosen()] == ["0100"]
    assert titles(view)[view.rowAt(0)] == "0095"


def test_a_unit_renamed_is_shown_by_its_new_name(
    view: ListView, ledger: Ledger, task: Add, today: date
) -> None:
    entry = task("甲")
    view.ask(Question())
    unit = ledger.entry(DEPARTMENTS, str(entry.stored["department"]))
    assert unit is not None
    assert text(view, 0, "department") == "民政局"
    change(ledger, unit, {"short": "民政"}, today=today)
    until(lambda: text(view, 0, "department") == "民政")


def test_a_flag_appears_in_its_row(view: ListView, ledger: Ledger, task: Add, today: date) -> None:
    entry = task("甲")
    view.ask(Question())
    assert text(view, 0, FLAGS) == ""
    flag(ledger, entry, "APP26-3", today=today)
    until(lambda: text(view, 0, FLAGS) == "要装机率")


def test_a_filter_that_means_nothing_leaves_the_list(view: ListView, task: Add) -> None:
    task("甲")
    view.ask(Question())
    with pytest.raises(Mistake):
        view.ask(Question("栏目=1"))
    assert titles(view) == ["甲"]


def test_only_the_last_question_is_answered(
    view: ListView, session: Session, task: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model, "SMALL", 0)
    task("甲")
    task("乙", status="办结")
    view.ask(Question("open"))
    view.ask(Question("status=done"))
    settled(session)
    assert titles(view) == ["乙"]


def test_an_entry_far_away_is_shown_in_the_middle(view: ListView, ledger: Ledger, today: date) -> None:
    many(ledger, today, 3 * BLOCK)
    view.ask(Question())
    view.verticalScrollBar().setValue(50 * view.delegate.height)
    for wanted in (2 * BLOCK + 5, 3):
        uid = ledger.entries(TASKS)[wanted].uid
        view.show_entry(uid)
        row = view.rows.row_of(uid)
        assert row is not None
        assert [entry.uid for entry in view.chosen()] == [uid]
        top = view.rowViewportPosition(row)
        assert 0 <= top < view.viewport().height()


@pytest.mark.parametrize("seed", range(6))
def test_after_any_deeds_the_rows_stand_as_if_asked_anew(
    view: ListView, session: Session, ledger: Ledger, task: Add, today: date, seed: int
) -> None:
    chance = random.Random(seed)
    days = (None, "2026-11-20", "2026-11-24", "2026-11-24", "2026-12-03")
    columns = ("due_on", "title", "received_on", "id", "number", "status")
    entries = [task(chance.choice("abc"), due_on=chance.choice(days)) for _ in range(12)]
    for _ in range(8):
        order = Order(chance.choice(columns), descending=chance.random() < 0.5)
        asked = Question(chance.choice(("", "open", "due_on=", "due_on<=2026-11-24")), order=order)
        view.ask(asked)
        for _ in range(6):
            entry = ledger.entry(TASKS, chance.choice(entries).uid)
            assert entry is not None
            match chance.randrange(5):
                case 0:
                    entries.append(task(chance.choice("abc"), due_on=chance.choice(days)))
                case 1 if entry.binned_at is None:
                    put_into_bin(ledger, entry)
                case 2:
                    undo(ledger)
                case _:
                    field, values = chance.choice(
                        (("due_on", days), ("title", "abc"), ("status", ("待办", "办结")))
                    )
                    change(ledger, entry, {field: chance.choice(values)}, today=today)
            QApplication.processEvents()
        stands = [listed.entry.uid for listed in view.rows.rows]
        view.ask(asked)
        assert stands == [listed.entry.uid for listed in view.rows.rows], (seed, asked)


def test_what_was_cut_says_so_and_since_when(
    qtbot: QtBot, session: Session, ledger: Ledger, today: date
) -> None:
    def recurring(title: str, **more: str) -> Entry:
        draft = {"title": title, "department": "民政局", "period": "每日", "starts_on": "2026-11-02"}
        return add(ledger, DEMANDS, draft | more, today=today)

    current, ahead = recurring("甲"), recurring("乙", ends_on="2026-12-31")
    recurring("丙", ends_on="2026-11-20")
    shown = ListView(session, DEMANDS)
    qtbot.addWidget(shown)
    shown.resize(1000, 400)
    shown.show()
    shown.ask(Question(order=Order("title")))
    settled(session)

    def states() -> dict[str, str]:
        return {title: text(shown, row, STATE) for row, title in enumerate(titles(shown))}

    assert states() == {"甲": "现行", "乙": "现行", "丙": "已停止"}
    verdict = Verdict(assessment=Assessment.CUT, method=Method.CANCELLED)
    decide(ledger, current, verdict, today=today)
    decide(ledger, ahead, replace(verdict, effective_from=date(2026, 12, 1)), today=today)
    until(lambda: states() == {"甲": "11-24 起已核减", "乙": "12-01 起已核减", "丙": "已停止"})
    undo(ledger)
    until(lambda: states()["乙"] == "现行")
