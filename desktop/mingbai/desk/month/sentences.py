"""Sentences with a percentage: each names its exact period and its base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from mingbai.desk.month.edition import Edition, period_name, year_to_date_name
from mingbai.desk.month.figures import Compared
from mingbai.desk.month.told import SPOKEN
from mingbai.domain.figure import Unit
from mingbai.domain.words import Language


def month_sentence(edition: Edition, found: Compared, zh: str, en: str) -> str:
    """A figure of the period against the period before and the same one last year.

    `zh` and `en` name the figure: 收到上级交办, assignments received.
    """
    period, language = edition.period, edition.language
    value = _number(found, found.value.number, language)
    before, year_ago = period.previous, period.same_last_year
    against = [(found.previous.number, found.change, period_name(before, period, language))]
    if year_ago != before:
        against.append((found.last_year.number, found.change_on_year, year_ago.words.into(language)))
    name = period.words.into(language)
    if language == "zh":
        return "，".join([f"{name}{zh}{value}", *_clauses(edition, found, against)])
    return f"{en[0].upper()}{en[1:]} in {name}: {value}{_bases(edition, found, against)}"


def year_sentence(edition: Edition, found: Compared) -> str:
    """The same figure for the year so far, against the same months last year."""
    period, language = edition.period, edition.language
    value = _number(found, found.year_to_date.number, language)
    base = year_to_date_name(period.same_last_year, language)
    against = ((found.last_year_to_date.number, found.change_year_to_date, base),)
    name = year_to_date_name(period, language)
    if language == "zh":
        return "，".join([f"{name}累计{value}", *_clauses(edition, found, against)])
    return f"{name}: {value}{_bases(edition, found, against)}"


Against = tuple[Decimal | None, Decimal | None, str]
"""The base, the change against it, and when the base was."""


def _bases(edition: Edition, found: Compared, against: Iterable[Against]) -> str:
    clauses = list(_clauses(edition, found, against))
    return ", " + " and ".join(clauses) if clauses else ""


def _clauses(edition: Edition, found: Compared, against: Iterable[Against]) -> Iterator[str]:
    if edition.unfinished:
        # Half a month against a whole one would say "down" of everything.
        return
    language = edition.language
    for base, change, when in against:
        if base is None or found.value.number is None:
            continue
        shown = _number(found, base, language)
        if change is None:
            yield f"{when}为{shown}" if language == "zh" else f"against {shown} in {when}"
        elif language == "zh":
            yield f"比{when}（{shown}）{_change_zh(found, change)}"
        else:
            yield f"{_change_en(found, change)} {when} ({shown})"


def _change_zh(found: Compared, change: Decimal) -> str:
    if not change:
        return "持平"
    if found.figure.unit is Unit.PERCENT:
        return f"{'提高' if change > 0 else '降低'}{abs(change):,.2f}个百分点"
    return f"{'增长' if change > 0 else '下降'}{abs(change):,.2f}%"


def _change_en(found: Compared, change: Decimal) -> str:
    if not change:
        return "the same as in"
    way = "up" if change > 0 else "down"
    if found.figure.unit is Unit.PERCENT:
        return f"{way} {abs(change):,.2f} percentage points on"
    return f"{way} {abs(change):,.2f}% on"


def _number(found: Compared, number: Decimal | None, language: Language) -> str:
    if number is None:
        return "—"
    unit = found.figure.unit
    digits = f"{number:,.{found.decimals}f}".replace("-", "−")
    if unit is Unit.PERCENT:
        return f"{digits}%"
    if language == "zh":
        return digits + unit.words.zh
    one, many = SPOKEN[unit]
    return f"{digits} {(one if number == 1 else many).en}".rstrip()
