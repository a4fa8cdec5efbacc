"""The decisions of the sample with their days, read first: what came and what stopped follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from mingbai.desk.sample.calendar import Calendar
from mingbai.desk.sample.material import Line, Material
from mingbai.domain.review import Method

RECHECK_AFTER = timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Cut:
    """One decision of the material, with its days."""

    line: Line
    subject: str
    decided_on: date
    effective_from: date | None
    recheck_on: date | None
    method: Method | None
    back_on: date | None


class Plan:
    """All decisions that have been made by today."""

    def __init__(self, material: Material, calendar: Calendar) -> None:
        self._calendar = calendar
        planned = [self._cut(line) for line in material.lines("decisions")]
        self.cuts = [cut for cut in planned if cut.decided_on <= calendar.today]

    def cut_of(self, subject: str) -> Cut | None:
        """The decision that really cut a subject, if any."""
        return next((cut for cut in self.cuts if cut.subject == subject and cut.effective_from), None)

    def succeeded_by(self, key: str) -> Cut | None:
        """The cut that a recurring assignment took the place of."""
        return next((cut for cut in self.cuts if cut.line["next"] == key), None)

    def came_back_as(self, key: str) -> Cut | None:
        """The cut that a recurring assignment came back from."""
        return next((cut for cut in self.cuts if cut.line["back_as"] == key), None)

    def minutes_after(self, subject: str, day: date | None) -> int | None:
        """What one time takes since it was made thinner, on a day or now; None where it was not."""
        cut = self.cut_of(subject)
        if cut is None or cut.effective_from is None or cut.method is not Method.THINNER:
            return None
        return cut.line.maybe("minutes_after") if day is None or day >= cut.effective_from else None

    def task_days(self) -> dict[str, date]:
        """When the one-off assignments that decisions speak of were received: shortly before, in that month."""
        days: dict[str, date] = {}
        for cut in self.cuts:
            register, _, key = cut.subject.partition(":")
            if register == "task":
                first = self._calendar.on(self._calendar.number(cut.decided_on), 1)
                days[key] = max(first, self._calendar.add(cut.decided_on, -2))
        return days

    def _cut(self, line: Line) -> Cut:
        calendar = self._calendar
        decided = calendar.on(line.integer("k"), line.integer("day"))
        effective = _day(calendar, line, "eff_k", "eff_day")
        method = Method.of(line["method"]) if line["method"] else None
        if effective is not None and effective > calendar.today:
            effective = method = None
        recheck = calendar.open_from(effective + RECHECK_AFTER) if effective else None
        back = _day(calendar, line, "back_k", "back_day") if effective else None
        return Cut(line, line["subject"], decided, effective, recheck, method, back)


def _day(calendar: Calendar, line: Line, month: str, day: str) -> date | None:
    return calendar.on(line.integer(month), line.integer(day)) if line[month] else None
