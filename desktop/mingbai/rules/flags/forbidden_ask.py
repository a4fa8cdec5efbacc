"""Forbidden ask: what a rule says must not be asked of us."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.domain.rule import Family, Rule
from mingbai.domain.text import fold
from mingbai.domain.words import Words
from mingbai.rules.asks import Said, Span, asks_of, read, words_asked
from mingbai.rules.flags.matter import TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.saying import same, suggestion

ASKS = Words("要求了不得要求的事", "Asks for what must not be asked for")

_YEARLY = re.compile(r"年终|年底|年度|全年|每年|\bannual|\byearly|\bonce a year|\bend of the year|\byear-end")
_OFTEN = re.compile(r"[周月季日旬天]|\bweek|\bmonth|\bquarter|\bdaily|\bday\b")


def needs(_: Matter) -> tuple[Need, ...]:
    """Nothing but the entry itself."""
    return ()


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """One suggestion a rule, with the words it was met in."""
    rules = around.rules.of(Family.FORBIDDEN_ASK)
    if matter.register != TASK or not rules or not matter.text:
        return
    text = matter.text
    said = read(text)
    asked = asks_of(text)
    cited: set[Span] = set()
    for rule in rules:
        codes = {ask.code for ask in rule.asks}
        spans = [
            (one.start, one.end)
            for one in asked
            if one.code in codes and not (one.code == "ranking" and _once_a_year(said, one.start))
        ]
        spans += words_asked(said, rule.words)
        spans = [span for span in spans if span not in cited and not _excluded(rule, said, span)]
        if spans:
            cited.update(spans)
            met = list(dict.fromkeys(text[start:end] for start, end in sorted(spans)))
            yield suggestion(Family.FORBIDDEN_ASK, rule, ASKS, same("…".join(met[:4])))


def _once_a_year(said: Said, at: int) -> bool:
    start, end = said.sentence(at)
    sentence = said.text[start:end]
    return bool(_YEARLY.search(sentence)) and not _OFTEN.search(_YEARLY.sub("", sentence))


def _excluded(rule: Rule, said: Said, span: Span) -> bool:
    start, end = said.sentence(span[0])
    return any(fold(word) in said.text[start:end] for word in rule.excluded if word)
