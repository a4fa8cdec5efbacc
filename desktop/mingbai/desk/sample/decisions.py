"""Flags and decisions: what was noticed, what was suggested, what was really cut and what came back."""

from __future__ import annotations

from datetime import date

from mingbai.desk.sample.assignments import Assignments
from mingbai.desk.sample.book import Book, sample_uid
from mingbai.desk.sample.calendar import Calendar
from mingbai.desk.sample.material import Line, Material
from mingbai.desk.sample.plan import Cut, Plan
from mingbai.domain.certificate_type import Confidence
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, MinutesSource
from mingbai.domain.field import Minutes
from mingbai.domain.review import DECISIONS, FLAGS, LIGHTENING, Assessment, Decision, Flag, FlagState
from mingbai.domain.rule import RULES
from mingbai.domain.task import TASKS
from mingbai.domain.words import Words
from mingbai.ledger.clock import named_uid
from mingbai.ledger.ledger import Ledger
from mingbai.rules.hours import first_whole_month

NO_DOCUMENT = Words("布置时未见文（编）号", "No document number was seen when it was handed down")

OPEN_FLAGS = (
    (
        "elder",
        "APP26-1",
        Words(
            "与重点人群台账相同的栏目：姓名、住址、年龄、联系电话、监护人、监护人电话、困难类别、健康状况、自理能力、帮扶人",
            "Columns that are in the key-groups register too: Name, Address, Age, Phone, Guardian, "
            "Guardian phone, Kind of hardship, Health, Self-care, Helper",
        ),
    ),
    ("install", "APP26-3", Words("“安装注册人数”", "“installed and registered”")),
    ("fraudphoto", "APP26-4", Words("“上传”“照片”", "“upload”, “photos”")),
)
"""What waits for somebody's judgement: the assignment, the rule and what was found."""


class _Rules:
    """The verified rules of a ledger, as they can be cited on a day."""

    def __init__(self, ledger: Ledger, material: Material) -> None:
        verified = ledger.entries(RULES, "confidence = ?", (Confidence.VERIFIED.code,))
        self._editions = {entry.uid: entry.record.edition for entry in verified}
        self._lines = {line["rule"]: line for line in material.lines("citations")}

    def cited(self, code: str, day: date) -> tuple[Uid, str, str] | None:
        """The rule's uid, edition and citation; None when it did not hold yet on that day."""
        line, uid = self._lines.get(code), named_uid(RULES.code, code)
        if line is None or uid not in self._editions or day < date.fromisoformat(line["valid_from"]):
            return None
        return uid, self._editions[uid], line.say("text")


def add_decisions(
    book: Book, material: Material, calendar: Calendar, plan: Plan, assignments: Assignments, ledger: Ledger
) -> None:
    """Adds every decision with the flag behind it."""
    rules = _Rules(ledger, material)
    for number, cut in enumerate(plan.cuts):
        register, _, key = cut.subject.partition(":")
        subject = sample_uid(DEMANDS if register == "demand" else TASKS, key)
        cited = rules.cited(cut.line["rule"], cut.decided_on)
        decision = _decision(cut, register, subject, cited, assignments, material)
        book.add(DECISIONS, f"{number} {cut.subject}", decision, cut.decided_on)
        flagged_on = cut.decided_on
        if register == "demand":
            first = calendar.on(calendar.number(cut.decided_on), 1)
            flagged_on = max(first, calendar.add(cut.decided_on, -2))
        flag = _flag(cut, register, subject, flagged_on, rules, material)
        book.add(FLAGS, f"{number} {cut.subject}", flag, flagged_on)


def _decision(
    cut: Cut,
    register: str,
    subject: Uid,
    cited: tuple[Uid, str, str] | None,
    assignments: Assignments,
    material: Material,
) -> Decision:
    line = cut.line
    basis = line.say("reason")
    if cited is not None:
        basis += material.words("；依据", ". Basis: ") + cited[2]
    back_as = line["back_as"] if line["back_as"] in assignments.demands else ""
    return Decision(
        register=register,
        subject=subject,
        assessment=Assessment.of(line["assessment"]),
        decided_on=cut.decided_on,
        title=assignments.titles[cut.subject],
        basis=basis,
        method=cut.method,
        effective_from=cut.effective_from,
        times_before=line.maybe("before"),
        times_after=line.maybe("after"),
        minutes_before=_minutes(line, "minutes_before"),
        minutes_after=_minutes(line, "minutes_after"),
        people=line.integer("people"),
        minutes_source=MinutesSource.of(line["source"]),
        counts_from=first_whole_month(cut.effective_from) if cut.effective_from else None,
        recheck_on=cut.recheck_on,
        came_back_on=cut.back_on,
        came_back_as=sample_uid(DEMANDS, back_as) if back_as else None,
        note=line.say("note"),
    )


def _minutes(line: Line, name: str) -> Minutes | None:
    number = line.maybe(name)
    return None if number is None else Minutes(number)


def _flag(cut: Cut, register: str, subject: Uid, day: date, rules: _Rules, material: Material) -> Flag:
    """The flag behind a decision: a rule that held on that day, or else a reason in plain words."""
    line = cut.line
    cited = rules.cited(line["rule"], day)
    assessment = Assessment.of(line["assessment"])
    state = FlagState.ACCEPTED if assessment in LIGHTENING else FlagState.DISMISSED
    plain = line.say("evidence") and material.words(
        f"要求中有{line.say('evidence')}", f"It asks for {line.say('evidence')}"
    )
    return Flag(
        register=register,
        subject=subject,
        flagged_on=day,
        rule=cited[0] if cited else None,
        reason="" if cited else plain or NO_DOCUMENT.into(material.language),
        evidence=line.say("evidence"),
        edition=cited[1] if cited else "",
        state=FlagState.OPEN if assessment is Assessment.UNDECIDED else state,
    )


def add_open_flags(book: Book, material: Material, assignments: Assignments, ledger: Ledger) -> None:
    """Adds flags that nobody has judged yet."""
    rules = _Rules(ledger, material)
    for key, code, evidence in OPEN_FLAGS:
        found = evidence.into(material.language)
        draft = assignments.drafts[key]
        cited = rules.cited(code, draft.received_on)
        subject = sample_uid(TASKS, key)
        first = Flag(
            register=TASKS.code,
            subject=subject,
            flagged_on=draft.received_on,
            rule=cited[0] if cited else None,
            reason="" if cited else found,
            evidence=found,
            edition=cited[1] if cited else "",
        )
        book.add(FLAGS, f"{key} open", first, draft.received_on)
        second = Flag(
            register=TASKS.code,
            subject=subject,
            flagged_on=draft.received_on,
            reason=NO_DOCUMENT.into(material.language),
        )
        book.add(FLAGS, f"{key} no document", second, draft.received_on)
