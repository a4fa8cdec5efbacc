"""Letters about an entry: to the joint office, to the department, and a note for the file.

A letter says what came, what was noticed, where it is written and what is suggested, in neutral words. It cites only
what was compared with the original and is in use here. It is text to be edited; nothing is sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mingbai.desk.certificates import source_of
from mingbai.desk.citing import NOT_NEUTRAL, neutral, quotable, signing, why_not
from mingbai.desk.flagged import BASES, Flagged
from mingbai.desk.glossary import Glossary
from mingbai.desk.letter_texts import CLOSING, OPENING, SENDER, filled, not_to_cite, own
from mingbai.desk.letter_words import (
    ANOTHER_PROOF,
    ASSESSED,
    ASSESSED_ON,
    CAME,
    CAME_UNTIL,
    CITED,
    CLOSINGS,
    COMES,
    CONFIRM,
    ENTERED,
    FROM_TO,
    GISTS,
    HANGS,
    HANGS_FOR,
    IN_EFFECT,
    JOINT_OFFICE,
    LISTED,
    MATTER,
    NO_NUMBER,
    NOT_ASKED,
    NOT_ASSESSED,
    NOTICED,
    OF_PLAQUES,
    ONLY_SUGGESTED,
    PURPOSES,
    REASON,
    REQUESTED,
    ROUTE,
    SHARED,
    SPEAKS_OF,
    SUGGESTED,
    SUGGESTIONS,
    TITLES,
    TO_BE_IN_EFFECT,
    UNIT,
    UP_TO,
    US,
    VERIFY,
    WRITTEN,
    YOU,
)
from mingbai.desk.places import place_of
from mingbai.desk.records import found, usual_route
from mingbai.desk.review import refuse_unreviewed
from mingbai.desk.rhythms import rhythm_on, rhythms
from mingbai.desk.whole import Whole, verdict_words, whole
from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES
from mingbai.domain.certificate import CERTIFICATES
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer, CertificateType, Confidence
from mingbai.domain.demand import DEMANDS, MinutesSource
from mingbai.domain.field import Kind, Stored
from mingbai.domain.frequency import Frequency
from mingbai.domain.letter import Letter, LetterKind
from mingbai.domain.pattern import pattern
from mingbai.domain.plaque import PLAQUES, PlaqueState
from mingbai.domain.review import Assessment, Decision, FlagState, Method
from mingbai.domain.rule import Family
from mingbai.domain.task import FORM_KINDS, TASKS
from mingbai.domain.text import capital, fold, mask_name, mask_numbers
from mingbai.domain.words import Language, Words, within_quotes
from mingbai.exchange.letters import SUFFIX, day_written, write_letter
from mingbai.ledger.ledger import Entry, Ledger
from mingbai.rules.flags.plaque_list import parted

LEFT_OUT = Words("“{name}”的依据没有写进去：{why}", "The rule for “{name}” is not cited: {why}")
OWN_LEFT_OUT = Words("自己写的理由没有写进去：{why}", "The reason in own words is left out: {why}")

FACTS = ("due_on", "hung_on", "period", "kind", "document", "asks", "form_columns", "minutes", "outcome")
"""Fields that may stand in a letter, in this order; nothing personal is among them."""

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter to be edited, and what was not written into it, with why."""

    letter: Letter
    left_out: tuple[Words, ...]


def draft_letter(ledger: Ledger, entry: Entry, kind: LetterKind, *, language: Language, today: date) -> Draft:
    """A letter about an entry that can be reviewed. Raises `Mistake` for others."""
    refuse_unreviewed(entry)
    known = whole(ledger, entry, today)
    standing = [flag for flag in known.flags if flag.entry.stored["state"] != FlagState.DISMISSED.code]
    about = _About(ledger, entry, kind, language, today)
    letter = Letter(
        title=TITLES[kind].into(language).format(title=about.title),
        addressee=about.addressee,
        paragraphs=tuple(about.paragraphs(known, standing)),
        sender=about.sender,
        day=today,
        language=language,
    )
    return Draft(
        letter, tuple(dict.fromkeys((*_left_out(standing, known.decisions, today), *about.left_out)))
    )


def save_letter(letter: Letter, path: Path) -> None:
    """Writes a letter, as it was edited, to a .docx file."""
    write_letter(letter, path)


def file_name(letter: Letter) -> str:
    """What the file of a letter is called unless somebody chooses otherwise."""
    plain = re.sub(r'[\\/:*?"<>|“”‘’\s]+', " ", letter.title).strip()[:LONGEST_NAME].strip()
    return plain + SUFFIX


class _About:
    """One letter being written."""

    def __init__(
        self, ledger: Ledger, entry: Entry, kind: LetterKind, language: Language, today: date
    ) -> None:
        self._ledger, self._entry, self._kind, self._language = ledger, entry, kind, language
        self._today = today
        self.left_out: list[Words] = []
        self._glossary = Glossary(ledger, today)
        self.place = place_of(ledger)
        self._us = US[self.place.kind].into(language)
        title = self._glossary.show(entry.uid, language) or entry.number
        self.title = within_quotes(self._plain(title))

    @property
    def addressee(self) -> str:
        """To whom it goes; the file needs no addressee."""
        if self._kind is LetterKind.JOINT:
            return JOINT_OFFICE.into(self._language)
        return self._unit if self._kind is LetterKind.DEPARTMENT else ""

    def paragraphs(self, known: Whole, standing: Sequence[Flagged]) -> Iterator[str]:
        """The whole text, numbered."""
        decisions = sorted(known.decisions, key=lambda one: (one.record.decided_on, one.id))
        last: Decision | None = decisions[-1].record if decisions else None
        told = (
            (MATTER, [*self._facts()]),
            (NOTICED, [*self._noticed(standing)]),
            (WRITTEN, [*self._written(standing)]),
        )
        sections = [(head, points) for head, points in told if points]
        purposes = PURPOSES if sections else PURPOSES | ONLY_SUGGESTED
        yield self._opening(last) + self._gap + self._said(OPENING, purposes[self._kind])
        number = len(sections)
        for at, (head, points) in enumerate(sections, 1):
            yield self._head(at, head)
            yield from self._points(points)
            if head is WRITTEN:
                yield self._word(GISTS)
        if self._kind is LetterKind.FILE:
            yield self._head(number + 1, ASSESSED)
            yield from self._points(
                [*self._assessments(decisions, known.flags)] or [self._word(NOT_ASSESSED)]
            )
        else:
            if sections:
                yield self._head(number + 1, SUGGESTED)
            yield from self._suggestion(last, known.flags)
        yield self._said(CLOSING, self._closing(last))

    @property
    def sender(self) -> str:
        """Who signs it."""
        return own(self._ledger, self._kind, SENDER, self._language) or signing(self.place, self._language)

    # Its parts.

    def _said(self, part: str, words: Words) -> str:
        """The place's own words where it has any that may be said today."""
        text = own(self._ledger, self._kind, part, self._language)
        why = not_to_cite(self._ledger, text, self._today)
        if why is not None:
            self.left_out.append(why)
        if not text or why is not None:
            return self._word(words)
        told = {"us": self._us, "unit": self._unit, "title": self.title, "number": self._entry.number}
        return filled(text, told)

    def _closing(self, decision: Decision | None) -> Words:
        """Only what is asked from day to day goes on until there is an answer, and only as long as it is not cut."""
        if self._kind is not LetterKind.JOINT:
            return CLOSINGS[self._kind]
        if _is_in_effect(decision):
            return CONFIRM
        return CLOSINGS[self._kind] if self._entry.register in (TASKS, DEMANDS) else VERIFY

    def _opening(self, decision: Decision | None) -> str:
        entry = self._entry
        dated = entry.register.dated and entry.stored[entry.register.dated]
        known = self._asker and self._kind is LetterKind.DEPARTMENT
        unit = YOU.into(self._language) if known else self._unit
        told = {"us": self._us, "unit": unit, "title": self.title, "number": entry.number}
        if dated:
            told["day"] = self._day(date.fromisoformat(str(dated)[:10]))
        if entry.register is TASKS:
            return self._word(CAME, **told)
        if entry.register is DEMANDS:
            rhythm = self._rhythm
            ended = decision is not None and decision.method is Method.CANCELLED and self._has_begun(decision)
            return self._word(CAME_UNTIL if ended else COMES, rhythm=rhythm, **told)
        if entry.register is CERTIFICATES:
            return self._word(REQUESTED, **told)
        if entry.register is PLAQUES and entry.record.state in (PlaqueState.HUNG, PlaqueState.REHUNG):
            return self._word(HANGS_FOR if self._asker else HANGS, **told)
        return self._word(ENTERED, **told)

    def _facts(self) -> Iterator[str]:
        """One paragraph, so that a letter keeps to one page where it can."""
        entry, facts = self._entry, []
        colon, between = {"zh": ("：", "；"), "en": (": ", "; ")}[self._language]
        for name in FACTS:
            field, stored = entry.register.fields.get(name), entry.stored.get(name)
            if field is None or field.column.personal is not None or stored in (None, ""):
                continue
            if name == "minutes" and entry.stored.get("minutes_source") == MinutesSource.DEFAULT.code:
                continue
            if entry.register is DEMANDS and name == "period":
                said = self._period.words.into(self._language)
            elif field.kind is Kind.DATE:
                said = self._day(date.fromisoformat(str(stored)))
            else:
                said = self._plain(field.show(stored, self._language, self._glossary.show))
            facts.append(f"{field.words.into(self._language)}{colon}{said}")
        if facts:
            yield between.join(facts) + self._stop

    def _noticed(self, standing: Iterable[Flagged]) -> Iterator[str]:
        said: dict[str, None] = {}
        for flag in standing:
            own = str(flag.entry.stored["reason"] or "") if flag.rule is None else ""
            for text in (own, parted(flag.evidence.into(self._language))[0]):
                # The name alone, which stands above already, is nothing that was noticed.
                if text and neutral(text) and fold(within_quotes(self._plain(text))) != fold(self.title):
                    said[self._sentence(text, flag.entry.stored["family"])] = None
        yield from said

    def _written(self, standing: Iterable[Flagged]) -> Iterator[str]:
        if self._entry.register is CERTIFICATES:
            yield from self._listed()
        rules = {flag.rule.code: flag.rule for flag in standing if flag.rule is not None}
        for rule in rules.values():
            if quotable(rule, self._today):
                clause = Words(rule.clause, f", {rule.clause_en}" if rule.clause_en else "")
                source = Words(rule.source, rule.source_en or rule.source)
                gist = Words(_unstopped(rule.gist), _unstopped(rule.gist_en or rule.gist))
                yield CITED.format(source=source, clause=clause, gist=gist).into(self._language)

    def _listed(self) -> Iterator[str]:
        """A list item as a fact; where else to go never as a certainty."""
        kind: CertificateType = found(
            self._ledger, CERTIFICATE_TYPES, str(self._entry.stored["certificate"])
        ).record
        sure = kind.in_use and kind.confidence is Confidence.VERIFIED
        if not sure or kind.answer is not Answer.NOT_TO_ISSUE or not kind.source:
            return
        yield self._word(LISTED, name=self.title, source=source_of(kind).into(self._language))
        if kind.authority:
            yield self._word(ROUTE, route=usual_route(kind, self._language))

    def _suggestion(self, decision: Decision | None, flags: Iterable[Flagged]) -> Iterator[str]:
        assessment = decision.assessment if decision is not None else Assessment.UNDECIDED
        if decision is not None and decision.effective_from is not None and decision.method is not None:
            method = decision.method.words.into(self._language)
            words = IN_EFFECT if self._has_begun(decision) else TO_BE_IN_EFFECT
            words = NOT_ASKED if decision.method is Method.CANCELLED else words
            text = self._word(words, day=self._day(decision.effective_from), method=method)
        else:
            text = self._suggested(assessment)
        yield capital(text)
        if decision is not None:
            yield from self._reason(decision, flags)

    def _suggested(self, assessment: Assessment) -> str:
        entry = self._entry
        if entry.register is CERTIFICATES and assessment is not Assessment.NEEDED:
            return self._word(ANOTHER_PROOF)
        suggestions = SUGGESTIONS | OF_PLAQUES if entry.register is PLAQUES else SUGGESTIONS
        text = self._word(suggestions[assessment])
        data = getattr(entry.record, "kind", None) in FORM_KINDS
        return text + self._gap + self._word(SHARED) if data and assessment is Assessment.CUT else text

    def _assessments(self, decisions: Iterable[Entry], flags: Iterable[Flagged]) -> Iterator[str]:
        for one in decisions:
            record: Decision = one.record
            text = self._word(
                ASSESSED_ON,
                day=self._day(record.decided_on),
                verdict=verdict_words(record).into(self._language),
            )
            yield self._gap.join((text, *self._reason(record, flags)))

    def _reason(self, decision: Decision, flags: Iterable[Flagged]) -> Iterator[str]:
        """What a person wrote as the basis; what was taken over from flags stands in its own place, or nowhere."""
        told = {
            words.into(language)
            for flag in flags
            for words in (flag.short, flag.source, flag.reason)
            for language in LANGUAGES
        }
        own = {"zh": "；", "en": "; "}[self._language].join(
            part for part in BASES.split(decision.basis) if part and part not in told
        )
        if own and neutral(own):
            yield self._word(REASON, text=_unstopped(self._dated(self._plain(own))))

    def _has_begun(self, decision: Decision) -> bool:
        return decision.effective_from is not None and decision.effective_from < self._today

    # How it is written.

    @property
    def _period(self) -> Frequency:
        """How often a recurring assignment comes on the letter's day: as was agreed, where it was entered otherwise."""
        known = rhythms(self._ledger, [self._entry], self._today)[self._entry.uid]
        return rhythm_on(known, self._today).period

    @property
    def _rhythm(self) -> str:
        """How often it comes, and of what was bounded from when to when."""
        often = self._period.words.into(self._language).lower()
        start, end = (self._entry.stored[name] for name in ("starts_on", "ends_on"))
        if not end:
            return often
        days = {
            name: self._day(date.fromisoformat(str(day)))
            for name, day in (("start", start), ("end", end))
            if day
        }
        return self._word(FROM_TO if start else UP_TO, often=often, **days)

    @property
    def _unit(self) -> str:
        return self._asker or UNIT.into(self._language)

    @property
    def _asker(self) -> str:
        """Who asks for it, as far as that was written down."""
        stored = self._entry.stored
        if stored.get("department"):
            return self._glossary.show(str(stored["department"]), self._language)
        return self._plain(str(stored.get("demanded_by") or ""))

    @property
    def _stop(self) -> str:
        return {"zh": "。", "en": "."}[self._language]

    @property
    def _gap(self) -> str:
        return {"zh": "", "en": " "}[self._language]

    def _word(self, words: Words, **told: str) -> str:
        return words.into(self._language).format(**{"us": self._us, **told})

    def _day(self, day: date) -> str:
        return day_written(day, self._language)

    def _head(self, number: int, words: Words) -> str:
        text = self._word(words)
        return f"{numeral(number)}、{text}" if self._language == "zh" else f"{number}. {text}"

    def _points(self, lines: Sequence[str]) -> Iterator[str]:
        """Numbered where there are several."""
        for number, line in enumerate(lines, 1):
            if len(lines) == 1:
                yield line
            else:
                yield f"（{numeral(number)}）{line}" if self._language == "zh" else f"({number}) {line}"

    def _sentence(self, text: str, family: Stored) -> str:
        """What speaks for a flag, as a whole sentence."""
        plain = _unstopped(self._dated(self._plain(text)))
        if family == Family.NO_DOCUMENT.code:
            plain = self._word(NO_NUMBER)
        elif family == Family.FORBIDDEN_ASK.code and not QUOTES.fullmatch(plain):
            if not self._stands_in_it(plain):
                # A person noted that it asks for this; in its own words it may say so or not.
                return self._word(SPEAKS_OF, quoted=plain) + self._stop
            plain = f"“{within_quotes(plain)}”"
        if QUOTES.fullmatch(plain):
            plain = self._word(SPEAKS_OF, quoted=plain)
        return f"{plain}{self._stop}"

    def _stands_in_it(self, said: str) -> bool:
        """Whether all of these words are words of the entry."""
        stored = self._entry.stored
        text = fold(" ".join(str(stored.get(name) or "") for name in ("title", "note", "content")))
        return all(fold(part).strip() in text for part in said.split("…") if part.strip())

    def _dated(self, text: str) -> str:
        """Days as a letter writes them."""
        space = " *" if self._language == "zh" else ""

        def written(found: re.Match[str]) -> str:
            try:
                return self._day(date.fromisoformat(found[1]))
            except ValueError:
                return found[0]

        return re.sub(rf"{space}(?<![\d-])(\d{{4}}-\d\d-\d\d)(?![\d-]){space}", written, text)

    def _plain(self, text: str) -> str:
        """A person's words in one line, without what belongs to residents."""
        for field in self._entry.register.fields.values():
            personal = str(self._entry.stored[field.name] or "") if field.column.personal is not None else ""
            if len(personal) > 1:
                text = text.replace(personal, mask_name(personal))
        return " ".join(mask_numbers(text).split())


QUOTES = pattern("(?:“[^”]*”[、,， ]*)+")
"""Words of the entry and nothing else."""

LANGUAGES: tuple[Language, ...] = ("zh", "en")

DIGITS = "〇一二三四五六七八九"


def numeral(number: int) -> str:
    """A number below 100 as headings have it: 一, 十, 二十一."""
    tens, ones = divmod(number, 10)
    return (DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (DIGITS[ones] if ones else "")


def _left_out(standing: Iterable[Flagged], decisions: Iterable[Entry], day: date) -> Iterator[Words]:
    for flag in standing:
        if flag.rule is not None:
            why = why_not(flag.rule, day)
            if why is not None:
                yield LEFT_OUT.format(name=flag.short, why=why)
        if (sure := parted(flag.evidence.zh)[1]) is not None:
            yield LEFT_OUT.format(name=ALLOWED_PLAQUES.words, why=sure)
        if not neutral(f"{flag.entry.stored['reason'] or ''} {flag.evidence.zh} {flag.evidence.en}"):
            yield OWN_LEFT_OUT.format(why=NOT_NEUTRAL)
    if not all(neutral(one.record.basis) for one in decisions):
        yield OWN_LEFT_OUT.format(why=NOT_NEUTRAL)


def _is_in_effect(decision: Decision | None) -> bool:
    """Whether it was agreed how it is handled from some day on."""
    return decision is not None and decision.effective_from is not None and decision.method is not None


def _unstopped(text: str) -> str:
    return text.strip().rstrip("。.；;")
