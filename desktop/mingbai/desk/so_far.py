"""The month so far: a few figures of the month report, each with the rows behind it.

They are flows of the first page, counted by their filter; nothing of the report itself is needed for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mingbai.desk.lists import count_words
from mingbai.desk.places import place_of, working_days
from mingbai.domain.figure import Flow
from mingbai.domain.figures import FIGURES
from mingbai.domain.filter import Filter, Op, Where, both
from mingbai.domain.month import Month, Span
from mingbai.domain.reckoning import rows_behind
from mingbai.domain.registers import REGISTERS
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked_count
from mingbai.ledger.ledger import Ledger

SHORT = {
    "task.received": Words("交办", "assignment"),
    "meeting.count": Words("会议", "meeting"),
    "inspection.count": Words("检查", "inspection"),
    "reception.count": Words("接待", "official visit"),
    "cert.asked": Words("证明", "certificate"),
    "issue.received": Words("诉求", "issue"),
    "visit.count": Words("走访", "home visit"),
}
"""The figures, by the words a line has room for."""

TITLE = Words("{figure}，{days}", "{figure}, {days}")


@dataclass(frozen=True, slots=True)
class SoFar:
    """One figure of the month that runs."""

    words: Words
    """The figure as a line has room for it: 会议 4, 4 meetings."""
    n: int
    register: str
    asked: Filter
    title: Words
    """What the list of its rows is called."""


def month_so_far(ledger: Ledger, today: date) -> tuple[SoFar, ...]:
    """What stands in the month that runs up to today; figures without rows are left out.

    What is noted for a later day of the month, a meeting one is called to, is not there yet.
    """
    month = Month.containing(today, place_of(ledger).month_end.cutoff)
    working = working_days(ledger)
    found = []
    for code, words in SHORT.items():
        figure = FIGURES[code]
        assert isinstance(figure, Flow)
        behind = both(
            rows_behind(figure, (month,), working), Where(figure.dated, Op.AT_MOST, today.isoformat())
        )
        n = asked_count(ledger, REGISTERS[figure.register], behind, today)
        if n:
            title = TITLE.format(figure=figure.words, days=Span(month.start, today).words)
            count = count_words(n)
            said = Words(f"{words.zh} {count}", f"{count} {words.en}" + ("s" if n != 1 else ""))
            found.append(SoFar(said, n, figure.register, behind, title))
    return tuple(found)
