"""Entries of a ledger as the matters that the families judge."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mingbai.domain.certificate import CERTIFICATES, Certificate
from mingbai.domain.certificate_type import CERTIFICATE_TYPES
from mingbai.domain.demand import DEMANDS, TIMES_A_YEAR, Demand, Period
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.review import DECISIONS, IS_CUT, Decision
from mingbai.domain.task import TASKS, Listing, Status, Task
from mingbai.ledger.blocks import asked
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.flags.matter import CERTIFICATE, CUT, Matter

JUDGED = (TASKS, CERTIFICATES)
"""Registers whose entries are held against the rules."""


class Matters:
    """Turns entries into matters; names and recurring assignments are read once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._units = {
            entry.uid: str(entry.stored["name"]) for entry in ledger.entries(DEPARTMENTS, binned=True)
        }
        self._kinds: dict[str, str] = {}
        self._demands: dict[str, Demand | None] = {}

    def of(self, entry: Entry) -> Matter | None:
        """The matter of an assignment or a certificate request; other registers have nothing to say yet."""
        record = entry.record
        match record:
            case Task():
                return self._of_task(entry, record)
            case Certificate():
                return Matter(
                    register=CERTIFICATE,
                    uid=entry.uid,
                    title=self._certificate(record.certificate),
                    day=record.asked_on,
                )
            case _:
                return None

    def cuts(self, today: date) -> Iterator[Matter]:
        """Everything that was cut, with the columns and the period of what it was."""
        for some in asked(self._ledger, DECISIONS, IS_CUT, today):
            for entry in some:
                cut: Decision = entry.record
                if cut.came_back_on is None:
                    yield self._of_cut(entry, cut)

    def _of_task(self, entry: Entry, task: Task) -> Matter:
        demand = self._demand(task.demand) if task.demand else None
        return Matter(
            uid=entry.uid,
            title=task.title,
            note=task.note,
            department=self._units.get(task.department, ""),
            day=task.received_on,
            due_on=task.due_on,
            period=demand.period if demand else None,
            period_key=task.period_key,
            demand=task.demand or "",
            document=task.document,
            channel=task.channel.code if task.channel else "",
            kind=task.kind.code if task.kind else "",
            asks=tuple(ask.code for ask in task.asks),
            form_columns=task.form_columns or (demand.form_columns if demand else ()),
            admitted=_admitted(task.listing),
            void=task.status is Status.VOID,
        )

    def _of_cut(self, entry: Entry, cut: Decision) -> Matter:
        demand: Demand | None = None
        columns: tuple[str, ...] = ()
        department = ""
        if cut.register == DEMANDS.code:
            demand = self._demand(cut.subject)
        elif cut.register == TASKS.code:
            subject = self._ledger.entry(TASKS, cut.subject)
            if subject is not None:
                task: Task = subject.record
                columns, department = task.form_columns, self._units.get(task.department, "")
        if demand is not None:
            columns, department = demand.form_columns, self._units.get(demand.department, "")
        return Matter(
            register=CUT,
            uid=entry.uid,
            title=cut.title,
            department=department,
            day=cut.counts_from or cut.effective_from,
            method=cut.method,
            period=demand.period if demand else None,
            before=demand.period if demand else _period(cut.times_before),
            after=_period(cut.times_after),
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


def _admitted(listing: Listing | None) -> bool | None:
    if listing is None:
        return None
    return listing is not Listing.NOT_LISTED


def _period(times: int | None) -> Period | None:
    if not times:
        return None
    return next((period for period, n in TIMES_A_YEAR.items() if n <= times), None)
