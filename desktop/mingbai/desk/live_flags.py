"""Flags that the program keeps by itself: computed when an entry is saved, or all of them when a list changed.

A dismissed flag stays so until its evidence changes; a person's own flags are never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingbai.desk.catalogues import bring_catalogues
from mingbai.desk.certificates import counter
from mingbai.desk.earlier_forms import EarlierForms
from mingbai.desk.flagged import Flagged, flagged
from mingbai.desk.flagging import certified
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Names, title_of
from mingbai.desk.matters import JUDGED, Matters
from mingbai.desk.places import working_days
from mingbai.desk.short_reasons import short_reason, weight
from mingbai.desk.whole import OPEN
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.filter import ALL, Op, Some, Where, both, empty, equals, filled, one_of
from mingbai.domain.register import Register
from mingbai.domain.registers import REGISTERS
from mingbai.domain.review import DECISIONS, FLAGS, LIGHTENING, Assessment, Flag, FlagState
from mingbai.domain.rule import RULES, Family, Rule
from mingbai.domain.task import IS_OPEN, TASKS
from mingbai.domain.words import Language, Words
from mingbai.ledger.blocks import asked, asked_entries, asked_uids
from mingbai.ledger.ledger import Change, Entry, Ledger
from mingbai.ledger.undo import NOTICED
from mingbai.rules.flags import Around, Certified, Matter, Need, Rulebooks, Suggestion, judge, needed
from mingbai.rules.flags.matter import ADMISSION, INSPECTION, PLAQUE
from mingbai.rules.flags.same_data import YEAR
from mingbai.rules.flags.saying import NOTHING, source_of

BESIDE = frozenset({INSPECTION, PLAQUE, ADMISSION})
"""Registers that are asked for what a matter is held against; forms and cuts are remembered."""

LAST = "~"
"""Stands for the uid of what is no entry yet: every entry was written before it."""

Progress = Callable[[int, int], None]
"""Told how many entries are done, of how many, and again before each; raises to stop."""

CHUNK = 250
"""So many uids fit into one short statement."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many flags are new, say something else now, or hold no longer."""

    new: int = 0
    changed: int = 0
    gone: int = 0

    def __add__(self, other: Refreshed) -> Refreshed:
        return Refreshed(self.new + other.new, self.changed + other.changed, self.gone + other.gone)


class Watch:
    """Everything that speaks against entries of a ledger, as its rules and lists stand now.

    Made anew when a list changed; `heard` takes in every other change. Forms are remembered, so that a
    second entry costs little.
    """

    def __init__(self, ledger: Ledger, today: date, progress: Progress | None = None) -> None:
        self._ledger = ledger
        self._today = today
        self._matters = Matters(ledger)
        self._working = working_days(ledger)
        entries = ledger.entries(RULES)
        self._rules: tuple[Rule, ...] = tuple(entry.record for entry in entries)
        self.rule_uids: Mapping[str, Uid] = {str(entry.stored["code"]): entry.uid for entry in entries}
        self._stored = {str(entry.stored["code"]): entry.stored for entry in entries}
        self.editions = {rule.code: rule.edition for rule in self._rules}
        self._by_code = {rule.code: rule for rule in self._rules}
        self._books = Rulebooks(self._rules)
        self._counter = counter(ledger)
        self._named: dict[str, Certified | None] = {}
        self._rows: dict[Need, tuple[Matter, ...]] = {}
        self._cuts = tuple(self._matters.cuts(today))
        self._since = today - 2 * YEAR
        """From here on forms are remembered."""
        self._forms = EarlierForms(self._all_forms(self._since, None, progress))

    def heard(self, change: Change) -> None:
        """Takes in what an act wrote, apart from the lists."""
        if change.uids.keys() & {DEPARTMENTS.code, DEMANDS.code}:
            self._matters = Matters(self._ledger)
        if change.uids.keys() & BESIDE:
            self._rows.clear()
        if change.uids.keys() & {DECISIONS.code, DEMANDS.code}:
            self._cuts = tuple(self._matters.cuts(self._today))
        for uid in change.uids.get(TASKS.code, ()):
            entry = self._ledger.entry(TASKS, uid)
            matter = self._matters.of(entry) if entry is not None and entry.binned_at is None else None
            self._forms.forget(uid)
            if matter is not None:
                self._forms.add(matter)

    @property
    def forms(self) -> EarlierForms:
        """The forms of the last two years, and those before that were asked for."""
        return self._forms

    @property
    def silent(self) -> tuple[Words, ...]:
        """Why rules that are switched on say nothing today."""
        return tuple(self._books.of(self._today).silent)

    def suggestions(self, entry: Entry) -> tuple[Suggestion, ...]:
        """What speaks against an entry."""
        matter = self._matters.of(entry)
        if matter is None:
            return ()
        self._forms.add(matter)
        return self.against(matter)

    def matter(self, entry: Entry) -> Matter | None:
        """An entry as what is judged."""
        return self._matters.of(entry)

    def clause(self, code: str) -> Words:
        """Where a rule is written, and how sure that is where it is not; nothing for what cites none."""
        rule = self._by_code.get(code)
        return NOTHING if rule is None else source_of(rule)

    def short(self, one: Suggestion) -> Words:
        """What is said of it in a list."""
        return short_reason(self._stored.get(one.rule, one.reason.zh), one.family.code)

    def weight(self, one: Suggestion) -> tuple[int, int]:
        """Where it stands among what speaks against one entry."""
        rule = self._by_code.get(one.rule)
        return weight(rule.confidence if rule is not None else None, one.family.code)

    def against(self, matter: Matter) -> tuple[Suggestion, ...]:
        """What speaks against a matter, also against one that is no entry yet."""
        if matter.day is not None and (matter.form_columns or matter.period_key):
            self._reach_back(matter.day - YEAR)
        around = Around(
            rules=self._books.of(matter.day or self._today),
            working=self._working,
            history=(
                *self._forms.before(matter),
                *(self._cuts if matter.form_columns else ()),
                *self._beside(matter),
            ),
            certificate=self._certified,
        )
        return tuple(judge(matter, around))

    def _beside(self, matter: Matter) -> Iterator[Matter]:
        """The inspections, plaques and admissions that the families look at; of one day, those written before."""
        for need in needed(matter):
            if need.register not in BESIDE:
                continue
            if need not in self._rows:
                self._rows[need] = tuple(self._asked(need))
            for one in self._rows[need]:
                if one.register != INSPECTION or (one.day, one.uid) < (matter.day, matter.uid or LAST):
                    yield one

    def _asked(self, need: Need) -> Iterator[Matter]:
        for some in asked(self._ledger, REGISTERS[need.register], need.filter, self._today):
            for entry in some:
                matter = self._matters.of(entry)
                if matter is not None:
                    yield matter

    def _reach_back(self, day: date) -> None:
        """What is judged long after it came is held against what came before it all the same."""
        if day < self._since:
            since, self._since = self._since, day - YEAR
            for form in self._all_forms(self._since, since, None):
                self._forms.add(form)

    def _all_forms(self, since: date, until: date | None, progress: Progress | None) -> Iterable[Matter]:
        wanted = both(
            Some((filled("form_columns"), filled("period_key"), filled("demand"))),
            Where("received_on", Op.AT_LEAST, since.isoformat()),
        )
        if until is not None:
            wanted = both(wanted, Where("received_on", Op.BELOW, until.isoformat()))
        for some in asked(self._ledger, TASKS, wanted, self._today):
            for entry in some:
                matter = self._matters.of(entry)
                if matter is not None:
                    yield matter
            if progress is not None:
                progress(0, 0)

    def _certified(self, text: str) -> Certified | None:
        if text not in self._named:
            self._named[text] = certified(self._counter, text)
        return self._named[text]


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
    if not any(known.values()) and not any(wanted.values()):
        return Refreshed()
    unknown = [entry for entry in entries if wanted[entry.uid]]
    quiet = _Quiet(ledger, unknown, waiting, today)
    done = Refreshed()
    with ledger.act(NOTICED, today=today) as act:
        for entry in entries:
            flags = known[entry.uid]
            for one in wanted[entry.uid]:
                rule = watch.rule_uids.get(one.rule)
                kept = flags.pop((one.family.code, rule or ""), None)
                if kept is None:
                    if quiet.about(entry, one, rule):
                        continue
                    act.insert(
                        FLAGS, _flag(entry, one, rule, watch.editions.get(one.rule, ""), today, language)
                    )
                    done += Refreshed(new=1)
                elif kept.stored["evidence"] not in (one.evidence.zh, one.evidence.en):
                    act.change(FLAGS, kept.uid, _anew(kept, one, watch, language))
                    done += Refreshed(changed=1)
                elif kept.stored["other"] != (one.other or None):
                    act.change(FLAGS, kept.uid, {"other": one.other or None})
            for left in flags.values():
                if left.stored["state"] == FlagState.OPEN.code:
                    act.bin(FLAGS, left.uid)
                    done += Refreshed(gone=1)
    return done


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
        for some in _some(uids[register.code]):
            for entries in asked(ledger, register, one_of("uid", *some), today):
                done += refresh(
                    ledger, watch, entries, today=today, language=language, before_each=before_each
                )
            seen += len(some)
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
        places = asked_uids(ledger, register, equals(OPEN, 1) if OPEN in register.computed else ALL, today)
        for uids in _some(flagged.get(register.code, set()) - places.keys()):
            places |= asked_uids(ledger, register, one_of("uid", *uids), today)
        found[register.code] = sorted(places, key=lambda uid: places[uid])
    return found


def touched(ledger: Ledger, change: Change, today: date) -> Iterator[list[Entry]]:
    """The entries that an act wrote or whose flags rest on what it wrote, block by block; none in the bin."""
    for register in JUDGED:
        yield from _by_uid(ledger, register, sorted(change.uids.get(register.code, ())), today)
    for uids in _some(sorted(change.uids.get(DEMANDS.code, ()))):
        yield from asked(ledger, TASKS, both(one_of("demand", *uids), IS_OPEN), today)
    for code in (*(register.code for register in JUDGED), DECISIONS.code):
        for uids in _some(sorted(change.uids.get(code, ()))):
            for some in asked(ledger, FLAGS, both(one_of("other", *uids), filled("family")), today):
                for register in JUDGED:
                    about = [str(flag.stored["subject"]) for flag in some]
                    yield from _by_uid(ledger, register, about, today)


def _by_uid(
    ledger: Ledger, register: Register[Any], uids: Collection[str], today: date
) -> Iterator[list[Entry]]:
    for some in _some(uids):
        yield from asked(ledger, register, one_of("uid", *some), today)


def _some(uids: Collection[str]) -> Iterator[list[str]]:
    known = list(uids)
    return (known[at : at + CHUNK] for at in range(0, len(known), CHUNK))


def open_flags(ledger: Ledger, uid: str, today: date) -> tuple[Flagged, ...]:
    """The open flags of one entry, with what they cite."""
    wanted = both(equals("subject", uid), equals("state", FlagState.OPEN))
    return tuple(flagged(ledger, asked_entries(ledger, FLAGS, wanted, today)))


def _known(ledger: Ledger, entries: Sequence[Entry], today: date) -> dict[str, dict[tuple[str, str], Entry]]:
    """The program's own flags of some entries, by family and rule."""
    found: dict[str, dict[tuple[str, str], Entry]] = {entry.uid: {} for entry in entries}
    if not entries:
        return found
    own = both(one_of("subject", *found), filled("family"))
    for some in asked(ledger, FLAGS, own, today):
        for flag in some:
            key = (str(flag.stored["family"]), str(flag.stored["rule"] or ""))
            found[str(flag.stored["subject"])][key] = flag
    return found


def _waiting(ledger: Ledger, entries: Sequence[Entry], today: date) -> set[str]:
    """Those of some entries where something can still be done; where a register cannot tell, all of them."""
    waiting: set[str] = set()
    for register in JUDGED:
        uids = [entry.uid for entry in entries if entry.register is register]
        if uids and OPEN in register.computed:
            waiting |= asked_uids(ledger, register, both(one_of("uid", *uids), equals(OPEN, 1)), today).keys()
        else:
            waiting |= set(uids)
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
        series = {str(entry.stored["demand"]) for entry in entries if entry.stored.get("demand")}
        for some in _some(series):
            about = both(one_of("subject", *some), Where("assessment", Op.IS_NOT, Assessment.UNDECIDED.code))
            self._assessed |= {
                str(one.stored["subject"]) for one in asked_entries(ledger, DECISIONS, about, today)
            }
            of_them = asked_entries(ledger, TASKS, both(one_of("demand", *some), IS_OPEN), today)
            belongs: dict[str, str] = {entry.uid: str(entry.stored["demand"]) for entry in of_them}
            for about_them in _some(belongs):
                self._hear(asked_entries(ledger, FLAGS, one_of("subject", *about_them), today), belongs)
        for some in _some({entry.uid for entry in entries}):
            asked_for_less = both(one_of("subject", *some), one_of("assessment", *LIGHTENING))
            found = asked_entries(ledger, DECISIONS, asked_for_less, today)
            self._assessed |= {str(one.stored["subject"]) for one in found}
            own = both(one_of("subject", *some), empty("family"))
            self._hear(asked_entries(ledger, FLAGS, own, today), {})

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
        series = str(entry.stored.get("demand") or "")
        if one.family is not Family.CAME_BACK and self._assessed & {entry.uid, series}:
            return True  # it was asked for less already, or decided for every occurrence
        if not series:
            return False
        told = (series, one.family.code, rule or "")
        before = told in self._told
        self._told.add(told)
        return before


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
        evidence=one.evidence.into(language),
        other=Uid(one.other) if one.other else None,
        edition=edition,
    )


def _anew(kept: Entry, one: Suggestion, watch: Watch, language: Language) -> dict[str, str | int | None]:
    """Other evidence opens a dismissed flag again; an accepted one stays accepted."""
    changes: dict[str, str | int | None] = {
        "evidence": one.evidence.into(language),
        "other": one.other or None,
        "edition": watch.editions.get(one.rule, "") or None,
    }
    if kept.stored["state"] == FlagState.DISMISSED.code:
        changes["state"] = FlagState.OPEN.code
    return changes
