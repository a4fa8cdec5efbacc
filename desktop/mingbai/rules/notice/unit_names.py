"""The names of units in a text, by everything people call them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from mingbai.domain.department import STREET_WORDS
from mingbai.domain.pattern import pattern
from mingbai.domain.text import fold
from mingbai.rules.quick.names import Names, Vocabulary

_GOVERNMENT = pattern(
    "[镇乡](?:人民)?政府(?!办公室|网|工作报告|大院|门口|[三二一四五]楼)|[\u4e00-\u9fff]{1,4}街道办事?处?(?=[^\u4e00-\u9fff]|$|关于|要求|通知)"
)
_SHORT_ENDS = pattern(
    "(?=[:：，,、。；;\\s（()）】\\]]|$|关于|要求|通知|那边|这边|来|的(?:同志|人|领导)|让|叫|请|要|发|转|部门|说|催|给|口|同志|负责|牵头|联系|在群|提示|提醒|[\u4e00-\u9fff]{0,4}(?:[科股室][:：]|支队))"
)
_SHORT_BEGINS = pattern("(?:^|[^\u4e00-\u9fff]|(?<!社)区|[县市镇乡报给接应按据转由请让找问交送发])$")
_BODIES = pattern("[^商协]会|.[联委协院]")
"""What ends so is no other word: 妇联 and 科协 begin a sentence with whatever follows, 教育 does not."""
_PEOPLE = "人任警"
"""退役军人 and 妇女主任 are people as often as they are who deals with them."""
_MEMBERS = pattern("主席|书记|干部|会员|专干|执委|委员|主任|班子|成员|代表|小组|[长员]")
_KIND_EN = pattern(
    r"\s+(?:bureau|(?P<town>office|station)|department|dept|commission|committee|cent(?:re|er)|government|federation|brigade|team)\b"
)
_KIND_OF_EN = pattern(r"\b(?:bureau|office|department) of (?:the )?$")
_LONGEST_KIND = len("department of the ") + 1
_HOTLINE = pattern(
    r"(?<!ring )(?<!call )(?<!dial )(?<!phone )(?<![\w-])12345(?:(?=[\u4e00-\u9fff])(?!热线)|(?![\w-]))"
)
"""The hotline itself, not that somebody may ring it."""
_OWN_NAME = pattern(r"(?<!\w)(?!The |County |District |City |Town |Township )[A-Z][\w'’-]+ $")
_PLACES_EN = frozenset({"township", "subdistrict", "sub-district"})
_TOWNS_OWN_EN = pattern(r" (?:office|station)$")
_ENDS_EN = pattern(
    r"\b(?:bureau|office|department|commission|committee|centre|center|station|government|federation|brigade|team|hospital|court|post|school|company|bank|league|union|works)$"
)


WHICH = ""
"""What a unit is called where nobody knows which of two is meant."""


def named_in(same: str, text: str, words: Vocabulary) -> Iterator[tuple[str, int, int]]:
    """Every unit of the lists that a text names: what it is called there, and where it stands."""
    names = words.units
    town = names.meant.get("镇政府") or names.meant.get("街道办事处")
    taken: list[tuple[int, int]] = []
    for found in names.han.finditer(same):
        start, end = found.span()
        if (end - start <= 2 or same[end - 1] in _PEOPLE) and not _stands_alone(same, start, end):
            continue
        if same[end : end + 1] in ("长", "员", "们"):
            # 局长 and 站员 are people.
            continue
        if same[start] == "区" and same[:start].endswith("社"):
            # 社区妇联 is no 区妇联.
            continue
        taken.append((start, end))
        if found[0] in _shared(names):
            yield WHICH, start, end
            continue
        if found[0] in STREET_WORDS and town and not _SHORT_BEGINS.search(same[max(0, start - 2) : start]):
            # 东湖街道办 is not the one that is ours.
            yield town, start, end
            continue
        yield names.meant[found[0]], start, end
    yield from _named_in_english(same, text, names)
    if hotline := names.meant.get("12345"):
        yield from ((hotline, *found.span()) for found in _HOTLINE.finditer(same))
    if town:
        for found in _GOVERNMENT.finditer(same):
            start, end = found.span()
            if all(right <= start or end <= left for left, right in taken):
                yield town, start, end


@lru_cache(maxsize=8)
def _shared(names: Names) -> frozenset[str]:
    """What more than one unit of the lists is called: 政务服务中心 of the county and of the town; a notice must say which."""
    told = Counter(name for entry in names.entries for name in {fold(one).strip() for one in entry.all})
    # Its own name or its short one is that of one unit, whoever else may be called so: 镇政府 of 西溪镇人民政府.
    own = {fold(one).strip() for entry in names.entries for one in entry.all[:2]}
    return frozenset(name for name, often in told.items() if often > 1) - own


def _stands_alone(same: str, start: int, end: int) -> bool:
    """Whether two signs are a unit's short name there, and no part of other words."""
    if not _SHORT_BEGINS.search(same[max(0, start - 2) : start]):
        return False
    if _SHORT_ENDS.match(same, end):
        return True
    return _BODIES.fullmatch(same, start, end) is not None and not _MEMBERS.match(same, end)


def _named_in_english(same: str, text: str, names: Names) -> Iterator[tuple[str, int, int]]:
    for found in names.latin.finditer(same):
        start, end = found.span()
        # Health and Justice are words as well; Health Bureau and Bureau of Justice are units.
        behind = _KIND_EN.match(same, end)
        before = (
            None if found[0] in _PLACES_EN else _KIND_OF_EN.search(same, max(0, start - _LONGEST_KIND), start)
        )
        named = text[start].isupper() and (" " in found[0] or _is_short_form(text, start, end))
        if not (behind or before or named or _ENDS_EN.search(found[0])) or _is_house(text, start, found[0]):
            continue
        called = names.meant[found[0]]
        if behind and behind["town"]:
            # A finance office is the town's, a finance bureau the county's.
            called = _of_town(found[0], names, called)
        elif (town := _TOWNS_OWN_EN.search(found[0])) is not None:
            called = _of_town(found[0][: town.start()], names, called)
        yield called, before.start() if before else start, behind.end() if behind else end


def _is_house(text: str, start: int, said: str) -> bool:
    """Maple Court is where people live."""
    return said == "court" and _OWN_NAME.search(text[max(0, start - 30) : start]) is not None


def _is_short_form(text: str, start: int, end: int) -> bool:
    """Whether a word stands in capitals among words that do not: CDC, not the WATER of WATER METERS."""
    return text[start:end].isupper() and (end - start <= 3 or not text[end : end + 3].strip().isupper())


def _of_town(what: str, names: Names, called: str) -> str:
    """The unit of a town that does what one of the county does as well."""
    kinds = (f"{town} {what}{kind}" for town in ("town", "township") for kind in (" office", ""))
    return next((names.meant[one] for one in kinds if one in names.meant), called)
