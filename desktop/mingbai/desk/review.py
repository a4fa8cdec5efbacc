"""Flagging and deciding: what speaks against an entry, what a person thinks, what was really cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from mingbai.desk.catalogues import default_minutes
from mingbai.desk.flagged import flagged
from mingbai.desk.occurrences import occurrences_of, series_of, times_a_year
from mingbai.desk.places import no_reference, place_of
from mingbai.desk.records import found
from mingbai.domain.certificate_type import Confidence
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, Demand, MinutesSource
from mingbai.domain.field import LIST_MARK, Context, Minutes
from mingbai.domain.filter import both, equals, filled, one_of
from mingbai.domain.pattern import pattern
from mingbai.domain.point import POINTS
from mingbai.domain.registers import REVIEWED
from mingbai.domain.review import (
    DECISIONS,
    FLAGS,
    LIGHTENING,
    Assessment,
    Decision,
    Flag,
    FlagState,
    Method,
    contradictions,
)
from mingbai.domain.rule import RULES
from mingbai.domain.task import IS_OPEN, TASKS, Status
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Language, Mistake, Words, enumerated
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act
from mingbai.rules.hours import first_whole_month

RECHECK_MONTHS = 3

DROPPING = (Method.CANCELLED, Method.HANDED_BACK, Method.SHARED_DATA, Method.EXITED)
"""Ways of cutting after which nobody here does it any more."""

CODE = pattern(r"[A-Za-z]+[A-Za-z0-9]*-[A-Za-z0-9-]+|[A-Za-z]{2,}\d[A-Za-z0-9-]*")
"""What is meant as a rule's code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person says when deciding; everything but the assessment may be left to follow."""

    assessment: Assessment
    basis: str = ""
    method: Method | None = None
    effective_from: date | None = None
    times_before: int | None = None
    times_after: int | None = None
    minutes_before: int | None = None
    minutes_after: int | None = None
    people: int | None = None
    recheck_on: date | None = None
    merged_into: Uid | None = None
    """The entry of the same register that stays, where this one goes into it."""
    alone: bool = False
    """Of an occurrence: the decision is about it, not about the recurring assignment."""
    note: str = ""


def flag(ledger: Ledger, entry: Entry, reason: str, *, today: date, evidence: str = "") -> Entry:
    """Flags an entry with a rule's code or a reason in one's own words. Raises `Mistake`."""
    refuse_unreviewed(entry)
    text = clean(reason, multiline=True)
    if not text:
        raise Mistake("请写明理由，或填依据编码", "Give a reason, or the code of a rule")
    rules = {fold(str(rule.stored["code"])): rule for rule in ledger.entries(RULES)}
    rule = rules.get(fold(text))
    if rule is None and CODE.fullmatch(text):
        near = [str(rules[code].stored["code"]) for code in get_close_matches(fold(text), rules, n=3)]
        raise Mistake(
            "没有编码为“{code}”的依据{near}",
            "There is no rule with the code “{code}”{near}",
            code=text,
            near=Words("，相近的有：" + "、".join(near), "; near it: " + ", ".join(near)) if near else "",
        )
    _refuse_same_flag(ledger, entry, rule, text, today)
    record = Flag(
        register=entry.register.code,
        subject=entry.uid,
        flagged_on=today,
        rule=rule.uid if rule else None,
        reason="" if rule else text,
        evidence=evidence,
        edition=str(rule.stored["edition"]) if rule else "",
    )
    with ledger.act("flag", today=today) as act:
        uid = act.insert(FLAGS, record)
    return found(ledger, FLAGS, uid)


def _refuse_same_flag(ledger: Ledger, entry: Entry, rule: Entry | None, text: str, today: date) -> None:
    for standing in asked_entries(ledger, FLAGS, equals("subject", entry.uid), today):
        same = standing.stored["rule"] == rule.uid if rule else standing.stored["reason"] == text
        if same and standing.stored["state"] == FlagState.OPEN.code:
            raise Mistake(
                "{number} 已有这一条提示，没有重复记录",
                "{number} is flagged with this already; it was not flagged twice",
                number=entry.number,
            )


def decide(
    ledger: Ledger,
    entry: Entry,
    verdict: Verdict,
    *,
    today: date,
    title: str = "",
    language: Language = "zh",
) -> Entry:
    """Records an assessment. With a method something was really cut, from today unless said otherwise.

    A decision on one occurrence of a recurring assignment is a decision on that assignment. Its times,
    minutes and people are copied, so that later changes do not alter what was decided. Open flags of the
    entry are accepted or dismissed along with it; what they cite is the basis, if no other is given, in
    `language`.
    """
    decided = prepared(ledger, entry, verdict, today=today, title=title, language=language)
    with ledger.act("decide", today=today) as act:
        uid = write_prepared(ledger, act, decided, today)
    return found(ledger, DECISIONS, uid)


def decide_all(
    ledger: Ledger,
    entries: Sequence[Entry],
    verdict: Verdict,
    *,
    today: date,
    language: Language = "zh",
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> list[Entry]:
    """Records the same assessment of several entries as one act. Raises `Mistake` and records none.

    When `progress` raises none is recorded either.
    """
    of = 2 * len(entries)
    decided = []
    for number, entry in enumerate(entries):
        progress(number, of)
        decided.append(prepared(ledger, entry, verdict, today=today, language=language))
    uids = []
    with ledger.act("decide", today=today) as act:
        for number, one in enumerate(decided, len(entries)):
            progress(number, of)
            uids.append(write_prepared(ledger, act, one, today))
    return [found(ledger, DECISIONS, uid) for uid in uids]


def carry_out(ledger: Ledger, decision: Entry, verdict: Verdict, *, today: date) -> Entry:
    """Makes a suggestion one that was really cut: by which method, from when, and how much is left.

    The suggestion itself changes, so that it is not counted beside its own cut. Its assessment stays.
    """
    suggested: Decision = decision.record
    if not suggested.suggestion:
        raise Mistake(
            "只有尚未执行的减负建议可以记为已核减",
            "Only what was suggested and not carried out yet can be noted as cut",
        )
    if verdict.method is None:
        raise Mistake("请选一种减负方式", "Choose how it was reduced")
    effective = verdict.effective_from or today
    kept = verdict.method in (Method.RARER, Method.THINNER)
    usual = suggested.times_before if verdict.method is Method.THINNER else suggested.times_after
    times = verdict.times_after if verdict.times_after is not None else (usual if kept else 0)
    minutes = _minutes(verdict.minutes_after)
    done = replace(
        suggested,
        method=verdict.method,
        effective_from=effective,
        counts_from=first_whole_month(effective, place_of(ledger).month_end.cutoff),
        times_after=times,
        minutes_after=suggested.minutes_after if minutes is None else minutes,
        note="\n".join(text for text in (suggested.note, _cleaned("note", verdict.note)) if text),
        recheck_on=verdict.recheck_on or _months_later(effective, RECHECK_MONTHS),
    )
    _refuse_contradiction(done)
    _refuse_nothing_less(done)
    stored = DECISIONS.store(done)
    changes = {name: value for name, value in stored.items() if value != decision.stored[name]}
    with ledger.act("carry_out", today=today) as act:
        act.change(DECISIONS, decision.uid, changes, rev=decision.rev)
        _drop_what_was_cut(ledger, act, done, today)
    return found(ledger, DECISIONS, decision.uid)


def dismiss(ledger: Ledger, flag_of: Entry, *, exclude: str = "", today: date) -> Entry:
    """Notes that one flag does not hold here; with words to `exclude` its rule never speaks of them again.

    That is a local edit of the rule, which an update of the shipped list leaves alone.
    """
    words = clean(exclude).strip()
    rule = ledger.entry(RULES, str(flag_of.stored["rule"])) if flag_of.stored["rule"] else None
    with ledger.act("dismiss", today=today) as act:
        act.change(FLAGS, flag_of.uid, {"state": FlagState.DISMISSED.code})
        if words and rule is not None:
            held = str(rule.stored["excluded"] or "").split(LIST_MARK)
            excluded = LIST_MARK.join(dict.fromkeys(word for word in (*held, words) if word))
            act.change(RULES, rule.uid, {"excluded": excluded})
    return found(ledger, FLAGS, flag_of.uid)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A decision that is ready to be written, and the entries whose flags it answers."""

    record: Decision
    answers: frozenset[str]


def prepared(
    ledger: Ledger, entry: Entry, verdict: Verdict, *, today: date, title: str = "", language: Language
) -> Prepared:
    """A decision completed from what the entry tells, ready to be written. Raises `Mistake`."""
    refuse_unreviewed(entry)
    subject = entry if verdict.alone else series_of(ledger, entry)
    if verdict.assessment in LIGHTENING and not verdict.basis:
        answered = _open_flags(ledger, {entry.uid, subject.uid}, today)
        verdict = replace(verdict, basis=_cited(ledger, answered).into(language))
    decision = _after_earlier(ledger, subject, verdict, _completed(ledger, subject, verdict, today, title))
    if decision.effective_from is not None:
        counts = first_whole_month(decision.effective_from, place_of(ledger).month_end.cutoff)
        decision = replace(decision, counts_from=counts)
    _refuse_contradiction(decision)
    return Prepared(decision, frozenset((entry.uid, subject.uid)))


def _cited(ledger: Ledger, flags: Sequence[Entry]) -> Words:
    """What flags rest on: the document of a rule that was verified, else what the flag says in short."""
    cited: dict[Words, None] = {}
    for flag_of in flagged(ledger, flags):
        sure = flag_of.rule is not None and flag_of.rule.in_use and flag_of.confidence is Confidence.VERIFIED
        cited[flag_of.source if sure else flag_of.short if flag_of.rule else flag_of.reason] = None
    return Words("；".join(one.zh for one in cited), "; ".join(one.en for one in cited))


def write_prepared(ledger: Ledger, act: Act, decided: Prepared, today: date) -> Uid:
    """Writes a decision, answers the open flags it speaks of, and drops what is not done any more."""
    uid = act.insert(DECISIONS, decided.record)
    assessment = decided.record.assessment
    state = FlagState.ACCEPTED if assessment in LIGHTENING else FlagState.DISMISSED
    if assessment is not Assessment.UNDECIDED:
        for open_flag in _open_flags(ledger, set(decided.answers), today):
            act.change(FLAGS, open_flag.uid, {"state": state.code})
    _drop_what_was_cut(ledger, act, decided.record, today)
    return uid


def _drop_what_was_cut(ledger: Ledger, act: Act, decision: Decision, today: date) -> None:
    """What is not asked for any more need not be done: a single assignment, or the open occurrences of a recurring one.

    What its notice wants once beside it, a summary say, was not cut with the rhythm.
    """
    if decision.method not in DROPPING or not decision.effective_from or decision.effective_from > today:
        return
    if decision.register == TASKS.code and is_due(ledger, decision.subject):
        act.change(TASKS, decision.subject, {"status": Status.DROPPED.code})
    if decision.register == DEMANDS.code:
        occurrences = occurrences_of(found(ledger, DEMANDS, decision.subject))
        for due in asked_entries(ledger, TASKS, both(occurrences, IS_OPEN), today):
            act.change(TASKS, due.uid, {"status": Status.DROPPED.code})


def is_due(ledger: Ledger, uid: str) -> bool:
    """Whether an assignment is still to be done."""
    task = ledger.entry(TASKS, uid)
    return task is not None and task.record.status in (Status.TODO, Status.DOING)


def _refuse_nothing_less(decision: Decision) -> None:
    """Rarer needs fewer times, thinner fewer minutes: or the hours returned would be made up."""
    if decision.method is Method.RARER and not decision.times_after:
        raise Mistake("请写明改为每年几次", "Say how many times a year it comes now")
    before, after = decision.minutes_before, decision.minutes_after
    if decision.method is Method.THINNER and (after is None or (before is not None and after >= before)):
        raise Mistake(
            "请写明现在每次用多少分钟，要比以前少",
            "Say how many minutes it takes now, fewer than before",
        )


def _after_earlier(ledger: Ledger, subject: Entry, verdict: Verdict, decision: Decision) -> Decision:
    """A second cut begins where the first one ended, or the same hours would be returned twice."""
    earlier = [
        entry.record
        for entry in asked_entries(
            ledger,
            DECISIONS,
            both(equals("subject", subject.uid), filled("effective_from")),
            decision.decided_on,
        )
        if entry.record.assessment in LIGHTENING and entry.record.came_back_on is None
    ]
    if not earlier or verdict.times_before is not None or verdict.assessment not in LIGHTENING:
        return decision
    last: Decision = max(earlier, key=lambda one: (one.effective_from, one.decided_on))
    after = (
        decision.times_after
        if verdict.times_after is not None
        else min(decision.times_after or 0, last.times_after or 0)
    )
    decision = replace(decision, times_before=last.times_after, times_after=after)
    if verdict.minutes_before is not None:
        return decision
    minutes = last.minutes_after if last.minutes_after is not None else last.minutes_before
    return replace(decision, minutes_before=minutes, minutes_source=last.minutes_source)


def _completed(ledger: Ledger, subject: Entry, verdict: Verdict, today: date, title: str) -> Decision:
    effective = verdict.effective_from or (today if verdict.method is not None else None)
    decision = Decision(
        register=subject.register.code,
        subject=subject.uid,
        assessment=verdict.assessment,
        decided_on=today,
        title=title or str(subject.stored.get("title") or ""),
        basis=_cleaned("basis", verdict.basis),
        method=verdict.method,
        effective_from=effective,
        times_before=verdict.times_before,
        times_after=verdict.times_after,
        minutes_before=_minutes(verdict.minutes_before),
        minutes_after=_minutes(verdict.minutes_after),
        people=1 if verdict.people is None else verdict.people,
        minutes_source=MinutesSource.ASKED if verdict.minutes_before is not None else MinutesSource.DEFAULT,
        recheck_on=verdict.recheck_on or (_months_later(effective, RECHECK_MONTHS) if effective else None),
        merged_into=verdict.merged_into,
        note=_cleaned("note", verdict.note),
        point=_raised(ledger, subject, today),
    )
    if verdict.assessment in LIGHTENING:
        decision = _with_load(ledger, subject, decision, verdict)
    return decision


def _raised(ledger: Ledger, subject: Entry, today: date) -> Uid | None:
    """The point that was raised about an entry last: what is decided afterwards came of it."""
    about = asked_entries(ledger, POINTS, equals("subject", subject.uid), today)
    return about[-1].uid if about else None


def _with_load(ledger: Ledger, subject: Entry, decision: Decision, verdict: Verdict) -> Decision:
    """Times and minutes as far as the entry itself tells them; else the default of its kind of work."""
    minutes, source, people = subject.stored.get("minutes"), MinutesSource.ASKED, 1
    times: int | None = 1
    if subject.register is DEMANDS:
        demand: Demand = subject.record
        minutes, source, people = demand.minutes, demand.minutes_source, demand.people
        times = times_a_year(ledger, demand)
    before = decision.times_before if decision.times_before is not None else times
    ends = (
        decision.method not in (Method.RARER, Method.THINNER)
        and verdict.assessment is not Assessment.SIMPLIFY
    )
    after = decision.times_after if decision.times_after is not None else (0 if ends else before)
    if decision.minutes_before is None and minutes is not None:
        decision = replace(decision, minutes_before=Minutes(int(minutes)), minutes_source=source)
    elif decision.minutes_before is None and subject.stored.get("kind"):
        usual = default_minutes(ledger).get(str(subject.stored["kind"]))
        if usual:
            decision = replace(decision, minutes_before=Minutes(usual), minutes_source=MinutesSource.DEFAULT)
    return replace(
        decision,
        times_before=before,
        times_after=after,
        people=people if verdict.people is None else verdict.people,
    )


def _refuse_contradiction(decision: Decision) -> None:
    if decision.assessment not in LIGHTENING and decision.method is not None:
        raise Mistake(
            "研判为“{assessment}”的事项没有减负方式，请去掉方式或改研判",
            "What is “{assessment}” has no way of being cut; leave the method out or change the assessment",
            assessment=decision.assessment.words,
        )
    if decision.assessment not in LIGHTENING and decision.effective_from is not None:
        raise Mistake(
            "研判为“{assessment}”的事项没有执行日期",
            "What is “{assessment}” has no date from which it was cut",
            assessment=decision.assessment.words,
        )
    if decision.recheck_on and decision.effective_from and decision.recheck_on < decision.effective_from:
        raise Mistake("复查日期不能早于执行日期", "The recheck cannot come before the cut takes effect")
    for problem in contradictions(decision):
        raise Mistake(problem.words.zh, problem.words.en)


def _open_flags(ledger: Ledger, uids: set[str], today: date) -> list[Entry]:
    wanted = both(one_of("subject", *sorted(uids)), equals("state", FlagState.OPEN))
    return asked_entries(ledger, FLAGS, wanted, today)


def refuse_unreviewed(entry: Entry) -> None:
    """Raises `Mistake` for an entry of a register that is not reviewed."""
    if not entry.register.reviewed:
        raise Mistake(
            "“{register}”不用研判，可研判的是{reviewed}",
            "{register} are not reviewed; reviewed are {reviewed}",
            register=entry.register.words,
            reviewed=enumerated(register.words for register in REVIEWED),
        )


def _cleaned(name: str, text: str) -> str:
    return str(DECISIONS.fields[name].read(text, Context(date.min, no_reference)))


def _minutes(given: int | None) -> Minutes | None:
    return None if given is None else Minutes(given)


def _months_later(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    raise AssertionError(day)
