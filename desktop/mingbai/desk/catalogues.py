"""The shipped lists as rows of a ledger: brought once, brought up to date later, local edits left alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mingbai.domain.allowed_plaque import ALLOWED_PLAQUES, AllowedPlaque, Position, Standing
from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer, CertificateType, Confidence
from mingbai.domain.department import DEPARTMENTS, Department, Level
from mingbai.domain.field import Minutes
from mingbai.domain.holiday import HOLIDAYS, Holiday, HolidayKind
from mingbai.domain.issue_category import ISSUE_CATEGORIES, IssueCategory
from mingbai.domain.register import Register
from mingbai.domain.rule import RULES, Family, Rule
from mingbai.domain.task import Ask
from mingbai.domain.time_limit import TIME_LIMITS, AppliesTo, LimitUnit, TimeLimit
from mingbai.domain.words import Words
from mingbai.domain.work_kind import WORK_KINDS, WorkKind
from mingbai.ledger.clock import named_uid
from mingbai.ledger.history import own_fields, touched_since
from mingbai.ledger.ledger import Ledger
from mingbai.ledger.store import Taken
from mingbai.resources import rows_of

Row = Mapping[str, str]

DEED = "catalogue"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One shipped file and the records its rows become."""

    name: str
    register: Register[Any]
    record: Callable[[Row], Any]

    def rows(self) -> list[dict[str, str]]:
        """The file's rows, comments passed over."""
        return catalogue_rows(self.name)


@dataclass(frozen=True, slots=True)
class Brought:
    """How many shipped rows were new, brought up to date, or left in part or whole as they were edited here."""

    new: int
    updated: int
    edited: int
    refused: tuple[Words, ...] = ()
    """Why rows were not taken in, each by name."""


def catalogue_rows(name: str) -> list[dict[str, str]]:
    """The rows of a shipped catalogue file."""
    return rows_of(f"catalogues/{name}.csv")


def unusable_rows() -> tuple[Words, ...]:
    """Why shipped rows cannot be taken in, each as a sentence that names it."""
    return tuple(
        lacking[0].words
        for catalogue in CATALOGUES
        for row in catalogue.rows()
        if (lacking := catalogue.register.lacking(catalogue.record(row)))
    )


def bring_catalogues(ledger: Ledger) -> Brought:
    """Adds shipped rows the ledger lacks and brings the others up to date, but for the fields that were edited
    here. One act, not undone.
    """
    new = updated = kept = 0
    refused: list[Words] = []
    edited = touched_since(ledger, DEED)
    with ledger.act(DEED, who="") as act:
        for catalogue in CATALOGUES:
            register = catalogue.register
            known = {entry.uid: entry for entry in ledger.entries(register, binned=True)}
            for row in catalogue.rows():
                uid = named_uid(register.code, row["code"])
                record = catalogue.record(row)
                lacking = register.lacking(record)
                if lacking:
                    refused.append(lacking[0].words)
                    continue
                stored = register.store(record)
                own = _own(ledger, register, uid) if uid in edited else frozenset[str]()
                kept += bool(own)
                try:
                    if uid not in known:
                        act.insert_stored(register, stored, uid=uid)
                        new += 1
                    elif known[uid].binned_at is None and known[uid].stored["edition"] != stored["edition"]:
                        fresh = {
                            name: stored[name] for name in stored if name not in own or name == "edition"
                        }
                        act.change(register, uid, fresh)
                        updated += 1
                except Taken:
                    # The place made an entry of this name itself: that one is theirs.
                    kept += 1
    return Brought(new, updated, kept, tuple(refused))


def _own(ledger: Ledger, register: Register[Any], uid: str) -> frozenset[str]:
    """The fields that were edited here, each with its English: beside a place's own words, those would speak of others."""
    own = own_fields(ledger, uid, DEED)
    return own | {register.fields[name].column.english for name in own & register.fields.keys()}


def default_minutes(ledger: Ledger) -> dict[str, int]:
    """The default of minutes for one occurrence by kind of work, as the place has it."""
    shipped = {row["code"]: int(row["minutes_default"]) for row in catalogue_rows("burden_kinds")}
    return shipped | {
        str(entry.stored["code"]): int(entry.stored["minutes"])
        for entry in ledger.entries(WORK_KINDS)
        if entry.stored["code"] and entry.stored["minutes"] is not None
    }


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for name in text.split(";") if name)


def _department(row: Row) -> Department:
    return Department(
        name=row["name_zh"],
        name_en=row["name_en"],
        short=row["short_zh"],
        short_en=row["short_en"],
        also=_names(row["aliases_zh"]) + _names(row["aliases_en"]),
        level=Level.of(row["level"]),
        code=row["code"],
        edition=row["edition"],
        source=row["source_zh"],
        source_en=row["source_en"],
    )


def _certificate_type(row: Row) -> CertificateType:
    return CertificateType(
        name=row["name_zh"],
        name_en=row["name_en"],
        answer=Answer.of(row["list"]),
        also=_names(row["aliases_zh"]) + _names(row["aliases_en"]),
        alternative=row["alternative_zh"],
        alternative_en=row["alternative_en"],
        authority=row["authority_zh"],
        authority_en=row["authority_en"],
        in_use=row["default_on"] == "1",
        code=row["code"],
        region=row["region_zh"],
        region_en=row["region_en"],
        edition=row["edition"],
        source=row["source_zh"],
        source_en=row["source_en"],
        confidence=_confidence(row["name_confidence"]),
        route_confidence=_confidence(row["route_confidence"]),
    )


def _issue_category(row: Row) -> IssueCategory:
    return IssueCategory(
        name=row["name_zh"],
        name_en=row["name_en"],
        group=row["class_zh"],
        group_en=row["class_en"],
        code=row["code"],
        edition=row["edition"],
        source=row["source_zh"],
        source_en=row["source_en"],
    )


def _rule(row: Row) -> Rule:
    return Rule(
        code=row["code"],
        gist=row["rule_zh"],
        gist_en=row["rule_en"],
        area=row["area_zh"],
        area_en=row["area_en"],
        clause=row["clause_zh"],
        clause_en=row["clause_en"],
        source=row["document_zh"],
        source_en=row["document_en"],
        region=row["region_zh"],
        region_en=row["region_en"],
        kinds=_names(row["kinds"]),
        families=tuple(Family.of(code) for code in _names(row["families"])),
        asks=tuple(Ask.of(code) for code in _names(row["asks"])),
        words=_names(row["words"]),
        excluded=_names(row["excluded"]),
        issued=row["issued"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        in_use=row["default_on"] == "1",
        edition=row["edition"],
        confidence=_confidence(row["confidence"]),
    )


def _allowed_plaque(row: Row) -> AllowedPlaque:
    return AllowedPlaque(
        name=row["name_zh"],
        name_en=row["name_en"],
        standing=Standing.of(row["status"]),
        position=Position.of(row["position"]),
        region=row["region_zh"],
        region_en=row["region_en"],
        note=row["note_zh"],
        note_en=row["note_en"],
        source=row["source_zh"],
        source_en=row["source_en"],
        in_use=row["default_on"] == "1",
        code=row["code"],
        edition=row["edition"],
        confidence=_confidence(row["confidence"]),
    )


def _time_limit(row: Row) -> TimeLimit:
    return TimeLimit(
        item=row["item_zh"],
        item_en=row["item_en"],
        applies_to=AppliesTo.of(row["applies_to"]),
        value=int(row["value"]),
        unit=LimitUnit.of(row["unit"]),
        region=row["region_zh"],
        region_en=row["region_en"],
        counted_from=row["count_from_zh"],
        counted_from_en=row["count_from_en"],
        extension=row["extension_zh"],
        extension_en=row["extension_en"],
        source=row["source_zh"],
        source_en=row["source_en"],
        in_use=row["default_on"] == "1",
        code=row["code"],
        edition=row["edition"],
        confidence=_confidence(row["confidence"]),
    )


def _holiday(row: Row) -> Holiday:
    return Holiday(
        day=date.fromisoformat(row["date"]),
        kind=HolidayKind.of(row["kind"]),
        name=row["name_zh"],
        name_en=row["name_en"],
        edition=row["edition"],
        source=row["source_zh"],
        source_en=row["source_en"],
    )


def _work_kind(row: Row) -> WorkKind:
    return WorkKind(
        name=row["name_zh"],
        minutes=Minutes(int(row["minutes_default"])),
        code=row["code"],
        name_en=row["name_en"],
        edition=row["edition"],
        source=row["source_zh"],
        source_en=row["source_en"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _confidence(code: str) -> Confidence | None:
    return Confidence.of(code) if code else None


CATALOGUES = (
    Catalogue("departments", DEPARTMENTS, _department),
    Catalogue("certificates", CERTIFICATE_TYPES, _certificate_type),
    Catalogue("issue_categories", ISSUE_CATEGORIES, _issue_category),
    Catalogue("burden_rules", RULES, _rule),
    Catalogue("allowed_plaques", ALLOWED_PLAQUES, _allowed_plaque),
    Catalogue("time_limits", TIME_LIMITS, _time_limit),
    Catalogue("holidays", HOLIDAYS, _holiday),
    Catalogue("burden_kinds", WORK_KINDS, _work_kind),
)
