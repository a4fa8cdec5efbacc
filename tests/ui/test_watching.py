"""Flags in the window: they come with a save, all anew with a rule, and what was cut short goes on later."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.waiting import PATIENCE_MS, PATIENCE_SECONDS, settled, until

from mingbai.desk import live_flags, records, review
from mingbai.desk.review import Verdict
from mingbai.domain.filter import equals
from mingbai.domain.review import FLAGS, Assessment, FlagState
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ui import watching
from mingbai.ui.runner import Job
from mingbai.ui.session import Session
from mingbai.ui.watching import HELD, NOTHING_NEW, STOPPED, Watching


@pytest.fixture
def watch(session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watching]:
    monkeypatch.setattr(watching, "SETTLED_MS", 20)
    made = Watching(session, "here")
    made._begin.stop()
    yield made
    made.close()


def task(ledger: Ledger, today: date, title: str = "网格员每天打卡", **more: object) -> Entry:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": title, **more}
    return records.add(ledger, TASKS, draft, today=today)


def rule(ledger: Ledger, code: str) -> Entry:
    return next(one for one in ledger.entries(RULES) if one.stored["code"] == code)


def seen(ledger: Ledger, entry: Entry, today: date) -> list[str]:
    flags = asked_entries(ledger, FLAGS, equals("subject", entry.uid), today)
    return [str(flag.stored["family"]) for flag in flags if flag.stored["state"] == FlagState.OPEN.code]


def test_a_saved_entry_is_flagged_and_told(
    session: Session, watch: Watching, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.noticed, timeout=PATIENCE_MS) as told:
        entry = task(ledger, today)
    assert told.args is not None
    uid, flags = told.args
    assert uid == entry.uid
    assert [flag.rule.code for flag in flags] == ["APP26-2"]
    settled(session)
    assert seen(ledger, entry, today) == ["forbidden_ask"]


def test_a_changed_entry_loses_its_flag_and_one_dismissed_stays_so(
    session: Session, watch: Watching, ledger: Ledger, today: date
) -> None:
    entry = task(ledger, today)
    settled(session)
    review.decide(ledger, entry, Verdict(assessment=Assessment.NEEDED), today=today)
    settled(session)
    assert seen(ledger, entry, today) == []
    records.change(ledger, entry, {"note": "已问过"}, today=today)
    settled(session)
    assert seen(ledger, entry, today) == []
    records.change(ledger, entry, {"title": "网格员每天打卡并截图上报"}, today=today)
    settled(session)
    assert "forbidden_ask" in seen(ledger, entry, today)


def test_a_rule_that_is_switched_off_takes_its_flags_along(
    session: Session, watch: Watching, ledger: Ledger, today: date
) -> None:
    entry = task(ledger, today)
    settled(session)
    told: list[str] = []
    session.added.connect(lambda words: told.append(words.zh))
    records.change(ledger, rule(ledger, "APP26-2"), {"in_use": "否"}, today=today)
    settled(session)
    assert seen(ledger, entry, today) == []
    assert told == ["已重新对照依据：撤下 1 条"]
    assert session.memory.get(watch._due) is False


def test_what_was_stopped_goes_on_at_the_next_start(
    session: Session,
    watch: Watching,
    ledger: Ledger,
    today: date,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entry = task(ledger, today)
    settled(session)
    told: list[object] = []
    session.said.connect(told.append)
    here = threading.Event()
    real = live_flags.refresh_all

    def slow(*given: object, **named: object) -> object:
        here.wait(PATIENCE_SECONDS)
        named["progress"](0, 0)  # type: ignore[operator]
        return real(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(live_flags, "refresh_all", slow)
    jobs: list[Job] = []
    session.runner.job_began.connect(jobs.append)
    records.change(ledger, rule(ledger, "APP26-2"), {"in_use": "否"}, today=today)
    until(lambda: bool(jobs))
    jobs[0].progress.stop()
    here.set()
    settled(session)
    assert told == [STOPPED]
    assert session.memory.get(watch._due) is True
    assert seen(ledger, entry, today) == ["forbidden_ask"], "what was there stays"
    task(ledger, today, "另一件")
    settled(session)
    assert session.memory.get(watch._due) is True, "a save does not settle what is owed"
    watch.close()
    again = Watching(session, "here")
    again._begin.stop()
    again._bring()
    settled(session)
    assert seen(ledger, entry, today) == []
    assert session.memory.get(again._due) is False
    again.close()


def test_nothing_is_done_at_the_start_when_nothing_is_owed(
    session: Session, watch: Watching, ledger: Ledger
) -> None:
    jobs: list[Job] = []
    session.runner.job_began.connect(jobs.append)
    before = ledger.rows("SELECT count(*) FROM act")
    watch._bring()
    settled(session)
    assert jobs == []
    assert ledger.rows("SELECT count(*) FROM act") == before


def test_all_held_anew_without_a_change_is_said(
    session: Session, watch: Watching, ledger: Ledger, today: date, qtbot: QtBot
) -> None:
    task(ledger, today)
    settled(session)
    with qtbot.waitSignal(session.added, timeout=PATIENCE_MS) as told:
        watch.hold_all()
    assert told.args == [HELD.format(told=NOTHING_NEW)]
    settled(session)


def test_many_at_once_are_held_as_a_job(
    session: Session, watch: Watching, ledger: Ledger, today: date
) -> None:
    jobs: list[Job] = []
    session.runner.job_began.connect(jobs.append)
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": "网格员每天打卡"}
    records.add_all(ledger, [(TASKS, draft)] * 20, today=today)
    settled(session)
    assert len(jobs) == 1
    assert len(ledger.entries(FLAGS)) == 20


def test_what_was_saved_a_moment_before_closing_is_flagged_all_the_same(
    session: Session, watch: Watching, ledger: Ledger, today: date
) -> None:
    entry = task(ledger, today)
    until(watch._soon.isActive)
    watch.close()
    session.runner.wait()
    assert seen(ledger, entry, today) == ["forbidden_ask"]
