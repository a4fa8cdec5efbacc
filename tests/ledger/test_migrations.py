"""Frozen steps: replayed they give the declared registers; all of them are applied or none."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from datetime import date, time
from hashlib import sha256
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from tests.ledger.samples import added, assert_whole, attached, changed, issue, refused

from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES, AllowedPlaque, Standing
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.expert import EXPERTS, Expert
from mingbai.domain.frequency import Frequency
from mingbai.domain.holiday import HOLIDAYS, Holiday, HolidayKind
from mingbai.domain.issue import ISSUES
from mingbai.domain.meeting import MEETINGS, Meeting
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import DECISIONS, Assessment, Decision
from mingbai.domain.rule import RULES, Family, Rule
from mingbai.domain.time_limit import TIME_LIMITS, AppliesTo, LimitUnit, TimeLimit
from mingbai.ledger.covering import COVERING
from mingbai.ledger.finding import find
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.migrations import (
    m0001_first,
    m0004_rules,
    m0005_registers,
    m0006_merged,
    m0009_attachments,
    m0011_figures,
    m0012_found_files,
    m0013_allowed_plaques,
    m0016_sources,
    m0018_demand_owner,
    m0019_times,
    steps,
)
from mingbai.ledger.schema import TABLES

RELEASED = {"m0001_first": "b7db5f464f903295d894feb8a3f0bbf23c3640b1a59f847bd93d93c4fb423507"}
"""The digest of each released step's file: written down here with the release, never changed after."""

LATER_TABLES = (
    "village",
    "village_find",
    "submission",
    "letter_text",
    "attachment",
    "attachment_find",
    "content_piece",
    "content",
    "allowed_plaque",
    "allowed_plaque_find",
    "time_limit",
    "time_limit_find",
)
"""What steps after the fourth brought."""


LISTS = ("allowed_plaque", "allowed_plaque_find", "time_limit", "time_limit_find")
"""The lists that became registers last."""


def text_digest(step: ModuleType) -> str:
    """The digest of a step's text, the same on every system."""
    text = Path(str(step.__file__)).read_text(encoding="utf-8").replace("\r\n", "\n")
    return sha256(text.encode()).hexdigest()


def test_a_released_step_never_drifts() -> None:
    found = {name: text_digest(steps.step(name)) for name in steps.NAMES}
    assert found.keys() >= RELEASED.keys()
    assert {name: digest for name, digest in found.items() if name in RELEASED} == RELEASED


def test_a_step_imports_nothing_of_todays_program() -> None:
    for name in steps.NAMES:
        text = Path(str(steps.step(name).__file__)).read_text(encoding="utf-8")
        assert not re.search(r"^\s*(from|import) +mingbai", text, re.MULTILINE), name


def test_steps_are_named_after_their_files_and_stand_in_order() -> None:
    assert [steps.step(name).NAME for name in steps.NAMES] == list(steps.NAMES)
    assert list(steps.NAMES) == sorted(set(steps.NAMES))
    folder = Path(str(steps.__file__)).parent
    assert {at.stem for at in folder.glob("m*.py")} == set(steps.NAMES)


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
def test_the_replayed_table_is_the_declared_register(ledger: Ledger, register: Register) -> None:
    table = TABLES[register.code]
    found = {row[1]: row[2] for row in ledger.rows(f'PRAGMA table_info("{register.code}")')}
    kinds = {int: "INTEGER", str: "TEXT"}
    declared = {name: kinds[table.types[name]] for name in table.columns}
    assert found == {"id": "INTEGER", "uid": "TEXT", "rev": "INTEGER", **declared}
    (strict,) = ledger.rows(f"SELECT strict FROM pragma_table_list('{register.code}')")[0]
    assert strict == 1


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
def test_every_sorted_field_every_key_and_every_number_is_indexed(ledger: Ledger, register: Register) -> None:
    indexed = [
        tuple(column for (column,) in ledger.rows("SELECT name FROM pragma_index_info(?)", (name,)))
        for _, name, *_ in ledger.rows(f'PRAGMA index_list("{register.code}")')
    ]
    wanted: list[tuple[str, ...]] = [(name,) for name, field in register.fields.items() if field.column.sort]
    wanted += [*register.keys, ("uid",)]
    if register.numbered:
        wanted.append(("number",))
    for columns in wanted:
        assert any(found[: len(columns)] == columns for found in indexed), columns


def test_the_indexes_that_figures_count_on_are_there(ledger: Ledger) -> None:
    for name, index in COVERING.items():
        (made,) = ledger.rows("SELECT sql FROM sqlite_schema WHERE name = ?", (name,))[0]
        assert made == index.sql(name)


def test_there_is_a_search_index_where_something_is_searched_and_no_other_table(ledger: Ledger) -> None:
    found = {name for (name,) in ledger.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    found = {name for name in found if not re.search("_find_|^sqlite_", name)}
    searched = {f"{code}_find" for code, table in TABLES.items() if table.searched}
    own = {"device", "act", "journal", "counter", "draft", "fact", "_sqlite_migrations"}
    own |= {"content", "content_piece"}
    assert found == {*TABLES, *searched, *own}


def test_the_index_of_a_ledger_holds_no_texts(ledger: Ledger) -> None:
    texts = [
        sql for (sql,) in ledger.rows("SELECT sql FROM sqlite_schema WHERE name LIKE '%\\_find' ESCAPE '\\'")
    ]
    assert texts
    assert all("content=''" in sql and "detail=none" in sql for sql in texts)


def step(name: str, *statements: str) -> SimpleNamespace:
    def apply(execute) -> None:
        for statement in statements:
            execute(statement)

    return SimpleNamespace(NAME=name, apply=apply)


def with_steps(monkeypatch: pytest.MonkeyPatch, *more: SimpleNamespace) -> None:
    later, real = {each.NAME: each for each in more}, steps.step
    monkeypatch.setattr(steps, "step", lambda name: later.get(name) or real(name))
    monkeypatch.setattr(steps, "NAMES", (*steps.NAMES, *later))


def test_a_later_step_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue())
    before = path.read_bytes()
    with_steps(
        monkeypatch,
        step("m0002_good", 'ALTER TABLE "task" ADD COLUMN more TEXT', "CREATE TABLE more (a)"),
        step("m0003_bad", "DROP TABLE more", "SELECT 1 FROM nowhere"),
    )
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Ledger(path)
    assert path.read_bytes() == before
    monkeypatch.undo()
    with Ledger(path) as ledger:
        assert_whole(ledger)


def test_a_step_that_breaks_a_reference_is_not_applied(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue())
    before = path.read_bytes()
    with_steps(monkeypatch, step("m0002_bad", "DELETE FROM act"))
    with pytest.raises(RuntimeError, match="lead nowhere"):
        Ledger(path)
    assert path.read_bytes() == before


def test_a_step_may_rebuild_a_table_that_others_refer_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.create(path) as ledger:
        added(ledger, issue())
    with_steps(
        monkeypatch,
        step(
            "m0002_rebuild",
            "CREATE TABLE new_device AS SELECT * FROM device",
            "DROP TABLE device",
            "CREATE TABLE device (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, letter TEXT NOT NULL, "
            "home TEXT NOT NULL, began_at TEXT NOT NULL) STRICT",
            "INSERT INTO device SELECT * FROM new_device",
            "DROP TABLE new_device",
        ),
    )
    with Ledger(path) as ledger:
        assert ledger.rows("PRAGMA foreign_keys") == [(1,)]
        assert_whole(ledger)


def test_steps_are_applied_once_after_a_copy_was_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.create(path).close()
    copy = path.with_name("copy")
    copy.touch()
    with_steps(monkeypatch, step("m0002_more", "CREATE TABLE more (a)"))
    asked: list[Path] = []

    def back_up(ledger: Ledger) -> None:
        asked.append(ledger.path)
        ledger.copy_to(copy)

    with Ledger(path, before_migrating=back_up) as ledger:
        assert ledger.rows("SELECT count(*) FROM more") == [(0,)]
    assert asked == [path]
    connection = sqlite3.connect(copy)
    assert steps.applied(connection) == steps.NAMES[:-1], "the copy is of the ledger before"
    connection.close()
    after = path.read_bytes()
    Ledger(path, before_migrating=back_up).close()
    assert path.read_bytes() == after
    assert asked == [path]
    monkeypatch.undo()
    with refused(path, says="newer Mingbai Ledger"):
        Ledger(path)


def test_a_backup_that_fails_stops_the_migration(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Ledger.create(path).close()
    before = path.read_bytes()
    with_steps(monkeypatch, step("m0002_more", "CREATE TABLE more (a)"))

    def failing(_: Ledger) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Ledger(path, before_migrating=failing)
    assert path.read_bytes() == before


def test_a_ledger_of_the_first_step_is_brought_up_to_date(path: Path) -> None:
    decision = Decision(
        register="task", subject=Uid("t"), assessment=Assessment.CUT, decided_on=date(2026, 8, 3)
    )
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, decision, register=DECISIONS)
    old = sqlite3.connect(path)
    take_back_sources(old)
    take_back_figures(old)
    take_back_registers(old)
    old.execute('ALTER TABLE "decision" DROP COLUMN "rechecked_on"')
    for register in ("task", "issue", "certificate"):
        old.execute(f'DROP INDEX "waiting_{register}"')
    for name in m0004_rules.NEW:
        old.execute(f'ALTER TABLE "rule" DROP COLUMN "{name}"')
    old.execute('ALTER TABLE "flag" DROP COLUMN "family"')
    take_back_merged(old)
    for table in LATER_TABLES:
        old.execute(f'DROP TABLE "{table}"')
    old.execute("DELETE FROM _sqlite_migrations WHERE name <> 'm0001_first'")
    old.commit()
    old.close()
    with Ledger(path) as ledger:
        changed(ledger, uid, DECISIONS, rechecked_on="2026-11-24")
        entry = ledger.entry(DECISIONS, uid)
        assert entry is not None
        assert entry.record == replace(decision, rechecked_on=date(2026, 11, 24))
        assert_whole(ledger)


def test_a_ledger_with_plain_rules_is_brought_up_to_date(path: Path) -> None:
    rule = Rule(code="BX-1", gist="月报每季一次", source="《本县减负清单》", in_use=True)
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, rule, register=RULES)
    taken_back(path, m0004_rules, rule=m0004_rules.NEW, flag=("family",))
    with Ledger(path) as ledger:
        entry = ledger.entry(RULES, uid)
        assert entry is not None
        assert entry.record == rule
        changed(ledger, uid, RULES, issued="2025", families="same_data")
        entry = ledger.entry(RULES, uid)
        assert entry is not None
        assert entry.record == replace(rule, issued="2025", families=(Family.SAME_DATA,))
        assert_whole(ledger)


def taken_back(path: Path, taken: ModuleType, **columns: tuple[str, ...]) -> None:
    """Makes a ledger one of before that step, which had only added these columns, and of all later steps."""
    old = sqlite3.connect(path)
    take_back_sources(old)
    take_back_figures(old)
    take_back_merged(old)
    take_back_registers(old)
    for table, names in columns.items():
        for name in names:
            old.execute(f'ALTER TABLE "{table}" DROP COLUMN "{name}"')
    for table in LATER_TABLES:
        old.execute(f'DROP TABLE "{table}"')
    old.execute("DELETE FROM _sqlite_migrations WHERE name >= ?", [taken.NAME])
    old.commit()
    old.close()


def take_back_registers(old: sqlite3.Connection) -> None:
    """Takes back the registers of meetings, plaques and the like."""
    for name in m0005_registers.NEW:
        old.execute(f'DROP TABLE "{name}_find"')
        old.execute(f'DROP TABLE "{name}"')
    old.execute('DROP INDEX "figures_task_received"')
    old.execute('DROP INDEX "figures_issue_closed"')
    for table, column in m0005_registers.LINKS:
        old.execute(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
    for statement in m0001_first.ENTRIES:
        if re.search("figures_task_received|figures_issue_closed", statement):
            old.execute(statement)


def test_a_ledger_without_the_other_registers_is_brought_up_to_date(path: Path) -> None:
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, issue())
        before = ledger.entry(ISSUES, uid)
    taken_back(path, m0005_registers)
    with Ledger(path) as ledger:
        assert ledger.entry(ISSUES, uid) == before
        (meeting,) = added(
            ledger, Meeting(held_on=date(2026, 11, 3), department=Uid("d"), title="调度会"), register=MEETINGS
        )
        (expert,) = added(ledger, Expert(came_on=date(2026, 11, 3), title="危房鉴定"), register=EXPERTS)
        changed(ledger, uid, expert=expert)
        changed(ledger, meeting, MEETINGS, minutes=90)
        assert_whole(ledger)


def test_a_ledger_without_attachments_is_brought_up_to_date(path: Path) -> None:
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, issue())
        before = ledger.entry(ISSUES, uid)
    old = sqlite3.connect(path)
    take_back_sources(old)
    take_back_figures(old)
    for table in ("letter_text", "content_piece", "content", "attachment", "attachment_find", *LISTS):
        old.execute(f'DROP TABLE "{table}"')
    old.execute("DELETE FROM _sqlite_migrations WHERE name >= ?", [m0009_attachments.NAME])
    old.commit()
    old.close()
    with Ledger(path) as ledger:
        assert ledger.entry(ISSUES, uid) == before
        attached(ledger, uid, b"text")
        assert_whole(ledger)


def test_files_attached_before_are_found_by_name(path: Path) -> None:
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, issue())
        attached(ledger, uid, b"text", name="楼道照片.jpg")
    old = sqlite3.connect(path)
    take_back_sources(old)
    for table in ("attachment_find", *LISTS):
        old.execute(f'DROP TABLE "{table}"')
    old.execute("DELETE FROM _sqlite_migrations WHERE name >= ?", [m0012_found_files.NAME])
    old.commit()
    old.close()
    with Ledger(path) as ledger:
        (file,) = find(ledger, "楼道照片", [ATTACHMENTS])
        assert file.record.subject == uid
        assert_whole(ledger)


def test_a_ledger_without_the_lists_of_plaques_and_limits_is_brought_up_to_date(path: Path) -> None:
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, issue())
        before = ledger.entry(ISSUES, uid)
    old = sqlite3.connect(path)
    take_back_sources(old)
    for table in LISTS:
        old.execute(f'DROP TABLE "{table}"')
    old.execute("DELETE FROM _sqlite_migrations WHERE name >= ?", [m0013_allowed_plaques.NAME])
    old.commit()
    old.close()
    with Ledger(path) as ledger:
        assert ledger.entry(ISSUES, uid) == before
        row = AllowedPlaque(name="红白理事会", standing=Standing.ALLOWED)
        (listed,) = added(ledger, row, register=ALLOWED_PLAQUES)
        limit = TimeLimit(item="一般事项", applies_to=AppliesTo.ISSUE, value=5, unit=LimitUnit.WORKING_DAY)
        (timed,) = added(ledger, limit, register=TIME_LIMITS)
        assert [hit.uid for hit in find(ledger, "红白理事", [ALLOWED_PLAQUES])] == [listed]
        assert [hit.uid for hit in find(ledger, "一般事项", [TIME_LIMITS])] == [timed]
        assert_whole(ledger)


def test_a_list_with_sources_in_one_language_is_brought_up_to_date(path: Path) -> None:
    day = Holiday(day=date(2026, 10, 1), kind=HolidayKind.HOLIDAY, name="国庆节", source="国务院办公厅的通知")
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, day, register=HOLIDAYS)
    old = sqlite3.connect(path)
    take_back_sources(old)
    old.execute("DELETE FROM _sqlite_migrations WHERE name >= ?", [m0016_sources.NAME])
    old.commit()
    old.close()
    with Ledger(path) as ledger:
        changed(ledger, uid, HOLIDAYS, source_en="Notice of the State Council")
        entry = ledger.entry(HOLIDAYS, uid)
        assert entry is not None
        assert entry.record == replace(day, source_en="Notice of the State Council")
        assert_whole(ledger)


def test_what_recurred_before_has_nobody_and_may_have(path: Path) -> None:
    demand = Demand(title="社区台账", department=Uid("d"), period=Frequency.WEEKLY)
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, demand, register=DEMANDS)
    old = sqlite3.connect(path)
    take_back_owner(old)
    old.execute("DELETE FROM _sqlite_migrations WHERE name >= ?", [m0018_demand_owner.NAME])
    old.commit()
    old.close()
    with Ledger(path) as ledger:
        entry = ledger.entry(DEMANDS, uid)
        assert entry is not None
        assert entry.record == demand
        changed(ledger, uid, DEMANDS, owner=Uid("s"))
        assert_whole(ledger)


def take_back_sheets(old: sqlite3.Connection) -> None:
    """Takes back that what was sent is kept, and what came after it."""
    take_back_owner(old)
    old.execute('DROP TABLE "sent_sheet"')


def take_back_owner(old: sqlite3.Connection) -> None:
    """Takes back who handles what recurs, and what came after it."""
    take_back_times(old)
    old.execute('ALTER TABLE "demand" DROP COLUMN "owner"')


def take_back_sources(old: sqlite3.Connection) -> None:
    """Takes back the other language of where rows come from, and what came after it."""
    take_back_sheets(old)
    for name in m0016_sources.LISTS:
        old.execute(f'ALTER TABLE "{name}" DROP COLUMN "source_en"')
    old.execute('ALTER TABLE "certificate_type" DROP COLUMN "region_en"')


def test_a_file_without_hours_gets_them_empty(path: Path) -> None:
    meeting = Meeting(held_on=date(2026, 12, 3), department=Uid("d-1"), title="工作例会")
    with Ledger.create(path) as ledger:
        (uid,) = added(ledger, meeting, register=MEETINGS)
    old = sqlite3.connect(path)
    take_back_times(old)
    old.execute("DELETE FROM _sqlite_migrations WHERE name >= ?", [m0019_times.NAME])
    old.commit()
    old.close()
    with Ledger(path) as ledger:
        changed(ledger, uid, MEETINGS, start_time="14:00")
        entry = ledger.entry(MEETINGS, uid)
        assert entry is not None
        assert entry.record == replace(meeting, start_time=time(14))
        assert_whole(ledger)


def take_back_times(old: sqlite3.Connection) -> None:
    """Takes back the hours of meetings and assignments, and what was noticed in English."""
    old.execute('ALTER TABLE "flag" DROP COLUMN "evidence_en"')
    for table, name in m0019_times.TIMES:
        old.execute(f'ALTER TABLE "{table}" DROP COLUMN "{name}"')


def take_back_figures(old: sqlite3.Connection) -> None:
    """Takes back the indexes of what ended before it began, and has the others hold the end once more."""
    for name, _ in (*m0011_figures.BACKWARDS, *m0011_figures.WITHOUT_THE_END):
        old.execute(f'DROP INDEX "{name}"')
    (accepted,) = (each for each in m0001_first.ENTRIES if "figures_issue_accepted" in each)
    (received,) = (each for each in m0005_registers.COVERING if 'CREATE INDEX "figures_task_received' in each)
    for statement in (accepted, received):
        old.execute(statement)


def take_back_merged(old: sqlite3.Connection) -> None:
    """Takes back what the steps from that of merging on added."""
    for table, name in m0006_merged.NEW:
        old.execute(f'DROP INDEX "by_{table}_{name}"')
        old.execute(f'ALTER TABLE "{table}" DROP COLUMN "{name}"')
    old.execute('DROP TABLE "work_kind"')


def test_applying_twice_changes_nothing(ledger: Ledger) -> None:
    before = ledger.rows("SELECT * FROM sqlite_schema"), ledger.rows("SELECT * FROM _sqlite_migrations")
    steps.apply(ledger._connection)
    after = ledger.rows("SELECT * FROM sqlite_schema"), ledger.rows("SELECT * FROM _sqlite_migrations")
    assert after == before
