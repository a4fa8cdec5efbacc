"""How a suggestion is worded: what was noticed, what is written, and how sure that is."""

from __future__ import annotations

from datetime import date

from mingbai.domain.certificate_type import Confidence
from mingbai.domain.rule import Family, Rule
from mingbai.domain.words import Words
from mingbai.domain.written_day import written_day
from mingbai.rules.flags.matter import Matter, Suggestion

REASON = Words("{noticed}：{gist}（{source}）", "{noticed}: {gist} ({source})")
UNSURE = Words("；{told}", "; {told}")


def suggestion(
    family: Family, rule: Rule, noticed: Words, evidence: Words, other: Matter | None = None
) -> Suggestion:
    """A suggestion that cites its rule."""
    source = source_of(rule)
    reason = REASON.format(noticed=noticed, gist=Words(rule.gist, rule.gist_en or rule.gist), source=source)
    return Suggestion(family, rule.code, noticed, reason, evidence, other.uid if other else "")


def source_of(rule: Rule) -> Words:
    """Where a rule is written, and how sure that is where it is not."""
    source = rule.written
    if rule.confidence in {Confidence.SECONDARY, Confidence.MEMORY}:
        told = UNSURE.format(told=rule.confidence.words)
        source = Words(source.zh + told.zh, source.en + told.en)
    return source


def same(text: str) -> Words:
    """Words of the entry itself, which are not translated."""
    return Words(text, text)


def day_told(day: date | None, beside: date | None) -> Words:
    """A day as a sentence has it that speaks of another one."""
    told = bare_day(day, beside)
    return told if day is None else Words("{day}", "on {day}").format(day=told)


def bare_day(day: date | None, beside: date | None) -> Words:
    """The same between commas."""
    return Words("此前", "earlier") if day is None else written_day(day, beside)


def named(matter: Matter) -> Words:
    """An earlier entry whose day says nothing: a cut counts from the month after."""
    return Words("{unit}“{title}”", "{title} ({unit})").format(unit=matter.unit, title=matter.title or "—")


def quoted(matter: Matter, beside: date | None) -> Words:
    """An earlier entry, held against one of a day: its own day, unit and title."""
    return Words("{day}{unit}“{title}”", "{title} ({unit}, {day})").format(
        day=day_told(matter.day, beside), unit=matter.unit, title=matter.title or "—"
    )
