"""The page on which a street collects: files in, who is missing, what a sum opens, files out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot
from tests.desk.villages import NOVEMBER, write_month
from tests.ui.waiting import settled

from mingbai.desk.collecting.collection import Place, collection
from mingbai.domain.submission import SUBMISSIONS
from mingbai.ui.collecting.paper import PaperDialog
from mingbai.ui.pages.collection import CollectionPage
from mingbai.ui.session import Session

ONE = {"task.received": 10, "task.listed": 5}
TWO = {"task.received": 30, "task.listed": 3}


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> CollectionPage:
    made = CollectionPage(session)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.arrive()
    settled(session, 400)
    return made


def drop(page: CollectionPage, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_without_anything_it_says_what_to_do(page: CollectionPage) -> None:
    assert page.empty.isVisible()
    assert page.paper.isHidden()
    assert not page.excel.isEnabled()
    assert page.period == NOVEMBER


def test_dropped_files_are_taken_and_refusals_are_named(
    session: Session, page: CollectionPage, tmp_path: Path
) -> None:
    bad = tmp_path / "坏.xlsx"
    bad.write_text("x")
    files = [
        write_month(tmp_path / "a.xlsx", "01", "河西村", ONE),
        write_month(tmp_path / "b.xlsx", "02", "河东村", TWO),
    ]
    drop(page, [*files, bad])
    settled(session, 400)
    assert not page.paper.isHidden()
    assert page.empty.isHidden()
    said = page.outcome.said
    assert "新收 2 份" in said
    assert any("坏.xlsx" in line for line in said)
    assert page.missing.head.text() == "都报齐了"
    page._open(0, 4)
    settled(session, 400)
    assert page._sheets[page._shown].title == "收到上级交办（件）"
    lines = page._sheets[page._shown].lines
    assert [name in "\n".join(lines) for name in ("河西村", "河东村")] == [True, True]
    page._open(0, 4)
    settled(session, 400)
    assert page._sheets[page._shown].title == "河西村"
    session.undo()
    settled(session, 400)
    assert page.empty.isVisible()


def test_who_is_missing_can_be_typed_in(session: Session, page: CollectionPage, tmp_path: Path) -> None:
    drop(page, [write_month(tmp_path / "a.xlsx", "01", "河西村", ONE)])
    settled(session, 400)
    page.show_period(NOVEMBER.previous)
    settled(session, 400)
    assert page.missing.head.text() == "未报 1 个"
    assert len(page.missing.names) == 1
    (place,) = collection(session.ledger, NOVEMBER.previous).missing
    dialog = opened(page, place)
    assert (dialog.name.text(), dialog.code.text()) == ("河西村", "01")
    dialog.fields["task.received"].setText("十件")
    dialog.save()
    settled(session, 400)
    assert dialog.isVisible()
    assert dialog.notice.text
    dialog.fields["task.received"].setText("9")
    dialog.save()
    settled(session, 400)
    assert page.missing.head.text() == "都报齐了"
    assert collection(session.ledger, NOVEMBER.previous).sum("task.received").number == 9


def opened(page: CollectionPage, place: Place) -> PaperDialog:
    page.type_in(place)
    dialog = page.window().findChild(PaperDialog)
    assert isinstance(dialog, PaperDialog)
    return dialog


def test_a_report_of_another_month_shows_that_month(
    session: Session, page: CollectionPage, tmp_path: Path
) -> None:
    drop(page, [write_month(tmp_path / "a.xlsx", "01", "河西村", ONE, month=NOVEMBER.previous)])
    settled(session, 400)
    assert page.period == NOVEMBER.previous


def test_stopping_keeps_nothing(session: Session, page: CollectionPage, tmp_path: Path) -> None:
    jobs: list[object] = []
    session.runner.job_began.connect(jobs.append)
    session.runner.job_told.connect(lambda job, done, _of: done and job.progress.stop())
    drop(page, [write_month(tmp_path / f"{n}.xlsx", f"0{n}", f"村{n}", ONE) for n in range(3)])
    settled(session, 400)
    assert jobs
    assert page.notice.text == "已停止，一份也没有收"
    assert not session.ledger.entries(SUBMISSIONS)


def test_the_month_goes_out_as_a_workbook(session: Session, page: CollectionPage, tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    drop(
        page,
        [
            write_month(tmp_path / "a.xlsx", "01", "河西村", ONE),
            write_month(tmp_path / "b.xlsx", "02", "河东村", TWO),
        ],
    )
    settled(session, 400)
    page.write_excel(tmp_path / "汇总.xlsx")
    settled(session, 400)
    book = CalamineWorkbook.from_path(tmp_path / "汇总.xlsx")
    rows = [row for row in book.get_sheet_by_name("汇总表").iter_rows() if row[2] == "收到上级交办"]
    assert [row[4:] for row in rows] == [[40.0, 2.0, 80.0, 2.0]]


def test_a_paper_report_half_typed_is_found_again(
    qtbot: QtBot, session: Session, page: CollectionPage
) -> None:
    page.type_in(None)
    dialog = page.window().findChild(PaperDialog)
    assert isinstance(dialog, PaperDialog)
    dialog.name.setText("河西村")
    qtbot.keyClicks(dialog.fields["task.received"], "12")
    qtbot.keyClick(dialog.fields["task.received"], Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    settled(session, 400)
    again = PaperDialog(session, NOVEMBER, None, page)
    assert (again.name.text(), again.fields["task.received"].text()) == ("河西村", "12")
    again.save()
    settled(session, 400)
    assert PaperDialog(session, NOVEMBER, None, page).name.text() == ""
