"""Whether a rule flags anything today, and if not, why: in a word for the list, in a sentence for its panel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mingbai.domain.certificate_type import CERTIFICATE_TYPES, Answer
from mingbai.domain.filter import both, equals
from mingbai.domain.rule import Family, Rule, lacking, why_unusable
from mingbai.domain.words import Words
from mingbai.ledger.blocks import asked_entries
from mingbai.ledger.ledger import Ledger
from mingbai.rules.flags.forbidden_ask import KINDS

SPEAKS = Words("会提示", "Flags entries")
OFF = Words("已停用", "Switched off")
INCOMPLETE = Words("缺内容", "Incomplete")
TOO_EARLY = Words("未施行", "Not yet in force")
TOO_LATE = Words("已失效", "No longer in force")
CITED = Words("只供引用", "Cited by hand")

SWITCHED_OFF = Words("已停用，不会提示", "It is switched off and flags nothing")
SWITCHED_OFF_ELSEWHERE = Words(
    "已停用，不会提示。它适用于{region}，您在那里就启用",
    "It is switched off and flags nothing; it holds in {region}, and is to be switched on where that is yours",
)
NO_FAMILY = Words(
    "软件不会照它自己提示，研判和函件里可以引用",
    "Nothing is flagged by it; you can cite it in an assessment or a letter",
)
LACKS_WORDS = Words(
    "没有触发词，也没有写针对什么要求，认不出来，请补上",
    "It has no words and no asks to be recognised by and flags nothing; add some",
)
NO_CALENDAR = Words(
    "{year} 年日历未更新，期限按周一至周五算",
    "The calendar of {year} is not updated; Monday to Friday count as working days",
)
NO_LIST = Words(
    "证明清单里没有启用的“不予出具”，不会提示",
    "The list of certificates has none in use that is not to be issued, so nothing is flagged",
)


@dataclass(frozen=True, slots=True)
class Silence:
    """Why a rule flags nothing."""

    short: Words
    told: Words
    amiss: bool = False
    """Whether something is to be mended, rather than meant so."""


def silence(rule: Rule, today: date) -> Silence | None:
    """Why nothing is flagged by a rule on that day; None where it speaks."""
    if not rule.in_use:
        if not rule.region:
            return Silence(OFF, SWITCHED_OFF)
        region = Words(rule.region, rule.region_en or rule.region)
        return Silence(OFF, SWITCHED_OFF_ELSEWHERE.format(region=region))
    why = why_unusable(rule, today)
    if why is not None:
        if any(lacking(rule)):
            return Silence(INCOMPLETE, why, amiss=True)
        early = rule.valid_from is not None and today < rule.valid_from
        return Silence(TOO_EARLY if early else TOO_LATE, why)
    if not rule.families:
        return Silence(CITED, NO_FAMILY)
    if rule.families == (Family.FORBIDDEN_ASK,) and not (rule.words or rule.asks or KINDS & {*rule.kinds}):
        return Silence(INCOMPLETE, LACKS_WORDS, amiss=True)
    return None


def unheard(ledger: Ledger, rule: Rule, today: date) -> Iterator[Words]:
    """What a rule that may speak lacks around it: the list it looks things up in."""
    listed = both(equals("answer", Answer.NOT_TO_ISSUE), equals("in_use", 1))
    if Family.NEGATIVE_LIST in rule.families and not asked_entries(ledger, CERTIFICATE_TYPES, listed, today):
        yield NO_LIST
