"""What speaks against the open entry: it leads to what it resembles, and a correction teaches its rule."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from tests.ui.panel.recording import TASK, saved
from tests.ui.waiting import PATIENCE_MS, settled

from mingbai.desk import review
from mingbai.desk.flagged import OWN_WORDS
from mingbai.desk.live_flags import refresh
from mingbai.desk.watch import Watch
from mingbai.domain.review import FLAGS
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger import undo
from mingbai.ledger.ledger import Entry
from mingbai.ui.panel.flag_card import MEANT_TOO, NOT_MEANT, OTHER
from mingbai.ui.panel.panel import RecordPanel
from mingbai.ui.session import Session


def noticed(session: Session, title: str, **more: str) -> Entry:
    entry = saved(session, TASKS, TASK | {"title": title, "document": "〔2026〕3号"} | more)
    refresh(session.ledger, Watch(session.ledger, session.today), [entry], today=session.today)
    return entry


def link(panel: RecordPanel, words: Words) -> QPushButton:
    text = panel.session.word(words)
    return next(one for one in panel.flags.findChildren(QPushButton) if one.text() == text)


def test_what_an_entry_resembles_opens_from_its_flag(panel: RecordPanel, session: Session, qtbot) -> None:
    columns = "残疾类别;残疾等级;监护人;就业情况"
    old = saved(session, TASKS, TASK | {"received_on": "2026-06-03", "form_columns": columns})
    panel.show_entry(noticed(session, "康复登记", form_columns=columns))
    with qtbot.waitSignal(session.entry_asked, timeout=PATIENCE_MS) as asked:
        link(panel, OTHER).click()
    assert asked.args[0].uid == old.uid


def test_a_correction_teaches_the_rule_the_words_that_are_not_meant(
    panel: RecordPanel, session: Session
) -> None:
    entry = noticed(session, "网格员每天打卡领早餐")
    panel.show_entry(entry)
    link(panel, NOT_MEANT).click()
    assert panel.answers.correcting.isVisible()
    assert panel.answers.correcting.line.text == "网格员每天打卡领早餐"
    panel.answers.correcting.line.box.setFocus()
    panel.flags.show_flags(panel.flags.flags)
    assert panel.answers.correcting.isVisible()
    assert panel.answers.correcting.line.box.hasFocus()
    panel.answers.correcting.line.box.selectAll()
    panel.answers.correcting.line.box.insertPlainText("打卡领早餐")
    QTest.keyClick(panel.answers.correcting.line.box, Qt.Key.Key_Return)
    settled(session)
    assert not panel.answers.correcting.isVisible()
    (flag,) = session.ledger.entries(FLAGS)
    rule = session.ledger.entry(RULES, str(flag.stored["rule"]))
    assert rule is not None
    assert "打卡领早餐" in rule.record.excluded
    assert flag.stored["state"] == "dismissed"
    undo.undo(session.ledger)
    assert [one.stored["state"] for one in session.ledger.entries(FLAGS)] == ["open"]


def test_a_rule_that_a_person_cited_learns_the_words_by_one_key(panel: RecordPanel, session: Session) -> None:
    _, entry = (
        saved(session, TASKS, TASK | {"title": title, "document": "〔2026〕3号"})
        for title in ("抄写安全标语", "各楼栋抄写安全标语")
    )
    flag = review.flag(session.ledger, entry, "APP26-2", today=session.today)
    panel.show_entry(entry)
    link(panel, MEANT_TOO).click()
    line = panel.answers.teaching.line
    assert panel.answers.teaching.isVisible()
    assert line.text == "各楼栋抄写安全标语"
    assert panel.answers.teaching.reach.text() == "已有记录里只有这一条有这几个字"
    line.box.selectAll()
    line.box.insertPlainText("抄")
    QTest.keyClick(line.box, Qt.Key.Key_Return)
    settled(session)
    assert line.note == "至少写两个字"
    line.box.insertPlainText("写安全标语")
    settled(panel, 300)
    assert panel.answers.teaching.reach.text() == "另有 1 条已有记录也有这几个字"
    QTest.keyClick(line.box, Qt.Key.Key_Return)
    settled(session)
    assert not panel.answers.teaching.isVisible()
    rule = session.ledger.entry(RULES, str(flag.stored["rule"]))
    assert rule is not None
    assert "抄写安全标语" in rule.record.words
    undo.undo(session.ledger)
    rule = session.ledger.entry(RULES, rule.uid)
    assert rule is not None
    assert "抄写安全标语" not in rule.record.words


def test_a_correction_stands_below_its_own_flag(panel: RecordPanel, session: Session) -> None:
    panel.show_entry(noticed(session, "网格员每天打卡，上报安装率"))
    first, second = (
        one for one in panel.flags.findChildren(QPushButton) if one.text() == session.word(NOT_MEANT)
    )
    for one in (first, second):
        one.click()
        settled(session)
        line = panel.answers.correcting.mapTo(panel, QPoint()).y()
        assert one.mapTo(panel, QPoint()).y() < line
        assert one is second or line < second.mapTo(panel, QPoint()).y()


def test_a_persons_own_reason_is_not_begun_twice(panel: RecordPanel, session: Session) -> None:
    entry = saved(session, TASKS, TASK | {"document": "〔2026〕3号"})
    reason = "与上月报的那张表相比，十一列里有九列相同"
    review.flag(session.ledger, entry, reason, today=session.today)
    panel.show_entry(entry)
    told = [label.text() for label in panel.flags.findChildren(QLabel)]
    assert told.count(session.word(OWN_WORDS)) == 1
    assert [text for text in told if text.startswith(reason[:6])] == [reason]


def test_a_flag_that_goes_by_no_words_is_set_aside_at_once(panel: RecordPanel, session: Session) -> None:
    panel.show_entry(noticed(session, "报表", due_on="2026-11-23"))
    link(panel, NOT_MEANT).click()
    settled(session)
    assert not panel.answers.correcting.isVisible()
    assert [one.stored["state"] for one in session.ledger.entries(FLAGS)] == ["dismissed"]
