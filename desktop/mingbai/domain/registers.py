"""Every register, listed by hand: search for a name here and find all its uses."""

from __future__ import annotations

from typing import Any

from mingbai.domain.absence import ABSENCES
from mingbai.domain.activity import ACTIVITIES
from mingbai.domain.admission import ADMISSIONS
from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES
from mingbai.domain.attachment import ATTACHMENTS
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.duty import DUTIES
from mingbai.domain.expert import EXPERTS
from mingbai.domain.holiday import HOLIDAYS
from mingbai.domain.inspection import INSPECTIONS
from mingbai.domain.issue import ISSUES, PROGRESS
from mingbai.domain.issue_category import ISSUE_CATEGORIES
from mingbai.domain.letter import LETTER_TEXTS
from mingbai.domain.meeting import MEETINGS
from mingbai.domain.place import PLACES
from mingbai.domain.plaque import PLAQUES
from mingbai.domain.point import POINTS
from mingbai.domain.reception import RECEPTIONS
from mingbai.domain.register import Register
from mingbai.domain.report import PAST_FIGURES, REPORTS, SENT_SHEETS
from mingbai.domain.review import DECISIONS, FLAGS
from mingbai.domain.rule import RULES
from mingbai.domain.staff import STAFF
from mingbai.domain.submission import SUBMISSIONS, VILLAGES
from mingbai.domain.task import TASKS
from mingbai.domain.time_limit import TIME_LIMITS
from mingbai.domain.visit import VISITS
from mingbai.domain.work_kind import WORK_KINDS

REGISTERS: dict[str, Register[Any]] = {
    register.code: register
    for register in (
        TASKS,
        DEMANDS,
        ABSENCES,
        CERTIFICATES,
        ISSUES,
        PROGRESS,
        MEETINGS,
        INSPECTIONS,
        RECEPTIONS,
        PLAQUES,
        VISITS,
        ACTIVITIES,
        EXPERTS,
        ADMISSIONS,
        POINTS,
        FLAGS,
        DECISIONS,
        REPORTS,
        PAST_FIGURES,
        PLACES,
        LETTER_TEXTS,
        STAFF,
        DEPARTMENTS,
        DUTIES,
        CERTIFICATE_TYPES,
        ISSUE_CATEGORIES,
        RULES,
        ALLOWED_PLAQUES,
        TIME_LIMITS,
        HOLIDAYS,
        WORK_KINDS,
        VILLAGES,
        SUBMISSIONS,
        ATTACHMENTS,
        SENT_SHEETS,
    )
}

NAMING: tuple[Register[Any], ...] = tuple(register for register in REGISTERS.values() if register.naming)
"""Lists whose names people use when they look for an entry that refers to them."""

REVIEWED: tuple[Register[Any], ...] = tuple(register for register in REGISTERS.values() if register.reviewed)
"""Registers whose entries can be flagged and decided."""
