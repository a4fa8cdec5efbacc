"""Certificates in a typed line, by the names of the catalogue."""

from __future__ import annotations

import re

from mingbai.domain.pattern import pattern
from mingbai.rules.counter.asker import asks_for
from mingbai.rules.quick.line import Line
from mingbai.rules.quick.names import Vocabulary

_GIVING = pattern(
    "(?:(?:^|(?<=[\\s,，。;；]))(?:我?想|需)?要|(?:来|想|需)?要?(?:开具?|办理?|出具|打|申请|补办?)(?:了?[一个份张]{0,2})?)$"
)
_NOT = pattern("[不禁勿别莫免拒止]得?$")
_ANY_CERTIFICATE = pattern("(?:[\u4e00-\u9fff]{2,12}证明)$")


def take_certificate(line: Line, words: Vocabulary, *, unknown: bool) -> None:
    """A certificate of the catalogue that closes its word; with `unknown` also one nobody listed."""
    names = words.kinds_of_certificate
    for found in names.han.finditer(line.same):
        start, end = found.span()
        before = _GIVING.search(line.same[:start])
        opens = line.begins(start, end) or (before and not _NOT.search(line.same[: before.start()]))
        asks = asks_for(line.same[:start])
        ends = line.ends(start, end)
        if (opens or asks) and ends and line.take("certificate", names.meant[found[0]], start, end):
            if asks or before:
                line.drop(asks[0] if asks else before.start() if before else start, start)
            return
    for found in names.latin.finditer(line.same):
        start, end = found.span()
        asks = asks_for(line.same[:start])
        sure = line.alone(start, end) or asks or (line.first(start) and line.text[start].isupper())
        if sure and line.take("certificate", names.meant[found[0]], start, end):
            if asks:
                line.drop(asks[0], start)
            return
    if unknown:
        for start, end in line.segments():
            if (any_found := _ANY_CERTIFICATE.match(line.text[start:end])) is not None:
                name = re.sub("^(?:开具?|办理?|出具|要)", "", any_found[0])
                for at in range(len(any_found[0]) - len("证明"), 0, -1):
                    if (asks := asks_for(any_found[0][:at])) is not None and asks[1] == at:
                        name = any_found[0][at:]
                        line.drop(start + asks[0], start + at)
                        break
                line.take("certificate", name, end - len(name), end)
                return
