"""Notes on how an issue went on, for about every second one and for all that are open."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from mingbai.desk.sample.book import Book
from mingbai.desk.sample.calendar import Calendar
from mingbai.desk.sample.closing import Closing
from mingbai.desk.sample.material import Line, Material, dice
from mingbai.domain.column import Uid
from mingbai.domain.issue import PROGRESS, Progress


class ProgressNotes:
    """Writes progress notes."""

    def __init__(self, book: Book, material: Material, calendar: Calendar) -> None:
        self._book = book
        self._calendar = calendar
        self._lines = material.lines("progress")

    def add(self, issue: Uid, key: str, group: str, accepted_at: datetime, closing: Closing) -> None:
        """Adds what there is to say of one issue."""
        chance = dice(f"progress {key}", self._calendar.today)
        now = datetime.combine(self._calendar.today, time(8, 30))
        end = closing.closed_at or now
        lasted = end - accepted_at
        if lasted < timedelta(hours=6) or (closing.closed_at and chance.random() < 0.5):
            return
        stages = [("first", accepted_at + timedelta(minutes=chance.choice((20, 45, 90))))]
        if lasted > timedelta(days=1):
            stages.append(("visit", self._morning(accepted_at, 1)))
        if lasted > timedelta(days=3):
            stages.append(("middle", self._morning(accepted_at, 2)))
        if lasted > timedelta(days=9):
            stages.append(("wait", self._morning(accepted_at, 6)))
        if closing.closed_at:
            stages.append(("end", closing.closed_at - timedelta(minutes=5)))
        for place, (stage, when) in enumerate(stages):
            line = chance.choice(self._of(stage, group))
            if accepted_at < when < end:
                note = Progress(issue=issue, noted_at=when, text=line.say("text"))
                self._book.add(PROGRESS, f"{key} {place}", note, when.date())

    def _morning(self, moment: datetime, days: int) -> datetime:
        return datetime.combine(self._calendar.add(moment.date(), days), time(9, 40))

    def _of(self, stage: str, group: str) -> list[Line]:
        fitting = [line for line in self._lines if line["stage"] == stage]
        own = [line for line in fitting if group in line["classes"]]
        return own or [line for line in fitting if not line["classes"]]
