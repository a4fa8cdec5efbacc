"""The first run: Enter goes on, mistakes stand beside their fields, and at the end there is a whole ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from tests.ui.waiting import PATIENCE_MS, until

from mingbai.desk.beginning import Beginning, begin, count_duties, file_name, kind_of, names_in
from mingbai.desk.places import place_of
from mingbai.domain.duty import DUTIES
from mingbai.domain.place import MonthEnd, PlaceKind
from mingbai.domain.registers import REGISTERS
from mingbai.domain.staff import STAFF
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.check import check
from mingbai.ledger.ledger import Ledger
from mingbai.ui.first_run.dialog import FirstRun
from mingbai.ui.first_run.steps import PlaceStep, Start
from mingbai.ui.look.look import Look
from mingbai.ui.look.style import dress
from mingbai.ui.look_choice import LookChoice, keep_choice, kept_choice
from mingbai.ui.memory import Memory

DUTY_ROWS = "事项名称,清单,牵头部门\n办理低保初审,基本履职,\n森林防火巡查,配合履职,应急局\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(QStandardPaths, "writableLocation", staticmethod(lambda _: str(tmp_path)))
    return tmp_path


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "memory.ini")


@pytest.fixture
def first(folder: Path, memory: Memory, today: date, qtbot) -> Iterator[FirstRun]:
    dialog = FirstRun(Look(), memory, today)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.runner.wait()


def press_enter(dialog: FirstRun, qtbot) -> None:
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_the_keyboard_alone_leads_to_a_ledger(first: FirstRun, folder: Path, qtbot) -> None:
    qtbot.keyClicks(first.focusWidget(), "Xinhu Village")
    qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(first.focusWidget(), "Qinghe")
    qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(first.focusWidget(), "Li Mei, Wang Qiang")
    assert first._place.staff_said.text() == "2 人：Li Mei、Wang Qiang"
    qtbot.keyClick(first.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(first.focusWidget(), "23000")
    press_enter(first, qtbot)
    assert first.step == 1
    press_enter(first, qtbot)
    assert first.step == 2
    with qtbot.waitSignal(first.accepted, timeout=PATIENCE_MS):
        press_enter(first, qtbot)
    assert first.path == folder / "明白账" / "Xinhu Village.mingbai"
    with Ledger(first.path) as ledger:
        place = place_of(ledger)
        assert (place.name, place.town, place.kind) == ("Xinhu Village", "Qinghe", PlaceKind.VILLAGE)
        assert place.residents == 23_000
        assert [entry.record.name for entry in ledger.entries(STAFF)] == ["Li Mei", "Wang Qiang"]
        assert not check(ledger).findings


def test_a_chooser_begins_near_where_the_ledger_would_lie(
    first: FirstRun, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def ask(_owner: object, _title: str, at: str, *_: object, **__: object) -> tuple[str, str]:
        begun.append(at)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    nowhere = staticmethod(lambda _: str(folder / "Documents" / "of nobody"))
    monkeypatch.setattr(QStandardPaths, "writableLocation", nowhere)
    page = first.findChild(PlaceStep)
    assert page is not None
    page.file.click()
    assert [Path(at).parent for at in begun] == [folder]


def test_a_missing_name_is_told_beside_its_field(first: FirstRun, qtbot) -> None:
    press_enter(first, qtbot)
    assert first.step == 0
    assert "村（社区）" in first._place.name_wrong.text()
    assert first._place.name.property("tone") == "error"
    qtbot.keyClicks(first._place.name, "x")
    assert first._place.name_wrong.isHidden()
    assert first._place.name.property("tone") == ""


def test_residents_that_are_no_number_are_told_beside_their_field(first: FirstRun) -> None:
    first._place.name.setText("甲村")
    first._place.residents.setText("很多")
    first.go_on()
    assert first.step == 0
    assert "很多" in first._place.residents_wrong.text()
    first._place.residents.setText("")
    first.go_on()
    assert first.step == 1


def test_esc_goes_back_to_what_was_typed_and_closes_from_the_first_step_alone(first: FirstRun, qtbot) -> None:
    qtbot.keyClicks(first._place.name, "Xinhu")
    press_enter(first, qtbot)
    assert first.step == 1
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert (first.step, first._place.name.text(), first.isVisible()) == (0, "Xinhu", True)
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()


def test_a_file_that_is_there_is_never_written_over(first: FirstRun, folder: Path, qtbot) -> None:
    (folder / "明白账").mkdir()
    there = folder / "明白账" / "甲村.mingbai"
    there.write_text("mine", encoding="utf-8")
    first._place.name.setText("甲村")
    press_enter(first, qtbot)
    assert first.step == 0
    assert "甲村.mingbai" in first._place.file_wrong.text()
    assert there.read_text(encoding="utf-8") == "mine"


def test_the_duty_list_comes_in_with_the_ledger(first: FirstRun, folder: Path, qtbot) -> None:
    file = folder / "清单.csv"
    file.write_text(DUTY_ROWS, encoding="utf-8")
    first._place.name.setText("甲社区")
    first.go_on()
    first.read_duties(file)
    until(lambda: first.answers.duties == file)
    assert "2 项" in first._duty.notice.text
    first.go_on()
    with qtbot.waitSignal(first.accepted, timeout=PATIENCE_MS):
        first.go_on()
    assert first.path is not None
    with Ledger(first.path) as ledger:
        assert len(ledger.entries(DUTIES)) == 2


def test_a_file_that_is_no_duty_list_is_told_on_the_page(first: FirstRun, folder: Path) -> None:
    file = folder / "物资.csv"
    file.write_text("物资,数量\n口罩,3\n", encoding="utf-8")
    first._place.name.setText("甲社区")
    first.go_on()
    first.read_duties(file)
    until(lambda: "事项名称" in first._duty.notice.text)
    assert first.answers.duties is None
    first.go_on()
    assert first.step == 2


def test_the_sample_is_made_once_and_then_taken(first: FirstRun, memory: Memory, today: date, qtbot) -> None:
    with qtbot.waitSignal(first.accepted, timeout=60_000):
        first.take_sample()
    assert first.path is not None
    before = first.path.stat().st_mtime_ns
    again = FirstRun(Look(), memory, today)
    qtbot.addWidget(again)
    with qtbot.waitSignal(again.accepted, timeout=PATIENCE_MS):
        again.take_sample()
    assert again.path == first.path
    assert first.path.stat().st_mtime_ns == before
    with Ledger(first.path) as ledger:
        assert len(ledger.entries(REGISTERS["task"])) > 100


def test_a_ledger_that_is_there_is_opened_instead(first: FirstRun, folder: Path) -> None:
    first._place.name.setText("甲社区")
    first.go_on()
    first.go_on()
    first._start.choices[Start.OPEN].setChecked(True)
    first.go_on()
    assert first.path is None
    assert "请选择" in first._start.notice.text
    first.answers.open_path = folder / "old.mingbai"
    first.answers.open_path.write_bytes(b"x")
    first.go_on()
    assert first.path == folder / "old.mingbai"


def test_another_language_keeps_what_was_typed_and_is_remembered(first: FirstRun, memory: Memory) -> None:
    first._place.name.setText("甲社区")
    first._choose_look(LookChoice("dark", "en", 1.0))
    assert first._place.name.text() == "甲社区"
    assert first._next.text() == "Next"
    assert kept_choice(memory) == LookChoice("dark", "en", 1.0)
    assert first.answers.path("en").parent.name == "Mingbai"


def test_giving_up_leaves_no_file(first: FirstRun, folder: Path) -> None:
    first.take_sample()
    first.reject()
    assert first.path is None
    assert not list(folder.rglob("*.mingbai"))


def test_the_last_page_can_say_that_a_ledger_did_not_open(first: FirstRun) -> None:
    first.say(Words("打不开", "cannot be opened"))
    assert first._place.notice.text == "打不开"


def test_everything_is_named_and_fits_a_small_screen(
    folder: Path, memory: Memory, today: date, qapp: QApplication, qtbot
) -> None:
    look = Look(scale=2.0)
    dress(qapp, look)
    dialog = FirstRun(look, memory, today)
    qtbot.addWidget(dialog)
    least = dialog.minimumSizeHint()
    assert least.width() <= 1366
    assert least.height() <= 720
    for field in dialog.findChildren(QLineEdit):
        assert field.accessibleName()
    for button in dialog.findChildren(QPushButton):
        assert button.text() or button.accessibleName()


def test_a_duty_list_that_fails_leaves_no_half_ledger(tmp_path: Path, today: date) -> None:
    wrong = tmp_path / "a.csv"
    wrong.write_text("物资,数量\n口罩,3\n", encoding="utf-8")
    asked = Beginning(tmp_path / "x" / "甲.mingbai", "甲社区", month_end=MonthEnd.DAY_25, duties=wrong)
    with pytest.raises(Mistake):
        begin(asked, today=today, language="zh")
    assert not list(tmp_path.rglob("*.mingbai"))
    with pytest.raises(Mistake):
        count_duties(wrong)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("李梅、王强 陈芳，李梅", ["李梅", "王强", "陈芳"]),
        ("Li Mei, Wang Qiang", ["Li Mei", "Wang Qiang"]),
        ("  ", []),
    ],
)
def test_names_are_taken_apart(text: str, names: list[str]) -> None:
    assert names_in(text) == names


def test_a_place_is_a_village_or_a_community_by_its_name() -> None:
    assert kind_of("新湖社区") is PlaceKind.COMMUNITY
    assert kind_of("上河村") is PlaceKind.VILLAGE
    assert kind_of("村前社区") is PlaceKind.COMMUNITY
    assert kind_of("Upper River Village") is PlaceKind.VILLAGE


def test_a_files_name_holds_no_forbidden_sign() -> None:
    assert file_name('甲/乙:"社区"', "zh") == "甲乙社区.mingbai"
    assert file_name("", "en") == "Ledger.mingbai"


def test_a_kept_look_that_cannot_be_read_is_the_systems(memory: Memory) -> None:
    keep_choice(memory, LookChoice("light", "zh", 1.5))
    assert kept_choice(memory).look == Look("light", "zh", 1.5)
    memory.keep("look", {"theme": "pink", "scale": 9})
    assert kept_choice(memory) == LookChoice()


def test_a_step_that_is_done_has_the_tick_of_all_icons(first: FirstRun) -> None:
    first._show_step(1)
    circles = [circle for circle, _ in first._marks]
    assert [circle.text() for circle in circles] == ["", "2", "3"]
    assert not circles[0].pixmap().isNull()
    assert circles[0].accessibleName() == "已完成"
    first._show_step(0)
    assert circles[0].text() == "1"
