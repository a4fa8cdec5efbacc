"""表3: what was suggested for cutting, what was really cut, and what was due to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.desk.flagged import BASES, flagged
from mingbai.desk.month.case_rows import case_columns, numbered
from mingbai.desk.month.edition import Edition
from mingbai.desk.month.names import Names
from mingbai.desk.month.rows import counted_rows
from mingbai.desk.occurrences import occurrences_of
from mingbai.domain.absence import ABSENCES
from mingbai.domain.calendar_names import MONTH_NAMES
from mingbai.domain.demand import DEMANDS
from mingbai.domain.filter import Every, Op, Where, equals
from mingbai.domain.frequency import Frequency, frequency_of
from mingbai.domain.review import FLAGS, Assessment, Decision, Method
from mingbai.domain.sheet import DASH, CellValue, Look, Row, RowKind, Sheet, SheetColumn
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day
from mingbai.ledger.asking import condition
from mingbai.ledger.ledger import Entry, Ledger

TITLE = Words("建议核减与已核减事项表", "Suggested for Cutting, and Cut")
TAB = Words("表3 建议核减与已核减", "Table 3 Cuts")

ASKED = {
    Assessment.MERGE: Words("合并", "Merge"),
    Assessment.SIMPLIFY: Words("精简", "Simplify"),
    Assessment.CUT: Method.CANCELLED.words,
    Assessment.NOT_OURS: Words("不再承担", "Hand back"),
}
"""The way that a suggestion asks for."""

RHYTHMS = {
    Frequency.DAILY: Words("改为每日", "daily instead"),
    Frequency.WEEKLY: Words("改为每周", "weekly instead"),
    Frequency.MONTHLY: Words("改为每月", "monthly instead"),
    Frequency.QUARTERLY: Words("改为每季", "quarterly instead"),
    Frequency.HALF_YEARLY: Words("改为每半年", "half-yearly instead"),
    Frequency.YEARLY: Words("改为每年", "yearly instead"),
}


def cuts_sheet(ledger: Ledger, edition: Edition, names: Names) -> Sheet:
    """Three blocks on one grid; suggested and cut are never added up."""
    rows = tuple(_rows(ledger, edition, names))
    return edition.sheet(
        TAB,
        TITLE,
        _columns(edition),
        rows,
        right=edition.table(edition.say("表3", "Table 3"), edition.say("单位：次/年", "in times a year")),
        notes=(
            edition.say(
                "注：“建议核减”是本单位的意见，“已核减”是确实停止或减少的事项，两者不重复计算；"
                "又出现的次数在“还给干部的时间”中抵减。",
                "Note: “suggested” is this office's opinion, “cut” is what really stopped or became less; "
                "the two are never added up. What came back counts against the hours returned.",
            ),
        ),
        foot=edition.foot(),
        frozen_columns=2,
    )


def _columns(edition: Edition) -> tuple[SheetColumn, ...]:
    say = edition.say
    return (
        *case_columns(edition, title=23.4, level=6.3, way=8.3, times=7.6),
        SheetColumn(say("每年\n少报", "Saved\na year"), 6.0, Look.COUNT),
        SheetColumn(say("提出或\n执行日期", "Suggested\nor in effect"), 9.3, Look.DATE),
        SheetColumn(say("复查\n日期", "Recheck"), 9.3, Look.DATE),
        SheetColumn(say("核减以来", "Since then"), 11.6, Look.WORD),
        SheetColumn(say("依据或说明", "Basis"), 32.0, Look.TEXT),
    )


def _rows(ledger: Ledger, edition: Edition, names: Names) -> Iterator[Row]:
    period, today, say, this = edition.period, edition.filed_on, edition.say, edition.this
    suggested = list(counted_rows(ledger, "cut.suggested", period, today))
    cut = list(counted_rows(ledger, "cut.done", period, today))
    rechecked = counted_rows(ledger, "cut.recheck", period, today)
    due = [entry for entry in rechecked if _is_earlier(entry, period.start)]
    n, m, k = len(suggested), len(cut), len(due)
    writing = _Writing(ledger, edition, names)
    # Months are added up: what was suggested in one and cut in another stands in both blocks.
    not_yet = (
        ("尚未核减", "not cut yet")
        if len(period.months) == 1
        else ("到当月末尚未核减", "not cut by the end of that month")
    )
    yield _section(
        say(f"一、{this}建议核减（{n}项，{not_yet[0]}）", f"1. Suggested {this} ({n}, {not_yet[1]})")
    )
    yield from writing.rows(suggested, suggested=True)
    yield _subtotal(say("小计（如获核减）", "Subtotal (if cut)"), suggested)
    yield _section(say(f"二、{this}已核减（{m}项）", f"2. Cut {this} ({m})"))
    yield from writing.rows(cut)
    yield _subtotal(say("小计", "Subtotal"), cut)
    yield _section(
        say(f"三、以前已核减、{this}到期复查（{k}项）", f"3. Cut earlier, recheck due {this} ({k})")
    )
    yield from writing.rows(due)


def _is_earlier(entry: Entry, start: date) -> bool:
    """Cut before the period; what was cut in it stands in its own block."""
    decision: Decision = entry.record
    return decision.effective_from is not None and decision.effective_from < start


def _section(text: str) -> Row:
    return Row((text,), RowKind.SECTION)


def _subtotal(label: str, entries: Iterable[Entry]) -> Row:
    decisions: list[Decision] = [entry.record for entry in entries]
    counted = [one for one in decisions if one.times_before is not None]
    before = sum(one.times_before or 0 for one in counted)
    after = sum(one.times_after or 0 for one in counted)
    return Row((label, "", "", "", before, after, before - after, "", "", "", ""), RowKind.TOTAL)


@dataclass(frozen=True, slots=True)
class _Writing:
    """Writes decisions as rows of this sheet."""

    ledger: Ledger
    edition: Edition
    names: Names

    def rows(self, entries: Iterable[Entry], *, suggested: bool = False) -> Iterator[Row]:
        """The block's rows; a dash where there are none."""
        cases = ((entry.uid, self._cells(entry.record, suggested=suggested)) for entry in entries)
        return numbered(cases, 11)

    def _cells(self, decision: Decision, *, suggested: bool) -> tuple[CellValue, ...]:
        edition = self.edition
        before = decision.times_before
        after = None if before is None else decision.times_after or 0
        way = decision.method.words if decision.method and not suggested else ASKED.get(decision.assessment)
        return (
            self.names.title(decision),
            self.names.behind(decision),
            edition.into(way) if way else DASH,
            DASH if before is None else before,
            DASH if after is None else after,
            DASH if before is None or after is None else before - after,
            decision.decided_on if suggested else decision.effective_from or DASH,
            DASH if suggested else decision.recheck_on or DASH,
            self._not_yet(decision) if suggested else self._since(decision),
            self._basis(decision) or None,
        )

    def _not_yet(self, decision: Decision) -> str:
        """Whether what was suggested is cut by the period's end: in the month of the suggestion it was not."""
        day = decision.effective_from
        if day is None or day > self.edition.until:
            return self.edition.say("尚未核减", "not cut yet")
        return self.edition.say(f"{day.month}月核减", f"cut in {MONTH_NAMES[day.month - 1]}")

    def _basis(self, decision: Decision) -> str:
        parts = [self.names.free_text(self._own_basis(decision))]
        again = decision.came_back_as and self.ledger.entry(DEMANDS, decision.came_back_as)
        if again and self._is_back(decision):
            title = self.names.free_text(str(again.stored["title"]))
            parts.append(self.edition.say(f"以“{title}”名义", f"as “{title}”"))
        return self.edition.say("；", "; ").join(part for part in parts if part)

    def _own_basis(self, decision: Decision) -> str:
        """The basis; a submission has no flags, so what was taken over from them names documents or is left out."""
        if self.edition.full:
            return decision.basis
        asked = condition(FLAGS, equals("subject", decision.subject), self.edition.filed_on)
        flags = flagged(self.ledger, self.ledger.entries(FLAGS, asked.text, asked.parameters))
        told = {words for flag in flags if flag.rule for words in (flag.short.zh, flag.short.en)}
        parts = (part for part in BASES.split(decision.basis) if part not in told)
        return self.edition.say("；", "; ").join(part for part in parts if part)

    def _is_back(self, decision: Decision) -> bool:
        return decision.came_back_on is not None and decision.came_back_on <= self.edition.until

    def _since(self, decision: Decision) -> str:
        """What happened since it was cut, as far as the month's end."""
        edition, back = self.edition, decision.came_back_on
        if back is not None and self._is_back(decision):
            return edition.say(
                f"又出现（{back.month:02}-{back.day:02}起）",
                f"back since {written_day(back, back).en}",
            )
        if decision.times_after:
            rhythm = frequency_of(decision.times_after)
            if rhythm is not None and decision.times_after != decision.times_before:
                return edition.into(RHYTHMS[rhythm])
            return edition.say(
                f"每年{decision.times_after}次",
                "once a year" if decision.times_after == 1 else f"{decision.times_after} times a year",
            )
        came = self._count(TASKS.code, decision)
        if came:
            return edition.say(f"又收到{came}件", "came once" if came == 1 else f"came {came} times")
        missed = self._count(ABSENCES.code, decision)
        if missed:
            return edition.say(f"未再出现（{missed}期）", f"did not come ({missed})")
        begins = decision.effective_from
        if begins is not None and begins >= edition.until:
            # Nobody can say yet what became of it.
            return edition.say("刚开始执行", "just begun")
        return edition.say("未再出现", "not seen since")

    def _count(self, code: str, decision: Decision) -> int:
        """Its occurrences after the cut that came, or that were noted as not come."""
        if decision.register != DEMANDS.code or decision.effective_from is None:
            return 0
        register, dated = (TASKS, "received_on") if code == TASKS.code else (ABSENCES, "noted_on")
        demand = self.ledger.entry(DEMANDS, decision.subject)
        if demand is None:
            return 0
        asked = Every(
            (
                occurrences_of(demand),
                Where(dated, Op.ABOVE, decision.effective_from.isoformat()),
                Where(dated, Op.AT_MOST, self.edition.until.isoformat()),
            )
        )
        where = condition(register, asked, self.edition.filed_on)
        return len(self.ledger.entries(register, where.text, where.parameters))
