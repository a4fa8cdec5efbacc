"""Random deeds, undos and redos against a plain list of states: the ledger always agrees with it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.ledger.samples import assert_whole, issue

from mingbai.domain.issue import ISSUES
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.store import Taken
from mingbai.ledger.undo import next_redo, next_undo, redo, undo

State = dict[str, dict[str, Any]]
"""Each uid with what stands in a few of its fields."""

TITLES = st.sampled_from(["路灯不亮", "井盖松动", "噪音", "lamp", "12345"])
ORDERS = st.sampled_from([None, "1", "2", "3"])
FIELDS = ("title", "order_no", "note")


class Deeds(RuleBasedStateMachine):
    """What a person does with one register."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.ledger = Ledger.create(Path(self.folder.name, "a.mingbai"))
        self.done: list[State] = [{}]
        self.undone: list[State] = []

    @property
    def now(self) -> State:
        return self.done[-1]

    def did(self, state: State) -> None:
        if state != self.now:
            self.done.append(state)
            self.undone.clear()

    def taken(self, order: str | None, but: str = "") -> bool:
        return order is not None and any(
            row["order_no"] == order and not row["binned"] for uid, row in self.now.items() if uid != but
        )

    @rule(rows=st.lists(st.tuples(TITLES, ORDERS), min_size=1, max_size=3))
    def add(self, rows: list[tuple[str, str | None]]) -> None:
        orders = [order for _, order in rows if order is not None]
        refused = len(orders) != len(set(orders)) or any(map(self.taken, orders))
        state = dict(self.now)
        try:
            with self.ledger.act("add") as act:
                for title, order in rows:
                    uid = act.insert(ISSUES, issue(title, order_no=order or ""))
                    state[uid] = {"title": title, "order_no": order, "note": None, "binned": False}
        except Taken:
            assert refused
            return
        assert not refused
        self.did(state)

    @precondition(lambda self: self.now)
    @rule(data=st.data(), title=TITLES, order=ORDERS, note=st.sampled_from([None, "备注"]))
    def change(self, data: st.DataObject, title: str, order: str | None, note: str | None) -> None:
        uid = list(self.now)[data.draw(st.integers(0, len(self.now) - 1))]
        row = self.now[uid]
        new = {"title": title, "order_no": order, "note": note}
        refused = not row["binned"] and order != row["order_no"] and self.taken(order, uid)
        try:
            with self.ledger.act("change") as act:
                act.change(ISSUES, uid, new)
        except Taken:
            assert refused
            return
        assert not refused
        self.did({**self.now, uid: {**row, **new}})

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def bin_some(self, data: st.DataObject) -> None:
        places = st.sets(st.integers(0, len(self.now) - 1), min_size=1, max_size=3)
        uids = [list(self.now)[place] for place in sorted(data.draw(places))]
        with self.ledger.act("bin") as act:
            for uid in uids:
                act.bin(ISSUES, uid)
        self.did({**self.now, **{uid: {**self.now[uid], "binned": True} for uid in uids}})

    @rule()
    def fail(self) -> None:
        try:
            with self.ledger.act("add") as act:
                act.insert(ISSUES, issue("never"))
                for uid in self.now:
                    act.change(ISSUES, uid, {"note": "never"})
                _ = 1 / 0
        except ZeroDivisionError:
            return

    @rule()
    def undo(self) -> None:
        if len(self.done) == 1:
            assert next_undo(self.ledger) is None
            return
        assert undo(self.ledger).left == ()
        gone = self.done.pop()
        self.undone.append(gone)
        # What was new then lies in the bin now.
        for uid in gone.keys() - self.now.keys():
            for state in self.done:
                state[uid] = {**gone[uid], "binned": True}

    @rule()
    def redo(self) -> None:
        if not self.undone:
            assert next_redo(self.ledger) is None
            return
        assert redo(self.ledger).left == ()
        self.done.append(self.undone.pop())

    @rule()
    def reopen(self) -> None:
        self.ledger.close()
        self.ledger = Ledger(self.ledger.path)

    @invariant()
    def agrees(self) -> None:
        found = {
            entry.uid: {
                **{name: entry.stored[name] for name in FIELDS},
                "binned": entry.binned_at is not None,
            }
            for entry in self.ledger.entries(ISSUES, binned=True)
        }
        assert found == self.now
        assert bool(self.undone) == (next_redo(self.ledger) is not None)
        lit = {uid for uid, row in self.now.items() if "路灯" in row["title"] and not row["binned"]}
        assert {entry.uid for entry in find(self.ledger, "路灯", [ISSUES])} == lit

    def teardown(self) -> None:
        if hasattr(self, "ledger"):
            assert_whole(self.ledger)
            self.ledger.close()
            self.folder.cleanup()


Deeds.TestCase.settings = settings(max_examples=40, stateful_step_count=30)
test_the_ledger_agrees_with_the_model = Deeds.TestCase
