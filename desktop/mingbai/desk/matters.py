"""Entries of a ledger as the matters that the families judge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mingbai.desk.recurring import asks_of_note
from mingbai.domain.admission import Admission, AdmissionDecision
from mingbai.domain.certificate import CERTIFICATES, Certificate
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.demand import DEMANDS, Demand
from mingbai.domain.department import DEPARTMENTS, Level
from mingbai.domain.frequency import frequency_within
from mingbai.domain.inspection import INSPECTIONS, Inspection
from mingbai.domain.meeting import MEETINGS, Meeting
from mingbai.domain.period_key import key_frequency
from mingbai.domain.plaque import PLAQUES, Plaque
from mingbai.domain.reception import RECEPTIONS, Reception
from mingbai.domain.review import DECISIONS, IS_CUT, Decision
from mingbai.domain.task import NONE_SEEN, TASKS, Listing, Status, Task
from mingbai.ledger.blocks import asked
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.flags.matter import (
    ADMISSION,
    CERTIFICATE,
    CUT,
    INSPECTION,
    MEETING,
    PLAQUE,
    RECEPTION,
    Matter,
)
from mingbai.rules.flags.sameness import same_unit

JUDGED = (TASKS, DEMANDS, CERTIFICATES, MEETINGS, INSPECTIONS, RECEPTIONS, PLAQUES)
"""Registers whose entries are held against the rules."""

AGREED = {
    AdmissionDecision.APPROVED: True,
    AdmissionDecision.EXPIRED: True,
    AdmissionDecision.REFUSED: False,
}
"""What a decision says of an application; a withdrawn one was neither agreed to nor refused."""
NOBODY = ("", "")
"""No unit, in 中文 and English."""


class Matters:
    """Turns entries into matters; names and recurring assignments are read once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        units = ledger.entries(DEPARTMENTS, binned=True)
        self._units = {
            entry.uid: (str(entry.stored["name"]), str(entry.stored["name_en"] or "")) for entry in units
        }
        self._levels: dict[str, Level | None] = {entry.uid: entry.record.level for entry in units}
        self._like: dict[str, tuple[str, ...]] = {}
        self._kinds: dict[str, str] = {}
        self._demands: dict[str, Demand | None] = {}

    def of(self, entry: Entry) -> Matter | None:
        """The matter of an entry that is judged, or that others are held against; None of any other."""
        record = entry.record
        match record:
            case Task():
                return self._of_task(entry, record)
            case Demand():
                return self._of_demand(entry, record)
            case Certificate():
                return self._of_certificate(entry, record)
            case Meeting():
                return self._of_meeting(entry, record)
            case Inspection():
                return self._of_inspection(entry, record)
            case Reception():
                return self._of_reception(entry, record)
            case Plaque():
                return _of_plaque(entry, record)
            case Admission():
                return self._of_admission(entry, record)
            case _:
                return None

    def units_like(self, name: str) -> tuple[str, ...]:
        """The units that such a name means, whatever place stands before it."""
        if name not in self._like:
            self._like[name] = tuple(uid for uid, names in self._units.items() if same_unit(names[0], name))
        return self._like[name]

    def cuts(self, today: date) -> Iterator[Matter]:
        """Everything that was cut, with the columns and the period of what it was."""
        for some in asked(self._ledger, DECISIONS, IS_CUT, today):
            for entry in some:
                cut: Decision = entry.record
                if cut.came_back_on is None:
                    yield self._of_cut(entry, cut)

    def _of_task(self, entry: Entry, task: Task) -> Matter:
        demand = self._demand(task.demand) if task.demand else None
        department, department_en = self._units.get(task.department, NOBODY)
        return Matter(
            uid=entry.uid,
            written=entry.uid,
            title=task.title,
            note=task.note,
            department=department,
            department_en=department_en,
            day=task.received_on,
            due_on=task.due_on,
            # As the one that came tells it: a monthly one is what was agreed where it was weekly before.
            period=(key_frequency(task.period_key) or demand.period) if demand else None,
            period_key=task.period_key,
            demand=task.demand or "",
            document=task.document,
            channel=task.channel.code if task.channel else "",
            kind=task.kind.code if task.kind else "",
            asks=tuple(ask.code for ask in task.asks),
            form_columns=task.form_columns or (demand.form_columns if demand else ()),
            admitted=_admitted(task.listing),
            admission=task.admission or "",
            void=task.status is Status.VOID,
            status=task.status.code,
        )

    def _of_demand(self, entry: Entry, demand: Demand) -> Matter | None:
        """By the notice it was read from, as the assignment that each time will be; without one nothing says what it asks."""
        department, department_en = self._units.get(demand.department, NOBODY)
        day = demand.starts_on
        if not demand.note or day is None:
            return None
        return Matter(
            uid=entry.uid,
            written=entry.uid,
            title=demand.title,
            note=demand.note,
            department=department,
            department_en=department_en,
            day=day,
            period=demand.period,
            demand=entry.uid,
            kind=demand.kind.code if demand.kind else "",
            asks=tuple(ask.code for ask in asks_of_note(demand.note, day)),
            form_columns=demand.form_columns,
        )

    def _of_certificate(self, entry: Entry, asked: Certificate) -> Matter:
        return Matter(
            register=CERTIFICATE,
            uid=entry.uid,
            written=entry.uid,
            title=self._certificate(asked.certificate),
            day=asked.asked_on,
        )

    def _of_meeting(self, entry: Entry, meeting: Meeting) -> Matter:
        department, department_en = self._units.get(meeting.department, NOBODY)
        return Matter(
            register=MEETING,
            uid=entry.uid,
            written=entry.uid,
            title=meeting.title,
            note=meeting.note,
            department=department,
            department_en=department_en,
            day=meeting.held_on,
            speech_minutes=meeting.speech_minutes,
            minutes=meeting.minutes,
            nested=meeting.nested,
            groups=meeting.groups,
            required=meeting.required,
        )

    def _of_inspection(self, entry: Entry, inspection: Inspection) -> Matter:
        department, department_en = self._units.get(inspection.department, NOBODY)
        level = inspection.level or self._levels.get(inspection.department)
        return Matter(
            register=INSPECTION,
            uid=entry.uid,
            written=entry.uid,
            title=inspection.title,
            department=department,
            department_en=department_en,
            day=inspection.held_on,
            kind=inspection.kind.code if inspection.kind else "",
            level=level.code if level else "",
            planned=inspection.planned,
        )

    def _of_reception(self, entry: Entry, reception: Reception) -> Matter:
        department, department_en = self._units.get(reception.department, NOBODY)
        return Matter(
            register=RECEPTION,
            uid=entry.uid,
            written=entry.uid,
            title=reception.title,
            department=department,
            department_en=department_en,
            day=reception.visited_on,
            letter="" if reception.letter == NONE_SEEN else reception.letter,
            guests=reception.guests,
            hosts=reception.hosts,
        )

    def _of_admission(self, entry: Entry, admission: Admission) -> Matter:
        department, department_en = self._units.get(admission.department, NOBODY)
        return Matter(
            register=ADMISSION,
            uid=entry.uid,
            written=entry.uid,
            title=admission.title,
            department=department,
            department_en=department_en,
            day=admission.applied_on,
            agreed=AGREED.get(admission.decision) if admission.decision else None,
            exit_on=admission.exit_on or admission.ends_on,
        )

    def _of_cut(self, entry: Entry, cut: Decision) -> Matter:
        demand: Demand | None = None
        columns: tuple[str, ...] = ()
        unit = NOBODY
        if cut.register == DEMANDS.code:
            demand = self._demand(cut.subject)
        elif cut.register == TASKS.code:
            subject = self._ledger.entry(TASKS, cut.subject)
            if subject is not None:
                task: Task = subject.record
                columns, unit = task.form_columns, self._units.get(task.department, NOBODY)
        if demand is not None:
            columns, unit = demand.form_columns, self._units.get(demand.department, NOBODY)
        return Matter(
            register=CUT,
            uid=entry.uid,
            written=entry.uid,
            title=cut.title,
            department=unit[0],
            department_en=unit[1],
            day=cut.counts_from or cut.effective_from,
            method=cut.method,
            period=demand.period if demand else None,
            before=demand.period if demand else frequency_within(cut.times_before),
            after=frequency_within(cut.times_after),
            form_columns=columns,
        )

    def _demand(self, uid: str) -> Demand | None:
        if uid not in self._demands:
            entry = self._ledger.entry(DEMANDS, uid)
            self._demands[uid] = entry.record if entry is not None else None
        return self._demands[uid]

    def _certificate(self, uid: str) -> str:
        if uid not in self._kinds:
            entry = self._ledger.entry(CERTIFICATE_TYPES, uid)
            self._kinds[uid] = str(entry.stored["name"]) if entry is not None else ""
        return self._kinds[uid]


def _of_plaque(entry: Entry, plaque: Plaque) -> Matter:
    return Matter(
        register=PLAQUE,
        uid=entry.uid,
        written=entry.uid,
        title=plaque.title,
        day=plaque.hung_on,
        kind=plaque.kind.code if plaque.kind else "",
        status=plaque.state.code,
        removed_on=plaque.removed_on,
        rehung_on=plaque.rehung_on,
    )


def _admitted(listing: Listing | None) -> bool | None:
    if listing is None:
        return None
    return listing is not Listing.NOT_LISTED
