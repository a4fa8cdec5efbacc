"""The paper on screen: figures are reached and opened by mouse and keyboard, zoom, what is kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.pointing import moved
from tests.ui.waiting import PATIENCE_MS, until

from mingbai.domain.sheet import Look, Page, Row, Sheet, SheetColumn, Workbook
from mingbai.ui.paper.layout import laid_out
from mingbai.ui.paper.leaf import PaperSheet
from mingbai.ui.paper.view import READABLE, PaperView
from mingbai.ui.session import Session

OPENABLE = {(0, 1), (0, 2), (1, 1), (1, 2)}


def sheet(rows: int = 2) -> PaperSheet:
    columns = (
        SheetColumn("指标", 30.0),
        SheetColumn("本月", 10.0, Look.COUNT),
        SheetColumn("上月", 10.0, Look.COUNT),
    )
    made = tuple(Row((f"指标{n}", n, n + 10)) for n in range(rows))
    return laid_out(Workbook("zh", (Sheet("表", "减负情况", columns, made, page=Page(one_page=False)),), ""))[
        0
    ]


def view_of(session: Session, qtbot: QtBot, rows: int = 2) -> PaperView:
    view = PaperView(session)
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show_sheet(sheet(rows), "zh", OPENABLE)
    view.show()
    qtbot.waitExposed(view, timeout=PATIENCE_MS)
    view.activateWindow()
    view.setFocus()
    until(view.hasFocus)
    return view


def test_a_click_on_a_figure_opens_it_and_one_beside_does_not(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot)
    place = view.place_of(1, 2)
    assert place is not None
    with qtbot.waitSignal(view.figure_picked, timeout=PATIENCE_MS) as picked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == [1, 2]
    with qtbot.assertNotEmitted(view.figure_picked):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_the_paper_grows_with_the_text_and_every_figure_still_comes_into_view(
    session: Session, qtbot: QtBot
) -> None:
    wear(session, replace(session.look, scale=2.0))
    view = view_of(session, qtbot)
    assert view.scale == READABLE * 2
    assert view.horizontalScrollBar().maximum() > 0
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    place = view.place_of(0, 2)
    assert place is not None
    assert view.viewport().rect().contains(place)
    view.resize(2000, 500)
    assert view.scale > READABLE * 2, "as wide as there is room"


def test_a_figure_under_the_mouse_shows_that_it_opens(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot)
    place = view.place_of(0, 1)
    assert place is not None
    moved(view.viewport(), place)
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert view.viewport().toolTip() == "指标0，本月，点开明细"
    moved(view.viewport(), QPoint(3, 3))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_tab_and_arrows_reach_figures_and_enter_opens(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.accessibleName() == "指标0，本月"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.accessibleName() == "指标1，上月"
    with qtbot.waitSignal(view.figure_picked, timeout=PATIENCE_MS) as picked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert picked.args == [1, 2]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.accessibleName() == "减负情况"


def test_tab_leaves_after_the_last_figure(session: Session, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    view, after = PaperView(session), QLineEdit()
    column.addWidget(view)
    column.addWidget(after)
    view.show_sheet(sheet(), "zh", OPENABLE)
    holder.show()
    qtbot.waitExposed(holder, timeout=PATIENCE_MS)
    holder.activateWindow()
    view.setFocus()
    until(view.hasFocus)
    for _ in range(len(OPENABLE) + 1):
        qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_zoom_goes_by_keys_and_back_to_the_width(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot)
    fitted = view.scale
    qtbot.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.scale > fitted
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.scale < fitted
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.scale == fitted


def test_shown_anew_it_stays_where_it_was(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot, rows=100)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    view.verticalScrollBar().setValue(300)
    view.show_sheet(sheet(101), "zh", OPENABLE)
    assert view.verticalScrollBar().value() == 300
    with qtbot.waitSignal(view.figure_picked, timeout=PATIENCE_MS) as picked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert picked.args == [0, 1]


def test_the_page_is_black_on_white_in_every_theme(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(60, 20).name() == "#ffffff"
    inks = {image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(0, 160, 4)}
    assert min(inks) < 40


def test_it_tells_who_listens_what_stands_on_it(session: Session, qtbot: QtBot) -> None:
    view = view_of(session, qtbot)
    assert view.accessibleName() == "减负情况"
    assert "指标1，1，11" in view.accessibleDescription()
