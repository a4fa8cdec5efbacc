"""Form columns: what a column holds by whatever name, and how much two forms have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from mingbai.domain.text import fold
from mingbai.resources import rows_of

ENOUGH = 0.6
"""So large a part two forms must have in common to be the same one."""
FEWEST = 2
"""Fewer shared columns that say something show nothing."""
LONGEST = 1000
"""A longer name is no column's; taking off its brackets one in another would never end."""

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|<[^<>]*>")
_EDGES = re.compile(r"^[\s\d.、,:;*#·_-]*(?:[一二三四五六七八九十]+、)?|[\s:;,.。、*_?-]+$")
_SPACES = re.compile(r"[\s_/-]+")
_SPACES_ZH = re.compile("(?<=[\u3400-\u9fff])[ ]|[ ](?=[\u3400-\u9fff])")
_BEFORE = re.compile(
    "^(?:本人|家庭|个人|现|目前|当前|详细|具体|所在|所属|居民|老人|儿童|残疾人|对象|人员|主要|户主|服务对象|其|被调查人|实际)(?=.{2,})"
)
_BEFORE_EN = re.compile(
    r"^(?:the|current|present|resident'?s?|householder'?s?|person'?s?|family|applicant'?s?|actual|main|full)\s+"
)
_WORD = "\x1f"
"""Stands between the words of a name."""
_ENDS = (
    (
        "phone",
        re.compile("(?:电话|电话号码|手机号?码?|联系方式)$|\\b(?:phone|telephone|mobile)(?: number| no)?$"),
    ),
    ("id", re.compile("(?:身份证号?码?|公民身份号码|证件号码?)$|\\bid(?: card)?(?: number| no)?$")),
    ("name", re.compile("姓名$|\\bfull name$")),
    ("address", re.compile("(?:住址|地址)$|\\baddress$")),
)
_AFTER = re.compile("(?<=.{2})(?:情况|信息|状况|名称|填写|元|万元|人|户|平方米|岁)$")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two forms have in common, columns named as the newer form has them."""

    shared: tuple[str, ...]
    of_new: float
    """Which part of the newer form's telling columns was there before."""
    of_longer: float
    """Which part of the longer form's telling columns both have."""


@lru_cache(maxsize=50_000)
def meaning(column: str) -> str:
    """What a column holds: one code for all its known names, else its words, whatever they are called."""
    plain = _plain(column)
    known = _known()
    for tried in _shorter(plain):
        if tried in known:
            return known[tried]
    return next((code for code, ends in _ENDS if ends.search(plain)), "") or _in_words(plain)


@lru_cache(maxsize=4_096)
def known(column: str) -> bool:
    """Whether a column goes by one of the names in the catalogue."""
    return any(tried in _known() for tried in _shorter(_plain(column)))


def tells(column: str) -> bool:
    """Whether a column says more than who and where, which every form asks for."""
    return _roles().get(meaning(column), "data") == "data"


def telling(columns: Iterable[str]) -> Mapping[str, str]:
    """The columns that say something, by what they hold."""
    found: dict[str, str] = {}
    for column in columns:
        if column.strip() and tells(column):
            found.setdefault(meaning(column), column.strip())
    return found


def likeness(new: Iterable[str], old: Iterable[str]) -> Likeness:
    """What two forms have in common."""
    return compared(telling(new), telling(old))


def compared(new: Mapping[str, str], old: Mapping[str, str]) -> Likeness:
    """The same for forms whose telling columns are known; each older column answers for one newer."""
    left = [held for held in old if held not in new]
    shared = []
    for held, name in new.items():
        if held in old:
            shared.append(name)
        elif (near := next((other for other in left if near_to(held, other)), None)) is not None:
            left.remove(near)
            shared.append(name)
    if not shared:
        return Likeness((), 0.0, 0.0)
    return Likeness(tuple(shared), len(shared) / len(new), len(shared) / max(len(new), len(old)))


def in_common(new: Iterable[str], old: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All columns of a form, and those an older one had too; who and where are counted, as one sees them."""
    columns = tuple(dict.fromkeys(column.strip() for column in new if column.strip()))
    held = ({meaning(column): column for column in one if column.strip()} for one in (columns, old))
    shared = {meaning(column) for column in compared(*held).shared}
    return columns, tuple(column for column in columns if meaning(column) in shared)


def covered(like: Likeness) -> bool:
    """Whether the older form held most of what the newer one asks for."""
    return len(like.shared) >= FEWEST and like.of_new >= ENOUGH


def alike(like: Likeness) -> bool:
    """Whether two forms are much the same, whichever came first."""
    return len(like.shared) >= FEWEST and like.of_longer >= ENOUGH


@lru_cache(maxsize=50_000)  # the same few hundred columns stand in thousands of forms
def near_to(one: str, other: str) -> bool:
    """Whether what one column holds says the same as another and at most a word more."""
    a, b = (frozenset(text.split(_WORD)) for text in (one, other))
    if _WORD in one and _WORD in other:
        return len(a & b) * 2 > max(len(a), len(b))
    short, long = sorted((one.replace(_WORD, ""), other.replace(_WORD, "")), key=len)
    if short.isascii():
        return False
    return len(short) >= 2 and short in long and 2 * len(short) >= len(long)


def _in_words(plain: str) -> str:
    """A name as the words that say something, each by one name for all of its like, in one order."""
    if plain.isascii():
        words = [_words_en().get(word, word) for word in re.findall(r"[a-z0-9'-]+", plain)]
        return _WORD.join(sorted({word for word in words if word != "-"})) or plain
    pieces = re.split(f"({_WORD}[^{_WORD}]*{_WORD})", _words_pattern().sub(_word, plain))
    words = [piece.strip(_WORD) for piece in pieces if piece.strip(_WORD)]
    return _WORD.join(sorted(set(words))) or plain


def _word(found: re.Match[str]) -> str:
    named = _words_zh()[found[0]]
    return "" if named == "-" else f"{_WORD}{named}{_WORD}"


@cache
def _words_zh() -> dict[str, str]:
    return _words("names_zh")


@cache
def _words_en() -> dict[str, str]:
    return _words("names_en")


def _words(column: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows_of("words/form_columns.csv"):
        if row["role"] == "word":
            for word in row[column].split(";"):
                found.setdefault(fold(word), row["code"])
    return found


@cache
def _words_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _words_zh()), key=len, reverse=True)))


def _plain(column: str) -> str:
    if len(column) > LONGEST:
        return fold(column).strip()
    text = fold(column).replace("（", "(").replace("）", ")")
    if text.isalnum() and not text[0].isdecimal():
        return text
    while (without := _BRACKETS.sub("", text)) != text:
        text = without
    text = _SPACES_ZH.sub("", _SPACES.sub(" ", _EDGES.sub("", text)).strip())
    return text or fold(column).strip()


def _shorter(plain: str) -> Iterable[str]:
    yield plain
    before = _BEFORE.sub("", plain)
    if " " in before:
        before = _BEFORE_EN.sub("", before)
    yield before
    yield _AFTER.sub("", plain)
    if before != plain:
        yield _AFTER.sub("", before)


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows_of("words/form_columns.csv"):
        if row["role"] == "word":
            continue
        for name in f"{row['names_zh']};{row['names_en']}".split(";"):
            if name.strip():
                found.setdefault(_plain(name), row["code"])
    return found


@cache
def _roles() -> dict[str, str]:
    return {row["code"]: row["role"] for row in rows_of("words/form_columns.csv") if row["role"] != "word"}
