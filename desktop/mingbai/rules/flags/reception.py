"""Official visits: no letter, or too many hosts."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.domain.rule import Family
from mingbai.domain.words import Words
from mingbai.rules.flags.matter import RECEPTION, Around, Matter, Need, Suggestion
from mingbai.rules.flags.no_document import unnumbered
from mingbai.rules.flags.saying import same, suggestion

FEW_GUESTS, HOSTS, PART = 10, 3, 3
NO_LETTER = Words("来访没有公函", "The visit has no official letter")
TOO_MANY = Words("陪同人数超限", "More hosts than the limit")
EMPTY = Words("公函文号：空", "Letter number: empty")
COUNTED = Words("来访 {n} 人，陪同 {hosts} 人，最多 {most} 人", "{n} guests, {hosts} hosts; at most {most}")


def needs(_: Matter) -> tuple[Need, ...]:
    """Nothing but the entry itself."""
    return ()


def judge(matter: Matter, around: Around) -> Iterator[Suggestion]:
    """Up to ten guests may have three hosts, more of them one third of their number."""
    if matter.register != RECEPTION:
        return
    family, rules = Family.RECEPTION, around.rules
    if unnumbered(matter.letter) and (rule := rules.cite(family, "JY-1")) is not None:
        seen = (matter.letter or "").strip()
        yield suggestion(family, rule, NO_LETTER, same(seen) if seen else EMPTY)
    if matter.guests is None or matter.hosts is None or matter.guests <= 0:
        return
    most = HOSTS if matter.guests <= FEW_GUESTS else matter.guests // PART
    if matter.hosts > most and (rule := rules.cite(family, "JY-5", "JY-3")) is not None:
        evidence = COUNTED.format(n=matter.guests, hosts=matter.hosts, most=most)
        yield suggestion(family, rule, TOO_MANY, evidence)
