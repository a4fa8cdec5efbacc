"""Forbidden ask: what a rule says must not be asked of us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mingbai.domain.rule import Family, Rule
from mingbai.domain.task import Ask, TaskKind
from mingbai.domain.text import fold
from mingbai.domain.words import Words, enumerated
from mingbai.rules.asks import (
    BEGINS,
    LONGEST,
    Asked,
    Said,
    Span,
    about_us,
    asks_of,
    is_forced,
    read,
    words_asked,
)
from mingbai.rules.flags.matter import TASK, Around, Matter, Need, Suggestion
from mingbai.rules.flags.saying import same, suggestion
from mingbai.rules.flags.short_notice import is_emergency
from mingbai.rules.language import has_han
from mingbai.rules.notice.asked import meant_in
from mingbai.rules.notice.burdens import NAMED

ASKS = Words("属不得要求的事项", "Among what is not to be asked for")

KINDS = frozenset(
    kind.code
    for kind in (
        TaskKind.PLEDGE,
        TaskKind.VETO,
        TaskKind.CHECK_IN,
        TaskKind.RANKING,
        TaskKind.VOTE,
        TaskKind.TRACE,
        TaskKind.SUBSCRIPTION,
        TaskKind.SECONDMENT,
        TaskKind.QUOTA,
        TaskKind.ENFORCEMENT,
    )
)
"""Kinds that are forbidden as such."""
_IN_NEED = frozenset({"photo", "check_in", "group"})
"""What an emergency may well need."""
_TURNED = (
    "~voluntary",
    "~quoting",
    "~quoting_near",
    "~quoted_after",
    "~not_after",
    "~informed",
    "~others",
    "~office",
)
_MAYBE_NOT = re.compile(
    r"[不无未](?!少|低|足|满|超|达|论|仅|断|定期|完成|打卡|签|上传)|协助|配合|告知|须知|公告(?!栏)|候选|公示期|\bassist|\bhelp"
)
_STOPPED = re.compile(
    "^(?:关于)?(?:停办|取消|叫停|停止|废止|撤销|停用|关停|不再)(?!.*(?:资格|评优|评先|绩效|补贴))"
    "|(?:停用|取消|叫停|废止|作废|停办|下线|关停|撤销|撤下|停了|不搞了)(?:的?(?:通知|公告|告知|说明))?$"
    r"|\b(?:dropped|withdrawn|cancelled|abolished|switched off|called off|scrapped)$"
)
"""A title by which it is over: what stands below it is not asked for any more."""
_YEARLY = re.compile(r"年终|年底|年度|全年|每年|\bannual|\byearly|\bonce a year|\bend of the year|\byear-end")
_OFTEN = re.compile(r"[周月季日旬天]|\bweek|\bmonth|\bquarter|\bdaily|\bday\b")
_BROKEN_OFF = re.compile(
    r"(?:[ -](?:of|for|to|from|with|by|in|on|at|and|the|an?|each|every|all))+$", re.IGNORECASE
)
_REST = re.compile(r"(?: +[\w'’-]+){1,5}")


def needs(_: Matter) -> tuple[Need, ...]:
    """Nothing but the entry itself."""
    return ()


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """One suggestion a rule, with the words it was met in; what was only noted is said by the first that speaks to it."""
    rules = around.rules.of(Family.FORBIDDEN_ASK)
    if matter.register != TASK or not rules:
        return
    text = matter.text
    said = read(text)
    is_over = _is_over(matter.title, said)
    asked = [] if is_over else _asked(matter, said, rules)
    cited: set[Span] = set()
    found = False
    told: set[Ask] = set()
    for rule in rules:
        spans = [] if is_over else [one for one in _met_by(rule, said, asked) if one not in cited]
        noted = [ask for ask in rule.asks if ask.code in matter.asks and ask not in told]
        told.update(ask for ask in rule.asks if spans or ask in noted)
        if noted and not spans:
            found = True
            yield suggestion(Family.FORBIDDEN_ASK, rule, ASKS, _noted_in(matter.note, noted))
        elif spans:
            found = True
            cited.update(spans)
            met = list(dict.fromkeys(_whole(text, span) for span in _joined(spans)))
            yield suggestion(Family.FORBIDDEN_ASK, rule, ASKS, same("…".join(met[:4])))
    if not (found or is_over) and (rule_of_kind := _by_kind(matter, rules, said)) is not None:
        yield suggestion(Family.FORBIDDEN_ASK, rule_of_kind, ASKS, same(matter.title))


def _is_over(title: str, said: Said) -> bool:
    """Whether the title says that it is over, and neither it nor the text has anything begin in its place."""
    return _STOPPED.search(fold(title)) is not None and BEGINS.search(said.text) is None


def _asked(matter: Matter, said: Said, rules: Sequence[Rule]) -> list[Asked]:
    """What the text asks for outright or surely means, in the way the rules speak of."""
    codes = frozenset(ask.code for rule in rules for ask in rule.asks)
    outright = asks_of(matter.text)
    likely = meant_in(said.text, codes - {one.code for one in outright})
    needed = _IN_NEED if is_emergency(matter) else frozenset()
    return [one for one in (*outright, *likely) if _counts(said, one) and one.code not in needed]


def _met_by(rule: Rule, said: Said, asked: Sequence[Asked]) -> list[Span]:
    """Where the text asks for what a rule speaks of, outside of what it leaves out."""
    codes = {ask.code for ask in rule.asks}
    spans = [(one.start, one.end) for one in asked if one.code in codes]
    spans += words_asked(said, rule.words)
    return [span for span in spans if not _excluded(rule, said, _sentences(said, span))]


def _noted_in(note: str, noted: Sequence[Ask]) -> Words:
    """What was noted, in the words of the notice that is kept beside it; what stands nowhere by its name."""
    met = {ask: _met_in(note, ask) for ask in noted}
    if all(met.values()):
        return same("…".join(dict.fromkeys(met.values())))
    return enumerated([Words(met[ask], met[ask]) if met[ask] else ask.words for ask in noted])


def _met_in(note: str, ask: Ask) -> str:
    """The first words of a notice that speak of it, whoever it is that is asked."""
    said = read(note[:LONGEST])
    spans = [*said.met(ask.code)]
    spans += [
        found.span() for code, _, words in NAMED if code == ask.code for found in words.finditer(said.text)
    ]
    return _whole(note, _joined(spans)[0]) if spans else ""


def _whole(text: str, span: Span) -> str:
    """The words that were met; where they break off before what they speak of, with that."""
    words = text[slice(*span)]
    if _BROKEN_OFF.search(words) and (rest := _REST.match(text, span[1])):
        words += rest[0]
    words = _BROKEN_OFF.sub("", words) or text[slice(*span)]
    return words.replace("\n", "：" if has_han(words) else ": ")


def _joined(spans: list[Span]) -> list[Span]:
    """Spans in their order, those that lie in or over each other as one: no word is quoted twice."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _counts(said: Said, one: Asked) -> bool:
    """Whether it is asked for in the way the rules speak of: by force, or over and over."""
    span = (one.start, one.end)
    if one.code == "ranking":
        return not _once_a_year(said, one.start)
    if one.code == "vote":
        return bool(said.met("~force"))
    if one.code == "app":
        return is_forced(said, span) or about_us(said, span)
    return True


def _by_kind(matter: Matter, rules: tuple[Rule, ...], said: Said) -> Rule | None:
    """A person said what kind of thing it is; that holds where nothing in the text turns it round."""
    if matter.kind not in KINDS or any(said.met(code) for code in _TURNED) or said.quoted:
        return None
    if _MAYBE_NOT.search(said.text) or any(not _is_still(said, one) for one in said.met("~not")):
        return None
    if matter.kind == TaskKind.RANKING.code and _once_a_year(said, 0):
        return None
    return next(
        (
            rule
            for rule in rules
            if matter.kind in rule.kinds
            and not any(fold(word) in said.text for word in rule.excluded if word)
        ),
        None,
    )


def _sentences(said: Said, span: Span) -> Span:
    """From the sentence in which words begin to that in which they end."""
    return said.sentence(span[0])[0], said.sentence(span[1] - 1)[1]


def _is_still(said: Said, one: Span) -> bool:
    return any(a < one[1] and one[0] < b for a, b in said.met("~still"))


def _once_a_year(said: Said, at: int) -> bool:
    start, end = said.sentence(at)
    sentence = said.text[start:end]
    return bool(_YEARLY.search(sentence)) and not _OFTEN.search(_YEARLY.sub("", sentence))


def _excluded(rule: Rule, said: Said, within: Span) -> bool:
    return any(fold(word) in said.text[slice(*within)] for word in rule.excluded if word)
