"""Several entries that are one: one stays, the others point to it; each keeps its own history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mingbai.desk.records import found
from mingbai.desk.recurring import series_of
from mingbai.desk.review import Verdict, is_due, prepared, write_prepared
from mingbai.domain.column import Uid
from mingbai.domain.field import LIST_MARK
from mingbai.domain.filter import both, empty, equals, filled, one_of
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.domain.task import NONE_SEEN, TASKS, Status, Task
from mingbai.domain.text import shortened
from mingbai.domain.words import Language, Mistake, Words, within_quotes
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act
from mingbai.rules.columns import telling
from mingbai.rules.flags import sameness
from mingbai.rules.flags.matter import Matter
from mingbai.rules.flags.sameness import core
from mingbai.rules.notice.document import plain_number

MERGED = Words("“{other}”已并入“{kept}”", "“{other}” merged into “{kept}”")
MERGED_SOME = Words("{n} 件已并入“{kept}”", "{n} merged into “{kept}”")
MERGED_TWICE = Words(
    "同一件登记了两次，只算 {number}“{kept}”，{n} 件作废",
    "Recorded twice: {number} “{kept}” counts, {n} void",
)
UNLIKE = Words(
    "“{other}”和“{kept}”看不出是同一件；再按一次 M 才合并",
    "“{other}” and “{kept}” do not look like one; M once more merges them",
)


def merge(
    ledger: Ledger,
    kept: Entry,
    others: Sequence[Entry],
    *,
    today: date,
    language: Language = "zh",
    twice: bool | None = None,
) -> list[Entry]:
    """Merges entries into one that stays, as one act: they point to it and are due no more.

    What was asked twice is asked less from now on; what was recorded `twice` is received once, and nothing is less.
    Where nobody says which, the entries tell: of two recordings of one notice that go into another one, one is void.

    Each keeps its own history; the files of the others belong to the one that stays as well. Of two recurring
    assignments one goes into the other, with the occurrence at hand. Raises `Mistake` and merges none.
    """
    # Whoever only looks at a list needs nothing of files.
    from mingbai.desk.attachments import carry_over

    if not others:
        raise Mistake("请选两条以上，合并成一件", "Choose two or more to merge into one")
    into = merged_into(ledger, kept, today)
    if into is not None:
        raise Mistake(
            "{number} 已并入另一件，请并到那一件",
            "{number} was merged into another one already; merge into that one",
            number=kept.number,
        )
    decided = []
    twins = twins_of(ledger, kept, others, today, twice=twice)
    for other in others:
        if other.register is not kept.register or other.uid == kept.uid:
            raise Mistake("只有同一登记簿里的两条可以合并", "Only two entries of one register can be merged")
        if merged_into(ledger, other, today) is not None:
            raise Mistake("{number} 已经合并过", "{number} was merged already", number=other.number)
        verdict = _verdict(ledger, kept, other, twins.get(other.uid))
        decided.append(prepared(ledger, other, verdict, today=today, language=language))
    with ledger.act("merge", today=today) as act:
        uids = [write_prepared(ledger, act, one, today) for one in decided]
        carry_over(ledger, act, kept, others)
        for twin in {one.uid: one for one in twins.values()}.values():
            _count_once(act, twin, [one for one in others if twins.get(one.uid) is twin])
        for other in others:
            if other.uid not in twins and other.register is TASKS and is_due(ledger, other.uid):
                act.change(TASKS, other.uid, {"status": Status.DROPPED.code})
    return [found(ledger, DECISIONS, uid) for uid in uids]


def _verdict(ledger: Ledger, kept: Entry, other: Entry, twin: Entry | None) -> Verdict:
    """What is decided about one that goes: a second recording of its `twin` is no cut."""
    if twin is not None:
        return Verdict(assessment=Assessment.NEEDED, merged_into=twin.uid, alone=True)
    one, stays = series_of(ledger, other), series_of(ledger, kept)
    series = one.register is stays.register and one.uid != stays.uid
    return Verdict(
        assessment=Assessment.MERGE,
        method=Method.MERGED,
        merged_into=stays.uid if series else kept.uid,
        alone=not series,
    )


def merged_words(
    ledger: Ledger, kept: Entry, others: Sequence[Entry], today: date, *, twice: bool | None = None
) -> Words:
    """What becomes of it, by name."""
    twins = twins_of(ledger, kept, others, today, twice=twice)
    if len(twins) == len(others):
        one = next(iter(twins.values()))
        return MERGED_TWICE.format(number=one.number, kept=_called(one), n=len(others))
    if len(others) == 1:
        return MERGED.format(other=_called(others[0]), kept=_called(kept))
    return MERGED_SOME.format(n=len(others), kept=_called(kept))


def unlike_words(kept: Entry, others: Sequence[Entry]) -> Words | None:
    """The question where nothing tells that two are one: neither unit, number, title nor a column of the form."""
    for other in others:
        one, two = kept.stored, other.stored
        titled = kept.register.titled
        columns = [
            telling(str(each.get("form_columns") or "").split(LIST_MARK)).keys() for each in (one, two)
        ]
        same = (
            (one.get("department") and one.get("department") == two.get("department"))
            or core(str(one.get(titled) or "")) == core(str(two.get(titled) or ""))
            or _numbers(kept) & _numbers(other)
            or columns[0] & columns[1]
        )
        if not same:
            return UNLIKE.format(other=_called(other), kept=_called(kept))
    return None


def _numbers(entry: Entry) -> set[str]:
    document = str(entry.stored.get("document") or "")
    return set() if document in ("", NONE_SEEN) else {plain_number(document)}


def _called(entry: Entry) -> str:
    return within_quotes(shortened(str(entry.stored[entry.register.titled] or "")))


def twins_of(
    ledger: Ledger, kept: Entry, others: Sequence[Entry], today: date, *, twice: bool | None = None
) -> dict[Uid, Entry]:
    """Of what was recorded twice by uid the entry it is one with.

    It is the one that stays where somebody says so; else, as they tell themselves, also one that goes or went into it.
    """
    if twice is not None:
        return {one.uid: kept for one in others if twice and may_be_twice(kept, one)}
    gone = asked_entries(
        ledger, DECISIONS, both(equals("merged_into", kept.uid), empty("came_back_on")), today
    )
    went = asked_entries(
        ledger, kept.register, one_of("uid", *(str(one.stored["subject"]) for one in gone)), today
    )
    there, twins = [kept, *went], {}
    for other in others:
        twin = next((one for one in there if one.uid != other.uid and recorded_twice(one, other)), None)
        if twin is None:
            there.append(other)
        else:
            twins[other.uid] = twin
    return twins


def _count_once(act: Act, kept: Entry, others: Sequence[Entry]) -> None:
    """A second recording was received by nobody; what was done of it first was done of the one that stays."""
    for other in others:
        act.change(TASKS, other.uid, {"status": Status.VOID.code})
    done = [str(other.stored["done_on"] or "") for other in others if other.record.status is Status.DONE]
    if done and kept.record.status in (Status.TODO, Status.DOING):
        first = min(filter(None, done), default=None)
        act.change(TASKS, kept.uid, {"status": Status.DONE.code, "done_on": first})


def may_be_twice(kept: Entry, other: Entry) -> bool:
    """Whether two entries can be the same assignment: each was asked once."""
    return all(one.register is TASKS and not one.stored["period_key"] for one in (kept, other))


def recorded_twice(kept: Entry, other: Entry) -> bool:
    """Whether two entries tell that they are the same assignment: one unit, one notice."""
    return (
        may_be_twice(kept, other)
        and kept.stored["department"] == other.stored["department"]
        and sameness.recorded_twice(_told(kept.record), _told(other.record))
    )


def _told(task: Task) -> Matter:
    """What an assignment says of which notice it is."""
    return Matter(
        title=task.title,
        day=task.received_on,
        due_on=task.due_on,
        document=task.document,
        period_key=task.period_key,
    )


def merged_into(ledger: Ledger, entry: Entry, today: date) -> str | None:
    """What an entry, or its recurring assignment, was merged into."""
    about = one_of("subject", *{entry.uid, series_of(ledger, entry).uid})
    merged = asked_entries(
        ledger, DECISIONS, both(about, filled("merged_into"), empty("came_back_on")), today
    )
    return str(merged[-1].stored["merged_into"]) if merged else None
