"""Flags that the program keeps by itself: computed when an entry is saved, or all of them when a list changed.

A dismissed flag stays so until its evidence changes; a person's own flags are never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mingbai.desk.catalogues import bring_catalogues
from mingbai.desk.certificates import counter
from mingbai.desk.earlier_forms import EarlierForms
from mingbai.desk.flagging import certified
from mingbai.desk.glossary import Glossary
from mingbai.desk.lines import Names, title_of
from mingbai.desk.matters import JUDGED, Matters
from mingbai.desk.places import working_days
from mingbai.domain.column import Uid
from mingbai.domain.demand import DEMANDS
from mingbai.domain.department import DEPARTMENTS
from mingbai.domain.filter import ALL, Op, Where, both, filled, one_of
from mingbai.domain.review import DECISIONS, FLAGS, Flag, FlagState
from mingbai.domain.rule import RULES, Rule
from mingbai.domain.task import TASKS
from mingbai.domain.words import Language, Words
from mingbai.ledger.blocks import asked, asked_count
from mingbai.ledger.ledger import Change, Entry, Ledger
from mingbai.ledger.undo import NOTICED
from mingbai.rules.flags import Around, Certified, Matter, Rulebook, Suggestion, judge
from mingbai.rules.flags.same_data import YEAR
from mingbai.rules.flags.saying import NOTHING, source_of

Progress = Callable[[int, int], None]
"""Told how many entries are done, of how many; raises to stop."""


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

    Made anew when a rule or list changed. Forms are remembered, so that a second entry costs little.
    """

    def __init__(self, ledger: Ledger, today: date) -> None:
        self._ledger = ledger
        self._today = today
        self._matters = Matters(ledger)
        self._working = working_days(ledger)
        entries = ledger.entries(RULES)
        self._rules: tuple[Rule, ...] = tuple(entry.record for entry in entries)
        self.rule_uids: Mapping[str, Uid] = {str(entry.stored["code"]): entry.uid for entry in entries}
        self.editions = {rule.code: rule.edition for rule in self._rules}
        self._by_code = {rule.code: rule for rule in self._rules}
        self._books: dict[date, Rulebook] = {}
        self._counter = counter(ledger)
        self._named: dict[str, Certified | None] = {}
        self._cuts = tuple(self._matters.cuts(today))
        self._forms = EarlierForms(self._all_forms())

    def heard(self, change: Change) -> None:
        """Takes in what an act wrote, apart from the lists."""
        if change.uids.keys() & {DEPARTMENTS.code, DEMANDS.code}:
            self._matters = Matters(self._ledger)
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
        """The forms of the last two years."""
        return self._forms

    @property
    def silent(self) -> tuple[Words, ...]:
        """Why rules that are switched on say nothing today."""
        return tuple(self._book(self._today).silent)

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

    def against(self, matter: Matter) -> tuple[Suggestion, ...]:
        """What speaks against a matter, also against one that is no entry yet."""
        around = Around(
            rules=self._book(matter.day or self._today),
            working=self._working,
            history=(
                *self._forms.before(matter),
                *(self._cuts if matter.form_columns else ()),
            ),
            certificate=self._certified,
        )
        return tuple(judge(matter, around))

    def _all_forms(self) -> Iterable[Matter]:
        since = (self._today - 2 * YEAR).isoformat()
        wanted = both(filled("form_columns"), Where("received_on", Op.AT_LEAST, since))
        for some in asked(self._ledger, TASKS, wanted, self._today):
            for entry in some:
                matter = self._matters.of(entry)
                if matter is not None:
                    yield matter

    def _book(self, day: date) -> Rulebook:
        if day not in self._books:
            self._books[day] = Rulebook(self._rules, day)
        return self._books[day]

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
    ledger: Ledger, watch: Watch, entries: Sequence[Entry], *, today: date, language: Language = "zh"
) -> Refreshed:
    """Brings the flags of some entries up to date, in one act that undo passes over."""
    known = _known(ledger, entries, today)
    wanted = {entry.uid: watch.suggestions(entry) for entry in entries}
    if not any(known.values()) and not any(wanted.values()):
        return Refreshed()
    done = Refreshed()
    with ledger.act(NOTICED, today=today) as act:
        for entry in entries:
            flags = known[entry.uid]
            for one in wanted[entry.uid]:
                rule = watch.rule_uids.get(one.rule)
                kept = flags.pop((one.family.code, rule or ""), None)
                if kept is None:
                    act.insert(
                        FLAGS, _flag(entry, one, rule, watch.editions.get(one.rule, ""), today, language)
                    )
                    done += Refreshed(new=1)
                elif kept.stored["evidence"] not in (one.evidence.zh, one.evidence.en):
                    act.change(FLAGS, kept.uid, _anew(kept, one, watch, language))
                    done += Refreshed(changed=1)
            for left in flags.values():
                if left.stored["state"] == FlagState.OPEN.code:
                    act.bin(FLAGS, left.uid)
                    done += Refreshed(gone=1)
    return done


def refresh_all(
    ledger: Ledger, *, today: date, language: Language = "zh", progress: Progress | None = None
) -> Refreshed:
    """Holds every entry against the rules as they stand now, a block an act; what was done stays when stopped."""
    bring_catalogues(ledger)
    watch = Watch(ledger, today)
    of = sum(asked_count(ledger, register, ALL, today) for register in JUDGED)
    done, seen = Refreshed(), 0
    for register in JUDGED:
        for some in asked(ledger, register, ALL, today):
            done += refresh(ledger, watch, some, today=today, language=language)
            seen += len(some)
            if progress is not None:
                progress(seen, of)
    return done


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
        edition=edition,
    )


def _anew(kept: Entry, one: Suggestion, watch: Watch, language: Language) -> dict[str, str | int | None]:
    """Other evidence opens a dismissed flag again; an accepted one stays accepted."""
    changes: dict[str, str | int | None] = {
        "evidence": one.evidence.into(language),
        "edition": watch.editions.get(one.rule, "") or None,
    }
    if kept.stored["state"] == FlagState.DISMISSED.code:
        changes["state"] = FlagState.OPEN.code
    return changes
