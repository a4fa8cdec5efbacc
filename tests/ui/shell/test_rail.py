"""The rail below its first six: groups of registers that appear with their first row, as far as there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.waiting import PATIENCE_MS, settled

from mingbai.desk.imports import import_file
from mingbai.desk.records import add, put_into_bin
from mingbai.domain.filter import ALL
from mingbai.domain.registers import REGISTERS
from mingbai.domain.visit import VISITS
from mingbai.domain.words import Language
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Ledger
from mingbai.ui.look.look import Look
from mingbai.ui.memory import Memory
from mingbai.ui.pages.siblings import Siblings
from mingbai.ui.shell import stops
from mingbai.ui.shell.outline import Outline
from mingbai.ui.shell.rail import Rail
from mingbai.ui.shell.ways import COUNT_MS
from mingbai.ui.shell.window import Window

MEETING = {"held_on": "2026-11-24", "title": "述职会", "department": "街道党工委"}
INSPECTION = {"held_on": "2026-11-24", "title": "消防检查", "department": "民政局"}
VISIT = {"visited_on": "2026-11-24", "title": "送药"}
Opening = Callable[..., Window]


@pytest.fixture
def opened(qtbot, ledger: Ledger, today: date, tmp_path: Path) -> Iterator[Opening]:
    path = ledger.path
    ledger.close()
    made: list[Window] = []
    bugs: list[object] = []

    def open_window(look: Look | None = None, width: int = 1280, height: int = 800) -> Window:
        window = Window(
            path, look or Look(), Memory(tmp_path / "memory.ini"), today=today, failed=bugs.append
        )
        made.append(window)
        window.resize(width, height)
        with qtbot.waitExposed(window, timeout=PATIENCE_MS):
            window.show()
        settled(window)
        return window

    yield open_window
    for window in made:
        if window.isVisible():
            window.close()
    assert bugs == []


def shown(rail: Rail) -> list[str]:
    """The groups that can be seen, from the top."""
    return [code for stop in stops.GROUPS if rail._buttons[code := stop.code].isVisible()]


def counted(window: Window) -> None:
    settled(window, COUNT_MS)


def chosen(rail: Rail) -> list[str]:
    return [code for code, button in rail._buttons.items() if button.isChecked()]


def write(window: Window, code: str, typed: dict[str, str]) -> None:
    session = window.session
    session.do(lambda: add(session.ledger, REGISTERS[code], typed, today=session.today), owner=window.frame)
    counted(window)


def test_a_group_comes_with_its_first_row_and_goes_when_that_is_undone(opened: Opening) -> None:
    window = opened()
    rail = window.frame.rail
    counted(window)
    assert shown(rail) == []
    write(window, "inspection", INSPECTION)
    assert shown(rail) == ["group.meeting"]
    window.session.undo()
    counted(window)
    assert shown(rail) == []
    window.session.redo()
    counted(window)
    assert shown(rail) == ["group.meeting"]


def test_an_import_brings_its_group_and_the_bin_takes_it(opened: Opening, tmp_path: Path) -> None:
    window = opened()
    session = window.session
    sheet = tmp_path / "走访.csv"
    sheet.write_text("日期,走访事由\n2026-11-20,送药\n", encoding="utf-8")
    session.do(lambda: import_file(session.ledger, sheet, VISITS, today=session.today), owner=window.frame)
    counted(window)
    assert shown(window.frame.rail) == ["group.visit"]
    (visit,) = asked_entries(session.ledger, VISITS, ALL, session.today)
    session.do(lambda: put_into_bin(session.ledger, visit), owner=window.frame)
    counted(window)
    assert shown(window.frame.rail) == []


def test_a_group_opens_the_register_with_rows_then_the_one_it_was_left_at(opened: Opening) -> None:
    window = opened()
    frame = window.frame
    write(window, "inspection", INSPECTION)
    frame.rail._buttons["group.meeting"].click()
    assert frame.page.code == "inspection"
    assert chosen(frame.rail) == ["group.meeting"]
    write(window, "meeting", MEETING)
    (siblings,) = frame.page.findChildren(Siblings)
    assert list(siblings.buttons) == ["meeting"]
    siblings.buttons["meeting"].click()
    assert frame.page.code == "meeting"
    assert chosen(frame.rail) == ["group.meeting"]
    frame.show_page("today")
    frame.rail._buttons["group.meeting"].click()
    assert frame.page.code == "meeting"
    # The other is left away again: undone is undone.
    frame.show_page("inspection")
    frame.show_page("today")
    window.close()
    again = opened().frame
    assert shown(again.rail) == ["group.meeting"], "seen at once, before anything is counted"
    again.rail._buttons["group.meeting"].click()
    assert again.page.code == "inspection"


def test_the_outline_has_the_groups_already(qtbot, today: date) -> None:
    outline = Outline(Look(), "新湖社区", "", "visit", today, ("group.visit",))
    qtbot.addWidget(outline)
    outline.resize(1280, 800)
    outline.show()
    assert shown(outline.rail) == ["group.visit"]
    assert chosen(outline.rail) == ["group.visit"]


@pytest.mark.parametrize("scale", [1, 1.5, 2])
def test_a_badge_of_two_figures_stands_clear_of_its_icon(qtbot, scale: float) -> None:
    look = Look(scale=scale)
    rail = Rail(look, "新湖社区", "", stops.FIRST[:1], ())
    qtbot.addWidget(rail)
    rail.fold(folded=True)
    rail.show()
    (button,) = rail._buttons.values()
    button.count(27)
    side = look.px(18)
    # Above their middle icons reach no further right than this part of their grid.
    assert button.badge().left() >= (button.width() - side) / 2 + side * 0.8
    assert button.badge().right() < button.width()


def test_what_is_kept_of_the_rail_may_be_anything() -> None:
    for kept in (None, 3, "group.visit", {"group.visit": 1}, ["group.none", 4]):
        assert stops.kept_groups({"groups": kept}) == ()
        assert stops.kept_pages({"left_at": kept}) == {}
    assert stops.kept_pages({"left_at": {"group.visit": "task", "group.meeting": "inspection"}}) == {
        "group.meeting": "inspection"
    }


def test_a_key_opens_a_group(opened: Opening) -> None:
    window = opened()
    write(window, "visit", VISIT)
    button = window.frame.rail._buttons["group.visit"]
    assert button.accessibleName() == "走访与活动"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert window.frame.page.code == "visit"
    window.frame.show_page("today")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert window.frame.page.code == "visit"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("scale", "least"), [(1.0, 5), (1.5, 1), (2.0, 0)])
def test_with_little_room_groups_are_left_away_and_more_leads_to_them(
    opened: Opening, language: Language, scale: float, least: int
) -> None:
    window = opened(Look("light", language, scale), 1366, 768)
    rail = window.frame.rail
    rail.show_groups([stop.code for stop in stops.GROUPS])
    QApplication.processEvents()
    window.resize(1366, 768)
    QApplication.processEvents()
    seen = shown(rail)
    assert window.height() == 768
    assert least <= len(seen)
    places = [
        QRect(button.mapTo(rail, QPoint()), button.size())
        for button in rail._buttons.values()
        if button.isVisible()
    ]
    places.sort(key=QRect.top)
    assert min(place.height() for place in places) > window.session.look.px(30)
    assert all(above.bottom() < below.top() for above, below in pairwise(places))
    assert rail.rect().contains(places[-1])
    window.frame.show_page("collection")
    assert chosen(rail) == ["group.collection" if "group.collection" in seen else stops.MORE]
    window.frame.show_page("demand")
    assert chosen(rail) == [stops.MORE]
