"""A list under heads ends after a whole row, in any room and wherever it is scrolled to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect

from mingbai.ui.agenda.painting import AgendaDelegate
from mingbai.ui.agenda.rows import Head, Row
from mingbai.ui.agenda.view import AgendaList
from mingbai.ui.look.look import Look, Size


@pytest.mark.parametrize("height", [97, 160, 231, 300, 402])
def test_no_row_is_cut_at_the_end(qtbot, height: int) -> None:
    rows = AgendaList(Look(), "today")
    qtbot.addWidget(rows)
    items: list[Head | Row] = []
    for group in range(4):
        items.append(Head(f"group {group}"))
        items += [Row(f"{group}/{n}", f"entry {n}", two_lines=n == 1) for n in range(3)]
    rows.resize(300, height)
    rows.show()
    rows.put(items)
    bar = rows.verticalScrollBar()
    assert bar.maximum() > 0
    for value in range(bar.maximum() + 1):
        bar.setValue(value)
        room = rows.viewport().height()
        last = rows.indexAt(QPoint(10, room - 1))
        # At the end there may be room for less than a row.
        if last.isValid():
            assert rows.visualRect(last).bottom() == room - 1, (value, rows.rows.item(last))
            assert isinstance(rows.rows.item(last), Row)
        assert rows.visualRect(rows.indexAt(QPoint(10, 0))).top() == 0
    assert rows.visualRect(rows.rows.index(len(items) - 1)).bottom() < rows.viewport().height()
    # With room for all of them nothing is left free.
    rows.resize(300, 900)
    assert rows.viewport().height() == 900


def test_where_no_row_has_room_the_list_ends_after_the_head(qtbot) -> None:
    rows = AgendaList(Look(), "today")
    qtbot.addWidget(rows)
    rows.show()
    rows.put([Head("late"), *(Row(f"{n}", f"entry {n}") for n in range(3))])
    head = rows.visualRect(rows.rows.index(0)).height()
    for rest in (0, 1, 5, 20):
        rows.resize(300, head + rest)
        assert rows.viewport().height() == head, "no sliver of the row below"
    rows.resize(300, head + rows.visualRect(rows.rows.index(1)).height())
    assert isinstance(rows.rows.item(rows.indexAt(QPoint(10, rows.viewport().height() - 1))), Row)


def test_last_words_take_the_room_a_short_title_leaves(qtbot) -> None:
    look, rect = Look(), QRect(0, 0, 700, 40)
    rows = AgendaList(look, "today")
    qtbot.addWidget(rows)
    painted = AgendaDelegate(look, rows)
    reason = "十一栏里有九栏和十月三日民政局要的那张表相同，另外两栏也报过"
    assert look.width(reason, Size.CELL) > look.px(190)
    assert not painted.is_cut(rect, Row("1", "周报", trailing=reason, icon="flag"), chosen=False)
    # A long title leaves them their share, no more.
    assert painted.is_cut(rect, Row("2", "周报" * 40, trailing=reason, icon="flag"), chosen=False)


def test_a_row_on_one_line_says_what_would_stand_below_and_paints_it_over_no_other(qtbot) -> None:
    rows = AgendaList(Look(), "today")
    qtbot.addWidget(rows)
    rows.resize(500, 200)
    rows.show()
    below = Row("one", "Safety form", trailing="Cut, 14 Aug", foot="recheck 13 Nov")
    rows.put([below, Row("two", "News", trailing="Cut, 11 Aug")])
    painted = rows.grab().toImage()
    rows.put([replace(below, foot=""), Row("two", "News", trailing="Cut, 11 Aug")])
    assert rows.grab().toImage() == painted
    assert below.said.endswith("recheck 13 Nov")


def test_the_chosen_row_is_still_seen_when_what_stands_above_takes_of_its_room(qtbot) -> None:
    rows = AgendaList(Look(), "review")
    qtbot.addWidget(rows)
    rows.resize(400, 300)
    rows.show()
    rows.put([Row(f"{n}", f"entry {n}", two_lines=True) for n in range(12)])
    rows.choose("3")
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    for height in (150, 100, 90, 300, 70):
        rows.resize(400, height)
        assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex())), height
    # Whoever scrolled away from it stays there.
    rows.verticalScrollBar().setValue(8)
    rows.resize(400, 90)
    assert rows.verticalScrollBar().value() == 8
