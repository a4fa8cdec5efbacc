"""Which unit asks: the one that signs, heads or hands down a notice, not one that is only named in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.rules.notice.document import document_of
from mingbai.rules.notice.unit_names import WHICH
from mingbai.rules.notice.unit_weights import PLACE_ONLY, Unit, Weight, weighed, with_its_place
from mingbai.rules.quick.names import Vocabulary

SURE = Weight.REACHED
"""From so much on a unit is the one that asks."""


def unit_of(same: str, text: str, words: Vocabulary, head: str = "") -> Unit | None:
    """The unit that asks; None where none is sure, or two are as likely.

    `head` is what heads it, where lines were joined since.
    """
    at = text.find(head) if head else -1
    heads = (at, at + len(head)) if at >= 0 else _heading(text)
    named = [_headed(unit, heads, same) for unit in weighed(same, text, words)]
    found = sorted(_of_one_level(same, named), key=lambda unit: (-unit.weight, unit.start))
    best = _surest(found)
    if best is None or best.weight < Weight.SIGNS:
        signer = _unit_at(text, heads) or _signer(text, words)
        if signer is not None and not _signed_by_known(found, signer, same):
            return signer
    if best is None or best.called == WHICH:
        return None
    places = tuple(
        (unit.start, unit.end)
        for unit in found
        if unit.called == best.called and (unit.weight > Weight.BEGINS or same[unit.end - 1] in _UNIT_ENDS)
    )
    return replace(best, places=places)


def _of_one_level(same: str, found: list[Unit]) -> Iterator[Unit]:
    """妇联 is 区妇联 where that one heads, speaks or signs."""
    sure = [unit for unit in found if unit.weight >= Weight.SPEAKS]
    for unit in found:
        short = same[unit.start : unit.end]
        whole = {other.called for other in sure if same.endswith(short, other.start + 1, other.end)}
        yield replace(unit, called=whole.pop()) if len(short) == 2 and len(whole) == 1 else unit


_SIGNER = pattern(
    "(?:区|市|县|镇|乡|街道)?[\u4e00-\u9fff]{2,20}(?:领导小组|委员会|指挥部|联席会议)(?:办公室)?|[\u4e00-\u9fff]{2,16}(?:工作专班|管理局|办公室)"
)
_OURS = pattern("居民委员会|村民委员会|居委会|村委会|业主委员会|^中共|Residents|Villagers")
"""Who signs to residents is no unit that asks us; a party committee is known by another name."""
_SIGNER_EN = pattern(
    r"(?P<unit>(?:[A-Z][\w'’&-]*\s+|of\s+|and\s+|for\s+|the\s+){1,8}?(?:Office|Committee|Commission|Headquarters|Bureau|Department))"
    r"(?:\s+of\s+(?:the\s+)?[A-Z][\w '’-]{2,40}|,\s*[A-Z][\w '’-]{2,40})?"
)
_DATED = pattern(
    r"(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|[\d\s./-]+|(?:\d{1,2}\s+)?[A-Z][a-z]+\.?\s*(?:\d{1,2},?\s*)?\d{4}"
)


_ENDS_DATED = pattern(
    r"\s+(?:\d{1,2}\s+[A-Z][a-z]+\.?|[A-Z][a-z]+\.?\s+\d{1,2},?)\s+\d{4}$|\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$"
)


_SIGNER_FOR = pattern(
    r"(?:[A-Z][\w'’&-]*\s+){0,3}?(?P<kind>Office|Committee|Commission|Headquarters|Bureau|Department)\s+(?P<by>for|of)\s+(?:the\s+)?"
    r"(?P<what>(?!(?:\w+\s+){0,3}(?:Sub-?district|Township|Town|Village|District|County|City|Province)\b)[A-Z][\w'’&-]*(?:[\s,]+(?:and|of|for|the|[A-Z][\w'’&-]*)){0,8})"
)
"""Office for Urban and Rural Construction; what stands behind General Office of is a place."""


_HEAD = pattern(
    "[\u4e00-\u9fff（）()]{2,40}?(?:局|委|部|厅|办|院|所|站|会|中心|政府|办公室|办事处|指挥部|领导小组|支队|大队|分局|街道|联社|公司)"
)


_PARTY = pattern("(?:中共|中国共产党)(?P<name>[一-鿿]{2,20}(?:街道工作委员会|街道工委|[镇乡]委员会))")
"""The committee of a street or town; one of a village is ours."""


def heading_said(text: str) -> str:
    """The unit that heads a paper, as it is written; "" for none."""
    span = _heading(text)
    return "" if span is None else text[slice(*span)]


def _heading(text: str) -> tuple[int, int] | None:
    """Where the unit stands that heads a paper: in the line above its number, 文件 left out."""
    document = document_of(text)
    if document is None:
        return None
    for line in reversed([*re.finditer(r"[^\n]+", text[: document.line[0]])]):
        said = line[0].strip().removesuffix("文件").strip()
        if said and (party := _PARTY.fullmatch(said)) is not None:
            start = line.start() + line[0].index(said) + party.start("name")
            return start, start + len(party["name"])
        if not said:
            continue
        found = _HEAD.fullmatch(said) or _SIGNER_EN.fullmatch(said)
        if found is None or _OURS.search(said) or _NO_NAME.search(said):
            return None
        start = line.start() + line[0].index(said)
        return start, start + len(said)
    return None


def _headed(unit: Unit, heads: tuple[int, int] | None, same: str) -> Unit:
    """A known unit with what its heading says for it, where it is all that this says but a place."""
    closes = heads is not None and _closes(unit, heads, same)
    return replace(unit, weight=max(unit.weight, Weight.SIGNS)) if closes else unit


def _closes(unit: Unit, span: tuple[int, int], same: str) -> bool:
    """Whether a known unit stands in a span with nothing but its place before it: 新湖区|民政局."""
    before = with_its_place(same[span[0] : unit.start], same[unit.start])
    place = _PLACE.fullmatch(before) or PLACE_ONLY.fullmatch(before)
    return unit.end == span[1] and unit.start >= span[0] and place is not None


_PLACE = pattern("(?:中共|共青团)?(?:[\u4e00-\u9fff]{0,8}(?:省|市|县|区|镇|乡|街道))*(?:人民政府|委)?")


def _unit_at(text: str, span: tuple[int, int] | None) -> Unit | None:
    return None if span is None else Unit(text[slice(*span)], *span, Weight.SIGNS, (span,))


def _signer(text: str, words: Vocabulary) -> Unit | None:
    """A unit that no list knows, alone in the last line but the date."""
    lines = [found for found in re.finditer(r"[^\n]+", text) if found[0].strip()]
    dated = len(lines) > 1 and _DATED.fullmatch(lines[-1][0].strip()) is not None
    if dated:
        lines.pop()
    if len(lines) < LEAST:
        return None
    said = lines[-1][0].strip()
    if (ends := _ENDS_DATED.search(said)) is not None:
        said = said[: ends.start()]
    # Above a day stands nothing but who signs.
    above = _SIGNED_ABOVE.fullmatch(said) if dated or ends else None
    found = above or _SIGNER.fullmatch(said) or _SIGNER_EN.fullmatch(said)
    known = None
    if found is None and (found := _SIGNER_FOR.fullmatch(said)) is not None:
        known = words.units.meant.get(fold(f"{found['what']} {found['kind']}"))
        if known is None and found["by"] == "of":
            return None  # Behind “of” may as well stand a place.
    if found is None or _OURS.search(said) or _NO_NAME.search(said):
        return None
    start = lines[-1].start() + lines[-1][0].index(said)
    called = found.groupdict().get("unit") or said
    return Unit(known or called, start, start + len(called), Weight.SIGNS, ((start, start + len(called)),))


_NO_NAME = pattern("请|各[村社]|[送交报][到至给往送]|前往|截止|地点")
"""Stands in a sentence, and in no name of a unit."""
_SIGNED_ABOVE = pattern(
    "[\u4e00-\u9fff（）()]{3,30}(?:局|委|部|厅|办|院|所|站|中心|政府|办公室|办事处|指挥部|领导小组|联合会|委员会|支队|大队|公司)"
)
LEAST = 3
"""So many lines has a notice that somebody signs: a head, what it asks, and who signs."""


def _signed_by_known(found: list[Unit], signer: Unit, same: str) -> bool:
    """Whether a unit of the lists stands in that line with all it is called."""
    span = signer.start, signer.end
    if any(_closes(unit, span, same) for unit in found):
        return True
    return any(
        unit.start <= signer.start + 1 and signer.end - 3 <= unit.end
        for unit in found
        if unit.weight > Weight.OTHER
    )


_UNIT_ENDS = "局办委部站所院队会心校司联"
"""The last sign of a unit's name; 退役军人 in 退役军人优待证 is none."""


def _surest(found: list[Unit]) -> Unit | None:
    """The first of those that are named in the surest way: those behind it act along with it."""
    enough = Weight.ALONE if len({unit.called for unit in found}) == 1 else SURE
    return found[0] if found and found[0].weight >= enough else None
