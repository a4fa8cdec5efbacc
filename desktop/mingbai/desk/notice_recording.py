"""A pasted notice is recorded: as an assignment, as what recurs and its occurrence, or as what it calls to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from mingbai.desk.glossary import TYPED, GrowingGlossary
from mingbai.desk.pasting import Pasted, refusal
from mingbai.desk.quick_noticing import quoted_title
from mingbai.desk.records import completed, found
from mingbai.desk.recurring import handles_each
from mingbai.desk.spoken_days import period_words, rhythm_words, spoken_day
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, IS_RUNNING, Demand
from mingbai.domain.filter import both, equals, filled
from mingbai.domain.frequency import Frequency
from mingbai.domain.occurrence import Occurrence, occurrence
from mingbai.domain.register import Register
from mingbai.domain.task import TASKS, Task
from mingbai.domain.words import NO_WORDS, Language, Mistake, Words
from mingbai.domain.written_day import written_day
from mingbai.ledger.blocks import asked_among, asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act
from mingbai.rules.flags.sameness import core
from mingbai.rules.notice.document import document_of, plain_number


class RecordedAlready(Mistake):
    """What recurs is known by its subject or its number, of this unit; it may be another one all the same."""

    def __init__(self, entry: Entry, words: Words) -> None:
        self.entry = entry
        super().__init__(words.zh, words.en)


def record(
    ledger: Ledger,
    pasted: Pasted,
    *,
    today: date,
    language: Language = "zh",
    anew: bool = False,
    beside: Callable[[Act, Uid], None] = lambda _act, _uid: None,
) -> Entry:
    """Saves the draft as an assignment. What recurs becomes a recurring assignment too, and this its occurrence.

    A first occurrence whose period lies ahead did not come yet: it is waited for, and only what recurs is saved.
    `beside` writes what belongs to it, in the same act. With `anew` it is another one than those that are known.
    Raises `Mistake` naming what is still needed, or `RecordedAlready`.
    """
    if (words := refusal(pasted)) is not None:
        raise Mistake(words.zh, words.en)
    if pasted.into is not TASKS:
        return _record_there(ledger, pasted, today, language, beside)
    glossary = GrowingGlossary(ledger, today, TYPED)
    task: Task = TASKS.parse(pasted.draft, glossary.context())
    period, each = pasted.period, first_of(pasted, today)
    this = _this_one(pasted, each)
    begins = _begins(pasted, this or each, today)
    known = _known(ledger, task, period, begins) if period is not None and not anew else None
    ahead = becomes(pasted, today) is DEMANDS
    if known is not None:
        _refuse_known(ledger, known, None if ahead else this, today, ahead=ahead)
    with ledger.act("add", today=today) as act:
        glossary.write_planned(act)
        uid: Uid | None = None
        if period is not None:
            if known is None:
                demand = _demand(task, pasted, period, each, begins)
                if ahead:
                    demand = replace(demand, note=task.note)
                uid = act.insert(DEMANDS, completed(ledger, demand, glossary, language))
            else:
                uid = known.uid
                task = replace(task, owner=task.owner or handles_each(ledger, known.record, today))
            task = replace(task, demand=uid, period_key=this.key if this is not None else "")
        if not ahead or uid is None:
            uid = act.insert(TASKS, task)
        _record_also(ledger, act, pasted, task, today)
        beside(act, uid)
    return found(ledger, DEMANDS if ahead else TASKS, uid)


def record_with(
    ledger: Ledger,
    pasted: Pasted,
    file: Path | None,
    *,
    today: date,
    language: Language = "zh",
    anew: bool = False,
) -> tuple[Entry, Words | None]:
    """Records the draft of a dropped file with the file itself, which stands in the entry from then on."""
    deed = partial(record, ledger, pasted, today=today, language=language, anew=anew)
    if file is None:
        return deed(), None
    from mingbai.desk.attachments import record_with_file

    return record_with_file(ledger, file, lambda beside: deed(beside=beside), becomes(pasted, today), today)


def _record_also(ledger: Ledger, act: Act, pasted: Pasted, task: Task, today: date) -> None:
    """What is wanted once beside what recurs: an assignment of its own, which belongs to it.

    The same notice comes every day, and its summary is wanted once.
    """
    for name, day in pasted.also.items():
        same = both(equals("demand", task.demand), equals("due_on", day.day.isoformat()))
        if task.demand is not None and any(asked_entries(ledger, TASKS, same, today)):
            continue
        once = replace(
            task,
            title=pasted.value(name),
            due_on=day.day,
            due_time=time.fromisoformat(day.time) if day.time else None,
            period_key="",
            kind=None,
            form_columns=(),
            # Photos and log books go with the work that recurs.
            asks=(),
        )
        act.insert(TASKS, once)


def also_words(pasted: Pasted, today: date) -> Words | None:
    """What was recorded beside it."""
    told = [
        ALSO_TOLD.format(title=pasted.value(name), day=spoken_day(day.day, today))
        for name, day in pasted.also.items()
    ]
    if not told:
        return None
    return Words("；" + "；".join(one.zh for one in told), "; " + "; ".join(one.en for one in told))


ALSO_TOLD = Words("另登记一项交办“{title}”，{day}到期", "also the assignment “{title}”, due {day}")


def _refuse_known(ledger: Ledger, known: Entry, this: Occurrence | None, today: date, *, ahead: bool) -> None:
    """Refuses what shows up by itself, or is recorded for its period."""
    if ahead:
        raise RecordedAlready(known, WAITED_FOR.format(title=quoted_title(known), n=known.number))
    if this is None:
        return
    same = both(equals("demand", known.uid), equals("period_key", this.key))
    for task in asked_entries(ledger, TASKS, same, today):
        told = {"title": quoted_title(task), "which": period_words(this, today), "n": task.number}
        raise RecordedAlready(task, RECORDED_FOR.format(**told))


def _record_there(
    ledger: Ledger,
    pasted: Pasted,
    today: date,
    language: Language,
    beside: Callable[[Act, Uid], None],
) -> Entry:
    """Saves the draft as a meeting, a check or a visit."""
    glossary, into = GrowingGlossary(ledger, today, TYPED), pasted.into
    record = into.parse(pasted.draft, glossary.context())
    with ledger.act("add", today=today) as act:
        glossary.write_planned(act)
        uid = act.insert(into, completed(ledger, record, glossary, language))
        beside(act, uid)
    return found(ledger, into, uid)


WAITED_FOR = Words(
    "“{title}”已经记为常态事项 {n}，到期会自己出现，不用再登记",
    "“{title}” is recorded as recurring assignment {n} already and shows up when it is due",
)


RECORDED_FOR = Words("“{title}”{which}的已经登记过：{n}", "“{title}” of {which} is recorded already: {n}")


def first_of(pasted: Pasted, today: date) -> Occurrence | None:
    """The first occurrence of what recurs; None of what does not."""
    period = pasted.period
    if period is None:
        return None
    day = pasted.next_on or pasted.due_on or max(pasted.starts_on or today, today)
    return occurrence(period, day)


def becomes(pasted: Pasted, today: date) -> Register[Any]:
    """The register that the draft goes into: what recurs and has not begun is only waited for.

    With a hand-in day of its own it is an assignment all the same.
    """
    if pasted.into is not TASKS:
        return pasted.into
    each = first_of(pasted, today)
    return DEMANDS if each is not None and each.start > today and not _has_own_day(pasted) else TASKS


def _has_own_day(pasted: Pasted) -> bool:
    """Whether it is to be handed in on another day than by its rhythm: 每周五报, the first on Wednesday."""
    due = pasted.due_on
    return due is not None and pasted.next_on not in (None, due)


def _this_one(pasted: Pasted, each: Occurrence | None) -> Occurrence | None:
    """The period of which this one is; what is handed in once beside something daily is of none."""
    due = pasted.due_on
    if each is None or due is None or not _has_own_day(pasted):
        return each
    return None if each.period is Frequency.DAILY else occurrence(each.period, due)


def _begins(pasted: Pasted, each: Occurrence | None, today: date) -> date:
    """From when on it is waited for; of what is over by the day of recording no time is."""
    begins = max(pasted.starts_on or (each.start if each is not None else today), today)
    return min(begins, pasted.ends_on or begins)


WILL_RECUR = Words(
    "常态事项：{every}都要，从{start}起{until}。第一期{due}到期，到时会出现在今日",
    "A recurring assignment: it will be waited for {every} from {start}{until}. The first is due {due}",
)
RECURS = Words(
    "常态事项：{every}都要，以后每期会出现在今日{until}。这一份记作{which}的",
    "A recurring assignment: it will be waited for {every}{until}. This one is recorded for {which}",
)
RECURS_BESIDE = Words(
    "常态事项：{every}都要，从{start}起会出现在今日{until}。这一份按{due}到期登记",
    "A recurring assignment: it will be waited for {every} from {start}{until}. This one is recorded as due {due}",
)
UNTIL = Words("，到{day}为止", " until {day}")
RECURS_AT_TIMES = Words(
    "常态事项：不定期都会要。这一份照常登记",
    "A recurring assignment that comes at no fixed time. This one is recorded as usual",
)


def recurring_words(pasted: Pasted, today: date) -> Words | None:
    """What becomes of a draft that recurs, told before it is saved; None where it does not."""
    period, each = pasted.period, first_of(pasted, today)
    if period is None:
        return None
    if each is None:
        return RECURS_AT_TIMES
    day = pasted.next_on or pasted.due_on
    due = pasted.due_on or day or each.end
    begins = _begins(pasted, _this_one(pasted, each) or each, today)
    told = {
        "every": rhythm_words(period, _due_day(period, each, day)),
        "start": written_day(begins, today),
        "until": UNTIL.format(day=written_day(pasted.ends_on, today)) if pasted.ends_on else NO_WORDS,
        "due": spoken_day(due, today),
    }
    if _has_own_day(pasted):
        return RECURS_BESIDE.format(**told)
    if becomes(pasted, today) is TASKS:
        return RECURS.format(which=period_words(each, today), **told)
    return WILL_RECUR.format(**told)


def _known(ledger: Ledger, task: Task, period: Frequency, begins: date) -> Entry | None:
    """The recurring assignment that this is an occurrence of, where it is recorded already.

    It is that one by its subject or by the number of its notice: of titles that are only much alike each has its own,
    for offices write one after the pattern of another. What ends before this one begins is another one too: daily
    from 1 to 10 December, and again from 20 December.
    """
    wanted = both(equals("department", task.department), equals("period", period), IS_RUNNING)
    running = list(asked_entries(ledger, DEMANDS, wanted, begins))
    numbered = _numbered(ledger, task, running, begins)
    subject = core(task.title)
    return next(
        (one for one in running if one.uid in numbered or core(str(one.stored["title"])) == subject), None
    )


def _numbered(ledger: Ledger, task: Task, running: Sequence[Entry], today: date) -> set[str]:
    """Those whose notice has the number of this one."""
    number = plain_number(task.document)
    if not number:
        return set()
    noted = ((one.uid, document_of(str(one.stored["note"] or ""))) for one in running)
    found: set[str] = {
        uid for uid, document in noted if document is not None and plain_number(document.number) == number
    }
    for some in asked_among(ledger, TASKS, "demand", [one.uid for one in running], today, filled("document")):
        found |= {
            str(one.stored["demand"]) for one in some if plain_number(str(one.stored["document"])) == number
        }
    return found


def _demand(
    task: Task, pasted: Pasted, period: Frequency, each: Occurrence | None, starts_on: date
) -> Demand:
    return Demand(
        title=task.title,
        department=task.department,
        period=period,
        due_day=_due_day(period, each, pasted.next_on or task.due_on),
        kind=task.kind,
        form_columns=task.form_columns,
        owner=task.owner,
        starts_on=starts_on,
        ends_on=pasted.ends_on,
    )


def _due_day(period: Frequency, each: Occurrence | None, due_on: date | None) -> int | None:
    """The day of its period on which it is due."""
    if each is None or due_on is None or period is Frequency.DAILY:
        return None
    return (due_on - each.start) // timedelta(days=1) + 1
