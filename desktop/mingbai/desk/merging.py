"""Several entries that are one: one stays, the others point to it; each keeps its own history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mingbai.desk.occurrences import series_of
from mingbai.desk.records import found
from mingbai.desk.review import Verdict, is_due, prepared, write_prepared
from mingbai.domain.filter import both, empty, filled, one_of
from mingbai.domain.review import DECISIONS, Assessment, Method
from mingbai.domain.task import TASKS, Status
from mingbai.domain.words import Language, Mistake
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Entry, Ledger


def merge(
    ledger: Ledger,
    kept: Entry,
    others: Sequence[Entry],
    *,
    today: date,
    language: Language = "zh",
) -> list[Entry]:
    """Merges entries into one that stays, as one act: they point to it and are due no more.

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
        for other in others:
            if other.register is TASKS and is_due(ledger, other.uid):
                act.change(TASKS, other.uid, {"status": Status.DROPPED.code})
    return [found(ledger, DECISIONS, uid) for uid in uids]


def merged_into(ledger: Ledger, entry: Entry, today: date) -> str | None:
    """What an entry, or its recurring assignment, was merged into."""
    about = one_of("subject", *{entry.uid, series_of(ledger, entry).uid})
    merged = asked_entries(
        ledger, DECISIONS, both(about, filled("merged_into"), empty("came_back_on")), today
    )
    return str(merged[-1].stored["merged_into"]) if merged else None
