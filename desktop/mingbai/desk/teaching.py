"""The other half of a correction: a rule that a person cited learns the words by which it was meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mingbai.desk.records import found
from mingbai.domain.clue import readable
from mingbai.domain.field import LIST_MARK
from mingbai.domain.filter import ALL, equals
from mingbai.domain.pattern import pattern
from mingbai.domain.rule import RULES, Family, Rule, why_unusable
from mingbai.domain.task import TASKS
from mingbai.domain.text import clean, fold
from mingbai.domain.words import Mistake, Words
from mingbai.ledger.blocks import asked_count
from mingbai.ledger.ledger import Entry, Ledger

LEAST = 2
"""One sign alone stands in every other title."""
FEW, SHARE = 20, 10
"""Words that stand in more entries than this, and in more than one of so many, say nothing."""
UNCOUNTED = 1_000_000

_ASIDE = pattern(r"（[^）]*）|\([^)]*\)|\d+ ?年|\d+ ?月份?|\d+ ?[日号]|第[\d一二三四]+季度")
_FRAME = pattern(r"^(?:关于|请)?(?:做好|开展|报送|上报)?|(?:工作)?的?(?:通知|函|请示)$")
_SIGNS = frozenset("()|?&<>;…")
"""What means something in the words of a rule."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far words would reach: the entries in which they stand, the one they come from apart."""

    others: int

    @property
    def told(self) -> Words:
        """As a sentence."""
        if not self.others:
            return Words("已有记录里只有这一条有这几个字", "No other entry has these words")
        if self.others == 1:
            return Words("另有 1 条已有记录也有这几个字", "1 other entry has these words too")
        return Words("另有 {n} 条已有记录也有这几个字", "{n} other entries have these words too").format(
            n=self.others
        )


def teachable(flag: Entry, rule: Rule | None, today: date) -> bool:
    """Whether a person cited the rule about an assignment, and it goes by words and is in use."""
    return (
        rule is not None
        and flag.stored["family"] is None
        and flag.stored["register"] == TASKS.code
        and Family.FORBIDDEN_ASK in rule.families
        and rule.in_use
        and why_unusable(rule, today) is None
    )


def proposed(title: str) -> str:
    """What of a title may be the words: without days, what is in brackets and the frame of a notice."""
    text = _FRAME.sub("", _ASIDE.sub(" ", title).strip())
    text = " ".join("".join(" " if sign in _SIGNS else sign for sign in text).split())
    return text if len(text) >= LEAST else title


def reach(ledger: Ledger, entry: Entry, words: str, today: date) -> Reach:
    """Looks where else words stand. Raises `Mistake` where no rule should go by them."""
    from mingbai.rules.asks import read, words_asked  # a panel without flags has no use for it

    words = clean(words).strip()
    if len(words) < LEAST:
        raise Mistake("至少写两个字", "At least two characters are needed")
    if signs := [sign for sign in words if sign in _SIGNS] or [".."] * (".." in words):
        raise Mistake(
            "触发词里不能有“{sign}”，请去掉", "The words cannot hold “{sign}”; leave it out", sign=signs[0]
        )
    text = str(entry.stored["title"])
    if fold(words) not in fold(text):
        raise Mistake("这一条的标题里没有这几个字", "These words do not stand in the title of this entry")
    if not readable(words) or not words_asked(read(text), (words,)):
        raise Mistake(
            "这几个字在这一条里不像是在要求，加上也认不出，请换几个字",
            "Here these words do not read as something asked for, so the rule would not see them; choose others",
        )
    hits = asked_count(ledger, TASKS, ALL, today, words=(words,), most=UNCOUNTED)
    if hits > FEW and hits * SHARE > asked_count(ledger, TASKS, ALL, today, most=UNCOUNTED):
        raise Mistake(
            "{n} 条记录里都有这几个字，太宽了，请写具体些",
            "{n} entries have these words, which is too many; be more exact",
            n=hits,
        )
    alone = asked_count(ledger, TASKS, equals("uid", entry.uid), today, words=(words,))
    return Reach(hits - alone)


def teach(ledger: Ledger, flag: Entry, words: str, *, today: date) -> Entry:
    """Adds words to those the cited rule goes by: a local edit, which an update of the list leaves alone.

    Raises `Mistake`.
    """
    flagged = found(ledger, TASKS, str(flag.stored["subject"]))
    rule = found(ledger, RULES, str(flag.stored["rule"]))
    reach(ledger, flagged, words, today)
    new = clean(words).strip()
    held = [word for word in str(rule.stored["words"] or "").split(LIST_MARK) if word]
    if fold(new) in map(fold, held):
        raise Mistake("这条依据已有这几个字", "The rule goes by these words already")
    with ledger.act("teach", today=today) as act:
        act.change(RULES, rule.uid, {"words": LIST_MARK.join([*held, new])})
    return found(ledger, RULES, rule.uid)
