"""The import page: a table is seen, corrected, planned and only then written; mistakes stay on the page."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.conftest import wear
from tests.ui.pointing import moved

from mingbai.desk import imports
from mingbai.desk.import_plan import Imported, Plan
from mingbai.domain.issue import ISSUES
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.undo import undo
from mingbai.ui.importing.outcome import NEW, SAME, SKIPPED, UPDATED, _once_each, _spans
from mingbai.ui.importing.preview_table import PreviewTable
from mingbai.ui.importing.view import ImportView
from mingbai.ui.look.look import Look
from mingbai.ui.pages.importing import ImportPage
from mingbai.ui.session import Session

HEAD = ["工单编号", "受理时间", "诉求标题", "诉求人姓名", "证件号码", "联系电话", "分管"]


def book(path: Path, rows: int = 6) -> Path:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["12345 热线派单明细表"])
    sheet.append(HEAD)
    for n in range(rows):
        at = "11月初" if n == 2 else datetime(2026, 11, 3 + n % 20, 9, 12)
        sheet.append(
            [f"HX{n:04}", at, f"{n + 1} 栋路灯不亮", "罗小平", "430102199001011234", "13800000071", "王"]
        )
    workbook.save(path)
    return path


@pytest.fixture
def page(session: Session, qtbot) -> ImportPage:
    made = ImportPage(session)
    qtbot.addWidget(made)
    made.resize(1076, 768)
    made.show()
    return made


@pytest.fixture
def settled(session: Session, page: ImportPage, qtbot) -> Callable[[], ImportView]:
    def wait() -> ImportView:
        view = page.view
        assert view is not None
        qtbot.waitUntil(lambda: not session.runner.busy and not view._settling.isActive(), timeout=20_000)
        return view

    return wait


def counts(view: ImportView) -> tuple[int, int, int, int]:
    found = view._outcome.counts
    return found[NEW].number, found[UPDATED].number, found[SAME].number, found[SKIPPED].number


def texts(table: PreviewTable) -> str:
    items = [
        table.item(row, column) for row in range(table.rowCount()) for column in range(table.columnCount())
    ]
    return " ".join(item.text() for item in items if item is not None)


def test_a_file_is_shown_with_where_its_columns_go_and_nothing_is_written(
    session: Session, page: ImportPage, settled, tmp_path: Path
) -> None:
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    view = settled()
    goals = [goal.field for goal in view.preview.choices]
    assert goals == ["order_no", "accepted_at", "title", "resident", "", "phone", ""]
    assert counts(view) == (5, 0, 0, 1)
    assert view.go.text() == "导入 5 行"
    assert view.go.isEnabled()
    assert not session.ledger.entries(ISSUES)


def test_of_several_dropped_files_the_first_is_shown_and_the_others_are_not_passed_over_in_silence(
    session: Session, page: ImportPage, settled, tmp_path: Path
) -> None:
    said: list[str] = []
    session.said.connect(lambda words: said.append(words.zh))
    files = [book(tmp_path / name) for name in ("一.xlsx", "二.xlsx")]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))
    assert said == ["一次导入一个文件，先看“一.xlsx”；其余的请随后再拖入"]
    view = settled()
    assert view.source.path == files[0]


def test_the_preview_hides_what_is_personal_wherever_the_headings_are(
    page: ImportPage, settled, tmp_path: Path
) -> None:
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    view = settled()
    for steps in (0, 1):
        view.preview.step_head(steps)
        shown = texts(settled().preview)
        assert "诉求人姓名" in shown
        assert "13800000071" not in shown
        assert "罗小平" not in shown
        assert "1990" not in shown
    assert not view.preview.choices[4].isEnabled() or view.preview.choices[4].field == ""


def test_one_press_writes_it_and_one_undo_takes_it_back(
    session: Session, page: ImportPage, settled, tmp_path: Path, qtbot
) -> None:
    told: list[str] = []
    asked: list[str] = []
    session.done.connect(lambda words: told.append(words.zh))
    session.list_asked.connect(lambda code, where: asked.append(code))
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    qtbot.mouseClick(settled().go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert asked == ["issue"]
    assert told == ["已导入 5 行到居民诉求"]
    assert len(session.ledger.entries(ISSUES)) == 5
    assert page.view is None
    undo(session.ledger)
    assert not session.ledger.entries(ISSUES)


def test_the_same_file_again_has_nothing_to_write(
    session: Session, page: ImportPage, settled, tmp_path: Path, qtbot
) -> None:
    file = book(tmp_path / "热线.xlsx")
    page.start(ISSUES, file)
    settled().write()
    qtbot.waitUntil(lambda: page.view is None, timeout=20_000)
    page.start(ISSUES, file)
    view = settled()
    assert counts(view) == (0, 0, 5, 1)
    assert not view.go.isEnabled()
    assert "按上次" in view._known.text()


def test_a_column_sent_elsewhere_is_remembered_for_the_same_headings(
    session: Session, page: ImportPage, settled, tmp_path: Path, qtbot
) -> None:
    file = book(tmp_path / "热线.xlsx")
    page.start(ISSUES, file)
    view = settled()
    view.choose(6, "note")
    view.choose(3, "")
    settled().write()
    qtbot.waitUntil(lambda: page.view is None, timeout=20_000)
    record = session.ledger.entries(ISSUES)[0].record
    assert (record.note, record.resident) == ("王", "")
    page.start(ISSUES, file)
    assert [goal.field for goal in settled().preview.choices][3:] == ["", "", "phone", "note"]
    session.memory.write()
    assert "罗小平" not in (tmp_path / "memory.ini").read_text(encoding="utf-8")


def test_a_missing_column_is_asked_for_in_one_sentence(page: ImportPage, settled, tmp_path: Path) -> None:
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    view = settled()
    view.choose(2, "")
    settled()
    assert "诉求标题" in view._notice.text
    assert not view.go.isEnabled()
    view.choose(2, "title")
    settled()
    assert view._notice.text == ""
    assert view.go.isEnabled()


def test_units_that_come_in_with_the_rows_are_named_before(
    page: ImportPage, settled, session: Session, ledger: Ledger
) -> None:
    page.start_paste(TASKS, "接收日期\t交办单位\t事项名称\n2026-11-03\t观鸟站\t巡河记录")
    view = settled()
    assert view._notice.text == "“单位”里没有、随之新加 1 个：观鸟站"
    assert ledger.entries(TASKS) == []


def test_numbers_of_two_rows_stand_in_one_line(page: ImportPage, settled) -> None:
    rows = [
        f"2026-11-0{day}\t路灯不亮，{said}"
        for day, said in enumerate(["已解决已告知", "很暗", "已处理并回访"], 1)
    ]
    page.start_paste(ISSUES, "受理时间\t诉求内容\n" + "\n".join(rows))
    outcome = settled()._outcome
    (numbers,) = [one for one in outcome.findChildren(QLabel) if one.text() == "第 2、4 行"]
    assert numbers.width() >= numbers.fontMetrics().horizontalAdvance(numbers.text())


def test_the_headings_move_by_key_and_by_dragging(page: ImportPage, settled, tmp_path: Path) -> None:
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    view = settled()
    QTest.keyClick(view.preview.grip, Qt.Key.Key_Up)
    settled()
    assert view.table is not None
    assert view.table.head_row == 1
    grip = view.preview.grip
    down = view.preview.rowHeight(1)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    moved(grip, QPoint(5, 5 + down), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    settled()
    assert view.table.head_row == 2
    page._step_head(-1)
    settled()
    page._step_head(-1)
    settled()
    assert view.table.head_row == 0


def shown_words(view: ImportView) -> str:
    return " ".join(label.text() for label in view._foot.findChildren(QLabel) if not label.isHidden())


@pytest.mark.parametrize(("name", "content"), [("a.py", "x = 1"), ("b.xlsx", "PK\x03\x04"), ("c.csv", "")])
def test_a_wrong_file_is_one_sentence_on_the_page(
    session: Session, page: ImportPage, settled, tmp_path: Path, name: str, content: str
) -> None:
    troubles: list[object] = []
    session.runner.troubled.connect(troubles.append)
    (tmp_path / name).write_text(content, encoding="utf-8")
    page.start(ISSUES, tmp_path / name)
    view = settled()
    assert name in view._notice.text
    assert not view.go.isEnabled()
    assert "Ctrl+Z" not in shown_words(view), "nothing was written that could be undone"
    assert not troubles


def test_a_masked_export_is_refused_on_the_page(page: ImportPage, settled, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("工单编号,受理时间,诉求标题,诉求人\n1,2026-11-03,路灯,王*\n", encoding="utf-8")
    page.start(ISSUES, file)
    assert "遮盖" in settled()._notice.text


def test_pasted_cells_come_in_and_leave_no_trace_in_the_state(page: ImportPage, settled) -> None:
    page.start_paste(STAFF, "姓名\t分工\n李梅\t民政\n王强\t安全\n")
    view = settled()
    assert view.go.text() == "导入 2 行"
    assert "李梅" not in str(page.state())


def test_people_can_be_left_out_altogether(page: ImportPage, settled, tmp_path: Path) -> None:
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    view = settled()
    view._leave_box.setChecked(True)
    settled()
    assert not {"resident", "phone"} & {goal.field for goal in view.preview.choices}
    assert view.go.isEnabled()


def test_stopping_writes_nothing(session: Session, page: ImportPage, settled, tmp_path: Path, qtbot) -> None:
    page.start(ISSUES, book(tmp_path / "热线.xlsx", rows=300))
    view = settled()
    assert "Ctrl+Z" in shown_words(view)
    view.write()
    # One way out at a time.
    assert (view._foot.stop.isHidden(), view._foot.cancel.isHidden()) == (False, True)
    view.stop()
    qtbot.waitUntil(lambda: not session.runner.busy, timeout=20_000)
    assert not session.ledger.entries(ISSUES)
    assert view.go.isEnabled()


def test_asked_to_stop_too_late_it_says_what_was_written(
    session: Session, page: ImportPage, settled, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said, done, go = [], [], threading.Event()
    session.said.connect(lambda words: said.append(words.zh))
    session.done.connect(lambda words: done.append(words.zh))

    def write_on(ledger: Ledger, plan: Plan, **_: object) -> Imported:
        go.wait(20)
        return write(ledger, plan)

    write = imports.write
    monkeypatch.setattr(imports, "write", write_on)
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    view = settled()
    said.clear()
    view.write()
    view.give_up()
    assert page.view is view
    go.set()
    qtbot.waitUntil(lambda: not session.runner.busy, timeout=20_000)
    assert len(session.ledger.entries(ISSUES)) == 5
    assert done == ["已导入 5 行到居民诉求"]
    assert said == []


def test_the_status_bar_stops_it_as_well(
    session: Session, page: ImportPage, settled, tmp_path: Path, qtbot
) -> None:
    page.start(ISSUES, book(tmp_path / "热线.xlsx", rows=300))
    view = settled()
    session.runner.job_began.connect(lambda job: job.progress.stop())
    view.write()
    qtbot.waitUntil(lambda: not session.runner.busy, timeout=20_000)
    assert not session.ledger.entries(ISSUES)
    assert view.go.isEnabled()


def test_giving_up_goes_back_to_the_register(
    session: Session, page: ImportPage, settled, tmp_path: Path
) -> None:
    asked: list[str] = []
    session.list_asked.connect(lambda code, where: asked.append(code))
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    settled().give_up()
    assert asked == ["issue"]
    assert page.view is None


def test_the_page_comes_back_with_its_file(
    session: Session, page: ImportPage, settled, tmp_path: Path, qtbot
) -> None:
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    settled().preview.step_head(1)
    settled()
    again = ImportPage(session)
    qtbot.addWidget(again)
    again.restore(page.state())
    qtbot.waitUntil(lambda: again.view is not None and again.view.table is not None, timeout=20_000)
    assert again.view is not None
    assert again.view.table is not None
    assert again.view.table.head_row == 3
    again._end()


def test_it_fits_a_small_screen_at_the_largest_text(session: Session, qtbot, tmp_path: Path) -> None:
    wear(session, Look(scale=2.0))
    page = ImportPage(session)
    qtbot.addWidget(page)
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    qtbot.waitUntil(lambda: page.view is not None and page.view.plan is not None, timeout=20_000)
    page.show()
    QApplication.processEvents()
    least = page.minimumSizeHint()
    assert least.width() <= 1366 - 56
    assert least.height() <= 700
    page._end()


def test_the_bar_below_the_columns_is_in_sight_at_the_largest_text(
    session: Session, qtbot, tmp_path: Path
) -> None:
    wear(session, Look(scale=2.0))
    page = ImportPage(session)
    qtbot.addWidget(page)
    page.resize(1366 - 56, 700)
    page.show()
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    qtbot.waitUntil(lambda: page.view is not None and page.view.plan is not None, timeout=20_000)
    view = page.view
    assert view is not None
    bar = view.preview.horizontalScrollBar()

    def in_sight() -> bool:
        return bar.isVisible() and bar.visibleRegion().boundingRect() == bar.rect()

    qtbot.waitUntil(in_sight)
    page.resize(1366 - 56, 760)
    qtbot.waitUntil(in_sight)
    page._end()


def test_everything_has_a_name_for_those_who_cannot_see(page: ImportPage, settled, tmp_path: Path) -> None:
    page.start(ISSUES, book(tmp_path / "热线.xlsx"))
    view = settled()
    assert all(goal.accessibleName() for goal in view.preview.choices)
    assert view.preview.grip.accessibleName() == "标题行"
    assert {command.code for command in page.commands()} >= {"import.go", "import.cancel"}


def test_a_file_that_is_replaced_while_it_is_looked_at_is_read_again_and_not_written(
    session: Session, page: ImportPage, settled, tmp_path: Path, qtbot
) -> None:
    path = book(tmp_path / "热线.xlsx")
    page.start(ISSUES, path)
    view = settled()
    assert view.go.text() == "导入 5 行"
    book(path, rows=9)
    view.write()
    settled()
    assert not session.ledger.entries(ISSUES)
    assert view._notice.text.startswith("“热线.xlsx”在您看过之后被改动了，没有导入")
    assert view.go.text() == "导入 8 行"
    path.unlink()  # what was seen can be written without it
    view.write()
    qtbot.waitUntil(lambda: not session.runner.busy, timeout=20_000)
    assert len(session.ledger.entries(ISSUES)) == 8


def test_the_same_reason_stands_once_with_its_rows() -> None:
    why, other = Words("缺日期", "no date"), Words("缺标题", "no title")
    assert _once_each([(2, why), (3, why), (4, other), (5, why), (5, why)]) == [
        ([2, 3, 5], why),
        ([4], other),
    ]
    assert _spans([2, 3, 5, 9, 10, 11], "zh") == "2–3、5、9–11"
    assert _spans([2], "en") == "2"


def test_a_choice_far_right_leaves_the_table_where_it_is(
    page: ImportPage, settled: Callable[[], ImportView], tmp_path: Path
) -> None:
    page.start(ISSUES, book(tmp_path / "far.xlsx"))
    view = settled()
    page.resize(420, 700)
    bar = view.preview.horizontalScrollBar()
    QApplication.processEvents()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    goal = view.preview.choices[-1]
    goal.setCurrentIndex(goal.findData("note"))
    goal.activated.emit(goal.currentIndex())
    settled()
    QApplication.processEvents()
    assert bar.value() > 0
    assert view.preview.choices[-1].visibleRegion().boundingRect().width() > 0


def test_a_list_of_nothing_but_what_was_asked_says_what_stands_for_the_rest(
    page: ImportPage, settled: Callable[[], ImportView], tmp_path: Path
) -> None:
    path = tmp_path / "诉求.csv"
    path.write_text("诉求人,诉求内容\n罗小平,路灯不亮。已经三天了\n", encoding="utf-8")
    page.start(ISSUES, path)
    view = settled()
    assert counts(view) == (1, 0, 0, 0)
    said = view._notice.text
    assert "没有“受理时间”" in said
    assert "取“诉求内容”的开头" in said
    assert view.go.isEnabled()
