"""Flags that the program keeps by itself: computed when an entry is saved, or all of them when a list changed.

A dismissed flag stays so until its evidence changes; a person's own flags are never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingbai.desk.catalogues import bring_catalogues
from mingbai.desk.flagged import Flagged, flagged
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Names, title_of
from mingbai.desk.matters import JUDGED
from mingbai.desk.watch import Progress, Watch
from mingbai.desk.whole import OPEN
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS, IS_RUNNING
from mingbai.domain.filter import ALL, Filter, Op, Where, both, empty, equals, filled, one_of
from mingbai.domain.month import Month
from mingbai.domain.plaque import PLAQUES
from mingbai.domain.register import Register
from mingbai.domain.review import ASKS_FOR_LESS, DECISIONS, FLAGS, Assessment, Flag, FlagState
from mingbai.domain.rule import Family
from mingbai.domain.task import IS_OPEN, TASKS
from mingbai.domain.words import Language, Words
from mingbai.ledger.asking import BINNED
from mingbai.ledger.blocks import asked, asked_among, asked_entries, asked_uids
from mingbai.ledger.ledger import Change, Entry, Ledger
from mingbai.ledger.undo import NOTICED
from mingbai.rules.flags.matter import Suggestion


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many flags are new, say something else now, or hold no longer."""

    new: int = 0
    changed: int = 0
    gone: int = 0

    def __add__(self, other: Refreshed) -> Refreshed:
        return Refreshed(self.new + other.new, self.changed + other.changed, self.gone + other.gone)


def spoken_against(ledger: Ledger, today: date) -> Iterator[tuple[Entry, Words, tuple[Suggestion, ...]]]:
    """Every entry that something speaks against, and what; nothing is written."""
    watch = Watch(ledger, today)
    names = Names(ledger, Glossary(ledger, today))
    for register in JUDGED:
        for some in asked(ledger, register, ALL, today):
            for entry in some:
                found = watch.suggestions(entry)
                if found:
                    yield entry, title_of(entry, names), found


def refresh(
    ledger: Ledger,
    watch: Watch,
    entries: Sequence[Entry],
    *,
    today: date,
    language: Language = "zh",
    before_each: Callable[[], None] = lambda: None,
) -> Refreshed:
    """Brings the flags of some entries up to date, in one act that undo passes over.

    New ones come only where something can still be done about it; those that stand are followed everywhere.
    `before_each` entry one may let others go first, or raise to stop: nothing is written before all are judged.
    """
    known = _known(ledger, entries, today)
    waiting = _waiting(ledger, entries, today)
    wanted: dict[str, tuple[Suggestion, ...]] = dict.fromkeys(known, ())
    for entry in entries:
        if entry.uid in waiting or known[entry.uid]:
            before_each()
            wanted[entry.uid] = watch.suggestions(entry)
    back = {entry.uid for entry in entries if watch.held.stands_again(entry)}
    watch.held.hold(entries)
    if not any(known.values()) and not any(wanted.values()):
        return Refreshed()
    unknown = [entry for entry in entries if wanted[entry.uid]]
    quiet = _Quiet(ledger, unknown, waiting, today)
    before = _known(ledger, unknown, today, binned=True)
    done = Refreshed()
    with ledger.act(NOTICED, who="", today=today) as act:
        for entry in entries:
            flags = known[entry.uid]
            for one, kept in _matched(wanted[entry.uid], flags, watch):
                rule = watch.rule_uids.get(one.rule)
                if kept is None:
                    if quiet.about(entry, one, rule):
                        continue
                    if entry.uid in back:
                        continue  # undo and redo bring their flags along
                    earlier = _earlier(before[entry.uid], one, rule)
                    if earlier is not None:
                        act.take_out(FLAGS, earlier.uid)
                    else:
                        act.insert(
                            FLAGS, _flag(entry, one, rule, watch.editions.get(one.rule, ""), today, language)
                        )
                    done += Refreshed(new=1)
                elif not _says(kept, one):
                    act.change(FLAGS, kept.uid, _anew(kept, one, watch))
                    done += Refreshed(changed=1)
                else:
                    told = {**_evidence(one), "other": one.other or None}
                    if anew := {name: said for name, said in told.items() if kept.stored[name] != said}:
                        act.change(FLAGS, kept.uid, anew)
            for left in flags:
                if left.stored["state"] == FlagState.OPEN.code:
                    act.bin(FLAGS, left.uid)
                    done += Refreshed(gone=1)
    return done


def _matched(
    wanted: Sequence[Suggestion], flags: list[Entry], watch: Watch
) -> list[tuple[Suggestion, Entry | None]]:
    """Each suggestion with the flag that stands for it, which leaves `flags`.

    One rule may speak twice against an entry (too long a meeting in a month of too many hours): the flag
    that says the same is taken first, so that the two do not change places each time.
    """
    found: dict[int, Entry] = {}
    for same in (True, False):
        for place, one in enumerate(wanted):
            key = (one.family.code, watch.rule_uids.get(one.rule, ""))
            fits = (flag for flag in flags if _key(flag) == key and (not same or _says(flag, one)))
            kept = None if place in found else next(fits, None)
            if kept is not None:
                found[place] = kept
                flags.remove(kept)
    return [(one, found.get(place)) for place, one in enumerate(wanted)]


def _key(flag: Entry) -> tuple[str, str]:
    return str(flag.stored["family"]), str(flag.stored["rule"] or "")


def _says(flag: Entry, one: Suggestion) -> bool:
    return flag.stored["evidence"] in (one.evidence.zh, one.evidence.en)


def _evidence(one: Suggestion) -> dict[str, str | int | None]:
    """What it says, in both languages."""
    return {"evidence": one.evidence.zh or None, "evidence_en": one.evidence.en or None}


def _earlier(binned: list[Entry], one: Suggestion, rule: Uid | None) -> Entry | None:
    """The flag in the bin that said the same before: what holds again is no second flag."""
    for flag in binned:
        if (
            _key(flag) == (one.family.code, rule or "")
            and _says(flag, one)
            and flag.stored["other"] == (one.other or None)
            and flag.stored["state"] != FlagState.ACCEPTED.code
        ):
            binned.remove(flag)
            return flag
    return None


def refresh_all(
    ledger: Ledger,
    *,
    today: date,
    language: Language = "zh",
    progress: Progress | None = None,
    watch: Watch | None = None,
) -> Refreshed:
    """Holds all against the rules as they stand now, a block an act; what was done stays when stopped.

    Of entries where nothing can be done any more only those with flags are looked at.
    """
    if watch is None:
        bring_catalogues(ledger)
        watch = Watch(ledger, today, progress)
    uids = _to_hold(ledger, today)
    of = sum(map(len, uids.values()))
    done, seen = Refreshed(), 0

    def before_each() -> None:
        if progress is not None:
            progress(seen, of)

    for register in JUDGED:
        for entries in asked_among(ledger, register, "uid", uids[register.code], today):
            done += refresh(ledger, watch, entries, today=today, language=language, before_each=before_each)
            seen += len(entries)
            if progress is not None:
                progress(seen, of)
    return done


def _to_hold(ledger: Ledger, today: date) -> dict[str, list[str]]:
    """By register the entries that may get a flag or have some, in the order in which they were entered."""
    flagged: dict[str, set[str]] = {}
    for some in asked(ledger, FLAGS, filled("family"), today):
        for flag in some:
            flagged.setdefault(str(flag.stored["register"]), set()).add(str(flag.stored["subject"]))
    found: dict[str, list[str]] = {}
    for register in JUDGED:
        places = asked_uids(ledger, register, _waits(register, today), today)
        others = flagged.get(register.code, set()) - places.keys()
        for some in asked_among(ledger, register, "uid", others, today):
            places |= {entry.uid: entry.id for entry in some}
        found[register.code] = sorted(places, key=lambda uid: places[uid])
    return found


def touched(ledger: Ledger, change: Change, today: date) -> Iterator[list[Entry]]:
    """The entries that an act wrote or whose flags rest on what it wrote, block by block; none in the bin."""
    for register in JUDGED:
        uids = sorted(change.uids.get(register.code, ()))
        yield from asked_among(ledger, register, "uid", uids, today)
    yield from asked_among(ledger, TASKS, "demand", sorted(change.uids.get(DEMANDS.code, ())), today, IS_OPEN)
    for code in (*(register.code for register in JUDGED), DECISIONS.code):
        uids = sorted(change.uids.get(code, ()))
        for flags in asked_among(ledger, FLAGS, "other", uids, today, filled("family")):
            about = [str(flag.stored["subject"]) for flag in flags]
            for register in JUDGED:
                yield from asked_among(ledger, register, "uid", about, today)


def open_flags(ledger: Ledger, uid: str, today: date) -> tuple[Flagged, ...]:
    """The open flags of one entry, with what they cite."""
    wanted = both(equals("subject", uid), equals("state", FlagState.OPEN))
    return tuple(flagged(ledger, asked_entries(ledger, FLAGS, wanted, today)))


def _known(
    ledger: Ledger, entries: Sequence[Entry], today: date, *, binned: bool = False
) -> dict[str, list[Entry]]:
    """The program's own flags of some entries, or those of them that lie in the bin."""
    found: dict[str, list[Entry]] = {entry.uid: [] for entry in entries}
    if not entries:
        return found
    own = both(one_of("subject", *found), filled("family"), equals(BINNED, 1) if binned else None)
    for some in asked(ledger, FLAGS, own, today):
        for flag in some:
            found[str(flag.stored["subject"])].append(flag)
    return found


def _waits(register: Register[Any], today: date) -> Filter:
    """Entries about which something can still be done.

    Where a register cannot tell, these are the ones whose month may not be handed in yet.
    """
    if OPEN in register.computed:
        return equals(OPEN, 1)
    if register is PLAQUES:
        return equals("hanging", 1)
    if register is DEMANDS:
        # What speaks against it is read from its notice; without one each time is judged by itself.
        return both(filled("note"), IS_RUNNING)
    return Where(register.dated, Op.AT_LEAST, Month.containing(today).shifted(-1).start.isoformat())


def _waiting(ledger: Ledger, entries: Sequence[Entry], today: date) -> set[str]:
    """Those of some entries where something can still be done."""
    waiting: set[str] = set()
    for register in JUDGED:
        uids = [entry.uid for entry in entries if entry.register is register]
        if uids:
            still = both(one_of("uid", *uids), _waits(register, today))
            waiting |= asked_uids(ledger, register, still, today).keys()
    return waiting


class _Quiet:
    """Where a new flag would only repeat what people know, or nothing can be done about it any more."""

    def __init__(
        self, ledger: Ledger, entries: Sequence[Entry], waiting: Collection[str], today: date
    ) -> None:
        self._waiting = waiting
        self._told: set[tuple[str, str, str]] = set()
        """What flags say already, by entry or recurring assignment, family and rule."""
        self._assessed: set[str] = set()
        series = set(filter(None, map(_series, entries)))
        decided = Where("assessment", Op.IS_NOT, Assessment.UNDECIDED.code)
        for some in asked_among(ledger, DECISIONS, "subject", series, today, decided):
            self._assessed |= {str(one.stored["subject"]) for one in some}
        belongs: dict[str, str] = {}
        for some in asked_among(ledger, TASKS, "demand", series, today, IS_OPEN):
            belongs |= {entry.uid: str(entry.stored["demand"]) for entry in some}
        for flags in asked_among(ledger, FLAGS, "subject", belongs.keys() | series, today):
            self._hear(flags, belongs)
        own = {entry.uid for entry in entries}
        for some in asked_among(ledger, DECISIONS, "subject", own, today, ASKS_FOR_LESS):
            self._assessed |= {str(one.stored["subject"]) for one in some}
        for flags in asked_among(ledger, FLAGS, "subject", own, today, empty("family")):
            self._hear(flags, {})

    def _hear(self, flags: Iterable[Entry], belongs: Mapping[str, str]) -> None:
        for flag in flags:
            subject, rule = str(flag.stored["subject"]), str(flag.stored["rule"] or "")
            if flag.stored["family"] is None:
                self._told.add((subject, "", rule))
            else:
                self._told.add((belongs.get(subject, subject), str(flag.stored["family"]), rule))

    def about(self, entry: Entry, one: Suggestion, rule: Uid | None) -> bool:
        """Whether a suggestion needs no flag of its own."""
        if entry.uid not in self._waiting or (rule and (entry.uid, "", rule) in self._told):
            return True
        series = _series(entry)
        if one.family is not Family.CAME_BACK and self._assessed & {entry.uid, series}:
            return True  # it was asked for less already, or decided for every occurrence
        if not series:
            return False
        told = (series, one.family.code, rule or "")
        before = told in self._told
        self._told.add(told)
        return before


def _series(entry: Entry) -> str:
    """The recurring assignment that an entry is or belongs to; empty where it is none."""
    return entry.uid if entry.register is DEMANDS else str(entry.stored.get("demand") or "")


def _flag(
    entry: Entry, one: Suggestion, rule: Uid | None, edition: str, today: date, language: Language
) -> Flag:
    return Flag(
        register=entry.register.code,
        subject=entry.uid,
        flagged_on=today,
        family=one.family,
        rule=rule,
        reason="" if rule else one.reason.into(language),
        evidence=one.evidence.zh,
        evidence_en=one.evidence.en,
        other=Uid(one.other) if one.other else None,
        edition=edition,
    )


def _anew(kept: Entry, one: Suggestion, watch: Watch) -> dict[str, str | int | None]:
    """Other evidence opens a dismissed flag again, unless it only tells another status; an accepted one stays accepted."""
    changes: dict[str, str | int | None] = {
        **_evidence(one),
        "other": one.other or None,
        "edition": watch.editions.get(one.rule, "") or None,
    }
    known = any(kept.stored["evidence"] in (words.zh, words.en) for words in one.otherwise)
    if kept.stored["state"] == FlagState.DISMISSED.code and not known:
        changes["state"] = FlagState.OPEN.code
    return changes
