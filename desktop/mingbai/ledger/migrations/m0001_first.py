"""The first shape of a ledger: entries, their search index, and the journal they are the fold of.

Frozen: never edited after a release, and it imports nothing of today's program.
"""

from __future__ import annotations

from collections.abc import Callable

NAME = "m0001_first"

FIND = "USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii')"
"""No texts, no positions, no lengths: a list of rows for each token is all that is kept."""

JOURNAL = (
    """
    CREATE TABLE device (
        id INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        letter TEXT NOT NULL,
        home TEXT NOT NULL,
        began_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE act (
        id INTEGER PRIMARY KEY,
        device INTEGER NOT NULL REFERENCES device(id),
        clock INTEGER NOT NULL,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        deed TEXT NOT NULL,
        register TEXT,
        entries INTEGER NOT NULL,
        undoes INTEGER REFERENCES act(id)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX act_clock ON act(device, clock)",
    """
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY,
        device INTEGER NOT NULL REFERENCES device(id),
        seq INTEGER NOT NULL,
        clock INTEGER NOT NULL,
        act INTEGER NOT NULL REFERENCES act(id),
        register TEXT NOT NULL,
        uid TEXT NOT NULL,
        born INTEGER NOT NULL,
        patch TEXT,
        salt BLOB,
        digest BLOB,
        hash BLOB NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX journal_seq ON journal(device, seq)",
    "CREATE INDEX journal_act ON journal(act)",
    "CREATE INDEX journal_uid ON journal(uid)",
    "CREATE TABLE counter (year TEXT NOT NULL, letter TEXT NOT NULL, last INTEGER NOT NULL, "
    "PRIMARY KEY (year, letter)) STRICT",
    "CREATE TABLE draft (place TEXT PRIMARY KEY, register TEXT NOT NULL, text TEXT NOT NULL, "
    "kept_at TEXT NOT NULL) STRICT",
    "CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)

ENTRIES = (
    """
    CREATE TABLE "task" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "received_on" TEXT,
        "department" TEXT,
        "title" TEXT,
        "due_on" TEXT,
        "kind" TEXT,
        "asks" TEXT,
        "channel" TEXT,
        "document" TEXT,
        "listing" TEXT,
        "demand" TEXT,
        "period_key" TEXT,
        "form_columns" TEXT,
        "minutes" INTEGER,
        "owner" TEXT,
        "status" TEXT,
        "done_on" TEXT,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_task_number" ON "task"("number")',
    (
        'CREATE INDEX "figures_task_received" ON "task"'
        '("received_on", "due_on", "binned_at", "status", "kind", "listing", "channel", "asks", "minutes", "done_on", "document")'
    ),
    'CREATE INDEX "by_task_department" ON "task"("department")',
    'CREATE INDEX "by_task_due_on" ON "task"("due_on")',
    ('CREATE INDEX "figures_task_done" ON "task"("done_on", "received_on", "due_on", "binned_at", "status")'),
    'CREATE INDEX "by_task_key_demand_period_key" ON "task"("demand", "period_key")',
    f'CREATE VIRTUAL TABLE "task_find" {FIND}',
    """
    CREATE TABLE "demand" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "title" TEXT,
        "department" TEXT,
        "period" TEXT,
        "kind" TEXT,
        "due_day" INTEGER,
        "form_columns" TEXT,
        "minutes" INTEGER,
        "minutes_source" TEXT,
        "people" INTEGER,
        "starts_on" TEXT,
        "ends_on" TEXT,
        "follows" TEXT,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_demand_number" ON "demand"("number")',
    'CREATE INDEX "by_demand_department" ON "demand"("department")',
    'CREATE INDEX "by_demand_starts_on" ON "demand"("starts_on")',
    f'CREATE VIRTUAL TABLE "demand_find" {FIND}',
    """
    CREATE TABLE "absence" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "demand" TEXT,
        "period_key" TEXT,
        "noted_on" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_absence_noted_on" ON "absence"("noted_on")',
    'CREATE INDEX "by_absence_key_demand_period_key" ON "absence"("demand", "period_key")',
    """
    CREATE TABLE "certificate" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "asked_on" TEXT,
        "certificate" TEXT,
        "outcome" TEXT,
        "answer" TEXT,
        "applicant" TEXT,
        "phone" TEXT,
        "purpose" TEXT,
        "demanded_by" TEXT,
        "route" TEXT,
        "handler" TEXT,
        "minutes" INTEGER,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_certificate_number" ON "certificate"("number")',
    (
        'CREATE INDEX "figures_certificate_asked" ON "certificate"'
        '("asked_on", "binned_at", "outcome", "answer", "minutes")'
    ),
    ('CREATE INDEX "figures_certificate_type" ON "certificate"("certificate", "asked_on", "binned_at")'),
    f'CREATE VIRTUAL TABLE "certificate_find" {FIND}',
    """
    CREATE TABLE "issue" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "accepted_at" TEXT,
        "title" TEXT,
        "order_no" TEXT,
        "channel" TEXT,
        "demand_type" TEXT,
        "urgency" TEXT,
        "category" TEXT,
        "content" TEXT,
        "place" TEXT,
        "resident" TEXT,
        "phone" TEXT,
        "leading" TEXT,
        "helping" TEXT,
        "owner" TEXT,
        "due_at" TEXT,
        "limit_used" TEXT,
        "closed_at" TEXT,
        "result" TEXT,
        "solved" TEXT,
        "told_on" TEXT,
        "satisfaction" TEXT,
        "minutes" INTEGER,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_issue_number" ON "issue"("number")',
    (
        'CREATE INDEX "figures_issue_accepted" ON "issue"'
        '("accepted_at", "binned_at", "closed_at", "urgency", "channel", "demand_type", "place")'
    ),
    ('CREATE INDEX "figures_issue_category" ON "issue"("category", "accepted_at", "binned_at")'),
    'CREATE INDEX "by_issue_place" ON "issue"("place")',
    'CREATE INDEX "by_issue_due_at" ON "issue"("due_at")',
    (
        'CREATE INDEX "figures_issue_closed" ON "issue"'
        '("closed_at", "accepted_at", "due_at", "binned_at", "solved", "satisfaction", "told_on", "minutes", "helping")'
    ),
    'CREATE INDEX "by_issue_key_order_no" ON "issue"("order_no")',
    f'CREATE VIRTUAL TABLE "issue_find" {FIND}',
    """
    CREATE TABLE "progress" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "issue" TEXT,
        "noted_at" TEXT,
        "text" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_progress_issue" ON "progress"("issue")',
    f'CREATE VIRTUAL TABLE "progress_find" {FIND}',
    """
    CREATE TABLE "flag" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "register" TEXT,
        "subject" TEXT,
        "flagged_on" TEXT,
        "rule" TEXT,
        "reason" TEXT,
        "evidence" TEXT,
        "edition" TEXT,
        "state" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_flag_subject" ON "flag"("subject")',
    'CREATE INDEX "by_flag_flagged_on" ON "flag"("flagged_on")',
    f'CREATE VIRTUAL TABLE "flag_find" {FIND}',
    """
    CREATE TABLE "decision" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "register" TEXT,
        "subject" TEXT,
        "assessment" TEXT,
        "decided_on" TEXT,
        "title" TEXT,
        "basis" TEXT,
        "method" TEXT,
        "effective_from" TEXT,
        "times_before" INTEGER,
        "times_after" INTEGER,
        "minutes_before" INTEGER,
        "minutes_after" INTEGER,
        "people" INTEGER,
        "minutes_source" TEXT,
        "counts_from" TEXT,
        "recheck_on" TEXT,
        "came_back_on" TEXT,
        "came_back_as" TEXT,
        "note" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_decision_subject" ON "decision"("subject")',
    'CREATE INDEX "by_decision_decided_on" ON "decision"("decided_on")',
    'CREATE INDEX "by_decision_effective_from" ON "decision"("effective_from")',
    'CREATE INDEX "by_decision_recheck_on" ON "decision"("recheck_on")',
    'CREATE INDEX "by_decision_came_back_on" ON "decision"("came_back_on")',
    f'CREATE VIRTUAL TABLE "decision_find" {FIND}',
    """
    CREATE TABLE "report" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "period" TEXT,
        "version" INTEGER,
        "sent_on" TEXT,
        "sent_to" TEXT,
        "figures" TEXT,
        "sha256" TEXT,
        "heads" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_report_period" ON "report"("period")',
    'CREATE INDEX "by_report_sent_on" ON "report"("sent_on")',
    'CREATE INDEX "by_report_key_period_version" ON "report"("period", "version")',
    """
    CREATE TABLE "past_figure" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "figure" TEXT,
        "period" TEXT,
        "value" INTEGER,
        "source" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_past_figure_period" ON "past_figure"("period")',
    'CREATE INDEX "by_past_figure_key_figure_period" ON "past_figure"("figure", "period")',
    f'CREATE VIRTUAL TABLE "past_figure_find" {FIND}',
    """
    CREATE TABLE "place" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "name" TEXT,
        "kind" TEXT,
        "code" TEXT,
        "town" TEXT,
        "residents" INTEGER,
        "month_end" TEXT,
        "base_on" TEXT
    ) STRICT
    """,
    f'CREATE VIRTUAL TABLE "place_find" {FIND}',
    """
    CREATE TABLE "staff" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "name" TEXT,
        "duty" TEXT,
        "since" TEXT,
        "until" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_staff_name" ON "staff"("name")',
    'CREATE INDEX "by_staff_since" ON "staff"("since")',
    f'CREATE VIRTUAL TABLE "staff_find" {FIND}',
    """
    CREATE TABLE "department" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "name" TEXT,
        "name_en" TEXT,
        "short" TEXT,
        "short_en" TEXT,
        "also" TEXT,
        "level" TEXT,
        "code" TEXT,
        "edition" TEXT,
        "source" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_department_name" ON "department"("name")',
    'CREATE INDEX "by_department_level" ON "department"("level")',
    'CREATE INDEX "by_department_key_code" ON "department"("code")',
    f'CREATE VIRTUAL TABLE "department_find" {FIND}',
    """
    CREATE TABLE "duty" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "name" TEXT,
        "listing" TEXT,
        "number" TEXT,
        "leading" TEXT,
        "work" TEXT,
        "edition" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_duty_number" ON "duty"("number")',
    'CREATE INDEX "by_duty_key_name_listing" ON "duty"("name", "listing")',
    f'CREATE VIRTUAL TABLE "duty_find" {FIND}',
    """
    CREATE TABLE "certificate_type" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "name" TEXT,
        "name_en" TEXT,
        "answer" TEXT,
        "also" TEXT,
        "alternative" TEXT,
        "alternative_en" TEXT,
        "authority" TEXT,
        "authority_en" TEXT,
        "in_use" INTEGER,
        "cancelled_on" TEXT,
        "code" TEXT,
        "region" TEXT,
        "edition" TEXT,
        "source" TEXT,
        "confidence" TEXT,
        "route_confidence" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_certificate_type_name" ON "certificate_type"("name")',
    'CREATE INDEX "by_certificate_type_cancelled_on" ON "certificate_type"("cancelled_on")',
    'CREATE INDEX "by_certificate_type_key_code" ON "certificate_type"("code")',
    f'CREATE VIRTUAL TABLE "certificate_type_find" {FIND}',
    """
    CREATE TABLE "issue_category" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "name" TEXT,
        "name_en" TEXT,
        "group" TEXT,
        "group_en" TEXT,
        "code" TEXT,
        "edition" TEXT,
        "source" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_issue_category_name" ON "issue_category"("name")',
    'CREATE INDEX "by_issue_category_key_code" ON "issue_category"("code")',
    'CREATE INDEX "by_issue_category_key_name_group" ON "issue_category"("name", "group")',
    f'CREATE VIRTUAL TABLE "issue_category_find" {FIND}',
    """
    CREATE TABLE "rule" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "code" TEXT,
        "gist" TEXT,
        "gist_en" TEXT,
        "area" TEXT,
        "area_en" TEXT,
        "clause" TEXT,
        "clause_en" TEXT,
        "source" TEXT,
        "source_en" TEXT,
        "region" TEXT,
        "region_en" TEXT,
        "kinds" TEXT,
        "in_use" INTEGER,
        "edition" TEXT,
        "confidence" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_rule_code" ON "rule"("code")',
    f'CREATE VIRTUAL TABLE "rule_find" {FIND}',
    """
    CREATE TABLE "holiday" (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rev INTEGER NOT NULL,
        binned_at TEXT,
        "day" TEXT,
        "kind" TEXT,
        "name" TEXT,
        "name_en" TEXT,
        "edition" TEXT,
        "source" TEXT
    ) STRICT
    """,
    'CREATE INDEX "by_holiday_day" ON "holiday"("day")',
)


def apply(execute: Callable[[str], object]) -> None:
    """Creates every table and index."""
    for statement in (*JOURNAL, *ENTRIES):
        execute(statement)
