"""Undo and redo on the sample give back exactly what stood there, flags too, with the rules at work in between."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mingbai.desk import records, review
from mingbai.desk.beginning import begin_sample
from mingbai.desk.bulk import put_all_into_bin
from mingbai.desk.live_flags import Refreshed, refresh, refresh_all, touched
from mingbai.desk.matters import JUDGED
from mingbai.desk.review import Verdict
from mingbai.desk.watch import Watch
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import FLAGS, Assessment, FlagState
from mingbai.domain.task import IS_OPEN, TASKS
from mingbai.domain.words import Mistake
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Change, Ledger
from mingbai.ledger.undo import NOTICED, next_redo, next_undo, redo, undo

TODAY = date(2026, 11, 24)
State = dict[tuple[str, str], dict[str, Any]]


class Desk:
    """A ledger with the rules at work behind it, as beside the window."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._watch = Watch(ledger, TODAY)
        self._changes: list[Change] = []
        ledger.listeners.append(self._changes.append)

    def settle(self) -> Refreshed:
        """What was saved since is held against the rules."""
        changes = [change for change in self._changes if change.deed != NOTICED]
        for change in changes:
            self._watch.heard(change)
        done = Refreshed()
        for change in changes:
            for some in touched(self.ledger, change, TODAY):
                done += refresh(self.ledger, self._watch, some, today=TODAY)
        self._changes.clear()
        return done

    def state(self) -> State:
        """Every entry outside the bin."""
        return {
            (code, entry.uid): dict(entry.stored)
            for code, register in REGISTERS.items()
            for entry in self.ledger.entries(register)
        }

    def act(self, chance: random.Random) -> None:
        """One random deed of a person."""
        tasks = asked_entries(self.ledger, TASKS, IS_OPEN, TODAY)
        task = chance.choice(tasks)
        deed = chance.randrange(8)
        if deed == 0:
            draft = {"received_on": "2026-11-24", "department": "民政局", "title": "网格员每天打卡"}
            records.add(self.ledger, TASKS, draft, today=TODAY)
        elif deed == 1:
            title = chance.choice(["普通工作", "填报排名", "再报一次台账"])
            records.change(self.ledger, task, {"title": title}, today=TODAY)
        elif deed == 2:
            records.close_task(self.ledger, task, TODAY)
        elif deed == 3:
            register = chance.choice(JUDGED)
            many = chance.sample(self.ledger.entries(register), 10)
            put_all_into_bin(self.ledger, many)
        elif deed == 4:
            kind = chance.choice([Assessment.NEEDED, Assessment.CUT])
            review.decide(self.ledger, task, Verdict(assessment=kind), today=TODAY)
        elif deed == 5:
            open_ones = [one for one in self.ledger.entries(FLAGS) if one.stored["state"] == "open"]
            if open_ones:
                review.dismiss(self.ledger, chance.choice(open_ones), today=TODAY)
        elif deed == 6:
            binned = [one for one in self.ledger.entries(MEETINGS, binned=True) if one.binned_at]
            if binned:
                records.take_out_of_bin(self.ledger, chance.choice(binned))
        else:
            records.change(self.ledger, task, {"due_on": "2026-11-24"}, today=TODAY)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.mingbai"
    begin_sample(path, today=TODAY, language="zh")
    return path


@pytest.fixture
def desk(sample: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "copy.mingbai"
    shutil.copy(sample, path)
    with Ledger(path) as ledger:
        yield Desk(ledger)


def test_what_the_program_wrote_at_the_beginning_is_not_undone(tmp_path: Path) -> None:
    path = tmp_path / "sample.mingbai"
    begin_sample(path, today=TODAY, language="zh")
    with Ledger(path) as ledger:
        assert next_undo(ledger) is None
        with pytest.raises(Mistake):
            undo(ledger)
        entry = asked_entries(ledger, TASKS, IS_OPEN, TODAY)[0]
        records.close_task(ledger, entry, TODAY)
        undo(ledger)
        assert next_undo(ledger) is None
        assert len(ledger.entries(TASKS)) > 500


@pytest.mark.parametrize("seed", range(6))
def test_undo_all_and_redo_all_give_the_same_tables(desk: Desk, seed: int) -> None:
    chance = random.Random(seed)
    states = [desk.state()]
    while len(states) < 8:
        before = next_undo(desk.ledger)
        try:
            desk.act(chance)
        except Mistake:
            continue
        if next_undo(desk.ledger) != before:
            desk.settle()
            states.append(desk.state())
    for state in reversed(states[:-1]):
        assert undo(desk.ledger).left == ()
        if chance.random() < 0.7:
            desk.settle()
            assert desk.state() == state, "nothing is flagged but what was"
    assert next_undo(desk.ledger) is None
    desk.settle()
    for state in states[1:]:
        assert redo(desk.ledger).left == ()
        assert desk.state() == state
        desk.settle()
        assert desk.state() == state, "what came back brings its flags along; there is nothing new to say"
    assert next_redo(desk.ledger) is None


@pytest.mark.parametrize("register", [MEETINGS, INSPECTIONS, TASKS], ids=lambda one: one.code)
def test_many_that_come_back_are_not_flagged_anew(desk: Desk, register: Any) -> None:
    before = desk.state()
    put_all_into_bin(desk.ledger, desk.ledger.entries(register))
    desk.settle()
    undo(desk.ledger)
    assert desk.settle() == Refreshed()
    assert desk.state() == before


def test_what_was_undone_before_it_was_looked_at_is_looked_at_when_it_comes_back(desk: Desk) -> None:
    draft = {"received_on": "2026-11-24", "department": "民政局", "title": "网格员每天打卡"}
    entry = records.add(desk.ledger, TASKS, draft, today=TODAY)
    undo(desk.ledger)
    desk.settle()
    redo(desk.ledger)
    desk.settle()
    assert entry.uid in {flag.stored["subject"] for flag in desk.ledger.entries(FLAGS)}


def test_what_was_noticed_of_two_steps_at_once_stays_with_the_first(desk: Desk) -> None:
    draft = {"received_on": "2026-11-24", "department": "民政局", "title": "网格员每天打卡"}
    entry = records.add(desk.ledger, TASKS, draft, today=TODAY)
    records.change(desk.ledger, entry, {"note": "电话里说的"}, today=TODAY)
    desk.settle()
    undo(desk.ledger)
    desk.settle()
    assert entry.uid in {flag.stored["subject"] for flag in desk.ledger.entries(FLAGS)}


def test_a_rule_that_speaks_twice_against_one_entry_keeps_its_two_flags(ledger: Ledger, today: date) -> None:
    draft = {
        "held_on": "2026-11-03", "department": "民政局", "title": "调度会", "minutes": "270", "speech_minutes": "150",
    }  # fmt: skip
    for day in ("2026-11-02", "2026-11-03"):
        records.add(ledger, MEETINGS, {**draft, "held_on": day}, today=today)
    refresh_all(ledger, today=today)
    uids = {flag.uid for flag in ledger.entries(FLAGS)}
    assert refresh_all(ledger, today=today) == Refreshed()
    assert {flag.uid for flag in ledger.entries(FLAGS)} == uids
    by_rule = [(flag.stored["subject"], flag.stored["rule"]) for flag in ledger.entries(FLAGS)]
    assert len(by_rule) > len(set(by_rule)), "one rule did speak twice"


def test_what_holds_again_is_the_same_flag(ledger: Ledger, today: date) -> None:
    draft = {"received_on": "2026-11-19", "department": "民政局", "title": "网格员每天打卡"}
    entry = records.add(ledger, TASKS, draft, today=today)
    refresh_all(ledger, today=today)
    (flag,) = ledger.entries(FLAGS)
    entry = records.change(ledger, entry, {"title": "网格员走访"}, today=today)
    refresh_all(ledger, today=today)
    assert ledger.entries(FLAGS) == []
    records.change(ledger, entry, {"title": "网格员每天打卡"}, today=today)
    refresh_all(ledger, today=today)
    assert [one.uid for one in ledger.entries(FLAGS)] == [flag.uid]
    assert len(ledger.entries(FLAGS, binned=True)) == 1


def test_a_month_long_past_is_not_flagged(ledger: Ledger, today: date) -> None:
    draft = {"department": "民政局", "title": "调度会", "minutes": "300"}
    records.add(ledger, MEETINGS, {**draft, "held_on": "2025-11-20"}, today=today)
    assert refresh_all(ledger, today=today) == Refreshed()
    records.add(ledger, MEETINGS, {**draft, "held_on": "2026-10-05"}, today=today)
    assert refresh_all(ledger, today=today).new > 0
    assert {flag.stored["state"] for flag in ledger.entries(FLAGS)} == {FlagState.OPEN.code}
