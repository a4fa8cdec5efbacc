"""A regular expression that looks first at what it can begin with finds what it found."""

from __future__ import annotations

import re

import pytest

from mingbai.domain.beginning import begun
from mingbai.domain.pattern import alternatives

TEXT = "每周五前把照片、[名单]-a^b]发群；Report by 5 May, aab ac\n报3份。"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (r"(?:照片|名单)发|\d份", r"\d名照"),
        (r"(?<!不)(?:每|逐)周|\b(?:by|until)\b", "bu每逐"),
        ("(?:每)?周[一二五]|[报交]", "周报交每"),
        (r"(?P<day>五)前|(?=照)照片|x{0,2}a|\-a", r"\-ax五照"),
        (r"[]-]|[\[-]a|(?:片)", r"\[\-\]\-片"),
        (r"(a+)b|\(\w", r"\(a"),
    ],
)
def test_what_it_can_begin_with_is_looked_at_first(text: str, first: str) -> None:
    quick = begun(text)
    assert quick == f"(?=[{first}])(?:{text})"
    found = [one.span() for one in re.finditer(text, TEXT)]
    assert found == [one.span() for one in re.finditer(quick, TEXT)]
    assert found == [one.span() for one in alternatives(text).finditer(TEXT)]
    assert found


@pytest.mark.parametrize(
    "text",
    [
        "照片|名单",  # `re` looks at plain signs first by itself
        "(?:照片|名单)?",
        r"[^，]照|\d",
        r".照|\d",
        r"(?:照)|$",
        r"(?P<one>[ab])(?P=one)",
        r"(?:a)(?i:b)|c",
        r"(?:照)|(a)\b|\1",
        r"a*+b|(?:c)d",
        r"(?:a{2}+)b|c",
        r"\x41b|(?:c)d",
        r"\u5468b|(?:c)d",
        r"\U00005468b|(?:c)d",
        r"\N{DIGIT ONE}b|(?:c)d",
        r"\0b|(?:c)d",
        r"\101b|(?:c)d",
    ],
)
def test_what_may_begin_with_anything_or_is_not_understood_stays_as_it_is(text: str) -> None:
    assert begun(text) == text
    re.compile(text)
