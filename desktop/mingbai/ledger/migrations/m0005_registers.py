"""The other burdens and the time with residents each have a table; entries lead to those they belong with.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0005_registers"

FIND = "USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')"

NEW = (
    "meeting",
    "inspection",
    "reception",
    "plaque",
    "visit",
    "activity",
    "expert",
    "admission",
    "point",
)

REGISTERS = (
    """
    CREATE TABLE "meeting" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "held_on" TEXT,
        "department" TEXT,
        "title" TEXT,
        "people" INTEGER,
        "minutes" INTEGER,
        "speech_minutes" INTEGER,
        "required" TEXT,
        "nested" INTEGER,
        "groups" INTEGER,
        "report_needed" INTEGER,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_meeting_number" ON "meeting"("number")',
    'CREATE INDEX "by_meeting_held_on" ON "meeting"("held_on")',
    'CREATE INDEX "by_meeting_department" ON "meeting"("department")',
    f'CREATE VIRTUAL TABLE "meeting_find" {FIND}',
    """
    CREATE TABLE "inspection" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "held_on" TEXT,
        "department" TEXT,
        "title" TEXT,
        "kind" TEXT,
        "level" TEXT,
        "planned" INTEGER,
        "filing" TEXT,
        "visitors" INTEGER,
        "escorts" INTEGER,
        "minutes" INTEGER,
        "papers" INTEGER,
        "new_papers" INTEGER,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_inspection_number" ON "inspection"("number")',
    'CREATE INDEX "by_inspection_held_on" ON "inspection"("held_on")',
    'CREATE INDEX "by_inspection_department" ON "inspection"("department")',
    f'CREATE VIRTUAL TABLE "inspection_find" {FIND}',
    """
    CREATE TABLE "reception" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "visited_on" TEXT,
        "department" TEXT,
        "title" TEXT,
        "letter" TEXT,
        "guest_names" TEXT,
        "guests" INTEGER,
        "host_names" TEXT,
        "hosts" INTEGER,
        "origin" TEXT,
        "dining" TEXT,
        "payer" TEXT,
        "cost" INTEGER,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_reception_number" ON "reception"("number")',
    'CREATE INDEX "by_reception_visited_on" ON "reception"("visited_on")',
    'CREATE INDEX "by_reception_department" ON "reception"("department")',
    f'CREATE VIRTUAL TABLE "reception_find" {FIND}',
    """
    CREATE TABLE "plaque" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "title" TEXT,
        "department" TEXT,
        "kind" TEXT,
        "basis" TEXT,
        "state" TEXT,
        "hung_on" TEXT,
        "removed_on" TEXT,
        "rehung_on" TEXT,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_plaque_number" ON "plaque"("number")',
    'CREATE INDEX "by_plaque_department" ON "plaque"("department")',
    'CREATE INDEX "by_plaque_hung_on" ON "plaque"("hung_on")',
    'CREATE INDEX "by_plaque_removed_on" ON "plaque"("removed_on")',
    'CREATE INDEX "by_plaque_rehung_on" ON "plaque"("rehung_on")',
    f'CREATE VIRTUAL TABLE "plaque_find" {FIND}',
    """
    CREATE TABLE "visit" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "visited_on" TEXT,
        "title" TEXT,
        "resident" TEXT,
        "place" TEXT,
        "people" INTEGER,
        "minutes" INTEGER,
        "result" TEXT,
        "issue" TEXT,
        "owner" TEXT,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_visit_number" ON "visit"("number")',
    'CREATE INDEX "by_visit_visited_on" ON "visit"("visited_on")',
    'CREATE INDEX "by_visit_place" ON "visit"("place")',
    f'CREATE VIRTUAL TABLE "visit_find" {FIND}',
    """
    CREATE TABLE "activity" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "held_on" TEXT,
        "title" TEXT,
        "kind" TEXT,
        "volunteers" TEXT,
        "turnout" INTEGER,
        "hours" INTEGER,
        "served" INTEGER,
        "amount" INTEGER,
        "households" TEXT,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_activity_number" ON "activity"("number")',
    'CREATE INDEX "by_activity_held_on" ON "activity"("held_on")',
    f'CREATE VIRTUAL TABLE "activity_find" {FIND}',
    """
    CREATE TABLE "expert" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "came_on" TEXT,
        "title" TEXT,
        "name" TEXT,
        "department" TEXT,
        "speciality" TEXT,
        "left_on" TEXT,
        "solved" TEXT,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_expert_number" ON "expert"("number")',
    'CREATE INDEX "by_expert_came_on" ON "expert"("came_on")',
    'CREATE INDEX "by_expert_department" ON "expert"("department")',
    'CREATE INDEX "by_expert_left_on" ON "expert"("left_on")',
    f'CREATE VIRTUAL TABLE "expert_find" {FIND}',
    """
    CREATE TABLE "admission" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "applied_on" TEXT,
        "department" TEXT,
        "title" TEXT,
        "kind" TEXT,
        "basis" TEXT,
        "document" TEXT,
        "content" TEXT,
        "frequency" TEXT,
        "starts_on" TEXT,
        "ends_on" TEXT,
        "money" INTEGER,
        "contact" TEXT,
        "phone" TEXT,
        "town_opinion" TEXT,
        "civil_opinion" TEXT,
        "joint_opinion" TEXT,
        "decision" TEXT,
        "decided_on" TEXT,
        "exit_on" TEXT,
        "exit_reason" TEXT,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_admission_number" ON "admission"("number")',
    'CREATE INDEX "by_admission_applied_on" ON "admission"("applied_on")',
    'CREATE INDEX "by_admission_department" ON "admission"("department")',
    'CREATE INDEX "by_admission_starts_on" ON "admission"("starts_on")',
    'CREATE INDEX "by_admission_ends_on" ON "admission"("ends_on")',
    'CREATE INDEX "by_admission_decided_on" ON "admission"("decided_on")',
    'CREATE INDEX "by_admission_exit_on" ON "admission"("exit_on")',
    f'CREATE VIRTUAL TABLE "admission_find" {FIND}',
    """
    CREATE TABLE "point" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "raised_on" TEXT,
        "title" TEXT,
        "kind" TEXT,
        "raised_to" TEXT,
        "answered_on" TEXT,
        "result" TEXT,
        "answer" TEXT,
        "subject" TEXT,
        "colleague" TEXT,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_point_number" ON "point"("number")',
    'CREATE INDEX "by_point_raised_on" ON "point"("raised_on")',
    'CREATE INDEX "by_point_raised_to" ON "point"("raised_to")',
    'CREATE INDEX "by_point_answered_on" ON "point"("answered_on")',
    'CREATE INDEX "by_point_subject" ON "point"("subject")',
    f'CREATE VIRTUAL TABLE "point_find" {FIND}',
)

LINKS = (
    ("task", "admission"),
    ("issue", "expert"),
    ("decision", "point"),
    ("certificate_type", "cancelled_basis"),
)

COVERING = (
    # Made anew with the new column, so that figures that ask for it still never visit the table.
    'DROP INDEX "figures_task_received"',
    (
        'CREATE INDEX "figures_task_received" ON "task"("received_on", "due_on", "binned_at", "status", "kind", '
        '"listing", "channel", "asks", "minutes", "done_on", "document", "admission")'
    ),
    'DROP INDEX "figures_issue_closed"',
    (
        'CREATE INDEX "figures_issue_closed" ON "issue"("closed_at", "accepted_at", "due_at", "binned_at", "solved", '
        '"satisfaction", "told_on", "minutes", "helping", "expert")'
    ),
)


def apply(execute: Callable[[str], object]) -> None:
    """Nine tables and four columns; nothing that was written before changes."""
    for statement in REGISTERS:
        execute(statement)
    for table, column in LINKS:
        execute(f'ALTER TABLE "{table}" ADD COLUMN "{column}" TEXT')
    for statement in COVERING:
        execute(statement)
