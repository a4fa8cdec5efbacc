"""Several entries that are one: one stays, the others point to it; each keeps its own history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mingbai.desk.records import found
from mingbai.desk.recurring import series_of
from mingbai.desk.review import Verdict, is_due, prepared, write_prepared
from mingbai.domain.filter import both, empty, filled, one_of
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.domain.task import TASKS, Status, Task
from mingbai.domain.words import Language, Mistake
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.ledger.store import Act
from mingbai.rules.flags import sameness
from mingbai.rules.flags.matter import Matter


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
    Where nobody says which, the entries tell.

    Each keeps its own history; the files of the others belong to the one that stays as well. Of two recurring assignments one goes into the other, with the occurrence at
    hand. Raises `Mistake` and merges none.
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
    for other in others:
        if other.register is not kept.register or other.uid == kept.uid:
            raise Mistake("只有同一登记簿里的两条可以合并", "Only two entries of one register can be merged")
        if merged_into(ledger, other, today) is not None:
            raise Mistake("{number} 已经合并过", "{number} was merged already", number=other.number)
        one, stays = series_of(ledger, other), series_of(ledger, kept)
        series = one.register is stays.register and one.uid != stays.uid
        if is_twice(kept, other, said=twice):
            same = Verdict(assessment=Assessment.NEEDED, merged_into=kept.uid, alone=True)
            decided.append(prepared(ledger, other, same, today=today, language=language))
            continue
        verdict = Verdict(
            assessment=Assessment.MERGE,
            method=Method.MERGED,
            merged_into=stays.uid if series else kept.uid,
            alone=not series,
        )
        decided.append(prepared(ledger, other, verdict, today=today, language=language))
    with ledger.act("merge", today=today) as act:
        uids = [write_prepared(ledger, act, one, today) for one in decided]
        carry_over(ledger, act, kept, others)
        merged = list(zip(others, decided, strict=True))
        _count_once(act, kept, [other for other, written in merged if written.record.recorded_twice])
        for other, written in merged:
            cut = not written.record.recorded_twice
            if cut and other.register is TASKS and is_due(ledger, other.uid):
                act.change(TASKS, other.uid, {"status": Status.DROPPED.code})
    return [found(ledger, DECISIONS, uid) for uid in uids]


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


def is_twice(kept: Entry, other: Entry, *, said: bool | None) -> bool:
    """Whether merging takes two entries for the same assignment: as somebody `said`, else as they tell themselves."""
    return recorded_twice(kept, other) if said is None else said and may_be_twice(kept, other)


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
