"""The slip of the certificate counter: of what is asked, of what was recorded, on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.ui.pages.asking import enter, outcomes, shown
from tests.ui.waiting import PATIENCE_MS, settled, until

from mingbai.desk.certificate_slip import HANDLER as HANDLER_LINE
from mingbai.desk.certificate_slip import TO
from mingbai.desk.counter import NONE_OF_THEM
from mingbai.desk.records import add, change
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer
from mingbai.domain.staff import STAFF
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Ledger
from mingbai.ui.folders import Purpose, keep_folder
from mingbai.ui.look.look import Look
from mingbai.ui.pages.counter import BACK, CounterPage
from mingbai.ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> CounterPage:
    """The page, shown and arrived at, its lists read."""
    return shown(qtbot, session)


@pytest.fixture(params=["zh", "en"])
def recorded(
    request: pytest.FixtureRequest, qtbot: QtBot, session: Session, ledger: Ledger, today: date
) -> CounterPage:
    """The page in little room, after a request for a first person and one of another kind for a second."""
    session.look = Look(language=request.param)
    page = shown(qtbot, session, 620)
    add(ledger, STAFF, {"name": "李梅"}, today=today)
    for asked, applicant in (("亲属", "刘小芳"), ("志愿", "陈大山")):
        page.line.write(asked)
        page.note.fields["applicant"].setText(applicant)
        page.note.fields["handler"].setText("李梅")
        page.record()
        settled(session)
    until(lambda: len(page.requests.rows) == 2)
    return page


def slip_text(page: CounterPage) -> str:
    return "" if page.slip.slip is None else page.slip.slip.text


def test_what_was_just_recorded_leaves_its_slip_until_the_next_one_asks(
    session: Session, recorded: CounterPage
) -> None:
    assert slip_text(recorded).splitlines()[1] == session.word(TO.format(name="陈大山"))
    assert session.word(HANDLER_LINE.format(text="李梅")) in slip_text(recorded)
    assert recorded.line.text() == ""
    assert recorded._has_slip()
    assert not recorded._has_chosen()
    recorded.line.write("亲属")
    assert "陈大山" not in slip_text(recorded)
    recorded.clear()
    assert slip_text(recorded) == ""


def test_a_recorded_request_that_is_pressed_shows_its_own_slip_ready_to_print(
    session: Session, recorded: CounterPage
) -> None:
    recorded.clear()
    recorded.requests.rows[1].click()
    recorded.side_button.click()
    assert recorded.slip.isVisible()
    assert "刘小芳" in slip_text(recorded)
    assert "陈大山" not in slip_text(recorded)
    name = session.word(Words("亲属关系证明", "Certificate of kinship"))
    assert name in slip_text(recorded)
    assert name in recorded.side._file_name()
    assert recorded.side.print_button.isEnabled()
    assert recorded.side.print_button.hasFocus()
    assert recorded.side_button.text() == session.word(BACK)
    recorded.side_button.click()
    assert recorded.line.isVisible()


def test_a_pressed_request_steps_before_what_is_half_asked_and_enter_takes_that_up_again(
    session: Session, ledger: Ledger, today: date, recorded: CounterPage
) -> None:
    recorded.line.write("志愿")
    recorded.requests.rows[1].click()
    assert "刘小芳" in slip_text(recorded)
    assert not recorded.note.button.isEnabled()
    enter(recorded)
    settled(session)
    assert len(outcomes(ledger, today)) == 2
    assert recorded.cards.chosen is recorded.cards.answers[0]
    assert "刘小芳" not in slip_text(recorded)


def test_the_slip_of_a_request_follows_the_list_and_the_request(
    session: Session, ledger: Ledger, today: date, recorded: CounterPage
) -> None:
    assert recorded.requests.chosen is not None
    entry = recorded.requests.chosen.entry
    before = recorded.slip.slip
    kind = ledger.entry(CERTIFICATE_TYPES, entry.record.certificate)
    assert kind is not None
    other = "可以出具" if kind.record.answer is Answer.NOT_TO_ISSUE else "不予出具"
    change(ledger, kind, {"answer": other}, today=today)
    until(lambda: recorded.slip.slip != before)
    change(ledger, entry, {"applicant": "陈小山"}, today=today)
    until(lambda: "陈小山" in slip_text(recorded))
    session.undo()
    session.undo()
    session.undo()
    until(lambda: len(recorded.requests.rows) == 1)
    assert slip_text(recorded) == ""


def test_without_a_printer_the_slip_is_saved_as_a_pdf(
    session: Session, page: CounterPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    asked: list[str] = []

    def accept(_owner: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(suggested).name)
        return str(tmp_path / "slip.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", accept)
    page.side.print_slip()
    assert asked == []
    page.line.write("亲属")
    page.side.print_slip()
    settled(session)
    assert asked == ["告知单 亲属关系证明 2026-11-24.pdf"]
    assert (tmp_path / "slip.pdf").read_bytes().startswith(b"%PDF-")


def test_a_second_slip_does_not_take_the_place_of_the_first(
    qtbot: QtBot, session: Session, page: CounterPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keep_folder(session.memory, Purpose.PAPERS, tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _o, _t, suggested, _k: (suggested, ""))
    page.line.write("亲属")
    for _ in range(2):
        with qtbot.waitSignal(session.wrote, timeout=PATIENCE_MS):
            page.side.save_slip()
    stem = "告知单 亲属关系证明 2026-11-24"
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [f"{stem} (2).pdf", f"{stem}.pdf"]


def test_the_longest_slip_stays_on_its_half_of_the_page(page: CounterPage) -> None:
    from mingbai.ui.paper.slip import HALF

    page.note.fields["applicant"].setText("欧阳" * 60)
    page.note.fields["handler"].setText("司徒" * 20)
    for text in ("亲属", "志愿", "张三李四"):
        page.line.write(text)
        sheet = page.slip.sheet()
        assert sheet is not None
        boxes = [text.box for text in sheet.pages[0].texts]
        assert max(box.y + box.height for box in boxes) <= HALF
        ordered = sorted(boxes, key=lambda box: box.y)
        assert [box.y for box in ordered] == [box.y for box in boxes]


def test_in_little_room_the_slip_lies_behind_a_button(qtbot: QtBot, session: Session) -> None:
    page = shown(qtbot, session, 620)
    page.line.write("亲属")
    assert (page.slip.isVisible(), page.cards.isVisible()) == (False, True)
    page.side_button.click()
    assert (page.slip.isVisible(), page.cards.isVisible()) == (True, False)
    page.clear()
    assert page.line.isVisible()


def test_a_certificate_without_a_name_yet_leaves_a_blank_on_the_slip(page: CounterPage) -> None:
    page.line.write("有人来说要给孩子上学的学校开一个什么材料我也不知道叫什么")
    page.cards.choose(page.cards.answers.index(NONE_OF_THEM))
    assert page.slip.slip is not None
    assert NONE_OF_THEM.name.zh not in page.slip.slip.text
    assert "＿＿" in page.slip.slip.text
