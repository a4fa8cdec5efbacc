"""What is to be said beside a period's figures: that it has not begun, that it changed since it was sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mingbai.desk.month.overview import differing
from mingbai.desk.month.sent import latest_sent
from mingbai.desk.spoken_days import spoken_day
from mingbai.domain.period import NOT_BEGUN, ReportPeriod
from mingbai.domain.words import Words
from mingbai.ledger.ledger import Ledger

AS_SENT = Words("这里是上报时的数", "these are the figures as they were sent")
AS_NOW = Words("这里是现在的数", "these are the figures as they stand now")

CHANGED = Words(
    "{period}第 {version} 版{day}上报，此后有 {n} 处不同了；{shown}",
    "{period}: version {version} was sent on {day} and differs in {n} places since; {shown}",
)


def remarks(ledger: Ledger, period: ReportPeriod, today: date, shown: Words = AS_NOW) -> Iterator[Words]:
    """A sentence for each thing that a reader of the figures has to know; `shown` says which figures they are."""
    if today < period.start:
        yield NOT_BEGUN.format(period=period.words)
        return
    sent = latest_sent(ledger, period)
    n = differing(ledger, [period], today).get(period, 0) if sent is not None else 0
    if sent is not None and n:
        report = sent.record
        yield CHANGED.format(
            period=period.words,
            version=report.version,
            day=spoken_day(report.sent_on, today),
            n=n,
            shown=shown,
        )
