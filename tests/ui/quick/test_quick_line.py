"""The quick-add line: what a person sees, types and loses nothing of."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.conftest import wear
from tests.ui.quick.writing import enter, paste, pills, shown

from mingbai.desk import records
from mingbai.desk.live_flags import open_flags, refresh
from mingbai.desk.quick import missing
from mingbai.desk.quick_reader import shipped_words
from mingbai.desk.review import Verdict, decide
from mingbai.desk.watch import Watch
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.review import Assessment, Method
from mingbai.domain.staff import STAFF
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language
from mingbai.ledger.drafts import drafts, keep_draft
from mingbai.ledger.ledger import Ledger
from mingbai.rules.quick.quick import read_quick
from mingbai.ui.look.look import Look
from mingbai.ui.look.one_line import OneLine
from mingbai.ui.quick.line import QuickLine
from mingbai.ui.quick.words import EXAMPLES
from mingbai.ui.session import Session

TODAY = date(2026, 11, 24)
QUICK = "quick/task"
WHOLE = "周五前 报表 民政局 上报重点人群台账 @李梅"


@pytest.fixture
def line(session: Session, qtbot: QtBot, today: date) -> QuickLine:
    records.add(session.ledger, STAFF, {"name": "李梅"}, today=today)
    return shown(QuickLine(session), qtbot)


def test_recognised_words_are_repeated_as_pills(line: QuickLine) -> None:
    line.write(WHOLE)
    assert pills(line) == [
        "办结期限 11-27 周五",
        "报送形式 报表",
        "交办单位 民政局",
        "经办人 李梅",
        "标题 上报重点人群台账",
    ]


def test_the_words_are_tinted_inside_the_line(line: QuickLine, session: Session) -> None:
    line.write("民政局 上报台账")
    block = line.line.document().firstBlock()
    inks = {form.start: form.format.foreground().color() for form in block.layout().formats()}
    assert inks[0] == session.look.colour("amber")
    assert line.line.viewport().grab().toImage().pixelColor(2, 12) == session.look.colour("amber_soft")


def test_the_card_grows_with_what_it_shows(line: QuickLine, qtbot: QtBot) -> None:
    closed = line.height()
    line.write(WHOLE)
    qtbot.waitUntil(lambda: line.height() > closed)
    qtbot.keyClick(line.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: line.height() == closed)


def test_enter_saves_and_the_line_is_ready_for_the_next(line: QuickLine, qtbot: QtBot) -> None:
    line.write(WHOLE)
    entry = enter(line, qtbot)
    assert entry.register is TASKS
    assert entry.record.title == "上报重点人群台账"
    assert line.text() == ""
    assert entry.number in line.sentence()
    assert line.line.hasFocus()


def test_the_line_says_into_which_register_it_goes(session: Session, qtbot: QtBot) -> None:
    line = shown(QuickLine(session, CERTIFICATES), qtbot)
    assert line._top.into.text() == "登记，继续下一条"
    line.write("亲属关系证明 银行要求")
    assert (line._top.into.text(), line._top.into.property("tone")) == ("记入：证明事项", "")
    line.write("三栋路灯不亮 已解决")
    assert (line._top.into.text(), line._top.into.property("tone")) == ("记入：居民诉求", "accent")
    assert line._top.into.isVisible()
    entry = enter(line, qtbot)
    with qtbot.waitSignals([session.list_asked, session.entry_asked], order="strict"):
        line._sentence.buttons[0].click()
    assert entry.register is ISSUES


def test_what_was_saved_can_be_opened(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    line.write(WHOLE)
    entry = enter(line, qtbot)
    with qtbot.waitSignal(session.entry_asked) as asked:
        line._sentence.buttons[0].click()
    assert asked.args is not None
    assert asked.args[0].uid == entry.uid


def test_what_was_taken_back_is_no_longer_said_to_be_saved(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    line.write(WHOLE)
    enter(line, qtbot)
    assert line.sentence().startswith("已登记")
    session.undo()
    qtbot.waitUntil(lambda: line.sentence() == "", timeout=20_000)


def test_what_was_saved_is_told_until_the_next_deed(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    line.write(WHOLE)
    enter(line, qtbot)
    assert line.sentence().startswith("已登记")
    session.do(lambda: records.add(session.ledger, STAFF, {"name": "王强"}, today=TODAY), owner=line)
    qtbot.waitUntil(lambda: line.sentence() == "", timeout=20_000)


def test_a_missing_unit_is_said_and_nothing_is_saved(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    line.write("周五前 上报重点人群台账")
    assert "缺单位" in pills(line)
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert "交办单位" in line.sentence()
    assert line.text() == "周五前 上报重点人群台账"
    assert session.ledger.entries(TASKS) == []
    line.write("周五前 上报重点人群台账 民政局")
    assert line.sentence() == ""


def test_a_solved_issue_needs_no_room_chosen_first(line: QuickLine, qtbot: QtBot) -> None:
    line.write("路灯不亮 小区西门 已解决")
    assert enter(line, qtbot).register is ISSUES


def test_the_page_decides_where_words_do_not(session: Session, qtbot: QtBot) -> None:
    line = shown(QuickLine(session, ISSUES), qtbot)
    assert "路灯不亮" in line.line.placeholderText()
    line.write("井盖松动")
    assert enter(line, qtbot).register is ISSUES


def test_what_is_composed_is_neither_read_nor_submitted(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    line.write("民政局 上报台账 ")
    app = QApplication.instance()
    assert app is not None
    app.sendEvent(line.line, QInputMethodEvent("zhou wu", []))
    before = pills(line)
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert line.text() == "民政局 上报台账 "
    assert pills(line) == before
    assert line.line.document().firstBlock().layout().preeditAreaText() == "zhou wu"
    assert session.ledger.entries(TASKS) == []
    done = QInputMethodEvent("", [])
    done.setCommitString("周五前")
    app.sendEvent(line.line, done)
    assert "办结期限 11-27 周五" in pills(line)
    assert enter(line, qtbot).record.due_on == date(2026, 11, 27)


def test_esc_puts_the_line_down_and_again_leaves_it_as_it_is(line: QuickLine, qtbot: QtBot) -> None:
    line.write("周五前 上报")
    qtbot.keyClick(line.line, Qt.Key.Key_Escape)
    assert line.text() == "周五前 上报"
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(line.line, Qt.Key.Key_Escape)
    assert line.text() == "周五前 上报", "nothing typed is lost"


def test_with_esc_what_was_lacking_is_said_no_more(line: QuickLine, qtbot: QtBot) -> None:
    line.write("下周三")
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert line.sentence()
    qtbot.keyClick(line.line, Qt.Key.Key_Escape)
    assert line.sentence() == ""
    assert line.text() == "下周三"


def test_half_typed_text_comes_back_after_a_kill(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    line.write("周五前 报表 民政")
    qtbot.waitUntil(lambda: QUICK in drafts(session.ledger), timeout=20_000)
    again = shown(QuickLine(session), qtbot)
    again.restore()
    assert again.text() == "周五前 报表 民政"


def test_each_page_keeps_its_own_half_typed_line(session: Session, qtbot: QtBot) -> None:
    pages = (("today", None), ("issue", ISSUES))
    made = [shown(QuickLine(session, register, code), qtbot) for code, register in pages]
    for line, (code, _) in zip(made, pages, strict=True):
        line.write(f"half {code}")
        line.keep_now()
    qtbot.waitUntil(lambda: not session.runner.busy)
    again = [shown(QuickLine(session, register, code), qtbot) for code, register in pages]
    for line in again:
        line.restore()
    assert [line.text() for line in again] == ["half today", "half issue"]


def test_a_saved_line_leaves_no_draft(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    keep_draft(session.ledger, QUICK, "task", {"text": WHOLE})
    line.restore()
    enter(line, qtbot)
    qtbot.waitUntil(lambda: QUICK not in drafts(session.ledger), timeout=20_000)


def test_names_are_offered_and_chosen_by_keys(line: QuickLine, qtbot: QtBot) -> None:
    qtbot.waitUntil(line.line.hasFocus)
    line.write("上报台账 @李")
    popup = line._names.popup
    assert [offer.name for offer in popup.rows] == ["李梅"]
    assert popup.isVisible()
    qtbot.keyClick(line.line, Qt.Key.Key_Down)
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert line.text() == "上报台账 @李梅 "
    assert popup.isHidden()


def test_no_unit_is_offered_for_a_word_that_is_read_as_something_else(session: Session, qtbot: QtBot) -> None:
    wear(session, Look("light", "en"))
    line = shown(QuickLine(session), qtbot)
    qtbot.waitUntil(line.line.hasFocus)
    line.write("list of elderly phone")
    assert [offer.name for offer in line._names.popup.rows] == ["Telecom"]
    assert line._names.popup.isVisible()
    line.write("list of elderly by phone")
    assert line._names.popup.isHidden()


def test_enter_saves_as_long_as_no_name_is_chosen(line: QuickLine, qtbot: QtBot) -> None:
    qtbot.waitUntil(line.line.hasFocus)
    line.write("民政局 上报台账 @李")
    assert line._names.popup.isVisible()
    assert enter(line, qtbot).record.title.startswith("上报台账")


def test_several_pasted_lines_are_asked_about_first(line: QuickLine, session: Session, qtbot: QtBot) -> None:
    paste(line, "民政局 台账一\n\n民政局 台账二\r\n卫健局 台账三")
    assert "3 行" in line.sentence()
    assert session.ledger.entries(TASKS) == []
    with qtbot.waitSignals([line.recorded] * 3):
        line._sentence.buttons[0].click()
    titles = [entry.record.title for entry in session.ledger.entries(TASKS)]
    assert titles == ["台账一", "台账二", "台账三"]


def test_more_lines_than_are_taken_at_once_are_not_passed_over_in_silence(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    paste(line, "\n".join(f"民政局 台账{n}" for n in range(1_203)))
    assert "1,203 行" in line.sentence()
    assert "前 200 行" in line.sentence()
    with qtbot.waitSignals([line.recorded] * 200):
        line._sentence.buttons[0].click()
    assert len(session.ledger.entries(TASKS)) == 200


def test_pasted_lines_of_several_kinds_are_one_step_back(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    told: list[str] = []
    session.done.connect(lambda words: told.append(words.zh))
    session.said.connect(lambda words: told.append(words.zh))
    paste(line, "民政局 台账一\n路灯不亮 小区西门 已解决\n卫健局 台账二\n民政局 台账三\n民政局 台账四")
    with qtbot.waitSignals([line.recorded] * 5):
        line._sentence.buttons[0].click()
    session.undo()
    qtbot.waitUntil(lambda: not session.runner.busy)
    assert session.ledger.entries(TASKS) == session.ledger.entries(ISSUES) == []
    assert told == ["已登记 5 行", "已撤销：登记 5 条"]


def test_a_pasted_line_that_cannot_be_saved_leaves_all_of_them_to_be_mended(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    paste(line, "民政局 台账一\n民政局 " + "长" * 600)
    line._sentence.buttons[0].click()
    qtbot.waitUntil(lambda: line.text() == "民政局 台账一")
    assert session.ledger.entries(TASKS) == []
    assert "500" in line.sentence()


def test_only_the_first_pasted_line_can_be_taken(line: QuickLine) -> None:
    paste(line, "民政局 台账一\n民政局 台账二")
    line._sentence.buttons[1].click()
    assert line.text() == "民政局 台账一"


def test_pasted_lines_that_lack_something_wait_for_it(
    line: QuickLine, session: Session, qtbot: QtBot
) -> None:
    paste(line, "民政局 台账一\n无单位的事\n另一件")
    with qtbot.waitSignal(line.recorded):
        line._sentence.buttons[0].click()
    qtbot.waitUntil(lambda: line.text() == "无单位的事")
    line.write("无单位的事 民政局")
    enter(line, qtbot)
    assert line.text() == "另一件"


def test_an_entry_much_alike_is_named_after_a_pause(
    line: QuickLine, session: Session, qtbot: QtBot, today: date
) -> None:
    draft = {"title": "重点人群台账（三季度）", "department": "民政局", "received_on": date(2026, 10, 14)}
    records.add(session.ledger, TASKS, draft, today=today)
    line.write(WHOLE)
    qtbot.waitUntil(lambda: bool(line.notices()), timeout=20_000)
    assert line.notices()[0].words.zh.startswith("与 10-14 登记的")


def test_an_english_window_speaks_english(
    ledger: Ledger, qtbot: QtBot, tmp_path: object, today: date, session: Session
) -> None:
    wear(session, Look("dark", "en"))
    records.add(ledger, STAFF, {"name": "Li Mei"}, today=today)
    line = shown(QuickLine(session), qtbot)
    line.write("by Friday report Civil Affairs Key-groups register @Li Mei")
    assert pills(line) == [
        "Due Fri 27 Nov",
        "Kind Written report",
        "Department Civil Affairs",
        "Handled by Li Mei",
        "Title Key-groups register",
    ]
    han = [
        text for text in (line.line.placeholderText(), *pills(line)) if any("一" <= c <= "鿿" for c in text)
    ]
    assert han == []


def test_a_line_nobody_typed_in_has_nothing_to_take_back(line: QuickLine) -> None:
    assert not line.line.document().isUndoAvailable()


def test_undo_reaches_the_window_when_there_is_nothing_to_take_back_in_the_line(
    line: QuickLine, qtbot: QtBot
) -> None:
    line.write(WHOLE)
    enter(line, qtbot)
    assert not line.line.document().isUndoAvailable()


def test_a_hint_is_whole_or_another_one_and_never_cut(line: QuickLine, qtbot: QtBot) -> None:
    line.window().resize(1000, 400)
    qtbot.waitUntil(lambda: "周五前" in line.line.placeholderText())
    line.setFixedWidth(260)
    qtbot.waitUntil(lambda: line.line.placeholderText() == "快速登记")


def test_what_speaks_against_a_saved_entry_is_told_in_a_calm_line(
    line: QuickLine, session: Session, qtbot: QtBot, today: date
) -> None:
    line.write("周五前 民政局 网格员每天打卡")
    entry = enter(line, qtbot)
    qtbot.waitUntil(lambda: not session.runner.busy)
    watch = Watch(session.ledger, today)
    refresh(session.ledger, watch, [entry], today=today)
    flags = open_flags(session.ledger, entry.uid, today)
    session.noticed.emit("another", flags)
    assert list(line.notices()) == []
    session.noticed.emit(entry.uid, flags)
    (notice,) = line.notices()
    assert (notice.words.zh, notice.entry) == ("打卡积分", None), (
        "the sentence above opens it, one link is enough"
    )
    assert notice.flag
    assert line._remarks.links == []
    assert notice.detail.zh == "打卡"
    words, detail = line._remarks.findChildren(OneLine)
    assert words.parent() is detail.parent()
    assert (words.y(), words.height()) == (detail.y(), detail.height()), "both stand on one line of writing"
    line.write("另")
    assert list(line.notices()) == [], "nothing of the former one stands below the next one"
    session.noticed.emit(entry.uid, flags)
    assert list(line.notices()) == [], "someone types the next one"


def staff(session: Session) -> set[str]:
    return {str(entry.stored["name"]) for entry in session.ledger.entries(STAFF)}


def test_whom_the_staff_list_does_not_hold_is_said_and_asked_about(
    line: QuickLine, qtbot: QtBot, session: Session
) -> None:
    line.write("民政局 报台账 @Benby Thorne")
    assert "人员名单里没有 Benby Thorne" in pills(line)
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    assert line.answers() == ["不作经办，留在标题里", "是新人员，加入名单"]
    assert line.text(), "nothing is recorded before it was said"
    with qtbot.waitSignal(line.recorded) as saved:
        qtbot.keyClick(line._sentence.buttons[0], Qt.Key.Key_Space)
    assert saved.args is not None
    assert saved.args[0].record.title == "报台账 @Benby Thorne"
    assert saved.args[0].record.owner is None
    assert staff(session) == {"李梅"}


def test_a_new_colleague_is_taken_into_the_list_when_a_person_says_so(
    line: QuickLine, qtbot: QtBot, session: Session
) -> None:
    line.write("民政局 报台账 @王芳")
    qtbot.keyClick(line.line, Qt.Key.Key_Return)
    with qtbot.waitSignal(line.recorded) as saved:
        qtbot.keyClick(line._sentence.buttons[1], Qt.Key.Key_Space)
    assert saved.args is not None
    assert saved.args[0].record.owner is not None
    assert staff(session) == {"李梅", "王芳"}


def test_pasted_lines_make_no_colleague(line: QuickLine, qtbot: QtBot, session: Session) -> None:
    paste(line, "民政局 报台账 @王芳\n民政局 报名册 @李梅")
    with qtbot.waitSignal(line.recorded):
        qtbot.keyClick(line._sentence.buttons[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "王芳" in line.text())
    assert staff(session) == {"李梅"}
    assert "人员名单里没有“王芳”" in line.sentence()


def test_a_pill_and_the_sentence_call_what_is_needed_alike(session: Session, qtbot: QtBot) -> None:
    line = shown(QuickLine(session, MEETINGS), qtbot)
    line.write("明天 会议 述职 40人")
    (lacking,) = [one.label for one in line.told() if one.lacking]
    assert lacking == "缺召集单位"
    line.submit()
    assert "召集单位" in line.sentence()


def test_offered_names_do_not_lie_over_the_pills(line: QuickLine, qtbot: QtBot) -> None:
    qtbot.waitUntil(line.line.hasFocus)
    line.window().resize(900, 500)
    line.write("周五前 报表 上报台账 @李")
    names, pills, window = line._names.popup, line._pills, line.window()
    assert names.isVisible()
    assert line.told()
    qtbot.waitUntil(lambda: window.height() == 500 and pills.height() > 10)
    line._names.offer()
    assert names.geometry().top() >= pills.mapTo(window, pills.rect().bottomLeft()).y()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_leads_to_its_register_from_every_page(code: str, language: Language) -> None:
    _, _, example = EXAMPLES[code].into(language).partition("：" if language == "zh" else ": ")
    assert example
    led = {page: read_quick(example, shipped_words(), TODAY, page=page) for page in EXAMPLES}
    assert {page: quick.register for page, quick in led.items()} == dict.fromkeys(EXAMPLES, code)
    assert missing(led[code]) == ()


def test_what_was_cut_is_no_longer_said_to_be_waited_for(
    line: QuickLine, session: Session, today: date, qtbot: QtBot
) -> None:
    line.write(WHOLE)
    entry = enter(line, qtbot)
    assert line.sentence().startswith("已登记")
    verdict = Verdict(
        assessment=Assessment.SIMPLIFY, method=Method.THINNER, minutes_before=20, minutes_after=10
    )
    session.do(lambda: decide(session.ledger, entry, verdict, today=today))
    qtbot.waitUntil(lambda: line.sentence() == "", timeout=20_000)
